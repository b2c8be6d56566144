"""Things kept: sources, their records, and one append-only log of acts and decisions.

`contract` says what a store promises.
"""
