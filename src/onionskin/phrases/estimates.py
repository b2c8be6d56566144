"""How estimates and memoranda of intelligence are numbered: `NUMBER 11-19-62`, `SNIE 85-3-62`, `OCI No. 2341/63`."""

from __future__ import annotations

import re

from onionskin.phrases.found import Found, found_in

NUMBER = re.compile(
    r"""\W*(?: (?:N[Oo]\.?|NUMBER|Number)\s*:?\s* | (?P<series>S?NIE|ORE|OCI|RSB|RES|RAR|IR|SE)\s?
        (?:N[Oo]\.?\s*|[-–]\s?)? ) (?P<number>\d{1,4}(?:[/-]\d{1,3}){0,2}(?:-\d{2,4})?(?:/\d{1,2})?)\W*""",
    re.VERBOSE,
)
"""A whole line; figures parted by dashes or strokes."""


SERIES = re.compile(r"\W*(?:S?NIE|ORE|OCI)\b")


def heads_estimate(line: str) -> bool:
    """Whether a line is the number of an estimate or of a memorandum of intelligence with its series, which no other
    paper bears alone on a line: `OCI No. 2341/63`.
    """
    return SERIES.match(line) is not None and read_estimate_number(line) is not None


def read_estimate_number(line: str) -> Found[str] | None:
    """The number that a whole line of the head is, with its series where that is printed with it."""
    m = NUMBER.fullmatch(line)
    if m is None or (m["series"] is None and "-" not in m["number"] and "/" not in m["number"]):
        return None
    start = m.start("series") if m["series"] else m.start("number")
    return found_in(line, start, m.end("number"), " ".join(line[start : m.end("number")].split()), confidence=0.9)
