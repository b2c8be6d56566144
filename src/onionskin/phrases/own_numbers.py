"""The number that a telegram's head gives without a label: `NO. 1587`, `1587, November 17`, `CIRCULAR 990`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.phrases.damage import WORN_FIGURES
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.precedence import find_precedence
from onionskin.record.span import Span

NUMBERED = re.compile(
    r"""(?: (?: ^\s* | (?<=\s\s)(?=\S) ) (?: N[O0o]\.? | NR\.? | Nr\.? | Number | \# | Tel(?:egram)?\.?(?:\ N[Oo]\.?)?
            | TEL(?:EGRAM)?\.?(?:\ NO\.?)? | Message\ N[ro]\.? | MSG\ N[RO]\.? | SERIAL ) \s{0,3}:?\s{0,3}
        | ^\s* (?P<circular> (?:DEP)?CIR(?:CULAR|TEL)(?:\ TELEGRAM)? | Circular(?:\ [Tt]elegram)? )
          \s* (?:N[Oo]\.?\s*)?:?\s*
        | ^\s* (?P<dated>) (?=\d{1,5},\s*(?:$|[A-Z][a-z]{2,8}\.?\ \d{1,2}\b|[A-Z]{3,9}\.?\ \d{1,2}\b))
    ) (?P<number>\d{1,5}) (?= \s*$ | \s*,\s*$ | ,\s | \s{2,} | \s*\( )""",
    re.VERBOSE,
)
BEHIND_DATE = re.compile(r"^(?:\s*+[A-Z][A-Z ]{0,39}?)?,?\s{6,}+,\s*(?P<number>\d{2,5})\s*$")
"""`S E C R E T  NOV 17, 7 PM, 1587`, the date being masked."""
OPENING = re.compile(r"\s*(?:No\.?\s*)?(?P<number>\d{1,5})[.,]\s+(?=[A-Z])")
BESIDE = re.compile(r"[ \t]{3,}(?P<number>\d{1,5})(?P<rest>(?:\s+\S+)*)\s*")
LONE = re.compile(r"\s*(?:No\.?\s*)?(?P<number>\d{3,6})\s*")
LABELLED = re.compile(
    rf"(?:(?P<series>[A-Za-z]{{3,9}})\s+)?"
    rf"(?P<number>(?:[A-Z]{{1,3}}-)?\d{{1,5}}(?![A-Za-z])|{WORN_FIGURES}|\d[OIl])\b"
)
"""Behind its label: `1587`, `POLTO 463`, `A-145`, `20O7`."""

WIDEST = 160
"""Characters above which a line is no line of a head."""


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number, where it stands in its line, and whether it is a circular's."""

    number: str
    span: Span
    circular: bool = False


def own_numbers(line: str) -> Iterator[OwnNumber]:
    """What a line of the head says to be the telegram's number; a date on the line may be masked by blanks."""
    if len(line) > WIDEST:
        return
    for m in NUMBERED.finditer(line):
        yield OwnNumber(m["number"], Span(*m.span("number")), m["circular"] is not None)
    behind = BEHIND_DATE.fullmatch(line)
    if behind:
        yield OwnNumber(behind["number"], Span(*behind.span("number")))


def opening_number(first: str, following: Sequence[str]) -> OwnNumber | None:
    """`1016. Depcirtels 983, 986`: the text begins with the telegram's number; `1. We ... 2. You` with no such number.

    `first` is the text's first line, `following` those after it.
    """
    m = OPENING.match(first)
    if m is None or (len(m["number"]) < 2 and any(re.match(r"\s*[23]\.\s", line) for line in following)):
        return None
    return OwnNumber(m["number"], Span(*m.span("number")))


def number_beside(words: str) -> Found[str] | None:
    """The number in the column beside an addressee, alone there or before its precedence.

    `words` are what stands behind him: of `Amembassy CAIRO   612   PRIORITY` the last two, which give 612.
    """
    m = BESIDE.fullmatch(words)
    rest = m["rest"] if m else "?"
    for word in find_precedence(rest):
        rest = rest.replace(word.text, " ", 1)
    if m is None or rest.strip():
        return None
    reason = "the number at the end of the addressee's line counts the telegrams to that post"
    return found_in(words, *m.span("number"), m["number"], confidence=0.95, reason=reason)
