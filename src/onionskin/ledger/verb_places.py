"""Where the verb of a clause stands that has no subject before it, that no list has, or that a telegram leaves out."""

from __future__ import annotations

from onionskin.ledger.grammar import (
    AFTER_VERB,
    ARTICLES,
    MODALS,
    NOUNS,
    PREDICATES,
    PREPOSITIONS,
    RELATIVES,
    UNFINISHED,
    is_adverb,
    is_finite,
    verb_from,
)
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class

MINDS = word_class("minds")
NO_OBJECT = frozenset({"of", "is", "are", "was", "were", "has", "had", "will", "would", "by", "and"})
"""Behind them no imperative goes on: `report of`, `present is`."""
ADJECTIVES = word_class("adjectives-too")
"""Words of both kinds: before no article or pronoun they belong to a noun, `present relations`."""


def bare_verb(t: Tokens, first: int, end: int) -> int | None:
    """Where a clause begins with its verb: an imperative, or a telegram's `Believe Diem softened`."""
    at = first
    while at < end and (t.low[at] in ("please", "not", "do", "don't", "kindly") or is_adverb(t.low[at])):
        at += 1
    if _bids(t, at, end):
        return at
    verb = t.verbs[at] if at < end else None
    if verb is None or "b" not in verb.forms:
        return None
    if at + 1 >= end:
        return at if "please" in t.low[first:at] else None
    return at if _may_bid(t, first, at, end) else None


def _may_bid(t: Tokens, first: int, at: int, end: int) -> bool:
    """Whether the bare verb at `at` is one here: no noun, as `report` of `report of the talks`."""
    verb, after = t.verbs[at], t.low[at + 1]
    if verb is None or after in MARKS or after[:1].isdigit() or after in NO_OBJECT or after in MODALS:
        return False
    own = bool(verb.sorts & {"ask", "propose", "think", "hope"}) and after not in PREPOSITIONS
    if ("d" in verb.forms and t.low[at] != "let") or (
        is_finite(t, at + 1, first) and t.low[at + 1] != "see" and not own
    ):
        return False
    noun = not own and verb.name in NOUNS and after not in AFTER_VERB
    return not (noun and (t.low[at] in ADJECTIVES or verb_from(t, at + 1, end, 14) is not None))


def _bids(t: Tokens, at: int, end: int) -> bool:
    """Whether an imperative of `be` or `have` stands here: `be guided by`, `be sure to`, `have him informed`."""
    if t.low[max(0, at - 1) : at + 1] in (("do", "everything"), ("do", "all"), ("do", "nothing"), ("do", "what")):
        return True
    if at + 2 >= end:
        return False
    if t.low[at] == "be":
        verb = t.verbs[at + 1]
        return t.low[at + 1] in PREDICATES | {"careful"} or (verb is not None and "n" in verb.forms)
    return t.low[at] == "have" and t.low[at + 1] in ("him", "her", "them", "it", "this", "these")


def earlier_predicate(t: Tokens, first: int, verb: int) -> int | None:
    """Where the verb to be is left out before the first verb there is: `Department deeply concerned reports that`."""
    for at in range(first + 1, verb):
        low = t.low[at]
        if low in MARKS or low in PREPOSITIONS or low in RELATIVES or t.low[at - 1] in ARTICLES:
            return None
        if low in MINDS or low in UNFINISHED:
            return at
    return None


def unknown_verb(t: Tokens, first: int, end: int) -> int | None:
    """Where a regular past stands that the lexicon does not have: `the crowd dispersed`."""
    for at in range(first + 1, min(end, first + 12)):
        low, before = t.low[at], t.low[at - 1]
        if low in MARKS or low in PREDICATES:
            return None
        if (
            low.endswith("ed")
            and len(low) > 4
            and t.verbs[at] is None
            and before not in ARTICLES
            and before not in PREPOSITIONS
        ):
            return at
    return None


def left_out(t: Tokens, first: int, end: int) -> int | None:
    """Where a telegram leaves out the verb to be: `GOE unable`, `message being released`, `no settlement possible`."""
    for at in range(first, min(end, first + 20)):
        verb = t.verbs[at]
        if t.low[at] in PREDICATES or t.low[at] == "being":
            return at
        if (
            verb is not None
            and at > first
            and ("g" in verb.forms or "n" in verb.forms)
            and t.low[at - 1] not in ARTICLES
        ):
            return at
    return None
