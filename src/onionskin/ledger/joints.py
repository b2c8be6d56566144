"""Where one clause of a sentence ends and another begins, and how the two are joined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onionskin.ledger.analysis import RETURNS
from onionskin.ledger.conditions import condition_at, end_of_fronted
from onionskin.ledger.grammar import (
    AUXILIARIES,
    COORDINATORS,
    MODALS,
    NOT,
    PREPOSITIONS,
    RELATIVES,
    SELF,
    SUBORDINATORS,
    YOU,
    begins_clause,
    begins_verb,
    is_adverb,
    verb_from,
)
from onionskin.ledger.leads import CONCESSIONS, behind_concession
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class

LABEL = 8
"""So many words before a colon can be a label: `Six points: We knew ...`."""
COLONS = frozenset({":", "—", "--", "–"})
REASONS = frozenset({"since", "because"})
JOINING = COLONS | COORDINATORS | CONCESSIONS | {",", ";", "who", "which"}
"""At no other word or mark do clauses meet."""
ALSO = CONCESSIONS | REASONS | {"so", "therefore"}
LISTED = word_class("listed")
"""Verbs that may follow a comma alone in a list of orders: `you should present the scenario, give him our draft`."""
BEFORE_ORDER = MODALS | COLONS | COORDINATORS | {"you", "please"}
MINDED = frozenset({"stand", "think", "know", "feel", "want"})
LAST_AUXILIARY = 16
"""So many words before such a verb its `should` may stand."""
LONG_RELATIVE = 8
SHORTEST_RELATIVE, SHORTEST_CONCESSION, SHORTEST_CONTRAST = 5, 5, 5


class Manner(Enum):
    """How a clause hangs on the one before: by itself, by its subject and auxiliary, or as telling more of it."""

    ALONE = "alone"
    JOINED = "joined"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Joint:
    """Where the next clause begins, and how it hangs on the one before."""

    at: int
    manner: Manner = Manner.ALONE


def joint_at(t: Tokens, at: int, mood: str, *, seen: bool) -> Joint | None:
    """The joint at a mark or a word, None where the clause goes on. `seen` says that it has its verb, `mood` the forms
    that its verbs have.
    """
    if at >= len(t.low) or t.low[at] not in JOINING:
        return None
    early = _before_verb(t, at)
    if early is not None or not seen:
        return early
    low, n = t.low[at], len(t.low)
    if low == ";":
        return Joint(at + 1)
    if low in COLONS:
        listed = "b" in mood and t.low[at - 1] not in MODALS and begins_verb(t, at + 1, n, "b")
        goes_on = begins_clause(t, at + 1, n) or listed
        return Joint(at + 1) if goes_on else None
    if low == "," and at + 1 < n:
        found = _at_comma(t, at + 1)
        if found is not None or t.low[at + 1] not in COORDINATORS:
            return found
        at += 1
    return _at_word(t, at, mood)


def _before_verb(t: Tokens, at: int) -> Joint | None:
    """What parts clauses even where the first has no verb: a label's colon, `and that`, `and please`."""
    low, n = t.low[at], len(t.low)
    if low in COLONS and at <= LABEL and begins_clause(t, at + 1, n):
        return Joint(at + 1)
    if low == "," and t.low[at + 1 : at + 5] in RETURNS:
        return Joint(at + 1)
    behind = at + 2 if low == "," and at + 1 < n else at + 1
    if t.low[behind - 1] not in COORDINATORS or behind + 1 >= n:
        return None
    if t.low[behind] == "that" and begins_clause(t, behind + 1, n):
        return Joint(behind + 1)
    return Joint(behind) if t.low[behind] in ("please", "let") else None


def _at_comma(t: Tokens, following: int) -> Joint | None:
    low, n = t.low[following], len(t.low)
    if low in ("which", "who") and tells_more(t, following, n):
        return Joint(following, Manner.RELATIVE)
    if _tells_further(t, following):
        return Joint(following, Manner.JOINED)
    if t.low[following : following + 2] == ("even", "though") and begins_clause(t, following + 2, n):
        return Joint(following + 2)
    if _said_beside(t, following):
        return Joint(following)
    if low in LISTED and _ordered_before(t, following - 1) and begins_verb(t, following, n, "b"):
        return Joint(following, Manner.JOINED)
    return Joint(following + 1) if low in ALSO and begins_clause(t, following + 1, n) else None


def _tells_further(t: Tokens, at: int) -> bool:
    """Whether somebody is said to go on speaking: `, adding that he would`, `, saying he thought`."""
    verb, n = t.verbs[at], len(t.low)
    if verb is None or "g" not in verb.forms or "say" not in verb.sorts:
        return False
    return t.low[at + 1 : at + 2] == ("that",) or begins_clause(t, at + 1, n)


def _at_word(t: Tokens, at: int, mood: str) -> Joint | None:
    low, n = t.low[at], len(t.low)
    if low in ("who", "which") and tells_more(t, at, n, bare=True):
        return Joint(at, Manner.RELATIVE)
    if low in CONCESSIONS and t.low[at - 1] == "that" and behind_concession(t, at) is not None:
        return Joint(at)
    if low == "nor":
        return Joint(at) if _turned(t, at, n) else None
    if low in CONCESSIONS:
        return Joint(at + 1) if n - at > SHORTEST_CONCESSION and begins_clause(t, at + 1, n) else None
    return _coordinated(t, at, mood)


def _coordinated(t: Tokens, at: int, mood: str) -> Joint | None:
    n, following = len(t.low), at + 1
    if t.low[following : following + 1] == (",",) and at + 2 < n:
        following = at + 2 if condition_at(t, at + 2, n, at + 2) else _behind_aside(t, at + 2, n)
    cannot_but = t.low[at] == "but" and t.low[at - 1] in ("cannot", "not", "can't")
    if t.low[at] not in COORDINATORS or following >= n or cannot_but or _halves(t, at):
        return None
    again = following + int(is_adverb(t.low[following]))
    if t.low[again : again + 1] in AGAIN and begins_clause(t, again + 1, n):
        return Joint(again + 1)
    conditional = condition_at(t, following, n, following) and end_of_fronted(t, following, n) is not None
    if conditional or begins_clause(t, following, n):
        return Joint(following)
    if _shares_object(t, at):
        return None
    if begins_verb(t, following, n, mood or "d"):
        return Joint(following, Manner.JOINED)
    return Joint(following) if t.low[at] == "but" and _contrasts(t, at) else None


def _contrasts(t: Tokens, at: int) -> bool:
    """Whether a `but` begins a clause whose verb is left out or stands far behind: `but time not ripe for this`."""
    following = t.low[at + 1]
    if len(t) - at <= SHORTEST_CONTRAST or following in NO_CONTRAST:
        return False
    return t.low[at - 1] == "," or (following not in PREPOSITIONS | NOT and verb_from(t, at + 1, len(t)) is not None)


NO_CONTRAST = RELATIVES | {"also", "to", "rather", "for", "with", "the"}
"""Behind a `but` they go on with a thing: `not only this but also that`."""


def _said_beside(t: Tokens, at: int) -> bool:
    """Whether a comma alone parts two clauses: `he urged us to act, he would help`; not `it is, he said, of use`."""
    low, n = t.low[at], len(t.low)
    if low in NO_START or low[:1].isdigit() or is_adverb(low) or t.low[at - 2] in AUXILIARIES:
        return False
    if not begins_clause(t, at, n):
        return False
    verb = verb_from(t, at, n)
    return verb is not None and not (t.low[verb + 1 : verb + 2] in ASIDE and verb - at < LONGEST_ASIDE)


NO_START = COORDINATORS | RELATIVES | SUBORDINATORS | MARKS
ASIDE = ((",",), (")",), ("”",), ())


def _behind_aside(t: Tokens, at: int, n: int) -> int:
    """Behind `and, in consequence,`; where no aside stands behind the comma, the comma itself."""
    aside = t.low[at] in PREPOSITIONS or is_adverb(t.low[at])
    close = next((here for here in range(at + 1, min(n, at + LONGEST_ASIDE)) if t.low[here] == ","), None)
    return close + 1 if aside and close is not None else at - 1


LONGEST_ASIDE = 6
AGAIN = (("that",), ("because",), ("since",))
"""Behind `and also` they begin another clause."""


def _halves(t: Tokens, at: int) -> bool:
    """Whether an `and` stands behind the first half of a subject: `no reason why you and the Ambassador should not`."""
    return at > 1 and t.low[at - 1] in HALVES and t.low[at - 2] in SUBORDINATORS | RELATIVES


HALVES = SELF | YOU | {"he", "she", "they"}


def _shares_object(t: Tokens, at: int) -> bool:
    """Whether the verb before `and` has its object behind the next one: `Soviets welcome and agree with this`."""
    verb, following = t.verbs[at - 1], t.verbs[at + 1]
    return (
        t.low[at] == "and"
        and verb is not None
        and following is not None
        and not verb.sorts.isdisjoint(MINDED)
        and not following.sorts.isdisjoint(MINDED | {"agree"})
        and following.sorts.isdisjoint({"say"})
    )


def _turned(t: Tokens, at: int, n: int) -> bool:
    """Whether `nor` begins a clause, with its auxiliary behind it: `nor can the US regard`."""
    return at + 2 < n and t.low[at + 1] in AUXILIARIES and "neither" not in t.low[:at]


def _ordered_before(t: Tokens, at: int) -> bool:
    """Whether a bare verb stands between the last auxiliary and here: `you should present ..., give`."""
    for back in range(at - 1, max(0, at - LAST_AUXILIARY), -1):
        verb = t.verbs[back]
        if t.low[back] in AUXILIARIES:
            return False
        if verb is not None and "b" in verb.forms and t.low[back - 1] in BEFORE_ORDER:
            return True
    return False


def tells_more(t: Tokens, at: int, n: int, *, bare: bool = False) -> bool:
    """Whether what `who` or `which` adds is a statement of its own: it says what will be, what somebody said, or what
    one holds of it: `, which we believe will fail`. What `which we require` tells belongs to its noun.

    `bare` says that no comma stands before it, as in telegrams.
    """
    if n - at < SHORTEST_RELATIVE:
        return False
    behind = at + 1
    while behind < n and (is_adverb(t.low[behind]) or t.low[behind] in NOT):
        behind += 1
    verb = t.verbs[behind] if behind < n else None
    if t.low[at] == "who" and verb is not None and "d" in verb.forms and "say" in verb.sorts:
        return True
    held = t.low[at] == "which" and t.low[at + 1] in HOLDERS and _holds(t, at + 1, n)
    long = n - at > LONG_RELATIVE and t.low[at] == "which" and verb_from(t, at + 1, n) is not None
    return not bare and behind < n and (held or long or t.low[behind] in MODALS)


def _holds(t: Tokens, at: int, n: int) -> bool:
    """Whether somebody holds something there: `we believe`, `he feared`."""
    found = verb_from(t, at, n, 6)
    verb = t.verbs[found] if found is not None else None
    return verb is not None and not verb.sorts.isdisjoint({"think", "say", "know", "feel"})


HOLDERS = SELF | {"he", "she", "they", "it"}
