"""The lines of an electronic telegram of 1973 and later, each by its own form.

`PAGE 01   LA PAZ 10216  01 OF 04  282021Z` over every page, `------------------025443 282036Z /41` where the
communications centre passed it on, `LIMITED OFFICIAL USE SECTION 1 OF 4 LA PAZ 10216` above the text, `NNNN` under it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from onionskin import lexicon
from onionskin.phrases.damage import digits, nearest
from onionskin.phrases.found import Found, found_in
from onionskin.record.span import Span

FIGURE = "0-9OoIl|"
PAGE = re.compile(
    rf"""\W{{0,3}} [PF]\s?[ARO4]\s?[GC6O]\s?[EFC] \s+ (?P<page> [{FIGURE}]{{1,2}} ) \s+
    (?P<post> [A-Z][A-Z.'’-]* (?: [ ][A-Z][A-Z.'’-]* ){{0,2}} ) \s+ (?P<number> [{FIGURE}]{{4,6}} )
    (?: \s+ (?P<section> [{FIGURE}]{{1,2}} ) \s+ O[FN] \s+ (?P<of> [{FIGURE}]{{1,2}} ) )?
    (?: \s+ (?P<group> [{FIGURE}]{{6}}Z ) )? (?P<rest> (?: \s+ \S+ ){{0,4}} ) \s*""",
    re.VERBOSE,
)
RELAY = re.compile(
    rf"\s*[-–—_.]{{6,}}\s*(?P<number>[{FIGURE}]{{5,6}})?(?:\s+[{FIGURE}]{{6}}Z)?(?:\s*/\s?\d{{1,3}})?\s*"
)
"""The line of the communications centre: its own number, and when it passed the telegram on."""
ENDS = re.compile(r"\W*(?:N\s?){3,4}\W*|\W*END OF (?:DOCUMENT|MESSAGE)\W*|\s*BT\s*", re.IGNORECASE)
LAST = re.compile(r"\W*(?:N\s?){3,4}\W*|\W*END OF (?:DOCUMENT|MESSAGE)\W*", re.IGNORECASE)
AFTER = re.compile(r"\s*\*{3} .*|\s*(?P<note>NOTE BY [A-Z]{1,4}(?:/[A-Z]{1,4})?\s*[:.-].*)")
"""What the archive's programme and the communications centre add below the text."""
MISREAD_INFO = re.compile(
    r"(?P<label>(?!USA?F?\b|AM\b|CG\b)[A-Z0-9]{2,6}?)\s*"
    r"(?=AMEMB|AMCON|USMISSION|SECSTATE|USUN\b|USDEL|USINT|USDOC|CINC)"
)
"""A short word before a post: the label of the list misread, or run together with the post (`INFOAMEMBASSY`)."""
ALONE = re.compile(r"\s*(?P<list>FM|FROM|TO|INFO)\s*:?\s*")
"""The label of a list whose first addressee stands on the line below."""
WITHIN = re.compile(r"(?<=\S)\s+(?=(?:INFO|TO)\s*:?\s+(?:AM|US|SEC|DEP|RU|AMCON|ALL\b)[A-Z]*\b)")
"""Where a further list begins on the line of another: `TO SECSTATE WASHDC 1022 INFO AMEMBASSY LIMA`."""
STATION = r"(?:SECSTATE|AMEMB|AMCON|USMISS|US MISS|USUN|USDEL|USINT|DEPT|ALDIPL|ALL )"
SENDER = re.compile(rf"\s*(?:(?:FM|FROM)\s*:?\s+|(?:F ?[MNH]|[EP]M)\s+(?={STATION}))(?P<name>[A-Z][A-Z .,'/()-]+?)\s*")
ADDRESSED = re.compile(
    r"\s*(?:(?P<list>(?:FM|FROM|TO|INFO|XMT|ZEN)\s*:?(?=\s|$)"
    rf"|(?:F ?[MNH]|[EP]M|T ?[O0QC]|[I1l7]O)\s*(?={STATION})))?\s*"
    r"(?:RU[A-Z]{2,5}\s*/\s*)?"
    r"(?P<name>[A-Z][A-Z0-9 .,'’/()&-]*?)"
    r"(?P<precedence>(?:\s+(?:NIACT|FLASH|EMERGENCY|OPERATIONAL|IMMEDIATE|IMMED|PRIORITY|ROUTINE)\b)*)"
    rf"(?:\s+(?P<serial>(?=[{FIGURE}]*[0-9])[{FIGURE}]{{1,5}}))?\s*[.,;]?\s*"
)
SECTION = (
    rf"(?:(?:FINAL\s+)?SECTION\s+(?P<section>[{FIGURE}]{{1,2}}|ONE|TWO|THREE)\s+O[FN]\s+(?P<of>[{FIGURE}]{{1,2}})\s+)?"
)
SERIAL = rf"(?P<number>(?=[{FIGURE}SB]*[0-9])[{FIGURE}SB]{{1,6}})(?:/\s?\d{{1,2}})?(?:\s+[A-Z][A-Z0-9 /]*)?\s*"
NUMBERED_LINE = re.compile(rf"\s*{SECTION}(?P<post>[A-Z][A-Z .'’-]*?[A-Z])\s+{SERIAL}")
"""The number line behind its level, where no head of a page says whose it is."""
SHORTEST_POST = 2


@dataclass(frozen=True, slots=True)
class PageHead:
    """The line over a page. `number` keeps its noughts; `post` may be cut to six letters (`BUENOS`, `USUN N`)."""

    page: int
    post: str
    number: str
    section: int | None
    of: int | None
    post_span: Span
    number_span: Span
    group: Span | None = None
    """Where day and hour stand behind the number (`121015Z`)."""

    def of_one_telegram(self, other: PageHead) -> bool:
        """Whether both head pages of one telegram: post and number agree, or nearly where one is a further section."""
        if letters(self.post) == letters(other.post) and self.number == other.number:
            return True
        sections = (self.of or 1) > 1 and (self.section or 1) > (other.section or 1)
        one = f"{letters(self.post)}{self.number.lstrip('0')}"
        return sections and bool(nearest(one, [f"{letters(other.post)}{other.number.lstrip('0')}"], most=2))


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The line above the text: level, section, post and number, each where it stands."""

    level: Found[str] | None
    post: str
    number: str
    post_span: Span
    number_span: Span


@dataclass(frozen=True, slots=True)
class Addressed:
    """One line of FM, TO or INFO; `list` is None where the list above goes on, `name` empty where its first addressee
    stands below. Spans are of the line.
    """

    list: str | None
    label: Span
    name: Span
    precedence: Span
    serial: Span | None


def letters(post: str) -> str:
    """A post's letters alone: `LA PAZ` and `LAPAZ` are one."""
    return re.sub(r"[^A-Z]", "", post.upper())


def page_head(line: str) -> PageHead | None:
    """The head of a page, None where the line is none."""
    m = PAGE.fullmatch(line)
    if m is None or len(letters(m["post"])) < SHORTEST_POST:
        return None

    def whole(part: str | None) -> int | None:
        return int(digits(part)) if part else None

    return PageHead(
        int(digits(m["page"])),
        m["post"],
        digits(m["number"]),
        whole(m["section"]),
        whole(m["of"]),
        Span(*m.span("post")),
        Span(*m.span("number")),
        Span(*m.span("group")) if m["group"] else None,
    )


@cache
def _levels() -> re.Pattern[str]:
    """The levels as teletypes print them, letters set apart or not: `C O N F I D E N T I A L`."""
    names = sorted((s for e in lexicon.entries("levels") for s in e.spellings), key=len, reverse=True)
    apart = "|".join(r"\s{0,2}".join(map(re.escape, name.replace(" ", ""))) for name in names)
    return re.compile(rf"\s*(?P<level>{apart})\b\s*(?:EFTO\b|E F T O\b)?\s*")


def level_at(line: str) -> Found[str] | None:
    """The level that begins a line, in its normal form."""
    m = _levels().match(line)
    if m is None:
        return None
    printed = re.sub(r"\s", "", m["level"]).lower()
    entry = next(
        e for e in lexicon.entries("levels") if any(s.replace(" ", "").lower() == printed for s in e.spellings)
    )
    return found_in(line, *m.span("level"), entry.name)


def number_line(line: str, head: PageHead | None) -> NumberLine | None:
    """The number line of a telegram whose pages are headed `head`; without a head one is known by its level."""
    level = level_at(line)
    if head is not None:
        post = r"[ .]?".join(map(re.escape, letters(head.post)))
        m = re.compile(rf"(?:.*?\s)?(?P<post>{post}[A-Z .]*?)\s*{SERIAL}").fullmatch(line)
        same = m is not None and digits(m["number"]).lstrip("0") == head.number.lstrip("0")
        if m is not None and (same or level is not None):
            return _number_line(m, level)
    if level is None:
        return None
    m = NUMBERED_LINE.fullmatch(line, level.span.end)
    return _number_line(m, level) if m is not None else None


def _number_line(m: re.Match[str], level: Found[str] | None) -> NumberLine:
    return NumberLine(level, m["post"].strip(), digits(m["number"]), Span(*m.span("post")), Span(*m.span("number")))


def _list(printed: str | None) -> str | None:
    """The list that a label begins, however it is misread: `T0`, `F N`, `EM`."""
    if printed is None:
        return None
    word = re.sub(r"[^A-Z0-9]", "", printed)
    if word in ("FM", "FROM", "TO", "INFO", "XMT", "ZEN"):
        return word
    return "TO" if word[0] in "TI17" else "FM"


def addressed(line: str) -> list[Addressed]:
    """`TO SECSTATE WASHDC NIACT IMMEDIATE 8737`, `     AMEMBASSY BRASILIA 21`: one addressee of a list, or two where
    INFO stands in the middle of the line.
    """
    out = []
    if alone := ALONE.fullmatch(line):
        label = Span(*alone.span("list"))
        return [Addressed(alone["list"], label, Span(label.end, label.end), Span(label.end, label.end), None)]
    inner = [m.start() for m in WITHIN.finditer(line)]
    for start, end in pairwise([0, *inner, len(line)]):
        m = ADDRESSED.fullmatch(line, start, end)
        if m is None or ENDS.fullmatch(line, start, end):
            continue
        name, label = _list(m["list"]), Span(*m.span("list")) if m["list"] else Span(start, start)
        misread = MISREAD_INFO.match(line, *m.span("name")) if name is None else None
        if misread is not None and nearest(misread["label"], ["INFO"], most=2):
            name, label = "INFO", Span(*misread.span("label"))
            m = ADDRESSED.fullmatch(line, misread.end(), end) or m
        serial = Span(*m.span("serial")) if m["serial"] else None
        out.append(Addressed(name, label, Span(*m.span("name")), Span(*m.span("precedence")), serial))
    return out
