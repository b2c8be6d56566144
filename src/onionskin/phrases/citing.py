"""The heading that a message bears in its own first lines: `PRIORITY DIR CITE WAVE 8201`, `JMWAVE INFO DIRECTOR`.

Agencies' cables name the addressees by short words, then `INFO`, then `CITE` with who sends and his number. A line
above or the same one has the level and the date-time group: `S E C R E T 270258Z`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from onionskin.phrases.damage import digits
from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence, read_worn
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

CITE = re.compile(
    r"C(?:(?<![A-Za-z]C)|(?<=\b[DO][I1l]RC))\s?[I1lLT][TI]E[\s.]{0,3}"
    r"(?P<sender>(?:(?<=[\s.])|(?<=[I1lLT]TE)(?=[A-Z][A-Z0-9]{2,11}\b)|(?=D[I1l]R\b))[A-Z][A-Z0-9]{1,11}(?:/[A-Z]{2,11}\b)?(?:\s[A-Z]{3,11})?)"
    r"(?:[\s,-]+(?P<number>[\dOIl]{3,6}))?\b"
)
"""The sender and his number; on an outgoing form the number may stand elsewhere."""
INFO = re.compile(r"(?<![A-Za-z])[I1l]NFO(?![A-Za-z])")
WORD = re.compile(r"D[1l]R\b|[A-Z]{2,11}/[A-Z]{2,15}(?![A-Za-z])|[A-Z][A-Z/]{2,11}(?![a-z])")
FIGURES = r"(?P<day>[0-3OIl][\dOIl])[\s.]?(?P<hour>[0-2OIl][\dOIl])\s?(?P<minute>[0-5OIl][\dOIl])"
SURE_GROUP = re.compile(
    r"(?<![\dA-Z])(?P<group>(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?Z)(?![A-Za-z0-9])"
)
"""A group whose Z is legible needs no level before it."""
GROUP = re.compile(
    r"(?:S\s?E\s?C\s?R\s?E\s?[TP]|C\s?O\s?N\s?F\s?I\s?D\s?E\s?N\s?T\s?I\s?A\s?L|U\s?N\s?C\s?L\s?A\s?S\w*)[\s.,]*"
    rf"(?P<group>{FIGURES}\s?[Zz27])(?!\d)"
)
"""The level and the date-time group, whose Z engines read as a figure, and whose figures as letters."""
ROW = re.compile(
    r"\W*[A-Z]{3,10}\s+(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)\s?[Z2]\s+(?P<sender>[A-Z][A-Z ]{2,18}?)"
    r"(?:\s+(?P<number>\d{5,6}))?\W*"
)
NO_PLACE = frozenset(
    """the and for from info cite priority routine immediate operational secret confidential unclassified message
    jan feb mar apr may jun jul aug sep oct nov dec copy page ref refs pouch prity rybat typic commo action
    not file""".split()  # noqa: SIM905 - a list is no easier to read
)
HOME = dict.fromkeys(
    (*("".join(worn) for worn in product("DO0", "I1lT", "RPKB")), "DIRECTOR", "DIRECT0R", "OIRECTOR"), "Director"
)
"""Headquarters, by whoever directs them, and how engines misread that: `DIP CITE WAVE`."""
STRUCK = re.compile(r"D[A-Z]{1,3}\s(?=[A-Z])")
"""The form's own `CITE DIR`, struck over by whoever else sends: `CITE DEX BELL`."""


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
    sender, at = m["sender"], m.start("sender")
    struck = STRUCK.match(sender) if not any(post.text == sender for post in read_posts(sender)) else None
    if struck and sender.split()[0] not in HOME:
        sender, at = sender[struck.end() :], at + struck.end()
    return Citing(Span(*m.span()), _place(sender, at), number)


def find_row(line: str) -> tuple[DateTimeGroup, Found[Named], Found[str] | None] | None:
    """The row under DATE-TIME GROUP, CITE and MESSAGE REFERENCE NUMBER on forms of the 1970s.

    Where the number was read elsewhere the sender must be headquarters or a known post.
    """
    m = ROW.fullmatch(line)
    if m is None or not 1 <= int(m["day"]) <= 31 or int(m["hour"]) > 23:
        return None
    group = DateTimeGroup(Span(m.start("day"), m.end("minute")), int(m["day"]), int(m["hour"]), int(m["minute"]))
    sender = _place(m["sender"], m.start("sender"))
    if m["number"] is None:
        known = m["sender"] in HOME or any(post.text == m["sender"] for post in read_posts(m["sender"]))
        return (group, sender, None) if known else None
    return group, sender, Found(Span(*m.span("number")), m["number"], m["number"], 0.9)


def find_group(line: str) -> DateTimeGroup | None:
    """The date-time group, behind the level or alone."""
    m = GROUP.search(line) or SURE_GROUP.search(line)
    if m is None:
        return None
    day, hour, minute = (int(digits(m[part])) for part in ("day", "hour", "minute"))
    return DateTimeGroup(Span(*m.span("group")), day, hour, minute) if 1 <= day <= 31 and hour <= 23 else None


def read_places(words: str, *, at: int = 0) -> tuple[list[Found[Named]], list[Found[Named]]]:
    """(action, information) addressees of a heading: `DIR LISB INFO WAVE (POUCH)`. Spans begin at `at`."""
    cut = INFO.search(words)
    action = words[: cut.start()] if cut else words
    info = words[cut.end() :] if cut else ""
    return list(_places(action, at)), list(_places(info, at + (cut.end() if cut else 0)))


def read_urgency(words: str) -> tuple[Found[str], ...]:
    """The precedences of a heading; where none is legible, the first word may be what is left of one: `IORIT DIR`."""
    found = find_precedence(words)
    first = WORD.search(words)
    if (
        found
        or first is None
        or first[0] in HOME
        or any(post.span.start <= first.start() for post in read_posts(words))
    ):
        return found
    worn = read_worn(first[0])
    return (worn.shifted(first.start()),) if worn else ()


def _places(words: str, at: int) -> Iterator[Found[Named]]:
    """Known posts first, since a city may have two words; else each word in capitals."""
    posts = [post for post in read_posts(words) if post.text.isupper()]
    other = [word.span for word in read_urgency(words)]
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
