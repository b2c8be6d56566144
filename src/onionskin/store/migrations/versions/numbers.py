"""A listing shows the paper's number, in a column of its own."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"
branch_labels = None
depends_on = None

CHILDREN = ("bodies", "heaps")
TEXTS = ("number", "sender", "recipients", "subject", "source_name", "pages", "markings")
COLUMNS = f"n, id, source, place, superseded, digest, kind, date, day, {', '.join(TEXTS)}, doubtful, unclaimed"


def upgrade() -> None:
    """Fill the column from the records themselves.

    Some tables of state 1 have it already, and are left as they are. Where a table is made anew while others refer to
    it, SQLite counts every row of theirs as astray: they are set aside until it is there again.
    """
    if "number" in {column["name"] for column in sa.inspect(op.get_bind()).get_columns("records")}:
        return
    number = "coalesce((SELECT json_extract(line, '$.fields.number.value') FROM bodies WHERE record = n), '')"
    op.execute(f"CREATE TEMP TABLE older AS SELECT *, {number} AS number FROM records")  # noqa: S608 - our own words
    for child in CHILDREN:
        op.execute(f"CREATE TEMP TABLE older_{child} AS SELECT * FROM {child}")  # noqa: S608 - our own words
        op.execute(f"DELETE FROM {child}")  # noqa: S608 - our own words
    op.drop_table("records")
    _the_records()
    op.execute(f"INSERT INTO records ({COLUMNS}) SELECT {COLUMNS} FROM older")  # noqa: S608 - our own words
    for child in CHILDREN:
        op.execute(f"INSERT INTO {child} SELECT * FROM older_{child}")  # noqa: S608 - our own words
        op.execute(f"DROP TABLE older_{child}")
    op.execute("DROP TABLE older")


def _the_records() -> None:
    op.create_table(
        "records",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("id", sa.String(23), nullable=False),
        sa.Column("source", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("superseded", sa.String(20)),
        sa.Column("digest", sa.String(64), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "date")),
        sa.Column("day", sa.String(10), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
        sa.Column("doubtful", sa.Integer, nullable=False),
        sa.Column("unclaimed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_records"),
        sa.UniqueConstraint("id", name="uq_records_id"),
        sa.ForeignKeyConstraint(["source"], ["sources.n"], name="fk_records_source"),
    )
    op.create_index("ix_records_source_place", "records", ["source", "place"])
    op.create_index("ix_records_day_source_place", "records", ["day", "source", "place"])
    op.create_index("ix_records_id_digest_superseded", "records", ["id", "digest", "superseded"])
