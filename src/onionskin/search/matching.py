"""A query in the words of SQLite: which papers meet it, by which words they rank, and which words show why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from onionskin.record.dates import earliest, latest
from onionskin.search.heaps import value_of
from onionskin.search.passages import Column
from onionskin.search.places import Wanted
from onionskin.search.query import And, Dates, Field, FieldName, Not, Or, Phrase, Prefix, Query, Term, Word
from onionskin.search.tolerance import Variant, spellings
from onionskin.search.words import phrase, words

COLUMNS_OF = {
    FieldName.FROM: (Column.SENDER,),
    FieldName.TO: (Column.RECIPIENT,),
    FieldName.SUBJECT: (Column.SUBJECT,),
    FieldName.PERSON: (Column.SENDER, Column.RECIPIENT, Column.PERSON),
    FieldName.NUMBER: (Column.NUMBER,),
}
"""The other fields are compared as whole values, and these too where the query says so (`from:="Dean Rusk"`)."""

CUES = frozenset({FieldName.PERSON, FieldName.FROM, FieldName.TO})
"""Fields whose whole values stand on a paper in part: of "Rusk, Dean (1909-1994)" either name shows him."""

HAS_WORDS = "p.n IN (SELECT rowid FROM text WHERE text MATCH ?)"
_ON_A_HEAP = """
p.n IN (
    SELECT paper FROM heap WHERE value IN (
        SELECT n FROM value WHERE name = ? AND value IN (SELECT value FROM json_each(?))))
"""

Values = Callable[[FieldName, Term], tuple[str, ...]]
"""The whole values of a field that a term names."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a row `p` of the table of papers, with its parameters."""

    sql: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """How to find the papers: those that `match` (an expression of FTS5) or all, where it is None, if they meet `rest`.

    Without a `match` they rank by the words of `ranking`, which is None where the query has none.
    """

    match: str | None
    rest: tuple[Condition, ...]
    ranking: str | None = None


@dataclass(frozen=True, slots=True)
class Matching:
    """Reads a query with the words as they are spelt, or, given `near`, also as they may have been misread."""

    values: Values
    near: Mapping[str, tuple[Variant, ...]] = field(default_factory=dict)

    def plan(self, query: Query) -> Plan:
        """The fastest way to the papers: the words that each must have come first, then the rest is looked at."""
        parts = query.parts if isinstance(query, And) else (query,)
        text = [part for part in parts if self._is_text(part)]
        rest = [part for part in parts if not self._is_text(part)]
        if match := self.text(And(tuple(text))):
            return Plan(match, tuple(map(self.condition, rest)))
        return Plan(None, (self.condition(query),), " OR ".join(self._positive(query)) or None)

    def condition(self, query: Query) -> Condition:
        """The whole query as a condition on one paper."""
        if text := self.text(query):
            return Condition(HAS_WORDS, (text,))
        match query:
            case And(parts):
                return _joined(" AND ", map(self.condition, parts))
            case Or(parts):
                return _joined(" OR ", map(self.condition, parts))
            case Not(part):
                inner = self.exactly.condition(part)
                return Condition(f"NOT {inner.sql}", inner.given)
            case Dates(first, last):
                days = (_day(earliest(first)) if first else "", _day(latest(last)) if last else "9999-12-31")
                # A paper without a date has no days; unasked, NULL would keep it out of `NOT date:1962` as well.
                return Condition("(p.first_day IS NOT NULL AND p.last_day >= ? AND p.first_day <= ?)", days)
            case Field(name, term, whole):
                held = (value_of(term.text),) if whole and not isinstance(term, Prefix) else self.values(name, term)
                return Condition(_ON_A_HEAP, (name, json.dumps(held)))
            case _:
                raise TypeError(f"{query!r} is text")

    @property
    def exactly(self) -> Matching:
        """The same without tolerance: what a query shuts out, it shuts out as it is spelt."""
        return replace(self, near={})

    def wanted(self, query: Query) -> Iterator[Wanted]:
        """The words by which a paper that meets the query shows it, those it must not have left aside."""
        match query:
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self.wanted(part)
            case Word() | Prefix() | Phrase():
                yield self._wanted(query, tuple(Column))
            case Field(name, term, whole=True) if name in CUES:
                names = [(word,) for word in words(term.text) if len(word) > 2 and word.isalpha()]
                yield Wanted(frozenset({words(term.text), *names}), frozenset(COLUMNS_OF[name]))
            case Field(name, term) if name in COLUMNS_OF:
                yield self._wanted(term, COLUMNS_OF[name])
            case Field(name=FieldName.MARKING as name, term=term):
                runs = frozenset(tuple(value.split()) for value in self.values(name, term))
                yield Wanted(runs, frozenset({Column.MARK}))
            case _:
                pass

    def misread(self, query: Query) -> Iterator[tuple[str, str, str]]:
        """For each spelling that tolerance adds: the word asked for, the spelling, and the expression that finds it."""
        match query:
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self.misread(part)
            case Word(text):
                yield from ((text, " ".join(run), phrase(run)) for run in self._spellings(query))
            case Field(name, Word(text) as term, whole=False) if name in COLUMNS_OF:
                columns = COLUMNS_OF[name]
                yield from ((text, " ".join(run), _within(columns, phrase(run))) for run in self._spellings(term))
            case _:
                pass

    def _is_text(self, query: Query) -> bool:
        return bool(self.text(query.part if isinstance(query, Not) else query))

    def text(self, query: Query) -> str | None:
        """The query as an expression of FTS5; None where it asks for more than words, or only for the lack of some."""
        match query:
            case Word() | Prefix() | Phrase():
                return self._term(query)
            case Field(name, term, whole=False) if name in COLUMNS_OF:
                return _within(COLUMNS_OF[name], self._term(term))
            case Or(parts):
                texts = [self.text(part) for part in parts]
                return None if None in texts else f"({' OR '.join(filter(None, texts))})"
            case And(parts):
                has = [self.text(part) for part in parts if not isinstance(part, Not)]
                lacks = [self.exactly.text(part.part) for part in parts if isinstance(part, Not)]
                if not has or None in (*has, *lacks):
                    return None
                return " NOT ".join([f"({' AND '.join(filter(None, has))})", *filter(None, lacks)])
            case _:
                return None

    def _term(self, term: Term) -> str:
        run = words(term.text)
        if isinstance(term, Prefix):
            return f"{phrase(run)} *"
        return f"({' OR '.join(map(phrase, (run, *self._spellings(term))))})"

    def _spellings(self, term: Term) -> tuple[tuple[str, ...], ...]:
        return spellings(words(term.text), self.near) if isinstance(term, Word) else ()

    def _wanted(self, term: Term, columns: tuple[Column, ...]) -> Wanted:
        runs = frozenset({words(term.text), *self._spellings(term)})
        return Wanted(runs, frozenset(columns), open_end=isinstance(term, Prefix))

    def _positive(self, query: Query) -> Iterator[str]:
        """The words that the query asks for, wherever in it they stand."""
        match query:
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self._positive(part)
            case Not():
                pass
            case leaf:
                if text := self.text(leaf):
                    yield text


def _within(columns: tuple[Column, ...], text: str) -> str:
    return f"({{{' '.join(columns)}}} : {text})"


def _joined(by: str, conditions: Iterator[Condition]) -> Condition:
    held = list(conditions)
    return Condition(f"({by.join(each.sql for each in held)})", tuple(given for each in held for given in each.given))


def _day(day: tuple[int, int, int]) -> str:
    return "{:04}-{:02}-{:02}".format(*day)
