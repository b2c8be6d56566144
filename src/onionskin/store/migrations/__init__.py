"""The steps from one state of the tables to the next, run in this process when a collection is opened.

A new step: change `tables.py`, write `versions/<what_it_does>.py` with the next number as its `revision`, set `HEAD`
to it.
"""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, inspect, text

HEAD = "1"
"""The state of the tables that this version of the package reads and writes."""


def standing(connection: Connection) -> str | None:
    """The state of the tables, or None of an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def known(version: str) -> bool:
    """Whether this package has the step that led to that state."""
    return version.isdecimal() and int(version) <= int(HEAD)


def migrate(connection: Connection) -> None:
    """Bring the tables to `HEAD`, within the transaction of this connection."""
    config = Config()
    config.set_main_option("script_location", "onionskin.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
