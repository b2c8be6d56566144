"""The ink under the quotes of a paper's statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.span import Span
from onionskin.record.statements import Statement
from onionskin.text.tracing import Laid, Place, laid


def inked(statements: Sequence[Statement], document: Document) -> tuple[Statement, ...]:
    """The statements of a paper with the ink of their quotes, one patch a page; each paragraph is traced once."""
    paragraphs = {each.n: each for each in document.text.paragraphs}
    pages = {page.n: page.text for page in document.pages}
    out: list[Statement] = []
    for n, told in groupby(statements, key=lambda each: each.at.paragraph):
        paragraph = paragraphs.get(n)
        if paragraph is None or not paragraph.evidence:
            out += told
            continue
        traced = laid(paragraph.text, paragraph.evidence, pages)
        reader = paragraph.evidence[0].reader
        starts, ends = [start for start, _, _, _ in traced], [end for _, end, _, _ in traced]
        for each in told:
            quote = each.at.span
            words = traced[bisect_right(ends, quote.start) : bisect_left(starts, quote.end)]
            out.append(replace(each, evidence=tuple(_patches(words, quote, reader))))
    return tuple(out)


def _patches(words: Sequence[Laid], quote: Span, reader: str) -> Iterator[Ink]:
    """From the first to the last of the words of a quote on each page."""
    for page, held in groupby(words, key=PAGE):
        inks = [_within(place, start, end, quote) for start, end, _, places in held for place in places]
        yield Ink(page, Span(min(start for start, _ in inks), max(end for _, end in inks)), reader)


PAGE = itemgetter(2)


def _within(place: Place, start: int, end: int, quote: Span) -> Place:
    """The ink of a word without a stop that is not quoted; a word that is cut in two keeps all of its ink."""
    first, last = place
    if (quote.start <= start and end <= quote.end) or last - first != end - start:
        return place
    return first + max(0, quote.start - start), last - max(0, end - quote.end)
