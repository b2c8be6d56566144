"""The Markdown of vision models is taken away, and what it said of the ink is kept."""

from __future__ import annotations

import pytest

from onionskin.record.page import PageNumber, PageText
from onionskin.text.clean import CleanText, Style, clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of


def unmarked(text: str) -> CleanText:
    return clean(scroll_of([PageText(PageNumber(1), text)]), [unmark])


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("![Signature](page-2.png) Dean Rusk", "[Signature] Dean Rusk"),
        ("![BY HAND]", "[BY HAND]"),
        ("![img-0.jpeg](img-0.jpeg)", ""),
        ("![](seal.png)", ""),
        ("```\n[DEAN RUSK]\n```\nDistribution:", "\n[DEAN RUSK]\n\nDistribution:"),
        ("```text\nTOP SECRET\n```", "\nTOP SECRET\n"),
        ("> SECRET\n> > Eyes only", "SECRET\nEyes only"),
        ("the text.\n\n---\n\nUSUN", "the text.\n\n\n\nUSUN"),
        ("<signature>Adlai</signature>", "Adlai"),
        ('<td colspan="2">TO</td><td>USUN New York</td>', "  TO    USUN New York  "),
        ("| 1. Chief, EUR | 24 Nov |", "  1. Chief, EUR   24 Nov  "),
    ],
)
def test_markup_of_blocks_goes_and_the_words_in_it_stay(printed: str, left: str) -> None:
    assert unmarked(printed).text == left


@pytest.mark.parametrize(
    "line", ["He refused!", "Go at once! [sic]", "----", "a > b", "It said ``no''", "--- not declassified ---", "- 3 -"]
)
def test_ink_that_only_looks_like_markup_stays(line: str) -> None:
    assert unmarked(line).text == line


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        ("Here is the transcription of the document:\n\n---\n\nTO: USUN", "\n\n\n\nTO: USUN"),
        ("Sure! Below is the OCR text:\nTO: USUN", "\nTO: USUN"),
        ("# Page 1 of 2\n\nTO: USUN\f**Page 2**\nwe agree", "\n\nTO: USUN\f\nwe agree"),
        ("Here is the transcription:\n\n## Page 1\n\nTO: USUN", "\n\n\n\nTO: USUN"),
        ("we agree\n--- Page 2 of 3 ---\nthat", "we agree\nPage 2 of 3\nthat"),
        ("we agree.\n\n[End of page 1]", "we agree.\n\n"),
        ("<!-- page 2 -->\nwe agree", "\nwe agree"),
        (
            "- **TO:** USUN New York\n* FROM: Department\n- Subject : Cuba",
            "TO: USUN New York\nFROM: Department\nSubject : Cuba",
        ),
        ("> we agree\n>\n>that", "we agree\n\nthat"),
        ("***TOP SECRET***", "TOP SECRET"),
        ("A&nbsp;&amp;&nbsp;B &#39;x&#39; &#12;", "A & B 'x'  "),
        ("- [x] COLLECT\n- [ ] CHARGE TO", "- ☒ COLLECT\n- ☐ CHARGE TO"),
        ("[Stamp: DECLASSIFIED / By ip, NARA / Date 6-18-02]", "DECLASSIFIED\nBy ip, NARA\nDate 6-18-02"),
        ("[Received stamp: NOV 24 1962]", "NOV 24 1962"),
        ("**[Stamp]**\nDECLASSIFIED\n[End stamp]", "\nDECLASSIFIED\n"),
    ],
)
def test_what_a_model_says_of_its_own_goes_and_the_paper_s_words_stay(printed: str, left: str) -> None:
    assert unmarked(printed).text == left


@pytest.mark.parametrize(
    "line",
    [
        "The following is a transcript of a telephone conversation",
        "Here is the note that I promised you.",
        "Page 2 of 4",
        "- He agreed.",
        "- FROM: Director",
        "[ ]   B1, 1.4(D)",
        "[Page 35]",
        "AT&T; and others",
        "about ~ 200 men ~",
        "[stamped addressed envelope]",
    ],
)
def test_ink_that_only_looks_like_a_model_s_words_stays(line: str) -> None:
    assert unmarked(line).text == line


@pytest.mark.parametrize(
    "printed",
    [
        "~~TOP SECRET~~",
        "~~ TOP SECRET ~~",
        "~TOP SECRET~",
        "[struck out: TOP SECRET]",
        "[Crossed out: TOP SECRET]",
        "TOP SECRET [struck through]",
        "<s>TOP SECRET</s>",
        "**~~TOP SECRET~~**",
        "".join(f"{c}\u0336" for c in "TOP SECRET"),
    ],
)
def test_struck_words_are_struck_however_a_model_says_so(printed: str) -> None:
    text = unmarked(printed)
    assert text.text.strip() == "TOP SECRET"
    assert [(s.style, s.span.of(text.text)) for s in text.styles] == [(Style.STRUCK, "TOP SECRET")]


def test_the_lines_of_a_stamp_that_stand_on_one_count_as_one() -> None:
    text = unmarked("SECRET\n[Stamp: DECLASSIFIED / By ip]\nTO: USUN")
    assert [(line.n, line.text) for line in text.lines] == [
        (1, "SECRET"),
        (2, "DECLASSIFIED"),
        (2, "By ip"),
        (3, "TO: USUN"),
    ]
