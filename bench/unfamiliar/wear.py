"""What the years and a cheap engine do to a page: letters mistaken, doubled and lost, words torn, lines run together.

Made after the text layers of released scans: damage comes in patches, a word or two badly hurt and the next line clean;
digits fare worse than letters, punctuation appears out of specks, and capitals turn into look-alikes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.unfamiliar.sheet import Ink, Row

__all__ = ["Worn", "worn_page"]

_ALIKE = {
    "a": "es",
    "b": "h6",
    "c": "eo",
    "d": "cl",
    "e": "co",
    "f": "t",
    "g": "9y",
    "h": "bn",
    "i": "1l",
    "j": "i",
    "k": "lc",
    "l": "1I",
    "m": "nn",
    "n": "ru",
    "o": "ec",
    "p": "n",
    "q": "g",
    "r": "t",
    "s": "a8",
    "t": "fc",
    "u": "vn",
    "v": "y",
    "w": "v",
    "x": "z",
    "y": "v",
    "z": "x",
    "A": "4",
    "B": "R8",
    "C": "GO",
    "D": "O",
    "E": "FB",
    "F": "P",
    "G": "C6",
    "H": "N",
    "I": "1T",
    "J": "I",
    "K": "X",
    "L": "I",
    "M": "H",
    "N": "HM",
    "O": "0Q",
    "P": "F",
    "Q": "O",
    "R": "B",
    "S": "8",
    "T": "7I",
    "U": "O",
    "V": "Y",
    "W": "N",
    "X": "K",
    "Y": "V",
    "Z": "2",
    "0": "OD",
    "1": "lI",
    "2": "Z",
    "3": "8",
    "4": "A",
    "5": "S",
    "6": "b",
    "7": "T",
    "8": "B3",
    "9": "g",
    ".": ",",
    ",": ".;",
    ":": ".",
    ";": ":",
    "'": ",",
    '"': "'",
    "-": "~ ",
    "/": "l",
}
_SPECKS = ".,'-:`"
_SAFE = set("~*☐☒□■[]()_|#\n\f")


@dataclass(frozen=True, slots=True)
class Worn:
    """An ink on the page as it stands now. `hit`: damage touched its characters."""

    ink: Ink
    text: str
    hit: bool


def worn_page(rows: Sequence[Row], rate: float, rng: Random) -> tuple[str, list[Worn]]:
    """The page's text after damage to about `rate` of its characters, and each ink as it came out."""
    out: list[str] = []
    worn: list[Worn] = []
    for n, row in enumerate(rows):
        if n:
            joined = rate and row and rows[n - 1] and rng.random() < rate / 2 and _mergeable(row, rows[n - 1])
            out.append(" " if joined else "\n")
        patch = 0
        for ink in row:
            text, hit, patch = _hurt(ink.text, rate, rng, patch)
            out.append(text)
            worn.append(Worn(ink, text, hit))
    return "".join(out), worn


def _mergeable(row: Row, before: Row) -> bool:
    """Only type of running text is run together: two lines of a form stay two."""
    return all(ink.of in ("body", "") for ink in (*row, *before)) and any(ink.of == "body" for ink in row)


def _hurt(text: str, rate: float, rng: Random, patch: int) -> tuple[str, bool, int]:
    """The words after damage, whether any, and how many characters of a bad patch are still to come."""
    out, hit = [], False
    for char in text:
        odds = rate * (8.0 if patch else 0.6) * (1.6 if char.isdigit() else 1.0)
        patch = max(patch - 1, 0)
        if not rate or char in _SAFE or rng.random() >= odds:
            out.append(char)
            continue
        put = _instead(char, rng)
        if put != char:
            hit = True
            patch = rng.choice((0, 0, 2, 3))
        out.append(put)
    return "".join(out), hit, patch


def _instead(char: str, rng: Random) -> str:
    throw = rng.random()
    if char == " ":
        return "" if throw < 0.7 else "  "
    if throw < 0.66 and char in _ALIKE:
        return rng.choice(_ALIKE[char])
    if throw < 0.76:
        return ""
    if throw < 0.84 and char.isalpha():
        return char + " "
    if throw < 0.9:
        return char + rng.choice(_SPECKS)
    return char.swapcase() if throw < 0.96 else char * 2
