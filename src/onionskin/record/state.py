"""The state of a copy on a day, derived from the acts upon it and never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from onionskin.record.acts import Act, ActKind
from onionskin.record.dates import PartialDate, latest


class Access(StrEnum):
    """How much of a copy may be seen."""

    NOT_REVIEWED = "not-reviewed"
    WITHHELD = "withheld"
    IN_PART = "in-part"
    IN_FULL = "in-full"


@dataclass(frozen=True, slots=True)
class Step:
    """One act's effect, and the rule it follows from."""

    act: Act
    rule: str


@dataclass(frozen=True, slots=True)
class CopyState:
    """What holds on a day. `level` is None before any classification; `custody` is who holds it, as far as acts tell.

    `because` is the chain of acts that made it so, oldest first; `undated` are acts that could not be placed in time
    and so changed nothing.
    """

    level: str | None
    until: str | None
    access: Access
    custody: str | None
    because: tuple[Step, ...]
    undated: tuple[Act, ...]


_ACCESS = {
    ActKind.RELEASED: (Access.IN_FULL, "a release opens the copy"),
    ActKind.EXCISED: (Access.IN_PART, "an excision opens what it leaves"),
    ActKind.DENIED: (Access.WITHHELD, "a denial closes the copy"),
    ActKind.WITHDRAWN: (Access.WITHHELD, "a withdrawn copy is closed, whatever was shown before"),
}
_LEVEL = {
    ActKind.CLASSIFIED: "a classification sets the level",
    ActKind.DOWNGRADED: "a downgrading sets a lower level",
    ActKind.DECLASSIFIED: "a declassification ends the level",
}
_CUSTODY = {
    ActKind.COPY_FURNISHED: "a copy furnished is held by its recipient",
    ActKind.CHARGED_OUT: "a copy charged out is held by the borrower",
    ActKind.RETURNED: "a copy returned is held by whom it went back to",
    ActKind.FILED: "a copy filed is held by the files",
}


def state(acts: Iterable[Act], on: PartialDate) -> CopyState:
    """The state of a copy at the end of day `on`, from its acts.

    An act counts once its latest possible day has come: one dated only 1988 holds from 31 December 1988. Acts of one
    day keep the order they are given in. A later decision supersedes an earlier one on the same axis; access and
    classification are separate axes, so a release does not by itself declassify.
    """
    undated, dated = [], []
    for order, act in enumerate(acts):
        try:
            day = latest(act.date or "")
        except ValueError:
            undated.append(act)
            continue
        if day <= latest(on.date.edtf):
            dated.append((day, order, act))
    level: str | None = None
    until: str | None = None
    custody: str | None = None
    access, steps = Access.NOT_REVIEWED, []
    for _, _, act in sorted(dated, key=lambda each: each[:2]):
        if act.act in _ACCESS:
            access, rule = _ACCESS[act.act]
        elif act.act in _LEVEL:
            rule = _LEVEL[act.act]
            if not (act.act is ActKind.DECLASSIFIED and act.in_part):
                level = "UNCLASSIFIED" if act.act is ActKind.DECLASSIFIED else (act.to_level or level)
                until = act.until
        elif act.act in _CUSTODY:
            custody, rule = act.recipient or custody, _CUSTODY[act.act]
        else:
            continue
        steps.append(Step(act, rule))
    return CopyState(level, until, access, custody, tuple(steps), tuple(undated))
