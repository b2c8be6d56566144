"""What one may do and what one is told follow from what one may see, and nothing else can be learned by trying."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.chancery.desks import (
    CLEARED,
    COME,
    DEPARTMENT,
    EVENING,
    PERSONS,
    SENT,
    TELEGRAM,
    USUN,
    begun,
    carried,
    desk,
)

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.possible import Possible, possible
from onionskin.desk.chancery.sight import Sight
from onionskin.desk.chancery.telling import Told, told
from onionskin.errors import ActRefusedError, ChangedMeanwhileError, NotFoundError, UsageError
from onionskin.workbench.desk import Desk

DAY = EVENING[:10]
ABSENT = "os-00000000000000000000"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        yield opened


def may(held: Desk, paper: str, who: str) -> dict[str, Possible]:
    standing = held.standing(paper)
    assert standing is not None
    found = possible(standing, held.roster.known(who), DAY, roster=held.roster, procedures=held.procedures)
    return {each.act.value: each for each in found}


def as_told(held: Desk, paper: str, who: str) -> Told:
    shown = held.show(who, paper)
    return told(shown.held, shown.acts, shown.seen, held.roster.known(who), DAY)


def test_whose_office_was_asked_may_clear_for_it_and_nobody_may_send_yet(held: Desk) -> None:
    paper = begun(held)
    johnson = may(held, paper, "johnson")
    assert (johnson["clear"].rule, johnson["clear"].offers) == ("", {"office": ("G",)})
    assert (johnson["approve"].rule, johnson["approve"].theirs) == ("not of U, which approves", False)
    assert may(held, paper, "ball")["approve"].rule == "not cleared by G, S/S"


GIVEN: dict[str, object] = {
    "to": ["stevenson"],
    "holder": "stevenson",
    "file": "611.61",
    "enclosure": "a letter",
    "case": "1",
}


@pytest.mark.parametrize("done", range(len(COME)))
def test_what_is_said_to_be_possible_is_done_and_no_more(held: Desk, done: int) -> None:
    before = tuple(
        (by, act, {name: each for name, each in given.items() if name != "number"}) for by, act, given in COME
    )
    for person in PERSONS:
        who = person["name"]
        paper = begun(held)
        carried(held, paper, before[:done])
        for act, each in may(held, paper, who).items():
            takes = {name: GIVEN.get(name, "as said") for name, must in each.how.takes.items() if must}
            takes |= {name: values[0] for name, values in each.offers.items()}
            if each.rule:
                with pytest.raises((ActRefusedError, NotFoundError, UsageError)):
                    held.perform(who, DeskAct(act), paper, takes, at=EVENING)
            else:
                fresh = begun(held)
                carried(held, fresh, before[:done])
                held.perform(who, DeskAct(act), fresh, takes, at=EVENING)


@pytest.mark.parametrize("done", range(len(COME) + 1))
def test_nobody_is_told_more_than_they_see(held: Desk, done: int) -> None:
    paper = begun(held)
    carried(held, paper, COME[:done])
    for person in PERSONS:
        who = person["name"]
        try:
            shown = as_told(held, paper, who)
        except NotFoundError:
            assert held.find(who, "Kuznetsov") == (0, ())
            continue
        words = repr(shown)
        assert ("Kuznetsov" in words) == (shown.sight is Sight.TEXT) == (held.find(who, "kuznets")[0] == 1)
        assert ("Next Steps" in words) == (shown.sight >= Sight.TITLE)
        assert ("drafter='ball'" in words) == (shown.sight >= Sight.TITLE)


def test_a_released_paper_shows_its_last_version_and_no_remarks(held: Desk) -> None:
    paper = held.perform(
        "ball", DeskAct.DRAFT, given={**TELEGRAM, "text": "A first thought of Kuznetsov."}, at=EVENING
    ).paper
    held.perform("ball", DeskAct.AMEND, paper, {"text": "As it was sent."}, at=EVENING)
    held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G", "remarks": "better without his name"}, at=EVENING)
    carried(held, paper, CLEARED[1:] + SENT[len(CLEARED) :] + COME[len(SENT) :])
    held.perform("requests", DeskAct.REQUEST, paper, {"case": "88-0034"})
    held.perform("reviewer", DeskAct.REVIEW, paper)
    for act in (DeskAct.DECLASSIFY, DeskAct.RELEASE):
        held.perform("reviewer", act, paper, {"authority": "State"})
    outside, inside = as_told(held, paper, "visitor"), as_told(held, paper, "johnson")
    assert [each.text for each in outside.versions] == ["As it was sent."]
    assert len(inside.versions) == 2
    assert "better without" in repr(inside)
    assert "better without" not in repr(outside)


def test_trying_an_act_tells_nobody_of_a_paper_that_they_may_not_know_of(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    given = {"form": "telegram", "post": DEPARTMENT, "text": "x", "to": [USUN], "case": "1", "level": "SECRET"}
    for act, procedure in held.procedures.acts.items():
        takes = {name: given[name] for name in procedure.takes if name in given}
        said = []
        for each in (paper, ABSENT):
            with pytest.raises((ActRefusedError, NotFoundError, UsageError)) as refused:
                held.perform("visitor", act, each, takes, at=EVENING)
            said.append((type(refused.value), str(refused.value).replace(each, "")))
        assert said[0] == said[1], act


def test_what_is_not_seen_today_is_shown_of_no_other_day(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, COME)
    held.appoint("keeper", {"name": "stevenson", "post": USUN}, day="1963-01-01")
    for day in ("1962-11-24", "2199-01-01"):
        with pytest.raises(NotFoundError):
            held.show("stevenson", paper, on=day)


def test_a_word_given_to_an_older_version_is_not_taken(held: Desk) -> None:
    paper = begun(held)
    held.perform("ball", DeskAct.AMEND, paper, {"text": "You should see him today."})
    with pytest.raises(ChangedMeanwhileError, match="version 2 stands now"):
        held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G"}, version=1)
    held.perform("johnson", DeskAct.CLEAR, paper, {"office": "G"}, version=2)


def test_a_level_is_taken_away_only_by_who_could_give_it(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, CLEARED)
    with pytest.raises(ActRefusedError, match="TS authority needed"):
        held.perform("johnson", DeskAct.CLASSIFY, paper, {"level": "UNCLASSIFIED"}, at=EVENING)


def test_words_of_a_question_stand_for_themselves(held: Desk) -> None:
    begun(held)
    for words in ('"', "Kuznetsov OR", "subject:next", "NEAR(", "*", "", "kuznetsov -promptly)"):
        assert held.find("ball", words)[0] in {0, 1}
    ((total, (row,)),) = (held.find("ball", "PROMPTLY kuz"),)
    assert (total, row.quote[1::2]) == (1, ("Kuznetsov", "promptly"))
