"""Exemption codes, printed or by hand: `(b)(1)`, `B1A5`, `1.5(c)`, `25X1`, `XGDS-2`.

A code means nothing without its scheme and edition: 1.5(d) of Executive Order 12958 is 1.4(d) of its amendment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.record.marks import Exemption
from onionskin.record.span import Span

# By hand, letters and digits are one: `BIAS` is B1A5. The A stands for section 1.3(a) of Executive Order 12356.
HAND_DIGIT = r"[0-9IlSsZOo]"
CODE = re.compile(
    rf"""
      (?P<hand>   (?<![\w.]) [B8b] [-/ ]? [1Il|] [-/, ]{{0,2}} A [-]? (?P<hand_reason> (?: 10 | 1O | {HAND_DIGIT} )
                  (?: [,/ ]{{0,2}} A? (?: 10 | [1-9] ) (?!\w) )* ) (?![\w.]) )
    | (?P<foia>   (?<![\w(]) (?: FOIA? \s* )?
                  (?: \( [bB] \) \s? \(? (?P<foia_a> [1-9] ) \)? | [bB] \s? \( (?P<foia_b> [1-9] ) \) )
                  (?: \s? \( (?P<foia_sub> [A-F] ) \) )? )
    | (?P<short>  (?<![\w.]) [bB] -? (?P<short_n> [1-9] ) (?: \s? \(? (?P<short_sub> [A-F] ) \)? )? (?![\w]) )
    | (?P<e12356> (?<![\w.]) (?:Sec\.?\s*)? 1\.3 \s? \(? [aA] \)? \s? \(? (?P<e12356_n> 10 | [1-9] ) \)? )
    | (?P<reason> (?<![\w.]) 1\.(?P<section> [45] ) \s?
                  (?P<letters> (?: \(? [A-Ha-h] \)? (?: \s? (?:,|and|&)? \s? (?= \( | [A-Ha-h]\b ) )? )+ ) (?!\w) )
    | (?P<years>  (?<!\w) (?: 25 | 50 | 75 ) X
                  (?: [1-9] (?: \d | [A-Z] \w{{0,3}} )? (?: -? (?:HUM|human) )? | [A-Z] \w{{0,3}} )?
                  (?: , \s? [1-9] )* (?!\w) )
    | (?P<at25>   (?<![\w.]) 3\.3 \s? \( [bh] \) \s? \( \d \) )
    | (?P<e11652> (?<!\w) (?: XGDS (?: \s?-?\s? [1-4] | \s? \( [1-4] \) )?
                  | 5 \s? \( [Bb] \) \s? \( [1-4] \) ) (?!\w) )
    | (?P<e12065> (?<!\w) (?: RDS \s?-?\s? [1-4]? | 1-301 \s? \( [a-g] \) ) (?!\w) )
    | (?P<pa>     (?<![\w)]) (?: PA \s* )? \( (?P<pa_p> [djk] ) \) \s? \( (?P<pa_n> [1-7] ) \) )
    """,
    re.VERBOSE,
)
HAND_FOLD = str.maketrans("IlSsZOo|", "11552001")
LETTER = re.compile(r"[A-Ha-h]")
GDS_REASON = re.compile(r"(XGDS)-?\(?([1-4])\)?")


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """One code and what it stands for: `B1A5` is FOIA (b)(1) and Executive Order 12356, section 1.3(a)(5).

    `plain` is False for what could be other words, `B1` alone or a hand's `BIAS`: they need a review stamp beside them.
    """

    span: Span
    exemptions: tuple[Exemption, ...]
    plain: bool


def find_exemptions(text: str, *, year: int | None = None) -> Iterator[PrintedCode]:
    """Every code of a line, in order. `year` is that of the review, which tells the edition where the code does not."""
    for m in CODE.finditer(text):
        printed = m.group()
        which = next(k for k in KINDS if m[k] is not None)
        found = tuple(Exemption(*e, printed) for e in _means(which, m, year))
        yield PrintedCode(Span(*m.span()), found, _plain(which, printed))


def reasons_edition(section: str, year: int | None) -> str | None:
    """The order whose reasons a section gives: 1.5 is Executive Order 12958, 1.4 its amendment or its successor."""
    if section == "5":
        return "12958"
    if year is None:
        return None
    return "13526" if year >= 2010 else "13292"


KINDS = ("hand", "foia", "short", "e12356", "reason", "years", "at25", "e11652", "e12065", "pa")
FIXED_EDITION = {"e11652": "11652", "e12065": "12065"}
Means = tuple[str, str | None, str]


def _plain(which: str, printed: str) -> bool:
    if which == "short":
        return False
    return which != "hand" or any(c.isdigit() for c in printed[1:])


def _means(which: str, m: re.Match[str], year: int | None) -> list[Means]:
    if which in FIXED_EDITION:
        code = re.sub(r"\s", "", m.group()).upper()
        return [("EO", FIXED_EDITION[which], GDS_REASON.sub(r"\1-\2", code))]
    match which:
        case "hand":
            numbers = re.findall(r"10|[1-9]", m["hand_reason"].translate(HAND_FOLD))
            found: list[Means] = [("FOIA", None, "(b)(1)"), *(("EO", "12356", f"1.3(a)({n})") for n in numbers)]
        case "foia" | "short":
            number = m["foia_a"] or m["foia_b"] or m["short_n"]
            sub = m["foia_sub"] or m["short_sub"]
            found = [("FOIA", None, f"(b)({number})" + (f"({sub.upper()})" if sub else ""))]
        case "e12356":
            found = [("EO", "12356", f"1.3(a)({m['e12356_n']})")]
        case "reason":
            edition = reasons_edition(m["section"], year)
            found = [("EO", edition, f"1.{m['section']}({c.lower()})") for c in LETTER.findall(m["letters"])]
        case "pa":
            found = [("PA", None, f"({m['pa_p']})({m['pa_n']})")]
        case _:
            edition = None if year is None else "13526" if year >= 2010 else "12958"
            found = [("EO", edition, re.sub(r"\s", "", m.group()))]
    return found
