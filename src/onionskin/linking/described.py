"""Papers cited without a number: by writer and day, by relation ("next message"), or by what they are about.

`your letter of November 14`: the addressee's own, of that day. `Chairman's last message`: the last that is held by the
Chairman whom the paper names. `so-called "protocol" presented jointly by the Soviets and the Cubans`: an entry about
such a protocol shortly before; that is never more than a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.linking.holdings import Card, Holdings, key
from onionskin.linking.judging import Judged, days_between
from onionskin.linking.topics import topics
from onionskin.record.references import Reference, ReferenceKind

DAY = len("1962-11-17")
FIRST_PERSON = re.compile(r"\b(?:I|my|our|we)\b", re.IGNORECASE)
SECOND_PERSON = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
NEXT = re.compile(r"\b(?:next|immediately\s+following|following)\s+(?:message|telegram|cable|tel)\b", re.IGNORECASE)
PRECEDING = re.compile(r"\bimmediately\s+preceding\b", re.IGNORECASE)
LAST = re.compile(r"\b(?:last|latest|most\s+recent)\b", re.IGNORECASE)
KINDS = {
    ReferenceKind.LETTER: frozenset({"letter", "other"}),
    ReferenceKind.MESSAGE: frozenset({"letter", "telegram", "other"}),
    ReferenceKind.TELEGRAM: frozenset({"telegram"}),
    ReferenceKind.DOCUMENT: frozenset(
        {"memorandum", "memorandum-of-conversation", "report", "airgram", "despatch", "other", "minutes"}
    ),
}
LATELY, ABOUT_NOW = 45, 30
"""Days within which a last message was sent, and within which a paper that is only described was written."""
UNSURE = 0.8
"""The most for a paper that no day and no number singles out: a candidate."""
SHARED = 2
"""Stems that description and subject must share."""


TITLED = re.compile(
    r"\b(?P<title>President|Chairman|Chancellor|Premier|Secretary|Ambassador|Minister|Senator|Governor|King|Prime\s+Minister)"
    r"\s+(?P<name>[A-Z][a-z][\w’'-]+)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the citing paper says besides: its card, and who its titles mean (`chairman`: khrushchev)."""

    own: Card
    titled: dict[str, str]


def titled(text: str) -> dict[str, str]:
    """The surnames that stand behind titles somewhere in a text: `Chairman Khrushchev`."""
    found = TITLED.finditer(text)
    return {m["title"].casefold(): m["name"].casefold() for m in found}


def described(reference: Reference, context: Context, holdings: Holdings) -> Iterator[Judged]:
    """The records that may be meant, each with how well it fits."""
    own = context.own
    step = 1 if NEXT.search(reference.text) else -1 if PRECEDING.search(reference.text) else 0
    if step:
        yield from _neighbours(own, step, holdings)
        return
    writers = _people(reference.from_, context) or _owners(reference.text, context.own)
    readers = _people(reference.to, context)
    if reference.date is not None and len(reference.date) == DAY:
        for card in holdings.find([key("day", reference.date)]):
            if card.record != own.record and card.kind in KINDS.get(reference.kind, ()):
                yield _of_that_day(card, writers, readers)
        return
    if LAST.search(reference.text) and writers:
        yield from _last(reference, own, writers, holdings)
        return
    yield from _about(reference, own, holdings)


def _people(said: str | None, context: Context) -> frozenset[str]:
    """The surname that is meant; a title means whom the paper calls so."""
    if not said:
        return frozenset()
    last = re.sub(r"['’]s?\Z", "", said).split()[-1].casefold()
    return frozenset({context.titled.get(last, last)})


def _owners(words: str, own: Card) -> frozenset[str]:
    """Whose paper it is, by a pronoun: `your` is the addressee's."""
    if SECOND_PERSON.match(words):
        return frozenset(own.addressees)
    return frozenset(own.writers) if FIRST_PERSON.search(words) else frozenset()


def _neighbours(own: Card, step: int, holdings: Holdings) -> Iterator[Judged]:
    """The telegram before or behind in the sender's own run of numbers."""
    if not own.number.isdigit():
        return
    number = str(int(own.number) + step)
    for card in holdings.find([key("number", number, own.year)]):
        apart = days_between(own.day, card.day)
        same_ends = card.sender == own.sender and set(card.receivers) & set(own.receivers)
        if card.number == number and same_ends and card.series == own.series and apart is not None and abs(apart) <= 1:
            side = "next" if step > 0 else "one before"
            yield Judged(card, 0.95, (f"it is the {side} in the sender's numbers: {number}", f"of {card.day}"))


def _of_that_day(card: Card, writers: frozenset[str], readers: frozenset[str]) -> Judged:
    """Of the day that the reference names: by who wrote it to whom."""
    score, reasons = 0.5, [f"of {card.day}, as the reference says"]
    ends = ((writers, card.writers, 0.35, "written by"), (readers, card.addressees, 0.2, "addressed to"))
    for meant, held, worth, word in ends:
        if meant & set(held):
            score += worth
            reasons.append(f"{word} {', '.join(sorted(each.title() for each in meant & set(held)))}")
        elif meant and held:
            return Judged(card, 0.0, ())
    return Judged(card, min(score + 0.08, 0.97) if len(reasons) > 1 else score, tuple(reasons))


def _last(reference: Reference, own: Card, writers: frozenset[str], holdings: Holdings) -> Iterator[Judged]:
    """Papers of a writer shortly before: the later the likelier; there may have been later ones that are not held."""
    kinds = KINDS.get(reference.kind, frozenset())
    near = []
    for card in holdings.find(key("by", name, month) for name in sorted(writers) for month in _months(own.day)):
        age = _age(card, own, LATELY)
        if age is not None and card.kind in kinds:
            near.append((age, card))
    for place, (age, card) in enumerate(sorted(near, key=lambda each: (each[0], each[1].record))):
        told = f"of {card.day}, {age} days before" + (", the last of his that is held" if place == 0 else "")
        yield Judged(card, max(UNSURE - 0.1 - 0.1 * place, 0.0), (told,))


def _about(reference: Reference, own: Card, holdings: Holdings) -> Iterator[Judged]:
    """Papers shortly before whose subject has the words of the description."""
    wanted = topics(reference.text)
    if len(wanted) < SHARED:
        return
    keys = [key("about", each, month) for each in sorted(wanted) for month in _months(own.day)]
    for card in holdings.find(keys, least=SHARED):
        age = _age(card, own, ABOUT_NOW)
        common = wanted & topics(card.subject)
        if age is None or len(common) < SHARED:
            continue
        score = min(0.2 + 0.4 * len(common) / len(wanted) + 0.2 * (1 - age / ABOUT_NOW), UNSURE)
        told = (f"its subject speaks of {', '.join(sorted(common))}", f"of {card.day}, {age} days before")
        yield Judged(card, score, told)


def _age(card: Card, own: Card, most: int) -> int | None:
    """How many days before the citing paper a record was written; None for another time, and for the paper itself."""
    age = days_between(card.day, own.day)
    return age if age is not None and 0 <= age <= most and card.record != own.record else None


def _months(day: str) -> tuple[str, ...]:
    """The paper's month and the one before."""
    if len(day) < DAY:
        return ()
    year, month = int(day[:4]), int(day[5:7])
    before = f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"
    return (day[:7], before)
