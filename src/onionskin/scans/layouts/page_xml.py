"""PAGE XML (PRImA, 2010 to 2019): regions, lines and words with polygons, as Transkribus and OCR-D write it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from onionskin.scans.layouts.parsing import children, local, number, share, within
from onionskin.scans.layouts.sheet import Block, Line, Place, Sheet, spread, stacked

_MOST_POINTS = 10_000
_PER_INCH = {"PPI": 1.0, "PPCM": 2.54}


def sheets(root: etree._Element) -> list[Sheet]:
    """The file's page; the format has one to a file, and more are taken as they come."""
    return [_sheet(page) for page in within(root, "Page")]


def _sheet(page: etree._Element) -> Sheet:
    unit = _PER_INCH.get(page.get("imageResolutionUnit") or "", 0.0)
    return Sheet(
        (page.get("imageFilename") or "").strip(),
        number(page.get("imageWidth")),
        number(page.get("imageHeight")),
        tuple(_blocks(page)),
        number(page.get("imageXResolution")) * unit or None,
    )


def _blocks(page: etree._Element) -> Iterator[Block]:
    """In the order that the file states, the rest as it stands; lines before the regions inside their region."""
    regions = list(within(page, "TextRegion"))
    stated: dict[str, int] = {}
    for order in children(page, "ReadingOrder"):
        for ref in _referred(order):
            stated.setdefault(ref, len(stated))
    regions.sort(key=lambda region: stated.get(region.get("id") or "", len(stated)))
    for region in regions:
        own = children(region, "TextLine")
        lines = tuple(line for each in own if (line := _line(each)))
        if lines:
            yield lines
        elif not own and not children(region, "TextRegion") and (place := _place(region)):
            text, confidence = _text(region)
            if block := stacked(text, place, confidence):
                yield block


def _referred(group: etree._Element) -> Iterator[str]:
    """Ids of regions, groups within groups, each by its index where it has one."""
    members = children(
        group,
        *("OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed"),
        *("RegionRef", "RegionRefIndexed"),
    )
    for member in sorted(members, key=lambda each: number(each.get("index"))):
        if ref := member.get("regionRef"):
            yield ref
        yield from _referred(member)


def _line(line: etree._Element) -> Line:
    whole = _place(line)
    found: list[Line] = []
    for word in children(line, "Word"):
        place = _place(word) or whole
        text, confidence = _text(word)
        if place and text:
            found.append(spread(text, place, confidence))
    if found:
        return tuple(each for words in found for each in words)
    text, confidence = _text(line)
    return spread(" ".join(text.split()), whole, confidence) if whole else ()


def _text(element: etree._Element) -> tuple[str, float]:
    """The first of its readings, and how sure it is."""
    readings = children(element, "TextEquiv")
    if not readings:
        return "", 1.0
    first = min(readings, key=lambda each: number(each.get("index"), -1.0))
    plain = [each.text or "" for each in children(first, "Unicode")] or [
        each.text or "" for each in children(first, "PlainText")
    ]
    confidence = share(first.get("conf"))
    return "".join(plain).strip(), 1.0 if confidence is None else confidence


def _place(element: etree._Element) -> Place | None:
    """Around the polygon; the versions before 2013 give each of its points an element."""
    points: list[tuple[float, float]] = []
    for coords in children(element, "Coords"):
        stated = (coords.get("points") or "").split()[:_MOST_POINTS]
        pairs = [each.split(",") for each in stated]
        points += [(number(pair[0]), number(pair[1])) for pair in pairs if len(pair) == 2]
        points += [(number(p.get("x")), number(p.get("y"))) for p in coords if local(p) == "Point"]
    if not points:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    return Place(min(across), min(down), max(across), max(down))
