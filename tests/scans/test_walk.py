"""Files are found in one order on every machine, and nothing on the way stops the walk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onionskin.errors import NotFoundError, OnionskinError, SourceError, UnknownFormatError, UsageError
from onionskin.scans.walk import Found, walk


def files(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def names(found: list[Found | OnionskinError]) -> list[str]:
    return [each.name if isinstance(each, Found) else type(each).__name__ for each in found]


def test_folders_are_walked_by_the_bytes_of_each_component(tmp_path: Path) -> None:
    files(tmp_path, "b/2.txt", "b/10.txt", "b.txt", "a é/x.txt", "Z.txt", "b/sub/1.txt", "é.txt")
    walked = ["Z.txt", "a é/x.txt", "b/10.txt", "b/2.txt", "b/sub/1.txt", "b.txt", "é.txt"]
    assert names(list(walk([tmp_path]))) == walked


def test_paths_come_in_the_order_given_and_files_keep_the_name_given(tmp_path: Path) -> None:
    files(tmp_path, "box/2.txt", "box/1.txt", "a.txt")
    given = [tmp_path / "box", tmp_path / "a.txt", tmp_path / "box" / "2.txt"]
    assert names(list(walk(given))) == ["1.txt", "2.txt", str(given[1]), str(given[2])]


def test_hidden_files_and_those_the_desktop_made_are_passed_over_in_folders_only(tmp_path: Path) -> None:
    files(tmp_path, ".hidden.txt", ".git/config", "Thumbs.db", "seen.txt")
    assert names(list(walk([tmp_path]))) == ["seen.txt"]
    assert names(list(walk([tmp_path / ".hidden.txt"]))) == [str(tmp_path / ".hidden.txt")]


def test_the_collection_itself_is_passed_over_and_refused_when_named(tmp_path: Path) -> None:
    files(tmp_path, "onionskin-collection/blobs/ab", "a.txt")
    collection = tmp_path / "onionskin-collection"
    assert names(list(walk([tmp_path], skip=[collection]))) == ["a.txt"]
    (refused,) = walk([collection], skip=[collection])
    assert isinstance(refused, UsageError)


def test_links_in_circles_end_and_each_folder_is_walked_once(tmp_path: Path) -> None:
    files(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "b").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "a").symlink_to(tmp_path / "a")
    assert names(list(walk([tmp_path]))) == ["a/1.txt", "a/b/2.txt"]


def test_a_path_that_is_not_there_is_told_in_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    files(tmp_path, "1.txt", "3.txt")
    (tmp_path / "2.txt").symlink_to(tmp_path / "gone")
    found = list(walk([tmp_path / "nowhere", tmp_path]))
    assert names(found) == ["NotFoundError", "1.txt", "NotFoundError", "3.txt"]
    assert isinstance(found[0], NotFoundError)
    assert str(tmp_path / "nowhere") in str(found[0])


def test_what_goes_while_its_folder_is_walked_is_told_in_its_place(tmp_path: Path) -> None:
    files(tmp_path, "1/a.txt", "2/b.txt", "3/c.txt")
    walking = walk([tmp_path])
    first = next(walking)
    (tmp_path / "2" / "b.txt").unlink()
    (tmp_path / "2").rmdir()
    assert names([first, *walking]) == ["1/a.txt", "NotFoundError", "3/c.txt"]


def test_what_is_neither_file_nor_folder_is_refused_when_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (refused,) = walk([tmp_path / "pipe"])
    assert isinstance(refused, UnknownFormatError)
    assert list(walk([tmp_path])) == []


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, "shut/a.txt", "b.txt")
    listing = Path.iterdir

    def refusing(folder: Path) -> object:
        if folder.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", refusing)
    found = list(walk([tmp_path]))
    assert names(found) == ["b.txt", "SourceError"]
    assert isinstance(found[1], SourceError)
    assert "Permission denied" in str(found[1])


def test_folders_deeper_than_python_may_call_are_walked(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(900):
        folder = folder / "d"
        try:
            folder.mkdir()
        except OSError:
            folder = folder.parent
            break
    (folder / "deep.txt").write_text("x")
    (found,) = walk([tmp_path])
    assert isinstance(found, Found)
    assert found.path.name == "deep.txt"


def test_the_walk_is_lazy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(tmp_path, "1/a.txt", "2/b.txt")
    listed: list[str] = []
    listing = Path.iterdir

    def noting(folder: Path) -> object:
        listed.append(folder.name)
        return listing(folder)

    monkeypatch.setattr(Path, "iterdir", noting)
    next(walk([tmp_path]))
    assert listed == [tmp_path.name, "1"]
