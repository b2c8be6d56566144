"""Persons, posts and offices as a list, and one of them with all that the collection's papers have of him."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection

from onionskin.inventory.facts import UNDATED
from onionskin.inventory.parties import Part
from onionskin.linking.authorities.folding import fold

PERSONS = ("person",)
POSTS = ("post", "office", "organization")
MOST_CORRESPONDENTS = 12


class PartyOrder(StrEnum):
    """How a list of parties follows."""

    NAME = "name"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A person, post or office: in how many papers, how many from and to it, and how many that may mean it.

    `first` and `last` are the days of the earliest and latest dated one, empty where there is none.
    """

    entity: str
    kind: str
    name: str
    papers: int
    wrote: int
    got: int
    maybe: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PartyList:
    """`total` parties meet what was asked; `letters` are the initials of all of the kind, with how many begin so."""

    total: int
    rows: tuple[PartyRow, ...]
    letters: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What two parties wrote to one another: papers to the other one and from it."""

    party: PartyRow
    sent: int
    got: int


@dataclass(frozen=True, slots=True)
class Run:
    """Papers of one kind and series from or to a post, with the lowest and the highest number that is one."""

    part: str
    kind: str
    series: str
    papers: int
    lowest: int | None
    highest: int | None
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PartyPapers:
    """One party. `parts` counts papers by what it had to do with them, `years` by year and part.

    `meanings` are those whom a name that nobody settled can mean, each with the number of papers where it can.
    """

    party: PartyRow
    parts: Mapping[str, int]
    years: Mapping[str, Mapping[str, int]]
    exchanges: tuple[Exchange, ...]
    runs: tuple[Run, ...]
    meanings: tuple[tuple[PartyRow, int], ...]
    total: int
    records: tuple[str, ...]


_COLUMNS = "party.entity, party.kind, party.name, papers, wrote, got, maybe, first, last"
_ORDERS = {PartyOrder.NAME: "sorts, entity", PartyOrder.PAPERS: "papers DESC, sorts, entity"}
_YEARS = f"""
SELECT CASE WHEN day = '{UNDATED}' THEN '' ELSE substr(day, 1, 4) END, part, count(*)
FROM role JOIN paper ON paper.n = role.paper WHERE entity = ? AND said = '' GROUP BY 1, 2 ORDER BY 1
"""  # noqa: S608 - a constant of ours
_EXCHANGES = f"""
SELECT {_COLUMNS}, sent, received FROM (
    SELECT other.entity AS whom, sum(own.part = 'from') AS sent, sum(own.part = 'to') AS received
    FROM role AS own JOIN role AS other ON other.paper = own.paper
    WHERE own.entity = :entity AND own.said = '' AND own.part IN ('from', 'to') AND other.said = ''
        AND other.entity != :entity AND other.part = CASE own.part WHEN 'from' THEN 'to' ELSE 'from' END
    GROUP BY other.entity
) JOIN party ON party.entity = whom ORDER BY sent + received DESC, sorts LIMIT {MOST_CORRESPONDENTS}
"""  # noqa: S608 - constants of ours
_RUNS = f"""
SELECT part, paper.kind, series, count(*), min(nullif(CAST(number AS INTEGER), 0)),
    max(nullif(CAST(number AS INTEGER), 0)),
    coalesce(min(nullif(day, '{UNDATED}')), ''), coalesce(max(nullif(day, '{UNDATED}')), '')
FROM role JOIN paper ON paper.n = role.paper
WHERE entity = ? AND said = '' AND part IN ('from', 'to') AND number != ''
GROUP BY part, paper.kind, series ORDER BY part, count(*) DESC
"""  # noqa: S608 - a constant of ours
_MEANINGS = f"""
SELECT {_COLUMNS}, count(*) FROM role JOIN party ON party.entity = role.entity WHERE said = ? AND said != ''
GROUP BY role.entity ORDER BY count(*) DESC, sorts LIMIT {MOST_CORRESPONDENTS}
"""  # noqa: S608 - constants of ours


def listed(  # noqa: PLR0913 - what may be asked of a list
    connection: Connection,
    kinds: Sequence[str],
    *,
    letter: str,
    words: str,
    order: PartyOrder,
    limit: int,
    offset: int,
) -> PartyList:
    """Parties of these kinds whose names begin with a letter, or have all of some words, as far as these are asked."""
    marks = ", ".join("?" * len(kinds))
    letters = connection.execute(
        f"SELECT letter, count(*) FROM party WHERE kind IN ({marks}) GROUP BY letter ORDER BY letter",  # noqa: S608
        kinds,
    )
    where, given = f"kind IN ({marks})", list(kinds)
    if letter:
        where, given = f"{where} AND letter = ?", [*given, letter]
    for word in filter(None, map(fold, words.split())):
        where, given = f"{where} AND instr(sorts, ?)", [*given, word]
    (total,) = connection.execute(f"SELECT count(*) FROM party WHERE {where}", given).fetchone()  # noqa: S608
    query = f"SELECT {_COLUMNS} FROM party WHERE {where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"  # noqa: S608
    rows = connection.execute(query, (*given, limit, offset))
    return PartyList(total, tuple(PartyRow(*row) for row in rows), dict(letters.fetchall()))


def party_of(connection: Connection, entity: str) -> PartyRow | None:
    """One party by its id, None where no paper names it."""
    query = f"SELECT {_COLUMNS} FROM party WHERE entity = ?"  # noqa: S608 - our own words
    row = connection.execute(query, (entity,)).fetchone()
    return PartyRow(*row) if row is not None else None


def parties_held(connection: Connection, entities: Sequence[str]) -> Mapping[str, PartyRow]:
    """Those of some parties whom papers name, by their ids."""
    return {each: row for each in entities if (row := party_of(connection, each)) is not None}


def papers_of(connection: Connection, party: PartyRow) -> PartyPapers:
    """What papers there are of a party, none of them listed."""
    parts: dict[str, int] = {}
    years: dict[str, dict[str, int]] = {}
    for year, role, papers in connection.execute(_YEARS, (party.entity,)):
        parts[role] = parts.get(role, 0) + papers
        years.setdefault(year, {})[role] = papers
    exchanges = connection.execute(_EXCHANGES, {"entity": party.entity})
    return PartyPapers(
        party=party,
        parts={each: parts[each] for each in Part if each in parts},
        years=years,
        exchanges=tuple(Exchange(PartyRow(*row[:-2]), *row[-2:]) for row in exchanges),
        runs=tuple(Run(*row) for row in connection.execute(_RUNS, (party.entity,))),
        meanings=tuple((PartyRow(*row[:-1]), row[-1]) for row in connection.execute(_MEANINGS, (party.entity,))),
        total=0,
        records=(),
    )


def listing(connection: Connection, known: PartyPapers, *, part: str, limit: int, offset: int) -> PartyPapers:
    """The same with papers listed by date; with `part`, of that part alone: one of `Part`, or `maybe`."""
    total, records = _records(connection, known.party.entity, part, limit, offset)
    return replace(known, total=total, records=records)


def _records(connection: Connection, entity: str, part: str, limit: int, offset: int) -> tuple[int, tuple[str, ...]]:
    where = "entity = :entity AND said " + ("!= ''" if part == "maybe" else "= ''")
    where += " AND part = :part" if part in set(Part) else ""
    asked = {"entity": entity, "part": part, "limit": limit, "offset": offset}
    among = f"FROM role JOIN paper ON paper.n = role.paper WHERE {where}"
    (total,) = connection.execute(f"SELECT count(DISTINCT role.paper) {among}", asked).fetchone()
    query = f"SELECT DISTINCT record {among} ORDER BY day, date, paper.n LIMIT :limit OFFSET :offset"
    return total, tuple(record for (record,) in connection.execute(query, asked))
