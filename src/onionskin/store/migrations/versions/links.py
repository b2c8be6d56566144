"""What linking makes of records has tables of its own."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, empty: every record of an older collection waits to be linked."""
    _of_record("links", *(sa.Column(*each, nullable=False) for each in LINK))
    _of_record(
        "cards", sa.Column("card", sa.Text, nullable=False), sa.Column("known_by", sa.LargeBinary, nullable=False)
    )
    _of_record(
        "overlays", sa.Column("line", sa.Text, nullable=False), sa.Column("asked", sa.LargeBinary, nullable=False)
    )
    op.create_table(
        "keys",
        sa.Column("role", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("value", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("record", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("role", "value", "record", name="pk_keys"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_keys_record"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ties",
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("other", sa.String(23), nullable=False),
        sa.Column("relation", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("record", "other", "relation", name="pk_ties"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_ties_record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ties_other", "ties", ["other"])


LINK = (("linker", sa.Text), ("waits", sa.Integer), ("digest", sa.String(64)))


def _of_record(name: str, *columns: "sa.Column[object]") -> None:
    """A table with one row a record."""
    op.create_table(
        name,
        sa.Column("record", sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("record", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name=f"fk_{name}_record"),
    )
