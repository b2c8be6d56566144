"""What changed between two statements of one party on one matter: softer, harder, other, or the same again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onionskin.ledger.likeness import Profile, alike, among, words_in_common, words_of
from onionskin.ledger.lines import Line
from onionskin.linking.topics import topics
from onionskin.record.statements import Polarity, Statement, Strength

SAME, RELATED = 0.6, 0.25
"""From which likeness on two statements say the same again, and speak of the same at all."""
REACH = 50
"""So many statements back a position is looked for."""
BINDING = {Strength.MAY: 1, Strength.SHOULD: 2, Strength.MUST: 3}


class Change(StrEnum):
    """What became of a position."""

    NEW = "new"
    RESTATED = "restated"
    SOFTENED = "softened"
    HARDENED = "hardened"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed from `before`, which is None where nothing before speaks of the same, and why it is said so."""

    change: Change
    before: Line | None
    reasons: tuple[str, ...]


def profiles_of(lines: Sequence[Line]) -> Mapping[str, Profile]:
    """By its id of what each of these lines speaks, what is rare among them most."""
    rarity = among((*topics(line.statement.quote), *(phrase.key for phrase in line.phrases)) for line in lines)
    return {line.id: words_of(line, rarity) for line in lines}


def compared(line: Line, earlier: Sequence[Line], profiles: Mapping[str, Profile]) -> Compared:
    """A line beside the likest of those that its party said before, in order of time; of as likely ones the last.

    Only the last `REACH` of them are looked at. `profiles` are those of all these lines.
    """
    mine = profiles[line.id]
    likeness, before = 0.0, None
    for other in earlier[-REACH:]:
        found = alike(mine, profiles[other.id])
        if found >= max(likeness, RELATED):
            likeness, before = found, other
    if before is None:
        return Compared(Change.NEW, None, ())
    steps = tuple(_steps(before.statement, line.statement))
    directions = {direction for direction, _ in steps}
    if len(directions) == 1:
        return Compared(directions.pop(), before, tuple(reason for _, reason in steps))
    if not steps and likeness >= SAME:
        return Compared(Change.RESTATED, before, ())
    both = words_in_common(line.statement.quote, mine, profiles[before.id])
    return Compared(Change.CHANGED, before, (*(reason for _, reason in steps), f"both speak of {both}"))


def _steps(before: Statement, after: Statement) -> Iterator[tuple[Change, str]]:
    """Every way in which one is softer or harder than the other."""
    refuses = after.polarity is Polarity.DO_NOT
    if before.polarity and after.polarity and before.polarity is not after.polarity:
        yield (Change.HARDENED, "refused now") if refuses else (Change.SOFTENED, "no longer refused")
        return
    if before.strength and after.strength and before.strength is not after.strength:
        weaker = BINDING[after.strength] < BINDING[before.strength]
        told = f"{after.strength} in place of {before.strength}"
        yield Change.SOFTENED if weaker else Change.HARDENED, told
    if bool(before.when) is not bool(after.when):
        freer = refuses is bool(after.when)
        told = f"only “{after.when}”" if after.when else f"no longer “{before.when}”"
        yield Change.SOFTENED if freer else Change.HARDENED, told
    if after.give and not before.give:
        yield Change.SOFTENED, f"offers “{after.give}”"
    if after.get and not before.get:
        yield Change.HARDENED, f"asks “{after.get}” for it"
