"""A collection as one file, and a folder again: a tar of its database, its bytes and what else its people keep in it.

The database is copied by SQLite's own backup, while others read and write: the copy is one state of it, committed
whole. Bytes of sources are never changed once they are there, and those that came since do no harm. What can be made
again (the index, the inventory) is left out. So are sessions and keys, which must not come to life elsewhere.
"""

from __future__ import annotations

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO

from onionskin.errors import DamagedSourceError, NotFoundError, UsageError
from onionskin.store.opening import BLOBS, DATABASE
from onionskin.store.refusals import refused_by_database, refused_by_disk

MARK = "onionskin-collection"
"""The folder within the tar."""
PROPOSED = "proposed.jsonl"
"""What models suggested that its papers say (`workbench.proposed`)."""
OF_PEOPLE = ("authority.jsonl", PROPOSED)
PAGES_AT_ONCE = 2_000
"""Of the database, between two of which others may write."""


def back_up(folder: Path, file: BinaryIO) -> None:
    """Write the collection in a folder as a tar; `file` need not seek. NotFoundError where there is none."""
    if not (folder / DATABASE).is_file():
        raise NotFoundError("there is no collection here", where=str(folder))
    with refused_by_disk(str(folder)), TemporaryDirectory(dir=folder) as aside:
        copy = Path(aside) / DATABASE
        digests = _copied(folder / DATABASE, copy)
        with tarfile.open(fileobj=file, mode="w|") as tar:
            tar.add(copy, f"{MARK}/{DATABASE}")
            for name in OF_PEOPLE:
                if (folder / name).is_file():
                    tar.add(folder / name, f"{MARK}/{name}")
            for sha256 in digests:
                place = Path(BLOBS) / sha256[:2] / sha256[2:]
                tar.add(folder / place, f"{MARK}/{place.as_posix()}")


def _copied(database: Path, copy: Path) -> list[str]:
    """The database copied, without what must not outlive it; the hashes of the sources that it names."""
    with (
        refused_by_database(str(database)),
        closing(sqlite3.connect(database)) as held,
        closing(sqlite3.connect(copy)) as made,
    ):
        held.backup(made, pages=PAGES_AT_ONCE)
        made.execute("DELETE FROM passes")
        made.commit()
        made.execute("PRAGMA journal_mode = DELETE")
        made.execute("VACUUM")
        return [sha256 for (sha256,) in made.execute("SELECT sha256 FROM sources ORDER BY n")]


def restore(file: BinaryIO, where: str, folder: Path) -> None:
    """Make the collection of a backup in a folder that is not there yet, or is empty.

    UsageError for a folder that holds something, DamagedSourceError for a file that is no backup or not whole.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(
            "something is here already", where=str(folder), advice="Name a folder that is not there yet, or is empty"
        )
    try:
        with refused_by_disk(str(folder)), tarfile.open(fileobj=file, mode="r|*") as tar:
            folder.mkdir(parents=True, exist_ok=True)
            for member in tar:
                _laid_down(tar, member, folder)
    except (tarfile.TarError, EOFError) as fault:
        raise DamagedSourceError(f"this is no whole backup ({fault})", where=where, advice="Fetch it again") from fault
    if not (folder / DATABASE).is_file():
        raise DamagedSourceError("this is no backup of a collection", where=where, advice="Name one made by `backup`")


def _laid_down(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """One file of a backup; whatever else a tar may hold is passed over."""
    parts = Path(member.name).parts
    held = tar.extractfile(member) if member.isreg() else None
    if held is None or parts[:1] != (MARK,) or len(parts) == 1 or ".." in parts:
        return
    place = folder.joinpath(*parts[1:])
    place.parent.mkdir(parents=True, exist_ok=True)
    # By hand: `extract` has its filter since 3.11.4 alone, and Debian 12 has 3.11.2.
    with held, place.open("wb") as file:
        copyfileobj(held, file)
