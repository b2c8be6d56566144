"""Days that stand alone in their cell are read through letters that are worn, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.worn_days import find_worn_day
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("line", "printed", "day"),
    [
        ("2l Auc 63", "2l Auc 63", "1963-08-21"),
        ("Hay 5, 1964", "Hay 5, 1964", "1964-05-05"),
        ("NOV 29 1g63", "NOV 29 1g63", "1963-11-29"),
        ("l0/28/64", "l0/28/64", "1964-10-28"),
        ("16 1pr 62   APR 20 062", "16 1pr 62", "1962-04-16"),
        ("Date: 1/8/6.3", "1/8/6.3", "1963-01-08"),
        ("SECRET      29 January 196h", "29 January 196h", "1964-01-29"),
        ("1O 0ct 60", "1O 0ct 60", "1960-10-10"),
        ("13 SEPI 1963", "13 SEPI 1963", "1963-09-13"),
    ],
)
def test_a_worn_day_is_doubtful_and_keeps_its_ink(line: str, printed: str, day: str) -> None:
    found = find_worn_day(line)
    assert found is not None
    assert (found.text, found.value.edtf, found.state) == (printed, day, ReadingState.DOUBTFUL)
    assert found.span.of(line) == printed


@pytest.mark.parametrize(
    "line",
    [
        "8 Jnn 63",
        "12 MEN 60",
        "32 Oct 63",
        "PAGE 2 63",
        "Doc 12 1963",
        "2 Hqs 63",
        "BOX 12, 1964",
        "we met Hay 5, 1964",
    ],
)
def test_what_may_be_two_months_or_none_is_no_day(line: str) -> None:
    assert find_worn_day(line) is None


ANY = st.text(alphabet="0123456789OolI JanFebMr/.,'-:DATE", max_size=20)


@given(st.tuples(ANY, st.sampled_from(["", "2l Auc 63", "NOV 29 1g63", "l0/28/64"]), ANY).map("".join))
def test_any_line_is_read_without_harm(line: str) -> None:
    found = find_worn_day(line)
    assert found is None or found.span.of(line) == found.text
