"""The reading text and the transcription with other words in some places, as people or rules decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onionskin.record.document import Paragraph, Texts
from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.text.quotes import Anchor, anchored, quoted


@dataclass(frozen=True, slots=True)
class Change:
    """Other words for those of a span of a page's raw text; where the span is empty, words that are put in there."""

    page: PageNumber
    span: Span
    to: str


def read_with(texts: Texts, pages: Sequence[PageText], changes: Sequence[Change]) -> Texts:
    """The reading text and its paragraphs with the changes in them; of two that overlap the earlier given goes.

    A change outside the running text changes nothing here.
    """
    chosen, text = _apart(changes), _texts(pages)
    paragraphs = tuple(_amended(each, text, chosen) for each in texts.paragraphs)
    if paragraphs == texts.paragraphs:
        return texts
    reading, at = "", 0
    for before, after in zip(texts.paragraphs, paragraphs, strict=True):
        found = texts.reading.find(before.text, at)
        if found < 0:
            continue
        reading += texts.reading[at:found] + after.text
        at = found + len(before.text)
    return replace(texts, reading=reading + texts.reading[at:], paragraphs=paragraphs)


def transcribed_with(texts: Texts, pages: Sequence[PageText], changes: Sequence[Change]) -> str:
    """The transcription with the changes in it, but for those outside the paper's own part of a page."""
    chosen, text = _apart(changes), _texts(pages)
    told = [
        _put(part.of(text[n]), [
            (change.span.shifted(-part.start), _spaced(text[n], change))
            for change in chosen
            if change.page == n and part.covers(change.span)
        ])
        for n, part in own_part(texts, pages).items()
    ]  # fmt: skip
    return "\f".join(told)


def own_part(texts: Texts, pages: Sequence[PageText]) -> dict[PageNumber, Span]:
    """The characters of each page on which the transcription stands; whole pages where it stands nowhere as it is."""
    whole, own = "\f".join(page.text for page in pages), texts.transcription
    start = whole.find(own) if own else 0
    paper = Span(start, start + len(own)) if own and start >= 0 else Span(0, len(whole))
    parts, at = {}, 0
    for page in pages:
        here = Span(at, at + len(page.text))
        if here.start <= paper.end and paper.start <= here.end:
            parts[page.n] = Span(max(here.start, paper.start) - at, min(here.end, paper.end) - at)
        at = here.end + 1
    return parts


def _apart(changes: Sequence[Change]) -> list[Change]:
    """Those that overlap none that was given earlier."""
    chosen: list[Change] = []
    for change in changes:
        if not any(change.page == other.page and _collide(change.span, other.span) for other in chosen):
            chosen.append(change)
    return chosen


def _collide(one: Span, other: Span) -> bool:
    """Whether they share a character, or one is a place within the other."""
    return (
        one.overlaps(other)
        or one.start < other.start == other.end < one.end
        or (other.start < one.start == one.end < other.end)
    )


def _spaced(text: str, change: Change) -> str:
    """The words as they go into a text: those put in at the head of a line are a line, others stand behind a word."""
    at = change.span.start
    if change.span.end > at:
        return change.to
    if at == 0 or text[at - 1] == "\n":
        return f"{change.to}\n"
    return f"\n{change.to}" if at == len(text) else f" {change.to}"


def _texts(pages: Sequence[PageText]) -> dict[PageNumber, str]:
    return {page.n: page.text for page in pages}


def _amended(paragraph: Paragraph, text: Mapping[PageNumber, str], changes: Sequence[Change]) -> Paragraph:
    """The paragraph with the changes that stand in its ink."""
    within = list(_within(paragraph, changes))
    if not within:
        return paragraph
    told = "\n".join(each.span.of(text.get(each.page, "")) for each in paragraph.evidence)
    ink, reading = PageText(PageNumber(1), told), PageText(PageNumber(1), paragraph.text)
    puts: list[tuple[Span, str]] = []
    for change, span in within:
        if not span:
            puts += _put_in(ink, reading, span.start, change.to)
            continue
        place = anchored([reading], quoted(ink, span))
        if isinstance(place, Anchor):
            puts.append((place.span, change.to))
    return replace(paragraph, text=_put(paragraph.text, puts)) if puts else paragraph


def _put_in(ink: PageText, reading: PageText, at: int, words: str) -> Iterator[tuple[Span, str]]:
    """Words put in behind the word that stands before the place in the ink, or before the first one."""
    before = next((m for m in re.finditer(r"\S+(?=\s*\Z)", ink.text[:at])), None)
    near = before or re.search(r"\S+", ink.text)
    place = anchored([reading], quoted(ink, Span(*near.span()))) if near else None
    if isinstance(place, Anchor):
        end = place.span.end if before else place.span.start
        yield Span(end, end), f" {words}" if before else f"{words} "


def _within(paragraph: Paragraph, changes: Sequence[Change]) -> Iterator[tuple[Change, Span]]:
    """Each change that stands in the paragraph's ink, with its span in that ink set in lines."""
    for change in changes:
        at = 0
        for each in paragraph.evidence:
            if each.page == change.page and each.span.covers(change.span):
                yield change, change.span.shifted(at - each.span.start)
                break
            at += len(each.span) + 1


def _put(text: str, puts: Sequence[tuple[Span, str]]) -> str:
    # Of two that are put in at one place the first given comes first.
    for _, (span, to) in sorted(enumerate(puts), key=lambda put: (-put[1][0].start, -put[0])):
        text = text[: span.start] + to + text[span.end :]
    return text
