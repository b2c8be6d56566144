"""One file read to its papers, in this process or in a pool of them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from onionskin.errors import OnionskinError, SourceError
from onionskin.readers.assemble import Surrogate
from onionskin.record.document import Document
from onionskin.record.mending import NO_ORDERS, Orders
from onionskin.record.page import PageText
from onionskin.scans.engine import OcrEngine
from onionskin.scans.limits import Limits
from onionskin.scans.mended import Mends
from onionskin.scans.registry import open_engine
from onionskin.scans.source import open_source, sha256_of
from onionskin.scans.walk import Found
from onionskin.settings import Settings
from onionskin.store.opening import bytes_in
from onionskin.workbench.assembling import papers_of
from onionskin.workbench.sparing import NEW_OBJECTS

Decided = Mapping[str, Orders]
"""What people decided of how sources are read, by the hash of each."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read, ready to be kept. `content` is its bytes, or the path to take them from.

    `faults` are what is wrong with it as a whole and with single pages that could not be read, `remarks` what had to be
    guessed (its encoding), in sentences. `orders` are what people had decided of how it is read.
    """

    name: str
    sha256: str
    media_type: str
    content: bytes | Path
    pages: int
    documents: tuple[Document, ...]
    faults: tuple[SourceError, ...]
    remarks: tuple[str, ...] = ()
    orders: Orders = NO_ORDERS


class Pool:
    """Processes that read files side by side. Each has its own engine; a file that kills one costs the others
    nothing.
    """

    def __init__(self, jobs: int, settings: Settings, decided: Decided | None = None) -> None:
        """`jobs` processes, begun anew (spawned) so that they share no locks with this one."""
        self._jobs, self._settings, self._decided = jobs, settings, decided
        self._executor = self._new(jobs)

    def submit(self, item: Found) -> Future[ReadFile | OnionskinError]:
        """Have a file read as soon as a process is free."""
        try:
            return self._executor.submit(read_file, item, self._settings, self._decided, hold=False)
        except BrokenProcessPool:
            self._executor = self._new(self._jobs)
            return self._executor.submit(read_file, item, self._settings, self._decided, hold=False)

    def result(self, item: Found, future: Future[ReadFile | OnionskinError]) -> ReadFile | OnionskinError:
        """What came of it. If its process died, perhaps by another file's fault, it is tried once more, alone."""
        try:
            return future.result()
        except BrokenProcessPool:
            with self._new(1) as alone:
                try:
                    return alone.submit(read_file, item, self._settings, self._decided, hold=False).result()
                except BrokenProcessPool:
                    advice = "Read it alone with --jobs 1, or split it; the others were read"
                    return SourceError("the process that read it was killed", where=item.name, advice=advice)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown(wait=kind is None, cancel_futures=True)

    @staticmethod
    def _new(jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_begin_process)


def _begin_process() -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone acts on it. And whoever outlives it ends."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """A parent that was killed (kill -9, out of memory) tells its processes nothing: they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@cache
def engine_of(name: str, limits: Limits) -> OcrEngine:
    """One engine a process: loading its models takes seconds."""
    return open_engine(name, limits)


def _unread(pages: Iterable[PageText]) -> Iterator[str]:
    """Pages with ink and not a word: they belong to no paper, so nothing else would tell of them."""
    for page in pages:
        if page.unread and not page.text.strip():
            patches = "1 patch" if len(page.unread) == 1 else f"{len(page.unread)} patches"
            yield f"page {page.n}: nothing on it could be read; it has {patches} of ink"


def _mends(item: Found, settings: Settings, decided: Decided) -> Mends | None:
    """What is done with the pages of a file; None for nearly every file, whose bytes are then not looked at twice."""
    if not any(orders.pages for orders in decided.values()):
        return None
    try:
        orders = decided.get(sha256_of(item.path), NO_ORDERS)
    except OSError:
        return None  # Opening it says why.
    return mends_of(settings, orders, partial(bytes_in, settings.collection)) if orders.pages else None


def mends_of(settings: Settings, orders: Orders, opened: Callable[[str], BinaryIO]) -> Mends:
    """What is done with the pages of a source; `opened` gives the bytes of better scans by their hash."""
    return Mends(orders.pages, opened, lambda name: engine_of(name, settings.limits))


def read_file(
    item: Found, settings: Settings, decided: Decided | None = None, *, hold: bool
) -> ReadFile | OnionskinError:
    """One file read to its papers, as people `decided`. `hold` its bytes, else say where they are. Every error about it
    comes back as a value.
    """
    try:
        with open_source(
            item.path,
            settings.limits,
            engine_of(settings.engine, settings.limits),
            name=item.name,
            sidecar=item.sidecar,
            text_layer=settings.text_layer,
            mends=_mends(item, settings, decided or {}),
        ) as opened:
            pages = list(opened.pages)
            surrogate = Surrogate(opened.name, opened.sha256, opened.media_type)
            orders = (decided or {}).get(opened.sha256, NO_ORDERS)
            documents = papers_of(surrogate, pages, orders)
            content = opened.content if hold else item.path
            return ReadFile(
                item.name,
                opened.sha256,
                opened.media_type,
                content,
                len(pages),
                tuple(documents),
                opened.faults,
                (*opened.remarks, *_unread(pages)),
                orders,
            )
    except OnionskinError as error:
        return error
    except MemoryError:
        return SourceError(
            "the machine has too little memory for it", where=item.name, advice="Split the file and read the parts"
        )
    except Exception as fault:  # noqa: BLE001 - a fault of ours in one file must not stop the others
        return SourceError(
            f"reading it failed ({type(fault).__name__}: {fault})",
            where=item.name,
            advice="This is a fault of Onionskin; please report it with the file. The others were read",
        )
