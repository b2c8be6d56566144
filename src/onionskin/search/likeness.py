"""How like the words of a query some words of a paper are, letter by letter, wherever the blanks stand."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from onionskin.search.tolerance import distance

LIKENESS = 70.0
"""Of a hundred, how many of the letters must be there for a closer look."""
HURT = 0.5
"""Share of one word's letters that may be hurt; of all letters, half of it."""


def alike(run: Sequence[str], hay: str) -> tuple[float, str] | None:
    """Where folded words have most of the letters of each word, in a row: the likeness and what stands there."""
    needle = " ".join(run)
    place = partial_ratio_alignment(needle, hay, score_cutoff=LIKENESS) if len(hay) >= len(needle) // 2 else None
    if place is None:
        return None
    begin, end = place.dest_start, place.dest_end
    outer, inner = _whole_words(hay, begin, end), _words_within(hay, begin, end)
    # A word that ran into one that was not asked for is judged by its own letters.
    cuts = {outer: outer, (begin, end): outer, inner: inner, (outer[0], inner[1]): (outer[0], inner[1])}
    cuts[inner[0], outer[1]] = (inner[0], outer[1])
    likest, shown = max((_likeness(run, hay[slice(*cut)]), whole) for cut, whole in cuts.items() if cut[0] < cut[1])
    return (likest, hay[slice(*shown)]) if likest else None


def _likeness(run: Sequence[str], there: str) -> float:
    """Of a hundred, how alike; nothing where a word has too few of its letters."""
    needle = " ".join(run)
    cuts = _cuts(needle, there)
    hurts, at = 0.0, 0
    for word in run:
        hurt = distance(word, there[cuts[at] : cuts[at + len(word)]].strip())
        if hurt > max(1.0, HURT * len(word)):
            return 0.0
        hurts += hurt
        at += len(word) + 1
    return 100.0 - 100.0 * hurts / len(needle) if hurts <= 1 + HURT / 2 * len(needle) else 0.0


def _cuts(needle: str, there: str) -> list[int]:
    """For each place between two letters of the needle, where it lies in what stands there."""
    cuts = [0] * (len(needle) + 1)
    for step in Levenshtein.opcodes(needle, there):
        for at in range(step.src_start, step.src_end + 1):
            cuts[at] = min(step.dest_start + at - step.src_start, step.dest_end)
    cuts[-1] = len(there)
    return cuts


def _whole_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """The same stretch, begun and ended at a blank."""
    while begin > 0 and text[begin - 1] != " " and text[begin] != " ":
        begin -= 1
    while end < len(text) and text[end] != " " and text[end - 1] != " ":
        end += 1
    cut = text[begin:end]
    return begin + len(cut) - len(cut.lstrip()), end - (len(cut) - len(cut.rstrip()))


def _words_within(text: str, begin: int, end: int) -> tuple[int, int]:
    """The same stretch without the parts of words at its ends."""
    if begin > 0 and text[begin - 1] != " ":
        begin = text.find(" ", begin, end) + 1 or begin
    if end < len(text) and text[end] != " ":
        end = max(text.rfind(" ", begin, end), begin)
    return begin, end
