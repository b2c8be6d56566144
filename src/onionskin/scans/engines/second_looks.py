"""Lines that were read badly, read once more on the same paper made softer and thinner: each time other words come out.

Of 155 such lines of keyed pages (`bench/ocr`, the building half) no one way of making the paper ready reads many more
words than the page as it is; all four together have half as many again, and the words of the papers' English among
them are mostly the right ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from onionskin.errors import SourceError
from onionskin.scans.engine import PageImage
from onionskin.scans.preparation import Pixels, blurred, thinned
from onionskin.scans.seen import SeenLine, Turn
from onionskin.scans.voting import lettered, vote

LookAgain = Callable[[PageImage, Sequence[SeenLine]], Sequence[SeenLine | None]]
"""What is read of lines on another image of the same page, in their order; None where nothing is."""

_SURE = 0.93
"""Mean confidence of its letters from which a line is left as it was read."""
_SOFTER, _SOFTEST = 0.0053, 0.008
_THINNER, _THINNED_BLUR = 0.0033, 0.0027
"""Inches."""
_MOST_LINES = 80
"""Of a page; one with more of them holds dirt and handwriting."""


def with_second_looks(lines: Sequence[SeenLine], image: PageImage, again: LookAgain) -> list[SeenLine]:
    """The lines, those that were read badly in the surest of four readings, with words from the others (`vote`)."""
    badly = [i for i, line in enumerate(lines) if _is_read_badly(line)][:_MOST_LINES]
    readings = {i: [lines[i]] for i in badly}
    for pixels in _ways(image) if badly else ():
        try:
            looks = again(replace(image, pixels=pixels), [lines[i] for i in badly])
        except SourceError:
            break  # the page was read: its lines stand as they are
        for i, seen in zip(badly, looks, strict=True):
            if seen is not None:
                readings[i] += lettered([seen])
    return [_together(readings[i]) if i in readings else line for i, line in enumerate(lines)]


def _is_read_badly(line: SeenLine) -> bool:
    return line.corners is not None and line.turn is Turn.LEVEL and _confidence(line) < _SURE


def _ways(image: PageImage) -> Iterator[Pixels]:
    """The page made ready in other ways than that in which it was read."""
    yield blurred(image.pixels, image.dpi, _SOFTER)
    yield blurred(image.pixels, image.dpi, _SOFTEST)
    yield blurred(thinned(image.pixels, image.dpi, _THINNER), image.dpi, _THINNED_BLUR)


def _together(readings: Sequence[SeenLine]) -> SeenLine:
    best, *others = sorted(readings, key=_confidence, reverse=True)
    for other in others:
        (best,) = vote([best], [other])
    return best


def _confidence(line: SeenLine) -> float:
    """The mean of its letters'."""
    letters = sum(len(word.text) for word in line.words)
    return sum(word.confidence * len(word.text) for word in line.words) / max(1, letters)
