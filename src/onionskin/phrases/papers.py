"""Papers cited by what they are: `your letter of November 14`, `Chairman's last message`, `our draft declaration`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onionskin import lexicon
from onionskin.phrases.alternatives import either
from onionskin.phrases.before_papers import PRONOUNS, SURE_PRONOUNS, Before, before_noun
from onionskin.phrases.behind_papers import (
    DAY_OF_ANOTHER,
    LETTERED,
    NOTE_NUMBER,
    NUMBER,
    WROTE,
    Behind,
    behind_noun,
)
from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.known_papers import body_behind, is_known, is_uttered
from onionskin.record.references import ReferenceKind
from onionskin.record.span import Span

SEARCHED = 6
"""Letters by which a noun is looked for first."""
OF_TALK = r"(?:\s+of\s+(?:(?:the\s+|my\s+|your\s+)?conversation|understanding|agreement))?"
OF_PAPERS = r"(?:\s+of\s+(?:messages|letters|notes))?"
GOES_ON = {"memorandum": OF_TALK, "exchange": OF_PAPERS}
"""Nouns that may go on: `memorandum of conversation`, `exchange of notes`."""
PLURAL = re.compile(r"(?:(?! of\b).)*s(?![A-Za-z])(?:\s+of\b|\Z)", re.IGNORECASE | re.DOTALL)
"""`notes`, not `exchange of notes`."""
OWN_NUMBERS = frozenset({"telegram", "cable", "cablegram", "airgram", "despatch", "dispatch", "message", "instruction"})
"""Papers whose numbers are read with their series (`phrases.numbered`)."""
OWNED = frozenset({"draft", "proposed", "last", "latest"})
"""Words that single out a document with whose it is: `our draft declaration`, `the Colonel's last statement`."""
ELSEWHERE = frozenset({"following", "separate"})
"""Words of a paper that goes apart: `in following telegram`, `by separate airgram`.

"Deliver following message" begins a text that is quoted here, and cites nothing.
"""
PACT_OF_YEAR = re.compile(r"(?<![\w-])(?P<year>1[89]\d\d)\s+(?:[A-Z][\w’'-]+\s+){1,3}\Z")
"""`1951 Mutual Defense Treaty`."""
ITS_NUMBER = re.compile(r"\s+(?:[Nn]os?\.\s?)?\d{2,6}(?![\d/])")
ONLY_HELD = frozenset({"map", "text"})
"""Nouns that no day singles out: `publish the text on May 12`."""
HELD = frozenset({"exchange", "map", "text"})
"""Nouns that are singled out by the paper that holds them: `map forwarded with Embtel 12`."""
PLACED = frozenset({"communique", "declaration", "protocol"})
"""Nouns that the place singles out: `the London communique`."""
POINTING = frozenset({"month", "last", "next", "preceding", "previous", "reference", "referenced", "latest"})
SENT_BY = re.compile(
    r"\b(?:follow(?:s|ing)?|sent|forwarded|pouched|transmitted|submitted|airmailed)\s+(?:\w+\s+){0,2}by\s+(?:the\s+|next\s+)?\Z",
    re.IGNORECASE,
)
"""`full text follows by airgram`."""
VERBAL = re.compile(
    r"\b(?:I|we|you|they|to|will|would|shall|should|may|might|must|can|could|please|not|also|who)\s+\Z", re.IGNORECASE
)
"""Behind these "note" and "report" are verbs."""
SO_CALLED = re.compile(
    r"""so-called \s+ ["“”'‘’] (?P<what> [A-Za-z\ -]{0,30}
        (?: protocol | note | declaration | letter | statement | plan | agreement | proposals? | paper | memorandum
          | message | draft | document | principles | points ) ) ["“”'‘’,]
    (?: \s+ (?: presented | submitted | proposed | prepared | signed ) (?: \s+ jointly )? \s+ by
        \s+ (?: the \s+ )? [A-Z][\w'’-]+ (?: \s+ and \s+ (?: the \s+ )? [A-Z][\w'’-]+ )? )?""",
    re.VERBOSE,
)


def find_papers(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Letters, messages, telegrams without number, and documents by their date; no bare "letter" or "the message"."""
    begins, nouns = _nouns()
    for begun in begins.finditer(passage.lower):
        at = begun.start()
        if at and passage.lower[at - 1].isalnum():
            continue
        for stem, pattern, entry in nouns[begun[0]]:
            m = pattern.match(passage.text, at) if passage.lower.startswith(stem, at) else None
            find = _paper(passage, entry, m) if m else None
            if find is not None:
                yield find
    if "so-called" in passage.text:
        for m in SO_CALLED.finditer(passage.text):
            yield Found(Span(*m.span()), CitedPaper(ReferenceKind.DOCUMENT), m[0], 0.8)
    yield from _written(passage)


Noun = tuple[str, re.Pattern[str], lexicon.Entry]


@cache
def _nouns() -> tuple[re.Pattern[str], Mapping[str, Sequence[Noun]]]:
    """How nouns begin, for the search; by that, the letters that all forms of a noun begin with, and its pattern."""
    nouns: list[Noun] = []
    for entry in lexicon.entries("cited_papers"):
        words = sorted(entry.spellings, key=len, reverse=True)
        forms = "|".join(re.sub(r"(?:\\-|-|\\ | )", r"[-\\s]", re.escape(word)) for word in words)
        pattern = re.compile(rf"(?:{forms})(?![A-Za-z]){GOES_ON.get(entry.name, '')}", re.IGNORECASE)
        nouns.append((_beginning(words), pattern, entry))
    begins = sorted({stem[:SEARCHED] for stem, *_ in nouns}, key=len, reverse=True)
    of = {each: [n for n in nouns if n[0].startswith(each) or each.startswith(n[0])] for each in begins}
    return re.compile(either(begins)), of


def _beginning(words: Sequence[str]) -> str:
    """The letters of one word with which all begin."""
    first = re.split(r"[ -]", words[-1])[0]
    return next(first[:n] for n in range(len(first), 0, -1) if all(word.startswith(first[:n]) for word in words))


def _paper(passage: Passage, entry: lexicon.Entry, m: re.Match[str]) -> Found[CitedPaper] | None:
    text = passage.text
    before = before_noun(passage, m.start())
    sure, plural = entry.holds("sure"), PLURAL.match(m[0]) is not None
    alone = before.whose is None and before.pointing is None
    heading = m[0].isupper() and (not m.start() or text[m.start() - 1] == "\n")
    telegraphic = sure or before.whose is not None or before.body is not None
    led = before.article or before.body is not None or not alone
    bare = telegraphic and not heading and (led or not entry.holds("verb"))
    exchange = entry.name == "exchange" and " " in m[0]
    numbers = _numbers(entry.name, owned=(before.whose or before.body) is not None)
    behind = behind_noun(passage, m.end(), plural=plural, numbers=numbers, bare=bare)
    day = behind.day or before.day
    when = behind.when or before.when
    if entry.name == "dispatch" and alone and not (day or when):
        return None  # the dispatch of troops
    if entry.holds("verb") and alone and VERBAL.search(text[max(0, before.start - 8) : before.start]):
        return None
    numbered = entry.name in OWN_NUMBERS and day is None and ITS_NUMBER.match(text, behind.end) is not None
    if numbered or (entry.name in ONLY_HELD and not (behind.handed or behind.inside)):
        return None
    named = (
        PACT_OF_YEAR.search(text, max(0, before.start - 50), before.start) if entry.holds("pact") and alone else None
    )
    year = (
        behind.year or (None if plural else before.year or (named and named["year"])) if entry.holds("pact") else None
    )
    sent = sure and not plural and SENT_BY.search(text[max(0, m.start() - 40) : m.start()]) is not None
    handed = behind.handed and not plural and before.definite
    definite = before.article and before.definite
    of_body = (sure or entry.holds("uttered")) and not plural
    body = body_behind(text, m.end()) if definite and of_body else None
    inside = behind.inside is not None and (sure or before.pointing in OWNED or entry.name in HELD) and before.definite
    singled = bool(day or when or behind.number or (behind.named and sure) or year or sent or handed or inside or body)
    rest = text[m.end() : m.end() + 40]
    known = not plural and (
        is_uttered(before, entry, rest) or is_known(before, entry, rest, text[max(0, before.start - 40) : before.start])
    )
    if entry.holds("seldom") and not (before.whose or before.pointing or before.copy or singled):
        return None
    if not (singled or known) and not _points(before, behind, entry, plural=plural, exchange=exchange):
        return None
    sender = behind.sender
    if before.whose and before.whose.lower() not in PRONOUNS:
        sender = sender or before.whose
    end = behind.end if not behind.year or behind.year == year else m.end()
    end = behind.inside if inside and behind.inside else end
    end = max(end, body or 0)
    start = named.start() if named and year == named["year"] else before.start
    kind = ReferenceKind(entry.text("kind") or "document")
    value = CitedPaper(kind, behind.number, None, sender, behind.receiver, edtf_of(day) or year, None, day, when)
    return found_in(text, start, end, value, confidence=0.9 if day or behind.clause or behind.number else 0.75)


def _numbers(noun: str, *, owned: bool) -> Sequence[re.Pattern[str]]:
    """How the number behind a noun may be written; of a note without a word before it only where it is somebody's."""
    if noun in OWN_NUMBERS:
        return ()
    more = {"report": (LETTERED,), "note": (NOTE_NUMBER,) if owned else ()}
    return (NUMBER, *more.get(noun, ()))


def _points(before: Before, behind: Behind, entry: lexicon.Entry, *, plural: bool, exchange: bool) -> bool:
    """Whether the words single out one paper that has no day."""
    related = bool(behind.sender or behind.receiver or behind.clause)
    if before.pointing == "place" or not entry.holds("sure"):
        placed = before.pointing == "place" and entry.name in PLACED and not plural
        drafted = before.pointing == "draft" and before.article and before.definite and not plural
        owned = (before.pointing in OWNED or before.copy) and before.whose is not None and entry.name != "article"
        written = behind.sender is not None and before.article and before.definite and not entry.holds("pact")
        between = entry.name == "exchange" and behind.receiver is not None and before.definite and exchange
        return placed or drafted or owned or between or (written and not plural)
    if related or (before.copy and before.whose is not None):
        return not (before.pointing is None and before.whose is None and not related)
    if before.whose is not None or (behind.them and before.body):
        if behind.them or before.whose is None:
            return True
        return (
            before.pointing is not None or before.whose.lower() in SURE_PRONOUNS or before.whose.lower() not in PRONOUNS
        )
    return not plural and (before.said if before.pointing in ELSEWHERE else before.pointing in POINTING)


def _written(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """A letter or a telegram told by its verb: `he had written to Mr. Able on July 2`."""
    for stem in ("wrote", "writ", "telegraphed", "cabled", "wired"):
        for at in passage.positions(stem):
            m = WROTE.match(passage.text, at)
            date = passage.date_at(m.end()) if m else None
            if date is None or m is None or not date[0].value.day or DAY_OF_ANOTHER.match(passage.text, date[1]):
                continue
            kind = ReferenceKind.LETTER if stem.startswith("wr") else ReferenceKind.TELEGRAM
            day = date[0].value
            yield found_in(passage.text, at, date[1], CitedPaper(kind, date=edtf_of(day), day=day), confidence=0.8)
