from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.errors import UsageError
from onionskin.search.query import (
    DEEPEST,
    LONGEST,
    MOST_TERMS,
    NEVER_WHOLE,
    And,
    Dates,
    Field,
    FieldName,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Word,
    parse,
    terms,
)

plain = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.'/é-]{0,6}", fullmatch=True).filter(
    lambda text: text not in ("AND", "OR", "NOT")
)
quoted = st.lists(plain | st.sampled_from(["AND", "OR", "NOT", "(", "-x", "a*", "to:"]), min_size=1, max_size=3).map(
    lambda parts: " ".join(["x", *parts])
)
days = st.sampled_from(["1962", "1962-11", "1962-11-17", "1963-02-01"])
leaves: st.SearchStrategy[Query] = st.one_of(
    plain.map(Word),
    plain.map(Prefix),
    quoted.map(Phrase),
    st.builds(Field, st.sampled_from(FieldName), plain.map(Word) | plain.map(Prefix) | quoted.map(Phrase)),
    st.builds(
        partial(Field, whole=True),
        st.sampled_from(sorted(set(FieldName) - NEVER_WHOLE)),
        plain.map(Word) | quoted.map(Phrase),
    ),
    days.map(lambda day: Dates(day, day)),
    st.builds(Dates, st.none(), days),
    st.builds(Dates, days, st.none()),
    st.just(Dates("1962-11-17", "1962-11-23")),
)


def several(of: st.SearchStrategy[Query], kind: type[And | Or]) -> st.SearchStrategy[Query]:
    parts = of.filter(lambda part: not isinstance(part, kind))
    return st.lists(parts, min_size=2, max_size=4).map(lambda held: kind(tuple(held)))


queries = st.recursive(leaves, lambda of: st.one_of(several(of, And), several(of, Or), of.map(Not)), max_leaves=12)


@given(queries)
def test_every_query_prints_itself_so_that_it_is_read_back(query: Query) -> None:
    assert parse(str(query)) == query


@given(st.text(st.sampled_from(list('ab1 ()"-*:.\u201cé\n')), max_size=25) | st.text(max_size=25))
def test_whatever_is_typed_is_a_query_or_a_usage_error(text: str) -> None:
    query, fault = parsed(text)
    if query is not None:
        assert parse(str(query)) == query
    else:
        words, place = fault.rsplit(" ", 1)
        assert words == "query, character"
        assert 1 <= int(place) <= len(text) + 1


def parsed(text: str) -> tuple[Query | None, str]:
    """The query, or the place at which it is at fault."""
    try:
        return parse(text), ""
    except UsageError as fault:
        return None, fault.where


READ: dict[str, Query] = {
    "Kuznetsov": Word("Kuznetsov"),
    "IL-28 bombers": And((Word("IL-28"), Word("bombers"))),
    "a AND b": And((Word("a"), Word("b"))),
    "a b OR c d": Or((And((Word("a"), Word("b"))), And((Word("c"), Word("d"))))),
    "(a OR b) c": And((Or((Word("a"), Word("b"))), Word("c"))),
    "a (b c)": And((Word("a"), Word("b"), Word("c"))),
    "a -b NOT c": And((Word("a"), Not(Word("b")), Not(Word("c")))),
    '-(a OR "b c")': Not(Or((Word("a"), Phrase("b c")))),
    '"low-level  flights"': Phrase("low-level flights"),
    "“low-level flights”": Phrase("low-level flights"),
    "and or not": And((Word("and"), Word("or"), Word("not"))),
    '"NOT"': Phrase("NOT"),
    "declass*": Prefix("declass"),
    "From:Rusk TO:McCloy": And((Field(FieldName.FROM, Word("Rusk")), Field(FieldName.TO, Word("McCloy")))),
    'marking:"EYES ONLY"': Field(FieldName.MARKING, Phrase("EYES ONLY")),
    "kind:cover-sheet": Field(FieldName.KIND, Word("cover-sheet")),
    "number:737.56361/11-2362": Field(FieldName.NUMBER, Word("737.56361/11-2362")),
    "date:1962-11-17..1962-11-23": Dates("1962-11-17", "1962-11-23"),
    "date:1962-11": Dates("1962-11", "1962-11"),
    "date:1962-11..": Dates("1962-11", None),
    "date:..1962": Dates(None, "1962"),
    "date:1962..1962": Dates("1962", "1962"),
    "date:1962-11-30..1962-11": Dates("1962-11-30", "1962-11"),
    "9:43": Word("9:43"),
}


@pytest.mark.parametrize("text", READ)
def test_what_is_typed_is_read(text: str) -> None:
    assert parse(text) == READ[text]


REFUSED = {
    "": (1, "the query is empty"),
    "   ": (1, "the query is empty"),
    "a (b": (3, "this bracket is never closed"),
    "a ) b": (3, "this bracket was never opened"),
    "()": (2, "a word is wanted before this bracket"),
    'a "b': (3, "this quotation is never closed"),
    "a OR": (5, "there is nothing behind this"),
    "OR a": (1, "a word is wanted before OR"),
    "a NOT": (6, "there is nothing behind this"),
    "Kuznetsov author:x": (11, "there is no field 'author'"),
    "from: Rusk": (6, "from: needs a value"),
    "from:(Rusk OR Ball)": (6, "from: needs a value"),
    "to:": (4, "to: needs a value"),
    "a — b": (3, "— has no letter or digit"),
    '""': (1, '"" has no letter or digit'),
    "kuz*sov": (1, "the star stands too early"),
    "*": (1, "has no letter or digit"),
    "date:yesterday": (6, "yesterday is no date"),
    "date:1962-13": (6, "1962-13 is no date"),
    "date:1962-11-17T09:00:00": (6, "is no plain date"),
    "date:1962~": (6, "is no plain date"),
    "date:..": (6, "date: needs a date"),
    "date:1963..1962": (6, "1963 is later than 1962"),
    "(" * (DEEPEST + 1) + "a": (DEEPEST + 1, "too many brackets"),
    "NOT " * (DEEPEST + 1) + "a": (4 * DEEPEST + 1, "too many brackets"),
    "a " * (MOST_TERMS + 1): (1, "too many words"),
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_read_is_told_with_its_place(text: str) -> None:
    character, what = REFUSED[text]
    with pytest.raises(UsageError) as fault:
        parse(text)
    assert fault.value.where == f"query, character {character}"
    assert what in fault.value.what
    assert fault.value.advice


def test_the_message_shows_the_place_in_the_query() -> None:
    with pytest.raises(UsageError, match=r"Kuznetsov >>> author:x\. The fields are from:"):
        parse("Kuznetsov author:x")


def test_a_query_has_a_longest_length() -> None:
    with pytest.raises(UsageError, match=str(LONGEST)):
        parse("a" * (LONGEST + 1))


def test_the_terms_of_a_query_come_as_they_are_written() -> None:
    assert [str(term) for term in terms(parse('a (b OR -"c d") date:1962 from:e*'))] == [
        "a",
        "b",
        '"c d"',
        "date:1962",
        "from:e*",
    ]
