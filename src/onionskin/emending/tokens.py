"""The words of a running text, and which of them are words at all."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from onionskin import lexicon
from onionskin.emending.vocabulary import Vocabulary, words_in
from onionskin.lexicon.period import frequencies
from onionskin.record.span import Span

STRETCH = re.compile(r"[^\s/\-–—,;:\"“”()\[\]]+")
EDGES = "{‘'`.!?}’•*~_|<>«»"
WORDLIKE = re.compile(r"(?![^\W\d_]{1,2}[.'’])[\w|!$][\w|!$.'’`*~?=^]*")
"""Not of the kind of p.m., U.S. and d'horizon."""
NEXT_SENTENCE = re.compile(r"\.[A-Z]")
SENTENCE_OPENS = re.compile(r"(?:^|[.?!:]['\"”’)\]]*)\s*[(\"'“‘]*\Z")
SEPARATING = " \t\n\xa0/—–"
"""Signs between words; a hyphen or a colon may as well stand inside a word that was misread."""
OF_A_PLACE = ("i", "is")
"""What makes a people of a place: Afghanistani, Nepalis."""
SUFFIXES = (
    "s",
    "ly",
    "ed",
    "ing",
    "ness",
    "ism",
    "ist",
    "ists",
    "able",
    "ability",
    "er",
    "ers",
    "like",
    "wise",
    "ward",
)
TURNED = (
    *(
        ("ably", "able"),
        ("ibly", "ible"),
        ("ily", "y"),
        ("ies", "y"),
        ("ied", "y"),
        ("ing", "e"),
        ("ed", "e"),
        ("ers", "e"),
    ),
    *(
        ("er", "e"),
        ("ity", "e"),
        ("ation", "e"),
        ("ization", "ize"),
        ("isation", "ize"),
        ("ise", "ize"),
        ("ised", "ize"),
    ),
)
"""Endings that change the one before them: `honorably` is made of `honorable`."""
MADE_WITH = ("non", "anti", "pro", "un", "re", "pre", "post", "over", "under", "inter", "sub", "counter", "pan", "co")
REMEMBERED = 1 << 14
"""Words that were looked up last, in any paper."""
SHORTEST = 3
"""Letters of a word that may be mended."""
WITH_NOTE = 4
NO_TERMS = frozenset({"confusions", "figures", "ledger_weights"})


class Token(NamedTuple):
    """A word as it stands in its text, without the signs around it; `start` and `end` are places in the text."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def tokens(text: str) -> list[Token]:
    """The stretches of a text that are words or were: no numbers, no abbreviations with points."""
    found = []
    for match in STRETCH.finditer(text):
        core = match[0].strip(EDGES)
        if not core.isalpha() and (core.isdigit() or not WORDLIKE.fullmatch(core) or NEXT_SENTENCE.search(core)):
            continue
        start = match.start() + (0 if core == match[0] else match[0].index(core))
        found.append(Token(core, start, start + len(core)))
    return found


def opens_sentence(token: Token, text: str) -> bool:
    """Whether a sentence begins with it."""
    return SENTENCE_OPENS.search(text[max(0, token.start - 8) : token.start]) is not None


def broken_off(token: Token, text: str) -> bool:
    """Whether a sign between letters cuts it off: `con:venient`, `futur-e`. What is left is no word to be judged."""
    start, end = token.start, token.end
    before = start > 1 and text[start - 1] not in SEPARATING and text[start - 2].isalpha()
    behind = end + 1 < len(text) and text[end] not in SEPARATING and text[end + 1].isalpha()
    return before or behind


def folded(word: str) -> str:
    """In small letters, with one kind of apostrophe."""
    return word.lower().replace("’", "'")


def known(word: str, vocabulary: Vocabulary) -> bool:
    """Whether it is a word or a term of the period, one of the collection's own, or made of such a word."""
    told = vocabulary.judged.get(word)
    if told is None:
        told = _known_to_all(word) or _is_own(folded(word), vocabulary.own)
        vocabulary.judged[word] = told
    return told


@lru_cache(maxsize=REMEMBERED)
def _known_to_all(word: str) -> bool:
    """The same in any collection: most words of a paper stand in the next one as well."""
    small = folded(word)
    return small in _listed() or any(stem in _listed() for stem in _stems(small))


def _is_own(small: str, own: Container[str]) -> bool:
    return small in own or any(stem in own for stem in _stems(small))


def listed(small: str, vocabulary: Vocabulary) -> bool:
    """Whether it is one itself, in small letters."""
    return small in _listed() or small in vocabulary.own


def _stems(small: str) -> Iterator[str]:
    """Words that it may be made of: `non` and `starter`, `agree` and `ability`."""
    yield from (small[: -len(ending)] for ending in ("'s", "s'") if small.endswith(ending))
    if small[-1:].isdigit() and len(small) > WITH_NOTE:
        yield small.rstrip("0123456789")  # the number of a note
    yield from (small[: -len(ending)] for ending in SUFFIXES if small.endswith(ending) and len(small) - len(ending) > 3)
    yield from (small[: -len(end)] + old for end, old in TURNED if small.endswith(end) and len(small) - len(end) > 3)
    for ending in OF_A_PLACE:
        if small.endswith(ending) and small[: -len(ending)] in proper_names():
            yield small[: -len(ending)]
    yield from (small[len(each) :] for each in MADE_WITH if small.startswith(each) and len(small) - len(each) > 3)


@cache
def _listed() -> frozenset[str]:
    return terms().union(frequencies())


@cache
def terms() -> frozenset[str]:
    """The words of all that the lexicon lists: series, posts, offices, places, given names."""
    entries = (entry for name in lexicon.names() if name not in NO_TERMS for entry in lexicon.entries(name))
    words = (word for entry in entries for form in entry.spellings for word in words_in(form))
    return frozenset(word.lower() for word in words if len(word) > 2)


@cache
def proper_names() -> frozenset[str]:
    """Places and countries of one word, in small letters: they have a capital everywhere."""
    named = [entry.name for name in ("places", "posts") for entry in lexicon.entries(name)]
    countries = [entry.text("country") or "" for entry in lexicon.entries("posts")]
    return frozenset(each.lower() for each in (*named, *countries) if each.isalpha())


def damage(words: Iterable[Token], vocabulary: Vocabulary) -> float:
    """The share of a paper's words in small letters that are unknown; never nothing, since no list has all words."""
    small = [each.text for each in words if each.text[0].islower() and len(each.text) >= SHORTEST]
    unknown = {word for word in set(small) if not known(word, vocabulary)}
    return (sum(map(unknown.__contains__, small)) + 0.5) / (len(small) + 50)
