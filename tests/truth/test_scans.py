"""The list of scanned records is whole and well formed, and what compares it says same and other rightly."""

from __future__ import annotations

import re

import pytest
from bench.truth import half
from bench.truth.scanned import NAMED_BY_THE_CATALOGUE, full_day, same_parties, same_party, scans

KINDS = {"telegram", "airgram", "despatch", "letter", "memorandum", "report", "form", "cover-sheet", "routing-slip"}


def test_every_record_stands_once_in_the_half_of_its_name() -> None:
    listed = scans()
    assert len({each.document for each in listed}) == len(listed) == 52
    assert [each.part for each in listed] == [half("scans", each.document) for each in listed]


def test_pages_are_pages_of_the_file() -> None:
    for each in scans():
        assert set(each.form_pages) <= {1}
        assert 1 <= each.begins <= each.pages
        assert each.begins not in each.form_pages
        for other in each.others:
            page, kind = other.split()
            assert 1 <= int(page) <= each.pages
            assert kind in KINDS


def test_what_is_keyed_is_well_formed() -> None:
    for each in scans():
        assert each.kind in KINDS | {"other"}
        assert (each.date is None) == (each.date_ink is None)
        assert each.date is None or re.fullmatch(r"19[5-8]\d-[01]\d-[0-3]\d", each.date)
        assert (each.from_ is None) == (each.from_ink is None)
        assert each.from_ink in {None, "label", "heading", "signature", "bare"}


@pytest.mark.parametrize(
    ("catalogued", "day"),
    [("04/22/1963", "1963-04-22"), ("01/01/1963", None), ("05/10/0000", None), ("00/00/0000", None)],
)
def test_a_year_alone_is_no_day(catalogued: str, day: str | None) -> None:
    assert full_day(catalogued) == day


@pytest.mark.parametrize(
    ("true", "catalogued", "value", "same"),
    [
        ("Director, FBI", "", {"name": "DIRECTOR, FBI (62-109090)", "as_printed": "x"}, True),
        ("Chief of Station, Habana", "", {"name": "Chief of Staticn, Habana"}, True),
        ("Chief of Station, Habana", "", {"name": "Chief, WHD"}, False),
        ("JMWAVE|WAVE", "", {"name": "Wave"}, True),
        ("The President", "", "President", True),
        ("BELL", "", "BULL", False),
        (NAMED_BY_THE_CATALOGUE, "DOE, JOHN Q., C/X", {"name": "John Q. Doe"}, True),
        (NAMED_BY_THE_CATALOGUE, "DOE, JOHN Q., C/X", {"name": "John Q. Roe", "office": "C/X"}, True),
        (NAMED_BY_THE_CATALOGUE, "DOE, JOHN Q., C/X", {"name": "John Q. Roe"}, False),
    ],
)
def test_a_party_is_the_one_that_was_keyed(true: str, catalogued: str, value: object, same: bool) -> None:
    assert same_party(true, catalogued, value) is same


def test_an_addressee_too_many_is_wrong() -> None:
    assert same_parties(["ROME"], [{"name": "Rome"}])
    assert not same_parties(["ROME"], [{"name": "Rome"}, {"name": "Paris"}])
    assert not same_parties(["ROME", "PARIS"], [{"name": "Rome"}])
