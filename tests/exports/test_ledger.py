"""The ledger given away: every line quoted, and nothing of a paper steers what reads it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from tests.ledger.said import line, statement
from tests.ledger.test_statement_schema import faults
from tests.papers import telegram

from onionskin.exports.citing import cite
from onionskin.exports.ledger import brief, ledger_line, ledger_table
from onionskin.exports.ledger.brief import plain
from onionskin.ledger.lines import Line
from onionskin.record.statements import Polarity, StatementType
from onionskin.review.release import release

PAPER = telegram()
ORDER = line(statement("press the point", record=PAPER.id, when=("If his response is cool",)), "os-1.a")
NOT = line(statement("give no guarantee", record=PAPER.id, polarity=Polarity.DO_NOT), "os-1.b", issue="guarantee")
OFFER = line(
    statement("we would *lift* it", StatementType.OFFER, record=PAPER.id, party="United States", give="lift it"),
    "os-1.c",
)


@pytest.mark.parametrize("each", [ORDER, NOT, OFFER, replace(OFFER, date="", day="", sides=("", ""))])
def test_a_line_is_printed_as_the_schema_has_it(each: Line) -> None:
    printed = ledger_line(each)
    assert faults(printed) == []
    assert printed["id"] == each.id
    assert printed.get("issue_id") == (each.issue or None)


def test_a_table_has_a_row_for_each_statement_and_reckons_nothing() -> None:
    bad = line(statement("=cmd|' /C calc'!A0"), "os-1.d")
    rows = list(csv.DictReader(io.StringIO("".join(ledger_table([ORDER, OFFER, bad])))))
    assert [row["quote"] for row in rows] == ["press the point", "we would *lift* it", "'=cmd|' /C calc'!A0"]
    assert (rows[0]["when"], rows[0]["strength"], rows[1]["give"]) == ("If his response is cool", "should", "lift it")


def test_a_brief_has_the_checklist_then_the_offers_each_with_its_citation() -> None:
    told = "".join(brief("Talks", [ORDER, NOT, OFFER], {PAPER.id: cite(release(PAPER, "public"))}.__getitem__))
    assert told.startswith("# Talks\n")
    assert "- [ ] **Do not** (should): “give no guarantee”[^1]\n" in told
    assert "- *If his response is cool*\n  - [ ] Do (should): “press the point”[^1]\n" in told
    assert "## Offers\n\n- November 23, 1962, United States: “we would \\*lift\\* it”[^1]; gives: lift it\n" in told
    assert told.index("## Instructions") < told.index("## Offers") < told.index("[^1]: ")
    assert told.count("[^1]: ") == 1


@pytest.mark.parametrize(
    ("words", "made"),
    [("# 1. Do\nit", "\\# 1. Do it"), ("- no", "\\- no"), ("[a](b) <c>", "\\[a\\](b) \\<c\\>"), ("IL-28's", "IL-28's")],
)
def test_words_of_a_paper_are_nothing_but_words(words: str, made: str) -> None:
    assert plain(words) == made
