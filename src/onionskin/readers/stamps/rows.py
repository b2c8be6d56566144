"""Stamps whose rows stand beside typed lines: a stamp set where the page has room, read with what was typed there.

`SAC, BERN   (105-99)   DECLASSIFICATION AND/OR` is a typed line and the second row of a stamp. A row is known by its
likeness to what the stamp prints, in capitals; of one stamp two rows at least must be read, one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onionskin.lexicon import entries
from onionskin.phrases.likeness import folded, likeness
from onionskin.readers.stamps.impression import Impression, Verbs, verbs_of
from onionskin.record.span import Span
from onionskin.record.stamps import StampAuthority, StampDecision, StampKind
from onionskin.text.clean import Line

LIKE = 0.8
WITHIN = 8
"""Lines with ink below a row among which the next one stands: typed lines may come between."""
ROWS = 2
"""Rows that must be read for a stamp to be known."""
SHORTEST = 12
"""Letters of a row that makes a stamp known; a shorter one (`OTHERWISE`) only ends it."""
WORD = re.compile(r"\S+")
SMALL = re.compile(r"[a-z]")
EXCEPT = "EXCEPT"
LETTERS = re.compile(r"[^A-Z]+")


@dataclass(frozen=True, slots=True)
class _Rows:
    """One entry of the lexicon's stamp_rows, its rows folded."""

    name: str
    rows: tuple[str, ...]
    kind: StampKind
    agency: str
    decides: Verbs
    partly: Verbs


@cache
def _stamps() -> tuple[_Rows, ...]:
    return tuple(
        _Rows(
            entry.name,
            tuple(map(folded, entry.list("rows"))),
            StampKind(entry.text("kind") or "other"),
            entry.text("agency") or "",
            verbs_of(entry.list("decides")),
            verbs_of(entry.list("partly")),
        )
        for entry in entries("stamp_rows")
    )


@cache
def _cues() -> tuple[str, ...]:
    return tuple(cue for entry in entries("stamp_rows") for cue in entry.list("cues"))


def may_hold_rows(text: str) -> bool:
    """Whether a text has any word by which such a stamp would be looked for."""
    return any(cue in text for cue in _cues())


def read_rows(lines: Sequence[Line]) -> list[Impression]:
    """Every such stamp among the lines (blank and claimed ones left out). What a hand added stays unread.

    A decision is told only where the stamp was read to its end: with `EXCEPT` behind it, or a row of its own that
    begins so, it is partial; with other words added by hand it is not said which.
    """
    return [_impression(stamp, read) for stamp in _stamps() for read in _found(stamp, lines)]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that was read: which of the stamp's, where, and the words behind it on its line."""

    n: int
    span: Span
    rest: str


def _found(stamp: _Rows, lines: Sequence[Line]) -> Iterator[list[_Row]]:
    """The rows of each impression."""
    read: list[_Row] = []
    last = 0
    for at, line in enumerate(lines):
        row = _row(line, stamp.rows)
        if row is None:
            continue
        if read and row.n > read[-1].n and at - last <= WITHIN and line.page == lines[last].page:
            read.append(row)
        else:
            if _known(stamp, read):
                yield read
            read = [row]
        last = at
    if _known(stamp, read):
        yield read


def _known(stamp: _Rows, read: Sequence[_Row]) -> bool:
    return sum(len(stamp.rows[row.n]) >= SHORTEST for row in read) >= ROWS


def _row(line: Line, rows: Sequence[str]) -> _Row | None:
    """The row that is likest to some words of the line, if it is like enough."""
    words = list(WORD.finditer(line.text))
    small = [SMALL.search(word[0]) is not None for word in words]
    best: tuple[float, _Row] | None = None
    for n, row in enumerate(rows):
        count = len(row.split())
        for first in range(len(words)):
            for past in range(first + max(1, count - 1), min(first + count + 1, len(words)) + 1):
                if True in small[first:past]:
                    break
                printed = line.text[words[first].start() : words[past - 1].end()]
                like = likeness(folded(printed), row)
                if like >= LIKE and (best is None or like > best[0]):
                    span = Span(words[first].start(), words[past - 1].end()).shifted(line.span.start)
                    best = (like, _Row(n, span, line.text[words[past - 1].end() :]))
    return best[1] if best else None


def _impression(stamp: _Rows, read: Sequence[_Row]) -> Impression:
    verbs = _decided(stamp, read)
    return Impression(
        form=stamp.name,
        kind=stamp.kind,
        spans=tuple(row.span for row in read),
        authority=StampAuthority(stamp.agency),
        decisions=tuple(StampDecision(axis, verb, checked=True) for axis, verb in verbs),
        apart=True,
    )


def _decided(stamp: _Rows, read: Sequence[_Row]) -> Verbs:
    """What the stamp decides, as far as it was read."""
    if any(stamp.rows[row.n].startswith(EXCEPT) for row in read):
        return stamp.partly
    ends = read[-1].n == len(stamp.rows) - 1
    added = LETTERS.sub("", read[-1].rest.upper())
    if added[: len(EXCEPT)] and likeness(added[: len(EXCEPT)], EXCEPT) >= LIKE:
        return stamp.partly
    whole = len(read) == len(stamp.rows)
    return stamp.decides if ends and whole and not added else ()
