"""What is withheld of a text is joined, told by its extent, and stands nowhere in what is shown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.desk.chancery.passages import as_shown, extent, joined, of_lines, only_withheld, pieces
from onionskin.errors import UsageError

LETTER = "Dear Mr. Ambassador:\n\nYou should see Kuznetsov promptly,\nand tell him nothing of the bombers.\n"


def passage(start: int, end: int, exemption: str = "(b)(1)") -> dict[str, Any]:
    return {"start": start, "end": end, "exemption": exemption}


def of_words(words: str, exemption: str = "(b)(1)") -> dict[str, Any]:
    start = LETTER.index(words)
    return passage(start, start + len(words), exemption)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ([passage(5, 9), passage(0, 3)], [passage(0, 3), passage(5, 9)]),
        ([passage(0, 6), passage(4, 9)], [passage(0, 9)]),
        ([passage(0, 6), passage(6, 9)], [passage(0, 9)]),
        ([passage(0, 6), passage(6, 9, "(b)(6)")], [passage(0, 6), passage(6, 9, "(b)(6)")]),
        ([passage(0, 6), passage(4, 9, "(b)(6)")], [passage(0, 9, "(b)(1); (b)(6)")]),
        ([passage(0, 9), passage(2, 4, "(b)(6)")], [passage(0, 9, "(b)(1); (b)(6)")]),
    ],
)
def test_passages_that_overlap_become_one_under_all_exemptions(
    chosen: list[dict[str, Any]], left: list[dict[str, Any]]
) -> None:
    assert list(joined(chosen)) == left


def test_what_is_shown_says_how_much_is_missing_and_why() -> None:
    shown = as_shown(LETTER, [of_words("Kuznetsov"), of_words("and tell him nothing of the bombers.", "(b)(5)")])
    assert shown == (
        "Dear Mr. Ambassador:\n\nYou should see [1 word in 1 line withheld: (b)(1)] promptly,\n"
        "[7 words in 1 line withheld: (b)(5)]\n"
    )


def test_lines_are_chosen_by_their_numbers() -> None:
    (one, other) = of_lines(LETTER, "1, 3-4", "(b)(1)")
    assert LETTER[one["start"] : one["end"]] == "Dear Mr. Ambassador:"
    assert LETTER[other["start"] : other["end"]].split("\n") == LETTER.split("\n")[2:4]
    assert str(extent(LETTER, of_lines(LETTER, "3-4", "(b)(1)"))) == "12 words in 2 lines"
    for wrong in ("0", "9", "4-3", "three", ""):
        with pytest.raises(UsageError, match="is no line of a text of 5"):
            of_lines(LETTER, wrong, "(b)(1)")


def test_words_that_stand_elsewhere_too_are_not_only_withheld() -> None:
    assert only_withheld(LETTER, [of_words("see Kuznetsov"), of_words("You")]) == {"see", "kuznetsov", "you"}
    assert only_withheld("tell him, tell him", [passage(0, 8)]) == frozenset()


TEXTS = st.text(alphabet="ab \n,", max_size=40)


@given(TEXTS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20)), max_size=5))
def test_what_is_shown_is_the_text_but_for_what_is_withheld(text: str, chosen: list[tuple[int, int]]) -> None:
    held = [passage(at, min(at + length, len(text))) for at, length in chosen if at < len(text)]
    covered = {at for each in held for at in range(each["start"], each["end"])}
    shown = "".join(each.text for each in pieces(text, held))
    assert shown == "".join(each for at, each in enumerate(text) if at not in covered)
    assert extent(text, held).lines <= text.count("\n") + 1
