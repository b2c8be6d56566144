"""Papers that the context names: `reftel`, `urairgram`, `septels`, `ref B`; with their day where one stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.found import Found, found_in
from onionskin.phrases.word_classes import names_of
from onionskin.record.references import ReferenceKind

WHOSE = r"(?:[Rr]e[\s-]?)?(?:[Rr]ef|REF|[Uu]r|UR|[Mm]y|MY|[Oo]ur|OUR|[Ss]ep|SEP)"
STEMS = {  # what the word ends in, to its kind
    r"(?:tel|TEL|te1|tei|msg|MSG|cable|CABLE)": ReferenceKind.TELEGRAM,
    r"(?:air|AIR|airgram|AIRGRAM|desp?|DESP?|despatch|DESPATCH|disp|memo|MEMO)": ReferenceKind.DOCUMENT,
    r"(?:let|LET|ltr|LTR|letter|LETTER)": ReferenceKind.LETTER,
}
BEGINS = re.compile(
    r"(?:re[\s-]?(?:ref|ur|my|our)|ref|ur|my|our|sep)(?:tel|te1|tei|msg|cable|air|des|dis|memo|let|ltr)"
)
"""How all of them begin, in small letters; nothing stands in front, so that the search is quick."""
LETTERED = r"(?:\s(?:\([A-H]\)|[A-H](?![A-Za-z'’.:)-]|\s?[:.)=]\s)))?"
"""Which of several: `reftel B`, `refair (A)`."""
WORDS = tuple((re.compile(rf"{WHOSE}{stem}(?:s|S)?(?![A-Za-z]){LETTERED}"), kind) for stem, kind in STEMS.items())
SERIES_AND_DAY = re.compile(
    r"(?:[Rr]e\s?)?(?:(?:[Dd]ep|[Dd]ept|[Ee]mb|[Cc]on|[Ll]eg)tel|(?:DEP|DEPT|EMB|CON|LEG)TEL)(?:\s+(?:of|OF))?\s+"
)
"""`Embtel of July 3`, `Deptel Nov 6`: a telegram of a series by its day."""
REFERENCE_TELEGRAM = re.compile(
    r"(?:[Rr]eference|[Rr]eferenced|REFERENCE|REFERENCED)\s+(?P<noun>[Tt]el(?:egram)?s?|TEL(?:EGRAM)?S?|[Cc]ables?|CABLES?|[Mm]essages?|MESSAGES?"
    r"|[Aa]irgrams?|AIRGRAMS?|[Dd]espatch(?:es)?|DESPATCH)(?![A-Za-z])"
)
REF = re.compile(
    r"(?:REFS?|[Rr]efs?)\s(?:\((?P<one>[A-H])\)|(?P<two>[A-H])(?![A-Za-z'’-]|\.\S))(?!\s?[:=)])(?:\s(?:and|AND|&)\s\(?[A-H]\)?(?![A-Za-z]))?"
)
"""`REF B`, `refs A and C`: of the papers lettered on the line of references."""
IN_PROSE = re.compile(r"[A-Za-z]{2}[ \n]\Z")
"""Before `REF D.` at the end of a sentence; at the head of a list stand a letter and a stop alone."""
NUMBERED = re.compile(r"\s(?:No\.?\s?)?(?:[A-Z]{1,2}-)?\d{2,6}(?![\w:])")
"""Behind a word that does not stand alone: the number is read with it, or by itself."""
LETTERED_REFERENCE = re.compile(r"(?:[Rr]eference|REFERENCE)s?\s\([a-hA-H]\)(?!\s?[:=])")
"""`reference (a)`: of the papers that a military letter letters at its head."""
GROUP = re.compile(
    r"(?!(?:DTG|MSG)\s)(?P<sender>[A-Z][A-Z0-9]{2,15})(?:['’][Ss]?)?\s+(?:(?:message|[Mm]sg|telegram|cable|MESSAGE|MSG|TELEGRAM)\s+)?(?:DTG\s+)?"
    r"(?P<group>[0-3]\d[0-2]\d[0-5]\dZ)(?![A-Za-z0-9])"
)
A_GROUP = re.compile(r"\d{6}Z")
BEHIND = re.compile(r",?\s+(?:of\s+|dated\s+|OF\s+|DATED\s+)?")
SERIES = {"d": "DEPTEL", "e": "EMBTEL", "c": "CONTEL", "l": "LEGTEL"}


def find_short(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """Every such word. One with a number behind it is longer where it is read as a number (`phrases.numbered`)."""
    text = passage.text
    for begun in BEGINS.finditer(passage.lower):
        if not begun.start() or not passage.lower[begun.start() - 1].isalnum():
            yield from _word(passage, begun.start())
    for stem in ("deptel", "depttel", "embtel", "contel", "legtel"):
        for at in passage.positions(stem):
            m = SERIES_AND_DAY.match(text, at)
            date = passage.by_start.get(m.end()) if m else None
            if date is not None and date.value.day and m is not None:
                series = SERIES[text[at].lower()]
                cited = CitedPaper(ReferenceKind.TELEGRAM, series=series, date=edtf_of(date.value), day=date.value)
                yield found_in(text, at, date.span.end, cited, confidence=0.85)
    yield from _of_the_head(passage)
    yield from _groups(passage)


def _of_the_head(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """What points to the references at the head: `reference airgram`, `reference (a)`, `REF B`."""
    text = passage.text
    for at in passage.positions("reference"):
        if (m := REFERENCE_TELEGRAM.match(text, at)) is not None:
            document = m["noun"][:1] in "aAdD"
            kind = ReferenceKind.DOCUMENT if document else ReferenceKind.TELEGRAM
            yield found_in(text, at, m.end(), CitedPaper(kind), confidence=0.85)
        if (m := LETTERED_REFERENCE.match(text, at)) is not None:
            yield found_in(text, at, m.end(), CitedPaper(ReferenceKind.DOCUMENT), confidence=0.7)
    for at in passage.positions("ref"):
        m = REF.match(text, at)
        lettering = (
            m is not None and text[m.end() : m.end() + 1] == "." and not IN_PROSE.search(text, max(0, at - 12), at)
        )
        if m is not None and not lettering:
            yield found_in(text, at, m.end(), CitedPaper(ReferenceKind.TELEGRAM), confidence=0.7)


def _groups(passage: Passage) -> Iterator[Found[CitedPaper]]:
    """A message of another service, known by its date-time group, which is its number: `CINCPAC's 071430Z`."""
    for m in GROUP.finditer(passage.text) if A_GROUP.search(passage.text) else ():
        if m["sender"].lower() not in names_of("precedences", "levels"):
            cited = CitedPaper(ReferenceKind.MESSAGE, m["group"], None, m["sender"])
            yield found_in(passage.text, m.start(), m.end(), cited, confidence=0.85)


def _word(passage: Passage, at: int) -> Iterator[Found[CitedPaper]]:
    for pattern, kind in WORDS:
        m = pattern.match(passage.text, at)
        if m is None:
            continue
        gap = BEHIND.match(passage.text, m.end())
        if kind is ReferenceKind.DOCUMENT and NUMBERED.match(passage.text, m.end()):
            return
        date = passage.by_start.get(gap.end()) if gap else None
        day = date.value if date and date.value.day else None
        end = date.span.end if date and day else m.end()
        yield found_in(passage.text, at, end, CitedPaper(kind, date=edtf_of(day), day=day), confidence=0.9)
        return
