from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.papers import keep, telegram

from onionskin.errors import CollectionError, IntegrityError, NotFoundError, UsageError
from onionskin.store.accounts import Account, Role
from onionskin.store.database import Database
from onionskin.store.desk_tables import COLLECTION
from onionskin.store.migrations import HEAD, migrate
from onionskin.store.opening import DATABASE, open_accounts, open_store


def begin(folder: Path) -> Path:
    with open_store(folder, create=True) as store:
        keep(store, telegram())
    return folder / DATABASE


def change(database: Path, statement: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(statement)


def test_a_collection_is_found_again_where_it_was_begun(tmp_path: Path) -> None:
    begin(tmp_path / "deep" / "collection")
    with open_store(tmp_path / "deep" / "collection") as store:
        assert store.policy == "public"
        assert list(store.records()) == [telegram()]


def test_a_collection_keeps_the_policy_it_was_begun_with(tmp_path: Path) -> None:
    open_store(tmp_path, create=True, policy="review").close()
    with open_store(tmp_path, create=True, policy="public") as store:
        assert store.policy == "review"


def test_no_collection_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        open_store(tmp_path / "missing")
    assert not (tmp_path / "missing").exists()
    with pytest.raises(NotFoundError):
        open_store(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_collection(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("SECRET")
    with pytest.raises(CollectionError, match="this is a file"):
        open_store(path, create=True)


def test_a_database_url_is_told_to_come_later() -> None:
    with pytest.raises(UsageError, match="yet to come"):
        open_store("postgresql://host/collection", create=True)


def test_opening_a_second_time_writes_nothing(tmp_path: Path) -> None:
    database = begin(tmp_path)
    before = database.read_bytes()
    open_store(tmp_path).close()
    assert database.read_bytes() == before


def all_that_stands_in(database: Path) -> list[tuple[str, ...]]:
    """Tables, indexes and triggers, word for word, and the state that they are said to be in."""
    with closing(sqlite3.connect(database)) as connection:
        made = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        return [*made, *connection.execute("SELECT version_num FROM alembic_version")]


def test_the_steps_lead_to_the_tables_that_a_new_collection_has(tmp_path: Path) -> None:
    stepped = Database(tmp_path / "stepped.db")
    with stepped.writing() as connection:
        migrate(connection)
    with stepped.reading() as connection:
        # SQLite keeps an index of words in tables of its own, of which the drawn ones know nothing.
        opts = {"include_name": lambda name, *_: not str(name).startswith("desk_words")}
        assert compare_metadata(MigrationContext.configure(connection, opts=opts), COLLECTION) == []
    stepped.close()
    new = all_that_stands_in(begin(tmp_path / "new"))
    assert all_that_stands_in(stepped.path) == new
    assert new[-1] == (HEAD,)


def test_a_collection_whose_tables_are_older_is_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = begin(tmp_path)
    taken: list[Path] = []
    change(began, "UPDATE alembic_version SET version_num = '0'")
    monkeypatch.setattr("onionskin.store.migrations.migrate", lambda _: taken.append(began))
    open_store(tmp_path).close()
    assert taken == [began]


KEEPERS = ("tombstones", "graves", "passes", "accounts", "job_files", "jobs")


DESK = (
    *("desk_words", "desk_sights", "desk_lies", "desk_numbers", "desk_requests", "desk_cases", "desk_papers"),
    *("desk_outbox", "desk_mails", "desk_unshown"),
)


def forget_links(database: Path) -> None:
    """Back to the tables of state 2, which had none for what linking makes."""
    for table in (
        "links",
        "cards",
        "overlays",
        "keys",
        "ties",
        "namings",
        "questions",
        "matters",
        "searches",
        *KEEPERS,
        *DESK,
    ):
        change(database, f"DROP TABLE {table}")
    change(database, "DROP INDEX ix_journal_kind_seq")
    change(database, "UPDATE alembic_version SET version_num = '2'")


def test_the_records_of_an_older_collection_wait_to_be_linked(tmp_path: Path) -> None:
    database = begin(tmp_path)
    new = all_that_stands_in(database)
    forget_links(database)
    with open_store(tmp_path) as store:
        assert list(store.waiting("linker 1")) == [telegram().id]
        assert store.record(telegram().id).linked == telegram()
        assert list(store.check()) == []
    assert all_that_stands_in(database) == new


def test_a_collection_without_numbers_gets_them_from_its_records(tmp_path: Path) -> None:
    """What the first released tables held is kept, row for row."""
    database = begin(tmp_path)
    new = all_that_stands_in(database)
    with open_store(tmp_path) as store:
        listed = store.summary()
    forget_links(database)
    change(database, "ALTER TABLE records DROP COLUMN number")
    change(database, "UPDATE alembic_version SET version_num = '1'")
    with open_store(tmp_path) as store:
        assert store.summary() == listed
        assert list(store.records()) == [telegram()]
        assert list(store.check()) == []
    assert [row.number for row in listed.rows] == ["1"]
    assert all_that_stands_in(database) == new


def test_tables_that_have_the_numbers_already_are_left_as_they_are(tmp_path: Path) -> None:
    database = begin(tmp_path)
    new = all_that_stands_in(database)
    forget_links(database)
    change(database, "UPDATE alembic_version SET version_num = '1'")
    open_store(tmp_path).close()
    assert all_that_stands_in(database) == new


def test_a_new_collection_keeps_a_log_ahead(tmp_path: Path) -> None:
    with closing(sqlite3.connect(begin(tmp_path))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_collection_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    database = begin(tmp_path)
    change(database, "UPDATE alembic_version SET version_num = '999'")
    before = database.read_bytes()
    with pytest.raises(CollectionError, match="newer version"):
        open_store(tmp_path, create=True)
    assert database.read_bytes() == before


@pytest.mark.parametrize("verb", ["DELETE FROM journal", "UPDATE journal SET body = '{}'"])
def test_the_database_itself_guards_its_journal(tmp_path: Path, verb: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="only ever appended to"):
        change(begin(tmp_path), verb)


def not_a_database(path: Path) -> None:
    path.write_bytes(b"This is no database at all, and long enough to be looked at as one." * 20)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


@pytest.mark.parametrize("spoil", [not_a_database, cut_short])
def test_a_damaged_file_is_named(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(begin(tmp_path))
    with pytest.raises(IntegrityError, match=DATABASE):
        list(open_store(tmp_path).records())


def test_the_accounts_of_an_older_collection_stay_with_their_passes(tmp_path: Path) -> None:
    database = begin(tmp_path)
    new = all_that_stands_in(database)
    for column in ("once", "seen", "disabled"):
        change(database, f"ALTER TABLE accounts DROP COLUMN {column}")
    change(database, "INSERT INTO accounts VALUES ('ruth', 'owner', 'a hash', '2026-01-01T00:00:00Z')")
    change(database, "INSERT INTO passes VALUES ('x', 'ruth', 'key', 'catalogue', '2026', '2999')")
    for table in DESK:
        change(database, f"DROP TABLE {table}")
    change(database, "UPDATE alembic_version SET version_num = '7'")
    accounts = open_accounts(tmp_path)
    assert accounts.all() == (Account("ruth", Role.OWNER, "2026-01-01T00:00:00Z"),)
    assert [each.label for each in accounts.passes("ruth")] == ["catalogue"]
    accounts.close()
    assert all_that_stands_in(database) == new
