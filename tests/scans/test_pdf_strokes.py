"""A line that a PDF draws through a word strikes it; one below it, or between the rows of a table, does not."""

from __future__ import annotations

import io

import pytest
from fpdf import FPDF
from tests.readers.reading import one

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.marks import InkState
from onionskin.record.page import MarkKind, PageNumber, PageText
from onionskin.scans.limits import Limits
from onionskin.scans.pdf import opened


def page_of(pdf: FPDF) -> PageText:
    leaves = opened(io.BytesIO(bytes(pdf.output())), "a.pdf", Limits())
    page = leaves.leaf(PageNumber(1))
    leaves.close()
    assert isinstance(page, PageText)
    return page


def sheet(size: float = 12) -> FPDF:
    pdf = FPDF(format="letter")
    pdf.add_page()
    pdf.set_font("Courier", size=size)
    return pdf


def write(pdf: FPDF, words: str, style: str = "") -> None:
    pdf.set_font("", style)
    pdf.write(text=words)


def struck(page: PageText) -> list[str]:
    assert all(mark.kind is MarkKind.STRIKE for mark in page.marks or ())
    return [mark.span.of(page.text) for mark in page.marks or () if mark.span]


@pytest.mark.parametrize("size", [8, 12, 24])
def test_struck_words_are_struck_and_their_neighbours_are_not(size: float) -> None:
    pdf = sheet(size)
    for words, style in (("TOP SECRET", "S"), (" OADR and ", ""), ("below", "U"), (" not ", ""), ("gone", "S")):
        write(pdf, words, style)
    assert struck(page_of(pdf)) == ["TOP SECRET", "gone"]


def test_the_rules_of_a_table_strike_nothing() -> None:
    pdf = sheet()
    with pdf.table() as table:
        for row in (("Drafted by", "Ext."), ("GBall/ck", "4321")):
            table.row(row)
    page = page_of(pdf)
    assert "GBall/ck" in page.text
    assert page.marks is None


def test_a_bar_that_hides_a_word_is_no_stroke() -> None:
    pdf = sheet()
    write(pdf, "the agent")
    pdf.rect(pdf.l_margin, pdf.t_margin, 60, 6, style="F")
    assert page_of(pdf).marks is None


def test_a_marking_struck_in_a_pdf_is_read_as_struck() -> None:
    pdf = sheet()
    write(pdf, "SECRET", "S")
    write(pdf, "\n\nNovember 17, 1962\n\nDear Jack:\n\nWe should go on.\n\nSincerely,\n\nDean Rusk\n")
    surrogate = Surrogate("a.pdf", "0" * 64, "application/pdf")
    (letter,) = assemble(surrogate, [page_of(pdf)], standard_readers())
    assert one(letter, "classification").value == "SECRET"
    assert [marking.state for marking in letter.markings] == [InkState.STRUCK]
