"""Alembic at work; see `migrations.migrate`."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Take every step that is missing, within the transaction of this connection."""
    config = Config()
    config.set_main_option("script_location", "onionskin.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
