"""What a paper says in a negotiation: who is to do what, where a party stands, what is offered for what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onionskin.record.evidence import Ink
from onionskin.record.quick import quick
from onionskin.record.span import Span

SCHEMA = "onionskin/statement/1"


class StatementType(StrEnum):
    """What sort of thing is said."""

    INSTRUCTION = "instruction"
    POSITION = "position"
    OFFER = "offer"
    DISCLOSURE = "disclosure"
    DEADLINE = "deadline"
    ASSESSMENT = "assessment"
    RESCISSION = "rescission"
    REPORT = "report"
    PROPOSAL = "proposal"
    COMMITMENT = "commitment"


class Polarity(StrEnum):
    """Whether it is to be done or so, or is not."""

    DO = "do"
    DO_NOT = "do-not"


class Strength(StrEnum):
    """How binding: will, shall, are to and the imperative; should; may, might, can and no objection."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Disposition(StrEnum):
    """What became of a proposal: agreed to; refused; put off or under study; changed; found good without a decision;
    given up by who made it.
    """

    TAKEN_UP = "taken-up"
    DECLINED = "declined"
    DEFERRED = "deferred"
    EDITED = "edited"
    WELL_RECEIVED = "well-received"
    WITHDRAWN = "withdrawn"


class StatementState(StrEnum):
    """Found by a rule of ours, proposed by a model whose quote stands in the text, or decided by a person."""

    FOUND = "found"
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: at `span` of the text of the paragraph whose `n` is `paragraph`."""

    paragraph: int
    span: Span


@quick
@dataclass(frozen=True, slots=True)
class Condition:
    """On what a statement hangs: "If Kuznetsov's initial response is cool", and where these words stand.

    `within` is the condition that this one itself hangs on, where they are nested.
    """

    words: str
    at: Place
    within: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of a record. `quote` is the words of its reading text on which it rests, `at` where they stand.

    `actor` are those who are to do it, `counterpart` those to whom it is done or said; `party` is whose position,
    offer, commitment or assessment it is. They are named as the paper names them, a pronoun by whom it means: "you"
    of telegram 1359 is Stevenson and McCloy. Empty where nobody is named. `when` is the words of `conditions`,
    the nearest first, None where it holds in any case.

    `issue` is what it is about, in a few words. `give` and `get` are the two sides of an offer, `tied_to` what
    something is made to depend on, `takes_back` the instruction that no longer stands, `refers_to` the papers cited,
    all as printed. `date` is EDTF, of a deadline or of what is reported; `disposition` what became of the
    proposal that the quote makes or names; `verified` how what is promised or offered is to be verified, as printed.
    `proposed_by` is the model that suggested it, `llama at 127.0.0.1:11434`, where no rule of ours found it.
    `rule` names what made the statement, `confidence` is 0 to 1, `evidence` the ink of the quote.
    """

    record: str
    type: StatementType
    quote: str
    at: Place
    rule: str
    confidence: float
    polarity: Polarity | None = None
    strength: Strength | None = None
    when: str | None = None
    conditions: tuple[Condition, ...] = ()
    actor: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()
    party: str | None = None
    issue: str | None = None
    give: str | None = None
    get: str | None = None
    tied_to: str | None = None
    date: str | None = None
    takes_back: str | None = None
    refers_to: tuple[str, ...] = ()
    disposition: Disposition | None = None
    verified: str | None = None
    proposed_by: str | None = None
    state: StatementState = StatementState.FOUND
    evidence: tuple[Ink, ...] = ()
    schema: str = field(default=SCHEMA, init=False)
