"""No cell of a table is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.exports.spreadsheet import FORMULA, csv_row


def read(row: str) -> list[str]:
    return next(csv.reader(io.StringIO(row)))


@pytest.mark.parametrize("begins", FORMULA)
def test_a_cell_that_would_reckon_begins_with_an_apostrophe(begins: str) -> None:
    assert read(csv_row([f"{begins}cmd"]))[0].startswith("'")
    assert read(csv_row([f" {begins}cmd"]))[0].startswith("'")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1))
def test_what_is_no_formula_comes_back_as_it_was(cells: list[str]) -> None:
    plain = [each for each in cells if not each.lstrip(" ").startswith(FORMULA)] or ["plain"]
    assert read(csv_row(plain)) == plain
