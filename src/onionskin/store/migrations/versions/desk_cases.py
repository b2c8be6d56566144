"""Cases of review have tables for lists, and for which papers they ask."""

import sqlalchemy as sa
from alembic import op

revision = "11"
down_revision = "10"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "desk_requests",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("paper", sa.Integer, nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("number", "paper", "reviewer", name="pk_desk_requests"),
        sa.ForeignKeyConstraint(["paper"], ["desk_papers.n"], name="fk_desk_requests_paper"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_desk_requests_paper", "desk_requests", ["paper"])
    op.create_index("ix_desk_requests_reviewer", "desk_requests", ["reviewer"])
    op.create_table(
        "desk_cases",
        sa.Column("id", sa.String(23), nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("requester", "subject")),
        *(sa.Column(name, sa.String(10), nullable=False) for name in ("received", "due", "stage")),
        sa.PrimaryKeyConstraint("id", name="pk_desk_cases"),
        sa.UniqueConstraint("number", name="uq_desk_cases_number"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_desk_cases_seq"),
    )
    op.create_index("ix_desk_cases_stage_due", "desk_cases", ["stage", "due"])
