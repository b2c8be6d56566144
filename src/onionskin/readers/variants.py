"""Where two engines read a number differently: the doubt, and the field that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onionskin.record.apparatus import Doubt, DoubtCandidate
from onionskin.record.evidence import Ink
from onionskin.record.fields import FieldValue
from onionskin.record.page import PageText, Word
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.span import Span
from onionskin.text.scroll import Scroll

RULE = "engines-differ"
_DOUBTED = 0.6
"""The most that a value is sure of whose number another engine reads otherwise."""

Gathered = Mapping[str, list[Reading[FieldValue]]]


def differing(scroll: Scroll, pages: Iterable[PageText], raw: Span) -> list[tuple[PageText, Word]]:
    """The words of one paper, which is the span `raw` of the scroll, that another engine reads otherwise."""
    return [
        (page, word)
        for page in pages
        for word in page.words
        if word.variants and raw.start <= scroll.offset(page.n, word.span.start) < raw.end
    ]


def doubted_by(have: Gathered, words: Iterable[tuple[PageText, Word]]) -> dict[str, list[Reading[FieldValue]]]:
    """The fields, those doubtful of whose ink a part is read otherwise."""
    held = list(words)
    return {name: [_weighed(reading, held) for reading in readings] for name, readings in have.items()}


def doubts_of(have: Gathered, words: Iterable[tuple[PageText, Word]]) -> Iterator[Doubt]:
    """One for each word, with both readings; about the field that rests on it, else about the transcription."""
    for page, word in words:
        as_printed = word.span.of(page.text)
        names = [name for name, held in have.items() if any(_rests_on(reading, page, word) for reading in held)]
        candidates = (
            DoubtCandidate(as_printed, word.confidence, ("so the first engine reads it",)),
            *(DoubtCandidate(each, 1 - word.confidence, ("so the second one",)) for each in word.variants or ()),
        )
        also = " or ".join(word.variants or ())
        yield Doubt(
            f"/fields/{names[0]}" if names else "/text/transcription",
            as_printed,
            candidates,
            RULE,
            f"two engines differ: {as_printed}, or {also}",
            (Ink(page.n, word.span, "variants", word.box),),
        )


def _weighed(reading: Reading[FieldValue], words: list[tuple[PageText, Word]]) -> Reading[FieldValue]:
    if reading.state is not ReadingState.FOUND:
        return reading
    for page, word in words:
        if _rests_on(reading, page, word):
            reason = f"another engine reads {' or '.join(word.variants or ())} in place of {word.span.of(page.text)}"
            told = f"{reading.reason}; {reason}" if reading.reason else reason
            sure = min(reading.confidence, _DOUBTED)
            return replace(reading, state=ReadingState.DOUBTFUL, confidence=sure, reason=told)
    return reading


def _rests_on(reading: Reading[FieldValue], page: PageText, word: Word) -> bool:
    return any(ink.page == page.n and ink.span.overlaps(word.span) for ink in reading.ink)
