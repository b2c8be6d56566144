"""The stamps that the reader finds on pages."""

from __future__ import annotations

from tests.readers.marked import holds, paper

from onionskin.readers.contract import ReadResult
from onionskin.readers.stamps import StampReader
from onionskin.record.stamps import Stamp


def read(*pages: str) -> ReadResult:
    text = paper(*pages)
    result = StampReader().read(text)
    holds(text, StampReader(), result)
    return result


def only(*pages: str) -> Stamp:
    stamps = read(*pages).stamps
    assert len(stamps) == 1
    return stamps[0]


def ticked(stamp: Stamp) -> set[str]:
    return {d.verb for d in stamp.decisions if d.checked}
