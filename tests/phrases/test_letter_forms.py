"""What sort of letter one is."""

from __future__ import annotations

import pytest

from onionskin.phrases.estimates import read_estimate_number
from onionskin.phrases.heads_of_state import head_of_state
from onionskin.phrases.letter_forms import LetterParts, letter_form
from onionskin.phrases.meeting_places import is_meeting_place
from onionskin.record.named import Named, NamedKind


def _person(name: str) -> Named:
    *given, surname = name.split()
    return Named(name, NamedKind.PERSON, name, surname=surname, given=" ".join(given) or None)


LETTERS = [
    (
        LetterParts(["April 22, 1961."], salutation="Mr. President,", signed=_person("N. Khrushchev"), year=1961),
        "head-of-state",
        "N. Khrushchev, who headed Soviet Union",
    ),
    (
        LetterParts(
            ["THE WHITE HOUSE", "October 16, 1963"],
            ["His Excellency", "The Prime Minister of India,"],
            "Dear Mr. Prime Minister:",
            "Sincerely,",
            _person("John F. Kennedy"),
            year=1963,
        ),
        "head-of-state",
        "writes to the 'The Prime Minister of India'",
    ),
    (
        LetterParts(
            ["THE WHITE HOUSE"], ["The Chairman,", "Committee on Armed Services"], "Dear Mr. Chairman:",
            signed=_person("John F. Kennedy"), year=1962,
        ),
        "official",
        "an office's paper, 'THE WHITE HOUSE'",
    ),
    (
        LetterParts(["Bonn"], salutation="Dear Mr. President:", signed=_person("U. Alexis Johnson"), year=1964),
        None,
        "",
    ),
    (LetterParts(["PERSONAL AND CONFIDENTIAL"], salutation="My dear Mr. Marlow:"), "personal", "it is marked"),
    (LetterParts(["Old Lyme, May 3, 1958"], salutation="Dear Jack:", close="As ever,"), "personal", "'Dear Jack:'"),
    (LetterParts(["SECRET"], salutation="Dear Jack:", close="As ever,"), "official", "it is classified, 'SECRET'"),
    (LetterParts(["OFFICIAL-INFORMAL"], salutation="Dear Jack:", close="As ever,"), "official", "OFFICIAL-INFORMAL"),
    (
        LetterParts([], salutation="Dear Mr. Marlow:", signed=_person("Ann Penrose"), under=["Assistant Secretary"]),
        "official",
        "signed with an office",
    ),
    (LetterParts(["May 3, 1958"], salutation="Dear Mr. Marlow:", close="As ever,"), None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("letter", "form", "reason"), LETTERS)
def test_a_letter_says_of_which_sort_it_is(letter: LetterParts, form: str | None, reason: str) -> None:
    told = letter_form(letter)
    assert (told[0] if told else None) == form
    assert reason in (told[1] if told else "")


@pytest.mark.parametrize(
    ("name", "year", "state"),
    [
        ("John F. Kennedy", 1962, "United States"),
        ("John F. Kennedy", 1958, None),
        ("Robert F. Kennedy", 1962, None),
        ("N. Khrushchev", 1962, "Soviet Union"),
        ("U. Alexis Johnson", 1964, None),
        ("Charles de Gaulle", 1962, None),
    ],
)
def test_a_head_of_state_is_known_by_name_and_year(name: str, year: int, state: str | None) -> None:
    """A name of two words needs its surname told whole: `de Gaulle`, not `Gaulle`."""
    assert head_of_state(_person(name), year) == state


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("NUMBER 11-19-62", "11-19-62"),
        ("SNIE 85-3-62", "SNIE 85-3-62"),
        ("NIE 11-4-61", "NIE 11-4-61"),
        ("OCI No. 2341/63", "OCI No. 2341/63"),
        ("Number 14", None),
        ("11-19-62", None),
    ],
)
def test_numbers_of_estimates(line: str, number: str | None) -> None:
    read = read_estimate_number(line)
    assert (read.value if read else None) == number


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("          Room 7219, New State", True),
        ("Secretary Dulles' Office, Department of State", True),
        ("Cabinet Room, White House", True),
        ("DEPARTMENT OF STATE", False),
        ("THE WHITE HOUSE", False),
        ("PLACE: The Secretary's Office", False),
        ("The Ambassador came to the Office and said that he would go.", False),
    ],
)
def test_a_place_of_meeting_is_a_line_of_its_own(line: str, place: bool) -> None:
    assert is_meeting_place(line) is place
