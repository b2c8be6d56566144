"""A typed sheet for the tests of marks: the page as an engine would have read it, and a pen to draw on its image."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from PIL import Image, ImageDraw

from onionskin.facsimile.paper.faces import StandardFace
from onionskin.record.geometry import Box
from onionskin.record.page import MarkKind, PageMark, PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage
from onionskin.scans.marks.finding import marked

LINES = (
    "DEPARTMENT OF STATE",
    "You should give Kuznetsov the draft",
    "and say that nothing in it changes",
    "the understanding of October 27.",
    "He may ask for more on inspection",
    "and you should tell him of it later",
)
DPI = 300
PITCH, EM = 30, 50.0
"""Ten letters to the inch."""
LEFT, TOP, STEP = 200, 200, 100
FACE = StandardFace("Courier")


class Sheet:
    """`pen` draws on the image; `word` says where a word stands; `marks` are those that are found."""

    def __init__(self, *, dpi: int = DPI, ribbon: float = 1.0) -> None:
        """`ribbon` is how dark it still types: 0.3 is a worn one."""
        self._image = Image.new("L", (1700, 1100), 255)
        self.pen = ImageDraw.Draw(self._image)
        self._dpi = dpi
        self._ribbon = ribbon
        self._page = self._typed()

    def _typed(self) -> PageText:
        text = "\n".join(LINES) + "\n"
        words = []
        for m in re.finditer(r"\S+", text):
            row, column = text.count("\n", 0, m.start()), m.start() - text.rfind("\n", 0, m.start()) - 1
            glyphs = FACE.set(m.group(), EM)
            assert glyphs is not None
            left, top = LEFT + column * PITCH + glyphs.left, TOP + row * STEP + 40 - glyphs.up
            ink = Image.fromarray((255 - glyphs.ink * 255 * self._ribbon).astype(np.uint8))
            self._image.paste(ink, (left, top))
            words.append(Word(Span(*m.span()), Box(left, top, left + ink.width, top + ink.height)))
        return PageText(PageNumber(1), text, tuple(words), 1700, 1100, DPI, "a typist")

    def black(self, left: int, top: int, right: int, bottom: int) -> None:
        """Black a patch out; the words under it nobody reads."""
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=0)
        patch = Box(left, top, right, bottom)
        kept = tuple(word for word in self._page.words if Box.around((word.box, patch)) != patch)
        self._page = replace(self._page, words=kept)

    def white(self, left: int, top: int, right: int, bottom: int, *, edge: int = 225) -> None:
        """Cover a patch with white paper whose edge a copier shows in this shade; the words under it nobody reads."""
        self.pen.rectangle((left, top, right - 1, bottom - 1), fill=255, outline=edge, width=2)
        patch = Box(left, top, right, bottom)
        kept = tuple(word for word in self._page.words if not word.box.shared(patch))
        self._page = replace(self._page, words=kept)

    def word(self, printed: str) -> Box:
        """Where the first word that is printed so stands."""
        return next(word.box for word in self._page.words if word.span.of(self._page.text) == printed)

    def doubt(self, printed: str) -> Box:
        """Where the word stands, of which the engine is not sure."""
        box = self.word(printed)
        words = (replace(word, confidence=0.7) if word.box == box else word for word in self._page.words)
        self._page = replace(self._page, words=tuple(words))
        return box

    def part(self, edge: int) -> None:
        """The page as an engine reads two columns: a line for each row left of `edge`, and then for each beside it."""
        lines: dict[tuple[bool, int], list[Word]] = {}
        for word in self._page.words:
            row = self._page.text.count("\n", 0, word.span.start)
            lines.setdefault((word.box.left >= edge, row), []).append(word)
        text, words = "", []
        for _, line in sorted(lines.items()):
            for word in line:
                printed = word.span.of(self._page.text)
                words.append(replace(word, span=Span(len(text), len(text) + len(printed))))
                text += printed + ("\n" if word is line[-1] else " ")
        self._page = replace(self._page, text=text, words=tuple(words))

    def misread(self, printed: str) -> Box:
        """Where the word stands, of which the engine saw nothing."""
        box = self.word(printed)
        self._page = replace(self._page, words=tuple(word for word in self._page.words if word.box != box))
        return box

    def widen(self, printed: str, *, by: int) -> None:
        """The box of the word drawn out to the left, as of one that an engine read with what stands before it."""
        box = self.word(printed)
        wider = Box(box.left - by, box.top, box.right, box.bottom)
        words = (replace(word, box=wider) if word.box == box else word for word in self._page.words)
        self._page = replace(self._page, words=tuple(words))

    def scrawl(self, over: Box) -> None:
        """Go up and down over a place with a black pen."""
        steps = range(over.left - 6, over.right + 20, 14)
        points = [(x, over.top - 5 if n % 2 else over.bottom + 5) for n, x in enumerate(steps)]
        self.pen.line(points, fill=20, width=4)

    @property
    def image(self) -> PageImage:
        """The sheet as it was scanned."""
        return PageImage(self._page.n, np.asarray(self._image, np.uint8), DPI)

    @property
    def read(self) -> PageText:
        """The page with its marks."""
        image = self._image
        page = self._page
        if self._dpi != DPI:
            share = self._dpi / DPI
            size = (round(image.width * share), round(image.height * share))
            image = image.resize(size)
            words = tuple(
                Word(word.span, Box(*(round(x * share) for x in (w.left, w.top, w.right, w.bottom))))
                for word in page.words
                for w in (word.box,)
            )
            page = PageText(page.n, page.text, words, *size, self._dpi, page.reader)
        return marked(page, PageImage(page.n, np.asarray(image, np.uint8), self._dpi))

    def marks(self, *kinds: MarkKind) -> list[PageMark]:
        """The marks of these kinds, or all."""
        return [mark for mark in self.read.marks or () if not kinds or mark.kind in kinds]

    def told(self, *kinds: MarkKind) -> list[tuple[MarkKind, str]]:
        """Kind and words of each."""
        return [(mark.kind, mark.span.of(self._page.text) if mark.span else "") for mark in self.marks(*kinds)]
