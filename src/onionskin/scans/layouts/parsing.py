"""Markup from strangers, parsed so that it can neither fetch, nor swell, nor loop."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from lxml import etree, html

from onionskin.errors import DamagedSourceError, LimitError

MOST_ELEMENTS = 3_000_000
"""In one file: 500 pages of 500 words with a mark for every letter. Each takes some 300 bytes while it is read."""
_ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_LARGEST = 1e7
"""No page is so large in any unit; what says so is not to be believed."""


def parsed(data: bytes, name: str, *, as_html: bool) -> etree._Element:
    """The root of the file. DamagedSourceError where it cannot be parsed, LimitError where it is too much."""
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise LimitError(
            f"it has more than {MOST_ELEMENTS:,} elements", where=name, advice="Split the file and read the parts"
        )
    if _ENTITIES.search(data):
        # None of the formats needs any; a few lines of them can stand for gigabytes, or for files of this machine.
        raise DamagedSourceError("it declares entities of its own, which layout files have no use for", where=name)
    try:
        return _of_html(data) if as_html else _of_xml(data)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise DamagedSourceError(f"the file cannot be parsed ({fault})", where=name) from fault


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which differs from version to version."""
    return str(element.tag).rpartition("}")[2]


def within(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element of these local names below, in the order of the file."""
    return (each for each in element.iterdescendants() if local(each) in names)


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The element's own children of these local names."""
    return [each for each in element if local(each) in names]


def content(element: etree._Element) -> str:
    """All its text, blanks folded."""
    return " ".join("".join(map(str, element.itertext())).split())


def number(text: str | None, otherwise: float = 0.0) -> float:
    """A finite number of bearable size; `otherwise` for anything else."""
    found = _NUMBER.fullmatch((text or "").strip())
    value = float(found[0]) if found else otherwise
    return value if math.isfinite(value) and abs(value) < _LARGEST else otherwise


def share(text: str | None, whole: float = 1.0) -> float | None:
    """A confidence given as a part of `whole`, as 0 to 1; None where none is given."""
    value = number(text, -1.0) / whole
    return min(1.0, value) if value >= 0 else None


def _of_xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root: etree._Element = etree.fromstring(data, parser)
    return root


def _of_html(data: bytes) -> etree._Element:
    try:
        data.decode("utf-8")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=encoding)
    root: etree._Element = etree.fromstring(data, parser)
    return root
