"""What is written as ALTO or hOCR says what the record says, and is read again as it was."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.scans.written import page
from tests.shared_data import DATA, needs

from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.layouts import writing
from onionskin.scans.layouts.alone import SheetLeaves, opened
from onionskin.scans.limits import Limits

FORMS = {"alto": writing.alto, "hocr": writing.hocr}


def again(data: bytes) -> SheetLeaves:
    return opened(io.BytesIO(data), "a.xml", Limits())


@pytest.mark.parametrize("form", FORMS)
def test_words_boxes_and_confidences_come_back(form: str) -> None:
    pages = [page(1), page(2, width=850, height=1100, dpi=100)]
    leaves = again(FORMS[form](pages, 'box "3"; a.tif'))
    assert leaves.count == 2
    for before, after in zip(pages, (leaves.leaf(PageNumber(n)) for n in (1, 2)), strict=True):
        assert after.text == before.text
        assert (after.width, after.height, after.dpi) == (before.width, before.height, before.dpi)
        assert [(w.span, w.box) for w in after.words] == [(w.span, w.box) for w in before.words]
        for one, other in zip(after.words, before.words, strict=True):
            assert one.confidence == pytest.approx(other.confidence, abs=0.006)


@pytest.mark.parametrize("form", FORMS)
@given(words=st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_no_text_breaks_the_markup(form: str, words: list[str]) -> None:
    text = " ".join(words)
    ends = [len(" ".join(words[: i + 1])) for i in range(len(words))]
    placed = tuple(
        Word(Span(end - len(word), end), Box(9 * i, 0, 9 * i + 8, 9))
        for i, (word, end) in enumerate(zip(words, ends, strict=True))
    )
    sheet = PageText(PageNumber(1), text + "\n", placed, 100, 100, 100, "rapidocr/3")
    again(FORMS[form]([sheet], "a.tif"))


@needs("schemas")
def test_the_alto_is_valid() -> None:
    schema = etree.XMLSchema(etree.parse(str(DATA / "schemas" / "alto-4-4.xsd")))
    schema.assertValid(etree.fromstring(writing.alto([page(1), page(2)], "a.tif")))


def test_pages_without_words_are_pages() -> None:
    empty = PageText(PageNumber(1), "", (), 850, 1100, 100, "rapidocr/3")
    for write in FORMS.values():
        assert again(write([empty], "a.tif")).leaf(PageNumber(1)).text == ""
