"""From whom, to whom and for whose information: the lists FM, TO and INFO, an addressee on each line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.addressees import Addressees, read_addressees
from onionskin.phrases.cables import SENDER, Addressed, addressed, level_at
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.precedence import find_precedence
from onionskin.readers.findings import Findings
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line

FIELDS = {"FM": "from", "FROM": "from", "TO": "to", "INFO": "info"}
BY_POUCH = re.compile(r"\s*\(?\b(?:(?:BY|VIA) )?POUCH\)?\Z")
"""How the message goes to an addressee without a line: `AMCONSUL ZURICH BY POUCH`."""
SERIAL = "the number behind an addressee counts the telegrams to that addressee"


def read_addressing(lines: Sequence[Line], findings: Findings) -> None:
    """Fields from, to, info, precedence and other_numbers; the lists begin at FM, what stands above is none of them."""
    start = next((at for at, line in enumerate(lines) if SENDER.match(line.text)), None)
    if start is None:
        start = next(
            (at for at, line in enumerate(lines) if any(each.list == "TO" for each in addressed(line.text))), None
        )
    if start is None:
        return
    field: str | None = None
    for line in lines[start:]:
        if level_at(line.text):
            return
        for held in addressed(line.text):
            field = FIELDS.get(held.list) if held.list else field
            if held.list:
                findings.claim(held.label.shifted(line.span.start), f"label:{held.list.lower()}", furniture=True)
            if field is not None and not (field == "from" and findings.has("from")):
                _addressee(field, held, line, findings)


def _addressee(field: str, held: Addressed, line: Line, findings: Findings) -> None:
    printed = held.name.of(line.text).rstrip(" .,;")
    got = read_addressees(printed, labelled=True)
    misread = [word.shifted(held.name.start) for word in got.precedence]
    name = printed[: min((word.span.start for word in got.precedence), default=len(printed))].rstrip()
    name = BY_POUCH.sub("", name)
    if not name:
        return
    post = _post(name, got)
    span = Span(held.name.start, held.name.start + len(name)).shifted(line.span.start)
    findings.field(field, post.value, span, state=post.state, confidence=post.confidence, reason=post.reason)
    words = [word.shifted(held.precedence.start) for word in find_precedence(held.precedence.of(line.text))]
    for word in (*misread, *words):
        at = word.span.shifted(line.span.start)
        findings.field("precedence", word.value, at, state=word.state, confidence=word.confidence, reason=word.reason)
    if held.serial is not None:
        number = OtherNumber(held.serial.of(line.text), NumberKind.TRANSMISSION)
        findings.field("other_numbers", number, held.serial.shifted(line.span.start), confidence=0.9, reason=SERIAL)


def _post(printed: str, got: Addressees) -> Found[Named]:
    """An addressee of one line: a post in its normal form, else as printed (`DIA WASHDC`)."""
    whole = next((post for post in got.posts if post.text == printed), None)
    if whole is not None:
        return whole
    kind = NamedKind.POST if got.posts and got.posts[0].span.start == 0 else NamedKind.ORGANIZATION
    return found_in(printed, 0, len(printed), Named(printed, kind, printed))
