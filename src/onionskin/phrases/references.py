"""What a text points to: other papers by number or by what they are, meetings, press conferences, files, cases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.enclosed import find_enclosed
from onionskin.phrases.events import find_events
from onionskin.phrases.file_numbers import find_file_numbers
from onionskin.phrases.found import Found, found_in, longest
from onionskin.phrases.numbered import find_numbered
from onionskin.phrases.papers import find_papers
from onionskin.record.references import ReferenceKind

__all__ = ["CitedPaper", "find_references", "read_reference"]

SHORT = re.compile(r"(?:[Rr]ef|REF|[Uu]r|UR|[Mm]y|MY|[Oo]ur|OUR|[Ss]ep|SEP)(?:tels?|TELS?)(?![A-Za-z])")
"""`reftel`, `urtel`, `mytel`, `septel`: a telegram that the context names."""

SHORT_STEMS = ("reftel", "urtel", "mytel", "ourtel", "septel")

REFERENCE_TELEGRAM = re.compile(
    r"(?:[Rr]eference|[Rr]eferenced|REFERENCE|REFERENCED)\s+(?:[Tt]el(?:egram)?s?|TEL(?:EGRAM)?S?|[Cc]ables?|[Mm]essages?|[Aa]irgrams?)(?![A-Za-z])"
)


def find_references(text: str) -> Iterator[Found[CitedPaper]]:
    """Every reference in running text, in order; the found words are those a reader would click, and no two overlap.

    Numbers count only behind a series, a post or a pronoun; a letter or message only where something singles it out:
    its date, whose it is, to whom, "last", "next", "which … suggested". Of two readings of the same words the longer
    stays.
    """
    passage = Passage.of(text)
    finds = [
        *find_numbered(passage),
        *find_papers(passage),
        *find_events(passage),
        *find_enclosed(passage),
        *_short(passage),
        *_files(text),
    ]
    yield from longest(finds)


def read_reference(line: str) -> Found[CitedPaper] | None:
    """The first reference of a short line, None where it has none."""
    return next(find_references(line), None)


def _short(passage: Passage) -> Iterator[Found[CitedPaper]]:
    for pattern, stems, confidence in ((SHORT, SHORT_STEMS, 0.9), (REFERENCE_TELEGRAM, ("reference",), 0.85)):
        for stem in stems:
            for at in passage.positions(stem):
                m = pattern.match(passage.text, at)
                if m is not None:
                    yield found_in(passage.text, at, m.end(), CitedPaper(ReferenceKind.TELEGRAM), confidence=confidence)


def _files(text: str) -> Iterator[Found[CitedPaper]]:
    for file in find_file_numbers(text):
        date = file.value.date
        yield file.with_value(
            CitedPaper(ReferenceKind.FILE, number=file.value.normalized, date=edtf_of(date), day=date)
        )
