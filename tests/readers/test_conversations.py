"""Memoranda of conversation: who took part, when and where, on the stationery of several houses."""

from __future__ import annotations

import pytest
from tests.readers.reading import one, paper, papers, value, values

from onionskin.record.fields import Kind
from onionskin.record.named import Named

TALK = """
        Kissinger: I have seen the note that you handed to Ambassador Marlow on October 30. I told my people that it was
        written by a lawyer, and that we should have to answer it.
"""
WHITE_HOUSE = f"""
        MEMORANDUM

        THE WHITE HOUSE
        WASHINGTON

        MEMORANDUM OF CONVERSATION

        PARTICIPANTS:   Karl Holm, Minister of Foreign Affairs of Iceland
                        Henry A. Kissinger, Secretary of State and Assistant
                           to the President for National Security Affairs
                        Horace W. Marlow, Ambassador to Iceland

        DATE AND TIME:  Friday, November 15, 1974
                        9:35 - 10:20 a.m.

        PLACE:          The Map Room, The White House
{TALK}
"""


def test_a_conversation_on_the_stationery_of_memoranda() -> None:
    read = paper(WHITE_HOUSE)
    assert read.kind is Kind.MEMORANDUM_OF_CONVERSATION
    assert values(read, "participants") == ["Karl Holm", "Henry A. Kissinger", "Horace W. Marlow"]
    assert value(read, "date") == "1974-11-15T09:35:00"
    assert value(read, "place") == "The Map Room, The White House"
    assert read.text.reading.startswith("Kissinger: I have seen")


@pytest.mark.parametrize(
    ("head", "date", "place"),
    [
        ("DATE AND TIME: April 3, 1969, 11:20 a.m.", "1969-04-03T11:20:00", None),
        ("DATE: April 3, 1969\n        PLACE: Room 5106\n        TIME: 5:15 p.m.", "1969-04-03T17:15:00", "Room 5106"),
        ("TIME: Noon\n        DATE: April 3, 1969", "1969-04-03T12:00:00", None),
        ("DATE, TIME AND PLACE: April 3, 1969, 5 p.m., Oval Office", "1969-04-03T17:00:00", "Oval Office"),
        ("DATE: April 3, 1969", "1969-04-03", None),
    ],
)
def test_when_and_where_they_met(head: str, date: str, place: str | None) -> None:
    read = paper(
        f"""
        MEMORANDUM OF CONVERSATION

        {head}

        SUBJECT: Lead and Zinc

        PARTICIPANTS: The Secretary
                      Ambassador Holm
{TALK}
        """
    )
    assert value(read, "date") == date
    assert value(read, "place") == place


def test_the_caption_of_an_enclosure_is_none_of_its_words() -> None:
    letter, enclosed = papers(
        f"""
        May 3, 1950

        Dear Harold:

        The enclosed memorandum records what the Prime Minister said to me on Saturday, and I have not telegraphed it.

                                    Yours ever,

                                    Lowell C. Marlow

        Enclosure:
           Memorandum of conversation
\f
        Enclosure to Mr. Marlow's letter of May 3, 1950

        MEMORANDUM OF CONVERSATION

        American Legation, Reykjavik
        April 29, 1950

        Participants:  Karl Holm, Prime Minister; Dr. Emil Berg, who interpreted; and Mr. Marlow, Minister.

        Subject:  Icelandic finances
{TALK}
        """
    )
    assert letter.kind is Kind.LETTER
    assert values(enclosed, "participants") == ["Karl Holm", "Emil Berg", "Marlow"]
    assert value(enclosed, "subject") == "Icelandic finances"
    assert "Enclosure to" not in enclosed.text.reading


@pytest.mark.parametrize(
    ("line", "approved"),
    [
        ("(Approved in EUR by: R. Marlow 10/14/63)", ("Marlow", "EUR")),
        ("Approved in M by Mr. Marlow, October 14, 1963", ("Marlow", "M")),
        ("(APPROVED IN S/S 10/14/63)", (None, "S/S")),
        ("(Approved by White House 10/14/63)", (None, "White House")),
        ("Approved in draft", None),
        ("Approved by the Cabinet on Tuesday", None),
    ],
)
def test_in_whose_office_the_record_was_approved(line: str, approved: tuple[str | None, str] | None) -> None:
    read = paper(
        f"""
        MEMORANDUM OF CONVERSATION

        {line}

        DATE: October 9, 1963

        SUBJECT: Lead and Zinc

        PARTICIPANTS: The Secretary
                      Ambassador Holm
{TALK}
        EUR:NOE:RHolm:abc
        10/10/63
        """
    )
    by = one(read, "approved_by").value
    assert ((by.surname, by.office) if isinstance(by, Named) else None) == approved
    assert (value(read, "date"), value(read, "drafted_on")) == ("1963-10-09", "1963-10-10")


def test_a_record_without_a_list_names_them_in_its_first_sentence() -> None:
    read = paper(
        f"""
        MEMORANDUM OF CONVERSATION

        Date: May 4, 1952

        Subject: Bases in Iceland

        There met in the Secretary's office this morning Ambassador Holm, Mr. Marlow, EUR, and
        Mr. Strand of the Icelandic Embassy. The talk was short, as Secretary Herter had to leave.
{TALK}
        """
    )
    assert values(read, "participants") == ["Holm", "Marlow", "Strand"]
    assert "There met in the Secretary's office" in read.text.reading
