"""The dependencies that let a visitor of a role do something, and refuse everybody else."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Header
from starlette.datastructures import UploadFile
from starlette.requests import Request

from onionskin.errors import LoginNeededError, NotAllowedError
from onionskin.web.gate.visitors import CSRF_FIELD, CSRF_HEADER, Asking, Visitor
from onionskin.workbench import Role

SAFE = frozenset({"GET", "HEAD"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

Token = Annotated[
    str, Header(alias=CSRF_HEADER, description="The `csrf` of `/api/visitor`; a form's field `csrf` does as well")
]


def admitted(request: Request, role: Role) -> Visitor:
    """The visitor, who must have the role. LoginNeededError, NotAllowedError."""
    who = _asking(request).visitor
    if who is None:
        raise LoginNeededError("this is for those who have logged in")
    if not who.role.includes(role):
        if not who.name:
            raise LoginNeededError(f"this takes an account of an {role}")
        raise NotAllowedError(
            f"this takes an {role}, and {who.name} is {'an' if who.role is Role.EDITOR else 'a'} {who.role}",
            advice="Ask an owner of the collection for the role",
        )
    return who


def refuse_unless_ours(request: Request, shown: str) -> None:
    """NotAllowedError where the token is not that of our own pages."""
    asking = _asking(request)
    # Who reads without an account has no token, and an empty one fits nobody.
    fits = bool(asking.token) and hmac.compare_digest(shown.encode(), asking.token.encode())
    if not fits and not asking.sessionless:
        raise NotAllowedError(
            "this did not come from a page of this room, or from one that was made before you logged in",
            advice="Go back, load the page again, and do it once more",
        )


def _asking(request: Request) -> Asking:
    asking: Asking = request.state.asking
    return asking


def _dependency(role: Role) -> Callable[[Request, str], Awaitable[Visitor]]:
    async def admit(request: Request, token: Token = "") -> Visitor:
        who = admitted(request, role)
        if request.method not in SAFE:
            refuse_unless_ours(request, token or await _of_form(request))
        return who

    return admit


async def _of_form(request: Request) -> str:
    # The form is parsed once; the route's own fields come from the same parsing.
    if not request.headers.get("content-type", "").startswith(FORMS):
        return ""
    shown = (await request.form()).get(CSRF_FIELD, "")
    return "" if isinstance(shown, UploadFile) else shown


Reader = Annotated[Visitor, Depends(_dependency(Role.READER))]
Editor = Annotated[Visitor, Depends(_dependency(Role.EDITOR))]
Owner = Annotated[Visitor, Depends(_dependency(Role.OWNER))]
