"""What of the desk everybody may see, kept in step with what was decided there.

A paper that everybody may see stands among the papers of the collection, and is linked, found and listed as any other.
In a collection under review nothing is shown: there it stands in a public collection of its own, the folder `released`
inside, which holds what was released and nothing else. That folder is what a public room is opened on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.cards import Stage
from onionskin.desk.chancery.composing import MEDIA_TYPE, source_of
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.public import as_public, is_open
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import NotFoundError
from onionskin.record.document import Copy, Document, Source, Texts
from onionskin.record.fields import Kind
from onionskin.review.release import Policy
from onionskin.settings import Settings
from onionskin.store.contract import KeptRecord, KeptSource, Removal
from onionskin.store.opening import open_desk_log
from onionskin.workbench.collection import Collection, open_collection
from onionskin.workbench.linking import Linking

RELEASED = "released"
"""The folder of a collection under review with what was released of it."""
OPEN = (Stage.IN_PART, Stage.RELEASED)
AUTHOR = "desk"
_VERSION = "desk/1"

T = TypeVar("T")
Told = tuple[Standing, Sequence[Performed], Roster]
"""How a paper stands, its acts, and who works at the desk."""


@dataclass
class Publishing:
    """Sees to it that the public has what was decided of papers, after each act and after a process that died.

    `collection` is one that is open already, and stays so; without it one is opened whenever there is something to do.
    """

    settings: Settings
    collection: Collection | None = None

    def follow(self, held: Standing, acts: Callable[[], Sequence[Performed]], roster: Callable[[], Roster]) -> None:
        """Have the public see of a paper what it may after its last act. Most papers do not concern it at all."""
        if is_open(held) or _was_open(held):
            self._with_target(lambda target: bring(target, held, acts(), roster()))

    def catch_up(self, told: Callable[[str], Told | None]) -> int:
        """Do what a process left undone that ended between an act and its effect; of how many papers."""
        log = open_desk_log(self.settings.collection)
        try:
            decided = log.at_stages([*OPEN, Stage.WITHHELD])
        finally:
            log.close()
        return self._with_target(lambda target: _catch_up(target, decided, told)) if decided else 0

    def _with_target(self, do: Callable[[Collection], T]) -> T:
        own = self.collection
        if own is not None and own.public:
            return do(own)
        with open_shown(self.settings) as target:
            return do(target)


def _was_open(held: Standing) -> bool:
    """Whether everybody may have seen some of it: what was read into a public collection was open from the first."""
    return any(each.verb in {"release", "excise"} for each in held.rulings) or (held.read and held.withdrawn)


def open_shown(settings: Settings) -> Collection:
    """What the public is shown of a collection: itself, or of one under review what was released of it."""
    collection = open_collection(settings)
    if collection.public:
        return collection
    collection.close()
    own = replace(settings, collection=settings.collection / RELEASED, policy=Policy.PUBLIC)
    return open_collection(own, create=True)


def bring(target: Collection, held: Standing, acts: Sequence[Performed], roster: Roster) -> None:
    """Have a collection that the public sees hold of a paper what the public may see of it, and nothing more."""
    with target.turn:
        kept = _kept(target, held.paper)
        if kept is not None and kept.document.source.media_type != MEDIA_TYPE:
            _of_ink(target, held, removed=kept.removed)
            return
        document = as_public(held, acts, roster)
        if document is not None:
            if kept is not None and kept.removed:
                target.store.bring_back(kept.removed, AUTHOR)
            _keep(target, document, f"{_VERSION}+{held.entry}")
        elif kept is not None and not kept.removed:
            # What was shown stays in no table: the record is emptied before it is taken out.
            _keep(target, _emptied(held.paper, kept.document.source), f"{_VERSION}+{held.entry}")
            _take_out(target, held.paper)
        Linking(target).go_on()


def _kept(target: Collection, paper: str) -> KeptRecord | None:
    try:
        return target.store.record(paper)
    except NotFoundError:
        return None


def _of_ink(target: Collection, held: Standing, *, removed: int) -> None:
    """A paper that was read into a public collection is shown as it was read, until it is withdrawn at the desk."""
    if is_open(held) and removed:
        target.store.bring_back(removed, AUTHOR)
        Linking(target).take_in([target.store.record(held.paper).document])
    elif held.withdrawn and not removed:
        _take_out(target, held.paper)
    Linking(target).go_on()


def _take_out(target: Collection, paper: str) -> None:
    done = target.store.remove(Removal(author=AUTHOR, records=(paper,), title=paper, reason="withdrawn at the desk"))
    target.index.remove(done.records)
    target.inventory.remove(done.records)


def _keep(target: Collection, document: Document, version: str) -> None:
    source = document.source
    content = source_of(document.id)
    target.store.keep(KeptSource(source.name, source.sha256, source.media_type, content, 0), [document], version)
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


def _catch_up(target: Collection, decided: Sequence[tuple[str, int, str]], told: Callable[[str], Told | None]) -> int:
    log = open_desk_log(target.settings.collection)
    try:
        versions = log.versions(MEDIA_TYPE)
    finally:
        log.close()
    closed = [paper for paper, _, stage in decided if stage not in OPEN and paper not in versions]
    as_read = {row.id for row in target.store.rows(closed)}
    done = 0
    for paper, entry, stage in decided:
        shown = versions.get(paper)
        if shown == f"{_VERSION}+{entry}" or (shown is None and stage not in OPEN and paper not in as_read):
            continue
        if held := told(paper):
            bring(target, *held)
            done += 1
    return done
