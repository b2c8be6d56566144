"""Papers of a case are decided by those who may, on both axes, and on appeal by somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.chancery.desks import COME, DEPARTMENT, TELEGRAM, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.exemptions import exemptions_of
from onionskin.errors import ActRefusedError, UsageError
from onionskin.workbench.desk import Desk

CASE = "88-0034"
DAY = "1988-04-06"
AUTHORITY = "E.O. 12356"
TEXT = str(TELEGRAM["text"])
NAME = {"start": TEXT.index("Kuznetsov"), "end": TEXT.index(" promptly"), "exemption": "B1A5"}
REVIEWERS = ("moskowitz", "archer")

Step = tuple[str, DeskAct, dict[str, object]]
REVIEWED: tuple[Step, ...] = (
    ("requests", DeskAct.REQUEST, {"case": CASE, "due": "1988-05-06"}),
    ("reviewer", DeskAct.REVIEW, {"case": CASE}),
)
CUT: Step = ("reviewer", DeskAct.EXCISE, {"passages": [NAME], "authority": AUTHORITY, "case": CASE})
DENIED: Step = ("reviewer", DeskAct.DENY, {"exemptions": ["(b)(1)"], "authority": AUTHORITY, "case": CASE})
APPEALED: Step = ("requests", DeskAct.APPEAL, {"case": CASE, "due": "1988-06-06"})


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        for name in REVIEWERS:
            more = {"clearance": "TOP SECRET", "reviews": "TOP SECRET", "captions": ["SENSITIVE"]}
            opened.appoint(
                "keeper", {"name": name, "post": DEPARTMENT, "roles": ["reviewer"], **more}, day="1961-01-20"
            )
        yield opened


@pytest.fixture
def paper(held: Desk) -> str:
    made = begun(held)
    carried(held, made, COME)
    return made


def done(held: Desk, paper: str, *course: Step) -> None:
    for by, act, given in course:
        held.perform(by, act, paper, given, at=DAY)


def entrusted(*names: str) -> Step:
    return ("requests", DeskAct.ENTRUST, {"case": CASE, "to": list(names)})


REFUSED: list[tuple[tuple[Step, ...], Step, str]] = [
    (REVIEWED[:1], ("requests", DeskAct.REQUEST, {"case": CASE}), f"it is in case {CASE} already"),
    (REVIEWED[:1], entrusted("junior"), "junior: TS authority needed"),
    (REVIEWED[:1], entrusted("ball"), "ball has not the role of reviewer"),
    ((*REVIEWED[:1], entrusted("moskowitz")), REVIEWED[1], "entrusted to moskowitz"),
    (
        (*REVIEWED, ("reviewer", DeskAct.REFER, {"agency": "Defense", "case": CASE})),
        CUT,
        "Defense has not answered",
    ),
    (
        REVIEWED,
        ("reviewer", DeskAct.EXCISE, {**CUT[2], "passages": [{**NAME, "exemption": "(b)(6)"}]}),
        "still TOP SECRET, and no passage is withheld for that: declassify it first",
    ),
    (
        (*REVIEWED, ("reviewer", DeskAct.DECLASSIFY, {"authority": AUTHORITY})),
        DENIED,
        "(b)(1) withholds what is classified, and it bears no level",
    ),
    (REVIEWED, APPEALED, f"nothing has been decided in case {CASE} yet"),
    ((*REVIEWED, DENIED, APPEALED), DENIED, "it was not reviewed"),
    ((*REVIEWED, DENIED, APPEALED), REVIEWED[1], "on appeal, and reviewer decided before: another must"),
    ((*REVIEWED, DENIED, APPEALED), entrusted("reviewer"), "on appeal, and reviewer decided before: another must"),
]


@pytest.mark.parametrize(("course", "last", "rule"), REFUSED)
def test_a_refusal_of_review_names_its_rule(
    held: Desk, paper: str, course: tuple[Step, ...], last: Step, rule: str
) -> None:
    done(held, paper, *course)
    with pytest.raises(ActRefusedError) as told:
        done(held, paper, last)
    assert told.value.rule == rule


def test_an_appeal_is_decided_by_another_and_both_decisions_stay(held: Desk, paper: str) -> None:
    done(held, paper, *REVIEWED, DENIED, APPEALED, entrusted("archer"))
    assert held.tray("archer", "review")[1][0].due == "1988-06-06"
    done(held, paper, ("archer", DeskAct.REVIEW, {"case": CASE}), ("archer", *CUT[1:]))
    left = held.standing(paper)
    assert left is not None
    assert [(each.verb, each.by) for each in left.rulings] == [("deny", "reviewer"), ("excise", "archer")]
    assert left.open_cases == ()
    assert held.tray("archer", "review")[0] == 0


def test_another_case_needs_a_review_of_its_own(held: Desk, paper: str) -> None:
    done(held, paper, *REVIEWED, DENIED, ("requests", DeskAct.REQUEST, {"case": "91-7"}))
    left = held.standing(paper)
    assert left is not None
    assert (left.open_cases, left.reviewed) == (("91-7",), None)
    assert held.counts("reviewer")["review"] == 1


def test_what_is_withheld_lies_there_again_from_its_day_on(held: Desk, paper: str) -> None:
    done(held, paper, *REVIEWED)
    for again, there in (("1998-04-06", True), ("2999-01-01", False)):
        done(held, paper, (*DENIED[:2], {**DENIED[2], "again": again}))
        assert ("re-review" in held.counts("reviewer")) is there
        assert held.tray("reviewer", "re-review")[0] == there


def test_acts_done_together_are_done_all_or_none(held: Desk, paper: str) -> None:
    done(held, paper, *REVIEWED)
    before = held.standing(paper)
    together = ((DeskAct.DOWNGRADE, {"level": "SECRET", "authority": AUTHORITY}), (DeskAct.RELEASE, {"authority": "x"}))
    with pytest.raises(ActRefusedError, match="still SECRET"):
        held.perform_together("reviewer", together, paper, at=DAY)
    assert held.standing(paper) == before
    held.perform_together("reviewer", (together[0], (DENIED[1], DENIED[2])), paper, at=DAY)
    left = held.standing(paper)
    assert left is not None
    assert [each.verb for each in left.rulings] == ["downgrade", "deny"]


def test_who_takes_requests_knows_that_a_paper_is_there_and_no_more_than_they_are_cleared_for(
    held: Desk, paper: str
) -> None:
    done(held, paper, REVIEWED[0])
    ((row,),) = (held.papers("requests")[1],)
    assert (row.seen, row.subject) == (1, "")


@pytest.mark.parametrize(
    ("printed", "cited"),
    [
        ("(b)(1)", ["FOIA (b)(1)"]),
        ("B1A5", ["FOIA (b)(1)", "E.O. 12356 1.3(a)(5)"]),
        ("(b)(1) 1.3(a)(5)", ["FOIA (b)(1)", "E.O. 12356 1.3(a)(5)"]),
        ("FOIA (b)(7)(C)", ["FOIA (b)(7)(C)"]),
        ("1.4(d)", ["E.O. 13526 1.4(d)"]),
        ("1.5(c)", ["E.O. 12958 1.5(c)"]),
        ("25X6", ["E.O. 13526 25X6"]),
        ("(k)(2)", ["PA (k)(2)"]),
        ("because I say so", []),
    ],
)
def test_exemptions_are_known_by_hand_and_print(printed: str, cited: list[str]) -> None:
    assert [each.cited for each in exemptions_of(printed)] == cited
    assert all(each.reason for each in exemptions_of(printed))


def test_a_passage_without_an_exemption_that_is_known_is_out_of_form(held: Desk, paper: str) -> None:
    done(held, paper, *REVIEWED)
    with pytest.raises(UsageError, match="is no exemption"):
        done(held, paper, (*CUT[:2], {**CUT[2], "passages": [{**NAME, "exemption": "secret"}]}))
