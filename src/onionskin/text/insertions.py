"""What a typist put into a line: words above it, and the slash or caret in it where they belong."""

from __future__ import annotations

import re

from onionskin.record.span import Span

SLASH = re.compile(r"(?<=[a-z,]) ?[/^] ?(?=[A-Za-z(])")
COMPOUND = re.compile(r"\b(?:and/or|his/her|either/or|he/she|s/he|is/was|if/when|n/a|c/o|w/o)\b", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w'’.-]*(?: [\w'’.-]+){0,3}(?<![.?!:])")
"""A few words that begin with a capital and end no sentence."""
JOINING = frozenset("a about and as at by for from in into of on or over that the this to under upon with".split())  # noqa: SIM905
"""Small words at which no two words make a pair of their own: `of/in`, where a name was left out."""
WORD_BEFORE, WORD_BEHIND = re.compile(r"[A-Za-z]+\Z"), re.compile(r"[A-Za-z]+")


def slash_in(line: str) -> Span | None:
    """Where something goes in: the first slash or caret that makes no pair of words."""
    if "/" not in line and "^" not in line:
        return None
    compounds = [Span(*m.span()) for m in COMPOUND.finditer(line)]
    for m in SLASH.finditer(line):
        if not any(c.overlaps(Span(*m.span())) for c in compounds):
            return Span(*m.span())
    return None


def is_insertion(above: str, below: str) -> bool:
    """A few words, lower case at their beginning, without the end of a sentence; or a name, where the line below it
    leaves one out.
    """
    words = above.strip()
    small = words[:1].islower() and len(words) < len(below) and not re.search(r"[.?!]$", words)
    return small or is_name_put_in(above, below)


def is_name_put_in(above: str, below: str) -> bool:
    """Whether a name stands over a line whose slash is at a small word: `Marlow` over `discussion of/in this`."""
    at = slash_in(below)
    words = above.strip()
    if at is None or words.isupper() or not NAME.fullmatch(words):
        return False
    before, behind = WORD_BEFORE.search(below[: at.start]), WORD_BEHIND.match(below, at.end)
    return any(word is not None and word[0] in JOINING for word in (before, behind))
