"""Letters by who writes to whom: of heads of state and government, of officials, of friends."""

from __future__ import annotations

import datetime as dt

from bench.unfamiliar import stock
from bench.unfamiliar.draw import Draw, long
from bench.unfamiliar.editions import Edition
from bench.unfamiliar.endorsements import drafting
from bench.unfamiliar.sheet import Ink, Paper

PRESIDENTS = (
    (dt.date(1953, 1, 20), "Dwight D. Eisenhower"),
    (dt.date(1961, 1, 20), "John F. Kennedy"),
    (dt.date(1963, 11, 22), "Lyndon B. Johnson"),
)
SEEN = (
    (
        "Nikita S. Khrushchev",
        "Chairman of the Council of Ministers",
        "Union of Soviet Socialist Republics",
        "Mr. Chairman",
    ),
    ("Jawaharlal Nehru", "Prime Minister of India", "New Delhi", "Mr. Prime Minister"),
    ("Charles de Gaulle", "President of the French Republic", "Paris", "Mr. President"),
)
UNSEEN = (
    ("Harold Macmillan", "Prime Minister of the United Kingdom", "London", "Mr. Prime Minister"),
    ("Konrad Adenauer", "Chancellor of the Federal Republic of Germany", "Bonn", "Mr. Chancellor"),
    ("Ngo Dinh Diem", "President of the Republic of Vietnam", "Saigon", "Mr. President"),
    ("Gamal Abdel Nasser", "President of the United Arab Republic", "Cairo", "Mr. President"),
)


def _president(day: dt.date) -> str:
    return [name for begin, name in PRESIDENTS if begin <= day][-1:][0] if day >= PRESIDENTS[0][0] else PRESIDENTS[0][1]


def _dated(paper: Paper, draw: Draw, edition: Edition) -> None:
    paper.row(paper.say("date", edition.day.isoformat(), long(edition.day)), indent=draw.of(0, 44))
    paper.gap()


def _address(paper: Paper, rows: list[str]) -> None:
    paper.fields["inside_address"] = " ".join(rows)
    for row in rows:
        paper.row(Ink(row, "field.inside_address"))
    paper.gap()


def _ends(paper: Paper, close: str, name: str, title: str = "") -> None:
    paper.row(paper.say("complimentary_close", close), indent=34)
    paper.gap()
    paper.row(paper.style.signature, indent=34)
    paper.row(paper.say("signed_by", {"surname": name.rsplit(maxsplit=1)[-1]}, name), indent=34)
    paper.row(title, indent=34)
    paper.fields["from"] = {"surname": name.rsplit(maxsplit=1)[-1]}
    paper.gap()


def from_the_white_house(paper: Paper, draw: Draw, edition: Edition) -> None:
    """THE WHITE HOUSE, the other's title in the address, `Dear Mr. Chairman:`."""
    paper.unjudged |= {"subject", "to"}
    name, post, where, greeting = draw.of(*SEEN)
    paper.middle("THE WHITE HOUSE")
    paper.middle("WASHINGTON")
    paper.gap()
    _dated(paper, draw, edition)
    paper.row(paper.say("salutation", f"Dear {greeting}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, "Sincerely,", _president(edition.day))
    _address(paper, ["His Excellency", f"{name}", f"{post}", f"{where}"])


def to_the_president(paper: Paper, draw: Draw, edition: Edition) -> None:
    """A head of government to the President, his post under his name."""
    paper.unjudged |= {"subject", "to", "inside_address"}
    name, post, _, _ = draw.of(*UNSEEN)
    _dated(paper, draw, edition)
    paper.row(paper.say("salutation", "Dear Mr. President,"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, draw.of("Sincerely yours,", "Yours sincerely,"), name, post)


def departmental(paper: Paper, draw: Draw, edition: Edition) -> None:
    """The Department's head, an address, a title under the name, the drafter's line."""
    paper.unjudged |= {"subject"}
    writer, reader = draw.people(2)
    paper.middle("DEPARTMENT OF STATE")
    paper.middle("WASHINGTON")
    paper.gap()
    _dated(paper, draw, edition)
    _address(
        paper, ["The Honorable", f"{reader.full},", "American Ambassador,", f"{draw.of(*stock.EMBASSIES).title()}."]
    )
    paper.also("to", {"surname": reader.surname})
    paper.row(paper.say("salutation", f"Dear {reader.title} {reader.surname}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, "Sincerely yours,", writer.full, draw.of("Assistant Secretary", "Deputy Under Secretary"))
    paper.row(*drafting(paper, draw, edition.day, draw.people(4)[3]))


def embassy(paper: Paper, draw: Draw, edition: Edition) -> None:
    """A classified letter of an embassy's officer to a colleague whom he calls by his first name."""
    paper.unjudged |= {"subject", "to", "inside_address"}
    writer, reader = draw.people(2)
    level = draw.level(edition.day)
    paper.fields["classification"] = level
    paper.row(paper.level(level))
    paper.row("American Embassy,", indent=36)
    paper.row(f"{draw.of(*stock.EMBASSIES).title()},", indent=36)
    _dated(paper, draw, edition)
    paper.row(paper.say("salutation", f"Dear {reader.given}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, draw.of("As ever,", "Sincerely,"), writer.full, "Counselor of Embassy")
    paper.row(paper.level(level))


def friend(paper: Paper, draw: Draw, edition: Edition) -> None:
    """From a house in the country to a friend: no office's paper, first names, As ever."""
    paper.unjudged |= {"subject", "to", "inside_address"}
    writer, reader = draw.people(2)
    paper.row(draw.of("Old Lyme, Connecticut", "Cazenovia, New York"), indent=40)
    _dated(paper, draw, edition)
    paper.row(paper.say("salutation", f"Dear {reader.given}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, draw.of("As ever,", "Yours ever,"), writer.given)


def marked_personal(paper: Paper, draw: Draw, edition: Edition) -> None:
    """PERSONAL AND CONFIDENTIAL at the head, a surname greeted."""
    paper.unjudged |= {"subject", "to", "inside_address", "captions", "classification"}
    writer, reader = draw.people(2)
    _dated(paper, draw, edition)
    paper.row(draw.of("PERSONAL AND CONFIDENTIAL", "PERSONAL", "Personal and Private"))
    paper.gap()
    paper.row(paper.say("salutation", f"My dear {reader.title} {reader.surname}:"))
    paper.gap()
    paper.text(edition.paragraphs)
    _ends(paper, "Faithfully yours,", writer.full)
