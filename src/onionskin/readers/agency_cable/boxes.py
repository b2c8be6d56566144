"""The boxes of the form: whom a cable is for and who sent it, and the offices that got it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.citing import find_citing, read_places
from onionskin.readers.agency_cable.heading import put_places
from onionskin.readers.agency_cable.labels import ALONE, KEYS, LABEL
from onionskin.readers.findings import Findings
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.span import Span
from onionskin.text.clean import Line

BOX_WORDS = 4
GAP = re.compile(r"\s{3,}")
OFFICE = re.compile(r"(?<![\w/])(?P<office>[A-Z][A-Z/&-]{1,14}(?:\s?[A-Z])?)(?:\s(?P<copies>\d{1,2}))?(?![\w/])")


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
            yield from _offices(
                value, start, DistributionRole.ACTION if key == "action" else DistributionRole.INFO, findings
            )
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
    if name == "from":
        if not findings.has("from") and action:
            put_places("from", action[:1], findings)
        return
    if not findings.has("to"):
        put_places("to", action, findings)
    if not findings.has("info"):
        put_places("info", info, findings)


def _offices(value: str, start: int, role: DistributionRole, findings: Findings) -> Iterator[Distribution]:
    """`DDP, CI/OPS, CCS 2`: the Agency's own offices, with their copies."""
    for m in OFFICE.finditer(value):
        span = Span(*m.span()).shifted(start)
        if not findings.touches(span):
            findings.claim(span, "distribution")
            copies = int(m["copies"]) if m["copies"] else None
            yield Distribution(m["office"], role, copies=copies, evidence=findings.text.inks(span, findings.reader))
