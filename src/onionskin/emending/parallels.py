"""The same passage read elsewhere: in another copy, on another page, in the edited text.

Where two words before and two words behind agree, what stands between them should agree too. A word that is none gives
way to one that is; of two words, or two numbers, the edited text is likelier right, and that is proposed with its
witness named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from onionskin.emending.printed_alike import unlike
from onionskin.emending.proposed import Proposed
from onionskin.emending.tokens import folded, known
from onionskin.emending.vocabulary import Vocabulary
from onionskin.record.span import Span

RULE = "passage-read-elsewhere"
WORD = re.compile(r"[^\W_](?:[^\s]*[^\W_])?")
CONTEXT = 2
CONTEXT_LETTERS = 12
"""Letters that the words around must have together: "of the" and "to be" agree everywhere."""
SIMILAR = 0.5
"""The most that two readings of one word differ, of its letters."""
WITNESSES_REMEMBERED = 16
NO_WORD, NAME, FIGURES, OTHER_WORD = 0.96, 0.92, 0.9, 0.7
UNEDITED = 0.3
"""So much less is a witness worth that no editor has read, where both have a word or a number."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A witness: its running text, what it is ("frus1961-63v11/d155"), and whether an editor has read it."""

    text: str
    where: str
    edited: bool = False


def read_otherwise(text: str, passages: Sequence[Passage], vocabulary: Vocabulary) -> Iterator[Proposed]:
    """The words of a text that some passage reads otherwise; of several the first that does."""
    words = [(match[0], match.start(), match.end()) for match in WORD.finditer(text)]
    mine = [_plain(word) for word, _, _ in words]
    done: set[int] = set()
    for passage in passages:
        witness = _witness(passage.text)
        for at, other in _differing(mine, witness):
            word, start, end = words[at]
            judged = None if at in done else _judged(word, witness.words[other], passage, vocabulary)
            if judged:
                done.add(at)
                yield Proposed(word, witness.words[other], Span(start, end), RULE, *judged)


@dataclass(frozen=True, slots=True)
class _Witness:
    """The words of a passage as they stand and plain, and behind which two plain words each stands."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    behind: Mapping[tuple[str, ...], Sequence[int]]


@lru_cache(maxsize=WITNESSES_REMEMBERED)
def _witness(text: str) -> _Witness:
    """A passage taken apart; every stretch of a paper is compared with the same ones."""
    words = tuple(match[0] for match in WORD.finditer(text))
    plain = tuple(map(_plain, words))
    behind: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(CONTEXT, len(plain) - CONTEXT):
        behind[plain[at - CONTEXT : at]].append(at)
    return _Witness(words, plain, dict(behind))


def _plain(word: str) -> str:
    lower = word.lower()
    return lower if lower.isalnum() else "".join(filter(str.isalnum, lower))


def _differing(mine: Sequence[str], witness: _Witness) -> Iterator[tuple[int, int]]:
    """Places in both where one word differs between words that agree."""
    theirs = witness.plain
    for at in range(CONTEXT, len(mine) - CONTEXT):
        around = (*mine[at - CONTEXT : at], *mine[at + 1 : at + 1 + CONTEXT])
        if sum(map(len, around)) < CONTEXT_LETTERS:
            continue
        for other in witness.behind.get(around[:CONTEXT], ()):
            if theirs[other] != mine[at] and theirs[other + 1 : other + 1 + CONTEXT] == around[CONTEXT:]:
                yield at, other


def _judged(word: str, other: str, passage: Passage, vocabulary: Vocabulary) -> tuple[float, tuple[str, ...]] | None:
    """How sure it is that the other is right, and why; None where the two are different words, or mine is better."""
    mine, theirs = folded(word), folded(other)
    witness = f"{passage.where} reads {other!r} in the same passage"
    less = 0.0 if passage.edited else UNEDITED
    far = Levenshtein.distance(mine, theirs) / max(len(mine), len(theirs)) > SIMILAR
    if any(char.isdigit() for char in mine + theirs):
        return None if far and unlike(theirs, mine) not in (0, 1) else (FIGURES - less, (witness,))
    if far or mine.removesuffix("s") == theirs.removesuffix("s"):
        return None
    if known(word, vocabulary):
        return (OTHER_WORD - less, (witness,)) if known(other, vocabulary) else None
    if known(other, vocabulary):
        return NO_WORD, (f"{word!r} is no word of the period", witness)
    return (NAME, (f"{word!r} stands in no list", witness)) if passage.edited else None
