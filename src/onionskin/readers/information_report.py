"""Intelligence reports on the Agency's form: country, subject, whose news of when, and the text.

The form has two columns: COUNTRY, SUBJECT, DATE OF INFO., PLACE & DATE ACQ. on the left, REPORT NO., DATE DISTR.,
PRECEDENCE, REFERENCES on the right; the source is described across both under them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from onionskin import lexicon
from onionskin.phrases.columns import CELL
from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay
from onionskin.phrases.own_titles import own_title
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.printed_forms import form_words
from onionskin.phrases.sheets import NOTHING, Filled, read_sheet
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.headings import NUMBERING
from onionskin.text.prose import body_lines, is_prose

SHEET = "intelligence"
REPORT_NUMBER = re.compile(
    r"[O0]{2}-[A-Z]-\d[\d,/-]*|[A-Z]{2,6}(?:\s?DB)?\s?[-–]?\s?[\d/][\d/,.\- OI]*[\dOI]|\d[\d,/-]+"
)
"""`TDCS-3/518,204`, `TDCS DB-3/604,118`, `FVS-7315`, `OO-B-3,100`."""
BRACKETED = re.compile(r"\(\s*(?P<day>(?:\d{1,2}\s?\(\s?)?[^()]{4,40})\)?")
"""Once more a bracket where the engine saw a stroke behind the day: `SAIGON (8 (APRIL 1963)`."""
BELOW = re.compile(r"\W*see\s+below\W*", re.IGNORECASE)
"""What the form has where the appraisal of the content stands under the source: `APPRAISAL   SEE BELOW`."""
PART_OF_MONTH = re.compile(
    r"(?:(?P<part>EARLY|MID|LATE|END|BEGINNING)(?:\s+OF)?[\s-]*)?\b(?P<month>[A-Z]{3,9})\b", re.IGNORECASE
)
YEAR = re.compile(r"\b19\d\d\b")
DAYS = re.compile(
    r"(?P<first>\d{1,2})(?:\s+(?P<own>[A-Z]{3,9})\.?)?\s*(?:-|–|—|\bto\b)\s*"
    r"(?P<last>\d{1,2})\s+(?P<month>[A-Z]{3,9})\.?,?\s+(?P<year>19\d\d)",
    re.IGNORECASE,
)
"""`20-28 March 1953`, `28 March - 2 April 1953`."""
FOLD = re.compile(r"\s+")
CONTROLS = re.compile(r"DISSEMINATION\s+CONT")
"""`CLASSIFICATION - DISSEMINATION CONTROLS`, over the box at the head of a page and the one at its foot."""
CUT = re.compile(r"[A-Za-z]")
RUN_INTO = 2
"""Figures at the end of a number that may be misread where something was stamped over it."""
COPIED = frozenset({"country", "subject", "sources", "appraisal"})
FIRST = re.compile(r"\W*1\s+")
SUMMARY = re.compile(r"\W*SUMMARY\s?[:.]\s*\w")
AGENCY = "Central Intelligence Agency"
ISSUER = re.compile(
    rf"\W*(?P<agency>{AGENCY}|CIA(?=\s+INFORMATION\s+REPORT))(?:\s+INFORMATION\s+REPORT)?[\s.,]*", re.IGNORECASE
)
HEAD_LINES = 45
STACKED = 6
"""Lines below a label among which its value may stand, where other labels come between."""


class InformationReportReader:
    """Reads the head of an information report and finds its text."""

    name = "information-report"
    version = "9"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields of the head; `date` is the day of distribution, which the form calls DATE DISTR."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = _head(lines)
        sheet = list(read_sheet(head, SHEET))
        for filled in sheet:
            findings.claim(filled.label, f"label:{filled.field}", furniture=True)
            _fill(filled, findings)
        _issued(head, findings)
        _stacked(sheet, head, findings)
        _year_lent(sheet, findings)
        if not sheet:
            _without_form(head, findings)
        for line in lines:
            if not line.blank and not findings.touches(line.ink) and (title_on(line.text) or form_words(line.text)):
                findings.claim(line.ink, "form-title", furniture=True)
        barred = {line.index for line in lines if not line.blank and findings.touches(line.ink)}
        above = max((line.index for line in head if findings.touches(line.ink)), default=-1)
        barred |= set(range(above + 1)) | _feet(lines)
        _closing(lines, barred, findings)
        return findings.result(body=tuple(lines[at].ink for at in body_lines(lines, barred)))


def _head(lines: Sequence[Line]) -> list[Line]:
    """The lines over the first numbered paragraph or the summary."""
    inked = [line for line in lines if not line.blank][:HEAD_LINES]
    first = next(
        (
            n
            for n, line in enumerate(inked)
            if n > 4 and (SUMMARY.match(line.text) or _opens_paragraph(line.text) or _first_without_point(line.text))
        ),
        len(inked),
    )
    return inked[:first]


def _without_form(head: Sequence[Line], findings: Findings) -> None:
    """The day alone on its line and the title, of a report that is typed on plain paper."""
    day = next((line for line in head for found in find_dates(line.text) if _alone(found.text, line)), None)
    if day is not None:
        _day("date", day.ink, findings)
    if title := own_title([line for line in head if not is_prose(line.text)]):
        span = Span(title[0].ink.start, title[-1].ink.end)
        findings.field("title", FOLD.sub(" ", span.of(findings.text.text)), span, confidence=0.8)


def _alone(words: str, line: Line) -> bool:
    return len(words) == len(line.text.strip()) and words[:1].isdigit()


def _feet(lines: Sequence[Line]) -> set[int]:
    """The lines of the box that the form prints at the foot of each page, from its title down."""
    out: set[int] = set()
    for _, group in groupby((line for line in lines if not line.blank), key=lambda line: line.page):
        page = list(group)
        foot = next((n for n, line in enumerate(page) if n * 2 > len(page) and CONTROLS.search(line.text)), len(page))
        out |= {line.index for line in page[foot:]}
    return out


def _closing(lines: Sequence[Line], barred: set[int], findings: Findings) -> None:
    """`UTB-2104 8 MARCH 1962` under the text, where the form has no place for them: its number and its day."""
    if findings.has("number") or findings.has("date"):
        return
    free = [line for line in lines if not line.blank and line.index not in barred]
    for line in reversed(free):
        words = line.text.strip()
        day = next((found for found in find_dates(words) if found.span.end == len(words)), None)
        number = words[: day.span.start].strip() if day else ""
        if number[:1].isalpha() and REPORT_NUMBER.fullmatch(number) and _day("date", line.ink, findings):
            at = Span(line.ink.start, line.ink.start + len(number))
            findings.field("number", number, at, confidence=0.8)
            again = [row for row in free if row.text.strip() in (number, words)]
            for row in again:
                findings.claim(row.ink, "continuation-head", furniture=True)
            barred |= {row.index for row in again}
            return


def _opens_paragraph(words: str) -> bool:
    m = NUMBERING.match(words)
    return m is not None and bool(words[m.end() :].strip())


def _first_without_point(words: str) -> bool:
    """The first paragraph where the scan lost the point behind its number: `1   SHORTLY AFTER THE INCIDENT`."""
    m = FIRST.match(words)
    return m is not None and is_prose(words[m.end() :])


def _issued(head: Sequence[Line], findings: Findings) -> None:
    """The agency whose name the form prints at its head, alone in its column or before the form's own name."""
    for line in head:
        for cell in CELL.finditer(line.text):
            if (m := ISSUER.fullmatch(cell[0])) and not findings.has("from"):
                span = Span(*m.span("agency")).shifted(line.span.start + cell.start())
                findings.claim(Span(*cell.span()).shifted(line.span.start), "form-title", furniture=True)
                findings.field("from", Named(AGENCY, NamedKind.ORGANIZATION, m["agency"]), span, confidence=0.9)


def _fill(filled: Filled, findings: Findings) -> None:
    name = filled.field
    if name == NOTHING or not filled.values or (name != "place" and findings.has(name)):
        return
    first = filled.values[0]
    words = first.of(findings.text.text)
    if name == "date":
        _day("date", first, findings)
    elif name == "information_date":
        _months(first, findings)
    elif name == "place":
        _acquired(first, findings)
    elif name in ("number", "other_numbers"):
        _numbered(name, first, findings)
    elif name == "precedence":
        for found in find_precedence(words):
            findings.field("precedence", found.value, found.span.shifted(first.start))
    elif name == "page_count" and (m := re.match(r"\d{1,3}", words)):
        findings.field("page_count", int(m[0]), Span(*m.span()).shifted(first.start))
    elif name in COPIED and not BELOW.fullmatch(words):
        _copied(filled, findings)


def _copied(filled: Filled, findings: Findings) -> None:
    """The words as they stand; a country is one cell, and a mark set apart behind it is none of it."""
    words, span = filled.words(findings.text.text), filled.whole
    cell = CELL.search(span.of(findings.text.text)) if filled.field == "country" else None
    if cell:
        words, span = cell[0], Span(*cell.span()).shifted(span.start)
    findings.field(filled.field, words, span, confidence=0.9)


def _numbered(name: str, where: Span, findings: Findings) -> None:
    """The report's number, or the one that the field gave it."""
    if m := REPORT_NUMBER.match(where.of(findings.text.text)):
        number, span = re.sub(r"\s", "", m[0]), Span(*m.span()).shifted(where.start)
        if name == "number" and CUT.match(where.of(findings.text.text), m.end()):
            number, span = _repeated(number, span, findings)
        value = number if name == "number" else OtherNumber(number, NumberKind.REGISTRY)
        findings.field(name, value, span, confidence=0.9)


def _repeated(number: str, span: Span, findings: Findings) -> tuple[str, Span]:
    """A number into which a stamp has run (`TDCS-3/518,2ROUTED`), as the head of a later page repeats it."""
    kept = re.escape(number.rstrip("OI")[:-RUN_INTO] or number)
    again = re.compile(rf"(?<![\w/]){kept}[\d,]{{1,{RUN_INTO + 2}}}(?![\w,])")
    m = again.search(findings.text.text, span.end)
    return (m[0], Span(*m.span())) if m else (number, span)


def _day(name: str, where: Span, findings: Findings) -> bool:
    for found in find_dates(where.of(findings.text.text)):
        if isinstance(found.value, PartialDate) and found.value.day:
            span = found.span.shifted(where.start)
            state, reason = found.state, found.reason
            findings.field(name, found.value.edtf, span, state=state, confidence=found.confidence, reason=reason)
            return True
    return False


def _stacked(sheet: Sequence[Filled], head: Sequence[Line], findings: Findings) -> None:
    """`REPORT NO.` and `DATE DISTR.` one under the other, and then their values: each is known by its form."""
    bare = {f.field: f.label for f in sheet if not f.values and f.field in ("date", "number")}
    for name, label in bare.items():
        below = [line for line in head if line.span.start > label.end][:STACKED]
        for line in below if not findings.has(name) else ():
            words = line.text.strip(" .:")
            if name == "number" and (m := REPORT_NUMBER.fullmatch(words)):
                span = Span(line.ink.start, line.ink.start + len(m[0]))
                findings.field("number", re.sub(r"\s", "", m[0]), span, confidence=0.7)
                break
            dated = name == "date" and any(len(d.text) * 10 >= len(words) * 8 for d in find_dates(words))
            if dated and _day("date", line.ink, findings):
                break


def _year_lent(sheet: Sequence[Filled], findings: Findings) -> None:
    """A day of distribution whose year is not legible is of the year in which the news was come by, or the next."""
    dated = {f.name: f.reading.value for f in findings.fields}
    known = dated.get("acquired") or dated.get("information_date")
    if findings.has("date") or not isinstance(known, str):
        return
    year = int(known[:4])
    for filled in sheet:
        if filled.field != "date" or not filled.values:
            continue
        for found in find_dates(filled.values[0].of(findings.text.text)):
            if isinstance(found.value, PartialDay) and found.value.month and found.value.day:
                early = f"{year:04}-{found.value.month:02}" < known[:7]
                whole = found.value.on(year + early, found.value.month, found.value.day)
                why = "the year is not legible; the day on which the news was come by gives it"
                lent = (Inference("year-from-acquisition", (known,)),)
                span = found.span.shifted(filled.values[0].start)
                state = ReadingState.INFERRED
                findings.field("date", whole.edtf, span, state=state, confidence=0.8, reason=why, also=lent)
                return


def _months(where: Span, findings: Findings) -> None:
    """`8 APRIL 1963`, `MID-APRIL 1963`, `LATE MARCH-EARLY APRIL 1963`: of two months the first borrows the year."""
    words = where.of(findings.text.text)
    if _days(where, findings) or _day("information_date", where, findings):
        return
    months = [(m, month) for m in PART_OF_MONTH.finditer(words) if (month := _month(m["month"]))]
    year = YEAR.search(words)
    if not months or year is None:
        return
    dates = [PartialDate(int(year[0]), month, approximate=bool(m["part"])).edtf for m, month in months]
    start, end = months[0][0].start(), max(year.end(), months[-1][0].end())
    value = dates[0] if len(dates) == 1 else f"{dates[0]}/{dates[-1]}"
    findings.field("information_date", value, Span(start, end).shifted(where.start), confidence=0.9)


def _days(where: Span, findings: Findings) -> bool:
    """`20-28 March 1953`: from the first day to the last, which says the month and the year of both."""
    m = DAYS.search(where.of(findings.text.text))
    until = _month(m["month"]) if m else None
    since = _month(m["own"]) if m and m["own"] else until
    if m is None or since is None or until is None:
        return False
    try:
        first = PartialDate(int(m["year"]), since, int(m["first"])).edtf
        last = PartialDate(int(m["year"]), until, int(m["last"])).edtf
    except ValueError:
        return False
    findings.field("information_date", f"{first}/{last}", Span(*m.span()).shifted(where.start), confidence=0.9)
    return True


def _month(printed: str) -> int | None:
    entry = lexicon.spellings("months").get(printed.lower())
    return entry.number("number") if entry else None


def _acquired(where: Span, findings: Findings) -> None:
    """`VIETNAM, SAIGON (8 APRIL 1963)`, `PERU, LIMA, 8 APRIL 1963`: where and when the news was come by; each may stand
    alone.
    """
    words = where.of(findings.text.text).rstrip(" ,.")
    m = BRACKETED.search(words)
    day = m.span("day") if m else _last_day(words)
    place = words[: m.start() if m else day[0] if day else None].rstrip(" ,.")
    if place and not findings.has("place"):
        findings.field("place", FOLD.sub(" ", place), Span(where.start, where.start + len(place)), confidence=0.9)
    if day and not findings.has("acquired"):
        for found in list(find_dates(words[slice(*day)]))[-1:]:
            if isinstance(found.value, PartialDate):
                span = found.span.shifted(where.start + day[0])
                findings.field(
                    "acquired", found.value.edtf, span, state=found.state, confidence=0.9, reason=found.reason
                )


def _last_day(words: str) -> tuple[int, int] | None:
    """Where the day is with which the words end."""
    ends = (found.span for found in find_dates(words) if found.span.end == len(words))
    return next(((span.start, span.end) for span in ends), None)
