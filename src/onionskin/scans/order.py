"""The order in which a person would read what was seen on a page: rows, columns, and where a paragraph ends."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from onionskin.record.geometry import Box
from onionskin.scans.headed import headed
from onionskin.scans.leaning import apart, page_slope
from onionskin.scans.seen import SeenLine, Turn

Row = tuple[SeenLine, ...]
"""What stands on one line of a column, left to right."""

_SAME_ROW = 0.5
"""Share of the lower one's height by which two lines overlap that stand in one row."""
_OVER_ONE_ANOTHER = 0.3
"""Share of the shorter one's width from which two lines lie over one another, as a stamp over typing."""
_LEVEL = 0.75
"""Share of the higher one's height by which two lines overlap that were typed on one line."""
_TOO_WIDE = 0.5
"""Share of the shorter one's width by which such lines may seem to lie over one another: the boxes that older engines
left in a file reach over the next word (104-10306-10016, pages 4, 11 and 14).
"""
_UPRIGHT = 1.5
"""Height to width from which a line of several letters runs up or down the page."""
_GUTTER = 2.0
"""Width of the white between columns, in heights of a line."""
_FEWEST_ROWS = 3
"""On either side of a gutter."""
_MOST_PLACES = 5_000
"""In which columns are looked for; a page of writing has a few hundred, and the search grows with their square."""
_PROSE = 20
"""Letters to the row, on the mean, from which both sides of a gutter are running text and not a list of labels."""
_ALIGNED = 0.3
"""Heights of a line within which rows on both sides of a gutter stand on one line."""
_NEW_BLOCK = 1.5
"""Steps from line to line from which a paragraph has ended."""
_LEAST_STEP = 0.7
"""Heights of a line below which a step is from one line to something written into it."""
_EVEN = 0.2
"""Share by which steps differ that are the same."""
_FULL = 0.8
"""Share of the column's width to which a row of running text reaches, its paragraph's last one aside."""
_INDENT = 2.5
"""Letters by which a paragraph's first line is set in, at least."""
_DEEPEST_INDENT = 15


@dataclass(frozen=True, slots=True)
class _Place:
    """A line with the top and bottom it would have if the page lay straight."""

    line: SeenLine
    top: float
    bottom: float

    @property
    def left(self) -> int:
        return self.line.box.left

    @property
    def right(self) -> int:
        return self.line.box.right

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


_Rows = list[list[_Place]]


def paragraphs(lines: Sequence[SeenLine]) -> list[list[Row]]:
    """Everything seen, as paragraphs of rows.

    Columns that stand clearly apart follow one another; a form's labels stay in the row of what is typed beside them.
    Stamps that were struck at an angle, or beside type, come behind that, each in the order of its own lines. Lines
    that run up or down the page come last: such as were read so in the order that they have with the page turned,
    others each for itself.
    """
    upright = [line for line in lines if _runs_upright(line)]
    straight, leaning = apart([line for line in lines if not _runs_upright(line)])
    level, stamps = headed(straight)
    found = [paragraph for column in _columns(_straightened(level)) for paragraph in _split(column)]
    for block in (*leaning, *stamps):
        places = _straightened(block, page_slope(block))
        found.extend(paragraph for column in _columns(places) for paragraph in _split(column))
    for turn in (Turn.UP, Turn.DOWN):
        found.extend(_with_page_turned([line for line in upright if line.turn is turn]))
    unknown = (line for line in upright if line.turn is Turn.LEVEL)
    found.extend([(line,)] for line in sorted(unknown, key=lambda line: dataclasses.astuple(line.box)))
    return found


def _with_page_turned(lines: Sequence[SeenLine]) -> list[list[Row]]:
    """Lines that all run up the page, or all down, as paragraphs of rows."""
    edge = max((max(line.box.right, line.box.bottom) for line in lines), default=0)
    own = {_turned(line, edge): line for line in lines}
    columns = _columns(_straightened(list(own)))
    return [[tuple(own[line] for line in row) for row in rows] for column in columns for rows in _split(column)]


def _turned(line: SeenLine, edge: int) -> SeenLine:
    """The line made level, with its place on the turned page, whose sides are no longer than `edge`."""
    return SeenLine(tuple(dataclasses.replace(word, box=_turned_box(word.box, line.turn, edge)) for word in line.words))


def _turned_box(box: Box, turn: Turn, edge: int) -> Box:
    if turn is Turn.UP:
        return Box(edge - box.bottom, box.left, edge - box.top, box.right)
    return Box(box.top, edge - box.right, box.bottom, edge - box.left)


def _runs_upright(line: SeenLine) -> bool:
    return line.letters > 1 and line.box.height > _UPRIGHT * line.box.width


def _straightened(lines: Sequence[SeenLine], own: float | None = None) -> list[_Place]:
    """Tops and bottoms as on a straight page; one askew by one degree falls by a line from margin to margin.

    `own` is how much the lines fall, where it is not for their longest to say.
    """
    slopes = [own] if own is not None else [line.slope for line in lines if line.letters >= _PROSE]
    slope = median(slopes) if slopes else 0.0
    places = []
    for line in lines:
        # The box of a sloping line is higher than the line.
        spare = min(abs(slope) * line.box.width, 0.5 * line.box.height) / 2
        fall = slope * (line.box.left + line.box.right) / 2
        places.append(_Place(line, line.box.top + spare - fall, line.box.bottom - spare - fall))
    return places


def _rows(places: Sequence[_Place]) -> _Rows:
    """From top to bottom; what lies over a row, as a stamp does, makes a row of its own."""
    rows: _Rows = []
    for place in sorted(places, key=lambda place: (place.middle, place.left, place.right, place.top)):
        for row in reversed(rows[-4:]):
            if all(_beside(place, other) for other in row):
                row.append(place)
                break
        else:
            rows.append([place])
    for row in rows:
        row.sort(key=lambda place: place.left)
    return sorted(rows, key=lambda row: sum(place.middle for place in row) / len(row))


def _beside(one: _Place, other: _Place) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    over = min(one.right, other.right) - max(one.left, other.left)
    narrower = min(one.right - one.left, other.right - other.left)
    if shared < _SAME_ROW * min(one.height, other.height) or over > _TOO_WIDE * narrower:
        return False
    level = shared >= _LEVEL * max(one.height, other.height)
    within = (one.left < other.left) is not (one.right < other.right)
    return over <= _OVER_ONE_ANOTHER * narrower or (level and not within)


def _columns(places: Sequence[_Place]) -> list[_Rows]:
    """The page as columns in reading order: what stands above a pair of them, the left one, the right one, the rest.

    A right one that begins well above the left one is read before it: so a date stands above an address.
    """
    rows = _rows(places)
    found = _widest_pair(rows)
    if found is None:
        return [rows] if rows else []
    run, edge = found
    between = [place for i in run for place in rows[i]]
    left, right = _sides(between, edge)
    if min(place.middle for place in right) < min(place.middle for place in left) - _FEWEST_ROWS * _height(rows):
        left, right = right, left
    above = [place for row in rows[: run.start] for place in row]
    below = [place for row in rows[run.stop :] for place in row]
    return [column for part in (above, left, right, below) for column in _columns(part)]


def _sides(row: Sequence[_Place], edge: int) -> tuple[list[_Place], list[_Place]]:
    return [place for place in row if place.right <= edge], [place for place in row if place.right > edge]


def _height(rows: _Rows) -> float:
    return median(place.height for row in rows for place in row)


def _widest_pair(rows: _Rows) -> tuple[range, int] | None:
    """The columns with the most rows side by side: the rows that have nothing between them, and the left one's edge."""
    if len(rows) < _FEWEST_ROWS or sum(map(len, rows)) > _MOST_PLACES:
        return None
    height = _height(rows)
    best: tuple[range, int] | None = None
    most = _FEWEST_ROWS - 1
    # Edges that lie within half a line's height of one another are tried as one.
    rights = sorted(place.right for row in rows for place in row)
    edges = {round(2 * right / max(height, 1)): right for right in rights}
    for edge in edges.values():
        for run in _free(rows, edge, edge + _GUTTER * height):
            together = _side_by_side(rows, run, edge)
            count = min(_count(side) for side in together)
            if count > most and _are_columns(*together, height):
                best, most = (run, edge), count
    return best


def _free(rows: _Rows, left: float, right: float) -> list[range]:
    """Runs of rows in which nothing stands between two places."""
    free = [all(place.left >= right or place.right <= left for place in row) for row in rows]
    runs = [list(run) for is_free, run in itertools.groupby(range(len(rows)), key=free.__getitem__) if is_free]
    return [range(run[0], run[-1] + 1) for run in runs if len(run) >= _FEWEST_ROWS]


def _side_by_side(rows: _Rows, run: range, edge: int) -> tuple[_Rows, _Rows]:
    """What stands left and right of an edge, row by row, without what is above or below the shorter side."""
    left, right = zip(*(_sides(rows[i], edge) for i in run), strict=True)
    both = [[i for i, row in enumerate(side) if row] for side in (left, right)]
    if not all(both):
        return [], []
    first, last = max(side[0] for side in both), min(side[-1] for side in both) + 1
    return list(left[first:last]), list(right[first:last])


def _are_columns(left: _Rows, right: _Rows, height: float) -> bool:
    """Whether the sides are read one after the other: both are running text, or their lines are not level."""
    if _letters(left) >= _PROSE and _letters(right) >= _PROSE:
        return True
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one and other]
    aligned = sum(abs(_middle(one) - _middle(other)) < _ALIGNED * height for one, other in pairs)
    return aligned < 0.5 * min(_count(left), _count(right))


def _letters(side: _Rows) -> float:
    return sum(place.line.letters for row in side for place in row) / max(1, _count(side))


def _count(side: _Rows) -> int:
    return sum(bool(row) for row in side)


def _middle(row: Sequence[_Place]) -> float:
    return sum(place.middle for place in row) / len(row)


def _split(column: _Rows) -> list[list[Row]]:
    """The paragraphs of one column. What lies over a row goes with it, and is no step from line to line."""
    over = [i > 0 and _lies_over(row, column[i - 1]) for i, row in enumerate(column)]
    rows = [row for row, lies_over in zip(column, over, strict=True) if not lies_over]
    steps = [_middle(below) - _middle(above) for above, below in itertools.pairwise(rows)]
    found: list[list[Row]] = [[]]
    i = -1
    for row, lies_over in zip(column, over, strict=True):
        i += not lies_over
        if i and not lies_over and (_ends(rows, steps, i - 1) or _is_set_in(rows, i)):
            found.append([])
        found[-1].append(tuple(place.line for place in row))
    return [paragraph for paragraph in found if paragraph]


def _lies_over(row: Sequence[_Place], above: Sequence[_Place]) -> bool:
    top, bottom = max(place.top for place in row), min(place.bottom for place in row)
    height = min(place.height for place in (*row, *above))
    return min(bottom, max(place.bottom for place in above)) - top >= _SAME_ROW * height


def _ends(rows: _Rows, steps: Sequence[float], i: int) -> bool:
    """Whether a paragraph ends with a row: the step to the next is wider than is usual around it.

    A page may be typed in single and in double spacing. Where several steps are as wide and most of the rows between
    them full, the text is double spaced, and a paragraph only ends with a row that does not reach the margin.
    """
    least = _LEAST_STEP * median(place.height for place in rows[i])
    around = sorted(step for step in steps[max(0, i - 6) : i + 7] if step > least)
    if not around or steps[i] <= _NEW_BLOCK * around[len(around) // 4]:
        return False
    as_wide = [abs(step - steps[i]) < _EVEN * steps[i] for step in steps]
    first = next((j + 1 for j in range(i, -1, -1) if not as_wide[j]), 0)
    last = next((j for j in range(i, len(steps)) if not as_wide[j]), len(steps))
    full = sum(_reaches_margin(rows, j) for j in range(first, last + 1))
    double_spaced = last - first > 1 and 2 * full >= last + 1 - first
    return not (double_spaced and _reaches_margin(rows, i))


def _reaches_margin(rows: _Rows, i: int) -> bool:
    near = [place for row in rows[max(0, i - 4) : i + 5] for place in row]
    left, right = min(place.left for place in near), max(place.right for place in near)
    return rows[i][-1].right >= left + _FULL * (right - left)


def _is_set_in(rows: _Rows, i: int) -> bool:
    """Whether a row begins right of the margin and the next one there or at the margin, as where a paragraph begins."""
    if i + 1 >= len(rows):
        return False
    before, row, after = (each[0].left for each in rows[i - 1 : i + 2])
    margin = median(each[0].left for each in rows[max(0, i - 4) : i + 5])
    letter = rows[i][0].line.box.width / rows[i][0].line.letters
    near = _INDENT * letter
    return (
        near < row - margin < _DEEPEST_INDENT * letter
        and (abs(after - margin) < near or abs(after - row) < near / 2)
        and (abs(before - row) > near / 2 or not _reaches_margin(rows, i - 1))
    )
