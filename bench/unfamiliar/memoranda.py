"""Memoranda and memoranda of conversation, from several offices."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, Person, long, moment, twelve
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import cleared, drafting, in_turn
from bench.unfamiliar.marks import mark_by_lot
from bench.unfamiliar.sheet import Ink, Paper, Row

__all__ = ["conversation", "memorandum"]

Layout = Callable[[Paper, Draw, Edition, Person], None]


def memorandum(paper: Paper, draw: Draw, edition: Edition) -> None:
    """One of the layouts, filled."""
    paper.unjudged |= {"title", "number", "received"}
    layouts: tuple[Layout, ...] = (_for_the_president, _office_memorandum, _through)
    mark_by_lot(paper, draw, edition.day, 0.25)
    layouts[draw.rng.randrange(len(layouts))](paper, draw, edition, draw.people(1)[0])


def _levels(paper: Paper, draw: Draw, day: dt.date) -> Callable[[], None]:
    """Draws level and captions; what it gives types them, for the head and the foot of each page."""
    level = draw.level(day)
    captions = draw.captions(day, level)
    paper.fields["classification"] = level
    if captions:
        paper.fields["captions"] = captions

    def typed() -> None:
        parts: list[str | Ink] = [paper.level(level)]
        for caption in captions:
            parts += [" ", paper.caption(caption)]
        paper.middle(*parts)

    inner = paper.head

    def head(page: int) -> None:
        if inner:
            inner(page)
        typed()
        paper.row(Ink(draw.of(f"-{page}-", f"{page}."), "furniture"), indent=32)
        paper.gap()

    paper.foot, paper.head = typed, head
    return typed


def _office_of(draw: Draw, person: Person) -> tuple[str, str]:
    bureau, _ = draw.desk()
    return bureau, f"{bureau} - {person.title} "


def _clearances(paper: Paper, draw: Draw, edition: Edition) -> None:
    drafter, *clearing = draw.people(1 + draw.rng.randint(0, 3))
    if draw.chance(0.75):
        paper.row(*drafting(paper, draw, edition.day, drafter))
    if clearing and draw.chance(0.7):
        paper.row(paper.label(draw.of("Clearances:", "Concurrences:", "Cleared by:")))
        for person in clearing:
            paper.row(*cleared(paper, draw, (person,)), indent=5)
    paper.gap()


def _for_the_president(paper: Paper, draw: Draw, edition: Edition, writer: Person) -> None:
    """MEMORANDUM FOR ...: no FROM line, the signature tells."""
    typed = _levels(paper, draw, edition.day)
    typed()
    paper.gap()
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=46)
    paper.gap()
    who = draw.of("The President", "The Secretary", "The Under Secretary", "Governor", "")
    if who in ("Governor", ""):
        reader = draw.people(2)[1]
        title = who or f"{reader.title}"
        paper.fields["to"] = [{"surname": reader.surname}]
        paper.row("MEMORANDUM FOR ", f"{title.upper()} ", Ink(reader.surname.upper(), "field.to"))
    else:
        paper.fields["to"] = [who]
        paper.row("MEMORANDUM FOR ", Ink(who.upper(), "field.to"))
    paper.gap()
    label = draw.of("Subject:", "SUBJECT:", "Re:")
    paper.row(paper.label(label), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    mark_by_lot(paper, draw, edition.day, 0.15)
    paper.text(edition.paragraphs)
    paper.row(paper.style.signature, indent=40)
    paper.fields["from"] = {"surname": writer.surname}
    paper.row(
        f"{writer.given} {writer.middle}. ",
        paper.say("signed_by", {"surname": writer.surname}, writer.surname),
        indent=40,
    )
    paper.gap()
    if draw.chance(0.5):
        paper.fields["enclosures"] = {"at_least": 1}
        paper.row(
            Ink(
                draw.of("Attachment: Tab A", "Attachments: Tabs A and B", "Enclosure: Proposed reply"),
                "field.enclosures",
            )
        )
        paper.gap()
    _clearances(paper, draw, edition)
    typed()


def _office_memorandum(paper: Paper, draw: Draw, edition: Edition, writer: Person) -> None:
    """The government's standard form, labels spaced out to a colon, the date at the right of the first line."""
    typed = _levels(paper, draw, edition.day)
    typed()
    paper.row(draw.of("Office Memorandum  *  UNITED STATES GOVERNMENT", "Office Memorandum . United States Government"))
    paper.gap()
    reader = draw.people(3)[2]
    office, before = _office_of(draw, reader)
    own, own_before = _office_of(draw, writer)
    date = paper.say("date", edition.day.isoformat(), f"{paper.label('DATE:')} {long(edition.day)}")
    to: Row = (
        Ink("TO      :  "),
        Ink(before),
        paper.also("to", {"surname": reader.surname, "office": office}, reader.surname),
    )
    if paper.style.placed:
        paper.row(*to, " " * 12, date)
    else:
        paper.row(*to)
        paper.row(date)
    paper.row("FROM    :  ", own_before, paper.say("from", {"surname": writer.surname, "office": own}, writer.surname))
    paper.row("SUBJECT :  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    mark_by_lot(paper, draw, edition.day, 0.3)
    _clearances(paper, draw, edition)
    typed()


def _through(paper: Paper, draw: Draw, edition: Edition, writer: Person) -> None:
    """To a principal through the Secretariat, ACTION or INFORMATION memorandum."""
    typed = _levels(paper, draw, edition.day)
    paper.middle("DEPARTMENT OF STATE")
    paper.middle(draw.of("ASSISTANT SECRETARY", "POLICY PLANNING COUNCIL", "EXECUTIVE SECRETARIAT"))
    typed()
    paper.gap()
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.gap()
    principal = draw.of("The Secretary", "The Under Secretary", "The Acting Secretary")
    own, own_before = _office_of(draw, writer)
    paper.row(paper.label("TO:"), "       ", paper.also("to", principal))
    paper.row(paper.label("THROUGH:"), "  ", paper.also("through", draw.of("S/S", "G", "M")))
    paper.row(
        paper.label("FROM:"),
        "     ",
        own_before,
        paper.say("from", {"surname": writer.surname, "office": own}, writer.surname),
    )
    asked = draw.of("", "", " - ACTION MEMORANDUM")
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)), asked)
    if asked:
        paper.unjudged.add("subject")
    paper.gap()
    paper.text(edition.paragraphs)
    if draw.chance(0.4):
        paper.fields["enclosures"] = {"at_least": 1}
        paper.row(Ink(draw.of("Attachment:", "Enclosures:"), "field.enclosures"))
        paper.row(Ink("Draft telegram", "field.enclosures"), indent=5)
        paper.gap()
    _clearances(paper, draw, edition)
    mark_by_lot(paper, draw, edition.day, 0.3)
    typed()


def conversation(paper: Paper, draw: Draw, edition: Edition) -> None:
    """One of two layouts: each label with its matter, or the day at the right and those present below."""
    paper.unjudged |= {"title", "from", "to", "number"}
    mark_by_lot(paper, draw, edition.day, 0.25)
    typed = _levels(paper, draw, edition.day)
    people = draw.people(7)
    paper.middle("DEPARTMENT OF STATE")
    paper.middle(draw.of("Memorandum of Conversation", "MEMORANDUM OF CONVERSATION"))
    typed()
    paper.gap()
    (_labelled if draw.chance(0.5) else _dated_right)(paper, draw, edition)
    for person in people[: draw.rng.randint(3, 5)]:
        what = draw.of("Minister of Embassy", draw.of(*stock.BUREAUS), "First Secretary", "Deputy Assistant Secretary")
        named = paper.also("participants", {"surname": person.surname}, person.surname)
        paper.row(f"{person.title} {person.given} {person.middle}. ", named, f", {what}", indent=5)
    paper.gap()
    if draw.chance(0.6):
        offices = in_turn(paper, "copies_to", draw.some(stock.BUREAUS, 2, 5), ", ")
        paper.row(paper.label(draw.of("COPIES TO:", "Copies to:")), "  ", *offices)
        paper.gap()
    paper.text(edition.paragraphs)
    mark_by_lot(paper, draw, edition.day, 0.3)
    if draw.chance(0.8):
        paper.row(*drafting(paper, draw, edition.day, people[5]))
        paper.gap()
    typed()


def _when(paper: Paper, draw: Draw, edition: Edition) -> dt.time | None:
    """The hour where it is printed; the day, with it or without, is noted as the date."""
    hour = draw.hour(edition.hour) if draw.chance(0.6) else None
    paper.fields["date"] = moment(edition.day, hour) if hour else edition.day.isoformat()
    return hour


def _where(paper: Paper, draw: Draw) -> Ink | str:
    place = draw.of("The Secretary's Office", "Room 5106, New State", "Ambassador's Residence", "Metropolitan Club", "")
    return paper.say("place", place) if place else ""


def _labelled(paper: Paper, draw: Draw, edition: Edition) -> None:
    hour, place = _when(paper, draw, edition), _where(paper, draw)
    paper.row(paper.label("DATE:"), "  ", Ink(long(edition.day), "field.date"))
    if hour:
        paper.row(paper.label("TIME:"), "  ", Ink(twelve(hour), "field.date"))
    if place:
        paper.row(paper.label("PLACE:"), " ", place)
    paper.gap()
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.row(paper.label("PARTICIPANTS:"))


def _dated_right(paper: Paper, draw: Draw, edition: Edition) -> None:
    hour, place = _when(paper, draw, edition), _where(paper, draw)
    clock = (Ink(f"{twelve(hour)}, ", "field.date"),) if hour else ()
    paper.row(*clock, Ink(long(edition.day), "field.date"), indent=40)
    paper.row(place, indent=40)
    paper.gap()
    paper.row(paper.label("Subject"), " : ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.row(paper.label("Present"), " :")
