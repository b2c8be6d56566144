"""Two columns of a form side by side, row by row."""

from __future__ import annotations

from itertools import zip_longest

from onionskin.facsimile.ink import Block, Line, block, line

_LEAST = 2
"""Columns that stay white between them."""


def beside(left: tuple[Line, ...], right: tuple[Line, ...], wide: int = 33) -> tuple[Block, ...]:
    """The left column `wide` columns wide, the right one after it; one alone stands at the margin."""
    if not left or not right:
        return block(*left, *right)
    rows = []
    for one, other in zip_longest(left, right, fillvalue=line()):
        taken = one.indent + sum(len(run.text) for run in one.runs)
        gap = " " * (max(wide - taken, _LEAST) + other.indent) if other.runs else ""
        rows.append(line(*one.runs, gap, *other.runs, indent=one.indent))
    return block(*rows)
