"""What the form of outgoing cables says of who made it: the originator's column, and the names under the message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onionskin.phrases.names import read_person
from onionskin.phrases.page_marks import says_ended
from onionskin.phrases.signatures import signature_on
from onionskin.readers.findings import Findings
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

OFFICE = r"[A-Z]{2,6}(?:/[A-Z0-9][A-Za-z0-9&-]{0,9}){0,4}"
COLUMN = re.compile(r"\W*(?P<label>ORIG|UNIT|EXT)\s*[:;.,·]+\s*(?P<value>[A-Za-z0-9]\S*(?:\s{1,2}\S+)*)")
"""The originator's name, his office and his telephone, one under another: `ORIG : A. MARLOW/cd`."""
TYPIST = re.compile(r"\s?[/:]\s?(?P<typist>[a-z]{2,3})\W*$")
CLEARED = re.compile(
    rf"\W*(?:(?P<office>{OFFICE})[\s:-]+)?"
    r"(?P<name>(?:[A-Z]\.\s?){0,2}[A-Z][A-Za-z.'’]+(?:\s[A-Z][A-Za-z.'’]*){0,2})\s*"
    r"\((?:in draft|draft|by (?:tele)?phone|phone|telecoord|telephonically)\)\W*"
)
"""An officer who was asked before it went: `WH/3 - Marlow (in draft)`."""
HAND = re.compile(r"\s*\[\s?(?:signature|signed)\s?\]\s*", re.IGNORECASE)
SURE = 0.8
"""How much of a line a name is that stands there alone."""


def read_column(lines: Sequence[Line], findings: Findings) -> None:
    """Fields drafted_by, with the office of the column, and typed_by."""
    cells = {m["label"]: (m, line) for line in reversed(lines) if not line.blank and (m := COLUMN.match(line.text))}
    if "ORIG" not in cells:
        return
    m, line = cells["ORIG"]
    typist = TYPIST.search(m["value"])
    person = _alone(m["value"][: typist.start()] if typist else m["value"])
    if person is None:
        return
    value, at = person
    start = line.span.start + m.start("value")
    unit = cells["UNIT"][0]["value"] if "UNIT" in cells and re.fullmatch(OFFICE, cells["UNIT"][0]["value"]) else None
    findings.field("drafted_by", replace(value, office=unit), at.shifted(start), confidence=0.8)
    if typist:
        initials = Named(typist["typist"], NamedKind.PERSON, typist["typist"])
        findings.field("typed_by", initials, Span(*typist.span("typist")).shifted(start), confidence=0.8)
    for label, (_, where) in cells.items():
        findings.claim(where.ink, f"label:{label.lower()}", furniture=True)


def read_foot(lines: Sequence[Line], findings: Findings) -> None:
    """Fields cleared_by and signed_by: who was asked, and the first who signs over his office."""
    inked = [line for line in lines if not line.blank]
    end = next((n for n, line in enumerate(inked) if says_ended(line.text)), None)
    if end is None:
        end = max((n for n, line in enumerate(inked) if is_prose(line.text)), default=len(inked))
    below = inked[end + 1 :]
    for line, under in zip(below, [*below[1:], None], strict=False):
        if findings.touches(line.ink):
            continue
        if cleared := CLEARED.fullmatch(line.text):
            _cleared(cleared, line, findings)
        elif not findings.has("signed_by"):
            _signed(line, under, findings)


def _cleared(m: re.Match[str], line: Line, findings: Findings) -> None:
    if person := _alone(m["name"]):
        value, at = person
        start = line.span.start
        span = Span(m.start("office") if m["office"] else m.start("name") + at.start, m.start("name") + at.end)
        findings.field("cleared_by", replace(value, office=m["office"]), span.shifted(start), confidence=SURE)
        findings.claim(line.ink, "field:cleared_by")


def _signed(line: Line, under: Line | None, findings: Findings) -> None:
    """A name behind the mark of a hand, or typed over an office: `GERALD HOLLANDER` over `C/WH`."""
    hand = HAND.match(line.text)
    office = under.text.strip(" .") if under and re.fullmatch(rf"\s*{OFFICE}\W*", under.text) else None
    lead = hand.end() if hand else 0
    typed = signature_on(line.text[lead:]) if hand is None and office and "/" in office else None
    named = (typed.value, typed.span) if typed else _alone(line.text[lead:]) if hand else None
    if named is None:
        return
    start = line.span.start + lead
    value = replace(named[0], office=office) if office else named[0]
    span = Span(named[1].start + start, under.ink.end if under and office else named[1].end + start)
    findings.field("signed_by", value, span, confidence=SURE)
    findings.claim(line.ink, "field:signed_by")


def _alone(words: str) -> tuple[Named, Span] | None:
    """The person that the words are, and nothing much else."""
    person = read_person(words)
    if person is None or len(person.text) < SURE * len(words.strip()):
        return None
    return person.value, person.span
