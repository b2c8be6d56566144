"""Taking editions into a collection: each volume whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onionskin.editions.documents import MEDIA_TYPE, Edition, document_of
from onionskin.editions.gathering import READER
from onionskin.editions.volume import Volume, divisions, survey
from onionskin.errors import LimitError, NotFoundError, RecordError, SourceError
from onionskin.record.document import Document
from onionskin.store.contract import KeepState, KeptSource
from onionskin.store.removing import removed_error
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking
from onionskin.workbench.outcomes import Outcome, Progress, outcome_of


def import_editions(
    collection: Collection,
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Take in volumes one after the other, one outcome a file; a volume that fails leaves the others alone.

    Their papers are linked when all are taken in; those that could not be are told to `tell`.
    """
    linking = Linking(collection, tell)
    try:
        for done, path in enumerate(paths, 1):
            outcome = import_edition(collection, path)
            if outcome.state in {"read", "reread"}:
                linking.take_in(outcome.documents, presently=True)
            yield outcome
            if progress:
                progress(Progress(done, len(paths), path.name))
        linking.go_on(progress)
    finally:
        collection.finish_indexing()


def import_edition(collection: Collection, path: Path, name: str = "") -> Outcome:
    """Keep a TEI volume and a record of each of its documents, in one transaction.

    The same bytes taken in before by the same importer change nothing. A file that is no volume, or no well-formed
    XML, is an outcome that failed; one document of it in the collection without the others there never is. `name` is
    what it is called, where that is not the file's own.
    """
    name = name or path.name
    try:
        sha256 = _digest(path, collection.settings.limits.max_bytes)
        known = collection.store.source(sha256)
        if known is not None and known.removed:
            raise removed_error(name, known.removed)
        if known is not None and known.reader_version == READER and name in known.names:
            return outcome_of(name, KeepState.UNCHANGED, tuple(collection.store.records(sha256, linked=True)))
        volume = survey(path)
        documents = tuple(_documents(path, name, sha256, volume))
        source = KeptSource(name, sha256, MEDIA_TYPE, path, len(documents))
        state = collection.store.keep(source, documents, READER)
    except (NotFoundError, SourceError, RecordError) as fault:
        return Outcome(name, "failed", (), fault)
    return outcome_of(name, state, documents)


def _documents(path: Path, name: str, sha256: str, volume: Volume) -> Iterator[Document]:
    edition = Edition(name, sha256, volume)
    return (document_of(division, edition) for division in divisions(path))


def _digest(path: Path, most: int) -> str:
    """The name of the file's bytes. SourceError where it cannot be read, LimitError where it is too large."""
    try:
        if path.stat().st_size > most:
            raise LimitError(f"it is larger than max_bytes={most}", where=path.name)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as fault:
        raise SourceError(f"it cannot be read: {fault.strerror or fault}", where=path.name) from fault
