"""What people decided of the ledger: that an issue has another name, is two, or is one with another; that a statement
is right, or is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onionskin.ledger.lines import folded

LONGEST = 60
"""Characters of an issue's id."""


class RulingVerb(StrEnum):
    """What a person decided."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision. An `issue` gets another `label`; or `other` goes into it; or some of its `lines` leave it for an
    issue of that `label`. Of statements `lines` has the one that is accepted or rejected, and `issue` is empty.
    """

    verb: RulingVerb
    issue: str = ""
    label: str = ""
    other: str = ""
    lines: frozenset[str] = frozenset()


def slug(words: str) -> str:
    """What an issue of these words is called in addresses: `IL-28's` is il-28-s."""
    return re.sub(r" +", "-", folded(words))[:LONGEST].strip("-")


def issue_under(rulings: Iterable[Ruling], line: str, issue: str) -> str:
    """The issue of a line that by its own words falls under `issue`, after all that was decided, the oldest first."""
    for each in rulings:
        if each.verb is RulingVerb.MERGE and issue == each.other:
            issue = each.issue
        elif each.verb is RulingVerb.SPLIT and issue == each.issue and line in each.lines:
            issue = slug(each.label)
    return issue


def verdict_on(rulings: Iterable[Ruling], line: str) -> RulingVerb | None:
    """What was decided last of a statement."""
    verdicts = {RulingVerb.ACCEPT, RulingVerb.REJECT}
    return next((r.verb for r in reversed(tuple(rulings)) if r.verb in verdicts and line in r.lines), None)


def labels_under(rulings: Iterable[Ruling]) -> dict[str, str]:
    """By issue the name that people gave it; of a split the new issue's."""
    told: dict[str, str] = {}
    for each in rulings:
        if each.verb is RulingVerb.RENAME:
            told[each.issue] = each.label
        elif each.verb is RulingVerb.SPLIT:
            told.setdefault(slug(each.label), each.label)
    return told
