"""Which lines of a paper are its running text, by their shape alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise
from statistics import median

from onionskin.lexicon.period import running_words
from onionskin.text.clean import Line
from onionskin.text.headings import COLUMNS, FUNCTION_WORDS, NUMBERING, WORD, in_title_case, introduces, is_heading
from onionskin.text.insertions import is_name_put_in
from onionskin.text.joining import ITEM, ends_sentence, follows_in_turn
from onionskin.text.listed import listed_between
from onionskin.text.open_ends import awaits

HEADINGS = frozenset(
    {"summary", "begin summary", "end summary", "comment", "begin comment", "end comment", "quote", "unquote"}
    | {"begin text", "end text", "text", "verbatim text", "begin quote", "end quote", "end message", "begin message"}
    | {"synopsis", "details"}
)
HEADING_ABOVE = 2
"""Lines, a blank one among them, by which a heading stands above its text."""
SYMBOLS = re.compile(r"\b[A-Z]+(?:[/-][A-Z]+)+\b")
"""Office symbols, whose parts may look like small words: `EUR/WE`, `IO/AS`."""
SHORTEST_NOTE = 3
"""Words of a sentence that is a paper's whole text."""
FIRST_NUMBER = re.compile(r"\s*\(?[1IAa][.)]")
BULLET = re.compile(r"\s*[-–•·*]\s+(?=[A-Za-z(])")
"""Before the items of a list that have no number: `- the names of the masters`."""
ITEMS_APART = 3
"""Lines, blank ones among them, from one item of a list to the next at the most."""
REST_OF_LETTERS = re.compile(r"\s*\(?[B-Zb-z][.)]")
ANNEXES = re.compile(r"\W*(?:eyes\s+only\W+)?(?:encl|attach|cc\b|copies|copy|distribution|tabs?\b)", re.IGNORECASE)
"""What heads a list that is no part of the text."""
SIGNED_OFF = re.compile(r"[a-zA-Z][.?!]\s+[A-Z'’]{3,18}\s*$")
"""The end of a sentence with the signature behind it, as teletypes print it."""
TAKEN_OUT = re.compile(r"\s*[\[(][A-Z][A-Z ]{3,20}[\])]\s*$")
"""A transcriber's word for what was taken out behind the sentence: `[REDACTED]`."""
END_MARK = re.compile(r"[.?!](?:\s?[Y¥]|4)\s*$")
"""The sign by which cables of the 1970s end a paragraph, as engines read it: `WITNESSES.Y`."""
SPECK = re.compile(r"(?!.*[A-Za-z]{3}).{0,40}")
"""What stands between typed lines and has no word: figures beside a reviewer's brackets, a cross, dirt."""
LAST_FIGURES = re.compile(r"\s*\$?(?:\d{3,4}|\d{1,3}(?:,\d{3})+)\.\s*")
"""A year or a sum that ends the sentence, alone on its line: `1965.`"""
MARGIN = re.compile(r"\s{3,}\S{1,3}\s*$")
"""A figure or a speck set apart behind the line."""
CITING = re.compile(r"\W{0,3}(?:Re(?:my|our|ur|[Bb]u\w*|[A-Z]\w{1,5}(?:let|tel)|\s)|(?i:reference)\b)")
FULL = 0.7
"""How much of the usual line of its text a line is at least that is called wide."""
WIDE = 40
"""Characters from which a line of six words is running text even where it has no function word, as in telegraphic
prose."""

JOINING = 4
"""Different small words that a line in capitals has only where it is running text: no list of offices has so many."""
JOINING_LONG, LONG = 3, 10
"""The same of a line of so many words."""


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
        least = JOINING_LONG if len(words) >= LONG else JOINING
        return len(joining) >= least or sum(map(len, words)) >= 4 * len(words)
    if in_title_case(text, words):
        return False
    plain = WORD.findall(SYMBOLS.sub(" ", text)) if "/" in text or "-" in text else words
    lower = map(str.lower, plain)
    small = sum(map(FUNCTION_WORDS.__contains__, lower))
    if len(words) >= 5 and small >= 2 and width >= WIDE // 2:
        return True
    return wide and len(words) >= 6 and (small >= 1 or text.strip()[0].islower())


def opens_by_citing(text: str) -> bool:
    """Whether a line begins with the paper that it answers, as the Bureau's papers do: `Re Bern letter 1/5/65.`,
    `ReBuairtel 6/3/64`, `Reference Miami airtel`.
    """
    return CITING.match(text) is not None


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
    line below it, a paragraph's number standing alone, a line as wide as the text with text above and below (names and
    figures alone are no prose by their shape), the item of a list, or a heading over its text. `barred` lines (by
    index) answer for something else and are never body. Words that were struck count, for the line was typed with them.
    """
    free = [line for line in lines if not line.blank and line.index not in barred]
    prose = [is_prose(line.typed) for line in free]
    if True not in prose:
        return [line.index for line in free if _short_sentence(line.text)]
    leads = _leading(free, prose)
    items = _items(free)
    next_ = _line_space(free)
    headings = _headings(free, prose)
    out: list[int] = []
    last: Line | None = None
    above = -1
    worded = 0  # the page of the last line with a word
    for at, line in enumerate(free):
        below = free[at + 1] if at + 1 < len(free) and prose[at + 1] else None
        if (
            prose[at]
            or (last and (_goes_on(last, line, next_) or _numbered(line)))
            or (last and worded < line.page and _ends_overleaf(last, line))
            or _leads_on(line, below, started=last is not None)
            or (last and below and _begins(line, below, next_))
            or (last and at in items and _under_text(free, above, at))
            or at in headings
            or (last and at in leads and _within(free, above, at, leads[at]))
        ):
            out.append(line.index)
            last, above = line, at
        worded = line.page if any(map(str.isalnum, line.text)) else worded
    return sorted({*out, *listed_between(free, frozenset(out))})


def _short_sentence(text: str) -> bool:
    """A sentence of a few known words, and all that a covering note may say: `Per your request`."""
    words = WORD.findall(text)
    small = {word.lower() for word in words}
    return (
        len(words) >= SHORTEST_NOTE
        and text.strip()[:1].isupper()
        and text.rstrip().endswith((".", "?"))
        and not small.isdisjoint(FUNCTION_WORDS)
        and small <= running_words()
    )


def _leading(free: Sequence[Line], prose: Sequence[bool]) -> dict[int, int]:
    """The lines that are typed as wide as running text is and lead to it, each with the next line that has words: this
    one is prose, or leads to it in its turn.
    """
    usual = median(len(line.text.strip()) for line, running in zip(free, prose, strict=True) if running)
    out: dict[int, int] = {}
    for at in range(len(free) - 2, -1, -1):
        if prose[at] or not _typed_wide(free[at].text, max(WIDE, FULL * usual)):
            continue
        after = next((n for n in range(at + 1, len(free)) if not SPECK.fullmatch(free[n].text)), None)
        if after and _adjoin(free, at, after) and (prose[after] or after in out):
            out[at] = after
    return out


def _items(free: Sequence[Line]) -> set[int]:
    """The lines of lists whose items are numbered in turn, `1. Ernest Pallares`, `2. Anton Marlow`, however short they
    are, and the heading of such a list, `A) STAFF`. One by letters that does not begin with A is the rest of a
    list of which something else was made: of what is attached. Items may have a dash or a dot for their number.
    """
    numbered = [at for at, line in enumerate(free) if (m := ITEM.match(line.text)) and _has_word(line.text[m.end() :])]
    out: set[int] = set()
    for at, after in pairwise(numbered):
        near = free[after].index - free[at].index <= ITEMS_APART
        rest = REST_OF_LETTERS.match(free[at].text) and at not in out
        if near and not rest and follows_in_turn(free[at].text, free[after].text):
            out |= {at, after}
    marked = [at for at, line in enumerate(free) if BULLET.match(line.text) and _has_word(line.text)]
    for at, after in pairwise(marked):
        if free[after].index - free[at].index <= ITEMS_APART:
            out |= {at, after}
    heads = (at for at, after in pairwise(numbered) if after in out and after == at + 1)
    return out | {at for at in heads if free[at + 1].index - free[at].index <= HEADING_ABOVE}


def _has_word(text: str) -> bool:
    return any(len(word) > 2 for word in WORD.findall(text))


def _under_text(free: Sequence[Line], above: int, at: int) -> bool:
    """Whether a list's item stands under the text, or under an item that does, with at most a heading between."""
    between = free[above + 1 : at]
    return (
        len(between) <= 1
        and free[at].index - free[above].index <= 2 * ITEMS_APART
        and not any(ANNEXES.match(line.text) for line in (free[above], *between))
    )


def _headings(free: Sequence[Line], prose: Sequence[bool]) -> set[int]:
    """The headings of parts, over their text or over one another: `II. The Harbor`, `A. Ships`. One without a number
    stands between two paragraphs, a blank line above it.
    """
    out: set[int] = set()
    for at in range(len(free) - 2, -1, -1):
        line, below = free[at], free[at + 1]
        if prose[at] or not (prose[at + 1] or at + 1 in out) or not _right_over(line, below):
            continue
        above = free[at - 1] if at else None
        first = FIRST_NUMBER.match(line.text) is not None
        apart = above is not None and above.page == line.page and line.index - above.index > 1
        under = apart and above is not None and (is_heading(above.text) or ends_sentence(above.text))
        if (under or first) and (is_heading(line.text) or introduces(line.text)):
            out.add(at)
    return {at for at in out if _under_prose(free, prose, at) or FIRST_NUMBER.match(free[at].text)}


def _right_over(line: Line, below: Line) -> bool:
    return below.page == line.page and below.index - line.index <= HEADING_ABOVE


def _under_prose(free: Sequence[Line], prose: Sequence[bool], at: int) -> bool:
    """Whether text stands on the page above a line."""
    return any(prose[n] and free[n].page == free[at].page for n in range(at))


def _typed_wide(text: str, least: float) -> bool:
    """Whether it is a line of that many characters, mostly words, without columns."""
    if len(text.strip()) < least:
        return False
    typed = MARGIN.sub("", text).strip()
    words = WORD.findall(typed)
    letters = sum(len(word) for word in words if len(word) > 1)
    return len(typed) >= least and len(words) >= 4 and letters * 2 >= len(typed) and not COLUMNS.search(typed)


def _adjoin(free: Sequence[Line], at: int, after: int) -> bool:
    """Whether two lines stand on one page with at most specks and a blank line for each between them."""
    above, below = free[at], free[after]
    return above.page == below.page and below.index - above.index <= 2 * (after - at)


def _within(free: Sequence[Line], above: int, at: int, below: int) -> bool:
    """Whether a wide line that leads to running text belongs to it: the sentence `above` is open, it begins a numbered
    paragraph, or its own sentence goes on `below` in small letters.
    """
    words = free[at].text
    if not ends_sentence(free[above].text) and _adjoin(free, above, at):
        return True
    open_ = not ends_sentence(words)
    goes_on = open_ and (free[below].text.strip()[:1].islower() or words.rstrip().endswith(","))
    return (
        goes_on
        or NUMBERING.match(words) is not None
        or _shouted(free[at], free[below])
        or _amid(free, above, at, below)
    )


def _amid(free: Sequence[Line], above: int, at: int, below: int) -> bool:
    """Whether lines of text stand right over and right under a line; a comma may have been read as the stop above."""
    return above == at - 1 and below == at + 1 and free[below].index - free[above].index == 2


def _shouted(line: Line, below: Line) -> bool:
    """Whether both are in capitals, which cannot show by a small letter that the sentence goes on, one right under the
    other.
    """
    return line.text.isupper() and below.text.isupper() and below.index - line.index == 1


def _line_space(free: Sequence[Line]) -> int:
    """How far the next line is: two lines where a blank one stands between most, as some engines print them."""
    gaps = [b.index - a.index for a, b in pairwise(free) if a.page == b.page]
    return 2 if sum(gap == 2 for gap in gaps) * 10 > len(gaps) * 6 else 1


def _begins(line: Line, below: Line, next_: int) -> bool:
    """Whether a sentence begins in a few known words and goes on in small letters below: `He also arranged`."""
    words = WORD.findall(line.text)
    return (
        len(words) > 1
        and below.page == line.page
        and below.index - line.index <= next_
        and below.text.strip()[:1].islower()
        and line.text.strip()[:1].isupper()
        and not (_ended(line.text) or in_title_case(line.text, words) or line.text.isupper())
        and {word.lower() for word in words} <= running_words()
    )


def _goes_on(last: Line, line: Line, next_: int) -> bool:
    """The sentence of the last body line ends here, a few words on."""
    words, small = WORD.findall(line.text), line.text.strip()[:1].islower()
    row = line.text.isupper() and not last.text.isupper() and COLUMNS.search(line.text)  # of a form, below the text
    gap = line.index - last.index
    if gap == 1 and not row and not _ended(last.text) and (LAST_FIGURES.fullmatch(line.text) or _as_wide(last, line)):
        return True
    if not words or row or gap > 2:
        return False
    if gap == 1 and awaits(last.text, line.text, words):
        return True
    if _ended(last.text):
        return gap <= next_ and small and last.text.rstrip().endswith((":", ";"))
    ends = _ended(TAKEN_OUT.sub("", line.text))
    return ends or small or (gap <= next_ and _goes_on_in_capitals(last, line, words))


def _as_wide(last: Line, line: Line) -> bool:
    """Whether a line right under an open sentence is one of its text by its width: of names and large words alone."""
    alike = line.text.isupper() == last.text.isupper()
    return alike and _typed_wide(line.text, max(WIDE, FULL * len(last.text.strip())))


def _goes_on_in_capitals(last: Line, line: Line, words: Sequence[str]) -> bool:
    """Whether a line right under an open sentence belongs to it though it has no small letter at its head and no stop:
    text in capitals, a name that is as wide as the text, the signature behind a teletype's last stop.
    """
    if line.text.isupper():
        return (last.text.isupper() and len(words) > 2) or SIGNED_OFF.search(line.text) is not None
    return len(words) > 3 and in_title_case(line.text, words) and len(last.text) >= WIDE


def _ended(text: str) -> bool:
    """Whether a sentence ends with the line, in capitals also before the mark that ends a paragraph."""
    return ends_sentence(text) or (text.isupper() and END_MARK.search(text) is not None)


def _ends_overleaf(last: Line, line: Line) -> bool:
    """The first line of a page that ends the sentence which the page before it left open, a few words on."""
    open_ = line.page == last.page + 1 and not ends_sentence(last.text) and is_prose(last.typed)
    return open_ and len(WORD.findall(line.text)) > 1 and ends_sentence(line.text)


def _numbered(line: Line) -> bool:
    """A short paragraph with its number, as in `4. Report reaction soonest`."""
    m = NUMBERING.match(line.text)
    return m is not None and len(WORD.findall(line.text, m.end())) > 2 and line.text.rstrip().endswith((".", "?"))


def _numbered_heading(line: Line, below: Line) -> bool:
    """The heading of a part, alone over the text that it heads: `5. Control of Narcotics`."""
    m = NUMBERING.match(line.text)
    heading = line.text[m.end() :].strip() if m else ""
    close = below.page == line.page and below.index - line.index <= HEADING_ABOVE
    return close and in_title_case(heading, WORD.findall(heading))


def _leads_on(line: Line, below: Line | None, *, started: bool) -> bool:
    words = line.text.strip()
    if below is None:
        return False
    bare = words.strip("/ ").casefold()
    # Text in capitals cannot show by a small letter that the sentence goes on below.
    goes_on = below.text.strip()[:1].islower() or (words.isupper() and not ends_sentence(words))
    cites = opens_by_citing(words) and words.endswith(".") and below.index - line.index <= HEADING_ABOVE
    if cites or (NUMBERING.match(words) and (NUMBERING.fullmatch(words) or (started and goes_on))):
        return True
    if started and (bare.rstrip(".:-") in HEADINGS or _numbered_heading(line, below)):
        return True
    if words.startswith("/") or (started and bare and below.text.strip().casefold().startswith(bare)):
        return bool(bare) and below.text.strip().casefold().startswith(bare)
    if below.index - line.index == 1 and is_name_put_in(words, below.text):
        return True
    return 0 < below.index - line.index <= 2 and words[:1].islower() and ("/" in below.text or "^" in below.text)
