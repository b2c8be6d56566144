"""The tables, as a new collection gets them. `migrations/` brings older ones to them; a test holds the two together.

A record stands whole in `bodies.line`, as the published JSON; the columns of `records` and the rows of `heaps` repeat
what a listing needs, and are rewritten whenever the record is.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

facts = Table(
    "facts",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What is true of the collection as a whole: its `policy`, and the `seq` and `chain` of the journal's last entry."""

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(20), nullable=False),
    Column("author", Text, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("record", String(23)),
    Column("body", Text, nullable=False),
    Column("chain", String(64), nullable=False),
    Index(None, "record", "seq"),
    Index(None, "kind", "seq"),
)
"""Append-only; in SQLite triggers forbid anything else."""

for _verb in ("UPDATE", "DELETE"):
    _guard = f"""
CREATE TRIGGER journal_keeps_{_verb} BEFORE {_verb} ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is only ever appended to'); END
"""
    event.listen(journal, "after_create", DDL(_guard).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

sources = Table(
    "sources",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("reader_version", Text, nullable=False),
    Column("first_read", String(20), nullable=False),
    Column("last_read", String(20), nullable=False),
    Column("told", ForeignKey("journal.seq"), nullable=False),
)
"""`n` is the order in which they came; `told` is the journal's account of the last reading, digests and all."""

names = Table(
    "names",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("source", ForeignKey("sources.n"), nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("source", "name"),
)
"""Under which names the bytes of a source were given, in the order they came."""

records = Table(
    "records",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", String(23), nullable=False, unique=True),
    Column("source", ForeignKey("sources.n"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("superseded", String(20)),
    Column("digest", String(64), nullable=False),
    Column("kind", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("number", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("source_name", Text, nullable=False),
    Column("pages", Text, nullable=False),
    Column("markings", Text, nullable=False),
    Column("doubtful", Integer, nullable=False),
    Column("unclaimed", Integer, nullable=False),
    Index(None, "source", "place"),
    Index(None, "day", "source", "place"),
    # For `digests`. Not with `superseded` first: the planner would take it for listings too, and sort them by hand.
    Index(None, "id", "digest", "superseded"),
)

bodies = Table(
    "bodies",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("line", Text, nullable=False),
)
"""Apart from `records`, so that a listing of thousands does not walk over their texts."""

heaps = Table(
    "heaps",
    metadata,
    Column("facet", String(10), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("record", ForeignKey("records.n"), primary_key=True),
    Index(None, "record"),
    sqlite_with_rowid=False,
)
"""The values by which standing records are sorted."""

links = Table(
    "links",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("linker", Text, nullable=False),
    Column("waits", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
)
"""Which standing records were linked, by what, and whether they wait to be linked again; `digest` is of the record with
what linking made of it.
"""

cards = Table(
    "cards",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("card", Text, nullable=False),
    Column("known_by", LargeBinary, nullable=False),
)
"""What others need to know of a standing record, and the keys by which they find it, eight bytes each."""

overlays = Table(
    "overlays",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("line", Text, nullable=False),
    Column("asked", LargeBinary, nullable=False),
)
"""What linking made of a record, beside it, and the keys under which it looked for others."""

keys = Table(
    "keys",
    metadata,
    Column("role", Integer, primary_key=True, autoincrement=False),
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("record", ForeignKey("records.n"), primary_key=True),
    sqlite_with_rowid=False,
)
"""Role 0: the record is found by this key; role 1: it asked for it, and is looked at again when the answer changes."""

ties = Table(
    "ties",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("other", String(23), primary_key=True),
    Column("relation", String(20), primary_key=True),
    Index(None, "other"),
    sqlite_with_rowid=False,
)
"""Which record leads to which other, and how: `cites`, `same-paper` ..."""

namings = Table(
    "namings",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("entity", Text, primary_key=True),
    Column("surname", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Whom a standing record names beyond doubt, and by which surname."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("entry", ForeignKey("journal.seq"), nullable=False),
)
"""Records that a person removed, each with the entry of the journal that says so; superseded until it is taken back."""

graves = Table(
    "graves",
    metadata,
    Column("source", ForeignKey("sources.n"), primary_key=True),
    Column("entry", ForeignKey("journal.seq"), nullable=False),
)
"""Sources that a person removed. Their bytes stay, so that they can be brought back."""

accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", String(10), nullable=False),
    Column("password", Text, nullable=False),
    Column("since", String(20), nullable=False),
    Column("once", String(20), nullable=False),
    Column("seen", String(20), nullable=False),
    Column("disabled", String(20), nullable=False),
)
"""Who may come in where the room is open to a network; `password` is an Argon2 hash, empty once a password that opens
one time has opened. `once` is until when such a one is good, `seen` when the last session began, `disabled` since when
the account opens nothing; each is empty where there is none.
"""

passes = Table(
    "passes",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("account", ForeignKey("accounts.name"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("label", Text, nullable=False),
    Column("since", String(20), nullable=False),
    Column("until", String(20), nullable=False),
    Index(None, "account"),
)
"""What a visitor shows instead of a password, by its SHA-256: a session of a browser, or a key of a program."""

jobs = Table(
    "jobs",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("author", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("now", Text, nullable=False),
    Column("begun", String(20), nullable=False),
    Column("changed", String(20), nullable=False),
    Column("failed", Text, nullable=False),
)
"""Work that goes on beside the room; `asked` is JSON, `failed` says what stopped it."""

job_files = Table(
    "job_files",
    metadata,
    Column("job", ForeignKey("jobs.n"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("state", String(10), nullable=False),
    Column("papers", Integer, nullable=False),
    Column("words", Text, nullable=False),
)
"""What came of each file of a piece of work; `words` say what was wrong and what to do."""

questions = Table(
    "questions",
    metadata,
    Column("record", ForeignKey("records.n"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("matter", Text, nullable=False),
    Column("gain", Integer, nullable=False),
    Column("line", Text, nullable=False),
    Index(None, "matter", "gain"),
    sqlite_with_rowid=False,
)
"""What of a standing record waits for a person, in its order, as `line` tells it; `gain` is in thousandths."""

matters = Table(
    "matters",
    metadata,
    Column("matter", Text, primary_key=True),
    Column("sort", String(20), nullable=False),
    Column("gain", Integer, nullable=False),
    Column("papers", Integer, nullable=False),
    Index(None, "gain", "matter"),
    Index(None, "sort", "gain", "matter"),
    sqlite_with_rowid=False,
)
"""What is asked, once for all records that ask it alike: the sums of their rows in `questions`."""

searches = Table(
    "searches",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("author", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("sort", String(10), nullable=False),
    Column("seen", Integer, nullable=False),
    Column("since", String(20), nullable=False),
    Column("looked", String(20), nullable=False),
    UniqueConstraint("author", "name"),
)
"""What people look for again and again; `seen` is the number of the last row of `records` that there was at their last
look, 0 for none.
"""
