"""Pages of a record written as layout files again, for whoever expects them of a program that reads scans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from lxml import etree

from onionskin import __version__
from onionskin.record.geometry import Box
from onionskin.record.page import PageText, Word

_ALTO = "http://www.loc.gov/standards/alto/ns-v4#"
_SCHEMA = "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd"
_XHTML = "http://www.w3.org/1999/xhtml"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

WordsOfLine = list[Word]


class _Maker:
    """Makes elements of one namespace: `make("p", "text", id="a")`."""

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace
        # The stubs do not know that None is the namespace without a prefix.
        self._prefixes = cast("dict[str, str]", {None: namespace, "xsi": _XSI})

    def __call__(self, tag: str, *content: etree._Element | str, **attributes: str) -> etree._Element:
        """An element with elements inside, or a text."""
        made = etree.Element(f"{{{self._namespace}}}{tag}", attributes, nsmap=self._prefixes)
        for each in content:
            if isinstance(each, str):
                made.text = each
            else:
                made.append(each)
        return made


def alto(pages: Sequence[PageText], image: str) -> bytes:
    """ALTO 4.4 in pixels, a Page for each; `image` is the name of the file that shows them."""
    make = _Maker(_ALTO)
    software = make("processingSoftware", make("softwareName", "Onionskin"), make("softwareVersion", __version__))
    readers = ", ".join(dict.fromkeys(page.reader for page in pages))
    root = make(
        "alto",
        make(
            "Description",
            make("MeasurementUnit", "pixel"),
            make("sourceImageInformation", make("fileName", _sound(image))),
            make("Processing", make("processingStepDescription", _sound(f"words by {readers}")), software, ID="PR1"),
        ),
        make("Layout", *(_alto_page(make, page) for page in pages)),
        SCHEMAVERSION="4.4",
    )
    root.set(f"{{{_XSI}}}schemaLocation", f"{_ALTO} {_SCHEMA}")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def hocr(pages: Sequence[PageText], image: str) -> bytes:
    """HOCR 1.2 as XHTML, an `ocr_page` for each."""
    make = _Maker(_XHTML)
    capabilities = "ocr_page ocr_par ocr_line ocrx_word"
    head = make(
        "head",
        make("title", _sound(image)),
        make("meta", **{"http-equiv": "Content-Type", "content": "text/html;charset=utf-8"}),
        make("meta", name="ocr-system", content=f"onionskin {__version__}"),
        make("meta", name="ocr-capabilities", content=capabilities),
    )
    root = make("html", head, make("body", *(_hocr_page(make, page, image) for page in pages)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def blocks_of(page: PageText) -> Iterator[list[WordsOfLine]]:
    """The page's words as blocks of lines: an empty line ends a block, and lines without boxes are passed over."""
    block: list[WordsOfLine] = []
    words = iter(page.words)
    word = next(words, None)
    at = 0
    for line in page.text.splitlines(keepends=True):
        at += len(line)
        row: WordsOfLine = []
        while word is not None and word.span.start < at:
            row.append(word)
            word = next(words, None)
        if row:
            block.append(row)
        elif not line.strip() and block:
            yield block
            block = []
    if block:
        yield block


def _alto_page(make: _Maker, page: PageText) -> etree._Element:
    blocks = (
        make(
            "TextBlock",
            *(
                make("TextLine", *_strings(make, page, line), ID=f"p{page.n}_b{b}_l{i}", **_place(_around(line)))
                for i, line in enumerate(block)
            ),
            ID=f"p{page.n}_b{b}",
            **_place(_around([word for line in block for word in line])),
        )
        for b, block in enumerate(blocks_of(page))
    )
    size = {"WIDTH": str(page.width), "HEIGHT": str(page.height)}
    space = make("PrintSpace", *blocks, HPOS="0", VPOS="0", **size)
    return make("Page", space, ID=f"p{page.n}", PHYSICAL_IMG_NR=str(page.n), **size)


def _strings(make: _Maker, page: PageText, line: WordsOfLine) -> Iterator[etree._Element]:
    for i, word in enumerate(line):
        if i:
            yield make("SP")
        content = _sound(word.span.of(page.text))
        yield make("String", CONTENT=content, WC=f"{word.confidence:.4f}", **_place(word.box))


def _hocr_page(make: _Maker, page: PageText, image: str) -> etree._Element:
    named = image.replace('"', "'").replace(";", ",")
    size = f"bbox 0 0 {page.width} {page.height}; ppageno {page.n - 1}; scan_res {page.dpi} {page.dpi}"
    paragraphs = []
    for block in blocks_of(page):
        lines = []
        for line in block:
            words = []
            for word in line:
                title = f"bbox {_corners(word.box)}; x_wconf {round(100 * word.confidence)}"
                words.append(make("span", _sound(word.span.of(page.text)), **{"class": "ocrx_word", "title": title}))
                words[-1].tail = " "
            lines.append(make("span", *words, **{"class": "ocr_line", "title": f"bbox {_corners(_around(line))}"}))
        around = _around([word for line in block for word in line])
        paragraphs.append(make("p", *lines, **{"class": "ocr_par", "title": f"bbox {_corners(around)}"}))
    attributes = {"class": "ocr_page", "id": f"page_{page.n}", "title": f'image "{_sound(named)}"; {size}'}
    return make("div", *paragraphs, **attributes)


def _place(box: Box) -> dict[str, str]:
    places = (box.left, box.top, box.width, box.height)
    return dict(zip(("HPOS", "VPOS", "WIDTH", "HEIGHT"), map(str, places), strict=True))


def _corners(box: Box) -> str:
    return f"{box.left} {box.top} {box.right} {box.bottom}"


def _around(words: Sequence[Word]) -> Box:
    return Box.around(word.box for word in words) or Box(0, 0, 0, 0)


def _sound(text: str) -> str:
    """Without the characters that no XML may hold."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text)
