"""The text layer of a PDF page: its words where they stand, and whether it is worth having."""

from __future__ import annotations

import ctypes
import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from onionskin.record.geometry import Box
from onionskin.scans.seen import SeenLine, SeenWord

_HYPHENS = {0x02, 0xAD, 0xFFFE}
"""What fonts and PDFium make of a hyphen at the end of a line; PDFium also leaves out the blank that should follow."""
_MEANINGLESS = {"Cc", "Co", "Cs", "Cn"}
"""Categories of Unicode that no letter on paper is of: what a font without a map of its letters comes out as."""
_UNMAPPED = "\ufffd"
_MOST_UNMAPPED = 0.3
"""Share of the letters without meaning from which the layer is of no use."""
_SCAN = 0.7
"""Share of the page that images cover from which it is a scan."""
_LARGE = 0.3
"""Share of the page from which an image hides the text that was drawn before it."""
_STAMPED = 200
"""Letters drawn over a scan up to which they are a stamp, or the page number of whoever released it."""
_BETWEEN_WORDS = 3.0
"""Heights of a letter within which words of one line belong together."""
_FORM_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Layer:
    """`lines` as they follow one another in the file; how many letters they have, and of these, how many are no use."""

    lines: tuple[SeenLine, ...]
    letters: int
    hidden: int
    unmapped: int
    on_a_scan: bool

    @property
    def is_of_use(self) -> bool:
        """Whether it has letters, and most of them mean something."""
        return self.letters > 0 and self.unmapped <= _MOST_UNMAPPED * self.letters

    @property
    def is_drawn(self) -> bool:
        """Whether the letters are what one sees, and not what another OCR made of a scan and hid behind it."""
        return not self.on_a_scan or self.letters - self.hidden > max(_STAMPED, self.hidden)


def read_layer(page: pdfium.PdfPage, width: int, height: int) -> Layer:
    """The layer of a page, with places in pixels of the page as it lies when drawn `width` by `height`."""
    text = page.get_textpage()
    try:
        hiding = _Hiding(page)
        runs: list[list[_Letter]] = [[]]
        letters: list[_Letter] = []
        for letter in _letters(page, text, hiding, width, height):
            if letter is None or (runs[-1] and not letter.follows(runs[-1][-1], 1.0)):
                runs.append([])
            if letter is not None:
                runs[-1].append(letter)
                letters.append(letter)
    finally:
        text.close()
    return Layer(
        lines=tuple(_lines([run for run in runs if run])),
        letters=len(letters),
        hidden=sum(letter.hidden for letter in letters),
        unmapped=sum(letter.sign == _UNMAPPED for letter in letters),
        on_a_scan=hiding.on_a_scan,
    )


class _Way(Enum):
    """Which way on the page as it lies one letter follows another."""

    RIGHT = auto()
    DOWN = auto()
    LEFT = auto()
    UP = auto()

    @staticmethod
    def of(across: float, down: float) -> _Way:
        """The nearest to a direction in pixels."""
        if abs(across) >= abs(down):
            return _Way.RIGHT if across >= 0 else _Way.LEFT
        return _Way.DOWN if down > 0 else _Way.UP


@dataclass(frozen=True, slots=True)
class _Letter:
    """In pixels of the page as it lies."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float
    way: _Way
    hidden: bool

    def follows(self, before: _Letter, blank: float) -> bool:
        """Whether it goes on where the other ends on the same line, at most `blank` heights of a letter away."""
        start, end, top, bottom = self._turned()
        other_start, other_end, other_top, other_bottom = before._turned()
        height = min(bottom - top, other_bottom - other_top)
        level = min(bottom, other_bottom) - max(top, other_top) > height / 2
        return self.way is before.way and level and end > other_start and start - other_end < blank * height

    def _turned(self) -> tuple[float, float, float, float]:
        """Start, end, top and bottom as if the page were turned so that one reads from left to right."""
        match self.way:
            case _Way.RIGHT:
                return self.left, self.right, self.top, self.bottom
            case _Way.LEFT:
                return -self.right, -self.left, -self.bottom, -self.top
            case _Way.DOWN:
                return self.top, self.bottom, -self.right, -self.left
            case _Way.UP:
                return -self.bottom, -self.top, self.left, self.right


class _Hiding:
    """Which letters of a page one cannot see: drawn as invisible, or before an image that lies over them."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        area = math.prod(page.get_size())
        covered, beneath = 0.0, 0
        texts: list[tuple[int, bool]] = []
        for each in page.get_objects(max_depth=_FORM_DEPTH):
            if each.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = each.get_bounds()
                share = (right - left) * (top - bottom) / max(area, 1.0)
                covered += share
                if share > _LARGE:
                    beneath = len(texts)
            elif each.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
                mode = pdfium_c.FPDFTextObj_GetTextRenderMode(each.raw)
                texts.append((_address(each.raw), mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE))
        self.on_a_scan = covered >= _SCAN
        self._unseen = {where for i, (where, invisible) in enumerate(texts) if invisible or i < beneath}

    def hides(self, text: pdfium.PdfTextPage, i: int) -> bool:
        """Whether the letter of this number cannot be seen."""
        return bool(self._unseen) and _address(pdfium_c.FPDFText_GetTextObject(text.raw, i)) in self._unseen


def _address(pointer: object) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _letters(
    page: pdfium.PdfPage, text: pdfium.PdfTextPage, hiding: _Hiding, width: int, height: int
) -> Iterator[_Letter | None]:
    """Every letter in the file's order, and None for each blank."""
    place = Places(page, width, height)
    box, matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
    for i, code in _codes(text):
        if chr(code).isspace() or pdfium_c.FPDFText_IsGenerated(text.raw, i) == 1:
            yield None
            continue
        if not pdfium_c.FPDFText_GetLooseCharBox(text.raw, i, box):
            continue
        left, top, right, bottom = place.of(box)
        if right <= 0 or bottom <= 0 or left >= width or top >= height:
            continue  # Cut off with the edge of the page; nobody sees it.
        sign = "-" if code in _HYPHENS else chr(code)
        if unicodedata.category(sign) in _MEANINGLESS or pdfium_c.FPDFText_HasUnicodeMapError(text.raw, i) == 1:
            sign = _UNMAPPED
        pdfium_c.FPDFText_GetMatrix(text.raw, i, matrix)
        yield _Letter(sign, left, top, right, bottom, place.way_of(matrix), hiding.hides(text, i))


def _codes(text: pdfium.PdfTextPage) -> Iterator[tuple[int, int]]:
    """Each character's number on the page and its code; PDFium gives those beyond the first plane in two halves."""
    high: tuple[int, int] | None = None
    for i in range(text.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text.raw, i)
        if high is not None and 0xDC00 <= code < 0xE000:
            yield high[0], 0x10000 + ((high[1] - 0xD800) << 10) + (code - 0xDC00)
            high = None
            continue
        if high is not None:
            yield high
        high = (i, code) if 0xD800 <= code < 0xDC00 else None
        if high is None:
            yield i, code
    if high is not None:
        yield high


class Places:
    """From the page's own points to pixels, with its rotation and crop."""

    def __init__(self, page: pdfium.PdfPage, width: int, height: int) -> None:
        def seen(x: int, y: int) -> tuple[float, float]:
            across, down = ctypes.c_int(), ctypes.c_int()
            pdfium_c.FPDF_PageToDevice(page.raw, 0, 0, width * fine, height * fine, 0, x, y, across, down)
            return across.value / fine, down.value / fine

        # PDFium answers in whole pixels; asked about a page a hundred times as large, it answers in hundredths.
        fine = 100
        self._origin = seen(0, 0)
        far = 1000
        self._x = [(a - b) / far for a, b in zip(seen(far, 0), self._origin, strict=True)]
        self._y = [(a - b) / far for a, b in zip(seen(0, far), self._origin, strict=True)]

    def of(self, box: pdfium_c.FS_RECTF) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        ends = [self._pixel(x, y) for x, y in ((box.left, box.bottom), (box.right, box.top))]
        (left, right), (top, bottom) = sorted(x for x, _ in ends), sorted(y for _, y in ends)
        return left, top, right, bottom

    def way_of(self, matrix: pdfium_c.FS_MATRIX) -> _Way:
        """Which way letters run that are drawn by this matrix."""
        return _Way.of(*(matrix.a * self._x[i] + matrix.b * self._y[i] for i in (0, 1)))

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        across, down = (self._origin[i] + x * self._x[i] + y * self._y[i] for i in (0, 1))
        return across, down


def _lines(runs: Sequence[list[_Letter]]) -> Iterator[SeenLine]:
    """Words that go on on one line, as lines."""
    words: list[SeenWord] = []
    for before, run in itertools.pairwise([[], *runs]):
        if before and not run[0].follows(before[-1], _BETWEEN_WORDS):
            yield SeenLine(tuple(words))
            words = []
        words.append(SeenWord("".join(letter.sign for letter in run), _around(run)))
    if words:
        yield SeenLine(tuple(words))


def _around(run: Sequence[_Letter]) -> Box:
    left, top = min(letter.left for letter in run), min(letter.top for letter in run)
    right, bottom = max(letter.right for letter in run), max(letter.bottom for letter in run)
    return Box(max(0, math.floor(left)), max(0, math.floor(top)), max(0, math.ceil(right)), max(0, math.ceil(bottom)))
