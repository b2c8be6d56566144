"""What OCR does to characters, undone cautiously: folding of digits and letters, and the nearest known word."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from onionskin import lexicon
from onionskin.phrases.found import Found
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

DASH = r"\-‐‑‒–—−"
"""Dashes, for the inside of a character class: papers type a hyphen, print sets an en dash, OCR gives any of them."""

APOSTROPHE = "'’‘`´"


@cache
def _digit_fold() -> dict[int, str]:
    pairs = (
        (entry.name, form)
        for entry in lexicon.entries("confusions")
        for form in entry.forms
        if entry.text("kind") == "digit"
    )
    return {ord(form): digit for digit, form in pairs}


def digits(text: str) -> str:
    """`I9S2` as `1952`: letters that OCR puts for digits made digits again; for places where only digits can stand."""
    return text if text.isdigit() else text.translate(_digit_fold())


WORN_FIGURES = r"(?:[lIO](?=[0-9]{2})|[0-9](?=[A-Za-z]?[0-9]))(?:[0-9]|[OIlZSBAT](?![A-Za-z])){2,4}(?![A-Za-z0-9])"
"""A number of three to five figures, of which an engine made letters that no other letter follows: `17B4`, `l327`."""


LETTERS = str.maketrans({"0": "o", "1": "l", "|": "l", "5": "s", "8": "b", "6": "b", "!": "l", "$": "s", "i": "l"})


def figures_found(printed: str, span: Span) -> Found[str]:
    """A number as printed at `span`; with letters for figures in it, DOUBTFUL: `17B4` may be 1784. `A-145` stays."""
    value = printed if "-" in printed else digits(printed)
    if value == printed:
        return Found(span, value, printed)
    return Found(span, value, printed, 0.7, ReadingState.DOUBTFUL, f"{printed!r} read as {value}")


def skeleton(word: str) -> str:
    """One form for words that differ only in characters of one shape: `C0NFlDENTIAL` gives that of `CONFIDENTIAL`."""
    return word.lower().translate(LETTERS).replace("rn", "m")


def nearest(word: str, known: Iterable[str], *, most: int) -> list[tuple[str, int]]:
    """The known words at most `most` edits away, nearest first, with the number of edits; case counts."""
    hits = extract(word, list(known), scorer=Levenshtein.distance, score_cutoff=most, limit=5)
    return [(hit[0], int(hit[1])) for hit in hits]
