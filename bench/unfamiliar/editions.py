"""Wording and facts from the printed volumes: what a paper said and when, never how it looked."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from bench.reading.frus import NoTextsError

__all__ = ["Edition", "editions"]

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_TYPED = str.maketrans({"—": "--", "–": "-", "‑": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "\xa0": " "})

VOLUMES = (
    *("frus1955-57v17", "frus1958-60v01", "frus1958-60v11", "frus1961-63v03", "frus1961-63v05", "frus1961-63v06"),
    *("frus1961-63v19", "frus1964-68v15"),
)

_GENRES = (
    ("outgoing", re.compile(r"^(Circular )?Telegram From the Department of State to")),
    ("incoming", re.compile(r"^Telegram From the (Embassy|Consulate|Mission|Legation|Delegation).* to the Department")),
    ("letter", re.compile(r"^Letter From")),
    ("conversation", re.compile(r"^Memorandum of (a )?Conversation")),
    ("memorandum", re.compile(r"^Memorandum (From|for|by)")),
)
_OWN_NUMBER = re.compile(r"^(\d{1,5})\.\s+(?=[A-Z])")
_FILE = re.compile(r"Central Files?, (\d{3}[A-Z]?\.[\dA-Z]+(?:[-.]?[\dA-Z]+)*/\d{1,2}-\d{3,4})\b")
_SALUTE = re.compile(r"^(my )?dear [^:]{2,40}:\s*", re.IGNORECASE)
_PARTING = re.compile(
    r"^(sincerely|yours|as ever|with (warm|best|kind)|faithfully|respectfully|cordially).{0,60}$", re.IGNORECASE
)
_LIKE_A_FORM = re.compile(
    r"^(eyes only|for |from |to |subject|re[:f ]|ref|limit|exdis|nodis|limdis|noforn|literally|personal|pass |secret"
    r"|top |confidential|department (please )?pass|niact|priority|info|action|verbatim|joint|section|part "
    r"|no distribution|delga|usun|secto|tosec|polto|topol|\()",
    re.IGNORECASE,
)
_EDITORS = re.compile(r"not declassified|\[|\]|here follow|source text", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edition:
    """One paper of a volume: `hour` and `place` of the dateline, its own `number` where the text opens with it."""

    genre: str
    source: str
    day: dt.date
    hour: dt.time | None
    place: str
    subject: str
    number: str
    file_number: str
    paragraphs: tuple[str, ...]


@cache
def editions(data_root: Path) -> tuple[Edition, ...]:
    """All fitting papers of the volumes, in their order. NoTextsError where the data is not there."""
    folder = data_root / "frus"
    if not folder.is_dir():
        raise NoTextsError(f"No volumes of Foreign Relations in {folder}. Give the folder above frus/*.xml.")
    return tuple(each for name in VOLUMES for each in _volume(folder / f"{name}.xml"))


def _volume(path: Path) -> Iterator[Edition]:
    root = etree.parse(str(path), etree.XMLParser(huge_tree=True, recover=True)).getroot()
    for div in root.iter(f"{_TEI}div"):
        if div.get("type") == "document":
            edition = _edition(path.stem, div)
            if edition:
                yield edition


def _edition(volume: str, div: etree._Element) -> Edition | None:
    head = div.find(f"{_TEI}head")
    date = next(div.iter(f"{_TEI}date"), None)
    if head is None or date is None:
        return None
    heading = re.sub(r"^\d+\.\s*", "", _words(head))
    genre = next((name for name, pattern in _GENRES if pattern.search(heading)), None)
    when = re.match(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?", date.get("when") or "")
    paragraphs = [_words(p) for p in div.findall(f"{_TEI}p")]
    if not genre or not when or any(_EDITORS.search(p) for p in paragraphs):
        return None
    number, paragraphs = _own_number([p for p in paragraphs if p])
    paragraphs = _letter_body(paragraphs) if genre == "letter" else paragraphs
    while paragraphs and paragraphs[0].isupper():  # a title, which the forms print in their own way
        paragraphs = paragraphs[1:]
    while paragraphs and len(paragraphs[-1].split()) < 4:  # the printed signature
        paragraphs = paragraphs[:-1]
    length = sum(map(len, paragraphs))
    if not 400 <= length <= 6500 or not paragraphs or _LIKE_A_FORM.match(paragraphs[0]) or len(paragraphs[0]) < 60:
        return None
    note = next((_words(n, notes=True) for n in div.iter(f"{_TEI}note") if n.get("type") == "source"), "")
    filed = _FILE.search(note)
    lists = [each for each in div.findall(f"{_TEI}list") if each.get("type") == "subject"]
    subject = next((_words(item) for each in lists for item in each.findall(f"{_TEI}item")), "")
    place = next((_words(p) for p in div.iter(f"{_TEI}placeName")), "")
    return Edition(
        genre,
        f"{volume}/{div.get(_ID)}",
        dt.date.fromisoformat(when[1]),
        dt.time.fromisoformat(when[2]) if when[2] else None,
        place,
        subject if 8 < len(subject) < 110 else "",
        number,
        filed[1] if filed else "",
        tuple(paragraphs),
    )


def _words(element: etree._Element, *, notes: bool = False) -> str:
    """The words of an element as a typewriter has them, footnotes left out."""
    parts: list[str] = []

    def walk(node: etree._Element, *, top: bool) -> None:
        comment = not isinstance(node.tag, str)
        if not comment and (top or notes or node.tag != f"{_TEI}note"):
            parts.append(node.text or "")
            for child in node:
                walk(child, top=False)
        if not top:
            parts.append(node.tail or "")

    walk(element, top=True)
    typed = unicodedata.normalize("NFKD", "".join(parts).translate(_TYPED))
    return " ".join(typed.encode("ascii", "ignore").decode().split())


def _own_number(paragraphs: list[str]) -> tuple[str, list[str]]:
    found = _OWN_NUMBER.match(paragraphs[0]) if paragraphs else None
    if not found or int(found[1]) < 12:
        return "", paragraphs
    return found[1], [paragraphs[0][found.end() :], *paragraphs[1:]]


def _letter_body(paragraphs: list[str]) -> list[str]:
    """Without salutation and close, which the layout sets anew."""
    if paragraphs:
        paragraphs = [_SALUTE.sub("", paragraphs[0]), *paragraphs[1:]]
    while paragraphs and (_PARTING.match(paragraphs[-1]) or not paragraphs[-1]):
        paragraphs.pop()
    return paragraphs if paragraphs and paragraphs[0] else paragraphs[1:]
