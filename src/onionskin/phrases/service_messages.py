"""Messages of commands, services and attachés: `MACV 3344 DTG 030455Z`, `USARMA's CX-332`, `the Army Attaché's C-18`.

They bear the sender's number, with letters of his before it, or no more than a date-time group. Senders are known ones
(`lexicon/service_senders.toml`); of an attaché in words the number must have its letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onionskin import lexicon
from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.damage import DASH
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.number_leads import LEAST_YEAR, MOST_YEAR
from onionskin.phrases.numbered import dated_behind
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.record.references import ReferenceKind

NOUN = (
    r"(?:(?P<noun>message|msg|telegram|tel|cable|report|MESSAGE|MSG|TELEGRAM|CABLE|REPORT|Message)s?\s+)?"
    r"(?:(?:DTG\s+)?(?:[Nn]o\.|NR|NO\.?)\s*)?"
)
LETTERS = rf"(?P<letters>[A-Z]{{1,5}})[\s{DASH}]"
NUMBER = r"(?P<number>\d{2,6}(?:-\d{2})?)(?![\dA-Za-z]|[.,:/]\d|-[a-z\d]|%)"
GROUP = r"(?:,?\s+(?:DTG\s?)?(?P<group>[0-3]\d[0-2]\d[0-5]\dZ)(?![A-Za-z0-9]))?"
ATTACHE = re.compile(
    rf"(?:(?P<service>(?i:army|naval|navy|air|military|defense))\s+)?(?i:attach[eé])(?:['’][sS])?\s+(?!(?i:report)){NOUN}{LETTERS}{NUMBER}{GROUP}"
)
"""`Army Attaché's C-18`, `Attaché report C-107-65`."""
LETTERED = re.compile(rf" (?P<letters>CX?)[\s{DASH}]{NUMBER}{GROUP}")
CALLED = re.compile(r"(?<![A-Za-z])(?:message|telegram|cable)\Z", re.IGNORECASE)
"""`message C-44`."""
A_GROUP = re.compile(r"[0-3]\d[0-2]\d[0-5]\dZ(?![A-Za-z0-9])")
OWNED = re.compile(r"(?<![A-Za-z])(?:your|our|my)\s+(?:(?:message|msg|telegram|cable)\s+)?(?:DTG\s+)?\Z", re.IGNORECASE)
"""Before a group: `your DTG 041530Z`."""
CAPITALS = re.compile(r"[A-Z]{2,14}(?![A-Za-z0-9.,])")
REST = re.compile(rf"(?P<own>['’][sS]?)?[\s{DASH}]{NOUN}(?:{LETTERS})?{NUMBER}{GROUP}")
"""What may follow a sender."""
BEHIND = re.compile(r"(?P<gap>[ \t]*)(?P<word>[A-Za-z]*)")
NO_LETTERS = frozenset({"in", "no", "to"})
"""`DA IN 260521` is the number that a message was given on receipt."""
LEAST = 3
"""Digits of a number behind the bare title: `SHAPE 12` is none."""


def find_service_messages(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Every such message; a group that stands behind the number belongs to it."""
    text = passage.text
    senders = _senders()
    for sender in CAPITALS.finditer(text):
        if sender[0] in senders and not text[max(0, sender.start() - 1) : sender.start()].isalnum():
            m = REST.match(text, sender.end())
            if m is not None and _is_sound(text, m):
                yield _found(passage, m, sender[0], sender.start())
    for at in passage.positions("attach"):
        start = text.rfind(" ", 0, max(0, at - 1)) + 1
        own = ATTACHE.match(text, start) or ATTACHE.match(text, at)
        if own is not None:
            service = f"{own['service'].capitalize()} " if own["service"] else ""
            yield _found(passage, own, f"{service}Attaché", own.start())
    for m in LETTERED.finditer(text):
        called = CALLED.search(text, max(0, m.start() - 9), m.start())
        if called is not None:
            yield _found(passage, m, None, called.start())
    for group in A_GROUP.finditer(text):
        owned = OWNED.search(text, max(0, group.start() - 24), group.start())
        if owned is not None:
            cited = CitedPaper(ReferenceKind.MESSAGE, group[0])
            yield found_in(text, owned.start(), group.end(), cited, confidence=0.85)


def _is_sound(text: str, m: re.Match[str]) -> bool:
    """Whether the number is a message's, not an amount or a year: `SHAPE 685 men`, `OSD 1962 study`."""
    if m["group"]:
        return True
    if (m["letters"] or "").lower() in NO_LETTERS | names_of("precedences", "levels", "months"):
        return False
    if m["letters"] or m["noun"]:
        return True
    number = m["number"]
    year = len(number) == 4 and LEAST_YEAR <= int(number) <= MOST_YEAR
    behind = BEHIND.match(text, m.end())
    word = behind["word"] if behind and behind["gap"] else ""
    ordinary = word[:1].islower() and word not in word_class("behind-a-telegram")
    month = word.lower() in names_of("months") and len(number) <= 2
    least = 2 if m["own"] else LEAST
    return len(number) >= least and not year and not ordinary and not month and word.lower() not in word_class("units")


def _found(passage: Passage, m: re.Match[str], sender: str | None, start: int) -> Found[CitedPaper]:
    dated = dated_behind(passage, m.end())
    day = dated.value if dated else None
    cited = CitedPaper(ReferenceKind.TELEGRAM, m["number"], m["letters"], sender, date=edtf_of(day), day=day)
    return found_in(passage.text, start, m.end(), cited, confidence=0.85)


@cache
def _senders() -> frozenset[str]:
    return frozenset(entry.name for entry in lexicon.entries("service_senders"))
