"""Words that OCR misread are known where only one meaning is near, and what they are read as is said to be doubtful."""

from __future__ import annotations

import pytest

from onionskin.phrases.addressees import read_addressees
from onionskin.phrases.dates import find_dates, read_date
from onionskin.phrases.drafters import read_drafter
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import is_close, salutation
from onionskin.phrases.offices import office_mended
from onionskin.phrases.signatures import signature_on
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import ReadingState
from onionskin.text.clean import clean
from onionskin.text.scroll import scroll_of

DATES = [
    ("1375, FFBRUARY 16, 3 PM.", "XXXX-02-16T15:00"),
    ("JULY 13, 1g62\n5:45 AM", "1962-07-13T05:45:00"),
    ("Scp 15 6 4T PM '58", "1958-09-15T18:47:00"),
    ("Ncv 23 9 43 PM 62", "1962-11-23T21:43:00"),
    ("Moy 6, 1963", "1963-05-06"),
    ("June 15, 196 3", "1963-06-15"),
    ("Jul y 22, 1958", "1958-07-22"),
    ("S ep 17 2 30 PM '61", "1961-09-17T14:30:00"),
    ("the 8 men, 1962", None),
    ("Jnn 15 6 40 PM '58", None),
    ("we met 15 men, 6 p.m.", None),
]


@pytest.mark.parametrize(("line", "edtf"), DATES)
def test_a_misread_month_or_year_is_doubtful(line: str, edtf: str | None) -> None:
    dated = [found for found in find_dates(line) if found.value.day]
    assert [found.state for found in dated] == ([ReadingState.DOUBTFUL] if edtf else [])
    if edtf and edtf.startswith("X"):
        value = dated[0].value
        assert f"XXXX-{value.month:02}-{value.day:02}T{value.hour}:00" == edtf
    elif edtf:
        assert dated[0].value.edtf == edtf


@pytest.mark.parametrize(("line", "edtf"), [("6/Z1/b1", "1961-06-21"), ("1/S/62", "1962-01-05"), ("S/S/TA", None)])
def test_misread_figures_of_a_day(line: str, edtf: str | None) -> None:
    found = read_date(line)
    assert (found.value.edtf if found else None) == edtf


LABELS = [
    ("EROM: SAIGON", ["from"]),
    ("Ree'd: March 25", ["received"]),
    ("Rec'cl MARCH 25, 1959", ["received"]),
    ("     Rcc'd MARCH 5, 1948  12:11 AM", ["received"]),
    ("Rec'dMARCH 25, 1959", ["received"]),
    ("ACIION: AmEmbassy Cairo", ["action"]),
    ("CIEARANGES: S/S", ["cleared"]),
    ("FORM: 322", []),
    ("Rates: they rose", []),
]


@pytest.mark.parametrize(("line", "keys"), LABELS)
def test_a_label_may_have_a_letter_misread(line: str, keys: list[str]) -> None:
    text = clean(scroll_of([PageText(PageNumber(1), line)]), [])
    assert [label.key for label in find_labels(text.lines)] == keys


ADDRESSEES = [
    ("AEMBASSY SAIGON", "Amembassy Saigon"),
    ("AmembassyL0NDON", "Amembassy London"),
    ("Secre tary of State", "Secretary of State"),
    ("Seeretarv of State", "Secretary of State"),
    ("AmEmbassy MEXICO GITY", "Amembassy Mexico City"),
]


@pytest.mark.parametrize(("line", "name"), ADDRESSEES)
def test_a_misread_addressee_is_known_at_its_own_ink(line: str, name: str) -> None:
    (post,) = read_addressees(line, labelled=True).posts
    assert (post.value.name, post.text, post.state) == (name, line, ReadingState.DOUBTFUL)


@pytest.mark.parametrize("line", ["EUCOM", "Governor Harriman", "JMWAVE", "DIRECTOR"])
def test_what_is_only_like_a_post_is_none(line: str) -> None:
    assert [post for post in read_addressees(line, labelled=True).posts if post.state is ReadingState.DOUBTFUL] == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("EURlRA - Mr. Able", "EUR/RA - Mr. Able"),
        ("5/S = Baker", "S/S = Baker"),
        ("I0:HBaker:fr", "IO:HBaker:fr"),
        ("EUR/RA - Mr. Able", "EUR/RA - Mr. Able"),
        ("Paul1 - Able", "Paul1 - Able"),
        ("1 - Able", "1 - Able"),
    ],
)
def test_an_office_is_put_right_only_where_that_makes_a_known_one(line: str, mended: str) -> None:
    assert office_mended(line) == mended


def test_a_drafters_mark_with_a_misread_office_keeps_its_print() -> None:
    found = read_drafter("SlS:LWBaker:rj 2/6/58")
    assert found is not None
    assert (found.text, found.state, found.value.office) == ("SlS:LWBaker:rj 2/6/58", ReadingState.DOUBTFUL, "S/S")


def test_dirt_before_a_signature_or_a_close_is_none_of_it() -> None:
    found = signature_on("                -    GALLMAN")
    assert found is not None
    assert found.text == "GALLMAN"
    assert is_close("   '                 Sincerely,")
    assert salutation("Dear Mr, Able:") is not None


@pytest.mark.parametrize(("line", "name"), [("N0LTING", "Nolting"), ("GAL8RAITH", "Galbraith"), ("1962", None)])
def test_a_signature_may_have_a_figure_of_a_letters_shape(line: str, name: str | None) -> None:
    found = signature_on(line)
    assert (found.value.name if found else None) == name
    assert found is None or (found.text, found.state) == (line, ReadingState.DOUBTFUL)


@pytest.mark.parametrize("line", ["CLASSIFICATION", "CLABBIFICATION", "COWFIDENTIAL", "TELECRAM"])
def test_a_printed_word_misread_is_no_signature(line: str) -> None:
    assert signature_on(line) is None


@pytest.mark.parametrize("line", ["STEVENSON", "GALBRAITH", "KATZENBACH"])
def test_a_long_surname_is_one(line: str) -> None:
    assert signature_on(line) is not None
