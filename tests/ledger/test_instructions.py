"""An instruction beside the earlier ones of its side: the same again, another, or one taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.papers import USUN, instruction, paper, says

from onionskin.ledger.instructions import earlier_of
from onionskin.ledger.lines import Line
from onionskin.ledger.matching import Match, Relation
from onionskin.record.statements import Polarity, StatementType

FIRST = instruction(
    "os-first",
    "1962-11-17",
    "You should tell Kuznetsov that inspection of US requires inspection of USSR",
    "You should offer to lift the quarantine of Soviet ships",
    number="1338",
)


def order(quote: str, **more: object) -> Line:
    return says("os-second", quote, StatementType.INSTRUCTION, "1962-11-23", **more)


def related(*lines: Line, **more: object) -> tuple[Match, ...]:
    second = replace(instruction("os-second", "1962-11-23"), lines=lines, **more)  # type: ignore[arg-type]
    return earlier_of(second, [FIRST], {}, 50)


def test_an_instruction_that_says_the_same_again_repeats_the_earlier_one() -> None:
    [match] = related(order("point out again to Kuznetsov that inspection of US requires inspection of USSR"))
    assert (match.relation, match.record, match.other) == (Relation.REPEATS, "os-first", FIRST.lines[0].id)
    assert "it says “again”" in match.reasons
    assert not match.asserted


def test_repeat_between_two_nots_is_no_repetition() -> None:
    quote = "do not REPEAT not tell Kuznetsov that inspection of US requires inspection of USSR"
    [match] = related(order(quote, polarity=Polarity.DO_NOT))
    assert match.relation is Relation.CHANGES
    assert match.reasons[0] == "refused now"


def test_a_citation_of_the_earlier_paper_speaks_for_it() -> None:
    line = order("point out again to Kuznetsov that inspection of US requires inspection of USSR")
    [plain], [cited] = related(line), related(line, cites=("os-first",))
    assert cited.score > plain.score
    assert cited.reasons[0] == "its paper is cited"


def test_another_matter_is_no_relation() -> None:
    assert related(order("You should leave for Geneva on Tuesday")) == ()


@pytest.mark.parametrize(
    ("quote", "reasons"),
    [
        ("Paragraph 2 of our 1338 is rescinded", ("its number is named, 1338", "paragraph 2 of it")),
        ("Disregard Deptel 1338", ("its number is named, 1338",)),
    ],
)
def test_a_rescission_takes_back_the_paper_whose_number_it_names(quote: str, reasons: tuple[str, ...]) -> None:
    [match] = related(says("os-second", quote, StatementType.RESCISSION, "1962-11-23"))
    assert (match.relation, match.record, match.reasons) == (Relation.TAKES_BACK, "os-first", reasons)
    assert match.asserted


def test_a_rescission_of_another_number_takes_back_nothing_here() -> None:
    assert related(says("os-second", "Disregard Deptel 1340", StatementType.RESCISSION, "1962-11-23")) == ()


def test_neither_later_papers_nor_those_of_another_side_are_taken_back() -> None:
    line = says("os-second", "Disregard 1338", StatementType.RESCISSION, "1962-11-23")
    second = replace(instruction("os-second", "1962-11-23"), lines=(line,))
    later = replace(FIRST, day="1962-11-30")
    theirs = paper("os-theirs", "1962-11-17", number="1338", senders=(USUN,))
    assert earlier_of(second, [later, theirs], {}, 50) == ()
