"""The heading of the message itself: `PRIORITY DIR INFO ROME CITE WAVE 8201`, and the row of forms that print its parts
side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from onionskin.phrases.citing import HOME, find_citing, find_group, find_row, read_places, read_urgency
from onionskin.phrases.columns import CELL
from onionskin.phrases.found import Found
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence
from onionskin.readers.agency_cable.labels import KEYS, LABEL
from onionskin.readers.findings import Findings
from onionskin.record.named import Named
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

SENT = re.compile(r"(?P<sender>[A-Z]{2,12})\s(?P<number>\d{3,6})")
NUMBER_BELOW = re.compile(r"(?:^|\s{3,})(?P<number>\d{5})\s*$")
NUMBER_LINES = 2
CITE_ALONE = re.compile(r"\W*C[I1]TE\s")
TOLD = re.compile(r"\W*(?:T[O0]\s*:?\s+)?[A-Z]{3,10}(?:[\s,]+[A-Z]{2,10}){0,4}\s+INFO\b[\sA-Z,]{3,40}\W*")
"""Addressees and those informed, on a line of their own."""
SHORT = 4
"""Letters of a city by which a message's heading names a post."""


def read_heading(head: Sequence[Line], findings: Findings) -> None:
    """`DIR LISB INFO WAVE CITE ROME 9301`; where CITE stands with the group, the addressees are on the next line."""
    for at, line in enumerate(head):
        row = find_row(line.text)
        if row:
            put_places("from", [row[1].shifted(line.span.start)], findings)
            if row[2]:
                findings.field("number", row[2].value, row[2].span.shifted(line.span.start), confidence=0.9)
            return
        citing = find_citing(line.text)
        if citing is None:
            continue
        start = line.span.start
        before = line.text[: citing.span.start]
        group = find_group(before)
        before = " " * group.span.end + before[group.span.end :] if group else before
        action, info = read_places(re.sub(r"^\W*(?:TO|T0|10)\b", lambda m: " " * len(m[0]), before), at=start)
        if not action and (beside := _addressing(head, at) or _addressing_above(head, at)):
            action, more = read_places(beside.text, at=beside.span.start)
            info = info or more
        put_places("to", [_in_full(place, "to", head) for place in action], findings)
        put_places("info", info, findings)
        for word in find_precedence(line.text) or read_urgency(before):
            findings.found("precedence", word.shifted(start))
        sender = _in_full(citing.sender.shifted(start), "from", head)
        findings.field("from", sender.value, sender.span, confidence=sender.confidence, reason="who is cited sends")
        if citing.number:
            findings.field(
                "number", citing.number.value, citing.number.span.shifted(start), confidence=citing.number.confidence
            )
        elif below := _number_below(head[at + 1 :][:NUMBER_LINES]):
            findings.field("number", below[1], below[0], confidence=0.8)
        return


def read_columns(head: Sequence[Line], findings: Findings) -> None:
    """The row under TO, INFO and CITE, where the form prints these side by side: `DIR WAVE   KNGS 0415`."""
    for line, row in pairwise(head):
        labels = [m[0] for m in CELL.finditer(line.text)]
        cells = list(CELL.finditer(row.text))
        sent = SENT.fullmatch(cells[-1][0]) if len(cells) > 1 else None
        if sent is None or labels[0] not in ("TO", "T0") or Levenshtein.distance(labels[-1], "CITE") > 1:
            continue
        at = row.span.start + cells[-1].start()
        for sender in read_places(sent["sender"], at=at)[0]:
            findings.field("from", sender.value, sender.span, confidence=sender.confidence, reason="who is cited sends")
            findings.field("number", sent["number"], Span(*sent.span("number")).shifted(at), confidence=0.9)
            put_places("to", read_places(cells[0][0], at=row.span.start + cells[0].start())[0], findings)
            for cell in cells[1:-1]:
                put_places("info", read_places(cell[0], at=row.span.start + cell.start())[0], findings)
            return


def _number_below(lines: Sequence[Line]) -> tuple[Span, str] | None:
    """The number that the form has under CITE DIR, at the end of a line."""
    for line in lines:
        m = NUMBER_BELOW.search(line.text)
        if m and not is_prose(line.text):
            return Span(*m.span("number")).shifted(line.span.start), m["number"]
    return None


def _addressing(head: Sequence[Line], at: int) -> Line | None:
    """The line under CITE where that has the addressees; it names headquarters, INFO or how fast, a slug does not."""
    below = head[at + 1] if at + 1 < len(head) else None
    if below is None or find_citing(below.text) or LABEL.match(below.text):
        return None
    words = below.text.replace(".", " ").replace(",", " ").split()
    said = any(word in HOME or word == "INFO" for word in words) or next(iter(find_precedence(below.text)), None)
    posts = [post.text for post in read_posts(below.text)]
    return below if said or (posts and " ".join(words).startswith(posts[0])) else None


def _addressing_above(head: Sequence[Line], at: int) -> Line | None:
    """The line over CITE where CITE stands alone, with the addressees: `LIMA INFO QUIT` over `CITE DIR 44107`."""
    above = head[at - 1] if at else None
    alone = CITE_ALONE.match(head[at].text)
    return above if alone and above and TOLD.fullmatch(above.text) else None


def _in_full(short: Found[Named], box: str, head: Sequence[Line]) -> Found[Named]:
    """The post as the form's own box spells it, where the heading has its first letters alone: CARA under CARACAS."""
    for line in head:
        m = LABEL.match(line.text)
        if m is None or find_citing(line.text) or (KEYS[m["label"][0]] != box):
            continue
        every = [place for each in read_places(m["value"], at=line.span.start + m.start("value")) for place in each]
        longer = (p for p in every if len(p.text) > len(short.text) >= SHORT and p.text.startswith(short.text))
        return next(longer, short)
    return short


def put_places(name: str, places: Sequence[Found[Named]], findings: Findings) -> None:
    """Every place that nothing answers for yet, as a value of the field."""
    for place in places:
        if not findings.touches(place.span):
            findings.field(name, place.value, place.span, confidence=place.confidence)
