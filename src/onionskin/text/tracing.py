"""From the words of a reading text back to their ink.

A record keeps for each paragraph where its words stand, not which word stands where: lines were joined, words cut at a
line's end were made whole, insertions moved to their slash, misprints mended. So the words of the paragraph are laid
beside those of its ink, and what agrees is the same word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from onionskin.record.evidence import Ink
from onionskin.record.page import PageNumber
from onionskin.record.span import Span

WORD = re.compile(r"[^\s/^]+")
"""A slash or caret parts words: at it an insertion goes in."""
LABEL_WORDS = 2
"""Words of ink that may number a paragraph: `4.`, `Paragraph 4.`"""
FARTHEST = 4
"""Words that replace one another stand for one another while there are no more of them than this."""


class Traced(NamedTuple):
    """A word of a paragraph, `span` of its text, and the ink it was read from, in the order of its letters."""

    span: Span
    page: PageNumber
    places: tuple[Span, ...]


Place = tuple[int, int]
"""Where letters stand on their page, from the first to behind the last."""
Laid = tuple[int, int, PageNumber, tuple[Place, ...]]
"""The same as plain numbers: from where to where a word stands in its text, and its ink."""


class _Word(NamedTuple):
    text: str
    page: PageNumber
    places: tuple[Place, ...]


def trace(text: str, evidence: Sequence[Ink], pages: Mapping[PageNumber, str]) -> tuple[Traced, ...]:
    """The words of a paragraph that stand somewhere in its ink; a word without ink of its own is left out."""
    return tuple(
        Traced(Span(start, end), page, tuple(Span(*place) for place in places))
        for start, end, page, places in laid(text, evidence, pages)
    )


def laid(text: str, evidence: Sequence[Ink], pages: Mapping[PageNumber, str]) -> list[Laid]:
    """What `trace` tells, in half the time: for whoever wants the ink of a few words among all of a paragraph."""
    skipped = _words_before(text, evidence, pages)
    if skipped is not None:
        places = [(page, (ink.span(),)) for page, ink in _printed(evidence, pages)][skipped:]
        beside = zip([word.span() for word in WORD.finditer(text)], places, strict=True)
        return [(start, end, page, place) for (start, end), (page, place) in beside]
    words = [(match[0], *match.span()) for match in WORD.finditer(text)]
    said = [word for word, _, _ in words]
    inked = list(_whole(list(_inked(evidence, pages)), frozenset(said)))
    read = [each.text for each in inked]
    ours: dict[int, int] = {}
    if said == read:
        ours.update(zip(range(len(said)), range(len(read)), strict=True))
    else:
        _match(said, read, ours)
    return [(*words[i][1:], inked[j].page, inked[j].places) for i, j in sorted(ours.items())]


def _words_before(text: str, evidence: Sequence[Ink], pages: Mapping[PageNumber, str]) -> int | None:
    """How many words of the ink (a paragraph's number) stand before the very words of a text, to its end; None where
    others do, or one is cut at a line's end. Most paragraphs are as they are printed.
    """
    said = WORD.findall(text)
    read = [word for ink in evidence for word in WORD.findall(pages.get(ink.page, ""), ink.span.start, ink.span.end)]
    more = len(read) - len(said)
    if not 0 <= more <= LABEL_WORDS or read[more:] != said or any(word[-1] == "-" for word in read):
        return None
    # Words that come again and again may stand side by side from an earlier one on.
    return more if all(read[at : at + len(said)] != said for at in range(more)) else None


def _printed(evidence: Sequence[Ink], pages: Mapping[PageNumber, str]) -> Iterator[tuple[PageNumber, re.Match[str]]]:
    for ink in evidence:
        for match in WORD.finditer(pages.get(ink.page, ""), ink.span.start, ink.span.end):
            yield ink.page, match


def _inked(evidence: Sequence[Ink], pages: Mapping[PageNumber, str]) -> Iterator[_Word]:
    for page, match in _printed(evidence, pages):
        yield _Word(match[0], page, (match.span(),))


def _whole(inked: Sequence[_Word], said: frozenset[str]) -> Iterator[_Word]:
    """The words of the ink, those cut by a hyphen at a line's end whole again where the text has them so."""
    at = 0
    while at < len(inked):
        here, after = inked[at], inked[at + 1] if at + 1 < len(inked) else None
        at += 1
        if after is not None and here.text.endswith("-") and here.page == after.page:
            joined = next(
                (each for each in (here.text[:-1] + after.text, here.text + after.text) if each in said), None
            )
            if joined is not None:
                yield _Word(joined, here.page, (*here.places, *after.places))
                at += 1
                continue
        yield here


def _match(said: Sequence[str], inked: Sequence[str], ours: dict[int, int]) -> None:
    """Fill `ours`, word by word: those that agree in order, those that took another's place, those that were moved."""
    lost: list[range] = []
    spare: list[int] = []
    for verb, i, i_end, j, j_end in SequenceMatcher(None, said, inked, autojunk=False).get_opcodes():
        if verb == "equal" or i_end - i == j_end - j <= FARTHEST:
            ours.update(zip(range(i, i_end), range(j, j_end), strict=True))
        else:
            lost.append(range(i, i_end))
            spare.extend(range(j, j_end))
    for block in lost:
        words = [said[i] for i in block]
        match = SequenceMatcher(None, words, [inked[j] for j in spare], autojunk=False)
        for one in match.get_matching_blocks():
            ours.update((block[one.a + n], spare[one.b + n]) for n in range(one.size))
