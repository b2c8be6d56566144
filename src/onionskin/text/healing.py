"""Words of forms that an engine misread, made whole before readers look for them; the way back leads to what it read.

`DFPARIMENT OFSTATE` is read as DEPARTMENT OF STATE, and what stands there is still what is printed. A word is healed
where it is no word of the period and lies near one word of the forms (`text.form_words`) and near no other; figures
never are. It is done on pages whose running words show damage, and on no other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from string import ascii_lowercase

from onionskin.lexicon import entries
from onionskin.lexicon.period import frequencies, running_words
from onionskin.record.quick import quick
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Healed, Styled
from onionskin.text.form_words import (
    LINKS,
    REMEMBERED,
    SHORTEST,
    apart,
    beside,
    form_words,
    given_name_meant,
    in_the_case_of,
    meant,
)
from onionskin.text.offsets import Tailor
from onionskin.text.specks import swept

BEHIND = ".,;:?!)]}\"'”’"
JOINS = frozenset("-/'’—–")
LEAST_WORDS = 20
"""Running words of a page from which on they say by themselves whether it is damaged."""
DAMAGED = 0.08
"""The share of running words that are none, from which on a page is damaged: clean papers have 1 to 5 in a hundred."""
RUNNING_WORDS = 8
"""Words in small letters on a line of running text; a printed notice has fewer, or more capitals."""
STRETCH = re.compile(r"[^\s☐☒□■_~*#]+")
PART = re.compile(r"[^,;:/().\-–—\[\]]+")
EDGES = ".,;:'’`^-–—()[]\"“”=<>{}"
WORD = re.compile(r"[A-Za-z0-9|!$]+")
WITH_NUMBER = re.compile(r"(?P<word>[A-Za-z|!]*[A-Za-z]{2})(?P<number>\d{1,5})")
FIGURE_INSIDE = re.compile(r"(?=[A-Za-z0-9]{4})(?:[0158](?=[a-z]{3})|[A-Za-z]+[0156](?=[A-Za-z]))[A-Za-z]+")
LETTER_OF = {"0": "oO", "1": "lI", "5": "sS", "6": "bG", "8": "8B"}
"""The small letter and the capital that a figure is among letters."""
SYMBOLS = re.compile(r"(?P<left>[A-Z]{1,4})[l1|](?P<right>[A-Z]{1,5})")
NAME_FOLLOWS = re.compile(r" [A-Z](?:\.|[a-z]{2})")
DAY = re.compile(r"\s{0,2}\d{1,2}\b")
DAY_AND_YEAR = re.compile(r"\s{0,2}\d{1,2}[.,]?\s{0,2}[1lI]\S{3}\b")
SHORT_MONTH, CLOSE, IN_A_DATE = 5, 0.5, 1.0
"""Letters of a short month, and how far one may be before a number, and before one with a year behind it."""


@quick
@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a line: where it stands, what is put for it if anything, and whether a number ran into it."""

    start: int
    end: int
    printed: str
    whole: str | None = None
    blank: bool = False

    @property
    def small(self) -> str:
        return (self.whole or self.printed).lower()


def heal(text: CleanText) -> CleanText:
    """The text with the words of forms made whole where they were misread; a clean one as it is.

    Lines stay lines. Each healed word leads back to the characters that stand there; `CleanText.healed` says where.
    """
    if not any(pages := damaged(text.text)):
        return text
    text = replace(text, text=_swept(text.text, pages))
    tailor, done, healed = Tailor(text.text), 0, []
    start = 0
    for page, hurt in zip(text.text.split("\f"), pages, strict=True):
        for line in page.split("\n"):
            for word in _mended(line) if hurt and not _runs_on(line) else ():
                at, end = start + word.start, start + word.end
                if word.whole:
                    tailor.keep(done, at)
                    tailor.put(word.whole, at, end)
                    healed.append(Healed(Span(tailor.length - len(word.whole), tailor.length), Span(at, end)))
                    done = end
                if word.blank:
                    tailor.keep(done, end)
                    tailor.put(" ", end - 1, end)
                    healed.append(Healed(Span(tailor.length - 1, tailor.length), Span(end, end)))
                    done = end
            start += len(line) + 1
    if not healed:
        return text
    tailor.keep(done, len(text.text))
    whole, back = tailor.cut()
    styles = tuple(Styled(_after(styled.span, healed), styled.style) for styled in text.styles)
    return CleanText(text.scroll, whole, back.after(text.map), styles, tuple(healed))


def _swept(text: str, hurt: Sequence[bool]) -> str:
    """The text, as long as it is, with the lines of its damaged pages swept."""
    pages = zip(text.split("\f"), hurt, strict=True)
    return "\f".join("\n".join(map(swept, page.split("\n"))) if bad else page for page, bad in pages)


def _after(span: Span, healed: Sequence[Healed]) -> Span:
    """Where a span of the text before stands in the text after."""
    return Span(_moved(span.start, healed, end=False), _moved(span.end, healed, end=True))


def _moved(at: int, healed: Sequence[Healed], *, end: bool) -> int:
    n = bisect_right(healed, at, key=lambda each: each.before.start) - 1
    if n < 0:
        return at
    each = healed[n]
    if at < each.before.end:
        return each.span.end if end and at > each.before.start else each.span.start
    return at - each.before.end + each.span.end


def damaged(text: str) -> list[bool]:
    """Of each page whether it is damaged; one with few words is if all of them together are."""
    counts = [_unknown(page) for page in text.split("\f")]
    total, unknown = sum(said for said, _ in counts), sum(bad for _, bad in counts)
    whole = total >= LEAST_WORDS and unknown > DAMAGED * total
    return [bad > DAMAGED * said if said >= LEAST_WORDS else whole for said, bad in counts]


def _unknown(page: str) -> tuple[int, int]:
    """How many running words stand on a page, and how many of them are none."""
    known = running_words()
    said = [word for word in page.split() if len(word) >= SHORTEST and word[0] in ascii_lowercase]
    strange = (word.rstrip(BEHIND) for word in said if word not in known)
    return len(said), sum(word not in known and JOINS.isdisjoint(word) for word in strange)


def _runs_on(line: str) -> bool:
    """Whether a line is of a running text, where no form prints its words."""
    return sum(word[0] in ascii_lowercase for word in line.split()) >= RUNNING_WORDS


@lru_cache(maxsize=REMEMBERED)
def _mended(line: str) -> tuple[_Word, ...]:
    """The words of a line that are put whole."""
    found = list(_words(line))
    out = []
    for n, word in enumerate(found):
        whole = word.whole or _in_phrase(line, found, n)
        if whole or word.blank:
            found[n] = _Word(word.start, word.end, word.printed, whole, word.blank)
            out.append(found[n])
    return tuple(out)


def _words(line: str) -> Iterator[_Word]:
    """The words of a line in order, made whole where they can be by themselves."""
    done = -1
    stretches = list(STRETCH.finditer(line))
    for n, m in enumerate(stretches):
        if m.start() < done:
            continue
        follows = stretches[n + 1] if n + 1 < len(stretches) else None
        if follows and line[m.end() : follows.start()] == " " and (torn := _torn(line, m.span(), follows.span())):
            yield torn
            done = torn.end
            continue
        core = m[0].strip(EDGES)
        start = m.start() + m[0].index(core) if core else m.start()
        if whole := meant(core) if core else None:
            yield _Word(start, start + len(core), core, whole)
            continue
        for part in PART.finditer(core):
            yield from _part(part[0], start + part.start())


def _part(printed: str, start: int) -> Iterator[_Word]:
    numbered = WITH_NUMBER.fullmatch(printed) if printed[-1].isdigit() else None
    if numbered:
        word = numbered["word"]
        small, whole = word.lower(), meant(word) or _month(word)
        if whole or small in form_words() or small in _months():
            yield _Word(start, start + len(word), word, whole, blank=True)
            yield _Word(start + len(word), start + len(printed), numbered["number"])
            return
    yield _Word(start, start + len(printed), printed, _made_whole(printed))


@lru_cache(maxsize=REMEMBERED)
def _made_whole(printed: str) -> str | None:
    """A word by itself: a word of forms, or one whose figure or stroke is a letter."""
    return meant(printed) or _lettered(printed) or _symbols(printed)


def _torn(line: str, one: tuple[int, int], other: tuple[int, int]) -> _Word | None:
    """A word of forms that a blank has cut in two: `BAG HDAD`."""
    left, right = line[slice(*one)], line[slice(*other)]
    head, tail = left.lstrip(EDGES), right.rstrip(EDGES)
    if not (head and tail and WORD.fullmatch(head) and WORD.fullmatch(tail)) or (_is_word(head) and _is_word(tail)):
        return None
    whole = (head + tail).lower()
    if whole not in form_words() and (whole not in LINKS or "a" in {head, tail}):
        return None
    return _Word(one[1] - len(head), other[0] + len(tail), head + tail, in_the_case_of(head + tail, whole))


def _is_word(printed: str) -> bool:
    """Whether it may stand by itself: a word, or an initial."""
    small = printed.lower()
    return printed.isupper() if len(printed) == 1 else small in frequencies() or small in form_words()


def _lettered(printed: str) -> str | None:
    """A name with a figure among its letters, which is a letter: `8owles`, `THOMPS0N`. A7 and B47s stay."""
    if printed[0].islower() or not FIGURE_INSIDE.fullmatch(printed):
        return None
    at = next(n for n, char in enumerate(printed) if char.isdigit())
    capital = at == 0 or (printed[at - 1].isupper() and printed[at + 1].isupper())
    return printed[:at] + LETTER_OF[printed[at]][capital] + printed[at + 1 :]


def _symbols(printed: str) -> str | None:
    """Two symbols of offices whose stroke was read as a letter: `EURlWE`."""
    m = SYMBOLS.fullmatch(printed)
    whole = f"{m['left']}/{m['right']}" if m else ""
    return whole if m and (whole in _offices() or m["left"] in _offices()) else None


@cache
def _offices() -> frozenset[str]:
    return frozenset(entry.name for entry in entries("offices"))


def _in_phrase(line: str, found: Sequence[_Word], n: int) -> str | None:
    """A word that is known by what stands beside it: a short one of a phrase, a month before its day."""
    word = found[n]
    if NAME_FOLLOWS.match(line, word.end) and (given := given_name_meant(word.printed)):
        return given
    if not WORD.fullmatch(word.printed) or not word.printed[:1].isalpha() or len(word.printed) > SHORT_MONTH:
        return None
    if word.printed[:1].isupper() and (word.blank or DAY.match(line, word.end)):
        month = _month(word.printed, IN_A_DATE if DAY_AND_YEAR.match(line, word.end) else CLOSE)
        if month:
            return month
    for other, before in ((n - 1, True), (n + 1, False)):
        if 0 <= other < len(found) and _adjoin(line, found[min(n, other)], found[max(n, other)]):
            whole = beside(word.printed, found[other].small, before=before)
            if whole:
                return whole
    return None


def _adjoin(line: str, left: _Word, right: _Word) -> bool:
    return line[left.end : right.start] in {" ", ". "}


@cache
def _months() -> frozenset[str]:
    return frozenset(form.lower() for entry in entries("months") for form in entry.spellings)


def _month(printed: str, most: float = CLOSE) -> str | None:
    """The short month that a word before a day's number is nearly: `Moy`, `JUHE`."""
    small = printed.lower()
    if small in _months() or not 3 <= len(small) <= SHORT_MONTH:
        return None
    near = [month for month in sorted(_months()) if len(month) == len(small) and apart(printed, month) <= most]
    return in_the_case_of(printed, near[0]) if len(near) == 1 else None
