"""What belongs to the page and not to the paper."""

from __future__ import annotations

import pytest
from tests.readers.marked import claimed, holds, paper, unclaimed

from onionskin.readers.furniture import FurnitureReader

LINES = [
    ("- 2 -", "page-number"),
    ("-14-", "page-number"),
    ("Page 2 of 4", "page-number"),
    ("PAGE 02 STATE 296107", "continuation-head"),
    ("-2- #1802, November 17, 10 p.m., from New York", "continuation-head"),
    ("Page two of telegram to Bonn", "continuation-head"),
    ("FORM DS-322", "form-number"),
    ("DS-322", "form-number"),
    ("OPTIONAL FORM NO. 10", "form-number"),
    ("NW 48213 DocId:31504926 Page 2", "image-number"),
    ("HW 48213 Docld: 31504926   Page 2", "image-number"),
    ("NW 48213 DocId:31i04926 Page 2", "image-number"),
    ("13-000", "image-number"),
    ("HW $8213 Doocld: 31504926 Page i", "image-number"),
    ("v9.1", "form-number"),
    ("---", "rule"),
    ('REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS "UNCLASSIFIED".', "notice"),
    ("REPR0DUCTI0N BY OTHER THAN THE ISSUlNG OFFICE IS PROHIBITED.", "notice"),
]


@pytest.mark.parametrize(("line", "rule"), LINES)
def test_a_line_of_furniture(line: str, rule: str) -> None:
    text = paper(line)
    result = FurnitureReader().read(text)
    holds(text, FurnitureReader(), result)
    assert [(c.rule, c.furniture) for c in result.claims] == [(rule, True)]


def test_a_notice_broken_over_lines() -> None:
    text = paper('The text.\n\nREPRODUCTION FROM TH1S\n\nCOPY IS PROHIBITED\n\nUNLESS "UNCLASSIFIED".\n\nRUSK')
    assert unclaimed(text, FurnitureReader().read(text)) == ["The text.", "RUSK"]


@pytest.mark.parametrize("line", ["14-00000", "13-00000,", "14 00000", "400000", "00000", "1400000"])
def test_the_number_of_the_image_may_be_worn(line: str) -> None:
    assert [c.rule for c in FurnitureReader().read(paper(f"{line}\nDear Walter:")).claims] == ["image-number"]


def test_a_lone_number_counts_a_page_only_where_there_are_several() -> None:
    """On a single page it may be the telegram's own."""
    pages = ("Text.\n\n1", "2\n\nText.", "4481\n\nText.")
    text = paper(*pages)
    assert claimed(text, FurnitureReader().read(text)) == ["1", "2"]
    assert not FurnitureReader().read(paper("2\n\nText.")).claims


@pytest.mark.parametrize(
    "line",
    [
        "The reproduction of this document was discussed.",
        "PAGE 01 STATE 296107",
        "OF 12",
        "of 1962",
        "CA 91",
        "Form a government of 12 ministers at once",
        "Page after page he wrote",
        "5459",
        "100000",
        "Drafted by",
    ],
)
def test_what_a_reader_of_papers_needs_is_left(line: str) -> None:
    assert not FurnitureReader().read(paper(line)).claims


@pytest.mark.parametrize(
    ("line", "speck"),
    [
        ("They would have to go back to Berlin to limit our actions.   98", "98"),
        ("|    Hope that we can maintain the relations which have been so good in this", "|"),
        ("would strengthen Europe but they will not let them in at this time.    GS", "GS"),
        ("disseminated.   06", "06"),
        ("City.   +", "+"),
    ],
)
def test_specks_and_figures_beside_running_text_are_of_the_margin(line: str, speck: str) -> None:
    text = paper(line)
    (claim,) = FurnitureReader().read(text).claims
    assert (claim.rule, claim.span.of(text.text)) == ("margin", speck)


@pytest.mark.parametrize(
    "line",
    [
        "They would have to go back to Berlin to limit all of our actions there.   We are",
        "He said that nothing at all was to be done about it by those of us who     were",
        "EUR    12",
        "Copies for the Secretary        4",
        "Total.   4",
        "1.   He said that nothing at all was to be done about it by those of us",
    ],
)
def test_words_behind_a_gap_and_rows_of_a_table_are_none(line: str) -> None:
    assert FurnitureReader().read(paper(line)).claims == ()


@pytest.mark.parametrize(
    "head",
    ["Page 2 of A-118\nFrom Conakry", "Page 2\nDesp. No. 413\nFrom AmEmbassy OSLO", "Page 3 of 4\nEncl. No. 1\nA-58"],
)
def test_a_continuation_sheet_has_a_head_of_several_lines(head: str) -> None:
    text = paper(f"The meeting was put off until the members\f{head}\ncould be told of the change that was made.")
    assert unclaimed(text, FurnitureReader().read(text)) == [
        "The meeting was put off until the members",
        "could be told of the change that was made.",
    ]


@pytest.mark.parametrize(
    ("line", "scrawl"),
    [
        ("of 1958.   Braden   t es", "Braden   t es"),
        ("that the ships were known to him and to all of us.   lgo- Bo ST", "lgo- Bo ST"),
    ],
)
def test_what_was_read_of_a_pen_behind_a_paragraph_is_of_the_margin(line: str, scrawl: str) -> None:
    text = paper(f"He was not asked to go there again before the summer\n{line}\n\nSB/O")
    assert [(c.rule, c.span.of(text.text)) for c in FurnitureReader().read(text).claims] == [("margin", scrawl)]


@pytest.mark.parametrize(
    "line",
    [
        "that the ships were known to him and to all of us.   RUSK",
        "that the ships were known to him and to all of us.   Dean Rusk",
        "that the ships were known to him and to all of us.   You should see him.",
        "that the ships were known to him and to all of us.   If he\ncomes to see you then you should tell him",
        "1. Draft.   copy attached",
    ],
)
def test_a_signature_and_a_sentence_behind_a_gap_are_none(line: str) -> None:
    assert FurnitureReader().read(paper(f"{line}\n\nSB/O")).claims == ()


@pytest.mark.parametrize(
    ("line", "claimed_as"),
    [
        ("[handwritten: cc. given to L by hand 4/4 AB]", ["note-by-hand"]),
        ("[Handwritten note in margin: not sent]", ["note-by-hand"]),
        ("[in pencil: see the earlier file on this]", ["note-by-hand"]),
        ("[Handwritten initials: EH]", ["note-by-hand"]),
        ("[Handwritten:]", ["note-by-hand"]),
        ("[handwritten: Dear Chip]", []),
        ("[handwritten: With warm regards, Dean]", []),
        ("[handwritten insertion: and the Minister]", []),
        ("[in the Foreign Office]", []),
    ],
)
def test_a_transcriber_s_note_of_what_was_written_on_it_later(line: str, claimed_as: list[str]) -> None:
    assert [c.rule for c in FurnitureReader().read(paper(line)).claims] == claimed_as
