"""Markings and stamps drawn by lot, none older than what made it possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bench.reading import stock
from bench.reading.dating import slashed
from bench.reading.drawn import Lot
from onionskin.facsimile.marks import CopyMark, Marking, Marks, Note, Overlay, Place, ReleaseHeader, Struck
from onionskin.facsimile.review_forms import A_CDC_MR, FOI_CASE, FPC_HDR, IS_FPC_CDR, ReviewForm
from onionskin.facsimile.stamps import (
    DeclassifiedStamp,
    DowngradingStamp,
    ReceivedStamp,
    ReleasedStamp,
    ReviewStamp,
    Stamp,
)

RESTRICTED_UNTIL, LIMDIS_FROM = 1953, 1960
GROUPS = range(1961, 1972)
"""Years in which the groups of automatic downgrading were stamped."""

_ORDERS = (
    (date(1972, 6, 1), "E.O. 11652"),
    (date(1978, 12, 1), "E.O. 12065"),
    (date(1982, 8, 1), "E.O. 12356"),
    (date(1995, 10, 14), "E.O. 12958"),
)
_ARCHIVES_INDEPENDENT = date(1985, 4, 1)
_REVIEWS: tuple[tuple[ReviewForm, int, int], ...] = (
    (A_CDC_MR, 1983, 1990),
    (IS_FPC_CDR, 1990, 1995),
    (FPC_HDR, 1993, 1999),
    (FOI_CASE, 1980, 1987),
)
_EARLIEST_DECLASSIFIED = date(1972, 7, 1)


@dataclass(frozen=True, slots=True)
class Classified:
    """A level, the captions beside it, and the captions that get a line of their own."""

    level: str
    beside: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    def marking(self, lot: Lot) -> Marking:
        """As it stands on the paper today: a struck level where somebody opened the paper with a pen."""
        struck = Struck(lot.rng.choices(list(Struck), (6, 2, 2))[0])
        return Marking(self.level, self.beside, struck, lot.one(" ", " - ", "  ")) if self.level else Marking()

    def fields(self) -> dict[str, object]:
        """Classification and captions as the record has them."""
        captions = list(dict.fromkeys((*self.beside, *self.apart)))
        return {
            **({"classification": self.level} if self.level else {}),
            **({"captions": captions} if captions else {}),
        }


def classified(lot: Lot, day: date, *, captions: bool) -> Classified:
    """How a paper of that day was classified."""
    levels = ["CONFIDENTIAL", "SECRET", "SECRET", "TOP SECRET", "OFFICIAL USE ONLY"]
    levels[-1:] = ["RESTRICTED"] if day.year <= RESTRICTED_UNTIL else levels[-1:]
    known = ["LIMDIS", "EXDIS", "EYES ONLY"] if day.year >= LIMDIS_FROM else ["LIMIT DISTRIBUTION", "EYES ONLY"]
    apart = (lot.rng.choice(known),) if captions and lot.chance(0.35) else ()
    beside = ("SENSITIVE",) if captions and lot.chance(0.15) else ()
    return Classified(lot.rng.choice(levels), beside, apart)


def marks(lot: Lot, day: date, *, places: tuple[Place, ...], every_page: Marking | None = None) -> Marks:
    """Up to three marks of later hands at the given places, and the marking that stands on every page."""
    overlays = [
        Overlay(lot.rng.choice(places), content)
        for content in (
            _stamp(lot, day) if lot.chance(0.6) else None,
            _stamp(lot, day) if lot.chance(0.15) else None,
            _copy(lot) if lot.chance(0.15) else None,
            Note((lot.one("noted", "file", "Mr. Ball saw", "orig. to S/S"),)) if lot.chance(0.1) else None,
        )
        if content is not None
    ]
    header = (_header(lot),) if lot.chance(0.06) else ()
    running = (every_page,) if every_page else ()
    return Marks(overlays=tuple(overlays), above=(*header, *running), below=running)


def _copy(lot: Lot) -> CopyMark:
    if lot.chance(0.4):
        return CopyMark(
            holder=lot.one("Vice President", "The White House"), item=lot.figure(2, 90) + lot.one("", "a", "b")
        )
    copies = lot.rng.randint(3, 20)
    return CopyMark(number=lot.figure(1, copies), of=str(copies))


def _header(lot: Lot) -> ReleaseHeader:
    released = f"{lot.figure(2000, 2009)}/{lot.rng.randint(1, 12):02d}/{lot.rng.randint(1, 28):02d}"
    return ReleaseHeader(
        released, f"CIA-RDP{lot.figure(78, 86)}B{lot.figure(10000, 99999)}A000{lot.figure(100, 999)}-{lot.figure(1, 9)}"
    )


def _stamp(lot: Lot, day: date) -> Stamp:
    makers: list[Callable[[Lot, date], Stamp]] = [_review, _declassified, _declassified, _released, _received]
    if day.year in GROUPS:
        makers.append(_group)
    return lot.rng.choice(makers)(lot, day)


def _later(lot: Lot, first: int, last: int) -> date:
    return date(lot.rng.randint(first, last), 1, 1) + timedelta(days=lot.rng.randrange(365))


def _review(lot: Lot, _day: date) -> ReviewStamp:
    form, first, last = lot.rng.choice(_REVIEWS)
    when = _later(lot, first, last)
    in_part = lot.chance(0.35)
    ticked = {"excise"} | ({"declassify-in-part"} if form is not FOI_CASE else set()) if in_part else {"release"}
    if not in_part and form is not FOI_CASE:
        ticked.add("declassify")
    filled = {"reviewer": lot.rng.choice(stock.CLERKS), "date": slashed(when, lot.one("/", "-"))}
    if in_part:
        filled["exemptions"] = lot.rng.choice(stock.FOIA_CODES)
    if form is FOI_CASE:
        filled["case"] = f"{when.year - 1}{lot.figure(10000, 99999)}"
    return ReviewStamp(form=form, ticked=frozenset(ticked), filled=filled)


def _declassified(lot: Lot, day: date) -> DeclassifiedStamp:
    first = max(_EARLIEST_DECLASSIFIED.year + 1, day.year + 8)
    when = _later(lot, first, 2004)
    office = "NARA" if when >= _ARCHIVES_INDEPENDENT else "NARS"
    order = [name for start, name in _ORDERS if start <= when][-1]
    written = slashed(when - timedelta(days=lot.rng.randint(20, 90)))
    letter = f"{lot.one('State ltr.', 'Dept. of State letter', 'State for')} {written}"
    case = f"NLK-{when.year % 100:02d}-{lot.figure(10, 400)}" if lot.chance(0.3) else ""
    by_letter = lot.chance(0.6)
    return DeclassifiedStamp(
        order=f"{order}, Sec. {lot.one('3.3', '3.4', '3(E) and 5(D) or (E)')}"
        if not by_letter or lot.chance(0.4)
        else "",
        authority=letter if by_letter else f"NND {lot.figure(740000, 989999)}",
        case=case,
        by=lot.initials().upper(),
        office=office,
        date=slashed(when),
        run_on=lot.chance(0.3),
    )


def _released(lot: Lot, _day: date) -> ReleasedStamp:
    if lot.chance(0.5):
        return ReleasedStamp(words="RELEASED IN FULL")
    return ReleasedStamp(words="RELEASED IN PART", exemptions=("B1", lot.rng.choice(stock.ORDER_CODES)))


def _received(lot: Lot, day: date) -> ReceivedStamp:
    when = day + timedelta(days=lot.rng.randint(0, 3))
    return ReceivedStamp(
        office=lot.one("EXECUTIVE SECRETARIAT", "DEPARTMENT OF STATE", "BUREAU OF EUROPEAN AFFAIRS", "S/S-RO"),
        date=f"{when.strftime('%b').upper()} {when.day} {when.year}",
    )


def _group(lot: Lot, _day: date) -> DowngradingStamp:
    return DowngradingStamp(
        lines=(
            ("GROUP 3", "Downgraded at 12 year intervals;", "not automatically declassified")
            if lot.chance(0.5)
            else ("GROUP 4", "Downgraded at 3 year intervals;", "declassified after 12 years")
        )
    )
