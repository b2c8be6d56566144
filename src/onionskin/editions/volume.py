"""The documents of a TEI volume, one after the other, with little of it in memory at any time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from onionskin.editions.script import TEI, XML_ID
from onionskin.errors import DamagedSourceError, SourceError, UnknownFormatError
from onionskin.record.document import Imprint

DIVISION = f"{TEI}div"
TITLES, PUBLISHED = f"{TEI}titleStmt", f"{TEI}publicationStmt"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Division:
    """One document: its id in the volume, its place (1-based), the words of the heads above it, and its element.

    The element is emptied when the next division is asked for.
    """

    name: str
    place: int
    above: tuple[str, ...]
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume's own name (`frus1961-63v05`), the place of each of its documents, and what its title page says."""

    name: str
    places: Mapping[str, int]
    imprint: Imprint | None = None


def survey(path: Path) -> Volume:
    """Names and places, from one reading of the file that keeps nothing else.

    Raises:
        UnknownFormatError: It is no TEI volume, or one without documents.
        DamagedSourceError: It is no sound XML; the message has the line.
        SourceError: It cannot be read, or not to its end.
    """
    places: dict[str, int] = {}
    name = path.stem
    imprint = Imprint()
    for element in _parsed(path, (DIVISION, TITLES, PUBLISHED, f"{TEI}idno")):
        if element.tag == f"{TEI}idno":
            name = element.text or name if element.get("type") == "frus" else name
        elif element.tag in (TITLES, PUBLISHED):
            imprint = _with(imprint, element)
        elif element.get("type") == "document":
            places[element.get(XML_ID) or f"div{len(places) + 1}"] = len(places) + 1
            element.clear()
    if not places:
        advice = "`import frus` takes TEI volumes whose documents are <div type='document'>"
        raise UnknownFormatError("it holds no documents of a TEI volume", where=path.name, advice=advice)
    return Volume(name, places, imprint if imprint.series or imprint.title else None)


def divisions(path: Path) -> Iterator[Division]:
    """The documents in their order; each is forgotten before the next is read."""
    place = 0
    for element in _parsed(path, (DIVISION,)):
        if element.get("type") != "document":
            continue
        place += 1
        yield Division(element.get(XML_ID) or f"div{place}", place, _above(element), element)
        element.clear()


def _parsed(path: Path, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """Elements as they end. No entity is resolved and nothing is fetched, whatever the file asks for."""
    try:
        for _, element in etree.iterparse(
            str(path),
            events=("end",),
            tag=tags,
            huge_tree=True,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        ):
            yield element
    except etree.XMLSyntaxError as fault:
        raise DamagedSourceError(f"it is no sound XML: {fault.msg}", where=path.name) from fault
    except OSError as fault:
        raise SourceError(f"it cannot be read: {fault.strerror or fault}", where=path.name) from fault


def _with(imprint: Imprint, statement: etree._Element) -> Imprint:
    """The imprint with what a statement of the header adds: titles and editors, or who printed it, where and when."""
    if statement.tag == PUBLISHED:
        place, publisher, day = (_said(statement.find(f"{TEI}{tag}")) for tag in ("pubPlace", "publisher", "date"))
        year = YEAR.search(day)
        return replace(imprint, place=place, publisher=publisher, year=year[0] if year else "")
    titles = {each.get("type"): _said(each) for each in statement.iter(f"{TEI}title")}
    series, subseries, volume, title = (
        titles.get(name, "") for name in ("series", "subseries", "volumenumber", "volume")
    )
    editors = tuple(
        said for each in statement.iter(f"{TEI}editor") if each.get("role") == "primary" and (said := _said(each))
    )
    return replace(imprint, series=series, subseries=subseries, volume=volume, title=title, editors=editors)


def _said(element: etree._Element | None) -> str:
    """All words of an element, their white space folded."""
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())


def _above(element: etree._Element) -> tuple[str, ...]:
    heads = (each.find(f"{TEI}head") for each in element.iterancestors(DIVISION))
    return tuple(_said(head) for head in heads if head is not None)


def span_of_days(division: Division) -> tuple[str, str] | None:
    """First and last day between which the edition places a document: `("1962-06-01", "1962-06-30")`.

    The attributes `frus:doc-dateTime-min` and `-max` have clock times for sorting, with the offset -05:00 in summer
    too: their days alone are facts.
    """
    ends = {etree.QName(str(name)).localname: str(value)[:10] for name, value in division.element.attrib.items()}
    first, last = ends.get("doc-dateTime-min", ""), ends.get("doc-dateTime-max", "")
    return (first, last) if DAY.fullmatch(first) and DAY.fullmatch(last) else None


def year_above(division: Division) -> tuple[str, str] | None:
    """The year that the nearest head above a document says, and that head: `October 23, 1962`; None for two years."""
    for head in division.above:
        years = set(YEAR.findall(head))
        if years:
            return (min(years), head) if len(years) == 1 else None
    return None
