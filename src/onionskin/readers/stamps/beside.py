"""What of a letter stands on one line with a stamp: the close, and the name and title under it.

Declassification stamps are set where a letter has room, which is beside its close. Engines and transcribers then give
one line for the two: `DOWNGRADED TO SECRET   Sincerely,` and below it `OADR   Dean Rusk`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from onionskin.phrases.letters import CLOSE, TITLE_LINE, is_close
from onionskin.phrases.names import read_person
from onionskin.phrases.word_classes import word_class
from onionskin.readers.stamps.fixed import fixed_stamps
from onionskin.readers.stamps.regions import CUES as LABELS
from onionskin.readers.stamps.slips import CUES as SLIPS
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

REGRADINGS = ("downgrad", "oadr", "regrade")
ORDER_OR_CASE = re.compile(r"\bE\. ?O\. ?1|\bNL[A-Z]-")
GOES_ON = re.compile(r"\b(?:by|of|to|from|on|authority)\W*$", re.IGNORECASE)
"""What a stamp names somebody behind: `BY AUTHORITY OF`, and then it is no signature."""
SHORTEST = 4
"""Letters of a cue that is not part of everyday words: `ds` is in `regards`."""
UNDER = 5
"""Lines with ink under a close among which the name stands, and the title."""
GAP = re.compile(r"\s+")
WORDS = 6
"""Words of the longest name or title beside a stamp."""
TITLE_WIDTH = 60


def beside_stamps(text: CleanText) -> tuple[Span, ...]:
    """Where, on lines that a stamp shares with a letter, the letter's own words stand; in order."""
    closing = text.lines_holding(*word_class("of-closes"))
    inked = [line for line in text.lines if not line.blank] if closing else []
    found: dict[Span, None] = {}
    for at, line in enumerate(inked):
        if line.index in closing:
            found |= dict.fromkeys(_of_letter(line, inked[at + 1 : at + 1 + UNDER]))
    return tuple(found)


def _of_letter(line: Line, below: Sequence[Line]) -> Iterator[Span]:
    """The close, where a stamp shares its line, and what signs under it on such lines."""
    close = _apart(line, is_close)
    if close is not None:
        yield close
    if close is not None or is_close(line.text):
        yield from (span for under in below if (span := _apart(under, _signs)) is not None)


def _apart(line: Line, own: Callable[[str], bool]) -> Span | None:
    """The letter's words on a line whose others are a stamp's; None where the line has but one of the two.

    The widest gap parts them; of gaps that are alike, the one that leaves a close in its usual words.
    """
    if not _has_cue(line.text):
        return None
    found: list[tuple[int, bool, Span]] = []
    for gap in GAP.finditer(line.text.strip()):
        at = gap.start() + len(line.text) - len(line.text.lstrip())
        left, right = line.text[:at], line.text[at + len(gap[0]) :].rstrip()
        for words, stamp, start in ((right, left, at + len(gap[0])), (left, right, 0)):
            if own(words) and _has_cue(stamp) and not _has_cue(words) and not GOES_ON.search(left):
                lead = len(words) - len(words.lstrip())
                usual = CLOSE.fullmatch(words) is not None
                found.append((len(gap[0]), usual, Span(start + lead, start + len(words)).shifted(line.span.start)))
    return max(found, key=lambda each: (*each[:2], len(each[2])))[2] if found else None


def _has_cue(words: str) -> bool:
    """Whether words are of the kind that a stamp has: one of its own is among them."""
    lowered = words.lower()
    return any(cue in lowered for cue in _cues()) or ORDER_OR_CASE.search(words) is not None


@cache
def _cues() -> tuple[str, ...]:
    fixed = (stamp.cue for stamp in fixed_stamps())
    return tuple(dict.fromkeys(cue for cue in (*REGRADINGS, *LABELS, *SLIPS, *fixed) if len(cue) >= SHORTEST))


def _signs(words: str) -> bool:
    """Whether the words are a person's whole name, or a title in its own line."""
    if not 1 < len(words.split()) <= WORDS or len(words) > TITLE_WIDTH:
        return False
    person = read_person(words)
    named = person is not None and person.value.given is not None and len(person.text) * 10 >= len(words.strip()) * 9
    return named or TITLE_LINE.match(words) is not None
