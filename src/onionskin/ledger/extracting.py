"""The statements of one paper, in the order of its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from onionskin.ledger.analysis import Analysis, analysed, is_clause
from onionskin.ledger.clause_signs import Heard
from onionskin.ledger.clauses import Clause, clauses_of
from onionskin.ledger.disposing import with_dispositions
from onionskin.ledger.grammar import COORDINATORS
from onionskin.ledger.joints import LISTED
from onionskin.ledger.lists import is_item, lead_of, under
from onionskin.ledger.making import ORDERS, TELLING, Maker
from onionskin.ledger.messages import to_be_conveyed
from onionskin.ledger.orders import told_to_say
from onionskin.ledger.outlook import TOLD
from onionskin.ledger.pledged import with_terms
from onionskin.ledger.rules import typed
from onionskin.ledger.scene import OWN, Scene, Told, inner_of
from onionskin.ledger.sides import US as HOME
from onionskin.ledger.sides import faces_abroad, home_of, words_for
from onionskin.ledger.stances import is_head
from onionskin.ledger.tokens import MARKS, Tokens, tokens_of
from onionskin.ledger.weighing import weighed
from onionskin.phrases.excision_brackets import find_excision_brackets
from onionskin.phrases.sentences import sentences_of
from onionskin.record.document import Document, Paragraph
from onionskin.record.fields import Kind
from onionskin.record.statements import Condition, Statement

Weigh = Callable[[Heard], Told | None]

VERSION = 17
"""Raised whenever an answer changes."""
SHORTEST = 2
"""Words of a clause that can say anything."""
CONVERSATIONS = frozenset({Kind.MEMORANDUM_OF_CONVERSATION, Kind.MINUTES})


def statements_of(document: Document, weigh: Weigh = weighed) -> tuple[Statement, ...]:
    """What a paper says in the negotiation. Each quote stands word for word in the paragraph that its place names.

    `weigh` says what each clause does, by what the rules of the grammar say of it and by its other signs.
    """
    maker, scene = Maker(document), _scene(document)
    conveyed = to_be_conveyed(document)
    told_on = replace(scene, abroad=True)
    found = [
        each
        for paragraph in document.text.paragraphs
        for each in _of_paragraph(paragraph, maker, told_on if paragraph.n in conveyed else scene, weigh)
    ]
    return with_terms(with_dispositions(found, document), document)


def _scene(document: Document) -> Scene:
    told = document.kind in CONVERSATIONS
    home = home_of(document)
    own = words_for(home) | (OWN if home == HOME else frozenset())
    wired = document.kind is Kind.TELEGRAM
    return Scene(not told, told, outgoing=_outgoing(document), abroad=not wired and faces_abroad(document), own=own)


def _of_paragraph(paragraph: Paragraph, maker: Maker, scene: Scene, weigh: Weigh) -> Iterator[Statement]:
    hanging: tuple[Condition, ...] = ()
    maker.lead = maker.lead if is_item(paragraph) else None
    for sentence in sentences_of(paragraph.text):
        t = tokens_of(paragraph.text, sentence.start, sentence.end)
        if not t.low or _asks(t, paragraph.text, sentence.end) or _heads(t, paragraph.text):
            continue
        if _is_withheld(paragraph.text[sentence.start : sentence.end]):
            continue
        lent: Analysis | None = None
        order: Analysis | None = None
        lead: int | None = None
        ordered: tuple[Told | None, tuple[Condition, ...]] = (None, ())
        before, hanging = hanging, ()
        maker.begin(paragraph, t, before)
        for clause in clauses_of(t):
            if clause.end - clause.start < SHORTEST:
                continue
            shared = order if order is not None and order.modal and _is_listed(t, clause.start) else lent
            begins = clause.start if clause.frame is None else clause.frame
            a = analysed(t, begins, clause.end, shared if clause.joined else None)
            orders = clause.joined or order is not None or "please" in t.low[begins : a.main]
            _share_order(a, clause, order)
            a.bare = a.bare and (orders or begins_anew(t, begins))
            told = typed(t, a, scene)
            told = None if told is not None and is_tail(t, clause, told, first=lead is None) else told
            told = under(maker.lead, order.modal if order is not None else "", told) if told is not None else None
            inner = inner_of(t, a)
            lead = clause.start if lead is None else lead
            told = weigh(Heard(t, a, clause, scene, told, lead, paragraph.n))
            order = a if told is not None and told.type in ORDERS else order
            maker.follow(a)
            lent = inner or a
            if told is not None:
                conditions = maker.conditions(clause, a, told)
                ordered = (told, conditions) if told.type in ORDERS else ordered
                hanging = hanging or conditions
                yield from _made(maker, clause, a, told, conditions)
            if not scene.reported and a.past and "say" in a.sorts:
                scene = replace(scene, reported=True)
            if a.who == "other" and scene.outgoing and t.low[a.subject[0] : a.subject[1]] != ("he",):
                ours = is_head(t, a)
                scene = scene if ours == scene.he_is_ours else replace(scene, he_is_ours=ours)
        maker.lead = lead_of(paragraph.text[sentence.start : sentence.end], *ordered) or maker.lead


def _made(
    maker: Maker, clause: Clause, a: Analysis, told: Told, conditions: tuple[Condition, ...]
) -> Iterator[Statement]:
    """The statement of a clause, and the position that it orders to be told, where it does."""
    if told.type in ORDERS and clause.frame is not None:
        clause = replace(clause, start=clause.frame)
    inner = inner_of(maker.tokens, a)
    within = told_to_say(maker.tokens, a, told, inner) if inner is not None else None
    if within is None or inner is None:
        yield maker.statement(clause, a, told, conditions)
        return
    if inner.first - clause.start > 3 or told.rule != "you-should-and":
        yield maker.statement(clause, a, told, conditions)
    said = replace(clause, start=inner.first)
    yield maker.statement(said, inner, within, maker.conditions(said, inner, within))


def is_tail(t: Tokens, clause: Clause, told: Told, *, first: bool) -> bool:
    """Whether part of a sentence only goes on with what the one before tells (`and held long talks`), or is too short
    to say what it is about (`as he said`). What hangs on a condition is no tail, nor is a whole sentence, nor the
    `first` clause of one behind what leads to it.
    """
    n = clause.end - clause.start
    if told.type not in TELLING or clause.conditions or all(low in MARKS for low in t.low[n:]):
        return False
    if first or (told.rule not in TOLD and told.rule != "said"):
        return n <= BAREST
    goes_on = told.rule in TOLD and t.low[clause.start - 1] in ("and", "or", ",")
    return n <= (LONGEST_TAIL if goes_on else BARE)


BAREST, BARE, LONGEST_TAIL = 3, 5, 8
"""Up to so many words and marks a part of a sentence says nothing by itself: whatever it tells, where it follows
another and no rule but the last answers for it, and where it only goes on.
"""


def _is_listed(t: Tokens, at: int) -> bool:
    """Whether a verb goes on with a list of orders, though what is to be said stands before it: `tell him that we agree
    and report his reaction`.
    """
    verb = t.verbs[at]
    asks = verb is not None and "b" in verb.forms and (verb.name == "report" or not verb.sorts.isdisjoint(ASKING))
    return t.low[at] in LISTED or asks


ASKING = frozenset({"tell", "ask"})


def _share_order(a: Analysis, clause: Clause, order: Analysis | None) -> None:
    """What the reader is asked for, he is asked to do with all its verbs: `we suggest that you see him and ask him`."""
    plain = a.verb is not None and "b" in a.verb.forms and not (a.past or a.modal or a.bare)
    if order is not None and clause.joined and a.who == "you" and plain:
        a.modal, a.bare = "should", True


def begins_anew(t: Tokens, at: int) -> bool:
    """Whether a clause begins behind no `and` or `but`, unless with `please` or `let`: only then it may be an order."""
    return at == 0 or t.low[at - 1] not in COORDINATORS or t.low[at] in ("please", "let")


def _outgoing(document: Document) -> bool:
    """Whether a telegram is not a post's report: what the Department, the White House or the Chiefs of Staff send."""
    direction = document.one("direction")
    return document.kind is Kind.TELEGRAM and (direction is None or direction.value != "incoming")


def _is_withheld(words: str) -> bool:
    """Whether a bracket stands there that says how much was taken out: nobody in the negotiation says that."""
    said = words.strip(" .")
    return said[:1] in OPENINGS and any(len(each.span) == len(said) for each in find_excision_brackets(said))


def _asks(t: Tokens, text: str, end: int) -> bool:
    """Whether a sentence is a question that nobody is reported to have asked."""
    return text[:end].rstrip("”\"’') ").endswith("?") and t.low[0] in QUESTIONS and t.low[1:2] != ("you",)


def _heads(t: Tokens, text: str) -> bool:
    """Whether a paragraph is a heading: a few words without a stop and without a verb."""
    stopped = text.rstrip("”\"’') ").endswith((".", "!", ":", ";"))
    return not stopped and len(t.low) <= LONGEST_HEADING and not is_clause(t, 0, len(t.low))


OPENINGS = ("[", "(", "<")
LONGEST_HEADING = 12
QUESTIONS = frozenset(
    {"what", "how", "why", "would", "could", "is", "are", "do", "does", "did", "can", "should", "who", "will"}
)
