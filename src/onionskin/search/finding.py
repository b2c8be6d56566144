"""One search: the papers that meet a query, best first, and the place in each that shows it."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.search.contract import Counted, Found, Hit, Order
from onionskin.search.folded import kept
from onionskin.search.heaps import value_of
from onionskin.search.matching import COLUMNS_OF, Condition, Matching, Plan
from onionskin.search.memory import Memory
from onionskin.search.passages import Column, Passage, Patch
from onionskin.search.places import Wanted, likeliest, look, patch, snippet
from onionskin.search.query import And, Field, FieldName, Prefix, Query, Term, Word, terms
from onionskin.search.tallies import counted
from onionskin.search.together import Row, meeting, nearly_together, row_of
from onionskin.search.tolerance import Variant
from onionskin.search.vocabulary import Vocabulary
from onionskin.search.words import phrase, words

WEIGHTS = {
    Column.BODY: 1.0,
    Column.SUBJECT: 4.0,
    Column.SENDER: 3.0,
    Column.RECIPIENT: 3.0,
    Column.PERSON: 2.0,
    Column.NUMBER: 3.0,
    Column.MARK: 1.0,
}
"""What a word is worth in ranking, by where it stands."""

_SCORE = f"bm25(text, {', '.join(str(WEIGHTS[column]) for column in Column)})"
_OLDEST_FIRST = "p.first_day IS NULL, p.first_day, p.n"
_ORDERS = {
    Order.OLDEST: _OLDEST_FIRST,
    Order.NEWEST: "p.first_day IS NULL, p.first_day DESC, p.n",
    Order.TITLE: "p.title = '', p.title COLLATE NOCASE, p.n",
}
_NUMBERS = "SELECT n FROM paper WHERE record IN (SELECT value FROM json_each(?))"
_NTH_PASSAGE = """
SELECT column_, label, text, ink FROM passage WHERE n = ? + (SELECT min(n) FROM passage WHERE paper = ?)
"""
_HAVING = "SELECT rowid FROM text WHERE text MATCH ?"


@dataclass(frozen=True, slots=True)
class Paper:
    """A row of the table of papers."""

    n: int
    record: str
    title: str
    heading: str
    kind: str
    date: str


@dataclass(frozen=True, slots=True)
class Matched:
    """The numbers of all papers that meet a query, in their order, and the words that were taken for others.

    `runs` are the words of the row that stand nearly so in some of them, as they stand there.
    """

    papers: array[int]
    tolerant: tuple[str, ...]
    runs: frozenset[tuple[str, ...]] = frozenset()


class Finder:
    """What is remembered of an index between two looks into it. Safe to share between threads."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._memory = Memory()

    def finding(self, connection: sqlite3.Connection) -> Finding:
        """A look into the index."""
        return Finding(connection, self._vocabulary, self._memory)


class Finding:
    """Reads one state of the index, through a connection that is lent for as long as this lasts."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary, memory: Memory) -> None:
        self._connection = connection
        self._vocabulary = vocabulary
        self._memory = memory

    def found(self, query: Query, limit: int, offset: int, order: Order, heaps: int) -> Found:
        """The papers that were asked for, and the values of all."""
        key = ("page", query, limit, offset, order, heaps)
        make = partial(self._page, query, limit, offset, order, heaps)
        return self._memory.recall(self._connection, key, make)

    def found_among(self, among: Sequence[str], query: Query, wanted: slice, order: Order, heaps: int) -> Found:
        """The same of some papers alone."""
        if not among:
            return Found(0, (), ())
        matched = self._matched_among(among, query, order)
        told = counted(self._connection, self._memory, matched.papers, heaps) if heaps and matched.papers else {}
        return self._told(matched, query, wanted, told)

    def _matched_among(self, among: Sequence[str], query: Query, order: Order) -> Matched:
        key = ("among", len(among), hash(tuple(among)))
        those = self._memory.recall(self._connection, key, lambda: self._flags(among))
        matched = self._matched(query, order)
        return replace(matched, papers=array("q", (n for n in matched.papers if those[n])))

    def _flags(self, among: Sequence[str]) -> bytes:
        """A one at the number of each of the papers, for all numbers that there are."""
        (highest,) = self._connection.execute("SELECT coalesce(max(n), 0) FROM paper").fetchone()
        flags = bytearray(highest + 1)
        for (n,) in self._connection.execute(_NUMBERS, (json.dumps(list(among)),)):
            flags[n] = 1
        return bytes(flags)

    def hits(
        self, query: Query, wanted: slice, order: Order, among: Sequence[str] | None, *, exact: bool
    ) -> tuple[Hit, ...]:
        """Some of the papers, of which nothing is remembered."""
        matched = self._matched(query, order) if among is None else self._matched_among(among, query, order)
        return self._hits(matched, query, wanted, exact=exact)

    def _page(self, query: Query, limit: int, offset: int, order: Order, heaps: int) -> Found:
        matched = self._matched(query, order)
        told = self._counted(query, matched, heaps) if heaps and matched.papers else {}
        return self._told(matched, query, slice(offset, offset + limit), told)

    def _told(self, matched: Matched, query: Query, asked: slice, heaps: Mapping[str, tuple[Counted, ...]]) -> Found:
        hits = self._hits(matched, query, asked, exact=True)
        return Found(len(matched.papers), hits, matched.tolerant, heaps)

    def _hits(self, matched: Matched, query: Query, asked: slice, *, exact: bool) -> tuple[Hit, ...]:
        shown = matched.papers[asked]
        if not shown:
            return ()
        wanted = [*self._wide(query).wanted(query)]
        if runs := matched.runs | {row_of(query).words}:
            # So that of several passages the one is shown in which they stand together.
            wanted.append(Wanted(frozenset(filter(None, runs)), frozenset(Column)))
        return tuple(self._hit(paper, wanted, exact=exact) for paper in self._papers(shown))

    def all_found(self, query: Query) -> tuple[str, ...]:
        """The ids of all papers that meet the query."""
        return tuple(paper.record for paper in self._papers(self._matched(query, Order.BEST).papers))

    def _matched(self, query: Query, order: Order) -> Matched:
        best = self._memory.recall(self._connection, ("found", query), lambda: self._best(query))
        if order is Order.BEST:
            return best
        return self._memory.recall(self._connection, (order, query), lambda: self._in_order(best, order))

    def _best(self, query: Query) -> Matched:
        """First where the words stand together, then as they are spelt, then those that have them only nearly so."""
        exact, wide = Matching(self._values), self._wide(query)
        plan = exact.plan(query)
        papers = self._ranked(plan)
        row = row_of(query)
        together, tolerant, runs = self._together(row, papers, wide)
        others: list[int] = []
        if any(wide.near.values()):
            others = self._ranked(_without(wide.plan(query), plan, exact.condition(query)))
            beyond = set(others).difference(together)
            told = wide.misread(query) if beyond else ()
            tolerant += [f"{run} for {word}" for word, run, having in told if self._one_has(beyond, having)]
        in_order = array("q", dict.fromkeys((*together, *papers, *others)))
        return Matched(in_order, tuple(dict.fromkeys(tolerant)), runs)

    def _together(
        self, row: Row, papers: Sequence[int], wide: Matching
    ) -> tuple[list[int], list[str], frozenset[tuple[str, ...]]]:
        """Papers in which the words of the query stand in a row, or nearly so; what they stand for one another."""
        if len(row.words) <= 1:
            return [], [], frozenset()
        so = {n for (n,) in self._connection.execute(_HAVING, (phrase(row.words),))} if papers else set()
        if so:
            return [n for n in papers if n in so], [], frozenset()
        seen = nearly_together(self._connection, self._vocabulary, row.words)
        likest = sorted(seen, key=lambda n: (-seen[n][0], n))
        if likest and row.rest:
            condition = wide.condition(And(row.rest) if len(row.rest) > 1 else row.rest[0])
            likest = meeting(self._connection, likest, condition.sql, condition.given)
        there = {seen[n][1] for n in likest} - {" ".join(row.words)}
        told = [f"{each} for {' '.join(row.words)}" for each in sorted(there)]
        return likest, told, frozenset(tuple(each.split()) for each in there)

    def _in_order(self, best: Matched, order: Order) -> Matched:
        """The same papers by date or title."""
        whole = self._memory.recall(self._connection, order, lambda: self._all_in(order))
        wanted = set(best.papers)
        return replace(best, papers=array("q", (n for n in whole if n in wanted)))

    def _all_in(self, order: Order) -> array[int]:
        query = f"SELECT n FROM paper p ORDER BY {_ORDERS[order]}"  # noqa: S608 - words of ours
        return array("q", (n for (n,) in self._connection.execute(query)))

    def _counted(self, query: Query, matched: Matched, most: int) -> Mapping[str, tuple[Counted, ...]]:
        key = ("counted", query, most)
        count = partial(counted, self._connection, self._memory, matched.papers, most)
        return self._memory.recall(self._connection, key, count)

    def _wide(self, query: Query) -> Matching:
        return Matching(self._values, self._near(query))

    def _near(self, query: Query) -> dict[str, tuple[Variant, ...]]:
        asked = [leaf.term if isinstance(leaf, Field) and leaf.name in COLUMNS_OF else leaf for leaf in terms(query)]
        plain = {word for leaf in asked if isinstance(leaf, Word) for word in words(leaf.text)}
        return {word: self._vocabulary.near(self._connection, word) for word in plain}

    def _values(self, name: FieldName, term: Term) -> tuple[str, ...]:
        """The whole value that is named; if papers have none such, those that have its words among others."""
        held, asked = self._vocabulary.values(self._connection, name), value_of(term.text)
        if isinstance(term, Prefix):
            return tuple(value for value in held if value.startswith(asked))
        if asked in held:
            return (asked,)
        return tuple(value for value in held if f" {asked} " in f" {value} ")

    def _ranked(self, plan: Plan) -> list[int]:
        source, given = _source(plan)
        if plan.match is None:
            return [n for (n,) in self._connection.execute(f"SELECT p.n {source}", given)]
        rows = self._connection.execute(f"SELECT text.rowid, {_SCORE} {source}", given).fetchall()
        if not rows:
            return []
        told, scores = zip(*rows, strict=True)
        numbers = np.array(told)
        older = self._memory.recall(self._connection, "papers that are older", self._older)
        ranked: list[int] = numbers[np.lexsort((older[numbers], np.array(scores)))].tolist()
        return ranked

    def _older(self) -> NDArray[np.int64]:
        """How many papers are older, by number; to put thousands in order SQLite would read the row of each."""
        whole = np.array(self._memory.recall(self._connection, Order.OLDEST, lambda: self._all_in(Order.OLDEST)))
        older = np.zeros(whole.max() + 1, dtype=np.int64)
        older[whole] = np.arange(len(whole))
        return older

    def _one_has(self, papers: set[int], having: str) -> bool:
        """Whether one of the papers has these words; cheaper than to ask for papers and words together."""
        return any(n in papers for (n,) in self._connection.execute(_HAVING, (having,)))

    def _papers(self, numbers: Sequence[int]) -> list[Paper]:
        query = "SELECT n, record, title, heading, kind, date FROM paper WHERE n IN (SELECT value FROM json_each(?))"
        rows = {row[0]: Paper(*row) for row in self._connection.execute(query, (json.dumps(list(numbers)),))}
        return [rows[n] for n in numbers]

    def _hit(self, paper: Paper, wanted: Sequence[Wanted], *, exact: bool) -> Hit:
        read = kept(self._connection, paper.n)
        if not read.columns:
            return self._shown(paper, None, "", "", exact=exact)
        passage = self._passage(paper, likeliest(read, wanted))
        sight = look(passage, wanted)
        pages = {each.page for each in passage.ink}
        if exact or len(pages) > 1:
            lit = patch(sight, {page: self._raw(paper, page) for page in pages})
        else:
            lit = passage.ink[0] if passage.ink else None
        return self._shown(paper, lit, snippet(sight), passage.label, exact=exact)

    def _passage(self, paper: Paper, nth: int) -> Passage:
        """Counted from 0; the passages of one paper were numbered in one go."""
        column, label, text, ink = self._connection.execute(_NTH_PASSAGE, (nth, paper.n)).fetchone()
        return Passage(Column(column), label, text, tuple(Patch(*each) for each in json.loads(ink)))

    def _raw(self, paper: Paper, page: int) -> str:
        found = self._connection.execute("SELECT raw FROM page WHERE paper = ? AND n = ?", (paper.n, page)).fetchone()
        return str(found[0]) if found else ""

    def _shown(self, paper: Paper, lit: Patch | None, text: str, label: str, *, exact: bool) -> Hit:
        page = lit.page if lit else self._first_page(paper)
        span = Span(lit.start, lit.end) if lit and exact else Span(0, 0)
        place = f"page {page}, {label}" if label else f"page {page}"
        image = exact and lit is not None and self._has_image(paper, page)
        told = (paper.record, paper.title, paper.date, paper.kind)
        return Hit(*told, PageNumber(page), span, text, place, paper.heading, image)

    def _has_image(self, paper: Paper, page: int) -> bool:
        query = "SELECT image FROM page WHERE paper = ? AND n = ?"
        return bool(next(self._connection.execute(query, (paper.n, page)), (False,))[0])

    def _first_page(self, paper: Paper) -> int:
        (page,) = self._connection.execute("SELECT min(n) FROM page WHERE paper = ?", (paper.n,)).fetchone()
        return int(page or 1)


def _source(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """Where the papers of a plan come from, with the parameters; without a `match` also in which order."""
    given = tuple(each for condition in plan.rest for each in condition.given)
    rest = "".join(f" AND {condition.sql}" for condition in plan.rest)
    if plan.match is not None:
        papers = " JOIN paper p ON p.n = text.rowid" if rest else ""
        return f"FROM text{papers} WHERE text MATCH ?{rest}", (plan.match, *given)
    if plan.ranking is None:
        return f"FROM paper p WHERE 1{rest} ORDER BY {_OLDEST_FIRST}", given
    scored = f"(SELECT rowid AS n, {_SCORE} AS score FROM text WHERE text MATCH ?)"  # noqa: S608 - numbers of ours
    order = f" ORDER BY r.score IS NULL, r.score, {_OLDEST_FIRST}"
    return f"FROM paper p LEFT JOIN {scored} r ON r.n = p.n WHERE 1{rest}{order}", (plan.ranking, *given)


def _without(plan: Plan, other: Plan, condition: Condition) -> Plan:
    """The papers of a plan that are not those of another, whose query is `condition` when it is put as one."""
    if plan.match is not None and other.match is not None and plan.rest == other.rest:
        return replace(plan, match=f"({plan.match}) NOT ({other.match})")
    return replace(plan, rest=(*plan.rest, Condition(f"NOT {condition.sql}", condition.given)))
