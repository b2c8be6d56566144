"""Papers as one looks for what came of an instruction: one of them, and those that can have to do with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from sqlite3 import Connection

from onionskin.inventory.facts import UNDATED
from onionskin.inventory.ledgers import STANDING, lines_of_paper
from onionskin.inventory.lines import head_of
from onionskin.inventory.parties import Part
from onionskin.ledger.lines import Line, Paper, Phrase
from onionskin.record.span import Span
from onionskin.record.statements import Disposition, Place, Polarity, Statement, StatementType, Strength

_Row = tuple[int, str, str, str, str, str, str, str]
_COLUMNS = "paper.n, record, kind, date, day, series, number, direction"
_ONE = f"SELECT {_COLUMNS} FROM paper WHERE record = ?"  # noqa: S608 - our own words
_SOME = f"SELECT {_COLUMNS} FROM paper WHERE n IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
_NEAR = f"""
WITH own AS (SELECT * FROM paper WHERE record = :record),
tied AS (
    SELECT paper.n FROM tie JOIN paper ON paper.record = tie.other WHERE tie.paper = (SELECT n FROM own)
    UNION SELECT tie.paper FROM tie WHERE tie.other = :record
),
related AS (
    SELECT DISTINCT other.paper AS n FROM role JOIN role AS other ON other.entity = role.entity
    JOIN paper ON paper.n = other.paper
    WHERE role.paper = (SELECT n FROM own) AND role.said = '' AND other.said = '' AND role.part IN ('from', 'to')
        AND other.part IN ('from', 'to') AND paper.day BETWEEN :since AND :until
)
SELECT n FROM paper
WHERE n != (SELECT n FROM own) AND (
    n IN (SELECT n FROM tied) OR (day BETWEEN :since AND :until AND day < '{UNDATED}')
)
ORDER BY n IN (SELECT n FROM tied) DESC, n IN (SELECT n FROM related) DESC,
    abs(julianday(day) - julianday(:day)), n
LIMIT :most
"""  # noqa: S608 - a constant of ours
_ROLES = "SELECT paper, part, entity FROM role WHERE said = '' AND paper IN (SELECT value FROM json_each(?))"
_TIES = "SELECT paper, other FROM tie WHERE paper IN (SELECT value FROM json_each(?))"
_WANTS = "SELECT paper, text FROM want WHERE paper IN (SELECT value FROM json_each(?))"


_TOLD = ("quote", "polarity", "strength", "when", "give", "get", "disposition")
_LINES = f"""
SELECT paper, id, type, day, own, other, phrases, {", ".join(f"told ->> '$.{name}'" for name in _TOLD)} FROM line
WHERE paper IN (SELECT value FROM json_each(:papers)) AND {STANDING}
    AND (:types = '[]' OR type IN (SELECT value FROM json_each(:types)))
    AND (:about = '[]' OR EXISTS (SELECT 1 FROM json_each(:about) AS phrase WHERE instr(line.phrases, phrase.value)))
ORDER BY n
"""  # noqa: S608 - our own words
NOWHERE = Place(0, Span(0, 0))


def paper_of(connection: Connection, record: str) -> Paper | None:
    """One paper, None where it is not held. Titles are not the inventory's: `title` is empty."""
    rows = connection.execute(_ONE, (record,)).fetchall()
    standing = (line for line in lines_of_paper(connection, record) if line.statement.state != "rejected")
    return next(_papers(connection, rows, {row[0]: list(standing) for row in rows}), None)


def papers_near(  # noqa: PLR0913 - what is asked of them, by name
    connection: Connection,
    paper: Paper,
    days: tuple[int, int],
    most: int,
    *,
    types: Collection[str] = (),
    about: Collection[str] = (),
) -> tuple[Paper, ...]:
    """The papers of so many days before and after another's, and those that lead to it or it leads to.

    These come first, then those from or to the same persons and posts, then the nearest in time. Of their lines they
    have what lines are compared by: where they stand, and under which issue, is not told. With `types` they have those
    of these types alone, with `about` those in which one of these phrases (`Phrase.key`) stands.
    """
    since, until = _span(paper.day, days)
    asked = {"record": paper.record, "since": since, "until": until, "day": paper.day or since, "most": most}
    numbers = [n for (n,) in connection.execute(_NEAR, asked)]
    rows = connection.execute(_SOME, (json.dumps(numbers),)).fetchall()
    order = {n: at for at, n in enumerate(numbers)}
    return tuple(
        _papers(connection, sorted(rows, key=lambda row: order[row[0]]), _lines(connection, rows, types, about))
    )


def _span(day: str, days: tuple[int, int]) -> tuple[str, str]:
    """The first and the last day; of a paper without a day there is none between them."""
    try:
        own = date.fromisoformat(day)
        first, last = (own + timedelta(each) for each in days)
    except (ValueError, OverflowError):
        return UNDATED, UNDATED
    return first.isoformat(), last.isoformat()


def _lines(
    connection: Connection, rows: Sequence[_Row], types: Collection[str], about: Collection[str]
) -> Mapping[int, list[Line]]:
    """The lines of papers. There are thousands, of which a few will be shown: no more of each is made than is asked."""
    papers = {row[0]: row for row in rows}
    held: dict[int, list[Line]] = defaultdict(list)
    asked = {
        "papers": json.dumps(list(papers)),
        "types": json.dumps(sorted(types)),
        "about": json.dumps(sorted(map(head_of, about))),
    }
    for (
        n,
        id_,
        type_,
        day,
        own,
        other,
        phrases,
        quote,
        polarity,
        strength,
        when,
        give,
        get,
        disposed,
    ) in connection.execute(_LINES, asked):
        statement = Statement(
            record=papers[n][1],
            type=StatementType(type_),
            quote=quote,
            at=NOWHERE,
            rule="",
            confidence=0.0,
            polarity=Polarity(polarity) if polarity else None,
            strength=Strength(strength) if strength else None,
            when=when,
            give=give,
            get=get,
            disposition=Disposition(disposed) if disposed else None,
        )
        told = tuple([Phrase(*each) for each in json.loads(phrases)])
        held[n].append(Line(id_, statement, papers[n][3], "" if day == UNDATED else day, (own, other), told))
    return held


def _papers(connection: Connection, rows: Sequence[_Row], lines: Mapping[int, Sequence[Line]]) -> Iterator[Paper]:
    numbers = json.dumps([row[0] for row in rows])
    roles: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for n, part, entity in connection.execute(_ROLES, (numbers,)):
        roles[n].append((part, entity))
    cites, words = _gathered(connection, _TIES, numbers), _gathered(connection, _WANTS, numbers)
    for n, record, kind, date_, day, series, number, direction in rows:
        by_part: dict[str, list[str]] = defaultdict(list)
        for part, entity in roles[n]:
            by_part[part if part in {Part.FROM, Part.TO} else Part.NAMED].append(entity)
        yield Paper(
            record=record,
            kind=kind,
            date=date_,
            day="" if day == UNDATED else day,
            series=series,
            number=number,
            direction=direction,
            title="",
            senders=tuple(by_part[Part.FROM]),
            receivers=tuple(by_part[Part.TO]),
            named=tuple(by_part[Part.NAMED]),
            cites=tuple(cites[n]),
            cites_words=tuple(words[n]),
            lines=tuple(lines.get(n, ())),
        )


def _gathered(connection: Connection, query: str, numbers: str) -> Mapping[int, list[str]]:
    held: dict[int, list[str]] = defaultdict(list)
    for n, text in connection.execute(query, (numbers,)):
        held[n].append(text)
    return held
