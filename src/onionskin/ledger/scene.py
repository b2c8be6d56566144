"""What the rules of the grammar ask of a clause and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onionskin.ledger.analysis import Analysis, analysed
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.record.quick import quick
from onionskin.record.statements import Polarity, StatementType, Strength

OWN = word_class("own")
"""Words for the United States and its offices."""

STRENGTH = {
    "must": Strength.MUST,
    "shall": Strength.MUST,
    "will": Strength.MUST,
    "may": Strength.MAY,
    "might": Strength.MAY,
    "can": Strength.MAY,
    "could": Strength.MAY,
}
"""How binding an auxiliary is; all others are `should`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What of the paper and of the sentences before bears on a clause.

    `instructing`: the paper is of a kind that tells its reader what to do, `outgoing`: it is the Department's;
    `conversation`: it tells what was said; `reported`: somebody was said to speak earlier in the paragraph; `abroad`:
    it is written to another government, or gives the words of a message that is. `own` are the words by which the
    writer's side is named; `he_is_ours`: the last of whom the paper spoke was its President or Secretary.
    """

    instructing: bool = False
    conversation: bool = False
    reported: bool = False
    outgoing: bool = False
    abroad: bool = False
    own: frozenset[str] = OWN
    he_is_ours: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """What a clause does, by which rule; `likely` is how sure that is, where it was weighed (`weighing`)."""

    type: StatementType
    rule: str
    polarity: Polarity | None = None
    strength: Strength | None = None
    likely: float | None = None


SHOWING = frozenset({"show", "disclose", "reveal", "publish", "release", "leak", "divulge", "publicize", "imply"})
SHOWN = frozenset({"implication", "impression", "disclose", "reveal", "divulge", "publicity", "publicly"})

Rule = Callable[[Tokens, Analysis, Scene], Told | None]
NOTHING = Told(StatementType.REPORT, "")
"""The answer that there is no statement, and that no other rule is to be asked."""


def polarity(*denied: bool) -> Polarity:
    """Denied twice is not denied: `we do not believe that it should not`."""
    return Polarity.DO_NOT if sum(denied) % 2 else Polarity.DO


def inner_of(t: Tokens, a: Analysis) -> Analysis | None:
    """The clause that tells what is said or thought."""
    if a.content is not None and a.inner is None:
        a.inner = analysed(t, a.content, a.end)
    return a.inner


def strength_of(modal: str) -> Strength:
    """How binding an order with this auxiliary is."""
    return STRENGTH.get(modal, Strength.SHOULD)


def report(rule: str) -> Told:
    """A report, which has neither polarity nor strength."""
    return Told(StatementType.REPORT, rule)


def assessment(rule: str) -> Told:
    """An assessment, which has neither."""
    return Told(StatementType.ASSESSMENT, rule)


def position(rule: str, *denied: bool) -> Told:
    """A position, for or against."""
    return Told(StatementType.POSITION, rule, polarity(*denied))


def ordered(t: Tokens, a: Analysis, strength: Strength, rule: str, way: Polarity) -> Told:
    """An instruction, or a disclosure where it is about what may be told or shown."""
    words = t.low[a.first : a.end]
    shows = (a.verb is not None and a.verb.name in SHOWING) or SHOWN & frozenset(words[:14])
    if shows or ("using" in words and "information" in words):
        return Told(StatementType.DISCLOSURE, rule, way, strength)
    return Told(StatementType.INSTRUCTION, rule, way, strength)
