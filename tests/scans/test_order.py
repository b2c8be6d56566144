"""A page is read as a person would read it: down one column, then down the next."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.geometry import Box
from onionskin.scans.order import paragraphs
from onionskin.scans.seen import SeenLine, SeenWord, Turn

LETTER, HIGH, STEP = 20, 30, 50
"""A typewriter at 300 dpi: 15 letters, and six lines, to the inch."""


def line(text: str, column: float, row: float, *, slope: float = 0.0) -> SeenLine:
    """A typed line that begins at a column and row of the page's grid."""
    words, at = [], 0
    for word in text.split(" "):
        left = round((column + at) * LETTER)
        top = round(row * STEP + slope * left)
        words.append(SeenWord(word, Box(left, top, left + LETTER * len(word), top + HIGH)))
        at += len(word) + 1
    return SeenLine(tuple(words), slope)


def typed(page: str) -> list[SeenLine]:
    """The lines of a page drawn with letters; three blanks or more part two lines in one row."""
    seen = []
    for row, drawn in enumerate(page.split("\n")):
        at = 0
        for part in drawn.split("   "):
            text = part.strip()
            if text:
                at = drawn.index(text, at)
                seen.append(line(text, at, row))
                at += len(text)
    return seen


def read(seen: list[SeenLine]) -> str:
    """Rows as lines, their parts apart by a bar; paragraphs apart by an empty line."""
    return "\n\n".join(
        "\n".join(" | ".join(" ".join(word.text for word in part.words) for part in row) for row in paragraph)
        for paragraph in paragraphs(seen)
    )


def shuffled(seen: list[SeenLine]) -> list[SeenLine]:
    mixed = list(seen)
    random.Random(4).shuffle(mixed)
    return mixed


BODY = [
    "You should see Kuznetsov promptly to discuss",
    "next steps in effecting understanding of the",
    "twenty-seventh and twenty-eighth of October.",
]


def test_rows_come_from_top_to_bottom_whatever_the_order_seen() -> None:
    assert read(shuffled(typed("\n".join(BODY)))) == "\n".join(BODY)


def test_labels_stay_in_the_row_of_what_they_label() -> None:
    page = """
FROM:      Moscow
TO:        Secretary of State
NO:        1359, November 23
"""
    assert read(shuffled(typed(page))) == ("FROM: | Moscow\nTO: | Secretary of State\nNO: | 1359, November 23")


def test_running_text_side_by_side_is_read_column_by_column() -> None:
    left = ["Here is a copy of a letter", "that I have sent to him on", "Sunday, for your guidance."]
    right = ["As you will see, it was all", "well received, but we think", "it better to await events."]
    page = "\n".join(f"{one:<40}{other}" for one, other in zip(left, right, strict=True))
    assert read(shuffled(typed(page))) == "\n".join(left) + "\n\n" + "\n".join(right)


def test_what_stands_above_and_below_columns_is_read_before_and_after_them() -> None:
    left = ["Here is a copy of a letter", "that I have sent to him on", "Sunday, for your guidance."]
    right = ["As you will see, it was all", "well received, but we think", "it better to await events."]
    columns = [f"{one:<40}{other}" for one, other in zip(left, right, strict=True)]
    across = "A line that runs over both of the columns, from the one margin to the other"
    got = read(shuffled(typed("\n".join([across, *columns, across]))))
    assert got.replace("\n\n", "\n").split("\n") == [across, *left, *right, across]


def test_a_list_in_the_margin_that_is_not_level_with_the_text_is_read_by_itself() -> None:
    """The distribution of an incoming telegram, stamped beside the text with another machine."""
    margin = [line(office, 0, 0.5 + 1.3 * i) for i, office in enumerate(["Action", "EUR", "Info", "SS", "G", "SP"])]
    body = [line(text, 20, i) for i, text in enumerate(BODY * 3)]
    got = read(shuffled([*margin, *body]))
    assert got == "Action\nEUR\nInfo\nSS\nG\nSP\n\n" + "\n".join(BODY * 3)


def test_a_page_askew_by_a_degree_keeps_its_rows() -> None:
    left = [line("FROM:", 0, i, slope=0.0175) for i in range(5)]
    right = [line("the Secretary of State in Washington", 60, i, slope=0.0175) for i in range(5)]
    rows = read(shuffled([*left, *right])).split("\n")
    assert rows == ["FROM: | the Secretary of State in Washington"] * 5


def test_a_stamp_over_typing_makes_a_row_of_its_own() -> None:
    stamp = SeenLine((SeenWord("DECLASSIFIED", Box(100, 10, 400, 60)),))
    got = read([*typed("\n".join(BODY)), stamp])
    assert sorted(got.split("\n")) == sorted([*BODY, "DECLASSIFIED"])


def test_words_of_one_line_whose_boxes_reach_over_one_another_stay_in_one_row() -> None:
    """An older engine's box of `harbor.` ends where the next sentence has begun."""
    wide = SeenLine((SeenWord("the ships,", Box(0, 3, 200, 33)), SeenWord("and the harbor.", Box(220, 2, 560, 32))))
    assert read([line("Some weeks after they came to", 21, 0), wide]) == (
        "the ships, and the harbor. | Some weeks after they came to"
    )


def test_lines_that_run_up_the_margin_come_last() -> None:
    margin = SeenLine((SeenWord("Copy", Box(5, 0, 35, 100)), SeenWord("37a", Box(5, 110, 35, 200))))
    assert read([margin, *typed("\n".join(BODY))]) == "\n".join(BODY) + "\n\nCopy 37a"


def test_an_empty_line_ends_a_paragraph() -> None:
    page = "\n".join([*BODY, "", *BODY])
    assert read(typed(page)) == "\n".join(BODY) + "\n\n" + "\n".join(BODY)


def test_in_double_spacing_a_paragraph_begins_where_a_line_is_set_in() -> None:
    page = "\n\n".join(["     " + BODY[0], *BODY[1:], *BODY, "     " + BODY[0], *BODY[1:]])
    one = "\n".join([*BODY, *BODY])
    assert read(typed(page)) == one + "\n\n" + "\n".join(BODY)


def test_single_and_double_spacing_on_one_page_are_told_apart() -> None:
    head = ["ACTION: Amembassy MOSCOW", "INFO: Amembassy PARIS", "INFO: Amembassy LONDON", "INFO: USUN New York"]
    page = "\n".join([*head, "", "", "\n\n".join(BODY)])
    assert read(typed(page)) == "\n".join(head) + "\n\n" + "\n".join(BODY)


def test_single_lines_apart_are_paragraphs() -> None:
    page = "\n".join([*BODY, "", "Sincerely,", "", "Dean Rusk", "", "Attachment.", "", *BODY])
    body = "\n".join(BODY)
    assert read(typed(page)) == f"{body}\n\nSincerely,\n\nDean Rusk\n\nAttachment.\n\n{body}"


def test_a_quotation_set_in_stays_together() -> None:
    quoted = ["     " + text for text in BODY]
    page = "\n".join([*BODY, *quoted, *BODY])
    parts = read(typed(page)).split("\n\n")
    assert "\n".join(BODY) in parts[1]


boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(0, 2000),
    st.integers(0, 3000),
    st.integers(1, 600),
    st.integers(1, 200),
)
anything = st.lists(
    st.builds(
        lambda words, slope: SeenLine(tuple(words), slope),
        st.lists(st.builds(SeenWord, st.text("abc", min_size=1, max_size=5), boxes), min_size=1, max_size=3),
        st.floats(-0.2, 0.2),
    ),
    max_size=25,
)


@given(anything)
def test_whatever_was_seen_is_read_once(seen: list[SeenLine]) -> None:
    read_lines = [part for paragraph in paragraphs(seen) for row in paragraph for part in row]
    assert sorted(map(id, read_lines)) == sorted(map(id, seen))


@given(anything)
def test_the_order_of_seeing_does_not_matter(seen: list[SeenLine]) -> None:
    unique = [line for i, line in enumerate(seen) if line.box not in {other.box for other in seen[:i]}]
    assert read(unique) == read(unique) == read(sorted(unique, key=lambda line: (line.box.right, line.box.top)))


STAMP = """DECLASSIFIED
Authority State   letter of 4/3/92
By JM, NARA"""


@pytest.mark.parametrize("turn", [Turn.UP, Turn.DOWN])
def test_a_stamp_struck_sideways_is_read_as_if_the_page_were_turned(turn: Turn) -> None:
    sheet = 1000

    def struck(box: Box) -> Box:
        if turn is Turn.UP:
            return Box(box.top, sheet - box.right, box.bottom, sheet - box.left)
        return Box(sheet - box.bottom, box.left, sheet - box.top, box.right)

    upright = [
        SeenLine(tuple(SeenWord(word.text, struck(word.box)) for word in each.words), turn=turn)
        for each in typed(STAMP)
    ]
    rows = [row for paragraph in paragraphs([*reversed(upright), line("RUSK", 60, 3)]) for row in paragraph]
    assert [" ".join(word.text for each in row for word in each.words) for row in rows] == [
        "RUSK",
        "DECLASSIFIED",
        "Authority State letter of 4/3/92",
        "By JM, NARA",
    ]


@pytest.mark.parametrize("seen", [[], typed("one")])
def test_a_page_of_nothing_or_one_line(seen: list[SeenLine]) -> None:
    assert len(paragraphs(seen)) == len(seen)
