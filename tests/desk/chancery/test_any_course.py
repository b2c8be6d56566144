"""Whatever is tried in whatever order: nothing uncleared is sent, no number given twice, no copy lost, nothing shown
above a clearance.

What was done is judged by the list of acts alone, and not by how the desk says that a paper stands.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.desk.chancery.desks import EVENING, USUN
from tests.desk.chancery.every_act import ALL, given, roster

from onionskin.desk.chancery.acting import perform
from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.course import after
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import Person
from onionskin.desk.chancery.procedures import standard
from onionskin.desk.chancery.sight import Sight, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import OnionskinError

PERSONS = roster().persons()
PAPERS = ("os-" + "a" * 20, "os-" + "b" * 20)
WRITTEN = {DeskAct.DRAFT, DeskAct.AMEND}
OTHERWISE: dict[DeskAct, list[dict[str, Any]]] = {
    DeskAct.AMEND: [{"text": "Otherwise."}, {"asked": ["G"]}, {"asked": []}, {"approver": "G"}, {"eyes_only": []}],
    DeskAct.CLASSIFY: [{"level": "TOP SECRET"}, {"level": "UNCLASSIFIED"}, {"level": "SECRET", "captions": ["NODIS"]}],
    DeskAct.CLEAR: [{"office": "G"}, {"office": "S/S"}],
    DeskAct.NUMBER: [{"number": 1359}, {"number": 7}],
    DeskAct.RECEIVE: [{"post": USUN}],
    DeskAct.CHARGE_OUT: [{"copy": 1, "to": ["ball"]}, {"copy": 2, "to": ["mccloy"]}],
    DeskAct.RETURN: [{"copy": 2}],
}


class AnyCourse(RuleBasedStateMachine):
    """Two papers of one desk, and persons who try whatever comes to mind."""

    def __init__(self) -> None:
        super().__init__()
        self.roster = roster()
        self.held: dict[str, Standing] = {}
        self.done: list[Performed] = []
        self.gone = dict.fromkeys(PAPERS, 0)

    def take(self, series: str, wanted: int = 0) -> int:
        """As a desk gives numbers, out of what was done."""
        given_before = {
            each.yields[name]
            for each in self.done
            for name in ("number", "control", "copy", "service")
            if each.yields.get("series" if name == "number" else f"{name}_series") == series
        }
        if wanted:
            return 0 if wanted in given_before else wanted
        return max(given_before, default=0) + 1

    def tried(self, act: DeskAct, paper: str, by: Person, takes: dict[str, Any]) -> None:
        held = self.held.get(paper)
        try:
            done = perform(
                act, paper, held, by, takes, at=EVENING, roster=self.roster, procedures=standard(), numbers=self
            )
        except OnionskinError:
            return
        self.done.append(done)
        self.held[paper] = after(held, done)
        if act is DeskAct.TRANSMIT:
            self.judged(paper)

    @rule(paper=st.sampled_from(PAPERS), skipped=st.sampled_from((0, 0, 0, 1)))
    def goes_on(self, paper: str, skipped: int) -> None:
        """The next step of the course of a telegram, or the one after it."""
        self.gone[paper] += skipped
        by, act, takes = ALL[self.gone[paper] % len(ALL)]
        self.gone[paper] += 1
        self.tried(act, paper, self.roster.known(by), takes)

    @rule(
        act=st.sampled_from(DeskAct),
        paper=st.sampled_from(PAPERS),
        by=st.sampled_from(PERSONS),
        which=st.integers(0, 5),
    )
    def tries(self, act: DeskAct, paper: str, by: Person, which: int) -> None:
        """Anything by anybody."""
        choices = [given(act, by), *OTHERWISE.get(act, ())]
        self.tried(act, paper, by, choices[which % len(choices)])

    def judged(self, paper: str) -> None:
        """Of a telegram that was sent just now, everything that must have been done after its last version."""
        acts = [each for each in self.done if each.paper == paper]
        last = max(n for n, each in enumerate(acts) if each.act in WRITTEN)
        said: dict[str, Any] = {}
        for each in acts:
            if each.act in WRITTEN:
                said |= each.takes
        since = acts[last:]
        for office in said.get("asked", ()):
            words = [each.act for each in since if each.takes.get("office") == office]
            assert [word for word in words if word in {DeskAct.CLEAR, DeskAct.REFUSE_CLEARANCE}][-1] is DeskAct.CLEAR
        approved = [self.roster.known(each.by) for each in since if each.act is DeskAct.APPROVE]
        assert any(said["approver"] in each.offices for each in approved)
        level = [each for each in acts if each.act is DeskAct.CLASSIFY][-1]
        assert rank(level.takes["level"]) <= rank(self.roster.known(level.by).classifies)
        assert any(each.act is DeskAct.NUMBER for each in acts)

    @invariant()
    def no_number_is_given_twice(self) -> None:
        numbers = [(each.yields["series"], each.yields["number"]) for each in self.done if "number" in each.yields]
        assert len(numbers) == len(set(numbers))

    @invariant()
    def no_copy_is_lost(self) -> None:
        for paper, held in self.held.items():
            made = {each.yields["copy"]: each.takes["holder"] for each in self.done if self._of(each, paper, "copy")}
            lent: dict[int, str] = {}
            for each in self.done:
                if each.paper == paper and each.act is DeskAct.CHARGE_OUT:
                    assert each.takes["copy"] not in lent
                    lent[each.takes["copy"]] = each.takes["to"][0]
                elif each.paper == paper and each.act is DeskAct.RETURN:
                    del lent[each.takes["copy"]]
            assert {n: copy.holder for n, copy in held.copies.items()} == made
            assert {n: copy.out_to for n, copy in held.copies.items() if copy.out_to} == lent

    @invariant()
    def nothing_is_shown_above_a_clearance(self) -> None:
        for held in self.held.values():
            for person in PERSONS:
                if rank(held.level_on(EVENING[:10])) > rank(person.clearance):
                    assert sight(held, person, EVENING[:10]).sight <= Sight.EXISTENCE

    @invariant()
    def a_paper_is_begun_once(self) -> None:
        assert len([each for each in self.done if each.act in BEGINNING]) == len(self.held)

    @staticmethod
    def _of(act: Performed, paper: str, name: str) -> bool:
        return act.paper == paper and name in act.yields


TestAnyCourse = AnyCourse.TestCase
TestAnyCourse.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)
