"""What was read in 300 source notes, 200 calendar heads, 200 headings and 30 electronic telegrams.

Nothing here knows the reader that is judged by it. `README.md` says how each list was made and what compares it.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

HERE = Path(__file__).resolve().parent

Part = Literal["score", "build"]
Words = tuple[str, ...]


def half(volume: str, document: str) -> Part:
    """To which half a paper belongs, by its own name: the same in every list and for ever."""
    return "build" if hashlib.sha256(f"{volume}/{document}".encode()).digest()[0] % 2 else "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One paper of one list; a field that is None or empty was read to be absent, not left unread."""

    volume: str
    """The file's name without its ending (`frus1961-63v05`), or the folder of the telegrams."""
    document: str
    """`d59` in a volume; the file's name for a telegram."""
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote(Annotation):
    """The note that says where a paper lies, how it was marked and through whose hands it went."""

    repository: str
    collection: str | None = None
    """What is printed between the repository and the file number, or up to the stop where there is no number."""
    file_number: str | None = None
    classification: str | None = None
    precedence: Words = ()
    captions: Words = ()
    drafted_by: Words = ()
    cleared_by: Words = ()
    approved_by: Words = ()
    sent_to: Words = ()
    repeated_to: Words = ()
    received: str | None = None
    """The clock time as printed: `10:32 p.m.`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarHead(Annotation):
    """A head of the microfiche supplement, which says a whole paper in four sentences."""

    entry: str
    kind: str
    number: str | None = None
    from_: Words = ()
    to: Words = ()
    date: str | None = None
    """EDTF; the year is `XXXX` where the head leaves it to its chapter."""
    subject: str | None = None
    classification: str | None = None
    pages: int | None = None
    repository: str
    file_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Annotation):
    """The heading and dateline of a printed document."""

    entry: str
    kind: str
    number: str | None = None
    from_: Words = ()
    to: Words = ()
    place: str | None = None
    date: str | None = None
    time: str | None = None
    """As printed: `8:36 p.m.`, `noon`, `1159Z`, `11-11:45 a.m.`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cable(Annotation):
    """The header of an electronic telegram."""

    message_pages: int
    """So many pages from the first are the message; what follows are the archive's own attributes."""
    document_number: str
    hour: str
    """The date-time group: `281342Z MAR 79`."""
    precedence: Words
    """The letters before the date-time group, action first."""
    action_precedence: str | None = None
    """The words after the action addressee."""
    from_: Words
    to: Words
    info: Words = ()
    classification: str
    captions: Words = ()
    tags: Words = ()
    subject: str | None = None
    subject_sha256: str | None = None
    """Instead of a subject that names a private person: see `subject_digest`."""
    references: Words = ()


Kind = TypeVar("Kind", bound=Annotation)


def subject_digest(subject: str) -> str:
    """What stands for a subject that names a private person: SHA-256 of its letters and digits, folded, in words."""
    kept = "".join(each if each.isascii() and each.isalnum() else " " for each in subject.casefold())
    return hashlib.sha256(" ".join(kept.split()).encode()).hexdigest()


def annotation(kind: type[Kind], table: Mapping[str, Any]) -> Kind:
    """One table of a list as its record.

    Raises:
        TypeError: A key is unknown, or one that must be there is missing.
    """
    given: dict[str, Any] = {
        "from_" if key == "from" else key: tuple(value) if isinstance(value, list) else value
        for key, value in table.items()
    }
    return kind(**given)


def loaded(file: str, key: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """All tables of a list, in its order."""
    with (HERE / file).open("rb") as opened:
        tables: list[dict[str, Any]] = tomllib.load(opened)[key]
    return tuple(annotation(kind, each) for each in tables)


@cache
def source_notes() -> tuple[SourceNote, ...]:
    """300 notes, 33 or 34 from each of the nine volumes that print texts."""
    return loaded("source_notes.toml", "note", SourceNote)


@cache
def calendar_heads() -> tuple[CalendarHead, ...]:
    """200 heads of frus1961-63v10-12mSupp."""
    return loaded("calendar_heads.toml", "head", CalendarHead)


@cache
def headings() -> tuple[Heading, ...]:
    """200 headings of the nine volumes that print texts, eleven of them editorial notes."""
    return loaded("headings.toml", "heading", Heading)


@cache
def cables() -> tuple[Cable, ...]:
    """30 electronic telegrams."""
    return loaded("cables.toml", "cable", Cable)


LISTS: Mapping[str, Callable[[], tuple[Annotation, ...]]] = {
    "source-notes": source_notes,
    "calendar-heads": calendar_heads,
    "headings": headings,
    "cables": cables,
}
"""Each list by the name under which `choose` draws it."""


def of_part(annotations: tuple[Kind, ...], part: Part) -> tuple[Kind, ...]:
    """The half that may be looked at while building, or the half that is only for scoring."""
    return tuple(each for each in annotations if each.part == part)


def values(paper: Annotation) -> dict[str, str | int | Words]:
    """What was read in a paper, by field, without its name and half; absent fields left out."""
    named = {field.name for field in fields(Annotation)}
    read = {field.name: getattr(paper, field.name) for field in fields(paper) if field.name not in named}
    return {name.rstrip("_"): value for name, value in read.items() if value not in (None, ())}
