"""Lists lead where they say, and hits are cut at their matches."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.span import Span
from onionskin.web.catalogue import address, facets, pager, passage, plain, snippet


@given(st.dictionaries(st.sampled_from(["kind", "from", "to", "page"]), st.text(min_size=1, max_size=12)))
def test_an_address_says_again_what_was_asked(asked: dict[str, str]) -> None:
    assert dict(parse_qsl(urlsplit(address("/", asked)).query, keep_blank_values=True)) == asked


@given(st.lists(st.tuples(st.text(alphabet="ab <&", max_size=5), st.booleans()), max_size=6))
def test_a_snippet_is_cut_at_its_matches(parts: list[tuple[str, bool]]) -> None:
    marked = "".join(f"\x02{text}\x03" if is_match else text for text, is_match in parts)
    line, matches = plain(marked)
    assert line == "".join(text for text, _ in parts)
    assert [line[start:end] for start, end in matches] == [text for text, is_match in parts if is_match and text]


@pytest.mark.parametrize("broken", ["\x02open", "shut\x03", "\x02a\x02b\x03"])
def test_a_broken_snippet_loses_no_letters(broken: str) -> None:
    assert "".join(part for part, _ in snippet(broken)).replace("\x03", "") == broken.replace("\x02", "").replace(
        "\x03", ""
    )


def test_a_chosen_facet_can_be_given_up_and_the_others_stay() -> None:
    counted = {"kind": (("letter", 2), ("telegram", 1)), "year": (("1962", 3),), "from": ()}
    kind, year = facets(counted, {"kind": "letter", "to": "Bonn"})[:2]
    assert [(value.words, value.chosen, value.href) for value in kind.values] == [
        ("Letter", True, "/?to=Bonn"),
        ("Telegram", False, "/?to=Bonn&kind=telegram"),
    ]
    assert year.values[0].href == "/?kind=letter&to=Bonn&year=1962"


def test_a_chosen_value_that_is_counted_no_more_can_still_be_given_up() -> None:
    (facet,) = facets({}, {"marking": "NODIS"})
    assert [(value.value, value.count, value.href) for value in facet.values] == [("NODIS", 0, "/")]


@pytest.mark.parametrize(
    ("total", "page", "told"),
    [
        (0, 1, (0, 0, "", "")),
        (50, 1, (1, 50, "", "")),
        (51, 1, (1, 50, "", "/?kind=letter&page=2")),
        (51, 2, (51, 51, "/?kind=letter", "")),
        (151, 3, (101, 150, "/?kind=letter&page=2", "/?kind=letter&page=4")),
    ],
)
def test_the_pager_knows_where_it_stands(total: int, page: int, told: tuple[int, int, str, str]) -> None:
    held = pager(total, page, {"kind": "letter"})
    assert (held.first, held.last, held.earlier, held.later) == told


def test_a_passage_has_an_address() -> None:
    assert passage("os-1", 1, Span(203, 207)) == "/papers/os-1?light=p1:203-207#ink"
    assert passage("os-1", 1, Span(5, 5)) == "/papers/os-1"
