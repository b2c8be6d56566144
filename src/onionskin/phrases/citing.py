"""The heading that a message bears in its own first lines: `PRIORITY DIR CITE WAVE 8201`, `JMWAVE INFO DIRECTOR`.

Agencies' cables name the addressees by short words, then `INFO`, then `CITE` with who sends and his number. A line
above or the same one has the level and the date-time group: `S E C R E T 270258Z`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

CITE = re.compile(
    r"(?<![A-Za-z])C[I1l]TE\s{1,2}(?P<sender>[A-Z][A-Z0-9]{1,11}(?:\s[A-Z]{3,11})?)(?:\s+(?P<number>[\dOIl]{3,6}))?\b"
)
"""The sender and his number; on an outgoing form the number may stand elsewhere."""
INFO = re.compile(r"(?<![A-Za-z])[I1l]NFO(?![A-Za-z])")
WORD = re.compile(r"[A-Z][A-Z/]{2,11}(?![a-z])")
SURE_GROUP = re.compile(
    r"(?<![\dA-Z])(?P<group>(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?Z)(?![A-Za-z0-9])"
)
"""A group whose Z is legible needs no level before it."""
GROUP = re.compile(
    r"(?:S\s?E\s?C\s?R\s?E\s?[TP]|C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L|U\s?N\s?C\s?L\s?A\s?S\w*)[\s.,]*"
    r"(?P<group>(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?[Z2])(?!\d)"
)
"""The level and the date-time group, whose Z engines read as a 2."""
ROW = re.compile(
    r"\W*[A-Z]{3,10}\s+(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?[Z2]\s+(?P<sender>[A-Z][A-Z ]{2,18}?)"
    r"\s+(?P<number>\d{5,6})\W*"
)
NO_PLACE = frozenset(
    """the and for from info cite priority routine immediate operational secret confidential unclassified message
    jan feb mar apr may jun jul aug sep oct nov dec copy page ref refs pouch prity rybat typic commo action
    not file""".split()  # noqa: SIM905 - a list is no easier to read
)
HOME = {"DIR": "Director", "DIRECTOR": "Director"}
"""Headquarters, by whoever directs them."""


@dataclass(frozen=True, slots=True)
class Citing:
    """`CITE WAVE 8201`: who sends, and the number where it is printed there. Spans are of the searched line."""

    span: Span
    sender: Found[Named]
    number: Found[str] | None


@dataclass(frozen=True, slots=True)
class DateTimeGroup:
    """`270258Z`: day of the month and clock time in Z; no month."""

    span: Span
    day: int
    hour: int
    minute: int


def find_citing(line: str) -> Citing | None:
    """Who sends, behind CITE; None where the line has none."""
    m = CITE.search(line)
    if m is None:
        return None
    number = None
    if m["number"]:
        printed = m["number"]
        figures = printed.translate(str.maketrans("OIl", "011"))
        number = Found(Span(*m.span("number")), figures, printed, 0.95 if figures == printed else 0.8)
    return Citing(Span(*m.span()), _place(m["sender"], m.start("sender")), number)


def find_row(line: str) -> tuple[DateTimeGroup, Found[Named], Found[str]] | None:
    """The row under DATE-TIME GROUP, CITE and MESSAGE REFERENCE NUMBER on forms of the 1970s."""
    m = ROW.fullmatch(line)
    if m is None or not 1 <= int(m["day"]) <= 31 or int(m["hour"]) > 23:
        return None
    group = DateTimeGroup(Span(m.start("day"), m.end("minute")), int(m["day"]), int(m["hour"]), int(m["minute"]))
    number = Found(Span(*m.span("number")), m["number"], m["number"], 0.9)
    return group, _place(m["sender"], m.start("sender")), number


def find_group(line: str) -> DateTimeGroup | None:
    """The date-time group, behind the level or alone."""
    m = GROUP.search(line) or SURE_GROUP.search(line)
    if m is None or not 1 <= int(m["day"]) <= 31 or int(m["hour"]) > 23:
        return None
    return DateTimeGroup(Span(*m.span("group")), int(m["day"]), int(m["hour"]), int(m["minute"]))


def read_places(words: str, *, at: int = 0) -> tuple[list[Found[Named]], list[Found[Named]]]:
    """(action, information) addressees of a heading: `DIR LISB INFO WAVE (POUCH)`. Spans begin at `at`."""
    cut = INFO.search(words)
    action = words[: cut.start()] if cut else words
    info = words[cut.end() :] if cut else ""
    return list(_places(action, at)), list(_places(info, at + (cut.end() if cut else 0)))


def _places(words: str, at: int) -> Iterator[Found[Named]]:
    """Known posts first, since a city may have two words; else each word in capitals."""
    posts = [post for post in read_posts(words) if post.text.isupper()]
    other = [word.span for word in find_precedence(words)]
    finds = [post.shifted(at) for post in posts]
    for m in WORD.finditer(words):
        span = Span(*m.span())
        if m[0].lower() in NO_PLACE or any(span.overlaps(s) for s in (*other, *(p.span for p in posts))):
            continue
        finds.append(_place(m[0], at + m.start()))
    yield from sorted(finds, key=lambda f: f.span)


def _place(printed: str, at: int) -> Found[Named]:
    if printed in HOME:
        value = Named(HOME[printed], NamedKind.OFFICE, printed, office=HOME[printed])
        return Found(Span(at, at + len(printed)), value, printed, 0.95)
    known = [post for post in read_posts(printed) if post.text == printed]
    if known:
        return known[0].shifted(at)
    return Found(Span(at, at + len(printed)), Named(printed, NamedKind.POST, printed), printed, 0.8)
