"""A post's own list of whom it sent a telegram to: `ACTION DEPARTMENT 1824, INFORMATION COPENHAGEN 435, BONN 20`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import partial_ratio_alignment

from onionskin.phrases.addressees import read_addressees
from onionskin.phrases.damage import digits
from onionskin.phrases.found import Found
from onionskin.phrases.label_words import capitals
from onionskin.phrases.passing import clauses, passes_on
from onionskin.phrases.precedence import find_precedence
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span
from onionskin.text.clean import Line

RELAYED = re.compile(
    r"\s*(?:ACTION|SENT)(?: TO)? (?:DEPARTMENT|DEPT)\.?,?(?: [A-Z]{5,11}){0,2}?(?: (?P<number>\d{1,5}))?(?:[,;.]|\s)\s*"
    r"(?:(?:ALSO )?(?:SENT|RPTD|REPEATED)?(?: TO)? ?(?:INFO(?:RMATION)?)?:?)\s+(?P<rest>(?!INFO)[A-Z].*)",
    re.IGNORECASE,
)
HOME, OTHERS = "DEPARTMENT", "INFORMATION"
LEAD, REACH = 30, 48
"""Characters among which the Department stands, and the word INFORMATION with it."""
BETWEEN = 10
"""Characters that may stand between the two words: a number and its comma."""
LIKE = 80
"""Likeness (0 to 100) from which either word is known, torn or misread."""
NUMBER = re.compile(r"[\W_]*(?P<number>(?=[\w ]*\d)[\dOIlgSB]{1,5})(?!\w)")
WIDE = 56
"""Characters from which a list may go on in the next line."""


@dataclass(frozen=True, slots=True)
class Relay:
    """The posts informed, by which precedence, and the number to the Department; spans are of the text that the lines
    belong to, `ink` those of its lines.
    """

    posts: tuple[Found[Named], ...]
    precedence: tuple[Found[str], ...]
    number: Found[str] | None
    ink: tuple[Span, ...]


def read_relay(lines: Sequence[Line], at: int) -> Relay | None:
    """The list that begins on the line at position `at` of `lines` (with ink), and what of it stands on the next."""
    line = lines[at]
    m = RELAYED.match(line.text)
    found = (Span(*m.span("rest")), Span(*m.span("number")) if m["number"] else None) if m else _misread(line.text)
    if found is None:
        return None
    rest, number = found
    following = lines[at + 1] if at + 1 < len(lines) else None
    ink = [line.ink]
    words = _sent(rest.of(line.text))
    if following is not None and following.index == line.index + 1 and _goes_on(line, following):
        words = f"{words.rstrip()}{' ' * (len(words) - len(words.rstrip()))}\n{following.text}"
        ink.append(following.ink)
    start = line.span.start + rest.start
    urgent = [each for each in find_precedence(words) if each.state is ReadingState.FOUND]
    for each in urgent:  # Before its posts or behind them: INFORMATION ROUTINE PARIS, INFORMATION PARIS ROUTINE.
        words = words[: each.span.start] + " " * len(each.span) + words[each.span.end :]
    posts = tuple(post.shifted(start) for post in read_addressees(words, labelled=True).posts)
    if not posts:
        return None
    if len(ink) > 1 and not any(post.span.end > following.span.start for post in posts if following is not None):
        ink.pop()
    told = None
    if number is not None:
        printed = number.of(line.text)
        told = Found(number.shifted(line.span.start), digits(printed), printed, 0.9)
    return Relay(posts, tuple(each.shifted(start) for each in urgent), told, tuple(ink))


def _sent(words: str) -> str:
    """The words without the clauses behind them that say to whom it is to be passed on."""
    parts = list(clauses(words))
    cut = next((part.start for part in parts if passes_on(part.of(words))), len(words))
    return words[:cut] + " " * (len(words) - cut)


def _misread(text: str) -> tuple[Span, Span | None] | None:
    """Where the posts and the number stand in a list whose words are torn or misread: `RCTION DEPAR TMENT 104,
    lNFORMATION DJAKARIR 495`.
    """
    if len(text) < LEAD or capitals(text) * 2 < len(text.replace(" ", "")):
        return None
    home = partial_ratio_alignment(HOME, text[:LEAD], score_cutoff=LIKE)
    if home is None:
        return None
    others = partial_ratio_alignment(OTHERS, text[home.dest_end : REACH], score_cutoff=LIKE)
    if others is None or others.dest_start > BETWEEN:
        return None
    start = home.dest_end + others.dest_end
    start += next((n for n, c in enumerate(text[start:]) if c.isalpha()), 0)
    number = NUMBER.match(text, home.dest_end, home.dest_end + others.dest_start)
    return Span(start, len(text.rstrip())), Span(*number.span("number")) if number else None


def _goes_on(line: Line, following: Line) -> bool:
    """Whether the list was broken at the end of a full line."""
    return line.page == following.page and len(line.text.rstrip()) >= WIDE and following.text.strip().isupper()
