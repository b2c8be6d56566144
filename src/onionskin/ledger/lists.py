"""Lists of what is to be done: `if he asks, you should: (a) inform him ..., (b) ask him ...`.

What stands under letters or numbers is as binding as what leads to the list, and hangs on what that hangs on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onionskin.ledger.scene import Told, strength_of
from onionskin.record.document import Paragraph
from onionskin.record.statements import Condition, Strength

LABELLED = re.compile(r"\s*(?:[(\[]?(?:[A-Za-z]|\d{1,2}|[ivxIVX]{1,4})[.)\]]|[-•—–])\s")
OPENS = re.compile(
    r":\s*$|\b(?:as follows|(?:the )?following(?: \w+)?|these lines|steps|points|lines)\s*[:.]?\s*$", re.IGNORECASE
)
"""How a sentence ends that a list follows: `you should take following steps:`."""
ITEMS = frozenset({"imperative", "please"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What leads to a list: how binding it is, and on what it hangs."""

    strength: Strength
    conditions: tuple[Condition, ...]


def lead_of(text: str, told: Told | None, conditions: tuple[Condition, ...]) -> Lead | None:
    """The lead that a sentence with an order is, None where no list follows it."""
    if told is None or told.strength is None or OPENS.search(text) is None:
        return None
    return Lead(told.strength, conditions)


def is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is counted."""
    return paragraph.label is not None or LABELLED.match(paragraph.text) is not None


def under(lead: Lead | None, modal: str, told: Told) -> Told:
    """What an order is under the lead of its list, or behind an order of the same sentence with this auxiliary."""
    if told.rule not in ITEMS or (lead is None and not modal):
        return told
    return replace(told, strength=strength_of(modal) if modal or lead is None else lead.strength)
