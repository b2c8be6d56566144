"""Lines on which an action memorandum is decided: `Approve  D.A.  2/25`, `Disapprove ________`, and the day below.

Whoever decides sets his initials or a tick behind the word; a line left blank decides nothing, and is part of the form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.stamp_days import DAY, MONTH
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.acts import Act, ActKind
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

BLANK = r"[\s_.…:,]*"
SHORT_DAY = rf"(?:{DAY}|\d{{1,2}}\s?[/-]\s?\d{{1,2}}(?:\s?[/-]\s?\d{{2,4}})?|{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)(?!\d)"
TICK = r"[✓√✔☒☑]|[\[(]\s?[xX✓√]\s?[\])]|\[(?:initialed|initialled|initials|checked|signed)\]"
INITIALS = r"(?-i:(?:[A-Z]\.?\s?){1,3}[A-Z])(?![A-Za-z])(?:(?<=\.\w)\.)?"
HAND = rf"(?P<tick>{TICK})?{BLANK}(?P<who>{INITIALS})?{BLANK}(?P<date>{SHORT_DAY})?"
APPROVE = re.compile(
    rf"\s*(?:Yes|Approved?|Agreed?|Concur)\b(?!\s*by){BLANK}{HAND}{BLANK}"
    rf"(?P<other>\b(?:No|Disapproved?|Disagreed?|Do not concur)\b.*)?",
    re.IGNORECASE,
)
REFUSE = re.compile(rf"\s*(?:Disapproved?|Disagreed?|Do not concur)\b{BLANK}{HAND}{BLANK}", re.IGNORECASE)
LET_BE = re.compile(r"(?i)\s*(?:yes|agreed|approved|concur|approve)\W*$")
"""The word alone is as well a heading or the end of a sentence."""
DATED = re.compile(rf"\s*Dated?\b{BLANK}(?P<date>{SHORT_DAY})?{BLANK}", re.IGNORECASE)
NEAR = 2
"""Lines below a decision among which its day stands."""


class ApprovalReader:
    """Reads who approved what a memorandum recommends; a refusal is no act of the contract, and its line is claimed."""

    name = "approvals"
    version = "1"

    def read(self, text: CleanText, taken: Sequence[Span] = ()) -> ReadResult:
        """An act for every line of approval that bears initials or a tick."""
        reader = f"{self.name}/{self.version}"
        lines = text.masked(taken)
        acts: list[Act] = []
        claims: list[Claim] = []
        for line in (lines[at] for at in sorted(text.lines_holding("approve", "concur", "agree", "yes"))):
            m = None if LET_BE.match(line.text) and "_" not in line.text else APPROVE.fullmatch(line.text)
            if line.blank or not (m or REFUSE.fullmatch(line.text)):
                continue
            claims.append(Claim(line.ink, "approval", furniture=True))
            if m is None or not (m["who"] or m["tick"]):
                continue
            below = _day_below(lines, line)
            day = m["date"] or (below[1] if below else None)
            inks = text.inks(line.ink, reader)
            if below and not m["date"]:
                claims.append(Claim(below[0].ink, "approval", furniture=True))
                inks += text.inks(below[0].ink, reader)
            acts.append(Act(ActKind.APPROVED, day, inks, agent=" ".join((m["who"] or "").split()) or None))
        return ReadResult(acts=tuple(acts), claims=tuple(claims))


def _day_below(lines: Sequence[Line], line: Line) -> tuple[Line, str] | None:
    """`Date  June 5`, on one of the next lines."""
    for below in lines[line.index + 1 : line.index + 1 + NEAR]:
        m = DATED.fullmatch(below.text) if not below.blank and below.page == line.page else None
        if m and m["date"]:
            return below, m["date"]
    return None
