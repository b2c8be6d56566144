"""Lines on which an action memorandum is decided: `Approve  D.A.  2/25`, `Disapprove ________`, and the day below.

Whoever decides sets his initials or a tick behind the word; a line left blank decides nothing, and is part of the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onionskin.phrases.late import LatePattern
from onionskin.phrases.stamp_days import DAY, MONTH, read_day
from onionskin.readers.contract import Claim, ReadResult
from onionskin.record.acts import Act, ActKind
from onionskin.record.marks import FormBox
from onionskin.record.span import Span
from onionskin.text.clean import CleanText, Line

BLANK = r"[\s_.…:,]*"
SHORT_DAY = rf"(?:{DAY}|\d{{1,2}}\s?[/-]\s?\d{{1,2}}(?:\s?[/-]\s?\d{{2,4}})?|{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?)(?!\d)"
TICK = r"[✓√✔☒☑]|(?-i:X)(?=_)|[\[(]\s?[xX✓√]\s?[\])]|\[(?:initialed|initialled|initials|checked|signed)\]"
INITIALS = r"(?-i:(?:[A-Z]\.?\s?){1,3}[A-Z])(?![A-Za-z])(?:(?<=\.\w)\.)?"
OBJECT = r"(?:letter|message|telegram|cable|draft|text|meeting|appointment)"
"""`Approve letter ____`."""
HAND = rf"(?P<tick>{TICK})?{BLANK}\[?(?P<who>{INITIALS})?\]?{BLANK}(?P<date>{SHORT_DAY})?"
APPROVE = LatePattern(
    rf"\s*(?:Yes|Approved?|Agreed?|Concur)(?![^\W_])(?!\s*by)(?:\s+{OBJECT}\b)?{BLANK}{HAND}{BLANK}"
    rf"(?P<other>(?<![^\W_])(?:No|Disapproved?|Disagreed?|Do not concur)(?![^\W_]).*)?",
    re.IGNORECASE,
)
REFUSE = LatePattern(rf"\s*(?:Disapproved?|Disagreed?|Do not concur)(?![^\W_]){BLANK}{HAND}{BLANK}", re.IGNORECASE)
OTHERWISE = LatePattern(
    rf"\s*(?:See me|Speak to me|Discuss(?: with me)?|Let['’]?s discuss|Call me)(?![^\W_]){BLANK}{HAND}{BLANK}",
    re.IGNORECASE,
)
"""What the President's memoranda offer besides: `See me ____`."""
LINE_TO_TICK = r"\s*:?\s*(?:_{3,}|_+(?P<tick>[Xx✓])_+)(?=\s|\Z)"
TO_TICK = re.compile(rf"(?<![_\w])(?P<label>[A-Z][A-Za-z'’]+(?: [A-Za-z]+){{0,3}}){LINE_TO_TICK}")
CHOICE = re.compile(rf"\s*(?:\d{{1,2}}[.)]\s+)?(?P<label>[A-Z][^_\n:]{{2,90}}?){LINE_TO_TICK}\s*")
"""`Prefer the alternative draft ____`: a choice of more words, and nothing else on its line."""
LET_BE = re.compile(r"(?i)\s*(?:yes|agreed|approved|concur|approve)\W*$")
"""The word alone is as well a heading or the end of a sentence."""
DATED = LatePattern(rf"\s*Dated?\b{BLANK}(?P<date>{SHORT_DAY})?{BLANK}", re.IGNORECASE)
FULL_DAY = re.compile(DAY, re.IGNORECASE)
DAY_ALONE = LatePattern(rf"\s*(?P<date>{DAY})\s*", re.IGNORECASE)
"""`JUL 23 1973`: a dater set under the initials."""
CUES = ("approve", "concur", "agree", "yes", "see me", "discuss", "speak to me", "call me")
NEAR = 2
"""Lines below a decision among which its day stands; and from one choice to the next."""


class ApprovalReader:
    """Reads who approved what a memorandum recommends; a refusal is no act of the contract, and its line is claimed.

    A word with a blank behind it that nobody filled in is a box of the form that is not ticked; one with an X in it is.
    """

    name = "approvals"
    version = "3"

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
            for left in TO_TICK.finditer(line.text):
                ink = text.ink(Span(*left.span()).shifted(line.span.start), reader)
                boxes.append(FormBox(left["label"], checked=left["tick"] is not None, evidence=(ink,)))
            if m is None or not (m["who"] or m["tick"]):
                continue
            below = _day_below(lines, line)
            day = m["date"] or (below[1] if below else None)
            inks = text.inks(line.ink, reader)
            if below and not m["date"]:
                claims.append(Claim(below[0].ink, "approval", furniture=True))
                inks += text.inks(below[0].ink, reader)
            acts.append(Act(ActKind.APPROVED, _in_figures(day), inks, agent=" ".join((m["who"] or "").split()) or None))
        for line, choice in _choices(text, lines, {claim.span for claim in claims}):
            claims.append(Claim(line.ink, "approval", furniture=True))
            boxes.append(FormBox(choice["label"], choice["tick"] is not None, (text.ink(line.ink, reader),)))
        return ReadResult(acts=tuple(acts), form_boxes=tuple(boxes), claims=tuple(claims))


def _choices(text: CleanText, lines: Sequence[Line], decided: set[Span]) -> Iterator[tuple[Line, re.Match[str]]]:
    """Lines with a choice of more words and a blank: they begin with Approve, or a line of decision is near."""
    found = [(lines[at], m) for at in sorted(text.lines_holding("___")) if (m := CHOICE.fullmatch(lines[at].text))]
    near = {line.index for line in lines if line.ink in decided}
    near |= {line.index for line, m in found if m["label"].startswith(("Approve ", "Disapprove "))}
    for line, m in found:
        if line.ink not in decided and any(abs(line.index - at) <= NEAR for at in near):
            near.add(line.index)
            yield line, m


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
