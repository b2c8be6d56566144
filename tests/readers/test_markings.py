"""Markings where they stand, and prose that only has their words."""

from __future__ import annotations

import pytest
from tests.readers.marked import claimed, holds, paper

from onionskin.readers.markings import MarkingReader

Said = list[tuple[str, str]]


def markings(*pages: str) -> Said:
    text = paper(*pages)
    result = MarkingReader().read(text)
    holds(text, MarkingReader(), result)
    return [(m.level or m.caption or "", m.state.value) for m in result.markings]


ALONE: list[tuple[str, Said]] = [
    ("TOP SECRET", [("TOP SECRET", "standing")]),
    ("Secret", [("SECRET", "standing")]),
    ("S E C R E T", [("SECRET", "standing")]),
    ("C0NFlDENTIAL", [("CONFIDENTIAL", "standing")]),
    ("~~TOP SECRET~~ SENSITIVE", [("TOP SECRET", "struck"), ("SENSITIVE", "standing")]),
    ("~~TOP SECRET - SENSITIVE~~", [("TOP SECRET", "struck"), ("SENSITIVE", "struck")]),
    ("~~SECRET~~ CONFIDENTIAL", [("SECRET", "struck"), ("CONFIDENTIAL", "standing")]),
    ("SECRET/NODIS", [("SECRET", "standing"), ("NODIS", "standing")]),
    ("EYES\nONLY", [("EYES ONLY", "standing")]),
    ("TOP\nSECRET", [("TOP SECRET", "standing")]),
    ("SXEXCXRXEXTX", [("SECRET", "overtyped")]),
    ("C O N F I D E N T I A L LIMA 10563", [("CONFIDENTIAL", "standing")]),
    ("T O P   S E C R E T", [("TOP SECRET", "standing")]),
    ("S-E-C-R-E-T", [("SECRET", "standing")]),
    ("Vo C-O-N-F-I-D-E-N-T-I-A-L   NO FOREIGN DISSEM", [("CONFIDENTIAL", "standing"), ("NOFORN", "standing")]),
    ("C-O-N-F-I-D-E-N-T-I-A-L   NO FOREIGN DISSEM   PAGE TWO", [("CONFIDENTIAL", "standing"), ("NOFORN", "standing")]),
    ("T O P  S E C R E T LIMA 10563", [("TOP SECRET", "standing")]),
    ("UNCLAS STATE 296107", [("UNCLASSIFIED", "standing")]),
    ("Classification: CONFIDENTIAL", [("CONFIDENTIAL", "standing")]),
]


@pytest.mark.parametrize(("line", "said"), ALONE)
def test_a_line_of_markings(line: str, said: Said) -> None:
    assert markings(line) == said


BESIDE: list[tuple[str, Said, list[str]]] = [
    ("other than a Government Agency. (SECRET)", [("SECRET", "standing")], ["SECRET"]),
    ("to anyone outside the Government. (TOP SECRET)", [("TOP SECRET", "standing")], ["TOP SECRET"]),
    ("OUTGOING TELEGRAM      Department of State      SECRET", [("SECRET", "standing")], ["SECRET"]),
    ("OUTGOING TELEGRAM Department of State TOP SECRET", [("TOP SECRET", "standing")], ["TOP SECRET"]),
    ("SECRET                       Control: 13847", [("SECRET", "standing")], ["SECRET"]),
    ("FOR BOHLEN AND GAVIN EYES ONLY", [("EYES ONLY", "standing")], ["EYES ONLY"]),
    ("ACTION: Amembassy MOSCOW PRIORITY 1234 EYES ONLY", [("EYES ONLY", "standing")], ["EYES ONLY"]),
    ("LIMITED OFFICIAL USE LA PAZ 2637", [("LIMITED OFFICIAL USE", "standing")], ["LIMITED OFFICIAL USE"]),
    ("CONFIDENTIAL       Page 2", [("CONFIDENTIAL", "standing")], ["CONFIDENTIAL"]),
]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "SECRET NO FOREIGN DISSEM/BACKGROUND USE ONLY/NO TDCS DB-3/501,112 ~20117",
            [("SECRET", "standing"), ("NOFORN", "standing"), ("BACKGROUND USE ONLY", "standing")],
        ),
        (
            "NO FOREIGN DISSEM/BACKGROUND USE ONLY/NO DISSEM downgrodiag and",
            [("NOFORN", "standing"), ("BACKGROUND USE ONLY", "standing")],
        ),
        ("THERE IS NO FOREIGN DISSEM CONTROL ON THE PAPER AND IT MAY BE SENT AS BACKGROUND", []),
    ],
)
def test_captions_with_strokes_between_them_are_markings_beside_anything(line: str, said: Said) -> None:
    assert markings(line) == said


@pytest.mark.parametrize(("line", "said", "words"), BESIDE)
def test_a_marking_beside_a_heading_is_claimed_alone(line: str, said: Said, words: list[str]) -> None:
    text = paper(line)
    assert markings(line) == said
    assert claimed(text, MarkingReader().read(text)) == words


def test_a_caption_that_opens_the_text_stays_part_of_its_sentence() -> None:
    """`Eyes only for Ambassador Bruce` is a marking, and the sentence keeps its words."""
    text = paper("6918. Eyes only for Ambassador Bruce from the Secretary. We have had word that")
    result = MarkingReader().read(text)
    assert [m.caption for m in result.markings] == ["EYES ONLY"]
    assert not result.claims


def test_each_occurrence_is_one_and_lights_its_own_ink() -> None:
    text = paper("SECRET\n\nText of the first page.\n\nSECRET", "SECRET\n\nMore.")
    result = MarkingReader().read(text)
    holds(text, MarkingReader(), result)
    assert [m.page for m in result.markings] == [1, 1, 2]
    assert len({m.evidence for m in result.markings}) == 3


@pytest.mark.parametrize(
    "prose",
    [
        "The matter is secret and must remain so.",
        "SUBJECT: SECRET PROTOCOL",
        "SECRETARY OF STATE",
        "(S) The paragraph begins with a portion mark.",
        "I write to you on a personal and\nconfidential matter of great",
        "EMBASSY BELIEVES THAT THE TERMS OF THIS AGREEMENT MUST REMAIN SECRET",
        "THE AMBASSADOR ASKED US TO TREAT THE TALK AS CONFIDENTIAL",
        "He said: only sensitive men read it.",
        "We want an exclusive distribution of the film.",
    ],
)
def test_prose_is_no_marking(prose: str) -> None:
    assert markings(prose) == []


def test_a_notice_about_copying_is_left_to_the_furniture() -> None:
    assert markings('REPRODUCTION FROM THIS\nCOPY IS PROHIBITED\nUNLESS "UNCLASSIFIED".') == []


def test_what_a_stamp_answers_for_is_no_marking() -> None:
    text = paper("SECRET")
    assert not MarkingReader().read(text, [text.lines[0].span]).markings
