"""The message to another government that a telegram gives in its own words, for its reader to convey."""

from __future__ import annotations

import re

from onionskin.record.document import Document
from onionskin.record.fields import Kind

BEGINS = re.compile(
    r"\s*(?P<quote>[“\"]?)\s*(?:my dear|dear|excellency|his excellency|aide[- ]m[eé]moire|begin (?:text|message))\b",
    re.IGNORECASE,
)
"""`“Dear Mr. Chairman:`, `Aide-Memoire.`, `Begin text`."""
QUOTE_ENDS = re.compile(r"[”\"]\s*$")
ENDS = re.compile(r"^\s*end (?:text|message|quote)|^\s*(?:sincerely|respectfully|faithfully)", re.IGNORECASE)


def to_be_conveyed(document: Document) -> frozenset[int]:
    """The numbers of the paragraphs that are the words of such a message; none in a paper that is no telegram."""
    if document.kind is not Kind.TELEGRAM:
        return frozenset()
    found = set()
    ending: re.Pattern[str] | None = None
    for paragraph in document.text.paragraphs:
        begins = BEGINS.match(paragraph.text) if ending is None else None
        if begins is not None:
            ending = QUOTE_ENDS if begins["quote"] else ENDS
        if ending is not None:
            found.add(paragraph.n)
            ending = None if ending.search(paragraph.text) else ending
    return frozenset(found)
