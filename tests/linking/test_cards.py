"""What others need to know of a record."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.linking.cards import card_of, keys_of
from onionskin.linking.holdings import Card, key
from onionskin.record.acts import Act, ActKind
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import Reading, ReadingState


def test_a_card_says_who_wrote_to_whom_when_and_under_what_number() -> None:
    card = card_of(telegram(1359, date="1962-11-23T21:43:00-05:00"))
    assert (card.number, card.day, card.receivers, card.writers) == (
        "1359",
        "1962-11-23",
        ("united nations",),
        ("halloran",),
    )
    assert {key("number", "1359", "1962"), key("day", "1962-11-23"), key("by", "halloran", "1962-11")} <= set(
        keys_of(card)
    )


def test_a_paper_without_a_date_has_that_of_its_file_number() -> None:
    paper = telegram()
    fields = {name: held for name, held in paper.fields.items() if name != "date"}
    number: Reading[object] = Reading("974.7301/4-357", ReadingState.FOUND, "974.7301/4-357")
    assert card_of(replace(paper, fields={**fields, "file_number": number})).date == "1957-04-03"  # type: ignore[dict-item]


def test_the_telegram_that_carried_a_paper_is_on_its_card() -> None:
    act = Act(ActKind.TRANSMITTED, None, (), recipient="Tel Aviv", means="telegram 760")
    card = card_of(replace(telegram(), acts=(act,)))
    assert card.carried_by == ("760///israel",)
    assert key("number", "760", "1961") in set(keys_of(card))


@given(st.builds(Card, record=st.text(), source=st.text(), kind=st.text(), receivers=st.lists(st.text()).map(tuple)))
def test_a_card_comes_back_as_it_was_written(card: Card) -> None:
    assert Card.from_json(card.to_json()) == card


def test_mr_president_is_a_title_and_no_surname() -> None:
    paper = telegram()
    said = "Mr. President"
    to: Reading[object] = Reading(Named(said, NamedKind.PERSON, said), ReadingState.FOUND, said)
    assert card_of(replace(paper, fields={**paper.fields, "to": to})).addressees == ()  # type: ignore[dict-item]
