"""Searches that people keep have a table of their own."""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, empty."""
    op.create_table(
        "searches",
        sa.Column("n", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("author", "name", "query")),
        sa.Column("sort", sa.String(10), nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String(20), nullable=False) for name in ("since", "looked")),
        sa.PrimaryKeyConstraint("n", name="pk_searches"),
        sa.UniqueConstraint("author", "name", name="uq_searches_author_name"),
    )
