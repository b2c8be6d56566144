"""What an image shows struck or covered reaches the record; its ink agrees with the page, and the schema with both."""

from __future__ import annotations

from dataclasses import replace

from tests.published import schema_faults

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.codec import from_line, to_line
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.marks import ExcisionKind, ExcisionPurpose, Extent, InkState
from onionskin.record.page import MarkKind, PageMark, PageNumber, PageText
from onionskin.record.span import Span

TEXT = """TOP SECRET

November 17, 1962

Dear Mr. Ambassador:

You should see Mr. Kuznetsov promptly and give him the draft of
our declaration, which he has asked for several times by now.

Sincerely yours,

Dean Rusk
"""
BOX = Box(10, 10, 90, 30)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def letter(*marks: PageMark) -> Document:
    page = PageText(PageNumber(1), TEXT, (), 850, 1100, 100, "an engine", marks=marks)
    (document,) = assemble(Surrogate("a.png", "0" * 64, "image/png"), [page], standard_readers())
    assert document.ink_faults() == []
    assert schema_faults(document) == []
    assert from_line(to_line(document)) == document
    return document


def test_a_struck_marking_is_struck() -> None:
    (marking,) = letter(PageMark(MarkKind.STRIKE, BOX, at("TOP SECRET"))).markings
    assert (marking.text, marking.state) == ("TOP SECRET", InkState.STRUCK)
    assert [m.state for m in letter(PageMark(MarkKind.UNDERLINE, BOX, at("TOP SECRET"))).markings] == [
        InkState.STANDING
    ]


def test_struck_words_are_the_writers_deletion_and_leave_the_reading_text() -> None:
    document = letter(PageMark(MarkKind.STRIKE, BOX, at("the draft of")))
    (excision,) = document.excisions
    assert (excision.kind, excision.purpose) == (ExcisionKind.STRUCK, ExcisionPurpose.DRAFTING)
    assert "and give him our declaration, which" in document.text.reading
    assert "the draft of" in document.text.transcription


def test_words_typed_over_with_xs_are_so_whatever_an_engine_made_of_them() -> None:
    (excision,) = letter(PageMark(MarkKind.X_OUT, BOX, at("declaration"))).excisions
    assert (excision.kind, excision.as_printed) == (ExcisionKind.X_OUT, "declaration")


def test_of_a_black_out_the_extent_is_told_and_no_word() -> None:
    place = at("Kuznetsov").end
    (excision,) = letter(PageMark(MarkKind.BLACKOUT, BOX, Span(place, place), lines=2, words=17)).excisions
    assert (excision.kind, excision.purpose) == (ExcisionKind.BLACKOUT, ExcisionPurpose.SECURITY)
    assert (excision.extent, excision.as_printed) == (Extent(2, "lines", 17), "")
    assert [getattr(each, "box", None) for each in excision.evidence] == [BOX]


def test_one_at_the_end_of_a_paper_is_its_own() -> None:
    end = len(TEXT.rstrip())
    assert len(letter(PageMark(MarkKind.BLACKOUT, BOX, Span(end, end), lines=1, words=3)).excisions) == 1


def test_a_bracket_by_hand_is_a_reviewers_only_where_it_says_so() -> None:
    bracket = PageMark(MarkKind.BRACKET, BOX, at("the draft of"), lines=1, words=3)
    (plain,) = letter(bracket).excisions
    assert (plain.kind, plain.purpose, plain.as_printed) == (
        ExcisionKind.BRACKET,
        ExcisionPurpose.UNKNOWN,
        "the draft of",
    )
    (coded,) = letter(replace(bracket, note="(b)(1)")).excisions
    assert coded.purpose is ExcisionPurpose.SECURITY
    assert [exemption.code for exemption in coded.exemptions] == ["(b)(1)"]
