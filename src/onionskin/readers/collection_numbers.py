"""Numbers that others than the writer put at the head of a paper.

A publisher or an archive: `01211` over `1962/11/17`, `E 229`; the day under the number is the indexer's. The Executive
Secretariat: `S/S 14283`, and from 1969 the year before the number, `7109822` (the years: general knowledge).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.readers.contract import Claim, FieldReading, ReadResult
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

NUMBER = re.compile(r"\s*(?P<number>\d{4,6})\s*")
INDEXED = re.compile(r"\s*(?:19|20)\d\d/\d\d/\d\d\s*")
LETTERED = re.compile(r"\s*(?P<number>[A-Z] \d{2,4})\s*")
REGISTERED = re.compile(r"\s*(?:S/S(?:-[A-Z]{1,3})?[ -]{1,3}(?:[Nn][Oo]\.? ?)?\d{3,8}|(?:69|7\d)\d{5})\s*")
HEAD = 10
"""Lines of a file's head where such numbers stand."""
PROSE = 60


class CollectionNumberReader:
    """Reads numbers at a file's head that no form prints; a plain number alone is left to the readers of papers."""

    name = "collection-numbers"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The publisher's number with the indexer's date under it, and numbers that nothing explains."""
        reader = f"{self.name}/{self.version}"
        head = _head(text)
        fields: list[FieldReading] = []
        claims: list[Claim] = []
        for at, line in enumerate(head):
            if any(t.overlaps(line.span) for t in taken):
                continue
            below = head[at + 1] if at + 1 < len(head) else None
            indexed = below is not None and INDEXED.fullmatch(below.text) is not None
            kind = _kind(line, first=at == 0, indexed=indexed)
            if kind is None:
                continue
            fields.append(
                FieldReading("other_numbers", text.reading(OtherNumber(line.text.strip(), kind), line.ink, reader))
            )
            claims.append(Claim(line.ink, "field:other_numbers"))
            if below and indexed:
                claims.append(Claim(below.ink, "indexer-date", furniture=True))
        return ReadResult(fields=tuple(fields), claims=tuple(claims))


def _head(text: CleanText) -> list[Line]:
    """The first lines of the file, up to the first long one."""
    out: list[Line] = []
    for line in text.lines:
        if line.blank:
            continue
        if len(out) == HEAD or len(line.text) > PROSE:
            break
        out.append(line)
    return out


def _kind(line: Line, *, first: bool, indexed: bool) -> NumberKind | None:
    if REGISTERED.fullmatch(line.text):
        return NumberKind.REGISTRY
    number = NUMBER.fullmatch(line.text)
    if number and indexed:
        return NumberKind.COLLECTION
    if number and first and number["number"].startswith("0"):
        return NumberKind.UNKNOWN
    return NumberKind.UNKNOWN if LETTERED.fullmatch(line.text) else None
