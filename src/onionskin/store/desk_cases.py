"""The cases of the desk: steps in the journal, and the tables in which cases and their papers are found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from sqlite3 import Connection as Driver
from typing import Any

from sqlalchemy import Connection, select

from onionskin.store import accession
from onionskin.store.database import Database, driver_of
from onionskin.store.desk_cards import CaseCard, case_id, write_case
from onionskin.store.desk_lists import KNOWN, Asker
from onionskin.store.desk_tables import desk_cases
from onionskin.store.journal import Draft, Entry, EntryKind, now, timestamp
from onionskin.store.tables import journal

_BEGIN_SO = "SELECT count(*) FROM desk_cases WHERE number BETWEEN :begins AND :beyond"
_THERE = "SELECT 1 FROM desk_cases WHERE number = :of"
_MINE = f"(:whole OR r.reviewer IN (:reviewer, :anybody) AND EXISTS ({KNOWN} AND s.paper = r.paper))"
"""All papers of a case, or those that a reviewer may know of and that are theirs, or nobody's, to review."""
_LISTED = f"""
SELECT c.*, count(DISTINCT r.paper) AS papers,
    count(DISTINCT CASE WHEN r.outcome = '' THEN r.paper END) AS undecided, count(*) OVER () AS total
FROM desk_cases AS c LEFT JOIN desk_requests AS r ON r.number = c.number AND {_MINE}
WHERE (:stage = '' OR c.stage = :stage) AND (:whole OR r.paper IS NOT NULL)
GROUP BY c.id ORDER BY c.stage = 'closed', c.due = '', c.due, c.received, c.number LIMIT :limit OFFSET :offset
"""  # noqa: S608 - nothing of a visitor's stands in it
_PAPERS = f"""
SELECT p.id, group_concat(r.reviewer, char(10)), max(r.outcome) FROM desk_requests AS r
JOIN desk_papers AS p ON p.n = r.paper WHERE r.number = :number AND {_MINE} GROUP BY p.n ORDER BY p.n
"""  # noqa: S608 - nothing of a visitor's stands in it


@dataclass(frozen=True, slots=True)
class CaseDecided:
    """What became of a step: the entry to be written, and the case's card after it."""

    author: str
    body: Mapping[str, Any]
    card: CaseCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list, with how many of its papers who asks has to do with, and of how many nothing is decided."""

    number: str
    kind: str
    requester: str
    subject: str
    received: str
    due: str
    stage: str
    papers: int
    undecided: int


@dataclass(frozen=True, slots=True)
class CasePaperRow:
    """A paper of a case: who is to review it, nobody where any reviewer may, and what came of it."""

    id: str
    reviewers: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class CaseAsker:
    """Who asks for cases: `whole` who takes them, else the reviewer of that `name`, if they `review`."""

    asker: Asker
    name: str
    whole: bool
    reviews: bool

    @property
    def asked(self) -> dict[str, object]:
        """As parameters of a question."""
        # No reviewer is called by a line end: who does not review has no papers of nobody's.
        anybody = "" if self.reviews else "\n"
        return {**self.asker.asked, "whole": self.whole, "reviewer": self.name, "anybody": anybody}


ALL = CaseAsker(Asker(principals=(), rank=0, captions=(), day=""), "", whole=True, reviews=False)
"""The desk itself."""


class CaseLog:
    """What was done with the cases of one collection. Safe to share between threads."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = now) -> None:
        self._database = database
        self._clock = clock

    def write(self, number: str, form: str, decide: Callable[[str, Sequence[Entry]], CaseDecided]) -> tuple[str, Entry]:
        """Have a step decided, with nobody else writing meanwhile, and written on the disk; the case's number with it.

        Without a number the case takes the next of its `form`, `F-1988-{n:05}`.
        """
        with self._database.writing(durable=True) as transaction:
            connection = driver_of(transaction)
            called = number or _next_number(connection, form)
            done = decide(called, self._heard(transaction, called))
            draft = Draft(EntryKind.CASE, done.author, done.body, case_id(called))
            (entry,) = accession.append(connection, (draft,), timestamp(self._clock()))
            write_case(connection, replace(done.card, seq=entry.seq))
        return called, entry

    def entries(self, number: str) -> tuple[Entry, ...]:
        """The steps of a case, oldest first."""
        with self._database.reading() as connection:
            return self._heard(connection, number)

    def listed(
        self, who: CaseAsker, *, stage: str = "", limit: int = 50, offset: int = 0
    ) -> tuple[int, tuple[CaseRow, ...]]:
        """The cases of who asks, those first whose day comes first, and how many in all."""
        asked = {**who.asked, "stage": stage, "limit": limit, "offset": offset}
        with self._database.reading() as connection:
            cursor = driver_of(connection).execute(_LISTED, asked)
            names = [each[0] for each in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        told = tuple(CaseRow(**{name: row[name] for name in CaseRow.__slots__}) for row in rows)
        return (rows[0]["total"] if rows else 0), told

    def papers(self, number: str, who: CaseAsker | None = None) -> tuple[CasePaperRow, ...]:
        """The papers of a case that who asks has to do with, in the order in which they were begun; all for nobody."""
        asked = {**(who or ALL).asked, "number": number}
        with self._database.reading() as connection:
            rows = driver_of(connection).execute(_PAPERS, asked).fetchall()
        return tuple(CasePaperRow(id_, tuple(filter(None, names.split("\n"))), out) for id_, names, out in rows)

    def number_of(self, case: str) -> str:
        """The number of the case that the journal keeps under an id, empty where there is none."""
        rows = self._database.rows(select(desk_cases.c.number).where(desk_cases.c.id == case))
        return str(rows[0].number) if rows else ""

    def cards(self) -> dict[str, CaseCard]:
        """Every case by its number, as the table has it; for who keeps the desk, not for who asks."""
        rows = self._database.rows(select(desk_cases))
        return {row.number: CaseCard(**{name: getattr(row, name) for name in CaseCard.__slots__}) for row in rows}

    def _heard(self, connection: Connection, number: str) -> tuple[Entry, ...]:
        query = (
            select(journal)
            .where(journal.c.record == case_id(number), journal.c.kind == EntryKind.CASE.value)
            .order_by(journal.c.seq)
        )
        return tuple(map(accession.entry, connection.execute(query)))


def _next_number(connection: Driver, form: str) -> str:
    begins = form.partition("{")[0]
    (n,) = connection.execute(_BEGIN_SO, {"begins": begins, "beyond": f"{begins}~"}).fetchone()
    # One that somebody else numbered may stand among them.
    while connection.execute(_THERE, {"of": form.format(n=n + 1)}).fetchone():
        n += 1
    return form.format(n=n + 1)
