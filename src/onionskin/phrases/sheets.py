"""What is filled in on a sheet of labels: behind each label, or under it, in one column or two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onionskin.lexicon import entries
from onionskin.record.span import Span
from onionskin.text.clean import Line

NOTHING = "-"
"""The field of a label that only ends the value before it."""
EDGE = " \t.,:;·•|_-–—=*©®°\ufffd"
"""What no value begins with; a speck behind the colon may be read as a sign of any sort."""

SPECK = re.compile(r"(?:\s+[^\w\s()\[\]\"”&]{1,2})+\s*\Z")
"""Marks that stand apart behind a value."""
CLOSE = 3
"""Lines, blank ones among them, by which a value that goes on may be parted from the line above."""
TYPED = 100
"""Characters of a typed line at the most: what is longer was transcribed as a paragraph and has no more lines."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A label of a sheet and what was filled in: the lines of the value in order, none where it was left blank."""

    field: str
    label: Span
    values: tuple[Span, ...]

    @property
    def whole(self) -> Span:
        """From the first word of the value to its last, with what a second column sets between its lines."""
        return Span(self.values[0].start, self.values[-1].end)

    def words(self, text: str) -> str:
        """The value's own words on one line."""
        return " ".join(word for span in self.values for word in span.of(text).split())


@dataclass(frozen=True, slots=True)
class _Known:
    pattern: re.Pattern[str]
    fields: dict[str, tuple[str, int]]


@cache
def _known(sheet: str) -> _Known:
    """The labels of a sheet as one pattern; each by its letters to its field and the lines its value may have below."""
    fields = {
        _letters(form): (entry.text("field") or NOTHING, entry.number("lines") or 0)
        for entry in entries("sheet_labels")
        if sheet in entry.list("sheets")
        for form in entry.spellings
    }
    forms = [f for e in entries("sheet_labels") if sheet in e.list("sheets") for f in e.spellings]
    # A worn label comes torn: `D ATE DISTR`.
    torn = (r"[\W_]{0,3}".join(" ?".join(w) for w in re.findall(r"[\w&]+", f)) for f in forms)
    each = "|".join(sorted(torn, key=len, reverse=True))
    own = (e for e in entries("sheet_labels") if sheet in e.list("sheets"))
    inside = [rf"|\s(?={re.escape(f)}\b)" for e in own if e.holds("inside") for f in e.spellings]
    # In the middle of a line a label stands behind a gap, which transcripts may make one blank.
    begins = rf"(?:^[\W_]{{0,4}}|\s{{2,}}[\W_]{{0,3}}{''.join(inside)})"
    head = rf"{begins}(?P<label>{each})(?P<end>\s*[.,]?\s*[:;·•]+|(?![A-Za-z&]))"
    return _Known(re.compile(head, re.IGNORECASE), fields)


def _letters(words: str) -> str:
    return re.sub(r"[^A-Z&]", "", words.upper())


def read_sheet(lines: Sequence[Line], sheet: str) -> Iterator[Filled]:
    """Every label of the sheet in order, with its value. `sheet` is a word of the lexicon: `identification`.

    A label without a colon counts only in capitals: `Date of` begins a sentence, `DATE DISTR` does not.
    """
    known = _known(sheet)
    inked = [line for line in lines if not line.blank]
    found = [[m for m in known.pattern.finditer(line.text) if _is_label(m)] for line in inked]
    for at, (line, hits) in enumerate(zip(inked, found, strict=True)):
        long = [n for n, m in enumerate(hits) if known.fields[_letters(m["label"])][1]]
        for n, m in enumerate(hits):
            field, below = known.fields[_letters(m["label"])]
            end = hits[n + 1].start() if n + 1 < len(hits) else len(line.text)
            own = _trimmed(line, m.end(), end)
            spans = [own] if own else []
            # What goes on below is the value of the last label of the line that may: a day in the second column ends.
            if n == (long or [len(hits) - 1])[-1]:
                spans += _below(inked, found, at, below, own)
            yield Filled(field, Span(*m.span("label")).shifted(line.span.start), tuple(spans))


def _is_label(m: re.Match[str]) -> bool:
    return m["label"].isupper() or any(c in m["end"] for c in ":;·•")


def _below(
    inked: Sequence[Line], found: Sequence[Sequence[re.Match[str]]], at: int, lines: int, own: Span | None
) -> list[Span]:
    """The lines under a label down to the next label or gap; of a line with a label in its second column the words
    before it. `own` is what stands behind the label: a value that has begun there goes on close below it.
    """
    out: list[Span] = []
    most = lines + (own is None and bool(lines))
    step = inked[at + 1].index - inked[at].index if at + 1 < len(inked) else 1
    if own and (step > CLOSE or _is_paragraph(own, inked[at])):
        return out
    for before, line, hits in zip(inked[at:], inked[at + 1 :], found[at + 1 :], strict=False):
        end = hits[0].start() if hits else len(line.text)
        # Where the second column goes on beside it, a blank line is the form's and not the value's.
        widest = max(step, CLOSE - 1) if hits else step
        if len(out) >= most or line.page != before.page or (out and line.index - before.index > widest):
            break
        span = _trimmed(line, 0, end)
        if (hits and not span) or (own and span and _is_paragraph(span, line)):
            break
        if span:
            out.append(span)
    return out


def _is_paragraph(value: Span, line: Line) -> bool:
    return len(" ".join(value.shifted(-line.span.start).of(line.text).split())) > TYPED


def _trimmed(line: Line, start: int, end: int) -> Span | None:
    """The words of a stretch without the marks and stops at its edges, `FBI ,`; None where only those are there."""
    words = line.text[start:end]
    left = len(words) - len(words.lstrip(EDGE))
    speck = SPECK.search(words)
    right = speck.start() if speck else len(words.rstrip(" \t"))
    return Span(start + left, start + right).shifted(line.span.start) if right > left else None
