"""The lines of an electronic telegram, each known by its own form."""

import pytest

from onionskin.phrases.cable_headings import are_tags, begins_text, labelled, read_classifier, read_tags
from onionskin.phrases.cables import addressed, number_line, page_head


@pytest.mark.parametrize(
    ("line", "post", "number", "section"),
    [
        ("PAGE 01        LA PAZ 10216  01 OF 04  282021Z", "LA PAZ", "10216", 1),
        ("PAGE 01  STATE 313541", "STATE", "313541", None),
        ("PAGE O1  MOSCOW 0O123  151530Z  POSS DUPE", "MOSCOW", "00123", None),
        ("PAGE 01  USUN N 04608  242338Z", "USUN N", "04608", None),
    ],
)
def test_the_head_of_a_page(line: str, post: str, number: str, section: int | None) -> None:
    """Post and number with its noughts, the section where there are several."""
    head = page_head(line)
    assert head is not None
    assert (head.page, head.post, head.number, head.section) == (1, post, number, section)


@pytest.mark.parametrize("line", ["PAGE 2", "PAGE 01 OF 04", "page one of the report", "PAGES 01 MOSCOW 00123"])
def test_other_lines_are_no_head(line: str) -> None:
    assert page_head(line) is None


@pytest.mark.parametrize(
    ("line", "level", "post", "number"),
    [
        ("UNCLAS MOSCOW 123", "UNCLASSIFIED", "MOSCOW", "123"),
        ("C O N F I D E N T I A L MOSCOW 00123", "CONFIDENTIAL", "MOSCOW", "00123"),
        ("LIMITED OFFICIAL USE SECTION 1 OF 4 MOSCOW 123", "LIMITED OFFICIAL USE", "MOSCOW", "123"),
        ("S E C R E T SECTION 02 ON 02 MOSCOW 123", "SECRET", "MOSCOW", "123"),
        ("CONFIDENTIAL MOSCOW 123/1", "CONFIDENTIAL", "MOSCOW", "123"),
        ("CONFIDENTIAL MOSCOW 123 SECTION 1 OF 2", "CONFIDENTIAL", "MOSCOW", "123"),
    ],
)
def test_the_number_line(line: str, level: str, post: str, number: str) -> None:
    """The level with its letters set apart or not; the page's head tells which words are the post."""
    head = page_head("PAGE 01  MOSCOW 00123  151530Z")
    for known in (head, None):
        read = number_line(line, known)
        assert read is not None
        assert read.level is not None
        assert (read.level.value, read.post, read.number) == (level, post, number)


def test_a_post_that_the_head_cuts_is_whole_on_the_number_line() -> None:
    read = number_line("UNCLAS BUENOS AIRES 3344", page_head("PAGE 01  BUENOS 03344  012210Z"))
    assert read is not None
    assert read.post == "BUENOS AIRES"


def test_a_sentence_is_no_number_line() -> None:
    assert number_line("WE HAVE NOTHING TO ADD TO MOSCOW 9120", page_head("PAGE 01  MOSCOW 00123  151530Z")) is None


@pytest.mark.parametrize(
    ("line", "lists", "names", "serials"),
    [
        ("TO SECSTATE WASHDC NIACT IMMEDIATE 8737", ["TO"], ["SECSTATE WASHDC"], ["8737"]),
        ("     AMEMBASSY BRASILIA PRIORITY", [None], ["AMEMBASSY BRASILIA"], [None]),
        ("RUEHC/SECSTATE WASHDC 12", [None], ["SECSTATE WASHDC"], ["12"]),
        (
            "TO SECSTATE WASHDC 1022 INFO AMEMBASSY LIMA",
            ["TO", "INFO"],
            ["SECSTATE WASHDC", "AMEMBASSY LIMA"],
            ["1022", None],
        ),
        ("INFOAMEMBASSY LIMA", ["INFO"], ["AMEMBASSY LIMA"], [None]),
        ("INF0 AMEMBASSY LIMA", ["INFO"], ["AMEMBASSY LIMA"], [None]),
        ("USAF AMEMBASSY", [None], ["USAF AMEMBASSY"], [None]),
        ("BT", [], [], []),
    ],
)
def test_the_lists_of_addressees(
    line: str, lists: list[str | None], names: list[str], serials: list[str | None]
) -> None:
    """A name, its precedence and its serial on each line; two lists may share one."""
    read = addressed(line)
    assert [each.list for each in read] == lists
    assert [each.name.of(line) for each in read] == names
    assert [each.serial.of(line) if each.serial else None for each in read] == serials


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("E.O. 11652: GDS", "executive_order", "11652: GDS"),
        ("EO 12065: NA", "executive_order", "12065: NA"),
        ("E.0. 11652: N/A", "executive_order", "11652: N/A"),
        ("TAGS: PFOR, UR", "tags", "PFOR, UR"),
        ("TAGS PFOR, UR", "tags", "PFOR, UR"),
        ("SUBJ: TALKS ON TRADE", "subject", "TALKS ON TRADE"),
        ("SUBJECT:  TALKS", "subject", "TALKS"),
        ("SUJB: TALKS", "subject", "TALKS"),
        ("SUBJ. TALKS", "subject", "TALKS"),
        ("REF: MOSCOW 123", "reference", "MOSCOW 123"),
        ("REFS: (A) MOSCOW 123", "reference", "(A) MOSCOW 123"),
        ("REF MOSCOW 123", "reference", "MOSCOW 123"),
        ("DRAFTED BY EUR/SOV:RQDOVER:MM", "drafted", "EUR/SOV:RQDOVER:MM"),
    ],
)
def test_the_labels_of_the_heading(line: str, key: str, value: str) -> None:
    """With any point or none, and misread."""
    read = labelled(line)
    assert read is not None
    assert (read[0], read[2].of(line)) == (key, value)


@pytest.mark.parametrize(
    "line",
    [
        "1. SUMMARY: TALKS",
        "SUBJECT SAID THAT HE",
        "SUBJECT TO APPROVAL",
        "REFUGEES: NONE",
        "TAGGED ITEMS",
        "REFLECTION",
        "SUDAN: NO",
    ],
)
def test_words_of_the_text_are_no_label(line: str) -> None:
    assert labelled(line) is None


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("EMIN, EIND, BL", ["EMIN", "EIND", "BL"]),
        ("MASS PFOR BL UR", ["MASS", "PFOR", "BL", "UR"]),
        ("EAGR. ETRD. AR", ["EAGR", "ETRD", "AR"]),
        ("PORG OAS BL", ["PORG", "OAS", "BL"]),
        ("OVIP (DOVER, ANN)", ["OVIP", "(DOVER, ANN)"]),
        ("EGEN, IA-ECOSOC, BL", ["EGEN", "IA-ECOSOC", "BL"]),
        ("EMIN, GREEN RIVER PROJECT", ["EMIN", "GREEN RIVER PROJECT"]),
    ],
)
def test_tags(words: str, tags: list[str]) -> None:
    """Parted by commas, points or blanks alone; a name in parentheses is one, words of an organization are one."""
    read = read_tags(words)
    assert [each.value for each in read] == tags
    assert all(each.span.of(words) == each.text for each in read)


def test_tags_by_their_shape_alone() -> None:
    assert are_tags("EDIS, ETRD, EAGR, BL")
    assert not are_tags("NO, WE, DO, NOT, AGREE")


def test_who_classified() -> None:
    read = read_classifier("12065: GDS 1/11/85 (DOVER, ANN M.) OR-P")
    assert read is not None
    assert (read.value.name, read.value.surname) == ("Ann M. Dover", "Dover")


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("FOR AMBASSADOR FROM SECRETARY", True),
        ("FOR ASSISTANT SECRETARY MARLOW", True),
        ("FROM AMBASSADOR", True),
        ("DEPT PASS TREASURY", True),
        ("PLEASE PASS TO USDOC", True),
        ("STATE FOR EUR/SOV", True),
        ("EYES ONLY FOR THE AMBASSADOR", True),
        ("JOINT EMBASSY/USIS MESSAGE", True),
        ("PARIS FOR OECD", True),
        ("FOR AMERICAN FARMERS", False),
        ("FROM MOSCOW TO PARIS", False),
        ("PASS THROUGH THE STRAITS", False),
        ("JOINT COMMISSION MEETING", False),
    ],
)
def test_a_word_to_the_readers_of_a_cable_is_none_of_its_subject(line: str, begins: bool) -> None:
    assert begins_text(line) is begins
