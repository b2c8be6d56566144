"""The order in which a person would read what was seen on a page: rows, columns, and where a paragraph ends."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from onionskin.scans.seen import SeenLine

Row = tuple[SeenLine, ...]
"""What stands on one line of a column, left to right."""

_SAME_ROW = 0.5
"""Share of the lower one's height by which two lines overlap that stand in one row."""
_OVER_ONE_ANOTHER = 0.3
"""Share of the shorter one's width from which two lines lie over one another, as a stamp over typing."""
_UPRIGHT = 1.5
"""Height to width from which a line of several letters runs up or down the page."""
_GUTTER = 2.0
"""Width of the white between columns, in heights of a line."""
_FEWEST_ROWS = 3
"""On either side of a gutter."""
_PROSE = 20
"""Letters to the row, on the mean, from which both sides of a gutter are running text and not a list of labels."""
_ALIGNED = 0.3
"""Heights of a line within which rows on both sides of a gutter stand on one line."""
_NEW_BLOCK = 1.5
"""Steps from line to line from which a paragraph has ended."""
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
    Lines that run up or down the page come last, each for itself.
    """
    level = [line for line in lines if not _runs_upright(line)]
    upright = sorted((line for line in lines if _runs_upright(line)), key=lambda line: (line.box.left, line.box.top))
    found = [paragraph for column in _columns(_straightened(level)) for paragraph in _split(column)]
    found.extend([(line,)] for line in upright)
    return found


def _runs_upright(line: SeenLine) -> bool:
    return line.letters > 1 and line.box.height > _UPRIGHT * line.box.width


def _straightened(lines: Sequence[SeenLine]) -> list[_Place]:
    """Tops and bottoms as on a straight page; one askew by one degree falls by a line from margin to margin."""
    long = sorted((line for line in lines if line.letters >= _PROSE), key=lambda line: line.slope)
    slope = median(line.slope for line in long) if long else 0.0
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
    for place in sorted(places, key=lambda place: (place.middle, place.left)):
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
    return shared >= _SAME_ROW * min(one.height, other.height) and over <= _OVER_ONE_ANOTHER * min(
        one.right - one.left, other.right - other.left
    )


def _columns(places: Sequence[_Place]) -> list[_Rows]:
    """The page as columns in reading order: what stands above a pair of them, the left one, the right one, the rest."""
    rows = _rows(places)
    found = _widest_pair(rows)
    if found is None:
        return [rows] if rows else []
    first, last, gutter = found
    between = [place for row in rows[first:last] for place in row]
    left = [place for place in between if place.right <= gutter]
    right = [place for place in between if place.right > gutter]
    above = [place for row in rows[:first] for place in row]
    below = [place for row in rows[last:] for place in row]
    return [column for part in (above, left, right, below) for column in _columns(part)]


def _widest_pair(rows: _Rows) -> tuple[int, int, int] | None:
    """The columns with the most rows side by side: their first row, the one after their last, the left one's edge."""
    if len(rows) < _FEWEST_ROWS:
        return None
    height = median(place.height for row in rows for place in row)
    best: tuple[int, int, int] | None = None
    most = _FEWEST_ROWS - 1
    for edge in sorted({place.right for row in rows for place in row}):
        for run in _free(rows, edge, edge + _GUTTER * height):
            first, last, count = _side_by_side(rows, run, edge)
            if count > most and _are_columns(rows[first:last], edge, height):
                best, most = (first, last, edge), count
    return best


def _free(rows: _Rows, left: float, right: float) -> list[range]:
    """Runs of rows in which nothing stands between two places."""
    free = [all(place.left >= right or place.right <= left for place in row) for row in rows]
    runs = [list(run) for is_free, run in itertools.groupby(range(len(rows)), key=free.__getitem__) if is_free]
    return [range(run[0], run[-1] + 1) for run in runs if len(run) >= _FEWEST_ROWS]


def _side_by_side(rows: _Rows, run: range, edge: int) -> tuple[int, int, int]:
    """The run without what stands above or below its shorter side, half-open, and how many rows that side has."""
    on_left = [i for i in run if any(place.right <= edge for place in rows[i])]
    on_right = [i for i in run if any(place.right > edge for place in rows[i])]
    if not on_left or not on_right:
        return 0, 0, 0
    first, last = max(on_left[0], on_right[0]), min(on_left[-1], on_right[-1]) + 1
    return first, last, min(sum(first <= i < last for i in side) for side in (on_left, on_right))


def _are_columns(rows: _Rows, edge: int, height: float) -> bool:
    """Whether the sides are read one after the other: both are running text, or their lines are not level."""
    left = [[place for place in row if place.right <= edge] for row in rows]
    right = [[place for place in row if place.right > edge] for row in rows]
    if _letters(left) >= _PROSE and _letters(right) >= _PROSE:
        return True
    pairs = [(one, other) for one, other in zip(left, right, strict=True) if one and other]
    alone = sum(bool(one) != bool(other) for one, other in zip(left, right, strict=True))
    aligned = sum(abs(_middle(one) - _middle(other)) < _ALIGNED * height for one, other in pairs)
    return aligned < 0.5 * min(len(pairs) + alone, _count(left), _count(right))


def _letters(side: _Rows) -> float:
    return sum(place.line.letters for row in side for place in row) / max(1, _count(side))


def _count(side: _Rows) -> int:
    return sum(bool(row) for row in side)


def _middle(row: Sequence[_Place]) -> float:
    return sum(place.middle for place in row) / len(row)


def _split(rows: _Rows) -> list[list[Row]]:
    """The paragraphs of one column."""
    steps = [_middle(below) - _middle(above) for above, below in itertools.pairwise(rows)]
    found: list[list[Row]] = [[]]
    for i, row in enumerate(rows):
        if i and (_ends(rows, steps, i - 1) or _is_set_in(rows, i)):
            found.append([])
        found[-1].append(tuple(place.line for place in row))
    return [paragraph for paragraph in found if paragraph]


def _ends(rows: _Rows, steps: Sequence[float], i: int) -> bool:
    """Whether a paragraph ends with a row: the step to the next is wider than is usual around it.

    A page may be typed in single and in double spacing. Where the steps before and after are as wide, the text is
    double spaced, and a paragraph only ends with a row that does not reach the margin.
    """
    high = 0.7 * median(place.height for place in rows[i])
    around = sorted(step for step in steps[max(0, i - 6) : i + 7] if step > high)
    if not around or steps[i] <= _NEW_BLOCK * around[len(around) // 4]:
        return False
    beside = [steps[j] for j in (i - 1, i + 1) if 0 <= j < len(steps)]
    double_spaced = bool(beside) and all(abs(step - steps[i]) < _EVEN * steps[i] for step in beside)
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
