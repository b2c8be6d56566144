"""The numbers under which papers are reviewed: court cases, requests, libraries' reviews, declassification projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from onionskin.record.span import Span

CASE = re.compile(
    r"""
      (?: \b C \.? \s? A \.? \s* | \b Civil \s+ Action \s+ ) (?: N[oO0] )? [.:]? \s*
      (?P<court> \d{2} \s? [-–] \s? \d{2,5} ) (?: \s? \([A-Z]{2,4}\) )?
    | \b (?P<library> (?: MR- )? NL[A-Z]{1,3} (?:/RAC)? [ ]? [-–]? [ ]?
                      (?: (?: MR | [Cc]ase | CASE | RAC ) [ ]? [-–]? [ ]? )? (?: No\.? [ ]? )?
                      \d{2,4}R? [-–] [\d]{1,4} [a-z]? (?: [-–/] \d+ )* (?: [,;:]? [ ]? \# [ ]? \d+ )? )
    | \b (?P<review> (?: MD?R | ISCAP ) [ -]? (?: No\.? [ ]? | CASE [ ]? | \# [ ]? )? \d{2,4} [-–] \d{1,5}
                     (?: [,;:]? [ ]? \# [ ]? \d+ )? )
    | \b (?P<project> NND [ -]? (?: No\.? [ ]? )? [\dOlI]{5,6} ) \b
    | \b (?: (?: FOIA | FOI | PA | MDR | MR | FPC ) [ ]? (?i:Case) (?: [ ] (?i:id|no|number) )?
           | (?i:Case) [ ]? (?: (?i:id|no|number)\b | \# ) )
      [.:# ]* (?P<request> [A-Z]{0,3} -? \d{2,9} (?: [-–] \d{1,6} )* )
    """,
    re.VERBOSE,
)


class CaseKind(Enum):
    """Whose count a number belongs to."""

    COURT = "court"
    LIBRARY = "library"
    REVIEW = "review"
    PROJECT = "project"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class ReviewCase:
    """`span` covers the whole citation, `number` its number: `C.A. No. 88-0034` has the number "88-0034"."""

    span: Span
    number: Span
    value: str
    kind: CaseKind


def find_cases(text: str) -> Iterator[ReviewCase]:
    """Every case number of a stamp's or a note's line, in order."""
    for m in CASE.finditer(text):
        kind = next(k for k in CaseKind if m[k.value] is not None)
        number = Span(*m.span(kind.value))
        value = " ".join(re.sub(r"\s?[-–]\s?", "-", number.of(text)).split())
        yield ReviewCase(Span(*m.span()), number, value, kind)
