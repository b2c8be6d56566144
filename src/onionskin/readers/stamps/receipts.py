"""Rubber stamps of offices that received or filed a paper: RECEIVED / NOV 24 1962 / BUREAU OF INTER-AMERICAN AFFAIRS.

What a records office stamped with the hour, it received; what it filed, it stamped with the day. `Rec'd:` and
`Received:` with a colon are labels of the telegram's form, not stamps. Many an office had a dater that says its name
and the day alone, PSA / DEC 1 1952, with the Department's name or the hour between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.offices import is_symbol
from onionskin.phrases.posts import read_posts
from onionskin.phrases.stamp_days import ANY_DAY, CLOCK, TypedDay, read_day
from onionskin.phrases.titles import title_on
from onionskin.readers.stamps.forms import HEADINGS
from onionskin.readers.stamps.impression import NOTED, Impression
from onionskin.record.stamps import StampKind
from onionskin.text.clean import Line

LONGEST = 80
OFFICE_LINE = 60
BESIDE_DAY = 12
"""Characters of a clock time that may stand beside a day on its line."""
MOST_WORDS = 8
"""Words on a stamp's own line beside the day; a sentence has more."""
LIKE = 0.85
CUE = re.compile(r"[RFD](?<!\w[RFD])(?:(?<=R)(?:[A-Z0-9]{3,5}VE?D?\b|M/|EC['’]D\b)|(?<=F)ILED\b|(?<=D)C/)")
"""What a line, or a text, must hold to be looked at for a receipt."""
WORD = re.compile(r"\W*(?P<word>[A-Z0-9]{5,9})(?![\w:])(?!\s*:)")
SHORT_WORD = re.compile(r"\W*REC['’]D\b(?!\s*:)")
FILED = re.compile(r"\W*FILED\b(?!\s*:)|\W*(?:RM/R|DC/R|RM/AN)\b")
OFFICE = re.compile(
    r"""(?i: \b (?: bureau | office | department | division | embassy | library | branch | mail\s?room | section
                  | center | staff | white\s+house | secretariat | registry | records | files | legation | consulate
                  | (?:under|assistant|deputy|executive)\s+secretary | legal\s+adviser | counselor ) \b )
      | ^\W* (?: [A-Z]{1,4} (?: / [A-Z]{1,4} )+ (?: - [A-Z]{1,4} )? ) \W*$""",
    re.VERBOSE,
)
OFFICE_ON_LINE = re.compile(
    r"""(?i:bureau|office|division|department|embassy) \s+ (?i:of) \s+ [A-Z][\w.-]+ (?: [ ]+ [A-Z&][\w.-]* )*
      | (?<![\w/]) (?: [A-Z]{1,4} / [A-Z]{1,4} (?: / [A-Z]+ )* | ARA | EUR | NEA | INR ) (?![\w/])""",
    re.VERBOSE,
)


DAY_ALONE = re.compile(
    r"[^\w\n]*(?:\d{1,4}[ ]*[-–]?[ ]*)?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z.]{0,6}[ \d]"
)
"""How the line of an adjustable dater begins."""
DATER_CUE = re.compile(rf"^{DAY_ALONE.pattern}|\[[A-Za-z ]{{0,24}}[Ss]tamp", re.MULTILINE)
ROWS = range(2, 8)
"""Lines of a dater."""
MOST_NAMES = 3
"""Rows of an office's name over the day."""
WORD_ALONE = re.compile(r"(?i)(?:RECEIVED|RECE[1I]VED|REC['’]?D)|(?P<filed>FILED)")
ENDS_OPEN = (" OF", " AND", " FOR", " THE")
GOES_ON = ("OF ", "AND ", "FOR ", "& ")
"""How the name of an office goes over its lines."""
MISSION = re.compile(r"(?i)\b(?:embassy|legation|consulate(?: general)?|mission)$")


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
        if day.clock and "FILED" not in line.text:
            kind = StampKind.RECEIPT
        office_line, office = _office(lines, at, dated, done)
        rows = sorted({at, dated} | ({office_line} if office_line is not None else set()))
        more = _further(lines, rows[-1])
        if more and (office is None or HEADINGS.fullmatch(office)):
            office = next((name for row in more if (name := _named(lines[row]))), office)
        rows += more
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
    if SHORT_WORD.match(words):
        return StampKind.RECEIPT
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
        alone = m is not None and len(lines[row].text.strip()) <= len(m.group()) + BESIDE_DAY
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


def _further(lines: Sequence[Line], last: int) -> list[int]:
    """The lines of the stamp under the last that was read: `RM/R`, the hour."""
    out: list[int] = []
    for row in range(last + 1, min(last + 3, len(lines))):
        near = lines[row].page == lines[last].page and lines[row].index == lines[last].index + row - last
        if not near or not (_named(lines[row]) or _is_clock(lines[row])):
            break
        out.append(row)
    return out


def read_daters(lines: Sequence[Line]) -> list[Impression]:
    """Every stamp of an office and a day alone, or of the hour alone on what came in.

    Blank lines are left out of `lines`, and those that are claimed. A stamp's lines stand together and apart from all
    others, and each is the day, the hour, the Department or an office.
    """
    blocks = list(_blocks(lines))
    found = [stamp for block in blocks if (stamp := (_dater(block) if _may_be(block) else None) or _among(block))]
    lone = [block[0] for block in blocks if len(block) == 1 and DAY_ALONE.match(block[0].text)]
    return found + [stamp for line in lone if _came_in(lines, line) and (stamp := _hour_alone(line))]


def _may_be(block: Sequence[Line]) -> bool:
    return len(block) in ROWS or (len(block) == 1 and NOTED.match(block[0].text) is not None)


def may_hold_dater(text: str) -> bool:
    """A cheap look for the day of an adjustable dater, on a line of its own."""
    return DATER_CUE.search(text) is not None


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow one another without a blank one, page by page."""
    block: list[Line] = []
    for line in lines:
        if block and (line.index != block[-1].index + 1 or line.page != block[-1].page):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _dater(block: Sequence[Line]) -> Impression | None:
    """The stamp that the lines are, each of them: the word of receipt, the day, the hour, the Department, an office."""
    rows = [(words, _day_in(words, line)) for line in block for words in _cut(line)]
    days = [day for _, day in rows if day]
    if len(days) != 1:
        return None
    kinds = [kind for words, _ in rows if (kind := _word_alone(words))]
    names: list[str] = []
    for words, day in rows:
        if day or _word_alone(words) or CLOCK.fullmatch(words):
            continue
        if names and _goes_on(names[-1], words):
            names[-1] += f" {words}"
        else:
            names.append(words)
    named = [_office_named(name, typed=bool(kinds)) for name in names]
    offices = [name for name in named if name and not HEADINGS.fullmatch(name)]
    if len(kinds) > 1 or None in named or not (offices or (kinds and names)):
        return None
    filed = StampKind.FILE in kinds or (not kinds and not days[0].clock and FILED.match(" ".join(names)))
    return Impression(
        form="FILED" if filed else "RECEIVED",
        kind=StampKind.FILE if filed else StampKind.RECEIPT,
        spans=tuple(line.ink for line in block),
        office=next(iter(offices or names), None),
        day=days[0],
    )


def _among(block: Sequence[Line]) -> Impression | None:
    """The stamp that some rows of a block are: an office, the day below it, and the Department's name last."""
    for at in range(1, len(block) - 1):
        if _day_alone(block[at]) and HEADINGS.fullmatch(block[at + 1].text.strip(" .,*")):
            rows = (block[first : at + 2] for first in range(max(0, at - MOST_NAMES), at))
            return next((stamp for each in rows if (stamp := _dater(each))), None)
    return None


def _goes_on(name: str, words: str) -> bool:
    """Whether the name of an office runs over into the next row: `BUREAU OF` / `FAR EASTERN AFFAIRS`."""
    if name.upper().endswith(ENDS_OPEN) or words.upper().startswith(GOES_ON):
        return True
    return MISSION.search(name) is not None and _is_post(words)


def _cut(line: Line) -> list[str]:
    """The rows of a stamp on a line: one, but several where a transcriber set them between strokes in brackets."""
    noted = NOTED.match(line.text)
    words = (line.text[noted.end() :] if noted else line.text).strip().strip("[]").strip(" .,*")
    rows = re.split(r"\s+/\s+", words) if noted and " / " in words else [words]
    return [" ".join(row.split()) for row in rows if row.strip()]


def _word_alone(words: str) -> StampKind | None:
    """RECEIVED, REC'D or FILED, and nothing else."""
    m = WORD_ALONE.fullmatch(words)
    if m is None:
        return None
    return StampKind.FILE if m["filed"] else StampKind.RECEIPT


def _day_in(words: str, line: Line) -> TypedDay | None:
    """The day of an adjustable dater with nothing but the hour beside it."""
    m = ANY_DAY.search(words) if DAY_ALONE.match(words) else None
    if m is None or len(words) > len(m.group()) + BESIDE_DAY or not _stamped(m.group()):
        return None
    at = line.text.find(words)
    return read_day(m.group(), line.span.start + at + m.start()) if at >= 0 else None


def _is_post(words: str) -> bool:
    posts = read_posts(words)
    return len(posts) == 1 and posts[0].text == words


def _hour_alone(line: Line) -> Impression | None:
    """`OCT 7 1 06 PM 1966` and nothing else: the clock of the office where an incoming paper arrived."""
    day = _day_alone(line)
    if day is None or day.clock is None or len(day.span) < len(line.text.strip()):
        return None
    return Impression(form="RECEIVED", kind=StampKind.RECEIPT, spans=(line.ink,), day=day)


def _came_in(lines: Sequence[Line], stamp: Line) -> bool:
    """Whether the last title over a stamp is that of a form for what comes in."""
    above = (hit.title.direction for line in lines if line.index < stamp.index and (hit := title_on(line.text)))
    return next(reversed([way for way in above if way]), None) == "incoming"


def _day_alone(line: Line) -> TypedDay | None:
    """The day of an adjustable dater, in capitals, with nothing but the hour beside it."""
    m = ANY_DAY.search(line.text) if DAY_ALONE.match(line.text) else None
    if m is None or len(line.text.strip()) > len(m.group()) + BESIDE_DAY or not _stamped(m.group()):
        return None
    return read_day(m.group(), line.span.start + m.start())


def _named(line: Line) -> str | None:
    return _office_named(" ".join(line.text.split()))


def _office_named(words: str, *, typed: bool = False) -> str | None:
    """The office, or the Department, whose name the words are and nothing else; in capitals, if it is not `typed`."""
    words = words.strip(" .,*")
    if len(words) > OFFICE_LINE or not (words.isupper() or typed) or any(c.isdigit() for c in words):
        return None
    return words if is_symbol(words) or HEADINGS.fullmatch(words.upper()) or OFFICE.search(words) else None


def _is_clock(line: Line) -> bool:
    return CLOCK.fullmatch(line.text.strip()) is not None
