"""The desk of a collection: acts done, trays looked into, papers shown to those who may see them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from re import fullmatch
from secrets import token_hex
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from onionskin.desk.chancery.acting import perform, unknown
from onionskin.desk.chancery.acts import DeskAct, Performed, performed
from onionskin.desk.chancery.cards import card
from onionskin.desk.chancery.course import after, stands
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.openness import is_decided
from onionskin.desk.chancery.persons import Person
from onionskin.desk.chancery.sight import Seen, Sight, principals, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.times import done_at
from onionskin.desk.chancery.wires import dispatches, stands_for
from onionskin.errors import ActRefusedError, ChangedMeanwhileError, UsageError
from onionskin.record.ids import RECORD_ID, record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.settings import Settings
from onionskin.store.desk_lists import Asker, DeskRow
from onionskin.store.desk_log import Decided, Heard, News, NumbersTaken
from onionskin.store.journal import Entry
from onionskin.store.opening import open_desk_log
from onionskin.workbench.desk_establishment import Established, Establishment
from onionskin.workbench.desk_public import VERSION, Publishing, Told

if TYPE_CHECKING:
    from onionskin.workbench.collection import Collection

FIRST_PAGE = PageNumber(1)
KEPT_AT_HAND = 4096
"""Papers whose standing is remembered between two acts."""


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """A paper as one person may see it; below `Sight.TEXT` of `seen` it is the doors' affair to show no more of it."""

    held: Standing
    seen: Seen
    acts: tuple[Performed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Acts that are asked for together by somebody of the desk, or by a post of another installation: then `mail` is
    the id of that which brought them. `before` is how their paper stood when we heard of it last. `version` is what the
    person looked at, 0 where that does not matter.
    """

    by: str
    acts: Sequence[tuple[DeskAct, Mapping[str, object]]]
    paper: str
    before: Standing | None
    hear: Callable[[Iterable[Entry]], Established]
    at: str = ""
    mail: str = ""
    version: int = 0
    outcome: list[Standing] = field(default_factory=list)

    def decide(self, news: News, numbers: NumbersTaken) -> Decided:
        """Within the transaction: the acts as they go into the journal, with the mail that tells them elsewhere."""
        desk = self.hear(news.desk)
        person = stands_for(self.by) if self.mail else desk.roster.known(self.by, (self.at or desk.now)[:10])
        held = first = stands(map(_performed, news.paper), before=self.before)
        bodies: list[Mapping[str, Any]] = []
        mails: list[tuple[int, str, Mapping[str, Any]]] = []
        for act, given in self.acts:
            done = self._perform(act, given, held, person=person, desk=desk, numbers=numbers)
            left = after(held, done)
            if not self.mail:
                posts = dispatches(held, done, left, desk.roster.posts)
                mails += [(len(bodies), each.address, each.told()) for each in posts]
            bodies.append(done.body())
            held = left
            self.outcome.append(left)
        _refuse_if_changed(self.version, first)
        last = self.outcome[-1]
        return Decided(person.name, tuple(bodies), card(last), tuple(mails), is_decided(last))

    def _perform(  # noqa: PLR0913 - what one act hangs on
        self,
        act: DeskAct,
        given: Mapping[str, object],
        held: Standing | None,
        *,
        person: Person,
        desk: Established,
        numbers: NumbersTaken,
    ) -> Performed:
        when = _when(self.at, desk.now, held)
        done = perform(
            act,
            self.paper,
            held,
            person,
            given,
            at=when,
            roster=desk.roster,
            procedures=desk.procedures,
            numbers=numbers,
            arrived=bool(self.mail),
        )
        # After all rules: who may not know of the paper must not learn when somebody acted.
        _refuse_disorder(when, held)
        return replace(done, yields={**done.yields, "mail": self.mail}) if self.mail else done


@dataclass
class Desk(Establishment):
    """The desk of one collection. Safe to share between threads; any number of processes may have one open."""

    publishing: Publishing | None = None
    """What has everybody see what is released; without it nothing is shown to them."""
    _held: OrderedDict[str, Standing] = field(default_factory=OrderedDict)

    def perform(  # noqa: PLR0913 - what one act hangs on
        self,
        by: str,
        act: DeskAct,
        paper: str = "",
        given: Mapping[str, object] | None = None,
        *,
        at: str = "",
        version: int = 0,
    ) -> Performed:
        """Do an act, and have it on the disk before this returns. `paper` is empty for one that is begun.

        `at` is when it was done, where that is not now: a day or a time, no earlier than the act before. `version` is
        the one that the person looked at, 0 where that does not matter. ActRefusedError, UsageError, NotFoundError,
        ChangedMeanwhileError where another version stands.
        """
        return self.perform_together(by, ((act, given or {}),), paper, at=at, version=version)[0]

    def perform_together(
        self,
        by: str,
        acts: Sequence[tuple[DeskAct, Mapping[str, object]]],
        paper: str = "",
        *,
        at: str = "",
        version: int = 0,
    ) -> tuple[Performed, ...]:
        """Do several acts upon a paper, each with what it takes: all of them, or where one is refused none."""
        asked = self._asked(by, acts, paper or new_id(), at=done_at(at) if at else "", version=version)
        return self._settled(asked, self.log.perform(asked.paper, self._news_of(asked), asked.decide))

    def arrive(  # noqa: PLR0913 - what one mail tells
        self, post: str, act: DeskAct, paper: str, given: Mapping[str, object], mail: str, *, at: str = ""
    ) -> Performed | None:
        """What a post of another installation did, as the mail of that id tells; None where it was taken before.

        Who vouches for the mail is the affair of whoever calls. `at` is when it came, where that is not now.
        ActRefusedError, UsageError, NotFoundError.
        """
        asked = self._asked(post, ((act, given),), paper, at=at, mail=mail)
        entries = self.log.arrive(mail, paper, self._news_of(asked), asked.decide)
        return self._settled(asked, entries)[0] if entries else None

    def _asked(  # noqa: PLR0913 - what one attempt hangs on
        self,
        by: str,
        acts: Sequence[tuple[DeskAct, Mapping[str, object]]],
        paper: str,
        *,
        at: str = "",
        mail: str = "",
        version: int = 0,
    ) -> _Asked:
        before = self._remembered(paper)
        return _Asked(
            by=by, acts=acts, paper=paper, before=before, hear=self._as_told, at=at, mail=mail, version=version
        )

    def _news_of(self, asked: _Asked) -> Heard:
        """From where on the journal has news for an attempt."""
        return Heard(paper=asked.before.entry if asked.before else 0, desk=self._heard)

    def _settled(self, asked: _Asked, entries: Sequence[Entry]) -> tuple[Performed, ...]:
        left = replace(asked.outcome[-1], entry=entries[-1].seq)
        self._remember(left, left.entry)
        if is_decided(left):
            self._show([asked.paper])
        return tuple(map(_performed, entries))

    def why(
        self, by: str, act: DeskAct, paper: str = "", given: Mapping[str, object] | None = None, *, at: str = ""
    ) -> str:
        """The rule that stands against an act, empty where none does. Nothing is done, and no number taken.

        NotFoundError and UsageError as `perform`.
        """
        at, desk = done_at(at) if at else "", self.established
        held = self.standing(paper) if paper else None
        when = _when(at, desk.now, held)
        try:
            perform(
                act,
                paper or new_id(),
                held,
                desk.roster.known(by, (at or desk.now)[:10]),
                given or {},
                at=when,
                roster=desk.roster,
                procedures=desk.procedures,
                numbers=self.log.numbers(),
            )
        except ActRefusedError as refused:
            return refused.rule
        _refuse_disorder(when, held)
        return ""

    def named(self, by: str, words: str) -> str:
        """The paper whose id begins so, among those that a person may know of; a whole id as it is.

        NotFoundError for none, UsageError where several begin so.
        """
        if fullmatch(RECORD_ID, words):
            return words
        found = self.log.lists.ids_with_prefix(self.asker(by), words)
        if len(found) > 1:
            raise UsageError("several papers begin so", where=words, advice=f"Write more of it: {', '.join(found)}")
        if not found:
            raise unknown(words)
        return found[0]

    def standing(self, paper: str) -> Standing | None:
        """How a paper stands now; for the desk itself, not for who asks."""
        before = self._remembered(paper)
        entries = self.log.entries(paper, before.entry if before else 0)
        held = stands(map(_performed, entries), before=before)
        if held is not None and entries:
            self._remember(held, entries[-1].seq)
        return held

    def acts(self, paper: str) -> tuple[Performed, ...]:
        """The acts upon a paper, oldest first; for the desk itself, not for who asks."""
        return tuple(map(_performed, self.log.entries(paper)))

    def publish(self) -> int:
        """Have everybody see what was decided and is not shown yet, and no more than that; of how many papers.

        So is what an older version of Onionskin had them see.
        """
        if self.publishing is not None and self.log.shown_by() != VERSION:
            self.log.show_anew(self.publishing.outdated() if self.log.all_ids() else (), VERSION)
        left = self.log.unshown()
        if left:
            self._show(left, again=True)
        return len(left)

    def _show(self, papers: Sequence[str], *, again: bool = False) -> None:
        def asked() -> list[Told]:
            return [(held, self.acts(paper), self.roster) for paper in papers if (held := self.standing(paper))]

        if self.publishing is not None:
            self.log.shown(self.publishing.show(asked, again=again))

    def show(self, by: str, paper: str, *, on: str = "") -> DeskPaper:
        """A paper as a person may see it, now or as it stood at the end of a day. NotFoundError where they may not.

        What they may not see now they are not shown of any day, nor of now what they may not have seen then.
        """
        on, today = done_at(on)[:10] if on else "", self.now()[:10]
        acts = self.acts(paper)
        held = stands(acts)
        seen = self._sight(held, by, today)
        if on:
            held = stands(acts, on=on)
            seen = min(seen, self._sight(held, by, on), key=lambda each: each.sight)
            acts = tuple(each for each in acts if each.day <= on)
        if held is None or seen.sight is Sight.NOTHING:
            raise unknown(paper)
        return DeskPaper(held, seen, acts)

    def _sight(self, held: Standing | None, by: str, day: str) -> Seen:
        person = self.roster.person(by, day)
        if held is None or person is None:
            return Seen(Sight.NOTHING, "")
        return sight(held, person, day)

    def counts(self, by: str) -> dict[str, int]:
        """How many papers lie in each tray of a person."""
        return self.log.lists.counts(self.asker(by))

    def overdue(self, by: str) -> dict[str, int]:
        """Of how many papers in each tray of a person the day is past by which something was due."""
        return self.log.lists.overdue(self.asker(by))

    def tray(self, by: str, tray: str, *, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """What lies in a tray of a person, the most urgent first."""
        return self.log.lists.tray(self.asker(by), tray, limit, offset)

    def find(self, by: str, words: str, *, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """The papers that hold all these words, of those whose text a person may see, the latest first."""
        return self.log.lists.find(self.asker(by), words, limit, offset)

    def papers(self, by: str, *, limit: int = 50, offset: int = 0) -> tuple[int, tuple[DeskRow, ...]]:
        """All papers of the desk that a person may know of, the latest first."""
        return self.log.lists.papers(self.asker(by), limit, offset)

    def asker(self, by: str) -> Asker:
        """A person as lists ask for them."""
        desk = self.established
        day = desk.now[:10]
        person = desk.roster.known(by, day)
        return Asker(principals=principals(person), rank=rank(person.clearance), captions=person.captions, day=day)

    def _remembered(self, paper: str) -> Standing | None:
        with self._lock:
            if paper in self._held:
                self._held.move_to_end(paper)
            return self._held.get(paper)

    def _remember(self, held: Standing, entry: int) -> None:
        with self._lock:
            known = self._held.get(held.paper)
            if known is None or known.entry <= entry:
                self._held[held.paper] = replace(held, entry=entry)
                self._held.move_to_end(held.paper)
            while len(self._held) > KEPT_AT_HAND:
                self._held.popitem(last=False)

    def close(self) -> None:
        """Let go of the database."""
        self.log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(settings: Settings, collection: Collection | None = None) -> Desk:
    """The desk of the collection in `settings.collection`, which may be open already.

    NotFoundError where there is none. What was decided and not shown yet, because a process died between the two, is
    shown now.
    """
    desk = Desk(open_desk_log(settings.collection), publishing=Publishing(settings, collection))
    try:
        desk.publish()
    except BaseException:
        desk.close()
        raise
    return desk


def new_id() -> str:
    """The id of a paper that is begun: as of one read from a file that nobody else has."""
    return record_id(source_sha256(token_hex(16).encode()), FIRST_PAGE, 0)


def _when(at: str, now: str, held: Standing | None) -> str:
    """When an act is done; another process may have acted since we looked at the clock."""
    return at or max(now, held.last if held else "")


def _refuse_disorder(when: str, held: Standing | None) -> None:
    """UsageError for an act that is said to be earlier than the one before, as far as both are known."""
    last = held.last if held else ""
    short = min(len(when), len(last))
    if when[:short] < last[:short]:
        raise UsageError(f"the last act upon this paper was done at {last}", advice="Acts are told in their order")


def _refuse_if_changed(version: int, held: Standing | None) -> None:
    """ChangedMeanwhileError where another version stands than the one that was looked at, 0 where none matters."""
    if version and held is not None and held.n != version:
        raise ChangedMeanwhileError(f"version {held.n} stands now, and this was said of version {version}")


def _performed(entry: Entry) -> Performed:
    return performed(entry.record or "", entry.author, entry.told, entry.seq, entry.at)
