"""A decimal file number that ends with another day than the paper's own, by one figure: one of the two was misread.

The suffix of a decimal number is the date of the paper (DOMAIN.md A4), and yet one paper in ten is filed with another
that it answers. So a difference alone is no doubt; one figure that is read for another, lost or come in, is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from onionskin.emending.bounds import SETTLED
from onionskin.emending.printed_alike import alike
from onionskin.phrases.file_numbers import Scheme, read_file_number
from onionskin.record.apparatus import Doubt, DoubtCandidate
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document

RULE = "file-number-day"
SCORE = 0.5
"""As often the paper is filed with another of nearly that day."""


def filing_doubts(document: Document) -> Iterator[Doubt]:
    """The doubt about the file number, with what it would be if it had the paper's own date; none as a rule."""
    number, own = document.one("file_number"), document.one("date")
    if number is None or own is None or own.state not in SETTLED or number.state not in SETTLED:
        return
    read = read_file_number(str(number.value))
    filed, day = read.value.date if read else None, _day(str(own.value))
    if read is None or read.value.scheme is not Scheme.DECIMAL or filed is None or not filed.day or day is None:
        return
    told = dt.date(filed.year, filed.month or 1, filed.day)
    head, _, suffix = read.value.normalized.rpartition("/")
    meant = f"{day.month}-{day.day}{day.year % 100:02}"
    if abs((told - day).days) <= 1 or not _one_figure(meant, suffix):
        return
    reason = (
        f"the file number ends with {told}, the paper is dated {day}: a figure of one of them was misread,"
        " or it is filed with another paper"
    )
    candidate = DoubtCandidate(f"{head}/{meant}", SCORE, (f"the paper is dated {day}", f"{meant} read as {suffix}"))
    yield Doubt("/fields/file_number", number.as_printed, (candidate,), RULE, reason, number.ink)


def _one_figure(meant: str, read: str) -> bool:
    """Whether one figure was read for another that looks like it, lost, or read twice."""
    edits = Levenshtein.editops(meant, read)
    if len(edits) != 1:
        return False
    (edit,) = edits
    return edit.tag != "replace" or alike(meant[edit.src_pos], read[edit.dest_pos])


def _day(edtf: str) -> dt.date | None:
    try:
        date = PartialDate.parse(edtf)
    except ValueError:
        return None
    return dt.date(date.year, date.month, date.day) if date.month and date.day else None
