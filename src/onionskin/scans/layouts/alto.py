"""ALTO, versions 2 to 4 (Library of Congress): String elements on TextLines in TextBlocks, in one of three units."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from onionskin.scans.layouts.parsing import children, local, number, share, within
from onionskin.scans.layouts.sheet import Block, Line, Place, PlacedWord, Sheet, spread

_PER_INCH = {"mm10": 254.0, "inch1200": 1200.0}
_UNSURE = 9.0
"""What CC says of a character of which nothing is sure; 0 is sure."""


def sheets(root: etree._Element) -> list[Sheet]:
    """The file's pages; they have one image between them."""
    image = next((each.text or "" for each in within(root, "fileName")), "")
    unit = next(((each.text or "").strip() for each in within(root, "MeasurementUnit")), "pixel")
    order = _reading_order(root)
    return [
        Sheet(
            image.strip(),
            number(page.get("WIDTH")),
            number(page.get("HEIGHT")),
            tuple(_blocks(page, order)),
            _PER_INCH.get(unit),
            in_pixels=unit not in _PER_INCH,
        )
        for page in within(root, "Page")
    ]


def _reading_order(root: etree._Element) -> dict[str, int]:
    """Where the file states an order (since 4.3): the ids of blocks to their places in it."""
    stated = [ref for order in children(root, "ReadingOrder") for ref in within(order, "ElementRef")]
    return {each: i for i, ref in reversed(list(enumerate(stated))) for each in (ref.get("REF") or "").split()}


def _blocks(page: etree._Element, order: dict[str, int]) -> Iterator[Block]:
    blocks = list(within(page, "TextBlock"))
    # What the order does not name follows, as it stands in the file.
    blocks.sort(key=lambda block: order.get(block.get("ID") or "", len(order)))
    for block in blocks:
        lines = tuple(line for each in within(block, "TextLine") if (line := _line(each)))
        if lines:
            yield lines


def _line(line: etree._Element) -> Line:
    strings = children(line, "String", "HYP")
    whole = _place(line)
    words: list[PlacedWord] = []
    for each in strings:
        content = each.get("CONTENT") or ""
        if local(each) == "HYP":
            if words:
                last = words[-1]
                words[-1] = PlacedWord(last.text + (content.strip() or "-"), last.place, last.confidence)
            continue
        place = _place(each) or whole
        if place and content.strip():
            words.extend(spread(content, place, _confidence(each)))
    return tuple(words)


def _place(element: etree._Element) -> Place | None:
    """None where the file does not say."""
    if element.get("HPOS") is None or element.get("WIDTH") is None:
        return None
    left, top = number(element.get("HPOS")), number(element.get("VPOS"))
    return Place(left, top, left + number(element.get("WIDTH")), top + number(element.get("HEIGHT")))


def _confidence(string: etree._Element) -> float:
    of_word = share(string.get("WC"))
    if of_word is not None:
        return of_word
    doubts = [number(each) for each in (string.get("CC") or "").split()]
    return max(0.0, 1.0 - sum(doubts) / len(doubts) / _UNSURE) if doubts else 1.0
