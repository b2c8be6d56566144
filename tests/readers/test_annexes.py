"""What goes with a paper, and to whom besides."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value, values
from tests.readers.sheets import LETTER_ADDRESS_AT_FOOT, LETTER_ADDRESS_AT_HEAD, MEMORANDUM_1958

from onionskin.record.fields import Enclosure
from onionskin.record.named import Named

LETTER = """
    June 12, 1961

    Dear Walter:

    Thank you for your note about the talks. I think that you were
    right to hold back the paper until the delegation has seen it.

    Sincerely yours,

    Dean Rusk

"""


def test_an_enclosure_whose_name_is_wrapped_is_one() -> None:
    assert enclosures(LETTER + "    Enclosure:\n\n    Notes on the harbor to be\n    used at the talks.\n") == [
        "Notes on the harbor to be used at the talks."
    ]


def test_a_day_ends_the_list_of_copies() -> None:
    foot = "    Distribution:\n      2 - Lagos\n      1 - Accra\n    23 July 1962\n    DATE TYPED   27 JUL 1962\n"
    assert values(paper(LETTER + foot), "copies_to") == ["Lagos", "Accra"]


def enclosures(sheet: str) -> list[str]:
    return [each.value.name for each in paper(sheet).many("enclosures") if isinstance(each.value, Enclosure)]


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("Enclosure:\n     Copy of memorandum of February 27.", ["Copy of memorandum of February 27."]),
        ("Enclosures:\n    1. Draft note.\n    2. Map of the base.", ["Draft note.", "Map of the base."]),
        ("Attachment: Draft reply.", ["Draft reply."]),
        ("Attachment.", ["Attachment."]),
        ("Encl.: Draft note.", ["Draft note."]),
        ("Enclosure: The note that was left with us on the way.", ["The note that was left with us on the way."]),
    ],
)
def test_enclosures_as_they_are_named(foot: str, names: list[str]) -> None:
    assert enclosures(LETTER + "".join(f"    {line}\n" for line in foot.split("\n"))) == names


def test_a_paper_that_encloses_nothing_names_nothing() -> None:
    assert enclosures(LETTER) == []
    assert enclosures(LETTER_ADDRESS_AT_FOOT) == []


def test_a_memorandum_names_its_attachment() -> None:
    assert enclosures(MEMORANDUM_1958) == ["Draft reply."]


def test_copies_go_to_persons_and_offices() -> None:
    assert values(paper(LETTER_ADDRESS_AT_HEAD), "copies_to") == ["Kessler", "S/S"]


@pytest.mark.parametrize(
    ("list_", "named"),
    [
        ("Hugh Able, Esq., The Hague", [("Hugh Able", "The Hague")]),
        ("Amembassy New Delhi - Mr. Prior", [("Prior", "Amembassy New Delhi")]),
        ("AF/W: Miss Carr", [("Carr", "AF/W")]),
        ("Mr. Able, Amembassy London", [("Able", "Amembassy London")]),
        ("Mr. Able - NEA", [("Able", "NEA")]),
        ("Mr. Able - NEA\n        Miss Carr - L/FE", [("Able", "NEA"), ("Carr", "L/FE")]),
        ("Mr. Able - Mr. Carr", [("Able", None), ("Carr", None)]),
    ],
)
def test_where_somebody_is_who_gets_a_copy(list_: str, named: list[tuple[str, str | None]]) -> None:
    """A post behind a person, or before him, is his."""
    held = paper(LETTER + f"    cc: {list_}\n").many("copies_to")
    assert [(r.value.name, r.value.office) for r in held if isinstance(r.value, Named)] == named


def test_names_set_in_under_one_another_are_one_list_though_blank_lines_part_them() -> None:
    addressed = LETTER.replace("    Dear", "    Mr. Walter Penrose,\n    American Embassy,\n    Bonn.\n\n    Dear")
    typed = addressed + "    cc: Mr. Norwell\n\n    Mr. Lanyon\n\n    FE/VN\n"
    assert values(paper(typed), "copies_to") == ["Norwell", "Lanyon", "FE/VN"]


def test_the_word_enclosure_in_a_sentence_is_none() -> None:
    said = "The attachment to your note was not with it when it came to this office."
    assert enclosures(LETTER.replace("    Sincerely yours,", f"    {said}\n\n    Sincerely yours,")) == []


@pytest.mark.parametrize("list_", ["Orig - S/S", "Orig & 1 - S/S", "2 - S/S", "Original - S/S"])
def test_which_copies_go_is_not_to_whom(list_: str) -> None:
    typed = LETTER + f"    cc: {list_}\n"
    assert values(paper(typed), "copies_to") == ["S/S"]


def test_when_the_sheet_alone_is_unclassified_is_no_enclosure() -> None:
    assert enclosures(LETTER + "    Attachment: Unclassified when separated\n") != ["Unclassified when separated"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        (
            "At Tab A is a reply for your signature. At Tab B is his letter to you, as it came to us.",
            ["Tab A", "Tab B"],
        ),
        ("Attached at Tab 1 is the letter that the Minister wrote.", ["Tab 1"]),
        ("We looked at Tab A of the book that was sent to all of the posts there.", []),
    ],
)
def test_what_lies_at_the_tabs_where_no_list_names_it(said: str, names: list[str]) -> None:
    typed = LETTER.replace("    Sincerely yours,", f"    {said}\n\n    Sincerely yours,")
    assert enclosures(typed) == names
    assert said in paper(typed).text.reading
    assert enclosures(typed + "    Enclosure: Draft reply.\n") == ["Draft reply."]


def test_a_day_in_the_box_beside_the_list_gets_no_copy() -> None:
    typed = LETTER + "    Distribution:\n    3 - Kessler   25 June 1962\n    1 - Norwell\n"
    assert values(paper(typed), "copies_to") == ["Kessler", "Norwell"]


def test_a_distribution_counts_copies_behind_offices_and_goes_on_over_a_blank_line() -> None:
    read = paper(
        "MEMORANDUM FOR: The Director\n\nSUBJECT: Pilots\n\nWe ask you to approve the payment that is proposed here"
        " to the pilots of the port.\n\nDistribution:\nDDCR - 2\nDD/H - 1\n\nWG - 3\nHI Staff - 1\n"
    )
    assert [str(each) for each in values(read, "copies_to")] == ["DDCR", "DD/H", "WG", "HI Staff"]


def test_copies_for_the_eyes_of_a_few_are_numbered_and_no_text() -> None:
    read = paper(LETTER + '    "Eyes Only" copies to:\n\n    1. General Trask\n\n    2. Chief of Operations\n')
    assert values(read, "copies_to") == ["Trask", "Chief of Operations"]
    assert "Operations" not in read.text.reading


def test_attachments_with_capital_letters_go_on_over_blank_lines_and_labels_in_their_names() -> None:
    read = paper(
        "MEMORANDUM FOR: The Director\n\nVIA: Deputy Director for Ports\n\n"
        "1. Attached is a letter and what we should say in reply to it.\n\n"
        "Walter H. Hollander\nChief, Harbor Division\n\nAttachments, 3\n\nA. Letter from Sir Henry Able\n\n"
        "B. HARB 2716, subject: Payment of the Pilots of the Port\n\nC. Copy of the Rules\n\ncc: DDCR\n"
    )
    named = [each.name for each in values(read, "enclosures") if isinstance(each, Enclosure)]
    assert named == [
        "Letter from Sir Henry Able",
        "HARB 2716, subject: Payment of the Pilots of the Port",
        "Copy of the Rules",
    ]
    assert value(read, "signed_by") == "Walter H. Hollander"
