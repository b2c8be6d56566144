"""What minutes and records of conversations have beside a memorandum's labels: items, a place under the title, the
parties of a telephone call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onionskin.phrases.agenda import find_items
from onionskin.phrases.dates import find_dates
from onionskin.phrases.labels import find_labels
from onionskin.phrases.meeting_places import is_meeting_place
from onionskin.phrases.names import read_persons
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.participants import read_entry
from onionskin.phrases.sentences import find_sentences
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import FieldReading, ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import lines_above_text

HEAD_LINES = 14
CALLED = re.compile(r"\W*\S+\s+\S+\s+(?:TO|FROM|WITH|BETWEEN)\s+(?P<who>\S.*?)\s*\W*", re.IGNORECASE)
"""`TELEPHONE CALL FROM THE PRESIDENT IN THOMASVILLE`, its first words misread as may be."""
PRESENT = re.compile(
    r"\s*(?:There (?:met|were present|assembled)\b|(?:Those )?[Pp]resent (?:were|included)\b|The following"
    r" (?:persons )?(?:were present|attended|participated|took part)\b)[^A-Z]*",
)
"""How a record without a list begins; behind it the place and the hour may stand before the first name."""
PRESENT_LINES = 20
AWAY = re.compile(r"\s+(?:IN|AT|RE)\s+.*", re.IGNORECASE)
"""Where the other was, or what about."""


class MeetingReader:
    """Reads what stands under the title, and the numbered headings."""

    name = "meeting"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields items, place, participants; the headings are of the body."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        items = find_items(line for line in lines if not line.blank)
        head = lines_above_text(lines, HEAD_LINES)
        titled = next((n for n, line in enumerate(head) if title_on(line.text)), None)
        if titled is not None:
            called = _called(head[titled], findings)
            _place(head[titled + 1 :], findings)
            if not called:
                findings.claim(head[titled].ink, "form-title", furniture=True)
        if not findings.has("participants"):
            _present(lines, findings)
        for item in items:
            findings.field("items", item.words, item.span, confidence=0.9)
        return findings.result(body=tuple(item.span for item in items))


def _called(title: Line, findings: Findings) -> bool:
    """Those whom the title of a telephone call names."""
    hit = title_on(title.text)
    m = CALLED.fullmatch(title.text)
    if m is None or hit is None or hit.title.subkind != "telephone":
        return False
    start = title.span.start + m.start("who")
    words = AWAY.sub("", m["who"])
    holder = read_holder(words)
    named = [holder] if holder else read_persons(words)
    for person in named:
        findings.field("participants", person.value, person.span.shifted(start), confidence=person.confidence)
    return bool(named)


def _present(lines: Sequence[Line], findings: Findings) -> None:
    """Those whom the first sentences name where no list does: `There met today Mr. Holm and Mr. Marlow`.

    The words stay words of the text.
    """
    inked = [line for line in lines if not line.blank]
    if any(label.key == "participants" for label in find_labels(inked)):
        return
    first = next((line for line in inked[:PRESENT_LINES] if PRESENT.match(line.text)), None)
    if first is None:
        return
    paragraph = list(takewhile(lambda line: not line.blank, lines[first.index :]))
    words = Span(first.ink.start, paragraph[-1].ink.end).of(findings.text.text).replace("\n", " ")
    sentence = next(find_sentences(words))
    lead = PRESENT.match(words)
    behind = lead.end() if lead else len(words)
    for value, at in read_entry(words[behind : sentence.end]):
        if value.title or value.office:
            span = at.shifted(first.ink.start + behind)
            reading = findings.text.reading(value, span, findings.reader, confidence=0.75)
            findings.fields.append(FieldReading("participants", reading))


def _place(under: Sequence[Line], findings: Findings) -> None:
    """The line between the title and the labels or the text that names a room, where none is labelled."""
    labelled = {label.line: label.key for label in find_labels(under)}
    if "place" in labelled.values():
        return
    for line in under:
        if line.index in labelled:
            return
        if is_meeting_place(line.text) and not any(True for _ in find_dates(line.text)):
            findings.field("place", " ".join(line.text.split()), line.ink, confidence=0.8)
            return
