"""Whether everybody may see a paper, or may have."""

from __future__ import annotations

from onionskin.desk.chancery.standing import Standing
from onionskin.record.state import Access


def is_open(held: Standing) -> bool:
    """Whether everybody may see some of it."""
    return held.access in {Access.IN_FULL, Access.IN_PART} and not held.withdrawn and held.last_on_access is not None


def is_decided(held: Standing) -> bool:
    """Whether everybody may see some of it, or may have: what was read into a public collection was open at first."""
    released = any(each.verb in {"release", "excise"} for each in held.rulings)
    return is_open(held) or released or (held.read and held.withdrawn)
