"""The acts that a stamp proves: what was decided, by whom, when. A pre-printed label that is not ticked proves none."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.record.acts import Act, ActKind
from onionskin.record.evidence import Evidence
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.stamps import Stamp, StampDecision, StampKind

ACTS = {
    "release": ActKind.RELEASED,
    "release-in-part": ActKind.RELEASED,
    "excise": ActKind.EXCISED,
    "delete-non-responsive": ActKind.EXCISED,
    "deny": ActKind.DENIED,
    "declassify": ActKind.DECLASSIFIED,
    "declassify-in-part": ActKind.DECLASSIFIED,
    "downgrade": ActKind.DOWNGRADED,
    "classify": ActKind.CLASSIFIED,
}
IN_PART = frozenset({"release-in-part", "declassify-in-part"})


def acts_of(stamp: Stamp, *, schedule: bool = False) -> Iterator[Act]:
    """The acts of one stamp, the review first. A `schedule` (Group 4) says what shall be done one day: no act yet."""
    date = act_date(stamp.date)
    agent = _agent(stamp)
    agency = stamp.authority.agency if stamp.authority else None
    if stamp.kind is StampKind.RECEIPT:
        yield Act(ActKind.RECEIVED, date, stamp.impressions, recipient=stamp.office)
    elif stamp.kind is StampKind.FILE:
        yield Act(ActKind.FILED, date, stamp.impressions, agent=stamp.office)
    if stamp.reviewer and stamp.kind is StampKind.REVIEW:
        yield Act(ActKind.REVIEWED, date, stamp.impressions, agent=stamp.reviewer, on_behalf_of=stamp.office)
    if schedule:
        return
    for decision in stamp.decisions:
        if decision.checked and decision.verb in ACTS:
            yield _act(decision, stamp, date, agent, agency)


def _act(decision: StampDecision, stamp: Stamp, date: str | None, agent: str | None, agency: str | None) -> Act:
    return Act(
        ACTS[decision.verb],
        date,
        _evidence(stamp),
        agent=agent,
        on_behalf_of=agency if agency != agent else None,
        items="non-responsive information" if decision.verb == "delete-non-responsive" else None,
        authority=_authority(stamp),
        from_level=decision.from_level,
        to_level=decision.to_level,
        until=decision.until,
        in_part=True if decision.verb in IN_PART else None,
    )


def act_date(date: Reading[str]) -> str | None:
    """EDTF where the century stands on the paper, else as printed; what is inferred is said of the stamp's own date."""
    if date.state is ReadingState.FOUND:
        return date.value
    return " ".join(date.as_printed.split()) or None


def _agent(stamp: Stamp) -> str | None:
    who = stamp.executed_by or stamp.reviewer
    if who is None or who.startswith("["):  # "[Signature]": a hand that nobody read
        return stamp.office
    return who


def _authority(stamp: Stamp) -> str | None:
    """What the stamp cites: the instrument, else the agency's letter by its day."""
    if stamp.authority is None:
        return None
    if stamp.authority.instrument:
        return stamp.authority.instrument
    day = stamp.authority.date
    return f"{stamp.authority.agency}, {day}" if stamp.authority.agency and day else None


def _evidence(stamp: Stamp) -> tuple[Evidence, ...]:
    return stamp.impressions
