"""Routing slips: the numbered lines of those to whom papers go in turn, and who sent them on their way.

GSA's Optional Form 41 prints `TO (Name, office symbol or location)` over the lines and `FROM (Name, office symbol or
location)` over, or beside, the sender's; initials and days that were set beside the names are claimed with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.columns import CELL
from onionskin.phrases.names import read_persons
from onionskin.phrases.offices import is_symbol, known_symbol
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

HEAD = re.compile(r"\s*(?P<label>TO|FROM)\s*:?\s*(?P<blank>\([^()]{6,60}\)?)?\s*:?(?=\s|\Z)", re.IGNORECASE)
TURN = re.compile(r"\s*\d{1,2}\s?[.)]?\s+(?=[A-Z])")
"""`2  Mr. Trask, AID/AFR`: the line's own number."""
OFFICE = re.compile(r"\s*[,/–-]\s*(?P<symbol>[A-Z]{1,5}(?:/[A-Z]{1,4})*(?:-[A-Z]{1,3})?)(?![\w/])")
LINES = 12
"""Lines with ink under TO that may name somebody."""
PRINTED = re.compile(r"\s*(?:REMARKS|PHONE(?: NO\.?)?|INITIALS|DATE|CIRCULATE|COORDINATION|FILE|INFORMATION)\s*:?\s*")
TELEPHONE = re.compile(r"\s*(?:x|ext\.?\s*)?\d{4,5}\s*", re.IGNORECASE)


class RoutingSlipReader:
    """Reads to whom a slip goes and from whom; its remarks, its day and its boxes have readers of their own."""

    name = "routing-slip"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields to and from."""
        lines = [line for line in text.masked(taken) if not line.blank]
        findings = Findings(text, self.name)
        for at, line in enumerate(lines):
            m = HEAD.match(line.text)
            if m is not None and m["blank"]:
                findings.claim(line.ink, f"label:{m['label'].lower()}", furniture=True)
                named = _turns(lines[at + 1 :]) if m["label"].upper() == "TO" else _sender(lines[at + 1 : at + 2])
                for ink, value, span in named:
                    findings.field(m["label"].lower(), value, span, confidence=0.9)
                    findings.claim(ink, "routing")
            elif PRINTED.fullmatch(line.text) or (TELEPHONE.fullmatch(line.text) and findings.has("from")):
                findings.claim(line.ink, "form-line", furniture=True)
        return findings.result()


_Placed = tuple[Span, Named, Span]
"""The ink that a name answers for, the name, and where it stands."""


def _turns(below: Sequence[Line]) -> Iterator[_Placed]:
    """Those named on the numbered lines, with the initials beside them, until a line has no number."""
    for line in below[:LINES]:
        m = TURN.match(line.text)
        if m is None or is_prose(line.text):
            return
        cell = CELL.search(line.text, m.end())
        yield from ((line.ink, value, span) for _, value, span in _named(line, cell)) if cell else ()


def _sender(below: Sequence[Line]) -> Iterator[_Placed]:
    """Whoever is named in the first cell; the day stands in the next."""
    for line in below:
        cell = CELL.search(line.text)
        yield from _named(line, cell) if cell else ()


def _named(line: Line, cell: re.Match[str]) -> Iterator[_Placed]:
    """`Mr. Mayhew, AF/W`, or an office alone."""
    ink = Span(*cell.span()).shifted(line.span.start)
    words, start = cell[0], line.span.start + cell.start()
    person = next(iter(read_persons(words)), None)
    bare = words.strip(" .,")
    if person is not None:
        office = None if person.value.office else OFFICE.match(words, person.span.end)
        value = (
            replace(person.value, office=known_symbol(office["symbol"]) or office["symbol"]) if office else person.value
        )
        yield ink, value, Span(person.span.start, office.end() if office else person.span.end).shifted(start)
    elif is_symbol(bare):
        name = known_symbol(bare) or bare
        at = start + words.index(bare)
        yield ink, Named(name, NamedKind.OFFICE, bare, office=name), Span(at, at + len(bare))
