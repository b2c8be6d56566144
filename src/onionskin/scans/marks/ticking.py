"""Check boxes brought into the text of a page, each as a word of its own: ☐ or ☒ at its place in the line.

An engine reads a square as ☐ or not at all, seldom whether it is ticked. Where it read one character there, that gives
way; where it read none, the box is put before the word to its right, which is its label on most forms, or at the end of
its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.marks.boxes import CheckBox, is_ticked, squares
from onionskin.scans.marks.ground import Ground

BOXES = EMPTY, TICKED = "☐", "☒"
_SQUARES = "□☐◻▢❏❑⬜☒☑"
_BRACKETS = re.compile(r"(?<!\w)\([ ]{0,3}(?P<tick>[Xx×✓✔✗✘VvKk*+]?)[ ]{0,3}\)(?!\w)")
_HALVES = re.compile(r"(?<!\S)(?:\([Xx]|[Xx]\))(?!\S)")
"""A ticked one of which an engine lost a bracket, on a page with others."""
_ON = 0.35
"""Share of a square that a word of several letters lies on, from which the square is one of its letters."""
_SURE = 0.8
"""Confidence of a letter that is one."""
_BESIDE_INCH, _BEHIND_INCH = 0.6, 0.15
"""How far from a box its label may stand, after it and before it: there no more than a blank parts them."""
_TURNED = 1.2
"""Height to width of a word of two letters or more from which its line runs up or down the page."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """The characters of `span` give way to `glyph`, which stands on `mark`; `before` and `gap` part it from its
    neighbours.
    """

    span: Span
    glyph: str
    mark: CheckBox
    before: str = ""
    gap: str = ""


def with_boxes(page: PageText, sheet: Ground) -> tuple[PageText, list[PageMark]]:
    """The page with its boxes in the text, and their marks."""
    found = [replace(each, box=sheet.page(each.box)) for each in squares(sheet.ink)]
    edits = sorted([*_edits(page, found), *_halves(page)], key=lambda edit: (edit.span, edit.mark.box.left))
    page, marks = _edited(page, edits)
    return page, [*marks, *_in_brackets(page, sheet)]


def _edits(page: PageText, found: Sequence[CheckBox]) -> Iterator[_Edit]:
    taken: set[int] = set()
    for each in found:
        on = [word for word in page.words if each.box.shared(word.box) > _ON * each.box.area]
        glyph = TICKED if each.ticked else EMPTY
        own = next((word for word in on if len(word.span) == 1 and not _is_letter(page, word)), None)
        square = next((at for word in on for at in _squares(page, word)), None)
        if own is not None or square is not None:
            place = own.span if own is not None else Span(square or 0, (square or 0) + 1)
            if place.start not in taken:
                taken.add(place.start)
                yield _Edit(place, glyph, each)
        elif not on:
            before, after = _neighbours(page, each)
            if after is not None:
                yield _Edit(Span(after.span.start, after.span.start), glyph, each, gap=" ")
            elif before is not None:
                yield _Edit(Span(before.span.end, before.span.end), glyph, each, before=" ")


def _halves(page: PageText) -> Iterator[_Edit]:
    """`(X` and `X)` as the boxes that they are."""
    if not _BRACKETS.search(page.text):
        return
    places = {word.span: word.box for word in page.words}
    for found in _HALVES.finditer(page.text):
        box = places.get(span := Span(*found.span()))
        if box is not None:
            yield _Edit(span, TICKED, CheckBox(box, ticked=True))


def _is_letter(page: PageText, word: Word) -> bool:
    return word.confidence >= _SURE and word.span.of(page.text).isalnum()


def _squares(page: PageText, word: Word) -> list[int]:
    """Where in a word an engine read a square."""
    printed = word.span.of(page.text)
    return [word.span.start + at for at, letter in enumerate(printed) if letter in _SQUARES]


def _neighbours(page: PageText, mark: CheckBox) -> tuple[Word | None, Word | None]:
    """The words before and after a box on its line, where one stands near; on a line that runs up or down the page by
    its order in the text, and one that has no other word runs up. There a bold letter with gaps is no box.
    """
    box = mark.box
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    dpi = page.dpi or 300
    level = [word for word in page.words if word.box.top <= y <= word.box.bottom]
    before = _nearest(level, lambda word: box.left - word.box.right, box.width, _BEHIND_INCH * dpi)
    after = _nearest(level, lambda word: word.box.left - box.right, box.width, _BESIDE_INCH * dpi)
    if before or after or not mark.whole:
        return before, after
    upright = [word for word in page.words if word.box.left <= x <= word.box.right and _is_turned(word)]
    under = _nearest(upright, lambda word: word.box.top - box.bottom, box.height, _BESIDE_INCH * dpi)
    above = _nearest(upright, lambda word: box.top - word.box.bottom, box.height, _BESIDE_INCH * dpi)
    return (above, under) if above and under and above.span < under.span else (under, above)


def _nearest(words: Iterable[Word], far: Callable[[Word], int], size: int, reach: float) -> Word | None:
    """The nearest of the words that are so far at most, and lie on half of the box at most."""
    return min((word for word in words if -0.5 * size <= far(word) <= reach), key=far, default=None)


def _is_turned(word: Word) -> bool:
    return len(word.span) > 1 and word.box.height > _TURNED * word.box.width


def _edited(page: PageText, edits: Sequence[_Edit]) -> tuple[PageText, list[PageMark]]:
    """The page with the edits made, every word's span moved by what was put in before it."""
    parts: list[str] = []
    words: list[Word] = []
    marks: list[PageMark] = []
    rest, at, length = list(page.words), 0, 0
    for edit in edits:
        while rest and rest[0].span.end <= edit.span.start:
            words.append(_moved(rest.pop(0), length - at))
        parts.append(page.text[at : edit.span.start])
        length += edit.span.start - at
        length += len(edit.before)
        span = Span(length, length + 1)
        marks.append(PageMark(MarkKind.CHECK_BOX, edit.mark.box, span, checked=edit.mark.ticked))
        parts.append(edit.before + edit.glyph + edit.gap)
        if rest and rest[0].span.start <= edit.span.start and edit.span.end <= rest[0].span.end and len(edit.span):
            if rest[0].span == edit.span:
                old = rest.pop(0)
                words.append(replace(old, span=span, box=edit.mark.box))
            # In a longer word the character is one of its own.
        else:
            words.append(Word(span, edit.mark.box))
        length += 1 + len(edit.gap)
        at = edit.span.end
    words += (_moved(word, length - at) for word in rest)
    parts.append(page.text[at:])
    return replace(page, text="".join(parts), words=tuple(words)), marks


def _moved(word: Word, by: int) -> Word:
    return replace(word, span=word.span.shifted(by))


def _in_brackets(page: PageText, sheet: Ground) -> Iterator[PageMark]:
    """`( )` and `(X)`, as they were read."""
    for found in _BRACKETS.finditer(page.text):
        span = Span(*found.span())
        box = Box.around(word.box for word in page.words if word.span.overlaps(span))
        if box is None or box.width > 5 * max(1, box.height):
            continue
        third = box.width // 3
        inside = sheet.near(Box(box.left + third, box.top, box.right - third, box.bottom))
        yield PageMark(MarkKind.CHECK_BOX, box, span, checked=bool(found["tick"]) or is_ticked(sheet.ink, inside))
