"""What a finding aid tells of a collection: its calendar, persons and posts, threads, files, and what it lacks."""
