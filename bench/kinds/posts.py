"""Circular telegrams, airgrams and despatches: what went to many posts, and what came from one by pouch."""

from __future__ import annotations

from bench.kinds.meetings import close, level
from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, long, moment, twelve
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import drafting
from bench.unfamiliar.sheet import Ink, Paper

EVERYWHERE = (
    "ALL AMERICAN DIPLOMATIC POSTS",
    "ALL AMERICAN DIPLOMATIC AND CONSULAR POSTS",
    "ALL DIPLOMATIC AND CONSULAR POSTS",
)


def circular_form(paper: Paper, draw: Draw, edition: Edition) -> None:
    """OUTGOING TELEGRAM, ACTION: CIRCULAR and its number, the posts in a list."""
    paper.fields |= {"direction": "outgoing", "from": "Department of State"}
    paper.unjudged |= {"series", "info"}
    paper.middle("OUTGOING TELEGRAM    Department of State")
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    number = paper.say("number", edition.number or draw.figure(200, 2200))
    paper.row(paper.label("ACTION:"), "  CIRCULAR ", number, "   ", *_precedence(paper, draw))
    paper.gap()
    for post in draw.some(stock.EMBASSIES, 2, 5):
        paper.row("Amembassy ", paper.also("to", f"Amembassy {post}", post), indent=10)
    paper.gap()
    hour = draw.hour(edition.hour)
    paper.fields["date"] = moment(edition.day, hour)
    paper.row(
        Ink(f"{edition.day:%b} {edition.day.day}, {edition.day.year} {twelve(hour, stops=False)}", "field.date"),
        indent=44,
    )
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row(
        paper.say("signed_by", {"surname": draw.secretary(edition.day)[0]}, draw.secretary(edition.day)[0]), indent=40
    )
    paper.gap()
    person, approving = draw.people(2)
    paper.row("Drafted by: ", *drafting(paper, draw, edition.day, person))
    paper.row(
        "Approved by: ",
        f"{approving.title} ",
        paper.say("approved_by", {"surname": approving.surname}, approving.surname),
    )
    close(paper)


def _precedence(paper: Paper, draw: Draw) -> list[Ink | str]:
    words = draw.precedence()
    out: list[Ink | str] = []
    for word in words:
        out += [" " if out else "", paper.also("precedence", word)]
    return out


def circular_title(paper: Paper, draw: Draw, edition: Edition) -> None:
    """CIRCULAR TELEGRAM to all posts, its number on a line of its own."""
    paper.fields |= {"direction": "outgoing", "from": "Department of State"}
    paper.unjudged |= {"series", "info", "from"}
    paper.row("CIRCULAR TELEGRAM")
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.row(paper.label("TO:"), "  ", paper.also("to", draw.of(*EVERYWHERE)))
    paper.gap()
    paper.row("Circular ", paper.say("number", edition.number or draw.figure(200, 2200)))
    paper.gap()
    paper.text(edition.paragraphs)
    secretary = draw.secretary(edition.day)[0]
    paper.row(paper.say("signed_by", {"surname": secretary}, secretary))
    close(paper)


def airgram_form(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The form of the 1960s: AIRGRAM, its number beside the level, TO, INFO, FROM, DATE, SUBJECT, REF."""
    paper.fields["direction"] = "incoming"
    paper.unjudged |= {"series", "direction", "reference"}
    paper.middle("DEPARTMENT OF STATE")
    paper.middle("AIRGRAM")
    number = f"A-{draw.figure(12, 980)}"
    paper.row(paper.say("number", number), " " * 24, level(paper, draw, edition.day))
    paper.gap()
    paper.row(paper.label("TO"), "      : ", paper.also("to", "Department of State"))
    post = draw.of(*stock.EMBASSIES)
    paper.row(paper.label("FROM"), "    : ", "Amembassy ", paper.say("from", f"Amembassy {post}", post))
    paper.row(paper.label("DATE"), "    : ", paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.row(paper.label("SUBJECT"), " : ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.row(paper.label("REF"), f"     : Deptel {draw.figure(100, 900)}")
    paper.gap()
    paper.text(edition.paragraphs)
    _signed_for_the_ambassador(paper, draw)


def _signed_for_the_ambassador(paper: Paper, draw: Draw) -> None:
    signer = draw.people(1)[0]
    paper.row("For the Ambassador:", indent=34)
    paper.row(
        f"{signer.given} {signer.middle}. ",
        paper.say("signed_by", {"surname": signer.surname}, signer.surname),
        indent=34,
    )
    close(paper)


def airgram_letter(paper: Paper, draw: Draw, edition: Edition) -> None:
    """An airgram without the form: post and day at the right, the number under the title."""
    paper.unjudged |= {"series", "direction", "to", "subject"}
    post = draw.of(*stock.EMBASSIES)
    paper.row("AIRGRAM")
    paper.row(paper.label("No."), " ", paper.say("number", f"A-{draw.figure(12, 980)}"))
    paper.row(level(paper, draw, edition.day))
    paper.gap()
    paper.row(paper.label("From:"), "  ", paper.say("from", f"American Embassy, {post.title()}"))
    paper.row(paper.label("Date:"), "  ", paper.say("date", edition.day.isoformat(), long(edition.day)))
    paper.row(paper.label("Subject:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    signer = draw.people(1)[0].surname
    paper.row(paper.say("signed_by", {"surname": signer}, signer.upper()), indent=34)
    close(paper)


def despatch_form(paper: Paper, draw: Draw, edition: Edition) -> None:
    """FOREIGN SERVICE DESPATCH: FROM with DESP. NO. beside it, TO, the day, REF, SUBJECT."""
    paper.unjudged |= {"direction", "salutation"}
    paper.middle("FOREIGN SERVICE DESPATCH")
    paper.middle(level(paper, draw, edition.day))
    paper.gap()
    post = draw.of(*stock.EMBASSIES)
    number = paper.say("number", draw.figure(12, 980))
    paper.row(
        paper.label("FROM"),
        "  :  AmEmbassy ",
        paper.say("from", f"AmEmbassy {post}", post),
        " " * 10,
        "DESP. NO. ",
        number,
    )
    paper.row(
        paper.label("TO"), "    :  ", paper.also("to", "Department of State", "The Department of State, Washington")
    )
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=40)
    paper.row(paper.label("REF"), f"   :  Embdes {draw.figure(12, 900)}")
    paper.row(paper.label("SUBJECT:"), "  ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    _signed_for_the_ambassador(paper, draw)


def despatch_letter(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The older manner: No. at the left, the embassy and the day at the right, SUBJECT in the middle."""
    paper.unjudged |= {"direction", "salutation", "inside_address", "to"}
    post = draw.of(*stock.EMBASSIES).title()
    paper.row(level(paper, draw, edition.day))
    paper.middle("DESPATCH")
    paper.row("No. ", paper.say("number", draw.figure(12, 980)))
    paper.row(paper.say("from", f"American Embassy, {post}"), indent=36)
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=36)
    paper.gap()
    paper.row(paper.label("Subject:"), " ", paper.say("subject", edition.subject or draw.of(*stock.SUBJECTS)))
    paper.gap()
    paper.text(edition.paragraphs)
    paper.row("Respectfully yours,", indent=34)
    paper.fields["complimentary_close"] = "Respectfully yours,"
    signer = draw.people(1)[0]
    paper.row(
        f"{signer.given} {signer.middle}. ",
        paper.say("signed_by", {"surname": signer.surname}, signer.surname),
        indent=34,
    )
    close(paper)
