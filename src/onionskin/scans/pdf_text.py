"""Words laid invisibly over a PDF page, where a search in any viewer finds them; and older ones taken away."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name

from onionskin.record.page import PageText

FONT = "/Onionskin"
_ADVANCE = 500
"""Thousandths of its size by which each letter of the font moves on; words are stretched to their boxes."""
_CODES = 255
_DESCENT = 0.2
"""Share of a word's box below its baseline."""
_LARGE = 0.3
"""Share of the page from which an image hides the text drawn before it."""
_INVISIBLE = 3
_SHOWING = {"Tj", "TJ", "'", '"'}
_FORM_DEPTH = 5

Matrix = tuple[float, float, float, float, float, float]
_UNIT: Matrix = (1, 0, 0, 1, 0, 0)


class WordFont:
    """Fonts of empty glyphs: their letters cannot be seen, have one width, and say which character they are.

    A font of Type 3 needs no font program, and viewers put no other in its place; it has 255 codes, so that a document
    with many characters gets several.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self._fonts: list[pikepdf.Object] = []

    def shows(self, text: str) -> Iterator[tuple[str, str]]:
        """The text as pieces of one font each: the font's name, and the piece as a hexadecimal string of it."""
        codes = [divmod(self._codes.setdefault(sign, len(self._codes)), _CODES) for sign in text]
        for font, piece in itertools.groupby(codes, key=lambda code: code[0]):
            while font >= len(self._fonts):
                self._fonts.append(self._pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type3)))
            yield f"{FONT}{font}", "".join(f"{code + 1:02X}" for _, code in piece)

    def named(self) -> dict[str, pikepdf.Object]:
        """The fonts used so far, by their names."""
        return {f"{FONT}{i}": font for i, font in enumerate(self._fonts)}

    def finish(self) -> None:
        """Write the fonts, when all words are laid."""
        signs = list(self._codes)
        empty = self._pdf.make_indirect(self._pdf.make_stream(f"{_ADVANCE} 0 0 -200 {_ADVANCE} 800 d1".encode("ascii")))
        for i, font in enumerate(self._fonts):
            own = signs[i * _CODES : (i + 1) * _CODES]
            font.FontBBox, font.FontMatrix = Array([0, -200, _ADVANCE, 800]), Array([0.001, 0, 0, 0.001, 0, 0])
            font.CharProcs, font.Resources = Dictionary({"/empty": empty}), Dictionary()
            differences = Array([1, *[Name("/empty")] * len(own)])
            font.Encoding = Dictionary(Type=Name.Encoding, Differences=differences)
            font.FirstChar, font.LastChar, font.Widths = 1, len(own), Array([_ADVANCE] * len(own))
            font.ToUnicode = self._pdf.make_stream(_map(own).encode("ascii"))


def _map(signs: Sequence[str]) -> str:
    """What the codes of a font from 1 on mean, as PDF wants to be told."""
    rows = [f"<{code:02X}> <{sign.encode('utf-16-be', 'replace').hex()}>" for code, sign in enumerate(signs, start=1)]
    # A table may have a hundred rows.
    tables = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = "\n".join(f"{len(table)} beginbfchar\n" + "\n".join(table) + "\nendbfchar" for table in tables)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n"
        "/CMapName /Adobe-Identity-UCS def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def lay_words(pdf: pikepdf.Pdf, page: pikepdf.Page, words: PageText, font: WordFont) -> None:
    """Lay the words over the page. Their boxes are pixels of the page as it lies when shown."""
    resources = page.obj.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        resources = page.obj.Resources = Dictionary()
    content = _content(page, words, font)
    held = resources.get("/Font")
    fonts = Dictionary({**dict(held.items() if isinstance(held, pikepdf.Dictionary) else ()), **font.named()})
    # Pages share their resources; what one page gets must not be written into those of all.
    page.obj.Resources = Dictionary({**dict(resources.items()), "/Font": fonts})
    page.contents_add(pdf.make_stream(b"q"), prepend=True)
    page.contents_add(pdf.make_stream(f"Q\n{content}".encode("ascii")))


def without_hidden_text(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Take the page's older text layer away: letters drawn as invisible, or before an image that lies over them."""
    left, bottom, right, top = _sheet(page)
    stripped = _Stripped(pdf, (right - left) * (top - bottom))
    page.obj.Contents = pdf.make_stream(stripped.of(page.obj, page.obj.get("/Resources"), _UNIT, 0))


class _Stripped:
    """Content without what cannot be seen of its text."""

    def __init__(self, pdf: pikepdf.Pdf, area: float) -> None:
        self._pdf = pdf
        self._area = area
        self._forms: set[tuple[int, int]] = set()

    def of(self, holder: pikepdf.Object, resources: object, matrix: Matrix, depth: int) -> bytes:
        """The content of a page or form as it is to be written."""
        instructions = list(pikepdf.parse_content_stream(holder))
        covering = self._last_cover(instructions, resources, matrix)
        kept: list[object] = []
        mode, modes = 0, [0]
        for i, instruction in enumerate(instructions):
            operator = str(instruction.operator)
            if operator == "Tr":
                mode = int(instruction.operands[0])
            elif operator == "q":
                modes.append(mode)
            elif operator == "Q":
                mode = modes.pop() if len(modes) > 1 else 0
            elif operator in _SHOWING and (mode == _INVISIBLE or i < covering):
                continue
            elif operator == "Do" and depth < _FORM_DEPTH:
                self._strip_form(_named(resources, instruction), matrix, depth)
            kept.append(instruction)
        return pikepdf.unparse_content_stream(kept)  # type: ignore[arg-type]

    def _strip_form(self, form: pikepdf.Object | None, matrix: Matrix, depth: int) -> None:
        # A form may be drawn many times, and by itself.
        if form is None or form.get("/Subtype") != Name.Form or form.objgen in self._forms:
            return
        self._forms.add(form.objgen)
        form.write(self.of(form, form.get("/Resources"), matrix, depth + 1))

    def _last_cover(self, instructions: Sequence[object], resources: object, matrix: Matrix) -> int:
        """Where the last image is drawn that hides what was drawn before it; -1 where none does."""
        last, stack = -1, [matrix]
        for i, instruction in enumerate(instructions):
            operator = str(instruction.operator)  # type: ignore[attr-defined]
            if operator == "q":
                stack.append(stack[-1])
            elif operator == "Q" and len(stack) > 1:
                stack.pop()
            elif operator == "cm":
                a, b, c, d, e, f = (float(each) for each in instruction.operands)  # type: ignore[attr-defined]
                stack[-1] = _times((a, b, c, d, e, f), stack[-1])
            elif operator == "Do":
                drawn = _named(resources, instruction)
                a, b, c, d, _, _ = stack[-1]
                if (
                    drawn is not None
                    and drawn.get("/Subtype") == Name.Image
                    and abs(a * d - b * c) > self._area * _LARGE
                ):
                    last = i
        return last


def _named(resources: object, instruction: object) -> pikepdf.Object | None:
    """What `Do` draws."""
    objects = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    name = str(instruction.operands[0])  # type: ignore[attr-defined]
    found = objects.get(name) if isinstance(objects, pikepdf.Dictionary) else None
    return found if isinstance(found, pikepdf.Stream) else None


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _sheet(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is shown of the page, in its own points, before it is turned."""
    media, crop = ([float(each) for each in box] for box in (page.mediabox, page.cropbox))
    boxes = [(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3])) for b in (media, crop)]
    left, bottom = max(box[0] for box in boxes), max(box[1] for box in boxes)
    right, top = min(box[2] for box in boxes), min(box[3] for box in boxes)
    return (left, bottom, right, top) if right > left and top > bottom else boxes[0]


def _upright(page: pikepdf.Page) -> tuple[Matrix, float, float]:
    """From points of the page as it lies when shown (its lower left corner 0, 0) to its own; its width and height."""
    left, bottom, right, top = _sheet(page)
    width, height = right - left, top - bottom
    match int(page.rotation) % 360:
        case 90:
            return (0, 1, -1, 0, left + width, bottom), height, width
        case 180:
            return (-1, 0, 0, -1, left + width, bottom + height), width, height
        case 270:
            return (0, -1, 1, 0, left, bottom + height), height, width
        case _:
            return (1, 0, 0, 1, left, bottom), width, height


def _content(page: pikepdf.Page, words: PageText, font: WordFont) -> str:
    matrix, width, height = _upright(page)
    across, down = width / (words.width or 1), height / (words.height or 1)
    lines = [f"q {' '.join(f'{each:.4f}' for each in matrix)} cm BT {_INVISIBLE} Tr"]
    for word in words.words:
        text, box = word.span.of(words.text), word.box
        if not text:
            continue
        size = max(1, box.height) * down
        stretched = 100 * max(1, box.width) * across / (len(text) * size * _ADVANCE / 1000)
        baseline = height - box.bottom * down + _DESCENT * size
        if not math.isfinite(stretched):
            continue
        lines.append(f"{stretched:.3f} Tz 1 0 0 1 {box.left * across:.3f} {baseline:.3f} Tm")
        # A blank after each word, for programs that find none in the gap.
        lines.extend(f"{name} {size:.3f} Tf <{shown}> Tj" for name, shown in font.shows(f"{text} "))
    return "\n".join([*lines, "ET Q"])
