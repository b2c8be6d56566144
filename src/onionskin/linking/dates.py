"""Relative and partial dates of what a paper cites, resolved against its own date, each with its reasoning.

`your meeting tomorrow` in a letter of 17 November 1962 is of 1962-11-18; `understanding of October 27 and 28` is of
1962-10-27/1962-10-28; `last press conference` is the last that is known before the paper. See DOMAIN.md A8.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onionskin.linking.happenings import Happening, last_before, named_in
from onionskin.linking.own_date import with_own_date
from onionskin.linking.relative_days import Days, relative_days
from onionskin.linking.tenses import Tense, tense_before
from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.days import PartialDay
from onionskin.phrases.found import Found
from onionskin.phrases.numbered import day_behind
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.evidence import Inference, Ink
from onionskin.record.reading import ReadingState
from onionskin.record.references import Reference, ReferenceKind

RULES = frozenset({"relative-day", "year-of-the-paper", "last-of-its-kind", "named-happening"})
"""The rules that speak here: what they said of a record before is said anew."""
WRITTEN = frozenset({ReferenceKind.LETTER, ReferenceKind.TELEGRAM, ReferenceKind.MESSAGE, ReferenceKind.DOCUMENT})
"""What is cited as a paper exists, and so lies behind the paper that cites it."""
PROPOSED = re.compile(
    r"\b(?:proposed|next|forthcoming|coming|planned|scheduled|draft|proceed|take\s+place|(?:set|fixed|arranged)\s+for)\b",
    re.IGNORECASE,
)
LAST = re.compile(r"\b(?:last|latest|recent|most\s+recent)\b", re.IGNORECASE)
TWO_DAYS = re.compile(r"\A\s*(?:and|-|–|to|through|or)\s*(?P<day>\d{1,2})\b(?!,?\s*(?:19|20)\d\d)")
MONTHS_AHEAD = 8
RECENT, REMEMBERED = 120, 1500
"""Days after which "the last press conference" is another that we do not know, and "Vienna" perhaps too."""


def resolve_dates(document: Document, happenings: Sequence[Happening] = ()) -> Document:
    """The record with the dates of its references, and its own where only its file number has the year.

    A date that is printed in full stays. What is found is in `references[].date`; how it follows is an inference in the
    reference's evidence. Resolving twice is the same as resolving once.
    """
    document = with_own_date(document)
    own = _own_day(document)
    if own is None or not document.references:
        return document
    changed = tuple(_resolved(each, own, document, happenings) for each in document.references)
    return document if changed == document.references else replace(document, references=changed)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What was found out, and by which rule."""

    edtf: str
    rule: str
    reasons: tuple[str, ...]


def _before(reference: Reference, document: Document) -> str:
    """The words of its paragraph before a reference; empty where it is not found in the reading text."""
    ink = next((e for e in reference.evidence if isinstance(e, Ink)), None)
    for paragraph in document.text.paragraphs:
        inside = ink is not None and any(e.page == ink.page and e.span.overlaps(ink.span) for e in paragraph.evidence)
        if inside and (at := paragraph.text.find(reference.text)) >= 0:
            return paragraph.text[:at]
    return ""


def _resolved(reference: Reference, own: dt.date, document: Document, happenings: Sequence[Happening]) -> Reference:
    mine = [e for e in reference.evidence if isinstance(e, Inference) and e.rule in RULES]
    if mine:
        kept = tuple(e for e in reference.evidence if e not in mine)
        reference = replace(reference, date=None, evidence=kept)
    if reference.date is not None:
        return reference
    dated = (
        _relative(reference, own, document)
        or _partial(reference, own, document)
        or _happened(reference, own, happenings)
    )
    if dated is None:
        return reference
    told = Inference(dated.rule, dated.reasons)
    return replace(reference, date=dated.edtf, evidence=(*reference.evidence, told))


def _relative(reference: Reference, own: dt.date, document: Document) -> _Dated | None:
    said = list(relative_days(reference.text))
    if not said:
        return None
    last = said[-1]
    past = reference.kind in WRITTEN and not PROPOSED.search(reference.text)
    days = last.seen_from(own, _before(reference, document) + reference.text[: last.span.start], past=past)
    return _Dated(days.edtf, "relative-day", (days.reason,))


def _partial(reference: Reference, own: dt.date, document: Document) -> _Dated | None:
    """A day printed without its year, or a group without its month: the last such day, or the nearest ahead."""
    for found in find_dates(reference.text) if not reference.number else _day_of_a_number(reference, document):
        day = found.value
        if not isinstance(day, PartialDay) or day.day is None:
            continue
        ahead = reference.kind not in WRITTEN and (
            PROPOSED.search(reference.text) is not None or tense_before(_before(reference, document)) is Tense.FUTURE
        )
        full = _ahead(day, own) if ahead else None
        if full is None or _far_ahead(full, own):
            ahead, full = False, day.latest_by(PartialDate(own.year, own.month, own.day))
        if full is None or full.day is None:
            continue
        first = dt.date(full.year, full.month or 1, full.day)
        last = _second(reference.text[found.span.end :], first)
        whole = full.edtf if last is None else Days(first, last, "").edtf
        side = "first such day from" if ahead else "last such day up to"
        return _Dated(whole, "year-of-the-paper", (f"{found.text} is the {side} the paper's own, {own}",))
    return None


def _day_of_a_number(reference: Reference, document: Document) -> Sequence[Found[Day]]:
    """The day in the words of a numbered reference or right behind them on the page: `mytel 398, March 16`."""
    ink = next((e for e in reversed(reference.evidence) if isinstance(e, Ink)), None)
    page = next((page for page in document.pages if ink and page.n == ink.page), None)
    behind = day_behind(page.text[ink.span.end :]) if ink and page else None
    return [*find_dates(reference.text), *([behind] if behind else [])]


def _second(rest: str, first: dt.date) -> dt.date | None:
    """The other day of "October 27 and 28"."""
    match = TWO_DAYS.match(rest)
    day = int(match["day"]) if match else 0
    try:
        return first.replace(day=day) if day > first.day else None
    except ValueError:
        return None


def _ahead(day: PartialDay, own: dt.date) -> PartialDate | None:
    for year in (own.year, own.year + 1):
        try:
            full = day.on(year, own.month)
        except ValueError:
            continue
        if (full.year, full.month or 0, full.day or 0) >= (own.year, own.month, own.day):
            return full
    return None


def _far_ahead(day: PartialDate, own: dt.date) -> bool:
    """Whether nobody would name a day without its year: a nearer one of that name lies behind."""
    return (day.year - own.year) * 12 + (day.month or 1) - own.month > MONTHS_AHEAD


def _happened(reference: Reference, own: dt.date, happenings: Sequence[Happening]) -> _Dated | None:
    if reference.kind is ReferenceKind.PRESS_CONFERENCE and LAST.search(reference.text) and _presidents(reference):
        found = last_before(own, reference.kind, happenings, within=RECENT)
        if found:
            told = f"the last before the paper, which is of {own}, is {found.name}"
            return _Dated(found.edtf, "last-of-its-kind", (told, f"source: {found.source}"))
    if reference.kind is ReferenceKind.MEETING:
        found = named_in(reference.text, own, happenings, within=REMEMBERED)
        if found:
            return _Dated(found.edtf, "named-happening", (f"{found.name}: {found.edtf}", f"source: {found.source}"))
    return None


def _presidents(reference: Reference) -> bool:
    """Whether it may be the President's: nobody else is named as its owner."""
    return reference.from_ is None or "president" in reference.from_.lower()


def _own_day(document: Document) -> dt.date | None:
    """The paper's day where its writer was: the date as it is printed, whose clock is the writer's own."""
    own = document.one("date")
    if own is None or not isinstance(own.value, str) or own.state is ReadingState.DOUBTFUL:
        return None
    try:
        date = PartialDate.parse(own.value)
    except ValueError:
        return None
    return dt.date(date.year, date.month, date.day) if date.month and date.day else None
