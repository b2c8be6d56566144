"""The same passage read elsewhere: in another copy, on another page, in the edited text.

Where two words before and two words behind agree, what stands between them should agree too. A word that is none gives
way to one that is; of two words, or two numbers, the edited text is likelier right, and that is proposed with its
witness named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
        theirs = [match[0] for match in WORD.finditer(passage.text)]
        for at, other in _differing(mine, [_plain(word) for word in theirs]):
            word, start, end = words[at]
            judged = None if at in done else _judged(word, theirs[other], passage, vocabulary)
            if judged:
                done.add(at)
                yield Proposed(word, theirs[other], Span(start, end), RULE, *judged)


def _plain(word: str) -> str:
    return "".join(char for char in word.lower() if char.isalnum())


def _differing(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Places in both where one word differs between words that agree."""
    before: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(CONTEXT, len(theirs) - CONTEXT):
        before[tuple(theirs[at - CONTEXT : at])].append(at)
    for at in range(CONTEXT, len(mine) - CONTEXT):
        around = (*mine[at - CONTEXT : at], *mine[at + 1 : at + 1 + CONTEXT])
        if sum(map(len, around)) < CONTEXT_LETTERS:
            continue
        for other in before.get(around[:CONTEXT], ()):
            if theirs[other] != mine[at] and tuple(theirs[other + 1 : other + 1 + CONTEXT]) == around[CONTEXT:]:
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
