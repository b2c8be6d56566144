"""Lists of participants: a person to a line or over several, sides one below the other or in columns side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from onionskin.phrases.columns import CELL, Bounds, cells_in
from onionskin.phrases.names import read_person, read_persons
from onionskin.phrases.office_holders import read_holder
from onionskin.phrases.offices import is_symbol
from onionskin.phrases.participants import SYMBOL, Participant, begins_person, names_person, read_entry
from onionskin.record.span import Span

NUMBERED = re.compile(r"\A\s*(?:\(?\d{1,2}[.)]|[-•*–])\s+")
OPEN = re.compile(r"(?:,|;|\b(?:of|the|for|to|and|in|on|at|from|by|with|who|his)|[-–—])\s*\Z")
"""The end of a line that goes on in the next."""
THE = re.compile(r"\s*The\s", re.IGNORECASE)
NARROWEST = 12
"""Characters that a column of persons has at the least."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one line, at its own columns; `start` is where its first column stands in the text."""

    start: int
    text: str


@dataclass(slots=True)
class _Entry:
    """A person's words, joined from the lines they take, with the place of every character."""

    words: str
    places: list[int]
    indent: int

    def goes_on(self, words: str, start: int) -> None:
        # A title under a name stands as behind a comma.
        joint = " " if OPEN.search(self.words) or "," in self.words or words[:1].islower() else ", "
        self.places += [self.places[-1]] * len(joint)
        self.places += range(start, start + len(words))
        self.words += joint + words

    def span(self, of: Span) -> Span:
        return Span(self.places[of.start], self.places[of.end - 1] + 1)


def read_list(rows: Sequence[Row]) -> list[Participant]:
    """The persons of the list in the order of its ink; spans are of the text, each within one line of it."""
    found = []
    for column in _columns(rows):
        for entry in _entries(column):
            found += [(value, _in_its_line(entry.span(span), column)) for value, span in read_entry(entry.words)]
    return sorted(found, key=lambda each: each[1].start)


def in_a_list(words: str, above: str) -> bool:
    """Whether a line of running text is of the list still: it begins with a person or goes on with the line above."""
    if words.lstrip()[:1].islower():
        return True
    first = CELL.search(NUMBERED.sub("", words, count=1))
    return OPEN.search(above) is not None or (first is not None and begins_person(first[0]))


def _in_its_line(span: Span, column: Sequence[Row]) -> Span:
    """The part of a span that stands in its first line and column."""
    row = next(row for row in column if row.start <= span.start < row.start + len(row.text))
    end = min(span.end, row.start + len(row.text.rstrip()))
    return Span(span.start, end)


def _columns(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows cut where a second list of persons begins beside the first."""
    gutters = _gutters(rows)
    columns: list[tuple[Bounds, list[Row]]] = [
        (bounds, []) for bounds in zip([0, *gutters], [*gutters, None], strict=True)
    ]
    for row in rows:
        for bounds, column in columns:
            inside = list(cells_in(row.text, bounds))
            if inside:
                words = Span(inside[0].start, inside[-1].end)
                column.append(Row(row.start, " " * words.start + words.of(row.text)))
    return [column for _, column in columns]


def _gutters(rows: Sequence[Row]) -> list[int]:
    """Where columns of persons begin, but for the first: behind cells that are neither offices nor names of sides."""
    starts: list[int] = []
    for row in rows:
        cells = list(CELL.finditer(row.text))
        for before, cell in pairwise(cells):
            words = NUMBERED.sub("", before[0], count=1)
            if names_person(NUMBERED.sub("", cell[0], count=1)) and not (is_symbol(words) or SYMBOL.fullmatch(words)):
                starts.append(cell.start())
    gutters: list[int] = []
    for at in sorted(starts):
        if not gutters or at - gutters[-1] >= NARROWEST:
            gutters.append(at)
    return gutters


def _entries(column: Sequence[Row]) -> Iterator[_Entry]:
    """The persons of one column, each with his titles; names of sides and agencies are left out."""
    lone = not any(begins_person(_bare(row)[0]) for row in column)
    entry: _Entry | None = None
    for row, below in zip_longest(column, column[1:]):
        words, at = _bare(row)
        heads = below is not None and _bare(below)[1] > at and names_person(_bare(below)[0])
        if entry and _continues(entry, words, at, heads=heads):
            entry.goes_on(words, row.start + at)
            continue
        if entry:
            yield entry
        begins = begins_person(words) or _names_inside(words) or (lone and read_person(words) is not None)
        places = list(range(row.start + at, row.start + at + len(words)))
        entry = _Entry(words, places, at) if begins else None
    if entry:
        yield entry


def _names_inside(words: str) -> bool:
    """`The Icelandic Ambassador, Mr. Holm`: a person with a title behind his office."""
    return not words.endswith(":") and any(person.value.title for person in read_persons(words))


def _bare(row: Row) -> tuple[str, int]:
    """A row's words without its number, and the column where they begin."""
    m = NUMBERED.match(row.text)
    rest = row.text[m.end() :] if m else row.text
    words = rest.strip()
    return words, row.text.index(words, m.end() if m else 0)


def _continues(entry: _Entry, words: str, indent: int, *, heads: bool) -> bool:
    """Whether the words are the entry's still: titles, offices, the rest of a sentence; not where they stand over
    persons (`heads`).
    """
    if words[:1].islower():
        return True
    opened = OPEN.search(entry.words)
    if opened and opened[0].strip() not in {",", ";"}:
        return True
    if names_person(words) or words.endswith(":") or (opened is None and _names_inside(words)):
        return False
    if opened is None and (heads or indent < entry.indent):
        return False
    if indent > entry.indent or opened:
        return opened is None or THE.match(words) is None or not read_holder(words)
    # At the same margin a title stands under a name that has none yet.
    what = is_symbol(words) or SYMBOL.fullmatch(words) or (read_holder(words) and THE.match(words) is None)
    return bool(what) and names_person(entry.words) and "," not in entry.words
