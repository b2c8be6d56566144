"""A sentence taken apart: its clauses, each with the conditions on which it hangs.

Verbs that share a subject are clauses of their own (`you should see him and explain`), so are what `and that` and what
`which` begin. A condition before the first clause holds for all of them, one behind a clause for that alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.ledger.analysis import is_clause
from onionskin.ledger.conditions import BEGINNINGS, condition_at, end_of_fronted, end_of_trailing, takes_up
from onionskin.ledger.grammar import (
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SELF,
    VERBAL,
    YOU,
    closing,
    is_adverb,
    is_finite,
    reduced,
)
from onionskin.ledger.joints import JOINING, LABEL, REASONS, Joint, Manner, joint_at
from onionskin.ledger.leads import CONCESSIONS, OPENERS, behind_concession, behind_lead_within, behind_opener
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.record.quick import quick

Range = tuple[int, int]
"""From one word up to another that does not belong to it."""
SAYING = frozenset({"say", "think", "agree", "propose"})
LEADS = (COORDINATORS - {"nor"}) | frozenset({",", ".", ")", "—", "–", "--", "“", "”", '"', ":", "…", "]", "["})
BINDING = frozenset({"should", "must", "shall", "ought"})
WRITERS = SELF | YOU
LEADING = CONCESSIONS | OPENERS
TELLING_LEADS = CONCESSIONS | REASONS
"""What they lead to is told for itself."""
LONGEST_FRAME = 12
"""Words of `he said that` which are told with what he said."""
TELLING = BEGINNINGS | JOINING | OPENERS | RELATIVES | VERBAL | {"("}
"""Words and marks by which the parts of a clause are told; beside them verbs alone."""
NUMBER = 3
"""Letters of a number in parentheses: `(iii) the text`."""


@quick
@dataclass(frozen=True, slots=True)
class Clause:
    """Words `start` to `end` of a sentence, and what they hang on, the nearest condition first.

    `joined` says that subject and auxiliary are those of the clause before; `frame` is where `he said that` begins,
    which a condition parts from its clause.
    """

    start: int
    end: int
    conditions: tuple[Range, ...] = ()
    joined: bool = False
    frame: int | None = None


def clauses_of(t: Tokens) -> Iterator[Clause]:
    """The clauses of a sentence in their order; a condition without a clause gives none."""
    shared: tuple[Range, ...] = ()
    joint = Joint(0)
    while (at := _begin(t, joint.at)) < len(t.low):
        alone = joint.manner is not Manner.JOINED
        end = behind_concession(t, at) if alone and t.low[at] in CONCESSIONS else None
        if end is not None:
            yield Clause(*trimmed(t, at + 1, end), shared)
            joint = Joint(end)
            continue
        opening = condition_at(t, at, len(t.low), at) if alone else 0
        if opening:
            end = at + opening if takes_up(t, at) else end_of_fronted(t, at, len(t.low))
            if end is None:
                return
            shared, joint = (trimmed(t, at, end), *shared), Joint(end)
            continue
        walk = _Walk(t, behind_opener(t, at))
        following = walk.to_the_end()
        own = () if joint.manner is Manner.RELATIVE else (*walk.own, *shared)
        frame = walk.at if walk.framed else None
        if walk.lead is not None:
            yield Clause(*walk.lead, shared)
        yield Clause(*trimmed(t, walk.first, walk.end), own, joined=not alone, frame=frame)
        shared = (*walk.own, *shared) if walk.framed else shared
        joint = following


class _Walk:
    """Goes through one clause to its end; `first` is where it begins, which a condition may move forward."""

    def __init__(self, t: Tokens, at: int) -> None:
        self.t, self.at, self.first, self.end = t, at, at, at
        self.own: list[Range] = []
        self.framed = False
        self.lead: Range | None = None
        self._mood, self._seen = _opening_mood(t, at)

    def to_the_end(self) -> Joint:
        """Go to the end of the clause; how the next one is joined to it."""
        t, n = self.t, len(self.t.low)
        while self.end < n:
            low, begun = t.low[self.end], self.end > self.at
            if low not in TELLING and t.verbs[self.end] is None and not low.endswith("ed"):
                self.end += 1
                continue
            if low == "(":
                self.end = closing(t, self.end, n)
                continue
            opening = condition_at(t, self.end, n, self.at) if begun and low in BEGINNINGS else 0
            joint = self._at_condition(opening) if opening else None
            if joint is not None:
                return joint
            if opening and self._passed:
                continue
            if begun and low in LEADING and not self.framed and _opens_lead(t, self.end):
                joint = self._at_lead()
                if joint is not None:
                    return joint
            joint = joint_at(t, self.end, self._mood, seen=self._seen) if begun and low in JOINING else None
            if joint is not None:
                return joint
            self._notice(low)
            self.end += 1
        return Joint(n)

    _passed = False

    def _at_condition(self, opening: int) -> Joint | None:
        """Take a condition in the midst of the clause or at its end; the joint where it ends the clause."""
        t, n, at = self.t, len(self.t), self.end
        self._passed = True
        if takes_up(t, at):
            if self._seen and t.low[at + 1] == "which":
                return Joint(at)
            self._take(at + opening)
            return None
        stop = end_of_trailing(t, at, n)
        inner = end_of_fronted(t, at, n) if _opens_content(t, at) and not self.framed else None
        if inner is not None and at - self.at > LONGEST_FRAME:
            return Joint(at)
        aside = _aside(t, at, stop)
        if inner is not None:
            self._take(inner)
            self.framed, self.first = True, inner
        elif aside is not None:
            self._take(aside)
        elif self._seen:
            self.own.append(trimmed(t, at, stop))
            return joint_at(t, stop, self._mood, seen=True) or Joint(stop)
        else:
            self._passed = False
        return None

    def _at_lead(self) -> Joint | None:
        """Go on to what is said behind its lead: `he said that while he understood our reasons, he would go`. The joint
        where too much stands before it.
        """
        t, at = self.t, self.end
        inner = behind_lead_within(t, at)
        if inner is None:
            return None
        if at - self.at > LONGEST_FRAME:
            return Joint(at)
        self.lead = trimmed(t, at + 1, inner) if t.low[at] in TELLING_LEADS else None
        self.framed, self.first, self.end, self._seen = True, inner, inner, False
        return None

    def _take(self, end: int) -> None:
        self.own.append(trimmed(self.t, self.end, end))
        self.end = end

    def _notice(self, low: str) -> None:
        """See whether the word is the clause's verb, or begins a clause within it that has its own."""
        t, at = self.t, self.end
        if low in RELATIVES and at > self.at and t.low[at - 1] not in PREPOSITIONS:
            self._seen = False
        elif not self._seen and _acts(t, at, self.at):
            self._seen, self._mood = True, self._mood + "d"
        elif low in AUXILIARIES or (is_finite(t, at, self.at) and not reduced(t, at, len(t.low))):
            bound = low in MODALS and low not in BINDING
            foretold = bound and not (WRITERS & frozenset(t.low[max(self.at, at - 3) : at]))
            self._seen, self._mood = True, self._mood + ("" if foretold else _mood(t, at))


def _acts(t: Tokens, at: int, first: int) -> bool:
    """Whether a word that the lexicon does not have is the clause's verb: `he warmly seconded this sentiment`."""
    if t.verbs[at] is not None or at == first or not t.low[at].endswith("ed") or t.low[at + 1 : at + 2] == ():
        return False
    before = t.low[at - 1]
    return t.low[at + 1] in ARTICLES and not (before in ARTICLES or before in PREPOSITIONS or before in MARKS)


def trimmed(t: Tokens, start: int, end: int) -> Range:
    """A range without the marks around it."""
    while end > start and (t.low[end - 1] in MARKS - {")"} or t.low[end - 1] in COORDINATORS):
        end -= 1
    while start < end and t.low[start] in MARKS:
        start += 1
    return start, end


def _begin(t: Tokens, at: int) -> int:
    """Where a clause begins behind marks and numbers, and behind `accordingly,` where a condition follows."""
    n = len(t.low)
    while at < n and t.low[at] in LEADS:
        at += 1
    if at == 0 and ":" in t.low[1:LABEL]:
        colon = t.low.index(":")
        at = at if is_clause(t, 0, colon) else _begin(t, colon)
    behind = at
    while behind < n and (is_adverb(t.low[behind]) or t.low[behind] == ","):
        behind += 1
    if at < behind < n and (
        t.low[behind] in CONCESSIONS or condition_at(t, behind, n, behind) or behind_opener(t, behind) > behind
    ):
        return behind
    if at < n and t.low[at] == "(":
        inside = closing(t, at, n)
        return _begin(t, inside) if inside == at + 3 and len(t.low[at + 1]) <= NUMBER else at + 1
    return at


def _aside(t: Tokens, at: int, stop: int) -> int | None:
    """Where a condition ends whose clause goes on with its verb: `we would, pending such settlement, feel`."""
    if t.low[at - 1] != "," or at < 2:
        return at + 3 if t.low[at : at + 3] == ("as", "circumstances", "warrant") else None
    close = next((here for here in range(at, stop) if t.low[here] == ","), None)
    if close is None or close + 1 >= len(t.low):
        return None
    subject = t.low[at - 2] in AUXILIARIES or t.low[at - 2] in PRONOUNS
    return close if subject or t.low[close + 1] in AUXILIARIES or t.low[close + 1] == "to" else None


def _opens_content(t: Tokens, at: int) -> bool:
    """Whether what is said begins here: `told him that if ...`, `said, if ...`."""
    before = t.verbs[at - 2] if t.low[at - 1] == "," and at > 1 else t.verbs[at - 1]
    opened = t.low[at - 1] in ("that", "“", ":") or t.low[at - 2 : at] == ("that", ",")
    return opened or (before is not None and bool(before.sorts & SAYING))


def _opens_lead(t: Tokens, at: int) -> bool:
    """Whether what is said begins here with a lead: `told him that in view of`, `replied since`."""
    return _opens_content(t, at) and (t.low[at] in TELLING_LEADS or t.low[at - 1] in ("that", ",", ":"))


def _opening_mood(t: Tokens, at: int) -> tuple[str, bool]:
    """The mood with which a clause begins, `b` where it begins with a bare verb, and whether that is its verb."""
    while at < len(t.low) and (is_adverb(t.low[at]) or t.low[at] in ("please", "not", ",")):
        at += 1
    verb = t.verbs[at] if at < len(t.low) else None
    return ("b", True) if verb is not None and "b" in verb.forms and "d" not in verb.forms else ("", False)


def _mood(t: Tokens, at: int) -> str:
    """The form in which a further verb of the same subject would stand."""
    low, verb = t.low[at], t.verbs[at]
    if low in AUXILIARIES:
        return "b" if low in MODALS or low in DO else "n" if low in HAVE or low in ("was", "were") else "s"
    if verb is None:
        return "d"
    if "d" in verb.forms or "s" in verb.forms:
        return "d" if "d" in verb.forms else "s"
    writes = at > 0 and t.low[at - 1] in WRITERS
    return "b" if writes or verb.sorts & {"do", "say"} else ""
