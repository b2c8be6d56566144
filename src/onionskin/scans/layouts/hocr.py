"""hOCR: HTML whose classes say what is a page, a paragraph, a line and a word, and whose titles say where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from onionskin.scans.layouts.parsing import content, number, share
from onionskin.scans.layouts.sheet import Block, Line, Place, PlacedWord, Sheet, spread

_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_pageno"})
_WORDS = frozenset({"ocrx_word", "ocr_word"})
_PARAGRAPHS = frozenset({"ocr_par", "ocrx_block", "ocr_carea"})
_BOX = re.compile(r"\b(?:x_)?bboxx? +(-?\d+(?:\.\d+)?) +(-?\d+(?:\.\d+)?) +(-?\d+(?:\.\d+)?) +(-?\d+(?:\.\d+)?)")
_IMAGE = re.compile(r"""\bimage +(?:"([^"]*)"|'([^']*)'|([^;]+))""")
_CONFIDENCE = re.compile(r"\bx_wconf +(-?\d+(?:\.\d+)?)")
_RESOLUTION = re.compile(r"\bscan_res +(\d+)")


def sheets(root: etree._Element) -> list[Sheet]:
    """The file's pages, each with its own image."""
    return [_sheet(page) for page in root.iter() if "ocr_page" in _classes(page)]


def _sheet(page: etree._Element) -> Sheet:
    title = page.get("title") or ""
    image, resolution, whole = _IMAGE.search(title), _RESOLUTION.search(title), _place(page)
    return Sheet(
        next((each.strip() for each in image.groups() if each), "") if image else "",
        whole.right if whole else 0.0,
        whole.bottom if whole else 0.0,
        tuple(_blocks(page)),
        number(resolution[1]) or None if resolution else None,
    )


def _blocks(page: etree._Element) -> Iterator[Block]:
    """Lines that follow one another in one paragraph."""
    lines: list[Line] = []
    last: etree._Element | None = None
    for element in page.iterdescendants():
        if not _holds_words(element):
            continue
        line = _line(element)
        if not line:
            continue
        block = _paragraph(element)
        if lines and block is not last:
            yield tuple(lines)
            lines = []
        lines.append(line)
        last = block
    if lines:
        yield tuple(lines)


def _line(element: etree._Element) -> Line:
    of_line = (
        [element] if _classes(element) & _WORDS else [e for e in element.iterdescendants() if _classes(e) & _WORDS]
    )
    words: list[PlacedWord] = []
    for word in of_line:
        place, text = _place(word), content(word)
        if place and text:
            found = _CONFIDENCE.search(word.get("title") or "")
            confidence = share(found[1], 100.0) if found else None
            words.extend(spread(text, place, 1.0 if confidence is None else confidence))
    if words or of_line:
        return tuple(words)
    place, text = _place(element), content(element)
    return spread(text, place) if place else ()


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def _holds_words(element: etree._Element) -> bool:
    """Whether it is a line, or a word on none. A header that holds lines is one of the page's parts, and no line."""
    if _classes(element) & _LINES:
        return not any(_classes(each) & _LINES for each in element.iterdescendants())
    return bool(_classes(element) & _WORDS) and not _is_on_a_line(element)


def _is_on_a_line(word: etree._Element) -> bool:
    return any(_classes(each) & _LINES for each in word.iterancestors())


def _paragraph(line: etree._Element) -> etree._Element | None:
    """What holds the line: its paragraph, or the area or page where there is none."""
    return next((each for each in line.iterancestors() if _classes(each) & (_PARAGRAPHS | {"ocr_page"})), None)


def _place(element: etree._Element) -> Place | None:
    found = _BOX.search(element.get("title") or "")
    return Place(*(number(each) for each in found.groups())) if found else None
