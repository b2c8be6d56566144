"""Words of the grammar that an engine misread: `bclieve`, `sbould`, `wi1l`, `bel ieve`, `hewill`.

Only a word that is none is taken for another, only in small letters or in a sentence of capitals (elsewhere a capital
begins a name), only by one hurt, and only where no other word of the period is likelier.
"""

from __future__ import annotations

from functools import cache

from onionskin import lexicon
from onionskin.emending.lexical import Near, misreading, near_words
from onionskin.ledger.vocabulary import verbs
from onionskin.lexicon.period import frequencies

SHORTEST, SHORTEST_CAPITALS = 3, 5
"""Letters of a word that can be told again; of one in capitals, which may be a name."""
ALIKE, ONE_HURT = -4.0, -6.0
"""How likely a misreading must at least be (`emending.lexical.misreading`): of three letters, and of more."""
SHORTEST_PAIR = 5
"""Letters of two words that ran together."""
COMMON = -12.0
"""Each of the two is a word of everyday: the logarithm of its share of all words."""
SINGLE = frozenset({"a", "i"})
REMEMBERED = 1 << 13
"""Words that were seen last, each with what it was taken for."""


def mended(low: str, *, capitals: bool) -> str:
    """The word of the grammar for which a word in small letters stands, most often itself."""
    if low in grammar_words() or not low.isascii() or low.isdigit():
        return low
    shortest = SHORTEST_CAPITALS if capitals else SHORTEST
    return _nearest(low) if len(low) >= shortest else low


def _nearest(low: str) -> str:
    known = frequencies()
    if low in known or not _grammar().to(low):
        return low  # Most are names, which need not be looked for among all words of the period.
    least = ALIKE if len(low) == SHORTEST else ONE_HURT
    likely = ((misreading(word, low), word) for word in near_words(low))
    found = max(((known[word] + how, word) for how, word in likely if how >= least), default=(0.0, low))[1]
    return found if found in grammar_words() else low


@cache
def _grammar() -> Near:
    return Near(grammar_words().intersection(frequencies()))


def is_broken(first: str, second: str) -> bool:
    """Whether two pieces that stand apart are one word of the grammar: `bel ieve`."""
    return first + second in grammar_words() and not (_stands(first) and _stands(second))


def _stands(low: str) -> bool:
    return low in grammar_words() or (low in frequencies() and (len(low) > 1 or low in SINGLE))


def halves(low: str) -> tuple[str, str]:
    """The two words that ran together, of which one is of the grammar: `hewill`; empty where it is one word or none."""
    known = frequencies()
    if len(low) < SHORTEST_PAIR or low in known or low in grammar_words() or not low.isalpha() or not low.isascii():
        return "", ""
    cuts = ((low[:at], low[at:]) for at in range(2, len(low) - 1))
    words = grammar_words()
    pairs = [
        (known[one] + known[other], one, other)
        for one, other in cuts
        if (one in words or other in words) and min(known.get(one, -99.0), known.get(other, -99.0)) > COMMON
    ]
    return max(pairs)[1:] if pairs else ("", "")


@cache
def grammar_words() -> frozenset[str]:
    """All forms of the verbs, and the words of all classes."""
    classes = {word for entry in lexicon.entries("ledger_words") for word in entry.list("words")}
    return frozenset(verbs()) | classes
