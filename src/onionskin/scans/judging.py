"""Whether a text layer that another program made is worth keeping, or the page is better read afresh.

Four questions, the cheap ones first: are its words words; do they lie where the ink is; once in a while, does a strip
of the page read afresh say the same; and, before it is kept, do typed lines stand on the page that it has no words
for. An archive's old layers are often poor and cost a reader every second name; a good one saves him the time that
reading takes.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from functools import cache

import numpy as np
from numpy.typing import NDArray

from onionskin import lexicon
from onionskin.record.page import PageText, UnreadKind
from onionskin.scans.engine import OcrEngine, PageImage
from onionskin.scans.ink import uncovered
from onionskin.scans.text_layers import Verdict

_FEW = 20
"""Words of three letters and more below which a page says nothing about its layer; reading so little is cheap."""
_HOPELESS = 0.35
"""Share of known words below which nothing else needs to be asked, where the words also have odd shapes."""
_ODD = 0.85
"""Share of well-formed words below which they have."""
_WORSE = 0.05
"""By how much the share of known, or of well-formed, words may fall below that of the page that agreed last."""
_UNSURE = 0.6
"""Mean confidence, where the layer states one, below which its own maker did not believe it."""
_COVERED = 0.5
"""Share of the page's ink that lies in the boxes of words, at least."""
_LINE, _LINES = 0.1, 0.2
"""Width, as a share of the page's, from which letters without words are a piece of a typed line; and of all such pieces
together, from which the layer lost lines. An engine that leaves out what is underlined leaves out whole paragraphs.
"""
_AGREEING = 0.97
"""Share of the runs of four letters in a strip that layer and fresh reading have in common, at least."""
_RUN = 4
_STRIP = 0.2
"""Height of a strip, as a share of the page."""
_AGAIN_AFTER = 10
"""Pages after which a new strip is read."""
_ENOUGH = 2
"""Strips one after the other that did not agree, after which no more are read: the whole file is redone."""
_CELL = 0.05
"""Inches to the side of the squares in which ink is looked for; a typed letter is a tenth wide."""
_INKED = (0.06, 0.7)
"""Share of a square that is dark where there is writing, and not a speck, a shadow or the edge of the glass."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_WELL_FORMED = re.compile(
    r"""["'“‘(\[]*(?:[A-Z]?[a-z]+|[A-Z]+|[A-Z][a-z]+[A-Z][a-z]+|\$?\d[\d,.:/-]*)(?:['’/-][A-Za-z]+)*[)\]"'”’.,;:?!-]*"""
)


class LayerJudge:
    """Judges the layers of one file, page after page; what a strip showed holds for the pages that follow."""

    def __init__(self, engine: OcrEngine) -> None:
        """`engine` reads the strips. Its errors are the caller's to catch."""
        self._engine = engine
        self._agreed, self._known, self._formed, self._since = 0.0, 1.0, 1.0, _AGAIN_AFTER
        self._failures = 0

    def judge(self, layer: PageText, image: PageImage) -> Verdict:
        """Whether to keep the layer of this page, and why."""
        verdict = self._judge(layer, image)
        if verdict.keep and (lost := lines_lost(layer, image)):
            told = "a typed line" if lost == 1 else f"typed lines in {lost} places"
            return Verdict(keep=False, reason=f"the text layer has no words for {told}")
        return verdict

    def _judge(self, layer: PageText, image: PageImage) -> Verdict:
        if self._failures >= _ENOUGH:
            return Verdict(keep=False, reason="strips of earlier pages read afresh did not agree with the text layer")
        count, known, formed = word_shares(layer.text)
        if (objection := _objection(layer, image, count, known, formed)) is not None:
            return Verdict(keep=False, reason=objection)
        as_good = known >= self._known - _WORSE and formed >= self._formed - _WORSE
        if self._since < _AGAIN_AFTER and as_good:
            self._since += 1
            told = f"a strip of an earlier page read afresh agreed with the text layer in {self._agreed:.0%}"
            return Verdict(keep=True, reason=f"{told}, and {known:.0%} of its words here are known")
        return self._by_strip(layer, image, known, formed)

    def _by_strip(self, layer: PageText, image: PageImage, known: float, formed: float) -> Verdict:
        agreed = agreement(layer, image, self._engine)
        told = f"a strip read afresh agrees with the text layer in {agreed:.0%}"
        if agreed < _AGREEING:
            self._failures += 1
            return Verdict(keep=False, reason=told)
        self._agreed, self._known, self._formed, self._since, self._failures = agreed, known, formed, 1, 0
        return Verdict(keep=True, reason=f"{told}, and {known:.0%} of its words are known")


def _objection(layer: PageText, image: PageImage, count: int, known: float, formed: float) -> str | None:
    """What speaks against the layer without reading anything; None where nothing does."""
    if count < _FEW:
        return "the text layer has too few words to be judged"
    if known < _HOPELESS and formed < _ODD:
        return f"of the text layer's words {known:.0%} are known"
    sure = sum(word.confidence for word in layer.words) / len(layer.words)
    if sure < _UNSURE:
        return f"the text layer's own confidence is {sure:.2f}"
    covered = ink_covered(layer, image)
    return f"the text layer's words cover {covered:.0%} of the ink" if covered < _COVERED else None


def word_shares(text: str) -> tuple[int, float, float]:
    """How many words of three letters and more; the share of them the lexicon knows; the share that is well formed."""
    words, signs = _WORD.findall(text.lower()), text.split()
    known = sum(word in _known() for word in words) / max(1, len(words))
    formed = sum(bool(_WELL_FORMED.fullmatch(sign)) for sign in signs) / max(1, len(signs))
    return len(words), known, formed


def ink_covered(layer: PageText, image: PageImage) -> float:
    """The share of the squares with writing in them that the layer's boxes touch; 1.0 of a page without writing."""
    cell = max(2, round(_CELL * image.dpi))
    rows, columns = image.height // cell, image.width // cell
    if not rows or not columns:
        return 1.0
    pixels = image.pixels[: rows * cell, : columns * cell]
    dark = pixels < 0.6 * float(np.median(pixels[::4, ::4]))
    shade: NDArray[np.float64] = dark.reshape(rows, cell, columns, cell).mean(axis=(1, 3))
    inked = (shade > _INKED[0]) & (shade < _INKED[1])
    touched = np.zeros_like(inked)
    for word in layer.words:
        box = word.box
        touched[box.top // cell : box.bottom // cell + 1, box.left // cell : box.right // cell + 1] = True
    total = int(inked.sum())
    return float((inked & touched).sum()) / total if total else 1.0


def lines_lost(layer: PageText, image: PageImage) -> int:
    """In how many places typed lines, or pieces of them, stand without any word; 0 where they come to next to nothing.

    A word or two that an engine left out do not count.
    """
    unread = uncovered(image.pixels, image.dpi, [word.box for word in layer.words])
    wide = [each.box.width / image.width for each in unread if each.kind is UnreadKind.LINE]
    pieces = [width for width in wide if width >= _LINE]
    return len(pieces) if sum(pieces) >= _LINES else 0


def agreement(layer: PageText, image: PageImage, engine: OcrEngine) -> float:
    """How far the layer and a fresh reading of the strip with the most words have the same letters, 0 to 1.

    Runs of four letters are compared, blanks aside, for engines differ most in where they see a blank.
    """
    height = round(_STRIP * image.height)
    middles = np.sort([(word.box.top + word.box.bottom) // 2 for word in layer.words])
    ends = np.searchsorted(middles, middles + height)
    top = max(0, int(middles[int(np.argmax(ends - np.arange(len(middles))))]) - image.dpi // 12)
    bottom = min(image.height, top + height)
    fresh = engine.read(dataclasses.replace(image, pixels=image.pixels[top:bottom]))
    # Lines at either edge of the strip are cut through.
    edge = image.dpi // 8
    ours = _runs(_within(fresh, edge, bottom - top - edge))
    theirs = _runs(_within(layer, top + edge, bottom - edge))
    common = (ours & theirs).total()
    return 2 * common / max(1, ours.total() + theirs.total())


def _within(page: PageText, top: int, bottom: int) -> str:
    """The letters of the words whose middle lies between two heights."""
    kept = (word for word in page.words if top <= (word.box.top + word.box.bottom) // 2 < bottom)
    return "".join(word.span.of(page.text) for word in kept)


def _runs(text: str) -> Counter[str]:
    signs = "".join(sign for sign in text.casefold() if sign.isalnum())
    return Counter(signs[i : i + _RUN] for i in range(len(signs) - _RUN + 1))


@cache
def _known() -> frozenset[str]:
    """Every word of the lexicon, in small letters."""
    spelt = (s for name in lexicon.names() for entry in lexicon.entries(name) for s in entry.spellings)
    listed = (word for entry in lexicon.entries("word_classes") for word in entry.list("words"))
    return frozenset(word for each in (*spelt, *listed) for word in _WORD.findall(each.lower()))
