"""A paper drawn by lot: the sheet for the typist, and what it says in the record's own terms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random

from bench.case import Entry
from bench.reading import stock
from bench.reading.dating import decimal_suffix
from onionskin.facsimile.sheets import Insertion, Officer, Paragraph, Sheet, XedOut

LAST_DECIMAL_YEAR = 1962
"""From 1963 the central files are subject-numeric."""

_SERIES = re.compile(r"\b(?P<series>Embtel|Deptel|Contel|Polto|Topol|Secto|Tosec)s? (?P<number>\d{1,4})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One paper before it is typed; `fields`, `references`, `unjudged` are those of `bench.case.PaperTruth`."""

    kind: str
    sheet: Sheet
    fields: Mapping[str, object] = field(default_factory=dict)
    references: tuple[Entry, ...] = ()
    unjudged: frozenset[str] = frozenset({"other_numbers"})
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Lot:
    """The draws that every kind of paper needs, all from one stream of random numbers."""

    rng: Random

    def chance(self, of: float) -> bool:
        """True as often as `of` says."""
        return self.rng.random() < of

    def one(self, *choices: str) -> str:
        """One of the words."""
        return self.rng.choice(choices)

    def some(self, choices: Sequence[str], least: int, most: int) -> tuple[str, ...]:
        """Several different ones, in the order drawn."""
        return tuple(self.rng.sample(choices, self.rng.randint(least, most)))

    def figure(self, least: int, most: int) -> str:
        """A number as printed."""
        return str(self.rng.randint(least, most))

    def initials(self) -> str:
        """A typist's: `ck`."""
        return "".join(self.rng.sample("abcdefghjklmnprstw", self.rng.choice((2, 2, 3))))

    def clerk(self) -> tuple[str, str]:
        """A drafter as the drafting line names one, and the surname: `RIOrmsby`, `Ormsby`."""
        surname = self.rng.choice(stock.CLERKS)
        return "".join(self.rng.sample("ABCDEFGHJLMPRTW", self.rng.choice((1, 2, 2)))) + surname, surname

    def official(self) -> tuple[str, str]:
        """A public official's full name and surname."""
        return self.rng.choice(stock.OFFICIALS)

    def officers(self, most: int) -> tuple[tuple[Officer, ...], list[Entry]]:
        """Clearances as printed, and the same as the record has them."""
        offices = self.some(stock.OFFICES, 0, most)
        names = self.some(stock.CLERKS, len(offices), len(offices))
        printed = tuple(
            Officer(f"{self.one('Mr. ', 'Mr. ', '')}{name}", office)
            for office, name in zip(offices, names, strict=True)
        )
        truth: list[Entry] = [{"surname": name, "office": office} for office, name in zip(offices, names, strict=True)]
        return printed, truth

    def file_number(self, day: date) -> str:
        """The central files' number for a paper of that day: `611.61/11-2362`, `POL 1 US-USSR`."""
        if day.year > LAST_DECIMAL_YEAR:
            return self.rng.choice(stock.SUBJECT_NUMERIC)
        return f"{self.rng.choice(stock.DECIMAL_CLASSES)}/{decimal_suffix(day)}"

    def redated(self, day: date, first: int, last: int) -> date:
        """The same day of a year in which a form of that time was used; its own when that is one."""
        year = day.year if first <= day.year <= last else self.rng.randint(first, last)
        return date(year, day.month, min(day.day, 28))

    def worked_over(self, paragraphs: tuple[str, ...]) -> tuple[Paragraph, ...]:
        """The text as the typist left it: seldom an insertion in the first line of a paragraph, or words x-ed out."""
        done: list[Paragraph] = list(paragraphs)
        if self.chance(0.2):
            place = self.rng.randrange(len(done))
            words = paragraphs[place].split(" ")
            if len(words) > 14:
                at = self.rng.randint(2, 6)
                if self.chance(0.5):
                    done[place] = (
                        " ".join(words[:at]) + " ",
                        Insertion(" ".join(words[at : at + 3])),
                        " ".join(words[at + 3 :]),
                    )
                else:
                    at += 5
                    letters = XedOut(self.rng.randint(6, 20))
                    done[place] = (" ".join(words[:at]) + " ", letters, " " + " ".join(words[at:]))
        return tuple(done)


def cited(paragraphs: Sequence[str]) -> tuple[Entry, ...]:
    """The telegrams that the text names by series and number: "Embtel 3029"."""
    found = (match for paragraph in paragraphs for match in _SERIES.finditer(paragraph))
    seen = dict.fromkeys((match["series"].upper(), match["number"]) for match in found)
    return tuple({"kind": "telegram", "series": series, "number": number} for series, number in seen)


def numbered(paragraphs: Sequence[str], lot: Lot) -> bool:
    """Whether the typist numbered the paragraphs; never those that have labels of their own."""
    own = any(re.match(r"\(?[\da-zA-Z]{1,3}[.)]", each) for each in paragraphs)
    return len(paragraphs) > 2 and not own and lot.chance(0.4)
