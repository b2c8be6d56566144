"""A text layer is kept where it says what is on the paper, and the page is read afresh where it does not."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.scans.sheets import scan_pdf, typed_image

from onionskin.errors import EngineError
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage
from onionskin.scans.judging import LayerJudge, agreement, ink_covered, lines_lost, word_shares
from onionskin.scans.limits import Limits
from onionskin.scans.pdf_drawing import draw
from onionskin.scans.source import open_source
from onionskin.scans.text_layers import LayerPolicy

LINES = (
    "OUTGOING TELEGRAM Department of State",
    "You should see the Ambassador promptly to",
    "discuss next steps in effecting the understanding",
    "of October 27 and 28. The United States has been",
    "informed that the Government of the Soviet Union",
    "will report to the Security Council on Monday.",
    "Please report his reaction and inform London and",
    "Paris before the next meeting of the Committee.",
)
GARBLED = str.maketrans("etaonr", "c1@0mt")


def typed(lines: tuple[str, ...] = LINES, n: int = 1) -> tuple[PageText, PageImage]:
    """A typed page, and all its words where they stand."""
    paper = Image.new("L", (1275, 1650), 255)
    draw, face = ImageDraw.Draw(paper), ImageFont.load_default(36)
    text, words = "", []
    for i, line in enumerate(lines):
        top, left = 100 + i * 72, 90.0
        for word in line.split():
            end = left + draw.textlength(word, font=face)
            draw.text((left, top), word, fill=0, font=face)
            words.append(Word(Span(len(text), len(text) + len(word)), Box(int(left), top, int(end) + 1, top + 42)))
            text += f"{word} "
            left = end + draw.textlength(" ", font=face)
        text = text[:-1] + "\n"
    image = PageImage(PageNumber(n), np.asarray(paper), 150, "a.pdf")
    return PageText(PageNumber(n), text, tuple(words), 1275, 1650, 150, "pdf-text-layer"), image


class Typist:
    """An engine that knows what is on the page; `strips` counts what it was asked to read."""

    name = "typist"

    def __init__(self, page: PageText, image: PageImage) -> None:
        self._page, self._image = page, image
        self.strips = 0

    def read(self, image: PageImage) -> PageText:
        self.strips += 1
        first = (image.pixels.ctypes.data - self._image.pixels.ctypes.data) // self._image.width
        kept = [word for word in self._page.words if first <= word.box.top and word.box.bottom <= first + image.height]
        moved = [
            dataclasses.replace(w, box=Box(w.box.left, w.box.top - first, w.box.right, w.box.bottom - first))
            for w in kept
        ]
        return dataclasses.replace(self._page, words=tuple(moved), reader=self.name)


def judged(change: Callable[[PageText], PageText]) -> tuple[bool, str, int]:
    """Whether a layer is kept, why, and how many strips were read for it."""
    page, image = typed()
    engine = Typist(page, image)
    verdict = LayerJudge(engine).judge(change(page), image)
    return verdict.keep, verdict.reason, engine.strips


def garbled(page: PageText) -> PageText:
    return dataclasses.replace(page, text=page.text.translate(GARBLED))


def misread(page: PageText) -> PageText:
    """Words still, and yet not those of the page: every one of `the` and `of` another."""
    return dataclasses.replace(page, text=page.text.replace("the", "she").replace("of", "if").replace("State", "Skate"))


def test_a_layer_that_says_what_is_there_is_kept_with_its_figures() -> None:
    kept, reason, strips = judged(lambda page: page)
    assert (kept, strips) == (True, 1)
    assert reason.startswith("a strip read afresh agrees with the text layer in 100%, and ")


@pytest.mark.parametrize(
    ("change", "told", "strips"),
    [
        (garbled, "of the text layer's words", 0),
        (misread, "a strip read afresh agrees", 1),
        (lambda page: dataclasses.replace(page, words=page.words[:25]), "words cover", 0),
        (lambda page: dataclasses.replace(page, text="SECRET\n", words=page.words[:1]), "too few words", 0),
        (
            lambda page: dataclasses.replace(
                page, words=tuple(dataclasses.replace(word, confidence=0.4) for word in page.words)
            ),
            "the text layer's own confidence is 0.40",
            0,
        ),
    ],
    ids=["no words", "other words", "half the page", "a stamp", "not sure itself"],
)
def test_a_layer_that_does_not_is_redone_and_cheap_reasons_cost_no_reading(
    change: Callable[[PageText], PageText], told: str, strips: int
) -> None:
    kept, reason, read = judged(change)
    assert (kept, read) == (False, strips)
    assert told in reason


def test_a_layer_that_lies_elsewhere_is_redone() -> None:
    """Its words are right, and every box would point at the wrong ink."""
    page, image = typed()
    low = tuple(
        dataclasses.replace(w, box=Box(w.box.left, w.box.top + 800, w.box.right, w.box.bottom + 800))
        for w in page.words
    )
    assert not LayerJudge(Typist(page, image)).judge(dataclasses.replace(page, words=low), image).keep


def test_one_strip_speaks_for_ten_pages() -> None:
    page, image = typed()
    engine = Typist(page, image)
    judge = LayerJudge(engine)
    assert all(judge.judge(page, image).keep for _ in range(25))
    assert engine.strips == 3


def test_a_page_much_worse_than_the_one_that_agreed_has_a_strip_of_its_own() -> None:
    page, image = typed()
    engine = Typist(page, image)
    judge = LayerJudge(engine)
    worse = dataclasses.replace(page, text=page.text.replace("e", "c").replace("report", "tepott"))
    assert [judge.judge(each, image).keep for each in (page, worse, page)] == [True, False, True]
    assert engine.strips == 2


def without(page: PageText, *lines: int) -> PageText:
    """The layer without the words of some lines."""
    tops = sorted({word.box.top for word in page.words})
    gone = {tops[n] for n in lines}
    return dataclasses.replace(page, words=tuple(word for word in page.words if word.box.top not in gone))


@pytest.mark.parametrize(
    ("lines", "told"),
    [((4,), "no words for a typed line"), ((2, 5), "no words for typed lines in 2 places"), ((3, 4, 5), "in 3 places")],
)
def test_a_layer_that_lost_lines_is_redone_though_a_strip_agreed(lines: tuple[int, ...], told: str) -> None:
    page, image = typed()
    judge = LayerJudge(Typist(page, image))
    assert judge.judge(page, image).keep
    verdict = judge.judge(without(page, *lines), image)
    assert not verdict.keep
    assert told in verdict.reason
    assert judge.judge(page, image).keep


def test_a_word_that_the_layer_left_out_is_no_lost_line() -> None:
    page, image = typed()
    few = dataclasses.replace(page, words=tuple(word for n, word in enumerate(page.words) if n not in (9, 30)))
    assert lines_lost(few, image) == 0
    assert lines_lost(page, image) == 0


def test_after_two_strips_that_do_not_agree_the_rest_of_the_file_is_redone_without_one() -> None:
    page, image = typed()
    engine = Typist(page, image)
    judge = LayerJudge(engine)
    assert not any(judge.judge(misread(page), image).keep for _ in range(5))
    assert engine.strips == 2


def test_the_three_measures() -> None:
    page, image = typed()
    count, known, formed = word_shares(page.text)
    assert count > 40
    assert known > 0.8
    assert formed == 1.0
    assert word_shares(garbled(page).text)[1] < 0.3
    assert ink_covered(page, image) > 0.95
    assert ink_covered(dataclasses.replace(page, words=()), image) == 0.0
    assert agreement(page, image, Typist(page, image)) == 1.0
    assert agreement(garbled(page), image, Typist(page, image)) < 0.3


class Fresh:
    """An engine that always reads the same."""

    name = "fresh"

    def read(self, image: PageImage) -> PageText:
        return PageText(image.n, "OUTGOING TELEGRAM\n", (), image.width, image.height, image.dpi, self.name)


class Broken:
    name = "broken"

    def read(self, image: PageImage) -> PageText:
        raise EngineError("it broke", where=image.where, page=image.n)


@pytest.mark.parametrize(
    ("engine", "policy", "text", "reason"),
    [
        (None, LayerPolicy.JUDGE, "OUTGO1NG\n", "no OCR engine was asked for, so the text layer is kept"),
        (Fresh(), LayerPolicy.KEEP, "OUTGO1NG\n", "the text layer is kept: as asked"),
        (Fresh(), LayerPolicy.REDO, "OUTGOING TELEGRAM\n", "read afresh: as asked"),
        (
            Fresh(),
            LayerPolicy.JUDGE,
            "OUTGOING TELEGRAM\n",
            "read afresh: the text layer has too few words to be judged",
        ),
        (
            Broken(),
            LayerPolicy.REDO,
            "OUTGO1NG\n",
            "the text layer is kept, for reading the page afresh failed: it broke",
        ),
    ],
    ids=["no engine", "keep", "redo", "judge", "the engine fails"],
)
def test_what_was_asked_is_done_and_told(
    tmp_path: Path, engine: Fresh | Broken | None, policy: LayerPolicy, text: str, reason: str
) -> None:
    (tmp_path / "a.pdf").write_bytes(scan_pdf(typed_image(), hidden=["OUTGO1NG"]))
    with open_source(tmp_path / "a.pdf", Limits(), engine, text_layer=policy) as source:
        page = source.page(PageNumber(1))
        assert (page.text, page.reason) == (text, reason)
        assert len(source.faults) == isinstance(engine, Broken)


def test_a_page_that_is_judged_and_read_afresh_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Mock(wraps=draw)
    monkeypatch.setattr("onionskin.scans.pdf.draw", drawing)
    (tmp_path / "a.pdf").write_bytes(scan_pdf(typed_image(), hidden=["OUTGO1NG"]))
    with open_source(tmp_path / "a.pdf", Limits(), Fresh()) as source:
        assert source.page(PageNumber(1)).text == "OUTGOING TELEGRAM\n"
    assert drawing.call_count == 1


@pytest.mark.parametrize("policy", LayerPolicy)
def test_a_stamp_over_the_scan_is_never_taken_for_its_text(tmp_path: Path, policy: LayerPolicy) -> None:
    (tmp_path / "a.pdf").write_bytes(scan_pdf(typed_image(), stamped="2025 RELEASE"))
    with open_source(tmp_path / "a.pdf", Limits(), Fresh(), text_layer=policy) as source:
        assert source.page(PageNumber(1)).text == "OUTGOING TELEGRAM\n"
