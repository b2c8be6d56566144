"""What a statement is about: the noun phrases that name the matter, by the words the quote has for them.

Nouns are told by the lexicon (`matters.toml`), not by a parser, so that capitals, a telegram's missing articles and a
misread word here and there do no harm: `LIFT QUARANTINE` and `we would lift the quarantine` are about the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from onionskin import lexicon
from onionskin.ledger.lines import Phrase
from onionskin.phrases.word_classes import names_of, word_class
from onionskin.record.statements import Statement

VERSION = 2
"""Raised when statements are about something else than before: kept phrases are then found anew."""

MOST = 5
"""Phrases of one statement."""
NOUN, COUPLED, NAME = 0.8, 0.75, 0.35
"""What a noun alone weighs beside one with what it is said of ("troops" beside "Soviet troops"), two matters coupled
("bomber-quarantine"), and a place's name."""
CONDITION = 0.7
"""What a phrase weighs that stands in the condition: "If Kuznetsov presses Caribbean inspection scheme"."""
VESSEL = 0.6
"""What "assurances" counts where it is assurances that something else be done: the matter is the other thing."""
LATER, LEAST = 0.1, 0.4
"""By so much each phrase weighs less than the one before it, down to the least: circumstances come last in a clause."""
CARRIED, FAINT = 0.9, 0.4
"""What a phrase weighs in the next statement, which says "it" for it or names nothing; below `FAINT` it is let go."""
NEAR = 1
"""So many paragraphs may lie between "it" and what it stands for."""
SHORT = 3
"""Letters of a name that may be another word: us, Ulm."""
LONGEST = 3
"""Words of a phrase, and of a form in the lexicon."""

WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*(?:-\d+)?|\d+")
LINK = re.compile(r"(?:['’]s)?[\s-]*", re.IGNORECASE)
"""What may stand between the words of one phrase."""
PLURAL = re.compile(r"(?<=[^s])ies\Z|(?<=ss|sh|ch)es\Z|(?<=x)es\Z|(?<=[^suis])s\Z")
QUALIFYING = re.compile(r"[a-z]{3,}(?:al|ic|ive|ary|ese|ean|ian|can|ish)")
POINTING = re.compile(
    r"\b(?:it|them|th(?:is|at|ese|ose)(?=\s*(?:[.,;:!?]|\Z)|\s+(?:and|or|to|as|in|on)\b))\b"
    r"(?!\s+(?:(?:may|might|would|will|could|should|can)\s+(?:well\s+)?be|is|was|seems?)\s+\w+\s+(?:to|that|for)\b)",
    re.IGNORECASE,
)
"""A word for something named before; not the *it* of `it may be helpful to`."""


class _Word(NamedTuple):
    """Where one or several words of a quote stand that say one thing: `key`, which is a `matter`, a `name`, or neither
    and only says of what sort the noun behind it is.
    """

    start: int
    end: int
    key: str
    matter: bool = False
    name: bool = False


def phrases_of(statement: Statement) -> tuple[Phrase, ...]:
    """What a statement is about by its own words, the weightiest first and five at most; persons are no matter."""
    texts = filter(None, (statement.quote, statement.give, statement.get))
    said = [phrase for text in texts for phrase in _found(text)]
    asked = (replace(phrase, weight=phrase.weight * CONDITION) for phrase in _found(statement.when or ""))
    return _weightiest((*said, *asked))


def phrases_through(statements: Sequence[Statement]) -> tuple[tuple[Phrase, ...], ...]:
    """What each statement of a paper is about, in the order of its text.

    One that says "explain it to him" is about what the statement before it is about, unless more than a paragraph lies
    between them or its own condition names a matter; so is one that names none at all, in the same paragraph.
    """
    told: list[tuple[Phrase, ...]] = []
    before: tuple[Phrase, ...] = ()
    where = 0
    for each in statements:
        phrases = phrases_of(each)
        points = _points_back(each.quote) and not any(_found(each.when or ""))
        near = each.at.paragraph - where <= (NEAR if points else 0)
        if before and near and (points or not phrases):
            carried = [replace(p, weight=p.weight * CARRIED) for p in before if p.weight * CARRIED >= FAINT]
            phrases = _weightiest((*carried, *(replace(p, weight=p.weight * LEAST) for p in phrases)))
        told.append(phrases)
        if phrases:
            before, where = phrases, each.at.paragraph
    return tuple(told)


def phrases_in(text: str) -> tuple[Phrase, ...]:
    """What a few words are about, as the title of a paper, the weightiest first and five at most."""
    return _weightiest(_found(text))


def _weightiest(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    found: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.key not in found or found[phrase.key].weight < phrase.weight:
            found[phrase.key] = phrase
    return tuple(sorted(found.values(), key=lambda phrase: -phrase.weight))[:MOST]


def _points_back(quote: str) -> bool:
    """Whether a word for something named before stands ahead of the first noun that names a matter."""
    pointing = POINTING.search(quote)
    if pointing is None:
        return False
    return pointing.start() < next((word.start for word in _words(quote) if word.matter), len(quote))


def _found(text: str) -> Iterator[Phrase]:
    """The phrases of a text in its order; each noun alone, and the last of a run with the words before it."""
    runs = list(_runs(text))
    filled = max((word.start for run in runs for word in run if word.matter and word.key not in _vessels()), default=0)
    for place, run in enumerate(runs):
        fades = max(LEAST, 1 - LATER * place)
        nouns = [word for word in run if word.matter]
        if nouns and nouns[-1].key in _vessels() and nouns[-1].start < filled:
            fades *= VESSEL
        for word in nouns:
            yield Phrase(word.key, _printed(text, word, word), NOUN * fades)
        if not nouns:
            for word in run:
                if word.name:
                    yield Phrase(word.key, _printed(text, word, word), NAME * fades)
            continue
        whole = run[: run.index(nouns[-1]) + 1][-LONGEST:]
        if len(whole) > 1:
            weight = COUPLED if sum(word.matter for word in whole) > 1 else 1.0
            yield Phrase(" ".join(word.key for word in whole), _printed(text, whole[0], whole[-1]), weight * fades)


def _printed(text: str, first: _Word, last: _Word) -> str:
    return " ".join(text[first.start : last.end].split())


def _runs(text: str) -> Iterator[list[_Word]]:
    """Words that stand together and say something of one matter."""
    run: list[_Word] = []
    for word in _words(text):
        if run and not LINK.fullmatch(text, run[-1].end, word.start):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _words(text: str) -> Iterator[_Word]:
    """The words that name a matter or say of what sort it is; of a form of several words the longest."""
    found = [(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text)]
    forms, first = _long_forms()
    at = 0
    while at < len(found):
        start, _, low = found[at]
        word, size = _sort(low), 1
        if low in first:
            for more in range(min(LONGEST, len(found) - at), 1, -1):
                if long := forms.get(_singular(" ".join(text[start : found[at + more - 1][1]].lower().split()))):
                    word, size = long, more
                    break
        if word is not None:
            yield _Word(start, found[at + size - 1][1], word.key, word.matter, word.name)
        at += size


@lru_cache(maxsize=16384)
def _sort(word: str) -> _Word | None:
    """What a single word in small letters is, None where it says nothing of a matter."""
    singular = _singular(word)
    known = lexicon.spellings("matters")
    entry = known.get(word) or known.get(singular)
    if entry:
        return _Word(0, 0, entry.name, matter=True)
    if word in _places():
        return _Word(0, 0, word, name=True)
    if word in _peoples() or (QUALIFYING.fullmatch(word) and word not in word_class("empty-adjectives")):
        return _Word(0, 0, singular)
    return None


def _singular(word: str) -> str:
    return PLURAL.sub(lambda ending: "y" if ending[0] == "ies" else "", word)


@cache
def _long_forms() -> tuple[Mapping[str, _Word], frozenset[str]]:
    """Forms of several words in small letters, matters and names, and the words with which they begin."""
    names = names_of("places", "posts", "organizations", "happenings")
    forms = {name: _Word(0, 0, name, name=True) for name in names}
    forms |= {name: _Word(0, 0, name) for name in names_of("states")}
    forms |= {_singular(form): _Word(0, 0, e.name, matter=True) for form, e in lexicon.spellings("matters").items()}
    long = {form: word for form, word in forms.items() if " " in form or "-" in form}
    return long, frozenset(WORD.findall(form)[0] for form in long)


@cache
def _vessels() -> frozenset[str]:
    """Matters that hold another: an assurance, an agreement, a resolution is one of something."""
    return frozenset(entry.name for entry in lexicon.entries("matters") if entry.holds("vessel"))


@cache
def _places() -> frozenset[str]:
    """Places of one word that may themselves be what is spoken of: Berlin, Kashmir; not Moscow, a party."""
    speaking = {form.lower() for entry in lexicon.entries("parties") for form in entry.forms}
    return frozenset(n for n in names_of("places", "posts") if len(n) > SHORT and " " not in n) - speaking - _peoples()


@cache
def _peoples() -> frozenset[str]:
    return names_of("demonyms", "states")
