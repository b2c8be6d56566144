"""The page on which owners say who may come in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from onionskin.web.gate.accounts_api import Name
from onionskin.web.gate.admission import Owner
from onionskin.web.holdings import Holdings
from onionskin.web.pages import Pages
from onionskin.workbench import Invited, Role

SEE_OTHER = 303

RoleField = Annotated[Role, Form()]


def routes(holdings: Holdings, pages: Pages) -> APIRouter:
    """The pages upon one collection."""
    router = APIRouter(include_in_schema=False)

    def page(invited: Invited | None = None) -> Response:
        held = holdings.porter.standings()
        body = pages.render("gate/accounts.html", here="collection", accounts=held, roles=tuple(Role), invited=invited)
        return Response(body, headers={"Cache-Control": "no-store"}, media_type="text/html")

    @router.get("/accounts")
    def accounts(_: Owner) -> Response:
        return page()

    @router.post("/accounts")
    def invite(_: Owner, name: Annotated[str, Form(max_length=200)], role: RoleField) -> Response:
        # Shown in the answer itself: a password has no place in an address.
        return page(holdings.porter.invite(name, role))

    @router.post("/accounts/{name}/password")
    def invite_again(name: Name, _: Owner) -> Response:
        return page(holdings.porter.invite_again(name))

    @router.post("/accounts/{name}/role")
    def set_role(name: Name, _: Owner, role: RoleField) -> Response:
        holdings.porter.set_role(name, role)
        return _back()

    @router.post("/accounts/{name}/disable")
    def disable(name: Name, _: Owner) -> Response:
        holdings.porter.disable(name)
        return _back()

    @router.post("/accounts/{name}/enable")
    def enable(name: Name, _: Owner) -> Response:
        holdings.porter.enable(name)
        return _back()

    @router.post("/accounts/{name}/sessions")
    def end_sessions(name: Name, _: Owner) -> Response:
        holdings.porter.end_sessions(name)
        return _back()

    @router.post("/accounts/{name}/remove")
    def remove(name: Name, _: Owner) -> Response:
        holdings.porter.remove(name)
        return _back()

    return router


def _back() -> Response:
    return RedirectResponse("/accounts", SEE_OTHER)
