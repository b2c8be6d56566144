"""What is listed under letters and numbers is each a statement of its own, and its counting no word of it."""

from __future__ import annotations

import pytest
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of

LABELS = ("1. ", "(1) ", "1) ", "A. ", "a. ", "(a) ", "a) ", "(iii) ", "• ", "— ")


def told(sentence: str) -> list[tuple[str, str]]:
    return [(each.type, each.quote) for each in statements_of(telegram(body=(sentence,)))]


@pytest.mark.parametrize("label", LABELS)
def test_an_order_under_a_label_is_that_order(label: str) -> None:
    assert told(f"{label}Inform him that we agree.") == [("instruction", "Inform him that we agree")]


@pytest.mark.parametrize(
    ("sentence", "orders"),
    [
        (
            "You should take following line: (a) inform him that we agree; (b) ask him to wait.",
            ("You should take following line", "inform him that we agree", "ask him to wait"),
        ),
        (
            "You should see him and (a) inform him that we agree, (b) ask him to wait.",
            ("You should see him", "inform him that we agree", "ask him to wait"),
        ),
    ],
)
def test_orders_of_a_list_within_a_sentence_are_told_apart(sentence: str, orders: tuple[str, ...]) -> None:
    assert told(sentence) == [("instruction", order) for order in orders]


def test_a_paper_of_the_united_states_begins_with_no_label() -> None:
    assert told("U.S. forces should leave.") == [("instruction", "U.S. forces should leave")]


def test_the_month_of_may_is_no_leave() -> None:
    assert told("At noon on May 8 crowds entered the city.") == [("report", "At noon on May 8 crowds entered the city")]
    assert told("You may see the King.") == [("instruction", "You may see the King")]


LIST = (
    "If he asks, you should take following steps:",
    "(a) Inform him that we agree.",
    "(b) Ask him to wait.",
    "Report his reaction.",
)


def test_an_item_is_as_binding_as_its_lead_and_hangs_on_what_that_hangs_on() -> None:
    said = {each.quote: (each.strength, each.when) for each in statements_of(telegram(body=LIST))}
    assert said["Inform him that we agree"] == ("should", "If he asks")
    assert said["Ask him to wait"] == ("should", "If he asks")


def test_what_is_counted_no_more_stands_by_itself() -> None:
    said = {each.quote: (each.strength, each.when) for each in statements_of(telegram(body=LIST))}
    assert said["Report his reaction"] == ("must", None)
