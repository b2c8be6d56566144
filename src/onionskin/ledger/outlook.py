"""How matters stand or will go, and what was done: what is left when nobody orders, promises or says anything."""

from __future__ import annotations

from onionskin.ledger.analysis import Analysis
from onionskin.ledger.grammar import AUXILIARIES, PREPOSITIONS, is_adverb
from onionskin.ledger.scene import Scene, Told, assessment, report
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

LIKELY = word_class("likely")
HERE = (("here", "is"), ("following", "is"), ("following", "are"), ("enclosed", "is"), ("attached", "is"))


def likely(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`He appeared`, `Soviets will probably`, `may nevertheless help`: how matters look, or will go."""
    if "seem" in a.sorts:
        return assessment("seems")
    if LIKELY & frozenset(t.low[a.first : min(a.end, a.first + 12)]):
        return assessment("likely")
    if a.modal in ("would", "could", "might") and (scene.reported or scene.conversation):
        return report("said-it-would")
    return assessment("will-be") if a.modal else None


def is_so(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """`The key is the division`: a judgment in the present. What goes on, or is counted in a conversation, is told."""
    words = t.low[a.first : a.end]
    if a.past or a.perfect or words[:2] in HERE:
        return None
    if a.sorts & {"do", "say"} and (a.progressive or a.passive):
        return None
    if scene.conversation and (a.who == "there" or any(low[0].isdigit() for low in words)):
        return None
    return assessment("is-so") if a.copula or a.verb is not None or a.predicate else None


def happened(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """What was done, as the writer tells it."""
    del scene
    if a.verb is None and not a.copula and not a.perfect and not a.predicate and not a.modal:
        return None
    valued = a.past and a.copula and a.verb is None
    word = t.low[a.main]
    if valued and is_adverb(word) and word.endswith("ly") and word not in PREPOSITIONS | AUXILIARIES:
        return assessment("was-so")
    return report("happened")
