"""A record as a store without a disk holds it."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.store.keeping import Line


@dataclass(frozen=True, slots=True)
class Held:
    """A record, and since when it is superseded."""

    line: Line
    superseded: str | None = None
    removed: int = 0


def as_before(line: Line, was: Held | None) -> Held:
    """A record as it was read now; one that a person removed stays removed."""
    return Held(line, was.superseded, was.removed) if was is not None and was.removed else Held(line)
