"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None
branch_labels = None
depends_on = None

ONLY_APPENDED = """
CREATE TRIGGER journal_keeps_{what} BEFORE {what} ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever appended to'); END
"""


def upgrade() -> None:
    """Make the tables, and forbid changing what the journal says."""
    _the_collection()
    _the_sources()
    _the_records()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(ONLY_APPENDED.format(what="UPDATE"))
        op.execute(ONLY_APPENDED.format(what="DELETE"))


def _the_collection() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("record", sa.String(23)),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_index("ix_journal_record_seq", "journal", ["record", "seq"])


def _the_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("reader_version", sa.Text, nullable=False),
        sa.Column("first_read", sa.String(20), nullable=False),
        sa.Column("last_read", sa.String(20), nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_sources"),
        sa.UniqueConstraint("sha256", name="uq_sources_sha256"),
        sa.ForeignKeyConstraint(["told"], ["journal.seq"], name="fk_sources_told"),
    )
    op.create_table(
        "names",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("source", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_names"),
        sa.UniqueConstraint("source", "name", name="uq_names_source_name"),
        sa.ForeignKeyConstraint(["source"], ["sources.n"], name="fk_names_source"),
    )


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
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("sender", "recipients", "subject", "source_name", "pages", "markings")
        ),
        sa.Column("doubtful", sa.Integer, nullable=False),
        sa.Column("unclaimed", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_records"),
        sa.UniqueConstraint("id", name="uq_records_id"),
        sa.ForeignKeyConstraint(["source"], ["sources.n"], name="fk_records_source"),
    )
    op.create_index("ix_records_source_place", "records", ["source", "place"])
    op.create_index("ix_records_day_source_place", "records", ["day", "source", "place"])
    op.create_index("ix_records_id_digest_superseded", "records", ["id", "digest", "superseded"])
    op.create_table(
        "bodies",
        sa.Column("record", sa.Integer, nullable=False),
        sa.Column("line", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("record", name="pk_bodies"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_bodies_record"),
    )
    op.create_table(
        "heaps",
        sa.Column("facet", sa.String(10), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("record", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("facet", "value", "record", name="pk_heaps"),
        sa.ForeignKeyConstraint(["record"], ["records.n"], name="fk_heaps_record"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_heaps_record", "heaps", ["record"])
