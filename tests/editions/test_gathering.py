"""Dates and times of receipt of one edited record."""

from __future__ import annotations

from onionskin.editions.gathering import Gathering
from onionskin.phrases.headings import read_dateline
from onionskin.phrases.source_notes import read_source_note
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading

NOTE = "Source: Department of State, Central Files, 611.61/2-461. Secret. "


def gathered(dateline: str, told: str) -> dict[str, object]:
    """The values of the fields of a paper with this dateline, whose note tells this."""
    note = read_source_note(NOTE + told)
    have = Gathering(NOTE + told, PageNumber(1))
    have.date(read_dateline(dateline), None)
    if note is not None and (received := note.parts["received"]) is not None:
        have.received(received)
    return {name: each.value for name, each in have.fields.items() if isinstance(each, Reading)}


def test_the_day_of_receipt_is_looked_for_behind_the_time_of_receipt() -> None:
    """The day behind the same clock time of another sentence is not it."""
    have = gathered("Washington, March 2, 1961", "Sent at 7 p.m. March 3 to Bonn. Received at 7 p.m., March 5.")
    assert have["received"] == "1961-03-05T19:00:00-05:00"


def test_a_month_takes_no_clock_time() -> None:
    """Where the day is not printed the clock time says nothing, and neither does that of receipt."""
    have = gathered("Bonn, November 1961, 7 p.m.", "Received at 9 p.m.")
    assert have == {"place": "Bonn", "date": "1961-11"}
