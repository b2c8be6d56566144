"""A paper of the desk as its row says it in lists, written after each of its acts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from sqlite3 import Connection

from sqlalchemy import bindparam, delete, insert, select

from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.store.database import ready
from onionskin.store.desk_tables import desk_cases, desk_papers

_CARD = (
    "seq",
    "form",
    "number",
    "subject",
    "parties",
    "precedence",
    "level",
    "ends",
    "captions",
    "bears",
    "begun",
    "last",
    "stage",
)
_ROW = ready(select(desk_papers.c.n).where(desk_papers.c.id == bindparam("of")))
_NEW_PAPER = f"INSERT INTO desk_papers (id, {', '.join(_CARD)}) VALUES ({', '.join('?' * (len(_CARD) + 1))})"  # noqa: S608
_SET_PAPER = f"UPDATE desk_papers SET {', '.join(f'{name} = ?' for name in _CARD)} WHERE n = ?"  # noqa: S608 - our names
_NO_CASE = ready(delete(desk_cases).where(desk_cases.c.number == bindparam("of")))
_NEW_CASE = ready(insert(desk_cases))
_EXISTENCE = 1
"""`chancery.sight.Sight.EXISTENCE`: that there is a paper, and no more."""
_NOTHING = (0, "")
UNREACHED = 99
"""A rank that nobody is cleared for."""
_SAID = "SELECT subject, text FROM desk_words WHERE rowid = ?"
_SAY = "INSERT INTO desk_words (rowid, subject, text) VALUES (?, ?, ?)"
_UNSAY = "DELETE FROM desk_words WHERE rowid = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What the envelope of a paper bears, in the words of its form."""

    level: str = ""
    precedence: str = ""
    captions: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    info_precedence: str = ""

    def body(self) -> str:
        """As the column `bears`; most papers bear no precedence of its own for information."""
        told = [self.level, self.precedence, self.captions, self.to, *filter(None, (self.info_precedence,))]
        return json.dumps(told, ensure_ascii=False)


def bearing(body: str) -> Bearing:
    """Out of the column `bears`."""
    level, precedence, captions, to, *more = json.loads(body)
    info = more[0] if more else ""
    return Bearing(level=level, precedence=precedence, captions=tuple(captions), to=tuple(to), info_precedence=info)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A paper for lists; as the columns of `desk_papers`, with whom it is shown to, where it lies, what it says, and
    what cases ask.

    `asked` are the cases in which it is asked for, each with a reviewer (empty where none is named) and the outcome.
    """

    form: str
    number: str
    subject: str
    parties: str
    precedence: int
    level: int
    ends: str
    captions: tuple[str, ...]
    bears: Bearing
    begun: str
    last: str
    stage: str
    text: str
    sights: tuple[tuple[str, int], ...]
    lies: tuple[tuple[str, str, str, str, int], ...]
    asked: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """A case for lists; as the columns of `desk_cases`."""

    number: str
    seq: int
    kind: str
    requester: str
    subject: str
    received: str
    due: str
    stage: str


def case_id(number: str) -> str:
    """Under what the journal keeps a case: as a record's id, and of each number always the same."""
    return record_id(source_sha256(f"case {number}".encode()), PageNumber(1), 0)


def write_case(connection: Connection, card: CaseCard) -> None:
    """Write a case's row after its last step."""
    connection.execute(_NO_CASE, {"of": card.number})
    connection.execute(_NEW_CASE, {"id": case_id(card.number), **asdict(card)})


Rows = Mapping[str, AbstractSet[tuple[object, ...]]]
"""Of each table the rows that it has of one paper, without the number by which the tables name the paper."""


def rows_of(paper: str, seq: int, card: Card) -> Rows:
    """What the tables must hold of a paper after its last act, whose entry is `seq`; and nothing else."""
    told = {name: getattr(card, name) for name in _CARD if name not in {"seq", "captions", "bears"}}
    told |= {"seq": seq, "captions": json.dumps(card.captions), "bears": card.bears.body()}
    return {
        "desk_papers": {(paper, *(told[name] for name in _CARD))},
        "desk_sights": _sights(card),
        "desk_lies": _lies(card),
        "desk_requests": set(card.asked),
        "desk_words": {(card.subject, card.text)},
    }


class _Table:
    """The rows that one table has of a paper. An act changes few of them, and each lies on a page of its own."""

    def __init__(self, name: str, *columns: str) -> None:
        names, marks = ", ".join(columns), ", ".join("?" * (len(columns) + 1))
        self._ask = f"SELECT {names} FROM {name} WHERE paper = ?"  # noqa: S608 - our names
        self._drop = f"DELETE FROM {name} WHERE paper = ? AND ({names}) = ({marks[3:]})"  # noqa: S608 - our names
        self._add = f"INSERT INTO {name} (paper, {names}) VALUES ({marks})"  # noqa: S608 - our names
        self.name = name

    def renew(self, connection: Connection, n: int | None, wanted: AbstractSet[tuple[object, ...]]) -> None:
        """Have those that are wanted, and no others."""
        held = set(connection.execute(self._ask, (n,)))
        connection.executemany(self._drop, [(n, *row) for row in held - wanted])
        connection.executemany(self._add, [(n, *row) for row in wanted - held])


_TABLES = (
    _Table("desk_sights", "principal", "sight", "asks", "ends"),
    _Table("desk_lies", "principal", "tray", "since", "due", "precedence", "asks", "ends"),
    _Table("desk_requests", "number", "reviewer", "outcome"),
)


def write_card(connection: Connection, paper: str, seq: int, card: Card) -> None:
    """Write a paper's rows after its last act, whose entry is `seq`."""
    wanted = rows_of(paper, seq, card)
    (told,) = wanted["desk_papers"]
    row = connection.execute(_ROW, {"of": paper}).fetchone()
    if row is None:
        n = connection.execute(_NEW_PAPER, told).lastrowid
    else:
        (n,) = row
        connection.execute(_SET_PAPER, (*told[1:], n))
    for table in _TABLES:
        table.renew(connection, n, wanted[table.name])
    # Most acts leave the words as they are, and writing them is what takes longest.
    if connection.execute(_SAID, (n,)).fetchone() not in wanted["desk_words"]:
        connection.execute(_UNSAY, (n,))
        connection.executemany(_SAY, [(n, *words) for words in wanted["desk_words"]])


def _sights(card: Card) -> set[tuple[object, ...]]:
    """To whom it is shown, with what that asks for. That it exists asks for no clearance (`chancery.sight`)."""
    return {(*each, *(_NOTHING if each[1] == _EXISTENCE else (card.level, card.ends))) for each in card.sights}


def _lies(card: Card) -> set[tuple[object, ...]]:
    """Where it lies, with the least that it asks of whom it lies there for."""
    asks: dict[str, tuple[int, str]] = {}
    for principal, sight in card.sights:
        if sight == _EXISTENCE:
            asks[principal] = _NOTHING
        else:
            asks.setdefault(principal, (card.level, card.ends))
    # One principal may have it in one tray for several reasons, two service messages: the first counts.
    lies = {each[:2]: each for each in reversed(card.lies)}.values()
    return {(*each, *asks.get(each[0], (UNREACHED, ""))) for each in lies}
