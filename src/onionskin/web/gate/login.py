"""The way in and out: a page for people, JSON for programs."""

from __future__ import annotations

import secrets
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from onionskin.errors import NotAllowedError
from onionskin.web.answers import is_for_programs
from onionskin.web.api import PROBLEMS
from onionskin.web.gate.admission import SAFE, Reader
from onionskin.web.gate.guarded import HOUR, WEEK, GuardedGate, token_of
from onionskin.web.gate.routes import VisitorOut
from onionskin.web.pages import Pages
from onionskin.workbench import Issued

SEE_OTHER = 303
AFTER_LOGOUT = {"Clear-Site-Data": '"cache"', "Cache-Control": "no-store"}
"""The next at this machine does not leaf back into what was read."""
WRONG = "No account has this name and this password"


class LoginIn(BaseModel):
    """Who wants to come in."""

    name: str = Field(max_length=200)
    password: str = Field(max_length=2_000)


def wants_page(request: Request) -> bool:
    """Whether a person asked for a page, who can be shown the login first."""
    return request.method in SAFE and not is_for_programs(request)


def to_login(request: Request) -> Response:
    """Off to the login page, and from there back to where one was."""
    url = request.url
    return RedirectResponse(
        "/login?" + urlencode({"next": url.path + (f"?{url.query}" if url.query else "")}),
        SEE_OTHER,
        {"Cache-Control": "no-store"},
    )


def within(path: str) -> str:
    """A path of this room; its list for anything that leads elsewhere."""
    plain = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if plain else "/"


def routes(gate: GuardedGate, pages: Pages) -> APIRouter:
    """The routes of a room that has accounts."""
    router = APIRouter()

    def page(then: str, token: str, *, name: str = "", refused: str = "", status: int = 200) -> Response:
        body = pages.render("gate/login.html", then=within(then), token=token, who=name, refused=refused)
        return Response(body, status, {"Cache-Control": "no-store"}, "text/html")

    @router.get("/login", include_in_schema=False)
    def login(request: Request, next: str = "/") -> Response:  # noqa: A002 - as browsers' users know it
        visit = request.cookies.get(gate.cookies.visit) or secrets.token_urlsafe(24)
        answer = page(next, token_of(visit))
        gate.cookies.give(answer, gate.cookies.visit, visit, HOUR)
        return answer

    @router.post("/login", include_in_schema=False)
    def log_in(
        request: Request,
        name: Annotated[str, Form(max_length=200)] = "",
        password: Annotated[str, Form(max_length=2_000)] = "",
        csrf: Annotated[str, Form()] = "",
        next: Annotated[str, Form(max_length=4_000)] = "/",  # noqa: A002 - as above
    ) -> Response:
        visit = request.cookies.get(gate.cookies.visit, "")
        if not visit or not secrets.compare_digest(csrf.encode(), token_of(visit).encode()):
            raise NotAllowedError(
                "the login page was open for too long, or the browser keeps no cookies",
                advice="Open /login and try again; allow cookies for this site",
            )
        issued = gate.log_in(request, name, password)
        if issued is None:
            return page(next, csrf, name=name, refused=WRONG, status=403)
        # Who came in by a password that opens one time needs one before the next.
        to = "/account" if issued.account.once else within(next)
        answer = come_in(gate, issued, RedirectResponse(to, SEE_OTHER))
        gate.cookies.take(answer, gate.cookies.visit)
        return answer

    @router.post("/logout", include_in_schema=False)
    def log_out(request: Request, _: Reader) -> Response:
        return _go(gate, request, RedirectResponse("/login", SEE_OTHER))

    @router.post(
        "/api/login", response_model=VisitorOut, responses=PROBLEMS, tags=["visitors"], summary="Begin a session"
    )
    def api_log_in(request: Request, who: LoginIn) -> Response:
        issued = gate.log_in(request, who.name, who.password)
        if issued is None:
            raise NotAllowedError(WRONG[:1].lower() + WRONG[1:], advice="Try again, or ask an owner")
        account = issued.account
        told = VisitorOut(name=account.name, role=account.role, csrf=token_of(issued.secret))
        return come_in(gate, issued, JSONResponse(told.model_dump(mode="json")))

    @router.post(
        "/api/logout", responses={**PROBLEMS, 204: {}}, status_code=204, tags=["visitors"], summary="End the session"
    )
    def api_log_out(request: Request, _: Reader) -> Response:
        return _go(gate, request, Response(status_code=204))

    return router


def come_in(gate: GuardedGate, issued: Issued, answer: Response) -> Response:
    """The answer, which has the browser remember a new session."""
    answer.headers["Cache-Control"] = "no-store"
    gate.cookies.give(answer, gate.cookies.session, issued.secret, WEEK)
    return answer


def _go(gate: GuardedGate, request: Request, answer: Response) -> Response:
    gate.log_out(request)
    answer.headers.update(AFTER_LOGOUT)
    gate.cookies.take(answer, gate.cookies.session)
    return answer
