"""The inventory of a collection in one file: papers taken in and forgotten, with all that is counted of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from sqlite3 import Connection
from time import monotonic
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar, cast

from onionskin.errors import IntegrityError
from onionskin.inventory import lines
from onionskin.inventory.facts import Facts, facts_of
from onionskin.inventory.parties import Party, Who
from onionskin.inventory.settling import SEPARATOR, Touched, settle
from onionskin.inventory.tables import TABLES, VERSION
from onionskin.ledger import extracting, issues
from onionskin.ledger.rulings import Ruling
from onionskin.ledger.telling import Suggesting, no_suggestions
from onionskin.linking.authorities.folding import fold
from onionskin.linking.wanting import Known
from onionskin.record.released import Released
from onionskin.search.connections import PATIENCE, Connections

T = TypeVar("T")
P = ParamSpec("P")
REMEMBERED = 500
"""Answers kept in memory."""
OF_TABLES = 1_000_000
EDITION = VERSION * OF_TABLES + extracting.VERSION * 1_000 + issues.VERSION
"""Of the file: what is told of papers is told anew when statements, or what they are about, are found otherwise."""
SELDOM = 100
"""While papers come by the thousand, at most one part in so many of the time goes into counting a total anew."""
OTHER_LETTERS = "#"
"""Under it stand names that begin with no letter."""

_HELD = "SELECT record, digest FROM paper WHERE record > ? ORDER BY record LIMIT 4096"
_NUMBERS = "SELECT n FROM paper WHERE record IN (SELECT value FROM json_each(?)) ORDER BY n"
_PAPER = (
    *("source", "page", "last_page", "date", "day", "precision", "kind", "series", "number", "direction", "archive"),
    *("file", "doubtful", "questions", "unclaimed"),
)
_NEW_PAPER = f"INSERT INTO paper (n, record, digest, {', '.join(_PAPER)}) VALUES (?, ?, ?{', ?' * len(_PAPER)})"  # noqa: S608
_NEW_PARTY = "INSERT INTO party (entity, kind, name, sorts, letter) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
_OTHERWISE = "UPDATE state SET generation = hex(randomblob(8))"
_FORGET = tuple(f"DELETE FROM {table} WHERE paper = ?" for table in ("role", "want", "tie", "sheet"))  # noqa: S608


class Inventory:
    """The inventory in the file `path`. It is begun anew and empty where its tables are of another version, or damaged;
    where statements alone are found otherwise now, it tells what it told and holds its papers with an empty digest.
    Whoever opens it compares `held` with what it ought to hold, as with a search index.

    Safe to share between threads; between processes, one writes and any number read. Methods may raise
    CollectionError, CollectionBusyError and StorageError; one that raises has changed nothing.
    """

    def __init__(self, path: Path, patience: float = PATIENCE, suggested: Suggesting = no_suggestions) -> None:
        """Opens the file, or makes it. `suggested` tells what models suggested that a paper says."""
        self._suggested = suggested
        self._connections = Connections(path, patience)
        self._told: dict[object, tuple[str, float, object]] = {}
        self.filling = False
        """Whether papers come by the thousand: each hundred changes all totals (`told`)."""
        try:
            self._connections.begin(EDITION, TABLES, _carry_over)
        except IntegrityError:
            self._connections.delete()
            self._connections.begin(EDITION, TABLES)

    def reading(self) -> AbstractContextManager[Connection]:
        """One state of it, to be asked by the functions of this package."""
        return self._connections.reading()

    def told(self, ask: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """What a function of this package finds, remembered for as long as the inventory stands as it does: for totals
        that every page asks for. What is asked for must be hashable.

        While it is being filled, what took long to count is told again though it changed (`SELDOM`).
        """
        key = (ask, args, *named.items())
        with self.reading() as connection:
            (generation,) = connection.execute("SELECT generation FROM state").fetchone()
            kept = self._told.get(key)
            asked = monotonic()
            if kept is None or (kept[0] != generation and not (self.filling and asked < kept[1])):
                if len(self._told) >= REMEMBERED:
                    self._told.clear()
                answer = ask(connection, *args, **named)
                kept = self._told[key] = (generation, asked + SELDOM * (monotonic() - asked), answer)
        return cast("T", kept[2])

    def add(self, papers: Iterable[tuple[Released, str]], who: Who, *, lines: bool = True) -> tuple[str, ...]:
        """Take papers in with their digests, each in place of what was held of it, all in one transaction.

        Those taken in without their `lines` are held with an empty digest: whoever compares sees that they are to come.
        A paper whose statements could not be told, for a fault of ours, is held without them; what happened is returned
        in words, with its id.
        """
        faults: list[str] = []
        told = [(self._facts(released, who, lines, faults), digest if lines else "") for released, digest in papers]
        if told:
            touched = Touched()
            with self._connections.writing() as connection:
                for facts, digest in told:
                    _take_in(connection, facts, digest, touched)
                _settle(connection, touched)
        return tuple(faults)

    def _facts(self, released: Released, who: Who, lines: bool, faults: list[str]) -> Facts:
        if lines:
            try:
                return facts_of(released, who, suggested=self._suggested)
            except Exception as fault:  # noqa: BLE001 - a fault of ours in one paper must not stop the others
                what = f"{type(fault).__name__}: {fault}"
                faults.append(f"{released.document.id}: kept without its statements ({what}); please report it")
        return facts_of(released, who, lines=False)

    def remove(self, record_ids: Iterable[str]) -> None:
        """Forget papers, all in one transaction; ids it does not hold are passed over."""
        doomed = tuple(record_ids)
        if not doomed:
            return
        touched = Touched()
        with self._connections.writing() as connection:
            for record in doomed:
                _forget(connection, record, touched)
            _settle(connection, touched)

    def rule(self, rulings: Sequence[Ruling]) -> None:
        """Have the lines stand as people decided, and no longer as they had decided before."""
        mark = lines.mark_of(rulings)
        with self.reading() as connection:
            if lines.ruled(connection) == mark:
                return
        with self._connections.writing() as connection:
            lines.rule(connection, rulings, mark)

    def place_lines(self, records: Collection[str]) -> None:
        """Put the lines of some papers under their issues anew, after many papers came: how rare a phrase is was not
        known before.
        """
        with self._connections.writing() as connection:
            held = connection.execute(_NUMBERS, (json.dumps(sorted(records)),))
            lines.place(connection, [n for (n,) in held])
            connection.execute(_OTHERWISE)

    def expect_many(self) -> None:
        """Say that so many papers are to come that all lines are to be placed anew when they are there: `place_all`."""
        with self._connections.writing() as connection:
            lines.unplace_all(connection)

    def place_all(self) -> None:
        """Put every line under its issue anew where `expect_many` said so, some thousands at a time: others write in
        between, and what was stopped goes on from there.
        """
        while not self.is_placed():
            with self._connections.writing() as connection:
                lines.place_some(connection)
                connection.execute(_OTHERWISE)

    def is_placed(self) -> bool:
        """Whether no lines wait for `place_all`."""
        with self.reading() as connection:
            return lines.are_placed(connection)

    def held(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every paper, in the order of ids: to compare with what it ought to hold."""
        last = ""
        while True:
            with self.reading() as connection:
                rows = connection.execute(_HELD, (last,)).fetchall()
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def wipe(self) -> bool:
        """Leave nothing of papers that were removed or replaced on the disk; False where others read it just now."""
        return self._connections.wipe()

    def close(self) -> None:
        """Let go of the file."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _settle(connection: Connection, touched: Touched) -> None:
    settle(connection, touched)
    connection.execute(_OTHERWISE)


def _carry_over(connection: Connection, edition: int) -> bool:
    """Whether what stands in tables of another edition may be told until it is told anew."""
    if edition // OF_TABLES != VERSION:
        return False
    connection.execute("UPDATE paper SET digest = ''")
    lines.unplace_all(connection)
    return True


def _take_in(connection: Connection, facts: Facts, digest: str, touched: Touched) -> None:
    n = _forget(connection, facts.record, touched)
    source = _source(connection, facts)
    told = {name: getattr(facts, name) for name in _PAPER if name != "source"}
    values = (source, *(told[name] for name in _PAPER[1:]))
    n = connection.execute(_NEW_PAPER, (n, facts.record, digest, *values)).lastrowid
    touched.sources.add(source)
    _parties(connection, n, facts.parties, touched)
    wants = [
        (n, known_by(each.known), each.citing.text, each.state, each.date, each.citing.day) for each in facts.wants
    ]
    connection.executemany("INSERT INTO want VALUES (?, ?, ?, ?, ?, ?)", wants)
    touched.missing.update(want[1] for want in wants)
    if facts.ties or _is_tied(connection, facts.record):
        connection.executemany("INSERT OR IGNORE INTO tie VALUES (?, ?, ?)", [(n, *tie) for tie in facts.ties])
        touched.papers.add(n or 0)
    sheets = [(n, s.page, s.words, s.confidence, s.doubtful, s.unread, s.reader) for s in facts.sheets]
    connection.executemany("INSERT OR REPLACE INTO sheet VALUES (?, ?, ?, ?, ?, ?, ?)", sheets)
    if facts.lines and n is not None:
        lines.take_in(connection, n, facts.lines)
        touched.telling.add(n)
        touched.phrases.update(phrase.key for line in facts.lines for phrase in line.phrases)


def _parties(connection: Connection, n: int | None, parties: Iterable[Party], touched: Touched) -> None:
    for each in parties:
        sorts = " ".join(filter(None, map(fold, each.name.split())))
        letter = sorts[:1].upper() or OTHER_LETTERS
        connection.execute(_NEW_PARTY, (each.entity, each.kind, each.name, sorts, letter))
        connection.execute("INSERT OR IGNORE INTO role VALUES (?, ?, ?, ?)", (each.entity, each.said, n, each.part))
        touched.parties.add(each.entity)


def known_by(known: Known) -> str:
    """The key of a missing paper."""
    return SEPARATOR.join((known.kind, known.number, known.series, known.from_, known.to, known.when))


def _source(connection: Connection, facts: Facts) -> int:
    row = connection.execute("SELECT n FROM source WHERE sha256 = ?", (facts.source,)).fetchone()
    if row is not None:
        return int(row[0])
    folder = str(PurePosixPath(facts.source_name).parent)
    told = (facts.source, facts.source_name, "" if folder == "." else folder, facts.media_type)
    new = connection.execute("INSERT INTO source (sha256, name, folder, media_type) VALUES (?, ?, ?, ?)", told)
    return new.lastrowid or 0


def _is_tied(connection: Connection, record: str) -> bool:
    return connection.execute("SELECT 1 FROM tie WHERE other = ? LIMIT 1", (record,)).fetchone() is not None


def _forget(connection: Connection, record: str, touched: Touched) -> int | None:
    """Take a paper out; the number it had, by which it may come back."""
    row = connection.execute("SELECT n, source, thread FROM paper WHERE record = ?", (record,)).fetchone()
    if row is None:
        return None
    n, source, thread = row
    touched.sources.add(source)
    touched.parties.update(each for (each,) in connection.execute("SELECT entity FROM role WHERE paper = ?", (n,)))
    touched.missing.update(each for (each,) in connection.execute("SELECT missing FROM want WHERE paper = ?", (n,)))
    if thread is not None:
        touched.threads.add(thread)
    touched.phrases |= lines.forget(connection, n)
    touched.telling.discard(n)
    for statement in _FORGET:
        connection.execute(statement, (n,))
    connection.execute("DELETE FROM paper WHERE n = ?", (n,))
    touched.papers.discard(n)
    return int(n)
