"""What an OCR engine promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from onionskin.errors import EngineError, SourceError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText
from onionskin.scans.seen import SeenLine

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """A page to look at.

    `pixels` is height by width, grey from 0 (black) to 255 (white), upright, and not to be written to. `dpi` is as the
    file states it, or a guess from the size of the sheet. `where` names the file, for messages.
    """

    n: PageNumber
    pixels: NDArray[np.uint8]
    dpi: int
    where: str = ""

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[0])


class OcrEngine(Protocol):
    """Reads the ink of one page.

    Order: the text runs in reading order, a line feed after each typed line, an empty line where a paragraph or block
    ends; columns follow one another. Units: boxes are pixels of the image given, whatever the engine scaled it to;
    confidence is 0 to 1. Process: made anywhere, in a process that forks or in a thread; `read` loads what is heavy on
    its first call, may be called from several threads, and never goes to the network. Errors: EngineError where the
    engine is missing or fails, LimitError where the page took longer than it may; never another.
    """

    @property
    def name(self) -> str:
        """Engine and version, as it stands in `PageText.reader`: `rapidocr/3.10.0`."""
        ...

    def read(self, image: PageImage) -> PageText:
        """The page's text, with the box of every word; `width`, `height`, `dpi` and `n` are the image's."""
        ...


Look = Callable[[PageImage, Box], SeenLine | None]
"""Reads one line of which it is known where it stands, in the image's pixels; None where nothing is read there."""


@runtime_checkable
class LooksCloser(Protocol):
    """What an engine may do beside reading pages. Process and errors as of `OcrEngine.read`."""

    def look_closer(self, image: PageImage, box: Box) -> SeenLine | None:
        """See `Look`."""
        ...


@contextmanager
def faults_of(library: str, image: PageImage) -> Iterator[None]:
    """Whatever the engine's library raises, as an EngineError that names the page."""
    try:
        yield
    except SourceError:
        raise
    except Exception as fault:
        raise EngineError(f"{library} failed ({fault})", where=image.where, page=image.n) from fault
