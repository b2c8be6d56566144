"""By which day a case is to be answered: working days without public holidays, as the law of its time counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onionskin import lexicon
from onionskin.lexicon import Entry

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Terms:
    """What law sets for a kind of case on a day, 0 where it sets nothing: see `lexicon/case_terms.toml`."""

    days: int = 0
    unit: str = ""
    appeal_days: int = 0
    right_days: int = 0
    source: str = ""


def terms(kind: str, day: str) -> Terms:
    """The terms of a kind of case that hold on a day (`1988-04-06`)."""
    held = [each for each in lexicon.entries("case_terms") if each.text("kind") == kind]
    ours = [each for each in held if (each.text("since") or "") <= day]
    if not ours:
        return Terms()
    last = max(ours, key=lambda each: each.text("since") or "")
    return Terms(
        days=last.number("days") or 0,
        unit=last.text("unit") or "",
        appeal_days=last.number("appeal_days") or 0,
        right_days=last.number("right_days") or 0,
        source=last.source,
    )


def due_day(kind: str, received: str) -> str:
    """The day by which a request of that kind is to be answered; empty where no law says."""
    held = terms(kind, received)
    if held.unit == "years":
        return _years_after(received, held.days)
    return working_days_after(received, held.days) if held.days else ""


def appeal_day(kind: str, received: str) -> str:
    """The day by which an appeal is to be decided; empty where no law says."""
    days = terms(kind, received).appeal_days
    return working_days_after(received, days) if days else ""


def last_day_to_appeal(kind: str, answered: str) -> str:
    """The last day on which a requester may appeal from an answer; empty where no law says."""
    days = terms(kind, answered).right_days
    return (date.fromisoformat(answered) + timedelta(days=days)).isoformat() if days else ""


def working_days_after(day: str, count: int) -> str:
    """The last of so many working days, of which the first is the one after `day`."""
    at = date.fromisoformat(day)
    while count:
        at += timedelta(days=1)
        count -= is_working(at)
    return at.isoformat()


def is_working(day: date) -> bool:
    """Whether it is neither of a weekend nor kept as a public holiday."""
    # The first of January may be kept on the last of December.
    return day.weekday() not in (SATURDAY, SUNDAY) and day not in holidays(day.year) | holidays(day.year + 1)


@cache
def holidays(year: int) -> frozenset[date]:
    """The days on which the public holidays of a year are kept."""
    return frozenset(_kept(_day_of(each, year)) for each in lexicon.entries("public_holidays") if _held(each, year))


def _held(holiday: Entry, year: int) -> bool:
    return (holiday.number("since") or 0) <= year <= (holiday.number("until") or date.max.year)


def _day_of(holiday: Entry, year: int) -> date:
    month, day = holiday.number("month") or 1, holiday.number("day")
    if day:
        return date(year, month, day)
    nth, weekday = holiday.number("nth") or 1, holiday.number("weekday") or 0
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _kept(day: date) -> date:
    return day + timedelta(days={SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0))


def _years_after(day: str, count: int) -> str:
    at = date.fromisoformat(day)
    try:
        return at.replace(year=at.year + count).isoformat()
    except ValueError:
        return at.replace(year=at.year + count, month=3, day=1).isoformat()
