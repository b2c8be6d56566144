"""A number that two engines read differently is doubtful, in the field that rests on it and in the list of doubts."""

from __future__ import annotations

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.codec import from_line, to_line
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Unread, UnreadKind, Word
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.span import Span

PAPER = """OUTGOING TELEGRAM   Department of State

ACTION: USUN New York   PRIORITY   1359

FOR STEVENSON AND McCLOY

You should see Kuznetsov promptly to discuss the 42 bombers.

RUSK
"""


def read(*differing: tuple[str, str]) -> Document:
    words = []
    for mine, theirs in differing:
        at = PAPER.index(mine)
        words.append(Word(Span(at, at + len(mine)), Box(10, 20, 60, 40), 0.8, (theirs,) if theirs else ()))
    unread = (Unread(UnreadKind.SIGNATURE, Box(1, 2, 3, 4)),)
    page = PageText(PageNumber(1), PAPER, tuple(words), 100, 100, 150, "best/x", unread=unread)
    (document,) = assemble(Surrogate("a.png", "0" * 64, "image/png"), [page], standard_readers())
    return document


def number(document: Document) -> Reading[object]:
    held = document.fields["number"]
    assert isinstance(held, Reading)
    return held


def test_where_the_engines_agree_nothing_is_doubted() -> None:
    assert number(read()).state is ReadingState.FOUND
    assert read().doubts == ()


def test_a_field_whose_number_is_read_otherwise_is_doubtful_and_says_how() -> None:
    document = read(("1359", "1369"))
    assert (number(document).state, number(document).value) == (ReadingState.DOUBTFUL, "1359")
    assert number(document).reason.endswith("two engines differ: 1359, or 1369")
    (doubt,) = document.doubts
    assert (doubt.about, doubt.rule, doubt.as_printed) == ("/fields/number", "engines-differ", "1359")
    assert [each.value for each in doubt.candidates] == ["1359", "1369"]


def test_a_number_that_the_one_engine_doubts_is_doubtful_with_that_reading_alone() -> None:
    document = read(("1359", ""))
    assert number(document).reason.endswith("the engine is not sure of 1359 (0.80)")
    (doubt,) = document.doubts
    assert (doubt.rule, [each.value for each in doubt.candidates]) == ("engine-unsure", ["1359"])


def test_a_number_in_no_field_is_a_doubt_about_the_transcription() -> None:
    document = read(("42", "12"))
    assert [each.about for each in document.doubts] == ["/text/transcription"]
    assert number(document).state is ReadingState.FOUND


def test_readings_of_both_and_ink_unread_are_kept_with_the_record() -> None:
    document = read(("1359", "1369"))
    again = from_line(to_line(document))
    assert again == document
    assert again.pages[0].unread == (Unread(UnreadKind.SIGNATURE, Box(1, 2, 3, 4)),)
    assert again.pages[0].words[0].variants == ("1369",)
