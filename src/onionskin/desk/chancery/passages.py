"""Passages of a text that are withheld: chosen, joined where they overlap, told by their extent, and left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from onionskin.errors import UsageError

LINES = re.compile(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6}))?\s*")
WORD = re.compile(r"\w+(?:['’.-]\w+)*")

Passage = Mapping[str, Any]
"""`{"start": 10, "end": 50, "exemption": "(b)(1)"}`: half-open code points of one version's text."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is withheld: words, and lines of the text in which some of it stands."""

    words: int
    lines: int

    def __str__(self) -> str:
        """`12 words in 2 lines`."""
        return f"{self.words} word{'s' * (self.words != 1)} in {self.lines} line{'s' * (self.lines != 1)}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; of one that is withheld, `exemption` and its extent, and no word of it."""

    text: str
    exemption: str = ""
    extent: Extent | None = None

    @property
    def shown(self) -> str:
        """What stands in its place for the public."""
        return f"[{self.extent} withheld: {self.exemption}]" if self.extent else self.text


def joined(passages: Iterable[Passage]) -> tuple[dict[str, Any], ...]:
    """The same in their order, those that overlap as one, under all their exemptions: `(b)(1); (b)(6)`.

    Two that only touch stay two, unless their exemption is the same.
    """
    out: list[dict[str, Any]] = []
    for each in sorted(passages, key=itemgetter("start", "end")):
        last: dict[str, Any] = out[-1] if out else {"start": 0, "end": -1, "exemption": ""}
        touches = each["start"] == last["end"] and each["exemption"] == last["exemption"]
        if each["start"] < last["end"] or touches:
            codes = dict.fromkeys((*last["exemption"].split("; "), *each["exemption"].split("; ")))
            out[-1] = {**last, "end": max(last["end"], each["end"]), "exemption": "; ".join(codes)}
        else:
            out.append(dict(each))
    return tuple(out)


def of_lines(text: str, lines: str, exemption: str) -> list[dict[str, Any]]:
    """The passages that whole lines are, `3-5, 9`, counted from 1. UsageError for what is no line of the text."""
    spans = list(line_spans(text))
    out: list[dict[str, Any]] = []
    for told in lines.split(","):
        m = LINES.fullmatch(told)
        first, last = (int(m[1]), int(m[2] or m[1])) if m else (0, 0)
        if not 1 <= first <= last <= len(spans):
            raise UsageError(
                f"{told.strip()!r} is no line of a text of {len(spans)}", advice="Name lines so: 3, or 3-5, or 3-5, 9"
            )
        out.append({"start": spans[first - 1][0], "end": spans[last - 1][1], "exemption": exemption})
    return [each for each in out if each["start"] < each["end"]]


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each line stands, without its end."""
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


def extent(text: str, passages: Iterable[Passage]) -> Extent:
    """How much of a text passages are. A word of which a part is withheld counts."""
    held = joined(passages)
    words = sum(1 for word in WORD.finditer(text) if _meets(word.start(), word.end(), held))
    lines = sum(1 for start, end in line_spans(text) if text[start:end].strip() and _meets(start, end, held))
    return Extent(words, lines)


def _meets(start: int, end: int, held: Iterable[Passage]) -> bool:
    return any(each["start"] < end and start < each["end"] for each in held)


def pieces(text: str, passages: Iterable[Passage]) -> Iterator[Piece]:
    """A text from its first character to its last, without a word of what is withheld."""
    at = 0
    for each in joined(passages):
        if at < each["start"]:
            yield Piece(text[at : each["start"]])
        yield Piece("", each["exemption"], extent(text, [each]))
        at = min(each["end"], len(text))
    if at < len(text):
        yield Piece(text[at:])


def as_shown(text: str, passages: Iterable[Passage]) -> str:
    """A text as the public is to see it: `You should see [1 word in 1 line withheld: (b)(1)] promptly`."""
    return "".join(each.shown for each in pieces(text, passages))


def words_of(text: str) -> frozenset[str]:
    """The words of a text, all in lower case."""
    return frozenset(each.group().lower() for each in WORD.finditer(text))


def only_withheld(text: str, passages: Iterable[Passage]) -> frozenset[str]:
    """The words that stand in what is withheld and nowhere in what is shown."""
    held = joined(passages)
    out: set[str] = set()
    shown: set[str] = set()
    for word in WORD.finditer(text):
        (out if _meets(word.start(), word.end(), held) else shown).add(word.group().lower())
    return frozenset(out - shown)
