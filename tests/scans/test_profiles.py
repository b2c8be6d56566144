"""What each profile does of its own: look at what is left, have two engines vote, and spend no more than it must."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unittest.mock import Mock

import numpy as np
import pytest
from tests.scans.sheets import TELEGRAM, typed_image

from onionskin.errors import EngineError, LimitError, SourceError
from onionskin.record.page import PageNumber, PageText, UnreadKind
from onionskin.scans.engine import PageImage
from onionskin.scans.engines.profiles import ProfileEngine
from onionskin.scans.engines.rapid import RapidEngine
from onionskin.scans.engines.tesseract import TesseractEngine
from onionskin.scans.ink import uncovered
from onionskin.scans.limits import Limits
from onionskin.scans.seen import SeenLine

SHEET = PageImage(PageNumber(1), np.asarray(typed_image()), 150, "box/telegram.png")
LOST = 3
"""The line that the first engine loses in these tests."""


@pytest.fixture(scope="module")
def seen() -> list[SeenLine]:
    return RapidEngine(60).look(SHEET)


@pytest.fixture
def losing(seen: list[SeenLine], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [line for line in seen if not any(word.text == "Kuznetsov" for word in line.words)]
    assert len(kept) < len(seen)
    monkeypatch.setattr(RapidEngine, "look", lambda *_: kept)


def read(profile: str) -> PageText:
    return ProfileEngine(profile, Limits()).read(SHEET)


def never(*_: object) -> list[SeenLine]:
    raise AssertionError("the second engine was asked")


def test_fast_reports_the_line_it_lost(losing: None) -> None:
    page = read("fast")
    assert "Kuznetsov" not in page.text
    assert {each.kind for each in page.unread or ()} == {UnreadKind.LINE}


@pytest.mark.parametrize("profile", ["balanced", "best", "auto"])
def test_the_others_read_it_and_report_nothing(losing: None, profile: str) -> None:
    page = read(profile)
    assert page.text.split() == " ".join(TELEGRAM).split()
    assert page.unread == ()


def test_what_is_left_is_looked_for_once_where_nothing_more_was_read(
    losing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = Mock(wraps=uncovered)
    monkeypatch.setattr("onionskin.scans.engines.profiles.uncovered", looking)
    assert read("fast").unread
    assert looking.call_count == 1


def test_a_line_that_cannot_be_read_is_reported_and_not_guessed(losing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RapidEngine, "look_closer", lambda *_: None)
    page = read("balanced")
    assert "Kuznetsov" not in page.text
    assert {each.kind for each in page.unread or ()} == {UnreadKind.LINE}


def test_auto_spends_nothing_on_a_clean_page_and_more_on_a_poor_one(
    seen: list[SeenLine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TesseractEngine, "look", never)
    assert read("auto").text.split() == " ".join(TELEGRAM).split()
    monkeypatch.setattr("onionskin.scans.engines.profiles._PLAIN", 1.1)
    with pytest.raises(AssertionError, match="second engine"):
        read("auto")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (LimitError("reading it took longer than 30 seconds (max_page_seconds)"), "took longer than 30 seconds"),
        (EngineError("Tesseract failed (it broke)"), "Tesseract failed"),
    ],
)
def test_a_page_on_which_the_second_engine_fails_is_as_the_first_read_it(
    monkeypatch: pytest.MonkeyPatch, fault: SourceError, told: str
) -> None:
    monkeypatch.setattr(TesseractEngine, "look", Mock(side_effect=fault))
    page = read("best")
    assert page.text.split() == " ".join(TELEGRAM).split()
    assert page.reason
    assert page.reason.startswith("one engine's reading alone")
    assert told in page.reason


def test_a_page_full_of_specks_is_not_given_to_the_second_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.asarray(typed_image((), size=(1275, 1000))).copy()
    pixels[300::4, ::4] = 0
    monkeypatch.setattr(TesseractEngine, "look", never)
    monkeypatch.setattr(RapidEngine, "look", lambda *_: [])
    page = ProfileEngine("best", Limits()).read(replace(SHEET, pixels=pixels))
    assert page.reason == "one engine's reading alone, for the page is full of specks"


def test_a_second_opinion_may_take_less_than_the_page() -> None:
    best = ProfileEngine("best", Limits(max_page_seconds=600))
    assert (best._first._seconds, best._second._seconds) == (600, 30)
    assert ProfileEngine("best", Limits(max_page_seconds=9))._second._seconds == 9


@pytest.mark.parametrize(("theirs", "variants"), [("1369", ("1369",)), ("1359", None)])
def test_best_keeps_both_readings_of_a_number(
    seen: list[SeenLine], monkeypatch: pytest.MonkeyPatch, theirs: str, variants: tuple[str, ...] | None
) -> None:
    def otherwise(word: str) -> str:
        return theirs if word == "1359" else word

    less_sure = [SeenLine(tuple(replace(word, confidence=0.95) for word in line.words)) for line in seen]
    monkeypatch.setattr(RapidEngine, "look", lambda *_: less_sure)
    monkeypatch.setattr(TesseractEngine, "look", lambda *_: renamed(seen, otherwise))
    page = read("best")
    assert {word.span.of(page.text): word.variants for word in page.words}["1359"] == variants


def renamed(lines: list[SeenLine], change: Callable[[str], str]) -> list[SeenLine]:
    return [
        SeenLine(tuple(type(word)(change(word.text), word.box, word.confidence) for word in line.words))
        for line in lines
    ]
