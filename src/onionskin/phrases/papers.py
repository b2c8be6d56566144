"""Papers cited by what they are: `your letter of November 14`, `Chairman's last message`, `our draft declaration`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from onionskin.phrases.cited import BETWEEN_DAYS, CitedPaper, Passage, edtf_of
from onionskin.phrases.dates import Day
from onionskin.phrases.found import Found
from onionskin.phrases.word_classes import word_class
from onionskin.record.quick import quick
from onionskin.record.references import ReferenceKind
from onionskin.record.span import Span

NOUNS: Mapping[str, tuple[str, ReferenceKind]] = MappingProxyType(
    {  # by their first letters, for the search: the whole word as a pattern, and what it is; weak ones need a date
        "letter": (r"letters?", ReferenceKind.LETTER),
        "messag": (r"messages?", ReferenceKind.MESSAGE),
        "communicat": (r"communications?", ReferenceKind.MESSAGE),
        "correspond": (r"correspondence", ReferenceKind.LETTER),
        "reply": (r"reply", ReferenceKind.MESSAGE),
        "replies": (r"replies", ReferenceKind.MESSAGE),
        "telegram": (r"telegrams?", ReferenceKind.TELEGRAM),
        "cable": (r"cables?", ReferenceKind.TELEGRAM),
        "airgram": (r"airgrams?", ReferenceKind.DOCUMENT),
        "despatch": (r"despatch(?:es)?", ReferenceKind.DOCUMENT),
        "memorand": (r"memorand(?:um|a|ums)(?:\s+of\s+(?:the\s+|my\s+|your\s+)?conversation)?", ReferenceKind.DOCUMENT),
        "memo": (r"memos?", ReferenceKind.DOCUMENT),
        "note": (r"notes?", ReferenceKind.DOCUMENT),
        "aide": (r"aides?[-\s]m[eé]moires?", ReferenceKind.DOCUMENT),
        "understanding": (r"understandings?", ReferenceKind.DOCUMENT),
        "agreement": (r"agreements?", ReferenceKind.DOCUMENT),
        "exchange": (r"exchanges?(?:\s+of\s+(?:messages|letters|notes))?", ReferenceKind.DOCUMENT),
        "statement": (r"statements?", ReferenceKind.DOCUMENT),
        "declaration": (r"declarations?", ReferenceKind.DOCUMENT),
        "resolution": (r"resolutions?", ReferenceKind.DOCUMENT),
        "proposal": (r"proposals?", ReferenceKind.DOCUMENT),
        "undertaking": (r"undertakings?", ReferenceKind.DOCUMENT),
        "protocol": (r"protocols?", ReferenceKind.DOCUMENT),
        "communiqu": (r"communiqu[eé]s?", ReferenceKind.DOCUMENT),
        "report": (r"reports?", ReferenceKind.DOCUMENT),
        "paper": (r"paper", ReferenceKind.DOCUMENT),
    }
)
LETTERS = frozenset({ReferenceKind.LETTER, ReferenceKind.MESSAGE, ReferenceKind.TELEGRAM})
SELDOM = frozenset({"reply", "replies", "communicat"})
"""Nouns that are as often no paper: "in reply to", "channels of communication to"."""

NOTES = frozenset({"memorand", "memo", "note", "aide", "airgram", "despatch"})
OWNED = frozenset({"draft", "proposed", "last", "latest"})
"""Words that single out a document with whose it is: `our draft declaration`, `the Colonel's last statement`."""
ELSEWHERE = frozenset({"following", "separate"})
"""Words of a paper that goes apart: `in following telegram`, `by separate airgram`.

"Deliver following message" begins a text that is quoted here, and cites nothing.
"""
LEADS = frozenset({"in", "by", "see", "per", "via", "my", "our", "with"})
NO_OWNER = frozenset(
    {
        "it's",
        "that's",
        "what's",
        "let's",
        "hour's",
        "hours'",
        "minutes'",
        "day's",
        "days'",
        "week's",
        "weeks'",
        "moment's",
    }
)
"""Genitives of nobody: `an hour's conversation with the Ambassador`."""
PRONOUNS = frozenset({"your", "my", "our", "his", "her", "their"})
SURE_PRONOUNS = frozenset({"your", "my", "our"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "any", "no"})

MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
PROPER = rf"(?!{MONTH})(?:O['’])?[A-Z][A-Za-z-]*[A-Za-z](?!['’][a-z])"
TITLE = (
    r"(?:President|Secretary(?:[-\s]General|\s+of\s+State)?|Prime\s+Minister|Minister|Chairman|Chancellor|Premier"
    r"|Ambassador|Senator|Governor|General|King|Shah|Pope|Mr\.?|Mrs\.?|Dr\.?|Lord|Sir)(?!['’A-Za-z])"
)
NAME = (
    rf"(?:(?:the\s+)?(?:(?:Deputy|Prime|Foreign|Vice|Acting|Under|Assistant)[-\s]+)*{TITLE}"
    rf"(?:\s+(?:(?:de|von|van|al|el|bin|di|da)\s+)?{PROPER}(?:\s+{PROPER})?)?"
    rf"|{PROPER}(?:\s+(?:[A-Z]\.\s+)?{PROPER})?)"
)
"""A person as one word or two with a title, or the title alone; not before a genitive, and no month."""

COPY = re.compile(r"(?:\b(?:[Cc]op(?:y|ies)|[Tt]exts?|[Dd]rafts?)\s+of\s+)\Z")
OF_DATE = re.compile(r",?\s+(?:of|dated|on|sent|delivered)\s+(?:the\s+)?", re.IGNORECASE)
OF_TALK = re.compile(r"\s+(?:talk|conversation|meeting|discussion|interview)s?\b")
"""`memorandum of the March 4 talk`: the day is the talk's, and the paper's too."""
TO_FROM = re.compile(rf"\s+(?P<way>to|from|by)\s+(?P<name>{NAME})")
BETWEEN = re.compile(rf"\s+between\s+(?:the\s+)?(?P<one>{NAME})\s+and\s+(?:the\s+)?(?P<two>{NAME})")
CLAUSE = re.compile(
    rf"""\s+(?:(?:which|that)\s+)?(?P<who>I|[Ww]e|you|he|she|they|{NAME})
    (?:\s+of\s+(?:the\s+)?{PROPER}(?:\s+{PROPER})?)?
    (?:,\s+(?:(?:His|Her)\s+\w+\s+|Mr\.\s+)?(?P<named>(?:(?:{PROPER}|[A-Z]\.)\s+){{1,4}}{PROPER}),)?\s+
    (?:(?:have|has|had|am|is|are|was|were|will|would|just|recently|be|already)\s+){{0,3}}
    (?P<verb>sent|written|wrote|addressed|received|suggested|proposed|handed|delivered|left|transmitted|forwarded|drafted|gave|given|enclosing|attaching|sending|forwarding|mentioned|referred)
    (?:\s+(?P<way>to|from)\s+(?P<name>{NAME}))?""",
    re.VERBOSE,
)
SO_CALLED = re.compile(
    r"""so-called \s+ ["“”'‘’] (?P<what> [A-Za-z\ -]{0,30}
        (?: protocol | note | declaration | letter | statement | plan | agreement | proposals? | paper | memorandum
          | message | draft | document | principles | points ) ) ["“”'‘’,]
    (?: \s+ (?: presented | submitted | proposed | prepared | signed ) (?: \s+ jointly )? \s+ by
        \s+ (?: the \s+ )? [A-Z][\w'’-]+ (?: \s+ and \s+ (?: the \s+ )? [A-Z][\w'’-]+ )? )?""",
    re.VERBOSE,
)


@quick
@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a noun and belongs to it: where that begins, whose it is, the pointing word, the date."""

    start: int
    whose: str | None = None
    pointing: str | None = None
    day: Day | None = None
    copy: bool = False
    said: bool = False
    """Whether a word like "in" or "see" leads to it, or "immediately" stands before it."""


def find_papers(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Letters, messages, telegrams without number, and documents by their date; no bare "letter" or "the message"."""
    for stem, (_, kind) in NOUNS.items():
        for at in passage.positions(stem):
            m = _noun(stem).match(passage.text, at)
            if m is not None:
                find = _paper(passage, stem, kind, m)
                if find is not None:
                    yield find
    if "so-called" in passage.text:
        for m in SO_CALLED.finditer(passage.text):
            yield Found(Span(*m.span()), CitedPaper(ReferenceKind.DOCUMENT), m[0], 0.8)


@cache
def _noun(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{NOUNS[stem][0]})(?![A-Za-z])", re.IGNORECASE)


def _paper(passage: Passage, stem: str, kind: ReferenceKind, m: re.Match[str]) -> Found[CitedPaper] | None:
    before = before_noun(passage, m.start())
    end, day, sender, receiver, clause = _behind(passage, m.end(), plural=m[0][-1] in "sS")
    day = day or before.day
    weak = kind not in LETTERS and stem not in NOTES
    if stem in SELDOM and not (before.whose or before.pointing or before.copy or day):
        return None
    if not _points(before, weak=weak, dated=day is not None, related=bool(sender or receiver or clause), at_start=m):
        return None
    if before.whose and before.whose.lower() not in PRONOUNS:
        sender = sender or before.whose
    start = before.start
    value = CitedPaper(kind, None, None, sender, receiver, edtf_of(day), None, day)
    return Found(Span(start, end), value, passage.text[start:end], 0.9 if day or clause else 0.75)


def _points(before: Before, *, weak: bool, dated: bool, related: bool, at_start: re.Match[str]) -> bool:
    """Whether the words single out one paper."""
    if dated:
        return True
    if weak:
        return before.pointing in OWNED and before.whose is not None
    if related or (before.copy and before.whose is not None):
        return not (before.pointing is None and before.whose is None and not related)
    if before.whose is not None:
        return (
            before.pointing is not None or before.whose.lower() in SURE_PRONOUNS or before.whose.lower() not in PRONOUNS
        )
    if before.pointing in ELSEWHERE:
        return before.said and not at_start[0].endswith("s")
    return before.pointing in (
        "last",
        "next",
        "preceding",
        "previous",
        "reference",
        "referenced",
        "latest",
    ) and not at_start[0].endswith("s")


def before_noun(passage: Passage, at: int) -> Before:
    """The words before a noun, read backwards: adjectives, a date, whose it is, "copy of"."""
    text, start = passage.text, at
    pointing: str | None = None
    whose: str | None = None
    day: Day | None = None
    for _ in range(6):
        stop = _back(text, start)
        dated = passage.by_end.get(stop)
        if dated is not None and "\n" in text[stop:start] and text[start].isupper():
            break  # a date line above the heading MEMORANDUM
        if dated is not None and day is None:
            day, start = dated.value, _first_of(passage, dated)
            continue
        word = _word_before(text, stop)
        low = word.lower().replace("’", "'")
        if low in word_class("pointing"):
            pointing = pointing or low
        elif low.endswith(("'s", "s'")) and low not in NO_OWNER:
            whose, start = _owner(text, stop - len(word), word)
            break
        elif low in PRONOUNS:
            whose, start = word, stop - len(word)
            break
        elif low not in word_class("before-a-paper"):
            break
        start = stop - len(word)
    stop = _back(text, start)
    article = _word_before(text, stop)
    base = stop - len(article) if article.lower() in ARTICLES else start
    copied = COPY.search(text[max(0, base - 20) : base])
    said = article.lower() in LEADS or text[start : start + 11].lower() == "immediately"
    return Before(base - len(copied[0]) if copied else start, whose, pointing, day, copied is not None, said)


def _first_of(passage: Passage, dated: Found[Day]) -> int:
    """Where a date begins with the days joined to it: `April 17–18 meeting`."""
    if not dated.text[:1].isdigit() or "\n" in dated.text:
        return dated.span.start
    earlier = [d for d in passage.dates if d.span.end <= dated.span.start]
    if earlier and BETWEEN_DAYS.fullmatch(passage.text, earlier[-1].span.end, dated.span.start):
        return earlier[-1].span.start
    return dated.span.start


def _back(text: str, at: int) -> int:
    """Where the word before `at` ends: behind one run of blanks; `at` itself where punctuation stands between."""
    stop = at
    while stop > 0 and text[stop - 1] in " \t\n\xa0":
        stop -= 1
    return stop


def _word_before(text: str, stop: int) -> str:
    at = stop
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in "'’.-"):
        at -= 1
    word = text[at:stop]
    return "" if word.endswith(".") and word.lower() != "u.s." else word


def _owner(text: str, at: int, word: str) -> tuple[str, int]:
    """Who stands in the genitive, with title and given name before it: `Prime Minister Nehru's`."""
    name = re.sub(r"['’]s?$", "", word)
    start = at
    for _ in range(3):
        stop = _back(text, start)
        before = _word_before(text, stop) or (text[stop - 3 : stop] if text[stop - 3 : stop] in ("Mr.", "Dr.") else "")
        if (
            stop == start
            or "\n" in text[stop:start]
            or not before[:1].isupper()
            or before.lower() in word_class("no-title")
        ):
            break
        start = stop - len(before)
        name = f"{before} {name}"
    return name, start


def _behind(passage: Passage, end: int, *, plural: bool) -> tuple[int, Day | None, str | None, str | None, bool]:
    """Date, sender and addressee, and relative clause behind a noun; and where the words that name the paper end."""
    text = passage.text
    day: Day | None = None
    sender = receiver = None
    clause = False
    for _ in range(4):
        dated = OF_DATE.match(text, end)
        date = passage.date_at(dated.end()) if dated and day is None else None
        if date is not None:
            day, end = date[0].value, date[1]
            talk = OF_TALK.match(text, end) if dated and " the " in f"{dated[0].lower()} " else None
            end = talk.end() if talk else end
            continue
        way = TO_FROM.match(text, end)
        if way is not None and not clause and (receiver if way["way"] == "to" else sender) is None:
            sender, receiver = (sender, _bare(way["name"])) if way["way"] == "to" else (_bare(way["name"]), receiver)
            end = way.end("name")
            continue
        between = BETWEEN.match(text, end) if plural and not clause else None
        if between is not None:
            sender, end, clause = _bare(between["one"]), between.end(), True
            receiver = _bare(between["two"])
            continue
        said = CLAUSE.match(text, end) if not clause else None
        if said is None:
            break
        clause, end = True, said.end()
        sender = sender or said["named"]  # the President of Norland, His Excellency John Able, has addressed to
        if said["name"]:
            sender, receiver = (
                (_bare(said["name"]), receiver) if said["way"] == "from" else (sender, _bare(said["name"]))
            )
    return end, day, sender, receiver, clause


def _bare(words: str) -> str:
    return re.sub(r"^the\s+", "", re.sub(r"['’]s$", "", " ".join(words.split())))
