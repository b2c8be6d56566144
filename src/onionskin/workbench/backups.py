"""A collection as one file that can be kept elsewhere, and made a collection again."""

from __future__ import annotations

from pathlib import Path

from onionskin.errors import IntegrityError, UsageError
from onionskin.settings import Settings
from onionskin.store import backing_up
from onionskin.store.journal import now, timestamp
from onionskin.store.refusals import refused_by_disk
from onionskin.workbench.collection import open_collection


def name_of(settings: Settings) -> str:
    """What a backup made today may be called: `cuba-2026-03-01.tar`."""
    return f"{settings.collection.resolve().name}-{timestamp(now())[:10]}.tar"


def back_up(settings: Settings, to: Path) -> int:
    """Write the collection into a file, while others read and write it; its size in bytes.

    UsageError for a file that is there already. What is not whole is not left there.
    """
    if to.exists():
        raise UsageError("this file is there already", where=str(to), advice="Name another")
    half = to.with_name(f"{to.name}.half")
    try:
        with refused_by_disk(str(to)), half.open("wb") as file:
            backing_up.back_up(settings.collection, file)
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)
    return to.stat().st_size


def restore(settings: Settings, file: Path) -> int:
    """Make the collection of a backup in the folder of the settings, which must be empty or not there; its papers.

    IntegrityError where what was restored does not agree with itself; it is left there to be looked at.
    """
    with file.open("rb") as opened:
        backing_up.restore(opened, str(file), settings.collection)
    with open_collection(settings) as collection:
        for fault in collection.store.check():
            raise IntegrityError(f"the backup is damaged: {fault.where}: {fault.what}", where=str(file))
        collection.bring_in_step()
        return sum(1 for _ in collection.store.digests())
