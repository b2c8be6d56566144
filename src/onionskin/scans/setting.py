"""Sets what was seen as the raw text of a page, and says where each word came to stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.record.page import Word
from onionskin.record.span import Span
from onionskin.scans.order import Row, paragraphs
from onionskin.scans.seen import SeenLine, SeenWord

_WIDE_GAP = 3.0
"""Letters' widths from which a gap in a row stands as three blanks: labels stay apart from what they label."""


def set_page(lines: Sequence[SeenLine]) -> tuple[str, tuple[Word, ...]]:
    """The raw text and its words: a line feed after each row, an empty line after each paragraph or column.

    `text[word.span]` is what was seen, for every word; words are in order of their spans.
    """
    return _set(paragraphs(lines))


def set_in_order(blocks: Sequence[Sequence[SeenLine]]) -> tuple[str, tuple[Word, ...]]:
    """As `set_page`, of blocks of lines that somebody has put in order: each line is a row, each block a paragraph."""
    return _set([[(line,) for line in block] for block in blocks if block])


def _set(blocks: Sequence[Sequence[Row]]) -> tuple[str, tuple[Word, ...]]:
    parts: list[str] = []
    words: list[Word] = []
    at = 0

    def put(text: str) -> None:
        nonlocal at
        parts.append(text)
        at += len(text)

    for paragraph in blocks:
        if parts:
            put("\n")
        for row in paragraph:
            for gap, seen in _with_gaps(row):
                put(gap)
                words.append(Word(Span(at, at + len(seen.text)), seen.box, seen.confidence, seen.variants))
                put(seen.text)
            put("\n")
    return "".join(parts), tuple(words)


def _with_gaps(row: Row) -> list[tuple[str, SeenWord]]:
    letter = sum(line.box.width for line in row) / max(1, sum(line.letters for line in row))
    placed: list[tuple[str, SeenWord]] = []
    for line in row:
        for word in line.words:
            gap = word.box.left - placed[-1][1].box.right if placed else 0
            blanks = "" if not placed else "   " if gap > _WIDE_GAP * letter else " "
            placed.append((blanks, word))
    return placed
