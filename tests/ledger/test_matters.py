"""What statements are about: real lines of the two papers of 1962, and the phrases by which they are gathered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.said import statement

from onionskin.ledger.matters import MOST, phrases_of, phrases_through


@pytest.mark.parametrize(
    ("quote", "key"),
    [
        ("in return for which we would be prepared to lift the quarantine", "quarantine"),
        ("WE WOULD BE PREPARED TO LIFT QUARANTINE", "quarantine"),
        ("we cannot be put in position of giving a blanket guarantee", "assurance"),
        ("give Kuznetsov our draft declaration", "assurance"),
        ("any inspection of US would require inspection of USSR", "inspection"),
        ("we have not been making low-level flights over Cuba", "overflight"),
        ("GOE unable be bound by ultimatum", "ultimatum"),
        ("Soviets will not discuss Berlin", "berlin"),
    ],
)
def test_the_weightiest_phrase_names_the_matter(quote: str, key: str) -> None:
    assert phrases_of(statement(quote))[0].key == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the IL-28's will be withdrawn", "get the bombers out of Cuba"),
        ("a blanket guarantee", "exchanges of assurances"),
        ("Cuban refusal to permit safeguards", "inspection of US"),
        ("they will observe the cease fire", "a ceasefire is in their interest"),
    ],
)
def test_other_words_for_the_same_matter_share_a_phrase(one: str, other: str) -> None:
    first, second = ({phrase.key for phrase in phrases_of(statement(quote))} for quote in (one, other))
    assert first & second


def test_an_assurance_that_something_be_done_is_about_that_thing() -> None:
    phrases = phrases_of(statement("get Soviet assurances that the IL-28's will be withdrawn"))
    assert [phrases[0].key, phrases[0].printed] == ["bomber", "IL-28"]


def test_a_noun_stands_alone_and_with_the_words_before_it() -> None:
    phrases = phrases_of(statement("If Kuznetsov presses Caribbean inspection scheme"))
    assert [(each.key, each.printed) for each in phrases] == [
        ("caribbean inspection", "Caribbean inspection"),
        ("inspection", "inspection"),
    ]


def test_two_matters_coupled_weigh_less_than_each() -> None:
    phrases = phrases_of(statement("we would much prefer to settle the bomber-quarantine deal"))
    assert [each.key for each in phrases] == ["bomber", "quarantine", "bomber quarantine"]


def test_a_condition_says_what_its_statement_is_about_unless_that_says_it_itself() -> None:
    when = ("If Kuznetsov talks about the so-called protocol",)
    assert phrases_of(statement("say that it is unacceptable", when=when))[0].key == "protocol"
    assert phrases_of(statement("say that inspection is unacceptable", when=when))[0].key == "inspection"


def test_neither_persons_nor_parties_are_a_matter() -> None:
    assert phrases_of(statement("Kuznetsov told us that Moscow and the Soviet Union agree with him")) == ()


def test_both_sides_of_an_offer_are_what_it_is_about() -> None:
    offer = statement("in return for which", give="lift the quarantine", get="IL-28's will be withdrawn")
    assert {"quarantine", "bomber"} <= {phrase.key for phrase in phrases_of(offer)}


def test_it_stands_for_what_the_statement_before_it_is_about() -> None:
    said = [
        statement("give Kuznetsov our draft declaration"),
        statement("explain it to him as the most we can do"),
        statement("You should request prompt study and response"),
        statement("explain it as progress on safeguards", paragraph=2),
    ]
    assert [phrases[0].key for phrases in phrases_through(said)] == ["assurance"] * 4


@pytest.mark.parametrize(
    ("quote", "paragraph", "first"),
    [
        ("it may be helpful to discuss inspection", 2, "inspection"),
        ("explain inspection to him and defend it", 2, "inspection"),
        ("explain it to him", 4, None),
        ("let us know as soon as you can", 3, None),
    ],
)
def test_nothing_is_carried_over_without_need_or_from_afar(quote: str, paragraph: int, first: str | None) -> None:
    _, phrases = phrases_through([statement("lift the quarantine"), statement(quote, paragraph=paragraph)])
    assert (phrases[0].key if phrases else None) == first


@given(
    st.lists(st.sampled_from(["Soviet troops", "the ban", "it", "Berlin", "IL-28's", "–", "peace treaty"]), max_size=9)
)
def test_capitals_and_broken_lines_change_nothing(words: list[str]) -> None:
    plain, shouted = (phrases_of(statement(text)) for text in (" ".join(words), "\n".join(words).upper()))
    assert [(each.key, each.weight) for each in plain] == [(each.key, each.weight) for each in shouted]
    assert len(plain) <= MOST
    assert all(0 < each.weight <= 1 for each in plain)
