"""Places, bodies, things and happenings by name: which of them begins at a given capital."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.record.named import NamedKind

LISTS: tuple[tuple[str, NamedKind], ...] = (
    ("posts", NamedKind.PLACE),
    ("places", NamedKind.PLACE),
    ("organizations", NamedKind.ORGANIZATION),
    ("happenings", NamedKind.HAPPENING),
    ("things", NamedKind.THING),
)
WORDS_TOO = frozenset(
    {
        "nice",
        "hue",
        "victoria",
        "santos",
        "cali",
        "mobile",
        "air",
        "hawk",
        "pacific",
        "sac",
        "who",
        "us",
        "un",
        "turkey",
        "chad",
    }
)
"""Names that are also words; in a text that is all capitals they count only where nothing else can be meant."""


@dataclass(frozen=True, slots=True)
class Known:
    """A spelling: `printed` as the list has it, `exact` where its capitals matter (US, not us)."""

    printed: str
    name: str
    kind: NamedKind
    exact: bool


@cache
def by_first_word() -> Mapping[str, tuple[Known, ...]]:
    """Every spelling of all lists by its first word in small letters, the longest first."""
    out: dict[str, list[Known]] = {}
    for name, kind in LISTS:
        for entry in lexicon.entries(name):
            if entry.holds("prefix"):
                continue
            for spelling in entry.spellings:
                exact = spelling.isupper() and len(spelling) <= 8
                out.setdefault(first_word(spelling), []).append(Known(spelling, entry.name, kind, exact))
    return {word: tuple(sorted(known, key=lambda k: -len(k.printed))) for word, known in out.items()}


@cache
def type_letters() -> frozenset[str]:
    """The letters before the number of a type: IL, MIG, U."""
    return frozenset(s.upper() for e in lexicon.entries("things") if e.holds("prefix") for s in e.spellings)


def first_word(text: str) -> str:
    """Letters up to the first that is none, in small letters: `U.S.` gives u, `Viet-Nam` viet."""
    if text.isalpha():
        return text.lower()
    for i, c in enumerate(text):
        if not c.isalpha():
            return text[:i].lower()
    return text.lower()


def known_at(flat: str, at: int, word: str, *, capitals: bool) -> tuple[Known, int] | None:
    """The longest known name that begins at `at`, and where it ends.

    `flat` is the text with spaces for line breaks, `word` the first word there in small letters; `capitals`: the whole
    text is written in capitals.
    """
    for known in by_first_word().get(word, ()):
        end = at + len(known.printed)
        printed = flat[at:end]
        if printed != known.printed and (
            known.exact or printed.lower() != known.printed.lower() or not _capital(printed, known.printed)
        ):
            continue
        if flat[end : end + 1].isalnum() or (
            flat[end : end + 1] == "-" and flat[end + 1 : end + 2].isalpha() and known.exact
        ):
            continue
        if (
            word in WORDS_TOO
            and len(known.printed) == len(word)
            and (capitals or (not known.exact and _begins(flat, at)))
        ):
            continue
        return known, end
    return None


def _capital(printed: str, listed: str) -> bool:
    """Whether the words the list writes large are large: `Security council` is prose as often as not."""
    return printed.isupper() or all(
        p[:1].isupper() for p, q in zip(printed.split(), listed.split(), strict=False) if q[:1].isupper()
    )


def _begins(flat: str, at: int) -> bool:
    """Whether a sentence begins here, where every word is large."""
    before = flat[max(0, at - 3) : at].rstrip()
    return not before or before[-1] in '.?!:"“'
