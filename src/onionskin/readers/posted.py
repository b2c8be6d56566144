"""Airgrams and despatches: the head that says from which post, under which number; sent by pouch, not by wire.

`FROM : AmEmbassy SAIGON    DESP. NO. 162` on the Foreign Service's form, `A-392` alone beside the level on the
airgram's, `No. 57` and `American Embassy, Paris` on the older despatch.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onionskin.phrases.addressees import HOME, read_addressees, station
from onionskin.phrases.columns import CELL, DRIFT, cells
from onionskin.phrases.damage import digits
from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay, first_from
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.fields import Kind
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose, lines_above_text

HEAD_LINES = 24
FULL_LINE = 48
"""Characters of a line of the subject from which it may go on below."""
AIRGRAM = re.compile(
    r"\W*(?:(?:AIRGRAM\s+)?N[Oo]\.?\s*:?\s*)?(?P<number>(?:(?:TO)?[A-Z]{3,6}\s)?C?[AG]\s?[-–]\s?[\dOIl]{1,5})\W*"
)
"""`A-145`, `CA-10362`, `TOAID A-12`, `No. A-57`."""
DESPATCH = re.compile(
    r"\W*(?:DES?PATCH|DISPATCH|DESP)?\.?\s*(?:N[O0o]\.?|NUMBER)\s*[:.]?\s*(?P<number>[\dOIl]{1,5})\W*", re.IGNORECASE
)
"""`DESP. NO. 162`, `Despatch No. 57`, `No. 57`."""
CAPTION = re.compile(r"\W*(?:(?:DES?PATCH|DISPATCH|DESP|AIRGRAM)\.?\s*)?(?:N[O0o]\.?|NUMBER)\W*", re.IGNORECASE)
"""The printed words under or over the box of the number: `DESP. NO.`"""
BOXED = re.compile(r"\W*(?P<number>(?:C?[AG]\s?[-–]\s?)?\d{1,5})\W*")
RECEIVED = re.compile(r"(?<![\w'’])(?:REC['’]?D|RECEIVED|Rec['’]d)(?![\w'’])")
SPEED_WORDS = 3
POSTED = frozenset({Kind.AIRGRAM, Kind.DESPATCH})


class PostedReader:
    """Reads number, sender and addressee of an airgram or a despatch; the rest is read as of a telegram or a letter."""

    name = "posted"
    version = "3"

    def __init__(self, number: re.Pattern[str], *, parties: bool) -> None:
        """`number` is how papers of the kind are numbered: `AIRGRAM` or `DESPATCH`; without `parties` those are left to
        another reader.
        """
        self._number, self._parties = number, parties

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields number, from, to and, with the parties, subject."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = lines_above_text(lines, HEAD_LINES, numbered=False)
        labels = list(find_labels(head))
        self._numbered(head, labels, findings)
        for label in labels if self._parties else ():
            if label.key in ("from", "to") and not findings.has(label.key):
                _addressed(label, findings)
                _directed(label, findings)
            elif label.key == "subject" and len(label.value) and not findings.has("subject"):
                _subject(label, head, findings)
        if self._parties:
            _received(head, findings)
            _sped(head, labels, findings)
            if not findings.has("from"):
                _stationed(head, findings)
        for line in head:
            if (hit := title_on(line.text)) and hit.title.kind in POSTED and not findings.touches(line.ink):
                findings.claim(line.ink, "form-title", furniture=True)
        return findings.result()

    def _numbered(self, head: Sequence[Line], labels: Sequence[Labelled], findings: Findings) -> None:
        """The first cell of the head that is a number of the kind; what is referred to is none of the paper's own."""
        cited = {label.line for label in labels if label.key == "reference"}
        for line in head:
            for cell in CELL.finditer(line.text) if line.index not in cited else ():
                m = self._number.fullmatch(cell[0])
                if m and any(c.isdigit() for c in m["number"]):
                    at = Span(*m.span("number")).shifted(line.span.start + cell.start())
                    prefix, dash, figures = m["number"].rpartition("-")
                    findings.field("number", f"{prefix}{dash}{digits(figures)}", at, confidence=0.95)
                    return
        _boxed(head, findings)


def _boxed(head: Sequence[Line], findings: Findings) -> None:
    """A number alone on the line over its caption, as the form has it, or under it, as some copies print it."""
    for at, caption in enumerate(head):
        for line in (*head[at - 1 : at], *head[at + 1 : at + 2]) if CAPTION.fullmatch(caption.text) else ():
            m = BOXED.fullmatch(line.text)
            if m and not findings.touches(line.ink):
                findings.claim(caption.ink, "label:number", furniture=True)
                findings.field("number", m["number"], Span(*m.span("number")).shifted(line.span.start), confidence=0.9)
                return


def _subject(label: Labelled, head: Sequence[Line], findings: Findings) -> None:
    """What the despatch is about, over the lines it is typed on."""
    value = label.value
    for above, line in pairwise([x for x in head if x.index >= label.line]):
        full = len(above.text.rstrip()) >= FULL_LINE and line.index == above.index + 1
        if not full or is_prose(line.text) or line.text.rstrip().endswith(".") or next(find_labels([line]), None):
            break
        value = Span(value.start, line.ink.end)
    findings.claim(label.label, "label:subject", furniture=True)
    findings.field("subject", " ".join(value.of(findings.text.text).split()), value)


def _addressed(label: Labelled, findings: Findings) -> None:
    words = label.value.of(findings.text.text)
    cell = CELL.match(words.lstrip()) if words.strip() else None
    if cell is None:
        return
    start = label.value.start + len(words) - len(words.lstrip())
    for post in read_addressees(cell[0], labelled=True).posts:
        findings.field(label.key, post.value, post.span.shifted(start), state=post.state, confidence=0.95)
        findings.claim(label.label, f"label:{label.key}", furniture=True)


def _directed(label: Labelled, findings: Findings) -> None:
    """A despatch to the Department comes in, an instruction to a post goes out."""
    to = next((f.reading.value for f in findings.fields if f.name == "to"), None)
    if label.key == "to" and isinstance(to, Named):
        way = "incoming" if HOME.match(to.name) else "outgoing"
        why = f"it is addressed to {to.name}"
        findings.inferred("direction", way, "direction-from-addressee", to.name, reason=why)


def _sped(head: Sequence[Line], labels: Sequence[Labelled], findings: Findings) -> None:
    """How the pouch was to go: `AIR POUCH` over `(Priority)`, alone on its line."""
    labelled = {label.line for label in labels}
    for line in head:
        if line.index in labelled or len(line.text.split()) > SPEED_WORDS or findings.touches(line.ink):
            continue
        for word in find_precedence(line.text):
            findings.field("precedence", word.value, word.span.shifted(line.span.start))


def _received(head: Sequence[Line], findings: Findings) -> None:
    """The box REC'D of the form, with its day beside, under or over it; the despatch's own day lends the year."""
    for at, line in enumerate(head):
        for m in RECEIVED.finditer(line.text):
            cell = next(c for c in CELL.finditer(line.text) if c.start() <= m.start() < c.end())
            near = [Span(*cell.span()).shifted(line.span.start)]
            for row in (*head[at + 1 : at + 2], *head[max(0, at - 1) : at]):
                near += [span for span in cells(row) if abs(span.start - row.span.start - cell.start()) <= DRIFT]
            for span in near:
                if _came(span, head, findings):
                    findings.claim(Span(*m.span()).shifted(line.span.start), "label:received", furniture=True)
                    return


def _came(where: Span, head: Sequence[Line], findings: Findings) -> bool:
    words = where.of(findings.text.text)
    for found in find_dates(RECEIVED.sub(lambda m: " " * len(m[0]), words)):
        day, written = found.value, _written(head)
        lent = isinstance(day, PartialDay) and written is not None
        value = first_from(written, day) if isinstance(day, PartialDay) and written is not None else day
        if isinstance(value, PartialDate) and value.day is not None:
            reason = "the year is not printed here; the despatch's own date gives it" if lent else found.reason
            state = ReadingState.INFERRED if lent else found.state
            span = found.span.shifted(where.start)
            findings.field("received", value.edtf, span, state=state, confidence=0.9, reason=reason)
            return True
    return False


def _written(head: Sequence[Line]) -> PartialDate | None:
    """The first whole date of the head that stands alone in its cell."""
    for line in head:
        for cell in CELL.finditer(line.text) if not RECEIVED.search(line.text) else ():
            for found in find_dates(cell[0]):
                value = found.value
                if isinstance(value, PartialDate) and value.day is not None and len(found.text) == len(cell[0]):
                    return value
    return None


def _stationed(head: Sequence[Line], findings: Findings) -> None:
    """The post named on a line of its own, where no label says who writes."""
    for line in head:
        post = station(line.text)
        if post and not findings.touches(line.ink):
            why = "a post named alone at the head of its despatch"
            findings.field("from", post.value, post.span.shifted(line.span.start), confidence=0.9, reason=why)
            return
