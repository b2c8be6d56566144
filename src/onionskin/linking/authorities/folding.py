"""Names as they are compared: small letters, no accents, titles and suffixes apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.phrases.casing import particles
from onionskin.phrases.name_words import given_names, titles
from onionskin.record.quick import quick

WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*\.?")
FIRST_ACCENT = 0x300
OF_WHAT = (["of", "State"], ["of", "Defense"], ["of", "Staff"])
"""What may stand between a title and its name: `Deputy Under Secretary of State Johnson`."""
VIETNAMESE = 3
"""Words of a name of Vietnam: `Le Van Dong`, whose first is no French article."""
SON_OF = frozenset({"bin", "ben", "ibn"})
"""The name behind is the father's: nobody calls `Hassan ibn Yusuf` Yusuf."""
LONG = 5
"""Given names of so many letters are one where they differ in a single one: the lists spell Ahmad, the papers Ahmed."""
INITIALS = re.compile(r"[A-Z]{2}")
RUN_TOGETHER = re.compile(r"(?P<given>[A-Z][a-z]{2,})(?P<surname>[A-Z][a-z]{2,})")
"""A given name and a surname without the space between them; given names alone tell it from `MacArthur`."""
POSSESSIVE = re.compile(r"['’]s\b\.?|['’](?=\s|\Z)")
RANKS = frozenset(
    {
        *("lt", "ltc", "ltg", "gen", "maj", "brig", "col", "capt", "cdr", "lcdr", "adm", "vadm", "radm", "sgt", "jg"),
        *("amb", "sen", "rep", "prof", "rev", "hon", "mr", "mrs", "ms", "dr", "usa", "usn", "usaf", "usmc", "ret"),
        *("rear", "vice", "chief", "staff", "air", "army", "navy", "fleet", "field"),
        *("baron", "baroness", "count", "viscount", "earl", "shaikh", "elect", "designate"),
    }
)
"""Ranks cut short, as lists of persons print them, and what stands in parentheses behind: no part of a name."""


class Likeness(IntEnum):
    """How much of a name a mention says; a given name alone is least, the whole name most."""

    GIVEN = 0
    SURNAME = 1
    INITIALS = 2
    FULL = 3


@quick
@dataclass(frozen=True, slots=True)
class NameForm:
    """One way a person is written, folded: `Adams, Major General Paul D.` has surname (adams), given (paul, d), title.

    `whole`: not parted in surname and given names (`Ngo Dinh Diem`, `Hussein bin Talal`); then all its words stand in
    `surname`, since any of them may serve as one.
    """

    surname: tuple[str, ...]
    given: tuple[str, ...] = ()
    title: str | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Called:
    """A person as a paper calls him: the folded words of the name, surname last, and the title before it."""

    words: tuple[str, ...]
    title: str | None = None


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """`Hammarskjöld` gives hammarskjold, `O’Neill` oneill, `McCLOY` mccloy; letters alone."""
    plain = word if word.isascii() else unicodedata.normalize("NFKD", word.replace("ø", "o").replace("Ø", "O"))
    return "".join(c for c in plain.casefold() if c.isalpha() and ord(c) < FIRST_ACCENT)


@lru_cache(maxsize=16384)
def called(printed: str) -> Called:
    """The name and title of a mention: `Ambassador Thompson`, `Mr. Johnson (G)`, `U. Alexis Johnson’s`."""
    text = POSSESSIVE.sub("", printed.partition("(")[0])
    words, title = _without_title(_words(text))
    return Called(tuple(_joined(list(_respaced(words)))), title)


def _respaced(words: Sequence[str]) -> Iterator[str]:
    """The words of a printed name with spaces as a list has them: `MJ Desai`, `Mc Cloy`, `GeorgeBall`."""
    behind = ""
    for at, word in enumerate(words):
        last = at == len(words) - 1
        if word in {"Mc", "Mac"} and not last:
            behind = word
        elif INITIALS.fullmatch(word) and not last and not words[-1].isupper():
            yield from word
        elif (m := RUN_TOGETHER.fullmatch(word)) is not None and m["given"].lower() in given_names():
            yield from (m["given"], m["surname"])
        else:
            yield behind + word
            behind = ""


def name_form(written: str) -> NameForm | None:
    """A form of an authority; None where nothing but titles stands there, as some lists have it (`Major General`)."""
    plain = re.sub(r"\([^)]*\)", " ", written)
    left, comma, right = plain.partition(",")
    before, title = _without_title(_words(left))
    if not comma:
        return _whole(tuple(_joined(before)), title)
    if not before:
        return name_form(right) if right.strip() else None
    behind, rank = _without_title(_words(right))
    given = tuple(folded for w in behind if (folded := fold(w)) not in RANKS)
    if not given:
        return _whole(tuple(_joined(before)), title or rank)
    return NameForm(tuple(_joined(before)), given, title or rank)


def _whole(words: tuple[str, ...], title: str | None) -> NameForm | None:
    """A name that no comma parts, or that has nothing but a title behind it: `Duong Van Minh, General`."""
    if not words:
        return None
    parts = sum(word not in small_words() for word in words)
    return NameForm(words, (), title, whole=parts > 1 or (words[0] == "le" and len(words) == VIETNAMESE))


def name_forms(written: str) -> Iterator[NameForm]:
    """The forms of an authority's name, the one in parentheses too where it is one: `Tran Le Xuan (Madame Nhu)`."""
    inside = re.search(r"\(([^)]*)\)", written)
    also = name_form(inside[1]) if inside else None
    yield from (form for form in (name_form(written), also if also is not None and also.title else None) if form)


def parted(form: NameForm, surnames: Collection[tuple[str, ...]]) -> NameForm:
    """A whole name as surname and given names, where one of the surnames ends it."""
    for surname in surnames:
        if len(form.surname) > len(surname) and form.surname[-len(surname) :] == surname:
            return NameForm(surname, form.surname[: -len(surname)], form.title)
    return form


def likeness(said: Sequence[str], form: NameForm) -> Likeness | None:
    """How a mention's words say a form, None where they are another's: `Robert Kennedy` is not `Kennedy, John F.`."""
    if not said:
        return None
    if form.whole:
        return _of_whole(said, form.surname)
    tail = _tail(said, form.surname)
    if tail:
        return _given(said[: len(said) - tail], form.given)
    if len(said) == 1 and said[0] in form.given and len(said[0]) > 2:
        return Likeness.GIVEN
    return None


def _of_whole(said: Sequence[str], words: tuple[str, ...]) -> Likeness | None:
    if len(said) == 1:
        if said[0] not in words:
            return None
        own = said[0] == words[0] or (said[0] == words[-1] and words[-2] not in SON_OF)
        return Likeness.SURNAME if own else Likeness.GIVEN
    named = _in_order(said, words) == len(said) and (
        len(said[-1]) == 1 or any(len(w) > 1 and _same(said[-1], w) for w in words)
    )
    return Likeness.FULL if named else None


def _tail(said: Sequence[str], surname: tuple[str, ...]) -> int:
    """How many of the last words are the surname, or the chief part of it (`Couve` for Couve de Murville)."""
    size = len(surname)
    if tuple(said[-size:]) == surname:
        return size
    if "".join(surname) == said[-1]:
        return 1
    for length in range(2, min(len(said), 4) + 1):
        if "".join(said[-length:]) == "".join(surname):
            return length
    if len(surname) > 1 and said[-1] in surname and said[-1] not in small_words():
        if surname[surname.index(said[-1]) - 1] in SON_OF:
            return 0
        return 2 if len(said) > 1 and said[-2] in surname else 1
    return 0


def _given(said: Sequence[str], given: tuple[str, ...]) -> Likeness | None:
    """Given names in their order, some left out: `Alexis` of (u, alexis), `G. W.` of (george, wildman)."""
    if not said:
        return Likeness.SURNAME
    if not given:
        return None
    matched = _in_order(said, given)
    if matched < len(said):
        return None
    return Likeness.FULL if any(len(w) > 1 for w in said) else Likeness.INITIALS


def _in_order(said: Sequence[str], words: Sequence[str]) -> int:
    """How many of the said words stand among the others, in order.

    A name said in full passes no name in full to stand for an initial: Conrad is not the C. of Gerald C.
    """
    at = count = 0
    for word in said:
        begin = at
        while at < len(words) and not _same(word, words[at]):
            at += 1
        passed = any(len(each) > 1 for each in words[begin:at])
        if at == len(words) or (passed and len(word) > 1 and len(words[at]) == 1):
            break
        at += 1
        count += 1
    return count


def _same(said: str, known: str) -> bool:
    """Whether two given names agree: equal, one the other's initial, or one the short form of the other."""
    if said == known:
        return True
    if len(said) == 1 or len(known) == 1:
        return said[0] == known[0]
    if known in short_names().get(said, ()) or said in short_names().get(known, ()):
        return True
    return said[0] == known[0] and min(len(said), len(known)) >= LONG and _one_apart(said, known)


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes one of the two the other: Ahmed and Ahmad."""
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[at + 1 :] in (short[at:], short[at + 1 :])


def _words(text: str) -> list[str]:
    """The words of a name; initials that stand together are taken apart (`W.R.`), a hyphen parts as a space does."""
    return WORD.findall(text.replace(".", ". ").replace("-", " ").replace("‐", " ").replace("—", " "))


def _without_title(words: list[str]) -> tuple[list[str], str | None]:
    """The words behind the titles at their head, and without suffixes; the last title in its normal form."""
    at, title = 0, None
    while at < len(words):
        size = next((n for n in (4, 3, 2, 1) if _title(words[at : at + n]) is not None), 0)
        if size:
            title = _title(words[at : at + size])
            at += size + 2 * (words[at + size : at + size + 2] in OF_WHAT)
        elif fold(words[at]) in RANKS and (at or len(words) > at + 1):
            at += 1
        else:
            break
    suffixes = lexicon.spellings("suffixes")
    return [w for w in words[at:] if w.lower() not in suffixes], title


def _title(words: Sequence[str]) -> str | None:
    entry = titles().get(" ".join(words).lower()) if words else None
    return entry[0].name if entry else None


def _joined(words: Sequence[str]) -> list[str]:
    return [folded for folded in map(fold, words) if folded]


@cache
def small_words() -> frozenset[str]:
    """Words inside surnames that are none themselves: de, von der, al, ibn."""
    return frozenset(fold(w) for phrase in particles() for w in phrase.split()) | {"le", "la", "abu", "abdul", "bey"}


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """Short forms of given names to what they are short for, folded: jack to (john, jacob)."""
    return {
        fold(spelling): frozenset(map(fold, entry.list("long")))
        for entry in lexicon.entries("short_names")
        for spelling in entry.spellings
    }
