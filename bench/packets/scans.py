"""Papers of the scanned records: their pages by the text layer of the file, or as an engine read them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2

from bench.packets.leaves import Bundle, Half, Leaf, Role
from bench.truth import half as half_of

TRUTH = Path(__file__).with_name("scans.toml")
SHOWN = "104-10306-10016"
"""The record that is reported page by page: it is in no packet that is scored."""
ROLES = {"covers": Role.COVER, "forms": Role.FORM, "slips": Role.SLIP, "blanks": Role.BLANK}


@cache
def records() -> Mapping[str, Mapping[str, Any]]:
    """What was seen on the images, by record."""
    return dict(tomllib.loads(TRUTH.read_text(encoding="utf-8"))["records"])


def half(record: str) -> Half:
    """To which half a record belongs: the same as in the list of `bench.truth`."""
    return "build" if record == SHOWN else half_of("scans", record)


def layer(data: Path, record: str) -> list[str]:
    """The pages' texts as they are hidden behind the scan."""
    file = pypdfium2.PdfDocument(data / "scans" / f"{record}.pdf")
    return [page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\r", "\n") for page in file]


def as_read(lines: Path) -> dict[str, dict[int, str]]:
    """Pages' texts from records printed by `onionskin read --json`, by the record's name and the page's number."""
    pages: dict[str, dict[int, str]] = {}
    with lines.open(encoding="utf-8") as file:
        for line in file:
            told = json.loads(line)
            held = pages.setdefault(Path(told["source"]["name"]).stem, {})
            held.update({page["n"]: page["text"] for page in told["pages"]})
    return pages


def bundle(told: Mapping[str, Any], pages: Mapping[int, str]) -> Bundle:
    """A record's papers by what was seen of it; `pages` are its texts, and a page without any is blank."""
    begins = told.get("begins", [1])
    roles = {page: role for name, role in ROLES.items() for page in told.get(name, ())}
    count = max([*pages, *begins, *roles])
    ends = [*begins[1:], count + 1]
    papers = tuple(
        tuple(
            Leaf(pages.get(n, ""), roles.get(n, Role.FIRST if n == begin else Role.CONTINUATION))
            for n in range(begin, end)
        )
        for begin, end in zip(begins, ends, strict=True)
    )
    under = tuple((begins.index(int(child)), begins.index(parent)) for child, parent in told.get("under", {}).items())
    return Bundle(papers, under)


def bundles(data: Path, part: Half, engine: Path | None = None) -> list[Bundle]:
    """The bundles of one half's records, in the order of their names."""
    read = as_read(engine) if engine else {}
    return [
        bundle(told, read.get(record) or dict(enumerate(layer(data, record), 1)))
        for record, told in sorted(records().items())
        if half(record) == part and record != SHOWN and (engine is None or record in read)
    ]
