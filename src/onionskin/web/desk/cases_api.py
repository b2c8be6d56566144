"""Cases, for programs: the same as on their pages, for one person at a time."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Self

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from onionskin.web.api import PROBLEMS, Limit, Offset
from onionskin.web.desk.api import told
from onionskin.web.desk.cases import CaseId, cases_of
from onionskin.web.desk.who import As, seated
from onionskin.web.gate import Reader, Visitor
from onionskin.web.holdings import Holdings
from onionskin.web.shapes import Shape
from onionskin.workbench.desk_case_telling import index_object, told_of_case
from onionskin.workbench.desk_cases import CaseAct, CaseRow, Cases, CaseStage, Decision


class CaseRowOut(Shape):
    """A case in a list, with how many of its papers who asks has to do with."""

    id: str = Field(description="Under what addresses know it")
    number: str
    kind: str
    requester: str
    subject: str = Field(description="What is asked for, shortened")
    received: str
    due: str
    stage: str
    papers: int
    undecided: int

    @classmethod
    def of(cls, id_: str, row: CaseRow) -> Self:
        """From a row of the list."""
        return cls(id=id_, **asdict(row))


class CasesOut(Shape):
    """A part of the list of cases."""

    total: int
    limit: int
    offset: int
    cases: list[CaseRowOut]


class CaseOut(Shape):
    """A case: what was asked, its papers as far as who asks may see them, what was decided, and its steps."""

    id: str
    case: dict[str, Any]


class IndexOut(Shape):
    """What is withheld in a case, each paper and passage with exemption and reason, and none of the words."""

    index: dict[str, Any]


class LetterOut(Shape):
    """The letter that answers a case, as it stands."""

    letter: str


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CaseIn(_In):
    """A request, as it came."""

    kind: str = Field(max_length=40)
    requester: str = Field(max_length=400)
    wanted: str = Field(max_length=20_000)
    case: str = Field("", max_length=100, description="The number it was given: `C.A. NO 88-0034`")
    address: list[str] = Field(default_factory=list, max_length=20)
    received: str = Field("", max_length=10)
    due: str = Field("", max_length=10)


class AskedIn(_In):
    """A paper, by its id at the desk or in the collection."""

    paper: str = Field(max_length=64)


class StepIn(_In):
    """A step of a case as a whole."""

    act: CaseAct
    papers: list[str] = Field(default_factory=list, max_length=2_000, description="Of an appeal; none for all of it")
    due: str = Field("", max_length=10)
    remarks: str = Field("", max_length=400)


class PassageIn(_In):
    """Half-open code points of the text as it stands."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    exemption: str = Field(max_length=200)


class DecisionIn(_In):
    """What is decided of a paper, on both axes."""

    paper: str = Field(max_length=64)
    access: str = Field(description="release, excise or deny", max_length=10)
    classification: str = Field("keep", description="declassify, downgrade or keep", max_length=12)
    authority: str = Field(max_length=400)
    level: str = Field("", max_length=40)
    until: str = Field("", max_length=40)
    exemptions: list[str] = Field(default_factory=list, max_length=20)
    lines: str = Field("", description="Lines that are excised: `3-5, 9`", max_length=2_000)
    passages: list[PassageIn] = Field(default_factory=list, max_length=200)
    again: str = Field("", max_length=10)
    tells_subject: bool = False
    remarks: str = Field("", max_length=400)

    def decision(self) -> Decision:
        """As the desk takes it."""
        given = self.model_dump(exclude={"paper"})
        given |= {"exemptions": tuple(self.exemptions), "passages": tuple(each.model_dump() for each in self.passages)}
        return Decision(**given)


Stage = Annotated[CaseStage | None, Query(description="Those that have come so far")]


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection's cases."""
    router = APIRouter(tags=["desk"], responses=PROBLEMS)
    _looking(router, holdings)
    _doing(router, holdings)
    return router


def _asked(holdings: Holdings, request: Request, visitor: Visitor, as_: str) -> tuple[str, Cases]:
    return seated(request, holdings.desk, visitor, as_).name, cases_of(holdings)


def _shown(name: str, held: Cases, case: str) -> Response:
    return told(CaseOut(id=case, case=told_of_case(held.show(name, held.number_of(case)))))


def _looking(router: APIRouter, holdings: Holdings) -> None:
    @router.get("/api/desk/cases", response_model=CasesOut, summary="The cases one has to do with, by their days")
    def cases(  # noqa: PLR0913 - a part of a list, and who asks for it
        *, request: Request, visitor: Reader, as_: As = "", stage: Stage = None, limit: Limit = 50, offset: Offset = 0
    ) -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        total, rows = held.listed(name, stage=stage.value if stage else "", limit=limit, offset=offset)
        listed = [CaseRowOut.of(held.id_of(each.number), each) for each in rows]
        return told(CasesOut(total=total, limit=limit, offset=offset, cases=listed))

    @router.get("/api/desk/cases/{case}", response_model=CaseOut, summary="A case")
    def one(request: Request, visitor: Reader, case: CaseId, as_: As = "") -> Response:
        return _shown(*_asked(holdings, request, visitor, as_), case)

    @router.get("/api/desk/cases/{case}/index", response_model=IndexOut, summary="What is withheld in a case")
    def index(request: Request, visitor: Reader, case: CaseId, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        number = held.number_of(case)
        return told(IndexOut(index=index_object(number, held.index(name, number))))

    @router.get("/api/desk/cases/{case}/letter", response_model=LetterOut, summary="The letter that answers a case")
    def letter(request: Request, visitor: Reader, case: CaseId, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        return told(LetterOut(letter=held.letter(name, held.number_of(case))))


def _doing(router: APIRouter, holdings: Holdings) -> None:
    @router.post("/api/desk/cases", response_model=CaseOut, summary="Open a case")
    def begin(request: Request, visitor: Reader, sent: CaseIn, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        opened = held.open(name, {field: value for field, value in sent.model_dump().items() if value})
        return _shown(name, held, held.id_of(opened.number))

    @router.post("/api/desk/cases/{case}/papers", response_model=CaseOut, summary="Ask for a paper in a case")
    def add(request: Request, visitor: Reader, case: CaseId, sent: AskedIn, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        held.add(name, held.number_of(case), [held.enter(name, holdings.collection, sent.paper)])
        return _shown(name, held, case)

    @router.post("/api/desk/cases/{case}/decisions", response_model=CaseOut, summary="Decide of a paper, on both axes")
    def decide(request: Request, visitor: Reader, case: CaseId, sent: DecisionIn, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        held.decide(name, held.number_of(case), sent.paper, sent.decision())
        return _shown(name, held, case)

    @router.post("/api/desk/cases/{case}/steps", response_model=CaseOut, summary="Answer, extend, appeal, close a case")
    def step(request: Request, visitor: Reader, case: CaseId, sent: StepIn, as_: As = "") -> Response:
        name, held = _asked(holdings, request, visitor, as_)
        number = held.number_of(case)
        if sent.act is CaseAct.APPEAL:
            held.appeal(name, number, sent.papers, due=sent.due, remarks=sent.remarks)
        else:
            said = {field: value for field in ("due", "remarks") if (value := getattr(sent, field))}
            held.step(name, sent.act, number, said)
        return _shown(name, held, case)
