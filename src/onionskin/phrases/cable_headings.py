"""The labelled lines above the text of an electronic telegram: executive order, TAGS, subject, references, drafting.

Labels are misread and misspelt (`SUJB:`, `TAGA:`, `E.0. 11652`), their points come as any other mark or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onionskin.phrases.damage import nearest
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.posts import read_posts
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span

SAID_OF_IT = r"(?:SAID|SAYS|STATED|IS|WAS|ARE|WERE|HAS|HAVE|HAD|WILL|WOULD|MAY|MIGHT|CAN|COULD|SHOULD|TO)\b"
"""What goes on behind the word SUBJECT where it begins a sentence."""
LABEL = re.compile(
    rf"""\s* (?:
      (?P<executive_order> [EF][.,]?\s?[O0][.,]{{0,2}} (?=\s*[1lI]\s?[0-9OlI]{{4,5}}\b) )
    | (?P<tags> TAG[S5]? (?: \s?[:;.,] | (?=\s+[A-Z]{{2,5}}(?:,|\s*$)) | (?<=TAGS)(?=\s) ) )
    | (?P<subject> SUBJ?(?:ECT)?[.]? (?: \s?[:;] | [.,](?=\s) | \s-\s ) | SUBJ(?:ECT)?(?=\s)(?!\s+{SAID_OF_IT}) )
    | (?P<reference> R[EF]{{2}}(?:ERENCE|TEL)?(?:S|'S|5|\(S\))?[.]?
        (?: \s*[:;] | [.,](?=\s) | \s?-\s? | (?=\s\(?A[).]) | (?=\s+(?:7\d\s+)?[A-Z]{{3,}}(?:\s[A-Z]+)?\s\d{{1,6}}\b)
        ) )
    | (?P<drafted> DRAFTED\s+BY \s*:? (?=\s) )
    | (?P<approved> APPROVED\s+BY \s*:? (?=\s) )
    | (?P<cleared> (?:CLEARED(?:\s+BY)?|CLEARANCES?) \s*:? (?=\s) )
    ) \s*""",
    re.VERBOSE,
)
MISREAD = re.compile(r"\s*(?P<word>[A-Z]{3,9})\s?[:;]\s*")
FURTHER = re.compile(r"(?<=\S)[\s/;,.]+(?=(?:TAGS|SUBJ(?:ECT)?|REFS?)\s?[:;])|(?<=[A-Z])(?=SUBJ(?:ECT)?\s?:)")
NUMBERED = re.compile(
    r"\s*\(?[1lI]\s?[.),:]\s*[^\d\s]|\s*\(?1\s?[.)]\s*(?:\d|$)|\s*\([UCS]\)\s|\s*PARA(?:GRAPH)? (?:1|ONE)\b"
)
"""The first of the numbered paragraphs."""
TEXT_BEGINS = re.compile(
    r"\s*(?:BEGIN\s+|END\s+)?(?:SUMMARY|COMMENT|INTRODUCTION|ACTION REQUESTED|FOLLOWING|FOL)\b"
    r"|\s*[A-Z][A-Z /&']{1,24}:|.*:\s*$"
)
"""What goes on behind a subject and is none of it: `SUMMARY: ...`, `TO: ...`, `TEXT OF REPORT FOLLOWS:`."""
TOLD = re.compile(r"\s*(?P<post>[A-Z][A-Z ]*?) (?:ALSO )?(?:FOR|PASS) (?!THE\b)[A-Z]")
"""A word to one of the posts addressed: `PARIS FOR OECD`."""
CHIEFS = r"(?:THE[ ])?(?:(?:ACTING|DEPUTY|UNDER|ASSISTANT)[ ])*(?:AMBASSADOR|SECRETARY|CHARGE|DCM|CONSUL[ ]GENERAL)\b"
TO_READERS = re.compile(
    rf"""\s*(?: (?:(?:DEPT|DEPARTMENT|EMBASSY|PLS|PLEASE)[ ])* PASS[ ](?:TO[ ])?(?!THE\b|THROUGH\b|BY\b)[A-Z]
      | (?:PERSONAL|EYES[ ]ONLY|EXCLUSIVE)[ ]FOR[ ] | (?:STATE[ ])?FOR[ ](?:[A-Z]{{1,4}}/[A-Z]|{CHIEFS})
      | FROM[ ]{CHIEFS}.{{0,24}}\Z | JOINT[ ][A-Z/,\ -]{{3,40}}[ ](?:MESSAGE|CABLE|TELEGRAM)\b )""",
    re.VERBOSE,
)
"""To whom a message is to go on, by or with whom it is: `FOR AMBASSADOR FROM SECRETARY`, `DEPT PASS TREASURY`."""
TAG = re.compile(r"\([^()]*\)?|[^,;:\s()][^,;:()]*")
BETWEEN_TAGS = re.compile(r"[^\s./]+")
RUN_ON = re.compile(r"\s*[A-Z]{2,5}(?:[\s.]+[A-Z]{2,5})+[\s.]*")
"""TAGS and nothing else, without a comma: `PORG OAS BL`."""
TAG_SHAPE = re.compile(r"[A-Z]{2}|[A-Z]{4,5}")


def labelled(line: str) -> tuple[str, Span, Span] | None:
    """The label that a line of the heading begins with, where it stands, and the words behind it.

    The keys are `executive_order`, `tags`, `subject`, `reference`, `drafted`, `approved` and `cleared`.
    """
    end = len(line.rstrip())
    m = LABEL.match(line)
    if m is None or m.lastgroup is None:
        misread = MISREAD.match(line)
        key = _nearly(misread["word"]) if misread else None
        return (key, Span(*misread.span(1)), Span(min(misread.end(), end), end)) if misread and key else None
    return m.lastgroup, Span(*m.span(m.lastgroup)), Span(min(m.end(), end), end)


def parts_of(line: str) -> list[Span]:
    """A line of the heading cut where a further label stands on it: `E.O. 11652: N/A TAGS: PFOR, UR SUBJ: TALKS`."""
    if labelled(line) is None:
        return [Span(0, len(line))]
    starts = [0, *(m.end() for m in FURTHER.finditer(line)), len(line)]
    return [Span(start, end) for start, end in pairwise(starts)]


def _nearly(word: str) -> str | None:
    """The label that a misspelt one is: `SUJBECT`, `TAGA`; letters may have changed places."""
    for name, key in (("SUBJECT", "subject"), ("SUBJ", "subject"), ("TAGS", "tags")):
        most = 2 if len(name) > len("TAGS") else 1
        if nearest(word, [name], most=most) or (sorted(word) == sorted(name) and word[0] == name[0]):
            return key
    return None


def read_tags(words: str) -> list[Found[str]]:
    """The TAGS of a line: `EMIN, EIND, BL`; without commas `MASS PFOR BL UR`; a name in parentheses is one."""
    out: list[Found[str]] = []
    alone = RUN_ON.fullmatch(words) is not None
    for m in TAG.finditer(words):
        piece = m[0].rstrip(" .")
        parts = BETWEEN_TAGS.findall(piece)
        apart = alone or all(TAG_SHAPE.fullmatch(part) for part in parts)
        shaped = len(parts) > 1 and not piece.startswith("(") and apart
        if not shaped:
            if any(c.isalnum() for c in piece):
                out.append(found_in(words, m.start(), m.start() + len(piece), piece))
            continue
        places = (Span(*part.span()).shifted(m.start()) for part in BETWEEN_TAGS.finditer(piece))
        out.extend(found_in(words, place.start, place.end, place.of(words)) for place in places)
    return out


def more_tags(words: str) -> bool:
    """Whether a line below TAGS has more of them and nothing else: `BL, UR`."""
    return re.fullmatch(r"\s*[A-Z]{2,5}(?:[,\s]+[A-Z]{2,5})*\s*", words) is not None


def are_tags(words: str) -> bool:
    """Whether words without their label are TAGS by their shape: `EDIS, ETRD, EAGR, BL`."""
    shape = re.fullmatch(r"\s*[A-Z]{4}(?:\s*,\s*[A-Z]{2,5})+\s*", words)
    return shape is not None


def read_classifier(words: str) -> Found[Named] | None:
    """Who classified, in parentheses on the line of the executive order: `GDS 1/11/85 (MARLOW, HENRY P.) OR-P`."""
    m = re.search(r"\((?P<last>[A-Z][A-Z'’-]+),\s*(?P<given>[A-Z][A-Z. ]*?)\.?\s*\)", words)
    if m is None:
        return None
    given = " ".join(f"{w[0]}." if len(w.strip(".")) == 1 else w.capitalize() for w in m["given"].split())
    surname = m["last"].capitalize()
    named = Named(f"{given} {surname}", NamedKind.PERSON, m[0][1:-1], surname=surname, given=given)
    return Found(Span(m.start() + 1, m.end() - 1), named, m[0][1:-1], 0.9)


def begins_text(line: str) -> bool:
    """Whether a line behind a subject is none of it: a label, a summary, or a word to those who are to read it, as to
    one of the posts addressed (`PARIS FOR OECD`).
    """
    if TEXT_BEGINS.match(line) or TO_READERS.match(line):
        return True
    told = TOLD.match(line)
    return told is not None and any(
        found.span.start == 0 and len(found.text) == len(told["post"]) for found in read_posts(told["post"])
    )


def heading_goes_on(above: str, line: str, width: int) -> bool:
    """Whether a line behind a subject belongs to it: the line above was full, or this one is set in."""
    if begins_text(line) or NUMBERED.match(line):
        return False
    first = next(iter(line.split()), "")
    full = len(above.rstrip()) + 1 + len(first) > width - SLACK
    return full or line.startswith("  ") or above.rstrip().endswith((",", "-", " AND", " OF", " THE", " FOR", " IN"))


SLACK = 12
"""Characters by which a typist may break a line early."""


def width_of(lines: Sequence[str]) -> int:
    """How wide the lines of a message are set, from the longest but a few."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    return lengths[-max(1, len(lengths) // 10)] if lengths else 0
