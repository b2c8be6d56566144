"""Routing slips: the numbered lines of those to whom papers go in turn, and who sent them on their way.

GSA's Optional Form 41 prints `TO (Name, office symbol or location)` over the lines and `FROM (Name, office symbol or
location)` over, or beside, the sender's; the Agency's sheets have `TO: (Officer designation, room number, and
building)` or `TO: NAME AND ADDRESS`. Initials and days that were set beside the names are claimed with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.columns import CELL
from onionskin.phrases.dates import Day, find_dates
from onionskin.phrases.found import Found
from onionskin.phrases.names import read_persons
from onionskin.phrases.officers import read_officer
from onionskin.phrases.offices import is_symbol, known_symbol
from onionskin.phrases.printed_forms import form_words, slip_boxes
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

HEAD = re.compile(
    r"\s*(?P<label>TO|FROM)\s*:?\s*(?P<blank>\([^()]{6,60}\)?|NAME,?\s+(?:AND\s+)?ADDRESS[^\n]*)?\s*:?(?=\s|\Z)",
    re.IGNORECASE,
)
TURN = re.compile(r"\s*\d{1,2}\s?[.)]?\s+(?=[A-Z])")
"""`2  Mr. Trask, AID/AFR`: the line's own number."""
UNUSED = re.compile(r"\s*\d{1,2}\s?[.)]?(?:\s*\Z|\s{7,})")
"""A numbered line that goes to nobody; a remark may stand in its last column."""
OFFICE = re.compile(r"\s*[,/–-]\s*(?P<symbol>[A-Z]{1,5}(?:/[A-Z]{1,4})*(?:-[A-Z]{1,3})?)(?![\w/])")
ROOM = r"(?:Rm\.?\s?)?(?:[A-Z]{2}-?\d{1,3}|\d{1,2}\s?[A-Z](?:\s?\d{2}){1,2}|\d{3,4})"
DESIGNATION = re.compile(rf"(?P<office>[A-Z][A-Za-z.,&/’' -]{{1,36}}?)(?:\s+{ROOM})?[\s.,]*")
"""`Chief, AF 5 E 18`: an officer of the Agency, and his room."""
SYMBOL = re.compile(r"[A-Z]{2,5}")
"""`RID`: letters alone are an office and no name."""
LINES = 24
"""Lines with ink under TO that may name somebody."""
PRINTED = re.compile(
    r"\s*(?:REMARKS|PHONE(?: NO\.?)?|INITIALS|DATE|CIRCULATE|COORDINATION|FILE|INFORMATION|EXTENSION(?:\s+x?\d{3,5})?)"
    r"\s*:?\s*"
)
TELEPHONE = re.compile(r"\s*(?:x|ext\.?\s*)?\d{4,5}\s*", re.IGNORECASE)
BESIDE = re.compile(r"[A-Za-z]{2,5}(?:/[A-Z]{1,3})?")
"""Initials in a column beside a name."""
DATED = re.compile(r"\s*DATE\s*:?\s")
SINCE = PartialDate(1945)
"""Before which no such sheet was printed, so that `1/14/15` is of 2015."""
CENTURY = 2000
"""The year from which one that is printed in two figures may as well be another."""


class RoutingSlipReader:
    """Reads to whom a slip goes, from whom and when; its remarks and its boxes have readers of their own."""

    name = "routing-slip"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields to, from and date."""
        lines = [line for line in text.masked(taken) if not line.blank]
        findings = Findings(text, self.name)
        rows: list[Line] = []
        sender: list[Line] = []
        for at, line in enumerate(lines):
            m = HEAD.match(line.text)
            if m is not None and m["blank"]:
                findings.claim(line.ink, f"label:{m['label'].lower()}", furniture=True)
                own = _turns(lines[at + 1 :], findings) if m["label"].upper() == "TO" else lines[at + 1 : at + 2]
                (rows if m["label"].upper() == "TO" else sender).extend(own)
                for row in own:
                    _put(m["label"].lower(), row, findings)
                continue
            telephone = TELEPHONE.fullmatch(line.text) and findings.has("from")
            if telephone or slip_boxes(line.text) or PRINTED.fullmatch(line.text):
                findings.claim(line.ink, "form-line", furniture=True)
        _date(lines, rows, sender, findings)
        return findings.result()


def _turns(below: Sequence[Line], findings: Findings) -> list[Line]:
    """The numbered lines, until one has no number; the heads of their columns may stand over them."""
    out: list[Line] = []
    for line in below[:LINES]:
        number = TURN.match(line.text)
        first = CELL.search(line.text, number.end()) if number else None
        if UNUSED.match(line.text) or (first and not is_prose(first[0])):
            out.append(line)
        elif not out and (form_words(line.text) or PRINTED.match(line.text)):
            findings.claim(line.ink, "form-line", furniture=True)
        else:
            break
    return out


def _put(field: str, line: Line, findings: Findings) -> None:
    """Whoever the first cell of a line names, with the days and the initials beside him."""
    number = TURN.match(line.text)
    unused = number is None or UNUSED.match(line.text) is not None
    cells = list(CELL.finditer(line.text, number.end() if number and not unused else 0))
    if field == "to" and unused:
        findings.claim(Span(*cells[0].span()).shifted(line.span.start), "form-line", furniture=True)
        return
    for ink, value, span in _named(line, cells[0]) if cells else ():
        findings.field(field, value, span, confidence=0.9)
        findings.claim(ink, "routing", furniture=True)
        for cell in cells[1:]:
            if BESIDE.fullmatch(cell[0]) or any(len(d.text) == len(cell[0]) for d in find_dates(cell[0])):
                findings.claim(Span(*cell.span()).shifted(line.span.start), "routing", furniture=True)


def _date(lines: Sequence[Line], rows: Sequence[Line], sender: Sequence[Line], findings: Findings) -> None:
    """The day of the sheet, on the sender's line, behind DATE or alone on its line: none after those of the rows."""
    passed = [day for row in rows for day, _ in _days(row)]
    numbered = {row.index for row in rows}
    every = [
        (day, line)
        for line in [*sender, *(line for line in lines if line.index not in numbered)]
        for day, found in _days(line)
        if line in sender or DATED.match(line.text) or len(found.text) == len(line.text.strip())
    ]
    early = [(day, line) for day, line in every if not passed or day <= min(passed)]
    for day, line in (early or every)[:1]:
        found = next(found for each, found in _days(line) if each == day)
        short = day[0] >= CENTURY and str(day[0]) not in found.text
        state = ReadingState.DOUBTFUL if short else found.state
        reason = "the year is printed in two figures, and no such sheet is older than 1945" if short else found.reason
        span = found.span.shifted(line.span.start)
        value = PartialDate(*day).edtf
        findings.field("date", value, span, state=state, confidence=found.confidence, reason=reason)


def _days(line: Line) -> Iterator[tuple[tuple[int, int, int], Found[Day]]]:
    """The full days of a line."""
    for found in find_dates(line.text, not_before=SINCE):
        value = found.value
        if isinstance(value, PartialDate) and value.month and value.day:
            yield (value.year, value.month, value.day), found


_Placed = tuple[Span, Named, Span]
"""The ink that a name answers for, the name, and where it stands."""


def _named(line: Line, cell: re.Match[str]) -> Iterator[_Placed]:
    """`Mr. Mayhew, AF/W`, an office alone, or an officer of the Agency with his room."""
    ink = Span(*cell.span()).shifted(line.span.start)
    words, start = cell[0], line.span.start + cell.start()
    person = next(iter(read_persons(words)), None)
    bare = words.strip(" .,")
    designated = DESIGNATION.fullmatch(words)
    letters = SYMBOL.fullmatch(bare) is not None
    if person is not None and not letters:
        office = None if person.value.office else OFFICE.match(words, person.span.end)
        value = (
            replace(person.value, office=known_symbol(office["symbol"]) or office["symbol"]) if office else person.value
        )
        yield ink, value, Span(person.span.start, office.end() if office else person.span.end).shifted(start)
    elif letters or is_symbol(bare):
        name = known_symbol(bare) or bare
        at = start + words.index(bare)
        yield ink, Named(name, NamedKind.OFFICE, bare, office=name), Span(at, at + len(bare))
    elif designated and TURN.match(line.text):
        said = designated["office"]
        officer = read_officer(said)
        value = officer.value if officer else Named(said, NamedKind.OFFICE, said)
        yield ink, value, (officer.span if officer else Span(*designated.span("office"))).shifted(start)
