"""Entries for FRUS papers as another hand would write them in a calendar; nothing of `onionskin` is used.

An entry is made from what the edition prints over a paper, in other words: the city for the country, surnames alone,
`Memcon`, `Tel.`, other forms of dates; a subject from the names and long words of the paper's beginning. It has the
mistakes that calendars have: a day that is one off, two digits of a number or of a file number exchanged, a level left
out. The draw is seeded by the paper's own id, so that the same papers give the same entries; half of them (`is_scored`)
is for scoring alone.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
DAY = re.compile(rf"({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})")
FILE = re.compile(r"\b\d{3}[A-Z]?\.\d[\dA-Z]*/\d{1,2}[–-]\d{3,4}\b")
LEVEL = re.compile(r"\b(Top Secret|Secret|Confidential|Official Use Only|Limited Official Use)\b")
NUMBER = re.compile(r"\A(\d{1,5})\. ")
PARTIES = re.compile(r"\bFrom (?:the )?(?P<sender>.+?) to (?:the )?(?P<receiver>.+)\Z")
BETWEEN = re.compile(r"\bBetween (?:the )?(?P<one>.+?) and (?:the )?(?P<two>.+?)(?:, [A-Z][\w ]+, [A-Z].*)?\Z")
HOLDER = re.compile(r"\(([A-Z][\w.’'-]+)\)")
CITIES = {
    "Lebanon": "Beirut",
    "Egypt": "Cairo",
    "Israel": "Tel Aviv",
    "Jordan": "Amman",
    "Germany": "Bonn",
    "Soviet Union": "Moscow",
    "United Kingdom": "London",
    "France": "Paris",
    "United Nations": "USUN",
    "India": "New Delhi",
    "Pakistan": "Karachi",
    "Vietnam": "Saigon",
    "Iraq": "Baghdad",
    "Turkey": "Ankara",
    "Saudi Arabia": "Jidda",
    "Thailand": "Bangkok",
    "Laos": "Vientiane",
    "Yugoslavia": "Belgrade",
    "Nepal": "Kathmandu",
    "Afghanistan": "Kabul",
    "China": "Taipei",
    "Japan": "Tokyo",
    "Ceylon": "Colombo",
    "Cambodia": "Phnom Penh",
    "Burma": "Rangoon",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry for the paper `of` (`frus1961-63v05/d12`): the year of its chapter, and its head without the number."""

    of: str
    year: int
    head: str

    @property
    def is_scored(self) -> bool:
        """Whether it belongs to the half that nobody looks at while building."""
        return hashlib.sha256(self.of.encode()).digest()[0] % 2 == 0


def entries(volumes: list[Path], count: int) -> list[Entry]:
    """Entries for `count` papers of the volumes: those whose ids have the smallest hashes."""
    every = [each for volume in volumes for each in _of_volume(volume)]
    return sorted(every, key=lambda each: hashlib.sha256(f"entry {each.of}".encode()).hexdigest())[:count]


def as_volume(made: list[Entry]) -> bytes:
    """The entries as a TEI calendar, a chapter a year."""
    parts = ['<?xml version="1.0" encoding="utf-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>']
    n = 0
    for year in sorted({each.year for each in made}):
        parts.append(f'<div type="chapter"><head>Papers of {year}</head>')
        for each in made:
            if each.year == year:
                n += 1
                parts.append(f'<div type="document" xml:id="d{n}"><head>{n}. {escape(each.head)}</head></div>')
        parts.append("</div>")
    return "".join([*parts, "</body></text></TEI>"]).encode()


def in_order(made: list[Entry]) -> list[Entry]:
    """The entries in the order of `as_volume`."""
    return [each for year in sorted({each.year for each in made}) for each in made if each.year == year]


def _of_volume(path: Path) -> Iterator[Entry]:
    root = etree.parse(str(path), etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)).getroot()
    for division in root.iter(f"{TEI}div"):
        if division.get("type") == "document" and division.get(ID):
            made = _entry(f"{path.stem}/{division.get(ID)}", division)
            if made is not None:
                yield made


def _entry(of: str, division: etree._Element) -> Entry | None:
    head = division.find(f"{TEI}head")
    dateline = next(division.iter(f"{TEI}dateline"), None)
    note = next((_words(each) for each in division.iter(f"{TEI}note") if each.get("type") == "source"), "")
    texts = [_words(each, notes=False) for each in division.iter(f"{TEI}p")]
    texts = [each for each in texts if each and not each.startswith("Source:")]
    day = DAY.search(_words(dateline, notes=False)) if dateline is not None else None
    if head is None or day is None or not texts:
        return None
    hand = random.Random(of)
    title = re.sub(r"\A\d+[A-Za-z]?\. ", "", _words(head, notes=False))
    genre = _genre(title, texts[0], hand)
    if genre is None:
        return None
    on = date(int(day[3]), MONTHS.index(day[1]) + 1, int(day[2]))
    if hand.random() < 0.05:
        on += timedelta(days=hand.choice((-1, 1)))
    printed = f"{MONTHS[on.month - 1]} {on.day}" + (f", {on.year}" if hand.random() < 0.5 else "")
    level = LEVEL.search(note)
    parts = [f"{genre}, {printed}", _subject(texts, hand)]
    if level is not None and hand.random() > 0.1:
        parts.append(level[1])
    parts.append(f"{hand.randint(1, 6)} pp")
    file = FILE.search(note)
    if file is not None and hand.random() > 0.1:
        parts.append(f"DOS, CF, {_misprinted(file[0], hand) if hand.random() < 0.05 else file[0]}")
    return Entry(of, on.year, ". ".join(parts) + ".")


def _genre(title: str, text: str, hand: random.Random) -> str | None:
    """`Telegram 1207 from Cairo`, `Memcon between Rusk and Malik`; None for papers of other kinds."""
    kind = title.split(" ", maxsplit=1)[0].lower()
    parties = PARTIES.search(title)
    if kind == "telegram" and parties is not None:
        number = NUMBER.match(text)
        if number is None:
            return None
        told = _misprinted(number[1], hand) if hand.random() < 0.04 else number[1]
        noun = hand.choice(("Telegram", "Telegram", "Tel."))
        if "Department of State" in parties["sender"]:
            return f"{noun} {told} to {_post(parties['receiver'])}"
        return f"{noun} {told} from {_post(parties['sender'])}"
    if kind in {"letter", "memorandum"} and parties is not None and "Conversation" not in title:
        noun = "Letter" if kind == "letter" else "Memorandum"
        return f"{noun} from {_person(parties['sender'])} to {_person(parties['receiver'])}"
    if "Conversation" in title:
        between = BETWEEN.search(title)
        noun = hand.choice(("Memorandum of conversation", "Memorandum of conversation", "Memcon"))
        return noun + (f" between {_person(between['one'])} and {_person(between['two'])}" if between else "")
    return None


def _post(words: str) -> str:
    country = next((each for each in CITIES if each in words), None)
    return CITIES[country] if country else re.sub(r"\A.*\b(?:in|at|to) (?:the )?", "", words)


def _person(words: str) -> str:
    held = HOLDER.search(words)
    return held[1] if held else " ".join(words.split(",", maxsplit=1)[0].split()[-2:]).removeprefix("State ")


def _subject(texts: list[str], hand: random.Random) -> str:
    """Names and long words of the paper's beginning, put together in another order."""
    names = re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", " ".join(texts)[:3000])
    words = re.findall(r"\b[a-z]{8,}\b", " ".join(texts)[:3000])
    some = list(dict.fromkeys(names))[:3]
    more = list(dict.fromkeys(words))
    hand.shuffle(more)
    about = " and ".join(some) or "situation"
    return f"{hand.choice(('Views', 'Report', 'Discussion', 'Comments'))} on {about}: {', '.join(more[:3])}"


def _misprinted(number: str, hand: random.Random) -> str:
    """Two neighbouring digits exchanged."""
    places = [n for n in range(len(number) - 1) if number[n].isdigit() and number[n + 1].isdigit()]
    if not places:
        return number
    at = hand.choice(places)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _words(element: etree._Element, *, notes: bool = True) -> str:
    """The words of an element, without those of its footnotes where they are not wanted."""
    if notes:
        return " ".join("".join(str(part) for part in element.itertext()).split())
    return " ".join("".join(_outside_notes(element)).split())


def _outside_notes(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != f"{TEI}note":
            yield from _outside_notes(child)
        yield child.tail or ""
