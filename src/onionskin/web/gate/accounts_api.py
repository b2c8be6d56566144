"""Accounts of a collection, for programs of its owners."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, Path
from pydantic import Field
from starlette.responses import Response

from onionskin.web.api import PROBLEMS
from onionskin.web.gate.admission import Owner
from onionskin.web.holdings import Holdings
from onionskin.web.shapes import Shape
from onionskin.workbench import Invited, Porter, Role, Standing

Name = Annotated[str, Path(max_length=200)]


class AccountOut(Shape):
    """Who may come in. Times are UTC, ISO 8601, and empty where there is none."""

    name: str
    role: Role
    since: str
    last_session: str = Field(description="When it began")
    sessions: int = Field(description="How many are open")
    keys: list[str] = Field(description="What its keys for programs are called")
    invited_until: str = Field(description="Until when a password that opens one time is good; none of its own yet")
    disabled: str = Field(description="Since when it opens nothing")

    @classmethod
    def of(cls, held: Standing) -> Self:
        """From the workbench's."""
        account = held.account
        return cls(
            name=account.name,
            role=account.role,
            since=account.since,
            last_session=account.seen,
            sessions=len(held.sessions),
            keys=[each.label for each in held.keys],
            invited_until=account.once,
            disabled=account.disabled,
        )


class AccountsOut(Shape):
    """Every account, by name."""

    accounts: list[AccountOut]


class InvitedOut(Shape):
    """A password that opens one time, told this once: whoever comes in by it chooses one of their own."""

    name: str
    role: Role
    password: str
    until: str

    @classmethod
    def of(cls, invited: Invited) -> Self:
        """From the workbench's."""
        account = invited.account
        return cls(name=account.name, role=account.role, password=invited.password, until=invited.until)


class AccountIn(Shape):
    """An account to be made."""

    name: str = Field(min_length=1, max_length=64)
    role: Role


class AccountChangeIn(Shape):
    """What is to be otherwise; what is not named stays."""

    role: Role | None = None
    disabled: bool | None = None


def changed(porter: Porter, name: str, to: AccountChangeIn) -> Standing:
    """The account after the change. NotFoundError, UsageError for the last owner."""
    held = porter.account(name)
    if to.role not in {None, held.role}:
        porter.set_role(name, to.role or held.role)
    if to.disabled is not None and to.disabled is not bool(held.disabled):
        (porter.disable if to.disabled else porter.enable)(name)
    return porter.standing(name)


def routes(holdings: Holdings) -> APIRouter:
    """The routes upon one collection; all of them are for owners."""
    router = APIRouter(tags=["accounts"], responses=PROBLEMS)

    @router.get("/api/accounts", response_model=AccountsOut, summary="Who may come in where the room is open")
    def accounts(response: Response, _: Owner) -> AccountsOut:
        response.headers["Cache-Control"] = "no-store"
        return AccountsOut(accounts=[AccountOut.of(each) for each in holdings.porter.standings()])

    @router.post(
        "/api/accounts", status_code=201, response_model=InvitedOut, summary="A new account, and what opens it one time"
    )
    def invite(asked: AccountIn, response: Response, _: Owner) -> InvitedOut:
        response.headers["Cache-Control"] = "no-store"
        return InvitedOut.of(holdings.porter.invite(asked.name, asked.role))

    @router.patch("/api/accounts/{name}", response_model=AccountOut, summary="Another role; disable it or enable it")
    def change(name: Name, to: AccountChangeIn, _: Owner) -> AccountOut:
        return AccountOut.of(changed(holdings.porter, name, to))

    @router.delete(
        "/api/accounts/{name}", status_code=204, responses={204: {}}, summary="Remove it; what it decided stays"
    )
    def remove(name: Name, _: Owner) -> Response:
        holdings.porter.remove(name)
        return Response(status_code=204)

    @router.post(
        "/api/accounts/{name}/password",
        response_model=InvitedOut,
        summary="A password that opens one time in place of one that was forgotten",
    )
    def invite_again(name: Name, response: Response, _: Owner) -> InvitedOut:
        response.headers["Cache-Control"] = "no-store"
        return InvitedOut.of(holdings.porter.invite_again(name))

    @router.delete(
        "/api/accounts/{name}/sessions",
        status_code=204,
        responses={204: {}},
        summary="End its sessions; keys stay good",
    )
    def end_sessions(name: Name, _: Owner) -> Response:
        holdings.porter.end_sessions(name)
        return Response(status_code=204)

    return router
