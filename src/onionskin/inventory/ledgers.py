"""The ledger asked: statements of a paper, of two parties, of an issue, of a span of days; negotiations and issues."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from sqlite3 import Connection

from onionskin.inventory.facts import UNDATED
from onionskin.ledger.lines import Line, Phrase, folded
from onionskin.record.codec import statement_from
from onionskin.record.statements import Statement, StatementState

STANDING = "verdict != 'rejected'"
FIRST = 200
"""Lines of an issue that say what it is called: every page asks that of many."""
TELLING = ("offer", "position", "commitment", "instruction", "disclosure", "rescission", "proposal", "deadline")
"""Types of statements, those that tell most of a negotiation first; reports and assessments come after them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements are asked for; what is empty does not narrow.

    `party` is a side or anybody named, `between` two sides, `since` and `until` days, both included.
    """

    record: str = ""
    issue: str = ""
    party: str = ""
    between: tuple[str, str] = ("", "")
    type: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Two parties: their statements, in how many papers, and the first and last day, empty where none is dated."""

    one: str
    two: str
    lines: int
    papers: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What there is of an issue in a period: `total` statements, and the `lines` of them that tell most."""

    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into the cells of a table, by issue and period (`length` characters of a day): how much there is of
    each, and the numbers of the lines that are quoted, by day.
    """

    length: int
    totals: Mapping[tuple[str, str], int]
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue, or what of it two parties have: its id and name, statements, papers, first and last day."""

    id: str
    label: str
    lines: int
    papers: int
    first: str
    last: str


_DAYS = f"coalesce(min(nullif(line.day, '{UNDATED}')), ''), coalesce(max(nullif(line.day, '{UNDATED}')), '')"
_COLUMNS = "line.id, told, phrases, date, line.day, own, other, issue, verdict"
_LINE = f"SELECT {_COLUMNS} FROM line JOIN paper ON paper.n = line.paper"  # noqa: S608 - our own words
_PAPERS = f"SELECT {{}}, day, paper, count(*) AS n FROM line WHERE {STANDING} AND {{}} GROUP BY {{}}, day, paper"  # noqa: S608
"""The statements of each paper, in the order of an index, which has them so: a paper has one day, and no paper is
counted twice. Counted straight away (`count(DISTINCT paper)`) a million statements take twice as long.
"""
_SPAN = _DAYS.replace("line.", "")
_NEGOTIATIONS = f"""
SELECT one, two, sum(n), count(*), {_SPAN} FROM ({_PAPERS.format("one, two", "one != ''", "one, two")})
GROUP BY one, two ORDER BY sum(n) DESC, one, two
"""  # noqa: S608 - our own words
_YEARS = f"""
SELECT one, two, substr(day, 1, 4), sum(n) FROM ({_PAPERS.format("one, two", "one != ''", "one, two")})
WHERE day < '{UNDATED}' GROUP BY one, two, 3 ORDER BY one, two, 3
"""  # noqa: S608 - our own words
_SAID = f"""
SELECT said FROM (SELECT said FROM line WHERE issue = ? AND {STANDING} ORDER BY day, paper LIMIT {FIRST})
GROUP BY said ORDER BY count(*) DESC, said LIMIT 1
"""  # noqa: S608 - our own words
Labels = dict[str, str]
"""What issues are called, filled as they are asked for."""
Given = Mapping[str, object] | tuple[str, ...]
_RANKS = " ".join(f"WHEN '{type_}' THEN {n}" for n, type_ in enumerate(TELLING))


def no_labels(_: Connection) -> Labels:
    """None yet. Remembered by `Inventory.told` they are those of the inventory as it stands: what an issue is called
    takes a query, and a page of changes has hundreds of issues.
    """
    return {}


def lines_of_paper(connection: Connection, record: str) -> tuple[Line, ...]:
    """The statements of a paper in the order of its text, with those that people refused."""
    return _lines(connection, f"{_LINE} WHERE record = ? ORDER BY line.n", (record,))


def lines_by_ids(connection: Connection, ids: Sequence[str]) -> dict[str, Line]:
    """Statements by their names, as far as they are held."""
    query = f"{_LINE} WHERE line.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
    return {each.id: each for each in _lines(connection, query, (json.dumps(list(ids)),))}


def lines_of(
    connection: Connection, wanted: Wanted, *, limit: int, offset: int = 0, labels: Labels | None = None
) -> tuple[Line, ...]:
    """What is asked for by day, the undated last; what people refused is left out unless one paper is asked for."""
    return lines_by_numbers(connection, numbers_of(connection, wanted, limit=limit, offset=offset), labels)


def numbers_of(
    connection: Connection, wanted: Wanted, *, limit: int = -1, offset: int = 0, of_issues: bool = False
) -> Sequence[int]:
    """The numbers of the same lines, all of them where no `limit` is given: eight bytes for each. With `of_issues`
    those alone that fall under an issue.
    """
    where, given = _where(wanted)
    where += " AND line.issue != ''" if of_issues else ""
    order = "line.n" if wanted.record else "voice.day, voice.line" if wanted.party else "line.day, line.paper, line.n"
    query = f"SELECT line.n {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    return array("q", (n for (n,) in connection.execute(query, {**given, "limit": limit, "offset": offset})))


def lines_by_numbers(
    connection: Connection, numbers: Sequence[int], labels: Labels | None = None, *, phrases: bool = True
) -> tuple[Line, ...]:
    """Lines in the order of their numbers here; those that are no longer held are passed over.

    `labels` has what issues are called, as far as it was asked before. Without `phrases` lines have none.
    """
    columns = _COLUMNS if phrases else _COLUMNS.replace("phrases", "'[]'")
    query = f"""SELECT {columns} FROM json_each(?) AS asked CROSS JOIN line ON line.n = asked.value
    JOIN paper ON paper.n = line.paper ORDER BY asked.key"""  # noqa: S608 - our own words
    return _lines(connection, query, (json.dumps(list(numbers)),), labels)


def count_of(connection: Connection, wanted: Wanted) -> int:
    """How many statements meet what is asked."""
    where, given = _where(wanted)
    (total,) = connection.execute(f"SELECT count(*) {where}", given).fetchone()
    return int(total)


def types_of(connection: Connection, wanted: Wanted) -> Mapping[str, int]:
    """How many of what is asked for are of each type."""
    where, given = _where(replace(wanted, type=""))
    query = f"SELECT type, count(*) {where} GROUP BY type ORDER BY count(*) DESC"
    return dict(connection.execute(query, given).fetchall())


def negotiations(connection: Connection) -> tuple[Negotiation, ...]:
    """Every pair of parties of which both are known, those with most statements first."""
    return tuple(Negotiation(*row) for row in connection.execute(_NEGOTIATIONS))


def years_of_pairs(connection: Connection) -> Mapping[tuple[str, str], Mapping[str, int]]:
    """By pair of parties how many statements they have in each year; the undated are left out."""
    told: dict[tuple[str, str], dict[str, int]] = {}
    for one, two, year, count in connection.execute(_YEARS):
        told.setdefault((one, two), {})[year] = count
    return told


def issues(connection: Connection, wanted: Wanted) -> tuple[IssueRow, ...]:
    """The issues of what is asked for, those with most statements first; what falls under none is left out. There may
    be thousands: what those that are shown are called, `named` looks up.
    """
    where, given = _where(wanted)
    rows = connection.execute(
        f"""SELECT issue, '', count(*), count(DISTINCT paper), {_DAYS} {where} AND issue != ''
        GROUP BY issue ORDER BY count(*) DESC, issue""",
        given,
    )
    return tuple(IssueRow(*row) for row in rows)


def named(connection: Connection, rows: Iterable[IssueRow], labels: Labels) -> tuple[IssueRow, ...]:
    """The same with what they are called."""
    return tuple(replace(each, label=_label(connection, each.id, labels)) for each in rows)


def pairs_of(connection: Connection, wanted: Wanted) -> tuple[Negotiation, ...]:
    """The pairs of parties of what is asked for, those with most statements first."""
    where, given = _where(wanted)
    query = f"""SELECT one, two, count(*), count(DISTINCT paper), {_DAYS} {where} AND one != ''
    GROUP BY one, two ORDER BY count(*) DESC, one, two"""
    return tuple(Negotiation(*row) for row in connection.execute(query, given))


def label_of(connection: Connection, issue: str) -> str:
    """What people called an issue, else what the first papers that speak of it call it oftenest."""
    row = connection.execute("SELECT label FROM called WHERE issue = ?", (issue,)).fetchone()
    row = row or connection.execute(_SAID, (issue,)).fetchone()
    return str(row[0]) if row and row[0] else issue.replace("-", " ")


def _label(connection: Connection, issue: str, labels: Labels) -> str:
    if issue not in labels:
        labels[issue] = label_of(connection, issue)
    return labels[issue]


def periods_of(connection: Connection, wanted: Wanted, length: int) -> Mapping[str, int]:
    """How many of what is asked for are of each year (`length` 4), month (7) or day (10); the undated are left out."""
    where, given = _where(wanted)
    query = f"SELECT substr(line.day, 1, :length), count(*) {where} AND line.day < '{UNDATED}' GROUP BY 1 ORDER BY 1"
    return dict(connection.execute(query, {**given, "length": length}).fetchall())


def chosen_of(connection: Connection, wanted: Wanted, issues: tuple[str, ...], length: int, most: int) -> Chosen:
    """What is asked for by issue and period: how much, and of each the lines that tell most."""
    where, given = _where(wanted)
    asked = {**given, "length": length, "issues": json.dumps(issues), "most": most}
    ranked = f"""
    SELECT line.n AS n, line.issue AS issue, line.day AS day, line.paper AS paper,
        count(*) OVER (PARTITION BY line.issue, substr(line.day, 1, :length)) AS total,
        row_number() OVER (
            PARTITION BY line.issue, substr(line.day, 1, :length)
            ORDER BY CASE line.type {_RANKS} ELSE {len(TELLING)} END, line.day, line.paper, line.n
        ) AS rank
    {where} AND line.day < '{UNDATED}' AND line.issue IN (SELECT value FROM json_each(:issues))
    """  # noqa: S608 - our own words
    query = (
        f"SELECT issue, substr(day, 1, :length), total, n FROM ({ranked}) WHERE rank <= :most ORDER BY day, paper, n"  # noqa: S608
    )
    rows = connection.execute(query, asked).fetchall()
    totals = {(issue, period): total for issue, period, total, _ in rows}
    return Chosen(length, totals, array("q", (n for *_, n in rows)))


def cells_of(connection: Connection, chosen: Chosen, labels: Labels) -> dict[tuple[str, str], Cell]:
    """The cells of a table with their lines, by day."""
    held: dict[tuple[str, str], list[Line]] = {key: [] for key in chosen.totals}
    for line in lines_by_numbers(connection, chosen.numbers, labels):
        if (key := (line.issue, line.day[: chosen.length])) in held:
            held[key].append(line)
    return {key: Cell(chosen.totals[key], tuple(lines)) for key, lines in held.items()}


def _where(wanted: Wanted) -> tuple[str, dict[str, object]]:
    """From where and on what condition, and what that is given. Whoever is named leads to the lines, by their days."""
    clauses = [] if wanted.record else [STANDING]
    given: dict[str, object] = {}
    one, two = sorted(wanted.between)
    told = {"issue": wanted.issue, "type": wanted.type, "one": one, "two": two}
    for name, value in told.items():
        if value:
            clauses.append(f"line.{name} = :{name}")
            given[name] = value
    for name, value, sign in (("since", wanted.since, ">="), ("until", wanted.until, "<=")):
        if value:
            clauses.append(f"line.day {sign} :{name}")
            given[name] = value if name == "since" else f"{value}~"  # A year or a month ends with its last day.
    tables = "line"
    if wanted.record:
        clauses.append("line.paper = (SELECT n FROM paper WHERE record = :record)")
        given["record"] = wanted.record
    if wanted.party:
        tables = "voice CROSS JOIN line ON line.n = voice.line"
        clauses.append("voice.name = :party")
        given["party"] = folded(wanted.party)
    return f"FROM {tables} WHERE {' AND '.join(clauses)}", given


def _lines(connection: Connection, query: str, given: Given, labels: Labels | None = None) -> tuple[Line, ...]:
    labels = {} if labels is None else labels
    return tuple(_line(connection, row, labels) for row in connection.execute(query, given))


@lru_cache(maxsize=8192)
def _statement(told: str) -> Statement:
    """Remembered: the same statements stand on the pages of their paper, their issue and their parties."""
    return statement_from(json.loads(told))


def _line(connection: Connection, row: tuple[str, ...], labels: Labels) -> Line:
    id_, told, phrases, date, day, own, other, issue, verdict = row
    statement = _statement(told)
    if verdict:
        statement = replace(statement, state=StatementState(verdict))
    return Line(
        id=id_,
        statement=statement,
        date=date,
        day="" if day == UNDATED else day,
        sides=(own, other),
        phrases=tuple(Phrase(*each) for each in json.loads(phrases)),
        issue=issue,
        label=_label(connection, issue, labels) if issue else "",
    )
