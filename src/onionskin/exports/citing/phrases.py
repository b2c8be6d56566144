"""Words of a citation, some of them in italics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words; `italic` for the title of a volume."""

    text: str
    italic: bool = False


def plain(phrases: Iterable[Phrase]) -> str:
    """The words alone."""
    return "".join(each.text for each in phrases)


def listed(words: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B, and C`."""
    held = list(words)
    if len(held) < 3:
        return " and ".join(held)
    return f"{', '.join(held[:-1])}, and {held[-1]}"
