"""Who signs a memorandum: the name under the text, or the officer where it is not legible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onionskin.phrases.columns import CELL
from onionskin.phrases.labels import find_labels
from onionskin.phrases.letters import SIGNATURE_MARK, SIGNED_AS
from onionskin.phrases.names import read_person
from onionskin.phrases.office_holders import CAPITALIZED, OFFICE_NOUN, read_holder
from onionskin.phrases.officers import read_officer
from onionskin.phrases.offices import is_symbol
from onionskin.phrases.signatures import signed_for
from onionskin.readers.findings import Findings
from onionskin.record.named import Named, NamedKind
from onionskin.record.span import Span
from onionskin.text.clean import Line
from onionskin.text.prose import is_prose

SIGNATURE_WORDS = 5
NOTE_LINES = 2
"""Lines of prose at the most that may stand below a signature: approval, `Relayed to White House`."""
OFFICE_WIDTH = 60
BRANCHES = re.compile(
    r"[A-Z]{1,6}(?:/[A-Z0-9][A-Z0-9&-]{0,8}){1,4}"
    r"(?P<named> (?:[A-Z][a-z]+ ){0,2}(?:Force|Staff|Division|Branch|Group|Unit))?"
)
"""An office by the letters of those it stands under: `WH/4/CI`, `FI/OPS Study Group`."""
FOLD = re.compile(r"\s+")


def read_signature(lines: Sequence[Line], body: Sequence[int], findings: Findings) -> list[int]:
    """A name alone on a line under the text, by hand or typed over a title.

    Fields signed_by and, where no FROM is printed, from. Returns the indexes of its lines, which belong to the text.
    """
    acting: list[int] = []
    below = _before_annexes(list(_under_the_text(lines, body)))
    for line in below:
        if signer := signed_for(line.text):
            findings.field("signed_by", signer.value, signer.span.shifted(line.span.start), confidence=0.85)
            acting.append(line.index)
            continue
        hand, mark = SIGNED_AS.fullmatch(line.text), SIGNATURE_MARK.match(line.text)
        words = line.text[hand.start("name") :] if hand else line.text[mark.end() :] if mark else line.text
        signed = not words.rstrip().endswith(":") and (hand or mark or 1 < len(words.split()) <= SIGNATURE_WORDS)
        person = read_person(words) if signed else None
        if (
            person
            and "   " not in person.text
            and len(person.text) * 10 >= len(words.strip()) * 8
            and not is_symbol(person.text)
        ):
            span = person.span.shifted(line.span.start + len(line.text) - len(words))
            value, under = person.value, _office_under(lines, line)
            if under and not value.office:
                value, span = replace(value, office=FOLD.sub(" ", under.text.strip())), Span(span.start, under.ink.end)
            if not acting:
                findings.field("signed_by", value, span, confidence=min(person.confidence, 0.85))
            if not findings.has("from"):
                why = "no FROM is printed: whose name is typed under a memorandum sends it"
                findings.field("from", value, span, confidence=0.8, reason=why)
            return [*acting, line.index, *([under.index] if under else [])]
    # What stands at the foot of a page in the middle of the text is no part of it.
    return acting or [at for at in _signing_officer(below, findings) if at > body[-1]]


def _under_the_text(lines: Sequence[Line], body: Sequence[int]) -> Iterator[Line]:
    """Lines below the text of each page: an enclosure or a line of approval may follow."""
    by_page: dict[int, list[int]] = {}
    for at in body:
        by_page.setdefault(lines[at].page, []).append(at)
    for page, held in by_page.items():
        start = held[-1 - NOTE_LINES if len(held) > NOTE_LINES else -1] + 1
        yield from (x for x in lines[start:] if x.page == page and x.index not in held and not x.blank)
    yield from (x for x in lines[body[-1] + 1 :] if x.page not in by_page and not x.blank) if body else ()


def _before_annexes(lines: Sequence[Line]) -> list[Line]:
    """The lines of each page down to the list of what is attached, whose items are no names."""
    lists = {label.line for label in find_labels(lines) if label.key == "enclosures"}
    ends = {line.page: line.index for line in reversed(lines) if line.index in lists}
    return [line for line in lines if line.page not in ends or line.index < ends[line.page]]


def _office_under(lines: Sequence[Line], name: Line) -> Line | None:
    """The signer's office on the next line: `Director of Security`, `AC/WH/COG`, `Political Action Division`."""
    below = next((line for line in lines[name.index + 1 : name.index + 3] if not line.blank), None)
    words = below.text.strip() if below and below.page == name.page else ""
    if below and BRANCHES.fullmatch(words):
        return below
    if not 4 <= len(words) <= OFFICE_WIDTH or ":" in words or any(c.isdigit() for c in words) or is_prose(words):
        return None
    known = (
        read_holder(words) or read_officer(words) or (is_symbol(words) and "/" in words) or BRANCHES.fullmatch(words)
    )
    titled = CAPITALIZED.fullmatch(words) and OFFICE_NOUN.search(words)
    return below if known or titled else None


def _signing_officer(lines: Sequence[Line], findings: Findings) -> list[int]:
    """Where no name is legible, the officer under it: `Chief, Far East Division`; else an office alone."""
    for line in lines if not findings.has("from") else ():
        cells = ((m.start(), read_officer(m[0])) for m in CELL.finditer(line.text))
        for start, found in cells:
            if found:
                why = "no FROM is printed, and no name is legible: the officer under the text sends it"
                at = found.span.shifted(line.span.start + start)
                findings.field("from", found.value, at, confidence=0.6, reason=why)
                return [line.index]
    for line in lines if not findings.has("from") else ():
        m = BRANCHES.fullmatch(line.text.strip())
        if m and m["named"]:
            why = "no FROM is printed, and no name: the office under the text sends it"
            office = Named(m[0], NamedKind.OFFICE, m[0], office=m[0])
            findings.field("from", office, line.ink, confidence=0.5, reason=why)
            return [line.index]
    return []
