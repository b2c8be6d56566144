"""What stands beside the papers found: the values they have, and a column for each year or month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onionskin.record.titles import date_in_words, kind_words
from onionskin.web.catalogue import address
from onionskin.workbench import Counted, Results, narrowed, part_of, parts_of

NAMES = {
    "kind": "Kind",
    "from": "From",
    "to": "To",
    "person": "Person",
    "post": "Post",
    "marking": "Marking",
    "review": "Review",
    "quality": "How it was read",
}
"""The fields that stand beside, in their order."""
MOST = 12
"""Values of one field."""
FEW_YEARS = 3
"""Years of which the months are shown."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value and how many papers found have it; `href` asks for these alone."""

    words: str
    papers: int
    href: str
    share: int = 0
    """Of the fullest beside it, in percent."""


@dataclass(frozen=True, slots=True)
class Beside:
    """`given` are the fields that the query names, each with the address that gives it up."""

    given: tuple[tuple[str, str], ...]
    when: tuple[Value, ...]
    heaps: tuple[tuple[str, str, tuple[Value, ...]], ...]
    undated: int


def beside(results: Results, q: str, chosen: Mapping[str, str]) -> Beside:
    """All of it; `chosen` is what the address asks for besides the query.

    A value that all papers have narrows nothing, and is left out unless it is the only one.
    """

    def href(query: str) -> str:
        return address("/search", {**chosen, "q": query})

    given = tuple((part, href(rest)) for part, rest in parts_of(q))
    asked = {part for part, _ in given}

    def values(name: str, counted: Sequence[Counted]) -> tuple[Value, ...]:
        most = max((each.papers for each in counted), default=1)
        return tuple(
            Value(_words(name, each.label), each.papers, href(narrowed(q, name, each.label)), 100 * each.papers // most)
            for each in counted
            if part_of(name, each.label) not in asked
        )

    time = _time(results.heaps)
    when = values(time, results.heaps.get(time, ()))
    heaps = tuple((name, words, values(name, results.heaps.get(name, ()))) for name, words in NAMES.items())
    dated = sum(each.papers for each in results.heaps.get(time, ()))
    return Beside(given, when, tuple(each for each in heaps if each[2]), results.total - dated)


def _time(heaps: Mapping[str, Sequence[Counted]]) -> str:
    return "month" if len(heaps.get("year", ())) < FEW_YEARS and heaps.get("month") else "year"


def _words(name: str, label: str) -> str:
    if name == "kind":
        return kind_words(label.replace(" ", "-")).replace("-", " ").capitalize()
    return date_in_words(label) if name == "month" else label
