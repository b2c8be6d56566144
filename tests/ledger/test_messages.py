"""What a telegram gives word for word for another government is that message's, up to where it ends."""

from __future__ import annotations

from tests.papers import telegram

from onionskin.ledger.extracting import statements_of
from onionskin.ledger.messages import to_be_conveyed

BODY = (
    "Please deliver the following message.",
    "“Dear Mr. Chairman: I have read your letter.",
    "We should press forward with these talks.",
    "Sincerely, Halloran”",
    "You should report his reaction.",
)


def test_the_message_lasts_from_its_salutation_to_its_closing_quote() -> None:
    assert to_be_conveyed(telegram(body=BODY)) == {2, 3, 4}


def test_what_governments_should_do_together_is_a_position_and_not_an_order_to_the_post() -> None:
    said = {each.quote: each.type for each in statements_of(telegram(body=BODY))}
    assert said["We should press forward with these talks"] == "position"
    assert said["You should report his reaction"] == "instruction"


def test_a_telegram_without_one_has_none() -> None:
    assert to_be_conveyed(telegram(body=BODY[:1])) == frozenset()
