"""Lines on which an action memorandum is decided: `Approve  D.A.  2/25`, `Disapprove ________`, and the day below.

Whoever decides sets his initials or a tick behind the word; a line left blank decides nothing, and is part of the form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.stamp_days import DAY, MONTH, read_day
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.acts import Act, ActKind
from onionskin.record.marks import FormBox
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

BLANK = r"[\s_.…:,]*"
SHORT_DAY = rf"(?:{DAY}|\d{{1,2}}\s?[/-]\s?\d{{1,2}}(?:\s?[/-]\s?\d{{2,4}})?|{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)(?!\d)"
TICK = r"[✓√✔☒☑]|[\[(]\s?[xX✓√]\s?[\])]|\[(?:initialed|initialled|initials|checked|signed)\]"
INITIALS = r"(?-i:(?:[A-Z]\.?\s?){1,3}[A-Z])(?![A-Za-z])(?:(?<=\.\w)\.)?"
OBJECT = r"(?:letter|message|telegram|cable|draft|text|meeting|appointment)"
"""`Approve letter ____`."""
HAND = rf"(?P<tick>{TICK})?{BLANK}\[?(?P<who>{INITIALS})?\]?{BLANK}(?P<date>{SHORT_DAY})?"
APPROVE = re.compile(
    rf"\s*(?:Yes|Approved?|Agreed?|Concur)\b(?!\s*by)(?:\s+{OBJECT}\b)?{BLANK}{HAND}{BLANK}"
    rf"(?P<other>\b(?:No|Disapproved?|Disagreed?|Do not concur)\b.*)?",
    re.IGNORECASE,
)
REFUSE = re.compile(rf"\s*(?:Disapproved?|Disagreed?|Do not concur)\b{BLANK}{HAND}{BLANK}", re.IGNORECASE)
OTHERWISE = re.compile(
    rf"\s*(?:See me|Speak to me|Discuss(?: with me)?|Let['’]?s discuss|Call me)\b{BLANK}{HAND}{BLANK}", re.IGNORECASE
)
"""What the President's memoranda offer besides: `See me ____`."""
LEFT_BLANK = re.compile(r"(?<![_\w])(?P<label>[A-Z][A-Za-z'’]+(?: [A-Za-z]+){0,3})\s*:?\s*_{3,}(?=\s|\Z)")
LET_BE = re.compile(r"(?i)\s*(?:yes|agreed|approved|concur|approve)\W*$")
"""The word alone is as well a heading or the end of a sentence."""
DATED = re.compile(rf"\s*Dated?\b{BLANK}(?P<date>{SHORT_DAY})?{BLANK}", re.IGNORECASE)
FULL_DAY = re.compile(DAY, re.IGNORECASE)
DAY_ALONE = re.compile(rf"\s*(?P<date>{DAY})\s*", re.IGNORECASE)
"""`JUL 23 1973`: a dater set under the initials."""
CUES = ("approve", "concur", "agree", "yes", "see me", "discuss", "speak to me", "call me")
NEAR = 2
"""Lines below a decision among which its day stands."""


class ApprovalReader:
    """Reads who approved what a memorandum recommends; a refusal is no act of the contract, and its line is claimed.

    A word with a blank behind it that nobody filled in is a box of the form that is not ticked.
    """

    name = "approvals"
    version = "2"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """An act for every line of approval that bears initials or a tick."""
        reader = f"{self.name}/{self.version}"
        lines = text.masked(taken)
        acts: list[Act] = []
        claims: list[Claim] = []
        boxes: list[FormBox] = []
        for line in (lines[at] for at in sorted(text.lines_holding(*CUES))):
            m = None if LET_BE.match(line.text) and "_" not in line.text else APPROVE.fullmatch(line.text)
            if line.blank or not (m or REFUSE.fullmatch(line.text) or OTHERWISE.fullmatch(line.text)):
                continue
            claims.append(Claim(line.ink, "approval", furniture=True))
            for left in LEFT_BLANK.finditer(line.text):
                ink = text.ink(Span(*left.span()).shifted(line.span.start), reader)
                boxes.append(FormBox(left["label"], checked=False, evidence=(ink,)))
            if m is None or not (m["who"] or m["tick"]):
                continue
            below = _day_below(lines, line)
            day = m["date"] or (below[1] if below else None)
            inks = text.inks(line.ink, reader)
            if below and not m["date"]:
                claims.append(Claim(below[0].ink, "approval", furniture=True))
                inks += text.inks(below[0].ink, reader)
            acts.append(Act(ActKind.APPROVED, _in_figures(day), inks, agent=" ".join((m["who"] or "").split()) or None))
        return ReadResult(acts=tuple(acts), form_boxes=tuple(boxes), claims=tuple(claims))


def _in_figures(printed: str | None) -> str | None:
    """A day with its century in EDTF; any other as it is printed."""
    day = read_day(printed) if printed and FULL_DAY.fullmatch(printed) else None
    whole = day.in_year(day.year) if day and day.century else None
    return whole.edtf if whole else printed


def _day_below(lines: Sequence[Line], line: Line) -> tuple[Line, str] | None:
    """`Date  June 5`, or a dater alone, on one of the next lines."""
    for below in lines[line.index + 1 : line.index + 1 + NEAR]:
        free = not below.blank and below.page == line.page
        m = (DATED.fullmatch(below.text) or DAY_ALONE.fullmatch(below.text)) if free else None
        if m and m["date"]:
            return below, m["date"]
    return None
