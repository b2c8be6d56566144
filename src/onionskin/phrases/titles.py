"""Titles of forms, which say what sort of paper begins: OUTGOING TELEGRAM, MEMORANDUM OF CONVERSATION."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from onionskin.lexicon import entries
from onionskin.phrases.label_words import capitals as capitals_in
from onionskin.phrases.label_words import letters
from onionskin.record.fields import Kind
from onionskin.text.headings import in_title_case
from onionskin.text.prose import is_prose

CAPITALS = re.compile(r"[A-Z ]+")
CLIPPED = 11
"""Letters that must be left of a title whose beginning is lost."""
PIECE = 5
"""Letters in a row that even a misread title still has."""
BEGINS = re.compile(
    r"(?:(?:MEMORANDUM|MINUTES|SUMMARY|RECORD|NOTES) (?:FOR|TO|OF|ON)|(?:TELE)?PHONE (?:CALL|CONVERSATION)"
    r"|[A-Z ]*COVER SHEET FOR)\b"
)
"""A title in capitals that goes on with words as a sentence has them: `MEMORANDUM TO: The Under Secretary`."""
DISPATCHED = re.compile(r"(?:date|when)\s+dispatched|dispatch(?:ed|\s+s?[yv]m)", re.IGNORECASE)
"""Boxes of a dispatch's form, not its title."""
PLAIN = 16
"""Letters a title needs to count in small letters as well: Memorandum of Conversation."""
LONG = 20
"""Letters from which a title in small letters is known though it is misread."""
WORTH = 8
"""Letters a title needs to be known beside other words, or by its likeness."""
FEWEST = 8
"""Capitals on the line of a title that does not stand alone."""
BESIDE = 24
"""Letters in capitals that may stand on the line besides."""
TITLE_LIKE = 89
"""Likeness (0 to 100) from which a misread title is still known."""
FOR_THE_RECORD = re.compile(r"\W*(?P<word>[A-Z0-9|]{5,12})\s+FOR\s+(?:THE\s+)?(?:RECORD|FILES?)\W*")
RECORD_LIKE = 50
"""Likeness (0 to 100) from which a word before FOR THE RECORD is a worn MEMORANDUM."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title of the lexicon by its `size` letters; `begins`: more words follow it, `page`: its paper is a page of its
    own.
    """

    kind: Kind
    letters: str
    size: int
    direction: str | None
    subkind: str | None
    begins: bool
    page: bool


@cache
def _titles() -> tuple[Title, ...]:
    """The longest form first: MEMORANDUM OF CONVERSATION before MEMORANDUM."""
    all_forms = (
        Title(
            Kind(e.text("kind") or ""),
            own,
            len(own),
            e.text("direction"),
            e.text("subkind"),
            e.holds("begins"),
            e.holds("page"),
        )
        for e in entries("form_titles")
        for own in map(letters, e.spellings)
    )
    return tuple(sorted(all_forms, key=lambda t: -t.size))


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title on a line; `letters_only`: the line is the title and nothing else."""

    title: Title
    confidence: float
    letters_only: bool


@cache
def _by_letters() -> dict[str, Title]:
    return {title.letters: title for title in reversed(_titles())}


@cache
def _pieces() -> frozenset[str]:
    return frozenset(t.letters[i : i + PIECE] for t in _titles() for i in range(len(t.letters) - PIECE + 1))


def _may_be(got: str) -> bool:
    """Whether the letters share a piece with any title: a look that spares comparing them with all."""
    return not _pieces().isdisjoint([got[i : i + PIECE] for i in range(max(1, len(got) - PIECE + 1))])


@lru_cache(maxsize=4096)
def title_on(text: str) -> TitleHit | None:
    """The title that a line prints, if it is one: short, and in capitals where it names the paper."""
    words = text.strip()
    if not 6 <= len(words) <= 90:
        return None
    got = letters(words)
    title = _by_letters().get(got)
    capitals = 0 if title is None and words.endswith((".", ",")) else capitals_in(words)
    if title is None:
        # Most lines are in small letters or end a sentence, and seen to be no title by their words alone.
        running = capitals < FEWEST
        cased = capitals and (not running or (len(got) >= LONG and in_title_case(words, words.split())))
        if not cased or not _may_be(got):
            return None
        if running:
            return _whole(got, "")
    if DISPATCHED.match(words) or (is_prose(text) and not BEGINS.match(words)):
        return None
    if title:
        small = sum(map(str.islower, words))
        large = capitals * 3 >= small or (title.size >= PLAIN and in_title_case(words, words.split()))
        return TitleHit(title, 1.0, letters_only=True) if large else None
    return _worn_record(words) or _inside(got, words)


def _worn_record(words: str) -> TitleHit | None:
    """`HELORDUL FOR THE RECORD`: nothing but a memorandum is so entitled, and half of the word is enough."""
    m = FOR_THE_RECORD.fullmatch(words)
    if m is None or not _like(m["word"], "MEMORANDUM", RECORD_LIKE):
        return None
    return TitleHit(_by_letters()["MEMORANDUMFORTHERECORD"], 0.85, letters_only=True)


def _inside(got: str, words: str) -> TitleHit | None:
    """`OUTGOING TELEGRAM Department of State`; or the title misread by a letter or two."""
    caps = letters("".join(w for w in words.split() if w.upper() == w))
    return _whole(got, caps) or _held(got, caps, words) or _misread(got, caps)


def _like(got: str, title: str, least: float) -> bool:
    """Whether two strings are at least so alike; told the least, the comparison ends as soon as they cannot be."""
    return fuzz.ratio(got, title, score_cutoff=least) > 0


@cache
def _of_about(size: int) -> tuple[tuple[Title, bool, bool], ...]:
    """The titles that so many letters can be the whole of: up to four of the first may be lost, or, where two stand
    there more or less, some misread.
    """
    told = (
        (t, CLIPPED <= size < t.size <= size + 4 and not t.begins, t.size >= WORTH and abs(size - t.size) <= 2)
        for t in _titles()
    )
    return tuple((title, clipped, as_long) for title, clipped, as_long in told if clipped or as_long)


@cache
def _long_of(capitals: int, size: int) -> tuple[tuple[Title, bool, bool], ...]:
    """The long titles that so many capitals can be misread, or so many letters in all can hold so."""
    told = ((t, abs(capitals - t.size) <= 3, t.size >= 15 and t.size - 2 <= size <= t.size + 20) for t in _titles())
    return tuple((t, capitals, letters) for t, capitals, letters in told if t.size >= 12 and (capitals or letters))


@lru_cache(maxsize=256)
def _pieces_of(letters: str) -> frozenset[str]:
    """Four letters in a row as they stand there: a title with every twelfth letter misread keeps one such piece."""
    return frozenset(letters[at : at + 4] for at in range(len(letters) - 3))


def _whole(got: str, caps: str) -> TitleHit | None:
    """The line is a title that has lost its first letters (GOING TELEGRAM) or has a letter or two wrong."""
    for title, may_be_clipped, as_long in _of_about(len(got)):
        clipped = may_be_clipped and title.letters.endswith(got)
        if (clipped and caps) or (as_long and _like(got, title.letters, TITLE_LIKE)):
            return TitleHit(title, 0.85, letters_only=True)
    return None


def _held(got: str, caps: str, words: str) -> TitleHit | None:
    """The line holds a title beside other words, or begins with one that more words follow."""
    minutes = words.startswith("Minutes of") and in_title_case(words, words.split())
    begins = words[:10].upper() == words[:10] or minutes
    first = CAPITALS.match(words)
    # OUTGOING TELEGRAMDepartment of State: OCR loses the space, and the D stands with the capitals.
    lead = letters(first[0])[:-1] if first else ""
    for title in _titles():
        if title.begins and begins and _like(got[: title.size], title.letters, TITLE_LIKE + 3):
            return TitleHit(title, 0.95 if got.startswith(title.letters) else 0.85, letters_only=False)
        held = title.letters in caps or lead == title.letters
        if held and not title.begins and title.size >= WORTH and len(caps) < title.size + BESIDE:
            return TitleHit(title, 0.97, letters_only=False)
    return None


def _misread(got: str, caps: str) -> TitleHit | None:
    """A long title misread beside other words."""
    pieces = _pieces_of(got)
    for title, in_capitals, wide in _long_of(len(caps), len(got)):
        if in_capitals and _like(caps, title.letters, TITLE_LIKE):
            return TitleHit(title, 0.85, letters_only=False)
        alike = wide and not pieces.isdisjoint(_pieces_of(title.letters))
        if alike and fuzz.partial_ratio(title.letters, got, score_cutoff=TITLE_LIKE + 3):
            return TitleHit(title, 0.8, letters_only=False)
    return None
