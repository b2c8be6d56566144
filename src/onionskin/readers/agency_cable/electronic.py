"""What the cables of the 1970s to 1990s print besides, behind labels: `SLUGS:`, `SUBJECT:`, `FOR:`, `TOR:`.

A machine put the distribution and its own numbers over the message, whose paragraphs are parted by blank lines; a list
of names under `1. IDENS:` is a paragraph too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from onionskin.phrases.citing import find_citing
from onionskin.phrases.dates import find_dates
from onionskin.phrases.word_classes import word_class
from onionskin.readers.agency_cable.boxes import OFFICE
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.headings import NUMBERING
from onionskin.text.prose import is_prose, lines_above_text

LABEL = re.compile(r"\W*(?P<label>SLUGS?|SUBJ(?:ECT)?|FOR|TOR|TEXT|MHFNO|FRP|SENSIND)\s*[:;]\s*(?P<value>.*?)\s*")
SHOWN_BY = frozenset({"SLUG", "TOR", "TEXT", "MHFNO", "FRP"})
"""Labels that no other form has."""
MACHINE = re.compile(
    r"""\W*(?: \d{2}\s\d{6,7}(?=\D|$).* | .*\bPAGE\s0\d{1,2}\b.* | IN\s\d{6,7} | STAFF | [A-Z]{4}\s\d{4,6} )\W*""",
    re.VERBOSE,
)
"""A line of the machine's own figures: `84 2204117`, `PAGE 001`, `IN 2204117`, the sender once more, `QUIT 30412`."""
SHEET = re.compile(r"\W*(?:MHFNO|SENSIND|FRP)\s*[:;].*")
"""What it prints on every sheet."""
SENT = re.compile(r".*\b\d{6}Z\s[A-Z]{3}\s\d{2}\s(?:STAFF|INTEL)\W*")
"""`SECRET 121748Z MAY 84 STAFF`."""
ARRIVED = re.compile(r"\bIN\s(?P<number>\d{6,7})\b")
SLUG = re.compile(r"[A-Z][A-Z0-9-]{2,}")
"""A word by which a cable is handled: a caption, or a cryptonym."""
SLUGS_MOST, SLUGS_BELOW = 8, 3
FIRST_PARAGRAPH = re.compile(r"\s*1\s?[.,]\s")
LIMIT = re.compile(r"\b(?:LIMIT(?:ED)?|TO|AND|FROM|FM)\b")
SUBJECT_LINES = 3


def electronic_head(lines: Sequence[Line], most: int) -> list[Line]:
    """The head with all its labels, though a subject or a line of slugs reads like a sentence."""
    above = lines_above_text(lines, most)
    inked = list(takewhile(lambda x: not FIRST_PARAGRAPH.match(x.text), (line for line in lines if not line.blank)))
    labelled = [n for n, line in enumerate(inked[:most]) if LABEL.fullmatch(line.text)]
    return inked[: max(labelled[-1] + 1, len(above))] if labelled and is_electronic(inked[:most]) else above


def is_electronic(head: Sequence[Line]) -> bool:
    """Whether the head is of the form of 1973 and later, by a label of its own or a date-time group with its year."""
    for line in head:
        m = LABEL.fullmatch(line.text)
        if (m and m["label"].rstrip("S") in SHOWN_BY) or SENT.fullmatch(line.text):
            return True
    return False


def read_labels(lines: Sequence[Line], head: Sequence[Line], findings: Findings) -> None:
    """Fields subject, attention, info, captions, received and other_numbers; the machine's lines are furniture."""
    for line in head:
        m = None if findings.touches(line.ink) else LABEL.fullmatch(line.text)
        if m:
            _labelled(m, line, lines, findings)
    top = {line.index for line in head}
    for line in lines:
        if not line.blank and (MACHINE if line.index in top else SHEET).fullmatch(line.text):
            _machine(line, findings)


def _labelled(m: re.Match[str], line: Line, lines: Sequence[Line], findings: Findings) -> None:
    span = Span(*m.span("value")).shifted(line.span.start)
    findings.claim(Span(line.ink.start, span.start), f"label:{m['label'].lower()}", furniture=True)
    match m["label"]:
        case "SLUG" | "SLUGS":
            _slugs(span, findings)
        case "SUBJECT" | "SUBJ":
            _subject(span, lines[line.index + 1 :], findings)
        case "FOR":
            _attention(m["value"], span.start, findings)
        case "TOR":
            _received(m["value"], span.start, findings)
        case _:
            findings.claim(line.ink, "machine", furniture=True)


def _machine(line: Line, findings: Findings) -> None:
    for m in ARRIVED.finditer(line.text):
        span = Span(*m.span("number")).shifted(line.span.start)
        if not findings.touches(span):
            findings.field("other_numbers", OtherNumber(m["number"], NumberKind.CONTROL), span, confidence=0.9)
    findings.claim(line.ink, "machine", furniture=True)


def read_slugs(head: Sequence[Line], findings: Findings) -> None:
    """The words under CITE and the addressees that say how a cable is handled, without a label: `RYBAT TYPIC`.

    Those that are known are captions; the others on the line are cryptonyms.
    """
    at = next((n for n, line in enumerate(head) if find_citing(line.text)), None)
    free = (line for line in head[at + 1 :][:SLUGS_BELOW] if not findings.touches(line.ink)) if at is not None else ()
    line = next(iter(free), None)
    words = list(SLUG.finditer(line.text)) if line else []
    known = [m for m in words if m[0].lower() in word_class("agency-slugs")]
    if line and known and len(words) <= SLUGS_MOST and line.text.isupper() and not is_prose(line.text):
        for m in known:
            findings.field("captions", m[0], Span(*m.span()).shifted(line.span.start), confidence=0.8)
        findings.claim(line.ink, "slugs", furniture=True)


def _slugs(span: Span, findings: Findings) -> None:
    for m in SLUG.finditer(span.of(findings.text.text)):
        findings.field("captions", m[0], Span(*m.span()).shifted(span.start), confidence=0.8)
    findings.claim(span, "slugs", furniture=True)


def _subject(first: Span, below: Sequence[Line], findings: Findings) -> None:
    """The subject goes on right below, down to a blank line or another label."""
    more = takewhile(lambda x: not (x.blank or ":" in x.text or NUMBERING.match(x.text)), below[: SUBJECT_LINES - 1])
    spans = [*([first] if len(first) else []), *(line.ink for line in more)]
    if spans and not findings.has("subject"):
        whole = Span(spans[0].start, spans[-1].end)
        findings.field("subject", " ".join(whole.of(findings.text.text).split()), whole, confidence=0.9)


def _attention(words: str, at: int, findings: Findings) -> None:
    """`LIMIT C/EA INFO EA/PP`: whose eyes it is for, and who else may see it."""
    words = LIMIT.sub(lambda m: " " * len(m[0]), words)
    action, _, _ = words.partition("INFO")
    for m in OFFICE.finditer(words):
        if m["office"] != "INFO":
            name = Named(m["office"], NamedKind.OFFICE, m["office"], office=m["office"])
            field = "attention" if m.end() <= len(action) else "info"
            findings.field(field, name, Span(*m.span("office")).shifted(at), confidence=0.8)


def _received(words: str, at: int, findings: Findings) -> None:
    for found in find_dates(words):
        if isinstance(found.value, PartialDate) and not findings.has("received"):
            findings.field("received", found.value.edtf, found.span.shifted(at), confidence=0.9)


def paragraphs(lines: Sequence[Line], findings: Findings) -> Iterator[int]:
    """The lines of numbered paragraphs, by their indexes: from one that begins behind a blank line to the next such."""
    inside = False
    for n, line in enumerate(lines):
        if line.blank or findings.touches(line.ink):
            inside = False
            continue
        fresh = n == 0 or lines[n - 1].blank or findings.touches(lines[n - 1].ink)
        if inside := inside or (fresh and NUMBERING.match(line.text) is not None):
            yield line.index
