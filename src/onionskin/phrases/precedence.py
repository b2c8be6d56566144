"""Precedence: the words in the order printed, and the rank they derive."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.phrases.alternatives import either
from onionskin.phrases.damage import nearest, skeleton
from onionskin.phrases.found import Found, doubtful_in, found_in

WORD = re.compile(r"[A-Z][A-Z0-9|l]{4,11}|[A-Z0-9|l]{5,12}")
LINES_REMEMBERED = 2048
WORN_FROM, WORN_TO = 4, 12
"""Letters of a worn precedence."""
PROSIGNS = re.compile(r"\s*(?:[ZOPRYM0]{1,2})(?:\s+[ZOPRYM0]{1,2})*\s*")
"""A line of prosigns and nothing else: `O R`, doubled by teletypes: `OO RR`."""


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(lexicon.spellings("precedences"), key=len, reverse=True)
    return re.compile(
        r"(?<![A-Za-z])(?:" + either(re.escape(w).replace(r"\ ", r"\s+") for w in words) + r")(?![A-Za-z])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=LINES_REMEMBERED)
def find_precedence(text: str) -> tuple[Found[str], ...]:
    """The precedence words of a heading line, each in its normal form: `Amembassy PARIS NIACT PRIORITY` gives two.

    Words in small letters are prose and do not count ("of immediate interest"), and one in mixed case only where the
    line is not a sentence ("Priority", "Operational Immediate; Urgent").
    """
    out: list[Found[str]] = []
    for m in _pattern().finditer(text):
        printed = m[0]
        if not printed.isupper() and not (all(w[0].isupper() for w in printed.split()) and _heading(text, m)):
            continue
        entry = lexicon.spellings("precedences")[" ".join(printed.lower().split())]
        out.append(found_in(text, m.start(), m.end(), entry.name))
    if not out and len(text) <= 60:
        out = _damaged(text)
    return tuple(out)


def rank(words: Iterable[str]) -> int | None:
    """The rank of printed words, 0 the most urgent; NIACT and URGENT stand beside a precedence and give none."""
    known = lexicon.spellings("precedences")
    ranks = [r for w in words if (e := known.get(w.lower())) is not None and (r := e.number("rank")) is not None]
    return min(ranks, default=None)


def of_letter(letter: str, year: int | None = None) -> str | None:
    """The precedence of a prosign before a date-time group: `P 222227Z NOV 78` is PRIORITY.

    `O` is IMMEDIATE, until 1963 OPERATIONAL IMMEDIATE; without a year the later word.
    """
    meant = [e for e in lexicon.entries("precedences") if e.text("letter") == letter]
    still = (e for e in meant if (until := e.number("until")) is None or (year is not None and year <= until))
    return next((e.name for e in still), None)


def read_prosigns(text: str) -> list[Found[str]]:
    """The precedences of prosigns that stand alone, in order: `O R` gives IMMEDIATE and ROUTINE; none where any other
    word stands.

    The words are those of 1964 and later. A nought is a misread O.
    """
    if not PROSIGNS.fullmatch(text):
        return []
    out = []
    for m in re.finditer(r"\S+", text):
        letters = m[0].replace("0", "O")
        name = of_letter(letters[0]) if len(set(letters)) == 1 else None
        if name is None:
            return []
        if "0" in m[0]:
            out.append(doubtful_in(text, m.start(), m.end(), name, f"{m[0]!r} read as {letters}", confidence=0.8))
        else:
            out.append(found_in(text, m.start(), m.end(), name))
    return out


def _heading(text: str, m: re.Match[str]) -> bool:
    """Whether a word in mixed case stands as a heading does: alone, or between separators."""
    before, after = text[: m.start()].rstrip(), text[m.end() :].lstrip()
    return (not before or before[-1] in ".;,:-–—/()") and (
        not after or after[0] in ".;,:-–—/()" or _pattern().match(after) is not None
    )


@cache
def _skeletons() -> dict[str, str]:
    return {e.name: skeleton(e.name) for e in lexicon.entries("precedences") if " " not in e.name and len(e.name) > 4}


def _damaged(text: str) -> list[Found[str]]:
    """A word in capitals that is nearly a precedence: `PRI0RITY`, `IMMEDIAIE`."""
    known, out = _skeletons(), []
    for m in WORD.finditer(text):
        fold = skeleton(m[0])
        hits = [name for name, k in known.items() if k == fold] or [
            name for name, k in known.items() if len(m[0]) >= 7 and nearest(fold, [k], most=1)
        ]
        if len(hits) == 1 and hits[0] != m[0]:
            out.append(doubtful_in(text, m.start(), m.end(), hits[0], f"{m[0]!r} read as {hits[0]}", confidence=0.7))
    return out


def read_worn(word: str) -> Found[str] | None:
    """The precedence that a word is the rest of, where one stands and no post is so called: `IORIT`, `PRICRJTY`.

    It may have lost letters at both ends, or have as many misread as one in four. The whole of `word` is looked at.
    """
    fold = skeleton(word)
    if not WORN_FROM <= len(fold) <= WORN_TO:
        return None
    names = [name for name, known in _skeletons().items() if _is_rest(fold, known)]
    if len(names) != 1:
        return None
    reason = f"{word!r} is what is left of {names[0]}"
    return doubtful_in(word, 0, len(word), names[0], reason, confidence=0.6)


def _is_rest(fold: str, known: str) -> bool:
    whole = len(fold) * 2 > len(known)
    return (whole and fold in known) or bool(nearest(fold, [known], most=len(known) // 4))
