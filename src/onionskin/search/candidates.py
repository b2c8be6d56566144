"""Papers in which a row of words may stand, though a machine has hurt some of them, told from the index alone.

Each word of the papers that may stand for a part of the row speaks for the papers that have it: the louder, the fewer
these are, the more of its letters are unhurt, and the nearer others that do so stand to it.
"""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from onionskin.search.vocabulary import Vocabulary
from onionskin.search.words import phrase

APART = 3
"""By so many places two words that are neighbours may be apart: one that was broken is two."""
ROW = 3
"""Words in a row that tell papers from others though all of them are common."""
FEW = 60
"""Papers that some words tell; where more have them, nothing is told."""
MOST = 100
"""Papers that misread words tell."""
LOOKED_INTO = 480
"""Papers of which it is seen what stands beside a misread word; of them the likeliest are told."""
BESIDE = 4.0
"""What a long word of the row tells that stands, as it is spelt, beside a misread one; however many papers have it."""
PLACES = 1_200
"""So many places of misread words are looked at, of those first that tell most."""
ELSEWHERE = 4
"""Misread words of a paper that tell a place in it though others tell more."""
MANY = 12
"""A word that more than one paper in so many has tells nothing."""
SAYS_HALF = 4
"""Letters of a word that say half of what the longest says."""

_FIRST = "SELECT rowid FROM text WHERE text MATCH ? LIMIT ?"
_STANDING = "SELECT doc, col, offset FROM standing WHERE term = ? LIMIT ?"


class Candidate(NamedTuple):
    """A paper, and the words around which it is looked at, a blank at either end."""

    paper: int
    tell: tuple[str, ...]


class Vote(NamedTuple):
    """What speaks for a paper, and the words that do."""

    worth: float
    tell: tuple[str, ...]


class Standing(NamedTuple):
    """A word at its place in a column: it stands for the word `at` of the row."""

    place: int
    at: int
    worth: float
    word: str


_NOTHING = Vote(0.0, ())


def by_words_there(connection: sqlite3.Connection, run: Sequence[str]) -> Iterator[Candidate]:
    """The papers with some of the words as they are spelt; none where too many have these."""
    rows = [run[at : at + ROW] for at in range(len(run) - ROW + 1)] if len(run) > ROW + 1 else []
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    all_but_one = [[*run[:at], *run[at + 1 :]] for at in range(len(run))]
    told: dict[int, tuple[str, ...]] = {}
    for some in (*all_but_one, *rows, *pairs):
        found = connection.execute(_FIRST, (_near(some, len(some) + 1), FEW)).fetchall()
        if len(found) < FEW:
            for (paper,) in found:
                told[paper] = (*told.get(paper, ()), f" {max(some, key=len)} ")
    yield from (Candidate(paper, tell) for paper, tell in told.items())


def by_pieces(
    connection: sqlite3.Connection, vocabulary: Vocabulary, run: Sequence[str], read: Callable[[int], str]
) -> Iterator[Candidate]:
    """The papers with most of what a machine may have made of the words, the likeliest first. `read` gives the words of
    a paper.
    """
    (papers,) = connection.execute("SELECT count(*) FROM paper").fetchone()
    votes: dict[int, Vote] = {}
    for (paper, _), held in _standing(connection, vocabulary, run, papers).items():
        votes[paper] = max(_fullest(held, len(run)), votes.get(paper, _NOTHING))
    for paper, parted in _parted(connection, run, papers).items():
        before = votes.get(paper, _NOTHING)
        votes[paper] = Vote(
            max(before.worth, parted.worth) + min(before.worth, parted.worth) / 2, before.tell + parted.tell
        )
    for word in run:
        having = vocabulary.papers(connection, word)
        if having and having * MANY < papers:
            more = _worth(having, papers, len(word)) / 2
            for (paper,) in connection.execute(_FIRST, (phrase([word]), having)):
                if paper in votes:
                    votes[paper] = votes[paper]._replace(worth=votes[paper].worth + more)
    best = sorted(votes, key=lambda paper: (-votes[paper].worth, paper))[:LOOKED_INTO]
    if len(best) > MOST:
        worth = {paper: votes[paper].worth + _beside(read(paper), votes[paper].tell, run) for paper in best}
        best = sorted(best, key=lambda paper: (-worth[paper], paper))[:MOST]
    yield from (Candidate(paper, votes[paper].tell) for paper in best)


def _worth(having: int, papers: int, letters: int) -> float:
    """What a word tells: the more, the fewer papers have it and the longer it is."""
    return math.log((papers + 1) / having) * letters / (letters + SAYS_HALF)


def _standing(
    connection: sqlite3.Connection, vocabulary: Vocabulary, run: Sequence[str], papers: int
) -> dict[tuple[int, str], list[Standing]]:
    """Where the words stand that may stand for a part of the row, by paper and column."""
    pieces = vocabulary.pieces(connection, run)
    told = [(piece.like**2 * _worth(piece.papers, papers, len(piece.word)), piece) for piece in pieces]
    found: defaultdict[tuple[int, str], list[Standing]] = defaultdict(list)
    looked_at = 0
    for worth, piece in sorted(told, key=lambda each: -each[0]):
        for paper, column, place in connection.execute(_STANDING, (piece.word, PLACES)):
            found[paper, column].append(Standing(place, piece.at, worth, piece.word))
        looked_at += piece.papers
        if looked_at > PLACES:
            break
    return found


def _parted(connection: sqlite3.Connection, run: Sequence[str], papers: int) -> dict[int, Vote]:
    """Papers that have a longer word with a blank in it."""
    told: dict[int, Vote] = {}
    for word in run:
        for at in range(1, len(word)) if len(word) > SAYS_HALF else ():
            parts = f"{word[:at]} {word[at:]}"
            having = connection.execute(_FIRST, (phrase([parts]), FEW)).fetchall()
            for (paper,) in having:
                before = told.get(paper, _NOTHING)
                worth = max(before.worth, _worth(len(having), papers, len(word)))
                told[paper] = Vote(worth, (*before.tell, f" {parts} "))
    return told


def _fullest(held: list[Standing], words: int) -> Vote:
    """What those are worth that stand as near as the words of the row, each word told once. What stands elsewhere tells
    a place as well: which words stand there as they are spelt is not known yet.
    """
    if len(held) == 1:
        return Vote(held[0].worth, (f" {held[0].word} ",))
    held.sort()
    best = _NOTHING
    for n, first in enumerate(held):
        of_word: dict[int, float] = {}
        there = [each for each in held[n : n + 4 * words] if each.place - first.place < words + APART]
        for each in there:
            of_word[each.at] = max(each.worth, of_word.get(each.at, 0.0))
        if sum(of_word.values()) > best.worth:
            best = Vote(sum(of_word.values()), tuple(f" {each.word} " for each in there))
    loudest = sorted(held, key=lambda each: (-each.worth, each.place))[:ELSEWHERE]
    return best._replace(tell=(*best.tell, *(f" {each.word} " for each in loudest)))


def _beside(text: str, tell: Iterable[str], run: Sequence[str]) -> float:
    """What the words of the row tell that stand beside one of the words that tell a paper, where most of them do."""
    worth = {word: BESIDE * len(word) / (len(word) + SAYS_HALF) for word in run}
    width = len(" ".join(run)) + len(run)
    best = 0.0
    for word in set(tell):
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            near = {*text[max(0, at - width) : at].split(" ")[1:], *text[end : end + width].split(" ")[:-1]}
            best = max(best, sum(worth[each] for each in near & worth.keys()))
            at = text.find(word, end - 1)
    return best


def _near(run: Sequence[str], apart: int) -> str:
    return f"NEAR({' '.join(phrase([word]) for word in run)}, {apart})"
