"""What counts as a word, for papers and for queries alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

LONGEST = 40
"""Longer words are not words, and nobody misspells them."""

_WORD = re.compile(
    r"""
    ( [^\W_]+ (?: [\u0300-\u036f]+ [^\W_]* )* )   # letters and digits, with accents that stand apart
    (?: ['’]s \b )?                               # Kuznetsov's is Kuznetsov
    """,
    re.VERBOSE,
)
_OWNERS = re.compile(r"'s\b(?<=[A-Za-z0-9]'s)")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | {ord("\n"): "\n"}


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; the passages of one paper are asked for theirs twice."""
    return tuple(flat(text).split())


def flat(text: str) -> str:
    """The words of a text as they are compared, with nothing but blanks between them, and its lines as they are."""
    folded = at_once(text)
    if folded is not None:
        return folded
    return "\n".join(" ".join(word for word, _ in one_by_one(line)) for line in text.split("\n"))


def at_once(text: str) -> str | None:
    """A text as long as this one, its words folded and blanks for all else; None where that cannot be had so.

    Characters are not looked at one by one: nearly all texts are ASCII but for their quotation marks and a few accents.
    """
    if not text.isascii():
        for char in set(_BEYOND_ASCII.findall(text)):
            text = text.replace(char, _instead(char))
        if not text.isascii():
            return None
    return (_OWNERS.sub("  ", text) if "'s" in text else text).translate(_ASCII)


@cache
def _instead(char: str) -> str:
    """One character of ASCII that is read in the same way, or the character itself."""
    if char == "’":
        return "'"
    folded = fold(char)
    if not folded:
        return char if "\u0300" <= char <= "\u036f" else " "
    return folded if len(folded) == 1 and char.isalnum() else char


def one_by_one(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words of any text as they are compared, each with where it begins and ends."""
    for match in _WORD.finditer(text):
        if word := fold(match[1]):
            yield word, match.span(1)


def fold(word: str) -> str:
    """Lower case, without accents: `première` is `premiere`."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word).casefold() if c.isalnum())


def phrase(run: Sequence[str]) -> str:
    """Words in a row, as FTS5 wants them; they have no quotation marks in them."""
    return f'"{" ".join(run)}"'
