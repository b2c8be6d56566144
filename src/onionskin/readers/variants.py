"""Numbers that two engines read differently, or one is unsure of: the doubt, and the field that rests on it."""

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

DIFFER, UNSURE = "engines-differ", "engine-unsure"
_DOUBTED = 0.6
"""The most that a value is sure whose number is in doubt."""

Gathered = Mapping[str, list[Reading[FieldValue]]]


def differing(scroll: Scroll, pages: Iterable[PageText], raw: Span) -> list[tuple[PageText, Word]]:
    """The words of one paper, which is the span `raw` of the scroll, of which an engine doubts the number."""
    return [
        (page, word)
        for page in pages
        for word in page.words
        if word.variants is not None and raw.start <= scroll.offset(page.n, word.span.start) < raw.end
    ]


def doubted_by(have: Gathered, words: Iterable[tuple[PageText, Word]]) -> dict[str, list[Reading[FieldValue]]]:
    """The fields, those doubtful of whose ink a part is in doubt."""
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
        yield Doubt(
            f"/fields/{names[0]}" if names else "/text/transcription",
            as_printed,
            candidates,
            DIFFER if word.variants else UNSURE,
            _reason(as_printed, word),
            (Ink(page.n, word.span, "variants", word.box),),
        )


def _weighed(reading: Reading[FieldValue], words: list[tuple[PageText, Word]]) -> Reading[FieldValue]:
    if reading.state is not ReadingState.FOUND:
        return reading
    for page, word in words:
        if _rests_on(reading, page, word):
            reason = _reason(word.span.of(page.text), word)
            told = f"{reading.reason}; {reason}" if reading.reason else reason
            sure = min(reading.confidence, _DOUBTED)
            return replace(reading, state=ReadingState.DOUBTFUL, confidence=sure, reason=told)
    return reading


def _reason(as_printed: str, word: Word) -> str:
    if word.variants:
        return f"two engines differ: {as_printed}, or {' or '.join(word.variants)}"
    return f"the engine is not sure of {as_printed} ({word.confidence:.2f})"


def _rests_on(reading: Reading[FieldValue], page: PageText, word: Word) -> bool:
    return any(ink.page == page.n and ink.span.overlaps(word.span) for ink in reading.ink)
