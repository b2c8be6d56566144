"""Characters that are read for one another, as far as the lexicon says: letters, figures, and either for the other."""

from __future__ import annotations

from functools import cache

from onionskin import lexicon


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """What the ink has with what is read, single characters in capitals."""
    return frozenset(
        (entry.name.upper(), form.upper())
        for name in ("confusions", "figures")
        for entry in lexicon.entries(name)
        for form in entry.forms
        if len(entry.name) == len(form) == 1
    )


def alike(one: str, other: str) -> bool:
    """Whether the one is read for the other, or the other for the one, in any case of the letters."""
    one, other = one.upper(), other.upper()
    return one == other or bool({(one, other), (other, one)} & _pairs())


def unlike(word: str, read: str) -> int | None:
    """How many characters of two words of one length are not the same and not alike; None where lengths differ."""
    if len(word) != len(read):
        return None
    return sum(not alike(one, other) for one, other in zip(word, read, strict=True))


def differing(word: str, read: str) -> list[tuple[str, str]]:
    """The places where two words of one length differ."""
    return [(one, other) for one, other in zip(word, read, strict=True) if one != other]
