"""What persons do with papers at the desk, as it stands in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class DeskAct(StrEnum):
    """An act of a person upon a paper, in the imperative of its form.

    `ENTER` takes a paper that was read from ink in charge, as the reading has it; `AMEND` makes another version. `COME`
    is a telegram that came from another installation; `SERVICE` asks for garbled groups, `RETRANSMIT` answers.
    `ENTRUST` gives it to reviewers by name, `APPEAL` has what was withheld in a case decided anew.
    `INJECT` is of an exercise: a paper of the world outside it, which nobody at the desk wrote.
    """

    DRAFT = "draft"
    INJECT = "inject"
    ENTER = "enter"
    COME = "come"
    AMEND = "amend"
    CLEAR = "clear"
    REFUSE_CLEARANCE = "refuse-clearance"
    APPROVE = "approve"
    SIGN = "sign"
    CLASSIFY = "classify"
    NUMBER = "number"
    TRANSMIT = "transmit"
    RECEIVE = "receive"
    ASSIGN = "assign"
    SERVICE = "service"
    RETRANSMIT = "retransmit"
    ACKNOWLEDGE = "acknowledge"
    PASS = "pass"  # noqa: S105 - to relay, as telegrams say it
    CIRCULATE = "circulate"
    COPY = "copy"
    CHARGE_OUT = "charge-out"
    RETURN = "return"
    ATTACH = "attach"
    SEPARATE = "separate"
    FILE = "file"
    WITHDRAW = "withdraw"
    REQUEST = "request"
    ENTRUST = "entrust"
    REVIEW = "review"
    REFER = "refer"
    ANSWER = "answer"
    EXCISE = "excise"
    DENY = "deny"
    DOWNGRADE = "downgrade"
    DECLASSIFY = "declassify"
    RELEASE = "release"
    APPEAL = "appeal"


BEGINNING = frozenset({DeskAct.DRAFT, DeskAct.ENTER, DeskAct.INJECT, DeskAct.COME})
"""The acts that need no paper before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """One act: `by` whom upon which paper, when.

    `at` is UTC to the second by the desk's clock (`1962-11-24T02:43:00Z`), or a day alone where no more is known
    (`1988-04-06`). `takes` is what the person said (`particulars`), `yields` what the act gave: a number, a copy's
    number, a control number. `entry` and `logged` are the journal's, 0 and empty before it has them.
    """

    act: DeskAct
    paper: str
    by: str
    at: str
    takes: Mapping[str, Any] = field(default_factory=dict)
    yields: Mapping[str, Any] = field(default_factory=dict)
    entry: int = 0
    logged: str = ""

    @property
    def day(self) -> str:
        """The day in UTC."""
        return self.at[:10]

    def body(self) -> dict[str, Any]:
        """As it is written in the journal."""
        return {"act": self.act.value, "at": self.at, "takes": dict(self.takes), "yields": dict(self.yields)}


def performed(paper: str, by: str, body: Mapping[str, Any], entry: int = 0, logged: str = "") -> Performed:
    """An act out of the journal; ValueError where no act of ours stands there."""
    return Performed(
        act=DeskAct(body["act"]),
        paper=paper,
        by=by,
        at=body["at"],
        takes=body["takes"],
        yields=body["yields"],
        entry=entry,
        logged=logged,
    )
