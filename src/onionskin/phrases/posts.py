"""Posts and other addressees: `USUN, New York`, `AmEmbassy Moscow`, `SecState WashDC`, lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.phrases.alternatives import either
from onionskin.phrases.casing import natural
from onionskin.phrases.damage import DASH
from onionskin.phrases.found import Found, longest
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

BETWEEN = r"[ \t]*,?[ \t]*\n?[ \t]*"
NEXT_OF_LIST = re.compile(
    rf"(?:[ \t]*[{DASH}]?[ \t]*(?:PRIORITY|IMMEDIATE|FLASH|NIACT|ROUTINE|\d{{1,5}}))*"
    r"[ \t]*(?:[,;]|\n|\b(?:and|AND)\b|&)[ \t\n]*(?:and[ ]|AND[ ])?"
)
GAP = re.compile(BETWEEN)
BODY = re.compile(r"(?:NATO|OAS|OECD|EC|UN)(?![A-Za-z])")
UNKNOWN_CITY = re.compile(r"[A-Z][A-Za-z'’]{2,}(?:[ ](?:[A-Z][A-Za-z'’]+))?")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One list as a pattern, and its spellings by their letters alone, to the spelling of the list and its entry."""

    pattern: re.Pattern[str]
    by_letters: Mapping[str, tuple[str, lexicon.Entry]]

    def named(self, printed: str) -> tuple[str, lexicon.Entry]:
        """The spelling of the list for what the pattern matched: `USUN NEW YORK`'s city gives New York."""
        return self.by_letters[_letters(printed)]


@cache
def vocabulary(name: str) -> Vocabulary:
    """Built once for `designators`, `posts` and `addressees`. A plural gives the singular's spelling."""
    by_letters: dict[str, tuple[str, lexicon.Entry]] = {}
    words: list[str] = []
    for entry in lexicon.entries(name):
        for spelling in entry.spellings:
            by_letters.setdefault(_letters(spelling), (re.sub(r"[,]", "", spelling), entry))
        for spelling in entry.list("plural"):
            by_letters.setdefault(_letters(spelling), (entry.name, entry))
        words += [*entry.spellings, *entry.list("plural")]
    alternatives = either(
        BETWEEN.join(map(re.escape, re.split(r",? ", w))) for w in sorted(words, key=len, reverse=True)
    )
    return Vocabulary(re.compile(rf"(?<![A-Za-z.])(?:{alternatives})(?![A-Za-z])", re.IGNORECASE), by_letters)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())


def read_posts(text: str) -> list[Found[Named]]:
    """The posts and other addressees of an address line or list, in order.

    `name` keeps the words without punctuation, in natural case: "USUN, New York" gives USUN New York, "Amembassy
    MOSCOW" Amembassy Moscow. A city alone is a post here ("INFO: Moscow, Paris"); behind a designator with a city it
    takes that designator ("Amembassies LONDON, PARIS"), INFERRED. Precedence and numbers between them are left over.
    """
    finds = [*_designated(text), *_fixed(text)]
    taken = sorted((f.span for f in finds), key=lambda s: s.start)
    for m in vocabulary("posts").pattern.finditer(text):
        span = Span(*m.span())
        if m[0][0].isupper() and not any(span.overlaps(t) for t in taken):
            finds.append(Found(span, Named(_city(m[0]), NamedKind.POST, m[0]), m[0], 0.9))
    return longest(finds)


def zone_of(post: str) -> str | None:
    """The IANA zone of a post by its normal form (`Amembassy Moscow`), None where it is not known or not sure."""
    known = lexicon.spellings("posts")
    words = post.split()
    for start in range(len(words)):
        entry = known.get(" ".join(words[start:]).lower())
        if entry:
            return entry.text("zone")
    return None


def post_at(text: str, at: int) -> Found[Named] | None:
    """The post whose designator begins at `at`; one without its city only where it names a post alone (USUN)."""
    m = vocabulary("designators").pattern.match(text, at)
    if m is None or not m[0][0].isupper():
        return None
    designator, entry = vocabulary("designators").named(m[0])
    city, end = _city_after(text, m.end(), known_only=entry.holds("plain"))
    if city is not None:
        return _post(text, at, end, f"{designator} {city}")
    if entry.holds("alone"):
        return Found(Span(*m.span()), Named(designator, NamedKind.POST, m[0]), m[0], 0.9)
    return None


def _designated(text: str) -> Iterator[Found[Named]]:
    done = 0
    for m in vocabulary("designators").pattern.finditer(text):
        post = post_at(text, m.start()) if m.start() >= done else None
        if post is None:
            continue
        yield post
        done = post.span.end
        designator = vocabulary("designators").named(m[0])[0]
        if done > m.end():
            for following in _list_after(text, done, designator):
                yield following
                done = following.span.end


def _city_after(text: str, at: int, *, known_only: bool) -> tuple[str | None, int]:
    """The city behind a designator; one the list has not counts where it stands in capitals or with one."""
    gap = GAP.match(text, at)
    start = gap.end() if gap else at
    known = vocabulary("posts").pattern.match(text, start)
    if known and known[0][0].isupper():
        return _city(known[0]), known.end()
    if body := BODY.match(text, start):
        return body[0], body.end()
    unknown = UNKNOWN_CITY.match(text, start) if not known_only else None
    if unknown is None or "\n" in text[at:start]:
        return None, at
    words = [w for w in unknown[0].split() if w.lower() not in _no_city()]
    if not words or unknown[0].split()[0] != words[0]:
        return None, at
    name = words[0] if len(words) < len(unknown[0].split()) else unknown[0]
    return natural(name), start + len(name)


@cache
def _no_city() -> frozenset[str]:
    lists = ("precedences", "captions", "levels", "ordinary", "months", "demonyms")
    return frozenset(w.lower() for name in lists for e in lexicon.entries(name) for w in e.name.split())


def _list_after(text: str, end: int, designator: str) -> Iterator[Found[Named]]:
    """Further cities of a list, which share the designator of the first."""
    while (gap := NEXT_OF_LIST.match(text, end)) is not None:
        m = vocabulary("posts").pattern.match(text, gap.end())
        if m is None or not m[0][0].isupper():
            return
        reason = f"{designator} stands once, before the first of the list"
        name = Named(f"{designator} {_city(m[0])}", NamedKind.POST, m[0])
        yield Found(Span(*m.span()), name, m[0], 0.9, ReadingState.INFERRED, reason)
        end = m.end()


def _fixed(text: str) -> Iterator[Found[Named]]:
    for m in vocabulary("addressees").pattern.finditer(text):
        if not m[0][0].isupper():
            continue
        spelling, entry = vocabulary("addressees").named(m[0])
        kind = NamedKind(entry.text("kind") or "organization")
        office = entry.name if kind is NamedKind.OFFICE else None
        yield Found(Span(*m.span()), Named(spelling, kind, m[0], office=office), m[0], 0.95)


def _post(text: str, start: int, end: int, name: str) -> Found[Named]:
    printed = text[start:end]
    return Found(Span(start, end), Named(name, NamedKind.POST, printed), printed)


def _city(printed: str) -> str:
    """A city as the lists spell its case, in the paper's own spelling: `MOSCOW` gives Moscow, `Prague` stays."""
    return vocabulary("posts").named(printed)[0]
