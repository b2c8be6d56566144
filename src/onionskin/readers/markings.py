"""Classification and handling markings, one for each time they stand on the paper, standing, struck or overtyped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice

from onionskin.phrases.alternatives import either
from onionskin.phrases.columns import CELL
from onionskin.phrases.damage import skeleton
from onionskin.phrases.found import Found
from onionskin.phrases.markings import SCHEDULES, MarkingWords, precedence_words, read_markings, together, vocabulary
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.marks import InkState, Marking
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line, Style
from onionskin.text.headings import FUNCTION_WORDS
from onionskin.text.prose import is_prose

LONGEST = 100
LONE = 30
"""Characters, gaps but for one blank apart, of a wider line that may be a level between brackets far from it."""
LINES_REMEMBERED = 4096
GAP = re.compile(r"\s{2,}|\s+[|•]\s+")
LABEL_OF_TEXT = re.compile(r"(?i)\W*(?:subj(?:ect)?|re|refs?|references?|title|tags)\b\s*[:.]")
ADDRESSED = re.compile(r"\W*(?:\d{1,5}\.\s+)?(?:FOR|FROM|EYES|TO)\b")
CLOSING = re.compile(r"[a-z][.!]\s{1,3}\((?P<words>[A-Z]{3,12}(?: [A-Z]{3,12}){0,2})\)$")
OVERTYPED = re.compile(r"[A-WYZ ](?<!\w[A-WYZ ])[Xx/#\-=](?:[A-WYZ ][Xx/#\-=]){3,}[A-Z]?(?!\w)")
OVERTYPED_CUE = re.compile(r"[Xx/#\-=](?:[A-WYZ ][Xx/#\-=]){3}")
"""Stands in every text in which OVERTYPED does, and begins with what is rare there."""
OVER = re.compile(r"(?<=[A-WYZ ])[Xx/#\-=]")
HEADING_WORD = re.compile(r"[A-Z\d][\w/&.'-]*|of\b|the\b|and\b|for\b|[-–—]")
EDGES = " -–—/,:;*_("
EDGE = 2
"""Characters at the edge of a marking by which it may be one."""
SMALL_WORD = re.compile(r"[a-z](?<![\w'’][a-z])[a-z]+")
WORD = re.compile(r"[A-Za-z][\w|$!]*")
APART = re.compile(r"[A-Z](?<![A-Za-z0-9][A-Z])(?:[ -]{1,3}[A-Z]){5,}(?![A-Za-z])")
"""Six letters typed apart, as many as SECRET has: a marking wherever it stands on its line."""
LABEL = re.compile(r"(?i)[\s*(\[]*(?:(?:security\s+)?classification|class|caption|handling|marking)\s*[:.]")
MOST_WORDS = 12
WORDS_OF_PROSE = frozenset({"PERSONAL", "PRIVATE", "EXCLUSIVE", "RESTRICTED", "GROUP"})
"""Markings that are ordinary words too: beside other words they are no marking."""
RUN_ON = FUNCTION_WORDS - {"for", "from"}
OPENING = re.compile(r"\W*(?:\d{1,5}\.\s+)?")
FOLLOWED = re.compile(r"\s*[.,;:]|\s+(?:for|from|to|only for|FOR|FROM|TO)\b|\s*$")
TURNED = frozenset({"TOP", "EYES", "LIMITED OFFICIAL", "LIMITED", "OFFICIAL USE", "NO", "EXCLUSIVELY EYES"})
"""First lines of markings that a narrow stamp breaks in two: `EYES` / `ONLY`."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A marking at its place. `claimed` is False where the words are part of a sentence as well."""

    span: Span
    words: MarkingWords
    state: InkState | None = None
    claimed: bool = True


class MarkingReader:
    """Reads markings on lines of their own, beside the words of a heading, and at the opening of a telegram's text.

    The markings of stamps are in `taken` by then. Portion marks, `(S)` before a paragraph, are not markings of the
    paper; notices about copying are furniture.
    """

    name = "markings"
    version = "7"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every marking in `text`, in order."""
        reader = f"{self.name}/{self.version}"
        markings: list[Marking] = []
        claims: list[Claim] = []
        for seen in _all(text):
            if any(t.overlaps(seen.span) for t in taken):
                continue
            ink = text.ink(seen.span, reader)
            state = seen.state or (InkState.STRUCK if text.has(Style.STRUCK, seen.span) else InkState.STANDING)
            level, caption = seen.words.level, seen.words.caption
            markings.append(Marking(text.printed(ink), state, ink.page, (ink,), level, caption))
            if seen.claimed:
                claims.append(Claim(seen.span, "marking"))
        return ReadResult(markings=tuple(markings), claims=tuple(claims))


def _all(text: CleanText) -> Iterator[_Seen]:
    lines = [line for line in text.lines if not line.blank and _may_mark(line.text)]
    overtyped = OVERTYPED_CUE.search(text.text) is not None
    done = -1
    for at, line in enumerate(lines):
        if at <= done:
            continue
        if line.text.strip() in TURNED and (turned := _over_two(lines, at)):
            done = at + 1
            yield turned
        else:
            yield from _on_line(line) or (_overtyped(line) if overtyped else ())


def _may_mark(text: str) -> bool:
    """Whether a line is short enough for a marking; blanks on a line count little."""
    return len(text) <= LONGEST or (len(text) <= 3 * LONGEST and len(" ".join(text.split())) <= LONE)


def _on_line(line: Line) -> list[_Seen]:
    """The markings of one line, by the first way of standing there that finds any."""
    found = tuple(_at_opening(line.text)) if _has_small_words(line.text) else _in_words(line.text)
    found = found or tuple(_closing(line.text))
    if "/" in line.text and len(row := _in_a_row(line.text)) > len(found):
        found = row
    return [replace(seen, span=seen.span.shifted(line.span.start)) for seen in found]


@lru_cache(maxsize=LINES_REMEMBERED)
def _in_a_row(text: str) -> tuple[_Seen, ...]:
    """Captions with strokes between them, whatever a scan put beside them on their line: no sentence has these.

    `SECRET NO FOREIGN DISSEM/BACKGROUND USE ONLY/NO TDCS DB-3/654,285`, where a form's cells ran together.
    """
    return tuple(
        _Seen(f.span.shifted(m.start() + each.start()), f.value)
        for m in _rows().finditer(text)
        for each in _spelt().finditer(m.group().replace("/", " "))
        for f in _read(each.group())
    )


def _closing(text: str) -> Iterator[_Seen]:
    """`... other than a Government Agency. (SECRET)`: the level behind the notice of a coded telegram."""
    m = CLOSING.search(text) if text.endswith(")") else None
    if m is not None:
        yield from (_Seen(Span(*m.span("words")), f.value) for f in _read(m["words"]) if f.value.level)


@lru_cache(maxsize=LINES_REMEMBERED)
def _in_words(text: str) -> tuple[_Seen, ...]:
    """The same of the words alone. The short lines of papers recur: letterheads, labels, levels, names of posts."""
    if _is_sentence(text):
        columns = [(m.group(), m.start()) for m in CELL.finditer(text)]
        apart = tuple(_Seen(f.span.shifted(at), f.value) for words, at in columns for f in _read(words))
        return apart if len(columns) > 1 and apart else tuple(_at_opening(text))
    out = tuple(_Seen(f.span, f.value) for f in _read(text))
    return out or tuple(_beside_words(text)) or tuple(_at_opening(text))


def _has_small_words(words: str) -> bool:
    """Whether three words in small letters stand there: of running text the third is soon met."""
    return not words.isupper() and next(islice(SMALL_WORD.finditer(words), 2, None), None) is not None


def _is_sentence(words: str) -> bool:
    """Whether a line in capitals is running text, as in a telegram, and not a long row of markings or an address."""
    if not words.isupper() or ADDRESSED.match(words) or not is_prose(words):
        return False
    every = WORD.findall(words)
    return not (skeleton(every[0]) in _whole_words() and skeleton(every[-1]) in _whole_words())


def _read(words: str) -> list[Found[MarkingWords]]:
    """The markings of words that are nothing else, notices about copying aside."""
    found = read_markings(words) if _could_be(words) else []
    # "Group" alone is too near to GROUP 1 to be told from any other word.
    return [f for f in found if not f.value.control and f.text.strip().upper() != "GROUP"]


def _could_be(words: str) -> bool:
    """Whether the first word and the last could be a marking's, however misread: most lines need no closer look."""
    label = LABEL.match(words)
    every = WORD.findall(together(words[label.end() if label else 0 :]))
    if not every or len(every) > MOST_WORDS:
        return False
    numbered = words.rstrip()[-1:].isdigit()  # an electronic telegram's post and number stand behind its level
    return _plausible(every[0]) and (numbered or _plausible(every[-1]))


def _plausible(word: str) -> bool:
    if len(word) < 4:
        return word.upper() in _short_words()
    return _has_part(word)


@lru_cache(maxsize=2048)
def _has_part(word: str) -> bool:
    """Whether a word begins or ends like a marking's. The same words begin and end many lines."""
    folded = skeleton(word)
    return folded[:3] in _parts() or folded[-3:] in _parts()


def _over_two(lines: Sequence[Line], at: int) -> _Seen | None:
    if at + 1 >= len(lines) or lines[at + 1].page != lines[at].page:
        return None
    joined = f"{lines[at].text.strip()} {lines[at + 1].text.strip()}"
    found = _read(joined)
    if len(found) == 1 and len(found[0].span) == len(joined):
        return _Seen(Span(lines[at].ink.start, lines[at + 1].ink.end), found[0].value)
    return None


def _beside_words(text: str) -> Iterator[_Seen]:
    """Markings in a column of their own, or at the edge of a heading's capital words: `OUTGOING TELEGRAM SECRET`."""
    cells = list(_cells(text))
    found = [f.shifted(at) for words, at in cells for f in _read(words)] if len(cells) > 1 else []
    if not found and not LABEL_OF_TEXT.match(text):
        # "FOR ALL POSTS THIS IS SECRET" is a sentence; only a caption may end such a line.
        sentence = text.isupper() and is_prose(text)
        found = [f for f in _at_edges(text) if not sentence or f.value.caption]
    for m in APART.finditer(text):
        if not any(f.span.overlaps(Span(*m.span())) for f in found):
            found += [f.shifted(m.start()) for f in _read(m.group())]
    yield from (_Seen(f.span, f.value) for f in sorted(found, key=lambda f: f.span))


def _cells(text: str) -> Iterator[tuple[str, int]]:
    at = 0
    for gap in [*GAP.finditer(text), None]:
        words = text[at : gap.start() if gap else len(text)]
        if words.strip():
            yield words, at
        at = gap.end() if gap else len(text)


def _at_edges(words: str) -> Iterator[Found[MarkingWords]]:
    """A marking in capitals that begins or ends a line of capitalised words."""
    for m in (_spelt_first(words), _spelt_last(words)):
        if m is None:
            continue
        before, after = words[: m.start()].strip(EDGES).split(), words[m.end() :].strip(EDGES).split()
        heading = all(HEADING_WORD.match(w) for w in (*before, *after))
        if not (before or after) or not heading or _runs_on(before, after) or m.group() in WORDS_OF_PROSE:
            continue
        yield from (f.shifted(m.start()) for f in _read(m.group()))


def _runs_on(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the words next to a marking make it part of a sentence: `ONE OF THE SECRET`, `SECRET AND`."""
    return bool((before and before[-1].lower() in FUNCTION_WORDS) or (after and after[0].lower() in RUN_ON))


def _spelt_last(words: str) -> re.Match[str] | None:
    end = len(words.rstrip(EDGES + "."))
    if words[max(0, end - EDGE) : end] not in _spelt_edges():
        return None
    return next((m for m in _spelt().finditer(words, max(0, end - longest()), end) if m.end() == end), None)


def _spelt_first(words: str) -> re.Match[str] | None:
    start = len(words) - len(words.lstrip(EDGES))
    return _spelt().match(words, start) if words[start : start + EDGE] in _spelt_edges() else None


def _at_opening(text: str) -> Iterator[_Seen]:
    """`6918. Eyes only for Ambassador Bruce`: a caption that opens the text is a marking and part of its sentence."""
    start = OPENING.match(text)
    at = start.end() if start else 0
    begins = text[at : at + EDGE].lower() in _caption_heads()
    m = _captions().match(text, at) if begins else None
    if m and FOLLOWED.match(text, m.end()):
        for found in _read(m.group().upper()):
            if found.value.caption:
                yield _Seen(Span(m.start(), m.end()), found.value, claimed=False)


def _overtyped(line: Line) -> Iterator[_Seen]:
    """`SXEXCXRXEXTX`: each letter of the marking typed over with another."""
    for m in OVERTYPED.finditer(line.text):
        for found in _read(OVER.sub("", m.group()).strip()):
            yield _Seen(Span(*m.span()).shifted(line.span.start), found.value, InkState.OVERTYPED)


@cache
def _parts() -> frozenset[str]:
    """The first and last three letters of every word that a line of markings can hold, letters of one shape folded."""
    spelt = (word for spelling in vocabulary() for word in spelling.split())
    every = (*spelt, *precedence_words(), *SCHEDULES, "PAGE")
    words = (skeleton(word) for word in every if len(word) >= 4)
    return frozenset(part for word in words for part in (word[:3], word[-3:]))


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(skeleton(word) for spelling in vocabulary() for word in spelling.split())


@cache
def _short_words() -> frozenset[str]:
    every = (*vocabulary(), *precedence_words(), *SCHEDULES)
    return frozenset(word for spelling in every for word in spelling.split() if len(word) < 4)


@cache
def longest() -> int:
    """Characters of the longest spelling, with room for dashes between its words."""
    return max(map(len, vocabulary())) + 6


@cache
def _spellings() -> tuple[str, ...]:
    """The markings longest first; those of two or three letters are other words too."""
    return tuple(sorted((words for words in vocabulary() if len(words) >= 5), key=len, reverse=True))


@cache
def _spelt_edges() -> frozenset[str]:
    """How a marking begins and ends: what spares trying all of them at every line."""
    edges = {edge for s in _spellings() for edge in (s[:EDGE], s[-EDGE:])}
    return frozenset(edges | {edge.replace(" ", "-") for edge in edges})


@cache
def _spelt() -> re.Pattern[str]:
    """Every marking as it is spelt in capitals."""
    spelt = either("[ -]+".join(re.escape(word) for word in s.split()) for s in _spellings())
    return re.compile(rf"(?<![\w/-])(?:{spelt})(?![\w-])")


@cache
def _caption_heads() -> frozenset[str]:
    return frozenset(s[:EDGE].lower() for s in _caption_spellings())


@cache
def _caption_spellings() -> tuple[str, ...]:
    return tuple(s for s in _spellings() if vocabulary()[s].caption)


@cache
def _rows() -> re.Pattern[str]:
    """Captions of two words and more with strokes between them, and the level before them."""
    captions = either(re.escape(spelt) for spelt in _caption_spellings() if " " in spelt)
    levels = either(re.escape(spelt) for spelt in _spellings() if vocabulary()[spelt].level)
    return re.compile(rf"(?<![\w/-])(?:(?:{levels})\s+)?(?:{captions})(?:\s?/\s?(?:{captions}))+(?![\w-])")


@cache
def _captions() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(map(re.escape, _caption_spellings()))})(?!\w)", re.IGNORECASE)
