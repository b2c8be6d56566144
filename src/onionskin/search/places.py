"""Where in a paper a query is met best: the passage, the words to light, and the characters of the raw page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from onionskin.search.contract import MATCH_BEGINS, MATCH_ENDS
from onionskin.search.folded import Folded, folded
from onionskin.search.passages import Column, Passage, Patch
from onionskin.search.word_places import Places, places
from onionskin.search.words import words

BEFORE, ALL = 10, 36
"""A snippet begins at most so many words before its first match, and has at most so many in all."""

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
    read: Places
    matches: tuple[Match, ...]


def best(passages: Sequence[Passage], wanted: Sequence[Wanted]) -> Sight:
    """The passage that has most of what is wanted, word by word."""
    read = folded((each.column, words(each.text)) for each in passages)
    return look(passages[likeliest(read, wanted)], wanted)


def likeliest(read: Folded, wanted: Sequence[Wanted]) -> int:
    """Which passage has most of the terms; of equals the more telling, then the one with more matches, then the first.

    Looks for strings, not for words, and in all passages at once: a page of hits has tens of thousands of words.
    """
    met: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for term, each in enumerate(wanted):
        for needle in _needles(each):
            for line in _lines_with(needle, read.whole):
                if read.columns[line] in each.columns:
                    met[line][term] += 1
    worth = {line: _WORTH.get(read.columns[line], 1) for line in met}
    return max(met, key=lambda line: (len(met[line]), worth[line], met[line].total(), -line), default=0)


def _lines_with(needle: str, whole: str) -> Iterator[int]:
    """The line of each place at which a string stands, counted from 0."""
    line, seen, at = 0, 0, whole.find(needle)
    while at >= 0:
        line += whole.count("\n", seen, at)
        yield line
        seen, at = at, whole.find(needle, at + len(needle))


def snippet(sight: Sight) -> str:
    """Some words around the matches that stand closest together, each match between its marks."""
    spans, text = sight.read.spans, sight.passage.text
    if not spans:
        return text
    window = _window(sight)
    first = max(0, window[0].first - BEFORE) if window else 0
    last = min(len(spans), first + ALL) - 1
    begin = spans[first][0] if first else 0
    end = spans[last][1] if last + 1 < len(spans) else len(text)
    parts, at = [], begin
    for match in _apart(window, last):
        begins, ends = spans[match.first][0], spans[match.last][1]
        parts += [text[at:begins], MATCH_BEGINS, text[begins:ends], MATCH_ENDS]
        at = ends
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
    if len(ink) == 1 and raw[ink[0].page][ink[0].start : ink[0].end].replace("\n", " ") == sight.passage.text:
        (begin, _), (_, end) = sight.read.spans[match.first], sight.read.spans[match.last]
        return Patch(ink[0].page, ink[0].start + begin, ink[0].start + end)
    printed: list[str] = []
    where: list[Patch] = []
    for each in ink:
        found = places(raw[each.page][each.start : each.end])
        printed += found.words
        where += [Patch(each.page, each.start + start, each.start + end) for start, end in found.spans]
    if printed == sight.read.words:
        return _from(where[match.first], where[match.last])
    across = _aligned(sight.read.words, printed)
    first, last = across[match.first], across[match.last]
    if first is None or last is None:
        return ink[0]
    return _from(where[first[0]], where[last[1]])


def _from(begin: Patch, end: Patch) -> Patch:
    """As far as its page goes."""
    return Patch(begin.page, begin.start, end.end) if begin.page == end.page else begin


def _needles(wanted: Wanted) -> list[str]:
    """The runs as a folded line has them."""
    end = "" if wanted.open_end else " "
    return [f" {' '.join(run)}{end}" for run in wanted.runs]


def look(passage: Passage, wanted: Sequence[Wanted]) -> Sight:
    """The words of a passage, and which of them are wanted."""
    read = places(passage.text)
    return Sight(passage, read, tuple(_matches(read.words, passage.column, wanted)))


def _matches(read: Sequence[str], column: Column, wanted: Sequence[Wanted]) -> Iterator[Match]:
    begins: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    opens: list[tuple[int, tuple[str, ...]]] = []
    for n, each in enumerate(wanted):
        for run in each.runs if column in each.columns else ():
            if each.open_end:
                opens.append((n, run))
            else:
                begins[run[0]].append((n, run))
    # Where no last word may go on, most words can be passed over at once.
    for first in range(len(read)) if opens else [at for at, word in enumerate(read) if word in begins]:
        for n, run in begins.get(read[first], ()):
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
