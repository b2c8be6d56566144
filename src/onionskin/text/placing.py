"""Where in a page's text ink would stand that no word covers."""

from __future__ import annotations

from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Word


def offset_of(page: PageText, box: Box, *, within_line: bool = True) -> int:
    """The offset at which what stands in the box would be put into the text of the page.

    With `within_line` behind the words to its left on the same line; otherwise, and where there are none, at the head
    of a line of its own, below the lowest words above it.
    """
    if within_line and (left := _to_its_left(page, box)):
        return max(left, key=lambda word: word.box.right).span.end
    middle = (box.top + box.bottom) // 2
    above = [word for word in page.words if word.box.bottom <= middle]
    over = [word for word in above if word.box.left < box.right and box.left < word.box.right]
    if not above:
        return 0
    lowest = max(over or above, key=lambda word: word.box.bottom)
    end = page.text.find("\n", lowest.span.end)
    return end + 1 if end >= 0 else len(page.text)


def read_in(page: PageText, box: Box) -> str:
    """The words that stand in the box, those whose middle lies in it."""
    inside = (
        word
        for word in page.words
        if box.left <= (word.box.left + word.box.right) // 2 < box.right
        and box.top <= (word.box.top + word.box.bottom) // 2 < box.bottom
    )
    return " ".join(word.span.of(page.text) for word in inside)


def letter_of(page: PageText) -> float:
    """How wide a letter of the page's type is, in pixels; 0 where no word has a box."""
    wide = sorted(word.box.width / len(word.span) for word in page.words if word.span)
    return wide[len(wide) // 2] if wide else 0.0


def room_for(letter: float, box: Box) -> int:
    """How many words of letters so wide the box has room for, one at least. Of 0 they are half its height."""
    wide = letter or box.height / 2
    return max(1, round(box.width / (wide * LETTERS))) if wide else 1


LETTERS = 6
"""Of an English word with the blank behind it."""


def _to_its_left(page: PageText, box: Box) -> list[Word]:
    """The words on the line of the box whose middle lies to the left of its own."""
    middle = box.left + box.right
    near = (word for word in page.words if word.box.top <= box.bottom and box.top <= word.box.bottom)
    return [word for word in near if word.box.left + word.box.right < middle and _on_one_line(word.box, box)]


def _on_one_line(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared * 2 >= min(one.height, other.height)
