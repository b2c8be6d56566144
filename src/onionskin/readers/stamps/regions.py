"""Where a boxed stamp stands: the lines with its labels, those between them, and where the next stamp begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.boxes import HAS_BOX
from onionskin.phrases.stamp_days import find_day
from onionskin.readers.stamps.cells import Cell, Row, cut
from onionskin.readers.stamps.forms import HEADINGS, OFFICE, is_spelt
from onionskin.text.clean import CleanText, Line

HOT = re.compile(
    r"""\bRELEASE|\bEXCISE|\bDENY\b|DECLASS|\bDOWNGRADE
      | \b(?i:non.?responsive|exemptions?\b|ts\ authority|e\.?o\.?\ citation|reviewed\ by|concurrence\ of)""",
    re.VERBOSE,
)
CUES = (
    *("release", "excise", "deny", "declass", "downgrade", "responsive", "exemption", "ts authority", "citation"),
    *("reviewed by", "concurrence of"),
)
"""One of these stands wherever HOT does."""
LONGEST = 130
"""Characters of the longest line of a stamp; a paragraph that a model prints as one line is longer."""
LONGEST_OF_ALL, FEWEST_BOXES = 600, 3
"""Characters of a stamp that is printed as one line, and the boxes that tell it from a paragraph."""
NEAR = 3
"""Lines without any label that may stand inside a stamp: misread ones, and the letter's own beside it."""
SHORT = 60
"""Characters of a line with one label and its entry."""
OFFICE_BESIDE = 20
"""Characters that may stand beside DEPARTMENT OF STATE in a stamp's heading."""


def stamp_regions(text: CleanText, lines: Sequence[Line]) -> list[list[Row]]:
    """The rows of each boxed stamp among the lines (those of `text` that are free and not blank), in order."""
    rows = _Rows(lines)
    cued = text.lines_holding(*CUES) | text.lines_with(HAS_BOX)
    stamped = [
        at for at, line in enumerate(lines) if line.index in cued and _may_be_stamp(line) and _is_stamp(rows[at])
    ]
    return [segment for region in _regions(stamped, rows) for segment in _segments(region)]


class _Rows(dict[int, Row]):
    """The lines as rows, each cut once and only when asked for."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__()
        self.lines = lines

    def __missing__(self, at: int) -> Row:
        self[at] = cut(self.lines[at])
        return self[at]


def _may_be_stamp(line: Line) -> bool:
    if len(line.text) > LONGEST:  # a whole stamp on one line
        return len(line.text) <= LONGEST_OF_ALL and len(HAS_BOX.findall(line.text)) >= FEWEST_BOXES
    return HOT.search(line.text) is not None or HAS_BOX.search(line.text) is not None


def _is_stamp(row: Row) -> bool:
    """Whether plain labels, boxes and entries make up most of the line."""
    known = [c for c in row.labels if c.words[0].isupper()]
    # Without a box, a misread label alone is not enough: DECLASSIFIED heads an archivist's stamp.
    printed = any(is_spelt(c.words) and (in_capitals(c) or (c.label and c.label.role == "field")) for c in known)
    if not known or not (row.boxes or printed):
        return False
    covered = sum(min(len(c.span), len(c.words) + 30) for c in known) + sum(len(b.span) for b in row.boxes)
    return covered * 2 >= len(row.line.text.strip())


def in_capitals(cell: Cell) -> bool:
    """Whether a label is printed as a stamp prints it."""
    return cell.words.split()[0].isupper()


def _regions(stamped: Sequence[int], rows: _Rows) -> list[list[Row]]:
    """The runs of stamp lines, with the lines between them, the heading above and the entries below."""
    groups: list[list[int]] = []
    for at in stamped:
        if groups and at - groups[-1][-1] <= NEAR + 1 and not _parted(rows.lines[groups[-1][-1] + 1 : at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    floor = 0
    out = []
    for group in groups:
        first = _heading_above(rows, group[0], floor)
        last = _tail_below(rows, group[-1])
        out.append([rows[at] for at in range(first, last + 1)])
        floor = last + 1
    return out


def _parted(between: Sequence[Line]) -> bool:
    """Whether a paragraph of prose stands between two stamp lines."""
    return any(len(line.text) > LONGEST for line in between)


def _heading_above(rows: _Rows, first: int, floor: int) -> int:
    """The line of DEPARTMENT OF STATE a few lines above; else the first line, or a day or reviewer just above it."""
    for at in range(first - 1, max(floor, first - NEAR - 2) - 1, -1):
        if len(rows.lines[at].text) > LONGEST:
            break
        if _is_heading(rows.lines[at].text.strip()):
            return at
    at = first
    while at > floor and len(rows.lines[at - 1].text) <= SHORT and _has_field(rows[at - 1]):
        at -= 1
    return at


def _is_heading(words: str) -> bool:
    """`DEPARTMENT OF STATE A/CDC/MR`, or with an office the whole head: `Dept. of State, RPS/IPS, the Director`."""
    heading = HEADINGS.search(words)
    if heading is None:
        return False
    headed = heading.start() == 0 and OFFICE.search(words, heading.end()) is not None
    return len(words) < (SHORT + OFFICE_BESIDE if headed else len(heading.group()) + OFFICE_BESIDE)


def _tail_below(rows: _Rows, last: int) -> int:
    at = last
    while at + 1 < len(rows.lines) and at < last + NEAR and len(rows.lines[at + 1].text) <= SHORT:
        row = rows[at + 1]
        words = row.line.text.split()
        only_labels = row.labels and all(c.label for c in row.cells) and (len(words) > 1 or words[0].isupper())
        if not (_has_field(row) or only_labels or (row.labels and row.boxes)):
            break
        at += 1
    return at


def _has_field(row: Row) -> bool:
    return any(c.label and c.label.role == "field" for c in row.cells)


def _segments(region: Sequence[Row]) -> list[list[Row]]:
    """A region cut where a stamp begins anew: at a heading, at a second reviewer, at a second day entered."""
    out: list[list[Row]] = [[]]
    seen: set[str] = set()
    for row in region:
        entered = _fields_entered(row)
        if (row.heading is not None and len(seen) > 1) or entered & seen:
            out.append([])
            seen = set()
        out[-1].append(row)
        seen |= entered | {c.label.name for c in row.cells if c.label and c.label.role == "decision"}
    return out


def _fields_entered(row: Row) -> set[str]:
    """`reviewer`, `date`: what only one line of a stamp can hold."""
    dated = find_day(row.line.text) is not None
    fields = {c.label.field for c in row.cells if c.label and (c.label.field == "reviewer" or (c.value and dated))}
    return {f for f in fields if f in ("reviewer", "date")}
