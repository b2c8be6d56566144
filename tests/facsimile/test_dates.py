"""Dates stand on a form as clerks stamped and typed them."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.inks import edtf

from onionskin.facsimile.dates import clock, group, of_the_post, slashed, stamped, typed


@pytest.mark.parametrize(
    ("date", "stamp", "letter", "post", "drafter"),
    [
        ("1962-11-23T21:43:00-05:00", "Nov 23 9 43 PM '62", "November 23, 1962", "November 23, 9:43 p.m.", "11/23/62"),
        ("1955-03-02T00:05:00", "Mar 2 12 05 AM '55", "March 2, 1955", "March 2, 12:05 a.m.", "3/2/55"),
        ("1962-11-24T15:00:00", "Nov 24 3 00 PM '62", "November 24, 1962", "November 24, 3 p.m.", "11/24/62"),
        ("1962-11-17", "Nov 17 '62", "November 17, 1962", "November 17, 1962", "11/17/62"),
        ("1962-11~", "November 1962", "November 1962", "November 1962", "November 1962"),
        ("4/3/92", "4/3/92", "4/3/92", "4/3/92", "4/3/92"),
    ],
)
def test_each_place_of_a_form_has_its_own_way(date: str, stamp: str, letter: str, post: str, drafter: str) -> None:
    assert (stamped(date), typed(date), of_the_post(date), slashed(date)) == (stamp, letter, post, drafter)


def test_the_wire_counts_by_greenwich() -> None:
    assert group("1979-10-31T20:41:00-05:00") == "010141Z NOV 79"
    assert group("1979-10-31T14:41:00Z") == "311441Z OCT 79"
    assert group("1979-10-31") == clock("1979-10-31") == ""


@given(edtf)
def test_no_date_is_left_blank(date: str) -> None:
    assert all(way(date) for way in (stamped, typed, of_the_post, slashed))
