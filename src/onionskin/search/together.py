"""Words that stand in a row, though a machine has misread some of them beyond what is looked for in a single word.

Three words of a query that stand together vouch for one another: where no paper has them as they are spelt, it is
enough that most letters of each are there. `tbe Sov1ct note` is found for `the Soviet note`, a lost blank and one too
many with it. What is found so is compared letter by letter with the query before it counts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from onionskin.search.candidates import by_pieces, by_words_there
from onionskin.search.folded import whole
from onionskin.search.likeness import alike
from onionskin.search.query import And, Query, Word
from onionskin.search.vocabulary import Vocabulary
from onionskin.search.words import words

FEWEST, MOST = 3, 12
"""Words that vouch for one another; of more, so many do."""
AROUND = 12
"""Letters beside the row that may have come to it."""
SURE = 93.0
"""So like that no other paper is looked for."""


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


def nearly_together(
    connection: sqlite3.Connection, vocabulary: Vocabulary, run: Sequence[str]
) -> dict[int, tuple[float, str]]:
    """Papers in which the words stand so, each with its likeness in hundredths and the words as they stand there."""
    wanted = run[:MOST]
    if len(wanted) < FEWEST:
        return {}
    found: dict[int, tuple[float, str]] = {}
    read = cache(partial(whole, connection))
    for candidates in (by_words_there(connection, wanted), by_pieces(connection, vocabulary, wanted, read)):
        for paper, tell in candidates:
            for there in _around(tell, read(paper), len(" ".join(wanted)) + AROUND):
                sight = alike(wanted, there)
                if sight and sight > found.get(paper, (0.0, "")):
                    found[paper] = sight
        if any(likeness >= SURE for likeness, _ in found.values()):
            break
    return found


def _around(tell: Iterable[str], text: str, width: int) -> Iterator[str]:
    """What stands around the words by which a place is told, within its line; places that are near are one."""
    held: list[list[int]] = []
    for at in sorted({at for word in set(tell) for at in _places(word, text)}):
        begin = max(at - width, text.rfind("\n", 0, at + 1) + 1)
        if held and begin <= held[-1][1]:
            held[-1][1] = min(at + width, _line_end(text, at))
        else:
            held.append([begin, min(at + width, _line_end(text, at))])
    # The words at either end whole: what ran together with the last one may be long.
    yield from (text[text.rfind(" ", 0, begin + 1) + 1 : text.find(" ", end - 1)] for begin, end in held)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def meeting(connection: sqlite3.Connection, papers: Sequence[int], condition: str, given: Sequence[str]) -> list[int]:
    """Those of the papers that meet a condition, in their order."""
    query = f"SELECT p.n FROM paper p WHERE p.n IN (SELECT value FROM json_each(?)) AND {condition}"  # noqa: S608
    met = {n for (n,) in connection.execute(query, (json.dumps(papers), *given))}
    return [n for n in papers if n in met]
