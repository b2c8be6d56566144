"""Alembic runs this file for every command. The connection comes from `migrate`, its transaction with it."""

from alembic import context

from onionskin.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
