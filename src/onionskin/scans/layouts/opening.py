"""The sheets of a layout file, whichever of the three formats it is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml import etree

from onionskin.errors import DamagedSourceError, LimitError
from onionskin.scans.layouts import alto, hocr, page_xml
from onionskin.scans.layouts.parsing import parsed
from onionskin.scans.layouts.sheet import Sheet
from onionskin.scans.limits import Limits
from onionskin.scans.sniff import ALTO, HEAD, HOCR, PAGE_XML, layout_type

_FORMATS: Mapping[str, tuple[str, Callable[[etree._Element], list[Sheet]]]] = MappingProxyType(
    {ALTO: ("alto", alto.sheets), PAGE_XML: ("page-xml", page_xml.sheets), HOCR: ("hocr", hocr.sheets)}
)
"""Media type to the `reader` of its words, and what finds its pages."""


def sheets_of(data: bytes, name: str, limits: Limits) -> tuple[str, list[Sheet]]:
    """The `reader` of the words, and the file's pages. DamagedSourceError, or LimitError."""
    kind = layout_type(data[:HEAD])
    if kind is None:
        raise DamagedSourceError("this is neither hOCR nor ALTO nor PAGE XML", where=name)
    reader, sheets = _FORMATS[kind]
    found = sheets(parsed(data, name, as_html=kind == HOCR))
    if not found:
        raise DamagedSourceError("there is no page in the file", where=name)
    if len(found) > limits.max_pages:
        told = f"it has {len(found)} pages, and at most {limits.max_pages} are read (max_pages)"
        raise LimitError(told, where=name)
    return reader, found
