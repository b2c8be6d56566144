"""Whom a paper names beyond doubt has a table of its own."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty, and have every record looked at again."""
    op.create_table(
        "namings",
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("surname", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", "entity", name="pk_namings"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_namings_record"),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM keys WHERE role = 0")
    op.execute("DELETE FROM cards")
