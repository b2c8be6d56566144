"""A paper of the desk as its row says it in lists, written after each of its acts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from sqlite3 import Connection

from sqlalchemy import bindparam, delete, insert, select, update

from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.store.database import ready
from onionskin.store.desk_tables import desk_cases, desk_lies, desk_papers, desk_requests, desk_sights

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
_NEW_PAPER = ready(insert(desk_papers), "id", *_CARD)
_SET_PAPER = ready(update(desk_papers).where(desk_papers.c.n == bindparam("of")), *_CARD)
_NO_SIGHTS = ready(delete(desk_sights).where(desk_sights.c.paper == bindparam("of")))
_NO_LIES = ready(delete(desk_lies).where(desk_lies.c.paper == bindparam("of")))
_NO_REQUESTS = ready(delete(desk_requests).where(desk_requests.c.paper == bindparam("of")))
_NEW_SIGHT = ready(insert(desk_sights))
_NEW_LIE = ready(insert(desk_lies))
_NEW_REQUEST = ready(insert(desk_requests))
_NO_CASE = ready(delete(desk_cases).where(desk_cases.c.number == bindparam("of")))
_NEW_CASE = ready(insert(desk_cases))
_SAID = "SELECT subject, text FROM desk_words WHERE rowid = :paper"
_SAY = "INSERT INTO desk_words (rowid, subject, text) VALUES (:paper, :subject, :text)"
_UNSAY = "DELETE FROM desk_words WHERE rowid = :paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What the envelope of a paper bears, in the words of its form."""

    level: str = ""
    precedence: str = ""
    captions: tuple[str, ...] = ()
    to: tuple[str, ...] = ()

    def body(self) -> str:
        """As the column `bears`."""
        return json.dumps([self.level, self.precedence, self.captions, self.to], ensure_ascii=False)


def bearing(body: str) -> Bearing:
    """Out of the column `bears`."""
    level, precedence, captions, to = json.loads(body)
    return Bearing(level=level, precedence=precedence, captions=tuple(captions), to=tuple(to))


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
    lies: tuple[tuple[str, str, str, str], ...]
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


def write_card(connection: Connection, paper: str, seq: int, card: Card) -> None:
    """Write a paper's rows after its last act, whose entry is `seq`."""
    told = {name: getattr(card, name) for name in _CARD if name not in {"seq", "captions", "bears"}}
    told |= {"seq": seq, "captions": json.dumps(card.captions), "bears": card.bears.body()}
    row = connection.execute(_ROW, {"of": paper}).fetchone()
    if row is None:
        n = connection.execute(_NEW_PAPER, {"id": paper, **told}).lastrowid
    else:
        (n,) = row
        connection.execute(_SET_PAPER, {"of": n, **told})
        connection.execute(_NO_SIGHTS, {"of": n})
        connection.execute(_NO_LIES, {"of": n})
        connection.execute(_NO_REQUESTS, {"of": n})
    connection.executemany(
        _NEW_SIGHT, [{"principal": to, "paper": n, "sight": most} for to, most in dict.fromkeys(card.sights)]
    )
    # One principal may have it in one tray for several reasons, two service messages: the first counts.
    lies = {each[:2]: each for each in reversed(card.lies)}.values()
    connection.executemany(
        _NEW_LIE,
        [{"principal": to, "tray": tray, "paper": n, "since": since, "due": due} for to, tray, since, due in lies],
    )
    connection.executemany(
        _NEW_REQUEST,
        [{"number": case, "paper": n, "reviewer": who, "outcome": outcome} for case, who, outcome in card.asked],
    )
    # Most acts leave the words as they are, and writing them is what takes longest.
    if connection.execute(_SAID, {"paper": n}).fetchone() != (card.subject, card.text):
        connection.execute(_UNSAY, {"paper": n})
        connection.execute(_SAY, {"paper": n, "subject": card.subject, "text": card.text})
