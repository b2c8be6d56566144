"""Writing a paper: its form beside its text, with how it will be typed, saved as an act."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onionskin.errors import ChangedMeanwhileError, NotFoundError, OnionskinError
from onionskin.web.desk import views
from onionskin.web.desk.api import NOT_KEPT, PaperId
from onionskin.web.desk.forms import TOLD, Fields, given, number
from onionskin.web.desk.frame import Frame
from onionskin.web.faults import fault
from onionskin.web.gate import Reader, Visitor
from onionskin.web.holdings import Holdings
from onionskin.workbench.desk_room import Bearing as Bears
from onionskin.workbench.desk_room import Told, levels, marking_of, precedences, view
from onionskin.workbench.desk_terms import DeskAct, PaperForm

SEE_OTHER = 303
PREVIEW, CLASSIFY = "preview", "classify"
SAID = {
    PaperForm.TELEGRAM: ("subject", "reference"),
    PaperForm.LETTER: ("subject", "date", "inside_address", "salutation", "close", "attachments"),
    PaperForm.MEMORANDUM: ("subject", "from", "reference", "attachments"),
}
"""Values of each form that its drafter writes, beside those that all papers have."""
MOSTLY = frozenset({"subject", "date", "from", "salutation", "close"})
"""Those of them that stand on most papers; the others are behind a fold."""
FURTHER = (
    *("eyes_only", "captions", "info_precedence", "to_pass", "acknowledge_by"),
    *(f"{TOLD}{name}" for name in ("reference", "attachments")),
)
"""Fields behind the fold, which is open where one of them says something."""


def routes(holdings: Holdings, frame: Frame) -> APIRouter:
    """The pages on which papers are written."""
    router = APIRouter(include_in_schema=False)

    @router.get("/desk/draft")
    def begin(request: Request, visitor: Reader, form: PaperForm = PaperForm.TELEGRAM) -> Response:
        me = frame.person(request, visitor)
        office = me.offices[0] if len(me.offices) == 1 else ""
        return _page(frame, request, visitor, {"form": form.value, "post": me.post, "office": office})

    @router.post("/desk/draft")
    def draft(request: Request, visitor: Reader, sent: Fields) -> Response:
        name = frame.person(request, visitor).name
        if sent.get("do") == PREVIEW:
            return _page(frame, request, visitor, sent)
        said = {field: value for field, value in sent.items() if value.strip()}
        acts = [(DeskAct.DRAFT, _given(holdings, DeskAct.DRAFT, said))]
        if sent.get("do") == CLASSIFY:
            acts.append((DeskAct.CLASSIFY, {"level": sent.get("level", "")}))
        try:
            done = holdings.desk.perform_together(name, acts)[0]
        except OnionskinError as wrong:
            return _page(frame, request, visitor, sent, wrong=wrong)
        return RedirectResponse(f"/desk/papers/{done.paper}?done={done.paper}", SEE_OTHER)

    _amending(router, holdings, frame)

    @router.post("/desk/preview")
    def preview(request: Request, visitor: Reader, sent: Fields) -> Response:
        """The part of the page that shows how it will be typed, for a script that asks while one writes."""
        me = frame.person(request, visitor)
        body = frame.pages.render("desk/preview.html", sheet=_typed(sent, me.name))
        return Response(body, headers=NOT_KEPT, media_type="text/html")

    return router


def _amending(router: APIRouter, holdings: Holdings, frame: Frame) -> None:
    @router.get("/desk/papers/{paper}/draft")
    def amend(request: Request, visitor: Reader, paper: PaperId) -> Response:
        told = _written(holdings, frame.person(request, visitor).name, paper)
        return _page(frame, request, visitor, _fields(told), paper=told)

    @router.post("/desk/papers/{paper}/draft")
    def save(request: Request, visitor: Reader, paper: PaperId, sent: Fields) -> Response:
        name = frame.person(request, visitor).name
        told = _written(holdings, name, paper)
        if sent.get("do") == PREVIEW:
            return _page(frame, request, visitor, sent, paper=told)
        before = _fields(told)
        changed = {key: value for key, value in sent.items() if value.replace("\r\n", "\n") != before.get(key, "")}
        try:
            takes = _given(holdings, DeskAct.AMEND, {**changed, "office": sent.get("office", "")})
            holdings.desk.perform(name, DeskAct.AMEND, paper, takes, version=number(sent, "version"))
        except ChangedMeanwhileError:
            raise
        except OnionskinError as wrong:
            return _page(frame, request, visitor, sent, paper=told, wrong=wrong)
        return RedirectResponse(f"/desk/papers/{paper}?done={paper}", SEE_OTHER)


def _given(holdings: Holdings, act: DeskAct, sent: Mapping[str, str]) -> dict[str, object]:
    procedure = holdings.desk.procedures.acts.get(act)
    return given(sent, procedure.takes) if procedure else {}


def _written(holdings: Holdings, name: str, paper: str) -> Told:
    """A paper that one may amend. NotFoundError for who does not see its text."""
    shown = view(holdings.desk, name, paper)
    may = next((each for each in shown.may if each.act is DeskAct.AMEND), None)
    if may is None or not shown.told.inside:
        raise NotFoundError("its text is not for you to see", where=paper)
    return shown.told


def _fields(told: Told) -> dict[str, str]:
    """What stands on a paper, as the form of the page has it."""
    version = told.version
    said = dict(version.told) if version else {}
    names = ("to", "info", "eyes_only", "asked", "to_pass", "captions")
    return {
        "form": told.form.value,
        "post": told.post,
        "office": "",
        "text": version.text if version else "",
        "version": str(told.n),
        "level": told.level,
        "approver": told.approver,
        "signer": told.signer,
        "precedence": told.precedence,
        "info_precedence": told.info_precedence,
        "acknowledge_by": told.acknowledge_by,
        **{name: ", ".join(getattr(told, name)) for name in names},
        **{f"{TOLD}{name}": str(held) for name, held in said.items()},
    }


def _typed(sent: Mapping[str, str], drafter: str) -> views.Sheet:
    told = {name.removeprefix(TOLD): value for name, value in sent.items() if name.startswith(TOLD) and value}
    return views.typed(sent.get("form", ""), sent, told, sent.get("text", ""), drafter)


def _page(  # noqa: PLR0913 - what stands on it
    frame: Frame,
    request: Request,
    visitor: Visitor,
    sent: Mapping[str, str],
    *,
    paper: Told | None = None,
    wrong: OnionskinError | None = None,
) -> Response:
    me = frame.person(request, visitor)
    form = PaperForm(sent["form"]) if sent.get("form") in tuple(PaperForm) else PaperForm.TELEGRAM
    roster = frame.holdings.desk.roster
    persons = roster.persons(frame.holdings.desk.now()[:10])
    level = paper.level if paper else sent.get("level", "")
    return frame.answer(
        request,
        visitor,
        "draft.html",
        status=fault(wrong).status if wrong else 200,
        form=form.value,
        forms=[each.value for each in PaperForm],
        sent=sent,
        said=SAID[form],
        mostly=MOSTLY,
        further=any(sent.get(name) for name in FURTHER),
        told=TOLD,
        paper=paper,
        wrong=fault(wrong) if wrong else None,
        sheet=_typed(sent, paper.drafter if paper else me.name),
        classifies=not paper and bool(me.classifies) and DeskAct.CLASSIFY in frame.holdings.desk.procedures.acts,
        names=views.names_of(persons, tuple(roster.posts)),
        levels=levels(),
        precedences=precedences(),
        marking=paper.marking if paper else marking_of((Bears(level=level if level in levels() else ""),)),
    )
