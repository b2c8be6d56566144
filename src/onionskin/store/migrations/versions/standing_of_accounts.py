"""Accounts know when they were used last, whether they are disabled, and until when an invitation is good."""

import sqlalchemy as sa
from alembic import op

revision = "8"
down_revision = "7"
branch_labels = None
depends_on = None

TOLD = "name, role, password, since"


def upgrade() -> None:
    """Make the table anew, with what it held; nobody's last session is known.

    SQLite counts the passes as astray while it is gone: they are set aside until it is there again.
    """
    for name in ("accounts", "passes"):
        op.execute(f"CREATE TEMP TABLE older_{name} AS SELECT * FROM {name}")  # noqa: S608 - our own words
    op.execute("DELETE FROM passes")
    op.drop_table("accounts")
    op.create_table(
        "accounts",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("password", sa.Text, nullable=False),
        *(sa.Column(name, sa.String(20), nullable=False) for name in ("since", "once", "seen", "disabled")),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
    )
    op.execute(
        f"INSERT INTO accounts ({TOLD}, once, seen, disabled) SELECT {TOLD}, '', '', '' FROM older_accounts"  # noqa: S608
    )
    op.execute("INSERT INTO passes SELECT * FROM older_passes")
    for name in ("accounts", "passes"):
        op.execute(f"DROP TABLE older_{name}")
