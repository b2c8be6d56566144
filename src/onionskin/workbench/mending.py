"""A page of a kept scan turned, read again by another engine, or replaced by a better scan; and all of it taken back.

The page is read first: what fails there changes nothing. Then the decision is written into the journal, with the page
as it was, and the source's pages are told apart anew. Papers keep their ids; decisions find their words again by what
they quote, or are told to be adrift. The file that was read first stays in the collection, as does every scan that
replaced a page of it.
"""

from __future__ import annotations

import io
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from onionskin.errors import ChangedMeanwhileError, NotFoundError, UsageError
from onionskin.record.decisions import About, Fate, Verb
from onionskin.record.document import Document
from onionskin.record.mending import NO_ORDERS, QUARTERS, Mending, Orders
from onionskin.record.page import PageNumber, PageSurrogate, PageText
from onionskin.scans.registry import open_engine
from onionskin.scans.source import open_source, reopened
from onionskin.store.contract import FOR_A_PAGE, KeptSource, SourceEntry
from onionskin.store.decisions import Kept, Moved, Word, page_before, page_decision, undoing
from onionskin.store.journal import Entry
from onionskin.store.orders import orders
from onionskin.workbench.collection import Collection
from onionskin.workbench.moving import moved, moved_back
from onionskin.workbench.reading import WITHOUT_INK
from onionskin.workbench.removing import source_called
from onionskin.workbench.showing import show
from onionskin.workbench.taking_apart import pages_of, taken_apart, with_page
from onionskin.workbench.worker import engine_of, mends_of

OF_PAGES = (Verb.TURN, Verb.REREAD, Verb.REPLACE, Verb.UNDO)


@dataclass(frozen=True, slots=True, kw_only=True)
class MendingAsked:
    """What is asked of a page: `of` names its source, by a paper on it, by its name or by its hash.

    `degrees` is for turning, with the clock; `engine` for reading again, empty for the collection's usual one; `scan`
    and `scan_page` for replacing. `seen` is the last entry of the journal about the page that who asks knew of: what
    changed meanwhile is refused. None where that does not matter.
    """

    of: str
    page: int
    verb: str
    author: str
    degrees: int = 0
    engine: str = ""
    scan: Path | None = None
    scan_name: str = ""
    scan_page: int = 1
    reason: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """A page that was read anew: as it was `before` and is `now`, the `papers` of its source, and how many decisions on
    them do not find their place any more.
    """

    source: str
    before: PageText
    now: PageText
    papers: tuple[Document, ...]
    adrift: int


@dataclass(frozen=True, slots=True)
class MendingState:
    """What was done with a page so far, the latest last; `last` is the journal's latest entry about it, 0 for none."""

    source: str
    sha256: str
    page: PageNumber
    done: tuple[Kept, ...]
    last: int


def mending_state(collection: Collection, of: str, page: int) -> MendingState:
    """What people decided of a page and nobody took back. NotFoundError for what is not held, UsageError for a text."""
    entry = _source(collection, of)
    n = _page(entry, page)
    every = _of_page(collection, entry.sha256, n)
    undone = collection.decided().undone
    done = tuple(each for each in every if each.mending is not None and each.entry not in undone)
    return MendingState(entry.names[0], entry.sha256, n, done, every[-1].entry if every else 0)


def mend_page(collection: Collection, asked: MendingAsked) -> Mended:
    """Do with a page what is asked; see the module. Whatever it raises, nothing has changed.

    NotFoundError for what is not held, UsageError for what cannot be done, ChangedMeanwhileError, and SourceError where
    the page, or the scan that is to replace it, cannot be read.
    """
    with collection.turn:
        state = mending_state(collection, asked.of, asked.page)
        if asked.seen is not None and asked.seen != state.last:
            told = f"page {state.page} was changed meanwhile"
            raise ChangedMeanwhileError(told, where=state.source, advice="Look at it as it is now, and ask again")
        verb = Verb(asked.verb)
        word = Word(state.sha256, asked.author, _on(collection, state), asked.reason)
        if verb is Verb.UNDO:
            if not state.done:
                raise UsageError(f"nobody changed page {state.page}", where=state.source)
            return undo_mending(collection, state.done[-1], word)
        if verb is Verb.REPLACE:
            surrogate, scan = _scan(collection, asked, state)
            return _done(collection, word, verb, Mending(state.page, surrogate=surrogate), scan)
        return _done(collection, word, verb, _step(collection, asked, verb, state))


def undo_mending(collection: Collection, kept: Kept, word: Word) -> Mended:
    """Take back what was done with a page: the last thing, and it is as it was read before; or one before the last, and
    it is read anew without that. SourceError where it cannot be, and then nothing was taken back.
    """
    if kept.mending is None or kept.source is None:
        raise UsageError(f"entry {kept.entry} of the journal is about no page")
    n = kept.mending.page
    before = _now(collection, kept.source, n)
    was = orders(each for each in collection.decided().all if each.entry < kept.entry).get(kept.source, NO_ORDERS)
    if _of_page(collection, kept.source, n)[-1].entry == kept.entry:
        page, after = page_before(_entry(collection, kept.entry)), moved_back(kept, was)
    else:
        others = [each for each in collection.decided().all if each.entry != kept.entry]
        without = orders(others).get(kept.source, NO_ORDERS)
        page = _read(collection, kept.source, n, without)
        after = _moved(collection, kept.source, before, page)
    collection.store.append(undoing(word, kept, after))
    return _told(collection, kept.source, before, page)


def _done(collection: Collection, word: Word, verb: Verb, step: Mending, scan: KeptSource | None = None) -> Mended:
    before = _now(collection, word.source, step.page)
    held = collection.orders().get(word.source, NO_ORDERS)
    whole = step.after(held.pages.get(step.page))
    page = _read(collection, word.source, step.page, replace(held, pages={step.page: whole}), scan)
    after = _moved(collection, word.source, before, page)
    if scan is not None and collection.store.source(scan.sha256) is None:
        collection.store.keep(scan, (), FOR_A_PAGE)
    collection.store.append(page_decision(word, verb, step, before, after))
    return _told(collection, word.source, before, page)


def _step(collection: Collection, asked: MendingAsked, verb: Verb, state: MendingState) -> Mending:
    if verb is Verb.TURN:
        if asked.degrees not in QUARTERS:
            raise UsageError(
                f"a page is turned by {', '.join(map(str, QUARTERS))} degrees with the clock, not by {asked.degrees}"
            )
        return Mending(state.page, turned=asked.degrees)
    if verb is not Verb.REREAD:
        raise UsageError(f"{verb} is not for pages", advice=f"It is one of: {', '.join(OF_PAGES)}")
    engine = asked.engine or collection.settings.engine
    open_engine(engine, collection.settings.limits)
    standing = collection.orders().get(state.sha256, NO_ORDERS).pages.get(state.page)
    if standing is not None and standing.engine == engine:
        raise UsageError(f"{engine} has read page {state.page} already", where=state.source, advice="Name another")
    return Mending(state.page, engine=engine)


def _scan(collection: Collection, asked: MendingAsked, state: MendingState) -> tuple[PageSurrogate, KeptSource]:
    """The page of a better scan, and its file as it is to be kept."""
    if asked.scan is None:
        raise UsageError("name the file that shows the page better")
    name = asked.scan_name or str(asked.scan)
    with open_source(asked.scan, collection.settings.limits, name=name) as opened:
        if opened.media_type in WITHOUT_INK:
            raise UsageError("this is no scan", where=name, advice="Name an image or a PDF")
        if not 1 <= asked.scan_page <= opened.page_count:
            raise UsageError(
                f"it has {opened.page_count} pages, and page {asked.scan_page} is none of them", where=name
            )
        at = PageNumber(asked.scan_page)
        surrogate = PageSurrogate(name, opened.sha256, opened.media_type, at)
        kept = KeptSource(name, opened.sha256, opened.media_type, opened.content, opened.page_count)
    held = collection.orders().get(state.sha256, NO_ORDERS).pages.get(state.page)
    shown = held.surrogate if held and held.surrogate else None
    now = (shown.sha256, shown.page) if shown else (state.sha256, state.page)
    if (surrogate.sha256, at) == now:
        raise UsageError(f"page {state.page} shows this scan already", where=name)
    return surrogate, kept


def _read(collection: Collection, source: str, n: PageNumber, held: Orders, scan: KeptSource | None = None) -> PageText:
    """The page read as it is to be now; the first SourceError about it where it cannot be."""
    entry = _source(collection, source)

    def bytes_of(sha256: str) -> BinaryIO:
        if scan is None or scan.sha256 != sha256:
            return collection.store.opened(sha256)
        return io.BytesIO(scan.content) if isinstance(scan.content, bytes) else scan.content.open("rb")

    settings = collection.settings
    with (
        closing(collection.store.opened(source)) as file,
        reopened(
            file,
            entry.media_type,
            entry.names[0],
            settings.limits,
            engine_of(settings.engine, settings.limits),
            text_layer=settings.text_layer,
            mends=mends_of(settings, held, bytes_of),
        ) as opened,
    ):
        page = opened.page(n)
        if fault := next((each for each in opened.faults if each.page == n), None):
            raise fault
        return page


def _moved(collection: Collection, source: str, before: PageText, page: PageText) -> Moved:
    entry = _source(collection, source)
    held = collection.orders().get(source, NO_ORDERS)
    pages = with_page(pages_of(collection, source), page)
    return moved(entry, before, pages, tuple(collection.store.records(source)), held)


def _told(collection: Collection, source: str, before: PageText, page: PageText) -> Mended:
    papers = taken_apart(collection, source, page)
    adrift = {each.entry for paper in papers for each in paper.decisions if each.state is Fate.ADRIFT}
    homeless = collection.book().homeless(collection.store.records, collection.stands)
    adrift |= {each.entry for each in homeless if each.source == source}
    return Mended(_source(collection, source).names[0], before, page, papers, len(adrift))


def _source(collection: Collection, of: str) -> SourceEntry:
    """The source of a paper, or the one that is called so. A collection under review tells nothing of its papers."""
    try:
        return source_called(collection, of)
    except NotFoundError:
        paper = show(collection, of).document
    return source_called(collection, paper.source.sha256)


def _page(entry: SourceEntry, page: int) -> PageNumber:
    if entry.media_type in WITHOUT_INK or not entry.media_type.startswith(("image/", "application/pdf")):
        raise UsageError("it was read from a text and has no scan", where=entry.names[0])
    if not 1 <= page <= entry.pages:
        raise UsageError(f"it has {entry.pages} pages, and page {page} is none of them", where=entry.names[0])
    return PageNumber(page)


def _now(collection: Collection, source: str, n: PageNumber) -> PageText:
    return pages_of(collection, source)[n - 1]


def _on(collection: Collection, state: MendingState) -> str | None:
    """The paper that stands on the page, the first of several."""
    of_source = collection.store.records(state.sha256)
    return next((each.id for each in of_source if state.page in {page.n for page in each.pages}), None)


def _of_page(collection: Collection, source: str, n: PageNumber) -> list[Kept]:
    """All that was decided of a page, and taken back, oldest first."""
    return [
        each
        for each in collection.decided().all
        if each.about is About.PAGE and each.source == source and (each.after is not None and each.after.page == n)
    ]


def _entry(collection: Collection, n: int) -> Entry:
    return next(collection.store.journal(after=n - 1))
