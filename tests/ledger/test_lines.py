"""A statement has one name: of its record, its type and its words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.said import statement

from onionskin.ledger.lines import folded, named
from onionskin.record.statements import StatementType


def test_the_same_words_have_the_same_name_wherever_they_stand_and_however_lines_break() -> None:
    [(one, _)] = named([statement("You should see Kuznetsov promptly")])
    [(two, _)] = named([statement("you should\nsee Kuznetsov  promptly", paragraph=7)])
    assert one == two
    assert one.startswith("os-1.")


def test_other_words_another_type_and_another_paper_have_another_name() -> None:
    said = statement()
    others = [
        replace(said, quote="You should see Kuznetsov tomorrow"),
        replace(said, type=StatementType.REPORT),
        replace(said, record="os-2"),
    ]
    assert len({name for each in (said, *others) for name, _ in named([each])}) == 4


def test_words_that_stand_twice_are_told_apart() -> None:
    names = [name for name, _ in named([statement(), statement(paragraph=2), statement(paragraph=3)])]
    assert names[1:] == [f"{names[0]}-2", f"{names[0]}-3"]


@given(st.text())
def test_folding_is_done_once(words: str) -> None:
    assert folded(folded(words)) == folded(words)
