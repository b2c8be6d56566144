"""The list of copies at the foot of the Bureau's papers: `2 - Bureau (Enc. 4) (RM)`, `1 - Bern (105-99)`, `ABC:DE`.

The Bureau's own copies come first; in parentheses under them stands for which of its sections one is meant. The
initials of who dictated and who typed follow, and how many copies there are in all: `(5)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.columns import CELL
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.marks import Distribution, DistributionRole
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

NOTES = r"(?:\s?\([^()]{1,48}\)\.?)*"
OFFICE = r"[A-Z][A-Za-z.'&]*(?:[ ][A-Z][A-Za-z.'&]*){0,3}"
ENTRY = re.compile(rf"[\W_]{{0,3}}(?:(?P<copies>\d{{1,2}})\s?[-–—~]?|[-–—])\s?(?P<office>{OFFICE}){NOTES}\W*")
"""`2 - Bureau (Encl. 22) (RM)`: a number of copies, for whom, and what goes with them or in which of his files; the
number may be lost.
"""
PERSON = re.compile(
    r"\W{0,3}(?P<copies>\d)\s?[-–—~]\s?(?P<office>(?:Mr|Mrs|Miss|Messrs)\.?\s[A-Z](?:[A-Za-z.'’]|\s){2,30})"
)
"""`1 - Mr. A. B. Marlow`, one under the other at the head of the Bureau's own memoranda."""
FILE = re.compile(r"\(?\s?\d{1,2}\s?[-–—~]\s?\[?\d{2,3}-(?:\d+\b)?.{0,60}")
"""`(1 - 105-1290, Shipments of Ore)`: a copy for a file."""
SECTION = re.compile(rf"\(\s?(?P<copies>\d{{1,2}})\s?[-–—~]\s?(?P<office>[A-Z][\w.,'&/ -]{{1,40}}?)\)?{NOTES}")
"""`(1 - Liaison Section)`."""
NOTE = re.compile(r"\([^()]{1,24}\)\.?")
INITIALS = re.compile(r"(?P<dictated>[A-Z]{2,4})\s?[:/]\s?(?P<typed>[A-Z]{2,4}|[a-z1]{2,4})(?:\s?\(\s?\d{1,2}\s?\))?")
TOTAL = re.compile(r"\(\s?\d{1,2}\s?\)")
LONGEST = 14
"""Lines with ink that such a list has at the most."""
STRAY = 2
"""Lines of another hand that may stand between two of the list: a stamp, a number."""
BUREAU = "Bureau"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list: its match, and where that stands in the text."""

    sort: str
    match: re.Match[str]
    span: Span


class BureauCopiesReader:
    """Reads who got how many copies, and the initials under the list."""

    name = "bureau-copies"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The distribution; fields drafted_by and typed_by, as initials."""
        lines = [line for line in text.masked(taken) if not line.blank]
        findings = Findings(text, self.name)
        given: list[Distribution] = []
        for at, line in enumerate(lines):
            first = _row(line) if BUREAU in line.text else None
            if first and first.sort == "entry" and first.match["office"] == BUREAU and not findings.touches(first.span):
                rows = [first, *_below(lines[at + 1 :][:LONGEST], line.page)]
                if len(rows) > 1:
                    given += _given(rows, findings)
            elif (persons := _persons(lines[at:])) and not findings.touches(persons[0].span):
                given += _given(persons, findings)
        return findings.result(distribution=tuple(given))


def _below(lines: Sequence[Line], page: int) -> Iterator[_Row]:
    """The rows under the first one, down to the total or to other words."""
    stray = 0
    for line in lines:
        row = _row(line)
        stray = 0 if row else stray + 1
        if line.page != page or stray > STRAY:
            return
        if row:
            yield row
            if row.sort == "total":
                return


def _persons(lines: Sequence[Line]) -> list[_Row]:
    """The column of persons that begins with the first line: two of them at the least."""
    out: list[_Row] = []
    for line in lines:
        m = PERSON.fullmatch(line.text.rstrip())
        if m is None or line.page != lines[0].page:
            break
        out.append(_Row("entry", m, line.ink))
    return out if len(out) > 1 else []


def _row(line: Line) -> _Row | None:
    """What of the list the line's first cell is."""
    cell = CELL.search(line.text)
    words = cell[0] if cell else ""
    # A total is a note too, but no initials are an entry.
    for sort, pattern in (
        ("section", SECTION),
        ("entry", ENTRY),
        ("file", FILE),
        ("total", TOTAL),
        ("note", NOTE),
        ("initials", INITIALS),
    ):
        m = pattern.fullmatch(words)
        if m and cell:
            return _Row(sort, m, Span(*cell.span()).shifted(line.span.start))
    return None


def _given(rows: Sequence[_Row], findings: Findings) -> Iterator[Distribution]:
    """The copies of each row; what else the list has is claimed."""
    for row in rows:
        if row.sort in ("entry", "section"):
            findings.claim(row.span, "distribution")
            ink = findings.text.ink(row.span, findings.reader)
            via = BUREAU if row.sort == "section" else None
            office = row.match["office"].strip()
            copies = int(row.match["copies"]) if row.match["copies"] else None
            yield Distribution(office, DistributionRole.COPY, (ink,), copies, via=via)
        elif row.sort == "initials" and not findings.has("drafted_by"):
            for name, group in (("drafted_by", "dictated"), ("typed_by", "typed")):
                span = Span(*row.match.span(group)).shifted(row.span.start)
                said = row.match[group]
                findings.field(name, Named(said.replace("1", "l"), NamedKind.PERSON, said), span, confidence=0.85)
            findings.claim(row.span, "field:drafted_by")
        else:
            findings.claim(row.span, "distribution", furniture=True)
