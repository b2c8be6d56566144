"""Markdown's tables: how many blanks stand for each bar, that columns stand under one another as on the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

RULED = re.compile(r"[ ]*\|?(?:[ ]*:?-{2,}:?[ ]*\|)+(?:[ ]*:?-{2,}:?)?[ ]*")
MARKS = re.compile(r"[*~]{1,3}|<[^<>]{1,20}>")
WIDEST = 60
"""Characters of a cell that still sets the width of its column."""


def pads(raw: str) -> Mapping[int, int]:
    """The blanks for each bar of the tables that have their ruled line, by its place in the text.

    `| Drafted by: | Cleared by: |` over `| RMSayre | ARA - Mr. Mann |`: Mr. Mann stands under his label.
    """
    out: dict[int, int] = {}
    for rows in _tables(raw) if "--" in raw and "|" in raw else ():
        widths: dict[int, int] = {}
        for bars in rows:
            for n, width in enumerate(_widths(raw, bars)):
                widths[n] = max(widths.get(n, 0), width if width <= WIDEST else 0)
        for bars in rows:
            for n, width in enumerate(_widths(raw, bars)):
                out[bars[n + 1]] = max(1, widths[n] - width + 1)
    return out


def _tables(raw: str) -> Iterator[list[list[int]]]:
    """Of each table the places of the bars of each row; lines that begin with a bar, a ruled one among them."""
    rows: list[list[int]] = []
    ruled, at = False, 0
    for line in (*re.split(r"(?<=[\n\f])", raw), ""):
        if line.lstrip(" ").startswith("|") and line.count("|") > 1:
            if RULED.fullmatch(line.strip("\n\f")):
                ruled = True
            else:
                rows.append([at + m.start() for m in re.finditer(r"(?<!\\)\|", line)])
        else:
            if ruled and len(rows) > 1:
                yield rows
            rows, ruled = [], False
        at += len(line)


def _widths(raw: str, bars: Sequence[int]) -> Iterator[int]:
    """How many characters of each cell are printed."""
    return (len(MARKS.sub("", raw[a + 1 : b])) for a, b in pairwise(bars))
