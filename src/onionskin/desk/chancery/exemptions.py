"""Exemptions by which something is withheld: what a code means, and which of them rest on a level of classification."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.phrases.exemptions import find_exemptions
from onionskin.record.marks import Exemption


@dataclass(frozen=True, slots=True)
class Ground:
    """One exemption: `code` as it is cited ("(b)(1)"), `of` the law or order, `reason` in its words.

    `classified` where it withholds only what bears a level.
    """

    code: str
    of: str
    reason: str
    classified: bool

    @property
    def cited(self) -> str:
        """`FOIA (b)(5)`, `E.O. 12356 1.3(a)(5)`."""
        return f"{self.of} {self.code}"


@cache
def exemptions_of(words: str) -> tuple[Ground, ...]:
    """What was written by hand or print, `B1A5`, `(b)(1)`, `1.4(d)`; empty where the lexicon knows no code in it."""
    found = (each for code in find_exemptions(words) for each in code.exemptions)
    return tuple(dict.fromkeys(ground for each in found if (ground := _ground(each)) is not None))


def _ground(code: Exemption) -> Ground | None:
    entry = lexicon.spellings("exemptions").get(f"{code.scheme} {code.code}".lower())
    if entry is None:
        return None
    order = f"E.O. {code.edition or entry.text('order')}" if code.scheme == "EO" else code.scheme
    return Ground(code.code, order, entry.text("reason") or "", entry.holds("classified"))


def rests_on_level(words: str) -> bool:
    """Whether one of the codes withholds what is classified."""
    return any(each.classified for each in exemptions_of(words))
