"""What a clause does: the rules of the grammar, in the order in which they are asked; the first answer stands."""

from __future__ import annotations

from onionskin.ledger import orders, outlook, pledges, speech, stances
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.scene import NOTHING, Rule, Scene, Told
from onionskin.ledger.tokens import Tokens

RULES: tuple[Rule, ...] = (
    orders.eyes_only,
    orders.would_appreciate,
    orders.courtesy,
    orders.taken_back,
    orders.left_to_you,
    orders.asked_of_you,
    orders.requested,
    orders.yours_should,
    orders.you_are_asked,
    orders.you_should_think,
    orders.you_should,
    orders.imperative,
    orders.post_should,
    orders.should_be_done,
    pledges.falls_due,
    orders.leads_to,
    pledges.offered,
    orders.we_should,
    pledges.proposed,
    pledges.bound,
    pledges.we_will,
    speech.view,
    speech.noted,
    speech.wondered,
    speech.said,
    speech.thought_by_others,
    speech.thought,
    stances.aims,
    stances.stands,
    stances.needed,
    stances.would_help,
    stances.would_require,
    stances.must_be,
    stances.we_cannot,
    outlook.likely,
    outlook.is_so,
    outlook.happened,
)


def typed(t: Tokens, a: Analysis, scene: Scene) -> Told | None:
    """What the clause does, None where it carries no business."""
    for rule in RULES:
        told = rule(t, a, scene)
        if told is not None:
            return None if told is NOTHING else told
    return None
