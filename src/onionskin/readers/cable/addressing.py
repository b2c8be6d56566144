"""From whom, to whom and for whose information: the lists FM, TO and INFO, an addressee on each line."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.cables import SENDER, Addressed, addressed
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.readers.findings import Findings
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line

FIELDS = {"FM": "from", "FROM": "from", "TO": "to", "INFO": "info"}
SERIAL = "the number behind an addressee counts the telegrams to that addressee"


def read_addressing(lines: Sequence[Line], findings: Findings) -> None:
    """Fields from, to, info, precedence and other_numbers; the lists begin at FM, what stands above is none of them."""
    start = next((at for at, line in enumerate(lines) if SENDER.match(line.text)), None)
    if start is None:
        return
    field: str | None = None
    for line in lines[start:]:
        for held in addressed(line.text):
            field = FIELDS.get(held.list) if held.list else field
            if held.list:
                findings.claim(held.label.shifted(line.span.start), f"label:{held.list.lower()}", furniture=True)
            if field is not None and not (field == "from" and findings.has("from")):
                _addressee(field, held, line, findings)


def _addressee(field: str, held: Addressed, line: Line, findings: Findings) -> None:
    name = _trimmed(held.name.of(line.text))
    span = Span(held.name.start, held.name.start + len(name)).shifted(line.span.start)
    if not name:
        return
    findings.field(field, named(name), span)
    for word in find_precedence(held.precedence.of(line.text)):
        at = word.span.shifted(line.span.start + held.precedence.start)
        findings.field("precedence", word.value, at, state=word.state, confidence=word.confidence, reason=word.reason)
    if held.serial is not None:
        number = OtherNumber(held.serial.of(line.text), NumberKind.TRANSMISSION)
        findings.field("other_numbers", number, held.serial.shifted(line.span.start), confidence=0.9, reason=SERIAL)


def _trimmed(name: str) -> str:
    return name.rstrip(" .,;")


def named(printed: str) -> Named:
    """An addressee of one line: a post in its normal form, else as printed (`DIA WASHDC`)."""
    found = read_posts(printed)
    if len(found) == 1 and found[0].text == printed:
        return found[0].value
    kind = NamedKind.POST if found and found[0].span.start == 0 else NamedKind.ORGANIZATION
    return Named(printed, kind, printed)
