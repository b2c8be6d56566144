"""Where the sentences of an edition's notes end: not at `W.G. Marlow`, `U.S.`, `vol. 4` or `No. 30`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onionskin.record.span import Span

STOP = re.compile(
    r"[.?!][”\"’')\]]*(?=\s|\Z|\()"
    r"|(?<=[A-Za-z0-9\])]{3})\.[”’]?(?=[A-Z][a-z]{2}|“?(?:A|An|As|At|By|He|If|In|It|No|On|To)\s)"
)
"""A missing space after the stop is printed now and then, mostly between paragraphs: `Priority.Drafted by`, `Dulles.On
January 11`."""

REMEMBERED = 512
"""Paragraphs remembered: those of a paper."""
WORD_AFTER = re.compile(r"[\s“\"(\[]*([A-Za-z]+|\d)?")
SHORT = frozenset(
    {
        *("jr", "sr", "dr", "mr", "mrs", "ms", "messrs", "gen", "col", "adm", "lt", "maj", "capt", "cmdr", "cdr"),
        *("brig", "amb", "sen", "rep", "gov", "prof", "st", "vol", "vols", "no", "nos", "p", "pp", "ed", "eds", "cf"),
        *(
            "fn",
            "pt",
            "pts",
            "ff",
            "ser",
            "cong",
            "sess",
            "doc",
            "docs",
            "fol",
            "ch",
            "rev",
            "hon",
            "vs",
            "dept",
            "ext",
        ),
    }
)
BEGINNERS = frozenset(
    {
        *("the", "a", "an", "no", "in", "on", "at", "for", "this", "that", "these", "another", "according", "drafted"),
        *("cleared", "approved", "repeated", "sent", "also", "received", "secret", "top", "confidential"),
        *("unclassified", "official", "limited", "restricted", "copies", "see", "printed", "transmitted", "attached"),
        *(
            "initialed",
            "there",
            "it",
            "all",
            "other",
            "both",
            "telegram",
            "published",
            "although",
            "passed",
            "prepared",
        ),
        *("priority", "eyes"),
    }
)
"""Words that begin a sentence and no name: behind an initial or an abbreviation they show that a sentence ended."""


@lru_cache(maxsize=REMEMBERED)
def sentences_of(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, which several readers ask for."""
    return tuple(find_sentences(text))


def find_sentences(text: str, start: int = 0) -> Iterator[Span]:
    """The sentences from `start` on, each with its stop and without the space around it.

    `approved in S. The meeting` are two, `drafted by W. G. Marlow` is one.
    """
    at = start
    for m in STOP.finditer(text, start):
        if m.start() < at or not _ends(text, m):
            continue
        yield from _trimmed(text, at, m.end())
        at = m.end()
    yield from _trimmed(text, at, len(text))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: by the word before it and the word behind."""
    after = WORD_AFTER.match(text, stop.end())
    follower = (after[1] or "") if after else ""
    if stop[0][0] != "." or not follower:
        return True
    if follower.islower():
        return False
    word = _word_before(text, stop.start()).lower()
    initial = (len(word) == 1 and word.isalpha()) or INITIALS.search(word) is not None
    if word in ("a.m", "p.m"):
        return True
    if initial or word in SHORT:
        return follower.lower() in BEGINNERS
    return True


def _word_before(text: str, end: int) -> str:
    """The word that ends there, without the bracket or the quotation mark that opens before it."""
    before = text[max(0, end - LONGEST_WORD) : end]
    word = before.rsplit(maxsplit=1)[-1] if before[-1:].strip() else ""
    return word[max(map(word.rfind, OPENING)) + 1 :]


LONGEST_WORD = 40
OPENING = '([“"'
INITIALS = re.compile(r"\.[a-z]\Z")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)
