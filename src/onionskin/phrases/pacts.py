"""Treaties and laws: known by the place where they were signed, by who is bound by them, by a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onionskin.phrases.cited import CitedPaper, Passage
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.posts import vocabulary
from onionskin.phrases.word_classes import word_class
from onionskin.record.references import ReferenceKind

OF_PLACE = re.compile(
    r"(?:Act|ACT|Treaty|TREATY|Pact|PACT|Charter|CHARTER|Declaration|DECLARATION|Protocol|PROTOCOL|Convention|CONVENTION)\s+(?:of|OF)\s+"
)
"""Before the place where it was signed: `Act of Bogota`, `Treaty of Rome`."""
PART = r"[A-Z][a-z]+(?:[-–][A-Z][a-z]+)*"
NOUN = re.compile(
    r"(?:Treaty|Accords?|Agreements?|Protocols?)"
    r"(?![A-Za-z]|\s+(?:Organi[sz]ation|countries|powers|nations|states|area|members)|\s[A-Z])"
)
NAME = re.compile(rf"(?<![\w.,-])(?:{PART}\s(?:of\s)?){{0,3}}{PART}\s\Z")
"""Before such a noun, in capitals: `Geneva Accords`, `Austrian State Treaty`, `Status of Forces Agreement`."""
LONGEST = 60
OPENERS = frozenset(
    {
        "our",
        "your",
        "their",
        "his",
        "its",
        "such",
        "any",
        "no",
        "new",
        "both",
        "each",
        "under",
        "draft",
        "proposed",
        "present",
        "existing",
        "final",
        "should",
        "please",
        "of",
        "subject",
        "text",
        "further",
        "full",
        "general",
        "enclosure",
        "signed",
        "interim",
        "these",
        "those",
    }
)
"""Words that begin no name of a treaty."""
NUMBERED = re.compile(
    r"(?<![\w-])(?:(?:Public|Supreme|Executive|Legislative|Presidential)\s)?(?:Decree(?:[-\s]Law)?|Law)\s(?:[Nn]os?\.\s?)?"
    r"(?P<number>\d{1,5}(?:[/-]\d{1,4})?)(?![\w/]|[.,]\d)"
)
"""`Decree Law No. 1077`, `Law 14-62`."""


def find_pacts(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """`Act of Bogota`, `Rio Treaty`, `Decree Law 1077`; none that is told by its day or year (`phrases.papers`)."""
    text, cited = passage.text, CitedPaper(ReferenceKind.DOCUMENT)
    for m in OF_PLACE.finditer(text):
        place = vocabulary("posts").pattern.match(text, m.end())
        if place is not None and place[0][:1].isupper():
            yield found_in(text, m.start(), place.end(), cited, confidence=0.8)
    for stem in ("treaty", "accord", "agreement", "protocol"):
        for at in passage.positions(stem):
            noun = NOUN.match(text, at)
            start = _name(text, at) if noun else None
            if noun is not None and start is not None:
                yield found_in(text, start, noun.end(), cited, confidence=0.8)
    for m in NUMBERED.finditer(text):
        numbered = CitedPaper(ReferenceKind.DOCUMENT, m["number"])
        yield found_in(text, *m.span(), numbered, confidence=0.85)


def _name(text: str, at: int) -> int | None:
    """Where the name before the noun at `at` begins, without the words that only open a sentence; None without one."""
    m = NAME.search(text, max(0, at - LONGEST), at)
    words = m[0].split() if m else []
    while words and words[0].lower() in word_class("no-title") | OPENERS:
        words.pop(0)
    return text.rindex(words[0], 0, at - sum(map(len, words[1:])) - len(words)) if words else None
