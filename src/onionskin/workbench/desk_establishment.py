"""What holds at a desk as a whole: its persons and posts, its procedures, its clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from onionskin.desk.chancery.clock import DeskClock, clock_of, moment
from onionskin.desk.chancery.persons import Person, Post, Roster, person_of, post_of, told_of
from onionskin.desk.chancery.procedures import Procedures, read, standard
from onionskin.store.desk_log import DeskLog
from onionskin.store.journal import Entry, EntryKind, timestamp


@dataclass(frozen=True, slots=True)
class Established:
    """What holds at a desk at one moment: who works there, how, and what its clock shows (UTC)."""

    roster: Roster
    procedures: Procedures
    now: str


@dataclass
class Establishment:
    """Told in the journal, and heard from it as far as it goes each time that somebody asks."""

    log: DeskLog
    _lock: RLock = field(default_factory=RLock)
    _heard: int = 0
    _roster: Roster = field(default_factory=Roster)
    _adopted: Procedures | None = None
    _clock: DeskClock | None = None

    @property
    def established(self) -> Established:
        """What holds as far as the journal tells by now."""
        return self._as_told(self.log.established(self._heard))

    @property
    def roster(self) -> Roster:
        """Persons and posts."""
        return self.established.roster

    @property
    def procedures(self) -> Procedures:
        """The procedures that hold now: those adopted last, or those that come with Onionskin."""
        return self.established.procedures

    def now(self) -> str:
        """The time by the desk's clock, UTC."""
        return self.established.now

    @property
    def clock(self) -> DeskClock | None:
        """The clock that was set, None where the desk keeps the time of day."""
        self._as_told(self.log.established(self._heard))
        return self._clock

    def _as_told(self, entries: Iterable[Entry]) -> Established:
        """Take what the journal tells further, some of which may have been heard meanwhile."""
        with self._lock:
            for entry in entries:
                if entry.seq > self._heard:
                    self._heard = entry.seq
                    self._hear(entry)
            real = self.log.clock()
            now = timestamp(self._clock.at(real) if self._clock else real)
            return Established(self._roster, self._adopted or standard(), now)

    def _hear(self, entry: Entry) -> None:
        if entry.kind is EntryKind.APPOINTED:
            self._roster.hear((entry,))
        elif entry.kind is EntryKind.ADOPTED:
            self._adopted = read(entry.told["text"], entry.told["name"])
        else:
            self._clock = clock_of(entry.told)

    def set_clock(self, by: str, *, time: str = "", rate: float | None = None) -> DeskClock:
        """Set the desk's clock forward, or to another pace; the first time to any time. UsageError.

        `time` as `clock.moment` reads it. Who may is the affair of whoever calls.
        """
        real = self.log.clock()
        held = self.clock
        if held is None:
            held = DeskClock(moment(time) if time else real, real)
        elif time:
            held = held.set_to(real, moment(time))
        held = held.run(real, held.rate if rate is None else rate)
        self.log.tell(EntryKind.CLOCK, by, held.body())
        return held

    def appoint(self, by: str, told: Mapping[str, Any], *, day: str = "") -> Person:
        """Have a person work here from a day on, as told; with `gone` no longer. UsageError."""
        person = person_of(told)
        body = {"person": told_of(person), "day": day or self.now()[:10]}
        self.log.tell(EntryKind.APPOINTED, by, body)
        return person

    def open_post(self, by: str, told: Mapping[str, Any]) -> Post:
        """Have a post, or change what is told of it. UsageError."""
        post = post_of(told)
        self.log.tell(EntryKind.APPOINTED, by, {"post": told_of(post)})
        return post

    def adopt(self, by: str, path: Path | str, text: str) -> Procedures:
        """Have the procedures of a file hold from now on. LexiconError names the line at fault."""
        procedures = read(text, str(path))
        self.log.tell(EntryKind.ADOPTED, by, {"name": str(path), "text": text})
        return procedures
