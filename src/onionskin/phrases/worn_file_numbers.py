"""A decimal file number that stands alone on its line and is worn: `611.61/11=1257`, `6B4A.86/1-2446`.

What comes of it is always DOUBTFUL, and says what was read as what.
"""

from __future__ import annotations

import re

from onionskin.phrases.damage import digits
from onionskin.phrases.file_numbers import Scheme, read_file_number
from onionskin.phrases.found import Found
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

FIGURE = r"[0-9OIlSBZG]"
WORN = re.compile(
    rf"""\W{{0,2}}(?P<number> (?P<class>{FIGURE}{{3}}) \s? (?P<country>[A-Z])? \s? [.,] \s?
        (?P<rest>{FIGURE}{{1,5}}(?:[A-Z]?{FIGURE}{{1,3}})?) (?: \s?[-=~–] \s? (?P<letters>[A-Z]{{2,4}}) )?
        \s? [/|] \s? (?P<month>{FIGURE}{{1,2}}) \s? [-=~–.] \s? (?P<day>{FIGURE}{{3,4}}) )\W{{0,2}}""",
    re.VERBOSE,
)
"""Class and country, what follows the point, and the date: month, and day with year."""
SURE = 0.6


def find_worn_file_number(line: str) -> Found[str] | None:
    """The file number that a whole line is, its figures put right; None where it is none even so."""
    m = WORN.fullmatch(line.strip())
    if m is None or sum(map(str.isdigit, m["number"])) * 2 < len(m["number"]):
        return None
    letters = f"-{m['letters']}" if m["letters"] else ""
    right = (
        f"{digits(m['class'])}{m['country'] or ''}.{digits(m['rest'])}{letters}/{digits(m['month'])}-{digits(m['day'])}"
    )
    read = read_file_number(right)
    if read is None or read.value.scheme is not Scheme.DECIMAL or read.value.date is None:
        return None
    printed = m["number"]
    start = line.index(printed)
    reason = f"{printed!r} read as {read.value.normalized}: it stands alone on its line"
    span = Span(start, start + len(printed))
    return Found(span, read.value.normalized, printed, SURE, ReadingState.DOUBTFUL, reason)
