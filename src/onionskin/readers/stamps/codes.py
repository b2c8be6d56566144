"""Marks that reviewers leave by themselves: exemption codes in the margin, numbers of cases and of their exhibits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onionskin.phrases.exemptions import PrintedCode, find_exemptions
from onionskin.phrases.review_cases import CaseKind, find_cases
from onionskin.readers.stamps.impression import Entry, Impression
from onionskin.record.fields import NumberKind, OtherNumber
from onionskin.record.span import Span
from onionskin.record.stamps import StampKind
from onionskin.text.clean import Line

LONGEST = 60
CUE = re.compile(
    r"""[Bb0-9GR(]
        (?: (?<=[Bb8]) [-/ )]* \(? [1-9Il] | (?<=1)(?<!\w1) \. [345]\b | (?<=\d) 5X | (?<=5) 0X | (?<=[GR]) DS
          | (?<=[(]) [djk]\) )""",
    re.VERBOSE,
)
BESIDE = re.compile(
    r"""FOIA? | PA | exemptions? | E\.?\s?O\.?\s*1\d{4} | sec(?:tion|\.)? | CIA(?:\s+PERS/ORG)? | PERS/ORG | FS\s+ACT
      | INA(?:\s+222)? | ARMSEXP | STAT(?:INTL)? | and | or""",
    re.VERBOSE | re.IGNORECASE,
)
GARBLED = re.compile(r"[A-Z][A-Z0-9]{2,4}")
"""A code that hand and OCR spoilt, beside one that can be read: `(b)(1) XAX9`."""
OWN_ORDER = re.compile(r"\s*E\.?\s?[O0]\.?\s*(?:11652|12065)\s*[:.,]")
"""The line of a telegram's heading on which its writer classified it: `E.O. 11652: XGDS-1` is no review."""
BLACK = "█"
"""The code beside what was blacked out says why it was: it is the excision's."""
HAND_CODE = r"\b[B8][1Il|]A[0-9IlSsZO]{1,2}\b"
HAND_CUE = re.compile(HAND_CODE)
HAND = re.compile(rf"[^\w\n]*{HAND_CODE}[^\w\n]*")
"""Four or five capitals: a hand's B1A5 comes out as a word."""
CASE_CUE = re.compile(
    r"""[CNMc] (?<!\w[CNMc])
        (?: (?<=C) (?: \.? \s? A\b | ASE\b | ivil\ Action ) | (?<=[Cc]) ase\b | (?<=N) (?: L[A-Z] | ND )
          | (?<=M) D?R\b )""",
    re.VERBOSE,
)
DAY_BELOW = re.compile(r"\W*\d{1,2}\s?[/-]\s?\d{1,2}\W*")
EXHIBIT = re.compile(
    r"\W*(?:ATTACHMENT|EXHIBIT|DOCUMENT|DOC)\.?\s+(?:NO\.?\s*)?(?P<number>\d{1,5}(?:\s?-\s?[A-Z])?)\W*", re.IGNORECASE
)


def may_hold_code(words: str) -> bool:
    """A cheap look for anything that could be a code."""
    return CUE.search(words) is not None or HAND_CUE.search(words) is not None


def may_hold_case(words: str) -> bool:
    """A cheap look for anything that could be a case number."""
    return CASE_CUE.search(words) is not None


def read_codes(lines: Sequence[Line], *, company: bool) -> list[Impression]:
    """Every exemption code that stands by itself among the lines (blank and claimed ones left out).

    `company` says that the text bears a review stamp: only then is a bare `B1`, or a hand's `BIAS`, a code.
    """
    rows = [(at, line, codes) for at, line in enumerate(lines) if (codes := _codes(line))]
    company = company or any(c.plain for _, _, codes in rows for c in codes)
    out = []
    for at, line, codes in rows:
        if not company and not any(c.plain for c in codes):
            continue
        below = lines[at + 1] if at + 1 < len(lines) else None
        spans = [line.ink]
        if below and below.page == line.page and DAY_BELOW.fullmatch(below.text):
            spans.append(below.ink)
        exemptions = tuple(dict.fromkeys(e for c in codes for e in c.exemptions))
        spoilt = GARBLED.search(_rest(line, codes))
        out.append(
            Impression(
                form="EXEMPTION CODE",
                kind=StampKind.REVIEW,
                spans=tuple(spans),
                exemptions=exemptions,
                signs=tuple(dict.fromkeys(_sign(e.scheme, e.code) for e in exemptions)),
                doubt=f"{spoilt.group()!r} beside it is a further code that cannot be read" if spoilt else None,
            )
        )
    return out


def _sign(scheme: str, code: str) -> str:
    if scheme != "EO":
        return scheme
    return "25X" if "X" in code else "1.3(A)" if code.startswith("1.3") else code[:3]


def _codes(line: Line) -> tuple[PrintedCode, ...]:
    if len(line.text) > LONGEST or not CUE.search(line.text):
        hand = "A" in line.text and HAND.fullmatch(line.text)
        return tuple(find_exemptions(line.text.strip())) if hand else ()
    if OWN_ORDER.match(line.text) or BLACK in line.text:
        return ()
    codes = tuple(find_exemptions(line.text))
    rest = GARBLED.sub("", _rest(line, codes), count=1) if any(c.plain for c in codes) else _rest(line, codes)
    return () if any(c.isalnum() for c in rest) else codes


def _rest(line: Line, codes: Sequence[PrintedCode]) -> str:
    rest, at = "", 0
    for code in codes:
        rest += line.text[at : code.span.start] + " "
        at = code.span.end
    return BESIDE.sub(" ", rest + line.text[at:])


def read_case_numbers(lines: Sequence[Line]) -> tuple[list[Entry], list[Span]]:
    """The case numbers that stand by themselves, the exhibit's number beside a court's, and the lines they make up."""
    entries: list[Entry] = []
    spans: list[Span] = []
    for at, line in enumerate(lines):
        if len(line.text) > LONGEST or not CASE_CUE.search(line.text):
            continue
        cases = list(find_cases(line.text))
        covered = sum(len(c.span) for c in cases)
        if not cases or covered * 3 < len(line.text.strip()) * 2:
            continue
        base = line.span.start
        entries += [Entry("case_number", c.value, c.number.shifted(base)) for c in cases]
        spans.append(line.ink)
        if any(c.kind is CaseKind.COURT for c in cases):
            for near in lines[max(0, at - 2) : at + 3]:
                m = EXHIBIT.fullmatch(near.text)
                if m:
                    number = Span(near.span.start + m.start("number"), near.span.start + m.end("number"))
                    value = re.sub(r"\s", "", m["number"]).upper()
                    entries.append(Entry("other_numbers", OtherNumber(value, NumberKind.CASE_INDEX), number))
                    spans.append(near.ink)
    return entries, spans
