"""A page for the eye: what the reading room shows."""

from __future__ import annotations

import io

from PIL import Image

_QUALITY = 85
_WIDEST_JPEG = 65_535


def scaled(sheet: Image.Image, width: int | None = None) -> Image.Image:
    """The sheet, grey or in colours, `width` pixels wide (its own where None or more than JPEG can hold)."""
    if sheet.mode not in {"L", "RGB"}:
        sheet = sheet.convert("L" if sheet.mode == "1" else "RGB")
    if width is not None and 0 < width < _WIDEST_JPEG and width != sheet.width:
        height = max(1, min(_WIDEST_JPEG, round(sheet.height * width / sheet.width)))
        sheet = sheet.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return sheet


def as_jpeg(sheet: Image.Image) -> tuple[bytes, str]:
    """The sheet's bytes and their media type."""
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=_QUALITY, optimize=False)
    return out.getvalue(), "image/jpeg"
