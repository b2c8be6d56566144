"""Which words are labels: those of the lexicon by their letters, misread, worn or clipped as they may be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from onionskin.lexicon import entries
from onionskin.phrases.word_classes import names_of

LONG_HEAD = 11
"""Characters of a head without its colon from which it may be misread and still be known: MEORANDUM FOR."""
NOUGHT_AS_O = bytes.maketrans(b"0", b"O")
NO_LETTERS = bytes(c for c in range(128) if not (chr(c).isupper() or chr(c) == "0"))
NO_CAPITALS = bytes(c for c in range(128) if not chr(c).isupper())
MISREAD_I = re.compile(r"[l1|](?<=[A-Z][l1|])(?=[A-Z])")
LINES_REMEMBERED = 4096
WORN_FROM, WORN_TO, WORN_LIKE = 8, 11, 60
"""Letters, and likeness, of what is left of the word MEMORANDUM before FOR and a colon."""
CLIPPED_FROM = 4
FUZZY_FROM = 6
"""Letters a label needs before a misread one may still be known by its likeness."""
LIKE = 85
WORN = 5
"""One letter in so many of a label with a colon may be wrong."""
SHORTEST_MISREAD = 4
"""Letters of a label with a colon, or with the apostrophe of `Rec'd`, that may have one letter misread: EROM, Ree'd."""
SHORT = 9
"""Below so many letters one letter may be wrong and no more."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the lexicon: its key, and where it may stand without its colon.

    `colon_optional`: before its value; `bare`: alone on its line; `mixed`: in small letters too.
    """

    key: str
    colon_optional: bool
    bare: bool
    mixed: bool


ACCENTED = {
    ord(letter): unicodedata.normalize("NFD", letter)[0]
    for letter in map(chr, range(0xC0, 0x180))
    if len(unicodedata.normalize("NFD", letter)) > 1
}
"""Accented Latin letters, each with the letter it bears."""


def capitals(words: str) -> int:
    """How many capitals stand there: 3 in `Copy of EO`."""
    if words.isascii():  # as most words are: a tenth of the time
        return len(words.encode().translate(None, NO_CAPITALS))
    return sum(map(str.isupper, words))


def plain(line: str) -> str:
    """A line without the accents that an engine makes of specks, each letter where it was: `SUBJÉCT`."""
    return line if line.isascii() else line.translate(ACCENTED)


@lru_cache(maxsize=LINES_REMEMBERED)
def letters(words: str) -> str:
    """A label's letters alone, in capitals; a nought is the letter O, an l or 1 between capitals I (`ACTlON`).

    The same words are asked for as a label, as a title and as the half of one, hence the memory.
    """
    if "l" in words or "1" in words or "|" in words:
        words = MISREAD_I.sub("I", words)
    return words.upper().encode("ascii", "ignore").translate(NOUGHT_AS_O, NO_LETTERS).decode()


@cache
def known_labels() -> dict[str, Label]:
    """The labels of the lexicon by their letters."""
    return {
        letters(form): Label(entry.name, entry.holds("colon_optional"), entry.holds("bare"), entry.holds("mixed"))
        for entry in entries("labels")
        for form in entry.spellings
    }


@cache
def _long() -> list[str]:
    return [form for form in known_labels() if len(form) >= FUZZY_FROM]


@cache
def _as_long_as(size: int) -> list[str]:
    """The long labels that words of so many letters can be `LIKE`, which no much shorter or longer one is."""
    return [form for form in _long() if 200 * min(size, len(form)) >= LIKE * (size + len(form))]


@cache
def _tails() -> frozenset[str]:
    """Every end of a long label, the empty one included."""
    return frozenset(form[at:] for form in _long() for at in range(len(form) + 1))


@lru_cache(maxsize=LINES_REMEMBERED)
def known_label(words: str) -> Label | None:
    """The label that words with a colon behind them are, misread or cut as they may be."""
    key = letters(words)
    label = known_labels().get(key) or _clipped(key) or _for_whom(words)
    if label:
        return label
    if len(key) <= FUZZY_FROM:
        return short_label(words)
    if letters(words.rpartition(" ")[0]) in known_labels():
        return None  # APPROVED BY U:GBALL, where U is the value's
    near = process.extractOne(key, _as_long_as(len(key)), scorer=fuzz.ratio, score_cutoff=LIKE)
    if near is None or (len(near[0]) < SHORT and Levenshtein.distance(key, near[0]) > 1):
        return _worn(key)
    return known_labels()[near[0]]


def _for_whom(words: str) -> Label | None:
    """`HEIORAADM FOR:` is MEMORANDUM FOR, whose first word a worn carbon loses before its last."""
    first, _, last = words.rpartition(" ")
    if last != "FOR" or not first.isupper() or not WORN_FROM <= len(first) <= WORN_TO:
        return None
    return known_labels()["MEMORANDUMFOR"] if fuzz.ratio(first, "MEMORANDUM") >= WORN_LIKE else None


@cache
def _about_as_long(size: int, most: int) -> list[str]:
    """The long labels that have at most so many letters more or less."""
    return [form for form in _long() if abs(len(form) - size) <= most]


@lru_cache(maxsize=LINES_REMEMBERED)
def _worn(key: str) -> Label | None:
    """A long label of which one letter in five is wrong, where it can be no other: `CIEARANGES`, `APPROVFD BV`."""
    most = len(key) // WORN
    if most < 2:
        return None
    forms = [f for f in _about_as_long(len(key), most) if Levenshtein.distance(key, f, score_cutoff=most) <= most]
    return known_labels()[forms[0]] if len({known_labels()[f].key for f in forms}) == 1 else None


@lru_cache(maxsize=LINES_REMEMBERED)
def short_label(words: str) -> Label | None:
    """A label of four to six letters with one misread, where it can be no other label and is no word: EROM, Rec'cl."""
    if " " in words.strip() or not words[:1].isupper() or words.strip().lower() in names_of("ordinary"):
        return None
    for key in (letters(words), letters(words).replace("CL", "D")):
        if not SHORTEST_MISREAD <= len(key) <= FUZZY_FROM:
            continue
        forms = [form for form in _brief() if Levenshtein.distance(key, form, score_cutoff=1) <= 1]
        if len({known_labels()[form].key for form in forms}) == 1:
            return known_labels()[forms[0]]
    return None


@cache
def _brief() -> list[str]:
    return [form for form in known_labels() if SHORTEST_MISREAD <= len(form) <= FUZZY_FROM]


def _clipped(key: str) -> Label | None:
    """A label whose first letters the edge of the scan took: TION of ACTION. At least two thirds of one label must be
    left.
    """
    return _clippings().get(key)


@cache
def _clippings() -> dict[str, Label]:
    """What may be left of the labels, where it can be of no other label."""
    out: dict[str, list[Label]] = {}
    for form, label in known_labels().items():
        for size in range(max(CLIPPED_FROM, -(-len(form) * 2 // 3)), len(form) + 1):
            out.setdefault(form[-size:], []).append(label)
    return {left: labels[0] for left, labels in out.items() if len({label.key for label in labels}) == 1}


@lru_cache(maxsize=LINES_REMEMBERED)
def misread_head(head: str) -> Label | None:
    """MEORANDUM FOR is the label MEMORANDUM FOR, but MEMORANDUM OF is not: the last word must be whole."""
    words = head.split()
    if len(words) < 2 or len(head) <= LONG_HEAD:
        return None
    if words[0].lower() in names_of("ordinary") and letters(head.split(None, 1)[1]) in known_labels():
        return None  # ALL INFORMATION CONTAINED HEREIN, where a word stands before a label
    last = letters(words[-1])
    # FCR is FOR, but OF is not: a letter may be wrong and none missing.
    alike = len(last) == len("FOR") and Levenshtein.distance(last, "FOR") <= 1
    if last not in _tails() and not alike:
        return None
    key = letters(head)
    near = process.extractOne(key, _as_long_as(len(key)), scorer=fuzz.ratio, score_cutoff=LIKE)
    return known_labels()[near[0]] if near and (near[0].endswith(last) or (alike and near[0].endswith("FOR"))) else None
