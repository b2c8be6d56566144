"""What a row of a list begins with, and whether a line says anything, by their shape alone."""

from __future__ import annotations

import re

from onionskin.text.headings import WORD

SIGN = re.compile(r"\s*(?P<stem>[A-Z]{1,12})[- ]?\d{1,6}\b(?=[\s,.(:])")
"""What a row of a list begins with, its letters the same on each: `UFG-3941`, `T-1`."""
LETTERS = 3
"""Letters of a word that tells a row from dirt beside the text."""


def sign_of(words: str) -> str | None:
    """The letters of the sign a row begins with: `UFG` of `UFG-3974   Departure of the trucks`."""
    m = SIGN.match(words)
    return m["stem"] if m else None


def says_words(words: str) -> bool:
    """Whether a line has two words that are no dirt, and is of letters more than of anything else."""
    said = [word for word in WORD.findall(words) if len(word) >= LETTERS]
    typed = sum(not c.isspace() for c in words)
    return len(said) > 1 and 2 * sum(map(len, said)) >= typed - sum(map(str.isdigit, words))
