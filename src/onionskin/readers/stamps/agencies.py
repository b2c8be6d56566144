"""The agencies that stamps of review name: `DOS Letter`, `State Dept. Guidelines`, `FBI: no objection`."""

from __future__ import annotations

import re
from functools import cache

from onionskin.lexicon import entries
from onionskin.phrases.alternatives import either

CAPITAL = r"(?-i:(?=[A-Z]))"
"""What spares trying every name at every word."""
DEPARTMENT_OF = r"(?:U\.?S\.?\s+)?(?:Dep(?:artmen)?t\.?\s+of\s+)?"
DEPARTMENT = r"(?:\s+Dep(?:artmen)?t\b\.?)?"
"""What may stand before an agency's name, and what behind it."""
INSTRUMENTS = (
    r"guidelines?|letters?|ltrs?|memo(?:randum|s)?|instructions?|telegram|cable|approval|review|waiver|concurrence"
    r"|no\s+objection|dir(?:ective|\.)?\s+\d{4}\.\d\d?"
)
"""What an agency gave its leave with."""


@cache
def agency_wording() -> str:
    """A pattern without groups that finds one agency as a stamp prints it, the longest name first."""
    names = sorted((s for e in entries("releasing_agencies") for s in e.spellings), key=len, reverse=True)
    named = either(r"\s+".join(re.escape(word) for word in name.split()) for name in names)
    return rf"(?<![\w/]){CAPITAL}{DEPARTMENT_OF}(?:{named})(?![\w/])"


@cache
def leave() -> re.Pattern[str]:
    """An agency with the kind of paper by which it gave its leave: `DOS Letter`, `State Dept. Guidelines`."""
    return re.compile(rf"(?P<agency>{agency_wording()}){DEPARTMENT}\s+(?:{INSTRUMENTS})(?!\w)", re.IGNORECASE)
