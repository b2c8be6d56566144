"""What a page looks like as a text: how wide its lines are, how much of it is prose, and of what it speaks."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from onionskin.lexicon import entries
from onionskin.lexicon.period import running_words
from onionskin.phrases.label_words import capitals, letters
from onionskin.text.clean import Line

WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
LETTERS = re.compile(r"[A-Za-z]+")
NAME = 5
"""Letters of a name or term from which it tells of what a page speaks."""
LEAST = 15
"""Words a page must have for its look to tell anything."""
WIDE = 0.8
"""Of the lines, in order of their width, the share that is narrower than the usual line: the last of a paragraph."""
NARROW = 5
"""Characters added to the width of lines, so that two narrow columns are not told apart by a letter."""
WHOLE = 3
"""Letters of a word from which it is no speck read as one."""
LEGIBLE = 0.35
"""Share of a line's letters that stand in ordinary words from which it is text, and no stamp read as words."""
LEVEL_LINES, LEVEL_LIKE = (5, 3), 80
"""Lines at the head and at the foot of a page among which its level stands, and the likeness of a misread one."""
NEAR = 2
"""Pages before that are looked at: names change in a long paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """`prose`, `capitals` and `known` are shares (0 to 1) of its lines, its letters, its words; `width` in characters.

    `names` are its capitalised words that stand in no list of ordinary ones, in small letters: a word that has none
    at its beginning and is not known is more often misread than a name.
    """

    words: int
    prose: float
    capitals: float
    known: float
    width: int
    names: frozenset[str]

    @property
    def tells(self) -> bool:
        """Whether enough words stand on the page."""
        return self.words >= LEAST


def is_legible(text: str) -> bool:
    """Whether a line has ordinary words enough to be text: `The committee met twice`, not `rete TT Ds Fe nL`."""
    words = LETTERS.findall(text)
    known = sum(map(len, filter(_whole_words().__contains__, map(str.lower, words))))
    return known > 0 and known >= LEGIBLE * sum(map(len, words))


def look_of(lines: Sequence[Line], body: Sequence[Line]) -> Look:
    """The page by its running text (`body`), or by all its lines where it has none."""
    every = [line.text.strip() for line in lines]
    text = [line.text.strip() for line in body] or every
    found = WORD.findall("\n".join(every))
    words = [word.lower() for word in found]
    known = sum(map(running_words().__contains__, words))
    characters = "".join(text)
    widths = sorted(map(len, text))
    return Look(
        words=len(words),
        prose=len(body) / len(every),
        capitals=capitals(characters) / max(1, sum(map(str.isalpha, characters))),
        known=known / max(1, len(words)),
        width=widths[int(WIDE * (len(widths) - 1))],
        names=frozenset(name for word in found if word[0].isupper() and (name := _name(word)) is not None),
    )


def _name(word: str) -> str | None:
    """The word in small letters without `'s` where it is in no list of ordinary ones: `Gromyko's` is `gromyko`."""
    plain = word.lower().removesuffix("'s")
    return plain if len(plain) >= NAME and plain not in running_words() else None


def unlikeness(one: Look, other: Look) -> float:
    """0 for two pages of one hand and kind; about 1 for a page of prose beside a form or a card."""
    width = abs(math.log((one.width + NARROW) / (other.width + NARROW)))
    shares = ((one.prose, other.prose), (one.capitals, other.capitals), (one.known, other.known))
    return min(1.0, width) + sum(abs(a - b) for a, b in shares)


def shared_names(paper: Sequence[Look], look: Look) -> list[str]:
    """Names on a page that stand on one of the last pages of a paper too, the longest first."""
    before = frozenset[str]().union(*(page.names for page in paper[-NEAR:]))
    return sorted(before & look.names, key=lambda name: (-len(name), name))


def level_of(lines: Sequence[Line]) -> str | None:
    """The level that is stamped at the head or foot of a page, clear or misread."""
    head, foot = LEVEL_LINES
    stamped = [letters(line.text) for line in (*lines[:head], *lines[-foot:])]
    for own in stamped:
        likest = extractOne(own, _levels().keys(), scorer=ratio, score_cutoff=LEVEL_LIKE)
        if likest is not None:
            return _levels()[likest[0]]
    return None


@cache
def _levels() -> Mapping[str, str]:
    return {letters(form): each.name for each in entries("levels") for form in each.spellings if len(form) >= NAME}


@cache
def _whole_words() -> frozenset[str]:
    """Those of them that are no specks."""
    return frozenset(word for word in running_words() if len(word) >= WHOLE)
