"""Which document a telegram number means: what the linker says, held against the editors' footnotes.

The truth is what `../shared/tools/reference_truth.py` lists: where a footnote that points to a document of the volume
stands right behind a telegram number. Where it points to a *note* of a document (`d18f`: printed nowhere, told of in a
note), the telegram is not among the records, and a link there is a wrong one.
"""

from __future__ import annotations

import runpy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.linking.stripping import squeezed

TOOL = "reference_truth.py"


@dataclass(frozen=True, slots=True)
class Footnoted:
    """A telegram number behind which the editors say what it means; `targets` is empty where it is printed nowhere."""

    volume: str
    document: str
    mention: str
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cites:
    """A reference as the linker left it: its words, its number, and the document it is linked to."""

    text: str
    number: str
    linked: str | None
    first: str | None = None


@dataclass(slots=True)
class Counts:
    """Sums over volumes; `printed` are the places whose telegram is among the records."""

    places: int = 0
    printed: int = 0
    found: int = 0
    linked: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def shown(self) -> dict[str, float | int | None]:
        """The figures under the names that they have in `--json`."""
        return {
            "reference_precision": self.right / self.linked if self.linked else None,
            "reference_recall": self.right / self.printed if self.printed else None,
            "reference_places": self.places,
            "reference_printed": self.printed,
            "reference_found": self.found,
            "reference_linked": self.linked,
            "reference_right": self.right,
        }


def truth(tools: Path, volume: Path) -> Iterator[Footnoted]:
    """What the shared tool lists of a volume; nothing of `onionskin` has a part in it."""
    pairs: Any = runpy.run_path(str(tools / TOOL))["pairs"]
    for name, document, mention, targets in pairs(str(volume)):
        printed = {each for each in targets.split() if not each.endswith("f")}
        yield Footnoted(name, document, mention, frozenset(printed))


def score(places: Sequence[Footnoted], cited: Mapping[str, Sequence[Cites]], into: Counts) -> None:
    """Counts what the linker made of the places of one volume; `cited` are the references of each document."""
    for place in places:
        into.places += 1
        into.printed += bool(place.targets)
        number = place.mention.rsplit(maxsplit=1)[-1]
        of_it = [each for each in cited.get(place.document, ()) if squeezed(each.number) == number]
        # Twice the same number in one paper: whichever is linked.
        best = next((each for each in of_it if each.linked), of_it[0] if of_it else None)
        into.found += best is not None
        where = f"{place.volume}/{place.document}\t{place.mention}\t{' '.join(sorted(place.targets)) or 'not printed'}"
        if best is None:
            into.misses.append(f"not found\t{where}")
            continue
        right = best.linked in place.targets
        into.linked += best.linked is not None
        into.right += right
        if not right and (place.targets or best.linked):
            into.misses.append(
                f"{'wrong' if best.linked else 'open'}\t{where}\t{best.text}\t{best.linked or best.first}"
            )
