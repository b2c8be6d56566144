"""Words behind a label that are no value of it: what the blank itself prints there, and what is no word at all."""

from __future__ import annotations

import re

from onionskin.phrases.word_classes import names_of

WORD = re.compile(r"[^\W\d_]{2}")
MARKED = re.compile(r"^[\s(\[]*(?:\((?:TS|S|C|U|LOU|OUO|FOUO)\))?[\s(\[]*|[\s)\].:]+$")
"""Brackets about the words, and the portion's own marking before them: `(U)`."""


LEADING = re.compile(r"\s*\((?P<hint>[^()]{3,60})\)\s+")


def behind_hint(words: str) -> int:
    """Where the words begin that a person wrote behind the blank's own: 11 of `(Optional) Shipments of Ore`."""
    m = LEADING.match(words)
    return m.end() if m and m["hint"].strip().lower() in names_of("form_hints") else 0


def says_something(words: str) -> bool:
    """Whether a person wrote the words: not `(Optional)` behind SUBJECT, nor `•`, nor `(U)` alone."""
    bare = MARKED.sub("", words)
    return WORD.search(bare) is not None and " ".join(bare.lower().split()) not in names_of("form_hints")
