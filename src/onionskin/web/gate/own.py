"""One's own account in a room that has accounts: a password chosen, sessions ended."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from onionskin.errors import LoginNeededError
from onionskin.web.api import PROBLEMS
from onionskin.web.gate.admission import Reader
from onionskin.web.gate.guarded import GuardedGate, token_of
from onionskin.web.gate.login import come_in
from onionskin.web.gate.routes import VisitorOut
from onionskin.web.gate.visitors import Visitor
from onionskin.web.pages import Pages

SEE_OTHER = 303


class PasswordIn(BaseModel):
    """A password to be chosen. Who came in by one that opens one time has no present one."""

    now: str = Field("", max_length=2_000)
    password: str = Field(max_length=2_000)


def routes(gate: GuardedGate, pages: Pages) -> APIRouter:
    """The routes of a room that has accounts."""
    router = APIRouter()

    @router.get("/account", include_in_schema=False)
    def account(who: Reader) -> Response:
        held = gate.porter.standing(named(who))
        body = pages.render("gate/own.html", here="account", held=held)
        return Response(body, headers={"Cache-Control": "no-store"}, media_type="text/html")

    @router.post("/account/password", include_in_schema=False)
    def choose(
        request: Request,
        who: Reader,
        password: Annotated[str, Form(max_length=2_000)],
        now: Annotated[str, Form(max_length=2_000)] = "",
    ) -> Response:
        issued = gate.choose_password(request, named(who), now, password)
        return come_in(gate, issued, RedirectResponse("/", SEE_OTHER))

    @router.post("/account/sessions", include_in_schema=False)
    def end_others(request: Request, who: Reader) -> Response:
        gate.end_others(request, named(who))
        return RedirectResponse("/account", SEE_OTHER)

    @router.post(
        "/api/account/password",
        response_model=VisitorOut,
        responses=PROBLEMS,
        tags=["visitors"],
        summary="Choose a password; other sessions and all keys are ended",
    )
    def api_choose(request: Request, who: Reader, to: PasswordIn) -> Response:
        issued = gate.choose_password(request, named(who), to.now, to.password)
        told = VisitorOut(name=who.name, role=who.role, csrf=token_of(issued.secret))
        return come_in(gate, issued, JSONResponse(told.model_dump(mode="json")))

    @router.delete(
        "/api/account/sessions",
        responses={**PROBLEMS, 204: {}},
        status_code=204,
        tags=["visitors"],
        summary="End one's other sessions",
    )
    def api_end_others(request: Request, who: Reader) -> Response:
        gate.end_others(request, named(who))
        return Response(status_code=204)

    return router


def named(who: Visitor) -> str:
    """The account that is meant. LoginNeededError for who reads without one."""
    if not who.name:
        raise LoginNeededError("this is for those who have an account")
    return who.name
