"""The page of attributes behind an electronic telegram: what an archive's database says of it, key by key.

`Draft Date: 31 oct 1979`, `Document Number: 1979LAPAZ09290`; where the database holds nothing it prints `n/a`, or the
day on which its calendar begins, `01 jan 1960`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.cable_headings import read_tags
from onionskin.phrases.dates import read_date
from onionskin.phrases.posts import read_posts
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

KEY = re.compile(r"\s*(?P<key>[A-Z][A-Za-z]*(?: [A-Za-z]+){0,5}|vdkvgwkey):(?:\s+(?P<value>\S.*?))?\s*")
NOTHING = re.compile(r"(?:n/?a|01 jan 1960)?", re.IGNORECASE)
TEXTS = {
    "Document Number": "document_number",
    "Subject": "subject",
    "Original Classification": "classification",
    "Executive Order": "executive_order",
}
NAMES = {"From": "from", "To": "to"}
FOLD = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Attribute:
    """A key, its lines, and the clean span of its value; the span is empty where the database holds nothing."""

    key: str
    lines: tuple[Line, ...]
    value: Span


class AttributesReader:
    """Reads the page of attributes."""

    name = "attributes"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields of the database's own values; lines that say nothing are furniture, the others are the text.

        Of the values it looks at words too that marks answer for: a level stands there as a value.
        """
        findings = Findings(text, self.name)
        free = [line for line in text.masked(taken) if not line.blank]
        body: list[Line] = []
        for attribute in _attributes([text.lines[line.index] for line in free]):
            if len(attribute.value):
                _field(attribute, findings)
                body += attribute.lines
            else:
                for line in attribute.lines:
                    findings.claim(line.ink, "empty-attribute", furniture=True)
        for line in free:
            if title_on(line.text):
                findings.claim(line.ink, "form-title", furniture=True)
        return findings.result(body=tuple(line.ink for line in body))


def _attributes(lines: Sequence[Line]) -> Iterator[_Attribute]:
    """Every key with its value, which may go on over lines without a key."""
    starts = [at for at, line in enumerate(lines) if KEY.fullmatch(line.text)]
    for at, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        m = KEY.fullmatch(lines[at].text)
        if m is None:
            continue
        held = lines[at:end]
        printed = m["value"] or ""
        nothing = NOTHING.fullmatch(printed) is not None
        start = lines[at].span.start + m.start("value") if printed else lines[at].ink.end
        last = lines[at] if nothing else held[-1]
        value = Span(start, start) if nothing else Span(start, last.ink.end)
        yield _Attribute(m["key"], tuple(held), value)


def _field(attribute: _Attribute, findings: Findings) -> None:
    words = attribute.value.of(findings.text.text)
    folded = FOLD.sub(" ", words).strip()
    if name := TEXTS.get(attribute.key):
        findings.field(name, folded, attribute.value)
    elif name := NAMES.get(attribute.key):
        posts = [post for post in read_posts(words) if post.text == words]
        named = posts[0].value if posts else Named(folded, NamedKind.ORGANIZATION, words)
        findings.field(name, named, attribute.value, confidence=0.9)
    elif attribute.key == "TAGS":
        for tag in read_tags(words):
            findings.field("tags", FOLD.sub(" ", tag.value), tag.span.shifted(attribute.value.start))
    elif attribute.key == "Page Count" and words.isdigit():
        findings.field("page_count", int(words), attribute.value)
    elif attribute.key == "Draft Date" and (found := read_date(words)) and isinstance(found.value, PartialDate):
        at = found.span.shifted(attribute.value.start)
        findings.field(
            "date", found.value.edtf, at, state=found.state, confidence=found.confidence, reason=found.reason
        )
