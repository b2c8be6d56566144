"""Other words go into the reading text and the transcription where they stand on the page, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from onionskin.record.document import Paragraph, Texts
from onionskin.record.evidence import Ink
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.amending import Change, read_with, transcribed_with

ONE, TWO = PageNumber(1), PageNumber(2)
FIRST = "the end of another paper\nSECRET\n1. The EEC met, and the\nEEC agreed.\n2. On 11-21's nothing\n"
SECOND = "SECRET\nwas said by Hallo-\nran of the EEC.\n"
PAGES = (PageText(ONE, FIRST), PageText(TWO, SECOND))
TEXTS = Texts(
    FIRST[FIRST.index("SECRET") :] + "\f" + SECOND,
    "1. The EEC met, and the EEC agreed.\n\n2. On 11-21's nothing was said by Halloran of the EEC.",
    (
        Paragraph(1, "1.", "The EEC met, and the EEC agreed.", (Ink(ONE, Span(35, 67), "typed"),)),
        Paragraph(
            2,
            "2.",
            "On 11-21's nothing was said by Halloran of the EEC.",
            (Ink(ONE, Span(71, 89), "typed"), Ink(TWO, Span(7, len(SECOND)), "typed")),
        ),
    ),
)


def change(page: PageText, words: str, to: str, nth: int = 1) -> Change:
    at = [m.start() for m in re.finditer(re.escape(words), page.text)][nth - 1]
    return Change(page.n, Span(at, at + len(words)), to)


LAST, DAY = change(PAGES[1], "EEC", "NSC"), change(PAGES[0], "11-21's", "IL-28's")


@pytest.mark.parametrize(
    ("changes", "put"),
    [
        ([change(PAGES[0], "EEC", "NSC", 2)], {"the EEC agreed": "the NSC agreed"}),
        ([LAST], {"of the EEC": "of the NSC"}),
        ([change(PAGES[1], "Hallo-\nran", "Harwood"), DAY], {"Halloran": "Harwood", "11-21's": "IL-28's"}),
        ([DAY, change(PAGES[0], "On 11-21's", "nothing")], {"11-21's": "IL-28's"}),
        ([change(PAGES[1], "SECRET", "CONFIDENTIAL")], {}),
    ],
)
def test_a_change_goes_where_its_ink_is(changes: list[Change], put: dict[str, str]) -> None:
    read, wanted = read_with(TEXTS, PAGES, changes), TEXTS.reading
    for was, now in put.items():
        wanted = wanted.replace(was, now)
    assert read.reading == wanted
    assert all(paragraph.text in read.reading for paragraph in read.paragraphs)
    assert read.transcription == TEXTS.transcription


def test_the_transcription_takes_every_change_of_the_papers_own_part() -> None:
    changes = [change(PAGES[1], "SECRET", "CONFIDENTIAL"), change(PAGES[0], "end", "beginning")]
    assert transcribed_with(TEXTS, PAGES, changes) == TEXTS.transcription.replace("\fSECRET", "\fCONFIDENTIAL")
    assert transcribed_with(TEXTS, PAGES, []) == TEXTS.transcription


def test_a_page_without_words_stays_a_page_of_the_transcription() -> None:
    pages = (PAGES[0], PageText(TWO, ""), PageText(PageNumber(3), SECOND))
    texts = replace(TEXTS, transcription="\f".join(page.text for page in pages))
    assert transcribed_with(texts, pages, []) == texts.transcription
