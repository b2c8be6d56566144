"""The tables of `bench room`, and what of them is over its bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bench.room.readers import Found


@dataclass(frozen=True, slots=True)
class Bound:
    """What 95 of 100 answers may take, and any of them; milliseconds. Pictures may take longer."""

    most: float
    of_pictures: float
    any_one: float = float("inf")


def table(head: str, found: Found, bound: Bound) -> bool:
    """Prints a line for each route, the slowest first, those over the bound and what failed; whether either is."""
    print(f"\n{head:<84}{'n':>5}{'p50':>8}{'p95':>8}{'worst':>8}")
    over = []
    for path in sorted(found.took, key=lambda path: -share(found.took[path], 0.95)):
        took = found.took[path]
        most = bound.of_pictures if path.startswith("/iiif/3") or "image" in path or "strip" in path else bound.most
        if share(took, 0.95) > most or max(took) > max(bound.any_one, most):
            over.append(path)
        print(_row(path, took))
    print(_row("all", [each for took in found.took.values() for each in took]))
    print(f"over the bound ({bound.most:.0f} ms at p95): {', '.join(over) or 'none'}")
    print(f"failed: {len(found.failed)}" + "".join(f"\n  {each}" for each in found.failed[:10]))
    return bool(over or found.failed)


def _row(path: str, took: Sequence[float]) -> str:
    return f"{path:<84}{len(took):>5}{share(took, 0.5):>8.1f}{share(took, 0.95):>8.1f}{max(took):>8.1f}"


def share(took: Sequence[float], part: float) -> float:
    """The least that this part of them does not go beyond."""
    return sorted(took)[min(int(len(took) * part), len(took) - 1)]
