"""The two example papers say what their readers are to do, to whom, and on which condition; the ink is theirs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.papers import telegram
from tests.readers.reading import papers

from onionskin.ledger.extracting import statements_of
from onionskin.ledger.inking import inked
from onionskin.record.document import Document
from onionskin.record.statements import Statement

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@cache
def example(name: str, place: int) -> Document:
    return papers((EXAMPLES / name).read_text("utf-8"))[place]


def saying(paper: Document, words: str) -> Statement:
    """The shortest statement with these words."""
    return min((each for each in statements_of(paper) if words in each.quote), key=lambda each: len(each.quote))


@pytest.fixture(scope="module")
def outgoing() -> Document:
    return example("telegram-1359.txt", 0)


@pytest.fixture(scope="module")
def to_mccloy() -> Document:
    return example("letters-17-november.txt", -1)


def test_you_are_whom_the_attention_line_names(outgoing: Document) -> None:
    said = saying(outgoing, "You should see Kuznetsov")
    assert (said.actor, said.counterpart) == (("Stevenson", "McCloy"), ("Kuznetsov",))


def test_an_insertion_gives_the_instruction_and_its_reference(outgoing: Document) -> None:
    said = saying(outgoing, "present SC scenario")
    assert (said.type, said.refers_to) == ("instruction", ("DEPTTEL 1338",))
    assert saying(outgoing, "explain it to him").strength == "should"


def test_a_condition_holds_for_all_that_is_to_be_said(outgoing: Document) -> None:
    cool = "If Kuznetsov's initial response is cool"
    assert saying(outgoing, "press the point").when == cool
    assert saying(outgoing, "it may be helpful for Kuznetsov").when == cool


def test_the_position_that_an_instruction_orders_to_be_told_is_one_of_ours(outgoing: Document) -> None:
    said = saying(outgoing, "any inspection of US would require")
    assert (said.type, said.party, said.tied_to) == ("position", "United States", "inspection of USSR")


def test_we_cannot_is_no(outgoing: Document) -> None:
    said = saying(outgoing, "we cannot be put in position")
    assert (said.type, said.polarity, said.party) == ("position", "do-not", "United States")


def test_what_is_given_in_return_has_its_price(to_mccloy: Document) -> None:
    said = saying(to_mccloy, "prepared to lift the quarantine")
    assert (said.type, said.give) == ("offer", "lift the quarantine")
    assert "IL-28's will be withdrawn" in (said.get or "")


def test_a_day_is_seen_from_the_papers_own(to_mccloy: Document) -> None:
    said = saying(to_mccloy, "press conference on Tuesday")
    assert (said.type, said.date) == ("deadline", "1962-11-20")


def test_the_ink_of_a_quote_is_its_words(outgoing: Document) -> None:
    [said] = inked([saying(outgoing, "You should request prompt study")], outgoing)
    pages = {page.n: page.text for page in outgoing.pages}
    assert " ".join(" ".join(each.span.of(pages[each.page]) for each in said.evidence).split()) == said.quote


def test_in_that_case_hangs_on_the_condition_before() -> None:
    body = "If he refuses, you could tell Egypt. In that case our notice would go on Wednesday."
    (_, second) = statements_of(telegram(body=(body,)))
    assert second.when == "In that case"
    assert second.conditions[0].within is not None
    assert second.conditions[0].within.words == "If he refuses"


@pytest.mark.parametrize(
    ("sentence", "faced"),
    [
        ("You could tell Egypt on Tuesday that we agree.", "Egypt"),
        ("You should convey these views orally and in writing to the King.", "King"),
        ("Foregoing should not be revealed to Jordanians.", "Jordanians"),
        ("You should see the Prime Minister at once.", "Prime Minister"),
    ],
)
def test_to_whom_it_is_said_or_given_is_told_by_his_name(sentence: str, faced: str) -> None:
    assert [each.counterpart for each in statements_of(telegram(body=(sentence,)))] == [(faced,)]


def test_troops_that_go_somewhere_face_nobody() -> None:
    [said] = statements_of(telegram(body=("Troops marched to Egypt last night.",)))
    assert said.counterpart == ()
