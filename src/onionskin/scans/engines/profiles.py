"""Two engines put together, by how much a page may cost: `fast`, `balanced`, `best`, and `auto`, which looks first.

RapidOCR reads, each line squeezed. `balanced` has it read lines of which it is not sure as wide as they are, then looks
for ink that it left, and reads what seem to be lines once more; `best` has lines that were read badly read again
(`second_looks`) and Tesseract read the page as well, and the readings vote. What is left is reported with the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import mean

from onionskin.errors import SourceError
from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Unread, UnreadKind
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.engines.rapid import RapidEngine
from onionskin.scans.engines.second_looks import with_second_looks
from onionskin.scans.engines.struck_words import with_struck_words
from onionskin.scans.engines.tesseract import TesseractEngine
from onionskin.scans.ink import uncovered
from onionskin.scans.limits import Limits
from onionskin.scans.preparation import is_speckled
from onionskin.scans.seen import SeenLine, SeenWord
from onionskin.scans.setting import set_page
from onionskin.scans.voting import lettered, same_place, vote, with_doubts

FAST, BALANCED, BEST, AUTO = "fast", "balanced", "best", "auto"

_SURE = 0.75
"""What a line that was looked at once more must have on the mean to be taken."""
_WIDE_BELOW = 0.9
"""Confidence of a squeezed line under which it is read as wide as it is, but for `fast`: three lines in ten."""
_PLAIN = 0.93
"""Mean confidence of a page from which `auto` does not ask for a second opinion."""
_SECOND_SECONDS = 30.0
"""Of the processor, for the second opinion: a page takes 2 to 8. Tesseract heeds it once it has found the lines; among
specks it looks for pictures first, for minutes, and reads next to nothing then: such a page it is not given.
"""
_MARGIN_INCH = 0.03
_MOST_STRIPS = 40
"""Of a page that are looked at once more; with more of them the page is dirt, or another engine's affair."""
_ABOVE_NAME_INCH, _NAME_WORDS, _SIGNATURE_INCH = 0.4, 5, 0.7


class ProfileEngine:
    """RapidOCR, and as much of Tesseract as the profile grants."""

    def __init__(self, profile: str, limits: Limits) -> None:
        """`profile` is one of the four. The first engine may take as long for a page as the limits say; the second half
        a minute of that, and a page on which it fails is as the first read it, with the `reason`.
        """
        self._profile = profile
        self._first = RapidEngine(limits.max_page_seconds, 0.0 if profile == FAST else _WIDE_BELOW)
        self._second = TesseractEngine(min(_SECOND_SECONDS, limits.max_page_seconds))
        used = self._first.name if profile == FAST else f"{self._first.name}+{self._second.name}"
        self.name = f"{profile}/{used}"

    def read(self, image: PageImage) -> PageText:
        """The page's text, with the ink that is no part of it."""
        reason, first = None, lettered(self._first.look(image))
        lines = first
        unread = self._left(image, lines)
        if self._profile != FAST:
            lines = with_struck_words(lines, image, self._first.look_closer)
        if self._profile != FAST and unread:
            lines = [*lines, *self._closer(image, [each.box for each in unread if each.kind is UnreadKind.LINE])]
        if self._profile == BEST or (self._profile == AUTO and _is_doubtful(lines)):
            lines = with_second_looks(lines, image, self._first.look_again)
            others, reason = self._opinion(image)
            if reason is None:
                lines = [*vote(lines, others), *_missed(others, lines, unread)]
        if unread and lines != first:
            unread = self._left(image, lines)
        text, placed = set_page(with_doubts(lines))
        left = _signed(unread, lines, image)
        size = (image.width, image.height, image.dpi)
        return PageText(image.n, text, placed, *size, self.name, reason=reason, unread=left)

    def look_closer(self, image: PageImage, box: Box) -> SeenLine | None:
        """What the first engine reads there."""
        return self._first.look_closer(image, box)

    def _opinion(self, image: PageImage) -> tuple[list[SeenLine], str | None]:
        """The second engine's lines, or why there are none."""
        if is_speckled(image.pixels):
            return [], "one engine's reading alone, for the page is full of specks"
        try:
            return self._second.look(image), None
        except SourceError as fault:
            return [], f"one engine's reading alone, for the other failed: {fault.what}"

    def _left(self, image: PageImage, lines: Iterable[SeenLine]) -> tuple[Unread, ...]:
        return uncovered(image.pixels, image.dpi, (word.box for line in lines for word in line.words))

    def _closer(self, image: PageImage, boxes: Sequence[Box]) -> list[SeenLine]:
        """What the first engine reads in strips of ink that looks like a line, as far as it is sure."""
        margin, found = round(_MARGIN_INCH * image.dpi), []
        for box in boxes[:_MOST_STRIPS]:
            strip = Box(
                max(0, box.left - margin),
                max(0, box.top - margin),
                min(image.width, box.right + margin),
                min(image.height, box.bottom + margin),
            )
            line = self._first.look_closer(image, strip)
            if line and _is_sure(line):
                found.append(line)
        return found


def fast(limits: Limits) -> OcrEngine:
    """One engine, and what it left reported."""
    return ProfileEngine(FAST, limits)


def balanced(limits: Limits) -> OcrEngine:
    """What was left looked at once more."""
    return ProfileEngine(BALANCED, limits)


def best(limits: Limits) -> OcrEngine:
    """Two engines that vote."""
    return ProfileEngine(BEST, limits)


def auto(limits: Limits) -> OcrEngine:
    """As `balanced`, and as `best` on pages that are hard to read."""
    return ProfileEngine(AUTO, limits)


def _is_sure(line: SeenLine) -> bool:
    letters = sum(map(str.isalnum, "".join(word.text for word in line.words)))
    return letters > 1 and mean(word.confidence for word in line.words) >= _SURE


def _is_doubtful(lines: Sequence[SeenLine]) -> bool:
    sure = [word.confidence for line in lines for word in line.words]
    return not sure or mean(sure) < _PLAIN


def _missed(others: Sequence[SeenLine], lines: Sequence[SeenLine], unread: Sequence[Unread]) -> list[SeenLine]:
    """Of the second engine's lines the words where the first has none and there is ink that looks like a line."""
    have = [word.box for line in lines for word in line.words]
    lost = [each.box for each in unread if each.kind is UnreadKind.LINE]
    found = []
    for line in others:
        words = tuple(word for word in line.words if _is_new(word, have, lost))
        if words and _is_sure(SeenLine(words)):
            found.append(SeenLine(words, line.slope))
    return found


def _is_new(word: SeenWord, have: Sequence[Box], lost: Sequence[Box]) -> bool:
    return any(same_place(word.box, box) for box in lost) and not any(same_place(word.box, box) for box in have)


def _signed(unread: Sequence[Unread], lines: Sequence[SeenLine], image: PageImage) -> tuple[Unread, ...]:
    """Handwriting right above a short typed line is a signature."""
    short = [line.box for line in lines if len(line.words) <= _NAME_WORDS]
    reach = _ABOVE_NAME_INCH * image.dpi

    def is_signature(box: Box) -> bool:
        return box.width >= _SIGNATURE_INCH * image.dpi and any(
            name.left < box.right and box.left < name.right and box.top < name.top and name.top - box.bottom < reach
            for name in short
        )

    return tuple(
        Unread(UnreadKind.SIGNATURE, each.box)
        if each.kind is UnreadKind.HANDWRITING and is_signature(each.box)
        else each
        for each in unread
    )
