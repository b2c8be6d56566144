"""Bytes to characters, when nobody says how they were written. No byte is dropped, and what was guessed is told."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass

_MARKS = (
    # UTF-32's mark begins with UTF-16's, so it is asked first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The five bytes that Windows-1252 leaves open keep their number, as in Latin-1, and so lose nothing.
_WINDOWS = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]

_TURNED_TO_LINE_FEEDS = re.compile(r"\r+\n|[\r\v\x85\u2028\u2029]")
_OTHER_LINE_ENDS = "\r\v\x85\u2028\u2029"
_OTHER_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\f"} | {0x7F: 0x2421}
_NAMED_LINES = 5

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\x0b\x0c\r") + b"\x7f"
_MOST_CONTROLS = 0.02
"""Of all bytes. Random bytes have a tenth."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` has line feeds for line ends and keeps form feeds; other controls stand as their pictures (`␀`).

    `encoding` is what was found: `utf-8`, `utf-16`, `windows-1252`, `utf-8 and windows-1252`. `doubts` are sentences
    for people, empty where nothing was guessed.
    """

    text: str
    encoding: str
    doubts: tuple[str, ...]


def decode(data: bytes) -> Decoded:
    """The characters of a text file: marked Unicode, UTF-16 by its zeros, UTF-8, else Windows-1252 line by line."""
    text, encoding, doubts = _characters(data)
    if any(end in text for end in _OTHER_LINE_ENDS):
        text = _TURNED_TO_LINE_FEEDS.sub("\n", text)
    controls = len(_OTHER_CONTROLS.findall(text)) if _has_controls(data) else 0
    if controls:
        text = text.translate(_PICTURES)
        doubts.append(f"{controls} control character{'s' * (controls > 1)} stand as their pictures, such as ␀")
    return Decoded(text, encoding, tuple(doubts))


def has_unicode_mark(head: bytes) -> bool:
    """Whether the file begins with a byte order mark."""
    return any(head.startswith(mark) for mark, _ in _MARKS)


def unmarked_utf16(head: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every other byte is the zero of a Western text, else None."""
    head = head[: len(head) & ~1]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if zeros.count(0) > 0.5 * len(zeros) and mostly_characters(head.decode(codec, "replace").encode()):
            return codec
    return None


def mostly_characters(data: bytes) -> bool:
    """Whether control characters are as rare as in a text that went through a bad line."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls <= 1 + _MOST_CONTROLS * len(data)


def _has_controls(data: bytes) -> bool:
    """Whether a byte could be a control character: a look that spares looking for one among the characters."""
    return len(data.translate(None, _CONTROLS)) < len(data)


def _characters(data: bytes) -> tuple[str, str, list[str]]:
    for mark, codec in _MARKS:
        if data.startswith(mark) and codec != "utf-8-sig":
            return _unicode(data, codec, codec)
    if codec_found := unmarked_utf16(data[:65_536]):
        return _unicode(data, codec_found, "utf-16")
    marked = data.startswith(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8-sig" if marked else "utf-8"), "utf-8", []
    except UnicodeDecodeError:
        return _line_by_line(data.removeprefix(codecs.BOM_UTF8))


def _unicode(data: bytes, codec: str, encoding: str) -> tuple[str, str, list[str]]:
    try:
        return data.decode(codec), encoding, []
    except UnicodeDecodeError:
        doubt = f"some bytes are no characters of {encoding.upper()}; \ufffd stands for them"
        return data.decode(codec, "replace"), encoding, [doubt]


def _line_by_line(data: bytes) -> tuple[str, str, list[str]]:
    text, foreign, true_utf8 = io.StringIO(), [], False
    for number, line in enumerate(io.BytesIO(data), start=1):
        try:
            characters = line.decode("utf-8")
            true_utf8 |= len(characters) < len(line)
        except UnicodeDecodeError:
            characters = line.decode("utf-8", _BY_WINDOWS)
            true_utf8 |= len(characters) < len(line)
            foreign.append(number)
        text.write(characters)
    named = ", ".join(map(str, foreign[:_NAMED_LINES]))
    more = f" and {len(foreign) - _NAMED_LINES} more" if len(foreign) > _NAMED_LINES else ""
    doubt = f"not UTF-8, and read as Windows-1252: line{'s' * (len(foreign) > 1)} {named}{more}"
    return text.getvalue(), "utf-8 and windows-1252" if true_utf8 else "windows-1252", [doubt]


def _windows(fault: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are not UTF-8: the same bytes in Windows-1252."""
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return "".join(_WINDOWS[code] for code in fault.object[fault.start : fault.end]), fault.end


_BY_WINDOWS = "onionskin-windows-1252"
codecs.register_error(_BY_WINDOWS, _windows)
