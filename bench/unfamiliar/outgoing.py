"""Telegrams of the Department, on forms and flimsies other than the known ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, Person, long, moment
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import cleared, drafting, in_turn
from bench.unfamiliar.marks import mark_by_lot
from bench.unfamiliar.sheet import Ink, Paper, Part, Row

__all__ = ["outgoing"]

FIRST_STATE_NUMBER = 1962
"""No telegram bears a number of the one series of STATE before."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The facts of a telegram before it is typed."""

    number: str
    action: tuple[str, ...]
    info: tuple[str, ...]
    level: str
    captions: tuple[str, ...]
    precedence: tuple[str, ...]
    hour: dt.time
    drafter: Person
    approver: Person
    clearing: tuple[Person, ...]
    desk: tuple[str, str]
    signer: str


def outgoing(paper: Paper, draw: Draw, edition: Edition) -> None:
    """One of the layouts, filled."""
    people = draw.people(6)
    level = draw.level(edition.day)
    posts = draw.some(stock.EMBASSIES, 1, 6)
    word = draw.of("Amembassy ", "AmEmbassy ", "AMEMBASSY ")
    sent = Sent(
        number=edition.number or draw.figure(40, 4800),
        action=(f"{word}{posts[0]}",),
        info=tuple(f"{word}{each}" for each in posts[1:4]) if draw.chance(0.6) else (),
        level=level,
        captions=tuple(draw.captions(edition.day, level)),
        precedence=tuple(draw.precedence()),
        hour=draw.hour(edition.hour),
        drafter=people[0],
        approver=people[1],
        clearing=tuple(people[2 : 2 + draw.rng.randint(0, 3)]),
        desk=draw.desk(),
        signer=draw.secretary(edition.day)[0],
    )
    paper.fields |= {"direction": "outgoing", "from": "Department of State", "series": "DEPTEL"}
    paper.fields["date"] = moment(edition.day, sent.hour)
    paper.unjudged.add("attention")  # the text may open with whom it is for
    if sent.captions:
        paper.fields["captions"] = list(sent.captions)
    mark_by_lot(paper, draw, edition.day, 0.25)
    layouts: tuple[Layout, ...] = (_flimsy, _addresses_at_foot, _circular, _numbered_state, _teleprinter)
    layout = layouts[draw.rng.randrange(len(layouts))]
    if layout is _numbered_state and edition.day.year < FIRST_STATE_NUMBER:
        layout = _flimsy
    layout(paper, draw, edition, sent)


Layout = Callable[[Paper, Draw, Edition, Sent], None]


def _clock(draw: Draw, edition: Edition, sent: Sent) -> Ink:
    """The time of sending, as some clock or clerk has it."""
    day, half = edition.day, "PM" if sent.hour.hour >= 12 else "AM"
    hour, minute = (sent.hour.hour - 1) % 12 + 1, f"{sent.hour.minute:02}"
    printed = draw.of(
        f"{day:%b} {day.day} {hour} {minute} {half} '{day:%y}",
        f"{day.year} {day:%b} {day.day} {half} {hour} {minute}".upper(),
        f"{long(day)}, {hour}:{minute} {half.lower()[0]}.m.",
        f"{day:%b} {day.day}, {day.year}  {hour}:{minute} {half}",
    )
    return Ink(printed, "field.date")


def _drafting(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> list[Part]:
    return drafting(paper, draw, edition.day, sent.drafter, draw.of(":", ":", "/"))


def _levels(paper: Paper, sent: Sent) -> list[Part]:
    """The marking line: level and captions, at head or foot of a page."""
    paper.fields["classification"] = sent.level
    parts: list[Part] = [paper.level(sent.level)]
    for caption in sent.captions:
        parts += [" - ", paper.caption(caption)]
    return parts


def _furniture(paper: Paper, sent: Sent, words: Callable[[int], str]) -> None:
    """The level at the foot of each page, and on the next page the level again under its number."""

    def foot() -> None:
        paper.gap()
        paper.middle(*_levels(paper, sent))

    inner = paper.head

    def head(page: int) -> None:
        if inner:
            inner(page)
        paper.row(Ink(words(page), "furniture"))
        paper.middle(*_levels(paper, sent))
        paper.gap()

    paper.foot, paper.head = foot, head


def _flimsy(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> None:
    """A typed copy: addressees in a table with their own precedence and number, approval before drafting."""
    _furniture(paper, sent, lambda page: f"Page {page} of {sent.number} to {sent.action[0].split(' ', 1)[1].title()}")
    paper.middle("D E P A R T M E N T   O F   S T A T E")
    paper.middle("Outgoing Message")
    paper.gap()
    paper.middle(*_levels(paper, sent))
    paper.gap()
    paper.row(paper.label("DATE:"), "     ", _clock(draw, edition, sent))
    paper.row(
        paper.label("TO:"), "       ", paper.also("to", sent.action[0]), "   ", *_urgent(paper, sent), "   No. ",
        paper.say("number", sent.number),
    )  # fmt: skip
    for n, post in enumerate(sent.info):
        paper.row(
            paper.label("INFO:") if n == 0 else "     ",
            "     ",
            paper.also("info", post),
            f"   {draw.figure(30, 3000)}",
        )
    if draw.chance(0.5):
        paper.row(paper.label("RE:"), "       ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(paper.say("signed_by", {"surname": sent.signer.title()}, sent.signer), indent=40)
    paper.gap()
    mark_by_lot(paper, draw, edition.day, 0.3)
    office = sent.desk[0]
    paper.row(
        paper.label("Apprvd:"), f" {office} - {sent.approver.title} ",
        paper.say("approved_by", {"surname": sent.approver.surname, "office": office}, sent.approver.surname),
    )  # fmt: skip
    paper.row(paper.label("Drftd:"), "  ", *_drafting(paper, draw, edition, sent))
    if sent.clearing:
        paper.row(paper.label("Clrd:"), "   ", *cleared(paper, draw, sent.clearing, "; "))
    paper.gap()
    paper.middle(*_levels(paper, sent))


def _addresses_at_foot(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> None:
    """The text begins under the heading; to whom it went, and what the wire costs, stands under the signature."""
    _furniture(paper, sent, lambda page: f"- {page} -")
    ticked = draw.of("Collect", "Charge Department", "")
    paper.beside(
        [_row("TELEGRAM"), _row("Foreign Service of the"), _row("Department of State")],
        [_boxed(paper, label, ticked == label) for label in ("Collect", "Charge Department")],
        46,
    )  # fmt: skip
    paper.gap()
    paper.row(*_levels(paper, sent))
    if edition.file_number and draw.chance(0.6):
        paper.row(paper.say("file_number", edition.file_number), indent=44)
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(paper.say("signed_by", {"surname": sent.signer.title()}, sent.signer), indent=44)
    paper.gap()
    paper.row(
        paper.label("Sent to:"),
        "   ",
        paper.also("to", sent.action[0]),
        " ",
        *_urgent(paper, sent),
    )
    paper.row(paper.label("Telegram No."), " ", paper.say("number", sent.number))
    paper.row(paper.label("Despatched"), " ", _clock(draw, edition, sent))
    if sent.info:
        parts: list[Part] = []
        for post in sent.info:
            parts += ["; " if parts else "", paper.also("info", post)]
        paper.row(paper.label("Rptd for information to:"), " ", *parts)
    mark_by_lot(paper, draw, edition.day, 0.3)
    paper.gap()
    paper.row(paper.label("Prepared by"), " ", *_drafting(paper, draw, edition, sent))
    if sent.clearing:
        paper.row(paper.label("Cleared with"), " ", *cleared(paper, draw, sent.clearing, ", "))
    before = sent.approver.full.removesuffix(sent.approver.surname)
    paper.row(
        paper.label("Authorized by"), " ", before,
        paper.say("approved_by", {"surname": sent.approver.surname}, sent.approver.surname),
    )  # fmt: skip
    paper.middle(*_levels(paper, sent))


def _circular(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> None:
    """One text to many posts, under a number of its own series."""
    _furniture(paper, sent, lambda page: f"CIRCULAR {sent.number}, page {page}")
    paper.fields["series"] = "CIRTEL"
    paper.unjudged |= {"series", "to", "info"}
    number = draw.figure(11, 2300)
    paper.row("OUTGOING TELEGRAM", "     ", "Department of State")
    paper.row(_clock(draw, edition, sent), indent=40)
    paper.row(*_levels(paper, sent))
    paper.gap()
    paper.row(
        paper.label("CIRCULAR"),
        " ",
        paper.say("number", number),
        "  ",
        *_urgent(paper, sent),
    )
    paper.gap()
    posts = draw.some(stock.EMBASSIES, 5, 11)
    paper.row(paper.label("ACTION:"), " Amembassies ", ", ".join(posts[:5]))
    if posts[5:]:
        paper.row("        " + ", ".join(posts[5:]))
    paper.row(paper.label("INFO:"), f"   Amconsuls {', '.join(draw.some(stock.CONSULATES, 1, 3))}")
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(paper.say("signed_by", {"surname": sent.signer.title()}, sent.signer), indent=40)
    paper.gap()
    paper.row(paper.label("Drafted by:"), "    ", *_drafting(paper, draw, edition, sent))
    office, before = sent.desk[0], sent.approver.full.removesuffix(sent.approver.surname)
    paper.row(
        paper.label("Approved for transmission by:"), f" {office} - ", before,
        paper.say("approved_by", {"surname": sent.approver.surname, "office": office}, sent.approver.surname),
    )  # fmt: skip
    if sent.clearing:
        paper.row(paper.label("Clearances:"))
        for person in sent.clearing:
            paper.row(*cleared(paper, draw, (person,), ""), indent=4)
    mark_by_lot(paper, draw, edition.day, 0.3)
    paper.middle(*_levels(paper, sent))


def _numbered_state(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> None:
    """The drafter's block at the head, addressees with the precedence before the post, the number after STATE."""
    _furniture(paper, sent, lambda page: f"{page}")
    number = draw.figure(1000, 229999)
    paper.unjudged.add("series")
    paper.row("Department of State", " " * 20, "TELEGRAM")
    paper.gap()
    paper.row(*_levels(paper, sent), "     STATE ", paper.say("number", number))
    paper.gap()
    paper.row(paper.label("DRAFTED BY:"), " ", *_drafting(paper, draw, edition, sent))
    paper.row(
        paper.label("APPROVED BY:"), f" {sent.desk[0]} - {sent.approver.title} ",
        paper.say("approved_by", {"surname": sent.approver.surname, "office": sent.desk[0]}, sent.approver.surname),
    )  # fmt: skip
    if sent.clearing:
        paper.row(paper.label("CLEARANCES:"), " ", *cleared(paper, draw, sent.clearing, "; "))
    paper.gap()
    paper.row(
        *_urgent(paper, sent),
        "  " if sent.precedence else "",
        paper.also("to", sent.action[0]),
    )
    for post in sent.info:
        paper.row(paper.label("INFO"), "  ", paper.also("info", post))
    paper.row(_clock(draw, edition, sent), indent=42)
    mark_by_lot(paper, draw, edition.day, 0.25)
    if draw.chance(0.4):
        passed = draw.of("WHITE HOUSE", "USUN", "CINCPAC", "OSD")
        paper.row(
            f"{draw.of('PASS', 'Pass', 'RELAY TO') if passed != 'WHITE HOUSE' else 'PASS'} ",
            paper.also("pass_to", passed),
        )
    if draw.chance(0.5):
        paper.row(paper.label("Subj:"), " ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(paper.say("signed_by", {"surname": sent.signer.title()}, sent.signer))
    paper.gap()
    paper.middle(*_levels(paper, sent))


def _teleprinter(paper: Paper, draw: Draw, edition: Edition, sent: Sent) -> None:
    """As it left the machine: date-time group, FM, TO, the level spaced out, everything in capitals."""
    letter = {"FLASH": "Z", "IMMEDIATE": "O", "OPERATIONAL IMMEDIATE": "O", "PRIORITY": "P"}.get(
        " ".join(sent.precedence[:1]), "R"
    )
    zulu = dt.datetime.combine(edition.day, sent.hour) + dt.timedelta(hours=5)
    paper.fields["date"] = moment(zulu.date(), zulu.time())
    paper.fields["from"] = "SECSTATE WASHDC"
    paper.unjudged |= {"precedence", "series", "number"}
    post = sent.action[0].upper()
    paper.row(f"{letter} ", Ink(f"{zulu:%d%H%M}Z {zulu:%b %y}".upper(), "field.date"))
    paper.row("FM ", Ink("SECSTATE WASHDC", "field.from"), " ", paper.say("number", sent.number))
    paper.row("TO ", paper.also("to", post), f" {' '.join(sent.precedence[:1])}".rstrip())
    for n, each in enumerate(sent.info):
        paper.row("INFO " if n == 0 else "     ", paper.also("info", each.upper()))
    paper.row("STATE GRNC")
    paper.row("BT")
    paper.fields["classification"] = sent.level
    spaced = "   ".join(" ".join(word) for word in sent.level.split())
    parts: list[Part] = [paper.level(sent.level, printed=spaced)]
    for caption in sent.captions:
        parts += [" ", paper.caption(caption)]
    paper.row(*parts)
    paper.gap()
    paper.text([each.upper() for each in edition.paragraphs], indent=0)
    paper.row(paper.say("signed_by", {"surname": sent.signer.title()}, sent.signer))
    paper.row("BT")
    paper.row("NNNN")
    mark_by_lot(paper, draw, edition.day, 0.3)


def _row(*parts: str) -> Row:
    return tuple(Ink(part) for part in parts)


def _boxed(paper: Paper, label: str, ticked: bool) -> Row:
    box, name = paper.box(label, ticked=ticked)
    return box, Ink(" "), name


def _urgent(paper: Paper, sent: Sent) -> list[Part]:
    return in_turn(paper, "precedence", sent.precedence, " ")
