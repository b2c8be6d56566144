"""Bytes kept once, each file under its SHA-256: `blobs/ab/cdef...`."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from io import BufferedRandom
from pathlib import Path
from typing import BinaryIO

from onionskin.errors import IntegrityError, NotFoundError
from onionskin.store.refusals import changed_meanwhile, refused_by_disk, refused_by_file

CHUNK = 1 << 20
STALE_AFTER = 24 * 3600.0
"""Seconds after which a half-written file can be nobody's any more."""


class Blobs:
    """A folder of files that are written whole or not at all, and never changed.

    A file comes to its name by a rename, after its bytes are on the disk. So a name that is there holds what it
    says, a run that was killed leaves at most a file in `unfinished/`, and one whose database row was never
    written is found again and used.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._unfinished = root / "unfinished"
        self._made: set[Path] = set()

    def put(self, sha256: str, content: bytes | Path) -> int:
        """Keep these bytes and give their number. What is there already, whole, is left as it is.

        NotFoundError where the path has vanished, SourceError where it may not be opened, DamagedSourceError where its
        bytes are no longer those of the hash, StorageError where the disk is full.
        """
        place = self.place(sha256)
        with refused_by_disk(str(self._root)):
            size = _size(content)
            if place.is_file() and place.stat().st_size == size:
                return size
            for folder in (place.parent, self._unfinished):
                if folder not in self._made:
                    folder.mkdir(parents=True, exist_ok=True)
                    self._made.add(folder)
            self._write(place, sha256, content)
        return size

    def get(self, sha256: str) -> bytes:
        """The bytes. NotFoundError where they are not kept, IntegrityError where they are no longer what they were."""
        with self.opened(sha256) as file, refused_by_disk(str(self._root)):
            data = file.read()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise IntegrityError("the bytes are not those that were kept", where=str(self.place(sha256)))
        return data

    def opened(self, sha256: str) -> BinaryIO:
        """The bytes as a file. NotFoundError where they are not kept."""
        try:
            with refused_by_disk(str(self._root)):
                return self.place(sha256).open("rb")
        except FileNotFoundError:
            raise NotFoundError("the collection does not hold the bytes of this source", where=sha256) from None

    def fault(self, sha256: str) -> str | None:
        """What is wrong with the bytes of this hash, or None."""
        try:
            with self.place(sha256).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return "the file is missing"
        except OSError as fault:
            return f"the file cannot be read: {fault.strerror}"
        return None if found == sha256 else "the bytes are not those that were kept"

    def place(self, sha256: str) -> Path:
        """Where the bytes of this hash lie, or would."""
        return self._root / sha256[:2] / sha256[2:]

    def discard(self, sha256: str) -> None:
        """Have these bytes be nowhere any more."""
        with refused_by_disk(str(self._root)):
            self.place(sha256).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what killed runs left unfinished, once no living run can be writing it."""
        for left in self._stale():
            left.unlink(missing_ok=True)

    def _stale(self) -> Iterator[Path]:
        if self._unfinished.is_dir():
            before = time.time() - STALE_AFTER
            yield from (left for left in self._unfinished.iterdir() if left.stat().st_mtime < before)

    def _write(self, place: Path, sha256: str, content: bytes | Path) -> None:
        unfinished = self._unfinished / f"{sha256[:16]}-{secrets.token_hex(8)}"
        try:
            with unfinished.open("x+b") as file:
                _fill(file, sha256, content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(place)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


def _size(content: bytes | Path) -> int:
    if isinstance(content, bytes):
        return len(content)
    with refused_by_file(content):
        return content.stat().st_size


def _fill(file: BufferedRandom, sha256: str, content: bytes | Path) -> None:
    if isinstance(content, bytes):
        file.write(content)
        return
    with refused_by_file(content):
        given = content.open("rb")
    with given:
        shutil.copyfileobj(given, file, CHUNK)
    file.seek(0)
    if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
        raise changed_meanwhile(content)
