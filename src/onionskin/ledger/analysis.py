"""A clause as a statement is told from it: who its subject is, what its verb says, whether it is denied."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.ledger.conditions import condition_at, end_of_fronted
from onionskin.ledger.denial import OPINING, is_denied
from onionskin.ledger.grammar import (
    ARTICLES,
    AUXILIARIES,
    BE,
    BEEN,
    DO,
    HAVE,
    MODALS,
    NOT,
    PREDICATES,
    PREPOSITIONS,
    PRONOUNS,
    begins_clause,
    is_adverb,
    is_finite,
    verb_from,
)
from onionskin.ledger.leads import behind_lead_within
from onionskin.ledger.subjects import Range, behind_lead, inverted, subject_of, who_is
from onionskin.ledger.tokens import MARKS, Tokens
from onionskin.ledger.verb_places import bare_verb, earlier_predicate, left_out, unknown_verb
from onionskin.ledger.vocabulary import Verb, word_class

MINDS, QUALITIES = word_class("minds"), word_class("qualities")
WITH_TO = word_class("leading")
PAST = word_class("past")
UNKNOWN = Verb("", frozenset({"do"}), "bdn")
"""A verb that the lexicon does not have, behind an auxiliary that shows it to be one."""
HOLDING = Verb("have", frozenset({"be"}), "b")
RETURNS = (("in", "return", "for", "which"), ("in", "exchange", "for", "which"))
AIMS = word_class("aims")
SPEAKERS = (("i",), ("we",), ("you",), ("he",), ("she",), ("they",))
"""Behind a verb of thinking they begin what is thought: `believe you should take the line that`."""
NO_DOING = frozenset({"something", "anything", "everything", "nothing", "during", "disturbing", "interesting"})
CLEAR = (("clear",), ("plain",), ("known",))
ASKED_OF = tuple((each,) for each in PRONOUNS | {"the", "our", "their"})
"""What stands behind the auxiliary of a question."""
FILLING = frozenset({"please", ":", "repeat", "rpt", ","})
LONGEST_GROUP = 10
REMAINING = frozenset({"remain", "stand"})
"""Behind them stands what one is: `we remain ready to discuss this`."""
GOING_ON = frozenset({"continue", "remain"})
REACHED = frozenset({"say", "propose", "think", "agree"})
LEADING = frozenset({"go", "try", "seek", "like", "begin", "continue", "take"})
NAMED_WORDS = 12
"""Words of a person to whom something is said: `told Soviet Ambassador Dobrynin that`."""


@dataclass(slots=True)
class Analysis:
    """The parts of a clause. Numbers are words of the sentence; `first` is behind what leads to the clause, which
    begins at `start`; `wishing` says that it only means to do what its verb says; `content` is where what is said or
    thought begins.

    `who` is self, you, other, thing, there or none; `modal` is the auxiliary by its plain form (`shall` for `is to`).
    """

    start: int
    first: int
    end: int
    at: int
    who: str = "none"
    subject: tuple[int, int] = (0, 0)
    modal: str = ""
    verb: Verb | None = None
    main: int = 0
    past: bool = False
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    copula: bool = False
    bare: bool = False
    denied: bool = False
    predicate: str = ""
    wishing: bool = False
    content: int | None = None
    inner: Analysis | None = None
    """What is said or thought, once somebody asked for it (`scene.inner_of`)."""

    @property
    def sorts(self) -> frozenset[str]:
        """Of what sorts its verb is."""
        return self.verb.sorts if self.verb is not None else frozenset()


def analysed(t: Tokens, first: int, end: int, lent: Analysis | None = None) -> Analysis:
    """The parts of the clause that stands there. `lent` is the clause whose subject and auxiliary it shares."""
    start = first
    while first < end and ((is_adverb(t.low[first]) and t.low[first] not in NOT) or t.low[first] in MARKS):
        first += 1
    if t.low[first : first + 4] in RETURNS:
        first += 4
    first = behind_lead(t, first, end)
    first = _at_please(t, first, end) if "please" in t.low else first
    at = first if lent is not None else verb_from(t, first, end, 40)
    begins = at is None or at > first or (t.verbs[first] is not None and "b" in t.verbs[first].forms)  # type: ignore[union-attr]
    begins = begins or t.low[first : first + 1] in (("don't",), ("have",), ("be",))
    bare = bare_verb(t, first, end) if lent is None and begins else None
    if bare is not None:
        at = bare
    if at is not None and lent is None and bare is None:
        at = earlier_predicate(t, first, at) or at
    if at is None:
        at = unknown_verb(t, first, end) or left_out(t, first, end)
    if at is None:
        none = (first, first)
        return Analysis(start, first, end, first, who_is(t, (first, min(first + 4, end))), subject=none, main=first)
    behind = inverted(t, first, at, end)
    a = Analysis(start, first, end, at, subject=behind or subject_of(t, first, at), bare=bare is not None)
    a.who = who_is(t, a.subject)
    _group(t, a, behind)
    if lent is not None:
        a.who, a.subject = lent.who, lent.subject
        if not a.modal and a.verb is not None and "b" in a.verb.forms and not a.past:
            a.modal, a.bare = lent.modal, lent.bare
        a.past = a.past or (lent.past and not a.modal)
    a.content = _content(t, a)
    a.denied = is_denied(t, a, turned=behind is not None or (at == start and t.low[at + 1 : at + 2] in ASKED_OF))
    return a


def _at_please(t: Tokens, first: int, end: int) -> int:
    """From those who are asked on to the asking: `White House please pass to San Clemente`."""
    for at in range(first + 1, min(first + LONGEST_CALL, end - 1)):
        if t.low[at] == "please":
            verb = t.verbs[at + 1]
            return at if verb is not None and "b" in verb.forms else first
        if t.low[at] in MARKS or t.low[at] in AUXILIARIES or t.low[at] in PREPOSITIONS:
            return first
    return first


LONGEST_CALL = 5


def _group(t: Tokens, a: Analysis, subject: Range | None) -> None:
    """Read the verb with its auxiliaries, from its first word on; where they are turned `subject` stands in between."""
    at = a.at
    for _ in range(LONGEST_GROUP):
        following = _word_of_group(t, a, at) if at < a.end else None
        if following is None:
            break
        at = subject[1] if subject is not None and following == subject[0] else following
    if a.perfect and not a.copula and (a.verb is None or "n" not in a.verb.forms):
        a.perfect, a.verb = False, HOLDING
        at = next((i for i in range(a.at, at + 1) if i < a.end and t.low[i] in HAVE), at)
    a.main = min(at, a.end - 1)
    _reach(t, a)
    by = t.low[a.main + 1 : a.main + 2] == ("by",)
    acts = a.verb is not None and not a.copula and not a.sorts & {"think"} and a.verb.name not in REMAINING
    a.predicate = (
        "" if by or acts else next((low for low in t.low[a.main : min(a.main + 5, a.end)] if low in PREDICATES), "")
    )


def _word_of_group(t: Tokens, a: Analysis, at: int) -> int | None:
    """Take one word of the verb; where the next may stand, None behind the last."""
    low = t.low[at]
    a.past = a.past or (low in PAST and low not in MODALS and not a.modal)
    with_to = t.low[at + 1 : at + 2] == ("to",)
    if low in BE and not with_to and is_adverb(t.low[min(at + 1, a.end - 1)]) and t.low[at + 2 : at + 3] == ("to",):
        at, with_to = at + 1, True
    if low in MODALS:
        a.modal = plain_modal(low)
    elif low in BE or low in BEEN:
        a.copula = True
        if with_to and at + 2 < a.end and t.low[at + 2] not in ARTICLES and not AIMS & frozenset(t.low[a.first : a.at]):
            a.modal, at = "shall", at + 1
    elif low in HAVE:
        a.perfect = not with_to
        a.modal = (a.modal or "must") if with_to else a.modal
        at += int(with_to)
    elif low == "to" and t.low[at - 1] in ("ought", "not", "going"):
        a.modal = "will" if t.low[at - 1] == "going" else a.modal
    elif low == "going" and with_to and a.copula:
        pass
    elif low == "," and at > a.at and (not is_adverb(t.low[at - 1]) or _is_aside(t, at)):
        return _behind_aside(t, a, at)
    elif low not in NOT and low not in DO and low not in FILLING and not is_adverb(low):
        return _main_verb(t, a, at)
    return at + 1


def _main_verb(t: Tokens, a: Analysis, at: int) -> int | None:
    """Take the verb itself, or go on behind the few words that part it from its auxiliary."""
    low, verb = t.low[at], t.verbs[at]
    if a.copula and low in QUALITIES and t.low[at + 1 : at + 2] != ("by",):
        return None
    if verb is not None and not (a.copula and not a.modal and {"n", "g"}.isdisjoint(verb.forms)):
        a.verb = verb
        a.passive = a.copula and "n" in verb.forms
        a.progressive = "g" in verb.forms
        a.past = a.past or (not a.copula and not a.perfect and not a.modal and "d" in verb.forms and not a.bare)
        return None
    if (a.modal or a.perfect) and low in PREPOSITIONS:
        return _verb_ahead(t, a, at)
    if low.endswith("ed") and low not in PREDICATES and (a.copula or a.perfect or at == a.at):
        a.verb, a.passive = UNKNOWN, a.copula
        a.past = a.past or not (a.copula or a.perfect)
    elif a.copula and low.endswith("ing") and low not in NO_DOING:
        a.verb, a.progressive = UNKNOWN, True
    elif (
        a.modal
        and not (a.copula or a.perfect)
        and not (low in ARTICLES or low in PREDICATES or low in PREPOSITIONS or low in MARKS)
    ):
        a.verb = UNKNOWN
    return None


def _is_aside(t: Tokens, at: int) -> bool:
    """`Will not, on that account,`: behind a not as well the verb may be parted from its auxiliary."""
    return t.low[at - 1] in NOT and t.low[at + 1 : at + 2] != () and t.low[at + 1] in PREPOSITIONS


def _behind_aside(t: Tokens, a: Analysis, at: int) -> int | None:
    """Behind `will, in my judgment,`, where the verb goes on."""
    return next((here + 1 for here in range(at + 1, min(at + 7, a.end - 1)) if t.low[here] == ","), None)


def _verb_ahead(t: Tokens, a: Analysis, at: int) -> int | None:
    """Where the verb stands that a few words part from its auxiliary: `have on past occasions made`."""
    if a.copula:
        return None
    form = "b" if a.modal else "n"
    for here in range(at + 1, min(at + 5, a.end)):
        verb = t.verbs[here]
        if t.low[here] in MARKS:
            return None
        if (
            t.low[here] == "been"
            or (a.modal and t.low[here] == "be")
            or (verb is not None and form in verb.forms and t.low[here - 1] not in ARTICLES and here > at + 1)
        ):
            return here
        if a.modal and here == at + 2 and t.low[here].isalpha() and t.low[here - 1] in ("future", "fact", "turn"):
            return here
    return None


def _reach(t: Tokens, a: Analysis) -> None:
    """From `wished to` and `went so far as to` on to the verb of saying that they lead to; `made clear` is one."""
    if a.verb is not None and a.verb.name == "make" and t.low[a.main + 1 : a.main + 2] in CLEAR:
        a.verb, a.main = Verb("make", a.verb.sorts | {"say"}, a.verb.forms), a.main + 1
        return
    if not (a.sorts & {"want", "plan"} or (a.verb is not None and a.verb.name in LEADING) or t.low[a.main] in WITH_TO):
        return
    goes_on = a.verb is not None and a.verb.name in GOING_ON
    leading = goes_on or t.low[a.main] in WITH_TO
    reached = REACHED | {"stand"} if goes_on else REACHED
    for at in range(a.main + 1, min(a.main + 6, a.end)):
        verb = t.verbs[at]
        if (
            verb is not None
            and "b" in verb.forms
            and verb.sorts & (reached if leading else {"say", "propose"})
            and (t.low[at - 1] == "to" or (at == a.main + 1 and not a.sorts & {"hope"}))
        ):
            a.wishing = bool(a.sorts & {"want", "plan"})
            a.passive = a.passive and not (leading and t.low[a.main] in WITH_TO)
            a.verb, a.main = verb, at
            return
        if not (t.low[at] in ("to", "so", "far", "as") or is_adverb(t.low[at])):
            return


def plain_modal(low: str) -> str:
    """`should` for shouldn't, `can` for cannot, `will` for we'll."""
    if low.endswith("'ll") or low == "won't":
        return "will"
    if low.endswith("'d"):
        return "would"
    return {"cannot": "can", "cant": "can", "can't": "can"}.get(low, low.removesuffix("n't"))


def _content(t: Tokens, a: Analysis) -> int | None:
    """Where what is said or thought begins, None where it is no clause."""
    if a.verb is None and not a.predicate and not a.copula:
        return None
    start = a.main + 1 if a.verb is not None or a.predicate else a.main
    opines = a.sorts & OPINING and "tell" not in a.sorts and t.low[start : start + 1] in SPEAKERS
    if opines and begins_clause(t, start, a.end):
        return start
    behind = _behind_that(t, start, a.end)
    if behind is None and (a.sorts & LEADING_ON or (a.passive and "plan" in a.sorts)):
        behind = _without_that(t, min(start + 1, a.end) if "tell" in a.sorts else start, a)
    elif behind is None and a.predicate in MINDS and begins_clause(t, start, a.end):
        behind = start
    return behind


LEADING_ON = frozenset({"say", "think", "hope", "propose", "want", "agree", "commit", "ask", "stand"})
"""Verbs of these sorts are followed by what is said or thought, with a `that` or without."""


def _behind_that(t: Tokens, start: int, end: int) -> int | None:
    for at in range(start, min(end, start + NAMED_WORDS)):
        that = t.low[at] == "that" and t.low[at - 1] not in PREPOSITIONS and at + 1 < end
        if that and verb_from(t, at + 1, end, 30) is not None:
            return _behind_condition(t, at + 1, end)
        if t.low[at] in (";", ":"):
            break
    return None


def _without_that(t: Tokens, start: int, a: Analysis) -> int | None:
    if begins_clause(t, start, a.end):
        return start
    if a.sorts & {"think", "hope", "say"} and start < a.end and t.low[start] not in PREPOSITIONS:
        verb = verb_from(t, start, a.end, 20)
        return start if verb is not None and verb > start and t.low[verb] in AUXILIARIES else None
    return None


def _behind_condition(t: Tokens, at: int, end: int) -> int:
    """Where what is said goes on behind its condition: `told him that if they came we should`."""
    while at < end and t.low[at] == ",":
        at += 1
    if at < end and condition_at(t, at, end, at):
        return end_of_fronted(t, at, end) or at
    return (behind_lead_within(t, at) if at < end else None) or at


def is_clause(t: Tokens, first: int, end: int) -> bool:
    """Whether there is a verb at all."""
    return any(is_finite(t, at, first) for at in range(first, end))
