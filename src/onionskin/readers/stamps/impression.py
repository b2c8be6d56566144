"""One impression of a stamp as it stands on the paper, before impressions of the same stamp are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onionskin.phrases.stamp_days import TypedDay
from onionskin.record.fields import FieldValue
from onionskin.record.marks import Exemption
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, StampAuthority, StampDecision, StampKind

NOTED = re.compile(r"\s*\[(?:[A-Za-z]+ ){0,2}[Ss]tamp(?:ed)?\b\s*[:\]]?\s*")
"""`[Receipt stamp:`, `[stamp: DECLASSIFIED / Authority ...]`: how a transcriber says that what follows was stamped."""

Verbs = tuple[tuple[Axis, str], ...]


def verbs_of(written: Sequence[str]) -> Verbs:
    """What a stamp decides, as the lexicon writes it: `classification:declassify`."""
    return tuple((Axis(axis), verb) for axis, verb in (each.split(":") for each in written))


@dataclass(frozen=True, slots=True)
class Entry:
    """A value for a field of the record that a stamp proves: the case number 88-0034."""

    field: str
    value: FieldValue
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """What one impression says. All spans are clean.

    `spans` are the characters it answers for, in order; `whole` is the patch it covers where that is more, since a
    level on it is read as a marking. `day` is the day entered, `day_label` the printed DATE where nothing is entered.
    `signs` name the marks in the lexicon's mark_bounds that bound the day. A `schedule` is what shall be done one day.
    `apart`: other words stand between its spans, each of which is a patch of its own.
    """

    form: str
    kind: StampKind
    spans: tuple[Span, ...]
    office: str | None = None
    authority: StampAuthority | None = None
    executed_by: str | None = None
    reviewer: str | None = None
    day: TypedDay | None = None
    day_label: Span | None = None
    decisions: tuple[StampDecision, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    instruction: str | None = None
    case: str | None = None
    signs: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = field(default=())
    doubt: str | None = None
    whole: Span | None = None
    schedule: bool = False
    apart: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(s.start for s in (*self.spans, *([self.whole] if self.whole else [])))

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(s.end for s in (*self.spans, *([self.whole] if self.whole else [])))
