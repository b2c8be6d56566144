"""Corrections and doubts held against truth that was made before them; see README.md for how."""
