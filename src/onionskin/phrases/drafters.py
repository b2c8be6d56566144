"""Marks that say who drafted and typed: `GBall/ck`, `EUR:WRTyler`, `ARA/CCA:RAKessler:abc 11/17/62`, `IO:HC:TL`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from onionskin import lexicon
from onionskin.phrases.casing import natural
from onionskin.phrases.dates import read_date
from onionskin.phrases.found import Found
from onionskin.phrases.offices import is_symbol, known_symbol, office_mended
from onionskin.phrases.word_classes import word_class
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named, NamedKind
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

SYMBOL = r"[A-Z]{1,5}(?:/[A-Z]{1,4})*(?:-[A-Z]{1,3})?"
DEPARTMENT = r"(?:State|Defense|Treasury|Commerce|Agriculture|Labor|Interior)"
"""`LBJ:State:HHS:tmt`: of what the White House sent, the Department that drafted it."""
TORN = r"(?:\ [a-z]{2,9}(?=:[a-z]{2,3}\b))?"
"""The end of a surname that a blank fell into: `ARA:LACa rrick:mt`."""
PERSON = (
    r"(?:[A-Z]\.?\s?){0,3}(?:(?:Mc|Mac|O['’]|De|Van|Von|du|de)?[A-Z][a-zé1]+(?:-[A-Z][a-z]+)?"
    rf"{TORN})|[A-Z]{{2,14}}"
)
TYPIST = r"[a-z]{2,4}|[A-Z]{2,3}|[a-z](?=\s\d)"
MISREAD_MARK = re.compile(r"(?<=[A-Z])(?P<colon>;)(?=[A-Z])|(?<=[A-Z:])(?P<o>0)(?=[a-z])")
"""A colon read as a semicolon, a capital O as a nought: `P;RSwing:ash`, `INR:G0rmley:dp`."""
MARK = re.compile(
    rf"""(?: drafted\s+by | drafter | drafted | office\s+and\s+officer )? [:\s]*
    (?P<mark>
        (?P<offices> (?: (?: {SYMBOL} | {DEPARTMENT} ) \s? [:–—-] \s? ){{1,3}} )
        (?P<person> (?!(?:Mr|Mrs|Ms|Miss|Dr|Amb|Messrs|Gen|Sir)\b) {PERSON} )
        (?: \s? (?:[:/;]|\s-\s) \s? (?P<typist> {TYPIST} ) )?
      | (?P<alone> (?:[A-Z]\.?\s?){{0,3}}(?:Mc|Mac|O['’]|De|Van|Von)?[A-Z][a-zé1]+ | [A-Z]{{2,12}} )
        \s? [/:] \s? (?P<typist_alone> [a-z]{{2,4}} )
    )
    (?![A-Za-z])""",
    re.VERBOSE,
)
RUN_TOGETHER = re.compile(r"(?P<mark>[A-Z]{1,3}(?:Mc|Mac|O['’]|De|Van|Von)?[A-Z][a-zé1]{2,})(?=[ \t]{1,3}\d{1,2}[/-])")
"""`HCleveland 11/17/62`: initials and surname in one word, with the day in figures beside them."""
SPELLED = re.compile(
    r"""\s* (?P<mark> (?P<office> [A-Z]{2,5} (?:/[A-Z&]{1,6}){1,3} ) /
        (?P<given> [A-Z][a-z]+ (?:\ [A-Z]\.)? | (?:[A-Z]\.\ ?){1,2} ) \ (?P<surname> [A-Z][A-Za-z'’-]+ ) )
        \s* \( (?P<day> [^()]{6,20} ) \) [\s.]*""",
    re.VERBOSE,
)
"""`DDO/CI/Joan Norwell (21 May 1982)`: the drafter's whole name behind his offices, and the day in brackets."""
MORE_OF_A_NAME = re.compile(r"\.?[ \t]+[A-Z][A-Za-z.]")
LABEL = re.compile(r"(?i)\s*(?:drafted\s+by|drafter|drafted|office\s+and\s+officer|drafting\s+officer)\b[:\s]*")
MARKS_REMEMBERED = 512
VOWELS = "AEIOUY"
INITIALS_FORM = 2
"""In `IO:HC:TL` two parts stand before the last: office and drafter, all three in capitals."""


@dataclass(frozen=True, slots=True)
class Drafter:
    """Who drafted, in which office, who typed, and when.

    `person` has neither surname nor title where only initials stand ("HC").
    """

    person: Named
    office: str | None = None
    typist: str | None = None
    date: PartialDate | None = None


@lru_cache(maxsize=MARKS_REMEMBERED)
def read_drafter(text: str) -> Found[Drafter] | None:
    """The drafter's mark on a line or below its label, with the date that follows it; None where none stands."""
    if spelled := _spelled(text):
        return spelled
    mark = read_compact(text, whole=False)
    if mark is None:
        return None
    rest = text[mark.span.end :]
    date = read_date(rest[:40])
    if date is None or not isinstance(date.value, PartialDate) or rest[: date.span.start].strip(" \n\t,;:-–()"):
        return mark
    end = mark.span.end + date.span.end
    said = "; ".join(r for r in (mark.reason, date.reason) if r)
    value = replace(mark.value, date=date.value)
    return Found(Span(mark.span.start, end), value, text[mark.span.start : end], mark.confidence, mark.state, said)


def _spelled(text: str) -> Found[Drafter] | None:
    m = SPELLED.fullmatch(text)
    date = read_date(m["day"]) if m else None
    if m is None or date is None or not isinstance(date.value, PartialDate):
        return None
    given, surname, office = m["given"].strip(), m["surname"], m["office"]
    printed = text[m.start("given") : m.end("surname")]
    person = Named(f"{given} {surname}", NamedKind.PERSON, printed, office=office, surname=surname, given=given)
    span = Span(m.start("mark"), m.end("day"))
    return Found(span, Drafter(person, office, None, date.value), span.of(text), 0.95)


def read_compact(text: str, *, whole: bool = True) -> Found[Drafter] | None:
    """A drafter's mark without its date; with `whole` nothing else but a label and a date may stand in the text."""
    label = LABEL.match(text)
    at = label.end() if label else len(text) - len(text.lstrip(" \n\t*_~[("))
    printed, text = text, text[:at] + office_mended(MISREAD_MARK.sub(_as_typed, text[at:]))
    m = MARK.match(text, at)
    if m is None:
        run = RUN_TOGETHER.match(text, at)
        return _mark(text, run, run["mark"], None, None) if run else None
    found = _read_mark(text, m, whole=whole)
    return found if found is None or text == printed else _as_it_stands(found, printed)


def _as_typed(m: re.Match[str]) -> str:
    return ":" if m["colon"] else "O"


def _as_it_stands(found: Found[Drafter], printed: str) -> Found[Drafter]:
    """A mark whose office was misread, in the words of the paper."""
    words = found.span.of(printed)
    reason = "; ".join(r for r in (f"{words!r} read as {found.text!r}", found.reason) if r)
    return Found(found.span, found.value, words, min(found.confidence, 0.7), ReadingState.DOUBTFUL, reason)


def _read_mark(text: str, m: re.Match[str], *, whole: bool) -> Found[Drafter] | None:
    if whole and (tail := text[m.end() :].strip(" *_~.,)]")) and read_date(tail) is None:
        return None
    return _from_offices(text, m) if m["offices"] else _from_name(text, m)


def _from_offices(text: str, m: re.Match[str]) -> Found[Drafter] | None:
    symbols = [s.strip() for s in re.split(r"\s?[:–—]\s?|\s-\s?|-(?=$)", m["offices"]) if s.strip(" :-–—")]
    person, typist = m["person"].strip(), m["typist"]
    if typist is None and MORE_OF_A_NAME.match(text, m.end()):
        return None  # U - George W. Ball
    initials = len(symbols) == INITIALS_FORM and not is_symbol(symbols[-1]) and ":" in m["offices"]
    if initials and person.isupper() and typist is None:  # IO:HC:TL is office, drafter, typist
        person, typist = symbols.pop(), person
    elif not is_symbol(symbols[0]) and not (typist and typist.islower()):
        return None
    own = symbols[-1]  # EUR:NOE:BHulbert: NOE, which stands under EUR
    return _mark(text, m, person, known_symbol(own) or own, typist, doubt=_office_doubt(symbols[0]))


def _office_doubt(symbol: str) -> str:
    """What speaks against an office we do not know, with those a letter away: `IC` may be IO."""
    if is_symbol(symbol):
        return ""
    names = (e.name for e in lexicon.entries("offices") if len(e.name) == len(symbol))
    near = [n for n in names if sum(a != b for a, b in zip(n, symbol, strict=True)) == 1]
    return f"{symbol!r} is no office we know" + (f"; it may be {' or '.join(near)}" if near else "")


def _from_name(text: str, m: re.Match[str]) -> Found[Drafter] | None:
    person = m["alone"].strip()
    if person.isupper() and is_symbol(person) and len(person) <= 3:
        return None
    return _mark(text, m, person, None, m["typist_alone"])


def _mark(  # noqa: PLR0913 - the parts of a mark
    text: str, m: re.Match[str], person: str, office: str | None, typist: str | None, *, doubt: str = ""
) -> Found[Drafter]:
    named, reason = person_of(person, office)
    reason = "; ".join(r for r in (doubt, reason) if r)
    span = Span(*m.span("mark"))
    drafter = Drafter(replace(named, as_printed=person), office, typist)
    state = ReadingState.DOUBTFUL if reason else ReadingState.FOUND
    return Found(span, drafter, span.of(text), 0.7 if reason else 0.95, state, reason)


def person_of(printed: str, office: str | None) -> tuple[Named, str]:
    """The person of run-together initials and surname (`GWBall`, `WRTyler`, `HC`), and what is not sure of it."""
    letters = re.sub(r"[.\s]", "", printed).replace("1", "l")
    reason = ""
    if letters.isupper():
        if len(letters) <= 3:
            return Named(letters, NamedKind.PERSON, printed, office=office), ""
        cut = _initials_in_capitals(letters)
        initials, surname = letters[:cut], natural(letters[cut:])
        reason = f"capitals do not show where the initials end: {letters} may also be one name" if cut else ""
    else:
        m = re.match(r"([A-Z]*?)((?:Mc|Mac|O['’]|De|Van|Von)?[A-Z][a-zé]+(?:-[A-Z][a-z]+)?)$", letters)
        if m is None:
            return Named(
                letters, NamedKind.PERSON, printed, office=office, surname=letters
            ), "not a name of the usual form"
        initials, surname = m[1], m[2]
    given = " ".join(f"{i}." for i in initials) or None
    name = f"{given} {surname}" if given else surname
    return Named(name, NamedKind.PERSON, printed, office=office, surname=surname, given=given), reason


def _initials_in_capitals(letters: str) -> int:
    """How many letters of KPENROSE are initials: as few as leave a surname that can be spoken."""
    for cut in range(min(4, len(letters) - 3)):
        rest = letters[cut:]
        onset = re.match(rf"[^{VOWELS}]*", rest)[0].lower()  # type: ignore[index]
        if len(onset) <= 1 or onset in word_class("surname-onsets"):
            return cut
    return 0
