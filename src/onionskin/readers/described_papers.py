"""Sheets that stand for another paper and describe it: identification forms, withdrawal and review sheets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onionskin.phrases.dates import find_dates
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.posts import read_posts
from onionskin.phrases.printed_forms import form_words
from onionskin.phrases.sheets import NOTHING, Filled, read_sheet
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

DATES = frozenset({"date", "reviewed"})
NAMES = frozenset({"from", "to", "agency", "origin"})
LISTS = frozenset({"subjects", "restrictions"})
CORNER = 0.5
"""Confidence of a date whose label does not begin its line."""
NO_YEAR, NO_YEAR_SURE, NO_YEAR_WHY = 1900, 0.3, "the form has the year 1900 where the archive knows none"
"""Of a paper without a day the catalogue says 01/01/0000, and of one without a year 05/10/0000; their forms 1900
(104-10079-10391).
"""
NO_DAY = re.compile(r"(?<!\d)(?P<month>0?\d|1[0-2])/00/(?P<year>[12]\d{3})(?!\d)")
"""`5/00/1961` and `00/00/1963`: the archive's database wants a day and a month where the paper has none."""
FOLD = re.compile(r"\s+")
NUMBER = re.compile(r"\d{1,4}")
PARTED = re.compile(r"[^;]+")
SORTS = (
    "memo(?:randum|con)?|ltr|letter|cable|tel(?:egram|con)?|report|rpt|note|draft|agenda|airgram|despatch|paper|list"
    "|message|minutes|form|attachment"
)
DAY = (
    r"undated|n\.?d\.?|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}/\d{2,4}"
    r"|[A-Za-z]{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Za-z]{3,9}\s\d{2,4}"
)
CODE = r"[A-Z](?:\s?\([A-Za-z0-9]+\))*|\([a-z]\)\s?\(?\d\)?|\d(?:\.\d)?(?:\([a-z0-9]\))*"
ROW = re.compile(
    rf"""\s* (?:\#?\s*\d{{1,3}}[a-z]?[.)]?\s+)? (?P<what> (?:{SORTS}) \b .{{4,150}}? )
    \s{{2,}} (?P<date>{DAY}) \s{{2,}} (?P<restriction>{CODE}) \s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""A row of a library's withdrawal sheet: what sort of paper and whose, its date, the code that keeps it shut."""


class DescribedPaperReader:
    """Reads what a sheet says of the paper for which it stands."""

    version = "5"

    def __init__(self, sheet: str) -> None:
        """`sheet` is a word of `lexicon/sheet_labels.toml`: identification, withdrawal or review."""
        self.sheet = sheet
        self.name = f"{sheet}-sheet"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every filled label as its field; of withdrawal and review sheets `stands_for`."""
        lines = _sheet_lines(text.masked([s for s in taken if _spares(text, s)]))
        findings = Findings(text, self.name)
        if self.sheet == "withdrawal":
            _rows(lines, findings)
        for filled in read_sheet(lines, self.sheet):
            if not findings.touches(filled.label):
                findings.claim(filled.label, f"label:{filled.field}", furniture=True)
                _fill(filled, findings, dateless=NO_YEAR if self.sheet == "identification" else None)
        if self.sheet != "identification":
            _stands_for(findings)
        for line in lines:
            if not line.blank and not findings.touches(line.ink) and (title_on(line.text) or form_words(line.text)):
                findings.claim(line.ink, "form-title", furniture=True)
        return findings.result()


def _sheet_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the sheet: down to the first two sentences of a text that lies behind it."""
    inked = [line for line in lines if not line.blank and not ROW.fullmatch(line.text)]
    ends = (a.index for a, b in pairwise(inked) if is_prose(a.text) and is_prose(b.text))
    return lines[: next(ends, len(lines))]


def _spares(text: CleanText, taken: Span) -> bool:
    """Whole lines that marks answer for stay theirs; what a mark took out of a label or value is read again."""
    at = text.text.rfind("\n", 0, taken.start) + 1
    end = text.text.find("\n", taken.end)
    return len(text.text[at : end if end >= 0 else len(text.text)].strip()) <= len(taken)


def _fill(filled: Filled, findings: Findings, *, dateless: int | None) -> None:
    """`dateless` is the year that the sheet has where nobody knows one."""
    name, text = filled.field, findings.text.text
    leads = not text[text.rfind("\n", 0, filled.label.start) + 1 : filled.label.start].strip(" .:|")
    leads = leads and (dateless is None or bool(findings.fields))
    again = findings.has(name) and not (leads and name in DATES and _unsure(name, findings))
    if name == NOTHING or not filled.values or again:
        return
    first = filled.values[0]
    if name in DATES:
        _dated(name, first, findings, leads=leads, dateless=dateless if name == "date" else None)
    elif name in NAMES:
        findings.field(name, _named(first.of(text)), first, confidence=0.9)
    elif name in LISTS:
        _listed(name, filled.values, findings)
    elif name == "page_count":
        if m := NUMBER.match(first.of(text)):
            findings.field("page_count", int(m[0]), Span(*m.span()).shifted(first.start))
    else:
        words = filled.words(text)
        findings.field(name, words.upper() if name == "classification" else words, filled.whole)


def _dated(name: str, where: Span, findings: Findings, *, leads: bool, dateless: int | None) -> None:
    """`Date: 6/5/2015` in the corner, or above all else, is the day the form was printed; the paper's own begins its
    line.
    """
    words = where.of(findings.text.text)
    if m := NO_DAY.search(words):
        value = PartialDate(int(m["year"]), int(m["month"]) or None)
        findings.field(name, value.edtf, Span(*m.span()).shifted(where.start), confidence=1.0 if leads else CORNER)
        return
    found = next(iter(find_dates(words)), None)
    if found is None or not isinstance(found.value, PartialDate):
        return
    value, span, sure = found.value, found.span.shifted(where.start), 1.0 if leads else CORNER
    if value.year != dateless:
        findings.field(name, value.edtf, span, state=found.state, confidence=sure, reason=found.reason)
        return
    findings.fields[:] = [field for field in findings.fields if field.name != name]
    if (value.month, value.day) == (1, 1):
        findings.claim(span, "no-date")
    else:
        findings.field(name, value.edtf, span, state=ReadingState.DOUBTFUL, confidence=NO_YEAR_SURE, reason=NO_YEAR_WHY)


def _listed(name: str, values: Sequence[Span], findings: Findings) -> None:
    """Each line of the value, and each part of one at a semicolon."""
    for span in values:
        for m in PARTED.finditer(span.of(findings.text.text)):
            words = m[0].strip()
            if words:
                at = span.start + m.start() + len(m[0]) - len(m[0].lstrip())
                findings.field(name, FOLD.sub(" ", words), Span(at, at + len(words)))


def _unsure(name: str, findings: Findings) -> bool:
    return all(f.reading.confidence <= CORNER for f in findings.fields if f.name == name)


def _named(words: str) -> Named:
    """`RUSK, DEAN`, `MIAMI` and `DIRECTOR, FBI` stand in an index alike: as much is said as the words say."""
    posts = read_posts(words)
    if len(posts) == 1 and posts[0].text == words:
        return posts[0].value
    holder = read_holder(words)
    name = FOLD.sub(" ", words)
    return holder.value if holder else Named(name, NamedKind.ORGANIZATION, words)


def _rows(lines: Sequence[Line], findings: Findings) -> None:
    """The rows of a table: each a paper for which the sheet stands, and the code that answers for it."""
    for line in lines:
        m = None if line.blank else ROW.fullmatch(line.text)
        if m is None:
            continue
        row = Span(m.start("what"), m.end("date")).shifted(line.span.start)
        findings.field("papers_listed", FOLD.sub(" ", row.of(findings.text.text)), row, confidence=0.85)
        findings.field("restrictions", m["restriction"], Span(*m.span("restriction")).shifted(line.span.start))


def _stands_for(findings: Findings) -> None:
    """The title is the paper's own name; else its sort and day."""
    listed = [str(f.reading.value) for f in findings.fields if f.name == "papers_listed"]
    if len(listed) == 1:
        why = "the only row of the sheet"
        findings.inferred("stands_for", listed[0], "stands-for-the-row", listed[0], reason=why)
    if listed:
        return
    named = next((f for f in findings.fields if f.name in ("title", "subject")), None)
    named = named or next((f for f in findings.fields if f.name == "document_type"), None)
    if named is None or not isinstance(named.reading.value, str):
        return
    day = next((str(f.reading.value) for f in findings.fields if f.name == "date"), "")
    told = f"{named.reading.value}, {day}" if day else named.reading.value
    findings.inferred(
        "stands_for",
        told,
        "stands-for-the-paper-described",
        f"{named.name}: {named.reading.as_printed}",
        reason="the sheet lies where the paper was that it describes",
    )
