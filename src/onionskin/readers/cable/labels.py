"""The labelled lines of the heading: executive order, TAGS, subject and references; and the lines between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.cable_headings import labelled, read_classifier, read_tags
from onionskin.phrases.instructions import find_attention, find_told
from onionskin.phrases.passing import find_pass
from onionskin.phrases.reference_lines import read_reference_line
from onionskin.readers.cable.sheet import Entry
from onionskin.readers.cited import reference_to
from onionskin.readers.findings import Findings
from onionskin.record.reading import ReadingState
from onionskin.record.references import Reference
from onionskin.record.span import Span
from onionskin.text.clean import Line

FOLD = re.compile(r"\s+")
LABELS = {"executive_order": "executive-order", "reference": "references"}
NO_LABEL = "the label is not printed; between the TAGS and the text stands the subject"
UNLABELLED = "the label is not printed; between the executive order and the subject stand the TAGS"


def read_entries(entries: Sequence[Entry], findings: Findings) -> list[Reference]:
    """Fields executive_order, classified_by, tags and subject; gives the references."""
    references: list[Reference] = []
    for entry in entries:
        value = _value(entry, findings)
        words = _words(entry, value, findings)
        if not words.strip():
            continue
        if entry.key == "reference":
            references.extend(_references(value, findings, words))
        elif entry.key == "tags":
            _tags(entry, value, findings, words)
        elif entry.key == "subject" and not findings.has("subject"):
            _subject(entry, value, findings, words)
        elif entry.key == "executive_order" and not findings.has("executive_order"):
            findings.field("executive_order", FOLD.sub(" ", words).strip(), value)
            if person := read_classifier(words):
                findings.field("classified_by", person.value, person.span.shifted(value.start), confidence=0.9)
        findings.claim(value, f"field:{entry.key}")
    return references


def _value(entry: Entry, findings: Findings) -> Span:
    """The words behind the label, over all lines of the entry."""
    held = labelled(entry.line.text)
    start, end = entry.line.ink.start, entry.line.ink.end
    if held is not None and held[0] == entry.key:
        label = held[1].shifted(entry.line.span.start)
        findings.claim(label, f"label:{LABELS.get(entry.key, entry.key)}", furniture=True)
        start = held[2].start + entry.line.span.start
        start += len(findings.text.text[start:end]) - len(findings.text.text[start:end].lstrip())
    if entry.more:
        end = entry.more[-1].ink.end
    return Span(min(start, end), end)


def _words(entry: Entry, value: Span, findings: Findings) -> str:
    """What the entry's own lines print, at the offsets of the value: stamps that stand between them are blanks."""
    words = [" "] * len(value)
    for line in (entry.line, *entry.more):
        start, end = max(line.span.start, value.start), min(line.span.end, value.end)
        words[start - value.start : end - value.start] = findings.text.text[start:end]
    return "".join(words)


def _subject(entry: Entry, value: Span, findings: Findings, words: str) -> None:
    lost = labelled(entry.line.text) is None
    findings.field(
        "subject",
        FOLD.sub(" ", words).strip(),
        value,
        state=ReadingState.INFERRED if lost else ReadingState.FOUND,
        confidence=0.7 if lost else 1.0,
        reason=NO_LABEL if lost else "",
    )


def _tags(entry: Entry, value: Span, findings: Findings, words: str) -> None:
    known = labelled(entry.line.text)
    reason = "" if known is not None and known[0] == "tags" else UNLABELLED
    for tag in read_tags(words):
        at = tag.span.shifted(value.start)
        state = ReadingState.FOUND if not reason else ReadingState.INFERRED
        findings.field(
            "tags", FOLD.sub(" ", tag.value), at, state=state, confidence=0.8 if reason else 1.0, reason=reason
        )


def _references(value: Span, findings: Findings, words: str) -> Iterator[Reference]:
    for hit in read_reference_line(words):
        yield reference_to(hit, findings.text.inks(hit.span.shifted(value.start), findings.reader))


def read_notes(notes: Sequence[Line], findings: Findings) -> None:
    """Lines among the labels: for whose eyes it is, and to whom it is to be passed (`STATE PASS OPIC`)."""
    names = (f.reading.as_printed for f in findings.fields if f.name in ("to", "info"))
    addressed = " ".join(name.upper() for name in names)
    for line in notes:
        for person in find_attention(line.text):
            findings.field("attention", person.value, person.span.shifted(line.span.start), confidence=0.9)
            findings.claim(line.ink, "attention-line")
        for told in find_told(line.text, addressed):
            findings.field("attention", told.value, told.span.shifted(line.span.start), confidence=told.confidence)
            findings.claim(line.ink, "attention-line")
    for target in find_pass(list(notes)):
        findings.field("pass_to", target.value, target.span)
        findings.claim(target.clause, "pass-instruction", furniture=True)
