"""A line of the ledger as JSON: its statement by the published schema, with what the ledger adds."""

from __future__ import annotations

from typing import Any

from onionskin.ledger.lines import Line
from onionskin.record.codec import encode
from onionskin.record.statements import SCHEMA


def ledger_line(line: Line) -> dict[str, Any]:
    """As `schemas/statement-1.json` describes it; `issue` is the issue's name in the collection, where it has one."""
    told: dict[str, Any] = {"schema": SCHEMA, "id": line.id, **encode(line.statement), "sides": list(line.sides)}
    if line.issue:
        told |= {"issue": line.label, "issue_id": line.issue}
    if line.date:
        told["dated"] = line.date
    return told
