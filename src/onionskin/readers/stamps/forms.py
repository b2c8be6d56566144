"""The review stamps that the lexicon knows: their labels, in order, and what each decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from onionskin.lexicon import entries
from onionskin.phrases.alternatives import either
from onionskin.phrases.likeness import distinct, folded, likeness
from onionskin.record.stamps import Axis

KNOWN = 0.8
"""From this likeness on a label is known wherever it stands; below it, its place on the form must speak for it too."""

HEADING = "DEPARTMENT OF STATE"
HEADINGS = re.compile(r"(?i)(?:U\.?\s?S\.?\s+|United\s+States\s+)?Dep(?:artmen)?t\.?\s+of\s+State\b")
OFFICE = re.compile(r"(?<![\w/])[A-Z]{1,5}(?:/[A-Z0-9]{2,4}){1,3}(?![\w/])")


@dataclass(frozen=True, slots=True)
class Label:
    """One printed label. `role` is decision, field, inert or part; see the lexicon's stamp_labels."""

    name: str
    role: str
    axis: Axis | None
    verb: str | None
    field: str | None
    from_level: str | None


@dataclass(frozen=True, slots=True)
class Form:
    """One stamp form. `own` are labels that no other form prints; `sign` is the mark that bounds its dates."""

    name: str
    office: str | None
    boxes_before: bool
    labels: tuple[str, ...]
    own: frozenset[str]
    sign: str | None


@dataclass(frozen=True, slots=True)
class ReviewOffice:
    """An office that reviews; `sign` is the mark that bounds the dates of its stamps, where one is known."""

    name: str
    sign: str | None


@cache
def labels() -> dict[str, Label]:
    """Every label by its name."""
    return {
        e.name: Label(
            e.name,
            e.text("role") or "inert",
            Axis(axis) if (axis := e.text("axis")) else None,
            e.text("verb"),
            e.text("field"),
            e.text("from_level"),
        )
        for e in entries("stamp_labels")
    }


@cache
def spelt() -> dict[str, Label]:
    """Every label by each of its folded spellings."""
    return {folded(s): labels()[e.name] for e in entries("stamp_labels") for s in e.spellings}


@cache
def label_pattern() -> re.Pattern[str]:
    """Finds labels as they are spelt, longest first, whatever stands between their words."""
    spellings = sorted((s for e in entries("stamp_labels") for s in e.spellings), key=len, reverse=True)
    words = (r"[\W_]{0,3}".join(re.escape(w) for w in re.findall(r"\w+", s)) for s in spellings)
    return re.compile(rf"(?<![A-Za-z])(?:{either(words)})(?![A-Za-z])", re.IGNORECASE)


@cache
def forms() -> tuple[Form, ...]:
    """Every form with boxes."""
    return tuple(
        Form(
            e.name,
            e.text("office"),
            e.text("boxes") != "after",
            e.list("labels"),
            frozenset(e.list("own")),
            e.text("sign"),
        )
        for e in entries("stamps")
    )


def known_label(words: str, least: float = KNOWN) -> Label | None:
    """The label that these words are, or are a misreading of."""
    key = folded(words)
    exact = spelt().get(key)
    if exact or not distinct(key):
        return exact
    best = process.extractOne(key, spelt().keys(), scorer=fuzz.ratio, score_cutoff=least * 100)
    return spelt()[best[0]] if best else None


def is_spelt(words: str) -> bool:
    """Whether the words are a label as it is spelt, not a misreading of one."""
    return folded(words) in spelt()


def known_office(printed: str) -> ReviewOffice | None:
    """The review office that a symbol is, or is a misreading of: `A/CDC/MB` is A/CDC/MR."""
    near = max(((likeness(printed, o.name), o) for o in _offices()), key=lambda pair: pair[0])
    return near[1] if near[0] >= KNOWN else None


def office_called(word: str) -> ReviewOffice | None:
    """The review office of this very name; one without a stroke is a word like another where it is misread."""
    return next((o for o in _offices() if o.name == word), None)


@cache
def _offices() -> tuple[ReviewOffice, ...]:
    return tuple(ReviewOffice(e.name, e.text("sign")) for e in entries("review_offices"))
