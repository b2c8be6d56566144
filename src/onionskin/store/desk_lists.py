"""Trays and lists of the desk's papers, asked of its tables for one person: the same rule as `desk.chancery.sight`.

Whether somebody may know of a paper stands in each row of `desk_sights`: what clearance it asks for, and until when.
So counting and sorting read these rows alone. What of a paper is told, title or text, is asked only of those on the
page, and its captions with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onionskin.store.database import Database, driver_of
from onionskin.store.desk_cards import Bearing, bearing

UNCLASSIFIED = "UNCLASSIFIED"
_MATCHED = re.compile(r"\w+")
_HIT = "\x02"
"""Stands on both sides of a hit in a quote."""

_CLEARED = "(s.asks <= :rank OR s.ends <> '' AND s.ends <= :day)"
KNOWN = f"""
SELECT s.paper FROM desk_sights AS s
WHERE s.principal IN (SELECT value FROM json_each(:principals)) AND {_CLEARED}
"""  # noqa: S608 - nothing of a visitor's stands in it
"""The papers that who asks may know of, some of them more than once; narrowed by `AND s.paper IN (...)`."""

_BARRED = """EXISTS (
    SELECT 1 FROM json_each(q.captions) AS c WHERE c.value NOT IN (SELECT value FROM json_each(:captions))
)"""
_SEEN = f"""(
    SELECT max(CASE WHEN s.sight = 3 AND {_BARRED} THEN 2 ELSE s.sight END) FROM desk_sights AS s
    WHERE s.principal IN (SELECT value FROM json_each(:principals)) AND s.paper = q.n AND {_CLEARED}
)"""  # noqa: S608 - nothing of a visitor's stands in it
"""How much who asks sees of the paper `q`: what the strongest of their rows shows."""

_OWN = "l.principal IN (SELECT value FROM json_each(:principals))"
_LIES = "(l.tray <> 're-review' OR l.due <= :day)"
"""What is to be looked at once more lies there from its day on."""
_TOLD = f"(l.asks <= :rank OR l.ends <> '' AND l.ends <= :day OR EXISTS ({KNOWN} AND s.paper = l.paper))"
"""What lies there is told by what its own principal is shown, else by whatever else who asks is shown it as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who looks into trays: as whom papers are shown to them, up to which rank of level, under which captions, when."""

    principals: tuple[str, ...]
    rank: int
    captions: tuple[str, ...]
    day: str

    @property
    def asked(self) -> dict[str, object]:
        """As parameters of a question."""
        return {
            "principals": json.dumps(self.principals),
            "rank": self.rank,
            "captions": json.dumps(self.captions),
            "day": self.day,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """A paper in a list. `seen` is how much who asks may see; below 2 `subject` and `parties` are empty.

    `level` is the rank of the level in force that day, of which `bears` has the words. `quote` is where a search found
    it: pieces of its text, every second one a hit; only of papers whose text who asks may see. In a tray `precedence`,
    and its words in `bears`, are those with which it lies there: others where it came for information.
    """

    id: str
    form: str
    number: str
    subject: str
    parties: str
    precedence: int
    level: int
    bears: Bearing
    begun: str
    last: str
    stage: str
    seen: int
    tray: str = ""
    due: str = ""
    quote: tuple[str, ...] = ()


Page = tuple[int, tuple[DeskRow, ...]]
"""How many there are in all, and those on the page."""


class DeskLists:
    """The desk's papers in trays and lists. Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids_with_prefix(self, asker: Asker, prefix: str, limit: int = 5) -> tuple[str, ...]:
        """Papers whose id begins so, by id, those alone that who asks may know of."""
        named = f"""
        SELECT q.id FROM desk_papers AS q
        WHERE q.id BETWEEN :prefix AND :beyond AND EXISTS ({KNOWN} AND s.paper = q.n) ORDER BY q.id LIMIT :limit
        """  # noqa: S608 - nothing of a visitor's stands in it
        asked = {**asker.asked, "prefix": prefix, "beyond": f"{prefix}~", "limit": limit}
        with self._database.reading() as connection:
            return tuple(each for (each,) in driver_of(connection).execute(named, asked))

    def known(self, asker: Asker, ids: Iterable[str]) -> frozenset[str]:
        """Of these papers those that who asks may know of."""
        named = f"""
        SELECT q.id FROM desk_papers AS q
        WHERE q.id IN (SELECT value FROM json_each(:ids)) AND EXISTS ({KNOWN} AND s.paper = q.n)
        """  # noqa: S608 - nothing of a visitor's stands in it
        asked = {**asker.asked, "ids": json.dumps(sorted(set(ids)))}
        with self._database.reading() as connection:
            return frozenset(each for (each,) in driver_of(connection).execute(named, asked))

    def counts(self, asker: Asker) -> dict[str, int]:
        """How many papers lie in each tray of who asks, those alone that they may know of."""
        return self._counted(asker, _LIES)

    def overdue(self, asker: Asker) -> dict[str, int]:
        """Of how many papers in each tray of who asks the day is past by which something was due."""
        return self._counted(asker, "l.due <> '' AND l.due < :day")

    def _counted(self, asker: Asker, which: str) -> dict[str, int]:
        counted = f"""
        SELECT l.tray, count(DISTINCT l.paper) FROM desk_lies AS l WHERE {_OWN} AND {which} AND {_TOLD} GROUP BY l.tray
        """  # noqa: S608 - nothing of a visitor's stands in it
        with self._database.reading() as connection:
            return dict(driver_of(connection).execute(counted, asker.asked).fetchall())

    def tray(self, asker: Asker, tray: str, limit: int = 50, offset: int = 0) -> Page:
        """What lies in a tray of who asks, the most urgent first, of equals what came first; and how many in all."""
        listed = f"""
        WITH lying AS MATERIALIZED (
            SELECT l.paper, min(l.precedence) AS urgency, min(l.since) AS since, min(l.due) AS due
            FROM desk_lies AS l WHERE l.tray = :tray AND {_OWN} AND {_LIES} AND {_TOLD} GROUP BY l.paper
        )
        SELECT q.*, {_SEEN} AS seen, :tray AS tray, page.due, page.urgency, (SELECT count(*) FROM lying) AS total
        FROM (SELECT * FROM lying ORDER BY urgency, since, paper LIMIT :limit OFFSET :offset) AS page
        JOIN desk_papers AS q ON q.n = page.paper ORDER BY page.urgency, page.since, page.paper
        """  # noqa: S608 - nothing of a visitor's stands in it
        return self._listed(listed, {**asker.asked, "tray": tray, "limit": limit, "offset": offset})

    def papers(self, asker: Asker, limit: int = 50, offset: int = 0) -> Page:
        """All papers of the desk that who asks may know of, the latest first; and how many in all."""
        listed = _latest(KNOWN, "'' AS tray, '' AS due")
        return self._listed(listed, {**asker.asked, "limit": limit, "offset": offset})

    def find(self, asker: Asker, words: str, limit: int = 50, offset: int = 0) -> Page:
        """The papers that hold all these words, of those whose text who asks may see, the latest first.

        `words` stand for themselves; of the last one its beginning is enough. No other paper is counted or quoted.
        """
        wanted = _MATCHED.findall(words)
        if not wanted:
            return 0, ()
        match = " ".join(f'"{each}"' for each in wanted) + "*"
        found = "SELECT rowid FROM desk_words WHERE desk_words MATCH :match"
        read = f"{KNOWN} AND s.sight = 3 AND s.paper IN ({found})"
        open_to = f"SELECT q.n AS paper FROM desk_papers AS q WHERE q.n IN ({read}) AND NOT {_BARRED}"  # noqa: S608
        quoted = "(SELECT snippet(desk_words, -1, :hit, :hit, '…', 24) FROM desk_words WHERE desk_words MATCH :match"
        listed = _latest(open_to, f"'' AS tray, '' AS due, {quoted} AND rowid = q.n) AS quote")
        return self._listed(listed, {**asker.asked, "match": match, "hit": _HIT, "limit": limit, "offset": offset})

    def _listed(self, query: str, asked: Mapping[str, object]) -> Page:
        with self._database.reading() as connection:
            cursor = driver_of(connection).execute(query, dict(asked))
            names = [each[0] for each in cursor.description]
            held = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return (held[0]["total"] if held else 0), tuple(_row(each, str(asked["day"])) for each in held)


def _latest(which: str, more: str) -> str:
    """A question for a page of papers, the latest first. `which` gives them by their number, as `paper`."""
    # With the plus SQLite goes through the papers by their day, and stops when the page is full.
    return f"""
    WITH v AS MATERIALIZED (SELECT DISTINCT paper FROM ({which}))
    SELECT q.*, {_SEEN} AS seen, (SELECT count(*) FROM v) AS total, {more} FROM (
        SELECT n FROM desk_papers WHERE +n IN (SELECT paper FROM v) ORDER BY last DESC, n DESC
        LIMIT :limit OFFSET :offset
    ) AS page JOIN desk_papers AS q ON q.n = page.n ORDER BY q.last DESC, q.n DESC
    """  # noqa: S608 - nothing of a visitor's stands in it


def _row(held: Mapping[str, Any], day: str) -> DeskRow:
    title = held["seen"] > 1
    ended = bool(held["ends"]) and held["ends"] <= day
    bears = bearing(held["bears"])
    urgency = held.get("urgency", held["precedence"])
    if urgency != held["precedence"]:
        bears = replace(bears, precedence=bears.info_precedence)
    return DeskRow(
        id=held["id"],
        form=held["form"],
        number=held["number"],
        subject=held["subject"] if title else "",
        parties=held["parties"] if title else "",
        precedence=urgency,
        level=0 if ended else held["level"],
        bears=replace(bears, level=UNCLASSIFIED) if ended else bears,
        begun=held["begun"],
        last=held["last"],
        stage=held["stage"],
        seen=held["seen"],
        tray=held["tray"],
        due=held["due"],
        quote=tuple(held["quote"].split(_HIT)) if held.get("quote") else (),
    )
