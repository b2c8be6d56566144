"""A collection is one file and a collection again; its folder can be moved."""

from __future__ import annotations

import io
import shutil
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest
from tests.workbench.box import opened
from tests.workbench.test_linking import cited, citing

from onionskin.cli import main
from onionskin.errors import DamagedSourceError, IntegrityError, NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import Porter, Role, back_up, check, find, listing, open_collection, read, restore


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    with opened(tmp_path / "c") as c:
        list(read(c, [citing(tmp_path), cited(tmp_path)]))
        (c.settings.collection / "authority.jsonl").write_text(
            '{"id": "our:1", "kind": "person", "name": "Halloran, Ann"}\n'
        )
        return c.settings


def everything(settings: Settings) -> object:
    with open_collection(settings) as c:
        assert list(check(c)) == []
        journal = list(c.store.journal())
        sources = [(each, c.store.bytes_of(each.sha256)) for each in c.store.sources()]
        return listing(c), list(c.store.records(linked=True)), journal, sources, find(c, "telegram").total


def test_a_backup_made_while_the_room_is_open_is_the_collection_again(settings: Settings, tmp_path: Path) -> None:
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, "four words of a book")
        porter.key("ruth", "catalogue", 30)
    with open_collection(settings):
        size = back_up(settings, tmp_path / "c.tar")
    assert size == (tmp_path / "c.tar").stat().st_size
    again = Settings(collection=tmp_path / "again")
    assert restore(again, tmp_path / "c.tar") == 2
    assert everything(again) == everything(settings)
    assert (again.collection / "authority.jsonl").read_bytes() == (settings.collection / "authority.jsonl").read_bytes()
    with Porter(again) as porter:
        assert porter.log_in("ruth", "four words of a book", "here")
        assert [each.kind for each in porter.passes("ruth")] == ["session"]


def test_a_writer_may_write_while_a_backup_is_made(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came after the copy of the database is not in it, and nothing is half in it."""
    monkeypatch.setattr("onionskin.store.backing_up.PAGES_AT_ONCE", 1)
    with open_collection(settings) as c:
        late = tmp_path / "late.txt"
        late.write_text("MEMORANDUM\n\nThis came late.\n")
        list(read(c, [late]))
        back_up(settings, tmp_path / "c.tar")
    assert restore(Settings(collection=tmp_path / "again"), tmp_path / "c.tar") == 3


def test_a_folder_that_is_moved_is_the_same_collection(settings: Settings, tmp_path: Path) -> None:
    before = everything(settings)
    shutil.move(settings.collection, tmp_path / "another" / "place")
    assert everything(Settings(collection=tmp_path / "another" / "place")) == before


def test_what_is_in_the_way_is_told(settings: Settings, tmp_path: Path) -> None:
    back_up(settings, tmp_path / "c.tar")
    with pytest.raises(UsageError, match="there already"):
        back_up(settings, tmp_path / "c.tar")
    with pytest.raises(UsageError, match="something is here"):
        restore(settings, tmp_path / "c.tar")
    with pytest.raises(NotFoundError):
        back_up(Settings(collection=tmp_path / "none"), tmp_path / "none.tar")
    assert not (tmp_path / "none.tar").exists()
    assert not list(tmp_path.glob("*.half"))


@pytest.mark.parametrize("length", [0, 100, 5_000, -2_000])
def test_a_backup_that_is_not_whole_is_told(settings: Settings, tmp_path: Path, length: int) -> None:
    back_up(settings, tmp_path / "c.tar")
    cut = tmp_path / "cut.tar"
    cut.write_bytes((tmp_path / "c.tar").read_bytes()[:length])
    if length < 0:
        # The end alone is missing, or some of the last file is: the first is no harm, the second is found.
        cut.write_bytes((tmp_path / "c.tar").read_bytes()[:-12_000])
    with pytest.raises((DamagedSourceError, IntegrityError)):
        restore(Settings(collection=tmp_path / "again"), cut)


def test_a_changed_byte_in_a_backup_is_found(settings: Settings, tmp_path: Path) -> None:
    back_up(settings, tmp_path / "c.tar")
    data = (tmp_path / "c.tar").read_bytes()
    at = data.rindex(b"telegram")
    (tmp_path / "c.tar").write_bytes(data[:at] + b"T" + data[at + 1 :])
    with pytest.raises(IntegrityError):
        restore(Settings(collection=tmp_path / "again"), tmp_path / "c.tar")


def test_a_hostile_tar_writes_nowhere_else(settings: Settings, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.tar"
    with tarfile.open(hostile, "w") as tar:
        for name in ("../evil.txt", "onionskin-collection/../../evil.txt", "/evil.txt", "other/evil.txt"):
            told = tarfile.TarInfo(name)
            told.size = 4
            tar.addfile(told, io.BytesIO(b"evil"))
        link = tarfile.TarInfo("onionskin-collection/collection.db")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(DamagedSourceError, match="no backup"):
        restore(Settings(collection=tmp_path / "again"), hostile)
    assert not list(tmp_path.rglob("evil.txt"))


def test_no_pass_is_in_a_backup(settings: Settings, tmp_path: Path) -> None:
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, "four words of a book")
        porter.key("ruth", "catalogue", 30)
    back_up(settings, tmp_path / "c.tar")
    with tarfile.open(tmp_path / "c.tar") as tar:
        database = tar.extractfile("onionskin-collection/collection.db")
        assert database is not None
        (tmp_path / "look.db").write_bytes(database.read())
    with closing(sqlite3.connect(tmp_path / "look.db")) as held:
        assert held.execute("SELECT count(*) FROM passes").fetchone() == (0,)
        assert held.execute("SELECT count(*) FROM accounts").fetchone() == (1,)


def test_the_command_line_makes_and_restores(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "c.tar")
    assert main.run(["backup", file, "-c", str(settings.collection)]) == 0
    assert main.run(["restore", file, "-c", str(tmp_path / "again")]) == 0
    assert "again: 2 papers" in capsys.readouterr().out
