"""A quote rests on its own words of the page, not on its whole paragraph."""

from __future__ import annotations

from tests.ledger.said import quoting
from tests.papers import TURN, telegram

from onionskin.ledger.inking import inked

PAPER = telegram(body=("You should see Brandov promptly. Report soonest. Say nothing of the cables.", TURN, "Wait."))


def test_the_ink_of_a_quote_is_its_own_words() -> None:
    said = [quoting(PAPER, words) for words in ("Report soonest", "Say nothing of the cables", "Wait")]
    told = [
        " ".join(ink.span.of(PAPER.pages[ink.page - 1].text) for ink in each.evidence).split()
        for each in inked(said, PAPER)
    ]
    assert [" ".join(each) for each in told] == [
        "Report soonest", "Say nothing of the cables", "Wait",
    ]  # fmt: skip


def test_a_statement_keeps_all_else() -> None:
    [made] = inked([quoting(PAPER, "Report soonest")], PAPER)
    assert (made.quote, made.at, made.rule) == ("Report soonest", quoting(PAPER, "Report soonest").at, "by-hand")
