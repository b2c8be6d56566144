"""What an inventory answers: the calendar, the register, who wrote to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest
from tests.inventory.linked import WHO, chain, citing, naming, opened
from tests.papers import telegram

from onionskin.errors import UsageError
from onionskin.inventory import calendars, lacking, people, shelves
from onionskin.inventory.facts import facts_of
from onionskin.inventory.lacking import MissingOrder
from onionskin.inventory.people import PERSONS, PartyOrder
from onionskin.review.release import release

DATES = ("1961-11-03", "1961-11-03T21:43:00-05:00", "1961-11", "1961", "1962-01~", "", "1961-11-20/1961-11-22")
PAPERS = [telegram(n, date=date or "?") for n, date in enumerate(DATES, 1)]


@pytest.fixture
def inventory(tmp_path: Path) -> Iterator[Connection]:
    wrote = [naming(each, "HALLORAN", "person:1") for each in PAPERS]
    maybe = naming(telegram(8, date="1963-05-01"), "Brandov", None, ("person:2", 0.6), ("person:3", 0.3))
    cites = [
        citing(telegram(n, date=f"1964-01-0{n - 8}", to="Amembassy LISBON"), number)
        for n, number in ((9, "5"), (10, "12"), (11, "12"))
    ]
    with opened(tmp_path, [*wrote, maybe, *cites]) as held, held.reading() as connection:
        yield connection


def test_the_calendar_counts_what_is_known_to_the_year_month_and_day(inventory: Connection) -> None:
    years = calendars.tallies(inventory, "", 1)
    assert [(each.period, each.papers) for each in years] == [("1961", 5), ("1962", 1), ("1963", 1), ("1964", 3)]
    assert [(each.period, each.papers) for each in calendars.tallies(inventory, "1961", 2)] == [("1961-11", 4)]
    days = calendars.tallies(inventory, "1961-11", 3)
    assert [(each.period, each.papers) for each in days] == [("1961-11-03", 2), ("1961-11-20", 1)]
    assert calendars.undated(inventory) == 1


def test_a_period_lists_its_papers_and_leads_to_its_neighbours(inventory: Connection) -> None:
    november = calendars.period_of(inventory, "1961-11", 2, 0)
    assert (november.total, november.imprecise, november.earlier, november.later) == (4, 1, "", "1962-01")
    assert len(november.records) == 2
    year = calendars.period_of(inventory, "1962", 50, 0)
    assert (year.total, year.earlier, year.later) == (1, "1961", "1963")
    day = calendars.period_of(inventory, "1961-11-03", 50, 0)
    assert (day.total, day.imprecise, day.parts, day.later) == (2, 0, (), "1961-11-20")


@pytest.mark.parametrize("period", ["1961-13", "1961-02-30", "0000-00", "196", "1961-1", "1961-11-03T21", "١٩٦١"])
def test_what_is_no_period_is_refused(inventory: Connection, period: str) -> None:
    with pytest.raises(UsageError, match="no year, month or day"):
        calendars.period_of(inventory, period, 50, 0)


def test_persons_are_listed_by_letter_name_and_number_of_papers(inventory: Connection) -> None:
    def names(letter: str = "", words: str = "", order: PartyOrder = PartyOrder.NAME) -> list[tuple[str, int, int]]:
        found = people.listed(inventory, PERSONS, letter=letter, words=words, order=order, limit=9, offset=0)
        assert found.letters == {"B": 3, "H": 2}
        return [(each.name, each.papers, each.maybe) for each in found.rows]

    brandovs = [("Brandov", 1, 0), ("Brandov, Igor", 0, 1), ("Brandov, Pavel", 0, 1)]
    assert names("B") == brandovs
    assert names(words="igor BRANDOV") == [("Brandov, Igor", 0, 1)]
    assert names(order=PartyOrder.PAPERS)[0] == ("Halloran, Miles", 7, 0)


def test_a_person_shows_what_was_written_to_whom_and_when(inventory: Connection) -> None:
    row = people.party_of(inventory, "person:1")
    assert row is not None
    shown = people.listing(inventory, people.papers_of(inventory, row), part="", limit=3, offset=0)
    assert (shown.total, len(shown.records), dict(shown.parts)) == (7, 3, {"from": 7})
    assert {year: dict(parts) for year, parts in shown.years.items()} == {
        "": {"from": 1},
        "1961": {"from": 5},
        "1962": {"from": 1},
    }
    (exchange,) = shown.exchanges
    assert (exchange.party.entity, exchange.sent, exchange.got) == ("post:representative-to-un", 7, 0)


def test_a_name_tells_who_could_be_meant_and_they_where(inventory: Connection) -> None:
    name = people.party_of(inventory, "name:brandov")
    igor = people.party_of(inventory, "person:2")
    assert name is not None
    assert igor is not None
    meanings = people.listing(inventory, people.papers_of(inventory, name), part="", limit=9, offset=0).meanings
    assert [(each.entity, papers) for each, papers in meanings] == [("person:2", 1), ("person:3", 1)]
    assert people.listing(inventory, people.papers_of(inventory, igor), part="", limit=9, offset=0).total == 0
    assert people.listing(inventory, people.papers_of(inventory, igor), part="maybe", limit=9, offset=0).total == 1


def test_the_register_follows_days_citations_or_numbers(inventory: Connection) -> None:
    def numbers(order: MissingOrder, period: str = "", kind: str = "") -> list[str]:
        found = lacking.register(inventory, kind=kind, period=period, order=order, limit=9, offset=0)
        return [each.number for each in found.rows]

    assert numbers(MissingOrder.DATE) == ["5", "12"]
    assert numbers(MissingOrder.CITED) == ["12", "5"]
    assert numbers(MissingOrder.NUMBER) == ["5", "12"]
    assert numbers(MissingOrder.DATE, period="1964") == []
    assert numbers(MissingOrder.DATE, kind="letter") == []


def test_a_post_shows_the_runs_of_its_numbers(inventory: Connection) -> None:
    row = people.party_of(inventory, "post:mission/portugal")
    assert row is not None
    (run,) = people.listing(inventory, people.papers_of(inventory, row), part="", limit=9, offset=0).runs
    assert (run.part, run.kind, run.papers, run.lowest, run.highest) == ("to", "telegram", 3, 9, 11)


def test_sources_stand_in_their_folders(tmp_path: Path) -> None:
    papers = [
        replace(each, source=replace(each.source, name=name))
        for each, name in zip(chain(3), ("box 1/a.txt", "box 1/b.txt", "c.txt"), strict=True)
    ]
    with opened(tmp_path, papers) as held, held.reading() as connection:
        assert [(each.folder, each.sources) for each in shelves.folders(connection, 9, 0)[1]] == [("", 1), ("box 1", 2)]
        total, rows = shelves.shelves(connection, "box 1", 1, 1)
        assert (total, [each.name for each in rows]) == (2, ["box 1/b.txt"])


@pytest.mark.parametrize(
    ("number", "file"),
    [
        ("737.56361/11-2362", "737.56361"),
        ("Lot 66 D 204", "66 D 204"),
        ("POL 27-14 CUBA", "POL 27-14 CUBA"),
        ("Box 12", "Box 12"),
    ],
)
def test_papers_of_one_file_number_lie_together(number: str, file: str) -> None:
    paper = telegram(subject=number)
    subject = paper.one("subject")
    assert subject is not None
    paper = replace(paper, fields={**paper.fields, "file_number": subject})
    assert facts_of(release(paper, "public"), WHO).file == file
