"""One search: the papers that meet a query, best first, and the place in each that shows it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.search.contract import Found, Hit
from onionskin.search.matching import COLUMNS_OF, Condition, Matching, Plan
from onionskin.search.passages import Column, Passage, Patch, value_of
from onionskin.search.places import Wanted, best, patch, snippet
from onionskin.search.query import Field, FieldName, Prefix, Query, Term, Word, terms
from onionskin.search.tolerance import Variant
from onionskin.search.vocabulary import Vocabulary
from onionskin.search.words import words

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


@dataclass(frozen=True, slots=True)
class Paper:
    """A row of the table of papers."""

    n: int
    record: str
    title: str
    kind: str
    date: str


class Finding:
    """Reads one state of the index, through a connection that is lent for as long as this lasts."""

    def __init__(self, connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
        self._connection = connection
        self._vocabulary = vocabulary

    def found(self, query: Query, limit: int, offset: int) -> Found:
        """The papers with the words as they are spelt first, then those that have them only nearly so."""
        exact = Matching(self._values)
        wide = replace(exact, near=self._near(query))
        plan = exact.plan(query)
        total = self._count(plan)
        papers = self._papers(plan, limit, offset)
        misread: tuple[str, ...] = ()
        if any(wide.near.values()):
            beyond = _without(wide.plan(query), plan, exact.condition(query))
            papers += self._papers(beyond, limit - len(papers), max(0, offset - total))
            others = self._numbers(beyond)
            total += len(others)
            told = wide.misread(query) if others else ()
            misread = tuple(f"{run} for {word}" for word, run, having in told if self._one_has(others, having))
        wanted = tuple(wide.wanted(query))
        return Found(total, tuple(self._hit(paper, wanted) for paper in papers), tuple(dict.fromkeys(misread)))

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

    def _count(self, plan: Plan) -> int:
        source, given = _source(plan)
        (number,) = self._connection.execute(f"SELECT count(*) {source}", given).fetchone()
        return int(number)

    def _numbers(self, plan: Plan) -> set[int]:
        source, given = _source(plan)
        key = "p.n" if plan.match is None else "text.rowid"
        return {n for (n,) in self._connection.execute(f"SELECT {key} {source}", given)}

    def _one_has(self, papers: set[int], having: str) -> bool:
        """Whether one of the papers has these words; cheaper than to ask for papers and words together."""
        return any(
            n in papers for (n,) in self._connection.execute("SELECT rowid FROM text WHERE text MATCH ?", (having,))
        )

    def _papers(self, plan: Plan, limit: int, offset: int) -> list[Paper]:
        if limit <= 0:
            return []
        source, given = _source(plan, ranked=True)
        query = f"SELECT p.n, p.record, p.title, p.kind, p.date {source} LIMIT ? OFFSET ?"
        return [Paper(*row) for row in self._connection.execute(query, (*given, limit, offset))]

    def _hit(self, paper: Paper, wanted: Sequence[Wanted]) -> Hit:
        passages = self._passages(paper)
        if not passages:
            return self._shown(paper, None, "", "")
        sight = best(passages, wanted)
        raw = {each.page: self._raw(paper, each.page) for each in sight.passage.ink}
        return self._shown(paper, patch(sight, raw), snippet(sight), sight.passage.label)

    def _raw(self, paper: Paper, page: int) -> str:
        found = self._connection.execute("SELECT raw FROM page WHERE paper = ? AND n = ?", (paper.n, page)).fetchone()
        return str(found[0]) if found else ""

    def _shown(self, paper: Paper, lit: Patch | None, text: str, label: str) -> Hit:
        page, span = (lit.page, Span(lit.start, lit.end)) if lit else (self._first_page(paper), Span(0, 0))
        place = f"page {page}, {label}" if label else f"page {page}"
        return Hit(paper.record, paper.title, paper.date, paper.kind, PageNumber(page), span, text, place)

    def _first_page(self, paper: Paper) -> int:
        (page,) = self._connection.execute("SELECT min(n) FROM page WHERE paper = ?", (paper.n,)).fetchone()
        return int(page or 1)

    def _passages(self, paper: Paper) -> list[Passage]:
        rows = self._connection.execute(
            "SELECT column_, label, text, ink FROM passage WHERE paper = ? ORDER BY n", (paper.n,)
        )
        return [
            Passage(Column(column), label, text, tuple(Patch(*each) for each in json.loads(ink)))
            for column, label, text, ink in rows
        ]


def _source(plan: Plan, *, ranked: bool = False) -> tuple[str, tuple[str, ...]]:
    """Where the papers of a plan come from and, if wanted, in which order, with the parameters."""
    given = tuple(each for condition in plan.rest for each in condition.given)
    rest = "".join(f" AND {condition.sql}" for condition in plan.rest)
    if plan.match is not None:
        order = f" ORDER BY {_SCORE}, {_OLDEST_FIRST}" if ranked else ""
        if not rest and not ranked:
            return "FROM text WHERE text MATCH ?", (plan.match,)
        return f"FROM text JOIN paper p ON p.n = text.rowid WHERE text MATCH ?{rest}{order}", (plan.match, *given)
    if plan.ranking is None or not ranked:
        order = f" ORDER BY {_OLDEST_FIRST}" if ranked else ""
        return f"FROM paper p WHERE 1{rest}{order}", given
    scored = f"(SELECT rowid AS n, {_SCORE} AS score FROM text WHERE text MATCH ?)"  # noqa: S608 - numbers of ours
    order = f" ORDER BY r.score IS NULL, r.score, {_OLDEST_FIRST}"
    return f"FROM paper p LEFT JOIN {scored} r ON r.n = p.n WHERE 1{rest}{order}", (plan.ranking, *given)


def _without(plan: Plan, other: Plan, condition: Condition) -> Plan:
    """The papers of a plan that are not those of another, whose query is `condition` when it is put as one."""
    if plan.match is not None and other.match is not None and plan.rest == other.rest:
        return replace(plan, match=f"({plan.match}) NOT ({other.match})")
    return replace(plan, rest=(*plan.rest, Condition(f"NOT {condition.sql}", condition.given)))
