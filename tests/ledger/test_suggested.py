"""What a model suggests counts only where its words stand in the paper, word for word and with their *not*."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.said import statement
from tests.ledger.test_dispositions import saying

from onionskin.ledger.suggested import MOST, RULE, anchored, suggestions_in, with_suggested
from onionskin.record.span import Span
from onionskin.record.statements import Place, Polarity, StatementState, StatementType

TEXT = "We do not REPEAT not want a long haggle. If he is  cool, press the point with Brandov. Brandov may call."
BY = "llama at 127.0.0.1:11434"


def told(**more: Any) -> dict[str, Any]:
    return {"type": "instruction", "quote": "press the point with Brandov", "paragraph": 1, **more}


def outcome(**more: Any) -> list[Any]:
    """What becomes of one suggestion: the statement, or why there is none."""
    suggestions, refused = suggestions_in({"statements": [told(**more)]})
    found, astray = anchored(suggestions, saying(TEXT), BY)
    return [*found, *(each.why for each in (*refused, *astray))]


def test_words_that_stand_there_become_a_statement_that_says_who_proposed_it() -> None:
    [found] = outcome(when="If he is cool", counterpart="Brandov", party="Nobody Known")
    assert found.at.span.of(TEXT) == found.quote == "press the point with Brandov"
    assert (found.state, found.proposed_by, found.rule) == (StatementState.PROPOSED, BY, RULE)
    assert found.when == "If he is  cool"
    assert (found.counterpart, found.party) == (("Brandov",), None)
    assert found.confidence < 0.5


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"quote": "press the point with Kuznetsov"}, "its words do not stand in the paper"),
        ({"quote": "ress the point with Brandov"}, "its words do not stand in the paper"),
        ({"quote": "PRESS THE POINT WITH BRANDOV"}, "its words do not stand in the paper"),
        ({"quote": "want a long haggle"}, "its quote leaves out the *not* before it"),
        ({"when": "If he is warm"}, "its condition does not stand in the paragraph"),
        ({"quote": "Brandov"}, "its quote has not 2 to 120 words"),
        ({"type": "hint"}, "it is of no known type: hint"),
        ({"type": ["instruction"]}, "it is of no known type: ['instruction']"),
        ({"quote": 7}, "it has no quote"),
    ],
)
def test_what_does_not_count_is_told_with_its_reason(more: dict[str, Any], why: str) -> None:
    assert outcome(**more) == [why]


def test_words_of_two_paragraphs_need_the_number_of_theirs() -> None:
    document = saying("Tell Brandov at once.", "Tell Brandov at once.")
    both = [told(quote="Tell Brandov at once", paragraph=n) for n in (2, 7)]
    found, refused = anchored(suggestions_in(both)[0], document, BY)
    assert [each.at.paragraph for each in found] == [2]
    assert [each.why for each in refused] == ["its words stand in several paragraphs, and it does not say in which"]


@pytest.mark.parametrize("answer", [7, "statements", {"statements": "none"}, {"answer": []}, None])
def test_an_answer_without_a_list_is_none(answer: object) -> None:
    with pytest.raises(TypeError, match="no list of statements"):
        suggestions_in(answer)


def test_there_is_an_end_to_suggestions() -> None:
    suggestions, refused = suggestions_in([told()] * (MOST + 5))
    assert len(suggestions) == MOST
    assert len(refused) == 1


@given(st.lists(st.one_of(st.none(), st.integers(), st.text(), st.dictionaries(st.text(), st.text()))))
def test_nothing_that_a_model_answers_breaks_it(answer: list[object]) -> None:
    suggestions, refused = suggestions_in(answer)
    assert len(suggestions) + len(refused) >= min(len(answer), MOST)


def test_what_a_rule_found_already_is_not_told_twice() -> None:
    own = statement("press the point", start=TEXT.index("press"))
    same, other = outcome()[0], outcome(type="report")[0]
    assert with_suggested([own], [same]) == (own,)
    assert with_suggested([own], [same, other, other]) == (own, other)
    first = statement("We do", StatementType.POSITION, polarity=Polarity.DO_NOT)
    assert with_suggested([own, first], []) == (own, first)
    assert first.at == Place(1, Span(0, 5))
