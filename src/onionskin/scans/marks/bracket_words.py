"""What an engine read around a bracket drawn by hand: whether it leaves room for one, and what stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from onionskin.record.geometry import Box
from onionskin.scans.marks.brackets import ROW, Half
from onionskin.scans.marks.ground import inches
from onionskin.scans.marks.ticking import BOXES

_OVER = inches(0.05)
"""How far what stands over a bracket may reach down beside it."""
_SLIP, _BESIDE = inches(0.015), inches(0.3)
"""By how much the box of a word may be out, and how near the first word of the passage is."""
_LIKE = frozenset("[](){}|!")
_LIKE_OUTSIDE = frozenset("lI1itfjJ/\\:;,.'-")
_LIKE_OPENING, _LIKE_CLOSING = frozenset("LCEFr"), frozenset("37d")
"""What engines read a bracket as: anywhere; and where it is the first sign of a word, or the last."""
_NOTE = re.compile(r"\(?[bB]\)?\s?\(?\d\)?|1\.[345]\(?[a-hA-H]\)?|\(?\d{1,2}\)?|[A-Z]")
"""What is written over one."""
_FEWEST_LETTERS = 4
_NARROWEST = 0.7
"""Share of their room that a word's letters take at least; what is narrower was not read, but guessed."""
_ROOM = (0.5, 2.1)
"""By how many steps a word is wider than its letters take where one sign was not read, or that and the blank beside it;
larger type is wider still.
"""


def embraces(half: Half, words: Sequence[tuple[Box, str]], step: float) -> bool:
    """Whether type stands on the side to which it opens; a bracket as high as several rows may stand further off. And,
    where an engine's word lies on it, whether the engine read it as a sign that looks like a bracket, or left it out:
    then the word is wider than its letters take.

    `words` are boxes with what was read there, `step` is how far it is from letter to letter.
    """
    own, beside = half.box, False
    middle, level = (own.left + own.right) / 2, (own.top + own.bottom) / 2
    for box, letters in words:
        # Boxes are drawn wide: one of the next row may reach into this one.
        if not (box.top < level < box.bottom or own.top < (box.top + box.bottom) / 2 < own.bottom):
            continue
        if not (box.width and letters):
            continue
        if box.left - _SLIP <= own.left and own.right <= box.right + _SLIP:
            share = min(1.0, max(0.0, (middle - box.left) / box.width))
            if letters in BOXES or box.width < _NARROWEST * len(letters) * step:
                return False
            if not (_is_read(half, letters, share) or _is_left_out(box, len(letters), step)):
                return False
            beside = beside or len(letters) > 1
        elif -_SLIP <= (box.left - own.right if half.opens else own.left - box.right) <= _BESIDE:
            beside = True
    return beside or own.height > ROW


def read_fellows(found: Sequence[Half], words: Iterable[tuple[Box, str]]) -> Iterator[Half]:
    """Where an engine read a bracket that letters hide, the fellow of one that is seen: it opens where that closes, and
    is as high.
    """
    for box, letters in words:
        for at, sign in enumerate(letters):
            others = [half for half in found if sign in "[]" and half.opens is not (sign == "[")]
            if others and not any(half.box.shared(box) and half.opens is (sign == "[") for half in found):
                middle, level = box.left + round((at + 0.5) * box.width / len(letters)), (box.top + box.bottom) / 2
                near = min(others, key=lambda half: abs(half.box.top + half.box.bottom - 2 * level))
                if near.box.height <= ROW:
                    top = round(level - near.box.height / 2)
                    yield Half(Box(middle - 2, max(0, top), middle + 3, top + near.box.height), opens=sign == "[")


def note_over(opens: Box, words: Iterable[tuple[Box, str]]) -> str | None:
    """What is written over an opening bracket: a number, a letter or an exemption, on a line of its own."""
    for box, letters in words:
        over = -ROW <= box.bottom - opens.top <= _SLIP + _OVER
        beside = box.left - _BESIDE <= opens.right and opens.left <= box.right + _SLIP
        if over and beside and is_note(letters):
            return letters
    return None


def is_note(letters: str) -> bool:
    """Whether it is what hands write over a bracket: `2`, `A`, `(b)(1)`, `1.4(d)`."""
    return _NOTE.fullmatch(letters) is not None


def letter_step(words: Iterable[tuple[Box, str]]) -> float:
    """From letter to letter, as far as words show it; 0 where there are none."""
    steps = [box.width / len(letters) for box, letters in words if len(letters) >= _FEWEST_LETTERS]
    return median(steps) if steps else 0.0


def _is_read(half: Half, letters: str, share: float) -> bool:
    """Whether one of the letters about there looks like a bracket, or the outermost one a little."""
    at = min(len(letters) - 1, int(share * len(letters)))
    first, beside = (0, _LIKE_OPENING) if half.opens else (len(letters) - 1, _LIKE_CLOSING)
    if at == first and letters[at] in _LIKE_OUTSIDE | beside:
        return True
    return any(letters[i] in _LIKE for i in (at - 1, at, at + 1) if 0 <= i < len(letters))


def _is_left_out(box: Box, letters: int, step: float) -> bool:
    """Whether a word takes the room of one letter more than it has, or of two."""
    return _ROOM[0] * step <= box.width - letters * step <= _ROOM[1] * step
