"""Wording and facts from the printed edition: what was said, by whom, to whom, when.

The edition prints no layout, so nothing here says how a paper looked. Only what the forms need is taken over, and
papers whose wording would itself look like a part of a form (captions in the first line, the edition's own brackets)
are left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Literal

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

Genre = Literal["outgoing", "incoming", "letter", "memorandum", "conversation"]

_GENRES: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    ("outgoing", re.compile(r"Telegram From the Department of State to the (Embassy|Consulate|Mission)")),
    ("incoming", re.compile(r"Telegram From the (Embassy|Consulate|Mission) .*to the Department of State")),
    ("letter", re.compile(r"Letter From ")),
    ("conversation", re.compile(r"Memorandum of (a )?Conversation")),
    ("memorandum", re.compile(r"Memorandum From ")),
)

_TYPEWRITER = str.maketrans({"\u2014": "--", "\u2013": "-", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})

_LIKE_A_FORM = re.compile(
    r"^(eyes|for |from |to |re[: f]|ref|subj|topic|limit|exdis|nodis|literally|personal|pass|dep(t|artment) pass|note"
    r"|top secret|secret|confidential|action|info|department of state|sent|\()|not declassified|\[|\bpage \d",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(subj(ect)?|re|refs?):|\b(eyes only|limdis|exdis|nodis)\b", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"^(?P<number>\d{1,4})\. ")
_SALUTATION = re.compile(r"^(?P<words>my dear|dear) (?P<name>[^:]{2,40}):\s*", re.IGNORECASE)
_CLOSE = re.compile(r"sincerely|yours|regards|wishes|respectfully|faithfully|cordially", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2})(?::(\d\d))?\s*([ap])\.?m", re.IGNORECASE)

SHORTEST, LONGEST = 350, 6_000
"""Characters of a text that a form takes on one to four pages."""

SHORT_CLOSE = 60
"""Characters a formal close has at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the edition tags one: the words printed and the last name in them."""

    printed: str
    surname: str


@dataclass(frozen=True, slots=True)
class Text:
    """One printed document: its wording in typewriter characters, and the facts of its head and dateline.

    `post` is the seat of the embassy at the other end of a telegram ("Moscow"), `hour` the clock time of the dateline
    where there is one, `people` the participants of a conversation that the edition tags.
    """

    source: str
    genre: Genre
    day: date
    paragraphs: tuple[str, ...]
    hour: time | None = None
    post: str = ""
    number: str = ""
    sender: Person | None = None
    recipient: Person | None = None
    signer: str = ""
    salutation: str = ""
    subject: str = ""
    people: tuple[Person, ...] = ()


class NoTextsError(Exception):
    """The edition is not where the benchmark looks for it."""


def texts(data_root: Path) -> dict[Genre, tuple[Text, ...]]:
    """All usable documents by genre, in the order of volume and document; NoTextsError when there are none."""
    volumes = sorted((data_root / "frus").glob("frus*.xml"))
    found: dict[Genre, list[Text]] = {genre: [] for genre, _ in _GENRES}
    for volume in volumes:
        tree = etree.parse(volume, etree.XMLParser(remove_comments=True, remove_pis=True))
        documents = [div for div in tree.iter(f"{TEI}div") if div.get("type") == "document"]
        seats = _seats(documents)
        for div in documents:
            text = _text(volume.stem, div, seats)
            if text is not None:
                found[text.genre].append(text)
    if not any(found.values()):
        folder = data_root / "frus"
        raise NoTextsError(
            f"No volumes of Foreign Relations in {folder}. Give the folder above frus/*.xml with --data."
        )
    return {genre: tuple(each) for genre, each in found.items()}


def _text(volume: str, div: etree._Element, seats: dict[str, str]) -> Text | None:
    head = div.find(f"{TEI}head")
    when = next(div.iter(f"{TEI}date"), None)
    if head is None or when is None:
        return None
    title = _words(head)
    genre = next((genre for genre, pattern in _GENRES if pattern.search(title)), None)
    day = (when.get("when") or when.get("from") or "")[:10]
    if genre is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        return None
    paragraphs = [_words(p) for p in div.findall(f"{TEI}p")]
    number, salutation = "", ""
    if genre in {"outgoing", "incoming"} and paragraphs and (opening := _OWN_NUMBER.match(paragraphs[0])):
        number, paragraphs[0] = opening["number"], paragraphs[0][opening.end() :]
    if genre == "letter":
        salutation = _open_letter(paragraphs)
        close = (at for at, each in enumerate(paragraphs) if len(each) < SHORT_CLOSE and _CLOSE.search(each))
        del paragraphs[next(close, len(paragraphs)) :]
    if not _usable(paragraphs) or (genre == "letter" and not salutation):
        return None
    signed = next((_words(each) for each in div.iter(f"{TEI}signed")), "")
    glosses = [_words(each) for each in head.iter(f"{TEI}gloss") if each.get("type") in {"from", "to"}]
    mission = next((each for each in glosses if " in " in each), "")
    hour = _HOUR.search(_words(when))
    return Text(
        source=f"{volume}/{div.get(XML_ID)}",
        genre=genre,
        day=date.fromisoformat(day),
        paragraphs=tuple(paragraphs),
        hour=_clock(hour) if hour else None,
        post=seats.get(mission, ""),
        number=number,
        sender=_tagged(head, "from"),
        recipient=_tagged(head, "to"),
        signer=signed if re.fullmatch(r"[A-Z][a-z]+", signed) else "",
        salutation=salutation,
        subject=_item(div, "subject"),
        people=_participants(div),
    )


def _seats(documents: list[etree._Element]) -> dict[str, str]:
    """Where each mission sits, by the datelines of its own telegrams: "Embassy in the Soviet Union" -> "Moscow"."""
    seats: dict[str, str] = {}
    for div in documents:
        head, place = div.find(f"{TEI}head"), next(div.iter(f"{TEI}placeName"), None)
        if head is None or place is None:
            continue
        for gloss in head.iter(f"{TEI}gloss"):
            if gloss.get("type") == "from" and " in " in _words(gloss):
                seats.setdefault(_words(gloss), _words(place))
    return seats


def _words(element: etree._Element) -> str:
    """The element's text without notes, white space folded, in the characters of an American typewriter."""
    whole = " ".join("".join(_pieces(element)).split()).translate(_TYPEWRITER)
    return unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode("ascii")


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != f"{TEI}note":
            yield from _pieces(child)
        yield child.tail or ""


def _open_letter(paragraphs: list[str]) -> str:
    """Takes the salutation off the first paragraph: "DEAR MR. GROMYKO: Upon return" -> "Dear Mr. Gromyko:"."""
    opening = _SALUTATION.match(paragraphs[0]) if paragraphs else None
    if opening is None:
        return ""
    paragraphs[0] = paragraphs[0][opening.end() :]
    if not paragraphs[0]:
        paragraphs.pop(0)
    name = opening["name"].title() if opening["name"].isupper() else opening["name"]
    return f"{opening['words'].capitalize()} {name}:"


def _usable(paragraphs: list[str]) -> bool:
    if not SHORTEST <= sum(len(each) for each in paragraphs) <= LONGEST:
        return False
    # A first or last line that is no sentence is a list of names, or a signature that the edition has no tag for.
    ends = (paragraphs[0], paragraphs[-1])
    if any(each[-1:] not in {".", "?", "!", ":", '"'} for each in ends) or _HEADED.search(paragraphs[0]):
        return False
    return not any(_LIKE_A_FORM.search(each) or not each for each in paragraphs)


def _clock(hour: re.Match[str]) -> time | None:
    hours, minutes = int(hour[1]) % 12 + (12 if hour[3].lower() == "p" else 0), int(hour[2] or 0)
    return time(hours, minutes) if minutes < 60 else None


def _person(element: etree._Element) -> Person | None:
    printed = re.sub(r",? (Jr|Sr)\.?$", "", _words(element))
    surname = printed.split()[-1] if printed else ""
    return Person(printed, surname) if re.fullmatch(r"[A-Z][A-Za-z'-]{2,}", surname) else None


def _tagged(head: etree._Element, end: str) -> Person | None:
    return next((_person(each) for each in head.iter(f"{TEI}persName") if each.get("type") == end), None)


def _items(div: etree._Element, kind: str) -> Iterator[etree._Element]:
    for each in div.iter(f"{TEI}list"):
        if each.get("type") == kind:
            yield from each.iter(f"{TEI}item")


def _item(div: etree._Element, kind: str) -> str:
    items = [_words(each) for each in _items(div, kind)]
    return items[0] if len(items) == 1 else ""


def _participants(div: etree._Element) -> tuple[Person, ...]:
    """Each participant's whole line, where one person is tagged in it."""
    people = []
    for item in _items(div, "participants"):
        tagged = [_person(each) for each in item.iter(f"{TEI}persName")]
        if len(tagged) == 1 and tagged[0] is not None:
            people.append(Person(_words(item), tagged[0].surname))
    return tuple(people)
