"""The letters of a printed form: faces that every PDF reader carries, their widths, and the codes of what is typed."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from onionskin.errors import UsageError
from onionskin.facsimile.paper.faces import BOXES


class Type(StrEnum):
    """The faces by their names in a PDF; `BOXES` is our own, of check boxes alone."""

    TYPEWRITER = "Courier"
    TYPEWRITER_BOLD = "Courier-Bold"
    PRINT = "Helvetica"
    PRINT_BOLD = "Helvetica-Bold"
    HAND = "Times-Italic"
    BOXES = "Boxes"


CELL = 0.6
"""Of the size: the width of every letter of a typewriter face."""
OPEN_BOX, TICKED_BOX = b"o", b"x"
"""Codes of the face of check boxes."""

_CODES = "cp1252"
_FIRST, _OTHER = ord(" "), 600
_WIDTHS = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
"""Thousandths of the size by which the letters of Helvetica from the blank to the tilde move on (Adobe's metrics)."""


def width(words: str, face: Type, size: float) -> float:
    """How wide the words are, in the unit of `size`; of bold and slanted print within a tenth."""
    if face in {Type.TYPEWRITER, Type.TYPEWRITER_BOLD, Type.BOXES}:
        return len(words) * CELL * size
    steps = (ord(letter) - _FIRST for letter in words)
    return sum(_WIDTHS[step] if 0 <= step < len(_WIDTHS) else _OTHER for step in steps) * size / 1000


def in_codes(words: str, face: Type) -> bytes:
    """The words in the face's codes, letter for letter; what it lacks stands as its bare letter, `Č` as `C`.

    UsageError of letters that have none, as those of other scripts.
    """
    if face is Type.BOXES:
        return b"".join(TICKED_BOX if BOXES.get(letter) else OPEN_BOX for letter in words)
    try:
        return words.encode(_CODES)
    except UnicodeEncodeError:
        codes = [(letter, _code(letter)) for letter in words]
    if strange := sorted({letter for letter, code in codes if code is None}):
        told = f"the machine has no type for {', '.join(strange)}"
        raise UsageError(told, advice="Transliterate these letters, then print again")
    return b"".join(code for _, code in codes if code)


def _code(letter: str) -> bytes | None:
    """One byte, so that every letter keeps its cell; None of a letter that cannot be typed."""
    for each in (letter, unicodedata.normalize("NFKD", letter)[0]):
        try:
            return each.encode(_CODES)
        except UnicodeEncodeError:
            continue
    return None if unicodedata.category(letter).startswith("L") else b"*"
