"""The boxes of the form: whom a cable is for and who sent it, and the offices that got it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.citing import find_citing, read_places
from onionskin.phrases.precedence import find_precedence
from onionskin.readers.agency_cable.heading import put_places
from onionskin.readers.agency_cable.labels import ALONE, KEYS, LABEL
from onionskin.readers.findings import Findings
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.named import Named
from onionskin.record.span import Span
from onionskin.text.clean import Line

BOX_WORDS = 4
GAP = re.compile(r"\s{3,}")
OFFICE = re.compile(r"(?<![\w/])(?P<office>[A-Z][A-Z/&-]{1,14}(?:\s?[A-Z])?)(?:[\s-](?P<copies>\d{1,2}))?(?![\w/])")
INFO = re.compile(r"(?<!\w)INFO\s*[:;]")
"""Behind the office of action on one line: `ACTION: C/EA-6 (051) INFO: VR, FILE`."""
ON_A_LIST = re.compile(r"\s*(?:[A-Z][A-Z/&-]{1,14}(?:[\s-]\d{1,2})?|\(\d{1,3}/?[A-Z]?\))\.?\s*")
"""One part of a list of offices, parted by commas; the last may be how many got copies, `(17/H)`."""


def read_boxes(head: Sequence[Line], findings: Findings) -> Iterator[Distribution]:
    """The boxes of the form: whom it is for and who sent it, and the offices that got it."""
    asked: set[str] = set()
    for line in head:
        m = LABEL.match(line.text)
        alone = None if m else ALONE.fullmatch(line.text)
        if alone and not findings.touches(line.ink):
            _boxed(alone["label"], head, line, findings)
        key = KEYS[m["label"][0]] if m else ""
        if m is None or not key or key in asked or (m["label"][0] == "1" and not _from_below(head, line)):
            continue
        gap = GAP.search(m["value"])
        value = m["value"][: gap.start()] if gap else m["value"]
        start = line.span.start + m.start("value")
        asked.add(key)
        if key in ("action", "info"):
            yield from _distributed(key, value, start, findings)
            for below in _listed_below(head, line):
                yield from _offices(below.text, below.span.start, DistributionRole.INFO, findings)
                findings.claim(below.ink, "distribution")
            findings.claim(Span(line.span.start + m.start("label"), start), f"label:{key}", furniture=True)
        elif key in ("to", "from") and not find_citing(line.text):
            _party(key, value, start, findings)
            findings.claim(Span(line.span.start + m.start("label"), start), f"label:{key}", furniture=True)


def _boxed(label: str, head: Sequence[Line], line: Line, findings: Findings) -> None:
    """A label whose value an engine set on the line below."""
    below = next((x for x in head if x.index > line.index), None)
    if below is None or LABEL.match(below.text) or ALONE.fullmatch(below.text) or len(below.text.split()) > BOX_WORDS:
        return
    _party("to" if label[0] in "T1" else "from", below.text, below.span.start, findings)
    findings.claim(line.ink, "label:box", furniture=True)


def _from_below(head: Sequence[Line], line: Line) -> bool:
    """Whether FROM stands under a `10`, which then is TO."""
    below = [x for x in head if line.index < x.index <= line.index + 6]
    return any((m := LABEL.match(x.text)) and m["label"][0] == "F" for x in below)


def _party(name: str, value: str, start: int, findings: Findings) -> None:
    action, info = read_places(value, at=start)
    if name == "to" and not findings.has("precedence"):
        for word in find_precedence(value):
            findings.found("precedence", word.shifted(start))
    if name == "from":
        senders = [
            f.reading.value.name for f in findings.fields if f.name == "from" and isinstance(f.reading.value, Named)
        ]
        if not senders:
            put_places("from", action[:1], findings)
        elif action and action[0].value.name in senders:
            findings.claim(action[0].span, "field:from")
        return
    if not findings.has("to"):
        put_places("to", action, findings)
    if not findings.has("info"):
        put_places("info", info, findings)


def _distributed(key: str, value: str, start: int, findings: Findings) -> Iterator[Distribution]:
    """The offices behind a label; behind those of action the ones informed may stand on the same line."""
    if key == "info":
        yield from _offices(value, start, DistributionRole.INFO, findings)
        return
    informed = INFO.search(value)
    yield from _offices(value[: informed.start()] if informed else value, start, DistributionRole.ACTION, findings)
    if informed:
        yield from _offices(value[informed.end() :], start + informed.end(), DistributionRole.INFO, findings)
        findings.claim(Span(*informed.span()).shifted(start), "label:info", furniture=True)


def _listed_below(head: Sequence[Line], line: Line) -> Iterator[Line]:
    """The lines right below on which a list of offices goes on that ended with a comma."""
    above = line
    for below in head:
        if below.index != above.index + 1 or below.page != above.page or not above.text.rstrip().endswith(","):
            continue
        if not all(ON_A_LIST.fullmatch(part) for part in below.text.rstrip(" ,.").split(",")):
            return
        yield below
        above = below


def _offices(value: str, start: int, role: DistributionRole, findings: Findings) -> Iterator[Distribution]:
    """`DDP, CI/OPS, CCS 2`: the Agency's own offices, with their copies."""
    for m in OFFICE.finditer(value):
        span = Span(*m.span()).shifted(start)
        if not findings.touches(span):
            findings.claim(span, "distribution")
            copies = int(m["copies"]) if m["copies"] else None
            yield Distribution(m["office"], role, copies=copies, evidence=findings.text.inks(span, findings.reader))
