"""Days that a text gives in relation to its own: `tomorrow`, `on Tuesday`, `early next week`, `two weeks ago`.

Arithmetic alone: what the words mean, seen from a day. Which way a bare day of the week lies is read from the verbs
before it; where nothing says so the nearer day ahead is taken and marked unsure.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onionskin.linking.tenses import Tense, tense_before
from onionskin.record.span import Span


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day meant, and how that follows. `sure` is false where the words allow others."""

    first: dt.date
    last: dt.date
    reason: str
    sure: bool = True

    @property
    def edtf(self) -> str:
        """`1962-11-18`, `1962-11-26/1962-11-27`, `1962-11-18?` where it is not sure, `1962-12` for a whole month."""
        mark = "" if self.sure else "?"
        if self.first == self.last:
            return f"{self.first}{mark}"
        if self.first.day == 1 and self.last == _end_of_month(self.first):
            return f"{self.first:%Y-%m}{mark}"
        return f"{self.first}{mark}/{self.last}{mark}"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that give a day in relation to another, of which kind they are, and where they stand in their text."""

    span: Span
    words: str
    kind: str

    def seen_from(self, own: dt.date, before: str, *, past: bool = False) -> Days:
        """What they mean on the day `own`. `before` is the text before them; `past` says that it has happened."""
        words = self.words.lower()
        if self.kind in _PLAIN:
            first, last, sure = _PLAIN[self.kind](words, own)
        else:
            first, last, sure = _SWAYED[self.kind](words, own, Tense.PAST if past else tense_before(before))
        meant = f"{first:%A} {first}" if first == last else f"{first:%A} {first} to {last:%A} {last}"
        reason = f"the paper is of {own:%A} {own}; {self.words} is {'' if sure else 'probably '}{meant}"
        return Days(first, last, reason, sure)


Meant = tuple[dt.date, dt.date, bool]
"""The first day, the last day, and whether that is sure."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS: Mapping[str, int] = MappingProxyType(
    {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
)
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
PART = r"(?:\s+(?:morning|noon|afternoon|evening|night))?"
COUNTED = rf"(?:{'|'.join(NUMBERS)}|\d{{1,2}})\s+(?:days?|weeks?)"
PATTERN = re.compile(
    rf"""(?<![\w'’-])(?:
      (?P<around> (?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow) )
    | (?P<next_door> tomorrow{PART} | yesterday{PART} | today | tonight | last\s+(?:night|evening)
        | this\s+(?:morning|noon|afternoon|evening|date) )
    | (?P<ago> {COUNTED}\s+ago )
    | (?P<hence> (?:in|within)\s+{COUNTED} | {COUNTED}\s+(?:hence|from\s+(?:now|today)) )
    | (?P<week> (?:(?:early|earlier|late|later|the\s+end\s+of)\s+)?(?:last|this|next|the\s+coming)\s+week
        (?!\w) (?!-?\s*end) )
    | (?P<weekend> (?:(?:last|this|next|the|coming)\s+){{1,2}}week-?end )
    | (?P<month> (?:last|this|next)\s+month )
    | (?P<weekday> (?:(?:on|next|last|this|by|until|coming|past|the)\s+){{0,3}}{WEEKDAY}(?:['’]s)?{PART}
        (?:\s+(?:next|last|week)(?!\w))? )
    )(?![\w-])""",
    re.VERBOSE | re.IGNORECASE,
)


def relative_days(text: str) -> Iterator[Said]:
    """Every such expression, in the order of the text."""
    for match in PATTERN.finditer(text):
        yield Said(Span(*match.span()), " ".join(match[0].split()), match.lastgroup or "")


def _end_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _alone(day: dt.date, *, sure: bool = True) -> Meant:
    return day, day, sure


def _next_door(words: str, own: dt.date) -> Meant:
    step = 1 if words.startswith("tomorrow") else -1 if words.startswith(("yesterday", "last")) else 0
    return _alone(own + dt.timedelta(days=step))


def _around(words: str, own: dt.date) -> Meant:
    return _alone(own + dt.timedelta(days=2 if "after" in words else -2))


EXACT = 3
"""Up to so many days people count; more of them, and weeks, they round."""


def _counted(words: str, own: dt.date) -> Meant:
    number = next(word for word in words.split() if word in NUMBERS or word.isdigit())
    count = int(number) if number.isdigit() else NUMBERS[number]
    weeks = "week" in words
    sign = -1 if words.endswith("ago") else 1
    return _alone(own + sign * dt.timedelta(days=count * (7 if weeks else 1)), sure=not weeks and count <= EXACT)


def _week(words: str, own: dt.date) -> Meant:
    step = -7 if "last" in words else 7 if "next" in words or "coming" in words else 0
    monday = own + dt.timedelta(days=step - own.weekday())
    first, last = monday, monday + dt.timedelta(days=6)
    if words.startswith("early "):
        last = monday + dt.timedelta(days=1)
    elif words.startswith("earlier"):
        last = own if step == 0 else monday + dt.timedelta(days=2)
    elif words.startswith("later") and step == 0:
        first = own
    elif words.startswith(("late", "the end")):
        first, last = monday + dt.timedelta(days=3), monday + dt.timedelta(days=5)
    return first, last, True


def _month(words: str, own: dt.date) -> Meant:
    first = own.replace(day=1)
    if words.startswith("last"):
        first = (first - dt.timedelta(days=1)).replace(day=1)
    elif words.startswith("next"):
        first = _end_of_month(first) + dt.timedelta(days=1)
    return first, _end_of_month(first), True


def _weekend(words: str, own: dt.date, tense: Tense) -> Meant:
    saturday = own + dt.timedelta(days=5 - own.weekday())
    back = "last" in words or (tense is Tense.PAST and "next" not in words and "coming" not in words)
    if back and saturday + dt.timedelta(days=1) >= own:
        saturday -= dt.timedelta(days=7)
    elif "next" in words:
        saturday += dt.timedelta(days=7)
    return saturday, saturday + dt.timedelta(days=1), "next" not in words


SOON = 3
"""From so many days ahead on "next Friday" is this week's; of a nearer one people say the day alone."""
AHEAD, BEHIND = frozenset({"next", "coming", "by", "until", "this"}), frozenset({"last", "past"})


def _weekday(words: str, own: dt.date, tense: Tense) -> Meant:
    parts = set(re.split(r"[\s'’]+", words))
    name = next(word for word in WEEKDAYS if word in parts)
    ahead = (WEEKDAYS.index(name) - own.weekday() - 1) % 7 + 1
    if parts & BEHIND or (tense is Tense.PAST and not parts & AHEAD):
        return _alone(own - dt.timedelta(days=(own.weekday() - WEEKDAYS.index(name) - 1) % 7 + 1))
    further = 7 if ("next" in parts and ahead < SOON) or "week" in parts else 0
    sure = "next" not in parts and (tense is Tense.FUTURE or bool(parts & AHEAD))
    return _alone(own + dt.timedelta(days=ahead + further), sure=sure)


_PLAIN: Mapping[str, Callable[[str, dt.date], Meant]] = MappingProxyType(
    {
        "next_door": _next_door,
        "around": _around,
        "ago": _counted,
        "hence": _counted,
        "week": _week,
        "month": _month,
    }
)
_SWAYED: Mapping[str, Callable[[str, dt.date, Tense], Meant]] = MappingProxyType(
    {"weekend": _weekend, "weekday": _weekday}
)
