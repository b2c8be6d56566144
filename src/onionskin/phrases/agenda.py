"""Numbered headings of meetings: `1. Laos`, `ITEM 3 - Air Corridor Incidents`, `2441. U.S. POLICY TOWARD CUBA`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onionskin.phrases.damage import digits
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.headings import in_title_case

ITEM = re.compile(
    r"""\W{0,3} (?: (?:Agenda\s+)?Item | NSC\s+Action | Action ) ?\s* (?:N[Oo]\.?\s*)?
    (?P<n>[0-9OIl]{1,4}) \s* (?: [.):;,] | \s[-–—]{1,2} ) \s* (?P<title>\S.*?) \s*""",
    re.VERBOSE | re.IGNORECASE,
)
LONGEST = 90
"""Characters a heading may have."""
FEWEST = 2
"""Headings that must follow one another to be those of a meeting."""


@dataclass(frozen=True, slots=True)
class Item:
    """A heading, its number and where it stands in the text that its line is of."""

    number: int
    words: str
    span: Span


def find_items(lines: Iterable[Line]) -> list[Item]:
    """The numbered headings that are counted on from one to the next, from whatever number; none where fewer than two
    are.

    A heading has capitals and no stop at its end; `1. We agreed to ask Paris.` is a paragraph.
    """
    out: list[Item] = []
    for item in _headings(lines):
        if out and item.number == out[-1].number + 1:
            out.append(item)
        elif len(out) < FEWEST:
            out = [item]
    return out if len(out) >= FEWEST else []


def _headings(lines: Iterable[Line]) -> Iterator[Item]:
    for line in lines:
        m = ITEM.fullmatch(line.text) if len(line.text.strip()) <= LONGEST else None
        figures = digits(m["n"]) if m else ""
        if m is None or not figures.isdigit() or not _is_heading(m["title"]):
            continue
        words = " ".join(line.ink.shifted(-line.span.start).of(line.text).split())
        yield Item(int(figures), words, line.ink)


def _is_heading(title: str) -> bool:
    words = title.rstrip(":").split()
    if not any(c.isalpha() for c in title) or title.endswith((".", ",", ";", "?", "!")):
        return False
    return title.isupper() or (words[0][0].isupper() and (len(words) == 1 or in_title_case(title, words)))
