"""What stands right beside a name and says who that is: an office before it or behind it, or whose cousin he is."""

from __future__ import annotations

import re
from functools import cache

from onionskin.linking.listed import FEWEST, telling_words
from onionskin.phrases.word_classes import word_class
from onionskin.record.span import Span

FARTHEST = 160
"""An office and the name that it goes with stand within so many letters."""
LONGEST_KIN = 40
OPENS = re.compile(r"[(\[]\s*\Z")
ENDS = re.compile(r"[)\];:\n]|\.\s|\b(?:[Ff]rom|[Tt]o|[Bb]etween|[Ww]ith|[Bb]y|[Aa]nd)\s+(?:the|The)\s")
AIDE_TO = re.compile(r"\b(?:Assistant|Adviser|Advisor|Aide|Ambassador|Counsel|Consultant|Deputy|Representative)\s+\Z")
"""Before `to the`: what follows belongs to the same office, as in `Special Assistant to the President`."""
RUN = re.compile(r"(?:(?:[A-Z][\w’'-]*|of|for) )+\Z")
"""Capitalised words that go right before a name: `Assistant Secretary of State Johnson`."""
BEHIND = re.compile(r"(?:,\s+|\s*[—–]\s*|\s+-+\s+|\s*\()(?P<office>(?:the\s+)?[A-Z][^;\n)(]*?)(?=[;\n)(]|\.\s|\.?\Z)")
OWNER = r"\b(?:[Hh]is|[Hh]er|whose)"


def office_beside(text: str, span: Span) -> str:
    """The office that stands beside a name, before parentheses, right before it or behind it; empty where none does.

    `the Director of the Bureau of the Budget (Brandov)` and `Brandov, Director of the Bureau of the Budget` both give
    words that name the office.
    """
    before = text[max(0, span.start - FARTHEST) : span.start]
    opened = OPENS.search(before)
    if opened is not None:
        office = _last_office(before[: opened.start()])
    else:
        words = text[max(0, span.start - FARTHEST) : span.end]
        run = RUN.search(words[: words.rstrip(" .'’s").rfind(" ") + 1])
        office = run[0] if run is not None else ""
        if len(telling_words(office)) < FEWEST:
            behind = BEHIND.match(text, span.end, min(len(text), span.end + FARTHEST))
            office = behind["office"] if behind is not None else ""
    return " ".join(office.split()) if len(telling_words(office)) >= FEWEST else ""


def _last_office(before: str) -> str:
    """What goes on to the end since somebody else was named or a new sentence began."""
    begin = 0
    for m in ENDS.finditer(before):
        if not AIDE_TO.search(before[: m.start()]):
            begin = m.end()
    return before[begin:]


def of_kin(text: str, span: Span) -> bool:
    """Whether a name is told as that of somebody's kin: `his cousin Giles Halloran`."""
    return _kin_before().search(text, max(0, span.start - LONGEST_KIN), span.start) is not None


@cache
def _kin_before() -> re.Pattern[str]:
    return re.compile(rf"{OWNER}\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(word_class('kin')))}),?\s+\Z")
