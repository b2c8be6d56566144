"""The month that a misread word is nearly: `Novernber`, `JANURRY`, `Scp`, `Jul y`; none where it may be two."""

from __future__ import annotations

from functools import cache

from onionskin import lexicon
from onionskin.phrases.damage import nearest, skeleton
from onionskin.phrases.date_patterns import STEMS


def month_meant(words: str | None, *, stem: bool) -> tuple[lexicon.Entry | None, str | None]:
    """The month that one word, or two pieces of one (`Jul y`), are nearly, and what is printed for it."""
    last = words.split()[-1] if words else None
    for printed in dict.fromkeys((words, last)):
        whole = (printed or "").replace(" ", "")
        month = (_nearly_a_month(whole) or (_nearly_a_stem(whole) if stem else None)) if len(whole) >= 3 else None
        if month is not None:
            return month, printed
    return None, last


@cache
def _months() -> dict[str, lexicon.Entry]:
    return {skeleton(s): e for e in lexicon.entries("months") for s in e.spellings}


@cache
def _stems() -> dict[str, str]:
    return {skeleton(stem): stem for stem in STEMS}


def _nearly_a_month(word: str | None) -> lexicon.Entry | None:
    if not word:
        return None
    months = _months()
    whole = skeleton(word)
    if whole in months:
        return months[whole]
    hits = nearest(whole, months, most=1 if len(word) < 7 else 2) if len(word) >= 4 else []
    closest = {months[word].name for word, apart in hits if apart == hits[0][1]}
    return months[hits[0][0]] if len(closest) == 1 else None


def stem_meant(word: str) -> lexicon.Entry | None:
    """The month that three characters of a stamp are, one of them misread at most: `0CT`, `1pr`, `FAN`; None where it
    may be two.
    """
    exact = _stems().get(skeleton(word))
    return lexicon.spellings("months")[exact] if exact else _nearly_a_stem(word)


def _nearly_a_stem(word: str) -> lexicon.Entry | None:
    """The month of three letters of which one is misread, where there is only one: `Scp`; `Jnn` may be two."""
    near = [
        stem
        for stem in STEMS
        if len(word) == len(stem) and sum(a != b for a, b in zip(word.lower(), stem, strict=True)) == 1
    ]
    return lexicon.spellings("months")[near[0]] if len(near) == 1 else None
