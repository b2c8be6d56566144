"""Small questions about the words of a sentence: can this be the verb of a clause, does a clause begin here?

All of them go by small letters alone, so that a telegram in capitals is read as a letter is.
"""

from __future__ import annotations

from functools import lru_cache

from onionskin.ledger.misread import REMEMBERED
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.vocabulary import word_class
from onionskin.phrases.word_classes import names_of

SELF, YOU, OTHERS, THINGS = (word_class(name) for name in ("self", "you", "others", "things"))
PRONOUNS = SELF | YOU | OTHERS | THINGS
MODALS, BE, BEEN, HAVE, DO = (word_class(name) for name in ("modals", "be", "been", "have", "do"))
AUXILIARIES = MODALS | BE | HAVE | DO
VERBAL = AUXILIARIES | {"be"}
ARTICLES, PREPOSITIONS = word_class("articles"), word_class("prepositions")
COORDINATORS, SUBORDINATORS, RELATIVES = (word_class(n) for n in ("coordinators", "subordinators", "relatives"))
PHRASES = word_class("phrases")
ADVERBS, NOT, PREDICATES = word_class("adverbs"), word_class("not"), word_class("predicates")
LONGEST_SUBJECT = 14
"""Words between where a clause begins and its verb."""
NOUNS = word_class("nouns")
OBJECTS = frozenset({"the", "a", "an", "our", "his", "their", "its", "him", "them", "us", "me", "her"})
"""Behind an unknown word after `you should ... and` they show that it is a verb."""
NO_SUBJECT = PREPOSITIONS | (RELATIVES - {"that"}) | SUBORDINATORS | AUXILIARIES | {"what"}
PARTNERS = (("i",), ("he",), ("she",), ("we",))
"""Behind `and` they are half of a subject: `Harold and I are looking`."""
UNFINISHED = word_class("unfinished")
"""Before them telegrams leave out the verb to be: `GOE unable be bound`."""
ACTING = SELF | YOU | {"he", "she", "they", "it"}
"""Behind them a regular past is a verb, though the lexicon has it not."""
KEPT_BY = frozenset({"stand", "abide", "stick", "go"})
"""Verbs behind which `by` is their own: `we stand by our commitments`."""
WISHING = frozenset({"wish", "desire", "plan", "hope"})
SHORT_SUBJECT = 4
SHORTEST_PAST = 4
PEOPLES = frozenset(name for name in names_of("demonyms") if name.endswith(("s", "ese", "ish"))) | {"french"}
"""Those who act as one: `Soviets welcome and agree with`, `British oppose any change`."""
NO_VERB_BEFORE = frozenset({"", ",", "of", "is", "are", "was", "were", "has", "had", "will", "would"})
POINTING = frozenset({"this", "that", "these", "those", "all", "both"})
STOPS = frozenset({"to", "before", "after"})
AFTER_VERB = ARTICLES | PRONOUNS | frozenset({"to", "that", "not", "him", "them", "us", "me", "her", "no"})


@lru_cache(maxsize=REMEMBERED)
def is_adverb(low: str) -> bool:
    """`therefore`, `promptly`: what may stand between the parts of a verb."""
    return (
        low in ADVERBS
        or low in PHRASES
        or (low.endswith("ly") and len(low) > 4 and low not in ("reply", "supply", "family", "early"))
    )


def is_finite(t: Tokens, at: int, first: int) -> bool:
    """Whether the word can be the verb of the clause that begins at `first`."""
    low, verb = t.low[at], t.verbs[at]
    before = t.low[at - 1] if at > first else ""
    if low in VERBAL:
        return at > first and not _in_group(t, at, first) if low == "be" else before not in ("to", "that's")
    if verb is None:
        return low.endswith("ed") and len(low) > SHORTEST_PAST and before in ACTING
    if before in POINTING:
        return "d" in verb.forms or ("s" in verb.forms and verb.name not in NOUNS)
    if before in ARTICLES or before in PREPOSITIONS or before in BEEN:
        return False
    return "d" in verb.forms or _present(t, at, first)


def _present(t: Tokens, at: int, first: int) -> bool:
    """Whether a form in -s or a bare one is a verb here and no noun: `he requests that`, not `his requests of`."""
    verb = t.verbs[at]
    before = t.low[at - 1] if at > first else ""
    after = t.low[at + 1] if at + 1 < len(t.low) else ""
    if verb is None or after == "of" or (after == "," and before not in SELF):
        return False
    if "s" in verb.forms:
        object_follows = verb.name not in NOUNS or after in AFTER_VERB or before in PRONOUNS or is_adverb(before)
        object_follows = object_follows or (verb.name in WISHING and _bare_follows(t, at + 1))
        return bool(before) and before not in COORDINATORS and after != "" and object_follows
    trusting = after == "that" and before not in COORDINATORS and bool(before) and verb.sorts & {"think", "hope", "say"}
    return "b" in verb.forms and (after != "by" or verb.name in KEPT_BY) and (bool(trusting) or _plural(t, at, first))


def _bare_follows(t: Tokens, at: int) -> bool:
    """Whether a telegram goes on with a verb without its `to`: `Department wishes take every step`."""
    verb = t.verbs[at] if at < len(t) else None
    return verb is not None and "b" in verb.forms and verb.name not in NOUNS


def _in_group(t: Tokens, at: int, first: int) -> bool:
    """Whether `be` has an auxiliary or a `to` before it; without, it is what `that nothing be done` asks for."""
    back = at - 1
    while back >= first and (is_adverb(t.low[back]) or (t.low[back] in NOT and t.low[back] != "nothing")):
        back -= 1
    return (
        back < first
        or t.low[back] in AUXILIARIES
        or t.low[back] in ("to", "unable", "help")
        or (back == first and t.low[back] in COORDINATORS)
    )


def _plural(t: Tokens, at: int, first: int) -> bool:
    """Whether what stands before a bare form can be its subject: `we believe`, `the Soviets now want`."""
    back = at - 1
    while back > first and is_adverb(t.low[back]):
        back -= 1
    if back < first:
        return False
    before = t.low[back]
    if before in SELF or before in YOU or before in ("they", "who", "these", "those"):
        return True
    after = t.low[at + 1] if at + 1 < len(t.low) else ""
    if before in PEOPLES and t.verbs[at] is not None and t.verbs[at].name not in NOUNS:  # type: ignore[union-attr]
        return after not in NO_VERB_BEFORE
    plural = before.endswith("s") and not before.endswith(("ous", "ss"))
    return plural and t.verbs[back] is None and before not in PRONOUNS and after in AFTER_VERB


def verb_from(t: Tokens, first: int, end: int, most: int = LONGEST_SUBJECT) -> int | None:
    """Where the verb of the clause that begins at `first` stands; relative clauses of its subject are passed over."""
    at, skip = first, 0
    stop = min(end, first + most)
    while at < stop:
        low = t.low[at]
        if low in (";", ":"):
            return None
        if low == "(":
            at = closing(t, at, end)
            stop = min(end, stop + 6)
            continue
        if low == "," and t.low[at + 3 : at + 4] == (",",) and t.low[at + 1] in SELF and at + 3 < stop:
            at += 4
            continue
        if at > first and t.low[at - 1] not in COORDINATORS and (low in RELATIVES or _as_is(t, at, end)):
            skip += 1
            stop = min(end, stop + 8)
        elif is_finite(t, at, first) and not reduced(t, at, end):
            if not skip:
                return at
            skip -= 1
            at = _behind_group(t, at, end)
            continue
        at += 1
    return None


def _as_is(t: Tokens, at: int, end: int) -> bool:
    """`such action as is called for`: no verb of the clause itself."""
    return t.low[at] == "as" and at + 1 < end and (t.low[at + 1] in BE or t.low[at + 1] in HAVE)


def reduced(t: Tokens, at: int, end: int) -> bool:
    """Whether a participle belongs to the noun before it: `points made by him would be conveyed`."""
    verb = t.verbs[at]
    if verb is None or t.low[at] in AUXILIARIES or "n" not in verb.forms or at + 1 >= end:
        return False
    if t.low[at + 1] not in PREPOSITIONS or t.low[at - 1] in PRONOUNS or t.low[at + 1] == "to":
        return False
    for later in range(at + 2, min(end, at + 12)):
        low = t.low[later]
        if low in MARKS or low in COORDINATORS or low in RELATIVES or low in PRONOUNS:
            return False
        if low in AUXILIARIES:
            return True
    return False


def _behind_group(t: Tokens, at: int, end: int) -> int:
    """Behind a verb with all its parts: `has refused`, `might be sent`."""
    at += 1
    while at < end and (t.low[at] in AUXILIARIES or t.low[at] in BEEN or t.low[at] in NOT or is_adverb(t.low[at])):
        at += 1
    verb = t.verbs[at] if at < end else None
    return at + 1 if verb is not None else at


def closing(t: Tokens, at: int, end: int) -> int:
    """Behind the parenthesis that closes the one at `at`; behind that alone where none does."""
    for later in range(at + 1, end):
        if t.low[later] == ")":
            return later + 1
    return at + 1


def begins_clause(t: Tokens, at: int, end: int) -> bool:
    """Whether a subject with its verb begins here: `and he agreed`, `but the Soviet Government would`."""
    while at < end and (is_adverb(t.low[at]) or t.low[at] in (",", "“", '"')) and t.low[at] not in THINGS:
        at += 1
    if at >= end or t.low[at] in MARKS:
        return False
    low = t.low[at]
    if low in SELF or low in YOU or low in ("he", "she", "they", "it", "there"):
        return verb_from(t, at, end, 6) is not None or _bare_predicate(t, at + 1, end)
    return low not in NO_SUBJECT and _named_with_verb(t, at, end)


def _named_with_verb(t: Tokens, at: int, end: int) -> bool:
    """Whether the noun that begins here has its verb before the next mark."""
    for later in range(at + 1, min(end, at + LONGEST_SUBJECT)):
        here = t.low[later]
        if here == "and" and later < at + SHORT_SUBJECT and _goes_on(t, later):
            continue
        if here in MARKS or here in COORDINATORS or here in SUBORDINATORS or here in RELATIVES or here in STOPS:
            return False
        if here in SELF or here in YOU or here in ("he", "she", "they"):
            return False
        if is_finite(t, later, at) and not reduced(t, later, end):
            return True
        if here in UNFINISHED and later + 1 < end and later < at + SHORT_SUBJECT:
            return True
    return False


def _goes_on(t: Tokens, at: int) -> bool:
    """Whether an `and` joins the halves of a subject: `Harold and I`, `our representatives and those of`."""
    return t.low[at + 1 : at + 2] in PARTNERS or t.low[at + 1 : at + 3] == ("those", "of")


def _bare_predicate(t: Tokens, at: int, end: int) -> bool:
    """`he unable be bound`, `we prepared discuss`: telegrams leave out the verb to be."""
    while at < end and is_adverb(t.low[at]):
        at += 1
    return at < end and (t.low[at] in PREDICATES or (t.verbs[at] is not None and "g" in t.verbs[at].forms))  # type: ignore[union-attr]


def begins_verb(t: Tokens, at: int, end: int, mood: str) -> bool:
    """Whether another verb of the same subject begins here: `and point out again`, `but refused to go`.

    `mood` has the forms that the verbs before it have: `b` behind should and in imperatives, `d`, `s` or `n`.
    """
    while at < end and (is_adverb(t.low[at]) or t.low[at] in NOT):
        at += 1
    if at < end and t.low[at] in PREPOSITIONS:
        at = next(
            (i for i in range(at + 2, min(end, at + 5)) if t.low[i] in AUXILIARIES and t.low[i - 1] not in MARKS), at
        )
    if at >= end:
        return False
    low, verb = t.low[at], t.verbs[at]
    after = t.low[at + 1] if at + 1 < end else ""
    if low in AUXILIARIES:
        return True
    if verb is None:
        listed = "b" in mood and low.isalpha() and after in OBJECTS and low not in NO_SUBJECT | ARTICLES | PRONOUNS
        return (low in ("unable", "unwilling") and after != "") or listed
    shared = [each for each in mood if each in verb.forms]
    if not shared:
        return False
    if shared == ["b"] * len(shared) and verb.name in NOUNS and after not in AFTER_VERB:
        return False
    return after not in ("of", ",", "", "by", "and", "or") and after not in AUXILIARIES
