"""What keepers of a collection do has tables of its own: accounts, work beside the room, removals."""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty."""
    for name, key, home in (("tombstones", "record", "records.n"), ("graves", "source", "sources.n")):
        op.create_table(
            name,
            sa.Column(key, sa.Integer, nullable=False),
            sa.Column("entry", sa.Integer, nullable=False),
            sa.PrimaryKeyConstraint(key, name=f"pk_{name}"),
            sa.ForeignKeyConstraint([key], [home], name=f"fk_{name}_{key}"),
            sa.ForeignKeyConstraint(["entry"], ["journal.seq"], name=f"fk_{name}_entry"),
        )
    _of_visitors()
    _of_work()


def _of_visitors() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        sa.Column("since", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
    )
    op.create_table(
        "passes",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("since", sa.String(20), nullable=False),
        sa.Column("until", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_passes"),
        sa.ForeignKeyConstraint(["account"], ["accounts.name"], name="fk_passes_account"),
    )
    op.create_index("ix_passes_account", "passes", ["account"])


def _of_work() -> None:
    op.create_table(
        "jobs",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("author", "asked")),
        sa.Column("state", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("done", "total")),
        sa.Column("now", sa.Text, nullable=False),
        *(sa.Column(name, sa.String(20), nullable=False) for name in ("begun", "changed")),
        sa.Column("failed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_jobs"),
    )
    op.create_table(
        "job_files",
        sa.Column("job", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("papers", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("job", "name", name="pk_job_files"),
        sa.ForeignKeyConstraint(["job"], ["jobs.n"], name="fk_job_files_job"),
    )
