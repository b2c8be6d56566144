"""One line, one JSON object: what a single grammar reads from a string; `onionskin parse KIND` prints these."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from onionskin.phrases.damage import DASH
from onionskin.phrases.date_groups import read_date_group
from onionskin.phrases.dates import Day, find_dates, read_date
from onionskin.phrases.days import PartialDay
from onionskin.phrases.drafters import read_drafter
from onionskin.phrases.edited import calendar_head, excision_bracket, heading, source_note
from onionskin.phrases.file_numbers import FileNumber, read_file_number
from onionskin.phrases.found import Found, found_in, left_over
from onionskin.phrases.markings import read_markings
from onionskin.phrases.names import read_persons
from onionskin.phrases.offices import read_offices
from onionskin.phrases.posts import read_posts
from onionskin.phrases.precedence import find_precedence, rank, read_prosigns
from onionskin.phrases.references import find_references
from onionskin.record.dates import PartialDate
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span

Json = dict[str, Any]
UNDATED = re.compile(r"[,.]\s*(?P<word>undated)\b", re.IGNORECASE)
DISTRICT = re.compile(r",?\s*D\.?\s?C\b\.?")
TO = re.compile(rf"\s*[{DASH}]\s*")


@dataclass(frozen=True, slots=True)
class Interval:
    """Two days and what lies between, in EDTF."""

    first: str
    last: str

    @property
    def edtf(self) -> str:
        """`1962-10-21/1962-10-25`."""
        return f"{self.first}/{self.last}"


def parse(kind: str, line: str) -> Json:
    """`{kind, text, state, ...}` with the keys of the kind; `state` is "absent" where the line is not of that kind.

    `span` is where in the line the words stand, `unread` what was left over, `reason` what was assumed. KeyError for a
    kind that is not in KINDS. `parse("file-number", "737.56361/11-1762")` gives scheme decimal, class 7, date
    1962-11-17.
    """
    return _GRAMMARS[kind](line)


def _date(line: str) -> Json:
    return _one("date", line, read_date(line), _day)


def _dtg(line: str) -> Json:
    """A date-time group with the prosigns before it: `O R 312245Z AUG 79`. `zone` is its letter, `precedence` all
    words they stand for, most urgent first as printed.
    """
    found = read_date_group(line)
    out = _one("dtg", line, found, lambda group: _day(group.day) | {"zone": group.zone})
    if found is not None:
        words = [*find_precedence(line[: found.span.start]), *found.value.precedence]
        out["precedence"] = list(dict.fromkeys(each.value for each in words))
        out["unread"] = left_over(line, [found, *words])
        if any(each.state is not ReadingState.FOUND for each in words):
            out["state"] = ReadingState.DOUBTFUL.value
            out["reason"] = "; ".join(filter(None, (out.get("reason", ""), *(each.reason for each in words))))
    return out


def _dateline(line: str) -> Json:
    """`Moscow, November 17, 1962, 7 p.m.`; `Rec'd: November 18, 1962 1:03 a.m.`; `Cairo, undated` has a place alone.

    Several days are an interval: `Washington, October 21–25, 1962` gives 1962-10-21/1962-10-25.
    """
    found: Found[Any] | None = _days_joined(line) or read_date(line)
    undated = UNDATED.search(line) if found is None else None
    if undated is not None:
        found = Found(Span(*undated.span("word")), PartialDay(), undated["word"])
    out = _one("dateline", line, found, _day)
    if found is None:
        return out
    before = line[: found.span.start]
    # `Department of State, Washington`: the town is the place, and whose house it is stands before it.
    place = next(iter(reversed(read_posts(before))), None)
    words = before.strip(" ,;:-–—\t")
    covered: list[Found[Any]] = [found]
    if place is not None:
        out["place"] = place.value.name
        district = DISTRICT.match(line, place.span.end)
        covered += [place, *([found_in(line, *district.span(), None)] if district else [])]
    elif (
        words and words[0].isupper() and len(words.split()) <= 3 and not words.lower().startswith(("rec", "date", "no"))
    ):
        out["place"] = words
        out["unread"] = left_over(line[found.span.end :], [])
        return out
    if words.lower().startswith("rec"):
        out["received"] = out.get("date")
    precedence = find_precedence(line)
    if precedence:
        out["precedence"] = [f.value for f in precedence]
        covered += precedence
    out["unread"] = left_over(line, covered)
    return out


def _days_joined(line: str) -> Found[Day | Interval] | None:
    """The first and last day of `October 21–25, 1962` as one find, None where no dash stands between two days."""
    days = [f for f in find_dates(line) if f.value.day]
    for first, last in pairwise(days):
        if TO.fullmatch(line, first.span.end, last.span.start) and first.value.month and last.value.month:
            span = Span(first.span.start, last.span.end)
            begun = first.value
            if isinstance(begun, PartialDay) and isinstance(last.value, PartialDate):
                begun = begun.latest_by(last.value) or begun
            value = Interval(begun.edtf, last.value.edtf)
            return Found(span, value, span.of(line), min(first.confidence, last.confidence), first.state, first.reason)
    return None


def _reference(line: str) -> Json:
    found = list(find_references(line))
    out = _one("reference", line, found[0] if found else None, lambda cited: {"cited": cited.kind.value})
    if not found:
        return out
    cited = found[0].value
    day = _day(cited.day) if cited.day is not None else {}
    values = {
        "number": cited.number,
        "series": cited.series,
        "from": cited.from_,
        "to": cited.to,
        "direction": cited.direction,
        "when": cited.when,
    }
    out.update({k: v for k, v in {**values, **day}.items() if v is not None})
    if len(found) > 1:
        out["others"] = [f.text for f in found[1:]]
    out["unread"] = left_over(line, found)
    return out


def _file_number(line: str) -> Json:
    def keys(value: FileNumber) -> Json:
        out = {
            "scheme": value.scheme.value,
            "class": value.class_,
            "country": value.country,
            "country_name": value.country_name,
        }
        return {
            **{k: v for k, v in out.items() if v},
            **(_day(value.date) if value.date else {}),
            "normalized": value.normalized,
        }

    return _one("file-number", line, read_file_number(line), keys)


def _marking(line: str) -> Json:
    """Levels and captions as in the record; a line may hold several, the first gives `level`, `caption` and `state`.

    As in the record the state of a marking is what the ink shows, standing or struck; a misread one is doubtful.
    """
    found = read_markings(line)
    out = _many("marking", line, found)
    struck = [_is_struck(line, f) for f in found]
    out["markings"] = [
        {k: v for k, v in (("level", f.value.level), ("caption", f.value.caption)) if v}
        | {"text": f.text, "state": "struck" if gone else "standing", "span": [f.span.start, f.span.end]}
        for f, gone in zip(found, struck, strict=True)
    ]
    if found:
        out["ink"] = "struck" if struck[0] else "standing"
        if out["state"] == "found":
            out["state"] = out["ink"]
    for marking in reversed(out["markings"]):
        out.update({k: marking[k] for k in ("level", "caption") if k in marking})
    return out


def _is_struck(line: str, found: Found[Any]) -> bool:
    """Whether the words stand between Markdown's strike-through marks: `~~TOP SECRET~~`."""
    return line[: found.span.start].count("~~") % 2 == 1 and "~~" in line[found.span.end :]


def _name(line: str) -> Json:
    drafter = read_drafter(line)
    if drafter is not None:
        value = drafter.value
        out = _one("name", line, drafter, lambda _: _named(value.person))
        out.update(
            {k: v for k, v in (("typist", value.typist), ("date", value.date.edtf if value.date else None)) if v}
        )
        out["names"] = [_named(value.person)]
        return out
    found: Sequence[Found[Named]] = read_posts(line) or read_persons(line) or read_offices(line)
    out = _many("name", line, found)
    out["names"] = [_named(f.value) for f in found]
    if found:
        out.update(_named(found[0].value))
    return out


def _named(named: Named) -> Json:
    parts = {"surname": named.surname, "given": named.given, "title": named.title, "office": named.office}
    return {
        "name": named.name,
        "named": named.kind.value,
        "as_printed": named.as_printed,
        **{k: v for k, v in parts.items() if v},
    }


def _precedence(line: str) -> Json:
    group = read_date_group(line)
    before = line[: group.span.start] if group else line
    found = [*(group.value.precedence if group else ()), *find_precedence(line)] or read_prosigns(before)
    found = sorted(found, key=lambda f: f.span)
    out = _many("precedence", line, found)
    out["precedence"] = list(dict.fromkeys(f.value for f in found))
    derived = rank(out["precedence"])
    if derived is not None:
        out["rank"] = derived
    return out


def _day(day: Day | Interval) -> Json:
    """`date` in EDTF, `XXXX-11-17` for a day without its year; then `time` is the clock time that EDTF cannot hold."""
    if isinstance(day, PartialDay):
        out: Json = {"date": day.edtf} if day.month or day.day else {}
        if day.clock is not None:
            out["time"] = day.clock
        return out
    return {"date": day.edtf}


def _one(kind: str, line: str, found: Found[Any] | None, keys: Callable[[Any], Json]) -> Json:
    if found is None:
        return {"kind": kind, "text": line, "state": ReadingState.ABSENT.value, "unread": left_over(line, [])}
    out = {"kind": kind, "text": line, "state": found.state.value} | keys(found.value)
    return out | _evidence(found) | {"unread": left_over(line, [found])}


def _evidence(found: Found[Any]) -> Json:
    out: Json = {"as_printed": found.text, "span": [found.span.start, found.span.end], "confidence": found.confidence}
    return out | ({"reason": found.reason} if found.reason else {})


def _many(kind: str, line: str, found: Sequence[Found[Any]]) -> Json:
    """The frame of an object for several finds: the span over all, the least sure state, every reason."""
    if not found:
        return {"kind": kind, "text": line, "state": ReadingState.ABSENT.value, "unread": left_over(line, [])}
    doubtful = [f for f in found if f.state is not ReadingState.FOUND]
    start, end = found[0].span.start, max(f.span.end for f in found)
    out: Json = {"kind": kind, "text": line, "state": (doubtful[0] if doubtful else found[0]).state.value}
    out |= {"as_printed": line[start:end], "span": [start, end], "confidence": min(f.confidence for f in found)}
    reason = "; ".join(dict.fromkeys(f.reason for f in found if f.reason))
    return out | ({"reason": reason} if reason else {}) | {"unread": left_over(line, found)}


_GRAMMARS: Mapping[str, Callable[[str], Json]] = MappingProxyType(
    {
        "date": _date,
        "reference": _reference,
        "file-number": _file_number,
        "marking": _marking,
        "name": _name,
        "precedence": _precedence,
        "dtg": _dtg,
        "dateline": _dateline,
        "source-note": source_note,
        "calendar-head": calendar_head,
        "heading": heading,
        "excision-bracket": excision_bracket,
    }
)

KINDS: tuple[str, ...] = tuple(_GRAMMARS)
"""The kinds that `parse` knows, in the order that help prints them."""
