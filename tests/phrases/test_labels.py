"""Labels before values."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.phrases.label_words import capitals, letters
from onionskin.phrases.labels import find_labels


def labels(typed: str) -> list[tuple[str, str, str]]:
    """(key, printed label, value) of each."""
    text = paper(typed)
    return [(each.key, each.label.of(text.text), each.value.of(text.text)) for each in find_labels(text.lines)]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("FROM: Moscow", "from", "Moscow"),
        ("FROM:  Moscow  ", "from", "Moscow"),
        ("TO:    Secretary of State", "to", "Secretary of State"),
        ("NO:    1587, November 17, 7 p.m.", "number", "1587, November 17, 7 p.m."),
        ("Rec'd: November 17, 1962", "received", "November 17, 1962"),
        ("Control: 11427", "control", "11427"),
        ("SUBJECT: Airlift of Foodstuffs", "subject", "Airlift of Foodstuffs"),
        ("SUBJ: Airlift", "subject", "Airlift"),
        ("ACTION: Amembassy LIMA - PRIORITY 87", "action", "Amembassy LIMA - PRIORITY 87"),
        ("Drafted by: EUR:HPMarlow:jd 2/9/61", "drafted", "EUR:HPMarlow:jd 2/9/61"),
        ("Drafted by", "drafted", ""),
        ("Clearances:", "cleared", ""),
        ("PARTICIPANTS: Mr. Alder", "participants", "Mr. Alder"),
        ("cc: EUR - Mr. Kessler", "copies", "EUR - Mr. Kessler"),
        ("Enclosure:", "enclosures", ""),
        ("Attachment.", "enclosures", ""),
        ("FR0M: Moscow", "from", "Moscow"),
        ("SUBJEGT: Airlift of Foodstuffs", "subject", "Airlift of Foodstuffs"),
        ("SUBJÉCT: Airlift of Foodstuffs", "subject", "Airlift of Foodstuffs"),
        ("SUBJÉCT  Airlift of Foodstuffs", "subject", "Airlift of Foodstuffs"),
        ("PARTICIPANIS: Mr. Alder", "participants", "Mr. Alder"),
    ],
)
def test_a_label_and_its_value(line: str, key: str, value: str) -> None:
    (found,) = labels(f"{line}\n")
    assert (found[0], found[2]) == (key, value)
    assert line.startswith(found[1].strip().rstrip(":"))


def test_two_on_one_line_end_one_another() -> None:
    found = labels("FROM: Moscow          TO: Secretary of State\n")
    assert [(key, value) for key, _, value in found] == [("from", "Moscow"), ("to", "Secretary of State")]


def test_a_label_over_two_lines() -> None:
    (found,) = labels("Telegraphic transmission and\nclassification approved by: EUR - Mr. Kessler\n")
    assert (found[0], found[2]) == ("approved", "EUR - Mr. Kessler")


def test_a_day_over_a_label_is_no_part_of_it() -> None:
    (found,) = labels("          JUL 23 1973\n\nAttachments:\n   Tab A - Proposed telegram to Manila\n")
    assert found[1] == "Attachments:"


def test_a_label_in_the_second_column_over_two_lines() -> None:
    found = labels(
        "Drafted by:                       Telegraphic transmission and\n"
        "EUR:HPMarlow:jd  2/9/61           classification approved by:  EUR - Mr. Kessler\n"
    )
    assert [key for key, _, _ in found if key != "half"] == ["drafted", "approved"]
    assert found[-1][2] == "EUR - Mr. Kessler"


@pytest.mark.parametrize(
    "line",
    [
        "The Minister said: we shall not do it.",
        "We have three aims: peace, trade and a settlement of claims.",
        "From the first day the delegation held that it would not go on.",
        "To do so would be against the agreement that we made.",
        "at 7:30 p.m.",
        "The approved text was sent to the Embassy by pouch last week.",
        "Information that reached us yesterday is to the contrary.",
        "No. We shall not.",
    ],
)
def test_a_sentence_is_no_label(line: str) -> None:
    assert labels(f"{line}\n") == []


def test_letters_alone_tell_a_label() -> None:
    assert letters("Rec'd") == "RECD"
    assert letters("FR0M") == "FROM"


def test_the_first_label_of_a_line_may_have_lost_its_colon() -> None:
    line = "TO   Mr. Harwood   DATE: June 3, 1964"
    assert labels(line) == [("to", "TO", "Mr. Harwood"), ("date", "DATE:", "June 3, 1964")]


def test_values_whose_colons_stand_in_a_column_of_their_own_go_with_their_labels() -> None:
    typed = "TO\n\nSUBJECT\n\n: Mr. Harwood\n: Talks in Vienna\n"
    assert labels(typed) == [("to", "TO", "Mr. Harwood"), ("subject", "SUBJECT", "Talks in Vienna")]


@pytest.mark.parametrize("typed", [": Mr. Harwood\n", "TO\n\n: Mr. Harwood\n: Talks in Vienna\n", "He said\n: no\n"])
def test_colons_without_as_many_labels_above_them_are_none(typed: str) -> None:
    assert labels(typed) == []


@pytest.mark.parametrize(("words", "count"), [("Copy of EO", 3), ("À M. ÉMILE", 7), ("", 0), ("no 12", 0)])
def test_capitals_are_counted_with_and_without_accents(words: str, count: int) -> None:
    assert capitals(words) == count
