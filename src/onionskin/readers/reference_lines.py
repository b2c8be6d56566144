"""The papers that the head of a form refers to: `REF : Lagos A-377; Embtel 1702`, `Ref: Your 3512 and 3526`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.cited import CitedPaper
from onionskin.phrases.found import Found
from onionskin.phrases.labels import Labelled, find_labels
from onionskin.phrases.reference_lines import is_lettered, line_goes_on, read_reference_line
from onionskin.readers.cited import reference_to
from onionskin.readers.contract import ReadResult
from onionskin.readers.findings import Findings
from onionskin.record.references import Reference
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.prose import is_prose

HEAD_LINES = 60
"""Lines with ink among which the label of references stands: a long distribution and a long list of addressees fit."""
MORE = 12
"""Lines at the most over which the references go on."""


class ReferenceLineReader:
    """Reads what stands behind the label of references in the head of telegrams, airgrams, despatches, memoranda.

    Running text is read for references where it is whole (`readers.citations`); the line of the form is none of it.
    `department`: a post's telegram is one to the Department, as it is on all forms but another agency's.
    """

    name = "reference-lines"
    version = "6"

    def __init__(self, *, department: bool = True) -> None:
        self._department = department

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """The references of the head, in order. A label behind which nothing known is cited is left to others."""
        lines = [line for line in text.masked(taken) if not line.blank][:HEAD_LINES]
        findings = Findings(text, self.name)
        references: list[Reference] = []
        for label in find_labels(lines):
            if label.key == "reference" and not findings.touches(label.label):
                references += self._behind(label, lines, findings)
        return findings.result(references=tuple(references))

    def _behind(self, label: Labelled, lines: Sequence[Line], findings: Findings) -> Iterator[Reference]:
        """The references of one label, which go on below while a line is open or cites alone."""
        stretch = Span(label.value.start, _end(label, lines))
        words = stretch.of(findings.text.text)
        found = read_reference_line(words)
        if not found:
            return
        findings.claim(label.label, "label:references", furniture=True)
        findings.claim(Span(stretch.start, stretch.start + len(words.rstrip())), "references")
        for hit in found if self._department else map(_to_nobody, found):
            yield reference_to(hit, findings.text.inks(hit.span.shifted(stretch.start), findings.reader))


def _to_nobody(hit: Found[CitedPaper]) -> Found[CitedPaper]:
    """What is cited, without an addressee and a direction that only the Department's telegrams have."""
    return hit.with_value(replace(hit.value, to=None, direction=None))


def _end(label: Labelled, lines: Sequence[Line]) -> int:
    """Where the references end; one with its letter may stand under a blank line, as transcripts part lines."""
    at = next(n for n, line in enumerate(lines) if line.index == label.line)
    end, above = label.value.end, lines[at]
    for line in lines[at + 1 : at + 1 + MORE]:
        near = 2 if is_lettered(line.text) else 1
        if line.page != above.page or line.index > above.index + near or next(iter(find_labels([line])), None):
            break
        if is_prose(line.text) or not line_goes_on(above.text, line.text):
            break
        end, above = line.ink.end, line
    return end
