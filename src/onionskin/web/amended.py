"""The reading text with its corrections marked where they stand, and what each of them says beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.record.apparatus import Correction, Emendation, EmendationState
from onionskin.record.document import Document, Paragraph
from onionskin.record.evidence import Ink


@dataclass(frozen=True, slots=True)
class Remark:
    """A correction of the ink's error, or of the machine's, that stands in a paragraph.

    `put` is whether the paragraph has the new words already; if not, they are proposed.
    """

    pointer: str
    of: Emendation | Correction
    put: bool

    @property
    def by_hand(self) -> bool:
        """Whether the machine misread the ink, and a person reads it otherwise."""
        return isinstance(self.of, Correction)


@dataclass(frozen=True, slots=True)
class Bit:
    """Some of a paragraph's words, with the correction they are of, if any."""

    text: str
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Amended:
    """A paragraph in bits: joined they are its text."""

    bits: tuple[Bit, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The corrections in it, in the order of the words."""
        return tuple(bit.remark for bit in self.bits if bit.remark)


def amended(document: Document) -> tuple[Amended, ...]:
    """Each paragraph of the reading text. A correction that is rejected, or not of the running text, is in none."""
    remarks = [
        *(Remark(f"/corrections/{at}", each, put=True) for at, each in enumerate(document.corrections)),
        *(
            Remark(f"/emendations/{at}", each, put=False)
            for at, each in enumerate(document.emendations)
            if each.state is not EmendationState.REJECTED
        ),
    ]
    return tuple(Amended(tuple(_bits(paragraph, remarks))) for paragraph in document.text.paragraphs)


def _bits(paragraph: Paragraph, remarks: Sequence[Remark]) -> Iterator[Bit]:
    placed = sorted((place for each in remarks if (place := _placed(paragraph, each))), key=lambda place: place[0])
    at = 0
    for start, end, remark in placed:
        if start >= at:
            if start > at:
                yield Bit(paragraph.text[at:start])
            yield Bit(paragraph.text[start:end], remark)
            at = end
    if at < len(paragraph.text) or not paragraph.text:
        yield Bit(paragraph.text[at:])


def _placed(paragraph: Paragraph, remark: Remark) -> tuple[int, int, Remark] | None:
    """Where the words of a correction stand in a paragraph: the new ones, or else those that would go."""
    share = _share(paragraph, remark)
    if share is None:
        return None
    new, old = (_nearest(paragraph.text, words, share) for words in (remark.of.to, remark.of.from_))
    if new is not None and (old is None or isinstance(remark.of, Correction) or _is_put(remark.of)):
        return *new, Remark(remark.pointer, remark.of, put=True)
    return None if old is None else (*old, Remark(remark.pointer, remark.of, put=False))


def _is_put(emendation: Emendation) -> bool:
    return emendation.state is EmendationState.ACCEPTED


def _share(paragraph: Paragraph, remark: Remark) -> float | None:
    """How far into the paragraph's ink the correction stands, 0 to 1; None where it is not of it."""
    ink = next((each for each in remark.of.evidence if isinstance(each, Ink)), None)
    before, whole = None, 0
    for each in paragraph.evidence:
        if ink is not None and each.page == ink.page and each.span.covers(ink.span):
            before = whole + ink.span.start - each.span.start
        whole += len(each.span)
    return None if before is None else before / max(whole, 1)


def _nearest(text: str, words: str, share: float) -> tuple[int, int] | None:
    """The occurrence of whole words that stands nearest to that part of the text."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", text) if pattern else ()
    places = [match.span() for match in found]
    return min(places, key=lambda place: abs(place[0] - share * len(text)), default=None)
