"""What is drawn by lot for a paper: people, posts, levels, days in the ways they are typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench.unfamiliar import stock

__all__ = ["Draw", "Person"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Person:
    """An invented officer."""

    given: str
    middle: str
    surname: str

    @property
    def full(self) -> str:
        """`Edgar T. Barstow`."""
        return f"{self.given} {self.middle}. {self.surname}"

    @property
    def initials(self) -> str:
        """`ET`, as before the surname in a drafter's line."""
        return self.given[0] + self.middle

    @property
    def title(self) -> str:
        """`Mr.` or `Miss`."""
        return "Miss" if self.given in ("Margaret", "Ruth") else "Mr."


@dataclass(frozen=True, slots=True)
class Draw:
    """All draws of one paper, from one stream of random numbers."""

    rng: Random

    def chance(self, odds: float) -> bool:
        """True as often as `odds` says."""
        return self.rng.random() < odds

    def of(self, *choices: T) -> T:
        """One of them."""
        return self.rng.choice(choices)

    def some(self, choices: Sequence[T], least: int, most: int) -> list[T]:
        """Several different ones."""
        return self.rng.sample(choices, self.rng.randint(least, min(most, len(choices))))

    def figure(self, least: int, most: int) -> str:
        """A number as printed."""
        return str(self.rng.randint(least, most))

    def people(self, count: int) -> list[Person]:
        """Officers with different surnames."""
        letters = "ABCDEFGHJKLMNPRSTW"
        return [
            Person(self.rng.choice(stock.GIVEN), self.rng.choice(letters), surname)
            for surname in self.rng.sample(stock.SURNAMES, count)
        ]

    def typist(self) -> str:
        """Two or three small letters."""
        return "".join(self.rng.sample("abcdefghjklmnprstw", self.rng.choice((2, 3, 3))))

    def desk(self) -> tuple[str, str]:
        """A bureau and one of its offices: `EUR`, `EUR:GER`."""
        bureau = self.rng.choice(list(stock.DIVISIONS))
        return bureau, f"{bureau}:{self.rng.choice(stock.DIVISIONS[bureau])}"

    def level(self, day: dt.date) -> str:
        """A classification that the day allows."""
        low = "OFFICIAL USE ONLY" if day.year < 1958 else "LIMITED OFFICIAL USE"
        return self.of(*("SECRET",) * 6, *("CONFIDENTIAL",) * 5, "TOP SECRET", "TOP SECRET", low)

    def captions(self, day: dt.date, level: str) -> list[str]:
        """None, one or two captions that the day allows."""
        if level.startswith(("OFFICIAL", "LIMITED")):
            return []
        late = ("LIMDIS", "EXDIS", "NODIS") if day.year >= 1961 else ("LIMIT DISTRIBUTION", "LIMITED DISTRIBUTION")
        pool = (*late, *late, "EYES ONLY", "NOFORN", "NO DISTRIBUTION OUTSIDE DEPARTMENT")
        return list(dict.fromkeys(self.some(pool, 1, 2))) if self.chance(0.4) else []

    def precedence(self) -> list[str]:
        """The words in the order they are printed."""
        return list(
            self.of(
                *((), (), ("PRIORITY",), ("PRIORITY",), ("NIACT",), ("PRIORITY", "NIACT"), ("IMMEDIATE",)),
                *(("OPERATIONAL IMMEDIATE",), ("FLASH",), ("ROUTINE",), ("EMERGENCY",)),
            )
        )

    def secretary(self, day: dt.date) -> tuple[str, str]:
        """Who was Secretary of State: surname in capitals, whole name."""
        held = [each for each in stock.SECRETARIES if each[0] <= day] or [stock.SECRETARIES[0]]
        return held[-1][1], held[-1][2]

    def hour(self, printed: dt.time | None) -> dt.time:
        """The edition's hour, else one in the working day."""
        return printed or dt.time(self.rng.randint(8, 22), self.rng.choice((0, 4, 11, 17, 26, 38, 45, 52)))

    def slashed(self, day: dt.date) -> str:
        """`3/14/59` and its like."""
        return self.of(f"{day.month}/{day.day}/{day:%y}", f"{day.month}-{day.day}-{day:%y}")

    def later(self, day: dt.date) -> dt.date:
        """A day on which such a paper was reviewed."""
        first = max(day.year + 16, 1975)
        return dt.date(self.rng.randint(first, 2004), self.rng.randint(1, 12), self.rng.randint(1, 28))


def long(day: dt.date) -> str:
    """`March 14, 1959`."""
    return f"{day:%B} {day.day}, {day.year}"


def twelve(hour: dt.time, *, stops: bool = True) -> str:
    """`7:32 p.m.`, `7 p.m.`, `7:32 PM`."""
    clock = f"{(hour.hour - 1) % 12 + 1}" + (f":{hour.minute:02}" if hour.minute else "")
    half = "p" if hour.hour >= 12 else "a"
    return f"{clock} {half}.m." if stops else f"{clock} {half.upper()}M"


def moment(day: dt.date, hour: dt.time) -> str:
    """EDTF to the minute, without a zone."""
    return f"{day.isoformat()}T{hour:%H:%M}"
