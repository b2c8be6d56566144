"""What the text of a paper points to, and the names that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.mentions import find_mentions
from onionskin.phrases.references import find_references
from onionskin.readers.contract import ReadResult
from onionskin.record.references import Mention, Reference, Resolution, ResolutionState
from onionskin.record.span import Span
from onionskin.text.clean import CleanText

UNRESOLVED = Resolution(ResolutionState.CITED_NOT_HELD)


class CitationReader:
    """Reads the reading text, where a reference broken over two lines or pages is whole; evidence still leads to the
    ink.
    """

    name = "citations"
    version = "5"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """References and mentions outside `taken`. A reference is cited-not-held until something says more."""
        references = tuple(
            Reference(
                text=" ".join(hit.text.split()),
                kind=hit.value.kind,
                evidence=text.inks(hit.span, self.name),
                resolved=UNRESOLVED,
                number=hit.value.number,
                series=hit.value.series,
                from_=hit.value.from_,
                to=hit.value.to,
                date=hit.value.date,
                direction=hit.value.direction,
            )
            for hit in find_references(text.text)
            if not any(t.overlaps(hit.span) for t in taken)
        )
        mentions = tuple(
            Mention(" ".join(hit.text.split()), hit.value.kind, text.inks(hit.span, self.name))
            for hit in find_mentions(text.text)
            if not any(t.overlaps(hit.span) for t in taken)
        )
        return ReadResult(references=references, mentions=mentions)
