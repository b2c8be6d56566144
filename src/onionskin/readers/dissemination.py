"""Where an information report went, and the running heads of its pages.

The first page has a row of offices at its foot, `STATE/INR DIA ARMY/ACSI NAVY AIR JCS SECDEF NSA NIC AID USIA OCI`; the
last paragraph names who had it in the field, `4. FIELD DISSEM: STATE (AMBASSADOR), CINCLANT`. Each page bears the
report's number and that of the message in which it came, `IN 41207`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from onionskin import lexicon
from onionskin.phrases.columns import CELL
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

OFFICE = re.compile(r"(?<![\w(/])[A-Z]{2,8}(?:/[A-Z]{2,8})*(?![\w)])")
ROW = re.compile(r"[\s\dA-Z/.,:;&-]+")
LEAST = 4
"""Offices of the form's own row on a line that is such a row."""
BESIDE = 3
"""Lines, blank ones among them, by which the rest of the row stands above or below it."""
LONE = 2
"""Offices of a line beside the row of which none need be known."""
FIELD = re.compile(r"\s*(?:\d{1,2}\W{0,2}\s*)?FIELD\W{1,3}DISSEM\b[.:\s]*")
END = re.compile(r"\s*\bEND\s+OF\s+MESSAGE\b|\.\s*\Z")
RECEIVER = re.compile(
    r"(?P<office>\d{1,2}(?:ST|ND|RD|TH)(?:\s[A-Z]+){1,2}|U\.S\.\s[A-Z]+|[A-Z][A-Za-z/&]+)(?:\s?\((?P<for>[^()]{3,40})\))?"
)
"""`STATE (AMBASSADOR)`, `9TH FIELD STATION`, `U.S. MISSION`; engines read a small letter among the capitals."""
JOINING = frozenset({"ALSO", "AND", "FOR", "NONE", "SENT", "THE", "TO", "VIA"})
FIELD_LINES = 3
"""Lines with ink that the last paragraph has at the most."""
FORM_FOOT = re.compile(r"\d{3}|CLASS")
"""In what no list of offices has: a number, `CLASSIFICATION`, `REPORT CLASS`."""
ARRIVED = re.compile(r"\bIN\W{0,2}(?P<number>\d{4,6})\b")
HEAD_PART = re.compile(
    r"""(?:TD)?CS (?:\s?DB)? (?:CI)? \s? [-–] \s? \d[\d/,.-]+ | IN\b (?:\W{0,2}\d{4,6}\b)? | \(?\d{1,2}\)?(?=\s*\Z)
      | PAGE \s+ [-–]? \s? (?:\d{1,2}|[A-Z]{3,5}) \s? [-–]? (?!\w)""",
    re.VERBOSE,
)
"""`TDCS DB-3/604,118   IN 41207   PAGE 2`."""
CONTROL = re.compile(
    r"[^\w\s]|\b(?:TOP|SECRET|CONFIDENTIAL|NO|FOREIGN|DISSEM|NOFORN|CONTINUED|CONTROL(?:LED)?|ABROAD|BACKGROUND|USE|ONLY)\b"
)
"""Words of the level and the controls beside which it stands."""
TOP = 8
"""Lines with ink at the head of a page among which it stands."""


class DisseminationReader:
    """Reads the offices and posts that had an information report; what it reads is no part of the text."""

    name = "dissemination"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The distribution; the number of the message in which the report came, among other_numbers."""
        lines = [line for line in text.masked(taken) if not line.blank]
        findings = Findings(text, self.name)
        given: list[Distribution] = []
        for at, line in enumerate(lines):
            if _known(line) >= LEAST:
                given += _row(lines, at, findings)
            elif (m := FIELD.match(line.text)) is not None:
                given += _field(lines[at : at + FIELD_LINES], m.end(), findings)
        _running_heads(lines, findings)
        return findings.result(distribution=tuple(given))


@cache
def _recipients() -> frozenset[str]:
    return frozenset(spelling for entry in lexicon.entries("report_recipients") for spelling in entry.spellings)


def _known(line: Line) -> int:
    """How many offices of the form's own row a line of nothing but such words has."""
    if not ROW.fullmatch(line.text) or is_prose(line.text):
        return 0
    return sum(m[0] in _recipients() for m in OFFICE.finditer(line.text))


def _row(lines: Sequence[Line], at: int, findings: Findings) -> Iterator[Distribution]:
    """The row, and the lines above and below that are the rest of it."""
    if findings.touches(lines[at].ink):
        return
    first, last = at, at
    while first and _rest(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _rest(lines[last + 1], lines[last]):
        last += 1
    for line in lines[first : last + 1]:
        findings.claim(line.ink, "distribution", furniture=True)
        for m in OFFICE.finditer(line.text):
            ink = findings.text.ink(Span(*m.span()).shifted(line.span.start), findings.reader)
            yield Distribution(m[0], DistributionRole.COPY, (ink,))


def _rest(line: Line, beside: Line) -> bool:
    if line.page != beside.page or abs(line.index - beside.index) > BESIDE or not ROW.fullmatch(line.text):
        return False
    return _known(line) > 0 or 0 < len(OFFICE.findall(line.text)) == len(line.text.split()) <= LONE


def _field(lines: Sequence[Line], start: int, findings: Findings) -> Iterator[Distribution]:
    """Those whom the last paragraph names, down to its stop."""
    for n, line in enumerate(lines):
        cell = CELL.search(line.text, 0 if n else start)
        if cell is None or line.page != lines[0].page or (n and not _more_of_them(line.text)):
            return
        end = END.search(cell[0])
        words = cell[0][: end.start()] if end else cell[0]
        ink = Span(line.ink.start if n == 0 else line.span.start + cell.start(), line.span.start + cell.end())
        findings.claim(ink, "distribution", furniture=True)
        ended = end is not None or _ends(lines[n + 1 :], findings)
        for m in RECEIVER.finditer(words):
            if m["office"] not in JOINING:
                where = Span(*m.span()).shifted(line.span.start + cell.start())
                evidence = (findings.text.ink(where, findings.reader),)
                yield Distribution(m["office"], DistributionRole.COPY, evidence, for_=m["for"])
        if ended:
            return


def _more_of_them(words: str) -> bool:
    return words.isupper() and not FORM_FOOT.search(words)


def _ends(below: Sequence[Line], findings: Findings) -> bool:
    """Whether the next line ends the message."""
    over = bool(below) and END.match(below[0].text) is not None
    if over:
        findings.claim(below[0].ink, "end", furniture=True)
    return over


def _running_heads(lines: Sequence[Line], findings: Findings) -> None:
    """The heads of the pages, and once the number of the message."""
    onpage: dict[int, int] = {}
    for line in lines:
        onpage[line.page] = onpage.get(line.page, 0) + 1
        head = onpage[line.page] <= TOP and _is_running_head(line.text)
        arrived = ARRIVED.search(line.text) if head or "REFERENCES" in line.text else None
        if arrived and not findings.has("other_numbers"):
            span = Span(*arrived.span("number")).shifted(line.span.start)
            findings.field("other_numbers", OtherNumber(arrived["number"], NumberKind.CONTROL), span, confidence=0.9)
        if head and not findings.touches(line.ink):
            findings.claim(line.ink, "continuation-head", furniture=True)


def _is_running_head(words: str) -> bool:
    left, parts = HEAD_PART.subn("", words)
    return parts > 0 and not CONTROL.sub("", left).strip()
