"""A sentence as the grammar sees it: its words in small letters, where each stands, and which can be verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.ledger.vocabulary import Verb, verbs

TOKEN = re.compile(r"[^\W_]+(?:['’.\-/&][^\W_]+)*|[,;:()“”\"…—–\[\]]|--")
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
        low.append(match[0].lower().replace("’", "'"))
        starts.append(match.start())
        ends.append(match.end())
    known = verbs().get
    return Tokens(tuple(low), tuple(starts), tuple(ends), tuple(map(known, low)))
