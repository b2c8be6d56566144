"""Where every word of a paper stands: on its pages, on their images, and in the reading text."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.record.page import PageText
from onionskin.record.released import Released
from onionskin.text.tracing import Traced, trace


@dataclass(frozen=True, slots=True)
class TracedParagraph:
    """A paragraph of the reading text by its number, and its words with their ink."""

    n: int
    words: tuple[Traced, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a paper. Those of a page stand in its `words`, with their boxes, where it was read from an image."""

    record: str
    pages: tuple[PageText, ...]
    paragraphs: tuple[TracedParagraph, ...]


def wording(paper: Released) -> Wording:
    """The words of a paper, each led back to its ink."""
    document = paper.document
    pages = {page.n: page.text for page in document.pages}
    paragraphs = (TracedParagraph(each.n, trace(each.text, each.evidence, pages)) for each in document.text.paragraphs)
    return Wording(document.id, document.pages, tuple(paragraphs))
