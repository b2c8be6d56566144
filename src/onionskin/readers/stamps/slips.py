"""Archivists' stamps: DECLASSIFIED / Authority NND 959417 / By MLT NARA Date 6-1-99, on one line or many.

A line belongs to the stamp where its words are the stamp's own parts: heading, authority, order, case, guidelines, the
archivist's initials, his institution, a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.orders import CitedOrder, find_orders
from onionskin.phrases.review_cases import CaseKind, ReviewCase, find_cases
from onionskin.phrases.stamp_days import ANY_DAY, TypedDay, read_day
from onionskin.readers.stamps.agencies import leave
from onionskin.readers.stamps.headed import LESS_THAN_WHOLE, heading, is_in_part
from onionskin.readers.stamps.headed import LONGEST as HEADED
from onionskin.readers.stamps.impression import Entry, Impression
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, DecisionState, StampAuthority, StampDecision, StampKind
from onionskin.text.clean import CleanText, Line, Style

LONGEST = 110
LINES = 8
"""Lines of the longest such stamp."""
LIKE = 0.8
ENTRY_WORDS = 7
"""Words that may follow Authority or By."""

CUE = re.compile(r"(?i)declas|sanitiz|excised|cancel|\bNAR[AS]\b|\bNND\b|authorit")
CUES = ("declas", "sanitiz", "excised", "cancel", "nara", "nars", "nnd", "authorit")
"""One of these, in small letters, stands wherever CUE does; and in every text that has such a stamp."""
CUE_ABOVE = re.compile(r"(?i)declas|authorit|E\.?O\.?\s*1|\bNL[A-Z]\b|NND|guideline|letter|\bMR\b")
ARCHIVIST = re.compile(r"\b(?:B\w|by|8y)\b.{0,40}\bNAR[AS]\b|\bNAR[AS]\b[,.\s]{0,3}(?i:da[tlr]e)")
PROJECT = re.compile(r"(?i)authority\W+NND")
OTHER_LABEL = re.compile(r"(?i)\b(?:by|authority)\b|declas")

JUNK = re.compile(r"[\s.,:;_|*()\-–—/'\"#]+")
WORD = re.compile(r"\S+")
PART = re.compile(
    r"""(?P<part>in\s+part|w(?:ith\b|/)\s*(?:deletions|excisions|portions?\s+(?:exempted|excised))|as\s+sanitized|excised)
      | in\s+full|(?:with)?in\s+(?:its\s+)?entirety""",
    re.VERBOSE | re.IGNORECASE,
)
LABEL = re.compile(
    r"(?P<authority>(?i:authority|auth|per)\b)|(?P<by>By|BY|by|Bv|8y)\b|(?P<date>(?i:date|dated|dale)\b)"
)
TITLE = re.compile(r"(?:Chief|Director|Archivist)\b")
OFFICE = re.compile(
    r"""(?P<archive>N[A4][RP][AS54])\b
      | (?P<library>NL[CEFHJKNRT])\b(?![ -]?\d|-[A-Z])
      | (?P<other>WHS|ISOO|ISCAP|NSC|CIA|GSA|DOE|DOD|OSD|DIA|(?:[A-Z]{1,4}/)?[A-Z]{2,4}/[A-Z]{2,4}
        |(?i:Dep(?:artmen)?t\.?\s+of\s+State))\b""",
    re.VERBOSE,
)
INSTRUMENT = re.compile(r"(?i)(?:letter|ltr|memo|memorandum|guidelines?|instructions?|telegram)\.?")
LINKS = frozenset(
    [
        *("for", "of", "dated", "dtd", "from", "and", "per", "the", "on", "or", "as", "amended", "doc", "no", "re"),
        *("project", "agency", "case", "rac"),
    ]
)
"""Small words between the parts of a stamp."""


@dataclass(slots=True)
class _Slip:
    """What the lines have told so far; `open` is the label whose entry is being read."""

    open: str = ""
    heading: Span | None = None
    in_part: bool = False
    authority: list[str] = field(default_factory=list)
    authority_day: TypedDay | None = None
    by: list[Span] = field(default_factory=list)
    office: str | None = None
    day: TypedDay | None = None
    loose_day: TypedDay | None = None
    date_label: Span | None = None
    orders: list[CitedOrder] = field(default_factory=list)
    cases: list[ReviewCase] = field(default_factory=list)
    guidelines: list[str] = field(default_factory=list)
    agency: str | None = None
    spans: list[Span] = field(default_factory=list)

    def copy(self) -> _Slip:
        """The same again, to read one line more into."""
        out = replace(self, authority=[*self.authority], by=[*self.by], spans=[*self.spans])
        return replace(out, orders=[*self.orders], cases=[*self.cases], guidelines=[*self.guidelines])

    @property
    def complete(self) -> bool:
        """Whether it is signed and dated."""
        return self.day is not None and bool(self.by or self.office)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one line of the text `whole`; `base` is where it begins, citations stand by their place on it."""

    text: str
    base: int
    whole: str
    orders: dict[int, CitedOrder]
    cases: dict[int, ReviewCase]

    def span(self, start: int, end: int) -> Span:
        """A place on the line as a clean span."""
        return Span(self.base + start, self.base + end)


def read_slips(text: CleanText, lines: Sequence[Line]) -> list[Impression]:
    """Every archivist's stamp among the lines (blank and claimed ones left out), in order."""
    out: list[Impression] = []
    done = -1
    cued = text.lines_holding(*CUES)
    for at, line in enumerate(lines):
        if (
            at <= done
            or line.index not in cued
            or len(line.text) > LONGEST
            or not CUE.search(line.text)
            or not _anchors(line.text)
        ):
            continue
        first = _first_line(text, lines, at, done)
        slip, last = _gather(text, lines, first)
        if last >= at and _stands(slip, lines[first]):
            out.append(_impression(text, slip))
            done = last
    return out


def _anchors(words: str) -> bool:
    return heading(words) is not None or bool(ARCHIVIST.search(words) or PROJECT.search(words))


def _first_line(text: CleanText, lines: Sequence[Line], at: int, done: int) -> int:
    """The line the stamp begins on, where the archivist's line is what gave it away."""
    first = at
    while first - 1 > done and at - first < LINES // 2 and heading(lines[first].text) is None:
        line = lines[first - 1]
        above = CUE_ABOVE.search(line.text) or heading(line.text)
        if len(line.text) > LONGEST or not above or _with_line(_Slip(), line, text.text) is None:
            break
        first -= 1
    return first


def _gather(text: CleanText, lines: Sequence[Line], first: int) -> tuple[_Slip, int]:
    """The slip that begins on the line `first`, and its last line."""
    slip, last = _Slip(), first - 1
    for at in range(first, min(len(lines), first + LINES)):
        line = lines[at]
        again = heading(line.text) is not None and (slip.heading is not None or _begins(lines, at))
        if len(line.text) > LONGEST or (at > first and (again or text.has(Style.STRUCK, line.ink))):
            break
        if slip.complete and not CUE_ABOVE.search(line.text):
            break
        if at > first and _parted(slip, lines, first, at):
            break
        more = _with_line(slip, line, text.text)
        if more is None:
            break
        slip, last = more, at
    return slip, last


def _parted(slip: _Slip, lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a blank line ends the stamp: what was open is entered, and the line below has nothing of a stamp's own.

    A stamp that is typed double-spaced, all of it, may have a day below its order.
    """
    apart = [lines[n].index - lines[n - 1].index > 1 for n in range(first + 1, at + 1)]
    if not apart[-1]:
        return False
    spaced = len(apart) > 1 and all(apart)
    filled = {
        "authority": bool(slip.authority or slip.cases),
        "by": bool(slip.by),
        "guidelines": True,
        "order": not spaced,
        "office": not spaced,
        "case": not spaced,
    }
    return filled.get(slip.open, False) and not _has_own(lines[at].text)


def _has_own(words: str) -> bool:
    """Whether a line has a label, a case, an order, an agency's leave or an institution of the stamps."""
    stripped = words.strip()
    if LABEL.match(stripped) or OFFICE.match(stripped) or CUE_ABOVE.search(stripped) or leave().match(stripped):
        return True
    return any(True for _ in find_orders(stripped)) or any(True for _ in find_cases(stripped))


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading has its stamp below it: a transcriber may also have put it last."""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return CUE_ABOVE.search(below) is not None or ARCHIVIST.search(below) is not None


def _with_line(slip: _Slip, line: Line, whole: str) -> _Slip | None:
    """The slip with one line more; None where most of the line's words are no part of such a stamp."""
    out = slip.copy()
    text = line.text
    orders = {o.span.start: o for o in find_orders(text)}
    words = _Words(text, line.span.start, whole, orders, {c.span.start: c for c in find_cases(text)})
    if ARCHIVIST.search(text) and not OTHER_LABEL.search(text):
        out.open = "by"  # "NLT-HC, NARS Date 1-28-76"
    at, read, unread = 0, 0, 0
    while at < len(text):
        junk = JUNK.match(text, at)
        if junk:
            at = junk.end()
            continue
        end = next((end for part in PARTS if (end := part(out, words, at))), 0)
        if not end:
            word = WORD.match(text, at)
            end = word.end() if word else at + 1
            if not _entered(out, words, at, end):
                unread += end - at
                read -= end - at
        read += end - at
        at = end
    if read <= 0 or unread * 3 > read:
        return None
    out.spans.append(line.ink)
    return out


def _cited(slip: _Slip, words: _Words, at: int) -> int:
    if order := words.orders.get(at):
        slip.orders.append(order)
        slip.open = "order"
        return order.span.end
    if case := words.cases.get(at):
        number = case.number.shifted(words.base)
        slip.cases.append(ReviewCase(case.span.shifted(words.base), number, case.value, case.kind))
        slip.open = slip.open or "case"
        return case.span.end
    return 0


def _headed(slip: _Slip, words: _Words, at: int) -> int:
    if slip.heading is None and not words.text[:at].strip() and (m := heading(words.text[at : at + HEADED])):
        slip.heading = words.span(at, at + m.end())
        slip.in_part = is_in_part(words.text[at:])
        return at + m.end()
    if slip.heading and (m := PART.match(words.text, at)):
        slip.in_part = slip.in_part or m["part"] is not None
        return m.end()
    return 0


def _guided(slip: _Slip, words: _Words, at: int) -> int:
    m = leave().match(words.text, at)
    if m is None:
        return 0
    slip.guidelines.append(" ".join(m.group().split()))
    slip.agency = slip.agency or " ".join(m["agency"].split())
    slip.open = "guidelines"
    return m.end()


def _dated(slip: _Slip, words: _Words, at: int) -> int:
    """Whose day it is depends on what stands before it; a bare one after nothing is the paper's own."""
    m = ANY_DAY.match(words.text, at)
    day = read_day(m.group(), words.base + at) if m else None
    if m is None or day is None:
        return 0
    if slip.open in ("authority", "guidelines") and slip.authority_day is None:
        slip.authority_day = day
    elif slip.open == "guidelines" and words.text[:at].strip():
        slip.guidelines[-1] += f" {' '.join(m.group().split())}"
    elif slip.open == "authority" and slip.authority and words.text[:at].strip():
        slip.authority.append(" ".join(m.group().split()))
    elif slip.open in ("by", "date", "office") and slip.day is None:
        slip.day = day
    elif slip.open in ("order", "case") and slip.loose_day is None:
        slip.loose_day = day
    else:
        return 0
    return m.end()


def _labelled(slip: _Slip, words: _Words, at: int) -> int:
    if m := LABEL.match(words.text, at):
        slip.open = m.lastgroup or ""
        if slip.open == "by" and slip.by:
            # "By Deputy Archivist of the U.S. / By W. J. Stewart": on whose authority, by whom
            slip.authority += [span.of(words.whole) for span in slip.by]
            slip.by.clear()
        if slip.open == "date":
            slip.date_label = words.span(at, m.end())
        return m.end()
    word = WORD.match(words.text, at)
    if word and likeness(folded(word.group()), "AUTHORITY") >= LIKE:
        slip.open = "authority"
        return word.end()
    if slip.open != "by" and TITLE.match(words.text, at):
        slip.open = "by"  # "Chief, Records & Declass Div, WHS": the title itself is the entry's first word
    return 0


def _stationed(slip: _Slip, words: _Words, at: int) -> int:
    m = OFFICE.match(words.text, at)
    if m is None:
        return 0
    if slip.open == "authority" and m["other"] and not slip.by:
        slip.authority.append(m.group())
        return m.end()
    if m["library"] and not slip.by:
        return 0
    archive = ("NARS" if m["archive"][-1] in "S5" else "NARA") if m["archive"] else None
    slip.office = slip.office or archive or m["library"] or " ".join(m["other"].split())
    slip.open = "office"
    return m.end()


Part = Callable[[_Slip, _Words, int], int]
PARTS: tuple[Part, ...] = (_cited, _headed, _guided, _dated, _labelled, _stationed)
"""Each reads the part of a stamp at a place into the slip and gives its end, 0 where none of its kind begins there."""


def _entered(slip: _Slip, words: _Words, start: int, end: int) -> bool:
    """Whether the word belongs to the entry that is being read; it is then kept with it."""
    word = words.text[start:end].strip(".,:;_()")
    if slip.open == "authority" and len(slip.authority) < ENTRY_WORDS:
        slip.authority += [word] if word else []
        return True
    if slip.open == "by" and len(slip.by) < ENTRY_WORDS:
        slip.by.append(words.span(start, end))
        return True
    return word.lower() in LINKS


def _stands(slip: _Slip, first: Line) -> bool:
    """Whether enough was read for a stamp: a heading in capitals will do, a heading in small letters needs company."""
    company = bool(slip.orders or slip.cases or slip.guidelines or slip.authority or slip.by)
    if slip.heading and not (slip.in_part and folded(first.text) in LESS_THAN_WHOLE):
        return company or first.text.strip(" .*").split()[0].isupper()
    if slip.heading:
        return company
    return company and (slip.office is not None or any(c.kind is CaseKind.PROJECT for c in slip.cases))


def _impression(text: CleanText, slip: _Slip) -> Impression:
    verb = "declassify-in-part" if slip.in_part else "declassify"
    struck = slip.heading is not None and text.has(Style.STRUCK, slip.heading)
    state = DecisionState.CANCELLED if struck else DecisionState.STANDING
    cases = [c for c in slip.cases if c.kind is not CaseKind.PROJECT]
    archives = [slip.office] if slip.office in ("NARS", "NARA") else []
    return Impression(
        form="DECLASSIFIED IN PART" if slip.in_part else "DECLASSIFIED",
        kind=StampKind.DECLASSIFICATION,
        spans=tuple(slip.spans),
        office=slip.office,
        authority=_authority(text, slip),
        executed_by=_executed_by(text, slip.by),
        day=slip.day or slip.loose_day,
        day_label=slip.date_label,
        decisions=(StampDecision(Axis.CLASSIFICATION, verb, checked=True, state=state),),
        case=cases[0].value if cases else None,
        signs=(*(f"EO {o.number}" for o in slip.orders), *archives),
        entries=tuple(Entry("case_number", c.value, c.number) for c in cases),
    )


def _executed_by(text: CleanText, by: Sequence[Span]) -> str | None:
    if not by:
        return None
    return " ".join(text.text[by[0].start : by[-1].end].split()).strip(",;:_ ") or None


def _authority(text: CleanText, slip: _Slip) -> StampAuthority | None:
    """`State for 6/14/97` is an agency and its letter's date; an order, a project or a case is the instrument."""
    agency: list[str] = []
    for word in slip.authority:
        if word.lower() in LINKS or INSTRUMENT.fullmatch(word) or not word[0].isupper():
            break
        agency.append(word)
    named = any(INSTRUMENT.fullmatch(w) or (not agency and w.lower() not in LINKS) for w in slip.authority)
    letters = [" ".join(slip.authority)] if named else []
    cited = [o.instrument for o in slip.orders] + [c.value for c in slip.cases] + slip.guidelines + letters
    date = _printed(text, slip.authority_day)
    authority = StampAuthority(" ".join(agency) or slip.agency, "; ".join(cited) or None, date)
    return authority if authority != StampAuthority() else None


def _printed(text: CleanText, day: TypedDay | None) -> str | None:
    if day is None:
        return None
    known = day.in_year(day.year) if day.century else None
    return known.edtf if known else day.span.of(text.text)
