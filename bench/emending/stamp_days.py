"""Stamps with a day that may have been misread, and what is true of it.

A stamp of a kind that was in use from one day to another is set with a day of that time; then one figure of its year is
taken for another, as writing is misread. Where the mark could not exist on the day that now stands there, a doubt is
due, with the true day among its first candidates; where it could, none is. The spans of use are those of the table in
DOMAIN.md A7, keyed here by hand and read from no list of the package.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.case import Case, PaperTruth

MISREAD = {
    "0": "69", "1": "74", "2": "73", "3": "852", "4": "91", "5": "36", "6": "508", "7": "192", "8": "3609", "9": "478",
}  # fmt: skip
"""What a figure written by hand is taken for: from the look of the figures (open and closed loops, 1 and 7)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A stamp, when it was set, and the bounds of its marks: `earliest` refutes, `latest` counts against."""

    name: str
    text: str
    first: dt.date
    last: dt.date
    earliest: dt.date
    latest: dt.date | None


KINDS = (
    Kind(
        "NARS",
        "DECLASSIFIED\n\nAuthority: State letter\nBy: [Signature], NARS, Date {day}",
        dt.date(1971, 1, 1), dt.date(1984, 12, 31), dt.date(1949, 12, 1), dt.date(1985, 3, 31),
    ),
    Kind(
        "NARA, EO 12356",
        "DECLASSIFIED\nE.O. 12356, SEC. 3.3\nNLK-88-120\nBy MFD NARA, Date {day}",
        dt.date(1985, 4, 1), dt.date(1995, 9, 30), dt.date(1985, 4, 1), dt.date(1995, 10, 13),
    ),
    Kind(
        "NARA, EO 12958",
        "DECLASSIFIED\nE.O. 12958, Sec. 3.6\nNLJ 96-330\nBy cb, NARA, Date {day}",
        dt.date(1996, 1, 1), dt.date(2002, 12, 31), dt.date(1995, 10, 14), None,
    ),
    Kind(
        "EO 11652, NARS",
        "DECLASSIFIED\nE.O. 11652, Sec. 3(E) and 5(D) or (E)\nBy DBS, NARS, Date {day}",
        dt.date(1972, 6, 1), dt.date(1978, 11, 30), dt.date(1972, 6, 1), dt.date(1978, 11, 30),
    ),
    Kind(
        "A/CDC/MR",
        "DEPARTMENT OF STATE A/CDC/MR\n\nREVIEWED by ABC DATE {day}\n( ) RELEASE (X) DECLASSIFY\n"
        "(X) EXCISE ( ) DECLASSIFY in PART\n( ) DENY ( ) Non-responsive info.\n"
        "FOI, EO or PA exemptions (b)(1)\nTS authority to:\n"
        "( ) CLASSIFY as ___, OADR\n( ) DOWNGRADE TS to ( ) S or ( ) C, OADR",
        dt.date(1983, 1, 1), dt.date(1991, 12, 31), dt.date(1982, 8, 1), dt.date(1995, 10, 13),
    ),
)  # fmt: skip

WRITTEN = dt.date(1962, 11, 17)
"""Nothing is reviewed before it is written."""
LETTER = """November 17, 1962

Dear Arthur:

I have read with interest your note of the past week, and I am glad that the talks are going forward as we had hoped.

With warm regards.

Sincerely,

Henry Whitfield

{stamp}
"""


@dataclass(frozen=True, slots=True)
class Stamped:
    """One file, the day printed on it, the true day, and whether the mark could not have stood on the printed one."""

    case: Case
    printed: str
    true: dt.date
    impossible: bool


def generate(seed: int, count: int, part: str) -> Iterator[Stamped]:
    """So many stamps of each kind, a third of them with their true day; the same for the same seed and part."""
    for kind in KINDS:
        rng = Random(f"stamp-days/{part}/{seed}/{kind.name}")
        for n in range(count):
            span = (kind.last - kind.first).days
            true = kind.first + dt.timedelta(days=rng.randrange(span + 1))
            year = f"{true.year % 100:02}" if n % 3 == 0 else _misread(f"{true.year % 100:02}", rng)
            printed = rng.choice(("{m}/{d}/{y}", "{m}-{d}-{y}")).format(m=true.month, d=true.day, y=year)
            text = LETTER.format(stamp=kind.text.format(day=printed))
            case = Case(name=f"{part}-{KINDS.index(kind)}-{n:03}.txt", text=text, papers=(TRUTH,))
            yield Stamped(case, printed, true, not _possible(kind, true, int(year)))


TRUTH = PaperTruth(kind="letter", fields={})


def _misread(year: str, rng: Random) -> str:
    at = rng.randrange(2)
    return year[:at] + rng.choice(MISREAD[year[at]]) + year[at + 1 :]


def _possible(kind: Kind, true: dt.date, year: int) -> bool:
    """Whether a year with these last figures, in either century and not after 2030, keeps both bounds."""
    for full in (1900 + year, 2000 + year):
        try:
            day = true.replace(year=full)
        except ValueError:
            continue
        if full <= 2030 and max(kind.earliest, WRITTEN) <= day and (kind.latest is None or day <= kind.latest):
            return True
    return False
