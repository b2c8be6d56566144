"""When a value that was read is the value that stood on the paper."""

from __future__ import annotations

import pytest
from bench.compare import COMPARISONS, Read, same_subset

PERSON = {
    "name": "George W. Ball",
    "kind": "person",
    "office": "U",
    "surname": "Ball",
    "as_printed": "U - George W. Ball",
}
POST = {"name": "USUN New York", "kind": "post", "as_printed": "USUN, New York"}


@pytest.mark.parametrize(
    ("field", "expected", "read"),
    [
        ("number", "1359", Read("1359")),
        ("subject", "Next Steps in New York", Read("NEXT STEPS IN\n NEW YORK.")),
        ("salutation", "Dear Adlai:", Read("Dear Adlai:")),
        ("file_number", "737.56361/11-2362", Read("737.56361/11\u20132362")),
        ("precedence", "PRIORITY", Read("Priority")),
        ("typed_by", "ck", Read({"name": "ck", "kind": "person", "as_printed": "ck"})),
        ("approved_by", {"surname": "Ball", "office": "U"}, Read(PERSON)),
        ("signed_by", {"surname": "RUSK"}, Read({"name": "Rusk", "kind": "person"})),
        ("to", "USUN New York", Read(POST)),
        ("to", "AMEMBASSY MOSCOW", Read({"name": "Embassy in Moscow", "as_printed": "Amembassy Moscow"})),
        ("to", {"surname": "Stevenson"}, Read({"name": "Adlai E. Stevenson", "surname": "Stevenson"})),
        ("other_numbers", "5459", Read({"number": "5459", "kind": "control"})),
        ("enclosures", "Attachment.", Read({"name": "Attachment", "as_printed": "Attachment."})),
        ("date", "1962-11-23", Read("1962-11-23T21:43:00-05:00")),
        ("date", "1962-11-23T21:43", Read("1962-11-23T21:43:00-05:00")),
        ("date", "1962-11-23T21:43:00-05:00", Read("1962-11-23T21:43-05:00")),
    ],
)
def test_values_that_say_the_same_are_the_same(field: str, expected: object, read: Read) -> None:
    assert COMPARISONS[field](expected, read)


@pytest.mark.parametrize(
    ("field", "expected", "read"),
    [
        ("number", "1359", Read("1358")),
        ("subject", "Next Steps", Read("Next Steps in New York")),
        ("approved_by", {"surname": "Ball", "office": "U"}, Read({**PERSON, "office": "G"})),
        ("approved_by", {"surname": "Ball", "office": "U"}, Read({"name": "George W. Ball", "kind": "person"})),
        ("signed_by", {"surname": "Rusk"}, Read({"name": "Rusk Ball"})),
        ("to", "USUN New York", Read({"name": "New York", "as_printed": "New York"})),
        ("date", "1962-11-23T21:43:00-05:00", Read("1962-11-23")),
        ("date", "1962-11-23T21:43:00-05:00", Read("1962-11-23T21:43:00-04:00")),
        ("date", "1962-11-23", Read("1962-11")),
    ],
)
def test_values_that_differ_are_not_the_same(field: str, expected: object, read: Read) -> None:
    assert not COMPARISONS[field](expected, read)


def test_an_entry_must_have_every_key_asked_for_and_may_have_more() -> None:
    entry = {"kind": "telegram", "number": "1338", "series": "DEPTEL", "text": "DEPTTEL 1338"}
    assert same_subset({"kind": "telegram", "number": "1338"}, entry)
    assert same_subset({"text_contains": "depttel", "damaged": True}, entry)
    assert not same_subset({"kind": "telegram", "number": "1339"}, entry)
    assert not same_subset({"kind": "telegram", "date": "1962"}, entry)
