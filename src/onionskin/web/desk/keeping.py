"""Who works at the desk and where papers go, for all; for custodians to change. The procedures, as they hold."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import RedirectResponse, Response

from onionskin.errors import UsageError
from onionskin.web.desk.api import appointed
from onionskin.web.desk.forms import BETWEEN, Fields
from onionskin.web.desk.frame import Frame
from onionskin.web.desk.shapes import PersonIn, PostIn
from onionskin.web.desk.who import wanted
from onionskin.web.gate import Reader, Role
from onionskin.web.holdings import Holdings
from onionskin.workbench.desk_room import custodian, levels
from onionskin.workbench.desk_terms import DeskRole

SEE_OTHER = 303
NAMES = frozenset({"offices", "captions"})


def routes(holdings: Holdings, frame: Frame) -> APIRouter:
    """The pages of what the desk rests on."""
    router = APIRouter(include_in_schema=False)

    def by(request: Request, visitor: Reader) -> str:
        return custodian(holdings.desk, wanted(request, visitor), owner=visitor.role is Role.OWNER)

    @router.get("/desk/persons")
    def persons(request: Request, visitor: Reader) -> Response:
        keeps = frame.person(request, visitor).has(DeskRole.CUSTODIAN)
        roles = [each.value for each in DeskRole]
        return frame.answer(request, visitor, "persons.html", keeps=keeps, roles=roles, levels=levels())

    @router.post("/desk/persons")
    def appoint(request: Request, visitor: Reader, sent: Fields) -> Response:
        name = by(request, visitor)
        told = {
            field: [each.strip() for each in BETWEEN.split(sent[field]) if each.strip()]
            if field in NAMES
            else sent[field]
            for field in PersonIn.model_fields
            if sent.get(field) and field not in {"roles", "gone"}
        }
        roles = [role.value for role in DeskRole if sent.get(f"role.{role.value}")]
        try:
            asked = PersonIn.model_validate({**told, "roles": roles, "gone": bool(sent.get("gone"))})
        except ValidationError as wrong:
            raise _out_of_form(wrong) from None
        appointed(holdings.desk, name, asked)
        return RedirectResponse("/desk/persons" if _is_seated(request, visitor) else "/desk", SEE_OTHER)

    @router.post("/desk/posts")
    def open_post(request: Request, visitor: Reader, sent: Fields) -> Response:
        name = by(request, visitor)
        try:
            asked = PostIn.model_validate({field: sent[field] for field in PostIn.model_fields if sent.get(field)})
        except ValidationError as wrong:
            raise _out_of_form(wrong) from None
        holdings.desk.open_post(name, asked.model_dump())
        return RedirectResponse("/desk/persons" if _is_seated(request, visitor) else "/desk", SEE_OTHER)

    @router.get("/desk/procedures")
    def procedures(request: Request, visitor: Reader) -> Response:
        return frame.answer(request, visitor, "procedures.html", held=holdings.desk.procedures)

    def _is_seated(request: Request, visitor: Reader) -> bool:
        desk = holdings.desk
        return desk.roster.person(wanted(request, visitor), desk.now()[:10]) is not None

    return router


def _out_of_form(wrong: ValidationError) -> UsageError:
    first = wrong.errors()[0]
    return UsageError(f"{first['loc'][0]} is not in form: {first['msg']}", advice="Go back, and mend it")
