"""A sentence as the grammar sees it: its words in small letters, where each stands, and which can be verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.ledger.vocabulary import Verb, verbs, word_class

ADVERBS = "|".join(r"\s+".join(each.split()) for each in sorted(word_class("phrases"), key=len, reverse=True))
"""Adverbs of more than one word, which are taken for one: `of course`, `at same time`; not `as well as`."""
TOKEN = re.compile(
    rf"\b(?:{ADVERBS})\b(?!\s+(?:as|to|of)\b)|[^\W_]+(?:['’.\-/&][^\W_]+)*|[,;:()“”\"…—–\[\]]|--", re.IGNORECASE
)
MARKS = frozenset(',;:()“”"…—–[]') | {"--"}


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
    """The words and marks that stand at start to end of a paragraph."""
    low, starts, ends = [], [], []
    for match in TOKEN.finditer(text, start, end):
        low.append(" ".join(match[0].lower().replace("’", "'").split()))
        starts.append(match.start())
        ends.append(match.end())
    known = verbs().get
    return Tokens(tuple(low), tuple(starts), tuple(ends), tuple(map(known, low)))
