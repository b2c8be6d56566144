"""The known record: entries of calendars, edited texts and other copies of the paper at hand.

What speaks for two records being of one paper, and what against, is weighed as a historian would: the day, the number,
who wrote to whom, the words of the text. Weights are logarithms of odds; those of one source compete with one another,
since a calendar or an edition has a paper once, and with the possibility that it has none of them.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onionskin.linking.cards import card_of
from onionskin.linking.fingerprints import fingerprint
from onionskin.linking.holdings import Card, Holdings, key
from onionskin.linking.judging import days_between
from onionskin.record.document import Document
from onionskin.record.references import SameAs, SameAsRelation

VERSION = "3"
SURE = 0.9
"""From this score on a match is said with confidence."""
POSSIBLE = 0.15
MOST = 5
ENOUGH_PRINTS = 12
"""Fewer keys than this in a text say nothing by being absent, and are never enough alone: a sentence stands in many."""
FEW_SHARED = 3
QUOTED = 0.7
"""A record that has less of the text than this part of what another has only quotes it, or is quoted."""
UNTOLD = 0.85
"""The most where nothing tells the paper from another that the same people wrote on the same day."""
NAMED_IN_SUBJECT = 0.8
"""What each word of another's subject is worth that stands in the subject, or names an end, of a paper without text."""
REFUTES = -5.0
"""What is worth less speaks so much against a match that it is never said with confidence."""
NONE_OF_THEM = 1.0
"""The weight of there being no such record."""
GENERAL = -6.5
"""What is known of a record before anything is compared: it is one of many."""
WORD = re.compile(r"[^\W\d_]{4,}")
VAGUE = frozenset({"other", "form", "cover-sheet"})
"""Kinds that say little: any paper may have been taken for one of them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One comparison: what it is worth and, where it is worth telling, in words."""

    worth: float
    reason: str = ""
    telling: bool = False
    """Whether it tells this paper from others that the same people wrote to one another on the same day."""


def match(document: Document, holdings: Holdings) -> Document:
    """The record with the records that may be of the same paper, best first, added to its `same_as`."""
    own = card_of(document)
    prints = fingerprint(document.text.reading)
    words = frozenset(word.casefold() for word in WORD.findall(document.text.reading))
    weighed: defaultdict[str, list[Weighed]] = defaultdict(list)
    near = list(_candidates(own, prints, holdings))
    most = max((shared for _, shared in near), default=0)
    for card, shared in near:
        facts = [_text(card, shared, len(prints), most), *compared(own, card, words)]
        weight = math.exp(min(GENERAL + sum(fact.worth for fact in facts), 50.0))
        reasons = tuple(fact.reason for fact in facts if fact.reason and fact.worth > 0)
        against = tuple(f"but {fact.reason}" for fact in facts if fact.reason and fact.worth < 0)
        telling = any(fact.telling for fact in facts) and all(fact.worth > REFUTES for fact in facts)
        weighed[card.source].append(Weighed(weight, card, reasons + against, telling))
    ranked = sorted(_scored(weighed), key=lambda each: (-each[1].score, -each[0], each[1].record))[:MOST]
    known = {same.record for same in document.same_as}
    added = tuple(same for _, same in ranked if same.record not in known)
    return replace(document, same_as=(*document.same_as, *added)) if added else document


@dataclass(frozen=True, slots=True)
class Weighed:
    """A record with the odds that it is of the paper at hand."""

    weight: float
    card: Card
    reasons: tuple[str, ...]
    telling: bool


def _scored(weighed: Mapping[str, Sequence[Weighed]]) -> Iterator[tuple[float, SameAs]]:
    """Those that are possible, with their weight."""
    for those in weighed.values():
        whole = NONE_OF_THEM + sum(each.weight for each in those)
        for each in those:
            score = round(min(each.weight / whole, 1.0 if each.telling else UNTOLD), 2)
            if score >= POSSIBLE:
                yield each.weight, SameAs(each.card.record, SameAsRelation.SAME_PAPER, score, each.reasons)


def match_keys(card: Card) -> Iterator[int]:
    """Keys by which a record is found that may be of the same paper: its day with its kind, its ends, its writers."""
    day = card.day
    if len(day) < len("1962-11-17"):
        return
    yield key("of", day, card.kind)
    for end in (card.sender, *card.receivers, *card.writers, *card.addressees):
        if end:
            yield key("with", day, end)


def _candidates(own: Card, prints: Sequence[int], holdings: Holdings) -> Iterator[tuple[Card, int]]:
    """Records of other sources that share words, or that are of the same days and have something else in common."""
    near = {card.record: (card, shared) for card, shared in holdings.near(prints, least=FEW_SHARED)}
    keys = [each for day in _days_about(own.day) for each in match_keys(replace(own, date=day))]
    if own.number and own.year:
        keys.append(key("number", own.number, own.year))
    for card, _ in holdings.near(keys):
        near.setdefault(card.record, (card, 0))
    for card, shared in near.values():
        if card.source != own.source and card.record != own.record:
            yield card, shared


def _days_about(day: str) -> Iterator[str]:
    """The day, the one before and the one after: a telegram is of another day where it is received."""
    try:
        middle = date.fromisoformat(day)
    except ValueError:
        return
    yield from ((middle + timedelta(days=n)).isoformat() for n in (0, -1, 1))


def compared(own: Card, card: Card, words: frozenset[str]) -> Iterator[Fact]:
    """What speaks for the two being one paper, and against, beside the text; `words` are those of the paper at hand."""
    yield _day(own, card)
    yield _kind(own, card)
    yield _number(own, card)
    yield from _people(own, card)
    yield _file(own, card)
    yield _subject(own, card, words)
    if own.level and card.level:
        yield Fact(0.6 if own.level == card.level else -0.8)
    if own.pages and card.pages:
        yield Fact(0.5 if own.pages == card.pages else -0.8 if abs(own.pages - card.pages) > 2 else 0.0)


def _text(card: Card, shared: int, prints: int, most: int) -> Fact:
    """By how much of the text's beginning stands in both; where another record has far more of it, this one quotes."""
    least = min(prints, card.prints)
    if not least:
        return Fact(0.0)
    part = shared / least
    told = f"{shared} of {least} pairs of words of the beginning stand in both"
    if shared >= FEW_SHARED and shared < QUOTED * most:
        return Fact(1.0, f"a passage stands in both ({told})")
    if shared >= 2 * FEW_SHARED and part >= 0.3:
        return Fact(11.0, told, telling=least >= ENOUGH_PRINTS)
    if shared >= FEW_SHARED and part >= 0.12:
        return Fact(7.0, told, telling=True)
    if least >= ENOUGH_PRINTS:
        return Fact(-7.0, "the texts begin otherwise")
    return Fact(0.0)


def _day(own: Card, card: Card) -> Fact:
    apart = days_between(own.day, card.day)
    if apart is None:
        one, other = sorted((own.day, card.day), key=len)
        return Fact(0.5 if one and other.startswith(one) else 0.0 if not one else -3.0)
    if apart == 0:
        return Fact(5.0, f"both are of {own.day}")
    if abs(apart) == 1:
        return Fact(2.5, f"of {own.day} and {card.day}")
    return Fact(-4.0, f"one is of {own.day}, the other of {card.day}")


def _kind(own: Card, card: Card) -> Fact:
    if own.kind in VAGUE or card.kind in VAGUE:
        return Fact(0.0)
    return Fact(1.0) if own.kind == card.kind else Fact(-3.0, f"one is a {own.kind}, the other a {card.kind}")


def _number(own: Card, card: Card) -> Fact:
    if not own.number or not card.number:
        return Fact(0.0)
    if own.number == card.number:
        return Fact(4.5, f"both have the number {own.number}", telling=True)
    return Fact(_apart(own.number, card.number), f"one has the number {own.number}, the other {card.number}")


def _apart(one: str, other: str) -> float:
    """What it says against a match that numbers differ: little for two digits exchanged or one misread."""
    if sorted(one) == sorted(other):
        return -1.0
    misread = len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return -3.0 if misread else -9.0


def _people(own: Card, card: Card) -> Iterator[Fact]:
    """Posts and persons at either end; of a conversation, who took part."""
    if own.kind == card.kind == "memorandum-of-conversation":
        yield _end(own.writers, card.writers, "conversations with", 2.5)
        return
    yield _end((own.sender,), (card.sender,), "from", 1.5)
    yield _end(own.receivers, card.receivers, "to", 1.5)
    yield _end(own.writers, card.writers, "written by", 2.5)
    yield _end(own.addressees, card.addressees, "addressed to", 2.5, against=6.0)


def _end(ones: Sequence[str], others: Sequence[str], word: str, worth: float, against: float = 0.0) -> Fact:
    here, there = set(ones) - {""}, set(others) - {""}
    if not here or not there:
        return Fact(0.0)
    common = here & there
    if common:
        return Fact(worth, f"both are {word} {', '.join(sorted(each.title() for each in common))}")
    told = [", ".join(sorted(each.title() for each in those)) for those in (here, there)]
    return Fact(-(against or 1.5 * worth), f"one is {word} {told[0]}, the other {told[1]}")


def _file(own: Card, card: Card) -> Fact:
    one, other = (re.sub(r"[\W_]", "", each.file_number).casefold() for each in (own, card))
    if not one or not other:
        return Fact(0.0)
    return Fact(2.0, f"both lie under {own.file_number}") if one == other else Fact(-0.5)


def _subject(own: Card, card: Card, words: frozenset[str]) -> Fact:
    """How many words of the other's subject stand in this paper; where that has no text, in its own subject, or name
    those who wrote it or took part.
    """
    about = {word.casefold() for word in WORD.findall(card.subject)}
    here = words | {word.casefold() for word in WORD.findall(own.subject)}
    if len(about) < 3 or not here | set(own.writers):
        return Fact(0.0)
    common = about & here
    part = len(common) / len(about)
    if part >= 0.4:
        return Fact(2.0 if part >= 0.6 else 1.0, _shown(common), telling=part >= 0.6 and len(about) >= FEW_SHARED)
    if words:
        return Fact(-0.5)
    common |= about & set(own.writers)
    return Fact(min(NAMED_IN_SUBJECT * len(common), 2.0), _shown(common)) if common else Fact(0.0)


def _shown(common: AbstractSet[str]) -> str:
    return f"its subject's words stand here: {', '.join(sorted(common)[:4])}"
