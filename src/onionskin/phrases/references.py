"""What a text points to: other papers by number or by what they are, meetings, press conferences, files, cases."""

from __future__ import annotations

from collections.abc import Iterator

from onionskin.phrases.bureau_papers import find_bureau_papers
from onionskin.phrases.cited import CitedPaper, Passage, edtf_of
from onionskin.phrases.enclosed import find_enclosed
from onionskin.phrases.events import find_events
from onionskin.phrases.file_numbers import find_file_numbers
from onionskin.phrases.found import Found, longest
from onionskin.phrases.numbered import find_numbered
from onionskin.phrases.pacts import find_pacts
from onionskin.phrases.paper_numbers import find_paper_numbers
from onionskin.phrases.papers import find_papers
from onionskin.phrases.service_messages import find_service_messages
from onionskin.phrases.short_references import find_short
from onionskin.record.references import ReferenceKind

__all__ = ["CitedPaper", "find_references", "read_reference"]


def find_references(text: str) -> Iterator[Found[CitedPaper]]:
    """Every reference in running text, in order; the found words are those a reader would click, and no two overlap.

    Numbers count only behind a series, a post or a pronoun; a letter or message only where something singles it out:
    its date, whose it is, to whom, "last", "next", "which … suggested". Of two readings of the same words the longer
    stays, and of two as long the one with a number.
    """
    passage = Passage.of(text)
    finds = [
        *find_numbered(passage),
        *find_paper_numbers(passage),
        *find_short(passage),
        *find_bureau_papers(passage),
        *find_service_messages(passage),
        *find_papers(passage),
        *find_pacts(passage),
        *find_events(passage),
        *find_enclosed(passage),
        *_files(text),
    ]
    yield from longest(finds)


def read_reference(line: str) -> Found[CitedPaper] | None:
    """The first reference of a short line, None where it has none."""
    return next(find_references(line), None)


def _files(text: str) -> Iterator[Found[CitedPaper]]:
    for file in find_file_numbers(text):
        date = file.value.date
        yield file.with_value(
            CitedPaper(ReferenceKind.FILE, number=file.value.normalized, date=edtf_of(date), day=date)
        )
