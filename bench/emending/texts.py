"""Paragraphs of edited papers as a typewriter would set them: the text that damage is done to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

TEI, XML_ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"
TYPEWRITER = str.maketrans({"—": "-", "–": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "\xa0": " ", "…": "..."})
SHORTEST = 40
"""Characters of a paragraph; shorter ones are closes and labels."""


@dataclass(frozen=True, slots=True)
class EditedText:
    """One paper of a volume; `paragraphs` without notes and page turns, white space folded."""

    volume: str
    document: str
    paragraphs: tuple[str, ...]


def edited_texts(volume: Path) -> Iterator[EditedText]:
    """The papers of a volume that print a text, in their order; editorial notes are none."""
    root = etree.parse(str(volume), etree.XMLParser(huge_tree=True, recover=True)).getroot()
    for div in root.iter(f"{TEI}div"):
        if div.get("type") != "document" or div.get("subtype") == "editorial-note":
            continue
        paragraphs = tuple(text for p in div.iter(f"{TEI}p") if not _in_note(p) and len(text := _text(p)) >= SHORTEST)
        if paragraphs:
            yield EditedText(volume.stem, div.get(XML_ID, ""), paragraphs)


def _in_note(element: etree._Element) -> bool:
    return any(above.tag == f"{TEI}note" for above in element.iterancestors())


def _text(element: etree._Element) -> str:
    return " ".join("".join(_words(element)).translate(TYPEWRITER).split())


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag != f"{TEI}note":
            yield from _words(each)
        yield each.tail or ""
