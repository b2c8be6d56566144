"""The ink under the quotes of a paper's statements."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.span import Span
from onionskin.record.statements import Statement
from onionskin.text.tracing import Traced, trace


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
        traced = trace(paragraph.text, paragraph.evidence, pages)
        reader = paragraph.evidence[0].reader
        starts, ends = [word.span.start for word in traced], [word.span.end for word in traced]
        for each in told:
            quote = each.at.span
            words = traced[bisect_right(ends, quote.start) : bisect_left(starts, quote.end)]
            out.append(replace(each, evidence=tuple(_patches(words, quote, reader))))
    return tuple(out)


def _patches(words: Sequence[Traced], quote: Span, reader: str) -> Iterator[Ink]:
    """From the first to the last of the words of a quote on each page."""
    for page, held in groupby(words, key=lambda word: word.page):
        places = [_within(place, word.span, quote) for word in held for place in word.places]
        yield Ink(page, Span(min(each.start for each in places), max(each.end for each in places)), reader)


def _within(place: Span, word: Span, quote: Span) -> Span:
    """The ink of a word without a stop that is not quoted; a word that is cut in two keeps all of its ink."""
    if quote.covers(word) or len(place) != len(word):
        return place
    return Span(place.start + max(0, quote.start - word.start), place.end - max(0, word.end - quote.end))
