"""What the public is still to be shown of the desk has a table."""

import sqlalchemy as sa
from alembic import op

revision = "13"
down_revision = "12"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; of all that was decided so far it is looked at once more whether the public has it."""
    op.create_table(
        "desk_unshown",
        sa.Column("paper", sa.String(23), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("paper", name="pk_desk_unshown"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_desk_unshown_seq"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO desk_unshown SELECT id, seq FROM desk_papers"
        " WHERE stage IN ('withheld', 'released in part', 'released')"
    )
