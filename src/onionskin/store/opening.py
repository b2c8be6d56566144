"""From what the user calls a collection to the store that holds it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from onionskin import __version__
from onionskin.errors import CollectionError, NotFoundError, UsageError
from onionskin.store import accession, migrations
from onionskin.store.accounts import Accounts
from onionskin.store.blobs import Blobs
from onionskin.store.database import PATIENCE, Database, driver_of
from onionskin.store.desk_log import DeskLog
from onionskin.store.jobs import Jobs
from onionskin.store.journal import Draft, EntryKind, now, timestamp
from onionskin.store.refusals import refused_by_disk
from onionskin.store.sqlite import SqliteStore

DATABASE = "collection.db"
BLOBS = "blobs"


def open_store(
    where: Path | str,
    *,
    create: bool = False,
    policy: str = "public",
    patience: float = PATIENCE,
    clock: Callable[[], datetime] = now,
) -> SqliteStore:
    """The store in the folder `where`; with `create` it is begun there, and then `policy` is its for good.

    Older tables are brought up to date first. `patience` is the seconds to wait for another writer. NotFoundError
    where there is no collection and none is to be made; UsageError for a database URL, which is yet to come;
    CollectionError for a collection of a newer version.
    """
    if "://" in str(where):
        raise UsageError(
            "collections on a database server are yet to come",
            where=str(where),
            advice="Name a folder: -c ./onionskin-collection",
        )
    folder = Path(where)
    if not (folder / DATABASE).is_file():
        _make_room(folder, create=create)
    database = _opened(folder, policy, patience, clock)
    try:
        blobs = Blobs(folder / BLOBS)
        blobs.sweep()
    except BaseException:
        database.close()
        raise
    return SqliteStore(database, blobs, clock)


def bytes_in(folder: Path, sha256: str) -> BinaryIO:
    """Bytes of a collection, for a process that has no store open. NotFoundError."""
    return Blobs(folder / BLOBS).opened(sha256)


def open_accounts(folder: Path, *, clock: Callable[[], datetime] = now) -> Accounts:
    """The accounts of the collection in a folder. NotFoundError where there is none."""
    return Accounts(_opened_if_there(folder, clock), clock)


def open_jobs(folder: Path, *, clock: Callable[[], datetime] = now) -> Jobs:
    """The work of the collection in a folder. NotFoundError where there is none."""
    return Jobs(_opened_if_there(folder, clock), clock)


def open_desk_log(folder: Path, *, clock: Callable[[], datetime] = now) -> DeskLog:
    """The desk of the collection in a folder. NotFoundError where there is none."""
    return DeskLog(_opened_if_there(folder, clock), clock)


def _opened_if_there(folder: Path, clock: Callable[[], datetime]) -> Database:
    if not (folder / DATABASE).is_file():
        _make_room(folder, create=False)
    return _opened(folder, "public", PATIENCE, clock)


def _opened(folder: Path, policy: str, patience: float, clock: Callable[[], datetime]) -> Database:
    database = Database(folder / DATABASE, patience)
    try:
        _bring_up_to_date(database, policy, timestamp(clock()))
        database.keep_a_log_ahead()
    except BaseException:
        database.close()
        raise
    return database


def _make_room(folder: Path, *, create: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise CollectionError("this is a file, not a collection", where=str(folder), advice="Name a folder")
    if not create:
        raise NotFoundError(
            "there is no collection here",
            where=str(folder),
            advice="`onionskin read PATH -c FOLDER` makes one; check the name if it ought to be there",
        )
    with refused_by_disk(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)


def _bring_up_to_date(database: Database, policy: str, at: str) -> None:
    with database.reading() as connection:
        version = migrations.standing(connection)
    if version == migrations.HEAD:
        return
    # Two may have come to this point at once: the one that waited for the lock finds the work done.
    with database.writing() as connection:
        version = migrations.standing(connection)
        if version is not None and not migrations.known(version):
            raise CollectionError(
                "the collection was written by a newer version of Onionskin",
                where=str(database.path),
                advice="Install that version or a later one; nothing was changed",
            )
        if version is None:
            migrations.begin(connection)
            begun = Draft(EntryKind.COLLECTION_BEGUN, f"onionskin {__version__}", {"policy": policy})
            accession.begin(driver_of(connection), policy, begun, at)
        elif version != migrations.HEAD:
            migrations.migrate(connection)
