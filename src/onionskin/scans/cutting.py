"""A piece of a page's picture, as a viewer that zooms asks for it: cut out, scaled, turned, toned and written."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum

from PIL import Image, ImageOps

from onionskin.record.geometry import Box

_QUALITY = 85
_REDUCTIONS = (16, 8, 4, 2, 1)
_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
"""Viewers turn with the clock, Pillow against it."""


class Tone(StrEnum):
    """The colours of a piece: as the page is drawn, or fewer."""

    AS_DRAWN = "default"
    COLOUR = "color"
    GREY = "gray"
    BITONAL = "bitonal"


class PieceForm(StrEnum):
    """The formats in which a piece is written, by their endings."""

    JPEG = "jpg"
    PNG = "png"

    @property
    def media_type(self) -> str:
        """As it is said over the web."""
        return "image/jpeg" if self is PieceForm.JPEG else "image/png"


@dataclass(frozen=True, slots=True)
class Piece:
    """What is asked of a page, done in this order.

    `region` is in the page's pixels and lies inside it, `size` are the pixels it is scaled to; then it is mirrored
    about its upright axis, then `turned` by 0, 90, 180 or 270 degrees with the clock.
    """

    region: Box
    size: tuple[int, int]
    mirrored: bool = False
    turned: int = 0
    tone: Tone = Tone.AS_DRAWN
    form: PieceForm = PieceForm.JPEG


def reduction(piece: Piece) -> int:
    """By what power of two, 1 to 16, the page may be smaller and still have a pixel for each one of the piece."""
    box, (wide, high) = piece.region, piece.size
    return next(by for by in _REDUCTIONS if -(-box.width // by) >= wide and -(-box.height // by) >= high)


def reduced(size: tuple[int, int], by: int) -> tuple[int, int]:
    """A page's width and height when it is so much smaller: whole pixels, the last one perhaps not full."""
    return -(-size[0] // by), -(-size[1] // by)


def cut(sheet: Image.Image, piece: Piece, by: int = 1) -> bytes:
    """The piece of the sheet, which is grey (`L`) or in colours (`RGB`) and stays as it is.

    The sheet is the page made smaller `by`, as `reduction` and `reduced` say. The tiles of a viewer are then cut out
    as they are; other pieces are scaled.
    """
    box = piece.region
    if _is_tile(piece, sheet, by):
        left, top = box.left // by, box.top // by
        held = sheet.crop((left, top, left + piece.size[0], top + piece.size[1]))
    else:
        edges = (box.left / by, box.top / by, box.right / by, box.bottom / by)
        # The scaler looks beyond the edges of its box: cut before it is scaled, a tile shows its seams.
        held = sheet.resize(piece.size, Image.Resampling.LANCZOS, box=edges, reducing_gap=2.0)
    if piece.mirrored:
        held = ImageOps.mirror(held)
    if piece.turned:
        held = held.transpose(_TURNS[piece.turned])
    out = io.BytesIO()
    _toned(held, piece).save(out, "JPEG" if piece.form is PieceForm.JPEG else "PNG", quality=_QUALITY, compress_level=4)
    return out.getvalue()


def _is_tile(piece: Piece, sheet: Image.Image, by: int) -> bool:
    """Whether the piece has the sheet's own pixels: it begins with whole ones, and ends so or at the sheet's edge."""
    box, (wide, high) = piece.region, piece.size
    if box.left % by or box.top % by or (wide, high) != reduced((box.width, box.height), by):
        return False
    return (not box.right % by or box.left // by + wide == sheet.width) and (
        not box.bottom % by or box.top // by + high == sheet.height
    )


def _toned(sheet: Image.Image, piece: Piece) -> Image.Image:
    match piece.tone:
        case Tone.COLOUR:
            return sheet.convert("RGB")
        case Tone.GREY:
            return sheet.convert("L")
        case Tone.BITONAL:
            # JPEG has no mode of one bit.
            black_and_white = sheet.convert("L").point(lambda shade: 255 * (shade >= 128))
            return black_and_white.convert("1") if piece.form is PieceForm.PNG else black_and_white
        case Tone.AS_DRAWN:
            return sheet
