"""Who took part, as lists of participants name them."""

from __future__ import annotations

import pytest

from onionskin.phrases.participants import begins_person, read_participants

LINES: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Mr. Walter R. Marlow, Deputy Assistant Secretary, EUR", [("Walter R. Marlow", "EUR")]),
    ("Miss Ruth Hadley, Officer in Charge, Icelandic Affairs, EUR/BNA", [("Ruth Hadley", "EUR/BNA")]),
    (
        "M. Holm, Minister of Finance; M. Berg, Governor of the Bank; Mr. Marlow, EUR",
        [("M. Holm", None), ("M. Berg", None), ("Marlow", "EUR")],
    ),
    (
        "The Secretary; Ambassador Berg; Miss Hadley (interpreter)",
        [("The Secretary", "The Secretary"), ("Berg", None), ("Hadley", None)],
    ),
    ("The Secretary, Mr. Ball, Mr. Marlow", [("The Secretary", "The Secretary"), ("Ball", None), ("Marlow", None)]),
    ("For Jordan: Mr. Holm, Chief of Cabinet", [("Holm", None)]),
    ("EUR--Walter R. Marlow", [("Walter R. Marlow", "EUR")]),
    ("Mr. Marlow, EUR               Ambassador Berg", [("Marlow", "EUR"), ("Berg", None)]),
]


@pytest.mark.parametrize(("line", "named"), LINES)
def test_the_persons_of_a_line(line: str, named: list[tuple[str, str | None]]) -> None:
    found = list(read_participants(line))
    assert [(value.name, value.office) for value, _ in found] == named
    assert all(value.name.split()[-1] in span.of(line) for value, span in found)


@pytest.mark.parametrize(
    ("cell", "begins"), [("W. R. Marlow, EUR", True), ("The Secretary", True), ("Mr. Berg", True), ("EUR/BNA", False)]
)
def test_where_a_second_column_begins(cell: str, begins: bool) -> None:
    assert begins_person(cell) is begins
