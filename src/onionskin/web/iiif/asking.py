"""What the segments of an image's address ask for, by the Image API 3.0: https://iiif.io/api/image/3.0/#4-image-requests.

Sizes and shares are rounded to whole pixels, halves up. Every fault is the asker's and is raised as a UsageError;
UnsupportedError for what the standard knows and we do not do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor
from typing import Never

from onionskin.errors import UnsupportedError, UsageError
from onionskin.record.geometry import Box
from onionskin.workbench import Piece, PieceForm, Tone

LEVEL = "https://iiif.io/api/image/3.0/#4-image-requests"
_WHOLE = re.compile(r"\d{1,9}")
_SHARE = re.compile(r"\d{1,9}(?:\.\d{1,12})?|\.\d{1,12}")
_FORMS_OF_OTHERS = frozenset({"tif", "gif", "jp2", "pdf", "webp"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The piece that an address asks for, and `canonical`: the rest of the one address that all its spellings share."""

    piece: Piece
    canonical: str


def asked(region: str, size: str, rotation: str, last: str, page: tuple[int, int]) -> Asked:
    """The piece of a page of so many pixels (width, height) for the four segments; `last` is `default.jpg`."""
    box = _region(region, *page)
    held = (box.width, box.height)
    scaled = _size(size, held, page)
    mirrored, turned = _rotation(rotation)
    tone, form = _last(last)
    where = "full" if held == page else f"{box.left},{box.top},{box.width},{box.height}"
    turn = f"{'!' if mirrored else ''}{turned}"
    return Asked(
        Piece(box, scaled, mirrored, turned, tone, form),
        f"{where}/{_canonical(scaled, held, page)}/{turn}/{tone}.{form}",
    )


def _region(told: str, width: int, height: int) -> Box:
    """The part of the page, cut off at its edges."""
    if told == "full":
        return Box(0, 0, width, height)
    if told == "square":
        side = min(width, height)
        left, top = (width - side) // 2, (height - side) // 2
        return Box(left, top, left + side, top + side)
    by_share = told.startswith("pct:")
    parts = told.removeprefix("pct:").split(",")
    if len(parts) != 4:
        _refuse("region", told, "full, square, x,y,w,h or pct:x,y,w,h")
    if by_share:
        shares = [_share("region", part) / 100 for part in parts]
        numbers = [_near(share * side) for share, side in zip(shares, (width, height) * 2, strict=True)]
    else:
        numbers = [_whole("region", part) for part in parts]
    left, top, wide, high = numbers
    if left >= width or top >= height or not wide or not high:
        _refuse("region", told, f"one that lies on the page of {width} by {height} pixels")
    return Box(left, top, min(left + wide, width), min(top + high, height))


def _size(told: str, region: tuple[int, int], page: tuple[int, int]) -> tuple[int, int]:
    """The pixels that the region becomes; larger than it is only after a `^`, and never larger than the whole page."""
    larger = told.startswith("^")
    asked_for = told.removeprefix("^")
    most = page if larger else region
    if asked_for == "max":
        return _within(region, most)
    if asked_for.startswith("!"):
        wide, high = _two("size", asked_for[1:])
        if not wide or not high:
            _refuse("size", told, "at least one pixel each way")
        return _within(region, (min(wide, most[0]), min(high, most[1])))
    if asked_for.startswith("pct:"):
        share = _share("size", asked_for.removeprefix("pct:")) / 100
        size = (_near(region[0] * share), _near(region[1] * share))
    else:
        size = _stated(asked_for, region)
    if not all(size):
        _refuse("size", told, "at least one pixel each way")
    if size[0] > most[0] or size[1] > most[1]:
        bound = "the page's own size" if larger else "the region's own size; a ^ before it asks for more"
        _refuse("size", told, f"at most {most[0]},{most[1]}, {bound}")
    return size


def _stated(told: str, region: tuple[int, int]) -> tuple[int, int]:
    """`w,` and `,h` keep the shape, `w,h` need not."""
    wide, comma, high = told.partition(",")
    if not comma or not (wide or high):
        _refuse("size", told, "max, w,  ,h  w,h  !w,h or pct:n, each with or without a ^ before it")
    if not high:
        number = _whole("size", wide)
        return number, number and max(1, _near(region[1] * number / region[0]))
    if not wide:
        number = _whole("size", high)
        return number and max(1, _near(region[0] * number / region[1])), number
    return _two("size", told)


def _within(region: tuple[int, int], most: tuple[int, int]) -> tuple[int, int]:
    """As large as may be in the region's shape."""
    scale = min(most[0] / region[0], most[1] / region[1])
    wide, high = (max(1, min(bound, _near(side * scale))) for side, bound in zip(region, most, strict=True))
    return wide, high


def _canonical(size: tuple[int, int], region: tuple[int, int], page: tuple[int, int]) -> str:
    if size == region:
        return "max"
    if size[0] > region[0] or size[1] > region[1]:
        return "^max" if size == _within(region, page) else f"^{size[0]},{size[1]}"
    return f"{size[0]},{size[1]}"


def _rotation(told: str) -> tuple[bool, int]:
    degrees = told.removeprefix("!")
    turned = _share("rotation", degrees)
    if turned > 360:
        _refuse("rotation", told, "0 to 360 degrees")
    if turned % 90:
        raise UnsupportedError(f"rotation {told!r} is not done here", advice="Turn by 0, 90, 180 or 270 degrees")
    return told != degrees, int(turned) % 360


def _last(told: str) -> tuple[Tone, PieceForm]:
    quality, _, form = told.rpartition(".")
    if quality not in set(Tone):
        _refuse("quality", quality or told, ", ".join(Tone))
    if form in _FORMS_OF_OTHERS:
        raise UnsupportedError(f"format {form!r} is not written here", advice="Ask for jpg or png")
    if form not in set(PieceForm):
        _refuse("format", form, ", ".join(PieceForm))
    return Tone(quality), PieceForm(form)


def _two(segment: str, told: str) -> tuple[int, int]:
    wide, comma, high = told.partition(",")
    if not comma:
        _refuse(segment, told, "two numbers, w,h")
    return _whole(segment, wide), _whole(segment, high)


def _whole(segment: str, told: str) -> int:
    if not _WHOLE.fullmatch(told):
        _refuse(segment, told, "whole numbers, at most nine digits")
    return int(told)


def _share(segment: str, told: str) -> float:
    if not _SHARE.fullmatch(told):
        _refuse(segment, told, "numbers such as 50 or 12.5")
    return float(told)


def _near(number: float) -> int:
    return floor(number + 0.5)


def _refuse(segment: str, told: str, wanted: str) -> Never:
    raise UsageError(f"the {segment} {told!r} cannot be cut", advice=f"Ask for {wanted}; see {LEVEL}")
