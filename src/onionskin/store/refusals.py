"""What the disk, a file that is to be kept and SQLite refuse, in the house's words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from onionskin.errors import (
    CollectionBusyError,
    CollectionError,
    DamagedSourceError,
    IntegrityError,
    NotFoundError,
    OnionskinError,
    SourceError,
    StorageError,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = "Check who owns the collection's folder and whether it may be written"
_PRIMARY = 0xFF
"""The low byte of an extended code of SQLite is the kind of trouble; the rest says where it arose."""


@contextmanager
def refused_by_disk(where: str) -> Iterator[None]:
    """StorageError where the disk is full, CollectionError where it forbids; a missing file stays FileNotFoundError."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as fault:
        if fault.errno in _FULL:
            raise StorageError("the disk is full", where=where) from fault
        raise CollectionError(
            f"the disk refuses: {fault.strerror or fault}", where=where, advice=_NOT_ALLOWED
        ) from fault


@contextmanager
def refused_by_file(path: Path) -> Iterator[None]:
    """NotFoundError where the file to be kept has vanished, SourceError where it may not be read.

    Within `refused_by_disk`: what is wrong with the file is its own fault, not the collection's.
    """
    try:
        yield
    except FileNotFoundError:
        raise NotFoundError("the file vanished while it was read", where=str(path)) from None
    except OSError as fault:
        raise SourceError(f"the file cannot be read: {fault.strerror or fault}", where=str(path)) from fault


def changed_meanwhile(path: Path) -> DamagedSourceError:
    """The bytes of the file to be kept are no longer those that were read."""
    return DamagedSourceError("the file was changed while it was read", where=str(path), advice="Run the command again")


@contextmanager
def refused_by_database(where: str) -> Iterator[None]:
    """Raise our own errors for SQLAlchemy's and SQLite's: busy, full, damaged, forbidden, anything else."""
    try:
        yield
    except DBAPIError as fault:
        raise _in_our_words(fault.orig, where) from fault
    except sqlite3.Error as fault:
        raise _in_our_words(fault, where) from fault


def _in_our_words(fault: BaseException | None, where: str) -> OnionskinError:
    code = getattr(fault, "sqlite_errorcode", None)
    match code and code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CollectionBusyError("another process is writing to this collection", where=where)
        case sqlite3.SQLITE_FULL:
            return StorageError("the disk is full", where=where)
        case sqlite3.SQLITE_IOERR:
            return StorageError(
                f"the disk failed or is full ({fault})",
                where=where,
                advice="Free some space, look after the disk, try again",
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return IntegrityError(f"the database is damaged ({fault})", where=where)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return CollectionError(f"the database cannot be opened ({fault})", where=where, advice=_NOT_ALLOWED)
        case _:
            return CollectionError(f"the database refused ({fault})", where=where)
