"""The subject of a clause itself, without what leads to it and what stands between it and its verb.

`For its part, the United States Government, however, will honor ...` is about the United States Government.
"""

from __future__ import annotations

from onionskin.ledger.grammar import (
    ARTICLES,
    AUXILIARIES,
    MODALS,
    NOT,
    OTHERS,
    PREPOSITIONS,
    RELATIVES,
    SELF,
    THINGS,
    YOU,
    is_adverb,
)
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class

Range = tuple[int, int]
"""From one word up to another that does not belong to it."""
WHO = (("self", SELF), ("you", YOU), ("other", OTHERS), ("there", frozenset({"there"})), ("thing", THINGS))
NEAREST = SELF | YOU | frozenset({"he", "she", "they", "it", "there"})
SPOKEN_OF = word_class("reporting-nouns") | frozenset({"information", "return", "exchange", "view"})
"""What a lead says that has rules of its own: `in our view`, `for your information`, `in return`."""
MATTERS = word_class("matters")
"""Nouns for what acts by no will: `situation`, `control`, `losses`."""
ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ism",
    "cy",
    "tions",
    "sions",
    "ities",
    "ances",
    "ences",
)
BODIES = word_class("parties") | word_class("posts") | word_class("own")
PARTS_OF = frozenset({"one", "some", "most", "many", "all", "none", "part", "much", "any", "each", "both", "several"})
LEADING_IN = PREPOSITIONS | {"according"}
BEFORE_SUBJECT = frozenset({"nor", "neither", "never", "only"})
LONGEST_SUBJECT = 8
"""Words between an auxiliary and its verb where the subject stands between them: `nor can the US regard`."""


def behind_lead(t: Tokens, first: int, end: int) -> int:
    """Behind what leads to a subject or a verb: `in this connection,`, `at 2245 hours,`; `in our view` is none."""
    start = first
    while start < end:
        low = t.low[start]
        if low == "," or (is_adverb(low) and low not in NOT):
            start += 1
            continue
        comma = _comma(t, start, end) if low in LEADING_IN or _is_participle(t, start) else None
        if comma is None or SPOKEN_OF & frozenset(t.low[start:comma]) or "you" in t.low[start:comma]:
            return start
        start = comma + 1
    return first


def _is_participle(t: Tokens, at: int) -> bool:
    """`Proceeding from the concept, ...`, `established in 1954, ...`: a participle leads to the subject."""
    verb = t.verbs[at]
    if verb is None or "b" in verb.forms:
        return False
    return "g" in verb.forms or ("n" in verb.forms and t.low[at + 1 : at + 2] != () and t.low[at + 1] in PREPOSITIONS)


def subject_of(t: Tokens, first: int, at: int) -> Range:
    """The words of the subject of the verb at `at`, whose clause begins at `first`; empty where it has none."""
    start = behind_lead(t, first, at)
    start = start if start < at else first
    end = at
    if end > start and t.low[end - 1] == ",":
        opening = next((here for here in range(end - 2, start, -1) if t.low[here] == ","), end - 1)
        end = opening
    while end > start and (is_adverb(t.low[end - 1]) or t.low[end - 1] in MARKS):
        end -= 1
    while start < end and (is_adverb(t.low[start]) and t.low[start] not in NOT):
        start += 1
    return _behind_bare_lead(t, start, end), end


def _behind_bare_lead(t: Tokens, start: int, end: int) -> int:
    """Where a telegram has no comma behind what leads: `in discussing matter US officials should`."""
    if start >= end or t.low[start] not in PREPOSITIONS:
        return start
    for here in range(start + 2, end):
        before = t.low[here - 1]
        if t.low[here] in BODIES and before not in PREPOSITIONS and before not in ARTICLES and before not in BODIES:
            return here if PREPOSITIONS.isdisjoint(t.low[here:end]) else start
    return start


def who_is(t: Tokens, subject: Range) -> str:
    """Whose subject: the writer's, the reader's, another's, a thing's; the pronoun next to the verb decides."""
    words = [low for low in t.low[subject[0] : subject[1]] if not is_adverb(low) and low not in MARKS]
    if not words:
        return "none"
    pronoun = words[-1] if words[-1] in NEAREST else words[0]
    return next((who for who, pronouns in WHO if pronoun in pronouns), "other")


def inverted(t: Tokens, first: int, at: int, end: int) -> Range | None:
    """The subject that stands behind its auxiliary: `nor can the US regard`, `under no circumstances should you`."""
    if at + 2 >= end or t.low[at] not in AUXILIARIES:
        return None
    opening = t.low[first:at]
    asked = not opening and t.low[at] in MODALS and t.low[at + 1] in YOU
    denied = bool(opening) and (opening[0] in BEFORE_SUBJECT or (opening[0] in PREPOSITIONS and "no" in opening[:2]))
    if not (asked or denied):
        return None
    if t.low[at + 1] in SELF | YOU | OTHERS | THINGS:
        return at + 1, at + 2
    for here in range(at + 2, min(end, at + LONGEST_SUBJECT)):
        verb = t.verbs[here]
        if verb is not None and "b" in verb.forms and t.low[here - 1] not in ARTICLES:
            return at + 1, here
    return None


def head_of(t: Tokens, subject: Range) -> str:
    """The noun that a subject is about: `control` of `GVN control over countryside`, `reasons` of `one of the reasons`;
    empty where it has none.
    """
    start, end = subject
    while start + 2 < end and t.low[start] in PARTS_OF and t.low[start + 1] == "of":
        start += 2
    for here in range(start + 1, end):
        if t.low[here] in PREPOSITIONS or t.low[here] in RELATIVES or t.low[here] in MARKS:
            end = here
            break
    return t.low[end - 1] if end > start else ""


def is_matter(t: Tokens, subject: Range) -> bool:
    """Whether the subject is what acts by no will: a state of affairs, not a party, a person or a paper."""
    head = head_of(t, subject)
    if not head or head in BODIES:
        return False
    return head in MATTERS or head in THINGS or head.endswith(ENDINGS)


def _comma(t: Tokens, start: int, end: int) -> int | None:
    return next((here for here in range(start + 1, end) if t.low[here] == ","), None)
