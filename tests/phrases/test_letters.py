"""The set phrases of letters."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.phrases.letters import SIGNATURE_MARK, address_from, is_close, is_foot_address, salutation


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Dear Adlai:", "Adlai"),
        ("Dear Mr. Penhallow:", "Mr. Penhallow"),
        ("My dear Mr. Secretary:", "Mr. Secretary"),
        ("Dear Ambassador McGrane,", "Ambassador McGrane"),
        ("Dear Walter", "Walter"),
        ("Oear Walter:", "Walter"),
        ("Dear. Walter,", "Walter"),
        ("Excellency:", None),
        ("Sir:", None),
        ("Gentlemen:", None),
        ("Dear Mr. President:", "Mr. President"),
    ],
)
def test_a_salutation(line: str, name: str | None) -> None:
    found = salutation(line)
    assert found is not None
    assert found["name"] == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Dear me, that will never do in this Department, whatever they say of it.",
        "Dear Walter, I have your letter and thank you for it.",
        "Sir Harold Caccia came to see me.",
        "Sir",
        "Gentlemen of the press were there",
        "My dear wife",
    ],
)
def test_what_is_none(line: str) -> None:
    assert salutation(line) is None


@pytest.mark.parametrize(
    "line",
    [
        *("Sincerely,", "Sincerely yours,", "Very truly yours,", "Respectfully submitted,", "Faithfully yours,"),
        *("Yours sincerely,", "As ever,", "Cordially,", "Sincerelv yours,"),
        *("Sincerely your friend,", "Your good friend,", "Your Great and Good Friend,"),
    ],
)
def test_a_close(line: str) -> None:
    assert is_close(line)


@pytest.mark.parametrize(
    "line", ["", "Sincerely I doubt it.", "ever", "He is sincerely sorry,", "Truly a great day", "Your friend came,"]
)
def test_what_is_no_close(line: str) -> None:
    assert not is_close(line)


@pytest.mark.parametrize("mark", ["/s/ ", "[Signature] ", "(signed) ", "Signed: ", "S/"])
def test_what_stands_for_a_hand(mark: str) -> None:
    found = SIGNATURE_MARK.match(f"{mark}Dean Rusk")
    assert found is not None
    assert f"{mark}Dean Rusk"[found.end() :] == "Dean Rusk"


def address(typed: str) -> list[str]:
    text = paper(typed)
    return [line.text.strip() for line in address_from(text.lines, 0)]


def test_an_address_ends_with_its_town() -> None:
    lines = ["The Honorable", "Lucius P. Hathaway,", "American Ambassador,", "Lisbon."]
    assert address("\n".join([*lines, "", "Dear Mr. Ambassador:"])) == lines
    assert address("\n".join([*lines, "I have read your letter."])) == lines


def test_a_transcript_may_part_every_line() -> None:
    lines = ["The Honorable", "John J. McCloy,", "United States Mission,", "New York, New York."]
    assert address("\n\n".join([*lines, "BIAS"])) == lines


@pytest.mark.parametrize("first", ["Lucius P. Hathaway,", "I have read it.", "SECRET", ""])
def test_an_address_begins_with_an_honour(first: str) -> None:
    assert address(f"{first}\nAmerican Ambassador,\nLisbon.\n") == []


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (["Harold T. Marlow, Esquire,", "Office of Near Eastern Affairs,", "Washington 25, D. C."], True),
        (["Raymond A. Marlow, Esq.,", "     Deputy Director,", "          Geneva."], True),
        (["Charles E. Marlow", "American Ambassador", "Rome"], True),
        (["Henry H. Marlow", "Secretary of the Treasury"], False),
        (["Lowell C. Marlow"], False),
        (["cc: Mr. Charles Marlow", "    American Embassy", "    Paris"], False),
        (["Enclosure:", "   Memorandum of conversation,", "   April 29, 1950"], False),
    ],
)
def test_an_address_at_the_foot_is_over_a_house_or_a_post(block: list[str], told: bool) -> None:
    assert is_foot_address(block) is told
