"""What is offered, proposed and promised, and the days on which something falls due."""

from __future__ import annotations

from onionskin.ledger.analysis import RETURNS, Analysis
from onionskin.ledger.scene import Scene, Told, assessment, inner_of, polarity
from onionskin.ledger.stances import is_own
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType

LIKELY = word_class("likely")
OPINIONS = frozenset({"assessment", "opinion", "views", "comment", "comments", "explanation", "congratulations"})
"""What is offered in conversation."""
READY = word_class("ready")
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "noon", "midnight"})
BEFORE_DAYS = frozenset({"on", "by", "before", "until", "next", "for", "this", "of", "about"})
SOON = (("next", "week"), ("this", "evening"), ("this", "afternoon"), ("any", "day"))


def falls_due(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The President will be having a press conference on Tuesday`: a day that the business waits for."""
    having = a.verb is not None and a.verb.name == "have"
    if a.past or a.bare or scene.reported or a.sorts & {"say", "think"} or (a.who in ("self", "you") and not having):
        return None
    ahead = a.modal in ("will", "would", "shall") or a.progressive or (a.passive and not a.perfect) or having
    return Told(StatementType.DEADLINE, "on-a-day") if ahead and _dated(t, a) else None


def _dated(t: Tokens, a: Analysis) -> bool:
    for at in range(a.main, a.end):
        if t.low[at] in DAYS and t.low[at - 1] in BEFORE_DAYS:
            return True
        if t.low[at] in ("tomorrow", "tonight") or t.low[at : at + 2] in SOON:
            return True
    return False


def offered(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Would be prepared to`, `in return for which`: what one would give, and for what."""
    del scene
    words = frozenset(t.low[a.first : a.end])
    if a.sorts & {"think"} or words & LIKELY or words & OPINIONS:
        return None
    said = " ".join(t.low[a.first : a.end])
    if t.low[max(0, a.first - 4) : a.first] in RETURNS or "in return for" in said or "in exchange for" in said:
        return Told(StatementType.OFFER, "in-return", polarity(a.denied))
    ready = a.predicate in READY and a.modal in ("would", "") and a.who in ("self", "other", "none")
    if (ready and not a.past and not a.denied) or ("offer" in a.sorts and not a.passive):
        return Told(StatementType.OFFER, "prepared-to", polarity(a.denied))
    return None


def proposed(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He suggested that`, `I recommend against`, `the question could be examined`: a course for decision. `Evidence
    suggests` is none.
    """
    if "propose" in a.sorts and not a.passive:
        if a.verb is not None and a.verb.name == "suggest" and a.who == "other" and not a.past and not scene.reported:
            return assessment("suggests")
        inner = inner_of(t, a)
        return Told(StatementType.PROPOSAL, "proposes", polarity(a.denied, inner is not None and inner.denied))
    if (
        a.modal in ("can", "could", "might", "may")
        and a.passive
        and a.sorts & {"do", "say"}
        and not a.denied
        and a.verb is not None
        and a.verb.name
    ):
        return Told(StatementType.PROPOSAL, "could-be-done", Polarity.DO)
    return None


def bound(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He agreed to`, `assured us that they would`: what a party is said to have bound itself to."""
    del scene
    if "agree" in a.sorts and t.low[a.main + 1 : a.main + 2] == ("to",) and a.main + 2 < a.end and t.verbs[a.main + 2]:
        return Told(StatementType.COMMITMENT, "agreed-to", polarity(a.denied))
    if (
        "commit" not in a.sorts
        or a.modal
        or (a.passive and a.verb is not None and a.verb.name == "commit")
        or a.who not in ("self", "other", "none")
    ):
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.modal not in ("will", "would", "shall"):
        return None
    return Told(StatementType.COMMITMENT, "binds-itself", polarity(a.denied, inner is not None and inner.denied))


def we_will(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We shall continue to take this position`: what the writer's side is binding itself to."""
    own = a.who == "self" or (a.who == "none" and a.modal in ("shall", "will")) or is_own(t, a)
    if not own or a.verb is None:
        return None
    if a.modal in ("will", "shall") and not a.sorts & {"be", "know", "think", "feel"}:
        return Told(StatementType.COMMITMENT, "we-will", polarity(a.denied))
    if scene.reported and a.modal == "would" and "do" in a.sorts:
        return Told(StatementType.COMMITMENT, "we-would-do", polarity(a.denied))
    return None
