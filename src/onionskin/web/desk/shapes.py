"""What the JSON routes of the desk take and answer, as OpenAPI describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from onionskin.web.shapes import Shape
from onionskin.workbench.desk_room import PaperView, Possible, Stood
from onionskin.workbench.desk_telling import as_json, plain
from onionskin.workbench.desk_terms import DeskAct, DeskRow, Performed, Person, Post, Procedure, Procedures

PUBLIC = ("name", "printed", "post", "offices", "agency")
"""What everybody at the desk is told of a person: whom to write to, and for what."""


class PersonOut(Shape):
    """A person of the desk. What they are cleared for is told to custodians and to themselves."""

    name: str
    printed: str
    post: str
    offices: list[str]
    agency: str
    roles: list[str] | None = None
    clearance: str | None = None
    classifies: str | None = None
    reviews: str | None = None
    captions: list[str] | None = None

    @classmethod
    def of(cls, person: Person, *, whole: bool) -> Self:
        """From a person of the roster."""
        told = asdict(person)
        return cls(**{name: plain(told[name]) for name in cls.model_fields if whole or name in PUBLIC})


class PostOut(Shape):
    """A post from and to which papers go."""

    name: str
    zone: str = Field(description="Of the IANA's names", examples=["America/New_York"])
    side: str

    @classmethod
    def of(cls, post: Post) -> Self:
        """From a post of the roster."""
        return cls(name=post.name, zone=post.zone, side=post.side)


class MeOut(Shape):
    """Who asks, and what waits for them."""

    person: PersonOut
    now: str = Field(description="By the desk's clock, UTC")
    procedures: str
    trays: dict[str, int]
    overdue: dict[str, int]


class DeskRowOut(Shape):
    """A paper in a list; without `subject` and `parties` where who asks may not see its title."""

    paper: str
    form: str
    number: str
    subject: str
    parties: str
    precedence: str
    level: str
    captions: list[str]
    begun: str
    last: str
    stage: str
    sight: str = Field(description="existence, title or text")
    due: str
    quote: list[str] = Field(description="Where the words stand; every second piece is one of them")

    @classmethod
    def of(cls, row: DeskRow) -> Self:
        """From a row of the desk."""
        return cls(
            paper=row.id,
            form=row.form,
            number=row.number,
            subject=row.subject,
            parties=row.parties,
            precedence=row.bears.precedence,
            level=row.bears.level,
            captions=list(row.bears.captions),
            begun=row.begun,
            last=row.last,
            stage=row.stage,
            sight=("nothing", "existence", "title", "text")[row.seen],
            due=row.due,
            quote=list(row.quote),
        )


class DeskListOut(Shape):
    """Papers of the desk, those alone of which who asks may know."""

    total: int
    limit: int
    offset: int
    papers: list[DeskRowOut]


class PossibleOut(Shape):
    """An act that can be done with a paper, or the rule that stands against it."""

    act: str
    about: str
    rule: str = Field(description="Empty where it may be done", examples=["not cleared by S/S"])
    theirs: bool = Field(description="Whether it is for this person at all")
    takes: dict[str, bool] = Field(description="What must and may be said with it; true: it must")
    offers: dict[str, list[str]] = Field(description="The values that a particular can have here, where few can")

    @classmethod
    def of(cls, each: Possible) -> Self:
        """From the desk's answer."""
        return cls(
            act=each.act.value,
            about=each.how.about,
            rule=each.rule,
            theirs=each.theirs,
            takes=dict(each.how.takes),
            offers={name: list(values) for name, values in each.offers.items()},
        )


class StoodOut(Shape):
    """How a paper stood at the end of a day, and on what."""

    day: str
    seen: str
    rule: str
    reasons: list[list[str]]
    paper: dict[str, Any]

    @classmethod
    def of(cls, stood: Stood) -> Self:
        """From the desk's answer."""
        return cls(
            day=stood.day,
            seen=stood.seen.sight.name.lower(),
            rule=stood.seen.rule,
            reasons=[list(each) for each in stood.reasons],
            paper=as_json(stood.told),
        )


class DeskPaperOut(Shape):
    """A paper as the person who asks may see it, with what they may do now."""

    paper: dict[str, Any] = Field(description="What is told of it; nothing of what may not be told")
    may: list[PossibleOut]
    stood: StoodOut | None = None

    @classmethod
    def of(cls, view: PaperView) -> Self:
        """From the desk's answer."""
        return cls(
            paper=as_json(view.told),
            may=[PossibleOut.of(each) for each in view.may],
            stood=StoodOut.of(view.stood) if view.stood else None,
        )


class ActIn(BaseModel):
    """An act to be done."""

    model_config = ConfigDict(extra="forbid")

    act: DeskAct
    paper: str = Field("", pattern=r"^(os-[0-9a-v]{20})?$", description="Empty for one that is begun")
    takes: dict[str, Any] = Field({}, description="Its particulars; `/api/desk/procedures` says which each act takes")
    version: int = Field(0, ge=0, le=10**6, description="The version that was looked at; refused where another stands")
    at: str = Field("", max_length=40, description="When it was done, if not now; on one's own machine alone")


class ActOut(Shape):
    """An act as it stands in the journal."""

    entry: int
    act: str
    paper: str
    by: str
    at: str
    takes: dict[str, Any]
    yields: dict[str, Any]

    @classmethod
    def of(cls, done: Performed) -> Self:
        """From the journal."""
        told = done.body()
        return cls(entry=done.entry, paper=done.paper, by=done.by, **told)


class ProcedureOut(Shape):
    """How an act is done here."""

    act: str
    about: str
    source: str
    who: list[str]
    needs: list[str]
    takes: dict[str, bool]
    yields: list[str]

    @classmethod
    def of(cls, each: Procedure) -> Self:
        """From the procedures that hold."""
        return cls(**{name: plain(getattr(each, name)) for name in cls.model_fields})


class ProceduresOut(Shape):
    """All procedures of the desk."""

    title: str
    acts: list[ProcedureOut]

    @classmethod
    def of(cls, held: Procedures) -> Self:
        """From those that hold."""
        return cls(title=held.title, acts=[ProcedureOut.of(each) for each in held.acts.values()])


class PersonsOut(Shape):
    """Who works at the desk."""

    persons: list[PersonOut]


class PostsOut(Shape):
    """Where papers go."""

    posts: list[PostOut]


Line = Annotated[str, Field(max_length=400, pattern=r"^[^\x00-\x1f]*$")]
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$")]
Names = Annotated[list[Name], Field(max_length=200)]


class PersonIn(BaseModel):
    """A person as they are from a day on; what is not said they do not have."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(description="Of their account", examples=["ball"])
    printed: Line = Field("", description="As forms print it", examples=["George W. Ball"])
    post: Line = ""
    offices: Names = []
    roles: Names = Field([], examples=[["drafter", "registry"]])
    clearance: Line = ""
    classifies: Line = ""
    reviews: Line = ""
    captions: Names = []
    agency: Line = ""
    gone: bool = Field(default=False, description="Whether they no longer work here")
    day: str = Field("", pattern=r"^(\d{4}-\d\d-\d\d)?$", description="Since when; today where nothing is said")


class PostIn(BaseModel):
    """A post; what is not said it does not have."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    zone: Line = Field("UTC", description="Of the IANA's names")
    mail: Line = Field("", description="Where another installation receives for it")
    carries: Line = Field("", description="Up to which level mail to it may carry")
    side: Line = Field("", description="Whose it is in an exercise")


class AdoptIn(BaseModel):
    """Procedures, as their file has them."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=200)
    text: str = Field(max_length=400_000)
