"""The pages of cases: what is asked, papers decided line by line, the letter and the index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from onionskin.errors import ActRefusedError, OnionskinError, UsageError
from onionskin.web import catalogue
from onionskin.web.desk.api import NOT_KEPT, PaperId
from onionskin.web.desk.forms import given
from onionskin.web.desk.frame import Frame
from onionskin.web.faults import fault
from onionskin.web.gate import Reader, Visitor
from onionskin.web.holdings import Holdings
from onionskin.web.room import PageNo
from onionskin.workbench.desk_case_telling import FORMS, case_kinds, index_as, known_exemptions, letter_pdf
from onionskin.workbench.desk_cases import CaseAct, Cases, CaseStage, Decision, Piece
from onionskin.workbench.desk_room import levels, view
from onionskin.workbench.desk_terms import DeskRole

CaseId = Annotated[str, Path(description="The id of a case", pattern=r"^[0-9a-zA-Z-]{1,64}$")]
SIZE = 50
SEE_OTHER = 303
MEDIA = {"md": "text/markdown", "csv": "text/csv", "json": "application/json", "txt": "text/plain"}


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form sent: the last value of each name, and all lines that were ticked."""

    fields: dict[str, str]
    lines: tuple[str, ...]

    def of(self, name: str) -> str:
        """A field, empty where there is none."""
        return self.fields.get(name, "").strip()

    def all_of(self, *names: str) -> dict[str, object]:
        """Those of these fields that say something."""
        return {name: self.of(name) for name in names if self.of(name)}


async def _sent(request: Request) -> Sent:
    form = await request.form()
    fields = {name: value for name, value in form.items() if not isinstance(value, UploadFile)}
    lines = tuple(each for each in form.getlist("line") if isinstance(each, str))
    return Sent(fields, lines)


Form = Annotated[Sent, Depends(_sent)]


def routes(holdings: Holdings, frame: Frame) -> APIRouter:
    """The pages upon one collection's cases."""
    router = APIRouter(include_in_schema=False)
    _all(router, holdings, frame)
    _one(router, holdings, frame)
    _paper(router, holdings, frame)
    _leaving(router, holdings, frame)
    return router


def cases_of(holdings: Holdings) -> Cases:
    """The cases of the room's desk."""
    return Cases(holdings.desk, holdings.settings.collection)


def _back(case: str, *more: str, at: str = "") -> Response:
    """To the page of a case, or of its paper, where one goes on `at` the part on which something was done."""
    return RedirectResponse("/".join(("/desk/cases", case, *more)) + (f"#{at}" if at else ""), SEE_OTHER)


def _all(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/cases")
    def cases(request: Request, visitor: Reader, stage: CaseStage | None = None, page: PageNo = 1) -> Response:
        me = frame.person(request, visitor)
        chosen = stage.value if stage else ""
        held = cases_of(holdings)
        total, rows = held.listed(me.name, stage=chosen, limit=SIZE, offset=(page - 1) * SIZE)
        return frame.answer(
            request,
            visitor,
            "cases.html",
            rows=[(held.id_of(each.number), each) for each in rows],
            total=total,
            stage=chosen,
            stages=[each.value for each in CaseStage],
            kinds=case_kinds(),
            today=holdings.desk.now()[:10],
            takes=me.has(DeskRole.CASES),
            pager=catalogue.pager(total, page, {"stage": chosen} if chosen else {}, size=SIZE, path="/desk/cases"),
        )

    @router.post("/desk/cases")
    def begin(request: Request, visitor: Reader, sent: Form) -> Response:
        name = frame.person(request, visitor).name
        told = sent.all_of("kind", "requester", "wanted", "case", "received", "due")
        if address := [line.strip() for line in sent.of("address").splitlines() if line.strip()]:
            told["address"] = address
        held = cases_of(holdings)
        return _back(held.id_of(held.open(name, told).number))


def _one(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/cases/{case}")
    def shown(request: Request, visitor: Reader, case: CaseId) -> Response:
        me = frame.person(request, visitor)
        held = cases_of(holdings)
        told = held.show(me.name, held.number_of(case))
        roster = holdings.desk.roster.persons(holdings.desk.now()[:10])
        return frame.answer(
            request,
            visitor,
            "case.html",
            id=case,
            shown=told,
            case=told.case,
            kind=case_kinds()[told.case.kind],
            takes=me.has(DeskRole.CASES),
            decides=me.has(DeskRole.REVIEWER),
            reviewers=[each.name for each in roster if each.has(DeskRole.REVIEWER)],
            undecided=any(each.outcome is None for each in told.papers),
            today=holdings.desk.now()[:10],
        )

    @router.post("/desk/cases/{case}/papers")
    def add(request: Request, visitor: Reader, case: CaseId, sent: Form) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        paper = held.enter(name, holdings.collection, sent.of("paper"))
        held.add(name, held.number_of(case), [paper])
        return _back(case, at="papers")

    @router.post("/desk/cases/{case}/reviewers")
    def entrust(request: Request, visitor: Reader, case: CaseId, sent: Form) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        papers = [sent.of("paper")] if sent.of("paper") else []
        held.entrust(name, held.number_of(case), [sent.of("to")], papers)
        return _back(case, at="papers")

    @router.post("/desk/cases/{case}/referrals")
    def refer(request: Request, visitor: Reader, case: CaseId, sent: Form) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        number, paper, agency = held.number_of(case), sent.of("paper"), sent.of("agency")
        if sent.of("remarks"):
            held.agency_answers(name, number, paper, agency, sent.of("remarks"))
        else:
            held.refer(name, number, paper, agency, due=sent.of("due"))
        return _back(case, "papers", paper, at="referrals")

    @router.post("/desk/cases/{case}/steps")
    def step(request: Request, visitor: Reader, case: CaseId, sent: Form) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        number = held.number_of(case)
        try:
            act = CaseAct(sent.of("act"))
        except ValueError:
            raise UsageError("that is nothing that is done with a case", advice="Load the page again") from None
        if act is CaseAct.APPEAL:
            held.appeal(name, number, due=sent.of("due"), remarks=sent.of("remarks"))
        elif act is not CaseAct.OPEN:
            held.step(name, act, number, sent.all_of("due", "remarks"))
        return _back(case, at="steps-now")


def _paper(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/cases/{case}/papers/{paper}")
    def review(request: Request, visitor: Reader, case: CaseId, paper: PaperId) -> Response:
        return _Review(holdings, frame, request, visitor, case, paper).answer(Sent({}, ()))

    @router.post("/desk/cases/{case}/papers/{paper}")
    def decide(*, request: Request, visitor: Reader, case: CaseId, paper: PaperId, sent: Form) -> Response:
        page = _Review(holdings, frame, request, visitor, case, paper)
        if sent.of("do") == "preview":
            return page.answer(sent)
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        try:
            held.decide(name, held.number_of(case), paper, _decision(sent))
        except (ActRefusedError, UsageError) as wrong:
            return page.answer(sent, wrong)
        return _back(case, at="papers")


def _decision(sent: Sent) -> Decision:
    passages = given({"passages": sent.of("passages")}, ["passages"]).get("passages", ())
    return Decision(
        access=sent.of("access"),
        classification=sent.of("classification") or "keep",
        level=sent.of("level"),
        until=sent.of("until"),
        exemptions=tuple(filter(None, (each.strip() for each in sent.of("exemptions").split(";")))),
        lines=", ".join(sent.lines),
        passages=tuple(passages) if isinstance(passages, list) else (),
        authority=sent.of("authority"),
        again=sent.of("again"),
        tells_subject=bool(sent.of("tells_subject")),
        remarks=sent.of("remarks"),
    )


@dataclass(frozen=True, slots=True)
class _Review:
    """A paper of a case line by line, beside what will be shown of it, for one visitor."""

    holdings: Holdings
    frame: Frame
    request: Request
    visitor: Visitor
    case: str
    paper: str

    def _left(self, name: str, held: Cases, decision: Decision) -> tuple[Piece, ...]:
        cut = decision.passages
        return held.preview(name, self.paper, cut, lines=decision.lines, exemptions=decision.exemptions)

    def answer(self, sent: Sent, wrong: OnionskinError | None = None) -> Response:
        """The page as a form was filled in."""
        name, held = self.frame.person(self.request, self.visitor).name, cases_of(self.holdings)
        shown = held.show(name, held.number_of(self.case))
        ours = held.paper_of(shown, self.paper)
        told = view(self.holdings.desk, name, self.paper).told
        text = told.version.text if told.version else ""
        try:
            decision = _decision(sent)
            pieces = self._left(name, held, decision) if text else ()
        except UsageError as out_of_form:
            wrong, pieces = wrong or out_of_form, ()
        return self.frame.answer(
            self.request,
            self.visitor,
            "review.html",
            status=fault(wrong).status if wrong else 200,
            id=self.case,
            case=shown.case,
            paper=told,
            ours=ours,
            lines=_numbered(text),
            pieces=pieces,
            sent=sent,
            ticked=frozenset(sent.lines),
            wrong=fault(wrong) if wrong else None,
            exemptions=known_exemptions(),
            levels=levels(),
            marking=told.marking,
        )


def _numbered(text: str) -> Sequence[tuple[int, int, str]]:
    """Each line with its number and the code point at which it begins."""
    out, at = [], 0
    for n, line in enumerate(text.split("\n"), 1):
        out.append((n, at, line))
        at += len(line) + 1
    return out if text else []


def _leaving(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/cases/{case}/letter.txt")
    def letter(request: Request, visitor: Reader, case: CaseId) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        return _file(held.letter(name, held.number_of(case)), "txt", f"{case}-letter")

    @router.get("/desk/cases/{case}/letter.pdf")
    def letter_as_pdf(request: Request, visitor: Reader, case: CaseId) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        number = held.number_of(case)
        data = letter_pdf(held.letter(name, number), f"letter, case {number}")
        headers = {**NOT_KEPT, "Content-Disposition": f'inline; filename="{case}-letter.pdf"'}
        return Response(data, headers=headers, media_type="application/pdf")

    @router.get("/desk/cases/{case}/index.{form}")
    def index(request: Request, visitor: Reader, case: CaseId, form: str) -> Response:
        name, held = frame.person(request, visitor).name, cases_of(holdings)
        if form not in FORMS:
            raise UsageError("there is no such form", where=form, advice=f"There are: {', '.join(FORMS)}")
        number = held.number_of(case)
        return _file(index_as(form, number, held.index(name, number)), form, f"{case}-withheld")


def _file(text: str, form: str, named: str) -> Response:
    headers = {**NOT_KEPT, "Content-Disposition": f'inline; filename="{named}.{form}"'}
    return Response(text, headers=headers, media_type=f"{MEDIA[form]}; charset=utf-8")
