"""Which lines of a paper are its running text, by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from onionskin.text.clean import Line
from onionskin.text.joining import ends_sentence

FUNCTION_WORDS = frozenset(
    """a about after all also an and any are as at be been before but by can could did do for from had has have he her
    his how i if in into is it its may more most must no not of on only or other our out over she should so some such
    than that the their them then there these they this those to under up upon was we were what when where which while
    who will with would you your""".split()  # noqa: SIM905 - a list of forty strings is no easier to read
)
HEADINGS = frozenset(
    {"summary", "begin summary", "end summary", "comment", "begin comment", "end comment", "quote", "unquote"}
    | {"begin text", "end text", "text", "verbatim text", "begin quote", "end quote", "end message", "begin message"}
)
WORD = re.compile(r"[A-Za-z][A-Za-z'’\-]*")
SYMBOLS = re.compile(r"\b[A-Z]+(?:[/-][A-Z]+)+\b")
"""Office symbols, whose parts may look like small words: `EUR/WE`, `IO/AS`."""
NUMBERING = re.compile(r"\s*\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.)]\s*")
SIGNED_OFF = re.compile(r"[a-zA-Z][.?!]\s+[A-Z'’]{3,18}\s*$")
"""The end of a sentence with the signature behind it, as teletypes print it."""
TAKEN_OUT = re.compile(r"\s*[\[(][A-Z][A-Z ]{3,20}[\])]\s*$")
"""A transcriber's word for what was taken out behind the sentence: `[REDACTED]`."""
WIDE = 40
"""Characters from which a line of six words is running text even where it has no function word, as in telegraphic
prose."""

JOINING = 4
"""Different small words that a line in capitals has only where it is running text: no list of offices has so many."""


@lru_cache(maxsize=4096)
def is_prose(text: str) -> bool:
    """Whether a line is running text: enough words, most of them words, and some of the small ones that join them.

    "You should emphasize that there is in fact no present" is; "ACTION: USUN, New York - PRIORITY 1359" is not.
    """
    words = WORD.findall(text)
    if len(words) < 4 or len(words) * 10 < len(text.split()) * 6:
        return False
    width = len(text.strip())
    wide = width >= WIDE
    if text.isupper():
        # A list of office symbols is as wide as telegraphic prose, but its words are short and parted by commas.
        if not wide or len(words) < 7 or text.count(",") * 2 >= len(words):
            return False
        joining = {small for word in words if len(small := word.lower()) > 1 and small in FUNCTION_WORDS}
        return len(joining) >= JOINING or sum(map(len, words)) >= 4 * len(words)
    if in_title_case(text, words):
        return False
    lower = map(str.lower, WORD.findall(SYMBOLS.sub(" ", text)))
    small = sum(map(FUNCTION_WORDS.__contains__, lower))
    if len(words) >= 5 and small >= 2 and width >= WIDE // 2:
        return True
    return wide and len(words) >= 6 and (small >= 1 or text.strip()[0].islower())


def in_title_case(text: str, words: Sequence[str]) -> bool:
    """Whether every word but the small ones has a capital: a title or an office, `Special Assistant to the President`.

    So may a line in the middle of a sentence be, which `body_lines` allows for.
    """
    if not words or not words[0][0].isupper() or text.isupper() or text.rstrip().endswith((".", "?")):
        return False
    large = [w for w in words if w.lower() not in FUNCTION_WORDS]
    return len(large) >= 2 and all(w[0].isupper() for w in large)


def lines_above_text(lines: Sequence[Line], most: int, *, numbered: bool = True) -> list[Line]:
    """The lines with ink over the text, at most `most`: down to two lines of prose or, where paragraphs are numbered,
    to the first of these.
    """
    inked = [line for line in lines if not line.blank][:most]
    for n, line in enumerate(inked):
        m = NUMBERING.match(line.text) if numbered else None
        if m and is_prose(line.text[m.end() :]):
            return inked[:n]
        if n + 1 < len(inked) and is_prose(line.text) and is_prose(inked[n + 1].text):
            return inked[:n]
    return inked


def body_lines(lines: Sequence[Line], barred: AbstractSet[int] = frozenset()) -> list[int]:
    """Indexes of the lines of the running text: prose, and the short lines that belong to it.

    A line belongs to the text if the sentence before it goes on there, if it is a catchword or an insertion of the
    line below it, a paragraph's number standing alone, or a heading such as COMMENT. `barred` lines (by index) answer
    for something else and are never body. Words that were struck count, for the line was typed with them.
    """
    free = [line for line in lines if not line.blank and line.index not in barred]
    prose = [is_prose(line.typed) for line in free]
    if True not in prose:
        return []
    out: list[int] = []
    last: Line | None = None
    for at, line in enumerate(free):
        below = free[at + 1] if at + 1 < len(free) and prose[at + 1] else None
        if (
            prose[at]
            or (last and (_goes_on(last, line) or _numbered(line)))
            or (last and free[at - 1].page < line.page and _ends_overleaf(last, line))
            or _leads_on(line, below, started=last is not None)
        ):
            out.append(line.index)
            last = line
    return out


def _goes_on(last: Line, line: Line) -> bool:
    """The sentence of the last body line ends here, a few words on."""
    if line.index - last.index > 2 or ends_sentence(last.text):
        return False
    words = WORD.findall(line.text)
    if not words:
        return False
    if line.index - last.index == 1 and line.text.isupper() and last.text.isupper() and len(words) > 2:
        return True
    if line.index - last.index == 1 and len(words) > 3 and in_title_case(line.text, words) and len(last.text) >= WIDE:
        return True
    if line.index - last.index == 1 and line.text.isupper() and SIGNED_OFF.search(line.text):
        return True
    return ends_sentence(TAKEN_OUT.sub("", line.text)) or line.text.strip()[:1].islower()


def _ends_overleaf(last: Line, line: Line) -> bool:
    """The first line of a page that ends the sentence which the page before it left open, a few words on."""
    open_ = line.page == last.page + 1 and not ends_sentence(last.text) and is_prose(last.typed)
    return open_ and len(WORD.findall(line.text)) > 1 and ends_sentence(line.text)


def _numbered(line: Line) -> bool:
    """A short paragraph with its number, as in `4. Report reaction soonest`."""
    m = NUMBERING.match(line.text)
    return m is not None and len(WORD.findall(line.text, m.end())) > 2 and line.text.rstrip().endswith((".", "?"))


def _leads_on(line: Line, below: Line | None, *, started: bool) -> bool:
    words = line.text.strip()
    if below is None:
        return False
    bare = words.strip("/ ").casefold()
    # Text in capitals cannot show by a small letter that the sentence goes on below.
    goes_on = below.text.strip()[:1].islower() or (words.isupper() and not ends_sentence(words))
    if NUMBERING.match(words) and (NUMBERING.fullmatch(words) or (started and goes_on)):
        return True
    if started and bare.rstrip(".:-") in HEADINGS:
        return True
    if words.startswith("/") or (started and bare and below.text.strip().casefold().startswith(bare)):
        return bool(bare) and below.text.strip().casefold().startswith(bare)
    return 0 < below.index - line.index <= 2 and words[:1].islower() and ("/" in below.text or "^" in below.text)
