"""What the text of a paper points to, and the names that stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.mentions import find_mentions
from onionskin.phrases.references import find_references
from onionskin.readers.cited import reference_to
from onionskin.readers.contract import ReadResult
from onionskin.record.references import Mention
from onionskin.record.span import Span
from onionskin.text.clean import CleanText


class CitationReader:
    """Reads the reading text, where a reference broken over two lines or pages is whole; evidence still leads to the
    ink.
    """

    name = "citations"
    version = "12"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """References and mentions outside `taken`. A reference is cited-not-held until something says more."""
        references = tuple(
            reference_to(hit, text.inks(hit.span, self.name))
            for hit in find_references(text.text)
            if not any(t.overlaps(hit.span) for t in taken)
        )
        mentions = tuple(
            Mention(" ".join(hit.text.split()), hit.value.kind, text.inks(hit.span, self.name))
            for hit in find_mentions(text.text)
            if not any(t.overlaps(hit.span) for t in taken)
        )
        return ReadResult(references=references, mentions=mentions)
