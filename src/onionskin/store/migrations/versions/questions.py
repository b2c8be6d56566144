"""What waits for a person has tables of its own, and decisions are found in the journal without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty, and have every record linked again: linking says what waits."""
    op.create_index("ix_journal_kind_seq", "journal", ["kind", "seq"])
    op.create_table(
        "questions",
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("matter", sa.Text, nullable=False),
        sa.Column("gain", sa.Integer, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", "place", name="pk_questions"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_questions_record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_questions_matter_gain", "questions", ["matter", "gain"])
    op.create_table(
        "matters",
        sa.Column("matter", sa.Text, nullable=False),
        sa.Column("sort", sa.String(20), nullable=False),
        sa.Column("gain", sa.Integer, nullable=False),
        sa.Column("papers", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("matter", name="pk_matters"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_matters_gain_matter", "matters", ["gain", "matter"])
    op.create_index("ix_matters_sort_gain_matter", "matters", ["sort", "gain", "matter"])
    op.execute("UPDATE links SET waits = 1")
