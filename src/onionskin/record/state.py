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
    and so changed nothing. `captions` are those in force: none once a copy is open to all.
    """

    level: str | None
    until: str | None
    access: Access
    custody: str | None
    because: tuple[Step, ...]
    undated: tuple[Act, ...]
    captions: tuple[str, ...] = ()


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
_ENDED = "the classification ended by itself on its day"
_CUSTODY = {
    ActKind.COPY_FURNISHED: "a copy furnished is held by its recipient",
    ActKind.CHARGED_OUT: "a copy charged out is held by the borrower",
    ActKind.RETURNED: "a copy returned is held by whom it went back to",
    ActKind.FILED: "a copy filed is held by the files",
}
_UNCLASSIFIED = "UNCLASSIFIED"

Day = tuple[int, int, int]


def state(acts: Iterable[Act], on: PartialDate, copy: str | None = None) -> CopyState:
    """The state of a copy at the end of day `on`, from its acts.

    An act counts once its latest possible day has come: one dated only 1988 holds from 31 December 1988. Acts of one
    day keep the order they are given in. A later decision supersedes an earlier one on the same axis; access and
    classification are separate axes, so a release does not by itself declassify. A level given `until` a day ends on
    that day. With `copy`, the number of one copy, acts upon other copies change nothing.
    """
    undated, dated = [], []
    for order, act in enumerate(acts):
        if copy is not None and act.copy not in (None, copy):
            continue
        try:
            day = latest(act.date or "")
        except ValueError:
            undated.append(act)
            continue
        if day <= latest(on.date.edtf):
            dated.append((day, order, act))
    course = _Course()
    for day, _, act in sorted(dated, key=lambda each: each[:2]):
        course.reach(day)
        course.take(act)
    course.reach(latest(on.date.edtf))
    return course.told(tuple(undated))


class _Course:
    """A copy on its way through the days."""

    def __init__(self) -> None:
        self.level: str | None = None
        self.until: str | None = None
        self.access = Access.NOT_REVIEWED
        self.custody: str | None = None
        self.captions: tuple[str, ...] = ()
        self._classified: Act | None = None
        self._steps: list[Step] = []

    def reach(self, day: Day) -> None:
        """Another day has come, and what was to end by then has ended."""
        if self.level in (None, _UNCLASSIFIED) or self._classified is None:
            return
        try:
            ends = latest(self.until or "")
        except ValueError:
            return
        if ends <= day:
            self.level, self.until = _UNCLASSIFIED, None
            self._steps.append(Step(self._classified, _ENDED))

    def take(self, act: Act) -> None:
        """One act more."""
        if act.act in _ACCESS:
            self.access, rule = _ACCESS[act.act]
        elif act.act in _LEVEL:
            rule = _LEVEL[act.act]
            self._classify(act)
        elif act.act in _CUSTODY:
            self.custody, rule = act.recipient or self.custody, _CUSTODY[act.act]
        else:
            return
        self._steps.append(Step(act, rule))

    def _classify(self, act: Act) -> None:
        if act.captions is not None:
            self.captions = act.captions
        if act.act is ActKind.DECLASSIFIED and act.in_part:
            return
        self.level = _UNCLASSIFIED if act.act is ActKind.DECLASSIFIED else (act.to_level or self.level)
        self.until, self._classified = act.until, act

    def told(self, undated: tuple[Act, ...]) -> CopyState:
        """What holds now."""
        captions = () if self.access is Access.IN_FULL else self.captions
        return CopyState(self.level, self.until, self.access, self.custody, tuple(self._steps), undated, captions)
