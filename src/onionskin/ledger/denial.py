"""Where a clause says not: `not REPEAT not` is once, `not only` and `no doubt` are none."""

from __future__ import annotations

from onionskin.ledger.grammar import NOT
from onionskin.ledger.tokens import Tokens

SELDOM = frozenset({"hardly", "scarcely"})
NO_DENIAL = (
    ("not", "only"),
    ("no", "doubt"),
    ("not", "merely"),
    ("not", "simply"),
    ("not", "just"),
    ("no", "less"),
    ("no", "later"),
    ("not", "later"),
    ("not", "least"),
    ("or", "not"),
    ("if", "not"),
    ("no", "reason"),
    ("not", "longer"),
    ("cannot", "but"),
    ("couldn't", "agree"),
    ("cannot", "help"),
)
"""Words that deny nothing. `no reason why it could not` denies twice: its `not` is passed over as well."""


def _behind_repeated(t: Tokens, at: int) -> int:
    """The last word of `not REPEAT not`, `not, repeat not`, `not (rpt not)`; the first where it is not repeated."""
    again = at + 1
    while again < len(t.low) and t.low[again] in (",", "("):
        again += 1
    return again + 1 if t.low[again : again + 2] in (("repeat", "not"), ("rpt", "not")) else at


def denials(t: Tokens, start: int, end: int) -> int:
    """How often something is denied between two words; `not REPEAT not` is once."""
    count, at = 0, start
    while at < end:
        low = t.low[at]
        if low in NOT or low in SELDOM or low.endswith("n't"):
            if t.low[at : at + 2] in NO_DENIAL:
                at += 2
                continue
            if low == "could" and t.low[at + 1 : at + 3] == ("not", "but"):
                at += 3
                continue
            if low == "not" and t.low[at + 1 : at + 2] in (("but",), ("help",)):
                at += 2
                continue
            count += 1
            at = _behind_repeated(t, at)
        at += 1
    return count
