"""Days of stamps that their own words make impossible, with the days they may be: `7/12/97` beside NARS is 1977-07-12.

Stamps are collated by form first, then by impression: what one impression of a form says clearly speaks for what
another may say. A lower bound refutes a day; an upper bound only counts against it, so the printed day stays among the
candidates. See DOMAIN.md A7.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.emending.bounds import SETTLED, Limits, limits_of
from onionskin.emending.figures import Variant, days, variants
from onionskin.record.apparatus import Doubt, DoubtCandidate
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.span import Span
from onionskin.record.stamps import Stamp

RULE = "chronology-of-markings"
MOST = 5
REST = 0.1
"""What is kept back for a day that no candidate has."""
WEIGHTS = (2.0, 1.0, 0.1)
"""Of a day with no, one or two of its figures misread."""
OUTLIVED, LEAST = 0.6, 0.02
"""What is left of a day's weight for each year after its mark had ended, and of all such years together."""
SAME_DAY, SAME_YEAR, BOTH_MOVE, OF_THE_CASE = 200.0, 6.0, 8.0, 4.0
SAME_DAY_ELSEWHERE, OF_THE_YEAR = 5.0, 2.0
FAINT = 0.05
"""A candidate that has less than this share of the first one's weight is not worth a look."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """A day of which nobody doubts on another stamp of the file; `stated` is how it is printed, `form` says whether
    the stamp is of the same form.
    """

    day: PartialDate
    stated: str
    form: bool


def chronology_doubts(document: Document, companions: Sequence[Document] = ()) -> tuple[Doubt, ...]:
    """One doubt for each date of a stamp that its own marks refute or speak against; `companions` are other records
    of the same file.
    """
    out: list[Doubt] = []
    years = frozenset(_case_years((document, *companions)))
    for i, stamp in enumerate(document.stamps):
        limits = limits_of(stamp, document)
        given = stamp.authority.date if stamp.authority else None
        siblings = tuple(_siblings(stamp, (document, *companions)))
        about = _Question(limits, siblings, years, given)
        date = stamp.date
        if date.as_printed:
            inks = tuple(each for each in date.evidence if isinstance(each, Ink))
            out += _doubts(about, f"/stamps/{i}/date", date.as_printed, inks)
        if given and (ink := _ink_of(given, stamp, document)):
            other = _Question(limits, (), frozenset(), date.as_printed or None)
            out += _doubts(other, f"/stamps/{i}/authority/date", given, (ink,))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Question:
    """All that a day is held against. `beside` is the other date of the same stamp, as printed."""

    limits: Limits
    siblings: tuple[Sibling, ...]
    case_years: frozenset[int]
    beside: str | None


def _doubts(asked: _Question, about: str, as_printed: str, inks: tuple[Ink, ...]) -> Iterator[Doubt]:
    printed = " ".join(as_printed.split())
    read = list(days(printed))
    if not read or any(not asked.limits.refuting(d) and not asked.limits.against(d) for d in read):
        return
    refuting = list(dict.fromkeys(why for d in read for why in asked.limits.refuting(d)))
    against = list(dict.fromkeys(why for d in read for why in asked.limits.against(d)))
    candidates = _candidates(asked, printed)
    refuted = all(asked.limits.refuting(d) for d in read)
    verdict = "the day cannot be as printed" if refuted else "the day is seldom as printed"
    told = "; ".join(refuting if refuted else against)
    if candidates:
        told += f". Likeliest is {candidates[0].value}: {', '.join(candidates[0].reasons)}"
    yield Doubt(about, as_printed, tuple(candidates), RULE, f"{verdict}: {told}", inks)


def _candidates(asked: _Question, printed: str) -> list[DoubtCandidate]:
    """The likeliest days, best first, and the year alone where another impression of the form says it."""
    weighed: dict[str, tuple[float, tuple[str, ...]]] = {}
    months = {(day.month, day.day) for day in days(printed)}
    known = {sibling.day for sibling in asked.siblings if sibling.form}
    for variant in variants(printed):
        # Only the year is impossible: month and day stand, unless another impression says otherwise.
        needless = (variant.day.month, variant.day.day) not in months and variant.day not in known
        if needless or asked.limits.refuting(variant.day):
            continue
        weight, reasons = _weight(asked, variant)
        if weight > weighed.get(variant.day.edtf, (0.0, ()))[0]:
            weighed[variant.day.edtf] = weight, reasons
    for sibling in asked.siblings:
        if sibling.form:
            year = str(sibling.day.year)
            reason = f"another impression of this form in the file is dated {sibling.stated}"
            weighed[year] = max(weighed.get(year, (0.0, ())), (OF_THE_YEAR, (reason,)))
        elif (sibling.day.month, sibling.day.day) in months and not asked.limits.refuting(sibling.day):
            # A form that was misread is taken for another; the day and the month say that it is the same.
            reason = f"another stamp of the file, of that day and month, is dated {sibling.stated}"
            weighed[sibling.day.edtf] = max(weighed.get(sibling.day.edtf, (0.0, ())), (SAME_DAY_ELSEWHERE, (reason,)))
    total = sum(weight for weight, _ in weighed.values())
    best = sorted(weighed.items(), key=lambda item: (-item[1][0], item[0]))[:MOST]
    return [
        DoubtCandidate(day, round((1 - REST) * weight / total, 3), reasons)
        for day, (weight, reasons) in best
        if weight >= FAINT * best[0][1][0]
    ]


def _weight(asked: _Question, variant: Variant) -> tuple[float, tuple[str, ...]]:
    day = variant.day
    weight = WEIGHTS[len(variant.misread)]
    reasons = [variant.reason]
    against = asked.limits.against(day)
    if against:
        weight *= max(LEAST, OUTLIVED ** asked.limits.years_after(day))
        reasons.append(f"counts against it: {against[0]}")
    if sibling := next((s for s in asked.siblings if s.form and s.day == day), None):
        weight *= SAME_DAY
        reasons.append(f"another impression of this form is dated {sibling.stated}: one stamp")
    elif sibling := next((s for s in asked.siblings if s.form and s.day.year == day.year), None):
        weight *= SAME_YEAR
        reasons.append(f"another impression of this form is of that year ({sibling.stated})")
    if asked.beside and _moves_alike(asked, variant):
        weight *= BOTH_MOVE
        reasons.append(f"the other date of the stamp, {asked.beside}, lies in the same twelve months if read alike")
    if day.year in asked.case_years:
        weight *= OF_THE_CASE
        reasons.append(f"the case number on the sheet is of {day.year}")
    return weight, tuple(reasons)


def _moves_alike(asked: _Question, variant: Variant) -> bool:
    """Whether the same misreading puts the stamp's other date within a year of this one, and within its bounds."""
    others = (v for v in variants(asked.beside or "") if set(v.misread) == set(variant.misread))
    return any(
        abs((v.day.year - variant.day.year) * 12 + (v.day.month or 1) - (variant.day.month or 1)) <= 12
        and not asked.limits.refuting(v.day)
        for v in others
    )


def _siblings(stamp: Stamp, papers: Sequence[Document]) -> Iterator[Sibling]:
    for paper in papers:
        for other in paper.stamps:
            value = other.date.value
            if value is None or other.date.state not in SETTLED or other is stamp:
                continue
            day = PartialDate.parse(value)
            if day.day is not None:
                yield Sibling(day.date, " ".join(other.date.as_printed.split()), other.form == stamp.form)


def _case_years(papers: Sequence[Document]) -> Iterator[int]:
    """Years of court cases, which stand before the dash: C.A. No. 88-0034 was filed in 1988, 05-0034 in 2005."""
    for paper in papers:
        for reading in paper.many("case_number"):
            year, dash, _ = str(reading.value or "").partition("-")
            if dash and len(year) == 2 and year.isdigit():
                yield from (1900 + int(year), 2000 + int(year))


def _ink_of(printed: str, stamp: Stamp, document: Document) -> Ink | None:
    """Where a stamp prints it; None where the day in the record is not as printed."""
    text = {page.n: page.text for page in document.pages}
    for ink in stamp.impressions:
        if isinstance(ink, Ink):
            at = ink.span.of(text.get(ink.page, "")).find(printed)
            if at >= 0:
                start = ink.span.start + at
                return Ink(ink.page, Span(start, start + len(printed)), ink.reader)
    return None
