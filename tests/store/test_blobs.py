from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from onionskin.errors import CollectionError, IntegrityError, NotFoundError, StorageError
from onionskin.store.blobs import STALE_AFTER, Blobs

DATA = b"EYES ONLY"
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


def files(root: Path) -> set[Path]:
    return {path.relative_to(root) for path in root.rglob("*") if path.is_file()}


def test_bytes_lie_once_under_their_hash(blobs: Blobs, tmp_path: Path) -> None:
    assert blobs.put(SHA, DATA) == len(DATA)
    assert blobs.put(SHA, DATA) == len(DATA)
    assert files(tmp_path) == {Path("blobs", SHA[:2], SHA[2:])}
    assert blobs.get(SHA) == DATA
    assert blobs.fault(SHA) is None


def test_a_blob_that_is_there_is_not_written_again(blobs: Blobs) -> None:
    blobs.put(SHA, DATA)
    os.utime(blobs.place(SHA), (1, 1))
    blobs.put(SHA, DATA)
    assert blobs.place(SHA).stat().st_mtime == 1


def test_a_blob_cut_short_is_written_anew(blobs: Blobs) -> None:
    blobs.put(SHA, DATA)
    blobs.place(SHA).write_bytes(DATA[:3])
    assert blobs.fault(SHA) is not None
    blobs.put(SHA, DATA)
    assert blobs.get(SHA) == DATA


def test_bytes_that_were_changed_are_not_given_out(blobs: Blobs) -> None:
    blobs.put(SHA, DATA)
    blobs.place(SHA).write_bytes(DATA[::-1])
    with pytest.raises(IntegrityError):
        blobs.get(SHA)
    assert blobs.fault(SHA) == "the bytes are not those that were kept"


def test_what_was_never_kept_is_not_found(blobs: Blobs) -> None:
    with pytest.raises(NotFoundError):
        blobs.get(SHA)
    assert blobs.fault(SHA) == "the file is missing"


@pytest.mark.parametrize(
    ("number", "refusal"), [(errno.ENOSPC, StorageError), (errno.EDQUOT, StorageError), (errno.EACCES, CollectionError)]
)
def test_what_the_disk_refuses_leaves_nothing_behind(
    blobs: Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, refusal: type[CollectionError]
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(refusal) as told:
        blobs.put(SHA, DATA)
    assert type(told.value) is refusal
    assert files(tmp_path) == set()


def test_what_a_killed_run_left_is_swept_once_it_is_old(blobs: Blobs, tmp_path: Path) -> None:
    unfinished = tmp_path / "blobs" / "unfinished"
    unfinished.mkdir(parents=True)
    old, new = unfinished / "old", unfinished / "new"
    for path in (old, new):
        path.write_bytes(b"half")
    long_ago = new.stat().st_mtime - STALE_AFTER - 60
    os.utime(old, (long_ago, long_ago))
    blobs.sweep()
    assert files(unfinished) == {Path("new")}
