"""Designations of aircraft, tanks and missiles that were misread: `11-21's` where the paper says IL-28's elsewhere.

A designation is letters, a hyphen and a number. What stands as one and is none, or is another than the paper's own by
characters that are read for one another, may be that one. The evidence is the paper's own words; without them nothing
is proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.emending.printed_alike import differing, unlike
from onionskin.emending.proposed import Proposed
from onionskin.record.span import Span

RULE = "designation"
DESIGNATION = re.compile(
    r"(?<![\w/.-])(?P<letters>[A-Za-z0-9]{1,4})-(?P<number>[A-Za-z0-9]{1,4}?)(?P<plural>['’]?s)?(?![\w-])"
)
SURE, FAIR, POSSIBLE = 0.95, 0.9, 0.6
"""Of what is no designation and differs in characters read for one another; where one of them is not known to be; of
what is a designation itself.
"""


@dataclass(frozen=True, slots=True)
class Designated:
    """What stands as a designation, and where in the running text: the index of its stretch and its span there."""

    letters: str
    number: str
    plural: str
    stretch: int
    span: Span

    @property
    def text(self) -> str:
        """As it is printed."""
        return f"{self.letters}-{self.number}{self.plural}"

    @property
    def name(self) -> str:
        """Without the ending: `IL-28`."""
        return f"{self.letters}-{self.number}"

    @property
    def well_formed(self) -> bool:
        """Letters and then figures."""
        return self.letters.isupper() and self.letters.isalpha() and self.number.isdigit()


def misread_designations(texts: Sequence[str]) -> Iterator[Proposed]:
    """Those of a running text, given in stretches."""
    found = [each for n, text in enumerate(texts) for each in _found(n, text)]
    known = {each.name: each for each in found if each.name.upper() in _known()}
    counts = Counter(each.name for each in found)
    often = {each.name: each for each in found if each.well_formed and each.plural and counts[each.name] > 1}
    for each in found:
        if each.name in known or not (each.plural or each.letters.isalpha()):
            continue
        told = list(_meant(each, list(known.values())))
        if not told and counts[each.name] == 1:
            told = list(_meant(each, list(often.values())))
        yield from told


def _found(n: int, text: str) -> Iterator[Designated]:
    for match in DESIGNATION.finditer(text):
        if any(char.isdigit() for char in match["letters"] + match["number"]):
            yield Designated(match["letters"], match["number"], match["plural"] or "", n, Span(*match.span()))


def _meant(read: Designated, right: Sequence[Designated]) -> Iterator[Proposed]:
    """The one designation of the paper that it may be; nothing where there are two."""
    near = [(strange, each) for each in right if (strange := _strange(each, read)) is not None]
    if len(near) != 1:
        return
    strange, meant = near[0]
    pairs = differing(meant.name, read.name)
    listed = f"{', '.join(f'{one} read as {other}' for one, other in pairs)}"
    sure = POSSIBLE if read.well_formed else FAIR if strange else SURE
    reasons = (
        f"{read.text!r} is no designation that is known"
        if not read.well_formed
        else f"{read.text!r} stands here alone",
        f"the paper says {meant.text!r} elsewhere",
        listed,
    )
    yield Proposed(read.text, f"{meant.name}{read.plural}", read.span, RULE, sure, reasons, read.stretch)


def _strange(meant: Designated, read: Designated) -> int | None:
    """How many characters differ that are not read for one another; None where it cannot be the one meant."""
    letters, number = unlike(meant.letters, read.letters), unlike(meant.number, read.number)
    if letters is None or number is None or meant.name == read.name:
        return None
    return letters + number if letters + number <= (0 if read.well_formed and letters == 0 else 1) else None


@cache
def _known() -> frozenset[str]:
    return frozenset(entry.name for entry in lexicon.entries("designations"))
