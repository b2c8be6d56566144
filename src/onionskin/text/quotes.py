"""Finding words again in another reading of the same paper: by themselves, by what stands about them, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from onionskin.record.decisions import Quote
from onionskin.record.page import PageNumber, PageText
from onionskin.record.quick import quick
from onionskin.record.span import Span

CONTEXT = 40
"""Characters kept before and behind the words."""
PLAIN = 0.85
"""How alike the surroundings are (0 to 1) where no other place need be looked for."""
FAMILIAR = 0.72
"""How alike they must be for words that stand there letter for letter."""
CERTAIN = 0.76
"""How alike they must be where the words themselves are read otherwise now."""
ALIKE = 0.45
"""How alike the words must then still be, unless their surroundings are plain."""
GROWTH = 2
"""Characters by which a place may be out at either end for an engine's slips."""
APART = 0.08
"""By how much the best place must beat the next."""

_SPACE = re.compile(r"\s+")
_WIDE_SPACE = re.compile(r"\s\s+|[^\S ]")
"""White space that is more than one blank, or another character."""


@quick
@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote stands in a reading: the span on its page, the words there, and how like its surroundings
    are, 0 to 1.
    """

    page: PageNumber
    span: Span
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Lost:
    """A quote that was not found again; `why` in words."""

    why: str


def quoted(page: PageText, span: Span) -> Quote:
    """The words of a span of a page, with what stands about them."""
    before, behind = page.text[: span.start], page.text[span.end :]
    return Quote(page.n, span.of(page.text), before[-CONTEXT:], behind[:CONTEXT], span.start)


def anchored(pages: Sequence[PageText], quote: Quote) -> Anchor | Lost:
    """Where the quote stands in these pages, its own page first; white space and line ends make no difference.

    Words that stand unchanged need like surroundings, words that are read otherwise now need them more alike; where
    two places fit alike neither is taken.
    """
    own = [page for page in pages if page.n == quote.page]
    for among in (own, [page for page in pages if page.n != quote.page]):
        places = sorted((p for page in among for p in _places(page, quote)), key=lambda each: -each.score)
        if len(places) > 1 and places[0].score - places[1].score < APART:
            return Lost(f"its words stand on page {places[0].page} in two places alike")
        if places:
            return places[0]
    return Lost("its words are not found again")


def _places(page: PageText, quote: Quote) -> Iterator[Anchor]:
    """Where the quote may stand on a page, each place once."""
    if quote.start is not None:
        here = Span(quote.start, quote.start + len(quote.exact))
        if _untouched(page.text, here, quote):
            yield Anchor(page.n, here, quote.exact, 1.0)
            return
    folded = _Folded.of(page.text)
    exact, prefix, suffix = (_SPACE.sub(" ", each) for each in (quote.exact, quote.prefix, quote.suffix))
    places = list(_unchanged(folded, exact.strip(), prefix, suffix))
    if max((score for _, _, score in places), default=0.0) < PLAIN:
        changed = _changed(folded, exact, prefix, suffix)
        places += [each for each in changed if all(each[1] <= start or end <= each[0] for start, end, _ in places)]
    for start, end, score in places:
        span = folded.raw(start, end)
        yield Anchor(page.n, span, span.of(page.text), score)


def _untouched(text: str, here: Span, quote: Quote) -> bool:
    return (
        here.of(text) == quote.exact
        and text[: here.start].endswith(quote.prefix)
        and text[here.end :].startswith(quote.suffix)
    )


def _unchanged(folded: _Folded, exact: str, prefix: str, suffix: str) -> Iterator[tuple[int, int, float]]:
    start = folded.text.find(exact)
    while start >= 0:
        end = start + len(exact)
        score = _surroundings(folded.text[:start], folded.text[end:], prefix, suffix)
        if score >= FAMILIAR and _whole(folded.text, start, end):
            yield start, end, score
        start = folded.text.find(exact, start + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a word begins and ends there; `EEC` does not stand in `SEEC`."""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    closes = end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
    return opens and closes


def _surroundings(before: str, behind: str, prefix: str, suffix: str) -> float:
    """How alike, 0 to 1; a side of which the quote had nothing must have nothing either, or does not count."""
    told = [
        (fuzz.ratio(side, here) / 100, len(side))
        for side, here in ((prefix, before[-len(prefix) or len(before) :]), (suffix, behind[: len(suffix)]))
        if side.strip()
    ]
    weight = sum(length for _, length in told)
    return sum(score * length for score, length in told) / weight if weight else 1.0


def _changed(folded: _Folded, exact: str, prefix: str, suffix: str) -> Iterator[tuple[int, int, float]]:
    """Places where the surroundings stand and between them other words than the quote's."""
    needle, text = prefix + exact + suffix, folded.text
    if not needle.strip() or not text:
        return
    for _ in range(2):
        found = fuzz.partial_ratio_alignment(needle, text)
        if found is None or found.score < CERTAIN * 100 * ALIKE:
            return
        first, last = max(0, found.dest_start - len(exact)), min(len(text), found.dest_end + len(exact))
        here = aligned(needle, text[first:last], Span(len(prefix), len(prefix) + len(exact)))
        start, end = _to_words(text, first + here.start, first + here.end)
        surroundings = _surroundings(text[:start], text[end:], prefix, suffix)
        if start < end and surroundings >= (CERTAIN if _alike(exact.strip(), text[start:end]) else PLAIN):
            yield start, end, surroundings
        # A second place is looked for with the first one blotted out.
        text = text[: found.dest_start] + "\0" * (found.dest_end - found.dest_start) + text[found.dest_end :]


def _alike(words: str, others: str) -> bool:
    return fuzz.ratio(words, others) >= ALIKE * 100


def aligned(was: str, now: str, span: Span) -> Span:
    """Where the characters of a span of `was` come to stand in `now`, the same text with other letters here or there.

    The end of the one is the end of the other.
    """
    steps = Levenshtein.opcodes(was, now)

    def moved(at: int) -> int:
        for step in steps:
            if at < step.src_end:
                return step.dest_start + min(at - step.src_start, step.dest_end - step.dest_start)
        return len(now)

    return Span(moved(span.start), moved(span.end))


def _to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends, grown to whole words where little is wanting.

    Much is wanting where a blank was lost: of `foreignpolicies` the quote was `foreign` alone.
    """
    first, last = start, end
    while 0 < first < len(text) and text[first].isalnum() and text[first - 1].isalnum():
        first -= 1
    while 0 < last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    start = first if start - first <= GROWTH else start
    end = last if last - end <= GROWTH else end
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


@quick
@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with each run of white space as one space; `starts[i]` is where its i-th character came from."""

    text: str
    starts: Sequence[int]

    @staticmethod
    @lru_cache(maxsize=8)
    def of(raw: str) -> _Folded:
        """Every quote of a page asks for its text, hence the memory."""
        starts: list[int] = []
        at = 0
        for run in _WIDE_SPACE.finditer(raw):
            starts += range(at, run.start() + 1)
            at = run.end()
        return _Folded(_WIDE_SPACE.sub(" ", raw), (*starts, *range(at, len(raw))) if at else range(len(raw)))

    def raw(self, start: int, end: int) -> Span:
        """The raw span of the folded characters `[start, end)`, of which there is at least one."""
        return Span(self.starts[start], self.starts[end - 1] + 1)
