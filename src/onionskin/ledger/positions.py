"""Where each party stands on an issue in order of time, what changed between two papers, and what came between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onionskin.ledger.comparing import Change, Compared, compared, profiles_of
from onionskin.ledger.issues import Issue
from onionskin.ledger.likeness import Profile
from onionskin.ledger.lines import Line
from onionskin.record.statements import StatementType

STANDS = frozenset(
    {
        StatementType.POSITION,
        StatementType.OFFER,
        StatementType.COMMITMENT,
        StatementType.PROPOSAL,
        StatementType.INSTRUCTION,
        StatementType.DISCLOSURE,
    }
)
"""What shows where a party stands. What it has its envoy say or withhold does; what a report tells of it may not."""
HORIZON = timedelta(days=60)
"""So long a position is taken to stand that nobody repeats."""
MOVERS = 3
"""Statements of the other side that are shown between two positions, the last ones."""


@dataclass(frozen=True, slots=True)
class Position:
    """A statement of a party, and what changed from what it said `before` in an earlier paper, None where that was
    nothing of the same. `moved_by` are the last statements of others on the issue between the two.
    """

    line: Line
    change: Change
    before: Line | None
    reasons: tuple[str, ...]
    moved_by: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PartyPositions:
    """The positions of one party in order of time."""

    party: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """An issue on which a party stood otherwise on one day than on another.

    `before` and `after` are what it said last until each; one is empty where the matter is new or is spoken of no more.
    """

    issue: str
    label: str
    party: str
    before: tuple[Line, ...]
    after: tuple[Line, ...]
    change: Change
    reasons: tuple[str, ...]
    moved_by: tuple[Line, ...]


def positions(issue: Issue) -> tuple[PartyPositions, ...]:
    """Each party's positions on an issue, who has most first. What has no day or no known party is left out."""
    profiles = profiles_of(issue.lines)
    by_party = _by_party(issue.lines)
    return tuple(
        PartyPositions(party, tuple(_positions(lines, issue, profiles)))
        for party, lines in sorted(by_party.items(), key=lambda each: (-len(each[1]), each[0]))
    )


def _positions(lines: Sequence[Line], issue: Issue, profiles: Mapping[str, Profile]) -> Iterator[Position]:
    for line in lines:
        earlier = [other for other in lines if other.day < line.day]
        found = compared(line, earlier, profiles)
        since = found.before.day if found.before else max((other.day for other in earlier), default="")
        yield Position(line, found.change, found.before, found.reasons, _movers(issue.lines, line, since))


def changes(issues: Sequence[Issue], since: str, until: str) -> tuple[Moved, ...]:
    """What each party said last on each issue until the day `since` beside what it said last after it, until `until`.

    Days are `1962-11-17`. A matter of which a party speaks no more was dropped only if it spoke to the same side after
    `since` of something else; what it said more than `HORIZON` before `since` is taken to stand no longer. What was
    merely said again is left out.
    """
    spoke = {line.sides for issue in issues for line in _standing(issue.lines) if since < line.day <= until}
    return tuple(moved for issue in issues if issue.id for moved in _moved(issue, since, until, spoke))


def _moved(issue: Issue, since: str, until: str, spoke: set[tuple[str, str]]) -> Iterator[Moved]:
    profiles = profiles_of(issue.lines)
    oldest = (date.fromisoformat(since) - HORIZON).isoformat()
    for party, lines in sorted(_by_party(issue.lines).items()):
        before = _last_day(line for line in lines if oldest <= line.day <= since)
        after = _last_day(line for line in lines if since < line.day <= until)
        if after:
            found = _all_compared(after, before, profiles)
        elif before and any(line.sides in spoke for line in before):
            found = Compared(Change.DROPPED, None, ())
        else:
            continue
        if found.change is not Change.RESTATED:
            movers = _movers(issue.lines, after[0], before[0].day if before else since) if after else ()
            yield Moved(issue.id, issue.label, party, before, after, found.change, found.reasons, movers)


def _all_compared(after: Sequence[Line], before: Sequence[Line], profiles: Mapping[str, Profile]) -> Compared:
    """What changed on the whole: softer or harder where all that changed did so, restated where nothing changed."""
    found = [compared(line, before, profiles) for line in after]
    told = {each.change for each in found} - {Change.RESTATED}
    reasons = tuple(dict.fromkeys(reason for each in found for reason in each.reasons))
    if not before:
        return Compared(Change.NEW, None, ())
    turned = told - {Change.NEW, Change.CHANGED}
    if len(turned) == 1:
        return Compared(turned.pop(), None, reasons)
    return Compared(Change.CHANGED if told else Change.RESTATED, None, reasons)


def _standing(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if line.day and line.sides[0] and line.statement.type in STANDS)


def _by_party(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Where each party stands, by day."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in sorted(_standing(lines), key=lambda each: each.day):
        found[line.sides[0]].append(line)
    return found


def _last_day(lines: Iterable[Line]) -> tuple[Line, ...]:
    held = tuple(lines)
    last = max((line.day for line in held), default="")
    return tuple(line for line in held if line.day == last)


def _movers(lines: Iterable[Line], line: Line, since: str) -> tuple[Line, ...]:
    """The last statements of others, or of what others said, between a day and a line."""
    between = sorted(
        (
            each
            for each in lines
            if since <= each.day <= line.day
            and each.day
            and each.statement.record != line.statement.record
            and (each.sides[0] != line.sides[0] or each.statement.type is StatementType.REPORT)
        ),
        key=lambda each: (each.day, each.id),
    )
    return tuple(between[-MOVERS:])
