"""Reading files into a collection: each file whole or not at all, in source order, in one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from onionskin.errors import NotFoundError, OnionskinError, RecordError, SourceError
from onionskin.readers.standard import standard_readers
from onionskin.record.document import Document
from onionskin.record.mending import NO_ORDERS
from onionskin.scans.marks import MARKS_VERSION
from onionskin.scans.sniff import LAYOUTS
from onionskin.scans.source import sha256_of
from onionskin.scans.text_layers import JUDGE_VERSION
from onionskin.scans.walk import Found, walk
from onionskin.settings import Settings
from onionskin.store.contract import KeepState, KeptSource, SourceEntry
from onionskin.store.removing import removed_error
from onionskin.workbench.collection import Collection
from onionskin.workbench.linking import Linking, link_within
from onionskin.workbench.outcomes import Outcome, Progress, outcome_of
from onionskin.workbench.sparing import seldom_collecting
from onionskin.workbench.worker import Decided, Pool, ReadFile, read_file

AHEAD = 3
"""Files given to each process before the first of them is done."""
WITHOUT_INK = frozenset({"text/plain", "text/markdown"}) | LAYOUTS
SIDECAR_DIGITS = 16
"""Hexadecimal digits of a layout file's hash that tell it from what it was at the last reading."""


def read(  # noqa: PLR0913 - an argument for each thing that may be asked of it
    collection: Collection,
    paths: Sequence[Path],
    *,
    jobs: int = 1,
    link: bool = True,
    progress: Callable[[Progress], None] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Read every file of `paths` into the collection, in order; one outcome a file, when it is kept.

    The papers are linked when all are read, those that could not be are told to `tell`. Without `link` they wait for
    `link_again`, or for the next reading that links.

    A file already kept and read by the same readers is not read again. A file that fails leaves the others alone.
    What was kept stays when the iteration is abandoned (Ctrl-C): the same call goes on from there.
    """
    skip = [collection.settings.collection]
    total = sum(isinstance(item, Found) for item in walk(paths, skip=skip)) if progress else 0
    yield from read_found(collection, walk(paths, skip=skip), total, jobs=jobs, link=link, progress=progress, tell=tell)


def read_found(  # noqa: PLR0913 - as above
    collection: Collection,
    items: Iterator[Found | OnionskinError],
    total: int,
    *,
    jobs: int = 1,
    link: bool = True,
    progress: Callable[[Progress], None] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Outcome]:
    """The same of files that were found already, `total` of them."""
    done = fresh = pages = 0
    linking = Linking(collection, tell) if link else None
    try:
        with seldom_collecting():
            for outcome in _outcomes(collection, items, jobs):
                new = outcome.state in ("read", "reread")
                if new and linking:
                    linking.take_in(outcome.documents, presently=True)
                elif new:
                    collection.index_standing(outcome.documents, to_be_linked=True)
                yield outcome
                done += 1
                if new:
                    fresh += 1
                    pages += len({page.n for document in outcome.documents for page in document.pages})
                if progress:
                    progress(Progress(done, total, outcome.source, fresh, pages))
            if linking:
                linking.go_on(progress)
    finally:
        collection.finish_indexing()


def read_records(paths: Sequence[Path], settings: Settings) -> Iterator[Document]:
    """The papers in the files, in order, kept nowhere and linked to one another.

    The first file that cannot be read raises its error.
    """
    documents: list[Document] = []
    for item in walk(paths, skip=[settings.collection]):
        if isinstance(item, OnionskinError):
            raise item
        got = read_file(item, settings, hold=False)
        if isinstance(got, OnionskinError):
            raise got
        documents += got.documents
    yield from link_within(documents)


def _outcomes(collection: Collection, items: Iterator[Found | OnionskinError], jobs: int) -> Iterator[Outcome]:
    settings, decided = collection.settings, collection.orders()
    pool = _pool(jobs, collection, decided)
    if pool is None:
        for item in items:
            known = _known(collection, item, decided)
            yield known or _kept(
                collection, item, read_file(item, settings, decided, hold=True) if isinstance(item, Found) else item
            )
        return
    with pool:
        waiting: deque[tuple[Found | OnionskinError, Outcome | Future[ReadFile | OnionskinError] | OnionskinError]] = (
            deque()
        )
        for item in items:
            known = _known(collection, item, decided)
            waiting.append((item, known or (pool.submit(item) if isinstance(item, Found) else item)))
            if len(waiting) >= jobs * AHEAD:
                yield _awaited(collection, pool, *waiting.popleft())
        while waiting:
            yield _awaited(collection, pool, *waiting.popleft())


def _pool(jobs: int, collection: Collection, decided: Decided) -> Pool | None:
    """The processes asked for; None where this one is to read: one job, or a machine that has no shared memory."""
    try:
        return Pool(jobs, collection.settings, decided) if jobs > 1 else None
    except OSError:
        # A container without /dev/shm has no semaphores: what was asked for is slower there, and the same.
        return None


def _awaited(
    collection: Collection,
    pool: Pool,
    item: Found | OnionskinError,
    got: Outcome | Future[ReadFile | OnionskinError] | OnionskinError,
) -> Outcome:
    if isinstance(got, Outcome):
        return got
    if isinstance(got, Future) and isinstance(item, Found):
        return _kept(collection, item, pool.result(item, got))
    return _kept(collection, item, got if isinstance(got, OnionskinError) else SourceError("it was not read"))


def _known(collection: Collection, item: Found | OnionskinError, decided: Decided) -> Outcome | None:
    """The outcome for a file whose bytes were read before by the same readers; None where it must be read."""
    if isinstance(item, OnionskinError):
        return None
    try:
        sha256 = sha256_of(item.path)
    except OSError:
        return None
    entry = collection.store.source(sha256)
    if entry is None or entry.removed:
        return Outcome(item.name, "failed", (), removed_error(item.name, entry.removed)) if entry else None
    now = _version(entry.media_type, item, collection.settings) + decided.get(sha256, NO_ORDERS).edition
    if entry.reader_version != now:
        return None
    documents = tuple(collection.store.records(sha256, linked=True))
    if item.name not in entry.names:
        source = KeptSource(item.name, sha256, entry.media_type, item.path, entry.pages)
        try:
            collection.store.keep(source, documents, entry.reader_version)
        except (NotFoundError, SourceError):
            return None  # It vanished or changed since its bytes were looked at: reading it will say so.
    return outcome_of(item.name, KeepState.UNCHANGED, documents)


def _kept(collection: Collection, item: Found | OnionskinError, got: ReadFile | OnionskinError) -> Outcome:
    """The file kept in one transaction, or what stood in the way."""
    if isinstance(got, OnionskinError):
        name = item.name if isinstance(item, Found) else got.where
        return Outcome(name, "failed", (), got)
    source = KeptSource(got.name, got.sha256, got.media_type, got.content, got.pages)
    try:
        version = _version(got.media_type, item, collection.settings) + got.orders.edition
        state = collection.store.keep(source, got.documents, version)
    except (RecordError, NotFoundError, SourceError) as fault:
        # A record whose evidence is not what its page says is a fault of ours, and a file may vanish or change while
        # it is read: neither must stop the others.
        return Outcome(got.name, "failed", (), fault)
    return replace(outcome_of(got.name, state, got.documents, _first(got.faults)), remarks=got.remarks)


def _first(faults: Sequence[SourceError]) -> SourceError | None:
    """The first page's fault, and how many more there are."""
    if len(faults) < 2:
        return faults[0] if faults else None
    first = faults[0]
    more = f"{first.what} (and {len(faults) - 1} more of its pages could not be read)"
    return type(first)(more, where=first.where, page=first.page, advice=first.advice)


def version_now(collection: Collection, entry: SourceEntry, decided: Decided) -> str:
    """What would read a kept source now that lies alone."""
    alone = Found(Path(entry.names[0]), entry.names[0])
    return _version(entry.media_type, alone, collection.settings) + decided.get(entry.sha256, NO_ORDERS).edition


def _version(media_type: str, item: Found | OnionskinError, settings: Settings) -> str:
    """What read a source: the readers; the engine where ink had to be read; the judge of text layers, and the bytes of
    the one that lay beside it.
    """
    readers = standard_readers().version
    if media_type in WITHOUT_INK:
        return readers
    version = f"{readers}+{settings.engine}+{settings.text_layer}-{JUDGE_VERSION}+marks-{MARKS_VERSION}"
    sidecar = item.sidecar if isinstance(item, Found) else None
    if sidecar is None:
        return version
    try:
        return f"{version}+{sha256_of(sidecar)[:SIDECAR_DIGITS]}"
    except OSError:
        return version
