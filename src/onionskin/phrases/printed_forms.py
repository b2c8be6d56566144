"""Printed blanks, known by the words on them: a title may be lost in the scan, but not all labels are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from rapidfuzz import fuzz

from onionskin.lexicon import entries
from onionskin.phrases.alternatives import either
from onionskin.phrases.columns import CELL
from onionskin.record.fields import Kind
from onionskin.record.span import Span
from onionskin.text.clean import SMALL, Line
from onionskin.text.prose import is_prose

CONTINUED = re.compile(
    r"\bPAGE\s*(?:TWO|THREE|FOUR|FIVE|SIX|[2-9]|[1-9]\d)\b|\b(?:2ND|3RD|[4-9]TH)\s+PAGE\b"
    r"|\bCONTINUATION\s+OF\b|^\s*-{0,2}\s*(?:[2-9]|1\d)\s*-{1,2}\s*$",
    re.IGNORECASE,
)
"""What the second and later pages of a form say at their head: `PAGE TWO`, `2ND PAGE`, `CONTINUATION OF DISPATCH`."""
TOP_LINES = 14
"""Lines with ink at the head of a page among which it says so."""
NUMBER = re.compile(r"(?<![\w.,])\d{4,6}(?![\w.,-])")
"""A message's own number, which the form repeats on its later pages."""
FEWEST = 10
"""Letters of a cell that is called a blank's own beside other cells."""
WORN_FROM, WORN = 14, 82
"""Letters of printed words that are known though misread, and the likeness (0 to 100) from which they are."""
SENTENCE = 50
"""Letters of printed words that are a sentence of the blank and no label."""
LONG = 18
"""Letters from which printed words are known anywhere on a line; shorter ones only at the head of a line or column."""


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A blank of the lexicon. `least`: so many of its words must stand on a page."""

    name: str
    kind: Kind
    subkind: str | None
    page: bool
    least: int


@dataclass(frozen=True, slots=True)
class FormFound:
    """A form on a page: the index of the first line with a word of it, and those words as the lexicon has them.

    `begins` is false for the later pages of one that began before.
    """

    form: PrintedForm
    page: int
    line: int
    words: tuple[str, ...]
    begins: bool


@cache
def _forms() -> tuple[tuple[PrintedForm, tuple[str, ...]], ...]:
    return tuple(
        (
            PrintedForm(e.name, Kind(e.text("kind") or ""), e.text("subkind"), e.holds("page"), e.number("least") or 1),
            e.list("words"),
        )
        for e in entries("printed_forms")
    )


@cache
def _by_letters() -> dict[str, str]:
    return {_letters(words): words for _, printed in _forms() for words in printed}


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words).upper()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """At the head of a line or column; and anywhere. Between two words stands what the engine made of the gap.

    They are of small letters and for lines in small letters: where case is left open, `re` tries every word in turn.
    """
    # Two words of one form may differ in a blank alone: PLAIN TEXT, PLAINTEXT.
    phrases = sorted({words for _, printed in _forms() for words in printed}, key=lambda words: (-len(words), words))

    def any_of(which: Sequence[str]) -> str:
        return either(r"[\W_]{0,3}".join(re.findall(r"\w+", words.lower())) for words in which)

    return (
        re.compile(rf"(?:^|\s\s)[\W_]{{0,3}}(?P<words>{any_of(phrases)})(?![a-z])"),
        re.compile(rf"(?<![a-z])(?P<words>{any_of([p for p in phrases if len(p) >= LONG])})"),
    )


def find_printed_forms(lines: Sequence[Line]) -> Iterator[FormFound]:
    """The form of each page that is one, in the order of the pages. `lines` are lines with ink."""
    before: tuple[PrintedForm | None, set[str]] = (None, set())
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        seen = _words_on(page)
        best = max(_forms(), key=lambda each: _surplus(each, seen)) if seen else None
        if best is None or _surplus(best, seen) < 0:
            before = (None, set())
            continue
        top = page[: TOP_LINES * 2]
        numbers = {n for line in top if not is_prose(line.text) for n in NUMBER.findall(line.text)}
        goes_on = before[0] is best[0] and not before[1].isdisjoint(numbers)
        goes_on = goes_on or any(CONTINUED.search(line.text) for line in page[:TOP_LINES])
        before = (best[0], numbers)
        held = {words: at for words, at in seen.items() if words in best[1]}
        yield FormFound(best[0], page[0].page, min(held.values()), tuple(held), begins=not goes_on)


def _surplus(form: tuple[PrintedForm, tuple[str, ...]], seen: dict[str, int]) -> int:
    """How many words of the form stand there beyond those that must."""
    return sum(words in seen for words in form[1]) - form[0].least


@cache
def _signs() -> tuple[str, ...]:
    """Words, one of which stands on every page that has printed words known anywhere on a line: the longest of each."""
    long = (words.lower().split() for words in _by_letters().values() if len(words) >= LONG)
    return tuple({max(re.findall(r"\w+", " ".join(words)), key=len) for words in long})


def _words_on(page: Sequence[Line]) -> dict[str, int]:
    """Printed words of any form, each with the index of its line."""
    heads, anywhere = _patterns()
    whole = "\n".join(line.text for line in page).translate(SMALL)
    signs = [sign for sign in _signs() if sign in whole]
    seen: dict[str, int] = {}
    for line, small in zip(page, whole.split("\n"), strict=True):
        if "  " in small.strip():
            hits = list(heads.finditer(small))
        else:
            # One column: what can be a head stands behind the blanks that begin the line.
            first = heads.match(small, max(0, len(small) - len(small.lstrip()) - 2))
            hits = [first] if first else []
        if signs and any(sign in small for sign in signs):
            hits += anywhere.finditer(small)
        for m in hits:
            seen.setdefault(_by_letters().get(_letters(m["words"]), m["words"]), line.index)
    return seen


def form_words(line: str) -> bool:
    """Whether a line is made of the printed words of a blank and little else: `RELEASING OFFICER   COORDINATING
    OFFICERS`.
    """
    heads, anywhere = _patterns()
    hits = {m.span("words") for pattern in (heads, anywhere) for m in pattern.finditer(line.translate(SMALL))}
    said = max((b - a for a, b in hits), default=0)
    return said > 0 and sum(b - a for a, b in hits) * 3 >= len(line.strip()) * 2


@cache
def _boxes() -> frozenset[str]:
    return frozenset(entry.name for entry in entries("slip_boxes"))


def slip_boxes(line: str) -> bool:
    """Whether a line is a row of the boxes of a routing slip: `APPROVAL   DISPATCH   RECOMMENDATION`."""
    cells = [cell[0].strip(" ☐☒.").upper() for cell in CELL.finditer(line)]
    return len(cells) > 1 and all(cell in _boxes() for cell in cells)


def form_cells(line: str) -> list[Span]:
    """The cells of a row that are made of the printed words of a blank, misread as they may be: the first and the last
    of `CONTINUATION OF   CLASSIFICATION   DISPATCH SYMBOL AND NUMBER`, where other cells hold a value or are illegible.

    A line of one cell has none: `form_words` speaks of those.
    """
    row = [Span(*m.span()) for m in CELL.finditer(line)]
    return [cell for cell in row if len(row) > 1 and _printed(cell.of(line))]


def _made_of(letters: str) -> bool:
    """Whether the letters are those of printed words and no others: `RID COPY ADVANCE COPY`."""
    return not letters or any(letters.startswith(words) and _made_of(letters[len(words) :]) for words in _by_letters())


def _printed(cell: str) -> bool:
    known = _letters(cell)
    if len(known) < FEWEST:
        return False
    if _made_of(known):
        return True
    alike = (words for words in _by_letters() if len(words) >= WORN_FROM and abs(len(words) - len(known)) <= 3)
    return cell.isupper() and any(fuzz.ratio(known, words) >= WORN for words in alike)


def form_notice(line: str) -> bool:
    """Whether a line of prose has a sentence of a blank: `paraphrased in order to protect the Bureau's cryptographic
    systems`.
    """
    _, anywhere = _patterns()
    return any(len(m["words"]) >= SENTENCE for m in anywhere.finditer(line.translate(SMALL)))
