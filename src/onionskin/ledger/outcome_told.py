"""Whether an outcome is told as a fact, and what it comes to with its auxiliary and its *not*."""

from __future__ import annotations

import re

from onionskin.ledger.outcomes import NOUNS, Outcome, Way
from onionskin.record.statements import Disposition

NEAR = 7
"""Words before an outcome in which its auxiliary and its *not* stand."""
MARK = re.compile(r"[,;:—()]")
MODAL = re.compile(
    r"\b(must|should|may|might|could|would|shall|can|cannot|will|ought|can't|won't|couldn't|wouldn't|to)\b"
)
ADVISED = frozenset({"should", "must", "may", "might", "shall", "ought"})
SUPPOSED = frozenset({"would", "could", "wouldn't", "couldn't"})
NOT = re.compile(
    r"\b(?:not|no|never|cannot|nor|neither|unable|unwilling|reluctant|hardly|nowhere|refus\w+|declined|\w+n't)\b"
)
BE = re.compile(r"\bbe\b")
TO_BE = re.compile(r"\bto (?:\w+ly )?be\b")
LEADS = re.compile(
    r"\b(?:agree[ds]?|decided?|prepared|ready|willing|inclined|glad|pleased|happy|able|unable|unwilling|refus\w+|declined|"
    r"reluctant|continu\w+)(?: \w+){0,2} $"
)
"""Before `to accept`: who is ready to accept says so, who asks somebody to accept does not."""
OPEN = re.compile(r"\b(?:if|whether|unless|until|provided|assuming|suppose|lest|before|when|asked|wondered)\b|^ ?had\b")
WISHED = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|wish(?:es|ed)?|want(?:s|ed)?|"
    r"desires?|trust|expect(?:s|ed)?|recommend(?:s|ed|ing)?|suggest(?:s|ed|ing)?|propos(?:es|ed|ing)|insist(?:s|ed)?|like|"
    r"please|let)\b"
)
OURS = re.compile(r"\b(?:we|i)\b")
"""Who says that another will accept it does not know."""
SUBJECTS = re.compile(
    r"\b(?:we|they|i|you|who|to|do|does|did|not|repeat|also|must|should|may|might|could|would|shall|can|cannot|will) $"
)
"""Before a form that is as often a noun, where it is a verb."""
ATTRIBUTE = re.compile(r"\b(?:an?|the|no|any|some|its|his|her|my|our|your|their|as|of|an? \w+ly) $")
"""Before a participle that tells nothing: `an agreed set`, `my considered judgment`, `as authorized`."""
ARTICLED = frozenset(
    {"good", "excellent", "favorable", "warm", "sympathetic", "wrong", "helpful", "useful", "constructive", "a"}
)
SHORTLY = frozenset(
    {"concur", "agree", "approve", "accept", "appreciate", "welcome", "disagree", "support", "favor", "endorse"}
)
"""Verbs before which a telegram leaves out *we*, and which nobody is ordered by."""


def meant(words: str, start: int, outcome: Outcome) -> Disposition | None:
    """What an outcome at `start` of a sentence comes to; None where it may be, is hoped, asked or advised."""
    ahead = MARK.split(" ".join(words[:start].rsplit(" ", NEAR)[-NEAR:]))[-1]
    denied = bool(NOT.search(ahead))
    if outcome.way is Way.SO:
        return None if OPEN.search(ahead) else outcome.disposition
    first = words[start:].split(" ", 1)[0]
    if _is_attribute(ahead, first, outcome) or not _is_fact(ahead, first, outcome, denied=denied):
        return None
    return outcome.denied if denied else outcome.disposition


def _is_attribute(ahead: str, first: str, outcome: Outcome) -> bool:
    """Whether it is no verb here: `in favor of`, `an agreed draft`."""
    noun = outcome.base and first in NOUNS and bool(ahead.strip()) and not SUBJECTS.search(ahead)
    return noun or (bool(ATTRIBUTE.search(ahead)) and first not in ARTICLED)


def _is_fact(ahead: str, first: str, outcome: Outcome, *, denied: bool) -> bool:
    modals = MODAL.findall(ahead)
    modal = modals[-1] if modals else ""
    to_come = outcome.base or bool(BE.search(ahead)) or modal in ("will", "would")
    if OPEN.search(ahead) or (WISHED.search(ahead) and to_come):
        return False
    if modal == "to":
        plain = outcome.base or bool(TO_BE.search(ahead))
        return not plain or bool(LEADS.search(ahead[: ahead.rindex("to")]))
    if modal in SUPPOSED:
        return denied or outcome.disposition is Disposition.DEFERRED
    if modal == "will":
        return denied or bool(OURS.search(ahead))
    if modal:
        return modal not in ADVISED
    subjunctive = outcome.way is Way.DONE and bool(BE.search(ahead))
    ordered = outcome.base and outcome.way is Way.DOES and not ahead.strip() and first not in SHORTLY
    return not subjunctive and not ordered
