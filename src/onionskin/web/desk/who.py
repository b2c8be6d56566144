"""As which person of the desk a visitor asks.

In a room with accounts one is oneself: the person whose name is the account's. Any account whose name is a person's
acts as that person, whatever its role in the collection; the desk's own rules say what they may. On one's own machine
one chooses openly, since whoever has the machine has the collection.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from onionskin.errors import LoginNeededError, NotAllowedError
from onionskin.web.gate import Visitor
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_terms import Person

COOKIE = "onionskin-desk-as"
"""The person chosen on one's own machine: the name in hexadecimal, since it may be of any script."""
As = Annotated[
    str,
    Query(alias="as", max_length=200, description="As which person, on one's own machine; elsewhere one is oneself"),
]


def may_choose(request: Request) -> bool:
    """Whether the visitor may act as any person."""
    return not request.state.asking.guarded


def seated(request: Request, desk: Desk, visitor: Visitor, chosen: str = "") -> Person:
    """The person as whom the visitor asks.

    LoginNeededError for who reads without an account, NotAllowedError for who is no person of the desk, or wants to
    be another than they are.
    """
    if not visitor.name:
        raise LoginNeededError("the desk is for those who have an account")
    name = wanted(request, visitor, chosen)
    person = desk.roster.person(name, desk.now()[:10])
    if person is None:
        raise NotAllowedError(
            f"nobody called {name} works at this desk", advice="Go to the desk: it says who may act here, and how"
        )
    return person


def wanted(request: Request, visitor: Visitor, chosen: str = "") -> str:
    """The name as which the visitor asks, whether it is a person's or not. NotAllowedError."""
    if may_choose(request):
        return chosen or _remembered(request) or visitor.name
    if chosen and chosen != visitor.name:
        raise NotAllowedError(f"you are {visitor.name} here", advice="Leave out `as`")
    return visitor.name


def _remembered(request: Request) -> str:
    try:
        return bytes.fromhex(request.cookies.get(COOKIE, "")).decode()
    except ValueError:
        return ""
