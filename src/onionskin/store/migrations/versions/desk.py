"""Papers written at the desk have tables for lists, trays and numbers."""

import sqlalchemy as sa
from alembic import op

from onionskin.store.desk_tables import DESK_WORDS

revision = "9"
down_revision = "8"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty."""
    op.create_table(
        "desk_papers",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("id", sa.String(23), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("form", sa.String(20), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("number", "subject", "parties")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("precedence", "level")),
        sa.Column("ends", sa.String(10), nullable=False),
        sa.Column("captions", sa.Text, nullable=False),
        sa.Column("bears", sa.Text, nullable=False),
        *(sa.Column(name, sa.String(20), nullable=False) for name in ("begun", "last", "stage")),
        sa.PrimaryKeyConstraint("n", name="pk_desk_papers"),
        sa.UniqueConstraint("id", name="uq_desk_papers_id"),
        sa.ForeignKeyConstraint(["seq"], ["journal.seq"], name="fk_desk_papers_seq"),
    )
    op.create_index("ix_desk_papers_last", "desk_papers", ["last"])
    _make("desk_sights", sa.Column("sight", sa.Integer, nullable=False))
    _make(
        "desk_lies", sa.Column("due", sa.String(10), nullable=False), sa.Column("tray", sa.String(20), nullable=False)
    )
    op.create_table(
        "desk_numbers",
        sa.Column("series", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("paper", sa.String(23), nullable=False),
        sa.PrimaryKeyConstraint("series", "number", name="pk_desk_numbers"),
        sqlite_with_rowid=False,
    )
    op.execute(DESK_WORDS)


def _make(name: str, *columns: sa.Column[object]) -> None:
    """A table of what a paper is to principals."""
    key = ("principal", "tray", "paper") if name == "desk_lies" else ("principal", "paper", "sight")
    op.create_table(
        name,
        sa.Column("principal", sa.Text, nullable=False),
        *columns[1:],
        sa.Column("paper", sa.Integer, nullable=False),
        columns[0],
        sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["paper"], ["desk_papers.n"], name=f"fk_{name}_paper"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{name}_paper", name, ["paper"])
