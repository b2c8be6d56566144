"""The words that names are made of: titles, initials, given names, particles; and the words that are no names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.phrases.alternatives import either
from onionskin.phrases.casing import ROMAN, particles
from onionskin.phrases.word_classes import names_of, word_class

LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
WORD = (
    rf"(?:[OD]['’])?[A-ZÀ-ÖØ-Þ](?:{LETTER}|['’](?=[A-Za-z]{{2}}|[a-rt-z](?![A-Za-z])))*"  # McCLOY, O'DONNELL, Rifa'i
    rf"(?:-[A-ZÀ-Þ]?{LETTER}+)*"
)
TOKEN = re.compile(rf"(?P<initials>(?:[A-Z]\.[ ]?)+)|(?P<word>{WORD})\.?|(?P<small>[a-z]{{1,4}}(?=\s))")
MIDDLE_NAMES = frozenset({"cong", "dang", "dinh", "duc", "huu", "khac", "ngoc", "thi", "thuc", "van", "xuan"})
"""Middle names that telegrams type small: `Ngo dinh Diem`."""
FAMILY_LE = re.compile(r"Le (?:[A-Z][a-z]+|van) [A-Z][a-z]+")
"""A name of Vietnam whose first word is French elsewhere: `Le Van Dong`."""
GAP = re.compile(r",[ ](?=(?:Jr|Sr|JR|SR|II|III|IV)\b)|[ \t]*\n?[ \t]*")
SPACE = re.compile(r"[ \t]*\n?[ \t]*")
LETTERS_HERE = re.compile(r"[A-Za-z]+")
MIXED = re.compile(r"(?:Mc|Mac|O['’]|D['’])[A-Z]")
INITIALS = re.compile(r"(?:[A-Z]\.\s?)+")
WRITTEN = re.compile(r"(?:[A-Z]\.){2,3}")
SHORTENED = re.compile(r"(?:[A-Z][a-z]{1,2}|Geo|Chas|Thos|Robt|Benj|Alex|Fred)\.\s(?=(?:[A-Z]\.\s?){0,3}[A-Z][a-z]{2})")
"""A given name cut short: `Adl. Stevenson`, `Wm. Brubeck`, `Geo. C. Able`."""

WORN_INITIAL = re.compile(r"(?:(?P<figure>[015678])\.|(?P<letter>[A-Z]),)[ ](?=[A-Z][a-z]{2})")
"""A second initial misread as a figure, or with a comma for its stop: `Walter 5. Able`, `Chalmers B, Able`."""
FIGURE_INITIALS = {"0": "O", "1": "I", "5": "S", "6": "G", "7": "T", "8": "B"}
BEHEADED = re.compile(r"[a-z]{4,}(?=,?[ \t]*(?:\n|\Z))")
"""A surname that lost its first letter, at the end of a line: `The Honorable Foy D. ohler,`."""

JOINED = re.compile(r"(?!FM|VP|MP|HE|HM|HH|DG|PL|VC|SC|GA)(?P<letters>[A-Z]{2}) (?=[A-Z][a-z]{2})")
"""Initials typed together: `MJ Desai`; some such letters are titles or bodies."""

MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Title:
    """A title as found: where it ends, its normal form, whether it is an ordinary word too, whether it heads a list."""

    end: int
    name: str
    weak: bool
    plural: bool


def title_at(text: str, at: int) -> Title | None:
    """The titles that stand at `at`, the last of them named ("The Honorable", "Deputy Foreign Minister")."""
    found: Title | None = None
    while (head := LETTERS_HERE.match(text, at)) is not None and head[0].lower() in _title_heads():
        m = title_pattern().match(text, at)
        if m is None:
            break
        known = titles().get(" ".join(m[0].lower().split()))
        if known is None:  # a stop behind a whole word ends a sentence: "they were General. Individuals ..."
            break
        entry, plural = known
        space = SPACE.match(text, m.end())
        at = space.end() if space else m.end()
        found = Title(at, entry.name, entry.holds("weak"), plural)
    return found


def name_words(text: str, at: int, *, titled: bool) -> tuple[list[str], int]:
    """The words of a name from `at` on, and where they end; whether they are a name is for `is_plausible` to say.

    `titled`: a title or an office stands before, so the first word may be an ordinary one ("Mr. Price").
    """
    words: list[str] = []
    end = at
    if (joined := joined_initials(text, at)) is not None:
        words.append(".".join(joined["letters"]) + ".")
        at = joined.end()
    while len(words) < MOST_WORDS:
        worn = _worn_initial(text, at, words)
        m = TOKEN.match(text, worn.end() if worn else at)
        if m is None or not _belongs(text, m, words, titled=titled):
            beheaded = BEHEADED.match(text, at) if titled and words and INITIALS.fullmatch(words[-1]) else None
            return ([*words, beheaded[0]], beheaded.end()) if beheaded else (words, end)
        if worn:
            words.append(FIGURE_INITIALS.get(worn["figure"], worn["letter"]) + ".")
        stopped = _ends_sentence(text, m, first=not words)
        stop = m.end() - stopped
        words.append(text[m.start() : stop].strip())
        end = m.start() + len(text[m.start() : stop].rstrip())
        gap = GAP.match(text, stop)
        if stopped or gap is None or ("\n" in gap[0] and not _goes_on(text, gap.end(), words)):
            break
        at = gap.end()
    return words, end


def _worn_initial(text: str, at: int, words: Sequence[str]) -> re.Match[str] | None:
    """A misread initial behind a given name, before the surname."""
    if not words or text[at + 1 : at + 2] not in (".", ","):
        return None
    return WORN_INITIAL.match(text, at) if words[-1].lower() in given_names() else None


def joined_initials(text: str, at: int) -> re.Match[str] | None:
    """Two initials that stand before a surname without stops, and are no word or place (`UN`, `Le`)."""
    m = JOINED.match(text, at)
    if m is None:
        return None
    known = (given_names(), not_persons(), ordinary(), particles(), titles(), lexicon.spellings("suffixes"))
    if any(m["letters"].lower() in words for words in known) or m["letters"] in ROMAN:
        return None
    return None if m["letters"].lower() in names_of("offices") else m


def is_plausible(words: Sequence[str], *, title: Title | None, placed: bool, followed: str) -> bool:
    """Whether the words are a person's name.

    `placed`: an office or the title of a list vouches for them; `followed` is what comes next in the text.
    """
    last = words[-1].strip(".,").lower()
    if all(INITIALS.fullmatch(w) for w in words) or _names_something_else(words, last):
        return False
    if title is not None and title.weak:
        return last not in ordinary() and last not in demonyms()
    initials = len(words) > 1 and INITIALS.fullmatch(words[-2])
    if title is not None or placed or initials:  # Livingston T. Merchant: behind initials any word may be a surname
        return last not in word_class("no-name")
    if last in ordinary() or any(w.lower() in demonyms() for w in words):
        return False
    return _stands_alone(words, followed)


def _stands_alone(words: Sequence[str], followed: str) -> bool:
    """Whether words that nothing vouches for are a name: with a given name, or none of them anything else."""
    if len(words) == 1:
        following = followed.lstrip()[:1]
        return len(words[0]) > 2 and not (following.islower() or following.isdigit())
    if FAMILY_LE.fullmatch(" ".join(words)):
        words = words[1:]
    given = any(w.lower() in given_names() or INITIALS.fullmatch(w) for w in words[:-1])
    return given or not any(w.lower() in not_persons() or w.lower() in ordinary() for w in words)


def _names_something_else(words: Sequence[str], last: str) -> bool:
    """A place, a marking, an office, a compound of peoples ("Sino-Soviet")."""
    if " ".join(words).lower() in not_persons():
        return True
    if len(words) == 1 and (last in not_persons() or (words[0].isupper() and last in names_of("offices"))):
        return True
    parts = last.split("-") if "-" in last else []
    return any(part in demonyms() or part in ordinary() or part in not_persons() for part in parts)


def _belongs(text: str, m: re.Match[str], words: Sequence[str], *, titled: bool) -> bool:
    """Whether the next word goes on with the name."""
    if m["initials"]:
        return True
    if not words and FAMILY_LE.match(text, m.start()):
        return True
    if not words and m["small"] in MIDDLE_NAMES and m["small"] not in particles():
        return False
    return _particle_before_name(text, m) if m["small"] else not _ends_name(m["word"], words, titled=titled)


def _ends_sentence(text: str, m: re.Match[str], *, first: bool) -> bool:
    """Whether the stop behind a word is no part of it, as it is in `Jr.` and `Wm. Brubeck`."""
    if not m["word"] or len(m["word"]) == 1 or not m[0].endswith("."):
        return False
    if m[0].lower() in lexicon.spellings("suffixes"):
        return False
    return not (first and SHORTENED.match(text, m.start()))


def _particle_before_name(text: str, m: re.Match[str]) -> bool:
    """Whether a small word is one of a name: `de Gaulle`, `von der Heydte`."""
    known = m["small"] in particles() or m["small"] in MIDDLE_NAMES
    following = TOKEN.match(text, m.end() + 1) if known else None
    if following is None or following["initials"]:
        return False
    return following["word"] is not None or _particle_before_name(text, following)


def _goes_on(text: str, at: int, words: Sequence[str]) -> bool:
    """Whether a name may go on after a line break: only behind an initial or a given name.

    Two initials alone above a given name are what a man wrote over his typed name.
    """
    following = TOKEN.match(text, at)
    if len(words) == 1 and WRITTEN.fullmatch(words[0]) and following is not None and following["word"]:
        return following["word"].lower() not in given_names()
    return words[-1].endswith(".") or words[-1].lower() in given_names()


def _ends_name(word: str, words: Sequence[str], *, titled: bool) -> bool:
    """Whether a word cannot be part of the name: it is ordinary, a title, or of another case than the name so far."""
    lower = word.lower()
    if lower in lexicon.spellings("suffixes"):
        return not words
    if words and lower in particles():
        return False
    if not words and titled:
        return lower in word_class("no-name") or lower in titles()
    if lower in ordinary() and lower not in given_names():
        return not (words and INITIALS.fullmatch(words[-1])) or lower in word_class("no-name")
    return _of_another_case(word, words)


def _of_another_case(word: str, words: Sequence[str]) -> bool:
    """Whether capitals begin or end here: `Dean RUSK` is one name, `Mr. Ball TOP` is not."""
    so_far = [w for w in words if len(w.strip(".")) > 1 and "." not in w]
    large = (word.isupper() and len(word) > 1) or MIXED.match(word) is not None
    if any(w.isupper() for w in so_far):
        return not large
    if large and so_far and not MIXED.match(word):
        return not all(w.lower() in given_names() for w in so_far)
    return False


@cache
def titles() -> Mapping[str, tuple[lexicon.Entry, bool]]:
    """Every spelling of a title in small letters, to its entry and whether it is the plural."""
    out = {s.lower(): (e, False) for e in lexicon.entries("titles") for s in e.spellings}
    out.update({s.lower(): (e, True) for e in lexicon.entries("titles") for s in e.list("plural")})
    return out


@cache
def _title_heads() -> frozenset[str]:
    """The first letters in a row of each title, in small letters: what spares trying all of them at every name."""
    return frozenset(m[0] for title in titles() if (m := LETTERS_HERE.match(title)))


@cache
def title_pattern() -> re.Pattern[str]:
    """A title in any case but with a capital first, not the beginning of a longer word, and before a name."""
    words = sorted(titles(), key=len, reverse=True)
    alternatives = either(re.escape(w).replace(r"\ ", r"\s+") for w in words)
    return re.compile(
        rf"""(?<![A-Za-z])(?=[A-Z]) (?i:{alternatives}) (?![A-Za-z'’-])
        (?= \.? [ \t\n]* (?: [A-Z] | (?: de | von | van | di | da | bin | al | el )[ ] ) ) \.?""",
        re.VERBOSE,
    )


@cache
def ordinary() -> frozenset[str]:
    """Words that name nobody, in small letters."""
    return names_of("ordinary")


@cache
def demonyms() -> frozenset[str]:
    """Names of peoples, in small letters."""
    return names_of("demonyms")


@cache
def given_names() -> frozenset[str]:
    """Given names, in small letters."""
    return names_of("given_names")


@cache
def not_persons() -> frozenset[str]:
    """Names of places, bodies, months, markings and the like, in small letters."""
    places = ("posts", "places", "organizations", "addressees", "happenings", "things")
    return names_of(*places, "months", "weekdays", "levels", "captions", "precedences")
