"""A file is what its bytes say, whatever its name says."""

from __future__ import annotations

import random

import pytest

from onionskin.errors import UnknownFormatError
from onionskin.scans.sniff import media_type


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.4\n", "telegram.txt", "application/pdf"),
        (b"\r\n%PDF-1.4\n", "telegram.pdf", "application/pdf"),
        (b"\x00\x05\x16\x07\x00\x02%PDF-1.4\n", "from-a-mail", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "a.jpg", "image/png"),
        (b"\xff\xd8\xff\xe0\x00", "a.txt", "image/jpeg"),
        (b"II*\x00\x08", "a", "image/tiff"),
        (b"MM\x00*\x00", "a", "image/tiff"),
        (b"\x00\x00\x00\x0cjP  \r\n\x87\n\x00", "a.tif", "image/jp2"),
        (b"\xff\x4f\xff\x51\x00", "a.j2k", "image/jp2"),
        (b"GIF89a\x01", "a.gif", "image/gif"),
        (b"OUTGOING TELEGRAM", "a.pdf", "text/plain"),
        (b"OUTGOING TELEGRAM", "A.MD", "text/markdown"),
        (b"the mark of a PDF is %PDF-, as one knows", "a.txt", "text/plain"),
        ("ÉYES ONLY".encode("cp1252"), "a.txt", "text/plain"),
        ("EYES ONLY".encode("utf-16-be"), "a.txt", "text/plain"),
        (b"one stray \x00 zero", "a.txt", "text/plain"),
    ],
)
def test_the_bytes_decide(head: bytes, name: str, kind: str) -> None:
    assert media_type(head, name) == kind


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"{\\rtf1 text", "Rich Text"),
        (b"\x00\x01\x02\x03", "neither text nor an image nor a PDF"),
        (random.Random(1).randbytes(4096), "neither text nor an image nor a PDF"),
    ],
)
def test_what_is_not_opened_is_named_with_the_file(head: bytes, what: str) -> None:
    with pytest.raises(UnknownFormatError, match=what) as raised:
        media_type(head, "box 3/telegram.txt")
    assert str(raised.value).startswith("box 3/telegram.txt: ")
