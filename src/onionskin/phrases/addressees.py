"""The line of an action addressee: posts, precedence and the telegram's number in one breath.

`ACTION: USUN, New York - PRIORITY 1359` names a post, a precedence and a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from onionskin.phrases.casing import natural_office
from onionskin.phrases.damage import WORN_FIGURES, figures_found, nearest, skeleton
from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.phrases.word_classes import names_of
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.prose import is_prose

NUMBER = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[-–—#(]))(?:No\.?\s*|#\s*)?(?P<number>\d{1,5})(?=\s*[.,)]*\s*$)")
"""A number at the end of the line is the telegram's in the series to that post."""
WORN_NUMBER = re.compile(rf"(?:(?<=\s)|(?<=[-–—#]))(?P<number>{WORN_FIGURES})(?=\s*[.,)]*\s*$)")
"""The same with letters for figures, where nothing but addressees can stand: `SAIGON 1Z07`."""
BETWEEN = re.compile(r"[\s.:–—-]*(?:No\.?\s*|#\s*)?(?P<number>\d{1,5})\b")
"""`LONDON 1205, Amembassy PARIS 2210`: what stands between one post and the next."""

WORD = re.compile(r"[A-Za-z][A-Za-z0-9|'’]{3,}")
TORN = re.compile(r"([A-Za-z][A-Za-z0-9|'’]*) ([A-Za-z0-9|'’]+)(?![A-Za-z0-9])")
"""Two pieces that may be one word: `DEPAR TMENT`, `Secre tary`."""
LINES_REMEMBERED = 2048
LONG_WORD = 12
SHOWN_TO = re.compile(
    r"(?<=\S)\s(?:also\s)?(?:for|FOR)\s(?!(?i:info|action))[A-Z][\w.'/]*(?:\s[A-Z][\w.'/]*){0,3}(?=\s*(?:[,;)(\d]|\Z|\s{2}))"
)
"""`CINCSO for POLAD`: who there is to see it is no addressee."""
DESIGNATORS = frozenset({"amembassy", "amconsul", "amlegation", "embassy", "consulate", "secretary", "department"})
"""Words behind which a lost blank is looked for."""
LIKE = 82
"""Likeness (0 to 100) from which a misread word is known."""
EDITS = 4
"""One letter in so many may be wrong where the likeness is too low."""
MENDED = 0.7

HOME = re.compile(
    r"(?:Dep\w*\.? ?of ?State|SecState|Dep(?:artmen|p)?t|DeptState|Secretary|Acting Secretary)\b", re.IGNORECASE
)
"""The Department as an addressee."""
STATION = re.compile(r"\s*(?:American|Am|U\.?S\.?|United States)?\s*(?:Embassy|Legation|Consul)", re.IGNORECASE)
FROM_TO = re.compile(
    r"\s*(?:(?:outgoing |incoming )?(?:telegram|cable|message) )?from:? (?P<from>[A-Z].{2,50}?),?"
    r" to:? (?P<to>[A-Z][^,;]{2,50})",
    re.IGNORECASE,
)
UNLISTED = re.compile(r"[A-Z][A-Za-z.'’/&-]+(?:,? [A-Z][A-Za-z.'’/&-]*){0,4}(?=\s*(?:$|[,;]|\s{2}|\())")
"""Words with capitals, a few, to the end of their line or to a gap."""

MAY_BE_ADDRESSEE = re.compile(
    r"\s*(?:A\W?m?[\W\w]?[eE][mM]?\w{3,6}y|\w{6,9} [EL]\w{5,9}|S\w{3,5} ?\w{3,5} [o0]f S\w{3,4})\b"
)
"""A line of the head that begins as an addressee does, misread: `AEMBASSY SAIGON`, `AMERICAN EMBRSSY KARACHl`."""


@dataclass(frozen=True, slots=True)
class Addressees:
    """What one line of addressees holds; spans are of the line.

    Each of `numbers` counts the telegrams to the post before it.
    """

    posts: tuple[Found[Named], ...]
    precedence: tuple[Found[str], ...]
    numbers: tuple[Found[str], ...]

    @property
    def number(self) -> Found[str] | None:
        """The telegram's own number; None where none stands there, or each post has another."""
        return self.numbers[0] if len(self.numbers) == 1 else None

    @property
    def anything(self) -> bool:
        """Whether the line says anything of the kind."""
        return bool(self.posts or self.precedence or self.numbers)


@lru_cache(maxsize=LINES_REMEMBERED)
def read_addressees(line: str, *, labelled: bool = False) -> Addressees:
    """Posts, precedence words in the order printed, and a number at the end of the line.

    What is `labelled` must be addressees: there a word misread by a letter or two is known as well, DOUBTFUL.
    """
    rest = line
    precedence = find_precedence(line)
    for shown in SHOWN_TO.finditer(line) if " for " in line.lower() else ():
        rest = _blank(rest, Span(*shown.span()))
    for hit in precedence:
        rest = _blank(rest, hit.span)
    m = NUMBER.search(rest) or (WORN_NUMBER.search(rest) if labelled else None)
    last: tuple[Found[str], ...] = ()
    if (m and rest[: m.start()].strip(" -–—.,;(")) or (m and precedence):
        last = (figures_found(m["number"], Span(*m.span("number"))),)
        rest = _blank(rest, Span(*m.span()))
    posts = _home_alone(read_posts(rest))
    if labelled and _left_over(rest, posts):
        posts = _mended(rest) or posts or _the_secretary(rest)
    return Addressees(tuple(posts), precedence, (*_between(rest, posts), *last))


def read_unlabelled(line: str) -> Addressees:
    """The addressees of a line without a label; misread ones where it begins as such a line does."""
    got = read_addressees(line)
    return got if got.posts or not MAY_BE_ADDRESSEE.match(line) else read_addressees(line, labelled=True)


def _between(words: str, posts: Sequence[Found[Named]]) -> Iterator[Found[str]]:
    for post, following in pairwise(posts):
        m = BETWEEN.match(words, post.span.end, following.span.start)
        if m:
            yield Found(Span(*m.span("number")), m["number"], m["number"])


def unlisted(words: str) -> Named | None:
    """An addressee or sender that the lists have not, in its own words: `DIRECTOR`, `JMWAVE`, `SAC, Miami`."""
    m = UNLISTED.match(words)
    if m is None or is_prose(words):
        return None
    return Named(natural_office(m[0].strip(" ,.")), NamedKind.ORGANIZATION, m[0].rstrip(" ,."))


def station(line: str) -> Found[Named] | None:
    """The post that a whole line is: `AMERICAN EMBASSY, MOSCOW`."""
    posts = read_posts(line) if STATION.match(line) else []
    whole = len(posts) == 1 and len(posts[0].text) * 10 >= len(line.strip(" .,")) * 9
    return posts[0] if whole else None


def way(line: str) -> dict[str, Span]:
    """Where sender and addressee stand in `TELEGRAM FROM AMEMBASSY MOSCOW TO DEPARTMENT OF STATE`; empty for others."""
    m = FROM_TO.match(line)
    return {name: Span(*m.span(name)) for name in ("from", "to")} if m else {}


def _home_alone(posts: Sequence[Found[Named]]) -> list[Found[Named]]:
    """`Department of State, Washington` is one addressee, not two."""
    home = [p for p in posts if p.value.name.lower().startswith(("department", "secretary of state", "dept"))]
    return [p for p in posts if not (home and p is not home[0] and p.value.name == "Washington")]


def _left_over(words: str, posts: Sequence[Found[Named]]) -> bool:
    """Whether words with a capital stand besides the posts."""
    for post in posts:
        words = _blank(words, post.span)
    return bool(re.search(r"[A-Z][A-Za-z0-9]{3}", words))


def _mended(words: str) -> list[Found[Named]]:
    """The posts of the words with every misread one put right, each at its own ink."""
    mended, places, stops, changed = "", [0], [0], False
    at = 0
    for start, end in _pieces(words):
        printed = words[start:end]
        right = _right(printed) or (_right(printed.replace(" ", "")) if " " in printed else None) or printed
        right = printed.replace(" ", "") if right == printed and " " in printed else right
        # A blank that was lost between two words comes back before the second.
        right = right if start == 0 or not words[start - 1].isalnum() else f" {right}"
        changed |= right != printed
        mended += words[at:start] + right
        # Only the ends of a word can be told apart where it was put right; a post may end inside one (`ROME482`).
        inside = len(right) - 1
        places += [*range(at + 1, start + 1), *([start] * inside if right != printed else range(start + 1, end)), end]
        stops += [*range(at + 1, start + 1), *([end] * inside if right != printed else range(start + 1, end)), end]
        at = end
    mended += words[at:]
    places += range(at + 1, len(words) + 1)
    stops += range(at + 1, len(words) + 1)
    if not changed:
        return []
    out = []
    for post in _home_alone(read_posts(mended)):
        span = Span(places[post.span.start], stops[post.span.end])
        printed = span.of(words)
        if printed == post.text:
            out.append(Found(span, post.value, printed, post.confidence))
        else:
            reason = f"{printed!r} read as {post.text}"
            value = replace(post.value, as_printed=printed)
            out.append(Found(span, value, printed, MENDED, ReadingState.DOUBTFUL, reason))
    return out


def _the_secretary(words: str) -> list[Found[Named]]:
    """The commonest addressee of all, worn beyond its single words: `Secte ta ry ot State`."""
    printed = words.strip(" .,;:")
    squeezed = "".join(printed.lower().split())
    if fuzz.ratio(squeezed, "secretaryofstate", score_cutoff=LIKE) < LIKE:
        return []
    start = words.index(printed)
    name = Named("Secretary of State", NamedKind.OFFICE, printed)
    reason = f"{printed!r} read as Secretary of State"
    return [Found(Span(start, start + len(printed)), name, printed, MENDED, ReadingState.DOUBTFUL, reason)]


def _pieces(words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand: two that a blank fell between are one, one that lost its own is two (`AmembassyPARIS`)."""
    joined = -1
    for m in WORD.finditer(words):
        if m.start() < joined:
            continue
        torn = TORN.match(words, m.start())
        if torn and not _is_word(torn[1]) and not _is_word(torn[2]) and _is_word(torn[1] + torn[2], misread=True):
            joined = torn.end()
            yield torn.span()
            continue
        cut = _cut(m[0])
        if cut:
            yield m.start(), m.start() + cut
        yield m.start() + cut, m.end()


def _is_word(word: str, *, misread: bool = False) -> bool:
    return word.lower() in _words() or (misread and _right(word) is not None)


@lru_cache(maxsize=4096)
def _cut(word: str) -> int:
    """Where a designator ends that lost the blank behind it: 9 in `AmembassyL0HDON`; 0 for a word that is one."""
    if len(word) < LONG_WORD or word.lower() in _words():
        return 0
    return next((at for at in range(LONG_WORD - 4, len(word) - 2) if word[:at].lower() in DESIGNATORS), 0)


@lru_cache(maxsize=4096)
def _right(word: str) -> str | None:
    """The word of an addressee that a misread one is nearest to; None for one that is known, or near none."""
    if len(word) < 4 or word.lower() in _words():
        return None
    near = process.extractOne(word.lower(), _words().keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    if near is None or len(near[0]) < 4:
        near = process.extractOne(skeleton(word), _skeletons().keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
        near = (_skeletons()[near[0]], near[1], 0) if near else None
    if near is None and word.lower() not in names_of("ordinary"):
        # One letter of four to seven, two of eight and more, where only one word is as near.
        hits = nearest(word.lower(), _place_words(), most=len(word) // EDITS)
        alone = hits and (len(hits) == 1 or hits[1][1] > hits[0][1])
        near = (hits[0][0], 0, 0) if alone and len(hits[0][0]) >= 4 else None
    if near is None:
        return None
    return near[0].upper() if word.isupper() else near[0].capitalize()


@cache
def _place_words() -> frozenset[str]:
    """The words of posts and their designators, and long ones: no abbreviation is the one it is like (EUCOM, EXCOM)."""
    places = {w for form in names_of("designators", "posts") for w in re.findall(r"[a-z]{4,}", form)}
    return frozenset(places | {w for w in _words() if len(w) >= 2 * EDITS} | {"state"})


@cache
def _words() -> dict[str, None]:
    """Every word of which addressees are made, in small letters and the order of the alphabet.

    Of two words equally near the first is taken; the order of a set would differ from one process to the next.
    """
    lists = ("designators", "posts", "addressees")
    return dict.fromkeys(sorted({w for form in names_of(*lists) for w in re.findall(r"[a-z]{2,}", form)}))


@cache
def _skeletons() -> dict[str, str]:
    return {skeleton(w): w for w in _words() if len(w) > 4}


def _blank(line: str, span: Span) -> str:
    return line[: span.start] + " " * len(span) + line[span.end :]
