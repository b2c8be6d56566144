"""What the archive says of an electronic telegram on the page behind it, and the telegram without that page.

Nothing here knows a reader. `Message Attributes` begins the archive's page; what stands before it is the message.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

TITLE = "Message Attributes"
STAMP = re.compile(r"Declassified/Released|^\t|^ *(?:Sheryl P\. Walter|US Department of State|EO Systematic Review)")
KEY = re.compile(r"(?P<key>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,4}|vdkvgwkey):(?: |$)(?P<value>.*)")
NULL = re.compile(r"(?:n/a|01 jan 1960|)\Z", re.IGNORECASE)
"""What the database prints where it holds nothing."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - as a calendar lists them
KEYS = frozenset(
    {
        *("Automatic Decaptioning", "Capture Date", "Channel Indicators", "Current Classification", "Concepts"),
        *("Control Number", "Copy", "Draft Date", "Decaption Date", "Decaption Note", "Document Number", "Drafter"),
        *("Document Source", "Document Unique ID", "Enclosure", "Executive Order", "Errors", "Expiration", "Format"),
        *("Film Number", "From", "Handling Restrictions", "Image Path", "ISecure", "Legacy Key", "Line Count"),
        *("Locator", "Message ID", "Office", "Original Classification", "Original Handling Restrictions"),
        *("Original Previous Classification", "Page Count", "Reference", "Retention", "Status", "Subject", "TAGS"),
        *("To", "Type", "vdkvgwkey", "Secure", "SAS ID", "Review Action", "Previous Classification"),
    }
)


@dataclass(frozen=True, slots=True)
class Message:
    """The message pages as a PDF of their own, their text as one string, and the archive's values by their key."""

    name: str
    pdf: bytes
    text: str
    attributes: Mapping[str, str]

    def value(self, key: str) -> str | None:
        """What the archive says, None where it says nothing."""
        said = self.attributes.get(key, "")
        return None if NULL.match(said) else said

    @property
    def day(self) -> str | None:
        """The day of drafting as `1979-10-31`."""
        said = (self.value("Draft Date") or "").lower().split()
        return f"{said[2]}-{MONTHS.index(said[1]) + 1:02}-{said[0]}" if len(said) == 3 else None


def values(pages: list[str]) -> dict[str, str]:
    """The values of the archive's pages; one that goes on over a line is joined."""
    out: dict[str, str] = {}
    key = ""
    for line in "\n".join(pages).splitlines():
        if STAMP.search(line):
            continue
        found = KEY.match(line)
        reviewed = found is not None and found["key"].split()[0] in ("Review", "Litigation")
        if found and (found["key"] in KEYS or not found["value"] or reviewed):
            key = found["key"]
            out.setdefault(key, found["value"].strip())
        elif found and found["key"].split()[0] in ("Disposition", "Previous", "Decaption"):
            key = found["key"]
        elif key:
            out[key] = f"{out.get(key, '')} {line.strip()}".strip()
    return out


def message(file: Path) -> Message:
    """The message of a file, and what its attributes say.

    Raises:
        ValueError: The file has no page of attributes.
    """
    with pypdfium2.PdfDocument(file) as opened:
        pages = [page.get_textpage().get_text_range() for page in opened]
        cut = next((at for at, text in enumerate(pages) if TITLE in text), None)
        if cut is None:
            raise ValueError(f"{file.name} has no page headed {TITLE!r}.")
        alone = pypdfium2.PdfDocument.new()
        alone.import_pages(opened, list(range(cut)))
        held = io.BytesIO()
        alone.save(held)
        alone.close()
    return Message(file.name, held.getvalue(), "\n".join(pages[:cut]), values(pages[cut:]))
