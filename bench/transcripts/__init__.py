"""Invented papers on many forms, written down as a vision model prints a scan, and what must be read from each."""
