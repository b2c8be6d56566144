"""The Agency's cables of the 1950s to 1970s: forms with TO, FROM, ACTION, INFO over the message, and the message's own
heading.

The heading is typed and survives where the form's labels do not: `PRIORITY DIR CITE WAVE 8201` under `S E C R E T
270258Z`. The date-time group has no month; the stamp beside it (`27 NOV 63 IN 68499`) lends month and year.
"""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.printed_forms import form_cells, form_words
from onionskin.phrases.titles import title_on
from onionskin.readers.agency_cable.boxes import read_boxes
from onionskin.readers.agency_cable.days import read_days
from onionskin.readers.agency_cable.electronic import (
    electronic_head,
    is_electronic,
    paragraphs,
    read_labels,
    read_slugs,
)
from onionskin.readers.agency_cable.heading import read_columns, read_heading
from onionskin.readers.agency_cable.outgoing import read_column, read_foot
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.named import Named
from onionskin.record.span import Span
from onionskin.text.clean import CleanText
from onionskin.text.prose import body_lines

HEAD_LINES = 34
OUTGOING = "outgoing"


class AgencyCableReader:
    """Reads a cable's form and heading, and finds its text."""

    name = "agency-cable"
    version = "7"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Whom it is for, who sent it and when, under what number and how fast; its captions, subject and distribution;
        body.
        """
        lines = text.masked(taken)
        findings = Findings(text, self.name)
        head = electronic_head(lines, HEAD_LINES)
        read_heading(head, findings)
        if not findings.has("from"):
            read_columns(head, findings)
        distribution = tuple(read_boxes(head, findings))
        read_days(lines, head, findings)
        if electronic := is_electronic(head):
            read_labels(lines, head, findings)
        read_slugs(head, findings)
        if _direction(findings) == OUTGOING:
            read_column(lines, findings)
            read_foot(lines, findings)
        for line in lines:
            if line.blank or findings.touches(line.ink):
                continue
            if title_on(line.text) or form_words(line.text):
                findings.claim(line.ink, "form-title", furniture=True)
            for cell in form_cells(line.text):
                findings.claim(cell.shifted(line.span.start), "form-title", furniture=True)
        barred = {line.index for line in lines if not line.blank and findings.touches(line.ink)}
        text_lines = {*body_lines(lines, barred), *(paragraphs(lines, findings) if electronic else ())}
        body = [at for at in sorted(text_lines) if not head or at > head[0].index]
        return findings.result(distribution=distribution, body=tuple(lines[at].ink for at in body))


def _direction(findings: Findings) -> str | None:
    """Headquarters sends or is sent to."""
    for name, direction in (("from", OUTGOING), ("to", "incoming")):
        names = [f.reading.value.name for f in findings.fields if f.name == name and isinstance(f.reading.value, Named)]
        if "Director" in names:
            why = f"the Director {'sends it' if name == 'from' else 'is an addressee'}"
            findings.inferred("direction", direction, "direction-from-headquarters", "Director", reason=why)
            return direction
    return None
