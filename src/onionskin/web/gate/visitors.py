"""The visitor of the question that is being answered."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from markupsafe import Markup

from onionskin.workbench import Role

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: `name` signs what they decide."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Asking:
    """What is known of a question: its visitor, None where nobody may read unasked, and the token of their pages.

    The name of a visitor who may read without an account is empty. `guarded` rooms have accounts.

    `sessionless` is a question that shows its own key (`Authorization: Bearer`): no other site makes a browser ask it.
    """

    visitor: Visitor | None
    token: str
    sessionless: bool = False
    guarded: bool = False


NOBODY = Asking(None, "")
asking: ContextVar[Asking] = ContextVar("asking", default=NOBODY)
"""Set by the `Gatekeeper` for as long as a question is being answered; for templates, which are given no question."""


def visitor() -> Visitor | None:
    """Who asks; None where nobody has logged in."""
    return asking.get().visitor


def guarded() -> bool:
    """Whether the room has accounts, so that one may log in and out."""
    return asking.get().guarded


def may(role: str) -> bool:
    """Whether who asks has this role."""
    who = visitor()
    return who is not None and who.role.includes(Role(role))


def csrf_token() -> str:
    """The token of the visitor's pages."""
    return asking.get().token


def csrf() -> Markup:
    """The hidden field of a form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, csrf_token())
