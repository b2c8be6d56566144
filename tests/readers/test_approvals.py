"""The lines on which action memoranda are decided."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.approvals import ApprovalReader
from onionskin.record.acts import ActKind

DECIDED = [
    ("Approve  F.R.  2/25", "F.R.", "2/25"),
    ("Approve    [initialed] WPK        Disapprove ____________", "WPK", None),
    ("Approve ___HLM___  Disapprove ______\n\nDate  June 5", "HLM", "June 5"),
    ("APPROVE: ✓ JDE 3 May 1961   DISAPPROVE:", "JDE", "1961-05-03"),
    ("Yes  [X]      No ______", None, None),
    ("Approved ....TRB.... 4/6/67", "TRB", "4/6/67"),
    ("Approve   [KLM]      Disapprove ____________\n\n          MAR 4 1971", "KLM", "1971-03-04"),
]


@pytest.mark.parametrize(("foot", "who", "day"), DECIDED)
def test_initials_or_a_tick_approve(foot: str, who: str | None, day: str | None) -> None:
    text = paper(f"That you authorize the telegram at Tab A.\n\n{foot}")
    result = ApprovalReader().read(text)
    holds(text, ApprovalReader(), result)
    assert [(act.act, act.agent, act.date) for act in result.acts] == [(ActKind.APPROVED, who, day)]
    assert unclaimed(text, result) == ["That you authorize the telegram at Tab A."]


@pytest.mark.parametrize(
    ("foot", "boxes"),
    [
        ("Approve ✓   Disapprove ____", ["Disapprove"]),
        ("Approve message ____\nSee me ____", ["Approve message", "See me"]),
        ("Yes ______      No ______", ["Yes", "No"]),
        ("Approve ___HLM___", []),
    ],
)
def test_what_nobody_filled_in_is_a_box_without_a_tick(foot: str, boxes: list[str]) -> None:
    result = ApprovalReader().read(paper(foot))
    assert [(box.label, box.checked) for box in result.form_boxes] == [(label, False) for label in boxes]


@pytest.mark.parametrize(
    ("foot", "boxes"),
    [
        (
            "Approve_____  Disapprove_____  Call me_____",
            [("Approve", False), ("Disapprove", False), ("Call me", False)],
        ),
        ("Approve ______   Disapprove ___X___", [("Approve", False), ("Disapprove", True)]),
        (
            "Approve the draft message to the King  ____\n\nPrefer the shorter draft  ___X___\n\nSee me ____",
            [("See me", False), ("Approve the draft message to the King", False), ("Prefer the shorter draft", True)],
        ),
        ("The name of the guest ________\nHis age ________", []),
    ],
)
def test_a_line_to_tick_on_is_a_box(foot: str, boxes: list[tuple[str, bool]]) -> None:
    result = ApprovalReader().read(paper(f"That you see the King.\n\n{foot}"))
    assert [(box.label, box.checked) for box in result.form_boxes] == boxes
    assert not result.acts


@pytest.mark.parametrize("foot", ["Approve ______   Disapprove ______", "Disapprove  F.R. 2/25", "Approve ____"])
def test_a_line_left_blank_or_a_refusal_approves_nothing(foot: str) -> None:
    text = paper(foot)
    result = ApprovalReader().read(text)
    assert not result.acts
    assert unclaimed(text, result) == []


@pytest.mark.parametrize(
    "words", ["Approve the treaty as it stands.", "Approved by: EUR - Mr. Able", "AGREED", "Yes.", "Agreed Minute"]
)
def test_words_of_a_text_or_a_label_are_left_alone(words: str) -> None:
    assert not ApprovalReader().read(paper(words)).claims
