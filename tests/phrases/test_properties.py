"""What must hold of every grammar, whatever the string."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.dates import find_dates, read_date
from onionskin.phrases.drafters import read_drafter
from onionskin.phrases.file_numbers import find_file_numbers, read_file_number
from onionskin.phrases.found import Found
from onionskin.phrases.markings import read_markings
from onionskin.phrases.mentions import find_mentions
from onionskin.phrases.names import read_person, read_persons
from onionskin.phrases.offices import read_offices
from onionskin.phrases.parsing import KINDS, parse
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.references import find_references
from onionskin.record.dates import PartialDate
from onionskin.record.reading import VALUED

PIECES = [
    "November 17, 1962",
    "Nov 23 9 43 PM '62",
    "11/23/62",
    "222227Z NOV 78",
    "October 27 and 28",
    "7 p.m.",
    "DEPTTEL 1338",
    "EMBTELS 1318 AND 1319",
    "Moscow's 1587",
    "your letter of",
    "press conference on Tuesday",
    "TOP SECRET",
    "~~SECRET~~",
    "S E C R E T",
    "USUN, New York",
    "Amembassy PARIS",
    "PRIORITY",
    "U - George W. Ball",
    "GBall/ck",
    "Mr. Johnson (G)",
    "RUSK",
    "737.56361/11-1762",
    "POL 27 CUBA",
    "Lot 63D135",
    "IL-28's",
    "S/S",
    "C.A.NO 88-0034",
    "de Gaulle",
    "PRESIDENT",
    "MR.",
    "General",
    "Zbyszek",
    "K.",
    "IC:HC:TL",
    "Jr.",
    "the",
    "and",
    "’",
    "—",
    "İ",
    "ß",
    "\n",
    "\n\n",
    "\t",
    "l1/O3/6Z",
    "0",
    "No.",
    "to",
    "U.S.",
    "(",
    ")",
    '"',
    "1962",
    "/",
    "-",
]
"""Words of the papers, from which nearly real lines are strung together: random letters alone would reach nothing."""

texts = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
)


def one(read: Callable[[str], Found[Any] | None]) -> Callable[[str], list[Found[Any]]]:
    return lambda text: [found] if (found := read(text)) is not None else []


GRAMMARS: dict[str, Callable[[str], Iterable[Found[Any]]]] = {
    "find_dates": find_dates,
    "read_date": one(read_date),
    "find_file_numbers": find_file_numbers,
    "read_file_number": one(read_file_number),
    "read_markings": read_markings,
    "find_precedence": find_precedence,
    "read_person": one(read_person),
    "read_persons": read_persons,
    "read_drafter": one(read_drafter),
    "read_offices": read_offices,
    "read_posts": read_posts,
    "find_references": find_references,
    "find_mentions": find_mentions,
}


@pytest.mark.parametrize("name", GRAMMARS)
@given(text=texts)
def test_finds_lie_in_the_text_and_say_its_words(name: str, text: str) -> None:
    for found in GRAMMARS[name](text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end] == found.text
        assert 0 <= found.confidence <= 1
        assert found.state in VALUED


@pytest.mark.parametrize(
    "name", ["find_dates", "find_file_numbers", "read_markings", "read_posts", "find_references", "find_mentions"]
)
@given(text=texts)
def test_finds_come_in_order_and_never_overlap(name: str, text: str) -> None:
    spans = [f.span for f in GRAMMARS[name](text)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@given(text=texts)
def test_dates_are_edtf_and_come_back_from_it(text: str) -> None:
    for found in find_dates(text):
        if isinstance(found.value, PartialDate):
            assert PartialDate.parse(found.value.edtf).edtf == found.value.edtf


@given(
    date=st.dates(dt.date(1600, 1, 1), dt.date(2099, 12, 31)),
    typed=st.sampled_from(
        [
            "{d:%B} {d.day}, {d.year:04}",
            "{d.day} {d:%B} {d.year:04}",
            "{d.month}/{d.day}/{d.year:04}",
            "{d.year:04}-{d.month:02}-{d.day:02}",
        ]
    ),
)
def test_a_date_typed_by_a_clerk_is_read_back(date: Any, typed: str) -> None:
    found = read_date(typed.format(d=date))
    assert found is not None
    assert found.value.edtf == date.isoformat()


@pytest.mark.parametrize("kind", KINDS)
@given(line=texts)
def test_parse_gives_one_object_for_any_line(kind: str, line: str) -> None:
    out = parse(kind, line)
    assert out["kind"] == kind
    assert out["text"] == line
    ink = {"standing", "struck"} if kind == "marking" else set()
    assert out["state"] in {"absent", "found", "doubtful", "inferred"} | ink
