"""Happenings with their days: press conferences and meetings that papers name without saying when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.record.references import ReferenceKind


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening, from `began` to `ended`. `forms` are words that mean it, `source` says who tells its days."""

    name: str
    kind: ReferenceKind
    began: dt.date
    ended: dt.date
    source: str
    forms: tuple[str, ...] = ()

    @property
    def edtf(self) -> str:
        """`1962-11-20`, or both ends: `1961-06-03/1961-06-04`."""
        return f"{self.began}" if self.began == self.ended else f"{self.began}/{self.ended}"


@cache
def known_happenings() -> tuple[Happening, ...]:
    """Those of the lexicon, in the order of their days."""
    known = []
    for entry in lexicon.entries("happening_days"):
        began = dt.date.fromisoformat(entry.text("began") or "")
        ended = entry.text("ended")
        known.append(
            Happening(
                entry.name,
                ReferenceKind(entry.text("kind") or ""),
                began,
                dt.date.fromisoformat(ended) if ended else began,
                entry.source,
                entry.spellings,
            )
        )
    return tuple(sorted(known, key=lambda each: each.began))


def last_before(day: dt.date, kind: ReferenceKind, happenings: Sequence[Happening], *, within: int) -> Happening | None:
    """The last of a kind that was over on `day`, not more than `within` days before; None where there is none."""
    over = [each for each in happenings if each.kind is kind and 0 <= (day - each.ended).days <= within]
    return max(over, key=lambda each: each.ended, default=None)


def named_in(words: str, day: dt.date, happenings: Sequence[Happening], *, within: int) -> Happening | None:
    """The happening that `words` name ("Vienna talks") and that lay not more than `within` days before; the last of
    several.
    """
    lowered = words.lower()
    named = [
        each
        for each in happenings
        if 0 <= (day - each.began).days <= within and any(form.lower() in lowered for form in each.forms)
    ]
    return max(named, key=lambda each: each.began, default=None)
