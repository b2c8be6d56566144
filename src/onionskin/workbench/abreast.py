"""What follows the papers of a collection, its index and its inventory, kept abreast of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from onionskin.record.released import Released

if TYPE_CHECKING:
    from onionskin.inventory.keeping import Inventory
    from onionskin.inventory.parties import Who
    from onionskin.search.contract import SearchIndex

BATCH = 100
"""Papers taken in in one transaction."""
MANY = 200
"""Papers for which nobody who asks should wait: to take them in takes ten seconds."""
LOOK = 10.0
"""Seconds between two looks how many are still to come, while another process takes them in."""
SAY = 30.0
"""Seconds between two words to whoever waits."""

Tell = Callable[[str], None]


def unheard(_: str) -> None:
    """Nobody listens."""


class Following(Protocol):
    """An index or inventory, as it is kept abreast of the papers."""

    def held(self) -> Iterator[tuple[str, str]]:
        """Id and digest of every paper it holds."""

    def remove(self, record_ids: Iterable[str]) -> None:
        """Forget papers."""

    def begin(self, papers: int) -> None:
        """So many are to come."""

    def take_in(self, papers: Sequence[tuple[Released, str]]) -> None:
        """Papers with their digests, in one transaction."""

    def end(self) -> None:
        """All have come."""

    def ended(self) -> bool:
        """Whether what `end` does is done, or was not needed."""


@dataclass(frozen=True, slots=True)
class OfIndex:
    """The index, opened when it is asked for."""

    index: Callable[[], SearchIndex]

    def held(self) -> Iterator[tuple[str, str]]:
        """As it tells them."""
        return self.index().held()

    def remove(self, record_ids: Iterable[str]) -> None:
        """As it forgets them."""
        self.index().remove(record_ids)

    def begin(self, papers: int) -> None:
        """Needs nothing."""

    def take_in(self, papers: Sequence[tuple[Released, str]]) -> None:
        """Finds their digests itself."""
        self.index().add(released for released, _ in papers)

    def end(self) -> None:
        """Its pieces are joined."""
        self.index().settle()

    def ended(self) -> bool:
        """Words are found in many pieces too."""
        return True


@dataclass(frozen=True, slots=True)
class OfInventory:
    """The inventory, opened when it is asked for.

    How rare a phrase is shows when all have come: lines are then put under their issues anew.
    """

    inventory: Callable[[], Inventory]
    who: Callable[[], Who]
    tell: Tell
    """Told what could not be told of a paper."""

    def held(self) -> Iterator[tuple[str, str]]:
        """As it tells them."""
        return self.inventory().held()

    def remove(self, record_ids: Iterable[str]) -> None:
        """As it forgets them."""
        self.inventory().remove(record_ids)

    def begin(self, papers: int) -> None:
        """Lines of many papers are to be placed anew."""
        if papers > BATCH:
            self.inventory().expect_many()

    def take_in(self, papers: Sequence[tuple[Released, str]]) -> None:
        """Each in place of what was held of it."""
        for fault in self.inventory().add(papers, self.who()):
            self.tell(fault)

    def end(self) -> None:
        """Lines are placed."""
        self.inventory().place_all()

    def ended(self) -> bool:
        """Whether no lines wait to be placed."""
        return self.inventory().is_placed()


class Abreast:
    """Has one of them hold what stands; a run may have died before it did, or an older version have told it otherwise.

    It is looked at once for each opening. With `aside` nobody waits where it is `behind` by many papers: another
    process takes them in (`web.keeping.worker`), and whoever asks meanwhile is told what there is.
    """

    def __init__(
        self,
        following: Following,
        papers: Callable[[], Iterable[tuple[str, str]]],
        released: Callable[[str], Released | None],
        doing: str,
    ) -> None:
        """`papers` are those that stand, each with its digest, and `released` gives one of them, None where it stands
        no more. `doing` says what is done: `Indexing`.
        """
        self._following = following
        self._papers = papers
        self._released = released
        self._doing = doing
        self._lock = Lock()
        self._abreast = False
        self._again = 0.0
        self.aside = False
        self.behind = 0
        """Papers that were still to come at the last look, where nobody waits for them."""

    def look_again(self) -> None:
        """Something may have changed that it was not told."""
        self._abreast = False

    def keep_up(self, tell: Tell, *, at_once: bool = False) -> None:
        """Take in what is missing, and forget what stands no more. `tell` is told before it begins, and how far it is.

        Whoever comes meanwhile waits for it, unless another process does it: then the next look is after some seconds,
        or `at_once`.
        """
        if self._abreast or (self.behind and not at_once and monotonic() < self._again):
            return
        if not self._lock.acquire(blocking=not self.behind):
            return
        try:
            if not self._abreast:
                self._look(tell)
        finally:
            self._lock.release()

    def _look(self, tell: Tell) -> None:
        standing = dict(self._papers())
        left = dict(self._following.held())
        stale = {each: digest for each, digest in standing.items() if left.pop(each, None) != digest}
        self._following.remove(list(left))
        self._again = monotonic() + LOOK
        if self.aside and (len(stale) > MANY or not self._following.ended()):
            self.behind = max(len(stale), 1)
            return
        self._take_in(stale, tell)
        self.behind, self._abreast = 0, True

    def _take_in(self, stale: dict[str, str], tell: Tell) -> None:
        if stale:
            tell(f"{self._doing} {len(stale)} papers first; this is done once.")
        self._following.begin(len(stale))
        ids, begun = list(stale), monotonic()
        said = begun
        for at in range(0, len(ids), BATCH):
            some = [(paper, stale[each]) for each in ids[at : at + BATCH] if (paper := self._released(each))]
            self._following.take_in(some)
            if monotonic() > said + SAY:
                said = monotonic()
                done = min(at + BATCH, len(ids))
                left = (said - begun) / done * (len(ids) - done)
                tell(f"{done} of {len(ids)}, about {left / 60:.0f} min to go. Stopped, it goes on from here.")
        self._following.end()
