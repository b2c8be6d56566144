"""By which telegram a paper went, as its note says: `Transmitted to Tel Aviv in Niact telegram 760, February 3`.

A message has the number of the telegram that carried it, and a telegram the number that it bore in another series:
`Repeated to the Department as Secto 11`. A summary that was sent is another paper and is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onionskin.phrases.cited import CitedPaper, Passage
from onionskin.phrases.found import Found
from onionskin.phrases.numbered import find_numbered
from onionskin.record.span import Span

CARRIED = re.compile(
    r"(?<![a-z]\s)(?P<verb>Transmitted|Sent|Repeated|Relayed|Delivered)\s+"
    r"(?:(?:also\s+)?to\s+(?P<to>[A-Z][\w.’' -]*?|the\s+[A-Z][\w.’' -]*?)\s+)?(?:in|as|by)\s+(?:an?\s+)?"
    r"(?:(?:Niact|Priority|Immediate|Flash|Emergency|Operational|Eyes\s+Only|Top\s+Secret|Secret|Confidential)\s+)*"
    r"(?P<paper>[A-Za-z]+(?:\s+telegram)?\s+(?:No\.\s+)?\d{1,5})"
)
PASSIVE = re.compile(
    r"(?:The\s+(?:letter|message|text|note|memorandum)|It|This\s+(?:letter|message))\s+was\s+"
    r"(?P<verb>transmitted|sent|repeated|relayed)\s+"
    r"(?:to\s+(?P<to>[A-Z][\w.’' -]*?|the\s+[A-Z][\w.’' -]*?)\s+)?"
    r"(?:in|as)\s+(?:\w+\s+){0,2}?(?P<paper>[A-Za-z]+\s+\d{1,5})"
)


def find_transmitted(note: str) -> Iterator[Found[CitedPaper]]:
    """The telegrams that carried the paper on which a note stands; `to` is where the note says it went."""
    if not any(word in note for word in ("ransmitted", "ent to", "epeated", "elayed", "elivered")):
        return
    passage = Passage.of(note)
    cited = list(find_numbered(passage))
    for pattern in (CARRIED, PASSIVE):
        for m in pattern.finditer(note):
            at = Span(*m.span("paper"))
            for find in cited:
                if find.span.overlaps(at):
                    to = m["to"].removeprefix("the ") if m["to"] else find.value.to
                    yield find.with_value(replace(find.value, to=to))
