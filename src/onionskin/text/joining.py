"""From the lines of a paper's body to its reading text: furniture out, insertions placed, lines and page turns joined.

Each function is a cleaning step: it gives text whose every character leads back to the ink. They are meant for the
order in which `read_through` calls them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from onionskin.lexicon.period import running_words
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Style, Styled
from onionskin.text.headings import is_heading
from onionskin.text.insertions import is_insertion, slash_in
from onionskin.text.offsets import OffsetMap, Tailor
from onionskin.text.signs import says_words, sign_of

SEAM = "\f"
"""Stands where furniture or a page turn was taken out: the next step decides whether the sentence goes on."""

PARAGRAPH = "\n\n"
LABEL = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[A-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\d{1,2}\s*-|[-•*])(?=\s+\S)")
ITEM = re.compile(r"\s*\(?(?P<n>\d{1,2}|[A-Za-z])(?P<close>[.)])\s*(?=\S)")
"""The number or letter of a list's item."""
MOST_NUMBER = 99
STOPS, QUOTES = (".", "?", "!", ":", ";", "…"), "\"'”’)]"
PORTION = re.compile(r"(?<=\S)(?:\s*\((?:TS|[SCUR]|\d)\))+\Z")
"""The level of a paragraph behind its last sentence, `(S)`, which engines take for a figure."""
CATCHWORD = re.compile(r"/?\s*(\w[\w'’\-]*(?: \w[\w'’\-]*){0,2})\s*(?:\.{2,}|…)?")
MOST_PIECES = 5
"""What a catchword is printed in: its slash, three words, and the stops behind them."""
SHORT, WRAPPED = 40, 120
"""Characters under which a line is short, and over which lines are whole paragraphs that nobody wrapped."""
ROWS = 3
"""Lines under signs of the same letters that make a list."""
FULL = 0.85
"""How much of the usual line a line is at least that goes on below."""
HEADED = 0.6
"""How much of the usual line a line in capitals without a stop is at most where it heads a paragraph."""
SPACES = re.compile(r"[ ]{2,}")


@dataclass(frozen=True, slots=True)
class Joined:
    """A reading text, and the clean spans (of the text it was made from) that a named furniture rule took out."""

    text: CleanText
    catchwords: tuple[Span, ...]


def read_through(text: CleanText, body: Sequence[Span], taken: Sequence[Span] = ()) -> Joined:
    """The reading text of the body `body` (spans of whole or part lines of `text`, in order); `taken` are the spans of
    which something else is known.
    """
    selected = select(text, body, taken)
    catchwords = find_catchwords(selected)
    out = without(selected, [*catchwords, *(s.span for s in selected.styles if s.style is Style.STRUCK)])
    out = join_lines(place_insertions(out))
    back = selected.map
    taken = tuple(_clean_of(text, back.hull(c)) for c in catchwords)
    return Joined(out, taken)


def _clean_of(text: CleanText, raw: Span) -> Span:
    """The clean span of `text` behind a raw span that lies within one exact piece or more."""
    starts = [
        p.clean + max(0, raw.start - p.raw)
        for p in text.map.pieces
        if p.exact and p.raw_end > raw.start and p.raw < raw.end
    ]
    ends = [
        p.clean + min(p.raw_end, raw.end) - p.raw
        for p in text.map.pieces
        if p.exact and p.raw_end > raw.start and p.raw < raw.end
    ]
    return Span(min(starts), max(ends))


def _step(text: CleanText, tailor: Tailor) -> CleanText:
    out, step = tailor.cut()
    pieces = step.pieces if text.styles else ()
    styles = [
        Styled(Span(p.clean + max(s.span.start, p.raw) - p.raw, p.clean + min(s.span.end, p.raw_end) - p.raw), s.style)
        for p in pieces
        if p.exact
        for s in text.styles
        if s.span.overlaps(Span(p.raw, p.raw_end))
    ]
    return CleanText(text.scroll, out, step.after(text.map) if out else OffsetMap(()), tuple(styles))


def select(text: CleanText, body: Sequence[Span], taken: Sequence[Span] = ()) -> CleanText:
    """The body's lines alone. Between two of them stands a line end, a paragraph break where only blank lines part
    them, a seam where anything else does, and two where words are left out that are not `taken` for anything.
    """
    tailor = Tailor(text.text)
    end: int | None = None
    for span in body:
        if not len(span):
            continue
        if end is not None and end < span.start:
            # What stands between is left out, so the mark leads to the line's end alone: no evidence may cover it.
            mark = _between(text.text[end : span.start])
            left_out = mark == SEAM and _says_more(text.text, Span(end, span.start), taken)
            tailor.put(SEAM * 2 if left_out else mark, end, end + 1)
        elif end is not None:
            # Spans that touch, or a span set before its neighbour: a line end with the last character as its ink.
            tailor.put("\n", end - 1, end)
        tailor.keep(span.start, span.end)
        end = span.end
    return _step(text, tailor)


def _between(between: str) -> str:
    if "\n" not in between and SEAM not in between:
        return " "
    if between.strip() or SEAM in between:
        return SEAM
    return "\n" if between.count("\n") == 1 else PARAGRAPH


def _says_more(text: str, between: Span, taken: Sequence[Span]) -> bool:
    """Whether a line between two lines of one page has words, of which nothing is known."""
    words = between.of(text)
    if SEAM in words:
        return False
    for span in taken:
        if span.overlaps(between):
            start, end = max(span.start, between.start) - between.start, min(span.end, between.end) - between.start
            words = words[:start] + re.sub(r"[^\n]", " ", words[start:end]) + words[end:]
    return any(map(says_words, words.split("\n")))


def without(text: CleanText, spans: Sequence[Span]) -> CleanText:
    """The text with those spans taken out, and the line or the space they leave behind."""
    if not spans:
        return text
    tailor, at = Tailor(text.text), 0
    for span in sorted(spans):
        if span.start < at:
            continue
        tailor.keep(at, span.start)
        at = span.end
        before, after = text.text[max(0, span.start - 1) : span.start], text.text[at : at + 1]
        if after and after in " \n" and before in ("", " ", "\n", SEAM):
            at += 1
    tailor.keep(at, len(text.text))
    return _step(text, tailor)


def find_catchwords(text: CleanText) -> tuple[Span, ...]:
    """Lines that only repeat, at the foot of a page, the first word of the next ("/Soviets").

    With its slash a catchword is known by the word alone; without it, only where a page turn or furniture follows and
    the sentence before it is not at its end.
    """
    out = []
    lines = _lines(text.text)
    for here, after in pairwise(lines):
        words = here.of(text.text).strip()
        word = CATCHWORD.fullmatch(words) if len(words.split(None, MOST_PIECES)) <= MOST_PIECES else None
        if word is None:
            continue
        parted = text.text[here.end : after.start]
        slashed = here.of(text.text).lstrip().startswith("/")
        if not slashed and not (SEAM in parted and not ends_sentence(text.text[: here.start])):
            continue
        if _folded(after.of(text.text)).startswith(_folded(word[1])):
            out.append(here)
    return tuple(out)


def place_insertions(text: CleanText) -> CleanText:
    """A line typed above another goes in at the slash or caret there.

    "present SC scenario contained DEPTTEL 1338," above "You should/give Kuznetsov" reads "You should present SC
    scenario contained DEPTTEL 1338, give Kuznetsov". The line above is shorter than its neighbour and does not end a
    sentence.
    """
    if "/" not in text.text and "^" not in text.text:
        return text
    raw, tailor, at = text.text, Tailor(text.text), 0
    lines = _lines(raw)
    for above, below in pairwise(lines):
        mark = slash_in(below.of(raw)) if raw[above.end : below.start] == "\n" else None
        if mark is None or not is_insertion(above.of(raw), below.of(raw)) or above.start < at:
            continue
        slash = mark.shifted(below.start)
        words = above.of(raw)
        lead = len(words) - len(words.lstrip())
        tailor.keep(at, above.start)
        tailor.keep(below.start, slash.start)
        tailor.put(" ", slash.start, slash.end)
        tailor.keep(above.start + lead, above.start + len(words.rstrip()))
        tailor.put(" ", slash.start, slash.end)
        at = slash.end
    tailor.keep(at, len(raw))
    return _step(text, tailor)


def join_lines(text: CleanText) -> CleanText:
    """Lines of one paragraph on one line; a sentence that a page turn cuts goes on; a word cut by a hyphen is whole
    again.
    """
    raw, tailor = text.text, Tailor(text.text)
    lines = _lines(raw)
    spread = _double_spaced(raw, lines)
    width = median([len(line) for line in lines]) if lines else 0
    trimmed = [_trimmed(raw, line) for line in lines]
    rows = _rows([raw[start:end] for start, end in trimmed], width)
    for i, line in enumerate(lines):
        start, end = trimmed[i]
        _keep_folded(raw, start, end, tailor)
        if i + 1 == len(lines):
            break
        after, _ = trimmed[i + 1]
        gap = raw[line.end : lines[i + 1].start]
        # The paper's own title stands apart from its text, whatever was left out between them.
        headed = i == 0 and gap != "\n" and raw[after : after + 1].isupper() and _is_title(raw[start:end])
        cut = _hyphened(raw, end, after)
        goes_on = cut and (raw[after].islower() or raw[end - 2].isupper())
        below = raw[after : lines[i + 1].end]
        if (
            headed
            or (not goes_on and _new_paragraph(raw[start:end], below, gap, width, spread=spread))
            or i + 1 in rows
        ):
            tailor.put(PARAGRAPH, end, after)
        elif not cut:
            tailor.put(" ", end, after)
        elif _cut_word(raw, end, after):
            tailor.take_back()
    return _step(text, tailor)


def _rows(lines: Sequence[str], width: float) -> frozenset[int]:
    """The rows of a list under signs of the same letters: `UFG-3941`, `UFG-3948`. A line that only happens to begin
    with such a sign stands under a full one.
    """
    stems = [sign_of(line) for line in lines]
    many = {stem for stem, n in Counter(stems).items() if stem and n >= ROWS}
    apart = (at for at, stem in enumerate(stems) if at and stem in many)
    return frozenset(
        at for at in apart if stems[at - 1] in many or ends_sentence(lines[at - 1]) or len(lines[at - 1]) < FULL * width
    )


def _is_title(words: str) -> bool:
    """Whether most words of more than three letters have a capital, and no stop is at the end."""
    long = [word for word in words.split() if len(word) > len("the")]
    large = sum(word[0].isupper() for word in long)
    return large * 2 > len(long) and not words.isupper() and not words.endswith((".", ",", ";", ":"))


def _hyphened(raw: str, end: int, after: int) -> bool:
    """Whether a word goes on over the line end: a hyphen behind a letter, a letter after it."""
    return raw[end - 1] == "-" and raw[end - 2 : end - 1].isalpha() and raw[after : after + 1].isalpha()


def _cut_word(raw: str, end: int, after: int) -> bool:
    """Whether the hyphen is there for the line end alone: no compound that the text writes elsewhere (wind-up), no
    name.
    """
    head = re.search(r"[A-Za-z]+-$", raw[max(0, end - 30) : end])
    tail = re.match(r"[a-z]+|[A-Z]+(?![A-Za-z])", raw[after : after + 30])
    if head is None or tail is None or (head[0] + tail[0]).lower() in _compounds(raw):
        return False
    if tail[0].islower():
        return True
    # In capitals a name may follow its hyphen (ANTI-AMERICAN): the whole must be a word.
    whole = head[0][:-1] + tail[0]
    return head[0].isupper() and (whole.lower() in running_words() or re.search(rf"\b{whole}\b", raw) is not None)


@lru_cache(maxsize=2)
def _compounds(raw: str) -> frozenset[str]:
    """The words of a text that have a hyphen within their line."""
    return frozenset(re.findall(r"[a-z]+-[a-z]+", raw.lower()))


def _new_paragraph(here: str, after: str, gap: str, width: float, *, spread: bool) -> bool:
    ended = ends_sentence(here)
    if SEAM in gap:
        return _parted(here, after, gap, width)
    if LABEL.match(after) and (ended or follows_in_turn(here, after)):
        return True
    if len(here) < HEADED * width and after[:1].isupper() and not after.isupper() and is_heading(here):
        return True
    if gap.count("\n") < 2:
        return False
    if not spread:
        # In capitals a capital begins nothing; a heading is short.
        capitals = here.isupper() and after.isupper()
        apart = len(here) < HEADED * width if capitals else after[:1].isupper() or not here[-1:].isalnum()
        return ended or apart or bool(LABEL.match(after))
    return gap.count("\n") > 2 or (ended and len(here) < 0.8 * width)


def _parted(here: str, after: str, gap: str, width: float) -> bool:
    """Whether a paragraph begins behind a page turn, or behind words that were left out."""
    ended, small = ends_sentence(here), after[:1].islower()
    if gap.count(SEAM) > 1 and (ended or not small):
        return True  # what is left out there may be of another person
    apart = len(here) < FULL * width or len(after) < SHORT or width > WRAPPED
    return bool(LABEL.match(after)) or (ended and not small and apart)


def follows_in_turn(here: str, after: str) -> bool:
    """Whether both lines are items of one list, the second with the next number or letter: `2. Marlow`, `3. Ashton`."""
    m, n = ITEM.match(here), ITEM.match(after)
    return bool(m and n and m["close"] == n["close"] and _ordinal(n["n"]) == _ordinal(m["n"]) + 1)


def _ordinal(printed: str) -> int:
    """Its place in its own row: numbers, capitals and small letters each follow only their like."""
    return int(printed) if printed.isdigit() else MOST_NUMBER + ord(printed)


def _double_spaced(raw: str, lines: Sequence[Span]) -> bool:
    """Whether blank lines stand between the lines of sentences, so that a blank line alone parts nothing."""
    gaps = [raw[a.end : b.start] for a, b in pairwise(lines)]
    wide = [i for i, g in enumerate(gaps) if g.count("\n") >= 2]
    if len(lines) < 6 or len(wide) * 2 < len(gaps):
        return False
    return sum(not ends_sentence(lines[i].of(raw)) for i in wide) * 5 > len(wide) * 2


def _keep_folded(raw: str, start: int, end: int, tailor: Tailor) -> None:
    at = start
    for m in SPACES.finditer(raw, start, end):
        tailor.keep(at, m.start() + 1)
        at = m.end()
    tailor.keep(at, end)


def _trimmed(raw: str, line: Span) -> tuple[int, int]:
    words = line.of(raw)
    return line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())


@lru_cache(maxsize=2)
def _lines(raw: str) -> tuple[Span, ...]:
    """The lines that print anything. Every step asks for them, and most leave the text as it is."""
    return tuple([Span(*m.span()) for m in re.finditer(r"[^\n\f]*[^\s\f][^\n\f]*", raw)])


def ends_sentence(words: str) -> bool:
    """Whether a stop is the last of the words, quotation marks, brackets and a portion's marking behind it aside."""
    bare = words.rstrip()
    bare = PORTION.sub("", bare) if bare.endswith(")") else bare
    return bare.rstrip(QUOTES).endswith(STOPS)


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
