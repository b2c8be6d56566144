"""The title that a paper without a form bears over its text: `Notes on Remarks by the President before the Council`."""

from __future__ import annotations

from collections.abc import Sequence

from onionskin.phrases.dates import find_dates
from onionskin.phrases.letterheads import is_letterhead
from onionskin.phrases.titles import title_on
from onionskin.text.clean import Line
from onionskin.text.headings import in_title_case

SHORTEST, LONGEST = 12, 110
"""Characters a line of a title has."""
FEWEST_WORDS = 3
MOST_LINES = 3
CLEAN = 0.85
"""Share of letters and blanks in a line of a title: less is what engines make of a stamp."""


def own_title(head: Sequence[Line]) -> list[Line]:
    """The title's lines among those with ink over the first line of text, the lowest that looks like one and what goes
    on above it; dates may stand between it and the text. Empty where there is none.
    """
    out: list[Line] = []
    for line in reversed(head):
        if _is_title(line.text):
            if out and (out[-1].index - line.index > 1 or len(out) == MOST_LINES):
                break
            out.append(line)
        elif out or not any(True for _ in find_dates(line.text)):
            break
    return out[::-1]


def _is_title(text: str) -> bool:
    words = text.split()
    stripped = text.strip()
    if not SHORTEST <= len(stripped) <= LONGEST or len(words) < FEWEST_WORDS or "   " in stripped or ":" in stripped:
        return False
    if not stripped[0].isupper() or not (stripped[-1].isalnum() or stripped[-1] in "\"”)'"):
        return False
    if sum(c.isalpha() or c == " " for c in stripped) < CLEAN * len(stripped):
        return False
    if not (stripped.isupper() or in_title_case(text, words)) or is_letterhead(text) or title_on(text):
        return False
    return not any(len(found.text) * 2 > len(stripped) for found in find_dates(text))
