"""How the Bureau cites its papers: `ReBuairtel 6/3/64`, `mylet 2/9/61`, `Mexico City airtel 12/9/73`.

The first letters say whose paper it is, of the Bureau (`Bu`), of this office or of the other (`my`, `ur`), of one by
its letters (`NY`, `WFO`), and the last which sort; the day stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.found import Found, found_in
from onionskin.record.references import ReferenceKind

SORTS = {
    "airtel": ReferenceKind.DOCUMENT,
    "lhm": ReferenceKind.DOCUMENT,
    "memo": ReferenceKind.DOCUMENT,
    "rep": ReferenceKind.DOCUMENT,
    "let": ReferenceKind.LETTER,
    "cablegram": ReferenceKind.TELEGRAM,
    "radiogram": ReferenceKind.TELEGRAM,
    "teletype": ReferenceKind.TELEGRAM,
    "tel": ReferenceKind.TELEGRAM,
}
ENDS = r"(?P<sort>airtel|teletype|radiogram|cablegram|let|tel|LHM|memo|rep)s?"
JOINED = re.compile(rf"(?<![A-Za-z])(?:[Rr]e\s?)?(?:Bu|[Mm]y|[Uu]r|[Oo]ur|[A-Z]{{2,4}}){ENDS}(?![a-z])")
SPACED = re.compile(
    r"(?<![\w.])(?:Bureau|(?:Legat,?\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?P<sort>airtel|teletype|radiogram|cablegram|LHM)s?(?![a-z])"
)
NOT_WHOSE = re.compile(r"Re(?:ference)?\s")
"""`Reference Miami airtel`: what says that a paper is cited is no part of its office's name."""
BEHIND = re.compile(
    r"(?:\s+to\s+(?:the\s+)?(?:Bureau|Director|[A-Z][A-Za-z]+(?:\s[A-Z][a-z]+)?))?,?\s+(?:dated\s+|of\s+)?"
)
"""Between the paper and its day: ` to the Bureau dated `."""


def find_bureau_papers(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Each with its day, without which none is singled out."""
    for pattern in (JOINED, SPACED) if passage.dates else ():
        for m in pattern.finditer(passage.text):
            behind = BEHIND.match(passage.text, m.end())
            date = passage.by_start.get(behind.end()) if behind else None
            if date is None or not date.value.day:
                continue
            lead = NOT_WHOSE.match(m[0])
            start = m.start() + (lead.end() if lead and pattern is SPACED else 0)
            cited = CitedPaper(SORTS[m["sort"].lower()], date=edtf_of(date.value), day=date.value)
            yield found_in(passage.text, start, date.span.end, cited, confidence=0.9)
