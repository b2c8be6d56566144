"""The Agency's dispatch: a form whose boxes are labelled above or left of what is typed in, TO, INFO, FROM, SUBJECT.

Engines set the small labels apart from the values, or lose them. What stays is the order: addressees first, then
whoever sends, each an officer by his title and place (`Chief of Station, JMWAVE`); the day is typed in a box at the
foot or at the right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.columns import CELL
from onionskin.phrases.dates import find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.label_words import letters
from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.names import read_persons
from onionskin.phrases.officers import read_officer
from onionskin.phrases.own_dates import of_the_writing
from onionskin.phrases.printed_forms import form_cells, form_words
from onionskin.phrases.signatures import signature_on
from onionskin.phrases.worn_days import first_worn_day
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import body_lines, is_prose, lines_above_text

LABEL = re.compile(
    r"\W*(?P<label>TO|T[0CO]|INFO|FROM|FR0M|F?ROM|HOM|SUBJECT|SUBJ|ACTION REQUIRED|REFERENCES?|ACTION|VIA)\b\W*",
    re.IGNORECASE,
)
BOXES = {
    "TO": "to",
    "T0": "to",
    "TC": "to",
    "INFO": "info",
    "FROM": "from",
    "FR0M": "from",
    "ROM": "from",
    "HOM": "from",
}
"""A label, or what an engine makes of it, to the field of its box."""
SYMBOL = re.compile(
    r"(?<![\w-])(?P<number>[A-Z]{4}\s?[-–]?\s?[AW]?[-–]?\d{1,3},?\d{2,3}|[A-Z]{2}\s?[-–]\s?\d{4})(?![\w-])"
)
"""`UFGA-10517`, `OELA-37,729`, `BD - 6614`: the post's two letters, whom it writes to, and a number."""
TYPED_BEHIND = re.compile(r"\s*(?:TO|INFO|FROM)\s*:\s*(?P<words>[A-Z][A-Za-z].{2,70}?)\s*", re.IGNORECASE)
"""A label with its colon, as transcripts have it, and whatever it says of who that is: `TO: Chiefs of all Stations`."""
BOOK = re.compile(r"\s*(?P<number>BOOK (?:DISPATCH|DESPATCH|CABLE)(?: NO\.?| NUMBER)? ?\d{1,5})[.\s]*", re.IGNORECASE)
"""A dispatch to many posts has a number of its own: `Book Dispatch No. 4310`."""
NUMBERED = re.compile(r"\W*DISPATCH (?:NO|NUMBER|SYMBOL)\b[.:\s]*", re.IGNORECASE)
"""The label of its number, on one line with it: `DISPATCH NO. HNQA-1140`."""
TYPED_ON = re.compile(r"\W*DATE TYPED\W*", re.IGNORECASE)
TO_DO = re.compile(r"\W*ACTION REQUIRED(?:\W+REFERENCES?)?\s*[:.;-]", re.IGNORECASE)
"""What is asked of whoever gets it: `ACTION REQUIRED: For information.`"""
PSEUDONYM = re.compile(r"(?P<name>[A-Z][a-z]+ (?:[A-Z]\. ?){1,2}[A-Z]{4,})")
"""The Agency types the surnames of pseudonyms in capitals: `Gerald K. HOLLANDER`."""
HEAD_LINES = 30
CITED = re.compile(r"\b(?:ref(?:erence)?s?|dated|of|attachment|see|memo)\b", re.IGNORECASE)
DAY_LABEL = re.compile(r"\W*\bdate(?:\s+(?:typed|dispatched))?\b\W*", re.IGNORECASE)
SUBJECT_LINES = 2
PRINTED, LIKE = "ACTION REQUIRED REFERENCES", 0.8
"""What the form prints under the subject, and how like it a line is: `AOTION REQUIRED . REFERENCES`."""
FOLD = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Officer:
    """An officer of the head, where he stands, and the box whose label was last seen before him."""

    found: Found[Named]
    span: Span
    box: str | None


class DispatchReader:
    """Reads a dispatch's boxes, and finds its text."""

    name = "dispatch"
    version = "8"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields to, info, from, subject, date, number; and the body."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = lines_above_text(lines, HEAD_LINES)
        _parties(list(_officers(head)), findings)
        _subject(head, findings)
        _date(lines, findings)
        _number(lines, findings)
        _signed(lines, findings)
        for line in lines:
            if line.blank or findings.touches(line.ink):
                continue
            label = LABEL.fullmatch(line.text) or TO_DO.match(line.text)
            if label or form_words(line.text) or letters(line.text) in ("DISPATCH", "CONTINUATIONOFDISPATCH"):
                findings.claim(line.ink, "form-title", furniture=True)
            for cell in form_cells(line.text):
                findings.claim(cell.shifted(line.span.start), "form-title", furniture=True)
        barred = {line.index for line in lines if not line.blank and findings.touches(line.ink)}
        return findings.result(body=tuple(lines[at].ink for at in body_lines(lines, barred)))


def _officers(head: Sequence[Line]) -> Iterator[_Officer]:
    """Every cell that is an officer, behind a label of its box or under one. Labels that an engine set under one
    another, apart from their values, say nothing of what comes behind the last.
    """
    box: str | None = None
    waits = False
    for line in head:
        for words, start in _cells(line):
            label = LABEL.match(words)
            alone = label is not None and label.end() == len(words)
            if label:
                box = None if waits and alone else BOXES.get(label["label"].upper())
            waits = alone
            lead = label.end() if label else 0
            found = read_officer(words[lead:])
            if found:
                yield _Officer(found, found.span.shifted(start + lead), box)
            elif box and (typed := TYPED_BEHIND.fullmatch(words)) and not form_words(typed["words"]):
                named = Named(typed["words"], NamedKind.OFFICE, typed["words"], office=typed["words"])
                span = Span(*typed.span("words"))
                yield _Officer(Found(span, named, typed["words"], 0.8), span.shifted(start), box)


def _cells(line: Line) -> Iterator[tuple[str, int]]:
    """The cells of a line with their starts; a title that ends with its comma goes on behind the gap."""
    row = list(CELL.finditer(line.text))
    for n, cell in enumerate(row):
        follows = row[n + 1] if n + 1 < len(row) and cell[0].endswith(",") else None
        yield line.text[cell.start() : follows.end() if follows else cell.end()], line.span.start + cell.start()


def _parties(officers: Sequence[_Officer], findings: Findings) -> None:
    """By the label of the box where it was read; else the last officer of the head is the sender."""
    if not officers:
        return
    sender = next((o for o in officers if o.box == "from"), officers[-1] if len(officers) > 1 else None)
    for officer in officers:
        if officer is sender:
            sure = officer.box == "from"
            why = "" if sure else "the label of the box is not legible; the last officer of the head is the sender"
            findings.field("from", officer.found.value, officer.span, confidence=0.9 if sure else 0.7, reason=why)
        elif sender is None or officer.span.start < sender.span.start:
            box = "info" if officer.box == "info" and findings.has("to") else "to"
            findings.field(box, officer.found.value, officer.span, confidence=officer.found.confidence)


def _subject(head: Sequence[Line], findings: Findings) -> None:
    for n, line in enumerate(head):
        m = LABEL.match(line.text)
        if m is None or not m["label"].upper().startswith("SUBJ"):
            continue
        spans = [Span(line.span.start + m.end(), line.ink.end)] if line.text[m.end() :].strip() else []
        for below in head[n + 1 :][:SUBJECT_LINES]:
            printed = LABEL.match(below.text) or form_words(below.text) or likeness(folded(below.text), PRINTED) >= LIKE
            if printed or read_officer(below.text):
                break
            spans.append(below.ink)
        if spans:
            whole = Span(spans[0].start, spans[-1].end)
            findings.claim(
                Span(line.span.start + m.start("label"), line.span.start + m.end("label")),
                "label:subject",
                furniture=True,
            )
            findings.field("subject", FOLD.sub(" ", whole.of(findings.text.text)), whole, confidence=0.8)
        return


def _date(lines: Sequence[Line], findings: Findings) -> None:
    """The typed day: alone in its cell, or beside the mail room's. Of two in one row, DATE TYPED stands before DATE
    DISPATCHED.
    """
    page = next((line.page for line in lines if not line.blank), None)
    beside = _beside_label(lines)
    dated = [
        (found.value, found.span.shifted(line.span.start), found)
        for line in lines
        if line.page == page and not line.blank and not is_prose(line.text)
        for found in find_dates(line.text)
        if isinstance(found.value, PartialDate) and found.value.day
        for cell in CELL.finditer(line.text)
        if cell.start() <= found.span.start < cell.end()
        and not CITED.search(cell[0])
        and (_leads(found.span.start, cell, line in beside) or _fills(cell[0]))
    ]
    dated = of_the_writing([d.year for d, _, _ in dated], dated)
    if not dated:
        if worn := first_worn_day(x for x in lines if x.page == page and not CITED.search(x.text)):
            findings.found("date", worn)
        return
    dated.sort(key=lambda day: not any(line.ink.covers(day[1]) for line in beside))
    # The stamp of the mail room is in capitals and has its month first: APR 20 1962.
    typed = [d for d in dated if not re.match(r"[A-Z]{3}\b", d[2].text)]
    value, span, found = (typed or dated)[0]
    findings.field("date", value.edtf, span, state=found.state, confidence=found.confidence, reason=found.reason)


def _fills(cell: str) -> bool:
    """Whether little stands in a cell but days and their label."""
    return sum(len(each.text) for each in find_dates(cell)) * 10 >= len(DAY_LABEL.sub("", cell)) * 7


def _leads(at: int, cell: re.Match[str], below: bool) -> bool:
    """Whether a cell beside DATE TYPED begins with the day: what was stamped beside it may be misread."""
    return below and not DAY_LABEL.sub("", cell[0][: at - cell.start()]).strip()


def _beside_label(lines: Sequence[Line]) -> list[Line]:
    """The line of DATE TYPED and the one under it."""
    inked = [line for line in lines if not line.blank]
    at = next((n for n, line in enumerate(inked) if TYPED_ON.match(line.text)), None)
    return [] if at is None else inked[at : at + 2]


def _number(lines: Sequence[Line], findings: Findings) -> None:
    """The dispatch's symbol and number: alone in a cell, on the first page; one behind a word such as REFERENCE is
    another's.
    """
    page = next((line.page for line in lines if not line.blank), None)
    for line in lines:
        if line.page != page or line.blank or is_prose(line.text) or CITED.search(line.text):
            continue
        if book := BOOK.fullmatch(line.text):
            span = Span(*book.span("number")).shifted(line.span.start)
            findings.field("number", FOLD.sub(" ", book["number"]), span, confidence=0.9)
            return
        for cell in CELL.finditer(line.text):
            label = NUMBERED.match(cell[0])
            m = SYMBOL.search(cell[0], label.end() if label else 0)
            if m and label:
                findings.claim(
                    Span(0, label.end()).shifted(line.span.start + cell.start()), "label:number", furniture=True
                )
            if m and (len(m[0]) + (label.end() if label else 0)) * 10 >= len(cell[0].strip()) * 6:
                span = Span(*m.span("number")).shifted(line.span.start + cell.start())
                findings.field("number", re.sub(r"\s", "", m["number"]), span, confidence=0.85)
                return


def _signed(lines: Sequence[Line], findings: Findings) -> None:
    """The name, mostly a pseudonym, in capitals on a line of its own under the text."""
    text = [line.index for line in lines if not line.blank and is_prose(line.text)]
    for line in lines[text[-1] + 1 :] if text else ():
        if line.blank or findings.touches(line.ink):
            continue
        found = signature_on(line.text)
        if found is None and PSEUDONYM.fullmatch(line.text.strip()):
            found = next(iter(read_persons(line.text)), None)
        if found and (line.text.isupper() or PSEUDONYM.fullmatch(line.text.strip())) and " " in found.text:
            findings.field("signed_by", found.value, found.span.shifted(line.span.start), confidence=0.8)
            return
