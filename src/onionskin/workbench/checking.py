"""Does a collection agree with itself: what is kept, what is found by it, and the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from typing import TypeVar

from onionskin.desk.chancery.cards import card
from onionskin.desk.chancery.cases import case_card
from onionskin.desk.chancery.openness import is_decided
from onionskin.desk.chancery.replaying import Replay
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import NotFoundError
from onionskin.store.contract import Fault
from onionskin.store.desk_cards import Rows, rows_of
from onionskin.store.desk_cases import CaseLog
from onionskin.store.desk_log import DeskLog
from onionskin.store.desk_rows import Folded
from onionskin.store.journal import Entry
from onionskin.store.opening import open_desk_log
from onionskin.workbench.collection import Collection
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_publishing import is_shown, open_released, stray_pages
from onionskin.workbench.outcomes import Progress

_LOOK_INTO = "Somebody or something changed the database behind Onionskin's back; compare it with a backup"
_ANEW = "`onionskin desk rebuild` makes the tables anew from the journal"


T = TypeVar("T")
Watch = Callable[[Progress], None]
A_STEP = 500
"""Acts and papers between two words on how far it is."""


def check(collection: Collection, watch: Watch | None = None) -> Iterator[Fault]:
    """Everything in the collection that does not agree with the rest, index and desk included; `watch` is told how far
    it is with the desk, whose acts are all done once more.
    """
    sound = True
    for fault in collection.store.check():
        sound = False
        yield fault
    if collection.public:
        yield from _of_index(collection)
    # What a broken journal says of the desk is worth nothing.
    if sound:
        yield from _of_desk(collection, watch)


def _of_desk(collection: Collection, watch: Watch | None) -> Iterator[Fault]:
    try:
        log = open_desk_log(collection.settings.collection)
    except NotFoundError:
        return  # A collection without a disk has no desk.
    try:
        replay = Replay()
        yield from desk_faults(log, watch, replay)
        yield from _of_public(collection, log, replay)
    finally:
        log.close()


def _of_public(collection: Collection, log: DeskLog, replay: Replay) -> Iterator[Fault]:
    """Papers of which the public sees otherwise than was decided, but for those with which somebody is busy."""
    decided = [held for held in replay.standings.values() if is_decided(held)]
    if not decided:
        return
    with nullcontext(collection) if collection.public else open_released(collection.settings) as target:
        stray = [held for held in decided if not is_shown(target, held)]
        pages = dict(stray_pages(target))
    unshown = log.unshown()
    for paper in pages.keys() - set(unshown):
        yield Fault(f"desk, {paper}", "images of its pages are kept that nobody is shown", _ANEW)
    for held in stray:
        if held.paper not in unshown and not log.entries(held.paper, held.entry):
            yield Fault(f"desk, {held.paper}", "the public does not see of it what was decided", _ANEW)


def _of_index(collection: Collection) -> Iterator[Fault]:
    held = dict(collection.index.held())
    advice = "`onionskin find` brings the index in step"
    for record_id, digest in collection.store.digests():
        if held.pop(record_id, None) != digest:
            yield Fault(record_id, "the index does not hold the paper as it was last read", advice)
    for record_id in held:
        yield Fault(record_id, "the index holds a paper that the store does not", advice)


def desk_faults(log: DeskLog, watch: Watch | None = None, replay: Replay | None = None) -> Iterator[Fault]:
    """Acts that do not follow from those before them, and tables that are not what the acts make of them. `replay` is
    left with how everything stands.
    """
    # Others may be writing: what the tables held before we read the journal must stand in it, and what stands in it
    # must be held afterwards.
    ids, before = log.all_ids(), log.rows.numbers()
    replay = replay or Replay()
    acts = log.size()
    total = acts + len(ids)
    for astray in replay.hear(_watched(log.all_told(), watch, 0, total)):
        yield Fault(f"desk, entry {astray.entry}", astray.what, _LOOK_INTO)
    for paper in ids:
        if paper not in replay.standings:
            yield Fault(f"desk, {paper}", "no act upon it stands in the journal", _ANEW)
    yield from _of_tables(replay, log, _watched(log.rows.all(), watch, acts, total))
    yield from _of_cases(log, replay)
    yield from _of_mails(log, replay)
    held = log.rows.numbers()
    for (series, number), paper in replay.numbers.items():
        if held.get((series, number)) != paper:
            yield Fault(f"desk, {paper}", f"{number} of {series} is its own, and not held for it", _ANEW)
    for series, number in before.keys() - replay.numbers.keys():
        yield Fault("desk", f"{number} of {series} is held, and no act gave it", _ANEW)


def _watched(all_of: Iterable[T], watch: Watch | None, before: int, total: int) -> Iterator[T]:
    for n, each in enumerate(all_of, before):
        if watch and n % A_STEP == 0:
            watch(Progress(n, total, "the desk"))
        yield each


def _of_tables(replay: Replay, log: DeskLog, papers: Iterable[tuple[str, Rows]]) -> Iterator[Fault]:
    wanting = dict(replay.standings)
    for paper, rows in papers:
        held = wanting.pop(paper, None)
        if held is not None:
            wanted = rows_of(paper, held.entry, card(held))
            yield from _of_paper(log, held, [name for name in rows if rows[name] != wanted.get(name, set())])
    for held in wanting.values():
        yield from _of_paper(log, held, ["desk_papers"])


def _of_paper(log: DeskLog, held: Standing, stray: Sequence[str]) -> Iterator[Fault]:
    # A writer may have come between: what the paper's last entry is now decides.
    if stray and not log.entries(held.paper, held.entry):
        tables = ", ".join(sorted(stray))
        yield Fault(f"desk, {held.paper}", f"{tables} do not say what its acts have made of it", _ANEW)


def _of_cases(log: DeskLog, replay: Replay) -> Iterator[Fault]:
    held = CaseLog(log.database).cards()
    for number, case in replay.cases.items():
        row = held.pop(number, None)
        # A writer may have come between.
        if row != case_card(case) and (row is None or row.seq <= case.entry):
            yield Fault(f"desk, case {number}", "desk_cases does not say what its steps have made of it", _ANEW)
    for number in held:
        if not CaseLog(log.database).entries(number):
            yield Fault(f"desk, case {number}", "no step of it stands in the journal", _ANEW)


def _of_mails(log: DeskLog, replay: Replay) -> Iterator[Fault]:
    posted, brought = log.outbox.ids()
    for mail, going in replay.mails.items():
        if mail not in posted:
            yield Fault(f"desk, entry {going.entry.seq}", f"its mail to {going.address} is not in the outbox", _ANEW)
    for mail, seq in replay.brought.items():
        if brought.get(mail) != seq:
            yield Fault(f"desk, entry {seq}", "the mail that brought it is not held as taken", _ANEW)


def rebuild(desk: Desk) -> int:
    """Make the desk's tables anew from the journal, with nobody else writing; gives how many papers there are.

    An act that does not follow from those before it counts all the same: it was done. What the public has is looked at
    once more too. ValueError for an entry that no desk can have written.
    """
    replay = Replay()

    def fold(entries: Iterable[Entry]) -> Folded:
        if stray := next(replay.hear(entries, judge=False), None):
            raise ValueError(f"entry {stray.entry}: {stray.what}")
        cards = {paper: (held.entry, card(held)) for paper, held in replay.standings.items()}
        cases = tuple(map(case_card, replay.cases.values()))
        decided = tuple((paper, held.entry) for paper, held in replay.standings.items() if is_decided(held))
        return Folded(cards, replay.numbers, cases, replay.mails, replay.brought, decided)

    desk.log.rows.make_anew(fold)
    desk.publish()
    return len(replay.standings)
