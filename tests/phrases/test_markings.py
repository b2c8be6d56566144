"""Lines that are markings, beside the levels and captions on them; and prose that only speaks of secrets."""

import pytest

from onionskin.phrases.markings import read_markings
from onionskin.record.reading import ReadingState

MARKINGS = [
    ("TOP SECRET", ["TOP SECRET"]),
    ("~~TOP SECRET~~ SENSITIVE", ["TOP SECRET", "SENSITIVE"]),
    ("~~TOP SECRET - SENSITIVE~~", ["TOP SECRET", "SENSITIVE"]),
    ("Secret", ["SECRET"]),
    ("**SECRET**", ["SECRET"]),
    ("| SECRET |", ["SECRET"]),
    ("- 2 - SECRET", ["SECRET"]),
    ("SECRET 2", ["SECRET"]),
    ("SECRET PRIORITY", ["SECRET"]),
    ("Classification: SECRET", ["SECRET"]),
    ("S E C R E T", ["SECRET"]),
    ("T O P   S E C R E T", ["TOP SECRET"]),
    ("S-E-C-R-E-T", ["SECRET"]),
    ("T-O-P S-E-C-R-E-T", ["TOP SECRET"]),
    ("C-O-N-F-I-D-E-N-T-I-A-L   NO FOREIGN DISSEM", ["CONFIDENTIAL", "NOFORN"]),
    ("C O N F I D E N T I A L NOFORN", ["CONFIDENTIAL", "NOFORN"]),
    ("S E C R E T STATE 12345", ["SECRET"]),
    ("TOPSECRET", ["TOP SECRET"]),
    ("SEC RET", ["SECRET"]),
    ("CONFIDENTIAL/NOFORN", ["CONFIDENTIAL", "NOFORN"]),
    ("SECRET; LIMDIS; NOFORN", ["SECRET", "LIMDIS", "NOFORN"]),
    ("Top secret; Limited distribution", ["TOP SECRET", "LIMDIS"]),
    ("TOP SECRET SENSITIVE EYES ONLY", ["TOP SECRET", "SENSITIVE", "EYES ONLY"]),
    ("Personal and Confidential", ["PERSONAL", "CONFIDENTIAL"]),
    ("STRICTLY CONFIDENTIAL", ["STRICTLY CONFIDENTIAL"]),
    ("PRIVATE", ["PRIVATE"]),
    ("EXCLUSIVELY EYES ONLY", ["EXCLUSIVELY EYES ONLY"]),
    ("LIMIT DISTRIBUTION", ["LIMIT DISTRIBUTION"]),
    ("NO DISTRIBUTION", ["NO DISTRIBUTION"]),
    ("EXDIS", ["EXDIS"]),
    ("NODIS", ["NODIS"]),
    ("LIMITED OFFICIAL USE", ["LIMITED OFFICIAL USE"]),
    ("OFFICIAL USE ONLY", ["OFFICIAL USE ONLY"]),
    ("RESTRICTED", ["RESTRICTED"]),
    ("SECRET - SECURITY INFORMATION", ["SECRET", "SECURITY INFORMATION"]),
    ("CONFIDENTIAL Group I", ["CONFIDENTIAL", "GROUP 1"]),
    ("COSMIC TOP SECRET", ["COSMIC TOP SECRET"]),
    ("NATO SECRET", ["NATO SECRET"]),
    ("UNCLAS STATE 296107", ["UNCLASSIFIED"]),
    ("S E C R E T SECTION 1 OF 8 LA PAZ 4058", ["SECRET"]),
    ("T0P SECRET", ["TOP SECRET"]),
    ("CONFIDENTlAL", ["CONFIDENTIAL"]),
]

PROSE = [
    "",
    "this is a secret matter",
    "It remains secret",
    "The secret talks",
    "Secret negotiations",
    "SECRETARY",
    "EXECUTIVE SECRETARIAT",
    "PERSONNEL",
    "DECLASSIFIED",
    "EXCISE",
    "END",
    "RUSK",
    "DEPARTMENT OF STATE",
    "For the eyes only of",
    "EYES ONLY FOR STEVENSON",
    "of this.",
    "secret",
    "You should keep this strictly confidential",
]


@pytest.mark.parametrize(("line", "words"), MARKINGS)
def test_a_line_of_markings_gives_them_in_order(line: str, words: list[str]) -> None:
    finds = read_markings(line)
    assert [f.value.level or f.value.caption for f in finds] == words
    assert all(f.state is ReadingState.FOUND and not f.value.control for f in finds)


@pytest.mark.parametrize("line", PROSE)
def test_other_lines_have_none(line: str) -> None:
    assert read_markings(line) == []


@pytest.mark.parametrize(
    ("line", "level"),
    [("SECRE", "SECRET"), ("SECRFT", "SECRET"), ("TOP SEGRET", "TOP SECRET"), ("CONFIDENTAL", "CONFIDENTIAL")],
)
def test_a_damaged_level_is_doubtful_and_says_what_it_could_be(line: str, level: str) -> None:
    (found,) = read_markings(line)
    assert (found.value.level, found.state) == (level, ReadingState.DOUBTFUL)
    assert repr(level) in found.reason


@pytest.mark.parametrize(
    "line",
    [
        'REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS "UNCLASSIFIED".',
        "REPRODUCTION FROM THIS",
        "COPY IS PROHIBITED",
        'UNLESS "UNCLASSIFIED".',
    ],
)
def test_a_notice_is_one_caption_also_in_part_and_never_a_level(line: str) -> None:
    (found,) = read_markings(line)
    assert (found.value.level, found.value.caption) == (None, "REPRODUCTION PROHIBITED")
    assert found.value.control


def test_each_marking_is_lit_by_its_own_words() -> None:
    level, caption = read_markings("~~TOP SECRET~~ SENSITIVE")
    assert (level.text, level.span.start, caption.text) == ("TOP SECRET", 2, "SENSITIVE")
