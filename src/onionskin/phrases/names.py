"""Persons as papers name them: titles, initials, surnames in capitals, offices before and behind them, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onionskin import lexicon
from onionskin.phrases.casing import natural, particles
from onionskin.phrases.damage import DASH
from onionskin.phrases.drafters import read_compact
from onionskin.phrases.found import Found
from onionskin.phrases.name_words import given_names, is_plausible, name_words, title_at, title_pattern
from onionskin.phrases.offices import is_symbol, known_symbol
from onionskin.phrases.word_classes import word_class
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

OFFICE = r"[A-Z]{1,5}(?:/[A-Z]{1,5})*(?:-[A-Z]{1,3})?"
LEAD = re.compile(
    rf"""[\s*_~\[("'“”·•{DASH}]*
    (?: (?: for | to | from | by | cc | bcc | attn | attention | through | thru | signed | /s/ | and | dear | via ) \b
        [:\s.]+ )*
    (?: (?P<office>{OFFICE}) \s* (?: [{DASH}:] \s* | \s (?=Mr|Mrs|Miss|Amb) ) )?""",
    re.VERBOSE | re.IGNORECASE,
)
BEHIND = re.compile(  # Mr. Johnson (G) | Mr. Johnson, S/S
    rf"""(?: ,? \s* \( (?P<office>{OFFICE}) \) | , \s* (?P<plain> [A-Z]{{1,4}} / [A-Z]{{1,5}} (?: / [A-Z]{{1,5}} )* ) )
    (?![A-Za-z])""",
    re.VERBOSE,
)
LINES_REMEMBERED = 2048
LETTERS_BEFORE = re.compile(r"[A-Z]{2,4}\s+(?P<word>[A-Za-z]+)")
SPLIT = re.compile(r"\s*(?:,(?!\s*(?:Jr|Sr|JR|SR|II|III|IV|Esq)\b)|;|&|\n|\b(?:and|AND|And)\b|\s/\s)\s*")


@lru_cache(maxsize=LINES_REMEMBERED)
def read_person(text: str) -> Found[Named] | None:
    """The person a line names first: `U - George W. Ball`, `Mr. Johnson (G)`, `RUSK`, `EUR:WRTyler`.

    The span runs from office or title to suffix or office. What follows ("…, Secretary of State") is left over. A
    single word without a title is DOUBTFUL, since only its place on the paper makes it a name.
    """
    compact = read_compact(text)
    return compact.with_value(compact.value.person) if compact is not None else _leading(text, None)


def read_persons(text: str) -> list[Found[Named]]:
    """The persons of a list, in order: `STEVENSON AND McCLOY`, `Messrs. Ball, Johnson and Tyler`, one line for each."""
    out: list[Found[Named]] = []
    shared: str | None = None
    for start, end in _pieces(text):
        piece = text[start:end]
        compact = read_compact(piece)
        if compact is not None:
            out.append(compact.with_value(compact.value.person).shifted(start))
            continue
        person = _leading(piece, shared) or _titled_inside(piece)
        shared = _shared_title(piece, shared) if person is not None else None
        if person is not None:
            out.append(person.shifted(start))
            out += (more.shifted(start + person.span.end) for more in _more_titled(piece[person.span.end :]))
    return out


def person_at(
    text: str, start: int, *, office: str | None = None, begins: int | None = None, shared_title: str | None = None
) -> Found[Named] | None:
    """A person whose title or name begins at `start`; `begins` is where an `office` before it does.

    `shared_title` is that of a list ("Messrs."), which a name without one of its own takes.
    """
    title = title_at(text, start)
    words, end = name_words(text, title.end if title else start, titled=title is not None or office is not None)
    if _initialled(words):
        words, end = words[:-1], start + len(text[start : text.rindex(words[-1], start, end)].rstrip(" *_"))
    if title is not None and words and text[start:end].isupper():
        words, end = _cut_in_capitals(text, title.end, words, end)
    placed = office is not None or shared_title is not None
    if (
        not words
        or _is_part_of_office(text[start:end])
        or not is_plausible(words, title=title, placed=placed, followed=text[end : end + 2])
    ):
        return None
    behind = BEHIND.match(text, end) if office is None else None
    symbol = (behind["office"] or behind["plain"]) if behind else ""
    if behind and is_symbol(symbol):
        office, end = known_symbol(symbol) or symbol, behind.end()
    span = Span(start if begins is None else begins, end)
    title_name = title.name if title else shared_title
    named = named_person(words, span.of(text), title=title_name, office=office)
    if title_name is None and office is None and len(words) == 1:
        return Found(span, named, span.of(text), 0.6, ReadingState.DOUBTFUL, "one word without a title")
    return Found(span, named, span.of(text), 0.95 if title_name or office else 0.85)


def _is_part_of_office(printed: str) -> bool:
    """Whether letters without stops stand before a part of an office or its files: `CI Staff` is no C. I. Staff."""
    m = LETTERS_BEFORE.fullmatch(printed)
    return m is not None and m["word"].lower() in word_class("parts-of-offices")


def _initialled(words: Sequence[str]) -> bool:
    """`ALBERT J. MARLOW AJM`: the writer's initials, in hand behind his name as typed."""
    *name, last = words or ("",)
    return len(name) > 1 and len(last) > 1 and last == "".join(_letters(word) for word in name)


def _letters(word: str) -> str:
    return word.replace(".", "") if "." in word else word[0]


def _cut_in_capitals(text: str, at: int, words: list[str], end: int) -> tuple[list[str], int]:
    """In a text of capitals the words behind a title run on into the sentence: there the first surname ends the name.

    `PRESIDENT PADILLA DECLARED` is cut, `PRESIDENT NGO DINH DIEM` on a line of its own is not.
    """
    if not text[end:].strip(" .,;:)"):
        return words, end
    surname = next((i for i, w in enumerate(words) if not _before_surname(w)), len(words))
    kept = words[: surname + 1]
    for word in kept:
        at = text.index(word, at) + len(word)
    return kept, at


def _before_surname(word: str) -> bool:
    """Whether a surname is still to come: behind initials, given names and particles."""
    lower = word.lower()
    return len(word) == 1 or word.endswith(".") or lower in given_names() or lower in particles()


def named_person(words: Sequence[str], printed: str, *, title: str | None = None, office: str | None = None) -> Named:
    """A person of these words, surname last but for a suffix, capitals made natural; `JMR` is initials alone."""
    if len(words) == 1 and words[0].isupper() and len(words[0]) <= 4 and not set(words[0]) & set("AEIOUY"):
        return Named(words[0], NamedKind.PERSON, printed, office=office, title=title)
    suffixes = lexicon.spellings("suffixes")
    body = natural(" ".join(w for w in words if w.strip(",").lower() not in suffixes)).split(" ")
    tail = [suffixes[w.strip(",").lower()] for w in words if w.strip(",").lower() in suffixes]
    at = len(body) - 1
    while at > 0 and body[at - 1].lower() in particles() and not body[at - 1].endswith("."):
        at -= 1
    surname = " ".join(body[at:])
    given = " ".join(re.sub(r"\.(?=[A-Z])", ". ", w) for w in body[:at]) or None  # W.R. as W. R.
    name = " ".join([p for p in (given, surname) if p] + [e.name for e in tail if e.holds("part_of_name")])
    return Named(name, NamedKind.PERSON, printed, office=office, surname=surname, given=given, title=title)


@lru_cache(maxsize=LINES_REMEMBERED)
def _leading(text: str, shared_title: str | None) -> Found[Named] | None:
    """A person that begins the text, after labels, dashes and an office."""
    lead = LEAD.match(text)
    if lead is None or not lead["office"]:
        return person_at(text, lead.end() if lead else 0, shared_title=shared_title)
    at = lead.start("office")
    if not is_symbol(lead["office"]):
        return person_at(text, at, shared_title=shared_title)
    office = known_symbol(lead["office"]) or lead["office"]
    return person_at(text, lead.end(), office=office, begins=at, shared_title=shared_title)


def _shared_title(piece: str, shared: str | None) -> str | None:
    """The title that goes on to the next name of the list: that of a plural, until another title stands."""
    lead = LEAD.match(piece)
    title = title_at(piece, lead.end() if lead else 0)
    if title is None:
        return shared
    return title.name if title.plural else None


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the names of a list stand, between commas, `and` and line breaks."""
    at = 0
    for m in [*SPLIT.finditer(text), None]:
        end = m.start() if m else len(text)
        if text[at:end].strip():
            yield at, end
        at = m.end() if m else end


def _titled_inside(text: str) -> Found[Named] | None:
    """A titled person further on in the text ("1 copy to Mrs. Hanning")."""
    people = (person_at(text, m.start()) for m in title_pattern().finditer(text))
    return next((p for p in people if p is not None and p.value.title), None)


def _more_titled(text: str) -> Iterator[Found[Named]]:
    """Titled persons that follow without a comma: "Mrs. Hanning for Mr. Ball"."""
    at = 0
    while (person := _titled_inside(text[at:])) is not None:
        yield person.shifted(at)
        at += person.span.end
