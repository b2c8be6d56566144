"""What holds of a copy on a day, derived from the acts upon it."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.acts import Act, ActKind
from onionskin.record.dates import PartialDate
from onionskin.record.state import Access, CopyState, state


def act(kind: ActKind, date: str | None, **more: str | bool) -> Act:
    return Act(kind, date, (), **more)  # type: ignore[arg-type]


LIFE = (
    act(ActKind.CLASSIFIED, "1962-11-17", to_level="TOP SECRET"),
    act(ActKind.TRANSMITTED, "1962-11-17T21:43:00-05:00"),
    act(ActKind.DOWNGRADED, "1988-04-06", from_level="TOP SECRET", to_level="SECRET", until="OADR"),
    act(ActKind.EXCISED, "1988-04-06"),
    act(ActKind.RELEASED, "1992-04-03"),
)
"""A letter of 1962: TOP SECRET, in 1988 SECRET until its originator decides and excised, in 1992 released."""


def on(day: str, acts: tuple[Act, ...] = LIFE) -> CopyState:
    return state(acts, PartialDate.parse(day))


@pytest.mark.parametrize(
    ("day", "level", "until", "access"),
    [
        ("1962-11-16", None, None, Access.NOT_REVIEWED),
        ("1962-11-17", "TOP SECRET", None, Access.NOT_REVIEWED),
        ("1988-04-05", "TOP SECRET", None, Access.NOT_REVIEWED),
        ("1988-04-06", "SECRET", "OADR", Access.IN_PART),
        ("1992-04-02", "SECRET", "OADR", Access.IN_PART),
        ("1992-04-03", "SECRET", "OADR", Access.IN_FULL),
        ("1992", "SECRET", "OADR", Access.IN_FULL),
        ("1988-03", "TOP SECRET", None, Access.NOT_REVIEWED),
        ("1988-04", "SECRET", "OADR", Access.IN_PART),
    ],
)
def test_the_life_of_a_letter(day: str, level: str | None, until: str | None, access: Access) -> None:
    now = on(day)
    assert (now.level, now.until, now.access) == (level, until, access)


def test_a_state_says_by_which_acts_and_rules() -> None:
    now = on("1995")
    assert [step.act.act for step in now.because] == ["classified", "downgraded", "excised", "released"]
    assert all(step.rule for step in now.because)


def test_the_order_in_which_acts_of_different_days_are_told_does_not_matter() -> None:
    acts = (LIFE[0], LIFE[2], LIFE[4])
    assert {on("1995", order).level for order in permutations(acts)} == {"SECRET"}
    assert {on("1995", order).access for order in permutations(acts)} == {Access.IN_FULL}


def test_a_release_does_not_declassify_nor_a_declassification_release() -> None:
    assert on("1995").level == "SECRET"
    ended = on("1995", (LIFE[0], act(ActKind.DECLASSIFIED, "1993")))
    assert (ended.level, ended.access) == ("UNCLASSIFIED", Access.NOT_REVIEWED)


def test_a_later_decision_supersedes_an_earlier_one() -> None:
    denied, released = act(ActKind.DENIED, "1979-05-01"), act(ActKind.RELEASED, "1985-01-01")
    assert on("1980", (released, denied)).access is Access.WITHHELD
    assert on("1990", (released, denied)).access is Access.IN_FULL
    withdrawn = act(ActKind.WITHDRAWN, "1999-01-01")
    assert on("2000", (released, denied, withdrawn)).access is Access.WITHHELD


def test_declassified_in_part_keeps_its_level() -> None:
    assert on("1995", (LIFE[0], act(ActKind.DECLASSIFIED, "1993-01-01", in_part=True))).level == "TOP SECRET"


def test_a_downgrading_that_names_no_level_changes_none() -> None:
    assert on("1995", (LIFE[0], act(ActKind.DOWNGRADED, "1993-01-01"))).level == "TOP SECRET"


@pytest.mark.parametrize(("day", "access"), [("1988-12-30", Access.NOT_REVIEWED), ("1988-12-31", Access.IN_FULL)])
def test_an_act_of_which_only_the_year_is_known_holds_from_its_last_day(day: str, access: Access) -> None:
    assert on(day, (act(ActKind.RELEASED, "1988"),)).access is access


@pytest.mark.parametrize("date", [None, "4-6-88", "", "1988-02-30", "spring 1988"])
def test_an_act_that_cannot_be_placed_in_time_is_listed_and_changes_nothing(date: str | None) -> None:
    undated = act(ActKind.RELEASED, date)
    now = on("1995", (LIFE[0], undated))
    assert now.undated == (undated,)
    assert now.access is Access.NOT_REVIEWED


def test_a_copy_is_where_it_last_went() -> None:
    lent = act(ActKind.CHARGED_OUT, "1962-11-20", recipient="Mr. Alder")
    back = act(ActKind.RETURNED, "1962-12-01", recipient="S/S")
    assert on("1962-11-25", (lent, back)).custody == "Mr. Alder"
    assert on("1963", (lent, back)).custody == "S/S"
    assert on("1962-11-19", (lent, back)).custody is None


def test_what_is_done_to_another_copy_is_no_affair_of_this_one() -> None:
    first = act(ActKind.COPY_FURNISHED, "1962-11-23", recipient="Vice President", copy="1")
    second = act(ActKind.COPY_FURNISHED, "1962-11-24", recipient="S/S", copy="2")
    now = [state((first, second), PartialDate.parse("1963"), copy).custody for copy in ("1", "2", None)]
    assert now == ["Vice President", "S/S", "S/S"]


def test_captions_are_in_force_from_their_classification_to_the_release() -> None:
    given = Act(ActKind.CLASSIFIED, "1962-11-17", (), to_level="TOP SECRET", captions=("EYES ONLY",))
    acts = (given, LIFE[2], act(ActKind.RELEASED, "1992-04-03"), act(ActKind.WITHDRAWN, "1999-01-01"))
    held = [on(day, acts).captions for day in ("1962-11-16", "1962-11-17", "1990", "1993", "2000")]
    assert held == [(), ("EYES ONLY",), ("EYES ONLY",), (), ("EYES ONLY",)]


@pytest.mark.parametrize(
    ("day", "level", "until"),
    [("1974-11-22", "SECRET", "1974-11-23"), ("1974-11-23", "UNCLASSIFIED", None), ("1975-06", "CONFIDENTIAL", None)],
)
def test_a_classification_ends_by_itself_on_its_day(day: str, level: str, until: str | None) -> None:
    first = act(ActKind.CLASSIFIED, "1962-11-23", to_level="SECRET", until="1974-11-23")
    again = act(ActKind.CLASSIFIED, "1975-05-01", to_level="CONFIDENTIAL")
    now = on(day, (again, first))
    assert (now.level, now.until) == (level, until)
    assert ("the classification ended by itself on its day" in [step.rule for step in now.because]) is (
        day >= "1974-11-23"
    )


def test_without_acts_nothing_is_known() -> None:
    assert on("1962", ()) == CopyState(None, None, Access.NOT_REVIEWED, None, (), ())


DATED = st.builds(
    Act,
    act=st.sampled_from(list(ActKind)),
    date=st.sampled_from([None, "1962", "1962-11-17", "1988-04-06", "4-6-88", "1992-04"]),
    evidence=st.just(()),
    to_level=st.sampled_from([None, "SECRET", "CONFIDENTIAL"]),
)


@given(st.lists(DATED, max_size=6).map(tuple))
def test_what_holds_before_a_day_is_not_changed_by_what_comes_after(acts: tuple[Act, ...]) -> None:
    early = [a for a in acts if a.date in ("1962", "1962-11-17")]
    full, short = on("1970", acts), on("1970", tuple(early))
    assert (full.level, full.access, full.custody) == (short.level, short.access, short.custody)
    assert {id(step.act) for step in full.because}.isdisjoint(id(a) for a in full.undated)
