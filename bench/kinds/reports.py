"""Intelligence reports and estimates."""

from __future__ import annotations

import datetime as dt

from bench.kinds.meetings import close, level
from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, long
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.sheet import Paper

COUNTRIES = ("Cuba", "Laos", "Vietnam", "Iran", "Congo", "Germany", "Brazil")


def information_report(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Agency's form: COUNTRY and REPORT NO., SUBJECT and DATE DISTR., the day and place of the news."""
    paper.unjudged |= {"from", "place", "acquired", "sources", "to"}
    paper.middle(level(paper, draw, edition.day))
    paper.middle("CENTRAL INTELLIGENCE AGENCY")
    paper.middle("INFORMATION REPORT")
    paper.gap()
    number = f"CS-{draw.figure(3, 9)}/{draw.figure(100, 999)},{draw.figure(100, 999)}"
    country = draw.of(*COUNTRIES)
    paper.row(
        paper.label("COUNTRY"),
        "   ",
        paper.say("country", country),
        " " * 16,
        paper.label("REPORT NO."),
        "  ",
        paper.say("number", number),
    )
    paper.row(paper.label("SUBJECT"), "   ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.row(
        paper.label("DATE DISTR."),
        "  ",
        paper.say("date", edition.day.isoformat(), f"{edition.day.day} {edition.day:%B} {edition.day.year}"),
    )
    early = edition.day - dt.timedelta(days=draw.rng.randint(6, 20))
    paper.row(
        paper.label("DATE OF INFO."),
        "  ",
        paper.say("information_date", early.isoformat(), f"{early.day} {early:%B} {early.year}"),
    )
    paper.row(paper.label("PLACE & DATE ACQ."), f"  {country}, {draw.of(*stock.EMBASSIES).title()}")
    paper.gap()
    paper.text(edition.paragraphs)
    close(paper)


def estimate(paper: Paper, draw: Draw, edition: Edition) -> None:
    """An estimate: its number, its title in capitals, the day; submitted by the Director."""
    paper.unjudged |= {"from", "subject", "to", "country", "signed_by"}
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.middle(draw.of("SPECIAL NATIONAL INTELLIGENCE ESTIMATE", "NATIONAL INTELLIGENCE ESTIMATE"))
    paper.middle("NUMBER ", paper.say("number", f"{draw.figure(10, 99)}-{draw.figure(1, 29)}-{edition.day.year % 100}"))
    paper.gap()
    paper.middle(draw.of(*stock.SUBJECTS).upper())
    paper.gap()
    paper.middle(paper.say("date", edition.day.isoformat(), f"{edition.day.day} {edition.day:%B} {edition.day.year}"))
    paper.gap()
    paper.text(edition.paragraphs)
    close(paper)


def research_memorandum(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Department's bureau: INTELLIGENCE MEMORANDUM with its number, day and subject."""
    paper.unjudged |= {"from", "to", "country"}
    paper.middle("DEPARTMENT OF STATE")
    paper.middle("DIRECTOR OF INTELLIGENCE AND RESEARCH")
    paper.gap()
    paper.row("INTELLIGENCE MEMORANDUM")
    paper.row(level(paper, draw, edition.day))
    paper.row(paper.label("No."), " ", paper.say("number", f"RSB-{draw.figure(10, 240)}"))
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.gap()
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    close(paper)
