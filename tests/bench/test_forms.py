"""What a form kept of its record is counted value by value."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bench.forms import Tally
from tests.facsimile.made import LETTER, MEMORANDUM, person, stated

from onionskin.record.document import Document


def tally(record: Document, *read: Document) -> Tally:
    counted = Tally()
    counted.count(record, read)
    return counted


def test_a_record_read_again_whole_has_lost_nothing() -> None:
    counted = tally(LETTER, LETTER)
    assert counted.kept == counted.values > 10
    assert counted.words_kept == counted.words > 0
    assert (counted.astray, counted.told) == (0, [])


def test_one_value_that_differs_is_lost_and_told() -> None:
    other = replace(LETTER, fields={**LETTER.fields, "copies_to": (stated(person("Ada Marsh")),)})
    counted = tally(LETTER, other)
    assert counted.values - counted.kept == 1
    assert counted.lost == {"copies_to": 1}
    assert counted.told == ["letter copies_to: {'lark': 1} -> {'marsh': 1}"]


@pytest.mark.parametrize("read", [(), (MEMORANDUM,)])
def test_a_paper_that_is_not_found_again_has_lost_all(read: tuple[Document, ...]) -> None:
    counted = tally(LETTER, *read)
    assert (counted.kept, counted.words_kept, counted.astray) == (0, 0, 1)
