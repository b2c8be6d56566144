"""Where files that come by the network are laid down before they are read."""

from __future__ import annotations

import secrets
import shutil
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from onionskin.errors import LimitError, StorageError, UsageError
from onionskin.settings import Settings
from onionskin.store.refusals import refused_by_disk
from onionskin.workbench.rereading import INCOMING

MOST_FILES = 2_000
LONGEST_NAME, DEEPEST = 120, 6
"""Characters of one part of a name, and how many parts it may have."""
SPARE = 1 << 30
"""Bytes that an upload leaves free on the disk: the database grows too."""


@dataclass
class Intake:
    """The files of one upload, in a folder of the collection; each is written as it comes, and none is held in memory.

    `close` leaves them for the work that reads them, `forget` removes them.
    """

    folder: Path
    largest: int
    names: list[str] = field(default_factory=list)
    _file: BinaryIO | None = None
    _size: int = 0

    def begin(self, name: str) -> None:
        """Another file. UsageError for too many, or for one without a name."""
        if len(self.names) == MOST_FILES:
            raise UsageError(f"more than {MOST_FILES} files at once", advice="Send them in several parts")
        parts = fit(name)
        if not parts:
            raise UsageError("a file without a name", advice="Choose the files and send them again")
        path = self._free(parts)
        with refused_by_disk(str(self.folder)):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("xb")
        self._size = 0
        self.names.append(path.relative_to(self.folder).as_posix())

    def write(self, data: bytes) -> None:
        """More of it. LimitError where it is larger than any file may be, StorageError where the disk is full."""
        self._size += len(data)
        if self._size > self.largest:
            raise LimitError(
                f"it is larger than max_bytes={self.largest}", where=self.names[-1], advice="Split the file"
            )
        if self._file is not None:
            with refused_by_disk(str(self.folder)):
                self._file.write(data)

    def end(self) -> None:
        """The file is whole."""
        if self._file is not None:
            with refused_by_disk(str(self.folder)):
                self._file.close()
            self._file = None

    def forget(self) -> None:
        """None of it is wanted."""
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _free(self, parts: tuple[str, ...]) -> Path:
        """A path of that name that is not taken yet: `a.pdf`, `a (2).pdf`."""
        path = self.folder.joinpath(*parts)
        n = 1
        while path.exists():
            n += 1
            path = self.folder.joinpath(*parts[:-1], f"{Path(parts[-1]).stem} ({n}){Path(parts[-1]).suffix}")
        return path


def open_intake(settings: Settings, length: int) -> Intake:
    """Room for an upload of `length` bytes, 0 where that is not told. StorageError where there is none."""
    place = settings.collection / INCOMING
    with refused_by_disk(str(place)):
        place.mkdir(exist_ok=True)
        # Once here, once in the collection.
        if shutil.disk_usage(place).free < 2 * length + SPARE:
            raise StorageError("the disk has no room for so much", where=place.name, advice="Free some space first")
        folder = place / secrets.token_hex(8)
        folder.mkdir()
    return Intake(folder, settings.limits.max_bytes)


def incoming(settings: Settings, folder: str) -> Path:
    """The folder of an upload by its name."""
    return settings.collection / INCOMING / Path(folder).name


def fit(name: str) -> tuple[str, ...]:
    """The parts of a name that a browser told, which lead nowhere but down: `../box 3/a.pdf` is `box 3`, `a.pdf`."""
    told = unicodedata.normalize("NFC", name).replace("\\", "/")
    seen = "".join(each for each in told if each == "/" or each.isprintable())
    parts = [_short(part.strip().lstrip(".")) for part in seen.split("/")]
    return tuple(part for part in parts if part)[-DEEPEST:]


def _short(part: str) -> str:
    ending = Path(part).suffix[:12]
    return part.removesuffix(ending)[: LONGEST_NAME - len(ending)] + ending
