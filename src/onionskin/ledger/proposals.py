"""Courses put forward for decision: `he suggested that`, `one way would be to`, `the talks could be resumed`."""

from __future__ import annotations

from itertools import pairwise

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.scene import Scene, Told, assessment, inner_of, polarity
from onionskin.ledger.stances import is_head
from onionskin.ledger.subjects import head_of, is_matter
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.statements import Polarity, StatementType

COURSES = word_class("courses")
ENVISAGING = frozenset({"envisage", "contemplate", "envision"})


def proposed(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He suggested that`, `I recommend against`, `it is proposed that`: by its verb. `Evidence suggests` is none."""
    del scene
    if "propose" in a.sorts and a.passive and a.who == "thing" and not a.modal and not a.past:
        inner = inner_of(t, a)
        return Told(StatementType.PROPOSAL, "is-proposed", polarity(a.denied, inner is not None and inner.denied))
    if "propose" not in a.sorts or a.passive:
        return None
    if a.verb is not None and a.verb.name == "suggest" and not a.past and _evidence(t, a):
        return assessment("suggests")
    inner = inner_of(t, a)
    against = inner.denied if inner is not None else ("not", "to") in pairwise(t.low[a.main + 1 : a.main + 6])
    return Told(StatementType.PROPOSAL, "proposes", polarity(a.denied, against))


def course(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`One possibility would be to`, `our thought is that the talks could`, `the plan calls for`: by its noun."""
    if a.past or scene.reported or head_of(t, a.subject) not in COURSES:
        return None
    behind = t.low[a.main : a.main + 3]
    called = a.verb is not None and a.verb.name in ("call", "provide") and "for" in behind
    nominal = a.copula and not a.passive and not a.predicate and (a.verb is None or a.modal == "shall")
    thought_of = a.modal in ("shall", "would", "could", "might")
    if called or (nominal and ("to" in t.low[a.at : a.main + 2] or a.content is not None or thought_of)):
        return Told(StatementType.PROPOSAL, "a-course", polarity(a.denied))
    return None


def could_be_done(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The question could be examined`, `the team would be sent`, `we might consider`, `we have in mind`."""
    if a.who == "self" and not a.past and not scene.reported and not scene.conversation and _in_mind(t, a):
        return Told(StatementType.PROPOSAL, "has-in-mind", polarity(a.denied))
    head = is_head(t, a) and a.modal in ("might", "could") and not scene.reported
    if head and scene.instructing and a.sorts & {"do", "say"} and not a.passive:
        return Told(StatementType.PROPOSAL, "head-might", polarity(a.denied))
    acted = a.passive and a.sorts & {"do", "say"} and a.verb is not None and bool(a.verb.name)
    if acted and a.modal in ("can", "could", "might") and not a.denied:
        return Told(StatementType.PROPOSAL, "could-be-done", Polarity.DO)
    if a.modal != "would" or a.who != "other" or scene.reported or scene.conversation:
        return None
    if (acted and t.low[a.main] not in JUDGING) or (not a.passive and _is_planned(t, a)):
        return Told(StatementType.PROPOSAL, "would-be-done", polarity(a.denied))
    return None


def _is_planned(t: Tokens, a: Analysis) -> bool:
    """`The team would consist of nine members`, `each side would withdraw`: what a plan is to bring about."""
    subject = t.low[a.subject[0] : a.subject[1]]
    if a.verb is not None and a.verb.name in WEIGHING:
        return False
    made_up = a.verb is not None and a.verb.name in MADE_UP
    acts = a.sorts & {"do", "say", "offer"} and a.verb is not None and a.verb.name
    both = subject[:2] in SIDES
    under = any(t.low[at] == "under" and SCHEMES & frozenset(t.low[at + 1 : at + 4]) for at in range(a.start, a.first))
    return bool((PLANNED & frozenset(subject) and (made_up or acts)) or (acts and (both or under)))


WEIGHING = word_class("weighing")
"""What a plan would do to other things is judged: `the station would enhance our communications`."""
SIDES = (("each", "side"), ("both", "sides"), ("the", "two"), ("two", "sides"), ("each", "party"), ("both", "parties"))
SCHEMES = frozenset({"plan", "scheme", "proposal", "arrangement", "agreement", "formula"})
MADE_UP = frozenset(
    {"consist", "include", "comprise", "cover", "contain", "have", "meet", "begin", "last", "need", "take"}
)
PLANNED = word_class("planned")
JUDGING = frozenset({"taken", "seen", "regarded", "interpreted", "viewed", "considered"})
"""How something would be understood is judged, not proposed."""


def _in_mind(t: Tokens, a: Analysis) -> bool:
    """`We have in mind`, `we are thinking of`, `we might consider`: what is thought of and not yet decided."""
    name = a.verb.name if a.verb is not None else ""
    behind = t.low[a.main + 1 : a.main + 3]
    might = a.modal in ("might", "could") and not a.denied and not a.perfect and not a.copula
    might = might and (name in ("consider", "explore", "study") or bool(a.sorts & {"do", "offer"}))
    thinking = name == "think" and a.progressive and (behind[:1] == ("of",) or behind == ("in", "terms"))
    return behind == ("in", "mind") or thinking or might or (name in ENVISAGING and a.content is None)


def _evidence(t: Tokens, a: Analysis) -> bool:
    """Whether it is facts that suggest something, and nobody who proposes it."""
    return a.who == "thing" or is_matter(t, a.subject)
