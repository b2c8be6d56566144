"""Statements of instructing and reporting papers as they were read by hand: where each stands, and what it is.

Knows no module of Onionskin. `ANNOTATING.md` says how the list was made and what its words mean.
"""
