"""The names that stand in a text: persons, posts, offices, bodies, places, things, happenings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.gazetteer import by_first_word, first_word, known_at, type_letters
from onionskin.phrases.name_words import (
    FAMILY_LE,
    MIDDLE_NAMES,
    demonyms,
    given_names,
    joined_initials,
    not_persons,
    ordinary,
    titles,
)
from onionskin.phrases.names import person_at
from onionskin.phrases.offices import SYMBOL, is_symbol, known_symbol
from onionskin.phrases.posts import post_at
from onionskin.phrases.word_classes import word_class
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

LARGE = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![A-Za-z0-9À-ÿ'’][A-ZÀ-ÖØ-Þ])(?:['’](?=[A-Z]))?(?:[A-Za-zÀ-ÿ]|-(?=[A-Za-zÀ-ÿ]))*")
TYPE = re.compile(r"(?P<letters>[A-Z][A-Za-z]{0,2})[-‐‑–](?P<number>[0-9]{1,3}[A-Z]?)(?=['’]?s?(?![A-Za-z0-9]))")
INNER_CAPITAL = re.compile(r"[a-z][A-Z]")
NAME_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Abd|O['’])[A-Z]")
LIST_BEFORE = re.compile(r"([A-Z][A-Za-z'’-]+)(?:,|\s+and|,\s+and|\s+or)\s+(?:perhaps\s+)?\Z")
LIST_AFTER = re.compile(r"(?:,|\s+and|,\s+and|\s+or)\s+(?:perhaps\s+)?([A-Z][A-Za-z'’-]+)")
BEFORE_WORD = re.compile(r"([A-Za-z'’]+)\s*\Z")
ENOUGH = 2
WORDS_REMEMBERED = 8192


@dataclass(slots=True)
class Reading:
    """One text being read: what was found, and the capitalised words that nothing has explained yet."""

    text: str
    flat: str
    capitals: bool
    finds: list[Found[Named]] = field(default_factory=list)
    loose: list[tuple[int, int]] = field(default_factory=list)


def find_mentions(text: str) -> Iterator[Found[Named]]:
    """Names in the order of the text, none overlapping another.

    A person is known by a title, a given name or initials; a surname alone by one of these elsewhere in the text, or by
    what stands around it ("told Kuznetsov that", "Kuznetsov and Mikoyan") and how often it stands; then the confidence
    is low. Functions without a name ("the President") are no mentions. In text without small letters only titled
    persons count.
    """
    reading = Reading(text, text.replace("\n", " "), _all_capitals(text))
    done = 0
    for m in LARGE.finditer(text):
        if m.start() >= done:
            done = _at(reading, m)
    yield from sorted([*reading.finds, *_surnames(reading)], key=lambda f: f.span)


def _all_capitals(text: str) -> bool:
    """Whether the text is written in capitals, judged by its middle: telegraphic prose of the 1970s."""
    middle = max(0, len(text) // 2 - 300)
    sample = text[middle : middle + 600]
    large, small = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return large > 2 * small


def _at(reading: Reading, m: re.Match[str]) -> int:
    """Read what begins at one capital, and say where to go on."""
    text, at, word = reading.text, m.start(), m[0]
    low, may_be, explained = _known_of(word)
    after = text[m.end() : m.end() + 1]
    find: Found[Named] | None = None
    if may_be.designator:
        find = post_at(text, at)
    if find is None and after and after in "/-‐‑–":
        find = _symbol(text, at, word, after)
    if find is None and may_be.known:  # before titles: General Assembly
        find = _known(reading, at, low)
    if find is None and may_be.title:
        find = person_at(text, at)
        find = find if find is not None and find.value.title else None
    if find is None and not reading.capitals:
        given = may_be.given or (low == "le" and FAMILY_LE.match(text, at) is not None)
        given = given or joined_initials(text, at) is not None
        find = _full_name(reading, at, given=given) if given or after == "." else None
    if find is not None:
        reading.finds.append(find)
        return find.span.end
    if not explained and not reading.capitals:
        reading.loose.append((at, m.end()))
    return m.end()


@lru_cache(maxsize=WORDS_REMEMBERED)
def _known_of(word: str) -> tuple[str, Opening, bool]:
    """A capitalised word as names are looked up by it, what can begin with it, and whether it is no surname."""
    low = first_word(word)
    return low, openings().get(low, NOTHING), not _unexplained(word)


def _symbol(text: str, at: int, word: str, after: str) -> Found[Named] | None:
    """An office with a slash, or a type with a number."""
    if after == "/":
        m = SYMBOL.match(text, at) if word.isupper() else None
        if m is None or "/" not in m[0] or not is_symbol(m[0]):
            return None
        normal = known_symbol(m[0]) or m[0]
        return found_in(text, at, m.end(), Named(normal, NamedKind.OFFICE, m[0], office=normal), confidence=0.9)
    m = TYPE.match(text, at)
    if m is None or m["letters"].upper() not in type_letters():
        return None
    return found_in(
        text, at, m.end(), Named(f"{m['letters'].upper()}-{m['number']}", NamedKind.THING, m[0]), confidence=0.85
    )


def _known(reading: Reading, at: int, low: str) -> Found[Named] | None:
    known = known_at(reading.flat, at, low, capitals=reading.capitals)
    if known is None:
        return None
    entry, end = known
    return found_in(reading.text, at, end, Named(entry.name, entry.kind, reading.text[at:end]), confidence=0.9)


def _initials(text: str, at: int) -> bool:
    """Whether initials begin here; one alone at the head of a line is the letter of a paragraph."""
    if (not at or text[at - 1] == "\n") and text[at + 2 : at + 5].lstrip()[1:2] != ".":
        return False
    return (
        text[at + 1 : at + 2] == "."
        and text[at + 2 : at + 3] in " ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        and text[at + 2 : at + 4].strip() != ""
    )


def _full_name(reading: Reading, at: int, *, given: bool) -> Found[Named] | None:
    """A given name or initials and a surname: `Adlai Stevenson`, `U. Alexis Johnson`.

    A word that nothing explained just before initials is a given name we do not know: `Zbyszek K. Novak`.
    """
    start = at
    if not given:
        if not _initials(reading.text, at):
            return None
        if reading.loose and reading.text[reading.loose[-1][1] : at] == " ":
            start = reading.loose[-1][0]
    person = person_at(reading.text, start)
    if person is None or person.value.given is None or not person.value.surname:
        return None
    surname = person.value.surname.lower()
    if surname in ordinary() or surname in demonyms() or surname in not_persons():
        return None
    if start != at:
        reading.loose.pop()
    return person


def _unexplained(word: str) -> bool:
    """Whether a capitalised word may be a surname."""
    if len(word) < 3 or word.isupper():
        return False
    low = word.lower()
    if INNER_CAPITAL.search(word) and not NAME_PREFIX.match(word):
        return False
    if "-" in word:
        return not any(
            part in demonyms() or part in ordinary() or part in not_persons() or part.isdigit()
            for part in low.split("-")
        )
    return not (
        low in ordinary()
        or low in demonyms()
        or low in titles()
        or low in not_persons()
        or low in given_names()
        or low.rstrip("s") in ordinary()
    )


def _surnames(reading: Reading) -> Iterator[Found[Named]]:
    """The unexplained words that are surnames: seen in a full or titled name, or by their company."""
    text = reading.text
    seen = {f.value.surname for f in reading.finds if f.value.kind is NamedKind.PERSON and f.value.surname}
    counts = Counter(text[a:b] for a, b in reading.loose)
    runs = _runs(reading)
    supported = _supported(reading, runs, counts, frozenset(seen))
    for start, end in runs:
        words = text[start:end].split()
        if words[-1] not in seen and words[-1] not in supported:
            continue
        named = Named(" ".join(words), NamedKind.PERSON, text[start:end], surname=words[-1])
        if words[-1] in seen:
            yield found_in(text, start, end, named, confidence=0.85)
        else:
            reason = "a capitalised word that stands as names do"
            yield Found(Span(start, end), named, text[start:end], 0.6, ReadingState.DOUBTFUL, reason)


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """Loose words that stand side by side, as one name; a middle name between them may be typed small."""
    out: list[tuple[int, int]] = []
    for start, end in reading.loose:
        between = reading.flat[out[-1][1] : start] if out else ""
        if (between == " " or between.strip() in MIDDLE_NAMES) and len(reading.text[out[-1][0] : end].split()) <= 3:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _supported(
    reading: Reading, runs: Sequence[tuple[int, int]], counts: Counter[str], seen: frozenset[str]
) -> frozenset[str]:
    """The words for which enough speaks, over all places where they stand, and those that stand beside one of them."""
    best: Counter[str] = Counter()
    for start, end in runs:
        word = reading.text[start:end].split()[-1]
        score = _score(reading.flat, start, end)
        best[word] = max(best[word], score + (counts[word] > 1 and score > 0))
    supported = {w for w, score in best.items() if score >= ENOUGH}
    supported = {w for w in supported if not _also_small(reading.flat, w)}
    for start, end in runs:
        word = reading.text[start:end].split()[-1]
        if (
            word not in supported
            and _beside_person(reading.flat, start, end, seen | supported)
            and not _also_small(reading.flat, word)
        ):
            supported.add(word)
    return frozenset(supported)


def _score(text: str, start: int, end: int) -> int:
    """What speaks for a surname in one place; at the head of a sentence small signs do not count."""
    before = text[max(0, start - 24) : start].rstrip()
    previous = BEFORE_WORD.search(before)
    word = text[start:end].rpartition(" ")[2]
    score = int(endings().search(word) is not None)
    score += 2 * (person_verb().match(text, end) is not None)
    score += text[end : end + 2] in ("'s", "’s")
    if not before or before[-1] in '.?!:;"“':
        return score if score >= ENOUGH else 0
    return score + (previous is not None and previous[1].lower() in word_class("toward-a-person"))


def _also_small(flat: str, word: str) -> bool:
    """Whether the text has the same word with a small letter: then it is no name."""
    low = word.lower()
    at = flat.find(low)
    while at >= 0:
        if not flat[at - 1 : at].isalpha() and not flat[at + len(low) : at + len(low) + 1].isalpha():
            return True
        at = flat.find(low, at + 1)
    return False


def _beside_person(text: str, start: int, end: int, seen: frozenset[str]) -> bool:
    """Whether a comma or `and` joins it to a person known by other means."""
    after, before = LIST_AFTER.match(text, end, end + 40), LIST_BEFORE.search(text[max(0, start - 40) : start])
    return bool((after and after[1] in seen) or (before and before[1] in seen))


@dataclass(frozen=True, slots=True)
class Opening:
    """What a name can be that begins with a certain word."""

    title: bool = False
    designator: bool = False
    known: bool = False
    given: bool = False


NOTHING = Opening()


@cache
def openings() -> Mapping[str, Opening]:
    """The first words of titles, designators, known names and given names, in small letters."""
    title = frozenset(map(first_word, titles()))
    designator = frozenset(
        first_word(s) for e in lexicon.entries("designators") for s in (*e.spellings, *e.list("plural"))
    )
    known, given = by_first_word().keys(), given_names()
    words = title | designator | known | given
    return {w: Opening(w in title, w in designator, w in known, w in given) for w in words}


@cache
def person_verb() -> re.Pattern[str]:
    """What a person does, behind the name: `had also said`, `presses`."""
    between, deeds = ("|".join(word_class(name)) for name in ("between-person-and-deed", "done-by-persons"))
    return re.compile(rf"\s+(?:(?:{between})\s+)*(?:{deeds})\b")


@cache
def endings() -> re.Pattern[str]:
    """Endings of words that are surnames more often than not."""
    return re.compile(rf"(?:{'|'.join(word_class('surname-endings'))})\Z")
