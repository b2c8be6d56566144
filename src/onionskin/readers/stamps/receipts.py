"""Rubber stamps of offices that received or filed a paper: RECEIVED / NOV 24 1962 / BUREAU OF INTER-AMERICAN AFFAIRS.

`Rec'd:` and `Received:` with a colon are labels of the telegram's form, not stamps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.stamp_days import ANY_DAY, TypedDay, read_day
from onionskin.readers.stamps.impression import Impression
from onionskin.record.stamps import StampKind
from onionskin.text.clean import Line

LONGEST = 80
OFFICE_LINE = 60
CLOCK = 12
"""Characters of a clock time that may stand beside a day on its line."""
MOST_WORDS = 8
"""Words on a stamp's own line beside the day; a sentence has more."""
LIKE = 0.85
CUE = re.compile(r"[RFD](?<!\w[RFD])(?:(?<=R)(?:[A-Z0-9]{3,5}VE?D?\b|M/)|(?<=F)ILED\b|(?<=D)C/)")
"""What a line, or a text, must hold to be looked at for a receipt."""
WORD = re.compile(r"\W*(?P<word>[A-Z0-9]{5,9})(?![\w:])(?!\s*:)")
FILED = re.compile(r"\W*FILED\b(?!\s*:)|\W*(?:RM/R|DC/R|RM/AN)\b")
OFFICE = re.compile(
    r"""(?i: \b (?: bureau | office | department | division | embassy | library | branch | mail\s?room | section
                  | center | staff | white\s+house | secretariat | registry | records ) \b )
      | ^\W* (?: [A-Z]{1,4} (?: / [A-Z]{1,4} )+ (?: - [A-Z]{1,4} )? ) \W*$""",
    re.VERBOSE,
)
OFFICE_ON_LINE = re.compile(
    r"""(?i:bureau|office|division|department|embassy) \s+ (?i:of) \s+ [A-Z][\w.-]+ (?: [ ]+ [A-Z&][\w.-]* )*
      | (?<![\w/]) (?: [A-Z]{1,4} / [A-Z]{1,4} (?: / [A-Z]+ )* | ARA | EUR | NEA | INR ) (?![\w/])""",
    re.VERBOSE,
)


def read_receipts(lines: Sequence[Line]) -> list[Impression]:
    """Every receipt or file stamp that bears a day, among the lines (blank and claimed ones left out)."""
    out: list[Impression] = []
    done = -1
    for at, line in enumerate(lines):
        kind = _kind(line)
        found = _day(lines, at) if kind and at > done else None
        if kind is None or found is None:
            continue
        day, dated = found
        office_line, office = _office(lines, at, dated, done)
        rows = sorted({at, dated} | ({office_line} if office_line is not None else set()))
        done = rows[-1]
        out.append(
            Impression(
                form="RECEIVED" if kind is StampKind.RECEIPT else "FILED",
                kind=kind,
                spans=tuple(lines[row].ink for row in rows),
                office=office,
                day=day,
            )
        )
    return out


def _kind(line: Line) -> StampKind | None:
    if len(line.text) > LONGEST or not CUE.search(line.text):
        return None
    words = ANY_DAY.sub("", line.text, count=1)
    if len(words.split()) > MOST_WORDS or words.rstrip().endswith((",", ";")):
        return None
    if FILED.match(words):
        return StampKind.FILE
    m = WORD.match(words)
    return StampKind.RECEIPT if m and likeness(folded(m["word"]), "RECEIVED") >= LIKE else None


def _day(lines: Sequence[Line], at: int) -> tuple[TypedDay, int] | None:
    """The day on the stamp's own line, or alone on one of the two below or the one above, and which line that is."""
    for row, m in _days_near(lines, at):
        day = read_day(m.group(), lines[row].span.start + m.start())
        if day:
            return day, row
    return None


def _days_near(lines: Sequence[Line], at: int) -> Iterator[tuple[int, re.Match[str]]]:
    for row in (at, at + 1, at + 2, at - 1):
        if not 0 <= row < len(lines) or lines[row].page != lines[at].page:
            continue
        m = ANY_DAY.search(lines[row].text)
        alone = m is not None and len(lines[row].text.strip()) <= len(m.group()) + CLOCK
        if m and (row == at or (alone and _stamped(m.group()))):
            yield row, m


def _stamped(day: str) -> bool:
    """Capitals, figures or a short month tell a rubber stamp's day from the paper's own, typed `November 17, 1962`."""
    return not any(c.islower() for c in day[1:]) or re.fullmatch(r"[A-Z][a-z]{2}\.? .*", day) is not None


def _office(lines: Sequence[Line], at: int, dated: int, done: int) -> tuple[int | None, str | None]:
    """The office on the stamp's own line, between it and the day, or next to them, and which line that is."""
    own = OFFICE_ON_LINE.search(lines[at].text)
    if own:
        return None, " ".join(own.group().split())
    for row in (*range(min(at, dated) + 1, max(at, dated)), max(at, dated) + 1, min(at, dated) - 1):
        if done < row < len(lines) and len(lines[row].text) <= OFFICE_LINE and OFFICE.search(lines[row].text):
            return row, " ".join(lines[row].text.split()).strip(" .,*")
    return None, None
