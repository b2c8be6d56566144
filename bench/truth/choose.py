"""Which papers are annotated by hand: lists them, reads nothing out of them.

    python -m bench.truth.choose source-notes|calendar-heads|headings|cables DATA

prints one line a paper, `VOLUME<TAB>DOCUMENT` (for cables the file's name), in the order of the volume. DATA is the
folder that holds `frus/` and `cables-1970s/`. A paper is drawn by the hash of its own name, so the choice depends on
no random generator, and a volume that grows keeps nearly all that was drawn from it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CALENDAR = "frus1961-63v10-12mSupp"
SEED = "onionskin-truth-1"

SOURCE_NOTES = 300
CALENDAR_HEADS = 200
EDITORIAL_NOTES = 11
"""So many of the 200 headings are of editorial notes, which name neither number nor post nor day."""
HEADINGS = 200
CABLES = 30

Pair = tuple[str, str]


def rank(drawing: str, pair: Pair) -> str:
    """The place of a paper in a drawing: the smallest come first."""
    return hashlib.sha256("/".join((SEED, drawing, *pair)).encode()).hexdigest()


def draw(drawing: str, papers: Iterable[Pair], how_many: int) -> list[Pair]:
    """So many of the papers, in the order given."""
    listed = list(papers)
    drawn = set(sorted(listed, key=lambda pair: rank(drawing, pair))[:how_many])
    return [pair for pair in listed if pair in drawn]


def source_note(document: etree._Element) -> etree._Element | None:
    """The note that says where the paper lies: typed so, or (1961-63, volume VI) the note numbered 0 of the heading."""
    for query in ("t:head//t:note[@type='source']", "t:head//t:note[@n='0']"):
        found = document.xpath(query, namespaces=TEI)
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):  # noqa: SLF001 - lxml has no other name for it
            return found[0]
    return None


def has_source_note(document: etree._Element) -> bool:
    """Whether the heading carries a source note."""
    return source_note(document) is not None


def is_editorial(document: etree._Element) -> bool:
    """Whether the editors wrote the text themselves."""
    head = document.find("t:head", TEI)
    return head is not None and "Editorial Note" in "".join(str(each) for each in head.itertext())


def is_paper(document: etree._Element) -> bool:
    """Whether the heading is that of a paper."""
    return document.find("t:head", TEI) is not None and not is_editorial(document)


def documents(volume: Path) -> list[etree._Element]:
    """The numbered documents of a volume."""
    found = etree.parse(volume).xpath("//t:div[@type='document']", namespaces=TEI)
    if not isinstance(found, list):
        return []
    return [each for each in found if isinstance(each, etree._Element)]  # noqa: SLF001 - as above


def named(volume: Path, wanted: Callable[[etree._Element], bool]) -> list[Pair]:
    """Volume and document of those that are wanted."""
    return [(volume.stem, str(each.get(XML_ID))) for each in documents(volume) if wanted(each)]


def edited_volumes(data: Path) -> list[Path]:
    """The nine volumes that print texts."""
    return [volume for volume in sorted((data / "frus").glob("*.xml")) if volume.stem != CALENDAR]


def shares(whole: int, parts: int) -> list[int]:
    """A number cut into nearly equal parts, the larger first."""
    return [whole // parts + (place < whole % parts) for place in range(parts)]


def by_volume(drawing: str, data: Path, wanted: Callable[[etree._Element], bool], how_many: int) -> list[Pair]:
    """As many from each volume."""
    volumes = edited_volumes(data)
    cut = zip(volumes, shares(how_many, len(volumes)), strict=True)
    return [pair for volume, share in cut for pair in draw(drawing, named(volume, wanted), share)]


def choose(what: str, data: Path) -> list[Pair]:
    """The papers of one list.

    Raises:
        KeyError: There is no such list.
    """
    lists: dict[str, Callable[[], list[Pair]]] = {
        "source-notes": lambda: by_volume("source-notes", data, has_source_note, SOURCE_NOTES),
        "calendar-heads": lambda: draw(
            "calendar-heads", named(data / "frus" / f"{CALENDAR}.xml", lambda _: True), CALENDAR_HEADS
        ),
        "headings": lambda: sorted(
            by_volume("headings", data, is_paper, HEADINGS - EDITORIAL_NOTES)
            + by_volume("headings", data, is_editorial, EDITORIAL_NOTES),
            key=lambda pair: pair[0],
        ),
        "cables": lambda: draw(
            "cables", [("cables-1970s", file.name) for file in sorted((data / "cables-1970s").glob("*.pdf"))], CABLES
        ),
    }
    return lists[what]()


def main(arguments: list[str]) -> int:
    """Print the list that was asked for."""
    if len(arguments) != 2:
        sys.stderr.write(__doc__ or "")
        return 2
    for volume, document in choose(arguments[0], Path(arguments[1])):
        print(f"{volume}\t{document}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
