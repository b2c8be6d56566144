"""A reader's letters of a facsimile held against those that were typed, whatever order it gives them in.

A row of type is cut into stretches where a wide blank or a word that nobody owes (struck, covered, by hand) parts it.
Each stretch, the longest first, is looked for in the reader's text and taken out of it where it fits best; where it
differs there are its errors. What is left of the text in the end was read where nothing is owed: beyond as many letters
as struck, covered, stamped and hand-written words have, which may be read or not, those are errors too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bench.ocr.keyed import words as tokens_of
from bench.ocr.peers import Reading
from onionskin.facsimile.paper.ageing import Scan
from onionskin.facsimile.paper.truth import LineTruth, PageTruth, WordTruth
from onionskin.record.geometry import Box

_SAME = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--")
_TAKEN = "\x00"
_WIDE = 2.5
"""Letters apart from which words belong to different stretches of a row."""
_TRIM = 3
"""Letters that the place of a stretch may be off at either end."""
_LIKE = 0.5
"""How much of a doubtful word must be like the word that it stands for."""
_FEWEST_WORDS, _LOST_UNDER = 2, 1 / 3


@dataclass(frozen=True, slots=True)
class Letters:
    """Of one page or of several; shares are of these sums."""

    letters: int = 0
    errors: int = 0
    words: int = 0
    right: int = 0
    right_flagged: int = 0
    numbers: int = 0
    numbers_right: int = 0
    numbers_flagged: int = 0
    """Not right, and a doubtful word that is like it."""
    right_numbers_flagged: int = 0
    lines: int = 0
    lost: int = 0
    lost_untold: int = 0
    """Lost, and no patch of unread ink reported there."""

    def __add__(self, other: Letters) -> Letters:
        """Both together."""
        return Letters(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))

    @property
    def cer(self) -> float:
        """Letters wrong, missing or too many, for each letter that is owed."""
        return self.errors / max(1, self.letters)

    @property
    def answered(self) -> float:
        """Of the words with a digit, so many right or doubtful."""
        return (self.numbers_right + self.numbers_flagged) / max(1, self.numbers)


def score(scan: Scan, reading: Reading) -> Letters:
    """One page as a reader gave it."""
    truth = scan.truth
    stretches = list(stretches_of(truth))
    left, errors = _plain(reading.text), 0
    for stretch in sorted(stretches, key=len, reverse=True):
        left, wrong = _taken(left, stretch)
        errors += wrong
    free = sum(len(word.text) for word in truth.words if not word.owed)
    surplus = max(0, len(re.sub(rf"[\s{_TAKEN}]", "", left)) - free)
    told = _tokens(scan, reading)
    lines = [line for _, line in _lines(truth)]
    lost = [line for line, _ in _lines(truth) if _is_lost(line.text, reading.text)]
    untold = [line for line in lost if not _is_told(line.box, truth, reading)]
    return Letters(
        letters=sum(map(len, stretches)),
        errors=errors + surplus,
        lines=len(lines),
        lost=len(lost),
        lost_untold=len(untold),
        **told,
    )


def stretches_of(truth: PageTruth) -> Iterator[str]:
    """What is owed, in stretches that any reader keeps together."""
    for _, there in groupby((word for word in truth.words if word.line is not None), key=lambda word: word.line):
        row = list(there)
        letter = max(1.0, sum(word.box.width for word in row) / sum(len(word.text) for word in row))
        held: list[WordTruth] = []
        for word in row:
            if held and (not word.owed or word.box.left - held[-1].box.right > _WIDE * letter):
                yield " ".join(each.text for each in held)
                held = []
            held += [word] if word.owed else []
        if held:
            yield " ".join(each.text for each in held)


def _plain(text: str) -> str:
    return " ".join(text.translate(_SAME).split())


def _taken(text: str, stretch: str) -> tuple[str, int]:
    """The text without the place that is most like the stretch, and how many letters differ there; all, if none is."""
    owed = _plain(stretch)
    at = fuzz.partial_ratio_alignment(owed, text) if text else None
    if at is None or at.dest_end <= at.dest_start:
        return text, len(owed)
    places = (
        (start, end)
        for start in range(max(0, at.dest_start - _TRIM), at.dest_start + _TRIM + 1)
        for end in range(max(start, at.dest_end - _TRIM), min(len(text), at.dest_end + _TRIM) + 1)
    )
    # Of places that are as good the shortest: a blank beside a word is not its own.
    wrong, length, start = min((Levenshtein.distance(owed, text[a:b]), b - a, a) for a, b in places)
    if wrong >= len(owed):
        return text, len(owed)
    return text[:start] + _TAKEN + text[start + length :], wrong


def _tokens(scan: Scan, reading: Reading) -> dict[str, int]:
    owed = Counter(token for word in scan.truth.words if word.owed for token in tokens_of(word.text))
    given, doubted = Counter(tokens_of(reading.text)), Counter(tokens_of(" ".join(reading.doubtful)))
    right = owed & given
    numbers = Counter({token: n for token, n in owed.items() if any(map(str.isdigit, token))})
    numbers_right = numbers & given
    doubtful = list((doubted - right).elements())
    flagged = 0
    for token in (numbers - numbers_right).elements():
        like = next((each for each in doubtful if fuzz.ratio(token, each) >= 100 * _LIKE), None)
        if like is not None:
            doubtful.remove(like)
            flagged += 1
    return {
        "words": owed.total(),
        "right": right.total(),
        "right_flagged": (doubted & right).total(),
        "numbers": numbers.total(),
        "numbers_right": numbers_right.total(),
        "numbers_flagged": flagged,
        "right_numbers_flagged": (doubted & numbers_right).total(),
    }


def _lines(truth: PageTruth) -> Iterator[tuple[LineTruth, Sequence[str]]]:
    """The rows whose words are all owed, and those words; single words are no line."""
    for number, line in enumerate(truth.lines):
        row = [word for word in truth.words if word.line == number]
        found = tokens_of(line.text)
        if len(found) >= _FEWEST_WORDS and all(word.owed for word in row):
            yield line, found


def _is_lost(line: str, text: str) -> bool:
    want, given = Counter(tokens_of(line)), tokens_of(text)
    window = want.total() + 2
    best = max(
        ((want & Counter(given[at : at + window])).total() for at in range(max(1, len(given) - window + 1))), default=0
    )
    near = fuzz.partial_ratio(_plain(line).lower(), _plain(text).lower()) / 100
    return best < _LOST_UNDER * want.total() and near < 0.6


def _is_told(box: Box, truth: PageTruth, reading: Reading) -> bool:
    """Whether a reported patch lies on half of the line's length."""
    patches = (
        (left * truth.width, top * truth.height, right * truth.width, bottom * truth.height)
        for left, top, right, bottom in reading.patches
    )
    covered = sum(
        max(0.0, min(box.right, right) - max(box.left, left))
        for left, top, right, bottom in patches
        if top < box.bottom and box.top < bottom
    )
    return covered >= 0.5 * box.width
