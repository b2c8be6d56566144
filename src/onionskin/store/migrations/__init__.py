"""The steps from one state of the tables to the next, run in this process when a collection is opened.

A new step: change `tables.py`, write `versions/<what_it_does>.py` with the next number as its `revision`, set `HEAD`
to it. A new collection is begun with the tables as they are drawn; a test holds these and the steps together.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from sqlalchemy import (
    Column,
    Connection,
    ExecutableDDLElement,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_mock_engine,
    insert,
    inspect,
    select,
)

from onionskin.store.database import driver_of
from onionskin.store.desk_tables import COLLECTION

HEAD = "13"
"""The state of the tables that this version of the package reads and writes."""

_STATE = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, as it makes it itself."""


def standing(connection: Connection) -> str | None:
    """The state of the tables, or None of an empty database."""
    if not inspect(connection).has_table(_STATE.name):
        return None
    version: str | None = connection.execute(select(_STATE.c.version_num)).scalar()
    return version


def known(version: str) -> bool:
    """Whether this package has the step that led to that state."""
    return version.isdecimal() and int(version) <= int(HEAD)


def begin(connection: Connection) -> None:
    """Make the tables of `HEAD` in an empty database, within the transaction of this connection."""
    _STATE.create(connection)
    connection.execute(insert(_STATE), {"version_num": HEAD})
    driver = driver_of(connection)
    for each in _drawn():
        driver.execute(each)


@cache
def _drawn() -> tuple[str, ...]:
    """The tables in the words of SQLite, which SQLAlchemy takes longer to find than SQLite to make the tables."""
    out: list[str] = []

    def say(statement: ExecutableDDLElement, *_: object) -> None:
        out.append(str(statement.compile(dialect=drawing.dialect)))

    drawing = create_mock_engine("sqlite://", say)
    COLLECTION.create_all(drawing, checkfirst=False)
    return tuple(out)


def migrate(connection: Connection) -> None:
    """Bring older tables to `HEAD`, within the transaction of this connection.

    Alembic takes longer to load than most commands run, and only who takes a step needs it.
    """
    import_module("onionskin.store.migrations.stepping").migrate(connection)
