"""Telegrams of three decades to their fields, each value where it stands."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, papers, place, state, value, values
from tests.readers.sheets import (
    INCOMING_1951,
    INCOMING_1962,
    OUTGOING_1947,
    OUTGOING_1961,
    TWO_COLUMNS_1962,
    VISION_MODEL_1960,
)

from onionskin.record.fields import Kind, NumberKind, OtherNumber
from onionskin.record.reading import ReadingState


def test_an_outgoing_telegram_of_1961() -> None:
    read = paper(OUTGOING_1961)
    assert read.kind is Kind.TELEGRAM
    assert read.reasons
    assert [value(read, name) for name in ("direction", "number", "series")] == ["outgoing", "812", "DEPTEL"]
    assert value(read, "from") == "Department of State"
    assert values(read, "to") == ["Amembassy Brussels"]
    assert values(read, "info") == ["Amembassy Paris", "Amembassy London"]
    assert values(read, "precedence") == ["PRIORITY"]
    assert value(read, "classification") == "SECRET"
    assert values(read, "captions") == ["LIMIT DISTRIBUTION"]
    assert value(read, "subject") == "Airlift of Foodstuffs"
    assert value(read, "signed_by") == "Rusk"
    assert state(read, "received") is ReadingState.ABSENT
    assert read.text.reading.startswith("Embtel 955. You should inform Foreign Minister that Department is prepared")
    assert "Kessler" not in read.text.reading
    assert "LIMIT" not in read.text.reading


def test_the_number_of_an_information_addressee_is_not_the_telegrams() -> None:
    assert place(paper(OUTGOING_1961), "number") == (1, 8, "812")


def test_an_incoming_telegram_of_1962() -> None:
    read = paper(INCOMING_1962)
    assert [value(read, name) for name in ("direction", "number", "series")] == ["incoming", "1587", "EMBTEL"]
    assert state(read, "series") is ReadingState.INFERRED
    assert value(read, "from") == "Moscow"
    assert values(read, "to") == ["Secretary of State"]
    assert values(read, "precedence") == ["PRIORITY"]
    assert values(read, "captions") == ["EYES ONLY"]
    assert values(read, "attention") == ["Secretary"]
    assert values(read, "other_numbers") == [OtherNumber("11427", NumberKind.CONTROL)]
    assert value(read, "signed_by") == "Kohler"
    assert read.text.paragraphs[1].text == "I shall report further when he replies to our note."
    assert read.unclaimed == ()


def test_an_incoming_telegram_of_1951() -> None:
    read = paper(INCOMING_1951)
    assert [value(read, name) for name in ("direction", "number", "from")] == ["incoming", "287", "Tehran"]
    assert value(read, "signed_by") == "Grady"
    assert value(read, "classification") == "CONFIDENTIAL"


def test_an_outgoing_telegram_of_1947_whose_text_begins_with_its_number() -> None:
    read = paper(OUTGOING_1947)
    assert [value(read, name) for name in ("direction", "number")] == ["outgoing", "1016"]
    assert "Moscow" in str(values(read, "to")[0])
    assert value(read, "signed_by") == "Marshall"
    assert "7 p.m." not in read.text.reading


def test_a_form_in_two_columns() -> None:
    read = paper(TWO_COLUMNS_1962)
    assert values(read, "to") == ["Amembassy Ankara"]
    assert value(read, "number") == "631"
    assert value(read, "date") == "1962-03-05T17:02:00-05:00"
    assert value(read, "signed_by") == "Ball"
    assert read.unclaimed == ()


def test_the_markdown_of_a_vision_model() -> None:
    """Bold and italics fall away, what is struck is struck, and struck words are not in the reading text."""
    read = paper(VISION_MODEL_1960)
    assert [value(read, name) for name in ("direction", "number", "from")] == ["incoming", "1622", "Bonn"]
    assert [(m.level, m.state) for m in read.markings] == [("SECRET", "struck")]
    assert value(read, "classification") == "SECRET"
    assert "that he had read the note" in read.text.reading
    assert "~~no~~" in read.text.transcription
    assert value(read, "signed_by") == "Dowling"


def test_the_same_words_three_times_light_the_right_ones() -> None:
    read = paper(
        """
        OUTGOING TELEGRAM   Department of State

        SECRET

        1962

        ACTION: Amembassy MOSCOW 1962

        Nov 3 4 15 PM 1962

        You should say that the agreement of 1962 stands and that we expect
        that it will be carried out by the end of 1962.

        RUSK
        """
    )
    assert place(read, "number") == (1, 7, "1962")
    assert place(read, "date") == (1, 9, "Nov 3 4 15 PM 1962")
    assert place(read, "other_numbers") == (1, 5, "1962")


def test_the_name_in_the_text_is_not_the_signature() -> None:
    read = paper(
        """
        OUTGOING TELEGRAM   Department of State

        ACTION: Amembassy LISBON 214

        Feb 9 7 14 PM '61

        You should tell the Minister that the Secretary has read his note, and
        that he will answer when he returns. RUSK
        will see him in Paris before the end of the month.

        RUSK
        """
    )
    assert place(read, "signed_by") == (1, 11, "RUSK")


@pytest.mark.parametrize(
    ("line", "posts", "precedence", "number"),
    [
        ("ACTION: Amembassy OSLO PRIORITY 77", ["Amembassy Oslo"], ["PRIORITY"], "77"),
        ("ACTION: Amembassy OSLO 77 PRIORITY", ["Amembassy Oslo"], ["PRIORITY"], "77"),
        ("ACTION: Amembassy OSLO - NIACT 77", ["Amembassy Oslo"], ["NIACT"], "77"),
        ("ACTION: AmEmbassy LONDON 1205, Amembassy PARIS 2210", ["Amembassy London", "Amembassy Paris"], [], None),
        ("SENT TO: AmConsul HONG KONG 41", ["AmConsul Hong Kong"], [], "41"),
    ],
)
def test_the_line_of_the_addressees(line: str, posts: list[str], precedence: list[str], number: str | None) -> None:
    read = paper(
        f"""
        OUTGOING TELEGRAM   Department of State

        {line}

        Feb 9 7 14 PM '61

        You should inform the Minister that we are prepared to meet his
        request and that we should like to hear from him.

        RUSK
        """
    )
    assert [str(each).casefold() for each in values(read, "to")] == [post.casefold() for post in posts]
    assert values(read, "precedence") == precedence
    assert value(read, "number") == number


def test_a_telegram_without_addressee_has_none() -> None:
    """What the form has and the paper leaves blank is absent, never guessed."""
    (read,) = papers(
        """
        OUTGOING TELEGRAM   Department of State

        Feb 9 7 14 PM '61

        You should inform the Minister that we are prepared to meet his
        request and that we should like to hear from him.
        """
    )
    assert values(read, "to") == []
    for name in ("number", "signed_by", "subject", "drafted_by"):
        assert state(read, name) is ReadingState.ABSENT


def test_a_control_number_under_its_label_points_at_its_own_ink() -> None:
    read = paper("""
        INCOMING TELEGRAM    Department of State

        SECRET

        Action        Control:        Rec'd: November 3, 1961
        EUR           13847                  9:43 p.m.
        Info
        FROM: Bonn

        TO: Secretary of State

        NO: 812, November 3, 7 p.m.

        The Foreign Minister said that his government is prepared to meet the
        request, and asked that we should inform the others.

        DOWLING
        """)
    assert values(read, "other_numbers") == [OtherNumber("13847", NumberKind.CONTROL)]
    assert place(read, "other_numbers") == (1, 6, "13847")


def test_a_line_of_which_words_were_struck_is_of_the_text() -> None:
    """What is left of it is too short to be known for running text; the whole line as it was typed is not."""
    read = paper("""
        OUTGOING TELEGRAM   Department of State

        SECRET

        ACTION: Amembassy LISBON 214

        You should give the Minister ~~the draft of~~
        our note on the base and tell him that we are prepared to meet his request.

        RUSK
        """)
    assert read.text.reading.startswith("You should give the Minister our note on the base and tell him")
    assert read.unclaimed == ()


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Amembassy LISBON          612     PRIORITY", "612"),
        ("Amembassy LISBON          612", "612"),
        ("Amembassy LISBON          612     US URGENT", "612"),
        ("Amembassy LISBON          612     Room", None),
    ],
)
def test_the_number_in_a_column_beside_an_addressee_whose_label_stands_over_him(line: str, number: str | None) -> None:
    read = paper(f"""
        OUTGOING TELEGRAM     Department of State

        SENT TO
        {line}
        RPTD INFO:
        Amembassy LONDON        1207

        SECRET

        Aug 28 8 16 PM '56

        Embtels 389 and 402.

        You may inform Foreign Minister that Department has followed
        with attention what he told you on the pilots of the harbor.

        DULLES
        """)
    assert value(read, "number") == number
    assert (values(read, "to"), values(read, "info")) == (["Amembassy Lisbon"], ["Amembassy London"])


def test_the_number_of_a_teletype_is_the_posts_own_and_not_the_one_behind_an_address() -> None:
    read = paper("""
        INCOMING TELEGRAM    Department of State

        ACTION: AF 27
        INFO: SS 20, G 3, EUR 16, CIA 4, RSR 1 /71 W

        R 091130Z NOV 66
        FM AMEMBASSY LAGOS
        TO RUEHC/SECSTATE WASHDC 512
        INFO RUDTCR/AMEMBASSY LONDON 63
        BT
        S E C R E T LAGOS 1844

        1. THE MINISTER ASKED ME TO CALL ON HIM THIS MORNING AND SAID THAT THE GOVERNMENT WOULD NOT WAIT
        FOR THE REPORT OF THE COMMISSION BEFORE IT ACTED ON THE REQUEST OF THE PROVINCES FOR NEW ROADS.
        MATHEWS
        BT

        NOV 9 10 22 AM 1966
        """)
    assert value(read, "number") == "1844"
    assert values(read, "info") == ["Amembassy London"]
    assert value(read, "received") == "1966-11-09T10:22:00"


POST_COPY = """TELEGRAM
INCOMING   Foreign Service of the
United States of America
CONFIDENTIAL
Classification          Control:
                        Recd: Apr 22, 1961+  7 AM
FROM: ACCRA
NO  : 214, April 21, 11 AM
ACTION DEPT 417 INFO LONDON 55 LAGOS 11

The Foreign Minister still has no request for the landing of the aircraft, and does not expect one
before the end of the month.

MARLOW

POST ACTION COPY     REPRODUCTION FROM THIS COPY IS
PROHIBITED UNLESS "UNCLASSIFIED"
"""


def test_what_one_post_received_from_another_is_not_called_incoming_at_the_department() -> None:
    read = paper(POST_COPY)
    assert read.kind is Kind.TELEGRAM
    assert value(read, "from") == "Accra"
    assert value(read, "number") == "214"
    assert state(read, "direction") is not ReadingState.INFERRED
    assert value(read, "date") == "1964-04-21T11:00:00+00:00"
    assert state(read, "received") is ReadingState.DOUBTFUL


def test_the_notices_at_the_foot_of_a_post_s_form_are_neither_text_nor_marking() -> None:
    read = paper(POST_COPY)
    assert value(read, "classification") == "CONFIDENTIAL"
    assert [marking.text for marking in read.markings] == ["CONFIDENTIAL"]
    assert "REPRODUCTION" not in read.text.reading
