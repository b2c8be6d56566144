"""Classes of ordinary words that the grammars turn on, from the lexicon."""

from __future__ import annotations

from functools import cache

from onionskin import lexicon


@cache
def word_class(name: str) -> frozenset[str]:
    """The words of one class, in small letters: `word_class("units")`."""
    return frozenset(lexicon.spellings("word_classes")[name].list("words"))


@cache
def names_of(*lists: str) -> frozenset[str]:
    """Every spelling of the named lists of the lexicon, in small letters."""
    return frozenset(s.lower() for name in lists for e in lexicon.entries(name) for s in e.spellings)
