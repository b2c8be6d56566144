"""Exemption codes with their scheme and edition."""

from __future__ import annotations

import pytest

from onionskin.phrases.exemptions import find_exemptions

Code = tuple[str, str | None, str]
B1: Code = ("FOIA", None, "(b)(1)")
CASES: list[tuple[str, list[Code]]] = [
    ("(b)(1)", [B1]),
    ("(b) (1)", [B1]),
    ("b(1)", [B1]),
    ("(b)(7)(C)", [("FOIA", None, "(b)(7)(C)")]),
    ("B1A5", [B1, ("EO", "12356", "1.3(a)(5)")]),
    ("BIAS", [B1, ("EO", "12356", "1.3(a)(5)")]),
    ("B1A3, A5", [B1, ("EO", "12356", "1.3(a)(3)"), ("EO", "12356", "1.3(a)(5)")]),
    ("1.3(a)(4)", [("EO", "12356", "1.3(a)(4)")]),
    ("1.5 (c)(d)", [("EO", "12958", "1.5(c)"), ("EO", "12958", "1.5(d)")]),
    ("B1, 1.4(D)", [B1, ("EO", None, "1.4(d)")]),
    ("25X1", [("EO", None, "25X1")]),
    ("50X1-HUM", [("EO", None, "50X1-HUM")]),
    ("XGDS-2", [("EO", "11652", "XGDS-2")]),
    ("(k)(1)", [("PA", None, "(k)(1)")]),
    ("paragraph 1.2 of the biased report", []),
]


@pytest.mark.parametrize(("line", "codes"), CASES)
def test_codes(line: str, codes: list[Code]) -> None:
    found = [e for code in find_exemptions(line) for e in code.exemptions]
    assert [(e.scheme, e.edition, e.code) for e in found] == codes
    assert all(e.as_printed in line for e in found)


@pytest.mark.parametrize(("year", "edition"), [(2005, "13292"), (2012, "13526"), (None, None)])
def test_a_section_of_two_orders_takes_its_edition_from_the_year(year: int | None, edition: str | None) -> None:
    """1.4(b) is of Executive Order 13292 or 13526; without the year of the review nobody can say."""
    (code,) = find_exemptions("1.4(b)", year=year)
    assert [e.edition for e in code.exemptions] == [edition]


def test_what_could_be_another_word_is_not_plain() -> None:
    assert [c.plain for line in ("B1", "BIAS", "B1A5", "(b)(1)") for c in find_exemptions(line)] == [
        False,
        False,
        True,
        True,
    ]
