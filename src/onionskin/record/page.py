"""A page as text: what stands on it, and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from onionskin.record.geometry import Box
from onionskin.record.span import Span

PageNumber = NewType("PageNumber", int)
"""1-based, within one source file, in the file's own order."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as an engine or a text layer gave it; `span` points into the page's raw text, confidence is 0 to 1."""

    span: Span
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PageText:
    """One page's raw text, the text that every span points into.

    `text` holds no form feed; its lines end with a line feed. `width` and `height` are pixels at `dpi`, and are None
    for a page that never was an image. `words` are in order of their spans. `reader` says who read the ink: `text`,
    `pdf-text-layer`, `alto`, `rapidocr/3.10.0`; where there was a choice, `reason` says why it was this one.
    """

    n: PageNumber
    text: str
    words: tuple[Word, ...] = ()
    width: int | None = None
    height: int | None = None
    dpi: int | None = None
    reader: str = "text"
    reason: str | None = None

    def box_of(self, span: Span) -> Box | None:
        """The box around the words that `span` touches; None where the page has no boxes there."""
        return Box.around(w.box for w in self.words if w.span.overlaps(span))
