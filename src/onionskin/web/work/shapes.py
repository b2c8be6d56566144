"""What the JSON routes of deciding take and answer, in the vocabulary of the record."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from onionskin import workbench
from onionskin.record.codec import encode
from onionskin.record.decisions import About, Decision, Quote, Verb
from onionskin.record.page import PageNumber
from onionskin.record.references import SameAsRelation
from onionskin.workbench import Asked, box_of, place_of

Text = Field(default="", max_length=2_000)
Pixel = Annotated[int, Field(ge=0, le=10**6)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class QuoteIn(_Shape):
    """Words of a page with those about them (the TextQuoteSelector of Web Annotations)."""

    page: int = Field(ge=1, le=1_000_000)
    exact: str = Field(min_length=1, max_length=2_000)
    prefix: str = Text
    suffix: str = Text
    start: int | None = Field(default=None, ge=0, le=10**9)

    @property
    def quote(self) -> Quote:
        """As the desk takes it."""
        return Quote(PageNumber(self.page), self.exact, self.prefix, self.suffix, self.start)


class DecisionIn(_Shape):
    """A decision about a paper, as `onionskin decide --from` takes it; who decides is who asks."""

    verb: Verb
    about: str = Field(default="", max_length=2_000, description="A JSON pointer into the record; `boundary`; `ink`")
    words: str = Field(default="", max_length=2_000, description="The words to correct or emend")
    at: str | None = Field(default=None, max_length=20, description="`page` or `page:line`", examples=["4:12"])
    box: tuple[Pixel, Pixel, Pixel, Pixel] | None = Field(default=None, description="Of `ink`: where it lies")
    quote: QuoteIn | None = None
    to: str | None = Field(default=None, max_length=2_000, description="Words, value, record or entity decided for")
    relation: SameAsRelation | None = None
    reason: str = Text
    seen: str = Field(default="", max_length=64, description="The `seen` of the question; 409 where it changed")
    alike: bool = Field(default=False, description="Decide the same in every paper that asks the same")

    def asked(self, record: str, author: str) -> Asked:
        """As the workbench takes it. UsageError for a place that is none."""
        return Asked(
            verb=self.verb,
            author=author,
            record=record,
            about=self.about,
            words=self.words,
            place=place_of(self.at) if self.at else None,
            box=box_of(self.box) if self.box else None,
            quote=self.quote.quote if self.quote else None,
            to=self.to,
            relation=self.relation,
            reason=self.reason,
            seen=self.seen,
        )


class EntitiesIn(_Shape):
    """Entities that are one (`merge`), or are not (`split`); they go by the first."""

    verb: Verb
    entities: list[str] = Field(min_length=2, max_length=20)
    reason: str = Text


class DecidedOut(_Shape):
    """What came of a decision: `new` is false where it was decided so already, `decision` as the record has it."""

    record: str
    new: bool
    decision: dict[str, Any] | None

    @classmethod
    def of(cls, answer: workbench.Answer) -> Self:
        """From an answer of the workbench."""
        decision: Decision | None = answer.decision
        return cls(record=answer.record, new=answer.new, decision=encode(decision) if decision else None)


class DecisionsOut(_Shape):
    """What came of one decision, in each paper where it was made."""

    decided: list[DecidedOut]


class OptionOut(_Shape):
    """An answer that is proposed: what to send as `verb` and `to`."""

    verb: Verb
    to: str | None
    score: float
    reasons: list[str]


class AboveOut(_Shape):
    """The last lines above a place where a paper may begin; `record` may be another paper, on the page before."""

    record: str
    page: int
    text: str
    box: list[int] | None


class QuestionOut(_Shape):
    """Something that waits for a person. `gain` is `chance` of being wrong times `places` that hang on it."""

    sort: str
    record: str
    pointer: str
    matter: str
    seen: str
    text: str
    reason: str
    options: list[OptionOut]
    other: Verb | None
    chance: float
    places: int
    gain: float
    as_printed: str
    before: str
    behind: str
    page: int | None
    line: int | None
    span: list[int] | None
    box: list[int] | None
    sheet: list[int] | None
    papers: int = Field(description="In how many papers the same is asked")
    above: AboveOut | None = Field(description="Of a boundary: what stands above it")

    @classmethod
    def of(cls, question: workbench.Question, *, papers: int = 1, gain: float | None = None) -> Self:
        """From a question of the workbench; `gain` in all papers together."""
        told = encode(question)
        told["other"] = told.get("other")
        held = {name: told.get(name) for name in cls.model_fields if name not in {"papers", "gain", "options", "above"}}
        options = [
            OptionOut(verb=each.verb, to=each.to, score=each.score, reasons=list(each.reasons))
            for each in question.options
        ]
        worth = round(question.gain if gain is None else gain, 3)
        above = AboveOut(**{"box": None, **encode(question.above)}) if question.above else None
        return cls(**{**held, "reason": question.reason}, options=options, papers=papers, gain=worth, above=above)


class QuestionsOut(_Shape):
    """What of one paper waits for a person."""

    record: str
    questions: list[QuestionOut]


class QueueOut(_Shape):
    """What most needs a person, first what deciding gains most."""

    total: int
    limit: int
    offset: int
    counts: dict[str, int]
    questions: list[QuestionOut]


class PastOut(_Shape):
    """A decision as the journal has it; `undone` tells who took it back."""

    entry: int
    at: str
    author: str
    verb: Verb
    about: About
    record: str | None
    reason: str
    quote: dict[str, Any] | None
    to: str | None
    patch: dict[str, Any] | None = Field(description="The ink without words that it is about")
    undoes: int | None
    undone: dict[str, Any] | None

    @classmethod
    def of(cls, past: workbench.Past) -> Self:
        """From a line of the history."""
        kept, by = past.kept, past.undone
        return cls(
            entry=kept.entry,
            at=kept.at,
            author=kept.author,
            verb=kept.verb,
            about=kept.about,
            record=kept.record,
            reason=kept.reason,
            quote=encode(kept.quote) if kept.quote else None,
            to=kept.to,
            patch=encode(kept.patch) if kept.patch else None,
            undoes=kept.undoes,
            undone={"entry": by.entry, "author": by.author, "at": by.at} if by else None,
        )


class HistoryOut(_Shape):
    """Decisions, the last first."""

    total: int
    limit: int
    offset: int
    decisions: list[PastOut]


class PassageOut(_Shape):
    """Words of a page as they are read, and what else they could be."""

    record: str
    page: int
    span: list[int]
    line: int
    exact: str
    before: str
    behind: str
    box: list[int] | None
    others: list[str]

    @classmethod
    def of(cls, held: workbench.Passage) -> Self:
        """From a passage of the workbench."""
        return cls(
            record=held.record,
            page=held.quote.page,
            span=[held.span.start, held.span.end],
            line=held.line,
            exact=held.quote.exact,
            before=held.before,
            behind=held.behind,
            box=encode(held.box) if held.box else None,
            others=list(held.others),
        )
