"""Papers of no kind we read further: their date, and their text where they have any."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.dates import find_dates
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.dates import PartialDate
from onionskin.record.span import Span
from onionskin.text.clean import CleanText
from onionskin.text.prose import body_lines, is_prose


class PlainReader:
    """Reads what any paper has."""

    name = "plain"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The first full date that stands on a line of its own, and the running text."""
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        for line in lines:
            if line.blank or is_prose(line.text):
                continue
            for found in find_dates(line.text):
                if isinstance(found.value, PartialDate) and found.value.day and not findings.has("date"):
                    findings.field(
                        "date",
                        found.value.edtf,
                        found.span.shifted(line.span.start),
                        state=found.state,
                        reason=found.reason,
                    )
        claimed = {line.index for line in lines if any(s.covers(line.ink) for s in findings.spans if not line.blank)}
        return findings.result(body=tuple(lines[at].ink for at in body_lines(lines, claimed)))
