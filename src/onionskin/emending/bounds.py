"""Between which days a stamp can stand on a paper, by the marks it bears and by what else is dated there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onionskin.readers.stamps.dating import Bound, bounds
from onionskin.record.dates import PartialDate, earliest, latest
from onionskin.record.document import Document
from onionskin.record.evidence import Inference, Ink
from onionskin.record.reading import ReadingState
from onionskin.record.stamps import Stamp

Day = tuple[int, int, int]
ORDER = re.compile(r"\bE\.?\s?O\.?\s?(\d{5})\b", re.IGNORECASE)
WORDS = ("NARS", "NARA", "OADR", "FOIA", "A/CDC/MR", "IS/FPC/CDR", "A/RPS/IPS")
"""Marks that are themselves wherever a stamp prints them; the others mean something in their place alone."""
OLDEST = ((1945, 1, 1), "no stamp on these papers is older than 1945")
SETTLED = frozenset({ReadingState.FOUND, ReadingState.INFERRED, ReadingState.ASSERTED})


@dataclass(frozen=True, slots=True)
class Limits:
    """What refutes a day (the sentences of `refuting`), and what only counts against it (`against`)."""

    lower: tuple[tuple[Day, str], ...]
    upper: tuple[tuple[Day, str], ...]

    def refuting(self, day: PartialDate) -> tuple[str, ...]:
        """Why it cannot have been on that day; empty where it can."""
        return tuple(why for limit, why in self.lower if latest(day.edtf) < limit)

    def against(self, day: PartialDate) -> tuple[str, ...]:
        """What speaks against that day without refuting it: rubber stamps outlive their office and their order."""
        return tuple(why for limit, why in self.upper if earliest(day.edtf) > limit)

    def years_after(self, day: PartialDate) -> int:
        """How many years, begun ones counted, it lies behind the last bound it passed."""
        return max((day.year - limit[0] + 1 for limit, _ in self.upper if earliest(day.edtf) > limit), default=0)


def limits_of(stamp: Stamp, document: Document) -> Limits:
    """By the marks that the stamp's own ink and its record name; and nothing is reviewed before it is written."""
    signs = list(dict.fromkeys(_signs(stamp, document)))
    lower = [(earliest(b.not_before.edtf), b.why) for b in signs if b.not_before] or [OLDEST]
    upper = [(earliest(b.seldom_after.edtf), b.why) for b in signs if b.seldom_after]
    own = document.one("date")
    if own is not None and isinstance(own.value, str) and own.state in SETTLED:
        lower.append((earliest(own.value), f"the paper is dated {own.value[:10]}, and nothing is reviewed before it"))
    return Limits(tuple(lower), tuple(upper))


def _signs(stamp: Stamp, document: Document) -> Iterator[Bound]:
    known = bounds()
    ink = " ".join(_printed(stamp, document)).upper()
    named = [f"{stamp.office or ''} {stamp.form}".upper(), ink, *_told(stamp)]
    for word in WORDS:
        if any(re.search(rf"(?<![\w/]){re.escape(word)}(?![\w/])", text) for text in named):
            yield known[word]
    for number in ORDER.findall(" ".join([ink, (stamp.authority and stamp.authority.instrument) or ""])):
        if f"EO {number}" in known:
            yield known[f"EO {number}"]
    yield from (known[name] for name in _told(stamp) if name in known)


def _printed(stamp: Stamp, document: Document) -> Iterator[str]:
    text = {page.n: page.text for page in document.pages}
    yield from (e.span.of(text.get(e.page, "")) for e in stamp.impressions if isinstance(e, Ink))


def _told(stamp: Stamp) -> Sequence[str]:
    """The marks by which the reader of stamps settled or doubted the day."""
    inferences = (e for e in stamp.date.evidence if isinstance(e, Inference))
    return [mark for e in inferences for mark in _names(e.rests_on)]


@cache
def _names(rests_on: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each.partition(":")[0] for each in rests_on)
