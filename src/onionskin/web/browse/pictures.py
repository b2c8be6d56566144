"""Pictures of the collection as SVG: in a page, alone or on paper. What they show always stands beside them in words.

Colours are the text's own, so that they are right by day, by night and in print; no style stands inline.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import drawsvg as svg

from onionskin.web.ink import CONTROLS

WIDE, HIGH = 960, 190
LEFT, RIGHT, TOP, FOOT = 44, 8, 14, 24
LETTER = 8
"""About how wide a letter of a label is."""
INK = "currentColor"
LOOKS: tuple[dict[str, object], ...] = (
    {"fill": INK, "fill_opacity": 0.85},
    {"fill": INK, "fill_opacity": 0.4},
    {"fill": "none", "stroke": INK},
)
"""Of the parts of a column, from the bottom up."""
LANE, HEAD = 46, 30
ROW = 30
"""Height of a lane with spots."""
MOST_LANES = 8
ELSEWHERE = "others"


@dataclass(frozen=True, slots=True)
class Bar:
    """A column: its label, where it leads, what it says in words, and its parts from the bottom up."""

    label: str
    href: str
    words: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A paper of a thread: from one lane to another, either of them empty where nobody is known; hollow if it is not
    held. `day` sorts it, `when` is written.
    """

    key: str
    sender: str
    receiver: str
    day: str
    words: str
    href: str
    held: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """How many there are in a column, as a spot on a lane: where it leads, what it says in words."""

    column: str
    count: int
    href: str
    words: str


class _Link(svg.DrawingParentElement):  # type: ignore[misc]
    TAG_NAME = "a"


def bars(columns: Sequence[Bar], words: str) -> str:
    """Columns over time, the first part solid, the second half as dark, the third hollow."""
    drawing = _drawing(WIDE, HIGH, words)
    most = max((sum(each.parts) for each in columns), default=0) or 1
    floor, room = HIGH - FOOT, HIGH - FOOT - TOP
    step = (WIDE - LEFT - RIGHT) / max(len(columns), 1)
    width = max(min(step * 0.8, 34), 1.5)
    for count in _rungs(most):
        y = round(floor - count / most * room, 1)
        drawing.append(svg.Line(LEFT, y, WIDE - RIGHT, y, stroke=INK, stroke_opacity=0.18))
        drawing.append(svg.Text(f"{count:,}", 12, LEFT - 6, y + 4, text_anchor="end", fill=INK, class_="tick"))
    free = 0.0
    for n, each in enumerate(columns):
        x = LEFT + n * step + (step - width) / 2
        drawing.append(_column(each, x, width, floor, room / most))
        if x >= free:
            drawing.append(_tick(each.label, round(x + width / 2, 1), HIGH - 7))
            free = x + len(each.label) * LETTER + 10
    drawing.append(svg.Line(LEFT, floor, WIDE - RIGHT, floor, stroke=INK))
    return _written(drawing)


def _column(bar: Bar, x: float, width: float, floor: float, scale: float) -> svg.DrawingElement:
    """One column with its link; a wide unseen field takes the pointer where there is little to hit."""
    link = _linked(bar.href, bar.words)
    y = floor
    link.append(_field(round(x - 1, 1), TOP, round(width + 2, 1), floor - TOP))
    for part, look in zip(bar.parts, LOOKS, strict=False):
        if part:
            height = max(part * scale, 1.5)
            y -= height
            link.append(svg.Rectangle(round(x, 1), round(y, 1), round(width, 1), round(height, 1), **look))
    return link


def _rungs(most: int) -> Iterator[int]:
    """One to four round numbers up to the most."""
    step = 10 ** max(math.floor(math.log10(most)), 0)
    while most / step < 2 and step > 1:
        step //= 2
    while most / step > 4:
        step *= 2
    yield from range(step, most + 1, step)


def shares(rows: Sequence[Bar], words: str) -> str:
    """Rows of bars lying down, each with its name over it: what is read, and what of it is doubtful."""
    drawing = _drawing(WIDE, max(len(rows), 1) * 40, words)
    most = max((sum(each.parts) for each in rows), default=0) or 1
    for n, each in enumerate(rows):
        link = _linked(each.href, each.words)
        link.append(svg.Text(each.label, 14, 0, n * 40 + 15, fill=INK))
        x = 0.0
        for part, opacity in zip(each.parts, (0.85, 0.4), strict=False):
            width = part / most * (WIDE - RIGHT)
            link.append(svg.Rectangle(round(x, 1), n * 40 + 21, round(width, 1), 11, fill=INK, fill_opacity=opacity))
            x += width
        drawing.append(link)
    return _written(drawing)


def spots(lanes: Mapping[str, Sequence[Spot]], columns: Sequence[str], words: str) -> str:
    """A lane for each name, a spot in each column that has anything, its area as its count."""
    left = max((len(name) for name in lanes), default=0) * LETTER + 18
    step = (max(WIDE - left, 24 * len(columns)) - RIGHT) / max(len(columns), 1)
    drawing = _drawing(left + step * len(columns) + RIGHT, len(lanes) * ROW + FOOT, words)
    places = {name: left + step * (n + 0.5) for n, name in enumerate(columns)}
    most = max((each.count for row in lanes.values() for each in row), default=1)
    for n, (name, row) in enumerate(lanes.items()):
        y = n * ROW + ROW / 2
        drawing.append(svg.Line(left, y, left + step * len(columns), y, stroke=INK, stroke_opacity=0.18))
        drawing.append(svg.Text(name, 13, left - 10, y + 4, text_anchor="end", fill=INK))
        for each in row:
            x = round(places[each.column], 1)
            link = _linked(each.href, each.words)
            link.append(_field(round(x - step / 2, 1), n * ROW, round(step, 1), ROW))
            radius = max(2.0, (ROW / 2 - 2) * math.sqrt(each.count / most))
            link.append(svg.Circle(x, y, round(radius, 1), fill=INK, fill_opacity=0.75))
            drawing.append(link)
    free = 0.0
    for name, x in places.items():
        if x >= free:
            drawing.append(_tick(name, round(x, 1), len(lanes) * ROW + FOOT - 7))
            free = x + len(name) * LETTER + 10
    return _written(drawing)


def thread(arrows: Sequence[Arrow], steps: Sequence[tuple[str, str]], words: str) -> str:
    """Who wrote to whom: a lane for each party, time from left to right, an arrow for each paper, hollow where it is
    not held, and a thin line from each paper to the one it leads to.
    """
    lanes = _lanes(arrows)
    columns = _columns(arrows)
    left = max((len(name) for name in lanes), default=0) * LETTER + 18
    width = left + max(columns.values(), default=0) + 40
    height = HEAD + len(lanes) * LANE
    drawing = _drawing(max(width, 480), height, words)
    for n, name in enumerate(lanes):
        y = HEAD + n * LANE + LANE / 2
        drawing.append(svg.Line(left, y, max(width, 480) - 8, y, stroke=INK, stroke_opacity=0.25))
        drawing.append(svg.Text(name, 13, left - 10, y + 4, text_anchor="end", fill=INK))
    heights = {name: HEAD + n * LANE + LANE / 2 for n, name in enumerate(lanes)}
    places = {each.key: (left + columns[each.key], _ends(each, heights)) for each in arrows}
    for mine, other in steps:
        if mine in places and other in places:
            drawing.append(_tie(places[mine], places[other]))
    for when, x in _months(arrows, columns):
        drawing.append(_tick(when, left + x, 14))
    for each in arrows:
        drawing.append(_arrow(each, *places[each.key]))
    return _written(drawing)


def _lanes(arrows: Sequence[Arrow]) -> list[str]:
    """The parties that have most papers, in the order in which they first come up; the rest share one lane."""
    count: dict[str, int] = {}
    for each in arrows:
        for name in (each.sender, each.receiver):
            if name:
                count[name] = count.get(name, 0) + 1
    kept = set(sorted(count, key=lambda name: -count[name])[:MOST_LANES])
    lanes = [name for name in count if name in kept]
    left_out = len(kept) < len(count) or any(not (each.sender or each.receiver) for each in arrows)
    return [*lanes, ELSEWHERE] if left_out else lanes


def _columns(arrows: Sequence[Arrow]) -> dict[str, float]:
    """How far to the right each paper stands: one after the other, further apart where more time goes by."""
    columns, x, before = {}, 16.0, ""
    for each in arrows:
        if before:
            x += 22 + min(70.0, 9 * math.log2(1 + _days_between(before, each.day)))
        columns[each.key] = round(x, 1)
        before = each.day
    return columns


def _days_between(first: str, second: str) -> int:
    """About how many, of two days as they sort; none where either is no day."""
    try:
        a, b = ([int(part) for part in day[:10].split("-")] for day in (first, second))
    except ValueError:
        return 0
    if len(a) != len(b) or len(a) < 3:
        return 0
    return max((b[0] - a[0]) * 365 + (b[1] - a[1]) * 30 + b[2] - a[2], 0)


def _months(arrows: Sequence[Arrow], columns: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Where a month begins, as far as there is room to say so."""
    free = float("-inf")
    for before, each in pairwise((None, *arrows)):
        if each is None or not each.day[:1].isdigit() or each.day.startswith("9999"):
            continue
        if (before is None or before.day[:7] != each.day[:7]) and columns[each.key] >= free:
            yield each.day[:7], columns[each.key]
            free = columns[each.key] + 60


def _ends(arrow: Arrow, heights: Mapping[str, float]) -> tuple[float, float]:
    """The heights where an arrow begins and ends; one that has but one party stays in its lane."""
    other = heights.get(ELSEWHERE, min(heights.values(), default=0.0))
    sender = heights.get(arrow.sender, other)
    receiver = heights.get(arrow.receiver, other) if arrow.receiver else sender
    return (sender if arrow.sender else receiver), receiver


def _arrow(arrow: Arrow, x: float, ends: tuple[float, float]) -> svg.DrawingElement:
    start, end = ends
    link = _linked(arrow.href, arrow.words) if arrow.href else _told(svg.Group(), arrow.words)
    dash = {} if arrow.held else {"stroke_dasharray": "3 3"}
    if start != end:
        way = math.copysign(1, end - start)
        link.append(svg.Line(x, start, x, end - 7 * way, stroke=INK, stroke_width=1.6, **dash))
        points = (x - 4.5, end - 9 * way, x + 4.5, end - 9 * way, x, end)
        link.append(svg.Lines(*points, close=True, fill=INK if arrow.held else "none", stroke=INK))
    look = {"fill": INK} if arrow.held else {"fill": "none", "stroke_dasharray": "2 2"}
    link.append(svg.Circle(x, start, 5, stroke=INK, stroke_width=1.4, **look))
    link.append(_field(x - 10, min(ends) - 10, 20, abs(end - start) + 20))
    return link


def _tie(mine: tuple[float, tuple[float, float]], other: tuple[float, tuple[float, float]]) -> svg.DrawingElement:
    (x1, (y1, _)), (x2, (y2, _)) = mine, other
    path = svg.Path(fill="none", stroke=INK, stroke_opacity=0.3)
    lift = 12 + abs(x2 - x1) / 12
    return path.M(x1, y1).Q(round((x1 + x2) / 2, 1), round(min(y1, y2) - lift, 1), x2, y2)


def _drawing(width: float, height: float, words: str) -> svg.Drawing:
    return svg.Drawing(round(width), round(height), role="group", aria_label=escape(words, quote=True))


def _tick(words: str, x: float, y: float) -> svg.DrawingElement:
    return svg.Text(words, 12, x, y, text_anchor="middle", fill=INK, class_="tick")


def _field(x: float, y: float, width: float, height: float) -> svg.DrawingElement:
    """An unseen field that takes the pointer."""
    return svg.Rectangle(x, y, width, height, fill=INK, fill_opacity=0, class_="hit")


def _linked(href: str, words: str) -> svg.DrawingParentElement:
    # The library writes attributes as they are. The same links stand in words beside it, for who comes by keyboard.
    return _told(_Link(href=escape(href, quote=True), tabindex=-1, aria_label=escape(words, quote=True)), words)


def _told(element: svg.DrawingParentElement, words: str) -> svg.DrawingParentElement:
    element.append_title(words)
    return element


def _written(drawing: svg.Drawing) -> str:
    text: str = drawing.as_svg(header="", skip_js=True, skip_css=True)
    return text.translate(CONTROLS).replace("<defs>\n</defs>\n", "")
