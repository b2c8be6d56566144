"""A page as a record holds it, for the tests of what is written from it."""

from __future__ import annotations

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span

LINES = ("OUTGOING TELEGRAM", "", "Général Nguyễn said “no”;", "\U0001f5c4 4:35 p.m. <CONTROL> & 1359")


def page(n: int = 1, width: int = 1275, height: int = 1650, dpi: int = 150, reader: str = "rapidocr/3") -> PageText:
    """Words of ten pixels a letter, each line a little less sure than the one before."""
    text, words = "", []
    for i, line in enumerate(LINES):
        left = 100
        for word in line.split():
            box = Box(left, 100 + 60 * i, left + 20 * len(word), 140 + 60 * i)
            start = len(text) + (left - 100) // 20
            words.append(Word(Span(start, start + len(word)), box, 0.97 - 0.1 * i))
            left += 20 * (len(word) + 1)
        text += f"{line}\n"
    return PageText(PageNumber(n), text, tuple(words), width, height, dpi, reader)
