"""Values, references, names and doubts follow the words that they stand on, once these are corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.desk.test_decided import DEED, PAPER
from tests.desk.test_decided import corrected as correction
from tests.web.specimens import ink
from tests.web.wordings import TELEGRAM

from onionskin.desk.decided import corrected
from onionskin.record.apparatus import Doubt, DoubtState
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("was", "now", "field", "value"),
    [
        ("PRIORITY 1359", "PRIORITY 1369", "number", "1369"),
        ("5459", "5469", "other_numbers", OtherNumber("5469", NumberKind.UNKNOWN)),
        ("Nov 23 9 43 PM", "Nov 28 9 43 PM", "date", "1962-11-28T21:43:00-05:00"),
        ("Nov 23 9 43 PM '62", "November 28, 1962", "date", "1962-11-28"),
        ("HARWOOD", "HARLOW", "signed_by", "HARLOW"),
    ],
)
def test_a_value_is_read_from_the_words_as_corrected(was: str, now: str, field: str, value: object) -> None:
    paper = corrected(PAPER, [correction(was, now, page=1 if field != "signed_by" else 2)])
    held = paper.fields[field]
    reading = held[0] if isinstance(held, tuple) else held
    got = reading.value.name if isinstance(reading.value, Named) else reading.value
    assert (got, reading.state, DEED in reading.evidence) == (value, ReadingState.ASSERTED, True)
    assert paper.ink_faults() == []


def test_a_value_that_the_corrected_words_do_not_tell_is_doubtful_and_says_so() -> None:
    paper = corrected(PAPER, [correction("Nov 23 9 43 PM '62", "No date at all")])
    date = paper.one("date")
    assert date is not None
    assert (date.value, date.state) == ("1962-11-23T21:43:00-05:00", ReadingState.DOUBTFUL)
    assert "No date at all" in date.reason


def test_a_reference_cites_the_number_as_corrected() -> None:
    (reference, _) = corrected(PAPER, [correction("1338", "1388")]).references
    assert (reference.text, reference.number, reference.series) == ("DEPTTEL 1388", "1388", "DEPTEL")
    assert (DEED in reference.evidence, reference.date) == (True, "1962-11~")


def test_a_name_and_a_doubt_about_the_same_words_follow_too() -> None:
    about = Doubt("/mentions/0", "Brandov", (), "engines-differ", "two engines differ", (ink(TELEGRAM, "Brandov"),))
    paper = corrected(replace(PAPER, doubts=(about,)), [correction("see Brandov", "see Brandow")])
    assert paper.mentions[0].text == "Brandow"
    assert (paper.doubts[0].state, paper.doubts[0].value) == (DoubtState.SETTLED, "Brandow")


def test_what_stands_elsewhere_stays_as_it_was() -> None:
    paper = corrected(PAPER, [correction("long haggle", "short haggle")])
    assert replace(paper, corrections=()) == PAPER
    assert corrected(PAPER, []) is PAPER
