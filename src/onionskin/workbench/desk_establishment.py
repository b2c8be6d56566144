"""What holds at a desk as a whole: its persons and posts, its procedures, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from onionskin.desk.chancery.clock import DeskClock, clock_of, moment
from onionskin.desk.chancery.persons import Person, Post, Roster, person_of, post_of, told_of
from onionskin.desk.chancery.procedures import Procedures, read, standard
from onionskin.store.desk_log import DeskLog
from onionskin.store.journal import EntryKind, timestamp


@dataclass
class Establishment:
    """Told in the journal, and heard from it as far as it goes each time that somebody asks."""

    log: DeskLog
    _lock: RLock = field(default_factory=RLock)
    _roster: Roster = field(default_factory=Roster)
    _adopted: tuple[int, Procedures | None] = (0, None)
    _clock: tuple[int, DeskClock | None] = (0, None)

    @property
    def roster(self) -> Roster:
        """Persons and posts, as far as the journal tells by now."""
        with self._lock:
            self._roster.hear(self.log.told(EntryKind.APPOINTED, self._roster.last))
            return self._roster

    @property
    def procedures(self) -> Procedures:
        """The procedures that hold now: those adopted last, or those that come with Onionskin."""
        with self._lock:
            last, held = self._adopted
            for entry in self.log.told(EntryKind.ADOPTED, last):
                held = read(entry.told["text"], entry.told["name"])
                self._adopted = (entry.seq, held)
            return held or standard()

    def now(self) -> str:
        """The time by the desk's clock, UTC."""
        clock = self.clock
        return timestamp(clock.at(self.log.clock()) if clock else self.log.clock())

    @property
    def clock(self) -> DeskClock | None:
        """The clock that was set, None where the desk keeps the time of day."""
        with self._lock:
            for entry in self.log.told(EntryKind.CLOCK, self._clock[0]):
                self._clock = (entry.seq, clock_of(entry.told))
            return self._clock[1]

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
