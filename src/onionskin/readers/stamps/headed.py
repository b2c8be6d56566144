"""The words over an archivist's stamp: DECLASSIFIED, misread or not, SANITIZED, CLASSIFICATION CANCELLED."""

from __future__ import annotations

import re

from onionskin.phrases.likeness import folded, likeness
from onionskin.readers.stamps.impression import NOTED

LIKE = 0.8
LONGEST = 40
"""Characters in which a heading stands."""
WORD = re.compile(r"\S+")
LEAD = re.compile(r"\W*(?:(?P<part>PARTIALLY)|CLASSIFICATION)\s+(?=DECLAS|CANCEL)", re.IGNORECASE)
"""What may stand before the word by which the stamp is known: `PARTIALLY DECLASSIFIED`, `CLASSIFICATION CANCELLED`."""
CANCELLED = frozenset({"CANCELLED", "CANCELED"})
LESS_THAN_WHOLE = frozenset({"SANITIZED", "EXCISED"})
"""Headings under which an archivist released a paper with parts taken out."""


def heading(words: str) -> re.Match[str] | None:
    """The word that heads a stamp, where it is the first of `words`; the label DECLASSIFY of a box is none."""
    noted = NOTED.match(words)
    lead = LEAD.match(words, noted.end() if noted else 0)
    m = WORD.search(words, begun.end() if (begun := lead or noted) else 0)
    if m is None or "]" in m.group():  # "[2 lines of source text not declassified]", wrapped
        return None
    word = folded(m.group())
    cancelled = lead is not None and lead["part"] is None
    if cancelled or word in CANCELLED:
        return m if cancelled and word in CANCELLED else None
    if word in LESS_THAN_WHOLE:
        return m
    alike = likeness(word, "DECLASSIFIED")
    if alike < LIKE or alike <= likeness(word, "DECLASSIFY"):
        return None
    capitals = sum(c.isupper() for c in m.group()) * 3 >= len(m.group()) * 2
    return m if capitals or word == "DECLASSIFIED" else None


def is_in_part(words: str) -> bool:
    """Whether the heading that begins `words` says that less than the whole paper is released."""
    m, lead = heading(words), LEAD.match(words)
    return (m is not None and folded(m.group()) in LESS_THAN_WHOLE) or (lead is not None and lead["part"] is not None)
