"""Ink that nobody read is told: with the paper, and at the end of a run."""

from __future__ import annotations

from dataclasses import replace

from onionskin.cli.read import Tally
from onionskin.cli.show import left_in_words
from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, PageText, Unread, UnreadKind
from onionskin.web.views import paper
from onionskin.workbench import Outcome
from onionskin.workbench.worker import _unread

UNREAD = (Unread(UnreadKind.SIGNATURE, Box(640, 900, 980, 990)), Unread(UnreadKind.LINE, Box(90, 300, 700, 330)))
PAGE = PageText(PageNumber(2), "SECRET\n\nDear Mr. Kuznetsov:\n", (), 1275, 1650, 150, "auto/x", unread=UNREAD)
(LETTER,) = assemble(Surrogate("a.png", "0" * 64, "image/png"), [PAGE], standard_readers())


def test_a_paper_says_what_lies_where() -> None:
    told = [words for label, words in left_in_words(LETTER) if label == "unread ink"]
    assert told == ["signature, page 2, at 640, 900", "unread-line, page 2, at 90, 300"]


def test_the_reading_room_lists_it_with_the_doubts() -> None:
    view = paper(LETTER)
    assert [(patch.page, patch.kind, said) for patch, said in view.unread] == [
        (2, UnreadKind.SIGNATURE, None),
        (2, UnreadKind.LINE, None),
    ]


def test_a_run_counts_it_and_says_nothing_of_none() -> None:
    tally = Tally()
    tally.count(Outcome("a.png", "read", (LETTER,)))
    assert "unread" not in str(tally)
    tally.count(Outcome("b.png", "read", (), unread=2))
    assert str(tally).endswith("unclaimed, 2 patches of ink unread.")


def test_a_page_with_ink_and_no_word_is_told_though_it_belongs_to_no_paper() -> None:
    scrawl = PageText(PageNumber(3), "", (), 1275, 1650, 150, "auto/x", unread=UNREAD)
    assert list(_unread([PAGE, scrawl])) == ["page 3: nothing on it could be read; it has 2 patches of ink"]
    speck = replace(scrawl, unread=UNREAD[:1])
    assert list(_unread([speck])) == ["page 3: nothing on it could be read; it has 1 patch of ink"]
