"""The register of papers that are cited and not held."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.shelves import cited
from tests.papers import telegram

from onionskin.linking.wanting import register_of
from onionskin.record.document import Document
from onionskin.record.references import Reference, Resolution, ResolutionState

DEPTEL = cited("Deptel 1338", number="1338", series="DEPTEL", from_="Department of State", direction="outgoing")


def citing(number: int, *references: Reference, day: str = "1961-11-03") -> Document:
    """A telegram of the Department to New York."""
    return replace(telegram(number, date=day), references=references)


def test_one_paper_is_one_line_though_many_cite_it() -> None:
    one, two = citing(1, DEPTEL), citing(2, replace(DEPTEL, text="DEPTTEL 1338"), day="1961-11-02")
    (missing,) = register_of([one, two])
    assert (missing.number, missing.from_, missing.to) == ("1338", "washington", "united nations")
    assert missing.by == "1961-11-02"
    assert [(each.record, each.text) for each in missing.cited_by] == [
        (one.id, "Deptel 1338"),
        (two.id, "DEPTTEL 1338"),
    ]


def test_one_number_to_another_post_is_another_paper() -> None:
    lima = replace(DEPTEL, text="Deptel 1338 to Lima", to="Lima")
    assert [each.to for each in register_of([citing(1, DEPTEL, lima)])] == ["peru", "united nations"]


@pytest.mark.parametrize("state", [ResolutionState.LINKED, ResolutionState.CANDIDATES])
def test_what_is_held_or_may_be_is_not_missing(state: ResolutionState) -> None:
    assert register_of([citing(1, replace(DEPTEL, resolved=Resolution(state, "os-x")))]) == ()


def test_why_a_paper_is_not_here_stays_said() -> None:
    gone = replace(DEPTEL, resolved=Resolution(ResolutionState.NOT_FOUND))
    (missing,) = register_of([citing(1, DEPTEL), citing(2, gone)])
    assert missing.state == "not-found"


def test_a_letter_is_known_by_its_day_and_its_ends() -> None:
    letter = cited("Khan's letter of 1 November", kind="letter", from_="Khan", date="1961-11-01")
    (missing,) = register_of([citing(1, letter), citing(2, letter)])
    assert (missing.kind, missing.from_, missing.date, len(missing.cited_by)) == ("letter", "khan", "1961-11-01", 2)


@pytest.mark.parametrize(
    "vague",
    [cited("next message", kind="message"), cited("his letter", kind="letter"), cited("a talk", kind="meeting")],
)
def test_what_nobody_could_look_for_is_left_out(vague: Reference) -> None:
    assert register_of([citing(1, vague)]) == ()
