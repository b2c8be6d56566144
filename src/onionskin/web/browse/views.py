"""What the pages of browsing show: words for periods and parts, rows of the calendar, and what goes into pictures."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote, urlencode

from onionskin.record.titles import date_in_words
from onionskin.web.browse import pictures
from onionskin.web.browse.pictures import Arrow, Bar
from onionskin.web.catalogue import Pager, row_title
from onionskin.workbench import Citing, Coverage, Holder, Missing, PartyRow, PartyView, Row, Shelf, Tally, Thread

PICTURES = 200
"""Pictures that are kept by what they show: drawing one takes longer than the rest of its page."""
FEW_YEARS = 5
"""So many years are shown month by month."""
LONGEST_GAP = 30
"""Years between two papers that are still shown empty."""
PART_WORDS = {
    "from": "From",
    "to": "To",
    "copied": "Copied to",
    "worked-on": "Drafted, cleared or approved by",
    "took-part": "Took part",
    "named": "Named",
    "maybe": "May be meant",
}
MONTHS = tuple(calendar.month_abbr)[1:]
SHORT = 26
"""Characters of a party's name in a picture."""
PERSONS_AT, POSTS_AT = "/persons", "/posts"
POST_KINDS = frozenset({"post", "office", "organization"})


@dataclass(frozen=True, slots=True)
class Year:
    """A row of the calendar: the year, and its twelve months, None where there is nothing."""

    year: Tally
    months: tuple[Tally | None, ...]


def party_address(row: PartyRow) -> str:
    """Where a person or post stands: `/persons/person:107127`, `/posts/post:mission/russia`."""
    return f"{POSTS_AT if row.kind in POST_KINDS else PERSONS_AT}/{quote(row.entity, safe=':/')}"


def period_words(period: str) -> str:
    """`1962`, `November 1962`, `November 17, 1962`."""
    return date_in_words(period)


def counted(count: int, one: str, several: str = "") -> str:
    """`1 paper`, `2,311 papers`."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"


def tally_words(each: Tally) -> str:
    """What a column of the calendar says."""
    told = [counted(each.papers, "paper")]
    told += [f"{each.doubtful:,} with open doubts"] if each.doubtful else []
    told += [f"{each.missing:,} cited and not held"] if each.missing else []
    return f"{period_words(each.period)}: {', '.join(told)}"


def years_of(years: Sequence[Tally], months: Iterable[Tally]) -> tuple[Year, ...]:
    """The rows of the calendar."""
    by_month = {each.period: each for each in months}
    return tuple(
        Year(year, tuple(by_month.get(f"{year.period}-{month:02}") for month in range(1, 13))) for year in years
    )


def weeks(month: str, days: Iterable[Tally]) -> list[list[tuple[int, Tally | None]]]:
    """A month as a sheet of the calendar, weeks from Sunday: the day's number, 0 outside the month."""
    by_day = {each.period: each for each in days}
    sheet = calendar.Calendar(calendar.SUNDAY).monthdayscalendar(int(month[:4]), int(month[5:7]))
    return [[(day, by_day.get(f"{month}-{day:02}")) for day in week] for week in sheet]


@lru_cache(maxsize=PICTURES)
def timeline(years: tuple[Tally, ...], months: tuple[Tally, ...] = ()) -> str:
    """Papers over time, by month where there are few years; empty where there is nothing."""
    if not years:
        return ""
    first, last = int(years[0].period), int(years[-1].period)
    if months and last - first < FEW_YEARS:
        every = [f"{year:04}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]
        held = {each.period: each for each in months}
    else:
        held = {each.period: each for each in years}
        every = [f"{year:04}" for year in _filled([int(each.period) for each in years])]
    tallies = [held.get(period, Tally(period, 0, 0, 0)) for period in every]
    columns = [_bar(each) for each in tallies]
    return pictures.bars(columns, f"Papers from {every[0]} to {every[-1]}, and papers cited and not held")


def _filled(years: Sequence[int]) -> list[int]:
    """The years with those between them, but for long stretches of nothing."""
    out = [years[0]]
    for before, year in pairwise(years):
        out += range(before + 1, year + 1) if year - before <= LONGEST_GAP else [year]
    return out


def _bar(each: Tally, label: str = "") -> Bar:
    """A column; among the months of several years January says the year."""
    if not label and len(each.period) == len("1962-11"):
        label = MONTHS[int(each.period[5:]) - 1] if not each.period.endswith("-01") else each.period[:4]
    parts = (each.papers - each.doubtful, each.doubtful, each.missing)
    return Bar(label or each.period, f"/calendar/{each.period}", tally_words(each), parts)


@lru_cache(maxsize=PICTURES)
def months_of(year: str, months: tuple[Tally, ...]) -> str:
    """The twelve months of a year."""
    held = {each.period: each for each in months}
    every = [f"{year}-{month:02}" for month in range(1, 13)]
    columns = [
        _bar(held.get(period, Tally(period, 0, 0, 0)), month) for period, month in zip(every, MONTHS, strict=True)
    ]
    return pictures.bars(columns, f"Papers of {year} by month, and papers cited and not held")


def over_time(view: PartyView) -> str:
    """What was written by a party, to it, and naming it, by year."""
    dated = {int(year): parts for year, parts in view.known.years.items() if year}
    if not dated:
        return ""
    columns = []
    for year in _filled(sorted(dated)):
        parts = dated.get(year, {})
        wrote, got = parts.get("from", 0), parts.get("to", 0)
        other = sum(parts.values()) - wrote - got
        words = f"{year}: {wrote:,} from, {got:,} to, {other:,} otherwise"
        columns.append(Bar(f"{year}", f"/calendar/{year:04}", words, (wrote, got, other)))
    return pictures.bars(columns, f"Papers of {view.known.party.name} by year")


@lru_cache(maxsize=PICTURES)
def by_source(shelves: tuple[Shelf, ...]) -> str:
    """How many papers each source has, and how many of them are doubtful."""
    rows = [
        Bar(
            f"{name_of(each.name)} · {counted(each.papers, 'paper')}",
            f"/files/{each.sha256}",
            f"{each.name}: {counted(each.papers, 'paper')}, {each.doubtful:,} with open doubts",
            (each.papers - each.doubtful, each.doubtful),
        )
        for each in shelves
    ]
    return pictures.shares(rows, "Papers of each source") if rows else ""


def name_of(source: str) -> str:
    """The last part of a source's name."""
    return source.rpartition("/")[2]


def thread_picture(shown: Thread) -> str:
    """A thread with its gaps; the undated stand last."""
    arrows = [
        Arrow(row.id, _short(row.sender), _short(row.recipients), row.date, row_title(row), f"/papers/{row.id}")
        for row in shown.papers
    ]
    hollow = [_hollow(f"missing {n}", each, shown.ends) for n, each in enumerate(shown.missing)]
    gaps = [(citing.record, f"missing {n}") for n, each in enumerate(shown.missing) for citing in each.cited_by]
    every = sorted([*arrows, *hollow], key=lambda each: each.day or "9")
    steps = [(step.record, step.other) for step in shown.steps]
    return _thread_drawn(tuple(every), (*steps, *gaps)) if every else ""


@lru_cache(maxsize=PICTURES)
def _thread_drawn(arrows: tuple[Arrow, ...], steps: tuple[tuple[str, str], ...]) -> str:
    return pictures.thread(arrows, steps, "Who wrote to whom in this thread")


def _hollow(key: str, each: Missing, ends: Mapping[str, str]) -> Arrow:
    sender, receiver = (_short(ends.get(end, "")) for end in (each.from_, each.to))
    return Arrow(key, sender, receiver, each.date or each.by, missing_words(each), "", held=False)


def missing_words(each: Missing) -> str:
    """`Telegram 77 from Washington to Portugal, by February 10, 1961; not held`."""
    told = " ".join(part for part in (each.series or each.kind.capitalize(), each.number) if part)
    told += f" from {each.from_.title()}" if each.from_ else ""
    told += f" to {each.to.title()}" if each.to else ""
    when = date_in_words(each.date) if each.date else f"by {date_in_words(each.by)}" if each.by else "undated"
    return f"{told}, {when}; not held"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a thread: a paper with those it leads to and how, or one that is not held with those who cite it."""

    day: str
    row: Row | None
    missing: Missing | None
    steps: tuple[tuple[str, str], ...]


def thread_lines(shown: Thread) -> list[Line]:
    """A thread in the order of time, its gaps among its papers; the undated stand last."""
    papers = [
        Line(row.date, row, None, tuple((step.relation, step.other) for step in shown.steps if step.record == row.id))
        for row in shown.papers
    ]
    gaps = [
        Line(each.date or each.by, None, each, tuple(("cited by", citing.record) for citing in each.cited_by))
        for each in shown.missing
    ]
    return sorted([*papers, *gaps], key=lambda line: line.day or "9")


def pager_keeping(total: int, page: int, asked: Mapping[str, str], size: int, path: str) -> Pager:
    """A pager whose addresses keep what was asked even where it is empty."""
    base = f"{path}?{urlencode(asked)}" if asked else path
    joint = "&" if asked else "?"
    return Pager(
        first=min((page - 1) * size + 1, total),
        last=min(page * size, total),
        total=total,
        earlier=f"{base}{joint}page={page - 1}" if page > 1 else "",
        later=f"{base}{joint}page={page + 1}" if page * size < total else "",
    )


def _short(names: str) -> str:
    """The first of some names, cut where it is too long for a picture."""
    first = names.partition(", ")[0]
    return first if len(first) <= SHORT else f"{first[: SHORT - 1].rstrip()}…"


def service_words(since: str | None, until: str | None) -> str:
    """`1961–1969`, `since 1961`, `until 1969`; empty where neither is known."""
    if since and until:
        return since[:4] if since[:4] == until[:4] else f"{since[:4]}–{until[:4]}"
    return f"since {since[:4]}" if since else f"until {until[:4]}" if until else ""


@dataclass(frozen=True, slots=True)
class Overview:
    """A collection on one line, with its picture."""

    words: str
    picture: str


def overview(held: Coverage) -> Overview:
    """What the list of papers says of the whole collection."""
    return Overview(summary(held), timeline(held.years))


def summary(held: Coverage) -> str:
    """`3,562 papers in 10 files, 1952 to 1972; 41 with open doubts, 1,323 cited and not held`."""
    told = f"{counted(held.papers, 'paper')} in {counted(held.sources, 'file')}"
    dated = [each.period for each in held.years if each.papers]
    told += f", {dated[0]} to {dated[-1]}" if len(dated) > 1 else f", {dated[0]}" if dated else ""
    more = [f"{held.doubtful:,} with open doubts"] if held.doubtful else []
    more += [f"{held.missing:,} cited and not held"] if held.missing else []
    return "; ".join([told, ", ".join(more)] if more else [told])


def holders_then(view: PartyView) -> tuple[Holder, ...]:
    """Those who held a post while its papers were written, the others left out; all where no paper is dated."""
    first, last = view.known.party.first, view.known.party.last
    if not first:
        return view.holders
    return tuple(
        each
        for each in view.holders
        if each.service.since and each.service.since <= last and (each.service.until or each.service.since) >= first
    )


def part_choices(view: PartyView, base: str, chosen: str) -> list[dict[str, object]]:
    """The parts of a party's papers to choose from, each with its number and address."""
    counts = {**view.known.parts, **({"maybe": view.known.party.maybe} if view.known.party.maybe else {})}
    every: list[dict[str, object]] = [
        {"words": "All", "count": view.known.party.papers, "href": base, "chosen": not chosen}
    ]
    return every + [
        {"words": PART_WORDS[part], "count": count, "href": f"{base}?part={part}", "chosen": part == chosen}
        for part, count in counts.items()
    ]


def citing_papers(missing: Missing) -> tuple[Citing, ...]:
    """Who cites a missing paper, each paper once, by the first of its references."""
    firsts: dict[str, Citing] = {}
    for each in missing.cited_by:
        firsts.setdefault(each.record, each)
    return tuple(firsts.values())


def titled(rows: Iterable[Row]) -> dict[str, str]:
    """The title of each row, by its id."""
    return {row.id: row_title(row) for row in rows}
