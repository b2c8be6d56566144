"""Whose a statement is, and to whom it is said: *I* and *we*, who has the word, and whose stand is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.ledger.said import statement
from tests.ledger.test_dispositions import saying

from onionskin.ledger.correspondents import titled_in
from onionskin.ledger.extracting import statements_of
from onionskin.ledger.sides import Scene, scene_of, side_of, sides_of
from onionskin.record.document import Document
from onionskin.record.fields import Kind
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.references import Mention
from onionskin.record.statements import Statement, StatementType

EMBASSY = Named(name="Embassy in Egypt", kind=NamedKind.POST, as_printed="Embassy in Egypt")
BRANDOV = Mention("Brandov", NamedKind.PERSON, ())
OFFICER = Named(name="Vale", kind=NamedKind.PERSON, as_printed="Deputy Assistant Secretary (Vale)", surname="Vale")


def written(text: str, by: Named, **more: Any) -> Document:
    """A paper by somebody, of one paragraph."""
    plain = saying(text)
    sender = Reading(by, ReadingState.FOUND, by.as_printed, 1.0, ())
    texts = replace(plain.text, reading=text)
    return replace(plain, text=texts, fields={"from": sender}, **more)


def first(text: str, by: Named = EMBASSY, **more: Any) -> Statement:
    return statements_of(written(text, by, **more))[0]


@pytest.mark.parametrize(
    ("text", "by", "party"),
    [
        ("I shall lay out the facts fully to him.", EMBASSY, "Ambassador in Egypt"),
        ("We shall lay out the facts fully to him.", EMBASSY, "Embassy in Egypt"),
        ("I will raise this with the Committee.", OFFICER, "Vale"),
        ("We will raise this with the Committee.", OFFICER, "United States"),
    ],
)
def test_i_is_the_writer_and_we_his_side(text: str, by: Named, party: str) -> None:
    assert first(text, by).party == party


def test_what_is_thought_of_a_party_is_his_who_thinks_it() -> None:
    said = first("The Soviets are probably under considerable pressure on this question.", OFFICER)
    assert (said.type, said.party) == ("assessment", "United States")


def test_a_stand_that_is_reported_is_his_of_whom_it_is_reported() -> None:
    assert first("Soviets said that Egypt could not accept such a restriction.").party == "Egypt"
    assert first("The Egyptians said that they could not accept such a restriction.").party == "Egyptians"


def test_in_a_conversation_word_for_word_who_has_the_word_is_i() -> None:
    text = "General Vale—I will discuss this with the Committee."
    assert first(text, EMBASSY, kind=Kind.MEMORANDUM_OF_CONVERSATION).party == "General Vale"
    assert first(text.replace("—", ": "), EMBASSY, kind=Kind.MEMORANDUM_OF_CONVERSATION).party != "General Vale"


@pytest.mark.parametrize(
    ("text", "counterpart"),
    [
        ("We leave it to your discretion to tell Egypt on Monday.", ("Egypt",)),
        ("You should not raise this question with the Soviets.", ("Soviets",)),
        ("Request you approach the British soonest for their approval.", ("British",)),
    ],
)
def test_with_whom_it_is_to_be_done_stands_behind_any_verb_of_speaking(text: str, counterpart: tuple[str, ...]) -> None:
    department = Named(name="Department of State", kind=NamedKind.OFFICE, as_printed="Department of State")
    assert first(text, department).counterpart == counterpart


@pytest.mark.parametrize(("party", "own"), [("Embassy in Egypt", "United States"), ("Soviet Embassy", "Soviet Union")])
def test_a_post_of_ours_speaks_for_us_and_deals_with_where_it_is(party: str, own: str) -> None:
    said = statement("we shall tell them", StatementType.COMMITMENT, party=party)
    assert sides_of(said, Scene("United States", "Egypt"))[0] == own
    assert side_of("Embassy in Egypt", Scene("United States", "Egypt")) == "Egypt"


def test_he_is_the_person_last_spoken_of() -> None:
    text = "I saw Foreign Minister Brandov this morning. He said that no decision had been made."
    _, said = statements_of(written(text, EMBASSY, mentions=(BRANDOV,)))
    assert said.party == "Brandov"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("General Brandov came. The General spoke.", {"general": "General Brandov"}),
        ("Foreign Minister Brandov’s reply was firm.", {"foreign minister": "Foreign Minister Brandov"}),
        ("General Brandov saw General Vale.", {}),
        ("The General spoke.", {}),
    ],
)
def test_a_title_alone_is_the_one_person_who_is_named_with_it(text: str, titles: dict[str, str]) -> None:
    assert titled_in(text) == titles


def test_the_general_of_a_conversation_is_the_general_it_names() -> None:
    text = "General Brandov came to see me. The General said that no decision had been made."
    talk = written(text, OFFICER, kind=Kind.MEMORANDUM_OF_CONVERSATION)
    assert statements_of(talk)[1].party == "General Brandov"


@pytest.mark.parametrize(("said", "side"), [("we were willing to wait", "United States"), ("they could wait", "")])
def test_who_is_told_to_have_said_we_is_of_the_writers_side(said: str, side: str) -> None:
    paper = written(f"Brandov said {said}.", EMBASSY, mentions=(BRANDOV,))
    assert scene_of(paper).persons.get("brandov", "") == side


@pytest.mark.parametrize(
    ("order", "counterpart"), [("You should stress our interest in this.", ("Brandov",)), ("Report his reaction.", ())]
)
def test_what_is_to_be_said_is_said_to_whom_the_paper_named_last(order: str, counterpart: tuple[str, ...]) -> None:
    department = Named(name="Department of State", kind=NamedKind.OFFICE, as_printed="Department of State")
    *_, ordered = statements_of(written(f"Brandov leaves on Monday. {order}", department, mentions=(BRANDOV,)))
    assert ordered.counterpart == counterpart
