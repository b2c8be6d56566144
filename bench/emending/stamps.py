"""How the days of stamps come out: doubted where their marks refute them or speak against them, and only there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bench import onionskin_command
from bench.emending.stamp_days import Stamped, generate
from onionskin.emending.chronology import chronology_doubts
from onionskin.record.codec import from_line

FIRST = 3
"""Among so many candidates the true day must be."""


def measured(seed: int, count: int, part: str) -> dict[str, Any]:
    """Of the stamps whose day was read: the share of impossible days doubted, with the truth among the first three
    candidates or first of all, and the share of possible ones doubted.
    """
    stamped = list(generate(seed, count, part))
    records = onionskin_command.read([each.case for each in stamped])
    tally = Counter[str]()
    misses = []
    for each in stamped:
        verdict = _verdict(each, records.get(each.case.name, ()))
        tally.update(verdict)
        if ("impossible" in verdict and "told" not in verdict) or "needless" in verdict:
            misses.append(f"{each.case.name} printed {each.printed}, true {each.true}")
    due = max(1, tally["impossible"])
    return {
        "stamps": len(stamped),
        "impossible": tally["impossible"],
        "doubted": round(tally["doubted"] / due, 3),
        "true_among_three": round(tally["told"] / due, 3),
        "true_first": round(tally["first"] / due, 3),
        "needless": round(tally["needless"] / max(1, tally["possible"]), 3),
        "unread": tally["unread"],
        "misses": misses if part == "build" else [],
    }


def _verdict(stamped: Stamped, records: Sequence[Mapping[str, Any]]) -> set[str]:
    documents = [from_line(json.dumps(record)) for record in records]
    read = any(stamp.date.as_printed == stamped.printed for each in documents for stamp in each.stamps)
    doubts = [d for each in documents for d in chronology_doubts(each) if d.as_printed == stamped.printed]
    if not read:
        return {"unread"}
    if not stamped.impossible:
        return {"possible", "needless"} if doubts else {"possible"}
    values = [c.value for d in doubts for c in d.candidates]
    found = {"impossible"} | ({"doubted"} if doubts else set())
    found |= {"told"} if stamped.true.isoformat() in values[:FIRST] else set()
    return found | ({"first"} if values[:1] == [stamped.true.isoformat()] else set())
