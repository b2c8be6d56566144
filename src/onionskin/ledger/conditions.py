"""Conditions: where they begin, where they end, and what they hold for."""

from __future__ import annotations

from onionskin.ledger.grammar import (
    ARTICLES,
    AUXILIARIES,
    COORDINATORS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SELF,
    YOU,
    begins_clause,
    begins_verb,
    is_adverb,
    is_finite,
    verb_from,
)
from onionskin.ledger.tokens import Tokens
from onionskin.ledger.vocabulary import word_class

PARTIES = word_class("parties")
POLITE = frozenset({"grateful", "it", "obliged", "appreciated", "glad"}) | {
    "helpful",
    "useful",
    "well",
    "desirable",
    "good",
    "wise",
    "preferable",
    "better",
    "best",
    "advisable",
    "appropriate",
}
"""Behind these an `if you` asks, and nothing hangs on it: `would be grateful if you would see him`."""
POSTS = word_class("posts")
MARKERS, WHETHER = word_class("conditions"), word_class("asking-whether")
OPENINGS = (
    ("in", "event"),
    ("in", "the", "event"),
    ("in", "the", "unlikely", "event"),
    ("in", "case"),
    ("in", "which", "case"),
    ("in", "that", "case"),
    ("in", "this", "case"),
    ("in", "such", "case"),
    ("in", "that", "event"),
    ("in", "this", "event"),
    ("under", "these", "conditions"),
    ("under", "those", "circumstances"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("as", "soon", "as"),
    ("so", "long", "as"),
    ("as", "long", "as"),
    ("on", "understanding"),
    ("on", "the", "understanding"),
    ("as", "circumstances", "warrant"),
    ("in", "absence", "of"),
    ("in", "the", "absence", "of"),
    ("on", "assumption"),
    ("on", "the", "assumption"),
    ("with", "understanding"),
    ("with", "the", "understanding"),
    ("with", "proviso"),
    ("with", "the", "proviso"),
    ("subject", "to"),
    ("depending", "on"),
    ("depending", "upon"),
)
"""Conditions of more than one word. Those with `that case` take up the one before."""
AT_A_TIME = word_class("at-a-time")
"""Nouns of which a `when` tells more: `at a time when it is important`."""
CONVENIENT = tuple((each,) for each in word_class("convenient"))
"""`As soon as possible` and `if possible` are no conditions."""
INVERTED = frozenset({"he", "she", "it", "they", "we", "you", "this", "such", "the", "these"})
"""Behind `should` they ask, or make a condition: `should they raise the matter`."""
OPENING_WORDS: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    begun: tuple(each for each in OPENINGS if each[:2] == begun) for begun in {each[:2] for each in OPENINGS}
}
"""The openings by their first two words."""
BEGINNINGS = MARKERS | {each[0] for each in OPENINGS}
"""With no other word does a condition begin."""
BOUND = COORDINATORS | RELATIVES | frozenset({"what", "whether", "as", "how", "than", "of", "if", "because"})
BACKWARD = frozenset({"that", "this", "such", "which", "these", "those"})
PAST = word_class("past")


def condition_at(t: Tokens, at: int, end: int, first: int) -> int:
    """How many words open a condition here, 0 where none begins; `first` is where the clause began."""
    low = t.low[at]
    if low in MARKERS:
        return int(_marks(t, at, end, first))
    openings = OPENING_WORDS.get(t.low[at : at + 2], ())
    if not openings:
        return 0
    opening = next((each for each in openings if t.low[at : at + len(each)] == each), ())
    if low == "subject" and not (at == first or t.low[at - 1] == ","):
        return 0
    following = t.low[at + len(opening) : at + len(opening) + 2]
    if opening and opening[-2] in BACKWARD - {"which"} and at > first and t.low[at - 1] not in COORDINATORS:
        return 0
    return 0 if following[:1] in CONVENIENT or following == ("you", "can") else len(opening)


def _marks(t: Tokens, at: int, end: int, first: int) -> bool:
    """Whether a word that can open a condition does so: not in `ask him if`, `more than once`, `when he had`."""
    low = t.low[at]
    before = t.low[at - 1] if at > first else ""
    after = t.low[at + 1] if at + 1 < end else ""
    asked = low in ("if", "when") and _asks_whether(t, at, first)
    polite = low == "if" and before in POLITE and (after in ("you", "your") or after in POSTS or _wishes(t, at, first))
    if polite or (low in ("when", "where") and before in AT_A_TIME):
        return False
    if (after,) in CONVENIENT or asked or (low == "once" and before in ("than", "at")):
        return False
    if low == "should":
        trailing = at > first and after in INVERTED and not (before in SELF or before in YOU or before in MODALS)
        return (at == first or trailing) and _inverted(t, at, end)
    if low in {"provided", "providing"}:
        return after in ("that", "the", "they", "it", "he", "we", "(", "of") or before == ","
    if low in {"pending", "barring", "failing"}:
        return before in ("", ",") or (low == "pending" and before not in ("the", "a", "still", "now", "is", "are"))
    return _ahead(t, at, end) if low in ("when", "whenever", "once") else True


def _wishes(t: Tokens, at: int, first: int) -> bool:
    """Whether an `if` says what one would be glad of: `it would be desirable if statements could be secured`."""
    for here in range(max(first, at - LONGEST_WISH), at - 1):
        if t.low[here] in WISHED and (here == first or t.low[here - 1] in WISHED_FOR or is_adverb(t.low[here - 1])):
            return bool({"be", "help"} & frozenset(t.low[here + 1 : here + 4]))
    return False


LONGEST_WISH = 7
WISHED, WISHED_FOR = frozenset({"would", "might"}), frozenset({"it", "there", "this", "that"})


def _asks_whether(t: Tokens, at: int, first: int) -> bool:
    """Whether an `if` is a whether: `to see if`, `ask him if`, `find out if`, `it is not clear if`; and `even if`."""
    before = t.low[max(first, at - 2) : at]
    if not before or before in FOUND_OUT:
        return bool(before)
    return before[0] in ASKED if before[-1] in ("him", "me", "them", "us", "her") else before[-1] in WHETHER


FOUND_OUT = (("find", "out"), ("found", "out"), ("not", "clear"), ("not", "sure"), ("not", "certain"))
ASKED = frozenset({"ask", "asked", "asks", "asking", "tell", "telling"})


def takes_up(t: Tokens, at: int) -> bool:
    """Whether the condition that begins here names the one before: `in that case`, `if so`."""
    return t.low[at + 1 : at + 2] == ("so",) or (t.low[at] in ("in", "under") and t.low[at + 1] in BACKWARD)


def _inverted(t: Tokens, at: int, end: int) -> bool:
    """`Should Egypt in fact be so misguided`: a subject and a bare verb follow."""
    if at + 2 >= end or t.low[at + 1] in ("be", "not", "have"):
        return False
    verb = t.verbs[at + 1]
    return not (verb is not None and t.low[at + 1] not in PRONOUNS and "b" in verb.forms)


def _ahead(t: Tokens, at: int, end: int) -> bool:
    """Whether a `when` looks ahead: what it tells is not past, and it is no question."""
    if at + 1 >= end or t.low[at + 1] in ("and", "or", "to", "again"):
        return False
    for later in range(at + 1, min(end, at + 9)):
        verb = t.verbs[later]
        if t.low[later] in PAST:
            return False
        if verb is not None and "d" in verb.forms and "b" not in verb.forms:
            return False
        if verb is not None or t.low[later] in AUXILIARIES:
            return True
        if t.low[later] in (",", ";"):
            break
    return False


def end_of_fronted(t: Tokens, at: int, end: int) -> int | None:
    """Behind a condition that stands before its clause, None where no clause follows."""
    whole_verb = False
    for here in range(at + 1, end):
        low = t.low[here]
        if low == ";":
            return None
        if low in (",", "then", ":") and here > at + 1:
            following = here + 1
            while following < end and t.low[following] in (",", "then", "”", '"'):
                following += 1
            if following < end and _main(t, following, end):
                return following
        elif whole_verb and low == "that" and not _takes_that(t, here - 1) and begins_clause(t, here + 1, end):
            return here + 1
        elif (low in SELF or low in YOU or (whole_verb and low in ("it", "this", "there", "he", "they"))) and t.low[
            here - 1
        ] not in BOUND:
            after = t.low[here + 1] if here + 1 < end else ""
            if after in MODALS and here > at + 2:
                return here
        verb = t.verbs[here]
        inverted = t.low[at] == "should" and verb is not None and "b" in verb.forms
        whole_verb = whole_verb or inverted or is_finite(t, here, at)
    return _any_subject(t, at, end) or _second_verb(t, at, end)


def _second_verb(t: Tokens, at: int, end: int) -> int | None:
    """Before a second verb and its noun where telegrams have no comma: `if it acts problem is solved`."""
    own = verb_from(t, at + 1, end) or at + 1
    for here in range(own + 2, end - 1):
        if t.low[here] in BOUND or t.low[here] in RELATIVES:
            return None
        negated = t.low[here : here + 2] == ("need", "not")
        if negated or t.low[here] in MODALS or (t.low[here] in AUXILIARIES and t.low[here - 1] not in AUXILIARIES):
            noun = t.verbs[here - 1] is None and t.low[here - 1] not in PRONOUNS and here - 1 > own
            return here - 1 if noun else here
        verb = t.verbs[here]
        asks = verb is not None and "b" in verb.forms and not verb.sorts.isdisjoint({"propose", "ask", "think"})
        if asks and t.low[here - 1] not in BEFORE_NOUN:
            return here
    return None


BEFORE_NOUN = PREPOSITIONS | ARTICLES | PRONOUNS | {"to"}


def _takes_that(t: Tokens, at: int) -> bool:
    """Whether the `that` behind this verb is its own: `if it appears that he would`, `if they agree that`."""
    verb = t.verbs[at]
    return verb is not None and not verb.sorts.isdisjoint({"seem", "think", "say", "agree", "know", "hope"})


def _any_subject(t: Tokens, at: int, end: int) -> int | None:
    """Where no comma stands: before the last pronoun or party that has a verb behind it, `if he came he felt`."""
    for here in range(at + 4, end - 1):
        low = t.low[here]
        subject = low in SELF or low in YOU or low in ("he", "they", "it") or low in PARTIES
        if subject and t.low[here - 1] not in BOUND and t.low[here - 1] not in PREPOSITIONS:
            finite = t.low[here + 1] in MODALS or (low not in PARTIES and is_finite(t, here + 1, here))
            if finite and (low in SELF or verb_from(t, at + 1, here) is not None):
                return here
    return None


def _main(t: Tokens, at: int, end: int) -> bool:
    verb = t.verbs[at]
    if t.low[at] == "please" or begins_clause(t, at, end):
        return True
    if verb is not None and "b" in verb.forms:
        return begins_verb(t, at, end, "b")
    return verb_from(t, at, end) is not None and t.low[at] not in COORDINATORS


def end_of_trailing(t: Tokens, at: int, end: int) -> int:
    """Behind a condition that stands behind its clause or in the midst of it."""
    for here in range(at + 2, end):
        low = t.low[here]
        if low in (";", ":"):
            return here
        if low == "," and here + 1 < end:
            following = here + 2 if t.low[here + 1] in COORDINATORS else here + 1
            if begins_clause(t, following, end) or t.low[following : following + 1] == ("that",):
                return here
        if low == "but" and (
            begins_clause(t, here + 1, end)
            or begins_verb(t, here + 1, end, "s")
            or t.low[here + 1 : here + 2] == ("that",)
        ):
            return here
    return end
