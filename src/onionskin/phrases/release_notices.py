"""An archive's notice over the first page of a record that it released."""

from __future__ import annotations

from functools import cache

from rapidfuzz.fuzz import partial_ratio

from onionskin.lexicon import entries
from onionskin.phrases.label_words import letters

RELEASE_CUES = ("release", "assass", "records act")
"""Words of the notice, in small letters, without one of which it does not stand there."""
LEAST, LONGEST = 24, 140
"""Letters of the notice that must be left, and characters of the line it stands in."""
LIKE = 80
"""Likeness (0 to 100) from which a misread notice is still known."""


def says_released(text: str) -> bool:
    """Whether the notice stands in a line, whole or half lost: `[2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY
    ASSASSINATION RECORDS ACT OF 1992]`.
    """
    small = text.lower()
    if len(text) > LONGEST or not any(cue in small for cue in RELEASE_CUES):
        return False
    found = letters(text)
    return len(found) >= LEAST and any(partial_ratio(found, notice) >= LIKE for notice in _notices())


@cache
def _notices() -> tuple[str, ...]:
    return tuple(letters(entry.name) for entry in entries("releases"))
