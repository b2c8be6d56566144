"""Numbers that publishers put at the head of a page."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.collection_numbers import CollectionNumberReader
from onionskin.record.fields import NumberKind, OtherNumber

CASES = [
    ("00417\n\n1958/03/02\n\nDear Foy:", [OtherNumber("00417", NumberKind.COLLECTION)], ["Dear Foy:"]),
    ("2241\n1958/03/02", [OtherNumber("2241", NumberKind.COLLECTION)], []),
    ("SECRET\nK 118", [OtherNumber("K 118", NumberKind.UNKNOWN)], ["SECRET"]),
    ("01733\nSECRET", [OtherNumber("01733", NumberKind.UNKNOWN)], ["SECRET"]),
    ("OUTGOING TELEGRAM\n5459\n013", [], ["OUTGOING TELEGRAM", "5459", "013"]),
    ("S/S 14283\nSECRET", [OtherNumber("S/S 14283", NumberKind.REGISTRY)], ["SECRET"]),
    ("7109822", [OtherNumber("7109822", NumberKind.REGISTRY)], []),
    ("5459\nOUTGOING TELEGRAM", [], ["5459", "OUTGOING TELEGRAM"]),
]


@pytest.mark.parametrize(("print_", "said", "free"), CASES)
def test_a_number_at_the_head(print_: str, said: list[OtherNumber], free: list[str]) -> None:
    """A plain number is left to the readers of papers; a nought before it or a day below is a publisher's."""
    text = paper(print_)
    result = CollectionNumberReader().read(text)
    holds(text, CollectionNumberReader(), result)
    assert [f.reading.value for f in result.fields] == said
    assert unclaimed(text, result) == free
