"""Pages of scans: how well each was read, and what was read of them in the forms that other programs expect."""

from __future__ import annotations

import heapq
from collections.abc import Collection as Container
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from onionskin.errors import OnionskinError, StorageError, UsageError
from onionskin.record.page import PageNumber, PageText
from onionskin.review.release import release
from onionskin.scans.page_forms import PageForm, PagesOfSource
from onionskin.scans.registry import written
from onionskin.store.contract import SourceEntry
from onionskin.workbench.collection import Collection
from onionskin.workbench.reading import WITHOUT_INK

DOUBTED = 0.8
"""Confidence below which a word is doubtful."""


@dataclass(frozen=True, slots=True)
class PageQuality:
    """How well a page of a scan was read.

    `confidence` is the mean of its words', `doubtful` the share of words below `DOUBTED`; both are None where the
    reader states none, as text layers do, or read nothing. `reason` says why it was this reader where there was a
    choice.
    """

    source: str
    page: int
    words: int
    confidence: float | None
    doubtful: float | None
    reader: str
    reason: str

    @property
    def rank(self) -> tuple[int, float]:
        """The lower, the more a new scan is wanted: nothing read, then the least sure, then those nobody measured."""
        if not self.words:
            return 0, 0.0
        return (2, 0.0) if self.confidence is None else (1, self.confidence)


@dataclass(frozen=True, slots=True)
class Given:
    """A file that was written for a source, or why none was."""

    source: str
    path: Path | None
    pages: int
    error: OnionskinError | None = None


def page_qualities(collection: Collection) -> Iterator[PageQuality]:
    """Every page that was read from an image, in source order. NotReleasedError where nothing may be shown yet.

    Pages on which no paper was found are among them: nobody could read them, or they are blank.
    """
    for entry in collection.store.sources():
        if entry.media_type in WITHOUT_INK:
            continue
        pages = _pages(collection, entry)
        for n in map(PageNumber, range(1, entry.pages + 1)):
            page = pages.get(n) or PageText(n, "", reader="-", reason="nothing was read on it")
            yield _quality(entry, page)


def worst_pages(collection: Collection, most: int) -> list[PageQuality]:
    """At most so many pages, the worst first: see `PageQuality.rank`."""
    return heapq.nsmallest(most, page_qualities(collection), key=lambda page: page.rank)


def give_pages(collection: Collection, form: PageForm, folder: Path) -> Iterator[Given]:
    """Write a file for each source that has page images, into `folder`, under the source's own name and folders.

    Where two sources differ in their ending alone (`a.tif`, `a.png`), the later keeps its own before the new one
    (`a.png.pdf`). A file that is there already is never overwritten, for it may be the scan itself. What cannot be
    written is told and the others are. UsageError where `folder` is none.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(
            f"{folder} is no folder to write to: {fault.strerror}", advice="Name another with -o"
        ) from None
    taken: set[PurePosixPath] = set()
    for entry in collection.store.sources():
        if pages := _pages(collection, entry):
            place = _own_place(entry.names[0], form, taken)
            taken.add(place)
            yield _given(collection, entry, pages, form, folder / place)


def _given(
    collection: Collection, entry: SourceEntry, pages: dict[PageNumber, PageText], form: PageForm, path: Path
) -> Given:
    name = entry.names[0]
    try:
        with collection.store.opened(entry.sha256) as file:
            whole = PagesOfSource(name, entry.media_type, file, pages, collection.store.opened)
            data = written(form, whole, collection.settings.limits)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, data)
    except FileExistsError:
        fault = UsageError(f"{path} is there already", where=name, advice="Name an empty folder with -o")
        return Given(name, None, 0, fault)
    except OSError as trouble:
        return Given(name, None, 0, StorageError(f"{path} cannot be written: {trouble.strerror}", where=name))
    except OnionskinError as fault:
        return Given(name, None, 0, fault)
    return Given(name, path, len(pages))


def _write_new(path: Path, data: bytes) -> None:
    """The whole file or none: half of one would stand in the way of the next try. FileExistsError where it is there."""
    with path.open("xb") as out:
        try:
            out.write(data)
            out.flush()
        except OSError:
            path.unlink()
            raise


def _own_place(name: str, form: PageForm, taken: Container[PurePosixPath]) -> PurePosixPath:
    """The source's name below the folder: a path from elsewhere (`/box/a.tif`, `../a.tif`) keeps what stays below."""
    parts = [part for part in PurePosixPath(name).parts if part not in {"/", "..", "."}] or ["source"]
    whole = PurePosixPath(*parts)
    place = whole.with_suffix(form.ending)
    return place if place not in taken else whole.with_name(whole.name + form.ending)


def _pages(collection: Collection, entry: SourceEntry) -> dict[PageNumber, PageText]:
    """The source's pages that have a size, as far as they may be shown; papers may share one."""
    released = (release(document, collection.policy) for document in collection.store.records(entry.sha256))
    found = {page.n: page for each in released for page in each.document.pages if page.width and page.height}
    return dict(sorted(found.items()))


def _quality(entry: SourceEntry, page: PageText) -> PageQuality:
    sure = [word.confidence for word in page.words]
    known = bool(sure) and min(sure) < 1.0
    return PageQuality(
        entry.names[0],
        page.n,
        len(sure),
        sum(sure) / len(sure) if known else None,
        sum(each < DOUBTED for each in sure) / len(sure) if known else None,
        page.reader,
        page.reason or "",
    )
