"""Where a clause says not: `not REPEAT not` is once, `no doubt` is none, and who refuses says it as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onionskin.ledger.grammar import NOT, is_adverb
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

if TYPE_CHECKING:
    from onionskin.ledger.analysis import Analysis

UNLIKE = word_class("unlike")
GIVEN_TO = frozenset({"him", "her", "them", "us", "me", "you", "it"})
DECIDING = frozenset({"vote", "decide", "advise", "argue", "speak", "come"})
"""Verbs behind which `against` says no: `vote against the resolution`."""
OPINING = frozenset({"say", "propose", "stand", "plan", "think"})

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


def _denies_ahead(t: Tokens, a: Analysis, head: tuple[str, ...]) -> bool:
    """Whether the subject denies, or what leads to it: `no commitment should be made`, `under no circumstances`."""
    denying = head[:1] != () and head[0] in ("no", "nothing", "neither", "nor", "none", "nobody")
    if denying and t.low[a.first : a.first + 2] not in NO_DENIAL:
        return True
    return "no" in t.low[a.start : a.at + 1] and any(t.low[here : here + 2] in NEVER for here in range(a.start, a.at))


NEVER = (("under", "no"), ("in", "no"), ("by", "no"), ("at", "no"), ("on", "no"))


def is_denied(t: Tokens, a: Analysis, *, turned: bool = False) -> bool:
    """Whether the clause denies its verb: by its own not, by `no` before its subject or its object, by refusing.

    Who asks `shouldn't these be kept` wants them kept: where verb and subject are `turned`, that denies nothing.
    """
    between = a.subject[1] if a.first <= a.subject[0] < a.subject[1] <= a.at and not a.bare else a.at
    count = denials(t, between, a.main + 1) if a.verb is None or a.copula else denials(t, between, a.main)
    count -= int(turned and t.low[a.at].endswith("n't"))
    head = t.low[a.first : min(a.first + 2, a.at)]
    if a.bare:
        count += denials(t, a.first, a.at)
    elif _denies_ahead(t, a, head):
        count += 1
    behind = a.main + 2 if t.low[a.main + 1 : a.main + 2] in QUOTING else a.main + 1
    after = t.low[behind : behind + 2]
    if (
        after
        and a.content != a.main + 1
        and after not in NO_DENIAL
        and (after[0] in ("no", "neither", "nothing", "none", "not") or after == ("in", "no"))
        and t.low[behind + 1 : behind + 3] != ("no", "doubt")
    ):
        count += 1
    if after[1:] == ("no",) and after[0] in GIVEN_TO and t.low[a.main + 2 : a.main + 4] not in NO_DENIAL:
        count += 1
    against = after[:1] == ("against",) or t.low[a.main] == "against"
    ruled_out = a.verb is not None and a.verb.name == "rule" and "out" in after
    lost = a.verb is not None and a.verb.name == "lose" and after[:1] == ("no",)
    count += int(after == ("care", "not"))
    against = against and (a.verb is None or bool(a.sorts & OPINING) or a.verb.name in DECIDING)
    count += int(lost)
    count += int(_refuses_to(t, a)) + int(_objects(t, a)) + int(_does_none(t, a))
    if a.sorts & {"refuse"} or a.predicate in UNLIKE or against or ruled_out:
        count += 1
    return count % 2 == 1


def _refuses_to(t: Tokens, a: Analysis) -> bool:
    """Whether what is tried, wished or agreed is to refuse: `try to avoid publicity`, the telegram's `hope avoid`."""
    at = _behind_to(t, a) if a.verb is not None else None
    verb = t.verbs[at] if at is not None else None
    return verb is not None and verb.name in AVOIDING and "b" in verb.forms


def _does_none(t: Tokens, a: Analysis) -> bool:
    """Whether what is wished, agreed or best is to do nothing: `agreed to make no change`, `wish take no part`."""
    at = _behind_to(t, a)
    if at is None or (a.copula and not a.predicate) or a.content == a.main + 1:
        return False
    verb, behind = t.verbs[at], t.low[at + 1 : at + 3]
    return verb is not None and "b" in verb.forms and behind[:1] in NOTHING and behind not in NO_DENIAL


NOTHING = (("no",), ("nothing",))


def _behind_to(t: Tokens, a: Analysis) -> int | None:
    """Where the verb stands that the one of the clause leads to, with its `to` or without, as in telegrams."""
    at = next((at for at in range(a.main + 1, min(a.end - 1, a.main + 4)) if not is_adverb(t.low[at])), None)
    return at if at is None or t.low[at] != "to" else at + 1


def _objects(t: Tokens, a: Analysis) -> bool:
    """Whether one has or sees what speaks against a thing, as `no` before it denies: `we have no objection`."""
    if a.verb is None or a.verb.name not in HAVING:
        return False
    behind = t.low[a.main + 1 : min(a.end, a.main + 5)]
    return not OBJECTIONS.isdisjoint(behind) or (a.verb.name == "see" and not TROUBLES.isdisjoint(behind))


HAVING = frozenset({"have", "see", "perceive", "find", "raise", "interpose", "offer"})
OBJECTIONS, TROUBLES = word_class("objections"), word_class("troubles")
QUOTING = (("“",), ('"',))
AVOIDING = frozenset({"avoid", "refrain", "abstain", "desist"})
