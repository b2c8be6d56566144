"""Where people met, on a line of its own: `Room 7219, New State`, `Cabinet Room, White House`."""

from __future__ import annotations

import re

from onionskin.phrases.letterheads import is_letterhead
from onionskin.text.prose import is_prose

PLACE = re.compile(
    r"\b(?:Room|Office|Embassy|Residence|Residency|House|Quarters|Hall|Palace|Ministry|Pentagon|Building|Hotel|Club"
    r"|Delegation|Kremlin|Villa|Capitol|Ranch|Aboard|Airport)\b",
    re.IGNORECASE,
)
LONGEST = 60


def is_meeting_place(text: str) -> bool:
    """Whether a whole line names a room, a house or an office, and nothing that a letterhead would have."""
    words = text.strip()
    if not 4 <= len(words) <= LONGEST or ":" in words or is_letterhead(words) or words.endswith((".", ";")):
        return False
    return PLACE.search(words) is not None and words[0].isupper() and not is_prose(text)
