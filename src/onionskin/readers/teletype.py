"""The line that a teletype sets over a text: level, post and number, `C O N F I D E N T I A L ACCRA 987`."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.cables import number_line
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.span import Span
from onionskin.text.clean import CleanText

SENDER = "FM "
"""What begins the line of the sender, which stands over the number's in the same head."""


class TeletypeReader:
    """Reads the number that a post gave its telegram, where a form of the Department's prints a teletype's head.

    The number behind the Department's own address (`SECSTATE WASHDC 771`) counts what the post sent there alone.
    """

    name = "teletype"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:  # noqa: ARG002 - levels are taken
        """Field number."""
        findings = Findings(text, self.name)
        sent = False
        for line in text.lines if SENDER in text.text else ():
            sent = sent or line.text.lstrip().startswith(SENDER)
            numbered = number_line(line.text, None) if sent and not line.blank else None
            if numbered is not None:
                findings.field("number", numbered.number, numbered.number_span.shifted(line.span.start))
                break
        return findings.result()
