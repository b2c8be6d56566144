"""Ends of lines behind which more must come: `appearance of subservience to the`."""

from __future__ import annotations

from collections.abc import Sequence

AWAITING = frozenset(
    {"the", "an", "of", "to", "in", "and", "by", "for", "with", "from", "between", "or", "at", "on", "that", "is", "as"}
)
"""Words in small letters that end no sentence."""
MOST_NAMED = 5


def awaits(above: str, below: str, words: Sequence[str]) -> bool:
    """Whether the name on a line is what the line right above waits for; `words` are those of the line below.

    `United States`, under a line that ends with "to the"; not what stands in capitals or has a label's colon.
    """
    said = above.split()
    if not said or said[-1] not in AWAITING or below.isupper() or ":" in below:
        return False
    return len(words) <= MOST_NAMED and all(word[:1].isupper() or word in AWAITING for word in words)
