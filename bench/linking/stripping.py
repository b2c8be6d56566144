"""Volumes without their marks, as the linker may see them; and what was marked, as the truth.

Left are the papers: heading, dateline, text, source note. Gone are the file's header, the lists of persons and terms,
the chapters, the footnotes, page turns, every id, `corresp`, `target`, name element and date attribute, and the
volume's own name. Nothing of `onionskin` is used here.

What a mark said is kept as a place in the paper's letters, spaces not counted, the source note behind the text: two
texts that differ in how they fold lines agree on these.
"""

from __future__ import annotations

import copy
import csv
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
KEPT_ATTRIBUTES = frozenset({"type", "rend"})
UNWRAPPED = tuple(f"{TEI}{tag}" for tag in ("persName", "placeName", "gloss", "ref", "date", "hi", "quote"))
BESIDE = frozenset({f"{TEI}pb", f"{TEI}uh-oh"})
SHORT = 2
LONGEST_TITLE = 60
SPACES = re.compile(r"\s+")
HEAD_OF_INDEX = re.compile(r"[^,(]{2,40},\s+[A-ZÀ-Þ“\"(]")
"""An entry of the index that names a person: `Alphand, Hervé`; a thing has no name behind its comma, or a small one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A name that the editors marked: its letters without spaces, where they stand, whom it means.

    `person` is the id of persons.jsonl, `local` that of the volume's own list; both are None where the mark points to
    nobody. `words` are those of the mark with their spaces, `before` those that go before it.
    """

    start: int
    end: int
    words: str
    local: str | None
    person: str | None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a volume: its id there, its letters without spaces, and its marks."""

    name: str
    letters: str
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the volume's own list: `p_RD1`, `Rusk, Dean`, and what the list says of him."""

    local: str
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Stripped:
    """A volume: its bytes without marks, what was marked, its list of persons, and all surnames it knows as such."""

    name: str
    content: bytes
    papers: tuple[Paper, ...]
    persons: tuple[Listed, ...]
    surnames: frozenset[str]


def strip(path: Path, identities: Mapping[tuple[str, str], str]) -> Stripped:
    """The volume in both halves; `identities` are those of `frus-ids.tsv`, see `read_identities`."""
    root = etree.parse(str(path), etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)).getroot()
    body = etree.Element(f"{TEI}body")
    everybody = tuple(_listed(root))
    elsewhere = _cross_references(everybody, path.stem, identities)
    papers, marked = [], set()
    for division in root.iter(f"{TEI}div"):
        if division.get("type") != "document":
            continue
        plain = _without_notes(division)
        letters, marks = _letters(plain, path.stem, identities)
        marks = tuple(replace(mark, local=elsewhere.get(mark.local or "", mark.local)) for mark in marks)
        paper = Paper(division.get(ID) or "", letters, marks)
        papers.append(paper)
        marked |= {surname_of(mark.words) for mark in paper.marks}
        body.append(_without_marks(plain))
    persons = tuple(each for each in everybody if each.local not in elsewhere)
    surnames = marked.union(_indexed(root), *(surnames_of(each.name) for each in everybody))
    whole = etree.Element(f"{TEI}TEI")
    etree.SubElement(whole, f"{TEI}text").append(body)
    content = etree.tostring(whole, encoding="utf-8", xml_declaration=True)
    return Stripped(path.stem, content, tuple(papers), persons, frozenset(surnames - {""}))


@cache
def read_identities(data: Path) -> Mapping[tuple[str, str], str]:
    """Volume and local id to the id of persons.jsonl. For scoring alone."""
    with (data / "authority" / "frus-ids.tsv").open(encoding="utf-8", newline="") as rows:
        return {(row["volume"], row["local_id"]): row["person"] for row in csv.DictReader(rows, delimiter="\t")}


@cache
def read_surnames(data: Path) -> frozenset[str]:
    """The surnames of all persons of Foreign Relations."""
    with (data / "authority" / "persons.jsonl").open(encoding="utf-8") as lines:
        return frozenset(surname_of(json.loads(line)["preferred"]) for line in lines)


def surname_of(name: str) -> str:
    """The last word before the comma, in small letters: `Adams, Maj. Gen. Paul D.` and `Paul Adams` give adams."""
    words = _folded(name.partition(",")[0])
    return words[-1] if words else ""


def _folded(name: str) -> list[str]:
    """Its words in small letters, without accents and the possessive."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return [re.sub(r"['’]s?\Z", "", word).lower() for word in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", plain)]


def surnames_of(name: str) -> frozenset[str]:
    """The words of a listed name that may be its surname: that before the comma, or each one where there is none."""
    return frozenset({surname_of(name)} if "," in name else {word for word in _folded(name) if len(word) > SHORT})


def squeezed(text: str) -> str:
    """The text without its spaces."""
    return SPACES.sub("", text)


def is_source(note: etree._Element) -> bool:
    """Whether a note says where the paper lies; all others are footnotes."""
    in_head = any(each.tag == f"{TEI}head" for each in note.iterancestors())
    opening = "".join(str(part) for part in note.itertext()).strip()
    return note.get("type") == "source" or (in_head and (note.get("n") == "0" or opening.startswith("Source:")))


def _without_notes(division: etree._Element) -> etree._Element:
    """A copy of a document with its source note, and nothing that editors put beside the paper."""
    plain = copy.deepcopy(division)
    plain.tail = None
    for note in list(plain.iter(f"{TEI}note")):
        if is_source(note):
            note.attrib.clear()
            note.set("type", "source")
        else:
            _drop(note)
    for element in list(plain.iter()):
        tag: object = element.tag
        if not isinstance(tag, str) or tag in BESIDE or not (tag.startswith(TEI) or tag.endswith("}attachment")):
            _drop(element)
    return plain


def _drop(element: etree._Element) -> None:
    """Takes an element out and leaves the words behind it."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _without_marks(plain: etree._Element) -> etree._Element:
    etree.strip_tags(plain, *UNWRAPPED)
    for element in plain.iter():
        for name in set(element.attrib) - KEPT_ATTRIBUTES:
            del element.attrib[name]
    plain.set("type", "document")
    plain.tail = "\n"
    return plain


def _letters(
    plain: etree._Element, volume: str, identities: Mapping[tuple[str, str], str]
) -> tuple[str, tuple[Marked, ...]]:
    """All letters, those of the source notes last, and where the marks stand in them."""
    parts: list[str] = []
    marks: list[Marked] = []
    waiting: list[etree._Element] = []
    length, told = 0, ""

    def write(words: str | None) -> None:
        nonlocal length, told
        told = f"{told}{words or ''}"[-LONGEST_TITLE:]
        letters = squeezed(words or "")
        parts.append(letters)
        length += len(letters)

    def walk(element: etree._Element) -> None:
        begun, before = length, " ".join(told.split())
        write(element.text)
        for child in element:
            if child.tag == f"{TEI}note" and element.tag != f"{TEI}note":
                waiting.append(child)
            else:
                walk(child)
            write(child.tail)
        if element.tag == f"{TEI}persName" and length > begun:
            local = (element.get("corresp") or "").lstrip("#") or None
            words = " ".join("".join(str(part) for part in element.itertext()).split())
            person = identities.get((volume, local)) if local else None
            marks.append(Marked(begun, length, words, local, person, before))

    walk(plain)
    for note in waiting:
        walk(note)
    return "".join(parts), tuple(_outermost(marks))


def _outermost(marks: list[Marked]) -> Iterator[Marked]:
    """The marks that stand in no other, in the order of the text."""
    end = 0
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if mark.start >= end:
            end = mark.end
            yield mark


def _listed(root: etree._Element) -> Iterator[Listed]:
    """The volume's list of persons: each item has a name with an id and says who that is."""
    for item in root.iter(f"{TEI}item"):
        name = next((each for each in item.iter(f"{TEI}persName") if each.get(ID)), None)
        if name is None:
            continue
        words = " ".join("".join(str(part) for part in name.itertext()).split()).strip(" ,")
        whole = " ".join("".join(str(part) for part in item.itertext()).split())
        yield Listed(str(name.get(ID)), words, whole.partition(words)[2].strip(" ,"))


def _cross_references(
    persons: Sequence[Listed], volume: str, identities: Mapping[tuple[str, str], str]
) -> dict[str, str]:
    """Entries that are of one person with another, by their ids to that of the other: those that only point to it
    (`Diem, see Ngo Dinh Diem`), by its name or because both are one in the authority.
    """
    by_name = {each.name: each.local for each in persons}
    by_person: dict[str, str] = {}
    for each in sorted(persons, key=_points):
        by_person.setdefault(identities.get((volume, each.local), each.local), each.local)
    out = {}
    for each in persons:
        m = re.fullmatch(r"see (.+?)\.?", each.about, re.IGNORECASE)
        other = by_name.get(m[1]) if m else None
        other = other or by_person[identities.get((volume, each.local), each.local)]
        if other != each.local:
            out[each.local] = other
    return out


def _points(listed: Listed) -> bool:
    return listed.about.lower().startswith("see ")


def _indexed(root: etree._Element) -> Iterator[str]:
    """Surnames of the persons that stand in the volume's printed index."""
    for division in root.iter(f"{TEI}div"):
        if division.get(ID) != "index":
            continue
        for item in division.iter(f"{TEI}item"):
            words = " ".join("".join(str(part) for part in item.itertext()).split())
            if HEAD_OF_INDEX.match(words):
                yield surname_of(words)
