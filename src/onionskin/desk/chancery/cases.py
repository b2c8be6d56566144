"""A case: somebody asks that papers be reviewed. What is done with it as a whole, and how it stands.

What is decided stands with the papers, as acts upon them that name the case (`standing.Standing.outcome`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from onionskin import lexicon
from onionskin.desk.chancery.due_days import appeal_day, due_day
from onionskin.desk.chancery.particulars import particulars
from onionskin.desk.chancery.persons import DeskRole, Person
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.store.desk_cards import CaseCard

LONGEST_SUBJECT = 200
"""Characters of what is asked for that a list shows."""


class CaseStage(StrEnum):
    """How far a case has come."""

    OPEN = "open"
    ANSWERED = "answered"
    APPEALED = "appealed"
    CLOSED = "closed"


class CaseAct(StrEnum):
    """What is done with a case as a whole."""

    OPEN = "open"
    EXTEND = "extend"
    ANSWER = "answer"
    APPEAL = "appeal"
    CLOSE = "close"
    REOPEN = "reopen"


TAKES: Mapping[CaseAct, Mapping[str, bool]] = MappingProxyType(
    {
        CaseAct.OPEN: {
            "kind": True,
            "requester": True,
            "wanted": True,
            "case": False,
            "address": False,
            "received": False,
            "due": False,
        },
        CaseAct.EXTEND: {"due": True, "remarks": True},
        CaseAct.ANSWER: {"remarks": False},
        CaseAct.APPEAL: {"due": False, "remarks": False},
        CaseAct.CLOSE: {"remarks": False},
        CaseAct.REOPEN: {"remarks": True},
    }
)
"""What each takes, and whether it must be said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStep:
    """One thing done with a case. `at` as `acts.Performed` has it; `entry` is the journal's."""

    act: CaseAct
    case: str
    by: str
    at: str
    takes: Mapping[str, Any]
    entry: int = 0

    def body(self) -> dict[str, Any]:
        """As it is written in the journal."""
        return {"act": self.act.value, "case": self.case, "at": self.at, "takes": dict(self.takes)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its steps have left it.

    `wanted` is what is asked for, in the requester's words. Days are empty where nothing of the kind has happened, and
    `due` where no law or court set one.
    """

    number: str
    kind: str
    requester: str
    address: tuple[str, ...]
    wanted: str
    received: str
    due: str
    opened_by: str
    answered: str = ""
    answered_by: str = ""
    appealed: str = ""
    closed: str = ""
    remarks: str = ""
    entry: int = 0

    @property
    def stage(self) -> CaseStage:
        """How far it has come."""
        if self.closed:
            return CaseStage.CLOSED
        if self.appealed:
            return CaseStage.APPEALED
        return CaseStage.ANSWERED if self.answered else CaseStage.OPEN


def step_of(told: Mapping[str, Any], by: str, entry: int) -> CaseStep:
    """A step out of the journal."""
    return CaseStep(act=CaseAct(told["act"]), case=told["case"], by=by, at=told["at"], takes=told["takes"], entry=entry)


def stands(steps: Iterable[CaseStep]) -> Case | None:
    """How a case stands after its steps; None before it was opened."""
    held: Case | None = None
    for step in steps:
        held = after(held, step)
    return held


def after(held: Case | None, step: CaseStep) -> Case:
    """How a case stands after one more step; ValueError for a step of a case that was never opened."""
    told = step.takes
    if step.act is CaseAct.OPEN:
        return Case(
            number=step.case,
            kind=told["kind"],
            requester=told["requester"],
            address=tuple(told.get("address", ())),
            wanted=told["wanted"],
            received=told["received"],
            due=told.get("due", ""),
            opened_by=step.by,
            entry=step.entry,
        )
    if held is None:
        raise ValueError(f"{step.act} of a case that was not opened")
    day = step.at[:10]
    changed: dict[CaseAct, dict[str, Any]] = {
        CaseAct.EXTEND: {"due": told.get("due", "")},
        CaseAct.ANSWER: {"answered": day, "answered_by": step.by, "appealed": "", "due": ""},
        CaseAct.APPEAL: {"appealed": day, "due": told.get("due", "")},
        CaseAct.CLOSE: {"closed": day},
        CaseAct.REOPEN: {"closed": ""},
    }
    return replace(held, **changed[step.act], remarks=told.get("remarks", held.remarks), entry=step.entry)


def take_step(  # noqa: PLR0913 - what one step hangs on
    act: CaseAct,
    number: str,
    held: Case | None,
    by: Person,
    given: Mapping[str, object],
    *,
    at: str,
    undecided: int = 0,
) -> CaseStep:
    """The step as it is taken; `undecided` is of how many papers nothing has been decided in this case.

    ActRefusedError with the rule, UsageError for particulars out of form, and NotFoundError for a case that is not
    there, in the words in which it is told to one who may not know of it.
    """
    if not by.has(DeskRole.CASES):
        if act is not CaseAct.OPEN:
            raise unknown_case(number)
        raise ActRefusedError(f"only a person with the role of {DeskRole.CASES}", act=act.value, where=number)
    if held is None and act is not CaseAct.OPEN:
        raise unknown_case(number)
    takes = particulars(act.value, given, TAKES[act])
    if rule := _against(act, held, takes, undecided):
        raise ActRefusedError(rule, act=act.value, where=number)
    if act is CaseAct.OPEN:
        takes.pop("case", None)
        takes.setdefault("received", at[:10])
        if day := takes.get("due") or due_day(takes["kind"], takes["received"]):
            takes["due"] = day
    elif act is CaseAct.APPEAL and held is not None and (day := takes.get("due") or appeal_day(held.kind, at[:10])):
        takes["due"] = day
    return CaseStep(act=act, case=number, by=by.name, at=at, takes=takes)


def _against(act: CaseAct, held: Case | None, takes: Mapping[str, Any], undecided: int) -> str:
    """The rule that stands against a step, empty where none does."""
    if held is None:
        return ""
    waiting = f"nothing has been decided of {undecided} paper{'s' * (undecided != 1)} yet"
    rules = {
        CaseAct.OPEN: [(True, "it is open already")],
        CaseAct.REOPEN: [(not held.closed, "it is not closed")],
        CaseAct.EXTEND: [(bool(held.answered) and not held.appealed, "it was answered already")],
        CaseAct.ANSWER: [
            (bool(held.answered) and not held.appealed, "it was answered already"),
            (bool(undecided), waiting),
        ],
        CaseAct.APPEAL: [(bool(held.appealed), "it is on appeal already"), (not held.answered, "it was not answered")],
        CaseAct.CLOSE: [
            (bool(undecided), waiting),
            (bool(held.appealed), "it is on appeal"),
            (not held.answered and not takes.get("remarks"), "it was not answered: say why it is closed"),
        ],
    }
    closed = [(bool(held.closed), "it is closed")] if act not in (CaseAct.OPEN, CaseAct.REOPEN) else []
    return next((rule for stands_against, rule in (*closed, *rules[act]) if stands_against), "")


def case_card(case: Case) -> CaseCard:
    """A case for lists."""
    return CaseCard(
        number=case.number,
        seq=case.entry,
        kind=case.kind,
        requester=case.requester,
        subject=" ".join(case.wanted.split())[:LONGEST_SUBJECT],
        received=case.received,
        due=case.due,
        stage=case.stage.value,
    )


def own_number(kind: str, received: str) -> str:
    """The form of the numbers that cases of a kind have here, with `{n}` in it: `F-1988-{n:05}`.

    UsageError for a kind that somebody else numbers: a court its actions.
    """
    entry = next((each for each in lexicon.entries("case_kinds") if each.name == kind), None)
    form = entry.text("series") if entry else None
    if entry is None or not form:
        raise UsageError(f"a {kind} has the number that it was given", advice="Say it: C.A. NO 88-0034")
    return form.replace("{year}", received[:4])


def unknown_case(number: str) -> NotFoundError:
    """The words are the same whether there is no such case or none for who asks."""
    return NotFoundError("the desk has no such case for you", where=number, advice="Look in the list of cases")
