"""Alembic runs this file for every command. The connection comes from `migrate`, its transaction with it."""

from alembic import context

from onionskin.store.desk_tables import COLLECTION

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=COLLECTION,
    render_as_batch=True,
)
context.run_migrations()
