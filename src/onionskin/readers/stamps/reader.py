"""The reader of stamps: every family in turn over lines that none before it claimed, then impressions put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onionskin.phrases.boxes import HAS_BOX
from onionskin.readers.contract import Claim, FieldReading, ReadResult
from onionskin.readers.stamps import receipts
from onionskin.readers.stamps.acts import acts_of
from onionskin.readers.stamps.beside import beside_stamps
from onionskin.readers.stamps.codes import may_hold_case, may_hold_code, read_case_numbers, read_codes
from onionskin.readers.stamps.dating import date_reading
from onionskin.readers.stamps.fixed import read_fixed
from onionskin.readers.stamps.grids import read_grids
from onionskin.readers.stamps.impression import Entry, Impression
from onionskin.readers.stamps.notes import read_regradings, read_verbs
from onionskin.readers.stamps.rows import may_hold_rows, read_rows
from onionskin.readers.stamps.slips import CUES as SLIP_CUES
from onionskin.readers.stamps.slips import read_slips
from onionskin.record.apparatus import Doubt
from onionskin.record.evidence import Evidence
from onionskin.record.span import Span, outside
from onionskin.record.stamps import Stamp
from onionskin.text.clean import CleanText, Line
from onionskin.text.remaining import remaining

PRINTED = ("RELEASE", "EXCISE", "DENY", "DENIED", "DECLASS", "SANITIZE", "DOWNGRADE")
GRID = ("exemption", "ts authority", "reviewed by", "responsive", "citation", "concurrence of")
REGRADING = ("downgrad", "oadr")
"""What a text must hold for a family to be looked for."""


@dataclass(slots=True)
class _Table:
    """The lines still free, and what was read from the others."""

    free: list[Line]
    impressions: list[Impression] = field(default_factory=list)

    def take(self, impressions: Sequence[Impression]) -> None:
        """Keep the impressions and withdraw the lines they stand on."""
        if impressions:
            self.impressions.extend(impressions)
            self.free = remaining(self.free, [span for i in impressions for span in i.spans])


class StampReader:
    """Reads what offices stamped and reviewers wrote on a paper after it was typed.

    Impressions of one form with one printed date are one stamp; what two misread dates of one stamp mean is decided
    where all dates of a file are compared, not here.
    """

    name = "stamps"
    version = "15"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """Every stamp, exemption code and case number in `text`; what a letter has beside them is not theirs."""
        if beside := beside_stamps(text):
            text = replace(text, text=text.without(beside))
        impressions, entries, spans = self._impressions(text, taken)
        if not impressions and not entries:
            return ReadResult()
        reader = f"{self.name}/{self.version}"
        groups = _together(text, impressions)
        stamps = [_stamp(text, group, reader) for group in groups]
        acts = [a for g, s in zip(groups, stamps, strict=True) for a in acts_of(s, schedule=g[0].schedule)]
        every = [*(e for i in impressions for e in i.entries), *entries]
        claims = [Claim(s, "stamp") for i in impressions for s in i.spans]
        claims += _case_claims(text, entries, spans)
        return ReadResult(
            stamps=tuple(stamps),
            acts=tuple(acts),
            fields=tuple(_field(text, e, reader) for e in every),
            doubts=tuple(_doubt(text, i, reader) for i in impressions if i.doubt),
            claims=tuple(sorted(claims, key=lambda c: c.span)),
        )

    def _impressions(self, text: CleanText, taken: Sequence[Span]) -> tuple[list[Impression], list[Entry], list[Span]]:
        lowered = text.lowered
        table = _Table(remaining(text.lines, taken))
        spaced = " ".join(lowered.split())
        table.take(read_fixed(text, spaced, table.free, before_boxes=True))
        printed = any(c in text.text for c in PRINTED)
        if printed or any(c in lowered for c in GRID) or HAS_BOX.search(text.text):
            table.take(read_grids(text, table.free))
        table.take(read_fixed(text, spaced, table.free))
        if may_hold_rows(text.text):
            table.take(read_rows(table.free))
        if any(c in lowered for c in SLIP_CUES):
            table.take(read_slips(text, table.free))
        if receipts.may_hold_dater(text.text):
            table.take(receipts.read_daters(table.free))
        if receipts.CUE.search(text.text):
            table.take(receipts.read_receipts(table.free))
        if any(c in lowered for c in REGRADING):
            table.take(read_regradings(text, table.free))
        if printed:
            table.take(read_verbs(text, table.free))
        if may_hold_code(text.text):
            table.take(read_codes(table.free, company=bool(table.impressions)))
        entries, spans = read_case_numbers(table.free) if may_hold_case(text.text) else ([], [])
        return sorted(table.impressions, key=lambda i: i.start), entries, spans


def _together(text: CleanText, impressions: Sequence[Impression]) -> list[list[Impression]]:
    """Impressions of one form with one printed date, in the order of their first."""
    groups: dict[tuple[object, ...], list[Impression]] = {}
    for i in impressions:
        printed = " ".join(i.day.span.of(text.text).split()) if i.day else None
        rest = () if i.day else (i.reviewer, i.executed_by, i.decisions, i.exemptions, i.case, i.instruction, i.office)
        groups.setdefault((i.form, printed, *rest), []).append(i)
    return list(groups.values())


def _stamp(text: CleanText, group: Sequence[Impression], reader: str) -> Stamp:
    best = max(group, key=lambda i: sum(d.checked is not None for d in i.decisions))
    exemptions = dict.fromkeys(e for i in group for e in i.exemptions)
    date = date_reading(text, group[0], reader)
    others = [e for i in group[1:] if i.day for e in text.inks(i.day.span, reader)]
    same = [e for e in others if text.printed(e) == date.as_printed]
    return Stamp(
        form=best.form,
        kind=best.kind,
        office=next((i.office for i in group if i.office), None),
        authority=next((i.authority for i in group if i.authority), None),
        executed_by=next((i.executed_by for i in group if i.executed_by), None),
        reviewer=next((i.reviewer for i in group if i.reviewer), None),
        date=replace(date, evidence=(*date.evidence, *same)) if same else date,
        decisions=best.decisions,
        exemptions=tuple(exemptions),
        impressions=tuple(e for i in group for e in _patch(text, i, reader)),
        instruction=best.instruction,
        case=next((i.case for i in group if i.case), None),
    )


def _patch(text: CleanText, impression: Impression, reader: str) -> tuple[Evidence, ...]:
    """One patch of paper for an impression; what stands beside it on the first and last line stays out."""
    if impression.apart:
        return tuple(ink for span in impression.spans for ink in text.inks(span, reader))
    return (text.ink(Span(impression.start, impression.end), reader),)


def _case_claims(text: CleanText, entries: Sequence[Entry], lines: Sequence[Span]) -> Iterator[Claim]:
    """The numbers themselves, and the words before them (`C.A. NO`, `ATTACHMENT`) as their label."""
    numbers = [e.span for e in entries]
    yield from (Claim(n, "case-number") for n in numbers)
    for line in lines:
        for rest in outside(line, numbers):
            if any(c.isalnum() for c in rest.of(text.text)):
                yield Claim(rest, "note-label", furniture=True)


def _field(text: CleanText, entry: Entry, reader: str) -> FieldReading:
    return FieldReading(entry.field, text.reading(entry.value, entry.span, reader))


def _doubt(text: CleanText, impression: Impression, reader: str) -> Doubt:
    ink = text.ink(Span(impression.start, impression.end), reader)
    return Doubt("/stamps", text.printed(ink), (), "stamp-reading", impression.doubt or "", (ink,))
