"""Browsing: the calendar, persons and posts, threads, what is missing, files; as pages, as JSON and as pictures."""
