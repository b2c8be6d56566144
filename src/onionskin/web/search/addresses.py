"""What the address of a search says."""

from __future__ import annotations

from onionskin.workbench import Order


def asked(q: str, sort: Order, since: int | None = None) -> dict[str, str]:
    """Its parts, for `catalogue.address`; the best first needs no word."""
    best = sort is Order.BEST
    return {"q": q, "sort": "" if best else sort.value, "since": "" if since is None else str(since)}
