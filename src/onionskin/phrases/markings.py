"""The markings of one line: `TOP SECRET - SENSITIVE`, `S E C R E T`, `UNLESS "UNCLASSIFIED".`, of an OCR page too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from onionskin import lexicon
from onionskin.phrases.damage import nearest, skeleton
from onionskin.phrases.found import Found
from onionskin.record.quick import quick
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

TOKEN = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z](?:[ -][A-Z]){2,}(?![A-Za-z])|[A-Za-zÀ-ÿ0-9](?:[A-Za-zÀ-ÿ0-9|$!]*[A-Za-zÀ-ÿ0-9])?)"
)
"""A word, or letters typed apart: `S E C R E T`, `S-E-C-R-E-T`, and `T O P  S E C R E T` as two of them."""

SPACED = re.compile(r"[A-Z](?:[ -][A-Z])+")
APART = re.compile(r"[A-Z](?<![A-Za-z0-9][A-Z])(?:[ -][A-Z]){2,}(?![A-Za-z])")
LABEL = re.compile(
    r"[\s*_~(\[]*(?:(?:security\s+)?classification|class|caption|handling|marking)\s*[:.]\s*", re.IGNORECASE
)
PAGE = re.compile(r"(?:page|p|pg)?\d{0,3}", re.IGNORECASE)
TELEGRAM = re.compile(r"\s(?:SECTION\s\d\d?\sOF\s\d\d?\s)?(?P<post>[A-Z]{2}[A-Z .]{1,19})\s\d{3,6}\s*\Z")
DISTINCT = frozenset(
    {
        *("REPRODUCTION", "REPRODUCED", "PROHIBITED", "RETURNED", "UNLESS", "NOTATION", "PERMANENT"),
        *("EXCLUDED", "EXEMPTED", "DOWNGRADED", "DOWNGRADING"),
    }
)
"""A part of a notice must hold one of its own words: "of this" and "Executive Secretariat" stand in notices too."""

SMALL = frozenset({"and", "or", "for", "of", "the", "to", "from"})
SCHEDULES = frozenset({"GDS", "XGDS", "ADS", "RDS", "XDS"})
"""What stands for a schedule of declassification beside a level: `SECRET/NODIS/XGDS-3`."""
MOST = 12
"""Words a line of markings may have; a longer one is prose."""
MOST_DAMAGED = 4


@dataclass(frozen=True, slots=True)
class MarkingWords:
    """One marking: a level or a caption, in normal form.

    `control`: the words govern copying and return, not who may read.
    """

    level: str | None = None
    caption: str | None = None
    control: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Token:
    """A word of the line in capitals, and where it stands."""

    word: str
    start: int
    end: int


def read_markings(line: str) -> list[Found[MarkingWords]]:
    """The markings of a line that is nothing else but markings, in order; empty for prose that has "secret" in it.

    Precedence words, a page number, a label ("Classification:") and the telegram's own number (`UNCLAS STATE 296107`)
    may stand beside them. A level that is nearly one (`SECRFT`) is DOUBTFUL, its reason names what it could be; zeros
    for O and the like are read without doubt. Words of a copy-control notice are markings also where a line holds only
    a part of the notice (`COPY IS PROHIBITED`).
    """
    label = LABEL.match(line)
    tokens = _tokens(line, label.end() if label else 0, _own_number(line))
    if not tokens or len(tokens) > MOST:
        return []
    notice = _notice(line, tokens)
    if notice is not None:
        return [notice]
    finds: list[Found[MarkingWords]] = []
    at = 0
    while at < len(tokens):
        size, find = _marking(line, tokens, at)
        if not size or (find is not None and not finds and not find.text[0].isupper()):
            return []
        if find is not None:
            finds.append(find)
        at += size
    if len(tokens) > MOST_DAMAGED and all(f.state is ReadingState.DOUBTFUL for f in finds):
        return []
    return finds


def together(words: str) -> str:
    """Letters typed apart as the words they are: `S-E-C-R-E-T NOFORN` is SECRET NOFORN."""
    return APART.sub(lambda m: m[0].replace(" ", "").replace("-", ""), words)


def _own_number(line: str) -> int:
    """Where the post and number of an electronic telegram begin behind the marking, else the end of the line."""
    m = TELEGRAM.search(line)
    if m is None:
        return len(line)
    post = " ".join(m["post"].lower().split())
    return m.start() if post == "state" or post in lexicon.spellings("posts") else len(line)


def _tokens(line: str, start: int, end: int) -> list[Token]:
    out = []
    for m in TOKEN.finditer(line, start, end):
        word = together(m[0]) if SPACED.fullmatch(m[0]) else m[0]
        out.append(Token(word.upper(), m.start(), m.end()))
    return out


def _marking(line: str, tokens: Sequence[Token], at: int) -> tuple[int, Found[MarkingWords] | None]:
    """The longest marking at a word: how many words it takes, 0 for a strange one; no find for one allowed beside."""
    known = vocabulary()
    for size in range(min(longest_marking(), len(tokens) - at), 0, -1):
        words = [t.word for t in tokens[at : at + size]]
        for joined in (" ".join(words), "".join(words) if size > 1 else ""):
            if joined in known:
                return size, _find(line, tokens[at : at + size], known[joined])
    for size in range(min(longest_marking(), len(tokens) - at), 0, -1):
        folded = skeleton(" ".join(t.word for t in tokens[at : at + size]))
        if folded in folds():
            reason = "read with characters of one shape for one another"
            return size, _find(line, tokens[at : at + size], known[folds()[folded]], 0.95, reason)
    if _beside(tokens[at].word):
        return 1, None
    return _damaged(line, tokens, at)


def _damaged(line: str, tokens: Sequence[Token], at: int) -> tuple[int, Found[MarkingWords] | None]:
    """A marking with a letter or two wrong: `SECRFT`, `TOP SEGRET`, `CONFIDENTAL`."""
    known = vocabulary()
    for size in range(min(3, len(tokens) - at), 0, -1):
        words = " ".join(t.word for t in tokens[at : at + size])
        if not line[tokens[at].start].isupper() or len(words) < 5:
            continue
        hits = nearest(words, _beginning_alike(size, words[0], words[1:4]), most=2 if len(words) > 10 else 1)
        if hits:
            best = hits[0][0]
            others = [name for name, edits in hits[1:] if edits == hits[0][1]]
            reason = f"{words!r} is nearly {best!r}" + (f", or {' or '.join(map(repr, others))}" if others else "")
            return size, _find(
                line, tokens[at : at + size], known[best], 0.7 if not others else 0.4, reason, doubtful=True
            )
    return 0, None


def _find(  # noqa: PLR0913 - one find
    line: str,
    tokens: Sequence[Token],
    value: MarkingWords,
    confidence: float = 1.0,
    reason: str = "",
    *,
    doubtful: bool = False,
) -> Found[MarkingWords]:
    span = Span(tokens[0].start, tokens[-1].end)
    return Found(
        span, value, span.of(line), confidence, ReadingState.DOUBTFUL if doubtful else ReadingState.FOUND, reason
    )


def _beside(word: str) -> bool:
    """A word that may stand beside markings and is none: a precedence, a schedule, a page number, a small word."""
    return word in precedence_words() or word in SCHEDULES or word.lower() in SMALL or PAGE.fullmatch(word) is not None


def _notice(line: str, tokens: Sequence[Token]) -> Found[MarkingWords] | None:
    """A notice, or a run of two or more of its words that is the whole line."""
    words = [t.word for t in tokens]
    if len(words) < 2 or not DISTINCT.intersection(words):
        return None
    for notice, caption in notices():
        for at in range(len(notice) - len(words) + 1):
            if list(notice[at : at + len(words)]) == words and not _only_levels(words):
                span = Span(tokens[0].start, tokens[-1].end)
                return Found(
                    span, MarkingWords(caption=caption, control=True), span.of(line), 1.0 if len(words) > 3 else 0.9
                )
    return None


def _only_levels(words: Sequence[str]) -> bool:
    return " ".join(words) in vocabulary()


@cache
def vocabulary() -> dict[str, MarkingWords]:
    """Every spelling of a level or caption in capitals, with and without the spaces between its words."""
    out: dict[str, MarkingWords] = {}
    for entry in lexicon.entries("levels"):
        for spelling in entry.spellings:
            out[_plain(spelling)] = MarkingWords(level=entry.name)
    for entry in lexicon.entries("captions"):
        for spelling in entry.spellings:
            out.setdefault(_plain(spelling), MarkingWords(caption=entry.name, control=entry.holds("control")))
    for spelling in [s for s in out if " " in s]:
        out.setdefault(spelling.replace(" ", ""), out[spelling])
    return out


def _plain(spelling: str) -> str:
    return " ".join(re.findall(r"[A-ZÀ-Þ0-9]+", spelling.upper()))


@lru_cache(maxsize=4096)
def _beginning_alike(size: int, first: str, next_three: str) -> tuple[str, ...]:
    """The spellings of so many words with that first letter, and any spelling with the three letters after it."""
    return tuple(k for k in candidates() if (k.count(" ") == size - 1 and k[0] == first) or k[1:4] == next_three)


@cache
def candidates() -> tuple[str, ...]:
    """Spellings long enough that one wrong letter leaves them recognisable."""
    return tuple(s for s in vocabulary() if len(s) >= 6)


@cache
def folds() -> dict[str, str]:
    """The skeleton of every spelling, to the spelling."""
    return {skeleton(s): s for s in vocabulary() if len(s) > 4}


@cache
def longest_marking() -> int:
    """How many words the longest marking has."""
    return max(s.count(" ") + 1 for s in vocabulary())


@cache
def notices() -> tuple[tuple[tuple[str, ...], str], ...]:
    """The words of each notice and the caption it stands for."""
    return tuple((tuple(e.name.split()), e.text("caption") or e.name) for e in lexicon.entries("notices"))


@cache
def precedence_words() -> frozenset[str]:
    """The single words of all precedences, in capitals."""
    return frozenset(w for e in lexicon.entries("precedences") for s in e.spellings for w in s.upper().split())
