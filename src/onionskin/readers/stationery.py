"""What is printed or typed on the paper around the text and says nothing of it: letterheads, lines of the form, an
operator's initials, the word that ends a telegram. It is read last, from what the readers of the paper left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from onionskin.lexicon import entries
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.likeness import folded
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line
from onionskin.text.headings import FUNCTION_WORDS
from onionskin.text.remaining import remaining

LONGEST = 60
LIKE = 85
"""Likeness (0 to 100) from which a misread line of a form is known."""
LINES_REMEMBERED = 2048
SHORTEST = 8
"""Letters below which no likeness is looked for."""
TO_FILL_IN = re.compile(r"\s*(?:_\s?){3,}.*\Z|[\s.:]+\Z")
END = re.compile(r"\W*END(?:\s+(?:OF\s+)?(?:MESSAGE|TELEGRAM|CABLE))?\W*")
SENTENCE_ENDS = (".", "?", "!", '"', "”", ")")
OPERATOR = re.compile(r"[A-Z]{2,3}(?:\s?/\s?\d{1,2})?")
"""`ATH` at the head of an incoming telegram, `CR/24` under its signature: who received it, and a number of his."""
HEAD, FOOT = 3, 4
"""Lines with ink at the head and the foot of a paper among which an operator's initials stand."""
SIGNED = re.compile(r"[*_\s]*\[\s*(?:signature|signed|s)\s*\][*_\s]*", re.IGNORECASE)
"""A transcriber's note that a hand signed here."""


class StationeryReader:
    """Claims what belongs to the sheet and not to what is written on it."""

    name = "stationery"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Whole lines alone, each with the rule that says so."""
        inked = [line for line in text.lines if not line.blank]
        place = {line.index: at for at, line in enumerate(inked)}
        claims = []
        for line in remaining(text.lines, taken):
            if len(line.text.strip()) > LONGEST:
                continue
            at = place[line.index]
            rule = _rule(line, inked[at - 1] if at else None, text)
            if rule is None and (at < HEAD or at >= len(inked) - FOOT) and _initials(line.text.strip()):
                rule = "operator"
            if rule is not None:
                claims.append(Claim(line.ink, rule, furniture=True))
        return ReadResult(claims=tuple(claims))


def _rule(line: Line, above: Line | None, text: CleanText) -> str | None:
    words = line.text.strip()
    if SIGNED.fullmatch(words):
        return "signature"
    if END.fullmatch(words):
        return "end" if above is None or _ended(line, above, text) else None
    if not words[0].isupper() and words[0].isalpha():
        return None
    if is_letterhead(words) and words.upper() == words:
        return "letterhead"
    return "form-line" if _printed(TO_FILL_IN.sub("", words)) else None


def _initials(words: str) -> bool:
    return OPERATOR.fullmatch(words) is not None and words.lower() not in {*FUNCTION_WORDS, "end"}


def _ended(line: Line, above: Line, text: CleanText) -> bool:
    """Whether a text can be over here: a blank line or the end of a sentence stands above."""
    between = text.text[above.ink.end : line.ink.start]
    return between.count("\n") > 1 or "\f" in between or above.text.rstrip().endswith(SENTENCE_ENDS)


@lru_cache(maxsize=LINES_REMEMBERED)
def _printed(words: str) -> bool:
    """Whether a form prints the line: in capitals, or with a capital before a blank to fill in."""
    letters = folded(words)
    if len(letters) < SHORTEST or len(letters.split()) > 7:
        return False
    return process.extractOne(letters, _form_lines(), scorer=fuzz.ratio, score_cutoff=LIKE) is not None


@cache
def _form_lines() -> tuple[str, ...]:
    return tuple(entry.name for entry in entries("form_lines"))
