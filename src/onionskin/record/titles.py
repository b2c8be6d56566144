"""What a historian would call a paper, and dates in words."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from functools import lru_cache

from onionskin.record.dates import PartialDate
from onionskin.record.document import Document
from onionskin.record.fields import Kind
from onionskin.record.named import Named

KIND_WORDS = {
    Kind.MEMORANDUM_OF_CONVERSATION: "Memorandum of conversation",
    Kind.COVER_SHEET: "Cover sheet",
    Kind.ROUTING_SLIP: "Routing slip",
    Kind.WITHDRAWAL_SHEET: "Withdrawal sheet",
    Kind.OTHER: "Paper",
}
WASHINGTON = (None, -300, -240)
"""Offsets that go without saying: the paper names no zone, or it is Washington's, winter and summer."""

REMEMBERED = 8192
"""Names and dates whose words are kept: a list has a hundred of them, and every page of it others of the same."""

_BODIES = (
    *("department", "embassy", "mission", "legation", "consulate", "bureau", "office", "white house"),
    *("central intelligence", "joint chiefs", "national security", "executive committee"),
)
_RANKS = (
    *("secretary", "under secretary", "assistant secretary", "deputy under secretary", "acting secretary", "president"),
    *("vice president", "ambassador", "chairman", "director", "consul", "consul general", "special assistant"),
)
_MOST_NAMED = 2


def title(document: Document) -> str:
    """`Telegram 1359 from the Department of State to USUN New York, November 23, 1962, 9:43 p.m.`.

    What a paper lacks is left out, a missing date is `undated`; a paper without sender and addressee is called by its
    own heading.
    """
    sender = document.one("from")
    subject = next((_value(document, name) for name in ("title", "subject") if _value(document, name)), "")
    return compose(
        kind=kind_words(document.kind),
        number=_value(document, "number"),
        sender=_called(sender.value if sender else None),
        recipients=[_called(each.value) for each in document.many("to") if each.value is not None],
        heading=subject,
        date=_value(document, "date"),
    )


def compose(  # noqa: PLR0913 - a title has so many parts
    *, kind: str, number: str, sender: str, recipients: Sequence[str], heading: str, date: str
) -> str:
    """The parts of a title put together; every one but `kind` may be empty. `date` is EDTF, or as printed."""
    told = f"{kind} {number}" if number else kind
    if sender:
        told += f" from {with_article(sender)}"
    if recipients:
        told += f" to {_listed([with_article(each) for each in recipients])}"
    if heading and heading != kind and not sender and not recipients:
        told += f" “{heading}”"
    return f"{told}, {date_in_words(date) if date else 'undated'}"


def kind_words(kind: Kind | str) -> str:
    """`Cover sheet`; what is no kind of ours is given back."""
    try:
        known = Kind(kind)
    except ValueError:
        return str(kind)
    return KIND_WORDS.get(known, known.value.capitalize())


@lru_cache(maxsize=REMEMBERED)
def with_article(name: str) -> str:
    """`the Department of State`, `the Secretary of State`; but `USUN New York`, `Secretary Rusk` and `Dean Rusk`."""
    low = name.lower()
    body = low.startswith(_BODIES)
    rank = any(low == rank or low.startswith((f"{rank} of ", f"{rank} for ", f"{rank} to ")) for rank in _RANKS)
    return f"the {name}" if body or rank else name


@lru_cache(maxsize=REMEMBERED)
def date_in_words(edtf: str) -> str:
    """`November 23, 1962, 9:43 p.m.`, `about November 1962`, `1962 (?)`; what is no single date stays as it is."""
    try:
        day = PartialDate.parse(edtf)
    except ValueError:
        return edtf
    told = str(day.year)
    if day.month:
        month = calendar.month_name[day.month]
        told = f"{month} {day.day}, {day.year}" if day.day else f"{month} {day.year}"
    if day.hour is not None:
        told += f", {clock(day.hour, day.minute or 0)}{_zone(day.offset)}"
    return ("about " if day.approximate else "") + told + (" (?)" if day.uncertain else "")


def clock(hour: int, minute: int) -> str:
    """`9:43 p.m.`, `noon`, `midnight`: the hours as FRUS prints them."""
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = "a.m." if hour < 12 else "p.m."
    return f"{hour % 12 or 12}:{minute:02} {half}" if minute else f"{hour % 12 or 12} {half}"


def machine_date(edtf: str) -> str:
    """What the `datetime` attribute of `<time>` can hold of an EDTF date; empty where it can hold none of it."""
    try:
        day = PartialDate.parse(edtf)
    except ValueError:
        return ""
    return day.edtf.rstrip("~?%")


def _zone(offset: int | None) -> str:
    if offset in WASHINGTON:
        return ""
    if offset == 0:
        return " Greenwich time"
    ahead = abs(offset or 0)
    return f" (UTC{'-' if (offset or 0) < 0 else '+'}{ahead // 60:02}:{ahead % 60:02})"


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED + 1:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _value(document: Document, name: str) -> str:
    reading = document.one(name)
    return str(reading.value) if reading and reading.value is not None else ""


def _called(value: object) -> str:
    return value.name if isinstance(value, Named) else str(value or "")
