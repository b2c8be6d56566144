"""How alike printed words are to words a form is known to print, whatever the OCR made of them."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

PUNCTUATION = re.compile(r"[^A-Z0-9/]+")
WORDS_REMEMBERED = 8192
LETTERS_FOR_DIGITS = str.maketrans("015", "OIS")


@lru_cache(maxsize=WORDS_REMEMBERED)
def folded(words: str) -> str:
    """Capitals, single spaces, no punctuation but the stroke: `Non-responsive  info.` gives NON RESPONSIVE INFO."""
    return PUNCTUATION.sub(" ", words.upper()).strip()


@lru_cache(maxsize=WORDS_REMEMBERED)
def likeness(printed: str, known: str) -> float:
    """0 to 1 for two folded strings; a nought counts as an O, a one as an I, a five as an S."""
    return fuzz.ratio(printed.translate(LETTERS_FOR_DIGITS), known.translate(LETTERS_FOR_DIGITS)) / 100


def distinct(words: str) -> bool:
    """Whether enough letters stand there for a likeness to mean anything."""
    return sum(c.isalpha() for c in words) >= 4
