"""Where a paper lies, as an edition cites it: `Department of State, FE Files: Lot 61 D 6, Durbrow`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.phrases.file_numbers import read_file_number
from onionskin.phrases.found import Found, printed

DASHES = "-–—‑"
NUMBER = re.compile(
    rf"""(?P<number>
        Lots?\s\d\d\s?[{DASHES}]?\s?[A-Z]\s?\d{{1,4}}[A-Z]?(?![A-Za-z0-9]) | Lots?\s[A-Z]\s?[{DASHES}]?\s?\d{{2,3}}
      | (?:NY)?FRC:?\s\d\d\s?[{DASHES}]?\s?[A-Z]?\s?[{DASHES}]?\s?\d{{1,6}}(?:[{DASHES}]\d+)?
      | Jobs?\s(?:No\.\s)?\d\d\s?[{DASHES}]\s?[A-Z]{{0,3}}\s?[{DASHES}]?\d+[A-Z]?
      | (?:Accession|Acc\.)\s(?:No\.\s)?\d\d\s?[{DASHES}]?[A-Z]?[{DASHES}]?\s?\d+ )""",
    re.VERBOSE,
)
CENTRAL = re.compile(
    rf"(?:Central\s+(?:Decimal\s+)?Files?|CF)(?:,?\s+19\d\d(?:\s?[{DASHES}]\s?\d{{2,4}})?)?\s*[,:.;]\s*(?=[A-Z0-9])"
)
"""The Department's central file; what is cited behind it is the number of the paper's file. Calendars print `CF`."""

DECIMAL = re.compile(
    rf"\d{{3}}[A-Z]?(?:\.[0-9A-Za-z]+)?(?:\s?[{DASHES}]?\s?[A-Z]{{2,4}})?\s?/\s?\d{{1,2}}\s?[{DASHES}]\s?\d{{3,4}}"
)
INSTITUTION = re.compile(r"\b(?:University|College|Institution|Agency)\b")
PART_OF_ONE = re.compile(r"(?:\w+\.?\s){0,6}(?:Institution|Institute|Library|Libraries|School|Center|Archives)\Z")
FILES_OF_ONE = re.compile(r"(?:CIA|DOS|WNRC|NDU|OSD|NARA|NSC)(?=\s+Files\Z)")
"""Calendars print `CIA Files: Job 85–00664R`: the agency is the repository."""
IBID = re.compile(r"ibid\.?", re.IGNORECASE)
CUT = re.compile(r"\s*[,:;]\s+")
NUMBER_END = re.compile(r"[,;:]\s")


@dataclass(frozen=True, slots=True)
class Holding:
    """Repository, collection and file number as printed; `end` is where the last of them ends.

    A `collection` holds series, boxes and folders where no file number stands among them; behind a file number they
    only say where in the file the paper lies, and are no part of it.
    """

    repository: Found[str]
    collection: Found[str] | None
    file_number: Found[str] | None
    end: int


def read_holding(text: str, start: int, end: int) -> Holding | None:
    """The citation that is `text[start:end]`, None for an empty one.

    `Stanford University, Hoover Institution, Lansdale Papers` has both institutions in its repository.
    """
    while end > start and text[end - 1] in " \t\n.,;:":
        end -= 1
    if end <= start:
        return None
    cuts = [*CUT.finditer(text, start, end)]
    stop = cuts[0].start() if cuts else end
    if len(cuts) > 0 and INSTITUTION.search(text, start, stop):
        second = cuts[1].start() if len(cuts) > 1 else end
        if text[cuts[0].start()] == "," and PART_OF_ONE.fullmatch(text[cuts[0].end() : second]):
            cuts, stop = cuts[1:], second
    files = FILES_OF_ONE.match(text[start:stop])
    repository = printed(text, start, start + files.end() if files else stop)
    at = cuts[0].end() if cuts else end
    number = _file_number(text, at, end)
    if number is None and IBID.fullmatch(repository.value):
        number = _behind_ibid(text, at, cuts[1].start() if len(cuts) > 1 else end)
    collection_end = number.span.start if number else end
    while collection_end > at and text[collection_end - 1] in " \t\n,:;.":
        collection_end -= 1
    collection = printed(text, at, collection_end) if collection_end > at else None
    return Holding(repository, collection, number, number.span.end if number else end)


def _file_number(text: str, start: int, end: int) -> Found[str] | None:
    """A lot, an accession or a job anywhere; a number of the central file behind its name, or a dated decimal one."""
    m = NUMBER.search(text, start, end)
    if m is not None:
        return printed(text, m.start(), m.end())
    central = CENTRAL.search(text, start, end)
    if central is not None:
        cut = NUMBER_END.search(text, central.end(), end)
        return printed(text, central.end(), cut.start() if cut else end)
    decimal = DECIMAL.search(text, start, end)
    return printed(text, decimal.start(), decimal.end()) if decimal else None


def _behind_ibid(text: str, start: int, end: int) -> Found[str] | None:
    """`Ibid., POL 27 CUBA`: what the note before named, the central file among it, is not named again."""
    found = read_file_number(text[start:end])
    return printed(text, start, end) if found and len(found.span) == end - start else None
