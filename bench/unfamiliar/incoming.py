"""Telegrams received, as other offices and machines set them out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, long, moment, twelve
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import in_turn
from bench.unfamiliar.marks import mark_by_lot
from bench.unfamiliar.sheet import Ink, Paper, Part, Row

__all__ = ["incoming"]


@dataclass(frozen=True, slots=True)
class Came:
    """The facts of a telegram before it is typed; `came` is when it was received in Washington."""

    post: str
    number: str
    hour: dt.time
    came: dt.datetime
    level: str
    captions: tuple[str, ...]
    precedence: tuple[str, ...]
    copies: tuple[str, ...]
    signer: str
    control: str


Layout = Callable[[Paper, Draw, Edition, Came], None]


def incoming(paper: Paper, draw: Draw, edition: Edition) -> None:
    """One of the layouts, filled."""
    level = draw.level(edition.day)
    hour = draw.hour(edition.hour)
    post = edition.place if edition.place in _POSTS else draw.of(*_POSTS)
    others = [each.title() for each in draw.some(stock.EMBASSIES, 1, 3) if each.title() != post]
    came = Came(
        post=post,
        number=edition.number or draw.figure(40, 4800),
        hour=hour,
        came=dt.datetime.combine(edition.day, hour) + dt.timedelta(minutes=draw.rng.randint(20, 1300)),
        level=level,
        captions=tuple(draw.captions(edition.day, level)),
        precedence=tuple(draw.precedence()),
        copies=tuple(others) if draw.chance(0.6) else (),
        signer=draw.people(1)[0].surname,
        control=draw.figure(1000, 21000),
    )
    paper.fields |= {"direction": "incoming", "series": "EMBTEL"}
    paper.unjudged |= {"series", "attention"}  # the text may open with whom it is for
    paper.fields["date"] = moment(edition.day, came.hour)
    if came.captions:
        paper.fields["captions"] = list(came.captions)
    mark_by_lot(paper, draw, edition.day, 0.25)
    layouts: tuple[Layout, ...] = (_desk_copy, _symbols_left, _sections, _teleprinter)
    layouts[draw.rng.randrange(len(layouts))](paper, draw, edition, came)


_POSTS = (
    *("Saigon", "Beirut", "Moscow", "Bonn", "New Delhi", "Karachi", "Cairo", "Tel Aviv", "Amman", "London", "Paris"),
    *("Rome", "Ankara", "Athens", "Bangkok", "Belgrade", "Lisbon", "Lima", "Oslo", "Tokyo", "Vientiane", "Warsaw"),
)


def _levels(paper: Paper, came: Came) -> list[Part]:
    paper.fields["classification"] = came.level
    parts: list[Part] = [paper.level(came.level)]
    for caption in came.captions:
        parts += ["  ", paper.caption(caption)]
    return parts


def _furniture(paper: Paper, came: Came, words: Callable[[int], str]) -> None:
    inner = paper.head

    def foot() -> None:
        paper.gap()
        paper.middle(*_levels(paper, came))

    def head(page: int) -> None:
        if inner:
            inner(page)
        paper.row(Ink(words(page), "furniture"))
        paper.gap()

    paper.foot, paper.head = foot, head


def _written(edition: Edition, came: Came, *, capitals: bool = False) -> Ink:
    """Day and hour as the post has them: the year is not printed."""
    words = f"{edition.day:%B} {edition.day.day}, {twelve(came.hour)}"
    return Ink(words.upper() if capitals else words, "field.date")


def _desk_copy(paper: Paper, draw: Draw, edition: Edition, came: Came) -> None:
    """Retyped for an officer's desk: labels in words, no symbols, dates in full."""
    _furniture(paper, came, lambda page: f"{came.post} {came.number} - {page}")
    paper.row("C O P Y", indent=30)
    paper.gap()
    paper.row(*_levels(paper, came), indent=24)
    paper.gap()
    paper.row(paper.label("Telegram from:"), "  ", paper.say("from", came.post))
    paper.row(paper.label("Addressed to:"), "   ", paper.also("to", "Secretary of State"))
    paper.row(
        paper.label("Its number:") if draw.chance(0.5) else paper.label("No.:"),
        "     ",
        paper.say("number", came.number),
    )
    paper.row(paper.label("Dated:"), "          ", Ink(f"{long(edition.day)}, {twelve(came.hour)}", "field.date"))
    day, hour = came.came.date(), came.came.time()
    paper.row(
        paper.label("Received:"), "       ", paper.say("received", moment(day, hour), f"{long(day)}, {twelve(hour)}")
    )
    if came.precedence:
        paper.row(paper.label("Precedence:"), "     ", *in_turn(paper, "precedence", came.precedence, " "))
    if came.copies:
        parts: list[Part] = []
        for post in came.copies:
            parts += [", " if parts else "", paper.also("info", post)]
        paper.row(paper.label("Repeated to:"), "    ", *parts)
    if draw.chance(0.5):
        paper.row(
            paper.label("Subject:"), "        ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS))
        )
    paper.gap()
    paper.text(edition.paragraphs, spread=draw.chance(0.2))
    paper.row(paper.say("signed_by", {"surname": came.signer}, came.signer), indent=44)
    mark_by_lot(paper, draw, edition.day, 0.35)
    paper.gap()
    paper.middle(*_levels(paper, came))


def _symbols_left(paper: Paper, draw: Draw, edition: Edition, came: Came) -> None:
    """A column of offices down the left, control number with its letters, TO before FROM."""
    _furniture(
        paper, came, lambda page: f"-{page}- {came.number}, {edition.day:%B} {edition.day.day}, from {came.post}"
    )
    capitals = draw.chance(0.5)
    paper.row("INCOMING TELEGRAM", " " * 12, "Department of State")
    paper.gap()
    action = draw.of(*stock.DIVISIONS)
    left: list[Row] = [(Ink(paper.label("ACTION")),), (paper.symbol(action, "action"),), (Ink(paper.label("INFO")),)]
    left += [(paper.symbol(each, "info"),) for each in draw.some([s for s in stock.SYMBOLS if s != action], 3, 9)]
    at = came.came
    received = long(at.date()), twelve(at.time())
    stamped = tuple(each.upper() for each in received) if capitals else received
    paper.fields["received"] = moment(at.date(), at.time())
    right: list[Row] = [
        tuple(_inks(_levels(paper, came))),
        (),
        (Ink("CN: " if draw.chance(0.5) else "CONTROL NO. "), Ink(came.control)),
        (Ink(paper.label("REC'D:")), Ink(" "), Ink(stamped[0], "field.received")),
        (Ink("       "), Ink(stamped[1], "field.received")),
        (Ink(paper.label("TO:")), Ink("    "), paper.also("to", "Secretary of State")),
        (
            Ink(paper.label("FROM:")),
            Ink("  "),
            paper.say("from", came.post, came.post.upper() if capitals else came.post),
        ),
        (
            Ink(paper.label("NO:")),
            Ink("    "),
            paper.say("number", came.number),
            Ink(", "),
            _written(edition, came, capitals=capitals),
        ),
        tuple(_inks(in_turn(paper, "precedence", came.precedence, " "))),
    ]
    paper.beside(left, right, 14)
    paper.gap()
    if came.copies:
        parts: list[Part] = [f"SENT DEPARTMENT {came.number}; REPEATED INFORMATION "]
        for n, post in enumerate(came.copies):
            parts += [", " if n else "", paper.also("info", post.upper()), f" {draw.figure(20, 900)}"]
        paper.unjudged.add("to")
        paper.row(*parts)
        paper.gap()
    mark_by_lot(paper, draw, edition.day, 0.2)
    paper.text(edition.paragraphs)
    paper.row(paper.say("signed_by", {"surname": came.signer}, came.signer.upper()), indent=40)
    paper.gap()
    paper.row(f"{draw.typist().upper()}/{draw.figure(1, 30)}")
    if edition.file_number and draw.chance(0.4):
        paper.row(paper.say("file_number", edition.file_number), indent=48)
    if draw.chance(0.3):
        paper.row(f"Note: {draw.of('Passed', 'Relayed', 'Advance copy')} to S/S-O {twelve(at.time())}")
    paper.middle(*_levels(paper, came))
    if draw.chance(0.6):
        paper.row(Ink("PERMANENT RECORD COPY: THIS COPY MUST BE RETURNED TO RM/R CENTRAL FILES", "furniture"))


def _sections(paper: Paper, draw: Draw, edition: Edition, came: Came) -> None:
    """Sent in two sections; the second has its own heading in the middle of the text."""
    _furniture(paper, came, lambda page: f"PAGE {page}  {came.post.upper()} {came.number}")
    paper.middle("DEPARTMENT OF STATE")
    paper.middle("TELEGRAM RECEIVED IN SECTIONS")
    paper.gap()
    paper.row(*_levels(paper, came))
    paper.row(
        paper.label("From"),
        " ",
        paper.say("from", came.post),
        "  ",
        paper.label("To"),
        " ",
        paper.also("to", "Secretary of State"),
    )
    paper.row(
        paper.label("Number"), " ", paper.say("number", came.number), " of ", _written(edition, came),
        "  (SECTION 1 OF 2)",
    )  # fmt: skip
    paper.row(
        paper.label("Time of receipt"), " ",
        paper.say(
            "received", moment(came.came.date(), came.came.time()),
            f"{twelve(came.came.time())}, {long(came.came.date())}",
        ),
    )  # fmt: skip
    if came.precedence:
        paper.row(*in_turn(paper, "precedence", came.precedence, " "))
    mark_by_lot(paper, draw, edition.day, 0.25)
    paper.gap()
    half = max(len(edition.paragraphs) // 2, 1)
    paper.text(edition.paragraphs[:half])
    if edition.paragraphs[half:]:
        paper.row(Ink(f"SECTION 2 OF 2 OF {came.post.upper()}'S {came.number}", "furniture"))
        paper.gap()
        paper.text(edition.paragraphs[half:])
    paper.row(paper.say("signed_by", {"surname": came.signer}, came.signer.upper()))
    paper.gap()
    paper.row(paper.label("DISTRIBUTION:"), " ", *_distribution(paper, draw))
    paper.middle(*_levels(paper, came))


def _teleprinter(paper: Paper, draw: Draw, edition: Edition, came: Came) -> None:
    """As it came off the machine, routing lines and all, in capitals."""
    zulu = dt.datetime.combine(edition.day, came.hour)
    letter = {"FLASH": "Z", "IMMEDIATE": "O", "OPERATIONAL IMMEDIATE": "O", "PRIORITY": "P"}.get(
        " ".join(came.precedence[:1]), "R"
    )
    paper.unjudged |= {"precedence", "to", "received"}
    paper.row(f"VV {draw.typist().upper()}A{draw.figure(100, 999)}VV {draw.typist().upper()}B{draw.figure(100, 999)}")
    paper.row(f"{letter} RUEHC", f"  {zulu:%j}/{zulu:%H%M}Z")
    paper.row(f"{letter} ", Ink(f"{zulu:%d%H%M}Z {zulu:%b %y}".upper(), "field.date"))
    paper.row("FM ", paper.say("from", f"AMEMBASSY {came.post.upper()}"))
    paper.row("TO SECSTATE WASHDC ", paper.say("number", came.number))
    paper.fields["to"] = ["SECSTATE WASHDC"]
    for n, post in enumerate(came.copies):
        paper.row(
            "INFO " if n == 0 else "     ",
            paper.also("info", f"AMEMBASSY {post.upper()}"), f" {draw.figure(20, 900)}",
        )  # fmt: skip
    paper.row("STATE GRNC")
    paper.row("BT")
    paper.fields["classification"] = came.level
    spaced = "   ".join(" ".join(word) for word in came.level.split())
    parts: list[Part] = [paper.level(came.level, printed=spaced)]
    for caption in came.captions:
        parts += [" ", paper.caption(caption)]
    paper.row(*parts)
    if draw.chance(0.4):
        passed = draw.of("WHITE HOUSE", "CINCPAC", "OSD")
        paper.row("DEPT PASS ", paper.also("pass_to", passed))
    paper.gap()
    paper.text([each.upper() for each in edition.paragraphs], indent=0)
    paper.row(paper.say("signed_by", {"surname": came.signer}, came.signer.upper()))
    paper.row("BT")
    mark_by_lot(paper, draw, edition.day, 0.4)


def _inks(parts: Sequence[Part]) -> list[Ink]:
    return [part if isinstance(part, Ink) else Ink(part) for part in parts]


def _distribution(paper: Paper, draw: Draw) -> list[Part]:
    parts: list[Part] = []
    for n, office in enumerate(draw.some(stock.SYMBOLS, 3, 7)):
        parts += [", " if n else "", paper.symbol(office, "info")]
    return parts
