"""A page's image with everything found on it drawn over it, for the eye: is it what stands there?"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageText
from onionskin.scans.marks.rows import Rows

_DOUBTED = 0.8
"""Confidence below which a word's frame is that of a doubtful one."""
_COLOURS = {
    "line": "#c9c9c9",
    "word": "#7fa7d9",
    "doubtful word": "#e08a00",
    "unread ink": "#ff00aa",
    MarkKind.STRIKE: "#d40000",
    MarkKind.X_OUT: "#d40000",
    MarkKind.SCRIBBLE: "#d40000",
    MarkKind.UNDERLINE: "#2a9d3c",
    MarkKind.CHECK_BOX: "#7a00cc",
    MarkKind.BLACKOUT: "#0044ff",
    MarkKind.WHITEOUT: "#0044ff",
    MarkKind.BRACKET: "#00838f",
    MarkKind.STAMP: "#8d5a00",
}
_OF_RECORD = "#000000"
_LETTERS_INCH = 0.09
_LINE_INCH = 0.008


@dataclass(frozen=True, slots=True)
class _Frame:
    """A box to draw: `name` is its kind's in the legend, `told` what is written beside it."""

    name: str
    box: Box
    told: str = ""
    thick: int = 1


def overlay(picture: bytes, page: PageText, of_record: Iterable[tuple[str, Box]] = ()) -> bytes:
    """The picture as PNG with the page's lines, words, marks and unread ink, and a legend below.

    `picture` shows the page in its own size or another; `of_record` are patches that a record cites, by what it calls
    them: `stamp: A/CDC/MR`.
    """
    sheet = Image.open(io.BytesIO(picture)).convert("RGB")
    across, down = (sheet.width / (page.width or sheet.width), sheet.height / (page.height or sheet.height))
    inch = (page.dpi or 300) * across
    drawing, font = ImageDraw.Draw(sheet), ImageFont.load_default(max(9, round(_LETTERS_INCH * inch)))
    frames = [
        *_text(page),
        *_marks(page.marks or ()),
        *_unread(page),
        *(_Frame(*each, each[0], 2) for each in of_record),
    ]
    for frame in frames:
        box = frame.box
        corners = (box.left * across, box.top * down, box.right * across, box.bottom * down)
        colour = _COLOURS.get(frame.name, _OF_RECORD)
        drawing.rectangle(corners, outline=colour, width=max(1, round(frame.thick * _LINE_INCH * inch)))
        if frame.told:
            drawing.text((corners[0], corners[3] + 1), frame.told, fill=colour, font=font)
    out = io.BytesIO()
    _with_legend(sheet, frames, font).save(out, "PNG", compress_level=3)
    return out.getvalue()


def _text(page: PageText) -> Iterator[_Frame]:
    for words in Rows(page).rows:
        around = Box.around(word.box for word in words)
        if around:
            yield _Frame("line", around)
        for word in words:
            yield _Frame("doubtful word" if word.confidence < _DOUBTED else "word", word.box)


def _marks(marks: Sequence[PageMark]) -> Iterator[_Frame]:
    for mark in marks:
        state = {True: "ticked", False: "empty", None: ""}[mark.checked]
        size = f"{mark.lines} lines, {mark.words} words" if mark.lines else ""
        angle = f"{mark.angle:.0f} degrees" if mark.angle is not None else ""
        told = ", ".join(filter(None, (state, size, angle, mark.note or "")))
        yield _Frame(mark.kind, mark.box, told, 2)


def _unread(page: PageText) -> Iterator[_Frame]:
    for patch in page.unread or ():
        yield _Frame("unread ink", patch.box, patch.kind.value)


def _with_legend(
    sheet: Image.Image, frames: Sequence[_Frame], font: ImageFont.ImageFont | ImageFont.FreeTypeFont
) -> Image.Image:
    """The sheet with a strip below that says what each colour is, and how many there are."""
    counted: dict[str, int] = {}
    for frame in frames:
        counted[frame.name] = counted.get(frame.name, 0) + 1
    high = round(1.6 * font.getbbox("Ag")[3])
    told = [(f"{name}: {number}", _COLOURS.get(name, _OF_RECORD)) for name, number in counted.items()]
    places: list[tuple[int, int]] = []
    left, row = high, 0
    for words, _ in told:
        wide = round(font.getlength(words)) + 3 * high
        if left + wide > sheet.width and left > high:
            left, row = high, row + 1
        places.append((left, row))
        left += wide
    whole = Image.new("RGB", (sheet.width, sheet.height + (row + 2) * high), "white")
    whole.paste(sheet, (0, 0))
    drawing = ImageDraw.Draw(whole)
    for (words, colour), (left, row) in zip(told, places, strict=True):
        top = sheet.height + round((row + 0.5) * high)
        drawing.rectangle((left, top, left + high // 2, top + high // 2), outline=colour, width=3)
        drawing.text((left + high, top - high // 8), words, fill=colour, font=font)
    return whole
