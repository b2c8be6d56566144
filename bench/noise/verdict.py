"""When a value read from a damaged page is right.

It is right when it is the value that stood on the paper; or when its own ink was hurt and the reading points at that
very ink, which on the clean page was read rightly: then it says what stands there now, and nobody could say more. Three
things have to be the value itself, whatever was hurt: fields whose words come from a short known list, dates of whose
ink no figure was hurt, and everything that is read without ink.

The ink of a value is known from the clean page, where the truth judged what was read. A value that was missed there is
missed here too unless it is read as it stood.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.case import PaperTruth
from bench.compare import COMPARISONS, RECALL_ONLY, VALUED, Read
from bench.noise.model import Noisy
from bench.tally import PaperScore

Record = Mapping[str, Any]
Ink = tuple[int, int]
"""Characters of the clean file."""

KNOWN_WORDS = frozenset({"direction", "series", "precedence", "classification", "captions"})
DATES = frozenset({"date", "received", "drafted_on"})
SAME_INK = 0.7
"""Of the characters of two inks together, how many both must have to be one."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a record, the ink behind it, and whether that ink was hurt, in a figure or elsewhere."""

    read: Read
    inks: tuple[Ink, ...]
    hurt: bool
    figure_hurt: bool


@dataclass(slots=True)
class Inks:
    """Where on the clean page each value stands that was read rightly there, by field and place in the truth."""

    of: dict[tuple[str, int], tuple[Ink, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trial:
    """One paper under one damage. `learn`: the page is the clean one, and the inks of what is right are kept."""

    noise: Noisy
    inks: Inks
    learn: bool


def page_starts(text: str) -> list[int]:
    """Where each page of a file begins; its first page has the index 0."""
    starts = [0]
    while (turn := text.find("\f", starts[-1])) >= 0:
        starts.append(turn + 1)
    return starts


def values_of(record: Record, name: str, noise: Noisy) -> Iterator[Value]:
    """The values of a field with their ink on the clean page."""
    starts = page_starts(noise.text)
    held: Any = record["fields"].get(name) or []
    for reading in held if isinstance(held, list) else [held]:
        if reading.get("state") not in VALUED or reading.get("value") in (None, "", []):
            continue
        spans = [
            (starts[each["page"] - 1] + each["span"][0], starts[each["page"] - 1] + each["span"][1])
            for each in reading.get("evidence") or ()
            if each["kind"] == "ink"
        ]
        inks = tuple(noise.before(*span) for span in spans)
        pairs = [(noise.text[a:b], noise.clean[c:d]) for (a, b), (c, d) in zip(spans, inks, strict=True)]
        yield Value(
            Read(reading["value"], reading.get("as_printed") or ""),
            inks,
            any(noise.hurt(*span) for span in spans),
            any(_figures(now) != _figures(then) for now, then in pairs),
        )


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def score(truth: PaperTruth, record: Record | None, trial: Trial, paper: PaperScore) -> None:
    """Counts every field of one paper."""
    either = {name for key in truth.fields for name in key.split("|") if "|" in key}
    for key, wanted in truth.fields.items():
        names = [name for name in key.split("|") if name in COMPARISONS]
        if not names:
            continue
        read = [each for name in names for each in values_of(record, name, trial.noise)] if record else []
        if isinstance(wanted, Mapping) and "at_least" in wanted:
            enough = len(read) >= int(str(wanted["at_least"]))
            paper.count(key, right=int(enough), missed=int(not enough))
            continue
        expected = list(wanted) if isinstance(wanted, (list, tuple)) else [wanted]
        missed = _matched(names[0], key, expected, read, trial)
        judged = not (either | truth.unjudged | RECALL_ONLY) & set(names)
        paper.count(key, right=len(expected) - len(missed), missed=len(missed), extra=len(read) if judged else 0)
        if missed or (read and judged):
            paper.miss(key, missed, [each.read.shown() for each in read])
    for name in record["fields"] if record else ():
        if name in COMPARISONS and name not in {*truth.fields, *either, *truth.unjudged, *RECALL_ONLY} and record:
            extra = list(values_of(record, name, trial.noise))
            if extra:
                paper.count(name, extra=len(extra))
                paper.miss(name, "nothing", [each.read.shown() for each in extra])


def _matched(name: str, key: str, expected: Sequence[object], read: list[Value], trial: Trial) -> list[object]:
    """What was not read; what was is taken out of `read`."""
    left = []
    for place, wanted in enumerate(expected):
        fit = next((at for at, value in enumerate(read) if COMPARISONS[name](wanted, value.read)), None)
        if fit is None:
            left.append((place, wanted))
            continue
        value = read.pop(fit)
        if trial.learn:
            trial.inks.of[key, place] = value.inks
    missed = []
    for place, wanted in left:
        stood = trial.inks.of.get((key, place), ())
        fit = next((at for at, value in enumerate(read) if not trial.learn and _as_it_stands(name, value, stood)), None)
        if fit is None:
            missed.append(wanted)
        else:
            read.pop(fit)
    return missed


def _as_it_stands(name: str, value: Value, stood: Sequence[Ink]) -> bool:
    """Whether a value says what its own ink, hurt, says now."""
    if name in KNOWN_WORDS or not value.hurt or (name in DATES and not value.figure_hurt):
        return False
    return any(_one_ink(now, then) for now in value.inks for then in stood)


def _one_ink(one: Ink, other: Ink) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= SAME_INK * (max(one[1], other[1]) - min(one[0], other[0]))
