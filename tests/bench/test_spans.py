"""A reading must point at the words it says it read."""

from __future__ import annotations

from typing import Any

from bench.spans import checked


def record(span: list[int]) -> dict[str, Any]:
    evidence = [{"kind": "ink", "page": 1, "span": span, "reader": "text"}]
    number = {"value": "1359", "state": "found", "as_printed": "1359", "confidence": 1.0, "evidence": evidence}
    return {
        "id": "r1",
        "pages": [{"n": 1, "text": "NO: 1359, NOVEMBER 23"}],
        "fields": {"number": number},
        "stamps": [],
    }


def test_ink_at_its_place_is_in_order() -> None:
    assert list(checked(record([4, 8]))) == [None]


def test_ink_beside_its_place_is_astray() -> None:
    (astray,) = checked(record([0, 4]))
    assert astray is not None
    assert (astray.field, astray.as_printed, astray.standing) == ("number", "1359", "NO: ")


def test_a_page_that_is_not_there_is_astray() -> None:
    misplaced = record([4, 8])
    misplaced["pages"] = []
    assert [astray is None for astray in checked(misplaced)] == [False]
