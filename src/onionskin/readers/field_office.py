"""The Bureau's airtels, teletypes and memoranda of field offices: `Director, FBI (62-109090)` from `Legat, Paris
(62-148)`.

TO and FROM may stand before the officers, with or without a colon, or be left to the printed form and cut off: then the
first officer of the head is addressed and the second writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onionskin.phrases.columns import CELL
from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.labels import find_labels
from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.officers import read_officer
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.printed_forms import form_notice, form_words
from onionskin.phrases.titles import title_on
from onionskin.phrases.worn_days import find_worn_day
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose, lines_above_text, opens_by_citing

LABEL = re.compile(r"\W*(?P<label>T[O0]|FROM|FR0M)(?:\s*[:;.]\s*|\s+|(?=[A-Z][a-z]))")
HEAD_LINES = 24
TITLED = re.compile(r"\b(?:DIRECTOR|Director|SAC|LEGAT|Legat)\b(?=\s?,)")
OFFICE_AND_FILE = re.compile(
    r"\s*(?P<office>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2})\s*\(\d{1,3}-[\dA-Za-z-]*\s?\)\W*"
)
REVISED = re.compile(r"\(?\s*Rev\.?", re.IGNORECASE)
"""The day of a blank's revision: FD-36 (Rev. 12-13-56)."""
DATED = re.compile(r"(?:^|\s{2,})\W*D[AO]T[EF]\s*[:;.·]+\s*", re.IGNORECASE)
FOLD = re.compile(r"\s+")
CAPITALS = re.compile(r"[A-Z][A-Z0-9 ,.;:()'’&/-]{3,}")
SUBJECT_LINES, SUBJECT_WORDS = 6, 2
LIKE_LEVEL = 0.8


class FieldOfficeReader:
    """Reads who writes to whom, the day and the text."""

    name = "field-office"
    version = "5"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields to, from, date, subject, precedence; and the body."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        printed = {line.index for line in lines if not line.blank and form_words(line.text)}
        head = lines_above_text([line for line in lines if line.index not in printed], HEAD_LINES, numbered=False)
        _parties(head, findings)
        _date(lines, head, findings)
        _subject(lines, findings)
        if not findings.has("subject"):
            _unlabelled_subject(lines, findings)
        for line in lines:
            if not line.blank and form_notice(line.text):
                findings.claim(line.ink, "form-title", furniture=True)
        for line in head:
            for word in find_precedence(line.text) if not findings.touches(line.ink) else ():
                findings.field("precedence", word.value, word.span.shifted(line.span.start))
        for line in lines:
            over = head and line.index <= head[-1].index and not line.blank and not findings.touches(line.ink)
            if over and (line.index in printed or title_on(line.text)):
                findings.claim(line.ink, "form-title", furniture=True)
        barred = {line.index for line in lines if not line.blank and findings.touches(line.ink)}
        return findings.result(body=tuple(lines[at].ink for at in body_lines(lines, barred)))


def _officers(head: Sequence[Line]) -> Iterator[tuple[str | None, Found[Named]]]:
    """Each officer with the label before him, to or from; what is stamped over the rest of his line is cut off."""
    for line in head:
        label = LABEL.match(line.text)
        name = None if label is None else "to" if label["label"].upper().startswith("T") else "from"
        rest = line.text[label.end() :] if label else line.text
        start = line.span.end - len(rest)
        for cell in CELL.finditer(rest):
            words = cell[0][: end + 1] if (end := cell[0].find(")")) > 0 else cell[0]
            found = read_officer(words) or (_labelled(words) if label else None)
            if found:
                yield name, found.shifted(start + cell.start())
                break


def _labelled(words: str) -> Found[Named] | None:
    """Whoever stands behind TO or FROM, though no officer begins the words."""
    return read_holder(words) or _behind_scrawl(words) or _office(words)


def _behind_scrawl(words: str) -> Found[Named] | None:
    """The officer behind what was written between him and the label: `RDL 4-7-71 DIRECTOR, FBI`."""
    m = TITLED.search(words)
    found = read_officer(words[m.start() :]) if m else None
    return found.shifted(m.start()) if m and found else None


def _office(words: str) -> Found[Named] | None:
    """A field office by its city and its file, without an officer: `BOSTON (62-new)`."""
    m = OFFICE_AND_FILE.fullmatch(words)
    if m is None:
        return None
    named = Named(m["office"], NamedKind.OFFICE, m["office"], office=m["office"])
    return Found(Span(*m.span("office")), named, m["office"], 0.7)


def _parties(head: Sequence[Line], findings: Findings) -> None:
    every = list(_officers(head))
    for n, (label, found) in enumerate(every):
        name = label or ("to" if n == 0 and not findings.has("to") else "from")
        if name == "from" and findings.has("from"):
            continue
        why = (
            ""
            if label
            else f"officer {n + 1} of the head, without a label: the first is addressed, the next one writes"
        )
        findings.field(name, found.value, found.span, confidence=found.confidence if label else 0.7, reason=why)


def _date(lines: Sequence[Line], head: Sequence[Line], findings: Findings) -> None:
    """The day over the officers or beside them, or behind DATE; what stands below them is told or cited."""
    last = max((line.index for line in head if not line.blank and findings.touches(line.ink)), default=None)
    for line in sorted(head, key=lambda line: DATED.match(line.text) is None):
        label = DATED.search(line.text)
        if is_prose(line.text) or opens_by_citing(line.text) or (last is not None and line.index > last and not label):
            continue
        for found in _days(line.text):
            _put_date(found.shifted(line.span.start), lines, findings)
            return


def _days(words: str) -> list[Found[Day]]:
    """Full days of a line, without that of the blank's revision; else one that stands alone and is worn."""
    every = (d for d in find_dates(words) if not REVISED.search(words[: d.span.start]))
    full = [d for d in every if isinstance(d.value, PartialDate) and d.value.day]
    worn = None if full else find_worn_day(words)
    if worn is None:
        return full
    return [Found(worn.span, worn.value, worn.text, worn.confidence, worn.state, worn.reason)]


def _put_date(found: Found[Day], lines: Sequence[Line], findings: Findings) -> None:
    """The day; a year in which a letter that is cited was not yet written gives way to that letter's."""
    value = found.value
    if not isinstance(value, PartialDate) or value.month is None or value.day is None:
        return
    cited = _cited_days(lines)
    day = date(value.year, value.month, value.day)
    newest = max(cited, default=day)
    if newest > day and (value.month, value.day) >= (newest.month, newest.day):
        meant = PartialDate(newest.year, value.month, value.day)
        why = f"a letter of {newest.isoformat()} is cited, so it was not written in {value.year}"
        lent = (Inference("year-from-reference", (newest.isoformat(),)),)
        findings.field(
            "date", meant.edtf, found.span, state=ReadingState.INFERRED, confidence=0.7, reason=why, also=lent
        )
        return
    findings.field("date", value.edtf, found.span, state=found.state, confidence=found.confidence, reason=found.reason)


def _cited_days(lines: Sequence[Line]) -> list[date]:
    """The days of the papers on the line of references: `Re Bern letter 1/5/65`."""
    every = [d.value for line in lines if opens_by_citing(line.text) for d in find_dates(line.text)]
    return [date(v.year, v.month, v.day) for v in every if isinstance(v, PartialDate) and v.month and v.day]


def _subject(lines: Sequence[Line], findings: Findings) -> None:
    for label in find_labels([line for line in lines if not line.blank]):
        if label.key == "subject" and len(label.value) and not findings.touches(label.value):
            findings.claim(label.label, "label:subject", furniture=True)
            findings.field("subject", FOLD.sub(" ", label.value.of(findings.text.text)), label.value)
            return


def _unlabelled_subject(lines: Sequence[Line], findings: Findings) -> None:
    """The lines in capitals between who writes and the text, where the blank's own labels are not on the paper."""
    inked = [line for line in lines if not line.blank]
    last = max((n for n, line in enumerate(inked[:HEAD_LINES]) if findings.touches(line.ink)), default=None)
    if last is None or not findings.has("from"):
        return
    cells: list[Span] = []
    for line in inked[last + 1 : last + 1 + SUBJECT_LINES]:
        cell = CELL.search(line.text)
        if cell is None or not CAPITALS.fullmatch(cell[0]) or is_prose(cell[0]):
            break
        words = _without_level(cell[0])
        cells.append(Span(cell.start(), cell.start() + len(words)).shifted(line.span.start))
    said = " ".join(FOLD.sub(" ", cell.of(findings.text.text)) for cell in cells)
    if len(said.split()) >= SUBJECT_WORDS:
        why = "lines in capitals between the officers and the text"
        findings.field("subject", said, Span(cells[0].start, cells[-1].end), confidence=0.7, reason=why)


def _without_level(words: str) -> str:
    """The words without a level that was stamped behind them and misread: `PRESIDENT KENNEDY CONFYENTIAL`."""
    rest, _, last = words.rpartition(" ")
    return rest.rstrip() if rest and likeness(folded(last), "CONFIDENTIAL") >= LIKE_LEVEL else words
