"""Who drafted, typed, cleared and approved a paper: the blocks at its foot, and the drafter's mark.

The seed telegram has `Drafted by` / `GBall/ck` / `11/23/62`, `Telegraphic transmission and circulation approved by:` /
`U - George W. Ball` and `Circulation:` with two names; the letter to McCloy has the mark `IC:HC:TL`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.dates import find_dates
from onionskin.phrases.drafters import Drafter, read_drafter
from onionskin.phrases.found import Found
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.names import read_persons
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

PERSONS = {
    "approved": "approved_by",
    "cleared": "cleared_by",
    "circulated": "cleared_by",
    "classified": "classified_by",
}
BLOCK = 12
"""Lines under a label that may still belong to it."""
FORM_SLIP = "the form of the time has Clearances where this transcript has Circulation; persons there cleared the paper"
"""Clearances stand there on the Department's form of 1962; see lexicon/labels.toml."""
CELL = re.compile(r"\S(?:\s{0,2}\S+)*")
"""A run of words that no gap of three blanks parts."""
OFFICE_OF = re.compile(r"(?P<office>[A-Z][A-Z]{0,4}(?:/[A-Z-]{1,6})*)\s*[-–—:]\s*(?=[A-Z])")
GAP = 2
"""Blank lines inside a block at the most."""
MARK_WIDTH = 48
"""Characters of a line that is a drafter's mark and nothing else."""


class DraftingReader:
    """Reads drafters, typists, clearances and approvals with their offices and dates."""

    name = "drafting"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields drafted_by, drafted_on, typed_by, approved_by, cleared_by, classified_by."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        labels = list(find_labels([line for line in lines if not line.blank]))
        for label in labels:
            if label.key == "half":
                findings.claim(label.label, "label:approved", furniture=True)
            circulated = label.key == "circulated" and not findings.has("approved_by")
            if (label.key in ("drafted", "typed") or label.key in PERSONS) and not circulated:
                _block(label, _value_spans(label, lines, labels), findings)
        if not findings.has("drafted_by"):
            _mark(lines, findings)
        return findings.result()


def _block(label: Labelled, spans: Iterator[Span], findings: Findings) -> None:
    """The values under one label, down to a line that holds none."""
    findings.claim(label.label, f"label:{label.key}", furniture=True)
    for span in spans:
        if not (_drafted(span, findings) if label.key in ("drafted", "typed") else _persons(label.key, span, findings)):
            return


def _value_spans(label: Labelled, lines: Sequence[Line], labels: Sequence[Labelled]) -> Iterator[Span]:
    """What stands behind the label, then the lines below it to the next label, a gap, or prose."""
    if len(label.value):
        yield label.value
    labelled = {other.line for other in labels if other.line > label.line}
    blanks, columns = 0, False
    for line in lines[label.line + 1 :][:BLOCK]:
        blanks = blanks + 1 if line.blank else 0
        if line.index in labelled:
            # Two columns: what stands before the next label still belongs to this one, and the cells under it.
            first = min(other.label.start for other in labels if other.line == line.index)
            words = line.text[: max(0, first - line.span.start)].rstrip()
            if not words.strip():
                return
            columns = True
            yield Span(line.ink.start, line.span.start + len(words))
            continue
        if blanks > GAP or is_prose(line.text):
            return
        cell = CELL.search(line.text)
        if cell and columns:
            yield Span(*cell.span()).shifted(line.span.start)
        elif cell:
            yield line.ink


def _drafted(span: Span, findings: Findings) -> bool:
    """`GBall/ck`, `EUR/WE:BCIngram:be 6/20/57`, a name in full, or the date on a line of its own."""
    words = span.of(findings.text.text)
    before = len(findings.fields)
    drafter = read_drafter(words)
    if drafter and not findings.has("drafted_by"):
        _drafter(drafter, span.start, findings)
    for date in find_dates(words):
        if isinstance(date.value, PartialDate) and date.value.day and not findings.has("drafted_on"):
            at = date.span.shifted(span.start)
            findings.field(
                "drafted_on", date.value.date.edtf, at, state=date.state, confidence=date.confidence, reason=date.reason
            )
    if len(findings.fields) == before and not findings.has("drafted_by"):
        for person in read_persons(words)[:1]:
            findings.field("drafted_by", person.value, person.span.shifted(span.start), confidence=person.confidence)
    return len(findings.fields) > before


def _drafter(drafter: Found[Drafter], start: int, findings: Findings) -> None:
    """The parts of a drafter's mark, each at its own characters."""
    value, text = drafter.value, drafter.text
    name = value.person.as_printed
    at = start + drafter.span.start + max(0, text.find(name))
    findings.field(
        "drafted_by", value.person, Span(at, at + len(name)), confidence=drafter.confidence, reason=drafter.reason
    )
    if value.typist:
        typist = start + drafter.span.start + text.rfind(value.typist, text.find(name) + len(name))
        findings.field(
            "typed_by", Named(value.typist, NamedKind.PERSON, value.typist), Span(typist, typist + len(value.typist))
        )
    findings.claim(drafter.span.shifted(start), "field:drafted_by")


def _persons(key: str, span: Span, findings: Findings) -> bool:
    """The persons of one line, column by column; `OAS - Mr. Bunkerhill` names an office by its shape alone."""
    words, found = span.of(findings.text.text), False
    for cell in CELL.finditer(words):
        office = OFFICE_OF.match(cell[0])
        persons = read_persons(cell[0])
        if cell[0].isupper() and not any(p.value.office or p.value.title for p in persons):
            continue  # a surname alone in capitals below the block is the signature
        for person in persons:
            at, value = person.span.shifted(span.start + cell.start()), person.value
            if office and value.office is None and person is persons[0]:
                value, at = replace(value, office=office["office"]), Span(span.start + cell.start(), at.end)
            reason = FORM_SLIP if key == "circulated" else ""
            findings.field(PERSONS[key], value, at, confidence=0.8 if reason else person.confidence, reason=reason)
            found = True
    return found


def _mark(lines: Sequence[Line], findings: Findings) -> None:
    """A drafter's mark alone on a line, the last one of the paper: `IC:HC:TL`."""
    for line in reversed(lines):
        words = line.text.strip()
        if not words or len(words) > MARK_WIDTH or (":" not in words and "/" not in words):
            continue
        drafter = read_drafter(words)
        if drafter and len(drafter.text) * 2 > len(words):
            _drafted(line.ink, findings)
            return
