"""The paper's own date, where its file number alone has the year: `November 17, 7 p.m.` filed as `.../11-1762`."""

from __future__ import annotations

from dataclasses import replace

from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay
from onionskin.phrases.file_numbers import read_file_number
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.evidence import Inference, Ink
from onionskin.record.page import PageText
from onionskin.record.reading import Reading, ReadingState, inferred

RULE = "year-from-file-number"
HEAD = 2500
"""Characters of the first page in which a paper's own date is looked for."""


def with_own_date(document: Document) -> Document:
    """The record with its date, if it has none and prints a day without a year that its file number's suffix repeats.

    The suffix of a decimal number is the paper's own date (DOMAIN.md A4), so month and day must agree.
    """
    date, number = document.one("date"), document.one("file_number")
    if date is None or date.state is not ReadingState.ABSENT or number is None or not isinstance(number.value, str):
        return document
    read = read_file_number(number.value)
    filed = read.value.date if read else None
    if filed is None or not document.pages:
        return document
    reading = _agreeing(document.pages[0], filed, number.value)
    return replace(document, fields={**document.fields, "date": reading}) if reading else document


def _agreeing(page: PageText, filed: PartialDate, number: str) -> Reading[str] | None:
    for found in find_dates(page.text[:HEAD]):
        day = found.value
        if isinstance(day, PartialDay) and (day.month, day.day) == (filed.month, filed.day):
            full = day.on(filed.year)
            return inferred(
                full.edtf,
                Ink(page.n, found.span, "linking"),
                Inference(RULE, (f"file number: {number}",)),
                as_printed=found.text,
                confidence=0.9,
                reason=f"the year is not printed here; the file number, {number}, ends with the day",
            )
    return None
