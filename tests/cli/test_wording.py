"""Values of the record in words."""

from __future__ import annotations

import pytest

from onionskin.cli.wording import json_in_words, reading_in_words, value_in_words
from onionskin.record.evidence import Ink
from onionskin.record.fields import Enclosure, FieldValue, NumberKind, OtherNumber
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, ReadingState, absent, found, inferred
from onionskin.record.span import Span

INK = Ink(PageNumber(1), Span(0, 4), "telegram")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1962-11-17", "1962-11-17"),
        (3, "3"),
        (Named("Johnson", NamedKind.PERSON, "G - Mr. Johnson", "G", "Johnson", None, "Mr."), "Mr. Johnson (G)"),
        (Named("USUN", NamedKind.POST, "USUN", "USUN"), "USUN"),
        (OtherNumber("5459", NumberKind.TRANSMISSION), "5459 (transmission)"),
        (Enclosure("Copy of letter to Mr. McCloy", "Copy of letter\nto Mr. McCloy"), "Copy of letter to Mr. McCloy"),
    ],
)
def test_a_value_is_said_as_people_say_it(value: FieldValue, words: str) -> None:
    assert value_in_words(value) == words


@pytest.mark.parametrize(
    ("reading", "words"),
    [
        (found("1359", "1359", INK), "1359"),
        (inferred("1962", INK, reason="from the receipt stamp"), "1962 (inferred)"),
        (absent(), "(absent)"),
        (Reading(None, ReadingState.WITHHELD), "(withheld)"),
    ],
)
def test_a_reading_says_its_state_where_there_is_more_to_say_than_found(
    reading: Reading[FieldValue], words: str
) -> None:
    assert reading_in_words(reading) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1962-11-17", "1962-11-17"),
        (
            {"name": "Johnson", "kind": "person", "as_printed": "G - Mr. Johnson", "office": "G"},
            "Johnson; kind person; office G",
        ),
        ({"label": "COLLECT", "checked": None, "evidence": [{"page": 1}]}, "COLLECT; checked unknown"),
        (["TOP SECRET", True, 2], "TOP SECRET, yes, 2"),
        ({}, ""),
    ],
)
def test_json_is_said_as_people_say_it(value: object, words: str) -> None:
    assert json_in_words(value) == words
