from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.papers import batch, keep

from onionskin.store.contract import Fault
from onionskin.store.journal import Draft, EntryKind
from onionskin.store.keeping import digest
from onionskin.store.opening import DATABASE, open_store

Spoil = Callable[[sqlite3.Connection, Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "collection", create=True) as store:
        papers = batch(5)
        keep(store, *papers)
        store.append(Draft(EntryKind.DECISION, "A. Reviewer", {"release": "in full"}, papers[2].id))
    return tmp_path / "collection"


def faults(folder: Path) -> list[Fault]:
    with open_store(folder) as store:
        return list(store.check())


def unguarded(connection: sqlite3.Connection) -> None:
    """What somebody with a tool of their own can do."""
    connection.execute("DROP TRIGGER journal_keeps_UPDATE")
    connection.execute("DROP TRIGGER journal_keeps_DELETE")


def an_entry_rewritten(connection: sqlite3.Connection, _: Path) -> None:
    unguarded(connection)
    connection.execute("UPDATE journal SET author = 'Somebody' WHERE seq = 3")


def an_entry_removed(connection: sqlite3.Connection, _: Path) -> None:
    unguarded(connection)
    connection.execute("DELETE FROM journal WHERE kind = 'act' AND seq < 4")


def the_last_entry_removed(connection: sqlite3.Connection, _: Path) -> None:
    unguarded(connection)
    connection.execute("DELETE FROM journal WHERE kind = 'decision'")


def a_record_rewritten(connection: sqlite3.Connection, _: Path) -> None:
    connection.execute("UPDATE bodies SET line = replace(line, 'HALLORAN', 'HOLLORAN') WHERE record = 2")


def a_record_and_its_digest_rewritten(connection: sqlite3.Connection, _: Path) -> None:
    connection.execute("UPDATE records SET digest = (SELECT digest FROM records WHERE n = 3) WHERE n = 2")
    connection.execute("UPDATE bodies SET line = (SELECT line FROM bodies WHERE record = 3) WHERE record = 2")


def a_record_hidden(connection: sqlite3.Connection, _: Path) -> None:
    connection.execute("UPDATE records SET superseded = '2026-03-01T09:30:00Z' WHERE n = 2")


def a_body_removed(connection: sqlite3.Connection, _: Path) -> None:
    connection.execute("DELETE FROM bodies WHERE record = 2")


def a_source_removed(connection: sqlite3.Connection, _: Path) -> None:
    connection.execute("DELETE FROM sources WHERE n = 2")


def some_blob(folder: Path) -> Path:
    return min(path for path in (folder / "blobs").rglob("*") if path.is_file())


def a_blob_changed(_: sqlite3.Connection, folder: Path) -> None:
    data = bytearray(some_blob(folder).read_bytes())
    data[7] ^= 1
    some_blob(folder).write_bytes(data)


def a_blob_removed(_: sqlite3.Connection, folder: Path) -> None:
    some_blob(folder).unlink()


SPOILT: dict[Spoil, str] = {
    an_entry_rewritten: "entry 3 was changed",
    an_entry_removed: "is missing",
    the_last_entry_removed: "it ends with entry",
    a_record_rewritten: "not as it was when it was read",
    a_record_and_its_digest_rewritten: "not those that the journal tells of",
    a_record_hidden: "not those that the journal tells of",
    a_body_removed: "its text is missing",
    a_source_removed: "points to a row of sources that is not there",
    a_blob_changed: "not those that were kept",
    a_blob_removed: "the file is missing",
}


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_what_was_changed_behind_our_back_is_found(folder: Path, spoil: Spoil) -> None:
    assert faults(folder) == []
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        spoil(connection, folder)
    found = faults(folder)
    assert any(SPOILT[spoil] in fault.what for fault in found), found
    assert all(fault.where and fault.advice for fault in found)


def test_a_damaged_page_of_the_database_is_found(folder: Path) -> None:
    path = folder / DATABASE
    data = bytearray(path.read_bytes())
    page = data.index(b'{"schema":"onionskin/record/1"') // 4096 * 4096
    data[page : page + 8] = b"\xff" * 8
    path.write_bytes(data)
    assert faults(folder)


def test_ink_that_no_longer_agrees_is_found_even_with_a_true_digest(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        [line] = connection.execute("SELECT line FROM bodies WHERE record = 2").fetchone()
        record = json.loads(line)
        record["pages"][0]["text"] = record["pages"][0]["text"].replace("SUBJECT", "subject", 1).replace("Step", "Stop")
        changed = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        connection.create_function("digest_of", 1, digest)
        connection.execute("UPDATE bodies SET line = ? WHERE record = 2", (changed,))
        connection.execute("UPDATE records SET digest = digest_of(?) WHERE n = 2", (changed,))
    assert any("/fields/subject" in fault.what for fault in faults(folder))


def test_bytes_lost_are_kept_anew_when_the_source_is_read_again(folder: Path) -> None:
    lost = some_blob(folder)
    lost.unlink()
    with open_store(folder) as store:
        keep(store, *batch(5))
        assert list(store.check()) == []
    assert lost.is_file()
