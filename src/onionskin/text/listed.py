"""Lists in the middle of a text whose rows have no number: of persons, of reports, each under a sign of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from onionskin.text.clean import Line
from onionskin.text.headings import introduces
from onionskin.text.signs import says_words, sign_of

LIKE = 2
"""Rows under signs of the same letters that make a list."""


def listed_between(free: Sequence[Line], body: AbstractSet[int]) -> list[int]:
    """Indexes of the lines that stand between two lines of the `body` on one page and belong to a list there: rows
    under signs whose letters another row of the page bears, what goes on below them, and the line with a colon that
    introduces them. Dirt stays out.
    """
    stems = Counter((line.page, stem) for line in free if (stem := sign_of(line.text)))
    rows = {line.index for line in free if stems[line.page, sign_of(line.text) or ""] >= LIKE}
    out: list[int] = []
    for above, between in _gaps(free, body) if rows else ():
        at = next((n for n, line in enumerate(between) if line.index in rows), None)
        if at is None and above.index not in rows:
            continue
        first = at - 1 if at and introduces(between[at - 1].text) else at or 0
        out += [line.index for line in between[first:] if says_words(line.text)]
    return out


def _gaps(free: Sequence[Line], body: AbstractSet[int]) -> Iterator[tuple[Line, Sequence[Line]]]:
    """The lines left out between two lines of the body on one page, with the line above them."""
    held = [at for at, line in enumerate(free) if line.index in body]
    for a, b in pairwise(held):
        if b > a + 1 and free[a].page == free[b].page:
            yield free[a], free[a + 1 : b]
