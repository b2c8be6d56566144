"""Who drafted a paper, as the markup of an edition's source note tells it: the names behind `Drafted by`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from bench.tally import Tally
from bench.truth.choose import source_note

PERSON = "{http://www.tei-c.org/ns/1.0}persName"
DRAFTED = re.compile(r"\b(?:[Dd]rafted|[Dd]rated)\b(?:(?! in )[^.;])*?\bby\b")
ENDED = re.compile(
    r"[;(]|(?<!\b[A-Z])\.(?=\s|\Z)|,? (?:and )?(?:was |were )?(?:cleared|approved|concurred|revised|initialed|sent"
    r"|typed|signed|transmitted|read|on|at|in|with|who|which|from|for|reviewed|authorized|edited|redrafted)\b"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """Surnames that the markup gives as persons: those who drafted, and the others of the note."""

    drafters: frozenset[str]
    others: frozenset[str]


def marked(document: etree._Element) -> Marked | None:
    """The persons of a document's source note; None where it names no drafter that is marked up as one."""
    note = source_note(document)
    if note is None:
        return None
    text, persons = _flat(note)
    stretches = []
    for said in DRAFTED.finditer(text):
        end = ENDED.search(text, said.end())
        stretches.append((said.start(), end.start() if end else len(text)))
    inside = {name for at, name in persons if any(start <= at < end for start, end in stretches)}
    outside = {name for _, name in persons} - inside
    return Marked(frozenset(inside), frozenset(outside)) if inside else None


def tally(there: Marked, read: set[str]) -> Tally:
    """Drafters read; too many are only those whom the note names for something else: not every person is marked up."""
    surnames = {surname(each) for each in read}
    right = len(there.drafters & surnames)
    return Tally(right, len(surnames & there.others), len(there.drafters) - right)


def surname(name: str) -> str:
    """The last word, in small letters, without `Jr.`."""
    words = re.sub(r",? (?:jr|sr|ii|iii)\.?$", "", " ".join(name.split()), flags=re.IGNORECASE).split()
    return words[-1].casefold().strip(".,") if words else ""


def _flat(note: etree._Element) -> tuple[str, list[tuple[int, str]]]:
    """The note's text, spaces folded, and where each person begins in it."""
    text, persons = "", list[tuple[int, str]]()
    for event, element in etree.iterwalk(note, events=("start", "end")):
        if event == "start":
            if element.tag == PERSON:
                persons.append((len(text), surname("".join(str(each) for each in element.itertext()))))
            text += re.sub(r"\s+", " ", element.text or "")
        elif element is not note:
            text += re.sub(r"\s+", " ", element.tail or "")
    return text, persons
