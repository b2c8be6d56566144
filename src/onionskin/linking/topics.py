"""The words that say what a paper is about, cut to their stems: `Soviets and Cubans`, `Soviet and Cuban` agree."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]{4,}")
ALIKE = {"suggest": "propos", "submit": "present", "submiss": "present", "instruct": "guidanc"}
"""Stems that calendars and letters use for one another."""
ENDINGS = ("ations", "ation", "ings", "ing", "ions", "ion", "ers", "ed", "es", "s", "al", "e")
EMPTY = frozenset(("which", "with", "from", "that", "this", "your", "have", "sent", "jointly", "called", "most"))


@lru_cache(maxsize=1 << 12)
def topics(words: str) -> frozenset[str]:
    """The stems of the words of four letters and more, but for those that say nothing of a subject."""
    return frozenset(_stem(m[0].casefold()) for m in WORD.finditer(words) if m[0].casefold() not in EMPTY)


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return ALIKE.get(word, word)
