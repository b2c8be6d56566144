"""Stamps and release headers of fixed wording, from the patterns of the lexicon; and damaged ones, by likeness.

A header that a machine printed on every page is garbled differently on each (`Approved For Releasea05/11/28`): where
the pattern fails, the line's likeness to the header's opening words decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from onionskin.lexicon import Entry as LexiconEntry
from onionskin.lexicon import entries
from onionskin.phrases.exemptions import find_exemptions
from onionskin.phrases.likeness import folded, likeness
from onionskin.phrases.markings import read_markings
from onionskin.phrases.names import read_persons
from onionskin.phrases.orders import find_orders
from onionskin.phrases.stamp_days import DAY, MONTH_YEAR, TypedDay, find_day, read_day
from onionskin.readers.stamps.agencies import DEPARTMENT, agency_wording
from onionskin.readers.stamps.impression import Entry, Impression, Verbs, verbs_of
from onionskin.record.marks import Exemption
from onionskin.record.span import Span
from onionskin.record.stamps import Axis, DecisionState, StampAuthority, StampDecision, StampKind
from onionskin.text.clean import CleanText, Line, Style

LIKE = 80
LONGEST = 160
LIKE_FIRST = 0.7
DAMAGED = ("release", "eleas", "classif", "systemat", "rdp", "sanitiz")
"""Parts of words, one of which even a spoilt header keeps."""
SHORTEST_WORD = 6
SHORT_DAY = re.compile(r"(?<!\d)(\d\d)/(\d\d)/(\d\d)(?!\d)(?=\W*(?:C[I1l]A|$))")
DOCUMENT = re.compile(r"\b(?:C[I1l]A-?RD[PF]|LOC-HAK-|NLF-|NLC-)[A-Z0-9-]{4,}")
AROUND = " \t.,:;*|_-–—'\"()"
NEVER = r"Imp(?:ossible|\.)?\s+to\s+det(?:ermine|\.)?|Indefinite"
"""What was written for the day of declassification of a paper that had none: `Imp. to Det.`"""


@dataclass(frozen=True, slots=True)
class FixedStamp:
    """One entry of the lexicon's stamp_lines.

    `wording` is a regular expression in which `<day>` stands for a date, `<month>` for a month with its year, `<never>`
    for a day that could not be told and `<an agency>` for one that reviews.
    """

    name: str
    wording: str
    cue: str
    kind: StampKind
    decides: Verbs
    partly: Verbs
    office: str | None
    agency: str | None
    opening: str | None
    signs: tuple[str, ...]
    schedule: bool
    before_boxes: bool
    beside_level: bool
    order_line: str | None

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it, made when its cue was seen for the first time: there are many stamps, and few on any paper."""
        return _pattern(self.wording)


@cache
def _pattern(wording: str) -> re.Pattern[str]:
    for place, words in (("<day>", DAY), ("<month>", MONTH_YEAR), ("<never>", NEVER), ("<an agency>", _agency())):
        wording = wording.replace(place, words)
    return re.compile(wording, re.IGNORECASE)


@cache
def _agency() -> str:
    """One agency, by two names where it has two: `Defense (OSD)`."""
    return rf"{agency_wording()}{DEPARTMENT}(?:\s*\({agency_wording()}\))?"


@cache
def fixed_stamps() -> tuple[FixedStamp, ...]:
    """Every stamp of fixed wording, the longer wordings before those they contain."""
    return tuple(_fixed_stamp(e) for e in entries("stamp_lines"))


@cache
def _of_turn(*, before_boxes: bool) -> tuple[FixedStamp, ...]:
    """Those that are looked for before boxed stamps are, or after."""
    return tuple(stamp for stamp in fixed_stamps() if stamp.before_boxes is before_boxes)


def _fixed_stamp(entry: LexiconEntry) -> FixedStamp:
    opening = entry.text("opening")
    return FixedStamp(
        entry.name,
        entry.text("pattern") or "",
        entry.text("cue") or "",
        StampKind(entry.text("kind") or "other"),
        verbs_of(entry.list("decides")),
        verbs_of(entry.list("partly")),
        entry.text("office"),
        entry.text("agency"),
        folded(opening) if opening else None,
        entry.list("signs"),
        entry.holds("schedule"),
        entry.holds("before_boxes"),
        entry.holds("beside_level"),
        entry.text("order_line"),
    )


def read_fixed(text: CleanText, lowered: str, free: Sequence[Line], *, before_boxes: bool = False) -> list[Impression]:
    """Every stamp of fixed wording. `lowered` is the text in small letters with single spaces between its words,
    `free` the lines that nobody claims yet.

    `before_boxes` asks for those alone whose words look like the labels of a boxed stamp.
    """
    stamps = [stamp for stamp in _of_turn(before_boxes=before_boxes) if stamp.cue in lowered]
    starts = {line.span.start: line for line in free} if stamps else {}
    found: list[Impression] = []
    held: list[Span] = []
    for stamp in stamps:
        for m in stamp.pattern.finditer(text.text):
            span = Span(*m.span())
            taken = any(span.overlaps(h) for h in held)
            if not taken and _alone(text.text, span, starts, stamp):
                held.append(span)
                found.append(_impression(text, stamp, m))
    if not before_boxes and any(part in lowered for part in DAMAGED):
        for line in free:
            if _may_be_damaged(line.text) and not any(line.span.overlaps(h) for h in held):
                found.extend(_damaged(text, line))
    return sorted(found, key=lambda i: i.start)


def _alone(text: str, span: Span, starts: dict[int, Line], stamp: FixedStamp) -> bool:
    """Whether the words stand by themselves: on a free line, from its beginning or a wide gap to its end or a gap.

    A level may stand before some of them: `SECRET/NODIS/XGDS`.
    """
    first = text.rfind("\n", 0, span.start) + 1
    first = max(first, text.rfind("\f", 0, span.start) + 1)
    if first not in starts:
        return False
    lead = text[first : span.start]
    end = text.find("\n", span.end)
    rest = text[span.end : end if end >= 0 else len(text)].split("\f", maxsplit=1)[0]
    led = not lead.strip(AROUND) or lead.endswith("  ") or (stamp.beside_level and bool(read_markings(lead)))
    ended = not rest.strip(AROUND) or rest.startswith("  ")
    return led and (ended or (stamp.opening is not None and len(rest) < LONGEST // 2))


def _impression(text: CleanText, stamp: FixedStamp, m: re.Match[str]) -> Impression:
    groups = {name: i for name, i in m.groupdict().items() if i is not None}
    day = read_day(groups["date"], m.start("date")) if "date" in groups else None
    orders = list(find_orders(m.group()))
    who = " ".join(groups["who"].split()) if "who" in groups else None
    agency = groups.get("agency") or stamp.agency
    directive = [" ".join(groups["directive"].upper().split())] if "directive" in groups else []
    instrument = "; ".join((*(o.instrument for o in orders), *directive)) or None
    span = Span(*m.span())
    return Impression(
        form=stamp.name,
        kind=stamp.kind,
        spans=tuple(_printed_lines(text.text, span)),
        office=" ".join(groups["office"].split()) if "office" in groups else stamp.office,
        authority=StampAuthority(agency, instrument) if agency or instrument else None,
        executed_by=who if stamp.kind is not StampKind.REVIEW else None,
        reviewer=who if stamp.kind is StampKind.REVIEW else None,
        day=day,
        decisions=_decisions(text, stamp, groups, span),
        exemptions=_codes(groups.get("codes", ""), day),
        instruction=" ".join(m.group().split()) if stamp.kind is StampKind.DOWNGRADING else None,
        case=groups.get("case"),
        signs=(*stamp.signs, *(f"EO {o.number}" for o in orders)),
        entries=(*_entries(m, groups), *_classified(stamp, m, groups)),
        schedule=stamp.schedule,
    )


def _printed_lines(text: str, span: Span) -> Iterator[Span]:
    """The span line by line, without the white space between."""
    for m in re.finditer(r"[^\n\f]+", span.of(text)):
        words = m.group()
        left = len(words) - len(words.lstrip())
        if words.strip():
            yield Span(span.start + m.start() + left, span.start + m.start() + len(words.rstrip()))


def _decisions(text: CleanText, stamp: FixedStamp, groups: dict[str, str], span: Span) -> tuple[StampDecision, ...]:
    verbs = stamp.partly if "part" in groups and stamp.partly else stamp.decides
    state = DecisionState.CANCELLED if text.has(Style.STRUCK, span) else DecisionState.STANDING
    level = " ".join(groups["level"].upper().split()) if "level" in groups else None
    until = groups.get("until")
    return tuple(
        StampDecision(axis, verb, checked=True, to_level=level, until=until, state=state)
        if axis is Axis.CLASSIFICATION
        else StampDecision(axis, verb, checked=True, state=state)
        for axis, verb in verbs
    )


def _codes(printed: str, day: TypedDay | None) -> tuple[Exemption, ...]:
    year = day.year if day and day.century else None
    return tuple(dict.fromkeys(e for code in find_exemptions(printed, year=year) for e in code.exemptions))


def _entries(m: re.Match[str], groups: dict[str, str]) -> Iterator[Entry]:
    if "case" in groups:
        yield Entry("case_number", groups["case"], Span(*m.span("case")))
    for name in ("document", "document2"):
        if name in groups:
            yield Entry("document_number", groups[name].replace(" ", ""), Span(*m.span(name)))


def _classified(stamp: FixedStamp, m: re.Match[str], groups: dict[str, str]) -> Iterator[Entry]:
    """What a stamp of 1972 to 1978 says as a telegram says it on its line E.O., and who classified the paper."""
    if stamp.order_line is None:
        return
    category = re.search(r"(\d)\)?\s*$", groups.get("codes", ""))
    yield Entry("executive_order", stamp.order_line + (f"-{category[1]}" if category else ""), Span(*m.span()))
    for person in read_persons(groups.get("who", ""))[:1]:
        yield Entry("classified_by", person.value, person.span.shifted(m.start("who")))


def _may_be_damaged(words: str) -> bool:
    """Whether the line holds a header's number, or begins like one of the openings."""
    if len(words) > LONGEST:
        return False
    first = words.split(maxsplit=1)[0]
    if not first[0].isupper() or len(first) < SHORTEST_WORD:
        return "RD" in words and DOCUMENT.search(words) is not None
    return _begins_alike(first)


@lru_cache(maxsize=2048)
def _begins_alike(word: str) -> bool:
    """Whether a word is like the first of an opening. Lines begin with the same words again and again."""
    key = folded(word)
    return any(likeness(key, known) >= LIKE_FIRST for known in _first_words())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(s.opening.split()[0] for s in fixed_stamps() if s.opening)


def _damaged(text: CleanText, line: Line) -> Iterator[Impression]:
    """A header that OCR spoilt: known by its opening words, its day and number taken as far as they can be read."""
    key = folded(line.text)
    likest = max((s for s in fixed_stamps() if s.opening), key=lambda s: fuzz.partial_ratio(s.opening or "", key))
    opening = likest.opening or ""
    # The opening must make up the line but for a day and a number: prose that has the words has others besides.
    document = DOCUMENT.search(line.text)
    day = _machine_day(line) or find_day(text.text, line.span.start, line.span.end)
    rest = len(key) - len(opening) - (len(document.group()) if document else 0) - (len(day.span) if day else 0)
    if fuzz.partial_ratio(opening, key) < LIKE or len(key) < len(opening) * 0.8 or rest > 20:
        return
    number = Span(line.span.start + document.start(), line.span.start + document.end()) if document else None
    yield Impression(
        form=likest.name,
        kind=likest.kind,
        spans=(line.ink,),
        office=likest.office,
        authority=StampAuthority(likest.agency) if likest.agency else None,
        day=day,
        decisions=_decisions(text, likest, {}, line.ink),
        signs=likest.signs,
        entries=(Entry("document_number", number.of(text.text), number),) if number else (),
        doubt="the wording is damaged; the stamp is known by its likeness",
    )


def _machine_day(line: Line) -> TypedDay | None:
    """The agency's machine prints year, month, day; where the century is spoilt the rest still stands in that order."""
    m = SHORT_DAY.search(line.text)
    if m is None:
        return None
    year, month, day = (int(part) for part in m.groups())
    span = Span(line.span.start + m.start(), line.span.start + m.end())
    return TypedDay(span, year, month, day, century=False)
