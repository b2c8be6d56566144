"""Misread words of forms are made whole on damaged pages alone, and lead back to what stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.reading import papers

from onionskin.record.named import Named
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, raw_text
from onionskin.text.form_words import beside, meant
from onionskin.text.healing import damaged, heal
from onionskin.text.scroll import scroll_of

WORN = """
     Plcase deliver following messoge frorn the mjnister whcn he arrives. He will wisb to discnss the
     propased agreernent with vou, and we are prepated to reccive any suggestious whjch may be made.
     Tbe text has bcen approved and may be released after noou tomorrow if nothing elae is said.
"""
CLEAN = """
     Please deliver following message from the minister when he arrives. He will wish to discuss the
     proposed agreement with you, and we are prepared to receive any suggestions which may be made.
     The text has been approved and may be released after noon tomorrow if nothing else is said.
"""


def healed(*pages: str) -> CleanText:
    return heal(raw_text(scroll_of([PageText(PageNumber(n), page) for n, page in enumerate(pages, 1)])))


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("DFPARIMENT", "DEPARTMENT"),
        ("Sccretary", "Secretary"),
        ("Embaasy", "Embassy"),
        ("CONFID-ENTIAI", "CONFIDENTIAL"),
        ("OFSTATE", "OF STATE"),
        ("lNFORMATION", "INFORMATION"),
        ("Novemmber", "November"),
        ("1NFO", "INFO"),
        ("Dallas", None),
        ("Ormsby", None),
        ("CJOrmsby", None),
        ("Winslow", None),
        ("Hulbert", None),
        ("Lebanon's", None),
        ("Rec'd", None),
        ("17B4", None),
        ("department", None),
        ("Department", None),
    ],
)
def test_a_word_is_healed_where_it_can_be_one_word_of_forms_and_no_other(printed: str, word: str | None) -> None:
    assert meant(printed) == word


@pytest.mark.parametrize(
    ("printed", "neighbour", "before", "word"),
    [
        ("ONIY", "eyes", True, "ONLY"),
        ("EYFS", "only", False, "EYES"),
        ("hy", "drafted", True, "by"),
        ("at", "secretary", True, None),
        ("part", "said", True, None),
    ],
)
def test_a_short_word_is_known_by_the_word_beside_it(
    printed: str, neighbour: str, before: bool, word: str | None
) -> None:
    assert beside(printed, neighbour, before=before) == word


def test_a_given_name_is_known_by_the_name_behind_it() -> None:
    assert healed("Rdlai E. Stevenson\n" + WORN).text.startswith("Adlai E. Stevenson\n")
    assert healed("Mr. Hulbert, 3\n" + WORN).text.startswith("Mr. Hulbert, 3\n")


def test_a_damaged_page_is_healed_and_a_clean_one_stays() -> None:
    head = "DFPARIMENT OFSTATE\nFROM: BAG HDAD\nTO: Embassv Saigon828 on Mav 6\n"
    text = healed(head + WORN)
    assert text.text.startswith("DEPARTMENT OF STATE\nFROM: BAGHDAD\nTO: Embassy Saigon 828 on May 6\n")
    assert healed(head + CLEAN).text == head + CLEAN
    assert damaged(f"{WORN}\f{CLEAN}") == [True, False]


def test_a_page_of_few_words_is_damaged_if_the_others_are() -> None:
    assert healed("SECBET", WORN).text.startswith("SECRET\f")
    assert healed("SECBET", CLEAN).text.startswith("SECBET\f")


def test_what_is_read_from_a_healed_word_is_doubtful_and_says_what_stands_there() -> None:
    paper = papers("INCOMlNG TELEGRAM\nFROM: Karacbi\nTO: Sccretary of State\nNO: 5, June 3, 6 p.m.\n" + WORN)[0]
    sender = paper.fields["from"]
    assert not isinstance(sender, tuple)
    assert isinstance(sender.value, Named)
    assert (sender.value.name, sender.value.as_printed) == ("Karachi", "Karacbi")
    assert (sender.as_printed, sender.state) == ("Karacbi", ReadingState.DOUBTFUL)
    assert "Karacbi" in sender.reason
    assert "frorn the mjnister" in paper.text.reading


PIECES = st.sampled_from(
    [
        "DFPARIMENT",
        "OFSTATE",
        "BAG HDAD",
        "Saigon828",
        "Mav 6",
        "hy",
        "Drafted",
        "\n",
        "\f",
        " ",
        "8owles",
        "EURlWE",
        "é",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_every_character_leads_back_to_the_page_and_lines_stay_lines(pieces: list[str]) -> None:
    pages = ("".join(pieces) + WORN).split("\f")
    text = healed(*pages)
    raw = text.scroll.text
    assert text.text.count("\n") == raw.count("\n")
    assert text.text.count("\f") == raw.count("\f")
    assert len(text.map) == len(text.text)
    for at in range(len(text.text)):
        hull = text.map.hull(Span(at, at + 1))
        assert 0 <= hull.start < hull.end <= len(raw)
    for word in text.healed:
        assert text.map.hull(word.span) == word.before or not word.before
        assert text.unhealed(word.span) == word.before
    for line, printed in zip(text.lines, raw_text(text.scroll).lines, strict=True):
        assert text.unhealed(line.span) == printed.span


def test_the_reading_text_keeps_what_is_printed_where_only_a_dash_was_set_right() -> None:
    paper = papers("Dear Mr. Ormsby:\n" + WORN + "\n     He is = as I said = on leave.\n\nSincerely,\n\nDean Rusk\n")[0]
    assert "He is = as I said = on leave." in paper.text.reading
