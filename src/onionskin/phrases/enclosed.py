"""Enclosures and cases cited: `the copy I am attaching to this letter`, `Enclosure 2`, `C.A. No. 88-0034`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onionskin.phrases.cited import CitedPaper, Passage
from onionskin.phrases.damage import DASH
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.late import LatePattern
from onionskin.record.references import ReferenceKind

THING = r"""(?: letters? | memorand(?:um|a) | memos? | messages? | telegrams? | cables? | cop(?:y|ies) | drafts?
    | papers? | notes? | texts? | statements? | declaration | report | airgram | despatch | summary | list
    | aides?[- ]m[ée]moires? | document | article | minutes | translation
    | maps? | charts? | clippings? | photostats? | photographs? | memcon | petition ) (?![A-Za-z])"""
OF_THING = rf"(?: \s+ of \s+ (?: [a-z'’]+ \s+ ){{0,3}}? {THING} )?"

LEADING = LatePattern(  # I am enclosing a memorandum
    rf"""(?: I | [Ww]e ) \s+ (?: am | are ) \s+ (?: also \s+ )? (?: enclosing | attaching ) \s+
    (?: (?: for \s+ your \s+ \w+ | herewith ) ,? \s+ )? (?: an? \s+ | the \s+ )?
    (?P<thing> (?: [A-Za-z'’]+ \s+ ){{0,4}}? {THING} {OF_THING} )""",
    re.VERBOSE,
)
FOLLOWING = LatePattern(  # the copy I am attaching to this letter
    rf"""(?P<thing> {THING} \s+ (?: which \s+ | that \s+ )? (?: I | we ) \s+ (?: am | are | have ) \s+
    (?: enclosing | attaching | enclosed | attached ) (?: \s+ to \s+ this \s+ (?: letter | memorandum ) )? )""",
    re.VERBOSE,
)
ADJECTIVE = LatePattern(  # the attached memorandum
    rf"""(?P<thing> (?: [Ee]nclosed | [Aa]ttached ) \s+ (?!to\s) (?: [a-z-]+ \s+ ){{0,2}}? {THING}
    (?: \s+ of \s+ (?: conversation | agreement | understanding ) )?
    (?: (?: (?<=cable) | (?<=telegram) ) \s+ from \s+ (?: the \s+ )?
        (?P<from> [A-Z][\w'’-]+ (?: \s+ [A-Z][\w'’-]+ )? ) )? )""",
    re.VERBOSE,
)
IS_HERE = LatePattern(  # Enclosed is a copy of his letter
    rf"""(?: (?: [Ee]nclosed | [Aa]ttached ) (?: \s+ herewith )? \s+ (?: is | are ) \s+ (?: an? \s+ )?
        | [Hh]ere \s+ is \s+ | [Tt]here \s+ (?: is | are ) \s+ (?: enclosed | attached ) \s+ )
    (?P<thing> (?: [a-z-]+ \s+ ){{0,4}}? {THING} {OF_THING} )""",
    re.VERBOSE,
)
NUMBERED = LatePattern(
    rf"""(?: {THING} \s+ (?: at | in | under ) \s+ )?
    (?: Enclosure | Attachment | Annex | Tab | TAB | ENCLOSURE | ATTACHMENT ) s? \s+ (?: No\.? \s* )?
    (?P<number> [0-9]{{1,2}} | [A-Z] ) (?![A-Za-z0-9])""",
    re.VERBOSE,
)
CASE = re.compile(
    rf"""(?: C\.?\s? A\.?\s* N[Oo]s?\.? | [Cc]ivil \s+ [Aa]ction \s+ (?:[Nn]o\.?)? | CIVIL \s+ ACTION \s+ (?:NO\.?)? )
    \s* :? \s*
    (?P<number> \d{{2}} \s? [{DASH}] \s? \d{{3,5}} ) (?!\d)""",
    re.VERBOSE,
)
REVIEW = re.compile(rf"(?P<number>NL[KJENFCRT][{DASH} ]\d{{2}}[{DASH}]\d{{1,4}}[a-z]?)(?![A-Za-z0-9])")
"""The number of a presidential library's mandatory review: `NLK-12-35e`."""


def find_enclosed(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Enclosures and cases; the words of an enclosure are the thing's ("copy I am attaching to this letter")."""
    text, lower, done = passage.text, passage.lower, 0
    for at in sorted([*passage.positions("enclos"), *passage.positions("attach"), *passage.positions("here is")]):
        if at < done:
            continue
        found = (p.search(text, max(done, at - 40), at + 90) for p in (FOLLOWING, LEADING, IS_HERE, ADJECTIVE))
        m = next((m for m in found if m is not None), None)
        if m is not None:
            done = m.end()
            cited = CitedPaper(ReferenceKind.ENCLOSURE, from_=m.groupdict().get("from"))
            yield found_in(text, m.start("thing"), m.end("thing"), cited, confidence=0.85)
    if any(word in lower for word in ("enclosure", "attachment", "tab ", "annex")):
        for m in NUMBERED.finditer(text):
            cited = CitedPaper(ReferenceKind.ENCLOSURE, number=m["number"])
            yield found_in(text, m.start(), m.end(), cited, confidence=0.85)
    yield from _cases(text, lower)


def _cases(text: str, lower: str) -> Iterator[Found[CitedPaper]]:
    patterns = []
    if "c.a" in lower or "ca no" in lower or "c. a" in lower or "civil action" in lower:
        patterns.append(CASE)
    if "NL" in text:
        patterns.append(REVIEW)
    for pattern in patterns:
        for m in pattern.finditer(text):
            number = re.sub(rf"\s?[{DASH}]\s?", "-", m["number"])
            yield found_in(text, m.start(), m.end(), CitedPaper(ReferenceKind.CASE, number=number))
