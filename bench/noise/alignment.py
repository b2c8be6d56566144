"""Which record of a damaged file shows which paper: the one that lies on the paper's own stretch of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bench.noise.model import Noisy
from bench.noise.verdict import Ink, Record, page_starts

LEAST_SHARE = 0.3
"""Of a paper's characters, how many a record must hold to show it."""


def extents(records: Sequence[Record], noise: Noisy) -> list[Ink]:
    """The characters of the clean file that each record transcribes; records are in source order."""
    found, at = [], 0
    starts = page_starts(noise.text)
    for record in records:
        words = str(record["text"]["transcription"])
        begun = noise.text.find(words, max(0, min(at, len(noise.text))))
        if begun < 0:
            begun = starts[min(int(record["pages"][0]["n"]), len(starts)) - 1]
        end = min(begun + len(words), len(noise.text))
        found.append(noise.before(begun, end))
        at = end
    return found


def paired(papers: Mapping[int, Ink], records: Sequence[Ink]) -> dict[int, int]:
    """Index of the paper to index of its record, each record once, the greatest overlap first."""
    overlaps = sorted(
        (
            (-(min(paper[1], record[1]) - max(paper[0], record[0])), index, place)
            for index, paper in papers.items()
            for place, record in enumerate(records)
        )
    )
    pairs: dict[int, int] = {}
    for less, index, place in overlaps:
        first, last = papers[index]
        if index not in pairs and place not in pairs.values() and -less > LEAST_SHARE * (last - first):
            pairs[index] = place
    return pairs
