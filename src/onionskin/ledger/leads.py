"""What leads to a clause and stands outside it: `in view of the volume of traffic,`, `while we understand it,`."""

from __future__ import annotations

from onionskin.ledger.conditions import end_of_fronted
from onionskin.ledger.grammar import COORDINATORS, PREDICATES, begins_clause, verb_from
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class

CONCESSIONS = word_class("concessions")
VIEWS, OPENERS = word_class("reporting-nouns"), word_class("openers")
ASKING = frozenset({"propose", "ask", "think", "hope", "order"})
"""Verbs before which telegrams leave out I and we, `suggest`, `request`, `believe`."""
LONGEST_LEAD = 40
"""Words before the clause itself: `In view of the mounting volume of traffic and ..., we feel`."""
SHORTEST_WITHIN = 6
"""Behind `he said that` a lead of fewer words is quoted with what is said."""


def behind_opener(t: Tokens, at: int) -> int:
    """Behind `In view of the volume of traffic,` and `Since there is no agreement,`: the clause itself comes then."""
    n = len(t.low)
    if t.low[at] not in OPENERS and not _is_doing(t, at):
        return at
    for here in range(at + 4, min(n, at + LONGEST_LEAD)):
        if t.low[here] != "," or here + 1 >= n or t.low[here + 1] in COORDINATORS:
            continue
        verb = t.verbs[here + 1]
        asks = verb is not None and "b" in verb.forms and verb.sorts & ASKING
        if t.low[here + 1] == "please" or asks or begins_clause(t, here + 1, n):
            opinion = VIEWS & frozenset(t.low[at:here]) and t.low[at : at + 3] != ("in", "view", "of")
            return at if opinion else here + 1
    return at


def _is_doing(t: Tokens, at: int) -> bool:
    """Whether a verb in -ing leads: `taking note of these assurances, the Minister`."""
    verb = t.verbs[at]
    return t.low[at] == "according" or (verb is not None and "g" in verb.forms)


def behind_concession(t: Tokens, at: int) -> int | None:
    """Behind `while we did not consider it full compliance,`, None where no clause follows."""
    n = len(t.low)
    commas = [here + 1 for here in range(at + 4, n - 1) if t.low[here] == ","]
    found = next((here for here in commas if begins_clause(t, here, n)), None)
    if found is None and verb_from(t, at + 1, n) is not None:
        found = next((here for here in commas if _says_something(t, here, n)), None)
    return found or (end_of_fronted(t, at, n) if t.low[at] == "while" else None)


def _says_something(t: Tokens, at: int, n: int) -> bool:
    """Whether a verb or what stands for one is there: `doubtful that we should`, `implications are not clear`."""
    if t.low[at] in COORDINATORS:
        return False
    return verb_from(t, at, n) is not None or not PREDICATES.isdisjoint(t.low[at : at + 4])


def behind_lead_within(t: Tokens, at: int) -> int | None:
    """Behind a long lead to what somebody says: `he said that since nothing could be done about it, he would go`."""
    behind = behind_concession(t, at) if t.low[at] in CONCESSIONS else behind_opener(t, at)
    if behind is None or behind - at < SHORTEST_WITHIN or behind >= len(t) or t.low[behind] in MARKS | {"that"}:
        return None
    return behind
