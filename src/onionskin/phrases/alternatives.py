"""Many words as one pattern: those that begin alike are tried together, and most of them not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

BEGINS = re.compile(r"[A-Za-z](?![?*+{])")
"""A letter that must stand there."""


def either(patterns: Iterable[str]) -> str:
    """The patterns with `|` between them, of which the first that fits is found; where all begin with letters, those
    letters are taken out, since two that begin otherwise never fit at one place. For `re.IGNORECASE` too.

    `Paris`, `Rome`, `Prague` give `P(?:aris|rague)|Rome`: a few letters are looked at where there were hundreds of
    words.
    """
    told = list(dict.fromkeys(patterns))
    beginning: dict[str, list[str]] = {}
    for each in told:
        if not BEGINS.match(each):
            return "|".join(told)
        beginning.setdefault(each[0], []).append(each[1:])
    if len({letter.lower() for letter in beginning}) < len(beginning):
        return "|".join(told)
    return "|".join(first + (f"(?:{either(rest)})" if len(rest) > 1 else rest[0]) for first, rest in beginning.items())
