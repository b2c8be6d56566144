"""Kept sources read again by the readers of today, from the collection's own bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from onionskin.desk.chancery.composing import MEDIA_TYPE as OF_DESK
from onionskin.editions.documents import MEDIA_TYPE
from onionskin.editions.gathering import READER
from onionskin.errors import NotFoundError, OnionskinError, StorageError
from onionskin.scans.walk import Found
from onionskin.store.contract import SourceEntry
from onionskin.workbench.collection import Collection
from onionskin.workbench.importing import import_edition
from onionskin.workbench.linking import Linking
from onionskin.workbench.outcomes import Outcome, Progress
from onionskin.workbench.reading import SIDECAR_DIGITS, read_found, version_now

INCOMING = "incoming"
"""The folder of a collection where files lie that are not kept yet, or are being read again."""
BESIDE = re.compile(rf"\+[0-9a-f]{{{SIDECAR_DIGITS}}}(?![0-9a-f])")
"""In a reader's version: a layout file lay beside the source, which the collection does not keep."""


def outdated(collection: Collection, source: str = "") -> list[SourceEntry]:
    """Sources that other readers read than would now; of one source, by its hash, whether it is.

    Those with which a layout file was read are not among them: they are read again from where they lie together. Nor
    are papers that were begun at the desk: nothing of them was read.
    NotFoundError for a hash that is not kept.
    """
    if source and collection.store.source(source) is None:
        raise NotFoundError("the collection holds no such source", where=source)
    decided = collection.orders()
    return [
        entry
        for entry in collection.store.sources()
        if source in {"", entry.sha256}
        and entry.media_type != OF_DESK
        and not BESIDE.search(entry.reader_version)
        and entry.reader_version
        != (READER if entry.media_type == MEDIA_TYPE else version_now(collection, entry, decided))
    ]


def read_again(
    collection: Collection,
    entries: Sequence[SourceEntry],
    *,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[Outcome]:
    """Read these sources again, one outcome each; their papers keep their ids, and are linked when all are read."""
    editions = [entry for entry in entries if entry.media_type == MEDIA_TYPE]
    papers = [entry for entry in entries if entry.media_type != MEDIA_TYPE]
    place = collection.settings.collection / INCOMING
    place.mkdir(exist_ok=True)
    linking = Linking(collection)
    with TemporaryDirectory(dir=place) as folder:
        for entry in editions:
            outcome = import_edition(collection, _laid_out(collection, entry, Path(folder)), entry.names[0])
            if outcome.state in {"read", "reread"}:
                linking.take_in(outcome.documents, presently=True)
            yield outcome
        if editions:
            linking.go_on(progress)
        found = (Found(_laid_out(collection, entry, Path(folder)), entry.names[0]) for entry in papers)
        yield from read_found(collection, _all(found), len(papers), progress=progress)


def _all(found: Iterator[Found]) -> Iterator[Found | OnionskinError]:
    yield from found


def _laid_out(collection: Collection, entry: SourceEntry, folder: Path) -> Path:
    """A source's bytes as a file of its own name, in place of the one before: the ending of a name tells its kind."""
    for before in folder.iterdir():
        before.unlink()
    path = folder / Path(entry.names[0].replace("\\", "/")).name
    try:
        with collection.store.opened(entry.sha256) as held, path.open("wb") as file:
            shutil.copyfileobj(held, file, 1 << 20)
    except OSError as fault:
        raise StorageError(f"there is no room to read it again: {fault.strerror}", where=entry.names[0]) from fault
    return path
