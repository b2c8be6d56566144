"""How a record is named: from its bytes and its place in them, and from nothing else."""

from __future__ import annotations

import hashlib

from onionskin.record.page import PageNumber

RECORD_ID = r"os-[0-9a-v]{20}"
"""The form of a record id, for the schema and for checks."""

_DIGITS = "0123456789abcdefghijklmnopqrstuv"


def source_sha256(data: bytes) -> str:
    """The name of a source: 64 hexadecimal digits of its bytes."""
    return hashlib.sha256(data).hexdigest()


def record_id(sha256: str, page: PageNumber, offset: int) -> str:
    """The id of the paper whose first line begins at `offset` (code points) of page `page` of the source `sha256`.

    The same bytes give the same id on every machine, in any order and in any collection. A paper before which nothing
    is printed on its page has offset 0, whatever white space stands there: so another OCR of the same scan keeps the
    id. 100 bits in lower-case base 32: `os-` and 20 digits.
    """
    digest = hashlib.sha256(f"{sha256}:{page}:{offset}".encode()).digest()
    bits = int.from_bytes(digest[:13], "big") >> 4
    return "os-" + "".join(_DIGITS[bits >> 5 * i & 31] for i in reversed(range(20)))
