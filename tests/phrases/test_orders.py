"""Executive Orders as stamps cite them."""

from __future__ import annotations

import pytest

from onionskin.phrases.orders import find_orders

CASES = [
    ("E.O. 12356, SEC. 3.4(b)", "EO 12356, Sec. 3.4(b)"),
    ("E.O. 12356, Sec. 3.4 (b)", "EO 12356, Sec. 3.4(b)"),
    ("Declassified E.O. 11652, Sec. 3(E) and 5(D) or (E)", "EO 11652, Sec. 3(E) and 5(D) or (E)"),
    ("EO 12958, as amended, Sec 3.5", "EO 12958, as amended, Sec. 3.5"),
    ("E.0. 12065: N/A", "EO 12065"),
    ("Executive Order 13526", "EO 13526"),
]


@pytest.mark.parametrize(("line", "instrument"), CASES)
def test_an_order(line: str, instrument: str) -> None:
    assert [o.instrument for o in find_orders(line)] == [instrument]


def test_other_orders_are_none_of_classification() -> None:
    assert not list(find_orders("E.O. 11905 and Executive Order 9835"))
