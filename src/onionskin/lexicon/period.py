"""The words of the period: with their frequencies, as `scripts/compile-words` counted them into `words.txt`, and those
of running text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onionskin.errors import LexiconError
from onionskin.lexicon import entries

TEN = math.log(10)


@cache
def frequencies() -> Mapping[str, float]:
    """Each word, in small letters, with the logarithm of its share of all words."""
    text = files("onionskin.lexicon").joinpath("words.txt").read_text(encoding="utf-8")
    told = text.split()
    shares = {tenths: int(tenths) / 10 * TEN - 9 * TEN for tenths in set(told[1::2]) if tenths.isdigit()}
    try:
        return MappingProxyType(dict(zip(told[::2], map(shares.__getitem__, told[1::2]), strict=True)))
    except (KeyError, ValueError) as stray:
        raise LexiconError(f"words and numbers do not take turns: {stray}", where="lexicon/words.txt") from stray


@cache
def running_words() -> frozenset[str]:
    """Words of running text, in small letters."""
    return frozenset(entry.name for name in ("running_words", "ordinary") for entry in entries(name))
