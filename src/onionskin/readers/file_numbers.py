"""File numbers stamped or typed on a line of their own, in the margin of any paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.file_numbers import find_file_numbers
from onionskin.phrases.worn_file_numbers import find_worn_file_number
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.span import Span
from onionskin.text.clean import CleanText

A_DIGIT = re.compile(r"\d")
WIDTH = 60
"""Characters of the widest line that is a file number and what stands beside it."""


class FileNumberReader:
    """Reads the file under which a copy was kept: `611.37/7-1751`, `POL 27 CUBA`; one in a sentence is a reference."""

    name = "file-numbers"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Field file_number, one for each line that is a file number or ends with one behind its label."""
        findings = Findings(text, self.name)
        for line in text.masked(taken):
            words = line.text.strip()
            if not words or len(words) > WIDTH or not A_DIGIT.search(words):
                continue
            for hit in find_file_numbers(line.text):
                if len(hit.text) * 10 >= len(words) * 7:
                    at = hit.span.shifted(line.span.start)
                    findings.field(
                        "file_number", hit.value.normalized, at, confidence=hit.confidence, reason=hit.reason
                    )
            if not findings.touches(line.ink) and (worn := find_worn_file_number(line.text)):
                findings.found("file_number", worn.shifted(line.span.start))
        return findings.result()
