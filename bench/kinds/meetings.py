"""Minutes, records of action, telephone conversations, memoranda for the record: what was said, and who was there."""

from __future__ import annotations

import datetime as dt

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, Person, long, moment, twelve
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import drafting
from bench.unfamiliar.sheet import Ink, Paper

GROUPS = (
    "Special Group (Counterinsurgency)",
    "Policy Planning Council",
    "Operations Coordinating Board",
    "Planning Group",
)
ITEMS = (
    *("Laos", "Status Report on the Loan Program", "Berlin Contingency Planning", "Base Rights Negotiations"),
    *("Food Shipments", "Situation in the Congo", "Air Corridor Incidents", "Draft Reply to the Soviet Note"),
)
ROOMS = ("Room 7219, New State", "Cabinet Room, White House", "Conference Room B", "The Secretary's Conference Room")


def level(paper: Paper, draw: Draw, day: dt.date) -> Ink:
    """The paper's level where it stands first; `again` types it at the foot."""
    words = draw.level(day)
    paper.fields["classification"] = words
    paper.foot = lambda: paper.middle(paper.level(words))
    return paper.level(words)


def close(paper: Paper) -> None:
    """The foot of the last page."""
    if paper.foot:
        paper.foot()


def parts(edition: Edition, count: int) -> list[tuple[str, ...]]:
    """The paragraphs in so many runs, none of them empty."""
    paragraphs = edition.paragraphs
    size = max(1, len(paragraphs) // count)
    cut = [paragraphs[at : at + size] for at in range(0, size * (count - 1), size)]
    cut.append(paragraphs[size * (count - 1) :])
    return [each for each in cut if each]


def attended(paper: Paper, person: Person) -> Ink:
    """A participant's surname, noted."""
    return paper.also("participants", {"surname": person.surname}, person.surname)


def _items(paper: Paper, draw: Draw, edition: Edition, mark: str, indent: int = 0) -> None:
    runs = parts(edition, min(draw.rng.randint(2, 3), len(edition.paragraphs)))
    for n, (title, run) in enumerate(zip(draw.rng.sample(ITEMS, len(runs)), runs, strict=True), 1):
        words = mark.format(n=n, title=title)
        paper.row(paper.also("items", words), indent=indent)
        paper.gap()
        paper.text(run)


def minutes_of_a_group(paper: Paper, draw: Draw, edition: Edition) -> None:
    """A committee's minutes: title with the group and the day, PRESENT, items with their titles, a secretary."""
    paper.unjudged |= {"subject", "from", "number"}
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    hour = draw.hour(edition.hour)
    paper.middle(f"MINUTES OF MEETING OF THE {draw.of(*GROUPS).upper()}")
    paper.fields["date"] = moment(edition.day, hour)
    paper.middle(Ink(f"{long(edition.day)}, {twelve(hour)}", "field.date"))
    paper.middle(paper.say("place", draw.of(*ROOMS)))
    paper.gap()
    paper.row(paper.label("PRESENT:"))
    for person in draw.people(draw.rng.randint(4, 7)):
        paper.row(f"{person.title} ", attended(paper, person), draw.of("", f", {draw.of(*stock.BUREAUS)}"), indent=5)
    paper.gap()
    _items(paper, draw, edition, "{n}. {title}")
    _secretary(paper, draw)
    close(paper)


def _secretary(paper: Paper, draw: Draw) -> None:
    person = draw.people(9)[8]
    paper.row(f"{person.given} {person.middle}. ", paper.say("signed_by", {"surname": person.surname}, person.surname))
    paper.fields["from"] = {"surname": person.surname}
    paper.unjudged.add("from")
    paper.row("Executive Secretary")
    paper.gap()


def minutes_with_labels(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Department's: MINUTES OF MEETING over DATE, PLACE, SUBJECT, PARTICIPANTS."""
    paper.middle("DEPARTMENT OF STATE")
    paper.middle(draw.of("Minutes of Meeting", "MINUTES"))
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    paper.row(paper.label("DATE:"), "   ", paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.row(paper.label("PLACE:"), "  ", paper.say("place", draw.of(*ROOMS)))
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.row(paper.label("PARTICIPANTS:"))
    for person in draw.people(draw.rng.randint(3, 6)):
        paper.row(f"{person.title} {person.given} ", attended(paper, person), f", {draw.of(*stock.BUREAUS)}", indent=5)
    paper.gap()
    paper.text(edition.paragraphs)
    if draw.chance(0.6):
        paper.row(*drafting(paper, draw, edition.day, draw.people(8)[7]))
    close(paper)


def summary_record(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Council's: SUMMARY RECORD OF THE ...TH MEETING, the day in its title's last line, those present in a run."""
    paper.unjudged |= {"subject", "number", "place", "from", "signed_by"}
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.middle(f"SUMMARY RECORD OF THE {draw.figure(340, 560)}TH MEETING")
    paper.middle("OF THE NATIONAL SECURITY COUNCIL")
    hour = draw.hour(edition.hour)
    paper.fields["date"] = moment(edition.day, hour)
    paper.middle(Ink(f"{long(edition.day)} -- {twelve(hour, stops=draw.chance(0.5))}", "field.date"))
    paper.gap()
    people = draw.people(draw.rng.randint(3, 5))
    inks: list[str | Ink] = []
    for person in people:
        inks += [", " if inks else "", f"{person.title} ", attended(paper, person)]
    for at in range(0, len(inks), 9):  # three names a line
        paper.row(paper.label("Those Present:") + "  " if at == 0 else "     ", *inks[at : at + 9])
    paper.gap()
    _items(paper, draw, edition, "ITEM {n} - {title}")
    close(paper)


def record_of_actions(paper: Paper, draw: Draw, edition: Edition) -> None:
    """RECORD OF ACTIONS: each action by its number and its title in capitals, and what was done."""
    paper.unjudged |= {"subject", "number", "place", "participants", "from", "signed_by"}
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.middle("RECORD OF ACTIONS")
    paper.middle(f"{draw.of('Standing Group', 'National Security Council')} Meeting")
    paper.middle(paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.gap()
    first = draw.rng.randint(2100, 2460)
    runs = parts(edition, min(3, len(edition.paragraphs)))
    for n, (title, run) in enumerate(zip(draw.rng.sample(ITEMS, len(runs)), runs, strict=True)):
        paper.row(paper.also("items", f"{first + n}. {title.upper()}"))
        paper.gap()
        paper.text(run)
    close(paper)


def record_of_action_numbered(paper: Paper, draw: Draw, edition: Edition) -> None:
    """A staff's: Record of Action, the day at the right, actions counted from 1."""
    paper.unjudged |= {"subject", "number", "place", "participants", "from", "signed_by"}
    paper.row(
        paper.say("date", edition.day.isoformat(), f"{edition.day.day} {edition.day:%B} {edition.day.year}"), indent=44
    )
    paper.middle("RECORD OF ACTION")
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    _items(paper, draw, edition, draw.of("{n}. {title}:", "Action {n}. {title}"), indent=2)
    close(paper)


def telephone_form(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Department's form of a conversation, by telephone."""
    paper.middle("DEPARTMENT OF STATE")
    paper.middle(draw.of("MEMORANDUM OF TELEPHONE CONVERSATION", "Memorandum of Telephone Conversation"))
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    hour = draw.hour(edition.hour)
    paper.fields["date"] = moment(edition.day, hour)
    paper.row(paper.label("DATE:"), "  ", Ink(f"{long(edition.day)}, {twelve(hour)}", "field.date"))
    paper.gap()
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.row(paper.label("PARTICIPANTS:"))
    for person in draw.people(2):
        paper.row(f"{person.title} {person.given} ", attended(paper, person), f", {draw.of(*stock.BUREAUS)}", indent=5)
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(*drafting(paper, draw, edition.day, draw.people(4)[3]))
    close(paper)


def telephone_call(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Secretary's office's: the day and hour over TELEPHONE CALL TO MR. BARSTOW, and the text."""
    paper.unjudged |= {"subject", "from", "place"}
    hour = draw.hour(edition.hour)
    paper.fields["date"] = moment(edition.day, hour)
    paper.row(Ink(f"{long(edition.day)}", "field.date"))
    paper.row(Ink(twelve(hour), "field.date"))
    paper.gap()
    person = draw.people(1)[0]
    title = person.title.upper()
    paper.row(f"TELEPHONE CALL {draw.of('TO', 'FROM')} {title} ", attended_in_capitals(paper, person))
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(paper.say("typed_by", draw.typist()))
    paper.unjudged.add("typed_by")


def attended_in_capitals(paper: Paper, person: Person) -> Ink:
    """A participant's surname in capitals, noted."""
    return paper.also("participants", {"surname": person.surname}, person.surname.upper())


def telephone_between(paper: Paper, draw: Draw, edition: Edition) -> None:
    """Record of a call: TELEPHONE CONVERSATION between two on one line, the day at the right."""
    paper.unjudged |= {"subject", "from", "place"}
    one, other = draw.people(2)
    paper.middle(level(paper, draw, edition.day))
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=44)
    paper.gap()
    paper.middle("Record of Telephone Conversation")
    paper.gap()
    paper.row(
        paper.label("BETWEEN:"), f"  {one.title} ", attended(paper, one), f" and {other.title} ", attended(paper, other)
    )
    paper.gap()
    paper.text(edition.paragraphs)
    close(paper)


def for_the_record(paper: Paper, draw: Draw, edition: Edition) -> None:
    """MEMORANDUM FOR THE RECORD, the day at the right, the subject, a signature."""
    paper.unjudged |= {"to"}
    paper.middle(level(paper, draw, edition.day))
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=44)
    paper.gap()
    paper.row(draw.of("MEMORANDUM FOR THE RECORD", "MEMORANDUM FOR RECORD"))
    paper.gap()
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    _signed(paper, draw)
    close(paper)


def for_the_files(paper: Paper, draw: Draw, edition: Edition) -> None:
    """MEMORANDUM FOR THE FILES on an office's paper, FROM and Subject under it."""
    paper.unjudged |= {"to"}
    paper.middle("DEPARTMENT OF STATE")
    paper.middle(draw.of("Bureau of European Affairs", "Executive Secretariat"))
    paper.gap()
    paper.row(paper.say("date", edition.day.isoformat(), f"{edition.day.day} {edition.day:%B} {edition.day.year}"))
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.middle(draw.of("MEMORANDUM FOR THE FILES", "Memorandum for the File"))
    paper.gap()
    writer = draw.people(1)[0]
    office = draw.of(*stock.BUREAUS)
    paper.row(
        paper.label("FROM:"), f"  {office} - {writer.title} ",
        paper.say("from", {"surname": writer.surname}, writer.surname),
    )  # fmt: skip
    paper.row(paper.label("Subject:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    close(paper)


def _signed(paper: Paper, draw: Draw) -> None:
    writer = draw.people(3)[2]
    paper.row(paper.style.signature, indent=34)
    paper.row(
        f"{writer.given} {writer.middle}. ",
        paper.say("signed_by", {"surname": writer.surname}, writer.surname),
        indent=34,
    )
    paper.fields["from"] = {"surname": writer.surname}
    paper.gap()
