"""How the pages of a source are to be read, as people decided: turned, by another engine, from a better scan."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from onionskin.record.boundaries import Settled
from onionskin.record.page import PageNumber, PageSurrogate

QUARTERS = (90, 180, 270)
"""Degrees with the clock by which a page may be turned."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What is done with one page before it is read; as one step, or as all steps come together.

    `turned` is in degrees with the clock, 0 for not at all; `engine` is the one that reads it whatever text layer there
    is, empty for the one that reads the rest; `surrogate` is the page that stands for it.
    """

    page: PageNumber
    turned: int = 0
    engine: str = ""
    surrogate: PageSurrogate | None = None

    def after(self, before: Mending | None) -> Mending:
        """This step upon those before it. Turns add up; a better scan lies as it lies, and begins anew."""
        if before is None or self.surrogate is not None:
            return replace(self, engine=self.engine or (before.engine if before else ""))
        return Mending(self.page, (before.turned + self.turned) % 360, self.engine or before.engine, before.surrogate)

    @property
    def done(self) -> str:
        """What was done, in words: `turned by 90 degrees`."""
        done = (
            f"replaced by page {self.surrogate.page} of {self.surrogate.name}" if self.surrogate else "",
            f"turned by {self.turned} degrees" if self.turned else "",
            f"read by {self.engine}" if self.engine else "",
        )
        return " and ".join(filter(None, done))

    @property
    def reason(self) -> str:
        """Why the page is read as it is; empty where all that was done comes to nothing."""
        return f"as a person decided, it was {self.done}" if self.done else ""


@dataclass(frozen=True, slots=True)
class Begun:
    """A paper that keeps its id though the line with which it begins stands at another offset of its page now."""

    page: PageNumber
    offset: int
    record: str


@dataclass(frozen=True, slots=True)
class Orders:
    """All that people decided of how one source is read: where papers begin, what is done with single pages."""

    places: tuple[Settled, ...] = ()
    pages: Mapping[PageNumber, Mending] = field(default_factory=dict)
    begun: tuple[Begun, ...] = ()

    @property
    def edition(self) -> str:
        """What the source's reader version ends with, so that a decision has it read again; empty for none."""
        places = ";".join(f"{each.page}:{each.offset}:{each.begins:d}" for each in self.places)
        pages = ";".join(repr(each) for each in (*(self.pages[n] for n in sorted(self.pages)), *self.begun))
        return "".join(
            f"+{name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
            for name, told in (("boundaries", places), ("pages", pages))
            if told
        )


NO_ORDERS = Orders()


def without_edition(version: str) -> str:
    """A reader's version without what people decided."""
    return version.partition("+boundaries-")[0].partition("+pages-")[0]
