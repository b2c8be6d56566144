"""The desk's whole journal gone through once more, each act under the persons and procedures of its moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from onionskin.desk.chancery.acting import perform, series_key
from onionskin.desk.chancery.acts import Performed, performed
from onionskin.desk.chancery.cases import Case, CaseStep, step_of, take_step
from onionskin.desk.chancery.cases import after as case_after
from onionskin.desk.chancery.course import after
from onionskin.desk.chancery.levels import urgency
from onionskin.desk.chancery.persons import Person, Roster
from onionskin.desk.chancery.procedures import YIELDS, Procedures, read, standard
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.wires import dispatches, stands_for
from onionskin.errors import ActRefusedError, OnionskinError
from onionskin.store.journal import Entry, EntryKind
from onionskin.store.outbox import Outgoing, mail_id


class Astray(NamedTuple):
    """An entry that does not agree with those before it."""

    entry: int
    what: str


@dataclass
class Replay:
    """How everything stands after the entries that were heard; numbers are (series, number), with their paper."""

    standings: dict[str, Standing] = field(default_factory=dict)
    numbers: dict[tuple[str, int], str] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    mails: dict[str, Outgoing] = field(default_factory=dict)
    """What went or goes to other installations, by its id."""
    brought: dict[str, int] = field(default_factory=dict)
    """The ids of what came from them, with the entries of the acts that it brought."""
    roster: Roster = field(default_factory=Roster)
    procedures: Procedures = field(default_factory=standard)
    _last: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _asked: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The papers that each case asks for."""

    def hear(self, entries: Iterable[Entry], *, judge: bool = True) -> Iterator[Astray]:
        """Take entries in, and tell what does not agree; without `judge` they are only folded."""
        for entry in entries:
            try:
                yield from self._heard(entry, judge=judge)
            except (KeyError, TypeError, ValueError, AttributeError) as fault:
                yield Astray(entry.seq, f"is nothing that a desk writes ({type(fault).__name__}: {fault})")

    def _heard(self, entry: Entry, *, judge: bool) -> Iterator[Astray]:
        if entry.kind is EntryKind.APPOINTED:
            self.roster.hear((entry,))
        elif entry.kind is EntryKind.ADOPTED:
            self.procedures = read(entry.told["text"], entry.told["name"])
        elif entry.kind is EntryKind.CASE:
            step = step_of(entry.told, entry.author, entry.seq)
            if judge:
                yield from self._step_judged(step)
            self.cases[step.case] = case_after(self.cases.get(step.case), step)
        elif entry.kind is EntryKind.PERFORMED:
            act = performed(entry.record or "", entry.author, entry.told, entry.seq, entry.at)
            if judge:
                yield from self._judged(act)
            yield from self._numbered(act)
            before = self.standings.get(act.paper)
            left = self.standings[act.paper] = after(before, act)
            for case in left.cases[len(before.cases) if before else 0 :]:
                self._asked[case].append(act.paper)
            if "mail" in act.yields:
                self.brought[act.yields["mail"]] = act.entry
                return
            for each in dispatches(before, act, left, self.roster.posts):
                going = Outgoing(entry, urgency(left.precedence), each.address, each.told())
                self.mails[mail_id(entry, each.address)] = going

    def _judged(self, act: Performed) -> Iterator[Astray]:
        """Whether it would be allowed, and would yield what it did."""
        arrived = "mail" in act.yields
        by = stands_for(act.by) if arrived else self.roster.person(act.by, act.day) or Person(name=act.by)
        try:
            done = perform(
                act.act,
                act.paper,
                self.standings.get(act.paper),
                by,
                act.takes,
                at=act.at,
                roster=self.roster,
                procedures=self.procedures,
                numbers=self,
                arrived=arrived,
            )
        except ActRefusedError as refused:
            yield Astray(act.entry, f"its own procedures refuse it: {refused.what}")
        except OnionskinError as refused:
            yield Astray(act.entry, f"{act.act} cannot be done so: {refused.what}")
        else:
            # The mail that brought it is the wire's word, and no procedure's.
            for name in sorted(act.yields.keys() - {"mail"}):
                if done.yields.get(name) != act.yields[name]:
                    told = f"{name} {act.yields[name]}, not {done.yields.get(name)}"
                    yield Astray(act.entry, f"{act.act} yielded {told}")

    def _step_judged(self, step: CaseStep) -> Iterator[Astray]:
        """Whether it would be allowed."""
        by = self.roster.person(step.by, step.at[:10]) or Person(name=step.by)
        undecided = sum(self.standings[each].outcome(step.case) is None for each in self._asked.get(step.case, ()))
        try:
            held = self.cases.get(step.case)
            take_step(step.act, step.case, held, by, step.takes, at=step.at, undecided=undecided)
        except OnionskinError as refused:
            yield Astray(step.entry, f"{step.act} of a case cannot be done so: {refused.what}")

    def take(self, series: str, wanted: int = 0) -> int:
        """As the desk gives numbers; `_numbered` keeps those that were really given."""
        if wanted:
            return 0 if (series, wanted) in self.numbers else wanted
        return self._last[series] + 1

    def _numbered(self, act: Performed) -> Iterator[Astray]:
        for name in YIELDS & act.yields.keys():
            series, number = act.yields[series_key(name)], act.yields[name]
            before = self.numbers.setdefault((series, number), act.paper)
            if before != act.paper or number <= 0:
                yield Astray(act.entry, f"{number} of {series} was given to {before} before")
            self._last[series] = max(self._last[series], number)
