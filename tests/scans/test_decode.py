"""Every byte becomes a character, however the file was written, and what was guessed is told."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.scans.decode import decode

LINE = "“Embtel 871” — naïve Général Nguyễn ½ §"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LINE.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + LINE.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + LINE.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + LINE.encode("utf-32-be"), "utf-32"),
        ((LINE + " and so on").encode("utf-16-le"), "utf-16"),
        ((LINE + " and so on").encode("utf-16-be"), "utf-16"),
    ],
)
def test_unicode_in_any_of_its_coats_is_the_same_line_and_no_guess(data: bytes, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.text.removesuffix(" and so on") == LINE
    assert decoded.encoding == encoding
    assert decoded.doubts == ()


def test_windows_1252_is_read_and_told() -> None:
    decoded = decode("plain\n“Général” 9¢\nplain\n".encode("cp1252"))
    assert decoded.text == "plain\n“Général” 9¢\nplain\n"
    assert decoded.encoding == "windows-1252"
    assert decoded.doubts == ("not UTF-8, and read as Windows-1252: line 2",)


def test_each_line_of_a_file_in_two_encodings_keeps_its_own() -> None:
    data = "“first”\n".encode() + "“second” é\n".encode("cp1252") + "“third”, and ".encode() + "é\n".encode("cp1252")
    decoded = decode(data)
    assert decoded.text == "“first”\n“second” é\n“third”, and é\n"
    assert decoded.encoding == "utf-8 and windows-1252"
    assert decoded.doubts == ("not UTF-8, and read as Windows-1252: lines 2, 3",)


def test_many_foreign_lines_are_named_in_one_short_sentence() -> None:
    (doubt,) = decode(b"\xe9\n" * 1000).doubts
    assert doubt == "not UTF-8, and read as Windows-1252: lines 1, 2, 3, 4, 5 and 995 more"


def test_broken_utf16_leaves_a_mark_where_it_broke() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "SECRET".encode("utf-16-le") + b"\x00")
    assert decoded.text == "SECRET\ufffd"
    assert decoded.doubts == ("some bytes are no characters of UTF-16; \ufffd stands for them",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n", "\v", "\x85", "\u2028"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert decode(f"one{end}two".encode()).text == "one\ntwo"


def test_control_characters_stand_as_their_pictures() -> None:
    decoded = decode(b"a\x00b\x08c\x1ad\x7fe\tf\x0cg")
    assert decoded.text == "a␀b␈c␚d␡e\tf\x0cg"
    assert decoded.doubts == ("4 control characters stand as their pictures, such as ␀",)


@given(st.binary(max_size=200).filter(lambda data: not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))))
def test_no_byte_is_lost(data: bytes) -> None:
    """Where a file is no Unicode, its bytes can be had back from the text, save for the kind of line end."""
    decoded = decode(data)
    if decoded.encoding != "windows-1252":
        return
    pictures = {0x2400 + code: code for code in range(0x20)} | {0x2421: 0x7F}
    windows = {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(256)}
    back = bytes(windows[each] for each in decoded.text.translate(pictures))
    ends = bytes.maketrans(b"\v", b"\n")
    folded = data.removeprefix(codecs.BOM_UTF8).translate(ends)
    while b"\r\n" in folded:
        folded = folded.replace(b"\r\n", b"\n")
    assert back == folded.replace(b"\r", b"\n")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=4, max_size=200))
def test_any_text_comes_through_as_it_is(text: str) -> None:
    expected = text.replace("\u2028", "\n").replace("\u2029", "\n")
    assert decode(codecs.BOM_UTF8 + text.encode()).text == expected
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be")).text == expected


@given(st.text(max_size=200))
def test_lines_are_what_stands_between_line_feeds_for_everybody(text: str) -> None:
    """Whoever splits the text by `splitlines` counts the same lines as whoever splits it at line feeds."""
    decoded = decode(text.encode("utf-8", "replace")).text.replace("\f", "")
    assert decoded.splitlines() == (decoded.removesuffix("\n").split("\n") if decoded else [])
