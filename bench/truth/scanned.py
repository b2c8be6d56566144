"""What was seen on the 52 scanned records, and when a reader says the same.

Nothing here knows the reader that is judged by it. `README.md` says how the list was made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz.distance import Levenshtein

from bench.truth import Annotation, Words, loaded

VOLUME = "scans"
NAMED_BY_THE_CATALOGUE = "=catalogue"
"""Instead of a sender who is a private person: the paper prints him, the catalogue says who he is."""
SLIP = 8
"""Letters for each of which one may be misread by the engine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan(Annotation):
    """One scanned record; `document` is the archive's number, which is its file's name too."""

    pages: int
    form_pages: tuple[int, ...] = ()
    """Pages that are the archive's identification form and hold the answers."""
    begins: int
    """The page on which the paper begins that the rest of the entry speaks of."""
    kind: str
    subkind: str | None = None
    also: Words = ()
    """Kinds that another archivist might call it with equal right."""
    date: str | None = None
    date_ink: str | None = None
    """`typed` or `stamp`; a day that stands there in handwriting alone is not listed."""
    from_: str | None = None
    """Other spellings on the same paper behind `|`; or `NAMED_BY_THE_CATALOGUE`."""
    from_ink: str | None = None
    """`label`; `heading` of a cable (`CITE WAVE 8201`); `signature`; `bare`, a line of the head without a label."""
    to: Words = ()
    """Action addressees, all of them."""
    others: Words = ()
    """Other papers in the file: `3 telegram` begins on page 3."""


@cache
def scans() -> tuple[Scan, ...]:
    """All 52 records, in the order of their numbers."""
    return loaded("scans.toml", "scan", Scan)


def full_day(catalogued: str) -> str | None:
    """The day of a catalogue date as EDTF; None where it is unknown or `01/01`, which often means the year alone."""
    month, day, year = catalogued.split("/")
    return None if "00" in (month, day) or year == "0000" or month == day == "01" else f"{year}-{month}-{day}"


def bare(words: str) -> str:
    """Capital letters and digits, without what stands in parentheses: `Director, FBI (62-109090)` is DIRECTORFBI."""
    return re.sub(r"[\W_]+", "", re.sub(r"\([^()]*\)?", "", words)).upper()


def same_words(true: str, read: str) -> bool:
    """Alike but for case, stops, parentheses and an article; one letter in eight may be misread."""
    return any(_alike(bare(one), bare(read)) for one in re.sub(r"\bThe ", "", true).split("|"))


def same_surname(catalogued: str, read: str) -> bool:
    """Whether the surname before the catalogue's first comma is a word of what was read; or its office is."""
    parts = [part.strip() for part in catalogued.split(",")]
    words = [bare(word) for word in read.split()]
    return any(_alike(bare(parts[0]), word) for word in words) or any(same_words(part, read) for part in parts[1:])


def _alike(true: str, read: str) -> bool:
    read = read.removeprefix("THE") if not true.startswith("THE") else read
    return bool(true) and Levenshtein.distance(true, read) <= len(true) // SLIP


def spoken(value: Any) -> list[str]:  # noqa: ANN401 - a value of the record's JSON
    """Every way in which a value of a record names someone: its name, its office, its ink."""
    if isinstance(value, Mapping):
        return [each for key in ("name", "office", "as_printed") if (each := value.get(key))]
    return [str(value)] if value else []


def same_party(true: str, catalogued: str, value: Any) -> bool:  # noqa: ANN401
    """Whether a person or office of the record is the one that was keyed."""
    if true == NAMED_BY_THE_CATALOGUE:
        return any(same_surname(catalogued, each) for each in spoken(value))
    return any(same_words(true, each) for each in spoken(value))


def same_parties(true: Sequence[str], values: Sequence[Any]) -> bool:
    """Whether all that were keyed are there, and nobody else."""
    return len(true) == len(values) and all(any(same_party(one, "", value) for value in values) for one in true)
