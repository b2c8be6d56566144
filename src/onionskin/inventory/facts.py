"""A paper as the inventory has it: when, of what kind, in which file, by whom, how well read, what it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from onionskin.inventory.parties import Party, Who, parties_of
from onionskin.ledger.lines import Line
from onionskin.ledger.telling import Suggesting, lines_of, no_suggestions
from onionskin.linking.threads import steps_of
from onionskin.linking.wanting import Want, wants_of
from onionskin.phrases.file_numbers import Scheme, find_file_numbers
from onionskin.record.boundaries import BoundaryState
from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.page import PageText
from onionskin.record.released import Released

UNDATED = "9999-99-99"
DOUBTED = 0.8
"""Confidence below which a word is doubtful."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """How well one page was read from its image: the mean confidence of its words and the share of doubtful ones, None
    where the reader states none; `unread` patches of ink that no word covers.
    """

    page: int
    words: int
    confidence: float | None
    doubtful: float | None
    unread: int
    reader: str


@dataclass(frozen=True, slots=True)
class Facts:
    """One paper. `day` is its first possible day (`UNDATED` where there is none), of which `precision` parts are known:
    3 day, 2 month, 1 year, 0 none. `archive` and `file` are where it lies, empty where it does not say; `questions`
    counts boundaries that are a question for a person, `doubtful` the open doubts.
    """

    record: str
    source: str
    source_name: str
    media_type: str
    page: int
    last_page: int
    date: str
    day: str
    precision: int
    kind: str
    series: str
    number: str
    direction: str
    archive: str
    file: str
    doubtful: int
    questions: int
    unclaimed: int
    parties: tuple[Party, ...]
    wants: tuple[Want, ...]
    ties: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    lines: tuple[Line, ...]


def facts_of(released: Released, who: Who, *, lines: bool = True, suggested: Suggesting = no_suggestions) -> Facts:
    """What the inventory keeps of a paper; without `lines` all but its statements, which are most of the work.

    `suggested` tells what models suggested that it says.
    """
    document = released.document
    date = _text(document, "date")
    day, precision = _day(date)
    pages = document.source.pages
    return Facts(
        record=document.id,
        source=document.source.sha256,
        source_name=document.source.name,
        media_type=document.source.media_type,
        page=min(pages, default=0),
        last_page=max(pages, default=0),
        date=date,
        day=day,
        precision=precision,
        kind=document.kind.value,
        series=_text(document, "series"),
        number=_text(document, "number"),
        direction=_text(document, "direction"),
        archive=_folded(_text(document, "repository") or document.copy.archive or ""),
        file=_file(_text(document, "file_number")),
        doubtful=sum(doubt.open for doubt in document.doubts),
        questions=sum(each.state is BoundaryState.QUESTION for each in document.boundaries),
        unclaimed=len(document.unclaimed),
        parties=parties_of(document, who),
        wants=tuple(wants_of(document)),
        ties=tuple(steps_of(document)),
        sheets=tuple(_sheet(page) for page in document.pages if page.width and page.height),
        lines=lines_of(document, date=date, day=day, serves=who.serves, suggested=suggested) if lines else (),
    )


def _day(edtf: str) -> tuple[str, int]:
    """The first day an EDTF date can mean, an interval's beginning, and how many parts of it are known."""
    try:
        day = PartialDate.parse(edtf.split("/", 1)[0])
    except ValueError:
        return UNDATED, 0
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}", 3 if day.day else 2 if day.month else 1


def _file(number: str) -> str:
    """The file in which papers of one number lie together: `611.61` of 611.61/11-2362, `POL 27-14`, `Lot 66 D 204`."""
    for found in find_file_numbers(number):
        normal = found.value.normalized
        return normal.partition("/")[0] if found.value.scheme is Scheme.DECIMAL else normal
    return _folded(number)


def _sheet(page: PageText) -> Sheet:
    sure = [word.confidence for word in page.words]
    known = bool(sure) and min(sure) < 1.0
    return Sheet(
        page.n,
        len(sure),
        sum(sure) / len(sure) if known else None,
        sum(each < DOUBTED for each in sure) / len(sure) if known else None,
        len(page.unread or ()),
        page.reader,
    )


def _text(document: Document, name: str) -> str:
    reading = document.one(name)
    return _folded(str(reading.value)) if reading is not None and isinstance(reading.value, str) else ""


def _folded(words: str) -> str:
    return " ".join(words.split())
