"""The head of a calendar entry, which says a whole paper in four sentences.

`61. Airgram A-145 from Bogota, September 5, 1962. Problem of violence in Colombia. Secret. 4 pp. DOS, CF,
721.00/9–562.`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onionskin import lexicon
from onionskin.phrases.found import Found, printed
from onionskin.phrases.headings import DAY, MONTH, Dateline, Heading, read_dateline, read_heading
from onionskin.phrases.holdings import Holding, read_holding
from onionskin.phrases.marking_lists import NONE_MARKED
from onionskin.phrases.sentences import find_sentences

PAGES = re.compile(r"(?P<pages>\d{1,4})\s+pp?\.\s*")
SAME_TO = re.compile(r",?\s*(?:\band\s+)?\d+\s+to\s+")
"""One paper sent under several numbers: `Telegram 101 to Tegucigalpa, 96 to San Salvador, 80 to Managua`."""
AND = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
ONE_POST = re.compile(
    r"(?:all|certain|selected)\s.*|[^,]*\b(?:for|of)\s[^,]*\sand\s[^,]*?\b(?:Affairs|Plans|Operations|Research|Policy)(?:\s\([^)]*\))?"
)
"""`and` within one addressee: `all diplomatic and consular posts`, `Director of Intelligence and Research (Dale)`."""
NO_SENTENCE = re.compile(r"(?:\d+[A-Za-z]?\.)?\s*(?:(?:Tel|Ltr|Desp|Memo)\.)?")
"""The entry's own number, and a genre cut short: `12. Tel. 978 from Tel Aviv`."""
JUNIOR = re.compile(r",\s[JS]r\.(?=\s+[A-Z][a-z]+\s)")
"""A name ends the sentence with its own stop: `and Adolf A. Berle, Jr. General exchange of views`."""
WITHHELD = re.compile(r"Text\s+not\s+declassified", re.IGNORECASE)
QUOTED = re.compile(r"“(?P<words>[^”]*?)[.,]?”\Z|\"(?P<typed>[^\"]*?)[.,]?\"\Z")


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """A head in its parts, as printed; `heading` holds entry, kind, number and the parties as one phrase each."""

    heading: Heading
    date: Dateline
    to: tuple[Found[str], ...]
    from_: tuple[Found[str], ...]
    subject: Found[str] | None
    level: Found[str] | None
    pages: Found[int] | None
    holding: Holding | None


def read_calendar_head(text: str) -> CalendarHead | None:
    """The head, None for a text that has neither a level nor a number of pages behind a heading."""
    sentences = [*find_sentences(text)]
    while len(sentences) > 1 and NO_SENTENCE.fullmatch(sentences[0].of(text)):
        sentences = sentences[1:]
    marked = _marked(text)
    if not sentences or marked is None:
        return None
    level, pages, subject_end, citation = marked
    first_end = min(sentences[0].end, subject_end)
    junior = JUNIOR.search(text, 0, first_end)
    first_end = junior.end() if junior else first_end
    day = DAY.search(text, 0, first_end) or MONTH.search(text, 0, first_end)
    if day is not None and text[day.end() : day.end() + 1] == "/":
        first_end = day.end() + 1
    heading = read_heading(text, 0, first_end)
    if heading is None:
        return None
    return CalendarHead(
        heading,
        read_dateline(text, day.start() if day else first_end, first_end),
        _parties(text, heading.to),
        _parties(text, heading.from_),
        _subject(text, first_end, subject_end),
        level,
        pages,
        read_holding(text, citation, len(text)),
    )


def _marked(text: str) -> tuple[Found[str] | None, Found[int] | None, int, int] | None:
    """Level and pages, where the subject before them ends and where the citation behind them begins."""
    m = _level_and_pages().search(text)
    if m is not None and _pages_and_level().search(text) is None:
        pages = PAGES.match(text, m.end())
        level = printed(text, *m.span(m.lastgroup or 0))
        return level, _count(text, pages), m.start(), pages.end() if pages else m.end()
    turned = _pages_and_level().search(text)
    if turned is not None:
        level = printed(text, *turned.span("level"))
        return level, _count(text, turned), turned.start("pages"), turned.end()
    alone = _level_alone().search(text)
    if alone is not None:
        return printed(text, *alone.span("level")), None, alone.start(), alone.end()
    pages = PAGES.search(text)
    return (None, _count(text, pages), pages.start(), pages.end()) if pages else None


def _count(text: str, pages: re.Match[str] | None) -> Found[int] | None:
    if pages is None:
        return None
    return printed(text, pages.start("pages"), pages.end("pages")).with_value(int(pages["pages"]))


def _subject(text: str, start: int, end: int) -> Found[str] | None:
    while start < end and (text[start].isspace() or text[start] in ".,"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;"):
        end -= 1
    quoted = QUOTED.fullmatch(text, start, end)
    if quoted is not None and quoted.lastgroup is not None:
        start, end = quoted.span(quoted.lastgroup)
    if end <= start or WITHHELD.fullmatch(text, start, end):
        return None
    return printed(text, start, end)


def _parties(text: str, phrase: Found[str] | None) -> tuple[Found[str], ...]:
    """The parties of a phrase: a comma parts them only where `and` does, for "Chief, WH-4" is one."""
    if phrase is None:
        return ()
    several = SAME_TO.search(text, phrase.span.start, phrase.span.end) is not None
    cut = SAME_TO if several else AND
    if not several and (not re.search(r"\sand\s", phrase.text) or ONE_POST.fullmatch(phrase.text)):
        return (phrase,)
    found, at = [], phrase.span.start
    for m in cut.finditer(text, phrase.span.start, phrase.span.end):
        found.append(printed(text, at, m.start()))
        at = m.end()
    return (*found, printed(text, at, phrase.span.end))


@cache
def _levels() -> str:
    """The levels as calendars print them, the longest first."""
    words = sorted((w for w in lexicon.spellings("levels") if len(w) > 3), key=len, reverse=True)
    return "|".join([NONE_MARKED.pattern, *(r"\s+".join(re.escape(p.capitalize()) for p in w.split()) for w in words)])


@cache
def _level_and_pages() -> re.Pattern[str]:
    """A level as a sentence of its own; the stops around it are sometimes missing, then the pages must follow."""
    return re.compile(
        rf"(?<=[.,;”\"])\s+(?P<whole>{_levels()})(?:\s+\w+)?[.,;:]\s+(?=\d|[A-Z])"
        rf"|\s+(?P<loose>{_levels()})(?:\s+\w+)?[.,;]?\s+(?=\d+\s+pp?\.)"
    )


@cache
def _pages_and_level() -> re.Pattern[str]:
    """The two turned round: `2 pp. Top Secret.`, `5 pp. Secret; Eyes Only.`, `2 pp. Secret CIA, DCI Files`."""
    return re.compile(rf"{PAGES.pattern}(?P<level>{_levels()})(?:(?:;[^.;]*)?\.\s+|\s+(?=[A-Z]))")


@cache
def _level_alone() -> re.Pattern[str]:
    """Neither stop nor pages behind the level, but a repository: `Forces in Cuba. Secret Kennedy Library, NSF`."""
    return re.compile(
        rf"(?<=\.)\s+(?P<level>{_levels()})\s+(?=(?:[A-Z][\w.]+\s){{1,3}}(?:Library|Files)\b|[A-Z]{{3,4}},\s)"
    )
