"""The pages keyed by eye are whole and stand in their half, and what is counted against them is counted rightly."""

from __future__ import annotations

import pytest
from bench.ocr.choose import OF_EACH_HALF, drawn
from bench.ocr.keyed import KeyedPage, pages, sealed
from bench.ocr.keyed import _line as line
from bench.ocr.score import score
from bench.truth import half

PAPER = """PASS ELEC. TO EXCOM
IL-28 bombers leave by 1 December
~ RECEIVED NOV 23"""


def keyed(text: str) -> KeyedPage:
    quoted = [each.strip().strip('",') for each in sealed("a", 1, text).splitlines() if each.startswith("    ")]
    return KeyedPage("a", 1, "build", tuple(map(line, quoted)))


def test_the_pages_are_those_that_were_drawn() -> None:
    listed = {(each.part, each.document, each.page) for each in pages()}
    chosen = {(part, *each) for part in ("build", "score") for each in drawn(part)[:OF_EACH_HALF]}
    assert chosen - listed == {("score", "104-10079-10391", 2)}
    assert listed <= chosen
    assert all(each.part == half("scans", each.document) for each in pages())


def test_every_page_owes_words_and_words_with_digits() -> None:
    assert sum(len(each.words) for page in pages() for each in page.lines if each.owed) == 5760
    for page in pages():
        assert any(any(each.digits) for each in page.lines if each.owed)


@pytest.mark.parametrize(
    ("read", "recall", "precision", "errors", "lost"),
    [
        ("pass elec to excom\nIL-28 bombers leave by 1 December", 1.0, 1.0, 0.0, 0),
        ("RECEIVED NOV 23 pass elec to excom IL-28 bombers leave by 1 December", 1.0, 1.0, 0.0, 0),
        ("pass elec to excom\n11-21 bombers leave by 1 December", 0.8182, 0.8182, 0.1818, 0),
        ("IL-28 bombers leave by 1 December", 7 / 11, 1.0, 4 / 11, 1),
        ("", 0.0, 0.0, 1.0, 2),
    ],
)
def test_words_are_counted(read: str, recall: float, precision: float, errors: float, lost: int) -> None:
    counts = score(keyed(PAPER), read)
    assert counts.recall == pytest.approx(recall, abs=1e-4)
    assert counts.precision == pytest.approx(precision, abs=1e-4)
    assert counts.word_errors == pytest.approx(errors, abs=1e-4)
    assert counts.lost == lost


def test_a_doubtful_number_answers_for_one_that_is_missing() -> None:
    page = keyed(PAPER)
    assert score(page, "IL-21 bombers leave by 1 December").digits_answered == pytest.approx(1 / 2)
    told = score(page, "IL-21 bombers leave by 1 December", ["IL-21"])
    assert told.digits_answered == 1.0
    assert told.right_flagged == 1  # the il of it


def test_columns_in_another_order_cost_nothing_but_the_order() -> None:
    counts = score(keyed(PAPER), "IL-28 bombers leave by 1 December pass elec to excom")
    assert (counts.word_errors, counts.lost) == (0.0, 0)
    assert counts.in_order > 0
