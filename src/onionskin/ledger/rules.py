"""What a clause does: the rules of the grammar, in the order in which they are asked; the first answer stands, or is
weighed where it is a general one's (`weighing`).
"""

from __future__ import annotations

from onionskin.ledger import courtesies, orders, outlook, pledges, proposals, requests, speech, stances
from onionskin.ledger.analysis import Analysis
from onionskin.ledger.scene import NOTHING, Rule, Scene, Told, position
from onionskin.ledger.tokens import Tokens

RULES: tuple[Rule, ...] = (
    orders.eyes_only,
    requests.answer_wanted,
    requests.would_appreciate,
    requests.to_do,
    requests.left_to_you,
    courtesies.courtesy,
    courtesies.aside,
    orders.not_to_be_told,
    orders.taken_back,
    requests.asked_of_you,
    requests.our_wish_that_you,
    requests.agreed_for_you,
    requests.requested,
    requests.well_if_you,
    requests.empowered,
    requests.your_task,
    requests.yours_should,
    requests.you_are_asked,
    orders.you_should_think,
    orders.imperative,
    orders.you_should,
    orders.post_should,
    orders.should_be_done,
    pledges.falls_due,
    orders.leads_to,
    pledges.offered,
    orders.we_should,
    proposals.proposed,
    proposals.course,
    proposals.could_be_done,
    pledges.bound,
    pledges.gave_word,
    pledges.we_will,
    pledges.will_be_done,
    speech.view,
    speech.noted,
    speech.wondered,
    speech.said,
    speech.thought_by_others,
    speech.thought,
    stances.aims,
    stances.takes_view,
    stances.for_or_against,
    stances.ruled_out,
    stances.on_condition,
    stances.holds,
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
    within = speech.performed(t, a, scene)
    if within is not None:
        return typed(t, within, scene) or position("says", within.denied)
    for rule in RULES:
        told = rule(t, a, scene)
        if told is not None:
            return None if told is NOTHING else told
    return None
