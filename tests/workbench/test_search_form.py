"""A query put into boxes and back asks for the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.search.test_query import queries

from onionskin.search.query import And, Query, parse
from onionskin.workbench.search_form import SearchForm, form_of, narrowed, parts_of, query_of, single_parts


def parts(query: Query) -> set[str]:
    return {str(part) for part in (query.parts if isinstance(query, And) else (query,))}


@given(queries)
def test_a_query_put_into_boxes_and_back_asks_for_the_same(query: Query) -> None:
    assert parts(parse(query_of(form_of(str(query))))) == parts(query)


@pytest.mark.parametrize(
    ("form", "query"),
    [
        (SearchForm(), ""),
        (SearchForm(words="missile  sites", phrase="low-level flights"), 'missile sites "low-level flights"'),
        (SearchForm(from_="Dean Rusk", to="=USUN New York"), 'from:"Dean Rusk" to:="USUN New York"'),
        (SearchForm(after="1962-10", before="1962-11-23"), "date:1962-10..1962-11-23"),
        (SearchForm(before="1962"), "date:..1962"),
        (SearchForm(words="cuba", rest="blockade OR quarantine"), "cuba (blockade OR quarantine)"),
    ],
)
def test_the_boxes_are_written_in_the_language_of_the_one_box(form: SearchForm, query: str) -> None:
    assert query_of(form) == query


def test_a_value_narrows_all_of_a_query_and_can_be_given_up() -> None:
    query = narrowed("cuba OR berlin", "from", "Rusk, Dean (1909-1994)")
    assert query == '(cuba OR berlin) from:="Rusk, Dean (1909-1994)"'
    assert parts_of(query) == (('from:="Rusk, Dean (1909-1994)"', "(cuba OR berlin)"),)
    assert narrowed("cuba", "month", "1962-11") == "cuba date:1962-11"


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("cuba berlin cuba", ("cuba", "berlin")),
        ('"say no" from:rusk NOT berlin', ('"say no"', "from:rusk")),
        ("cuba OR berlin", ()),
        ("cuba", ()),
    ],
)
def test_what_must_all_be_found_can_be_looked_for_one_by_one(query: str, parts: tuple[str, ...]) -> None:
    assert single_parts(query) == parts
