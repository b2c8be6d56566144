"""Lines struck across a page at an angle of their own: a rubber stamp's, which stand beside the type and over it.

Ordered with the type they would be cut up among its rows: of a stamp eleven degrees askew the heading is level with the
end of the last line.
"""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.record.geometry import Box
from onionskin.scans.seen import SeenLine

_LEANS = 0.025
"""How much more a line falls than those of the page, for each pixel to the right, where others fall with it."""
_LEANS_ALONE = 0.05
"""The same of one that stands by itself: a short line's fall is not measured better."""
_TOGETHER = 0.06
"""By how much the fall of two lines differs that were struck together."""
_FEWEST_LETTERS = 4
_LONGEST, _MOST = 45, 8
"""Letters of a stamp's line, and lines of a stamp; of a page that is warped, whole paragraphs lean."""
_NEAR = 1.5
"""From a line to the next, in their heights."""


def apart(lines: Sequence[SeenLine]) -> tuple[list[SeenLine], list[list[SeenLine]]]:
    """The lines that run as the page does, and those that lean against it, struck together, as blocks."""
    usual = page_slope(lines)
    leaning = [
        line for line in lines if abs(line.slope - usual) >= _LEANS and _FEWEST_LETTERS <= line.letters <= _LONGEST
    ]
    blocks = [block for block in _blocks(leaning) if _is_struck(block, usual)]
    taken = {id(line) for block in blocks for line in block}
    for block in blocks:
        bits = _bits(block, [line for line in lines if id(line) not in taken])
        taken.update(map(id, bits))
        block.extend(bits)
    return [line for line in lines if id(line) not in taken], blocks


def page_slope(lines: Sequence[SeenLine]) -> float:
    """How the lines of a page fall: as the middle one of all its letters does."""
    fallen = sorted((line.slope, line.letters) for line in lines)
    half = sum(letters for _, letters in fallen) / 2
    for slope, letters in fallen:
        half -= letters
        if half <= 0:
            return slope
    return 0.0


def _blocks(leaning: Sequence[SeenLine]) -> list[list[SeenLine]]:
    blocks: list[list[SeenLine]] = []
    for line in sorted(leaning, key=lambda each: (each.box.top, each.box.left)):
        own = [block for block in blocks if any(_belong(line, other) for other in block)]
        blocks = [block for block in blocks if all(block is not each for each in own)]
        blocks.append([*(other for block in own for other in block), line])
    return blocks


def _belong(one: SeenLine, other: SeenLine) -> bool:
    far = _NEAR * max(_height(one), _height(other))
    across = max(one.box.left, other.box.left) - min(one.box.right, other.box.right)
    down = max(one.box.top, other.box.top) - min(one.box.bottom, other.box.bottom)
    return abs(one.slope - other.slope) <= _TOGETHER and across <= far and down <= far


def _height(line: SeenLine) -> float:
    """Of its letters; the box of a leaning line is higher."""
    return max(line.box.height - abs(line.slope) * line.box.width, line.box.height / 4)


def _is_struck(block: Sequence[SeenLine], usual: float) -> bool:
    return len(block) <= _MOST and (len(block) > 1 or abs(block[0].slope - usual) >= _LEANS_ALONE)


def _bits(block: Sequence[SeenLine], lines: Sequence[SeenLine]) -> list[SeenLine]:
    """What is too short to lean and lies among the lines of a block: `By`."""
    around = Box.around([line.box for line in block])
    return [
        line for line in lines if around and line.letters < _FEWEST_LETTERS and line.box.shared(around) == line.box.area
    ]
