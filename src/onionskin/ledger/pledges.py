"""What is offered, proposed and promised, and the days on which something falls due."""

from __future__ import annotations

from onionskin.ledger.analysis import RETURNS, Analysis
from onionskin.ledger.scene import Scene, Told, inner_of, polarity, position
from onionskin.ledger.stances import is_own
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import StatementType

LIKELY = word_class("likely")
OPINIONS = frozenset({"assessment", "opinion", "views", "comment", "comments", "explanation", "congratulations"})
"""What is offered in conversation."""
RETURN = (("in", "return", "for"), ("in", "exchange", "for"))
EXCHANGING = frozenset(words[1] for words in RETURN)
READY = word_class("ready")
GIVING = READY | EXCHANGING
"""Without one of them nothing is offered."""
DUE = frozenset({"deadline", "time-limit"})
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "noon", "midnight"})
BEFORE_DAYS = frozenset({"on", "by", "before", "until", "next", "for", "this", "of", "about"})
SOON = (("next", "week"), ("this", "evening"), ("this", "afternoon"), ("any", "day"))


def falls_due(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The President will be having a press conference on Tuesday`: a day that the business waits for."""
    expires = a.verb is not None and a.verb.name == "expire"
    due = expires or not DUE.isdisjoint(t.low[a.first : a.at])
    if due and not a.past:
        return Told(StatementType.DEADLINE, "on-a-day")
    having = a.verb is not None and a.verb.name == "have"
    expected = a.passive and "expect" in a.sorts
    if (
        a.past
        or a.bare
        or scene.reported
        or (a.sorts & {"say", "think"} and not expected)
        or (a.who in ("self", "you") and not having)
    ):
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
    words = t.low[a.start : a.end]
    if "offer" not in a.sorts and GIVING.isdisjoint(t.low[max(0, a.first - 4) : a.end]):
        return None
    if "think" in a.sorts or not (LIKELY.isdisjoint(words) and OPINIONS.isdisjoint(words)):
        return None
    given = not EXCHANGING.isdisjoint(words) and any(words[at : at + 3] in RETURN for at in range(len(words) - 2))
    if given or t.low[max(0, a.first - 4) : a.first] in RETURNS:
        return Told(StatementType.OFFER, "in-return", polarity(a.denied))
    ready = _ready(t, a) and a.modal in ("would", "will", "") and a.who in ("self", "other", "none", "thing")
    past = a.past and not (a.verb is not None and a.verb.name == "prepare" and not a.copula)
    if ready and not past and a.denied:
        return position("not-prepared-to", a.denied)
    if (ready and not past) or ("offer" in a.sorts and not a.passive):
        return Told(StatementType.OFFER, "prepared-to", polarity(a.denied))
    return None


def _ready(t: Tokens, a: Analysis) -> bool:
    """`Prepared to discuss`, `ready for talks`, the telegram's `prepared discuss`; not `a draft has been prepared`."""
    at = next((at for at in range(a.main, min(a.end, a.main + 5)) if t.low[at] in READY), None)
    if a.modal in ("would", "will") and a.copula and t.low[a.main] in READY and t.low[a.main - 1] != "been":
        return t.low[a.main + 1 : a.main + 2] != ("by",)
    stands = a.verb is not None and a.verb.name == "stand"
    shortened = a.verb is not None and a.verb.name == "prepare" and not (a.copula or a.perfect or (a.past and a.modal))
    if at is None or at + 1 >= a.end or not (a.predicate in READY or shortened or stands):
        return False
    verb = t.verbs[at + 1]
    return t.low[at + 1] in ("to", "for", ",") or (verb is not None and "b" in verb.forms)


def bound(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He agreed to`, `assured us that they would`: what a party is said to have bound itself to."""
    del scene
    if "agree" in a.sorts and t.low[a.main + 1 : a.main + 2] == ("to",) and a.main + 2 < a.end and t.verbs[a.main + 2]:
        return Told(StatementType.COMMITMENT, "agreed-to", polarity(a.denied))
    committed = a.verb is not None and a.verb.name == "commit" and a.passive
    if committed and a.who in ("self", "other") and not a.modal and t.low[a.main + 1 : a.main + 2] == ("to",):
        return Told(StatementType.COMMITMENT, "is-committed", polarity(a.denied))
    if "commit" not in a.sorts or a.modal or committed or a.who not in ("self", "other", "none"):
        return None
    inner = inner_of(t, a)
    if inner is not None and inner.modal not in ("will", "would", "shall"):
        return None
    return Told(StatementType.COMMITMENT, "binds-itself", polarity(a.denied, inner is not None and inner.denied))


def gave_word(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He gave assurances that they would leave`."""
    del scene
    gives = a.verb is not None and a.verb.name in ("give", "offer", "provide") and not a.modal
    if gives and a.who in ("self", "other", "none") and WORDS_GIVEN & frozenset(t.low[a.main + 1 : a.main + 5]):
        return Told(StatementType.COMMITMENT, "gave-word", polarity(a.denied))
    return None


SEEN = ((), ("that",), ("how",), ("whether",), ("why",), ("what",), ("no",), ("any",), ("if",), ("it",), ("in",))
"""Behind `see` they show that one learns; else one meets: `I shall see the Minister`."""
WORDS_GIVEN = frozenset({"assurance", "assurances", "promise", "promises", "pledge", "word", "undertaking"})


def will_be_done(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`Instructions will be sent shortly`, `the matter will be raised`: business to be done, whoever does it."""
    if scene.reported or scene.conversation or a.who != "other" or a.modal not in ("will", "shall"):
        return None
    judged = LIKELY & frozenset(t.low[a.start : min(a.end, a.main + 3)])
    if a.passive and a.sorts & {"do", "say"} and a.verb is not None and a.verb.name and not judged:
        return Told(StatementType.COMMITMENT, "will-be-done", polarity(a.denied))
    return None


def we_will(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`We shall continue to take this position`: what the writer's side is binding itself to."""
    if a.verb is None or a.modal not in ("will", "shall", "would"):
        return None
    if not (a.who == "self" or (a.who == "none" and a.modal != "would") or is_own(t, a, scene)):
        return None
    meets = a.verb.name == "see" and t.low[a.main + 1 : a.main + 2] not in SEEN
    knows = bool(a.sorts & {"be", "know", "think", "feel", "seem"}) and not meets
    if a.modal in ("will", "shall") and not a.perfect and not knows:
        return Told(StatementType.COMMITMENT, "we-will", polarity(a.denied))
    if scene.reported and a.modal == "would" and "do" in a.sorts:
        return Told(StatementType.COMMITMENT, "we-would-do", polarity(a.denied))
    return None
