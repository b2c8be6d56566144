"""Letters: executive, official-informal, departmental; addresses, closes and enclosures in their several manners."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, Person, long
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import cleared, drafting
from bench.unfamiliar.marks import mark_by_lot
from bench.unfamiliar.sheet import Ink, Paper

__all__ = ["letter"]

Layout = Callable[[Paper, Draw, Edition, Person, Person], None]

_CLOSES = (
    *("Very truly yours,", "Faithfully yours,", "Sincerely yours,", "Sincerely,", "Cordially yours,", "Respectfully,"),
    *("Yours ever,", "With best wishes,", "Yours very sincerely,"),
)
_TITLES = ("Assistant Secretary", "Deputy Under Secretary", "Counselor", "Acting Director", "Special Assistant")
_STREETS = (
    "1718 Massachusetts Avenue, N.W.",
    "30 Rockefeller Plaza",
    "214 Chestnut Street",
    "Old Post Office Building",
)
_CITIES = ("Washington 25, D. C.", "New York 20, New York", "Philadelphia, Pennsylvania", "Boston 9, Massachusetts")


def letter(paper: Paper, draw: Draw, edition: Edition) -> None:
    """One of the layouts, filled."""
    writer, reader = draw.people(2)
    paper.fields |= {"from": {"surname": writer.surname}, "to": [{"surname": reader.surname}]}
    paper.unjudged |= {"title", "subject", "received", "place"}
    layouts: tuple[Layout, ...] = (_departmental, _executive, _official_informal)
    layouts[draw.rng.randrange(len(layouts))](paper, draw, edition, writer, reader)


def _date(paper: Paper, draw: Draw, day: dt.date) -> Ink:
    return paper.say("date", day.isoformat(), draw.of(long(day), long(day), f"{day.day} {day:%B %Y}"))


def _address(paper: Paper, rows: list[str]) -> None:
    paper.fields["inside_address"] = " ".join(rows)
    for row in rows:
        paper.row(Ink(row, "field.inside_address"))
    paper.gap()


def _level(paper: Paper, draw: Draw, day: dt.date) -> str:
    """The level of a classified letter, noted as its classification; some letters have none."""
    level = draw.level(day) if draw.chance(0.65) else ""
    if level:
        paper.fields["classification"] = level
    return level


def _pages(paper: Paper, draw: Draw, reader: Person, day: dt.date, level: str) -> None:
    """Heads of the further pages, in one of three manners, with the level where there is one."""
    manner = draw.rng.randrange(3)
    inner = paper.head

    def head(page: int) -> None:
        if inner:
            inner(page)
        if level:
            paper.middle(paper.level(level))
        words = (f"{reader.title} {reader.surname} -- {page}", f"({page})", f"Page {page} - {long(day)}")[manner]
        paper.row(Ink(words, "furniture"))
        paper.gap()

    paper.head = head


def _end(paper: Paper, draw: Draw, writer: Person, title: str) -> None:
    """Close, signature, and what stands below them."""
    paper.row(paper.say("complimentary_close", draw.of(*_CLOSES)), indent=34)
    paper.gap()
    paper.row(paper.style.signature, indent=34)
    name = f"{writer.given} {writer.middle}. "
    paper.row(name, paper.say("signed_by", {"surname": writer.surname}, writer.surname), indent=34)
    paper.row(title, indent=34)
    paper.gap()
    _enclosures(paper, draw)
    if draw.chance(0.45):
        label = draw.of("cc:", "cc ", "Copies to:", "c.c.:")
        for n, person in enumerate(draw.people(draw.rng.randint(1, 2))):
            paper.row(
                label if n == 0 else " " * len(label), " ", f"{person.title} ",
                paper.also("copies_to", {"surname": person.surname}, person.surname),
                draw.of("", f", {draw.of(*stock.BUREAUS)}"),
            )  # fmt: skip
        paper.gap()


def _enclosures(paper: Paper, draw: Draw) -> None:
    """One to three of them, named or only counted."""
    if draw.chance(0.5):
        count = draw.rng.randint(1, 3)
        paper.fields["enclosures"] = {"at_least": 1}
        word = draw.of("Enclosure", "Encl.", "Incl.") if count == 1 else draw.of("Enclosures", "Encls.", "Enclosures:")
        things = ("Copy of note", "Draft statement", "Memorandum of talk", "Table of deliveries")
        if draw.chance(0.5):
            paper.row(Ink(word.rstrip(":") + ":", "field.enclosures"))
            for n in range(count):
                paper.row(Ink(f"{n + 1}. {things[n]}" if count > 1 else things[n], "field.enclosures"), indent=5)
        else:
            paper.row(Ink(f"{word.rstrip(':')}: {count}" if count > 1 else f"{word.rstrip(':')}:", "field.enclosures"))
        paper.gap()


def _symbol(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The drafting symbol at the foot of the file copy, with or without clearances."""
    drafter, clearing = draw.people(2)
    paper.row(*drafting(paper, draw, edition.day, drafter))
    if draw.chance(0.4):
        paper.row("Concurrence: ", *cleared(paper, draw, (clearing,)))
    paper.gap()


def _departmental(paper: Paper, draw: Draw, edition: Edition, writer: Person, reader: Person) -> None:
    """The Department's letterhead, address over the salutation, title under the name."""
    mark_by_lot(paper, draw, edition.day, 0.25)
    level = _level(paper, draw, edition.day)
    _pages(paper, draw, reader, edition.day, level)
    paper.middle("DEPARTMENT OF STATE")
    paper.middle("WASHINGTON")
    paper.gap()
    paper.row(_date(paper, draw, edition.day), indent=draw.of(0, 40))
    paper.gap()
    if level:
        paper.row(paper.level(level))
        paper.gap()
    _address(
        paper,
        [
            draw.of("The Honorable", "Honorable", "His Excellency"), f"{reader.full},",
            f"{draw.of('Director', 'Chairman', 'President')}, {draw.of('Export Council', 'Atomic Board', 'Bank')},",
            draw.of(*_CITIES) + ".",
        ],
    )  # fmt: skip
    paper.row(paper.say("salutation", f"{draw.of('Dear', 'My dear')} {reader.title} {reader.surname}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _end(paper, draw, writer, draw.of(*_TITLES))
    mark_by_lot(paper, draw, edition.day, 0.25)
    if draw.chance(0.7):
        _symbol(paper, draw, edition)
    if level:
        paper.middle(paper.level(level))


def _executive(paper: Paper, draw: Draw, edition: Edition, writer: Person, reader: Person) -> None:
    """Address at the foot of the first page or of the last, date flush right, no title."""
    level = _level(paper, draw, edition.day)
    _pages(paper, draw, reader, edition.day, level)
    if level:
        paper.middle(paper.level(level))
    paper.middle(draw.of("THE UNDER SECRETARY OF STATE", "THE DEPUTY UNDER SECRETARY OF STATE", "THE COUNSELOR"))
    paper.middle("WASHINGTON")
    paper.gap()
    paper.row(_date(paper, draw, edition.day), indent=46)
    mark_by_lot(paper, draw, edition.day, 0.3)
    paper.gap()
    paper.row(
        paper.say(
            "salutation",
            f"Dear {draw.of(reader.given, reader.given, f'{reader.title} {reader.surname}')}{draw.of(':', ',')}",
        )
    )
    paper.gap()
    rows = [
        draw.of("The Honorable", "Honorable"),
        f"{reader.full},",
        draw.of("American Ambassador,", "Chief of Mission,"),
        f"{draw.of(*stock.EMBASSIES).title()}.",
    ]
    first = draw.chance(0.5) and sum(map(len, edition.paragraphs)) > 2600

    def foot() -> None:
        if first and len(paper.pages) == 1:
            paper.gap()
            _address(paper, rows)

    paper.foot = foot
    paper.text(edition.paragraphs)
    _end(paper, draw, writer, "")
    if "inside_address" not in paper.fields:
        _address(paper, rows)
    mark_by_lot(paper, draw, edition.day, 0.25)
    if level:
        paper.middle(paper.level(level))


def _official_informal(paper: Paper, draw: Draw, edition: Edition, writer: Person, reader: Person) -> None:
    """From an embassy's officer to a desk officer: no letterhead but the post, address with Esquire."""
    level = _level(paper, draw, edition.day)
    _pages(paper, draw, reader, edition.day, level)
    if level:
        paper.row(paper.level(level))
        paper.gap()
    city = edition.place if edition.place not in ("", "Washington") else draw.of(*stock.EMBASSIES).title()
    paper.row(draw.of("American Embassy,", "Embassy of the United States of America,"), indent=36)
    paper.row(f"{city},", indent=36)
    paper.row(_date(paper, draw, edition.day), ".", indent=36)
    paper.gap()
    paper.row(paper.say("salutation", f"Dear {reader.given}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _end(paper, draw, writer, draw.of("Counselor of Embassy", "First Secretary of Embassy", "Minister", ""))
    division = draw.desk()[1].replace(":", "/")
    _address(paper, [f"{reader.full}, Esquire,", f"{division}, {draw.of('Officer in Charge', 'Deputy Director')},",
                     "Department of State,", f"{draw.of('Washington, D. C.', 'Washington 25, D. C.')}"])  # fmt: skip
    mark_by_lot(paper, draw, edition.day, 0.35)
    if level:
        paper.row(paper.level(level))
