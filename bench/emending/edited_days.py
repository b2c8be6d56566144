"""Days that a text gives in relation to its own ("on Tuesday", "tomorrow"), as a volume's editors resolve them.

A pair is made where a footnote that is a day and nothing before it ("January 28.", "July 17, 1958. ...") is anchored at
most six words behind a day of the week or a word such as tomorrow. The editor's day is the truth; its year is that in
which it lies nearest to the paper. The first five of a volume (`build`) may be looked at; of the others (`score`) only
counts are printed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

TEI, XML_ID = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}id"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SAID = re.compile(
    rf"\b((?:(?:on|next|last|this|by|until|coming)\s+){{0,2}}{WEEKDAY}(?:[’']s)?(?:\s+(?:morning|afternoon|evening|night))?"
    r"|tomorrow|yesterday|today|tonight|last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening))\W*(?:\w+\W+){0,6}$",
    re.IGNORECASE,
)
MONTHS = tuple(month.lower() for month in calendar.month_name[1:])
DAY = re.compile(rf"^\W*(?:on\s+)?({'|'.join(MONTHS)})\s+(\d+)(?:,\s+(19\d\d))?\W*(?:$|\.)", re.IGNORECASE)
SHOWN, KEPT = 5, 240


@dataclass(frozen=True, slots=True)
class EditedDay:
    """`before` is the text up to the footnote, `said` the words in it that the footnote explains."""

    volume: str
    document: str
    own: dt.date
    before: str
    said: str
    day: dt.date
    part: str


def edited_days(volumes: Sequence[Path]) -> Iterator[EditedDay]:
    """Every pair of the volumes, in their order."""
    for path in volumes:
        root = etree.parse(str(path), etree.XMLParser(huge_tree=True, recover=True)).getroot()
        found = [
            each for div in root.iter(f"{TEI}div") if div.get("type") == "document" for each in _of(path.stem, div)
        ]
        for n, each in enumerate(found):
            yield EditedDay(*each, part="build" if n < SHOWN else "score")


def _of(volume: str, div: etree._Element) -> Iterator[tuple[str, str, dt.date, str, str, dt.date]]:
    own = _own_day(div)
    for note in div.iter(f"{TEI}note"):
        told = DAY.match(" ".join(_words(note).split()))
        if own is None or told is None or note.get("type") == "source":
            continue
        before, said = _before(note), SAID.search(_before(note))
        if said:
            yield volume, div.get(XML_ID, ""), own, before[-KEPT:], said[1], _nearest(told, own)


def _before(note: etree._Element) -> str:
    """The text of the note's own element before it, without what other notes say."""
    parent = note.getparent()
    if parent is None:
        return ""
    words = [parent.text or ""]
    for each in parent:
        if each is note:
            break
        words += ["" if each.tag == f"{TEI}note" else _words(each), each.tail or ""]
    return " ".join("".join(words).split())


def _own_day(div: etree._Element) -> dt.date | None:
    for date in div.iter(f"{TEI}date"):
        when = re.match(r"\d{4}-\d\d-\d\d", date.get("when") or "")
        if when:
            return dt.date.fromisoformat(when[0])
    return None


def _nearest(told: re.Match[str], own: dt.date) -> dt.date:
    month, day = MONTHS.index(told[1].lower()) + 1, int(told[2])
    years = [int(told[3])] if told[3] else [own.year - 1, own.year, own.year + 1]
    return min((dt.date(year, month, day) for year in years), key=lambda each: abs(each - own))


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())
