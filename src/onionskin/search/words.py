"""What counts as a word, for papers and for queries alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"""
    ( [^\W_]+ (?: [\u0300-\u036f]+ [^\W_]* )* )   # letters and digits, with accents that stand apart
    (?: ['’]s \b )?                               # Kuznetsov's is Kuznetsov
    """,
    re.VERBOSE,
)
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}


class Token(NamedTuple):
    """A word of a text: as it is compared, and where it stands there. A tuple, because a search makes thousands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order. A hyphen or stop divides: `IL-28's` is `il` and `28`, `737.56361` is two words."""
    for match in _WORD.finditer(text):
        if word := fold(match[1]):
            yield Token(word, *match.span(1))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; the passages of one paper are asked for theirs twice."""
    if text.isascii() and "'s" not in text:
        return tuple(text.translate(_ASCII).split())
    return tuple(folded for found in _WORD.findall(text) if (folded := fold(found)))


def fold(word: str) -> str:
    """Lower case, without accents: `première` is `premiere`."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if c.isalnum())
