"""How days come out that a text gives in relation to its own, beside the days of the volume's editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.emending.edited_days import EditedDay, edited_days
from onionskin.linking.relative_days import Days, relative_days

NEAR = 48
"""Characters before the footnote in which the words stand that it explains."""


def measured(volumes: Sequence[Path], part: str) -> dict[str, Any]:
    """Of the days that are said to be sure, and of all, the share that is the editors' day."""
    tally, misses = Counter[str](), []
    for each in edited_days(volumes):
        if each.part != part:
            continue
        days = _resolved(each)
        right = days is not None and days.first == days.last == each.day
        tally.update(["all", *(["right"] if right else [])])
        if days is not None and days.sure:
            tally.update(["sure", *(["sure and right"] if right else [])])
        if not right:
            misses.append(
                f"{each.volume}/{each.document} {each.own}: {each.said} is {each.day}, not {days and days.edtf}"
            )
    return {
        "days": tally["all"],
        "right": round(tally["right"] / max(1, tally["all"]), 3),
        "sure": tally["sure"],
        "sure_and_right": round(tally["sure and right"] / max(1, tally["sure"]), 3),
        "misses": misses if part == "build" else [],
    }


def _resolved(each: EditedDay) -> Days | None:
    said = next((s for s in relative_days(each.before) if s.span.end >= len(each.before) - NEAR), None)
    return said.seen_from(each.own, each.before[: said.span.start]) if said else None
