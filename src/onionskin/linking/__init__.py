"""Who is meant, when, and which other paper.

Each stage is a pure function: it takes a record and gives it with one part resolved.
"""
