"""The words that forms are printed and filled with, and which of them a misread word is.

`meant("DFPARIMENT")` is `DEPARTMENT`; `meant("OFSTATE")` is `OF STATE`; a word of the period, and one that may be two,
are none: `meant("Dallas")`, `meant("Lond")`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extract

from onionskin.lexicon import entries
from onionskin.lexicon.period import frequencies, running_words

LISTS = (
    *("labels", "months", "weekdays", "levels", "precedences", "posts", "designators", "titles", "addressees"),
    *("captions", "form_labels", "form_lines", "form_titles", "notices", "stamp_headings", "stamp_labels"),
    *("stamp_rows", "furniture", "releases", "officers", "writing_bodies", "sheet_labels", "places", "series"),
)
"""The lists whose words are healed; given names besides."""
SHORTEST = 4
"""Letters of a word that may be known by itself; shorter ones are known beside another (`beside`)."""
FORM_WORD = re.compile(rf"[A-Za-z]{{{SHORTEST},}}")
PHRASE_WORD = re.compile(r"[A-Za-z]+")
ENDINGS = ("s", "es", "d", "ed", "al", "ly", "ing")
LINKS = frozenset({"of", "the", "to", "for", "by", "in", "and", "from", "no"})
"""Words so short that they are known only beside the one they ran into: OFSTATE."""
OWNED = re.compile(r"['’](?:s|d)\Z", re.IGNORECASE)
"""`Lebanon's` and `Rec'd` have their apostrophe by right."""
INITIALS = re.compile(r"[A-Z]{2,3}[a-z]{3,}\Z")
"""A drafter's initials and name, as drafting lines join them: `CJHarwood`."""
NO_SPECK = re.compile(r"\A[A-Z][.,][A-Z]|[a-z]-[A-Z]")
"""An initial's stop, and the hyphen of two names: `W.Averell`, `Viet-Nam`."""
SPECKS = re.compile(r"[.,;:'’`^\-]")
LETTERS = re.compile(r"[A-Za-z0-9|!$]+")
MAY_BE_CAPITALS = "0158|!$"
SPECK = 0.5
OF_ONE_SHAPE = 0.5
"""A letter for another of its shape."""
MARGIN = 0.5
"""By so much the second word must be farther off than the first."""
REMEMBERED = 1 << 12


@lru_cache(maxsize=REMEMBERED)
def meant(printed: str) -> str | None:
    """The word of forms, or two of them, for which letters stand that are no word; None where it is one or may be two.

    It comes in the case of what is printed. Words in small letters are those of sentences, and stay.
    """
    bare = SPECKS.sub("", printed)
    small, specks = bare.lower(), len(printed) - len(bare)
    if not _may_be_misread(printed, bare) or (small in frequencies() and small not in form_words()):
        return None
    if small in form_words():
        return in_the_case_of(bare, small) if specks else None
    near = nearest(bare)
    if near and near[0] in _given() and near[1] > OF_ONE_SHAPE:
        return None
    if near and near[1] + specks * SPECK <= _budget(near[0]):
        return in_the_case_of(bare, near[0])
    return _run_together(bare) if not specks else None


@lru_cache(maxsize=REMEMBERED)
def given_name_meant(printed: str) -> str | None:
    """The given name that a word before another name is, with one letter wrong: `Rdlai E. Stevenson`.

    Hulbert, where no name follows it, is a surname.
    """
    if not printed.isalpha() or not _may_be_misread(printed, printed) or printed.lower() in frequencies():
        return None
    near = nearest(printed)
    return in_the_case_of(printed, near[0]) if near and near[0] in _given() and near[1] <= _budget(near[0]) else None


def _may_be_misread(printed: str, bare: str) -> bool:
    """Whether it has the look of a word of forms; `bare` is without the specks in it."""
    if not (printed[:1].isupper() or printed[:1] in MAY_BE_CAPITALS or printed[1:].isupper()):
        return False
    if len(bare) < SHORTEST or not LETTERS.fullmatch(bare) or sum(map(str.isdigit, bare)) * 3 > len(bare):
        return False
    return not (OWNED.search(printed) or INITIALS.match(printed) or NO_SPECK.search(printed))


def _budget(word: str) -> float:
    size = len(word)
    return 0.5 if size < 5 else 1.0 if size < 7 else 1.5 if size < 9 else 2.5


@lru_cache(maxsize=REMEMBERED)
def nearest(bare: str) -> tuple[str, float] | None:
    """The word of forms nearest to one, and how far it is; None where another word is about as near."""
    small, size = bare.lower(), len(bare)
    most = 1 if size < 6 else 2 if size < 9 else 3
    hits = extract(small, _alike(small, most), scorer=Levenshtein.distance, score_cutoff=most, limit=None)
    found = sorted((apart(bare, word), word) for word, edits, _ in hits if edits == 1 or word not in _given())
    if not found or found[0][1] not in form_words():
        return None
    return None if len(found) > 1 and found[1][0] < found[0][0] + MARGIN else (found[0][1], found[0][0])


def apart(printed: str, word: str) -> float:
    """How many letters are wrong; one for another of its shape is half a one."""
    alike = Levenshtein.distance(_shape(printed), _shape(in_the_case_of(printed, word)))
    return (Levenshtein.distance(printed.lower(), word) + alike) / 2


def _shape(printed: str) -> str:
    """One form for words that differ only in letters of one shape."""
    joined = printed.replace("rn", "m").replace("cl", "d").replace("vv", "w").replace("ii", "u")
    return joined.translate(_shapes())


@cache
def _shapes() -> dict[int, str]:
    return {ord(form): entry.name for entry in entries("shapes") for form in entry.forms}


def _run_together(bare: str) -> str | None:
    """Two words without the blank between them, at most one of them misread: OFSTATE."""
    best: tuple[float, str] | None = None
    for at in range(2, len(bare) - 1):
        left, right = _halves(bare[:at], bare[at:])
        if left and right and not {left[0], right[0]} <= LINKS and (best is None or left[1] + right[1] < best[0]):
            both = f"{in_the_case_of(bare[:at], left[0])} {in_the_case_of(bare[at:], right[0])}"
            best = left[1] + right[1], both
    return best[1] if best else None


def _halves(left: str, right: str) -> tuple[tuple[str, float] | None, tuple[str, float] | None]:
    """Both, the shorter looked up first: where it is no word the longer need not be."""
    if len(left) <= len(right):
        return (half := _half(left)), _half(right) if half else None
    half = _half(right)
    return (_half(left) if half else None), half


def _half(bare: str) -> tuple[str, float] | None:
    small = bare.lower()
    if small in LINKS or small in form_words():
        return small, 0.0
    near = nearest(bare) if len(small) > SHORTEST and small not in frequencies() else None
    return near if near and near[1] <= _budget(near[0]) else None


def beside(printed: str, neighbour: str, *, before: bool) -> str | None:
    """The short word of a phrase of forms whose other word, in small letters, stands `before` it or behind.

    `beside("ONIV", "eyes", before=True)` is `ONLY`: one letter of it is misread, and no other word is as near.
    """
    known = _pairs()[before].get(neighbour, frozenset())
    small = printed.lower()
    if not known or small in known or small in running_words() or len(small) < 2:
        return None
    least = 0.5 if len(small) < SHORTEST else 1.0
    near = sorted((apart(printed, word), word) for word in known if abs(len(word) - len(small)) <= 1)
    if not near or near[0][0] > least or (len(near) > 1 and near[1][0] < near[0][0] + MARGIN):
        return None
    return in_the_case_of(printed, near[0][1])


def in_the_case_of(printed: str, word: str) -> str:
    """A word in capitals, with one, or in small letters, as what is printed for it."""
    if sum(map(str.isupper, printed)) * 2 > sum(map(str.isalpha, printed)) and len(printed) > 1:
        return word.upper()
    return word if printed[0].islower() else word.capitalize()


def _phrases() -> list[str]:
    closes = next(entry.list("words") for entry in entries("word_classes") if entry.name == "of-closes")
    return [*_spelled(*LISTS, "given_names"), *closes]


@cache
def form_words() -> frozenset[str]:
    """The words of forms of four letters and more, in small letters; what engines made of them is none: FRCM."""
    period = frequencies()
    torn = _words_of(_spelled("labels")) - _words_of(_spelled("posts"))
    found = {word for word in _words_of(_phrases()) if word in period or word not in torn}
    return frozenset(found.union(word + end for word in found for end in ENDINGS if word + end in period))


def _words_of(phrases: Iterable[str]) -> set[str]:
    return {word.lower() for phrase in phrases for word in FORM_WORD.findall(phrase)}


def _spelled(*lists: str) -> list[str]:
    return [form for name in lists for entry in entries(name) for form in entry.spellings]


@cache
def _given() -> frozenset[str]:
    """Given names that are nothing else, of which one letter may be wrong and no more: Winslow is no Winston."""
    names = {entry.name.lower() for entry in entries("given_names")}
    others = _spelled(*LISTS)
    return frozenset(names.difference(word.lower() for form in others for word in PHRASE_WORD.findall(form)))


def _alike(small: str, most: int) -> set[str]:
    """The words to which so many edits can lead, among others: of a word in one piece more than edits, one piece is
    whole in them, moved by as many places at the most.
    """
    begins = (len(small) * piece // (most + 1) for piece in range(most + 1))
    pairs = ((at + by, small[at : at + 2]) for at in begins for by in range(-most, most + 1))
    return set().union(*(_by_pair().get(pair, ()) for pair in pairs))


@cache
def _by_pair() -> Mapping[tuple[int, str], list[str]]:
    """Words of forms, and those of running text that one of them must be nearer than, by their pairs of letters and
    where in the word these stand.
    """
    shelves: dict[tuple[int, str], list[str]] = defaultdict(list)
    for word in form_words() | running_words():
        for at in range(len(word) - 1):
            shelves[at, word[at : at + 2]].append(word)
    return shelves


@cache
def _pairs() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """The words that stand in phrases of forms before each word, and behind each."""
    before: dict[str, set[str]] = defaultdict(set)
    behind: dict[str, set[str]] = defaultdict(set)
    for phrase in _phrases():
        parts = [word.lower() for word in PHRASE_WORD.findall(phrase)]
        for left, right in pairwise(parts):
            before[right].add(left)
            behind[left].add(right)
    return ({k: frozenset(v) for k, v in before.items()}, {k: frozenset(v) for k, v in behind.items()})
