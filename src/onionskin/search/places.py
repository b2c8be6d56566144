"""Where in a paper a query is met best: the passage, the words to light, and the characters of the raw page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from onionskin.search.contract import MATCH_BEGINS, MATCH_ENDS
from onionskin.search.passages import Column, Passage, Patch
from onionskin.search.words import Token, tokens

BEFORE, ALL = 10, 36
"""A snippet begins at most so many words before its first match, and has at most so many in all."""

LOOKS = 8
"""Passages of a paper that are read word by word, if one of them has what is wanted; the likeliest are."""

_WORTH = {Column.BODY: 2, Column.MARK: 0}
"""Of passages that meet as much of the query, running text shows more than a field, and a field more than a stamp."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One term of the query: any of these runs of words, in these columns; with `open_end` the last word may go on."""

    runs: frozenset[tuple[str, ...]]
    columns: frozenset[Column]
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last` (both counted) of a passage are term `wanted` of the query."""

    first: int
    last: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Sight:
    """What there is to see in one passage: its words and the matches among them, in their order."""

    passage: Passage
    read: tuple[Token, ...]
    matches: tuple[Match, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The more of the query's terms the better, then the more telling passage, then the more matches."""
        different = len({match.wanted for match in self.matches})
        return different, _WORTH.get(self.passage.column, 1), len(self.matches)


def best(passages: Sequence[Passage], wanted: Sequence[Wanted]) -> Sight:
    """The passage that has most of what is wanted; of equals, and where none has anything, the first."""
    top: Sight | None = None
    hopes = [(_may_have(passage.text, wanted), _WORTH.get(passage.column, 1), -n) for n, passage in enumerate(passages)]
    for looked_at, (hope, _, n) in enumerate(sorted(hopes, reverse=True)):
        if not hope or (top and (hope < top.rank[0] or looked_at >= LOOKS)):
            break
        sight = _sight(passages[-n], wanted)
        if sight.matches and (top is None or sight.rank > top.rank):
            top = sight
    return top or _sight(passages[0], ())


def snippet(sight: Sight) -> str:
    """Some words around the matches that stand closest together, each match between its marks."""
    read, text = sight.read, sight.passage.text
    if not read:
        return text
    window = _window(sight)
    first = max(0, window[0].first - BEFORE) if window else 0
    last = min(len(read), first + ALL) - 1
    begin = read[first].start if first else 0
    end = read[last].end if last + 1 < len(read) else len(text)
    parts, at = [], begin
    for match in _apart(window, last):
        parts += [text[at : read[match.first].start], MATCH_BEGINS]
        parts += [text[read[match.first].start : read[match.last].end], MATCH_ENDS]
        at = read[match.last].end
    parts.append(text[at:end])
    return ("… " if begin else "") + "".join(parts) + (" …" if end < len(text) else "")


def patch(sight: Sight, raw: Mapping[int, str]) -> Patch | None:
    """The best match on the raw page; the whole passage where no word is matched, None where it has no ink.

    The words of the passage are aligned with those of the page, so that of a word that stands three times the
    right one is lit, and one that is broken at the end of a line is lit whole.
    """
    ink = [each for each in sight.passage.ink if each.page in raw]
    window = _window(sight)
    if not ink or not window:
        return ink[0] if ink else None
    match = max(window, key=lambda each: each.last - each.first)
    printed = [
        (token.word, Patch(each.page, each.start + token.start, each.start + token.end))
        for each in ink
        for token in tokens(raw[each.page][each.start : each.end])
    ]
    across = _aligned([token.word for token in sight.read], [word for word, _ in printed])
    first, last = across[match.first], across[match.last]
    if first is None or last is None:
        return ink[0]
    begin, end = printed[first[0]][1], printed[last[1]][1]
    return Patch(begin.page, begin.start, end.end) if begin.page == end.page else begin


def _may_have(text: str, wanted: Sequence[Wanted]) -> int:
    """How many of the terms it may have, looked at by their first words. Cheap, and never too few."""
    if not text.isascii():
        return len(wanted)
    low = text.lower()
    return sum(any(run[0] in low for run in each.runs) for each in wanted)


def _sight(passage: Passage, wanted: Sequence[Wanted]) -> Sight:
    read = tuple(tokens(passage.text))
    return Sight(passage, read, tuple(_matches([token.word for token in read], passage.column, wanted)))


def _matches(read: Sequence[str], column: Column, wanted: Sequence[Wanted]) -> Iterator[Match]:
    begins: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    opens: list[tuple[int, tuple[str, ...]]] = []
    for n, each in enumerate(wanted):
        for run in each.runs if column in each.columns else ():
            if each.open_end:
                opens.append((n, run))
            else:
                begins[run[0]].append((n, run))
    for first, word in enumerate(read):
        for n, run in begins.get(word, ()):
            if tuple(read[first : first + len(run)]) == run:
                yield Match(first, first + len(run) - 1, n)
        for n, run in opens:
            if _opens(run, read[first : first + len(run)]):
                yield Match(first, first + len(run) - 1, n)


def _opens(run: Sequence[str], read: Sequence[str]) -> bool:
    return len(run) == len(read) and list(run[:-1]) == list(read[:-1]) and read[-1].startswith(run[-1])


def _window(sight: Sight) -> list[Match]:
    """The matches that stand near enough for one snippet and are of most terms; the first such."""
    best: list[Match] = []
    for at, match in enumerate(sight.matches):
        near = [each for each in sight.matches[at : at + ALL] if each.last - match.first < ALL - BEFORE]
        if len({each.wanted for each in near}) > len({each.wanted for each in best}):
            best = near
    return best


def _apart(matches: Sequence[Match], last: int) -> Iterator[Match]:
    """Those that end in time and do not overlap one before them."""
    free = 0
    for match in matches:
        if match.first >= free and match.last <= last:
            yield match
            free = match.last + 1


def _aligned(read: Sequence[str], printed: Sequence[str]) -> list[tuple[int, int] | None]:
    """For each word read, the first and the last printed word that it was read from; None where it stands nowhere."""
    out: list[tuple[int, int] | None] = []
    steps = Levenshtein.opcodes(read, printed)
    for same, group in groupby(steps, key=lambda step: step.tag == "equal"):
        block = list(group)
        length = block[-1].src_end - block[0].src_start
        begin, end = block[0].dest_start, block[-1].dest_end
        if same or length == end - begin:
            out += [(begin + n, begin + n) for n in range(length)]
        else:
            # Other words, or a word in two parts: as a whole they stand for one another.
            out += [(begin, end - 1) if end > begin else None] * length
    return out
