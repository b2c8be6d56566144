"""Pages that a person had turned, or put a better scan in the place of: to be read, and to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from onionskin.errors import DamagedSourceError, LimitError, NotFoundError, SourceError
from onionskin.record.mending import Mending
from onionskin.record.page import PageNumber, PageSurrogate, PageText
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.leaves import Layered, Leaf, Leaves
from onionskin.scans.limits import Limits
from onionskin.scans.registry import format_of

if TYPE_CHECKING:
    from PIL import Image


@dataclass(frozen=True, slots=True)
class Mends:
    """What is done with which pages; `opened` gives the bytes of another file by their hash, `engine` one by name."""

    pages: Mapping[PageNumber, Mending]
    opened: Callable[[str], BinaryIO]
    engine: Callable[[str], OcrEngine]

    def engine_of(self, n: PageNumber) -> OcrEngine | None:
        """The engine that a person asked for; None where nobody did."""
        mending = self.pages.get(n)
        return self.engine(mending.engine) if mending is not None and mending.engine else None

    def told(self, page: PageText) -> PageText:
        """A page that was read, with what was done to it before."""
        mending = self.pages.get(page.n)
        if mending is None:
            return page
        reason = "; ".join(filter(None, (mending.reason, page.reason)))
        return replace(page, surrogate=mending.surrogate, turned=mending.turned or None, reason=reason or None)


class MendedLeaves:
    """The pages of a file, those that were mended as they are to be read."""

    def __init__(self, leaves: Leaves, mends: Mends, name: str, limits: Limits) -> None:
        self._leaves, self._mends, self._name, self._limits = leaves, mends, name, limits
        self._others: dict[str, tuple[BinaryIO, Leaves]] = {}

    @property
    def count(self) -> int:
        """How many pages the file has: better scans take the places of its own."""
        return self._leaves.count

    @property
    def faults(self) -> tuple[SourceError, ...]:
        """The file's own."""
        return self._leaves.faults

    @property
    def remarks(self) -> tuple[str, ...]:
        """The file's own."""
        return self._leaves.remarks

    def leaf(self, n: PageNumber) -> Leaf:
        """The page; one that was turned, or is to be read by an engine that somebody named, is an image alone."""
        mending = self._mends.pages.get(n)
        if mending is None:
            return self._leaves.leaf(n)
        leaves, at = self._shown(mending)
        leaf = leaves.leaf(at)
        if isinstance(leaf, PageText):
            if mending.turned or mending.engine:
                told = "the page holds letters and no image of them, so there is nothing to turn or to read again"
                raise SourceError(told, where=self._name, page=n, advice="Replace it by a scan")
            return replace(leaf, n=n)
        if isinstance(leaf, Layered):
            if not (mending.turned or mending.engine):
                return replace(leaf, words=replace(leaf.words, n=n))
            leaf = leaf.image()
        return turned_image(replace(leaf, n=n, where=self._name), mending.turned)

    def picture(self, n: PageNumber, width: int | None) -> Image.Image:
        """The page for the eye."""
        mending = self._mends.pages.get(n)
        if mending is None:
            return self._leaves.picture(n, width)
        leaves, at = self._shown(mending)
        return turned_picture(leaves, at, width, mending.turned, self._limits)

    def close(self) -> None:
        """Let go of the file's library and of the other files."""
        for file, leaves in self._others.values():
            leaves.close()
            file.close()
        self._leaves.close()

    def _shown(self, mending: Mending) -> tuple[Leaves, PageNumber]:
        if mending.surrogate is None:
            return self._leaves, mending.page
        return self._other(mending.surrogate, mending.page), mending.surrogate.page

    def _other(self, surrogate: PageSurrogate, n: PageNumber) -> Leaves:
        if surrogate.sha256 not in self._others:
            try:
                file = self._mends.opened(surrogate.sha256)
            except NotFoundError as fault:
                told = f"the bytes of {surrogate.name}, which stands for it, are not in the collection"
                raise DamagedSourceError(told, where=self._name, page=n, advice=fault.advice) from fault
            try:
                leaves = format_of(surrogate.media_type)(file, surrogate.name, self._limits)
            except BaseException:
                file.close()
                raise
            self._others[surrogate.sha256] = file, leaves
        return self._others[surrogate.sha256][1]


def turned_image(image: PageImage, degrees: int) -> PageImage:
    """The page turned with the clock by 0, 90, 180 or 270 degrees."""
    pixels = image.pixels
    match degrees:
        case 90:
            pixels = pixels.T[:, ::-1]
        case 180:
            pixels = pixels[::-1, ::-1]
        case 270:
            pixels = pixels.T[::-1, :]
        case _:
            return image
    return replace(image, pixels=pixels.copy())


def turned_picture(leaves: Leaves, n: PageNumber, width: int | None, degrees: int, limits: Limits) -> Image.Image:
    """A page for the eye, turned so; `width` is of the picture that is given. Errors as `Leaves.picture`."""
    if not degrees % 180:
        sheet = leaves.picture(n, width)
        return sheet.rotate(-degrees, expand=True) if degrees else sheet
    sheet = leaves.picture(n, None).rotate(-degrees, expand=True)
    if width is None or width == sheet.width:
        return sheet
    height = max(1, round(sheet.height * width / sheet.width))
    if width * height > limits.max_pixels:
        told = (
            f"the page would be {width} by {height} pixels, and at most {limits.max_pixels / 1e6:g} million are drawn"
        )
        raise LimitError(told, page=n)
    return sheet.resize((width, height))
