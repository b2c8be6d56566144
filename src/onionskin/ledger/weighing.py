"""What a clause is told to be, by many small signs weighed against one another.

Most rules stand by their own words (`please`, `we undertake to`, `eyes only`). Those that answer by subject and tense
for all the rest, and a few whose words say several things, are wrong three times in ten in papers that were not read
while they were written. There their answer is one sign among others (`clause_signs`). What each sign is worth for
each type is fitted to papers that were read by hand (`python -m bench.ledger.weighing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain
from math import exp, log

from onionskin import lexicon
from onionskin.ledger.clause_signs import WORD, Heard, Signs, classes_of, groups_of, of_words, words_of
from onionskin.ledger.misread import REMEMBERED
from onionskin.ledger.scene import Told, inner_of, ordered, polarity, strength_of
from onionskin.record.statements import Polarity, StatementType

Weights = tuple[int, ...]
"""What a sign is worth, in hundredths of log-odds, for the clause being each of `TYPES`."""
TYPES = (
    StatementType.ASSESSMENT,
    StatementType.REPORT,
    StatementType.POSITION,
    StatementType.COMMITMENT,
    StatementType.PROPOSAL,
    StatementType.INSTRUCTION,
)
"""What a clause may be weighed to be; it may well be more than one of them."""
FACTS = tuple(each.value for each in TYPES)
STATING = frozenset({StatementType.POSITION, StatementType.COMMITMENT, StatementType.PROPOSAL})
GENERAL = frozenset(
    {
        *("happened", "is-so", "will-be", "was-so", "goes-on", "has-become", "likely", "seems"),
        *("said-that", "said", "said-it-would", "thinks", "thought-that"),
    }
)
"""Rules that answer by subject and tense for what no other knows by its words."""
DOUBTFUL = frozenset(
    {"stands", "must-be", "is-needed", "for-or-against", "said-position", "said-would", "proposes", "could-be-done"}
)
"""Rules whose words say several things: all but `said-position` were wrong three times in ten or oftener when they were
first run on the papers of `bench/truth/ledger/learning.jsonl`.
"""
SHORT, PLAIN, SHORT_CLAUSE = 8, 12, 6
"""A sentence of so many words and marks, what leads to it not counted, is what the rules say: what a general one says,
and what another says or a general one of a clause of so few. They were written for such, where signs are few.
"""
LEAST = 0.42
"""As likely as this a type must be: higher for more precision, lower for more recall."""
NEEDED = 100 * log(LEAST / (1 - LEAST))
"""The same in hundredths of log-odds."""
NAMED = 3
"""So many of the heaviest signs are named with a statement."""


def weighed(heard: Heard) -> Told | None:
    """What the clause does, None where it carries no business.

    Where that is not what a rule says, the signs that weighed most are the rule: `weighed: modal-will, who-self`.
    """
    told = heard.told
    if not is_weighed(heard):
        return told
    groups = groups_of(heard)
    odds = [*map(sum, zip(*map(_worth, groups), *_worth_of_words(heard), strict=True))]
    top = max(odds)
    if top < NEEDED:
        return None
    best, likely = odds.index(top), round(1 / (1 + exp(-top / 100)), 2)
    kind = TYPES[best]
    if told is not None and told.type is kind:
        return Told(kind, told.rule, told.polarity, told.strength, likely)
    rule = f"weighed: {', '.join(_heaviest({*of_words(heard), *chain.from_iterable(groups)}, best))}"
    if kind is StatementType.INSTRUCTION:
        a = heard.analysis
        order = ordered(heard.tokens, a, strength_of(a.modal), rule, polarity(a.denied))
        return Told(order.type, rule, order.polarity, order.strength, likely)
    return Told(kind, rule, _way(heard, kind), likely=likely)


def is_weighed(heard: Heard) -> bool:
    """Whether what a rule says that may well be wrong is one sign among others: in all but short sentences."""
    told, a, clause = heard.told, heard.analysis, heard.clause
    length = len(heard.tokens) - heard.lead - (a.first - a.start)
    if told is None or told.rule in GENERAL:
        return length > (SHORT if clause.end - clause.start > SHORT_CLAUSE else PLAIN)
    return told.rule in DOUBTFUL and length > PLAIN


def _heaviest(signs: Iterable[str], best: int) -> list[str]:
    """The signs that speak most for a column."""
    known = weights()
    return [name for _, name in sorted([(-known[each][best], each) for each in signs if each in known])[:NAMED]]


def _way(heard: Heard, kind: StatementType) -> Polarity | None:
    """For or against, of what is neither told nor judged."""
    if kind not in STATING:
        return None
    if heard.told is not None and heard.told.polarity is not None:
        return heard.told.polarity
    inner = inner_of(heard.tokens, heard.analysis)
    return polarity(heard.analysis.denied, inner is not None and inner.denied)


def _worth_of_words(heard: Heard) -> Iterator[Weights]:
    """What the signs of `of_words` are worth each, without their names."""
    held, known = words_of(heard), weights()
    for kind, words in held.items():
        worth = _by_word(kind)
        yield from (worth[low] for low in words if low in worth)
    yield from (known[each] for each in classes_of(held[WORD]) if each in known)


@cache
def _by_word(kind: str) -> Mapping[str, Weights]:
    """What the signs that begin so are worth, by their words: `word-agree` by `agree`."""
    start = f"{kind}-"
    return {name.removeprefix(start): worth for name, worth in weights().items() if name.startswith(start)}


def worth_of(signs: Signs) -> Weights:
    """What signs are worth together."""
    known = weights()
    return tuple(map(sum, zip(NONE, *[known[each] for each in signs if each in known], strict=True)))


NONE = (0,) * len(FACTS)
_worth = lru_cache(maxsize=REMEMBERED)(worth_of)


@cache
def weights() -> Mapping[str, Weights]:
    """What each sign is worth."""
    return {entry.name: tuple(entry.number(fact) or 0 for fact in FACTS) for entry in lexicon.entries("ledger_weights")}
