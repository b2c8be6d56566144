"""Rubber stamps that lie level beside the type: known by their heading, and by lines that stand close under it.

Put in rows with the type beside it, `Authority NND 890096` of a stamp follows `DATE: January 24, 1964` of the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rapidfuzz import fuzz

from onionskin.lexicon import entries
from onionskin.scans.seen import SeenLine

_LIKE = 85
"""How alike what was read and a heading are, of 100."""
_ALIGNED = 1.0
"""In heights of the heading: how far a line's left end or its middle may be from the heading's."""
_STEP = 1.9
"""The same from one line to the next."""
_FEWEST, _MOST = 3, 7
"""Lines of such a stamp."""
_LEVEL = 0.5
"""Share of the lower one's height by which two lines overlap that stand in one row."""


def headed(lines: Sequence[SeenLine]) -> tuple[list[SeenLine], list[list[SeenLine]]]:
    """The lines without the stamps that stand beside others, and those stamps as blocks."""
    rest, blocks = list(lines), []
    for line in lines:
        block = _under(line, rest) if _is_heading(line) and any(line is each for each in rest) else []
        left = [each for each in rest if not any(each is own for own in block)]
        if len(block) >= _FEWEST and any(_in_one_row(own, other) for own in block for other in left):
            rest = left
            blocks.append(block)
    return rest, blocks


def _is_heading(line: SeenLine) -> bool:
    printed = re.sub(r"[^A-Z ]", "", " ".join(word.text for word in line.words)).strip()
    return any(fuzz.ratio(printed, heading) >= _LIKE for heading in _headings())


@cache
def _headings() -> tuple[str, ...]:
    return tuple(entry.name for entry in entries("stamp_headings"))


def _under(heading: SeenLine, lines: Sequence[SeenLine]) -> list[SeenLine]:
    """The heading with the lines that stand close under it, one after the other."""
    block = [heading]
    high = heading.box.height
    for line in sorted(lines, key=lambda each: each.box.top):
        step = _middle(line) - _middle(block[-1])
        if line is heading or not 0.5 * high < step <= _STEP * high or len(block) == _MOST:
            continue
        if _is_aligned(heading, line, _ALIGNED * high) and _is_entry(line):
            block.append(line)
    return block


def _middle(line: SeenLine) -> float:
    return (line.box.top + line.box.bottom) / 2


def _is_aligned(heading: SeenLine, line: SeenLine, most: float) -> bool:
    middles = (heading.box.left + heading.box.right - line.box.left - line.box.right) / 2
    return min(abs(heading.box.left - line.box.left), abs(middles)) <= most


def _is_entry(line: SeenLine) -> bool:
    """Whether a line has a number or is all capitals, as those of stamps are: authorities, days, offices."""
    printed = "".join(word.text for word in line.words)
    return any(map(str.isdigit, printed)) or printed.isupper()


def _in_one_row(one: SeenLine, other: SeenLine) -> bool:
    shared = min(one.box.bottom, other.box.bottom) - max(one.box.top, other.box.top)
    return shared >= _LEVEL * min(one.box.height, other.box.height)
