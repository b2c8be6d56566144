"""Names of committees, boards and groups of which one word was misread: `Working Croup`, `EEC Executive Committee`.

Each word may be a word of its own, so that no lexicon of words finds it; the name as a whole says what it should be.
Such a correction is proposed and not applied, but where the misread part is no word at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from rapidfuzz.distance import Levenshtein

from onionskin import lexicon
from onionskin.emending.printed_alike import unlike
from onionskin.emending.proposed import Proposed
from onionskin.record.span import Span

RULE = "name-of-a-body"
PART = r"[A-Z][A-Za-z0-9'’]*(?:-[A-Z][a-z]+)*"
NAME = re.compile(rf"(?<![\w-]){PART}(?:(?: |[ \t]*\n[ \t]*){PART}){{1,5}}(?![\w-])")
NEAR, LONG = 2, 5
"""Letters that may differ in a word of so many letters or more; in a shorter one it may be one."""
SURE, LIKELY, POSSIBLE = 0.93, 0.8, 0.65
ARTICLES = frozenset(
    {"The", "A", "An", "This", "That", "Our", "Their", "Your", "His", "In", "On", "At", "As", "For", "If"}
)


def misread_bodies(text: str, places: frozenset[str]) -> Iterator[Proposed]:
    """The names in a running text of which one word is misread; `places` are those that its paper names."""
    for match in NAME.finditer(text):
        words, start = match[0].split(), match.start()
        while words and words[0] in ARTICLES:
            words.pop(0)
            start = text.index(words[0], start + 1) if words else start
        if len(words) < 2:
            continue
        found = _ending(words) or _letters(words) or _place(words, places)
        if found:
            at, word, sure, reason = found
            to = " ".join([*words[:at], word, *words[at + 1 :]])
            yield Proposed(
                " ".join(words), to, Span(start, match.end()), RULE, sure, (reason, f"{to!r} is the name of a body")
            )


Found = tuple[int, str, float, str]
"""Which word of the name, what it should be, how sure that is, and why."""


def _ending(words: list[str]) -> Found | None:
    """One of the last two words is nearly that of a body, and the other is it: `Working Croup`."""
    first, last = words[-2:]
    if f"{first} {last}" in bodies():
        return None
    for one in _by_last().get(last, ()):
        if _near(one, first):
            return len(words) - 2, one, LIKELY, f"{first!r} is read for {one!r} before {last!r}"
    for other in _by_first().get(first, ()):
        if _near(other, last):
            return len(words) - 1, other, LIKELY, f"{last!r} is read for {other!r} behind {first!r}"
    return None


@cache
def _by_last() -> Mapping[str, list[str]]:
    out: dict[str, list[str]] = {}
    for body in bodies():
        out.setdefault(body.split()[1], []).append(body.split()[0])
    return out


@cache
def _by_first() -> Mapping[str, list[str]]:
    out: dict[str, list[str]] = {}
    for body in bodies():
        out.setdefault(body.split()[0], []).append(body.split()[1])
    return out


def _near(word: str, read: str) -> bool:
    away = Levenshtein.distance(word, read)
    # A plural, or a word made of the same: "Working Groups", "Planning Boards".
    derived = read.removesuffix("s") == word or word.removesuffix("s") == read
    return 0 < away <= (NEAR if len(word) >= LONG and len(read) == len(word) else 1) and not derived


def _letters(words: list[str]) -> Found | None:
    """The letters before it are none that we know, or not those of this body: `N5C Planning Board`."""
    if len(words) < 3 or " ".join(words[-2:]) not in bodies() or not words[-3].isupper() or len(words[-3]) > 5:
        return None
    read, of = words[-3], bodies()[" ".join(words[-2:])]
    if read in of:
        return None
    for letters in of:
        if len(letters) == len(read) and any(one == other for one, other in zip(letters, read, strict=True)):
            strange = len(letters) if read in _known_letters() else unlike(letters, read) or 0
            sure = SURE if not strange else LIKELY if strange == 1 else POSSIBLE
            return (
                len(words) - 3,
                letters,
                sure,
                f"{read!r} has no {' '.join(words[-2:])} that is known, {letters!r} has",
            )
    if read in _known_letters():
        return None
    near = [each for each in _known_letters() if len(each) == len(read) > 2 and Levenshtein.distance(each, read) == 1]
    alike = [each for each in near if unlike(each, read) == 0] or near
    if len(alike) == 1:
        return len(words) - 3, alike[0], POSSIBLE, f"{read!r} is no office that is known, {alike[0]!r} is"
    return None


def _place(words: list[str], places: frozenset[str]) -> Found | None:
    """The word before it is nearly a place of which the paper speaks: `Cypress Working Party`."""
    if len(words) < 3 or " ".join(words[-2:]) not in bodies() or words[-3] in places:
        return None
    read = words[-3]
    near = [each for each in places if len(each) >= LONG and 0 < Levenshtein.distance(each, read) <= NEAR]
    if len(near) == 1:
        return len(words) - 3, near[0], POSSIBLE, f"{read!r} is read for {near[0]!r}, of which the paper speaks"
    return None


@cache
def bodies() -> Mapping[str, tuple[str, ...]]:
    """The last two words of a body's name, to the letters that stand before them."""
    return {entry.name: entry.list("of") for entry in lexicon.entries("bodies")}


@cache
def _known_letters() -> frozenset[str]:
    names = (
        form for name in ("offices", "organizations") for entry in lexicon.entries(name) for form in entry.spellings
    )
    return frozenset(form for form in names if form.isupper() and form.isalpha())
