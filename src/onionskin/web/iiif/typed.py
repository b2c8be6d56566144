"""A page of which no image is held, as a viewer can show it: its text set line by line upon a plain sheet that says so.

Set for the eye and no evidence of how the paper looked; but every line has its place, so that what is said of it can
point there as it would on a scan.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from onionskin.record.geometry import Box
from onionskin.record.page import PageText
from onionskin.record.span import Span
from onionskin.web.ink import CONTROLS

MEDIA_TYPE = "image/svg+xml"
_COLUMNS, _CELL, _LEADING, _MARGIN = 84, 20, 40, 110
"""Characters to the row; the pixels of a character, from row to row, and about the text."""
_LEAST_HEIGHT = 2_400
_NOTE = "No image of this page is held. This is its text, as it was read."
_NOTE_STYLE = 'font-family="serif" font-style="italic" font-size="28" fill="#655d50"'
_TEXT_STYLE = 'font-family="Courier Prime, Courier New, Liberation Mono, monospace" font-size="33" fill="#211e19"'
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the sheet: where its text begins on the page, and the text, at most `_COLUMNS` characters."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """The page's rows, in pixels as canvases have them."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Of the sheet."""
        return _COLUMNS * _CELL + 2 * _MARGIN

    @property
    def height(self) -> int:
        """Of the sheet, which is as long as it must be."""
        return max(_LEAST_HEIGHT, len(self.rows) * _LEADING + 2 * _MARGIN)

    def box(self, span: Span) -> Box | None:
        """The patch in which these characters of the page stand; None where they are blank."""
        return Box.around(
            Box(_MARGIN + begin * _CELL, top, _MARGIN + end * _CELL, top + _LEADING)
            for at, row in enumerate(self.rows)
            if (begin := max(span.start - row.start, 0)) < (end := min(span.end - row.start, len(row.text)))
            for top in (_MARGIN + at * _LEADING,)
        )

    def svg(self) -> str:
        """The sheet drawn; each row takes its cells whatever face the viewer has."""
        rows = "".join(
            f'<text x="{_MARGIN}" y="{_MARGIN + at * _LEADING + 29}" textLength="{len(row.text) * _CELL}" '
            f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{_shown(row.text)}</text>'
            for at, row in enumerate(self.rows)
            if row.text.strip()
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}"><rect width="100%" height="100%" fill="#fffdf7"/>'
            f'<text x="{_MARGIN}" y="60" {_NOTE_STYLE}>{_NOTE}</text>'
            f"<g {_TEXT_STYLE}>{rows}</g></svg>"
        )


def typed(page: PageText) -> TypedSheet:
    """The page's text in rows; a line too long is broken at a space where it has one."""
    rows: list[Row] = []
    start = 0
    for line in page.text.split("\n"):
        at = 0
        while len(line) - at > _COLUMNS:
            cut = line.rfind(" ", at + 1, at + _COLUMNS + 1)
            end = cut if cut > at else at + _COLUMNS
            rows.append(Row(start + at, line[at:end]))
            at = end + (cut > at)
        rows.append(Row(start + at, line[at:]))
        start += len(line) + 1
    return TypedSheet(tuple(rows))


def _shown(text: str) -> str:
    """As XML can hold it, one character for one."""
    return escape(_NO_XML.sub("\ufffd", text.translate(CONTROLS).replace("\t", " ")))
