"""What a line says of its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.page_marks import (
    PageNumber,
    enclosure_caption,
    enclosure_number,
    page_number,
    says_continued,
    says_ended,
    says_overleaf,
)

NUMBERS = {
    "                 - 2 -": PageNumber(2),
    "-3-": PageNumber(3),
    "4 -2- >": PageNumber(2),
    "- 6 - a": PageNumber(6),
    "7   -2 -   7": PageNumber(2),
    "3 - 12 - 62": None,
    "Page 2 of 5": PageNumber(2, 5),
    "PAGE TWO": PageNumber(2),
    "2ND PAGE": PageNumber(2),
    "3 of 4": PageNumber(3, 4),
    "   7.": PageNumber(7, bare=True),
    "-2- 1802, November 17, from New York": PageNumber(2, running=True),
    "PAGE 02 STATE 296107": PageNumber(2, running=True),
    "PAGE TWO: FROM THE EMBASSY, LISBON   140527": PageNumber(2, running=True),
    "Reassignment of Officers, 29 October 1957, Page 2": PageNumber(2, running=True),
    "summarizing what it said of the matter. Page 2": None,
    "2. The Ambassador said that he had no instructions.": None,
    "November 17, 1962": None,
    "737.56361/11-2362": None,
}
CAPTIONS = {
    "TAB A": True,
    "Enclosure No. 1 to Despatch No. 576 from Vienna": True,
    "ATTACHMENT TO: UFGA-2650 Dated 16 April 62": True,
    "[Attachment]": True,
    "(Enclosnre)": True,
    "Annex B": True,
    "SEPARATE COVER ATTACHMENT": True,
    "TRUE NAME POUCH Att. to FHDY-5498": True,
    "TRUE NAME POUCH Att.": True,
    "ATTACHMENT #1 to HNQA-9188": True,
    "ATTACHMENT #2 to": True,
    "Attachment to": False,
    "aTtACHMONT Tor uPca-12233 Dated 16 Apr 62": True,
    "ATTACHNONT TO1 UPCA-4S0 Dated 9 Apr 62": True,
    "Att.": False,
    "Attachments:": False,
    "Enclosure:": False,
    "Tab A - Draft telegram": False,
    "attachment 2": False,
    "Attached is the paper you asked for.": False,
    "Enclosures": False,
}


@pytest.mark.parametrize("line", NUMBERS)
def test_a_page_number_is_a_whole_line_or_leads_a_running_head(line: str) -> None:
    assert page_number(line) == NUMBERS[line]


@pytest.mark.parametrize("line", CAPTIONS)
def test_a_caption_heads_an_enclosure_and_a_list_names_some(line: str) -> None:
    assert (enclosure_caption(line) is not None) is CAPTIONS[line]


@pytest.mark.parametrize(
    ("caption", "number"),
    [
        ("Enclosure No. 1 to Despatch 576", 1),
        ("Attachment to A-123", None),
        ("Enclosure to Despatch 57", None),
        ("Enclosure Two", 2),
        ("Attachment II", 2),
        ("TAB B", 2),
        ("ATTACHMENT #3 to HNQA-9188", 3),
        ("TAB I", 9),
        ("ENCLOSURE (1 of 2) to A-57", 1),
        ("Attached is the paper you asked for.", None),
    ],
)
def test_the_number_of_an_enclosure_is_never_that_of_the_paper_it_goes_to(caption: str, number: int | None) -> None:
    assert enclosure_number(caption) == number


def test_pages_say_that_papers_end_or_go_on() -> None:
    assert all(map(says_ended, ("END OF MESSAGE", "  End of Dispatch.", "END MESSAGE")))
    assert all(map(says_overleaf, ("CONTINUED", "(more)", "(continued on next page)", "-more-")))
    assert all(map(says_continued, ("CONTINUATION OF DISPATCH", "(continued)", "Memorandum to the Secretary (cont'd)")))
    assert all(map(says_continued, ("NTINUATION OF .", "CONTIKUATION OF", "CONTINUATlON SHEET")))
    assert not any(map(says_continued, ("CONTINUED ON THE NEXT", "THE CONTINUATION OF TALKS WITH THEM")))
    assert not any(map(says_ended, ("at the end of the message he said", "END OF THE MONTH")))
    assert not any(map(says_overleaf, ("He continued to speak", "and more")))


@given(st.text(max_size=120))
def test_any_line_has_an_answer(line: str) -> None:
    number = page_number(line)
    assert number is None or number.n >= 0
    assert enclosure_caption(line) in {None, line.strip()}
