"""Form feeds turn the page; everything else of a text stands where it stood."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.errors import EmptySourceError, LimitError, NotFoundError, UnknownFormatError
from onionskin.record.page import PageNumber
from onionskin.scans.limits import Limits
from onionskin.scans.plain import TextLeaves, opened


def leaves(data: bytes, limits: Limits | None = None) -> TextLeaves:
    return opened(io.BytesIO(data), "a.txt", limits or Limits())


def texts(data: bytes) -> list[str]:
    got = leaves(data)
    return [got.leaf(PageNumber(n)).text for n in range(1, got.count + 1)]


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (b"one page\n", ["one page\n"]),
        (b"one\fSoviets two", ["one", "Soviets two"]),
        (b"one\n\ftwo\n\f", ["one\n", "two\n"]),
        (b"one\n\f\n", ["one\n"]),
        (b"one\f\fthree", ["one", "", "three"]),
        (b"\fsecond", ["", "second"]),
        (b"\r\n\r\n01211\r\n", ["\n\n01211\n"]),
    ],
)
def test_a_form_feed_turns_the_page_and_belongs_to_none(data: bytes, pages: list[str]) -> None:
    assert texts(data) == pages


@given(st.text(alphabet="ab \n\f", min_size=1).filter(lambda text: text.strip()))
def test_pages_joined_by_form_feeds_are_the_text_again(text: str) -> None:
    joined = "\f".join(texts(text.encode()))
    assert text.startswith(joined)
    assert text[len(joined) :].strip("\f\n ") == ""


@pytest.mark.parametrize("data", [b" \n\t\n", b"\f\f", b"\xef\xbb\xbf \n", b"\r\n"])
def test_nothing_but_blanks_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptySourceError):
        leaves(data)


def test_a_text_that_turns_into_numbers_is_none() -> None:
    with pytest.raises(UnknownFormatError, match="goes on as something else"):
        leaves(b"a telegram\n" * 10_000 + bytes(range(256)) * 500)


def test_too_many_page_turns_are_refused_with_the_limit() -> None:
    with pytest.raises(LimitError, match="11 pages, and at most 10 are read \\(max_pages\\)"):
        leaves(b"\f".join([b"x"] * 11), Limits(max_pages=10))


@pytest.mark.parametrize("marked", ["~~TOP SECRET~~", "☐ COLLECT", "# Heading", "**SECRET**", "BY *Moskowitz*"])
def test_the_marks_of_vision_models_are_noticed(marked: str) -> None:
    assert leaves(f"x\n{marked}\n".encode()).has_markup


@pytest.mark.parametrize("plain", ["2 * 3 * 4", "No. #1", "* note", "10~~", "f*** and *", "MM***"])
def test_stars_and_dashes_of_typists_are_no_marks(plain: str) -> None:
    assert not leaves(f"x\n{plain}\n".encode()).has_markup


def test_a_text_has_no_page_image() -> None:
    with pytest.raises(NotFoundError, match="no page image"):
        leaves(b"x").picture(PageNumber(1), None)
