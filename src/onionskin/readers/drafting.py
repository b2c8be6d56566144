"""Who drafted, typed, cleared and approved a paper: the blocks at its foot, and the drafter's mark.

The seed telegram has `Drafted by` / `GBall/ck` / `11/23/62`, `Telegraphic transmission and circulation approved by:` /
`U - George W. Ball` and `Circulation:` with two names; the letter to McCloy has the mark `IC:HC:TL`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.columns import bounds_of, cells, under
from onionskin.phrases.dates import find_dates, read_date
from onionskin.phrases.drafters import Drafter, person_of, read_compact, read_drafter
from onionskin.phrases.found import Found
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.letters import SIGNATURE_MARK
from onionskin.phrases.names import read_persons
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.offices import is_symbol, known_symbol, office_behind, office_mended, read_offices
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Inference
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
DRAFT_ONLY = re.compile(r"\((?:in )?(?:draft|substance|subs|info|phone|by phone)\)", re.IGNORECASE)
PART = re.compile(r"[^\s;](?:[^\S\n]{0,2}[^\s;])*")
"""What a wide gap or a semicolon parts from the next: `ECON - Mr. Lane; CIB - Miss Orr`."""
REMARK = re.compile(
    r"\s*(?:[-–—:]\s*|\()(?:no (?:objections?|comments?)|concurs?|(?:in )?(?:draft|substance|subs)|cleared"
    r"|informed|info|ok|by (?:tele)?phone|phone)\b[^A-Z]*$",
    re.IGNORECASE,
)
"""What an office said, behind its symbol: `S/P - no objection`."""
NOT_CLEARED = re.compile(
    r"(?:\s[-–—]{1,2}|[-–—]{2}|[,:(])\s*(?:not (?:available|reached|cleared)|unavailable|no clearance)\b[^A-Za-z]*$",
    re.IGNORECASE,
)
"""`Mr. Arden -- not available`: he was asked and did not clear it."""
OFFICE_OF = re.compile(r"(?P<office>[A-Z][A-Z]{0,4}(?:/[A-Z-]{1,6})*)\s*[-–—:=~]\s*(?=[A-Z/])")
OFFICE_BEFORE = re.compile(
    r"(?P<office>[A-Z]{1,5}(?:/[A-Z]{1,4})*)"
    r"(?:\s+(?=(?:Mr|Mrs|Miss|Amb)\b|[A-Z]{1,3}[a-z]|[A-Z]\.)|/(?=[A-Z]{1,3}[a-z]))"
)
"""`EUR/SOV RHDavis`, `U/GWBall`: an office set before a name by a blank or a slash."""
BODY_BEFORE = re.compile(
    r"(?:The )?(?P<office>[A-Z][A-Za-z]+(?: (?:of |of the )?[A-Z][A-Za-z]+){0,4})\s*[-–—:]\s*(?=[A-Z])"
)
"""`White House - Mr. Able`: a body outside the Department, by its name in words."""
MENDED = 0.7
"""How sure a person is whose office was misread and put right."""
RUN_TOGETHER = re.compile(r"[A-Z]{1,3}(?=[A-Z][a-z])(?!Mac|Mc)[A-Z][a-z]+")
"""`GBall`: initials and surname in one word."""
IN_FIGURES = re.compile(r"\d[/-]|[/-]\d")
"""What a day in figures has, however misread."""
WITHIN_SENTENCE = re.compile(r"[a-z]+\s*:?")
"""`that this project be / authorized: in the amount of`: a line of a sentence; `approved by:` goes on with a label."""
GAP = 2
"""Blank lines inside a block at the most."""
DAY_ALONE = re.compile(r"\s*(?:\d{1,2}\s?[/-]\s?\d{1,2}\s?[/-]\s?\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s*")
APPROVED_IN = re.compile(
    r"\s*\(?\s*(?i:approved)\s+(?i:in|by)\s+(?:the\s+)?(?P<office>[A-Z]{1,5}(?:/[A-Z]{1,5}){0,2}|White House)"
    r"(?:\s*(?:by\b\s*:?|[-–—:,])\s*(?P<person>[A-Z][A-Za-z.' ]{2,30}?))?"
    r"[\s,:–—-]*(?:\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:on )?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\s*\)?\s*"
)
"""Who approved a record of what was said, in whose office, and on which day."""
MARK_WIDTH = 48
"""Characters of a line that is a drafter's mark and nothing else."""


class DraftingReader:
    """Reads drafters, typists, clearances and approvals with their offices and dates."""

    name = "drafting"
    version = "13"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields drafted_by, drafted_on, typed_by, approved_by, cleared_by, classified_by."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        labels = list(find_labels([line for line in lines if not line.blank]))
        for label in labels:
            if label.key == "half":
                findings.claim(label.label, "label:approved", furniture=True)
            circulated = label.key == "circulated" and not findings.has("approved_by")
            if WITHIN_SENTENCE.fullmatch(label.label.of(text.text)):
                continue
            if (label.key in ("drafted", "typed") or label.key in PERSONS) and not circulated:
                _block(label, _value_spans(label, lines, labels), findings)
        if not findings.has("drafted_by"):
            _mark(lines, findings)
        for at in () if findings.has("approved_by") else sorted(text.lines_holding("pproved in", "pproved by")):
            _approved_in(lines[at], findings)
        return findings.result()


def _block(label: Labelled, spans: Iterator[Span], findings: Findings) -> None:
    """The values under one label, down to a line that holds none."""
    findings.claim(label.label, f"label:{label.key}", furniture=True)
    above = label.value
    for span in spans:
        below = span != label.value
        if below and label.key == "approved" and _office_below(above, span, findings):
            continue
        if below and label.key not in ("drafted", "typed") and _typed_mark(span.of(findings.text.text)):
            return
        above = span
        if not (
            _drafted(span, findings)
            if label.key in ("drafted", "typed")
            else _persons(label.key, span, findings, below=below)
        ):
            return
        findings.claim(span, f"field:{PERSONS.get(label.key, 'drafted_by')}")


def _typed_mark(words: str) -> bool:
    """Whether the words are a drafter's mark with its typist, `EUR:WE:TPHanlon:bk`: nobody clears a paper so."""
    mark = read_compact(words.strip())
    return mark is not None and mark.value.typist is not None and mark.value.typist.islower() and ":" in words


def _office_below(above: Span, span: Span, findings: Findings) -> bool:
    """The office of the one person who approved, alone on the line under his name; it is then his."""
    text = findings.text.text
    office = known_symbol(span.of(text).strip())
    last = findings.fields[-1] if findings.fields else None
    if (
        office is None
        or last is None
        or last.name != PERSONS["approved"]
        or text[above.end : span.start].count("\n") > 1
    ):
        return False
    person = last.reading.value
    if not isinstance(person, Named) or person.kind is not NamedKind.PERSON or person.office:
        return False
    evidence = (*last.reading.evidence, Inference("office-under-the-name", (office,)))
    reading = replace(last.reading, value=replace(person, office=office), evidence=evidence)
    findings.fields[-1] = replace(last, reading=reading)
    findings.claim(span, "field:approved_by")
    return True


def _value_spans(label: Labelled, lines: Sequence[Line], labels: Sequence[Labelled]) -> Iterator[Span]:
    """What stands behind the label, then what stands in its column below it, to the next label, a gap, or prose."""
    if len(label.value):
        yield label.value
    labelled = {other.line for other in labels if other.line > label.line}
    bounds = bounds_of(label, lines[label.line], labels)
    blanks, narrowed = 0, False
    for line in lines[label.line + 1 :][:BLOCK]:
        blanks = blanks + 1 if line.blank else 0
        if line.index in labelled:
            # What stands before the next label still belongs to this one, and the cells under it.
            first = min(other.label.start for other in labels if other.line == line.index) - line.span.start
            end = min(first, bounds[1] or first)
            bounds = (bounds[0], end)
            if end <= bounds[0] or (span := under(line, bounds)) is None:
                return
            narrowed = True
            yield Span(span.start, min(span.end, line.span.start + first))
            continue
        if blanks > GAP or is_prose(line.text):
            return
        inside = list(cells(line, bounds))
        if inside and narrowed:
            yield inside[0]
        elif inside:
            yield Span(inside[0].start, inside[-1].end)


def _drafted(span: Span, findings: Findings) -> bool:
    """`GBall/ck`, `EUR/WE:BCIngram:be 6/20/57`, a name in full, or the date on a line of its own."""
    words = span.of(findings.text.text)
    before = len(findings.fields)
    drafter = read_drafter(words)
    if drafter and not findings.has("drafted_by"):
        _drafter(drafter, span.start, findings)
    misread = read_date(words) if IN_FIGURES.search(words) else None
    for date in list(find_dates(words)) or ([misread] if misread else []):
        if isinstance(date.value, PartialDate) and date.value.day and not findings.has("drafted_on"):
            at = date.span.shifted(span.start)
            findings.field(
                "drafted_on", date.value.date.edtf, at, state=date.state, confidence=date.confidence, reason=date.reason
            )
    if not findings.has("drafted_by"):
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
    # `EUR/NAN:Marsh:rb`: the office is part of the drafter, and longer than his name.
    if start + drafter.span.start < at:
        findings.claim(Span(start + drafter.span.start, at), "drafter-office", furniture=True)
    if value.typist:
        typist = start + drafter.span.start + text.rfind(value.typist, text.find(name) + len(name))
        findings.field(
            "typed_by", Named(value.typist, NamedKind.PERSON, value.typist), Span(typist, typist + len(value.typist))
        )
    findings.claim(drafter.span.shifted(start), "field:drafted_by")


def _persons(key: str, span: Span, findings: Findings, *, below: bool = False) -> bool:
    """The persons of one line, column by column; `OAS - Mr. Bunkerhill` names an office by its shape alone."""
    words, found = span.of(findings.text.text), False
    for cell in PART.finditer(words):
        if below and cell[0].isupper() and len(cell[0].split()) == 1 and not re.search(r"[:/(]", cell[0]):
            continue  # a surname alone in capitals below the block is the signature
        if key == "cleared" and NOT_CLEARED.search(cell[0]):
            found = True
            continue
        at_cell = Span(*cell.span()).shifted(span.start)
        if _offices(key, at_cell, findings):
            found = True
            continue
        for value, at, confidence in _in_cell(cell[0]):
            reason = FORM_SLIP if key == "circulated" else ""
            sure = 0.8 if reason else confidence
            findings.field(PERSONS[key], value, at.shifted(at_cell.start), confidence=sure, reason=reason)
            found = True
    holder = read_holder(words) if key == "approved" and not found else None
    if holder:  # Approved by: The Secretary
        findings.field(PERSONS[key], holder.value, holder.span.shifted(span.start), confidence=holder.confidence)
    return found or holder is not None


def _in_cell(cell: str) -> Iterator[tuple[Named, Span, float]]:
    """Persons with their offices before or behind them, joined by a dash, a colon, a slash, a comma or a blank."""
    mended = office_mended(cell)
    if mended != cell and not read_compact(cell) and not OFFICE_OF.match(cell) and OFFICE_OF.match(mended):
        for value, at, confidence in _in_cell(mended):
            printed = value.as_printed if value.as_printed in cell else at.of(cell)
            yield replace(value, as_printed=printed), at, min(confidence, MENDED)
        return
    compact = read_compact(cell)
    before = OFFICE_OF.match(cell) or next(
        (m for m in (OFFICE_BEFORE.match(cell),) if m and is_symbol(m["office"])), _body_before(cell)
    )
    if compact:
        yield compact.value.person, compact.span, compact.confidence
        return
    lead = before.end() if before else 0
    if mark := SIGNATURE_MARK.match(cell, lead):
        lead = mark.end()
    persons = read_persons(cell[lead:])
    for person in persons:
        value, at = person.value, person.span.shifted(lead)
        behind = office_behind(cell, at.end) if value.office is None else None
        if before and value.office is None and person is persons[0]:
            value, at = replace(value, office=known_symbol(before["office"]) or before["office"]), Span(0, at.end)
        elif behind:
            value, at = replace(value, office=behind.value.office), Span(at.start, behind.span.end)
        if value.surname and (run := RUN_TOGETHER.fullmatch(value.as_printed)) and " " not in value.name:
            value = replace(person_of(run[0], value.office)[0], as_printed=value.as_printed)
        yield value, at, person.confidence


def _body_before(cell: str) -> re.Match[str] | None:
    """A body of the Government named in words before a person."""
    m = BODY_BEFORE.match(cell)
    named = m["office"].lower() if m else ""
    return m if named in names_of("organizations") or named in word_class("clearing-bodies") else None


def _offices(key: str, span: Span, findings: Findings) -> bool:
    """Offices that stand for whoever there cleared the paper: `Clearances: S/S, G, L`."""
    words = REMARK.sub("", span.of(findings.text.text))
    offices = read_offices(words) if key == "cleared" else []
    if not offices or re.search(r"[A-Za-z]{2}", DRAFT_ONLY.sub("", _without(words, [o.span for o in offices]))):
        return False
    for office in offices:
        findings.field(PERSONS[key], office.value, office.span.shifted(span.start), confidence=office.confidence * 0.9)
    return True


def _without(words: str, spans: Sequence[Span]) -> str:
    for span in spans:
        words = words[: span.start] + " " * len(span) + words[span.end :]
    return words


def _mark(lines: Sequence[Line], findings: Findings) -> None:
    """A drafter's mark alone on a line or in its first column, the last one of the paper: `IC:HC:TL`."""
    for line in reversed(lines):
        first = next(cells(line), None)
        words = first.of(findings.text.text) if first else ""
        if first is None or len(words) > MARK_WIDTH or (":" not in words and "/" not in words):
            continue
        drafter = read_drafter(words)
        if drafter and len(drafter.text) * 2 > len(words):
            _drafted(first, findings)
            if not findings.has("drafted_on"):
                _day_beside(lines, line, first, findings)
            return


def _day_beside(lines: Sequence[Line], line: Line, mark: Span, findings: Findings) -> None:
    """The day behind a gap on the line of the mark, or alone on the next: `NEA:RMarlow:eg` / `2/13/57`."""
    below = next((x for x in lines[line.index + 1 : line.index + 1 + GAP] if not x.blank), None)
    behind = Span(mark.end, line.ink.end)
    for span in (behind, *([below.ink] if below and below.page == line.page else [])):
        words = span.of(findings.text.text)
        if DAY_ALONE.fullmatch(words) and _drafted(span, findings):
            findings.claim(span, "field:drafted_on")
            return


def _approved_in(line: Line, findings: Findings) -> None:
    """`(Approved in EUR by: R. Marlow 10/14/63)`, `Approved in S/S 4/3/62`, on a memorandum of conversation."""
    m = None if line.blank else APPROVED_IN.fullmatch(line.text)
    if m is None:
        return
    office = known_symbol(m["office"]) or (m["office"] if is_symbol(m["office"]) else None)
    body = office or (m["office"] if m["office"].lower() in names_of("addressees", "organizations") else None)
    person = next(iter(read_persons(m["person"])), None) if m["person"] else None
    if body is None or (m["person"] and person is None):
        return
    if person:
        value, at = replace(person.value, office=person.value.office or body), person.span.shifted(m.start("person"))
    else:
        value, at = Named(body, NamedKind.OFFICE, m["office"], office=body), Span(*m.span("office"))
    findings.field("approved_by", value, at.shifted(line.span.start), confidence=0.9)
    findings.claim(line.ink, "field:approved_by", furniture=True)
