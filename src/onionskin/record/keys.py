"""How the attributes of the vocabulary are called in JSON, and which the contract leaves out."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from onionskin.record.acts import Act
from onionskin.record.document import Copy, Document
from onionskin.record.evidence import Deed, Inference, Ink
from onionskin.record.page import PageText
from onionskin.record.stamps import Stamp, StampAuthority
from onionskin.record.statements import Statement

EVIDENCE: dict[str, type] = {"ink": Ink, "act": Deed, "inference": Inference}
EVIDENCE_KIND = {cls: kind for kind, cls in EVIDENCE.items()}
_RENAMED: dict[tuple[type, str], str] = {(Inference, "rests_on"): "from"}
_STATED: dict[type, frozenset[str]] = {
    Act: frozenset({"agent"}),
    Stamp: frozenset({"authority", "executed_by", "reviewer"}),
    StampAuthority: frozenset({"agency", "instrument", "date"}),
    Statement: frozenset(
        {"polarity", "strength", "when", "party", "issue", "give", "get", "tied_to", "date", "takes_back"}
    ),
}
"""Keys that the contract always prints, null where the paper does not say."""
_LEFT_OUT_EMPTY: dict[type, frozenset[str]] = {
    PageText: frozenset({"words"}),
    Copy: frozenset({"evidence"}),
    Document: frozenset({"corrections", "decisions"}),
    Statement: frozenset({"conditions", "refers_to"}),
}
"""Keys that the contract prints only where there is something in them."""
_FIRST: dict[type, tuple[str, ...]] = {Document: ("schema", "id", "kind"), Statement: ("schema", "record", "type")}
NEVER = object()
"""Equal to no value: what has it is always printed."""


@cache
def plan_of(cls: type) -> tuple[tuple[str, str, object], ...]:
    """(attribute, key, value that is left out) for each field of a dataclass, in the order of the JSON."""
    stated, empty, first = _STATED.get(cls, ()), _LEFT_OUT_EMPTY.get(cls, ()), _FIRST.get(cls, ())
    told: list[tuple[str, str, object]] = []
    for f in sorted(fields(cls), key=lambda f: first.index(f.name) if f.name in first else len(first)):
        left_out = () if f.name in empty else None if f.default is None and f.name not in stated else NEVER
        told.append((f.name, _RENAMED.get((cls, f.name), f.name.removesuffix("_")), left_out))
    return tuple(told)
