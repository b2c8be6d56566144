"""Who drafted, approved and cleared: `DRAFTED BY PA/FOI:MARLOW`, `APPROVED BY PA:KPENROSE`, then who else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onionskin.phrases.cable_headings import labelled
from onionskin.phrases.cables import RELAY
from onionskin.phrases.dates import read_date
from onionskin.phrases.drafters import person_of
from onionskin.phrases.names import read_person
from onionskin.phrases.offices import known_symbol
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line

HAND = re.compile(
    r"""\s* (?P<office> [A-Z][A-Z0-9]{0,8} (?: [/-][A-Z0-9]{1,8} ){0,4} (?: \s?:\s?[A-Z]{1,5}(?=\s?:) )? )
    \s* (?: [:;] | -+ ) \s*
    (?P<person> (?: (?:MR|MRS|MS|MISS|DR|AMB|AMBASSADOR|GEN|COL|CAPT|ADM)\.? \s? )?
        [A-Z][A-Z.'’-]* (?: [ ] [A-Z.'’-]+ ){0,3} )
    (?: \s?:\s? (?P<typist> [A-Z]{2,5} )\b )?
    (?P<rest> \s* \(? (?:DRAFT|SUBS(?:TANCE)?|INFO|PHONE|BY\ PHONE|IN\ DRAFT)? \)? .{0,30} )""",
    re.VERBOSE,
)
ALONE = re.compile(r"\s*(?P<person>(?:THE\s+)?[A-Z][A-Z.'’-]*(?: [A-Z.'’-]+){0,4})(?P<rest>.{0,20})")
SEPARATE = re.compile(r"\s*[,;]\s*|\s{3,}")
FIELDS = {"drafted": "drafted_by", "approved": "approved_by", "cleared": "cleared_by"}


def read_drafting(lines: Sequence[Line], findings: Findings) -> list[Line]:
    """Fields of the block, which begins at DRAFTED BY or APPROVED BY and ends at the line of dashes; gives its lines.

    Who stands below APPROVED BY without a label cleared the telegram.
    """
    start = next((at for at, line in enumerate(lines) if (held := labelled(line.text)) and held[0] in FIELDS), None)
    if start is None:
        return []
    end = next((at for at in range(start, len(lines)) if RELAY.fullmatch(lines[at].text)), len(lines))
    key = "drafted"
    for line in lines[start:end]:
        held = labelled(line.text)
        value = Span(0, len(line.text))
        if held and held[0] in FIELDS:
            key, value = held[0], held[2]
            findings.claim(held[1].shifted(line.span.start), f"label:{key}", furniture=True)
        elif key in ("drafted", "approved"):
            key = "cleared"
        for name, at in _pieces(line.text, value):
            _hand(FIELDS[key], name, at + line.span.start, findings)
        findings.claim(line.ink, f"field:{FIELDS[key]}")
    return list(lines[start:end])


def _pieces(text: str, value: Span) -> list[tuple[str, int]]:
    """The hands of a line, where each begins."""
    out, at = [], value.start
    for gap in [*SEPARATE.finditer(text, value.start, value.end), None]:
        end = gap.start() if gap else value.end
        if text[at:end].strip():
            out.append((text[at:end], at))
        at = gap.end() if gap else end
    return out


def _hand(field: str, words: str, start: int, findings: Findings) -> None:
    """One person with his office, and of a drafter the typist and the day."""
    m = HAND.fullmatch(words) or ALONE.fullmatch(words)
    if m is None:
        return
    parts = m.groupdict()
    printed = m["person"].rstrip(" .-")
    office = parts.get("office")
    symbol = known_symbol(office) or re.sub(r"\s", "", office) if office else None
    begin = m.start("office") if office else m.start("person")
    span = Span(begin, m.start("person") + len(printed)).shifted(start)
    findings.field(field, _person(printed, symbol), span, confidence=0.9)
    if field != "drafted_by":
        return
    if typist := parts.get("typist"):
        at = Span(*m.span("typist")).shifted(start)
        findings.field("typed_by", Named(typist, NamedKind.PERSON, typist), at, confidence=0.9)
    day = read_date(m["rest"])
    if day is not None and isinstance(day.value, PartialDate) and day.value.day:
        at = day.span.shifted(start + m.start("rest"))
        findings.field("drafted_on", day.value.date.edtf, at, confidence=day.confidence, reason=day.reason)


def _person(printed: str, office: str | None) -> Named:
    """`KPENROSE` and `MR. MARLOW`; an office that acts (`THE SECRETARY`) stays as printed."""
    if " " not in printed and "." not in printed:
        return replace(person_of(printed, office)[0], as_printed=printed)
    person = read_person(printed)
    if person is not None and person.text == printed:
        return replace(person.value, office=office or person.value.office, as_printed=printed)
    return Named(printed, NamedKind.PERSON, printed, office=office)
