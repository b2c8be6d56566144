"""The catalogue of a collection: the card of each record, the keys it is found by, and what linking made of it.

Within a transaction that somebody else has begun.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection

from sqlalchemy import bindparam, delete, insert, select, update

from onionskin.store import asking
from onionskin.store.contract import Linked, Shelved, Tie
from onionskin.store.database import ready
from onionskin.store.tables import bodies, cards, keys, links, namings, overlays, records, ties

KNOWN_BY, ASKED = 0, 1
"""The roles of a key."""
AT_ONCE = 500
"""Parameters of one statement; SQLite takes at least 999."""

_ROW = ready(select(records.c.n).where(records.c.id == bindparam("of"), records.c.superseded.is_(None)))
_CARD = ready(
    select(cards.c.card)
    .join(records, records.c.n == cards.c.record)
    .where(records.c.id == bindparam("of"), records.c.superseded.is_(None))
)
_LINE = ready(
    select(bodies.c.line, overlays.c.line.label("overlay"))
    .join(records, records.c.n == bodies.c.record)
    .outerjoin(overlays, overlays.c.record == records.c.n)
    .where(records.c.id == bindparam("of"))
)
_SHELVED = ready(select(cards.c.card, cards.c.known_by).where(cards.c.record == bindparam("of")))
_MADE = ready(select(overlays.c.line, overlays.c.asked).where(overlays.c.record == bindparam("of")))
_NEW_CARD = ready(insert(cards).prefix_with("OR REPLACE"), "record", "card", "known_by")
_NEW_OVERLAY = ready(insert(overlays).prefix_with("OR REPLACE"), "record", "line", "asked")
_NEW_LINK = ready(insert(links).prefix_with("OR REPLACE"), "record", "linker", "waits", "digest")
_NEW_KEY = ready(insert(keys).prefix_with("OR IGNORE"), "role", "value", "record")
_NEW_TIE = ready(insert(ties).prefix_with("OR IGNORE"), "record", "other", "relation")
_DROP_KEY = ready(
    delete(keys).where(
        keys.c.role == bindparam("for_"), keys.c.value == bindparam("at"), keys.c.record == bindparam("of")
    )
)
_NEW_NAMING = ready(insert(namings).prefix_with("OR IGNORE"), "record", "entity", "surname")
_NAMINGS = ready(select(namings.c.entity, namings.c.surname).where(namings.c.record == bindparam("of")))
_DROP_TIES, _DROP_NAMINGS, *_DROP_OTHERS = (
    ready(delete(table).where(table.c.record == bindparam("of"))) for table in (ties, namings, links, cards, overlays)
)
_STANDING_TIES = (
    select(records.c.id, ties.c.other, ties.c.relation)
    .join(records, records.c.n == ties.c.record)
    .where(records.c.superseded.is_(None))
)
_TIES_FROM = ready(_STANDING_TIES.where(records.c.id == bindparam("of")))
_TIES_TO = ready(_STANDING_TIES.where(ties.c.other == bindparam("of")))
_LEADING_TO = """
SELECT DISTINCT records.id FROM ties JOIN records ON records.n = ties.record
WHERE ties.other IN (SELECT value FROM json_each(:ids)) AND records.superseded IS NULL ORDER BY records.id
"""
_WAIT = ready(update(links).where(links.c.record == bindparam("of")), "waits")
_WAIT_ALL = ready(update(links), "waits")
_FOUND_BY = f"SELECT record FROM keys WHERE role = {KNOWN_BY} AND value = :at LIMIT :most"  # noqa: S608 - our own words
_WHO_ASKED = f"SELECT record FROM keys WHERE role = {ASKED} AND value = :at"  # noqa: S608 - our own words


def shelve(connection: Connection, shelved: Iterable[Shelved]) -> None:
    """Let records be found by their keys; who asked for them waits."""
    for each in shelved:
        row = connection.execute(_ROW, {"of": each.record}).fetchone()
        if row is None:
            continue
        (n,) = row
        told = (each.card, _packed(each.keys))
        same = connection.execute(_SHELVED, {"of": n}).fetchone() == told
        if same and set(connection.execute(_NAMINGS, {"of": n})) == set(each.names):
            continue
        connection.execute(_DROP_NAMINGS, {"of": n})
        connection.executemany(
            _NEW_NAMING, [{"record": n, "entity": entity, "surname": surname} for entity, surname in each.names]
        )
        _take_down(connection, n)
        connection.execute(_NEW_CARD, {"record": n, "card": told[0], "known_by": told[1]})
        _add_keys(connection, KNOWN_BY, n, each.keys)
        connection.execute(_WAIT, {"of": n, "waits": 1})
        _awaken(connection, each.keys)


def link(connection: Connection, linked: Iterable[Linked]) -> tuple[str, ...]:
    """Keep what linking made of records; the ids of those that it changed."""
    changed = []
    for each in linked:
        row = connection.execute(_ROW, {"of": each.record}).fetchone()
        if row is None:
            continue
        (n,) = row
        before = connection.execute(_MADE, {"of": n}).fetchone()
        line, asked = before if before is not None else ("", b"")
        if line != each.overlay:
            changed.append(each.record)
        now = _packed(each.asked)
        if asked != now:
            _drop_keys(connection, ASKED, n, asked)
            _add_keys(connection, ASKED, n, each.asked)
        connection.execute(_NEW_OVERLAY, {"record": n, "line": each.overlay, "asked": now})
        told = {"record": n, "linker": each.linker, "waits": 0, "digest": each.digest}
        connection.execute(_NEW_LINK, told)
        connection.execute(_DROP_TIES, {"of": n})
        connection.executemany(
            _NEW_TIE, [{"record": n, "other": other, "relation": relation} for other, relation in each.ties]
        )
        asking.wait(connection, n, each.waiting)
    return tuple(changed)


def forget(connection: Connection, n: int) -> None:
    """What was made of a record goes: it was read anew, or is found no more. Who asked for it waits."""
    before = connection.execute(_MADE, {"of": n}).fetchone()
    if before is not None:
        _drop_keys(connection, ASKED, n, before[1])
    _take_down(connection, n)
    asking.wait(connection, n, ())
    for statement in (_DROP_TIES, _DROP_NAMINGS, *_DROP_OTHERS):
        connection.execute(statement, {"of": n})


def sharing(connection: Connection, wanted: Sequence[int], most: int, least: int) -> tuple[tuple[str, int], ...]:
    """Cards found by some of the keys, those with most of them first."""
    shared: Counter[int] = Counter()
    for value in dict.fromkeys(wanted):
        found = connection.execute(_FOUND_BY, {"at": value, "most": most + 1}).fetchall()
        if len(found) <= most:
            shared.update(n for (n,) in found)
    told: dict[int, str] = {}
    found_in_all = [n for n, times in shared.items() if times >= least]
    for at in range(0, len(found_in_all), AT_ONCE):
        some = found_in_all[at : at + AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT record, card FROM cards WHERE record IN ({marks})"  # noqa: S608 - question marks
        told.update(connection.execute(query, some))
    ranked = sorted(told, key=lambda n: (-shared[n], n))
    return tuple((told[n], shared[n]) for n in ranked)


def line(connection: Connection, record: str) -> tuple[str, str] | None:
    """The line of a record and what is laid over it, empty where nothing is; None where no record is called so."""
    row = connection.execute(_LINE, {"of": record}).fetchone()
    return (row[0], row[1] or "") if row else None


def card(connection: Connection, record: str) -> str | None:
    """The card of a standing record."""
    row = connection.execute(_CARD, {"of": record}).fetchone()
    return row[0] if row else None


def let_wait(connection: Connection, record_ids: Iterable[str] | None) -> None:
    """Have records linked again, all of them where none are named."""
    if record_ids is None:
        connection.execute(_WAIT_ALL, {"waits": 1})
        return
    for record in record_ids:
        row = connection.execute(_ROW, {"of": record}).fetchone()
        if row is not None:
            connection.execute(_WAIT, {"of": row[0], "waits": 1})


def naming(connection: Connection, words: Sequence[str]) -> tuple[str, ...]:
    """Standing records whose overlay has one of the words as a string of its JSON; every overlay is looked through."""
    wanted = [json.dumps(each, ensure_ascii=False) for each in dict.fromkeys(words)]
    has = " OR ".join(["instr(overlays.line, ?) > 0"] * len(wanted))
    query = f"SELECT id FROM records JOIN overlays ON record = n WHERE superseded IS NULL AND ({has})"  # noqa: S608 - question marks
    found = connection.execute(f"{query} ORDER BY source, place", wanted) if wanted else ()
    return tuple(record for (record,) in found)


def ties_of(connection: Connection, record: str) -> tuple[Tie, ...]:
    """The ties from a record and to it."""
    found = {Tie(*row) for query in (_TIES_FROM, _TIES_TO) for row in connection.execute(query, {"of": record})}
    standing = {each for each in found if connection.execute(_ROW, {"of": each.other}).fetchone() is not None}
    return tuple(sorted(standing, key=lambda tie: (tie.record, tie.other, tie.relation)))


def leading_to(connection: Connection, record_ids: Sequence[str]) -> tuple[str, ...]:
    """The records from which ties lead to these."""
    found = connection.execute(_LEADING_TO, {"ids": json.dumps(list(record_ids))})
    return tuple(record for (record,) in found)


def _take_down(connection: Connection, n: int) -> None:
    """The record is no longer found by its keys; who asked for them waits."""
    row = connection.execute(_SHELVED, {"of": n}).fetchone()
    if row is None:
        return
    _awaken(connection, _unpacked(row[1]))
    _drop_keys(connection, KNOWN_BY, n, row[1])


def _awaken(connection: Connection, values: Iterable[int]) -> None:
    """Let those wait that asked for any of the keys."""
    asked = {n for value in values for (n,) in connection.execute(_WHO_ASKED, {"at": value})}
    connection.executemany(_WAIT, [{"of": n, "waits": 1} for n in asked])


def _add_keys(connection: Connection, role: int, n: int, values: Iterable[int]) -> None:
    connection.executemany(_NEW_KEY, [{"role": role, "value": value, "record": n} for value in values])


def _drop_keys(connection: Connection, role: int, n: int, packed: bytes) -> None:
    connection.executemany(_DROP_KEY, [{"for_": role, "at": value, "of": n} for value in _unpacked(packed)])


def _packed(values: Iterable[int]) -> bytes:
    return array("q", sorted(set(values))).tobytes()


def _unpacked(packed: bytes) -> Iterator[int]:
    told = array("q")
    told.frombytes(packed)
    return iter(told)
