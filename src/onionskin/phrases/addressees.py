"""The line of an action addressee: posts, precedence and the telegram's number in one breath.

`ACTION: USUN, New York - PRIORITY 1359` names a post, a precedence and a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.record.named import Named
from onionskin.record.span import Span

NUMBER = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[-–—#]))(?:No\.?\s*|#\s*)?(?P<number>\d{1,5})(?=\s*[.)]?\s*$)")
"""A number at the end of the line is the telegram's in the series to that post."""


@dataclass(frozen=True, slots=True)
class Addressees:
    """What one line of addressees holds; spans are of the line."""

    posts: tuple[Found[Named], ...]
    precedence: tuple[Found[str], ...]
    number: Found[str] | None

    @property
    def anything(self) -> bool:
        """Whether the line says anything of the kind."""
        return bool(self.posts or self.precedence or self.number)


def read_addressees(line: str) -> Addressees:
    """Posts, precedence words in the order printed, and a number at the end of the line."""
    rest = line
    precedence = tuple(find_precedence(line))
    for hit in precedence:
        rest = _blank(rest, hit.span)
    m = NUMBER.search(rest)
    number = None
    if (m and rest[: m.start()].strip(" -–—.,;")) or (m and precedence):
        number = Found(Span(*m.span("number")), m["number"], m["number"])
        rest = _blank(rest, Span(*m.span()))
    return Addressees(tuple(read_posts(rest)), precedence, number)


def _blank(line: str, span: Span) -> str:
    return line[: span.start] + " " * len(span) + line[span.end :]
