"""Letters: address at the head or at the foot, close and signature."""

from __future__ import annotations

import pytest
from tests.readers.reading import one, paper, place, state, value, values
from tests.readers.sheets import LETTER_ADDRESS_AT_FOOT, LETTER_ADDRESS_AT_HEAD

from onionskin.record.fields import Kind
from onionskin.record.reading import ReadingState


def test_a_letter_with_its_address_at_the_head() -> None:
    read = paper(LETTER_ADDRESS_AT_HEAD)
    assert read.kind is Kind.LETTER
    assert value(read, "date") == "1963-03-04"
    assert value(read, "salutation") == "Dear Mr. Ambassador:"
    assert values(read, "to") == ["Lucius P. Hathaway"]
    assert value(read, "inside_address") == "The Honorable, Lucius P. Hathaway, American Ambassador, Lisbon."
    assert one(read, "inside_address").as_printed.count("\n") == 3
    assert value(read, "complimentary_close") == "Sincerely yours,"
    assert value(read, "signed_by") == value(read, "from") == "Dean Rusk"
    assert value(read, "classification") == "CONFIDENTIAL"


def test_a_letter_with_its_address_at_the_foot() -> None:
    read = paper(LETTER_ADDRESS_AT_FOOT)
    assert values(read, "to") == ["Walter J. Penhallow"]
    assert place(read, "to") == (1, 18, "Walter J. Penhallow")
    assert value(read, "date") == "1961-06-12"
    assert read.unclaimed == ()


@pytest.mark.parametrize("sheet", [LETTER_ADDRESS_AT_HEAD, LETTER_ADDRESS_AT_FOOT])
def test_the_reading_text_runs_from_the_salutation_to_the_signature(sheet: str) -> None:
    """An edition prints neither address nor enclosures nor copies in it."""
    text = paper(sheet).text.reading
    assert text.startswith("Dear ")
    assert text.endswith("Dean Rusk")
    assert "Honorable" not in text


@pytest.mark.parametrize("gap", [" ", "   "])
def test_close_name_and_title_are_read_beside_a_stamp(gap: str) -> None:
    read = paper(
        f"""
        June 12, 1961

        Dear Mr. Hathaway:

        Thank you for your note about the talks. I think that you were
        right to hold back the paper until the delegation has seen it.

        DECLASSIFIED{gap}Sincerely yours,
        Authority State, 6/14/77{gap}George W. Ball
        By an archivist of NARS, Date 7/12/77{gap}Under Secretary of State
        """
    )
    assert value(read, "complimentary_close") == "Sincerely yours,"
    assert value(read, "signed_by") == value(read, "from") == "George W. Ball"
    assert [(each.form, each.date.value) for each in read.stamps] == [("DECLASSIFIED", "1977-07-12")]
    assert read.unclaimed == ()


def test_the_words_of_regard_are_part_of_the_text() -> None:
    assert "With warm regards." in paper(LETTER_ADDRESS_AT_FOOT).text.reading


def test_who_is_greeted_is_taken_for_the_addressee_where_there_is_no_address() -> None:
    read = paper(
        """
        June 12, 1961

        Dear Mr. Hathaway:

        Thank you for your note about the talks. I think that you were
        right to hold back the paper until the delegation has seen it.

        Sincerely,

        Dean Rusk
        """
    )
    (to,) = read.many("to")
    assert to.state is ReadingState.INFERRED
    assert to.reason
    assert values(read, "to") == ["Hathaway"]
    assert state(read, "inside_address") is ReadingState.ABSENT


def test_a_day_of_the_text_is_not_the_letter_s() -> None:
    read = paper(
        """
        De@r Ant, ony

        Regarding your letter 6/118 of 10 May 1958, our
        records show that the visitor was in Lagos from the
        beginning of the year and left it at the end of March.

        Sincerely,

        Henry Ashton
        """
    )
    assert state(read, "date") is ReadingState.ABSENT


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("/s/ Dean Rusk", "Dean Rusk"),
        ("[Signature]\n        Dean Rusk", "Dean Rusk"),
        ("(signed) Dean Rusk", "Dean Rusk"),
        ("/s/ Wm. C. Able", "Wm. C. Able"),
        ("Dean Rusk\n        Secretary of State", "Dean Rusk"),
    ],
)
def test_a_signature_by_hand_or_mark(mark: str, name: str) -> None:
    read = paper(
        f"""
        June 12, 1961

        Dear Walter:

        Thank you for your note about the talks. I think that you were
        right to hold back the paper until the delegation has seen it.

        Sincerely yours,

        {mark}
        """
    )
    assert value(read, "signed_by") == name


def test_the_signers_initials_before_the_typists_are_his() -> None:
    """`MC:djf`: whoever signed had dictated it."""
    sheet = """
        June 12, 1961

        Dear Walter:

        Thank you for your note about the talks. I think that you were
        right to hold back the paper until the delegation has seen it.

        Sincerely yours,

        Martin C. Able

        {mark}
        """
    read = paper(sheet.format(mark="MCA:djf"))
    assert value(read, "drafted_by") == "Martin C. Able"
    assert (state(read, "drafted_by"), value(read, "typed_by")) == (ReadingState.INFERRED, "djf")
    assert value(paper(sheet.format(mark="RTK:djf")), "drafted_by") == "RTK"


def test_a_date_in_the_text_is_not_the_letters() -> None:
    read = paper(
        """
        Dear Walter:

        Thank you for your note of March 4, 1960 about the talks. I think that
        you were right to hold back the paper until the delegation has seen it.

        Sincerely yours,

        Dean Rusk
        """
    )
    assert state(read, "date") is ReadingState.ABSENT


def test_a_letter_without_close_has_no_signature() -> None:
    read = paper(
        """
        June 12, 1961

        Dear Walter:

        Thank you for your note about the talks. I think that you were
        right to hold back the paper until the delegation has seen it.
        """
    )
    assert state(read, "signed_by") is ReadingState.ABSENT
    assert state(read, "complimentary_close") is ReadingState.ABSENT


@pytest.mark.parametrize("hand", ["[Signature: J. Alden Marsh for]", "/s/ J. Alden Marsh for"])
def test_a_letter_signed_for_another(hand: str) -> None:
    read = paper(
        f"""
        May 9, 1967

        Dear Mr. Cole:

        I have your letter of May 2 and shall see that the Secretary has it
        before he leaves for the conference on Thursday.

        Sincerely yours,

        {hand}

        Walter P. Hargrove
        Executive Secretary
        """
    )
    assert value(read, "signed_by") == "J. Alden Marsh"
    assert value(read, "from") == "Walter P. Hargrove"


NOTE = """
    ROYAL EMBASSY OF NORLAND
    WASHINGTON, D.C.

    No. 218/K/61

    May 9, 1961

    Excellency:

    I have the honor to refer to our conversation of yesterday about
    the ships which are to be lent to my Government in the autumn.

    {close}

    [Signature]
    Anders Holm
    Ambassador

    The Honorable
    Dean Rusk,
    Secretary of State.
"""


@pytest.mark.parametrize(
    "close",
    [
        "Accept, Excellency, the renewed assurances of my highest\n    consideration.",
        "Accept, Excellency, the assurances of my highest consideration.",
        "Please accept, Your Excellency, once more the renewed\n    assurance of my most distinguished consideration.",
    ],
)
def test_the_assurances_of_a_note_are_its_close(close: str) -> None:
    read = paper(NOTE.replace("{close}", close))
    assert value(read, "complimentary_close") == " ".join(close.split())
    assert value(read, "signed_by") == "Anders Holm"
    assert value(read, "number") == "218/K/61"
    assert read.text.reading.count("consideration") == 1


@pytest.mark.parametrize(
    ("under", "name", "surname"),
    [
        ("[Signature: Lyndon B. Johnson]", "Lyndon B. Johnson", "Johnson"),
        ("(Signed) GUSTAV ADOLF VI\n\n    King", "Gustav Adolf", "Gustav Adolf"),
        ("(Signed) HENRY MARLOW\n\n    Counselor", "Henry Marlow", "Marlow"),
    ],
)
def test_a_hand_named_by_the_transcriber_and_the_name_of_one_who_reigns(under: str, name: str, surname: str) -> None:
    sheet = NOTE.replace("{close}", "Sincerely yours,").replace("[Signature]\n    Anders Holm\n    Ambassador", under)
    signed = paper(sheet).one("signed_by")
    assert signed is not None
    assert (getattr(signed.value, "name", None), getattr(signed.value, "surname", None)) == (name, surname)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("The Honorable\n         The Secretary of State,\n             Washington.", "The Secretary of State"),
        ("The Honorable the Secretary of State,\n             Washington.", "Secretary of State"),
        ("The President,\n        The White House.", "The President"),
        ("The Honorable\n    Dean Rusk,\n    Secretary of State.", "Dean Rusk"),
    ],
)
def test_who_is_addressed_by_his_office_alone(address: str, name: str) -> None:
    sheet = NOTE.replace("{close}", "Respectfully yours,").replace("Excellency:", "Sir:")
    addressed = sheet.replace("The Honorable\n    Dean Rusk,\n    Secretary of State.", address)
    assert values(paper(addressed), "to") == [name]


def test_an_official_informal_letter_has_its_address_at_the_foot() -> None:
    """Below the enclosures, and greeted is whoever has it by a name that stands nowhere else."""
    read = paper(
        """
        AMERICAN LEGATION
        Reykjavik, May 3, 1950

        Dear Pete:

        Your letter of April 14 came by the last pouch, and I have kept the answer until I had seen the Minister.

                                      Yours ever,

                                      [Signature]
                                      Lowell C. Penrose

        Enclosure:
           Memorandum of conversation

        Harold T. Marlow, Esquire,
            Office of British Commonwealth Affairs,
               Department of State,
                  Washington 25, D. C.

        cc: Mr. Arnott
        """
    )
    assert values(read, "to") == ["Harold T. Marlow"]
    assert str(value(read, "inside_address")).startswith("Harold T. Marlow, Esquire, Office of British")
    assert value(read, "signed_by") == "Lowell C. Penrose"
    assert "Washington 25" not in read.text.reading
