"""Whether a sentence speaks of what has happened or of what is to come, as far as its words before a day say it."""

from __future__ import annotations

import re
from enum import StrEnum

from onionskin import lexicon


class Tense(StrEnum):
    """What the words say of the time."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
STOP = re.compile(r"[.?!;]\s+(?=[A-Z\"“])")
REACH = 20
"""Words looked back over: what stands farther away speaks of something else."""
APPOINTED = re.compile(r"\bfor\s+(?:(?:\d[\d:.]*\s*[ap]\.?m\.?|noon|early|late|on)\s+)?\Z", re.IGNORECASE)
"""Directly before the day: "a meeting for 5 p.m. Thursday"."""
PARTICIPLE = re.compile(r"[a-z]{3,}ed$")
INFINITIVE = re.compile(
    r"\bto\s+(?!the\b|a\b|an\b|you\b|me\b|him\b|her\b|us\b|them\b|our\b|my\b|your\b|his\b|their\b|this\b|that\b)[a-z]+$"
)


def tense_before(text: str) -> Tense:
    """By the word nearest to the end of `text` that says it: `will see` ahead, `received` behind.

    "to" before a verb looks ahead, and so does what is scheduled or expected; verbs of saying tell nothing, since what
    was said may be of either time.
    """
    sentence = STOP.split(text)[-1]
    if APPOINTED.search(sentence):
        return Tense.FUTURE
    words = [(m[0].lower().replace("’", "'"), m.end()) for m in WORD.finditer(sentence)][-REACH:]
    known = lexicon.spellings("tense_words")
    for word, end in reversed(words):
        entry = known.get(word)
        if entry is not None and entry.text("tense") != "neither":
            return Tense(entry.text("tense") or "")
        if INFINITIVE.search(sentence[:end].lower()):
            return Tense.FUTURE
        if entry is None and PARTICIPLE.search(word):
            return Tense.PAST
    return Tense.UNKNOWN
