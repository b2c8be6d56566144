"""What stands at the top of a page: days, headings, the running heads of the pages before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from onionskin.lexicon import entries
from onionskin.phrases.dates import find_dates
from onionskin.phrases.label_words import letters
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.page_marks import page_number
from onionskin.phrases.release_notices import says_released
from onionskin.readers.leaves import TOP, Leaf
from onionskin.record.dates import PartialDate
from onionskin.text.clean import Line

PARAGRAPH = re.compile(r"\(?(?:\d{1,2}|[A-Z]|[ivx]{1,5}|[IVX]{2,5})[.)]\s")
"""What begins the heading of a paragraph, not of a paper: `2. Bracero Program`."""
IN_THE_MIDDLE = 16
"""Columns before a line from which it stands in the middle of the page: DRAFT."""
RUNNING_LINES, RUNNING_LETTERS, RUNNING_LIKE = 6, 8, 88
"""Lines at the head of pages among which a running head stands, its letters, and the likeness (0 to 100) of two."""
MOST_HEADINGS = 0.2
"""Share of a page's lines that may look like headings; where more do they are a list of names, and head nothing."""
ALIKE = 80
"""Likeness (0 to 100) from which a line is the running head of the pages before."""

FIRST_WORDS, LONG_WORD = 3, 7
"""Words of a line among which one that papers begin with is looked for, and letters from which such a word is long."""
SHORTEST, LONGEST = 5, 12
LIKE_LONG, LIKE_SHORT = 80, 83
"""Likeness (0 to 100) from which a misread word is still a long one, or a short one, that papers begin with."""
TITLE_LETTERS, TITLE_LIKE = 10, 85
"""Letters of a title, and the likeness (0 to 100) from which a page bears it though it was not known there."""
DIGITS = 3
"""Digits that a line with a day has at least."""


def is_date(text: str) -> bool:
    """Whether a line is a day and little else."""
    words = text.strip()
    days = (d for d in find_dates(words) if isinstance(d.value, PartialDate) and d.value.day)
    return len(words) < 40 and any(len(d.text) * 10 >= len(words) * 6 for d in days)


def is_heading(text: str) -> bool:
    """A title typed in the middle of its line, in capitals or with capitals; no mark, no number."""
    words = text.strip()
    indent = len(text) - len(text.lstrip())
    if (
        not (5 if indent >= IN_THE_MIDDLE else 8) <= len(words) <= 70
        or words.endswith((",", ";"))
        or sum(map(str.isalpha, words)) < 0.7 * len(words)
        or PARAGRAPH.match(words)
    ):
        return False
    large = [w for w in words.split() if w[0].isupper()]
    return words.isupper() or (indent >= 6 and len(large) * 2 >= len(words.split()))


def is_headline(leaf: Leaf) -> bool:
    """Whether the text begins with a line in capitals, as long as a sentence's, and goes on in small letters."""
    first = leaf.body[0] if leaf.body else None
    if first is None or not first.text.isupper() or not is_heading(first.text):
        return False
    return not next((x.text.isupper() for x in leaf.free if x.index > first.index), True)


def is_title(line: Line, leaf: Leaf) -> bool:
    """The first line of a page, words with capitals and no stop, over a text that begins with one."""
    words = line.text.strip()
    large = [w for w in words.split() if w[0].isupper()]
    below = next((x.text.strip() for x in leaf.free if x.index > line.index), "")
    return (
        15 <= len(words) <= 70
        and len(large) >= 0.6 * len(words.split())
        and words[-1].isalnum()
        and not PARAGRAPH.match(words)
        and below[:1].isupper()
        and sum(c.isalpha() or c == " " for c in words) > 0.8 * len(words)
    )


def above_text(leaf: Leaf, lines: int) -> list[Line]:
    """Of so many lines at the head those above the running text, page numbers apart."""
    first = leaf.body[0].index if leaf.body else leaf.lines[-1].index + 1
    return [line for line in leaf.free[:lines] if line.index < first and page_number(line.text) is None]


def titles_of(leaf: Leaf, above: Sequence[Line], taken: Collection[int], known: Collection[str]) -> list[str]:
    """The headings among the lines above the text, or the line in capitals with which it begins.

    Lines `taken` are labels or running heads; `known` are the letters of what stands at the head of the pages before.
    """
    if sum(is_heading(line.text) for line in leaf.free) > MOST_HEADINGS * len(leaf.free):
        return []
    titles = [
        line.text.strip()
        for at, line in enumerate(above)
        if line.index not in taken
        and (is_heading(line.text) or (not at and is_title(line, leaf)))
        and all(ratio(letters(line.text), each) < ALIKE for each in known)
    ]
    if not titles and is_headline(leaf):
        return [leaf.body[0].text.strip()]
    return titles


def running_heads(own: Sequence[Line], before: Sequence[Leaf]) -> list[str]:
    """The lines that stood at the head of a page before, printed heads and an archive's notice apart."""
    known = [each for page in before for each in page.free_top[:RUNNING_LINES] if len(each) >= RUNNING_LETTERS]
    return [line.text.strip() for line in own if _again(line, known)]


def _again(line: Line, before: Sequence[str]) -> bool:
    own = letters(line.text)
    may_be = len(own) >= RUNNING_LETTERS and not is_letterhead(line.text) and not says_released(line.text)
    return may_be and any(ratio(own, each) >= RUNNING_LIKE for each in before)


def opening_words(leaf: Leaf) -> tuple[str, ...]:
    """Words of the heads of papers (`lexicon/opening_words.toml`), clear or misread, at the head of a page.

    `HENORANDUM FOR: Deputy Director` has MEMORANDUM and DEPUTY.
    """
    words = (word for line in leaf.free[:TOP] for word in line.text.split()[:FIRST_WORDS] if word[0].isupper())
    return tuple(dict.fromkeys(known for word in words if (known := _opening(letters(word)))))


@lru_cache(maxsize=4096)
def _opening(word: str) -> str | None:
    if not SHORTEST <= len(word) <= LONGEST:
        return None
    like, known = max((ratio(word, each), each) for each in _opening_words())
    return known if like >= (LIKE_LONG if len(known) >= LONG_WORD else LIKE_SHORT) else None


@cache
def _opening_words() -> tuple[str, ...]:
    return tuple(entry.name for entry in entries("opening_words"))


def day_at_head(leaf: Leaf) -> str | None:
    """The first whole day that stands over the running text of a page, among whatever other words."""
    text = {line.index for line in leaf.body}
    for line in leaf.free[:TOP]:
        if line.index not in text and sum(map(str.isdigit, line.text)) >= DIGITS:
            days = (d.text for d in find_dates(line.text) if isinstance(d.value, PartialDate) and d.value.day)
            if day := next(days, None):
                return day
    return None


def bears_title(leaf: Leaf, title: str) -> bool:
    """Whether a title stands at the head of a page, misread or broken over two lines: `OUTGONG` / `MESSAGE`."""
    own = letters(title)
    printed = (*leaf.top, *(one + other for one, other in pairwise(leaf.top)))
    return len(own) >= TITLE_LETTERS and any(ratio(own, each) >= TITLE_LIKE for each in printed)
