"""Words that stand in a row, though a machine has misread some of them beyond what is looked for in a single word.

Three words of a query that stand together vouch for one another: where no paper has them as they are spelt, it is
enough that most letters of each are there. `tbe Sov1ct note` is found for `the Soviet note`, a lost blank and one too
many with it. What is found so is compared letter by letter with the query before it counts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from onionskin.search.folded import kept
from onionskin.search.query import And, Query, Word
from onionskin.search.tolerance import distance
from onionskin.search.vocabulary import Vocabulary
from onionskin.search.words import words

FEWEST, MOST = 3, 12
"""Words that vouch for one another; of more, so many do."""
APART = 3
"""By so many places two words that are neighbours may be apart: one that was broken is two."""
CANDIDATES = 60
"""Papers of which the text is looked at."""
FORMS = 160
"""Misread words that are looked for beside one that is spelt as asked for."""
LIKENESS = 70.0
"""Of a hundred, how many of the letters must be there for a closer look."""
SURE = 93.0
"""So like that no other paper is looked for."""
HURT = 0.4
"""Share of one word's letters that may be hurt; of all letters, half of it."""

_FIRST = "SELECT rowid FROM text WHERE text MATCH ? LIMIT ?"
_LIKELIEST = "SELECT rowid FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"


@dataclass(frozen=True, slots=True)
class Row:
    """Words of a query that are typed one after the other, and what else it asks for."""

    words: tuple[str, ...]
    rest: tuple[Query, ...]


def row_of(query: Query) -> Row:
    """The longest row of plain words among those that all must be there; empty where there is none."""
    parts = query.parts if isinstance(query, And) else (query,)
    best = (0, 0)
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and isinstance(parts[end], Word):
            end += 1
        best = max(best, (at, end), key=lambda each: each[1] - each[0])
        at = end + 1
    row = [part for part in parts[slice(*best)] if isinstance(part, Word)]
    return Row(tuple(word for part in row for word in words(part.text)), (*parts[: best[0]], *parts[best[1] :]))


def phrase(run: Sequence[str]) -> str:
    """Words in a row, as FTS5 wants them; they have no quotation marks in them."""
    return f'"{" ".join(run)}"'


def nearly_together(
    connection: sqlite3.Connection, vocabulary: Vocabulary, run: Sequence[str]
) -> dict[int, tuple[float, str]]:
    """Papers in which the words stand so, each with its likeness in hundredths and the words as they stand there."""
    wanted = run[:MOST]
    if len(wanted) < FEWEST:
        return {}
    seen: set[int] = set()
    found: dict[int, tuple[float, str]] = {}
    for candidates in _candidates(connection, vocabulary, wanted):
        fresh = [n for n in dict.fromkeys(candidates) if n not in seen][:CANDIDATES]
        seen.update(fresh)
        for n in fresh:
            sights = [sight for line in kept(connection, n).lines if (sight := alike(wanted, line.strip()))]
            if sights:
                found[n] = max(sights)
        if any(likeness >= SURE for likeness, _ in found.values()):
            break
    return found


def alike(run: Sequence[str], hay: str) -> tuple[float, str] | None:
    """Where folded words have most of the letters of each word, in a row: the likeness and what stands there."""
    needle = " ".join(run)
    place = partial_ratio_alignment(needle, hay, score_cutoff=LIKENESS) if len(hay) >= len(needle) // 2 else None
    if place is None:
        return None
    begin, end = _whole_words(hay, place.dest_start, place.dest_end)
    # A word that ran into one that was not asked for is judged by its own letters.
    likest = max(_likeness(run, there) for there in (hay[begin:end], hay[place.dest_start : place.dest_end]))
    return (likest, hay[begin:end]) if likest else None


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


def _candidates(connection: sqlite3.Connection, vocabulary: Vocabulary, run: Sequence[str]) -> Iterator[list[int]]:
    """Papers worth a look, in steps that cost more and tell less."""
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    yield [n for some in (*_all_but_one(run), *pairs) for n in _told_by(connection, some)]
    forms = [vocabulary.garbled(connection, word) for word in run]
    yield _having(connection, list(_misread_among(run, forms)))
    yield _having(connection, list(_misread_beside(run, forms)))


def _all_but_one(run: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from ([*run[:at], *run[at + 1 :]] for at in range(len(run)))


def _told_by(connection: sqlite3.Connection, some: Sequence[str]) -> list[int]:
    """The papers with some of the words; none where so many have them that nothing is told by them."""
    found = connection.execute(_FIRST, (_near(some, len(some) + 1), CANDIDATES)).fetchall()
    return [n for (n,) in found] if len(found) < CANDIDATES else []


def _misread_among(run: Sequence[str], forms: Sequence[Sequence[str]]) -> Iterator[str]:
    """A misread word, or two that run into one another, among those on both sides."""
    for at in range(len(run)):
        first = min(max(0, at - 1), len(run) - FEWEST)
        others = [run[n] for n in range(first, first + FEWEST) if n != at]
        yield from (_near([form, *others], APART) for form in forms[at])
        if at + 1 < len(run):
            beside = [*run[max(0, at - 1) : at], *run[at + 2 : at + 3]]
            yield _near([run[at] + run[at + 1], *beside], APART)


def _misread_beside(run: Sequence[str], forms: Sequence[Sequence[str]]) -> Iterator[str]:
    """A misread word next to one that is spelt so, the likeliest of each; two that ran into one another near any."""
    most = FORMS // (2 * len(run))
    for at, word in enumerate(run):
        for other in (at - 1, at + 1):
            if 0 <= other < len(run):
                yield from (_near([form, run[other]], APART) for form in forms[at][:most])
        if at + 1 < len(run):
            others = [*run[:at], *run[at + 2 :]]
            yield from (_near([word + run[at + 1], other], len(run)) for other in others)


def _near(run: Sequence[str], apart: int) -> str:
    return f"NEAR({' '.join(phrase([word]) for word in run)}, {apart})"


def _having(connection: sqlite3.Connection, any_of: Sequence[str]) -> list[int]:
    rows = connection.execute(_LIKELIEST, (" OR ".join(any_of), CANDIDATES)) if any_of else ()
    return [n for (n,) in rows]


def meeting(connection: sqlite3.Connection, papers: Sequence[int], condition: str, given: Sequence[str]) -> list[int]:
    """Those of the papers that meet a condition, in their order."""
    query = f"SELECT p.n FROM paper p WHERE p.n IN (SELECT value FROM json_each(?)) AND {condition}"  # noqa: S608
    met = {n for (n,) in connection.execute(query, (json.dumps(papers), *given))}
    return [n for n in papers if n in met]
