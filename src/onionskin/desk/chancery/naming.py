"""Names and times of the desk as a record has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.persons import Roster
from onionskin.phrases.names import read_person
from onionskin.phrases.offices import is_symbol
from onionskin.record.dates import PartialDate
from onionskin.record.evidence import Deed
from onionskin.record.named import Named, NamedKind


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the names on a paper are, and what the clock of its post shows."""

    roster: Roster
    post: str

    def person(self, name: str, at: str, office: str = "") -> Named:
        """A person as the form prints them, who held a place here at the time of an act; `office` is for which."""
        known = self.roster.person(name, at[:10])
        called = known.called if known else name
        read = read_person(called)
        if read is not None and (known is None or read.span.end == len(called)):
            return replace(read.value, as_printed=called, office=office or read.value.office)
        surname = called.split()[-1] if called.isalpha() and not called.islower() else None
        return Named(called, NamedKind.PERSON, called, office=office or None, surname=surname)

    def party(self, name: str, at: str, otherwise: NamedKind = NamedKind.ORGANIZATION) -> Named:
        """A person, a post, an office; `otherwise` for a name that this desk knows nothing of."""
        if name in self.roster.posts:
            return Named(name, NamedKind.POST, name)
        if self.roster.person(name, at[:10]) is not None:
            return self.person(name, at)
        if name in self.roster.offices() or (is_symbol(name) and "/" in name):
            return Named(name, NamedKind.OFFICE, name)
        if otherwise is NamedKind.PERSON or read_person(name) is not None:
            return self.person(name, at)
        return Named(name, otherwise, name)

    def agent(self, name: str, at: str, office: str = "") -> str:
        """As acts name who did them: `Johnson (G)`."""
        called = self.person(name, at).name
        return f"{called} ({office})" if office and office != called else called

    def local(self, at: str) -> str:
        """A time of the desk by the clock of the post, to the minute, as EDTF; a day alone stays one."""
        if "T" not in at:
            return at
        moment = datetime.fromisoformat(at).astimezone(self._zone())
        away = moment.utcoffset()
        east = round(away.total_seconds() / 60) if away else 0
        return PartialDate(moment.year, moment.month, moment.day, moment.hour, moment.minute, east).edtf

    def day(self, at: str) -> str:
        """The day that the calendar of the post shows."""
        return self.local(at)[:10]

    def deed(self, act: Performed) -> Deed:
        """An act as the evidence of what it says."""
        return Deed(self.person(act.by, act.at).name, self.local(done_at(act)), act.takes.get("authority"))

    def _zone(self) -> ZoneInfo:
        post = self.roster.posts.get(self.post)
        return ZoneInfo(post.zone if post else "UTC")


def done_at(act: Performed) -> str:
    """When it was done: of what came by mail not when that came."""
    return str(act.takes.get("time", act.at))
