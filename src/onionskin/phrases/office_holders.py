"""Persons named by their office alone: `The Secretary`, `The Under Secretary for Political Affairs`, `Chief, WH`."""

from __future__ import annotations

import re

from onionskin.phrases.casing import natural_office
from onionskin.phrases.found import Found
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

HOLDER = re.compile(
    r"""\s* (?P<whole> (?:The\s+|THE\s+)? (?i:(?:(?:Acting|Deputy|Assistant|Under|Special|Vice|Executive|Legal|First|
    Prime|Foreign|Permanent)\s+)*
    (?:President|Secretary|Under\s?secretary|Chairman|Director|Administrator|Counselor|Adviser|Advisor|Assistant|Chief|
    Minister|Ambassador|Premier|Attorney\s+General|Chiefs?\s+of\s+(?:Staff|Station)|Files?|Record|Members|
    Staff\s+Secretary|Comptroller|Postmaster\s+General|Charg[eé]))
    (?: (?: \s+ (?:of|for|and|to|on|in|OF|FOR|AND|TO|ON|IN)\b | ,\s* [A-Z][\w.'’/&-]* )
        (?: ,?\s+ (?: (?:of|for|the|and|to|on|in|OF|FOR|THE|AND|TO|ON|IN)\b | [A-Z&(][\w.'’/&)-]* ) )* )? )
    \s* [.,;]? \s*""",
    re.VERBOSE,
)
"""A whole cell that is an office. Behind its noun stands `of` or a comma: `Secretary Rusk` is a person."""
LONGEST = 90
OFFICE_NOUN = re.compile(
    r"\b(?:Director|Secretary|Chief|Division|Office|Officer|Staff|Assistant|Deputy|Counsel|Counselor|Adviser|Advisor|Branch|Section"
    r"|Researcher|Analyst|Attach[eé]|Minister|Ambassador|Administrator|Commissioner|Chairman|Bureau|Representative)\b"
)
CAPITALIZED = re.compile(
    r"\s*(?:[A-Z][\w./'’&-]*(?:,? (?:(?:of|for|the|and|in|on|to)\b|[A-Z][\w./'’&-]*)){0,9})\s*[.,]?\s*"
)
"""Words with capitals and the small ones between them: an office or a place that no list knows."""


def read_holder(words: str) -> Found[Named] | None:
    """The office that the words name and nothing else; None for a title with a surname (`Secretary Rusk`)."""
    m = HOLDER.fullmatch(words) if len(words) <= LONGEST else None
    if m is None:
        return None
    name = natural_office(m["whole"]) if m["whole"].isupper() else m["whole"]
    name = re.sub(r"\b(Of|For|The|And|To|On|In)\b", lambda w: w[0].lower() if w.start() else w[0], name)
    return Found(Span(*m.span("whole")), Named(name, NamedKind.OFFICE, m["whole"], office=name), m["whole"], 0.85)
