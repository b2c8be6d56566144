"""A file to its records: of any text whatever, and always the same."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.readers.reading import faults, pages_of, paper, papers, read_text
from tests.readers.sheets import ENCLOSED, ENCLOSING, INCOMING_1962, LETTER_ADDRESS_AT_FOOT, OUTGOING_1961, SHEETS

from onionskin.readers.assemble import Surrogate, assemble
from onionskin.readers.standard import standard_readers
from onionskin.record.codec import to_line
from onionskin.record.geometry import Box
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber, PageText, Word
from onionskin.record.span import Span
from onionskin.scans.decode import decode

WORDS = st.sampled_from(
    [
        *("OUTGOING TELEGRAM", "INCOMING TELEGRAM Department of State", "TELEGRAM RECEIVED", "MEMORANDUM", "AIRGRAM"),
        *("MEMORANDUM OF CONVERSATION", "ACTION:", "INFO:", "FROM:", "TO:", "NO:", "SUBJECT:", "PARTICIPANTS:", "cc:"),
        *("Rec'd:", "Control: 12", "Amembassy PARIS", "USUN", "PRIORITY 87", "Secretary of State", "Deptel 1338"),
        *(
            "November 17, 1962",
            "Nov 3 6 10 PM '61",
            "7 p.m.",
            "231530Z NOV 76",
            "1962",
            "4-6-88",
            "99/99/99",
            "2/30/81",
        ),
        *("Dear Walter:", "Sincerely,", "Dean Rusk", "RUSK", "/s/", "[Signature]", "The Honorable", "Enclosure:", "1."),
        *("~~TOP SECRET~~", "~~", "**", "*", "***", "_", "__", "☐", "☒", "( )", "(X)", "[ ]", "|", "---", "# ", "> "),
        *("DECLASSIFIED", "DEPARTMENT OF STATE", "A/CDC/MR", "REVIEWED BY", "EO 12356", "(b)(1)", "EXCISE", "OADR"),
        *("Drafted by", "GBall/ck", "EUR:RLMorden:kt", "Clearances:", "approved by:", "EYES ONLY", "SECRET", "QUOTE"),
        *("You should see him promptly to discuss the note that", "we sent to them.", "/Soviets", "Soviets can", "37a"),
        *(
            "",
            " ",
            "\t",
            "\n",
            "\n\n",
            "\f",
            "\r",
            "\r\n",
            "\x0b",
            "\x00",
            "\ufeff",
            "\u2028",
            "\x85",
            "\xa0",
            "\u200f",
        ),
        *("é", "e\u0301", "ß", "ﬁ", "🕊", "\U0010ffff", "中文", "نص", "½", "²", "№", "Ａ", "İ", "ı", "ſ"),
    ]
)
SOUP = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40).flatmap(
    lambda parts: st.sampled_from([" ", "\n", "", "   "]).map(lambda between: between.join(parts))
)


@settings(max_examples=80)
@given(SOUP)
@example("")
@example("\f")
@example("~~")
@example("~~SECRET")
@example("**\n\n*\n")
@example("TO\n" * 50)
@example("☐" * 200)
@example("\n" * 500 + "RUSK")
@example("DEPARTMENT OF STATE A/CDC/MR\n" * 20)
def test_any_text_is_read_and_nothing_in_it_is_lost(typed: str) -> None:
    """No reader raises; ink agrees, the schema agrees, and each line with words is cited or listed."""
    assert faults(typed, read_text(typed)) == []


@settings(max_examples=30)
@given(st.data())
def test_a_sheet_cut_to_pieces_is_read_and_nothing_in_it_is_lost(data: st.DataObject) -> None:
    """Real layouts with lines lost, doubled, swapped and run together, as OCR leaves them."""
    lines = data.draw(st.sampled_from(list(SHEETS.values()))).split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["lose", "double", "swap", "join", "cut", "soup"]))
        if change == "lose" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "swap":
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        elif change == "join" and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        elif change == "cut":
            lines[at] = lines[at][: data.draw(st.integers(0, len(lines[at])))]
        else:
            lines[at] += data.draw(WORDS)
    typed = "\n".join(lines)
    assert faults(typed, read_text(typed)) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_typed_sheet_has_no_faults(name: str) -> None:
    assert papers(SHEETS[name])


@pytest.mark.parametrize(
    "make",
    [
        lambda: "x" * 100_000,
        lambda: "the note that we sent to them " * 3_400,
        lambda: "~" * 100_000,
        lambda: "~~*_" * 10_000,
        lambda: "( ) " * 25_000,
        lambda: "1" * 100_000,
        lambda: "1962 " * 20_000,
        lambda: "A" * 100_000,
        lambda: "A. " * 33_000,
        lambda: "-" * 100_000,
        lambda: "SECRET " * 14_000,
        lambda: "TO: " * 25_000,
        lambda: "Mr. " * 25_000,
        lambda: "pass to " * 12_500,
        lambda: " " * 100_000 + "x",
        lambda: "[" * 100_000,
        lambda: "/" * 100_000,
        lambda: "\n".join(["DEPARTMENT OF STATE"] * 3_000),
        lambda: "\n".join(["Dear Walter:"] * 3_000),
        lambda: "\n".join(["the note that we sent to them was not read"] * 3_000),
    ],
    ids=lambda make: repr(make()[:12]),
)
def test_no_line_is_too_long(make: Callable[[], str]) -> None:
    """A hundred thousand characters take seconds at the most: no grammar goes over a line again and again."""
    typed = make()
    began = time.process_time()
    got = read_text(typed)
    assert time.process_time() - began < 20
    assert [pointer for document in got for pointer in document.ink_faults()] == []


def test_the_same_text_gives_the_same_records_in_any_order_and_twice() -> None:
    """Readers hold no state."""
    alone = {name: [to_line(d) for d in read_text(sheet)] for name, sheet in SHEETS.items()}
    names = [*SHEETS, *SHEETS]
    random.Random(7).shuffle(names)
    for name in names:
        assert [to_line(d) for d in read_text(SHEETS[name])] == alone[name]


SCRIPT = """
import json, sys
from tests.readers.reading import read_text
from tests.readers.sheets import SHEETS
from onionskin.record.codec import to_line
print(json.dumps({name: [to_line(d) for d in read_text(sheet)] for name, sheet in reversed(SHEETS.items())}))
"""


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_text_gives_the_same_records_in_another_process(repository: Path, seed: str) -> None:
    """Whatever order sets and dictionaries have there."""
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=repository,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{repository}:{repository / 'src'}"},
        capture_output=True,
        text=True,
        check=True,
    )
    here = {name: [to_line(d) for d in read_text(sheet)] for name, sheet in SHEETS.items()}
    assert json.loads(told.stdout) == here


def test_a_record_is_named_by_its_file_and_where_it_begins() -> None:
    sheet = "\n\n   SECRET\n\n" + OUTGOING_1961
    (read,) = read_text(sheet)
    assert read.id == record_id(source_sha256(sheet.encode()), PageNumber(1), 0)


def test_white_space_before_a_paper_does_not_change_its_offset_but_a_paper_before_it_does() -> None:
    first, second = papers(ENCLOSING + "\n\n" + ENCLOSED)
    assert first.id == record_id(first.source.sha256, PageNumber(1), 0)
    at = first.pages[0].text.index("April 1, 1961")
    assert second.id == record_id(second.source.sha256, PageNumber(1), at)


def test_the_transcription_is_what_stands_there() -> None:
    read = paper(LETTER_ADDRESS_AT_FOOT)
    assert read.text.transcription == read.pages[0].text.strip("\n")


def test_every_paragraph_leads_back_to_its_words() -> None:
    for sheet in SHEETS.values():
        for read in papers(sheet):
            text = {page.n: page.text for page in read.pages}
            for paragraph in read.text.paragraphs:
                inked = " ".join(ink.span.of(text[ink.page]) for ink in paragraph.evidence)
                assert set(paragraph.text.split()) <= set(inked.replace("~~", " ").split())


def test_fields_a_kind_cannot_have_are_not_listed_and_the_others_are() -> None:
    letter, telegram = paper(LETTER_ADDRESS_AT_FOOT), paper(INCOMING_1962)
    assert "precedence" not in letter.fields
    assert "salutation" in letter.fields
    assert "salutation" not in telegram.fields
    assert "precedence" in telegram.fields


def test_the_boxes_of_the_words_go_with_the_ink() -> None:
    text = "OUTGOING TELEGRAM\nACTION: Amembassy LISBON 214\n"
    at = text.index("214")
    words = (Word(Span(at, at + 3), Box(900, 300, 980, 340), 0.9),)
    page = PageText(PageNumber(1), text, words, 1700, 2200, 200, "rapidocr/3.10.0")
    (read,) = assemble(Surrogate("scan.png", "0" * 64, "image/png"), [page], standard_readers())
    number = read.one("number")
    assert number is not None
    assert number.ink[0].box == Box(900, 300, 980, 340)


def test_a_file_of_odd_bytes_is_read_as_text() -> None:
    typed = decode("Zürich – „secret“ and what was said of it there\n".encode("cp1252")).text
    assert "Zürich – „secret“" in read_text(typed)[0].text.transcription


def test_pages_are_given_in_order_and_keep_their_numbers() -> None:
    (read,) = papers("\f\f" + LETTER_ADDRESS_AT_FOOT)
    assert [page.n for page in read.pages] == [3]
    assert read.source.pages == (3,)
    assert pages_of("a\fb")[1].n == 2
