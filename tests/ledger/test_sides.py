"""Whose a statement is and whom it faces: words that papers use, beside the state they mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.said import statement
from tests.papers import telegram

from onionskin.ledger.sides import Scene, scene_of, side_of, sides_of, state_in
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.reading import found
from onionskin.record.span import Span
from onionskin.record.statements import StatementType

TALKS = Scene("United States", "Soviet Union", {"stevenson": "United States"}, frozenset({"kuznetsov"}))


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("the Soviets", "Soviet Union"),
        ("USSR", "Soviet Union"),
        ("GOE", "Egypt"),
        ("the United Arab Republic", "Egypt"),
        ("Ambassador of Turkey", "Turkey"),
        ("Egypt's", "Egypt"),
        ("USG", "United States"),
        ("HMG", "United Kingdom"),
        ("East Germans", "German Democratic Republic"),
        ("UN", "United Nations"),
        ("let us know", ""),
        ("polish the draft", ""),
        ("Kuznetsov", ""),
    ],
)
def test_words_for_a_state(words: str, state: str) -> None:
    assert state_in(words) == state


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Stevenson", "United States"),
        ("Chairman Khrushchev", "Soviet Union"),
        ("Macmillan's", "United Kingdom"),
        ("Kuznetsov", "Soviet Union"),
        ("the Secretary", "United States"),
        ("Acting Secretary", "United States"),
        ("Embassy in Jordan", "Jordan"),
        ("Foreign Minister", "Soviet Union"),
        ("people", ""),
        ("", ""),
    ],
)
def test_a_person_is_of_his_state_or_of_the_one_the_paper_is_about(name: str, side: str) -> None:
    assert side_of(name, TALKS) == side


def test_a_person_of_whom_nothing_is_known_is_a_side_of_his_own() -> None:
    assert side_of("Brandov", Scene("United States", "", named=frozenset({"brandov"}))) == "Brandov"


def test_an_instruction_is_the_writers_own_and_faces_whom_it_names() -> None:
    told = statement(actor=("Stevenson",), counterpart=("Kuznetsov",))
    assert sides_of(told, TALKS) == ("United States", "Soviet Union")


def test_what_the_other_side_says_is_theirs_and_faces_us() -> None:
    said = statement("any inspection is unacceptable", StatementType.POSITION, party="Kuznetsov")
    assert sides_of(said, TALKS) == ("Soviet Union", "United States")


def _about(body: str, to: str = "USUN NEW YORK") -> Document:
    return telegram(to=to, body=(body,))


def test_a_paper_to_an_embassy_is_about_its_country_and_one_to_new_york_about_whom_it_names() -> None:
    assert scene_of(_about("See him.", "AMEMBASSY CAIRO")).facing == "Egypt"
    spoken = "The Soviets insist. The Soviet position on Cuba is firm, and Cuba may be quarantined."
    assert scene_of(_about(spoken)).facing == "Soviet Union"
    assert scene_of(_about("Report soonest.")).facing == ""


def test_two_peoples_that_are_named_alike_often_leave_it_open() -> None:
    assert scene_of(_about("The Soviets and the Soviet press; the Cubans and the Cuban press.")).facing == ""


def test_a_letter_of_a_head_of_state_speaks_for_his() -> None:
    paper = telegram()
    sender = Named("Chairman Khrushchev", NamedKind.PERSON, "HALLORAN", surname="Khrushchev")
    at = paper.pages[0].text.rindex("HALLORAN")
    signed = found(sender, "HALLORAN", Ink(PageNumber(1), Span(at, at + 8), "typed"))
    assert scene_of(replace(paper, fields={**paper.fields, "from": signed})).home == "Soviet Union"
