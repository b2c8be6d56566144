"""Designations, names of bodies and whole passages are corrected by what the paper itself or another witness says."""

from __future__ import annotations

import pytest

from onionskin.emending.bodies import misread_bodies
from onionskin.emending.confidence import APPLIED
from onionskin.emending.designators import misread_designations
from onionskin.emending.parallels import Passage, read_otherwise
from onionskin.emending.vocabulary import Vocabulary

PLACES = frozenset({"Cyprus", "Turkey"})
NOTHING = Vocabulary({})


@pytest.mark.parametrize(
    ("right", "read", "sure"),
    [
        ("IL-28's", "11-21's", True),
        ("B-26's", "B-2G's", True),
        ("MIG-17's", "M1G-17's", True),
        ("T-54s", "T-S4s", True),
        ("T-34's", "T-84's", False),
        ("U-235", "U-285", False),
    ],
)
def test_a_designation_gives_way_to_the_papers_own_that_it_may_be_read_for(right: str, read: str, sure: bool) -> None:
    (found,) = misread_designations(
        [f"the {right} will be withdrawn", f"the Soviet reply on the {read} before writing"]
    )
    assert (found.read, found.to, found.stretch) == (read, right, 1)
    assert (found.confidence >= APPLIED) is sure
    assert f"the paper says {right!r} elsewhere" in found.reasons


@pytest.mark.parametrize(
    "text",
    [
        "the Soviet reply on the 11-21's before writing",
        "see paragraphs 11-21 on the IL-28's",
        "the B-47s and B-52s, the F-84 and the F-86, and airgram A-145",
        "the IL-28's of the mid-60's",
    ],
)
def test_without_a_word_of_the_paper_for_it_a_designation_stays(text: str) -> None:
    assert list(misread_designations([text])) == []


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("EEC Executive Committee", "NSC Executive Committee"),
        ("N5C Planning Board", "NSC Planning Board"),
        ("Berlin Working Croup", "Berlin Working Group"),
        ("Special Committed", "Special Committee"),
        ("Cypress Working Party", "Cyprus Working Party"),
    ],
)
def test_a_name_of_a_body_is_known_by_the_words_that_are_right(read: str, meant: str) -> None:
    text = f"we have just had a talk in the {read}, and agreed"
    (found,) = misread_bodies(text, PLACES)
    assert (found.read, found.to, found.span.of(text)) == (read, meant, read)


@pytest.mark.parametrize(("letters", "sure"), [("N5C", 0.93), ("NXC", 0.8), ("DNC", 0.65), ("EEC", 0.65)])
def test_letters_before_a_body_speak_for_it_less_the_less_they_are_like_its_own(letters: str, sure: float) -> None:
    (found,) = misread_bodies(f"in the {letters} Planning Board, and", PLACES)
    assert (found.to, found.confidence) == ("NSC Planning Board", sure)


@pytest.mark.parametrize(
    "name",
    [
        "NSC Executive Committee",
        "CDU Executive Committee",
        "Working Groups",
        "The Arab Working Group",
        "Turkey Task Force",
    ],
)
def test_a_name_that_may_be_right_stays(name: str) -> None:
    assert list(misread_bodies(f"in the {name}, and", PLACES)) == []


EDITED = Passage(
    "We expect the withdrawal of all 42 bombers from Cuba by December 20, as Brandov promised us.", "d155", edited=True
)
COPY = Passage(EDITED.text, "another copy")


@pytest.mark.parametrize(
    ("read", "meant", "by_edition", "by_copy"),
    [
        ("withdrawai", "withdrawal", True, True),
        ("12", "42", True, False),
        ("Brandoy", "Brandov", True, None),
        ("form", "from", False, False),
    ],
)
def test_a_passage_read_elsewhere_says_what_stands_between_words_that_agree(
    read: str, meant: str, by_edition: bool, by_copy: bool | None
) -> None:
    text = EDITED.text.replace(meant, read)
    (edited,) = read_otherwise(text, [EDITED], NOTHING)
    assert (edited.read, edited.to, edited.span.of(text)) == (read, meant, read)
    assert (edited.confidence >= APPLIED) is by_edition
    assert "d155 reads" in edited.reasons[-1]
    copied = [each.confidence >= APPLIED for each in read_otherwise(text, [COPY], NOTHING)]
    assert copied == ([] if by_copy is None else [by_copy])


def test_another_word_altogether_is_no_misreading() -> None:
    text = EDITED.text.replace("promised", "refused")
    assert list(read_otherwise(text, [EDITED], NOTHING)) == []
    assert list(read_otherwise(EDITED.text, [EDITED], NOTHING)) == []
