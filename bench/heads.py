"""`bench heads`: calendar heads, and headings with their datelines, against 200 of each annotated by hand; F1 by part.

Of the calendar also the pages of all its heads, against those of the editors' own markup.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from lxml import etree

from bench.edited import head, options, report, shown, volume, words
from bench.tally import Tally
from bench.truth import calendar_heads, headings, of_part
from bench.truth.agree import Value
from bench.truth.choose import CALENDAR, TEI
from onionskin.phrases.calendars import read_calendar_head
from onionskin.phrases.found import Found
from onionskin.phrases.headings import read_dateline, read_heading, read_own_number

COMMON = ("entry", "kind", "number", "from", "to", "date")
OF_CALENDARS = (*COMMON, "subject", "classification", "pages", "repository", "file_number")
OF_HEADINGS = (*COMMON, "place", "time")
PARAGRAPHS_READ = 6
"""Where the number of the paper may stand."""


def printed(found: Found[str] | None) -> str | None:
    """What was printed, its lines joined."""
    return found.value if found else None


def of_calendar(document: etree._Element) -> Mapping[str, Value]:
    """The head of a calendar entry in its parts."""
    read = read_calendar_head(words(head(document), with_notes=False))
    if read is None:
        return {}
    return {
        "entry": printed(read.heading.entry),
        "kind": read.heading.kind.value,
        "number": printed(read.heading.number),
        "from": [each.value for each in read.from_],
        "to": [each.value for each in read.to],
        "date": read.date.edtf,
        "subject": printed(read.subject),
        "classification": printed(read.level),
        "pages": read.pages.value if read.pages else None,
        "repository": printed(read.holding.repository) if read.holding else None,
        "file_number": printed(read.holding.file_number) if read.holding else None,
    }


def of_document(document: etree._Element) -> Mapping[str, Value]:
    """Heading and dateline of a printed document."""
    read = read_heading(words(head(document), with_notes=False))
    if read is None:
        return {}
    line = document.find(".//t:dateline", TEI)
    date = read_dateline(words(line, with_notes=False) if line is not None else "")
    return {
        "entry": printed(read.entry),
        "kind": read.kind.value,
        "number": printed(read.number) or own_number(document, read.kind.value),
        "from": printed(read.from_),
        "to": printed(read.to),
        "date": date.edtf,
        "place": printed(date.place),
        "time": printed(date.time),
    }


def own_number(document: etree._Element, kind: str) -> str | None:
    """The number with which the text begins."""
    for place, paragraph in enumerate(document.findall(".//t:p", TEI)[:PARAGRAPHS_READ]):
        number = read_own_number(words(paragraph, with_notes=False), kind, first=not place)
        if number is not None:
            return number.value
    return None


def pages_of_all(data: Path) -> Mapping[str, object]:
    """The pages of every head of the calendar, as a report of one part."""
    counts = Tally()
    misses = []
    entries = volume(data / "frus" / f"{CALENDAR}.xml")
    for name, document in entries.items():
        said = document.findtext("{*}page-count-according-to-citation")
        there, got = int(said) if said and said.isdigit() else None, of_calendar(document).get("pages")
        right = int(there is not None and there == got)
        counts.add(Tally(right, int(got is not None) - right, int(there is not None) - right))
        if there != got:
            misses.append({"paper": f"{CALENDAR}/{name}", "part": "pages", "there": there, "read": got})
    part = {**asdict(counts), "f1": counts.f1 or 0.0}
    return {"list": "pages of all calendar heads", "papers": len(entries), "parts": {"pages": part}, "misses": misses}


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the scores; 1 when a part is under the floor."""
    asked = options(__doc__ or "", argv)
    calendar, edited = of_part(calendar_heads(), asked.part), of_part(headings(), asked.part)
    reports = [
        report("calendar heads", asked.data, calendar, OF_CALENDARS, of_calendar),
        pages_of_all(asked.data),
        report("headings", asked.data, edited, OF_HEADINGS, of_document),
    ]
    return shown(asked, reports)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
