"""Sees nothing: proves that everything else stands without OCR."""

from __future__ import annotations

from onionskin.record.page import PageText
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.limits import Limits


class NullEngine:
    """Gives every page as empty."""

    name = "null"

    def read(self, image: PageImage) -> PageText:
        """The empty page."""
        return PageText(image.n, "", (), image.width, image.height, image.dpi, self.name)


def engine(limits: Limits) -> OcrEngine:  # noqa: ARG001 - it takes no time
    """The engine that sees nothing."""
    return NullEngine()
