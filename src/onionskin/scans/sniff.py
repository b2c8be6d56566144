"""What a file is, by its first bytes; its ending is only believed between plain text and Markdown."""

from __future__ import annotations

import codecs
import re

from onionskin.errors import UnknownFormatError
from onionskin.scans.decode import has_unicode_mark, mostly_characters, unmarked_utf16

HEAD = 65_536
"""How many bytes from the start are looked at."""

PDF = "application/pdf"
PLAIN = "text/plain"
MARKDOWN = "text/markdown"
ALTO = "application/alto+xml"
PAGE_XML = "application/vnd.prima.page+xml"
HOCR = "text/vnd.hocr+html"
LAYOUTS = frozenset({ALTO, PAGE_XML, HOCR})
"""What other programs write the words of a page down in; the types are those that OCR-D uses."""

_OPENED = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)

_NOT_OPENED = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of the old kind"),
    (b"{\\rtf", "a Rich Text document"),
    (b"%!PS", "a PostScript document"),
    (b"AT&TFORM", "a DjVu document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"SQLite format 3\0", "a database"),
)

_ROOTS = (
    (re.compile(r"<(?:[\w.-]+:)?alto[\s>]", re.IGNORECASE), ALTO),
    (re.compile(r"<(?:[\w.-]+:)?PcGts[\s>]"), PAGE_XML),
    (re.compile(r"""class\s*=\s*["'][^"'<>]*\bocr_page\b|["']ocr-system["']"""), HOCR),
)

_PDF_MAY_BEGIN_WITHIN = 1024


def media_type(head: bytes, name: str) -> str:
    """One of the types we open, for a file's first `HEAD` bytes. UnknownFormatError says what else it seems to be."""
    for mark, kind in _OPENED:
        if head.startswith(mark):
            return kind
    for mark, what in _NOT_OPENED:
        if head.startswith(mark):
            raise UnknownFormatError(f"this is {what}", where=name)
    # Mail gateways and scanners put bytes before the mark; every reader of PDFs looks this far for it.
    if b"%PDF-" in head[:_PDF_MAY_BEGIN_WITHIN] and (not is_text(head) or head.lstrip().startswith(b"%PDF-")):
        return PDF
    if is_text(head):
        if (layout := layout_type(head)) is not None:
            return layout
        return MARKDOWN if name.lower().endswith((".md", ".markdown")) else PLAIN
    raise UnknownFormatError("this is neither text nor an image nor a PDF", where=name)


def layout_type(head: bytes) -> str | None:
    """Which of the layout files it is, None where it is another text."""
    codec = unmarked_utf16(head) or ("utf-16" if head[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else "utf-8")
    text = head.decode(codec, "replace").lstrip("\ufeff \t\r\n")
    if not text.startswith("<"):
        return None
    return next((kind for root, kind in _ROOTS if root.search(text)), None)


def is_text(head: bytes) -> bool:
    """Whether these bytes are characters in some encoding, and not numbers in disguise."""
    return has_unicode_mark(head) or unmarked_utf16(head) is not None or mostly_characters(head)
