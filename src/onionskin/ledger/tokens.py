"""A sentence as the grammar sees it: its words in small letters, where each stands, and which can be verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.ledger.misread import halves, is_broken, mended
from onionskin.ledger.vocabulary import Verb, verbs, word_class

ADVERBS = "|".join(r"\s+".join(each.split()) for each in sorted(word_class("phrases"), key=len, reverse=True))
"""Adverbs of more than one word, which are taken for one: `of course`, `at same time`; not `as well as`."""
TOKEN = re.compile(
    rf"\b(?:{ADVERBS})\b(?!\s+(?:as|to|of)\b)|[^\W_]+(?:['’.\-/&][^\W_]+)*|[,;:()“”\"…—–\[\]]|--", re.IGNORECASE
)
MARKS = frozenset(',;:()“”"…—–[]') | {"--"}
Word = tuple[str, int, int]
"""A word in small letters, and where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and marks of one sentence; `starts` and `ends` are offsets into the text of its paragraph."""

    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    verbs: tuple[Verb | None, ...]

    def __len__(self) -> int:
        """How many words and marks."""
        return len(self.low)


def tokens_of(text: str, start: int, end: int) -> Tokens:
    """The words and marks that stand at start to end of a paragraph, a letter misread taken for what it was."""
    words = list(_mended(text, start, end))
    known = verbs().get
    low = tuple(word for word, _, _ in words)
    return Tokens(low, tuple(at for _, at, _ in words), tuple(at for _, _, at in words), tuple(map(known, low)))


def _mended(text: str, start: int, end: int) -> Iterator[Word]:
    """The words, with those that were broken in two or run together put right."""
    shouted = text[start:end].isupper()
    held: Word | None = None
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        low = " ".join(word.lower().replace("’", "'").split())
        readable = word[0].isalnum() and (word.islower() or shouted)
        if held is not None:
            if readable and is_broken(held[0], low):
                yield held[0] + low, held[1], match.end()
                held = None
                continue
            yield from _alone(held, capitals=shouted)
            held = None
        if readable:
            held = (low, match.start(), match.end())
        else:
            yield low, match.start(), match.end()
    if held is not None:
        yield from _alone(held, capitals=shouted)


def _alone(word: Word, *, capitals: bool) -> Iterator[Word]:
    low, start, end = word
    again = mended(low, capitals=capitals)
    cut = len(halves(low)[0]) if again == low else 0
    if cut:
        yield low[:cut], start, start + cut
        yield low[cut:], start + cut, end
    else:
        yield again, start, end
