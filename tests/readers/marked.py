"""Papers for the tests of the readers of marks, and what must hold of any result."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.readers.contract import Reader, ReadResult
from onionskin.record.evidence import Evidence, Ink
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, clean
from onionskin.text.markup import unmark
from onionskin.text.scroll import scroll_of


def paper(*pages: str) -> CleanText:
    """The clean text of a source with these pages."""
    return clean(scroll_of([PageText(PageNumber(n), text) for n, text in enumerate(pages, 1)]), [unmark])


def claimed(text: CleanText, result: ReadResult) -> list[str]:
    """The words that are claimed, in order."""
    return [c.span.of(text.text) for c in result.claims]


def unclaimed(text: CleanText, result: ReadResult) -> list[str]:
    """The lines that hold a word outside all claims."""
    out = []
    for line in text.lines:
        free = [at for at in range(line.span.start, line.span.end) if text.text[at].isalnum()]
        if any(not any(c.span.start <= at < c.span.end for c in result.claims) for at in free):
            out.append(line.text.strip())
    return out


def holds(text: CleanText, reader: Reader, result: ReadResult) -> None:
    """What the contract asks: evidence agrees with ink, claims lie in the text, the same text reads the same."""
    for each in result.fields:
        _agrees(text, each.reading.as_printed, each.reading.ink)
    for _, custody in result.custody:
        _agrees(text, custody.as_printed, custody.ink)
    for stamp in result.stamps:
        _inked(text, stamp.impressions)
        if stamp.date.as_printed or stamp.date.ink:
            _agrees(text, stamp.date.as_printed, stamp.date.ink)
    for marking in result.markings:
        _agrees(text, marking.text, tuple(e for e in marking.evidence if isinstance(e, Ink)))
    for evidence in _evidence(result):
        _inked(text, evidence)
    for claim in result.claims:
        assert Span(0, len(text.text)).covers(claim.span)
        assert len(claim.span)
    assert reader.read(text) == result


def _evidence(result: ReadResult) -> Iterator[tuple[Evidence, ...]]:
    yield from (box.evidence for box in result.form_boxes)
    yield from (office.evidence for office in result.distribution)
    yield from (act.evidence for act in result.acts)
    yield from (excision.evidence for excision in result.excisions)
    yield from (doubt.evidence for doubt in result.doubts)


def _agrees(text: CleanText, as_printed: str, inks: tuple[Ink, ...]) -> None:
    """Each patch of ink bears the words as printed."""
    assert inks
    assert all(text.printed(ink) == as_printed for ink in inks)


def _inked(text: CleanText, evidence: tuple[Evidence, ...]) -> None:
    inks = [e for e in evidence if isinstance(e, Ink)]
    assert inks
    assert all(text.printed(ink) for ink in inks)
