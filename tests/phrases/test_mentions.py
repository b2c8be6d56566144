"""The names in a text, and words that are large and name nobody."""

import pytest

from onionskin.phrases.mentions import find_mentions
from onionskin.record.named import NamedKind
from onionskin.record.reading import ReadingState

P, POST, OFFICE = NamedKind.PERSON, NamedKind.POST, NamedKind.OFFICE
BODY, PLACE, THING, EVENT = NamedKind.ORGANIZATION, NamedKind.PLACE, NamedKind.THING, NamedKind.HAPPENING


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("as Secretary Rusk said in Geneva", [("Secretary Rusk", P, "Rusk"), ("Geneva", PLACE, "Geneva")]),
        ("a letter I have sent to Jack McCloy", [("Jack McCloy", P, "Jack McCloy")]),
        ("Deputy Foreign Minister Kuznetsov", [("Deputy Foreign Minister Kuznetsov", P, "Kuznetsov")]),
        ("approved by U. Alexis Johnson today", [("U. Alexis Johnson", P, "U. Alexis Johnson")]),
        ("Copy to: Adlai Stevenson", [("Adlai Stevenson", P, "Adlai Stevenson")]),
        ("told the Embassy Moscow", [("Embassy Moscow", POST, "Embassy Moscow")]),
        ("USUN, New York should", [("USUN, New York", POST, "USUN New York")]),
        ("Return to S/S for action", [("S/S", OFFICE, "S/S")]),
        ("in the UN Security Council", [("UN Security Council", BODY, "Security Council")]),
        ("the NSC Executive Committee met", [("NSC Executive Committee", BODY, "Executive Committee")]),
        ("The Department of State believes", [("Department of State", BODY, "Department of State")]),
        ("US would not invade Cuba", [("US", PLACE, "United States"), ("Cuba", PLACE, "Cuba")]),
        ("the U.S. position", [("U.S.", PLACE, "United States")]),
        ("the Viet-Nam problem", [("Viet-Nam", PLACE, "Vietnam")]),
        ("get the IL-28's out", [("IL-28", THING, "IL-28")]),
        ("two MIG-21s and a U-2", [("MIG-21", THING, "MIG-21"), ("U-2", THING, "U-2")]),
        ("since the Bay of Pigs", [("Bay of Pigs", EVENT, "Bay of Pigs")]),
        (
            "Prime Minister Nehru and Sir Patrick Dean",
            [("Prime Minister Nehru", P, "Nehru"), ("Sir Patrick Dean", P, "Patrick Dean")],
        ),
        ("between Le Van Dong and Diem", [("Le Van Dong", P, "Le Van Dong")]),
        ("Pham van Nhu came. Mr. Nhu left", [("Pham van Nhu", P, "Pham van Nhu"), ("Mr. Nhu", P, "Nhu")]),
        ("in Le Monde today", []),
        ("and Mr. and Mrs. Nhu left", [("Mr. and Mrs. Nhu", P, "Nhu")]),
        ("he told MJ Desai that", [("MJ Desai", P, "M. J. Desai")]),
        ("he told Mr. MJ Desai that", [("Mr. MJ Desai", P, "M. J. Desai")]),
        ("told UN Secretary that US Ambassador", [("UN", BODY, "United Nations"), ("US", PLACE, "United States")]),
        ("Minister Agriculture Dong said", [("Minister Agriculture Dong", P, "Dong")]),
        ("Sincerely,\n\nD.A.\nDaniel V. Anderson\n", [("Daniel V. Anderson", P, "Daniel V. Anderson")]),
        ("Mr. Price said", [("Mr. Price", P, "Price")]),
        ("Signed by Zbyszek K. Novak today", [("Zbyszek K. Novak", P, "Zbyszek K. Novak")]),
        ("PRESIDENT PADILLA CASTIGATED NO ONE", [("PRESIDENT PADILLA", P, "Padilla")]),
        ("the General Motors plant", [("General Motors", BODY, "General Motors")]),
        ("AMBASSADOR THOMPSON LEFT MOSCOW", [("AMBASSADOR THOMPSON", P, "Thompson"), ("MOSCOW", PLACE, "Moscow")]),
    ],
)
def test_names_are_found_with_their_kind(text: str, names: list[tuple[str, NamedKind, str]]) -> None:
    assert [(f.text, f.value.kind, f.value.name) for f in find_mentions(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "You should begin by emphasizing our desire that this be wound up very promptly.",
        "The President will be having a press conference on Tuesday.",
        "Soviets can readily interpret this as an American assurance.",
        "The Secretary of State told the Foreign Minister that the Government agreed.",
        "Sino-Soviet and East-West relations",
        "WE REQUEST THAT GOVERNMENT REPLY BY TUESDAY",
        "LET US KNOW",
        "EMBASSY REVEALS NOTHING",
        "Security considerations of all sorts.",
        "In November the Assembly met. General elections did not.",
    ],
)
def test_large_words_that_name_nobody(text: str) -> None:
    assert not list(find_mentions(text))


def test_a_surname_alone_is_known_by_its_full_name_elsewhere() -> None:
    finds = list(find_mentions("Mr. Hill came at noon. Later we saw Hill again."))
    assert [(f.text, f.value.surname) for f in finds] == [("Mr. Hill", "Hill"), ("Hill", "Hill")]
    assert finds[1].state is ReadingState.FOUND


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("You should see Kuznetsov promptly. If Kuznetsov presses this, say no.", ["Kuznetsov", "Kuznetsov"]),
        ("in the light of Castro's position, and Castro knows it", ["Castro", "Castro"]),
        (
            "helpful for Kuznetsov and perhaps Mikoyan to come. Kuznetsov said so.",
            ["Kuznetsov", "Mikoyan", "Kuznetsov"],
        ),
    ],
)
def test_a_surname_without_title_is_known_by_its_company_and_doubtful(text: str, surnames: list[str]) -> None:
    finds = list(find_mentions(text))
    assert [f.value.surname for f in finds] == surnames
    assert all(f.state is ReadingState.DOUBTFUL for f in finds)


def test_a_word_that_also_stands_small_is_no_surname() -> None:
    assert not list(find_mentions("He told Harvest that. Harvest said the harvest was good."))
