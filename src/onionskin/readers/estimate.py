"""Estimates and other intelligence papers without the form of a report: number, title and day over the text."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.dates import find_dates
from onionskin.phrases.estimates import heads_estimate, read_estimate_number
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.titles import title_on
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose, lines_above_text

HEAD_LINES = 24
TITLE = 8
"""Letters a title in capitals has."""


class EstimateReader:
    """Reads what stands alone on its line under the title; a form's labels are left to the reader of reports."""

    name = "estimate"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Fields number, title, date."""
        findings = Findings(text, self.name)
        head = lines_above_text(text.masked(taken), HEAD_LINES)
        labelled = {label.line for label in find_labels(head) if label.key != "number"}
        top = next((n for n, line in enumerate(head) if _is_title(line)), None)
        top = _untitled(head) if top is None else top
        for line in head[top + 1 :] if top is not None else ():
            if line.index not in labelled:
                _alone(line, findings)
        return findings.result()


def _is_title(line: Line) -> bool:
    hit = title_on(line.text)
    return hit is not None and hit.title.letters.endswith(("ESTIMATE", "MEMORANDUM"))


def _untitled(head: Sequence[Line]) -> int | None:
    """The place above the first line of a paper that bears its number and no title of a form."""
    return -1 if any(heads_estimate(line.text) for line in head) else None


def _alone(line: Line, findings: Findings) -> None:
    number = None if findings.has("number") else read_estimate_number(line.text)
    if number:
        findings.found("number", number.shifted(line.span.start))
        return
    for found in () if findings.has("date") else find_dates(line.text):
        value = found.value
        if isinstance(value, PartialDate) and value.day and len(found.text) * 10 >= len(line.text.strip()) * 8:
            at = found.span.shifted(line.span.start)
            findings.field("date", value.edtf, at, state=found.state, confidence=found.confidence, reason=found.reason)
            return
    words = line.text.strip()
    titled = words.isupper() and sum(map(str.isalpha, words)) >= TITLE and not is_letterhead(words)
    if titled and not findings.has("title") and not findings.has("date") and not is_prose(line.text.title()):
        findings.field("title", " ".join(words.split()), line.ink, confidence=0.8)
