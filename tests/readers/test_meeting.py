"""Minutes, records of action, telephone calls, circulars, airgrams, despatches and estimates."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value, values

from onionskin.record.fields import Kind

PROSE = """
             The Chairman observed that activities during the last six months had been at a level half of that of last
             year. It is not known whether this means that they are regrouping for a greater effort.
"""


def test_minutes_of_a_group() -> None:
    """As the Special Group for Counterinsurgency had them typed in 1963."""
    read = paper(
        f"""
                              SECRET
             MINUTES OF MEETING OF THE SPECIAL GROUP
                        March 14, 1963, 2 p.m.
                        Room 7219, New State

             PRESENT:
                  Mr. Marlow, the Attorney General, Mr. Penrose
                  General Strand vice General Oakes

             1. Status Report on Southeast Asia
{PROSE}
             2. Follow-up on Indonesia
{PROSE}
        """
    )
    assert read.kind is Kind.MINUTES
    assert value(read, "date") == "1963-03-14T14:00:00"
    assert value(read, "place") == "Room 7219, New State"
    assert {"Marlow", "Penrose", "Strand"} <= set(values(read, "participants"))
    assert values(read, "items") == ["1. Status Report on Southeast Asia", "2. Follow-up on Indonesia"]
    assert "1. Status Report on Southeast Asia" in read.text.reading


def test_a_record_of_actions_is_a_form_of_minutes() -> None:
    read = paper(
        f"""
                           RECORD OF ACTIONS
               by the National Security Council, October 22, 1962

             2458. CUBA
{PROSE}
             2459. BERLIN
{PROSE}
        """
    )
    assert (read.kind, read.subkind) == (Kind.MINUTES, "record-of-action")
    assert values(read, "items") == ["2458. CUBA", "2459. BERLIN"]


def test_a_telephone_call_names_who_was_called() -> None:
    read = paper(
        f"""
             Saturday
             January 12, 1957
             10:10 a.m.

             TELEPHONE CALL TO MR. MARLOW
{PROSE}
        """
    )
    assert (read.kind, read.subkind) == (Kind.MEMORANDUM_OF_CONVERSATION, "telephone")
    assert values(read, "participants") == ["Marlow"]
    assert value(read, "date") == "1957-01-12T10:10:00"


def test_a_call_from_a_president_who_is_away() -> None:
    read = paper(f"TELEPHONE CALL FROM THE PRESIDENT IN THOMASVILLE\n\nFebruary 9, 1957\n1:31 p.m.\n{PROSE}")
    assert read.subkind == "telephone"
    assert [str(each).casefold() for each in values(read, "participants")] == ["the president"]


def test_a_circular_is_known_by_its_number_or_by_whom_it_goes_to() -> None:
    numbered = paper(
        f"""
             OUTGOING TELEGRAM  Department of State
             SECRET
             ACTION: CIRCULAR 1115
{PROSE}
             RUSK
        """
    )
    assert (numbered.kind, numbered.subkind, value(numbered, "number")) == (Kind.TELEGRAM, "circular", "1115")
    assert value(numbered, "series") == "CIRTEL"
    everywhere = paper(
        f"""
             OUTGOING TELEGRAM  Department of State
             TO: ALL AMERICAN DIPLOMATIC AND CONSULAR POSTS
             January 27, 1961
{PROSE}
             RUSK
        """
    )
    assert everywhere.subkind == "circular"
    assert any("many posts" in reason for reason in everywhere.reasons)


def test_a_telegram_that_refers_to_a_circular_is_none() -> None:
    read = paper(
        f"""
             OUTGOING TELEGRAM  Department of State
             ACTION: Amembassy PARIS 1338
             REF: CIRCULAR 990
{PROSE}
             RUSK
        """
    )
    assert read.subkind is None


def test_a_despatch_on_the_foreign_services_form() -> None:
    read = paper(
        f"""
                             FOREIGN SERVICE DESPATCH
             FROM  :  AmEmbassy SAIGON              DESP. NO. 162
             TO    :  The Department of State, Washington
                                                    December 5, 1960
             REF   :  Embdes 157
             SUBJECT:  Progress of the Civil Guard
{PROSE}
                                         For the Ambassador:
                                         John P. Marlow
        """
    )
    assert read.kind is Kind.DESPATCH
    assert (value(read, "number"), value(read, "from")) == ("162", "Amembassy Saigon")
    assert values(read, "to") == ["Department of State"]
    assert value(read, "signed_by") == "John P. Marlow"


def test_an_airgram_has_its_number_beside_its_level() -> None:
    """Its last page, with a name over nothing but a level, is a page of it."""
    read = paper(
        f"""
                         DEPARTMENT OF STATE
                              AIRGRAM
             CA-10362                CONFIDENTIAL

             TO      : Department of State
             FROM    : Amembassy BERN
             DATE    : June 14, 1963
             SUBJECT : Trade
             REF     : A-57
{PROSE}
\f
             More details as available.

                                         For the Ambassador:
                                         John P. Marlow
                              CONFIDENTIAL
        """
    )
    assert (read.kind, value(read, "number"), value(read, "direction")) == (Kind.AIRGRAM, "CA-10362", "incoming")


def test_an_estimate() -> None:
    read = paper(
        f"""
             SECRET
                   SPECIAL NATIONAL INTELLIGENCE ESTIMATE
                             NUMBER 11-19-62
                   MAJOR CONSEQUENCES OF CERTAIN COURSES
                             20 October 1962
{PROSE}
        """
    )
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")
    assert value(read, "number") == "11-19-62"
    assert value(read, "date") == "1962-10-20"
    assert value(read, "title") == "MAJOR CONSEQUENCES OF CERTAIN COURSES"


def test_a_letter_says_why_it_is_official() -> None:
    read = paper(
        f"""
                         DEPARTMENT OF STATE
                             WASHINGTON
             November 17, 1962
             Dear Jack:
{PROSE}
             Sincerely yours,

             John P. Marlow
        """
    )
    assert (read.kind, read.subkind) == (Kind.LETTER, "official")
    assert any("an office's paper" in reason for reason in read.reasons)


def test_the_parties_of_a_call_are_named_by_labels() -> None:
    read = paper(
        f"""
                        DEPARTMENT OF STATE

             January 12, 1964

                       MEMORANDUM FOR THE RECORD

             Subject:  Telephone Call from the Embassy

             Call from:  Mr. Walter Marlow, Counselor, Lima
             Call to:    Miss Ruth Hadley, ARA/APU

{PROSE}
        """
    )
    assert values(read, "participants") == ["Walter Marlow", "Ruth Hadley"]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (
            """For Jordan:
                  H.E. Arne Holm, Minister of Foreign Affairs
                For the United States:
                  W. R. Marlow, Assistant Secretary, EUR""",
            ["Arne Holm", "W. R. Marlow"],
        ),
        ("The Secretary; Ambassador Holm; Mr. Marlow (EUR)", ["The Secretary", "Holm", "Marlow"]),
        ("Ambassador Holm and Mr. Marlow", ["Holm", "Marlow"]),
    ],
)
def test_who_took_part_by_sides_by_initials_or_in_a_row(listed: str, names: list[str]) -> None:
    read = paper(
        f"""
             Memorandum of Conversation
                                         DATE: March 4, 1964
             SUBJECT: Base Rights

             PARTICIPANTS:  {listed}

{PROSE}
        """
    )
    assert values(read, "participants") == names
