"""The leaves of a packet before they are bound, with what is true of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Half = Literal["build", "score"]


class Role(StrEnum):
    """What a page is."""

    FIRST = "first"
    CONTINUATION = "continuation"
    COVER = "cover-sheet"
    FORM = "identification-form"
    SLIP = "routing-slip"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its text as a reader gets it, and its role."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Bundle:
    """Papers that lie in this order whatever is shuffled: a paper with what is enclosed in it, or one alone.

    `under` gives for a paper (by its place in `papers`) the place of the one that carries it.
    """

    papers: tuple[tuple[Leaf, ...], ...]
    under: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Packet:
    """One file. `begins` are the pages (from 1) on which a paper begins; `under` the page on which an enclosure begins
    and that of the paper that carries it.
    """

    name: str
    leaves: tuple[Leaf, ...]
    begins: tuple[int, ...]
    under: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """What is written to the file: a form feed at each page turn."""
        return "\f".join(leaf.text.strip("\n\f") + "\n" for leaf in self.leaves)


def paper(pages: Sequence[str], role: Role = Role.FIRST) -> tuple[Leaf, ...]:
    """A paper's leaves: the first has the role, the others go on."""
    return tuple(Leaf(text, role if n == 0 else Role.CONTINUATION) for n, text in enumerate(pages))


def bound(name: str, bundles: Sequence[Bundle]) -> Packet:
    """The bundles one after the other. A blank leaf begins no paper: it belongs to what lies before it."""
    leaves: list[Leaf] = []
    begins: list[int] = []
    under: list[tuple[int, int]] = []
    for bundle in bundles:
        at: list[int] = []
        for each in bundle.papers:
            at.append(len(leaves) + 1)
            leaves += each
        begins += [page for page, each in zip(at, bundle.papers, strict=True) if each[0].role is not Role.BLANK]
        under += [(at[child], at[parent]) for child, parent in bundle.under]
    return Packet(name, tuple(leaves), tuple(begins), tuple(under))
