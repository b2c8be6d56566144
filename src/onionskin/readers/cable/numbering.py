"""Which telegram it is: number and series of its number line, the archive's number for it, and which way it went."""

from __future__ import annotations

from onionskin.phrases.addressees import HOME
from onionskin.phrases.cables import letters
from onionskin.readers.cable.sheet import Section
from onionskin.readers.findings import Findings
from onionskin.record.evidence import Inference
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

DIGITS = {"STATE": 6}
OTHER_DIGITS = 5
"""How many figures the database gives a number: the Department's have six, those of posts five."""
CUT = 6
"""Letters to which the head of a page cuts a post."""


def read_number(section: Section, findings: Findings) -> None:
    """Fields number (without the noughts that fill it up), series (the post) and document_number (`1979LAPAZ09290`)."""
    parts, line, head = section.number_parts, section.number, section.head
    if parts is not None and line is not None:
        at = line.span.start
        findings.field("number", parts.number.lstrip("0") or "0", parts.number_span.shifted(at))
        findings.field("series", parts.post.strip(" ."), _ink_of(parts.post_span.shifted(at), findings))
        findings.claim(line.ink, "number-line")
    elif head is not None and section.head_line is not None:
        at = section.head_line.span.start
        reason = "from the head of the page; no number line was found above the text"
        number = head.number.lstrip("0") or "0"
        findings.field("number", number, head.number_span.shifted(at), confidence=0.9, reason=reason)
        findings.field("series", head.post, head.post_span.shifted(at), confidence=0.9, reason=reason)
    _document_number(section, findings)


def _ink_of(span: Span, findings: Findings) -> Span:
    words = span.of(findings.text.text)
    return Span(span.start, span.start + len(words.rstrip(" .")))


def _document_number(section: Section, findings: Findings) -> None:
    """The number by which the National Archives' database knows it: year, post and number without blanks."""
    date = next((str(each.reading.value) for each in findings.fields if each.name == "date"), "")
    year = date[:4]
    head, parts = section.head, section.number_parts
    if not year.isdigit():
        return
    if head is not None and section.head_line is not None:
        post, number = letters(head.post), head.number
        span = Span(head.post_span.start, head.number_span.end).shifted(section.head_line.span.start)
    elif parts is not None and section.number is not None:
        post, number = letters(parts.post)[:CUT], parts.number
        span = Span(parts.post_span.start, parts.number_span.end).shifted(section.number.span.start)
    else:
        return
    number = number.lstrip("0").zfill(DIGITS.get(post, OTHER_DIGITS))
    findings.field(
        "document_number",
        f"{year}{post}{number}",
        span,
        state=ReadingState.INFERRED,
        confidence=0.95,
        reason="the archive names a telegram by its year, post and number",
        also=(Inference("document-number-from-heading", (f"date: {date}",)),),
    )


def read_direction(findings: Findings) -> None:
    """What the Department sends goes out; what a post sends comes in, to the Department or for its information."""
    sent = next((each.reading.value for each in findings.fields if each.name == "from"), None)
    if not isinstance(sent, Named):
        return
    direction = "outgoing" if HOME.match(sent.name) else "incoming"
    findings.inferred("direction", direction, "direction-from-sender", sent.name, reason=f"{sent.name} sent it")
