"""What of the desk everybody may see, kept in step with what was decided there.

A paper that everybody may see stands among the papers of the collection, and is linked, found and listed as any other.
In a collection under review nothing is shown: there it stands in a public collection of its own, the folder `released`
inside, which holds what was released and nothing else. That folder is what a public room is opened on.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.composing import MEDIA_TYPE, source_of
from onionskin.desk.chancery.openness import is_open
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.public import as_public
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import NotFoundError
from onionskin.record.document import Copy, Document, Source, Texts
from onionskin.record.fields import Kind
from onionskin.review.release import Policy
from onionskin.settings import Settings
from onionskin.store.contract import KeptRecord, KeptSource, Removal
from onionskin.workbench.collection import Collection, open_collection
from onionskin.workbench.desk_pages import name_of, paper_of, with_pages
from onionskin.workbench.desk_public import VERSION, Told
from onionskin.workbench.linking import Linking

RELEASED = "released"
"""The folder of a collection under review with what was released of it."""
LOCK = "desk-showing.lock"
"""Held by whoever has the public see anything: of two at once the one that heard less could be the last."""
AUTHOR = "desk"


def show(
    settings: Settings, collection: Collection | None, asked: Callable[[], Sequence[Told]], *, again: bool
) -> list[tuple[str, int]]:
    """As `desk_public.Publishing.show`."""
    with (
        _alone(settings),
        _shown(settings, collection) as target,
        _under_review(settings, collection, target) as origin,
    ):
        papers = asked()
        replaced = [bring(target, *each, origin) for each in papers]
        if again:
            _without_strays(target, [held for held, _, _ in papers])
        done = _wiped(target) if again or any(replaced) else True
        return [(held.paper, held.entry) for held, _, _ in papers] if done else []


def outdated(settings: Settings, collection: Collection | None) -> list[str]:
    """As `desk_public.Publishing.outdated`."""
    with _shown(settings, collection) as target:
        return [
            paper
            for source in target.store.sources()
            if source.media_type == MEDIA_TYPE and not source.reader_version.startswith(f"{VERSION}+")
            for paper in target.store.ids_of(source.sha256)
        ]


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    with (settings.collection / LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _shown(settings: Settings, collection: Collection | None) -> Iterator[Collection]:
    """What the public is shown, which may be the collection that is open already."""
    own = collection is not None and collection.public
    with nullcontext(collection) if own and collection is not None else open_shown(settings) as target:
        yield target


def _wiped(target: Collection) -> bool:
    """Have no file hold a byte of what the public no longer sees; whether nobody's reading stood against it."""
    return all([target.store.wipe(), target.index.wipe(), target.inventory.wipe()])


@contextmanager
def _under_review(settings: Settings, collection: Collection | None, target: Collection) -> Iterator[Collection | None]:
    """The collection in which papers were read that the public sees in another; None where it sees that one."""
    if target.settings.collection == settings.collection:
        yield None
    elif collection is not None:
        yield collection
    else:
        with open_collection(settings) as opened:
            yield opened


def open_shown(settings: Settings) -> Collection:
    """What the public is shown of a collection: itself, or of one under review what was released of it."""
    collection = open_collection(settings)
    if collection.public:
        return collection
    collection.close()
    return open_released(settings)


def open_released(settings: Settings) -> Collection:
    """What was released of a collection under review, empty where nothing was."""
    own = replace(settings, collection=settings.collection / RELEASED, policy=Policy.PUBLIC)
    return open_collection(own, create=True)


def is_shown(target: Collection, held: Standing) -> bool:
    """Whether the public has of a paper what it may see after its last act, and no more. What somebody removed by hand
    is missed by nobody.
    """
    kept = _kept(target, held.paper)
    if kept is None or kept.removed:
        return kept is not None or not is_open(held)
    if kept.document.source.media_type != MEDIA_TYPE:
        return not held.withdrawn
    return _in_step(target, held, kept)


def bring(
    target: Collection, held: Standing, acts: Sequence[Performed], roster: Roster, origin: Collection | None = None
) -> bool:
    """Have a collection that the public sees hold of a paper what the public may see of it, and nothing more; whether
    it held something else before.

    `origin` is the collection under review in which it was read, if it was.
    """
    with target.turn:
        kept = _kept(target, held.paper)
        if kept is not None and kept.document.source.media_type != MEDIA_TYPE:
            replaced = _of_ink(target, held, removed=kept.removed)
        else:
            replaced = kept is not None and not _in_step(target, held, kept)
            if kept is None or replaced:
                document = as_public(held, acts, roster)
                _of_desk(target, held, kept, document and with_pages(document, held, origin, target))
                _without_old_pages(target, kept)
        Linking(target).go_on()
    return replaced


def _of_desk(target: Collection, held: Standing, kept: KeptRecord | None, document: Document | None) -> None:
    """A paper that was begun at the desk, of which the public sees a `document`, or none."""
    if document is not None:
        if kept is not None and kept.removed:
            target.store.bring_back(kept.removed, AUTHOR)
        _keep(target, document, _version(held))
    elif kept is not None and not kept.removed:
        # What was shown stays in no table: the record is emptied before it is taken out.
        _keep(target, _emptied(held.paper, kept.document.source), _version(held))
        _take_out(target, held.paper)


def _without_old_pages(target: Collection, before: KeptRecord | None) -> None:
    """Of the page images that were shown, those that are not shown any more are kept nowhere."""
    if before is None:
        return
    for sha256 in _page_images(before) - _page_images(_kept(target, before.document.id)):
        target.store.discard(sha256)


def _without_strays(target: Collection, papers: Sequence[Standing]) -> None:
    """Finish for papers what somebody began who died: no image of a page is kept that none of them shows, and what is
    closed is in no list.
    """
    closed = [held.paper for held in papers if (kept := _kept(target, held.paper)) is None or kept.removed]
    target.index.remove(closed)
    target.inventory.remove(closed)
    ours = {held.paper for held in papers}
    for paper, sha256 in stray_pages(target):
        if paper in ours:
            target.store.discard(sha256)


def stray_pages(target: Collection) -> Iterator[tuple[str, str]]:
    """Images of pages that no paper shows, by the paper whose they were, and their hash."""
    shown: dict[str, set[str]] = {}
    for name, sha256 in target.store.page_files(name_of("")):
        paper = paper_of(name)
        if paper not in shown:
            shown[paper] = _page_images(_kept(target, paper))
        if sha256 not in shown[paper]:
            yield paper, sha256


def _page_images(kept: KeptRecord | None) -> set[str]:
    return {page.surrogate.sha256 for page in kept.document.pages if page.surrogate} if kept else set()


def _in_step(target: Collection, held: Standing, kept: KeptRecord) -> bool:
    """Whether the public has what the last act upon a paper left it."""
    source = target.store.source(kept.document.source.sha256)
    return source is not None and source.reader_version == _version(held) and bool(kept.removed) != is_open(held)


def _version(held: Standing) -> str:
    """What a record that the public sees was kept by: the last act upon its paper."""
    return f"{VERSION}+{held.entry}"


def _kept(target: Collection, paper: str) -> KeptRecord | None:
    try:
        return target.store.record(paper)
    except NotFoundError:
        return None


def _of_ink(target: Collection, held: Standing, *, removed: int) -> bool:
    """A paper that was read into a public collection is shown as it was read, until it is withdrawn at the desk;
    whether it is withdrawn now.
    """
    if is_open(held) and removed:
        target.store.bring_back(removed, AUTHOR)
        Linking(target).take_in([target.store.record(held.paper).document])
    elif held.withdrawn and not removed:
        _take_out(target, held.paper)
        return True
    return False


def _take_out(target: Collection, paper: str) -> None:
    # What still waits to be indexed would be indexed after it is gone.
    target.finish_indexing()
    done = target.store.remove(Removal(author=AUTHOR, records=(paper,), title=paper, reason="withdrawn at the desk"))
    target.index.remove(done.records)
    target.inventory.remove(done.records)


def _keep(target: Collection, document: Document, version: str) -> None:
    source = document.source
    content = source_of(document.id)
    target.store.keep(
        KeptSource(source.name, source.sha256, source.media_type, content, len(source.pages)), [document], version
    )
    Linking(target).take_in([document])


def _emptied(paper: str, source: Source) -> Document:
    return Document(
        id=paper,
        kind=Kind.OTHER,
        source=source,
        copy=Copy(),
        pages=(),
        fields={},
        text=Texts("", "", ()),
        reasons=("it was withdrawn",),
    )
