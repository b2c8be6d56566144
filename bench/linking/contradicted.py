"""Marks that the volume itself contradicts: no truth about who is meant, only that somebody is.

Editors' marks contain errors that are made by the hundred, where a surname was marked by rule: in 1955-57 XVII every
`Dulles`, `Secretary of State Dulles` too, leads to the Director of Central Intelligence. Two signs show them, without
anything of `onionskin`:

- the mark has a surname that the person it leads to does not bear, and somebody else of the list does;
- of all bearers of a surname in the list, the title printed before it is said of another one alone. Where that happens
  `OFTEN`, and oftener than such a title agrees, all marks of the bare surname that lead to the person are given up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bench.linking.stripping import Listed, Marked, Paper, surname_of, surnames_of

OFTEN = 3
TITLES = (
    *(
        "Secretary of State",
        "Secretary of Defense",
        "Attorney General",
        "Vice President",
        "President",
        "Prime Minister",
    ),
    *("Foreign Minister", "Foreign Secretary", "Ambassador", "Senator", "Chancellor", "Secretary"),
)


def sound(papers: Iterable[Paper], persons: Sequence[Listed]) -> tuple[Paper, ...]:
    """The papers with contradicted marks as marks of nobody: they are mentions still, and lead to no person."""
    held = tuple(papers)
    bearers: defaultdict[str, list[Listed]] = defaultdict(list)
    for each in persons:
        bearers[surname_of(each.name)].append(each)
    by_local = {each.local: each for each in persons}
    given_up = _given_up(held, bearers)
    return tuple(
        replace(
            paper,
            marks=tuple(
                replace(mark, local=None, person=None)
                if _wrong_surname(mark, by_local, bearers) or (_bare(mark) and mark.local in given_up)
                else mark
                for mark in paper.marks
            ),
        )
        for paper in held
    )


def _bare(mark: Marked) -> bool:
    return " " not in mark.words


def _wrong_surname(mark: Marked, by_local: dict[str, Listed], bearers: defaultdict[str, list[Listed]]) -> bool:
    listed = by_local.get(mark.local or "")
    if listed is None:
        return False
    surname = surname_of(mark.words)
    words = surnames_of(listed.name.replace(",", " "))
    return surname not in words and any(each.local != listed.local for each in bearers.get(surname, ()))


def _given_up(papers: Sequence[Paper], bearers: defaultdict[str, list[Listed]]) -> frozenset[str]:
    against: Counter[str] = Counter()
    agreeing: Counter[str] = Counter()
    for mark in (mark for paper in papers for mark in paper.marks if mark.local and _bare(mark)):
        those = bearers.get(surname_of(mark.words), [])
        title = next((each for each in TITLES if mark.before.endswith(each)), None)
        if len(those) < 2 or title is None:
            continue
        named = {each.local for each in those if title in each.about}
        if named and mark.local not in named:
            against[mark.local or ""] += 1
        agreeing[mark.local or ""] += mark.local in named
    return frozenset(local for local, times in against.items() if times >= OFTEN and times > agreeing[local])
