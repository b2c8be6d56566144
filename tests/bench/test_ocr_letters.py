"""Letters counted against a page whose every letter is known, in any order of reading."""

from __future__ import annotations

import numpy as np
import pytest
from bench.ocr.letters import score, stretches_of
from bench.ocr.peers import Reading

from onionskin.facsimile.paper.ageing import Scan
from onionskin.facsimile.paper.truth import LineTruth, PageTruth, WordTruth, hull
from onionskin.record.geometry import Box

ROWS = (
    (("Action", 0), ("Control:", 200), ("13415", 300)),
    (("Embtel", 0), ("911", 80), ("greatly", 130), ("appreciated.", 220)),
    (("TOP", 0), ("SECRET", 50), ("by", 130), ("6-8-62", 160)),
)


def page() -> Scan:
    words, lines = [], []
    for number, row in enumerate(ROWS):
        here = [
            WordTruth(
                text,
                Box(left, 40 * number, left + 10 * len(text), 40 * number + 20),
                number,
                struck=text in {"TOP", "SECRET"},
            )
            for text, left in row
        ]
        words += here
        lines.append(LineTruth(" ".join(word.text for word in here), hull(word.box for word in here)))
    return Scan(np.full((120, 400), 255, np.uint8), PageTruth(1, 400, 120, 100, tuple(words), tuple(lines)))


ALL = "Embtel 911 greatly appreciated.\nControl: 13415\nAction\nby 6-8-62"


def test_stretches_end_at_wide_blanks_and_at_what_nobody_owes() -> None:
    assert list(stretches_of(page().truth)) == [
        "Action",
        "Control: 13415",
        "Embtel 911 greatly appreciated.",
        "by 6-8-62",
    ]


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        (ALL, 0),
        (ALL + "\nTOP SECRET", 0),
        (ALL.replace("911", "917"), 1),
        (ALL.replace("greatly ap", "greatlyap"), 1),
        (ALL.replace("Action", ""), 6),
        (ALL + "\nTOP SECRET and twelve", 9),
        ("", 6 + 14 + 31 + 9),
    ],
)
def test_errors_are_letters_wrong_missing_or_too_many(text: str, errors: int) -> None:
    assert score(page(), Reading(text)).errors == errors


def test_a_wrong_number_is_answered_by_a_doubtful_word_that_is_like_it() -> None:
    wrong = ALL.replace("13415", "13475")
    plain, told, other = (score(page(), Reading(wrong, doubts)) for doubts in ((), ("13475",), ("Embtel",)))
    assert (plain.numbers, plain.numbers_right) == (5, 4)
    assert [each.numbers_flagged for each in (plain, told, other)] == [0, 1, 0]
    assert other.right_flagged == 1


def test_a_line_is_lost_untold_unless_a_patch_of_unread_ink_lies_on_it() -> None:
    text = ALL.replace("Embtel 911 greatly appreciated.", "")
    there, elsewhere = (0.0, 0.3, 0.9, 0.55), (0.0, 0.8, 0.9, 1.0)
    silent, told, wrong = (score(page(), Reading(text, patches=each)) for each in ((), (there,), (elsewhere,)))
    assert [each.lost for each in (silent, told, wrong)] == [1, 1, 1]
    assert [each.lost_untold for each in (silent, told, wrong)] == [1, 0, 1]
