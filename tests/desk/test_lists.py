"""Trays, lists, counts and searches hold for everybody what the rule of sight says, and count nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.chancery.desks import DEPARTMENT, PERSONS, USUN
from tests.desk.chancery.every_act import MORE, STAGES, roster, stood

from onionskin.desk.chancery.cards import card
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import DeskRole, Person, person_of
from onionskin.desk.chancery.sight import Sight, principals, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.trays import Tray, lies
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.settings import Settings
from onionskin.store.database import driver_of
from onionskin.store.desk_cards import write_card
from onionskin.store.desk_lists import Asker, DeskLists
from onionskin.store.opening import open_desk_log
from onionskin.workbench import open_collection

LEVELS = ("", "UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")
CAPTIONS = ("SENSITIVE", "LIMDIS")
DAYS = ("1962-11-24", "1970-01-01", "1970-01-02", "1988-06-06")
MARKED: tuple[Mapping[str, object], ...] = (
    {},
    {"level": "TOP SECRET", "until": "1970-01-01", "precedence": "FLASH"},
    {"level": "SECRET", "captions": ("LIMDIS", "NOFORN"), "posts": {}},
    {"level": "CONFIDENTIAL", "captions": CAPTIONS, "copies": {}},
)
WHO = (*PERSONS, *MORE)


class Held(NamedTuple):
    """A paper at a stage, under the number that the tables give it."""

    n: int
    standing: Standing


class Desked(NamedTuple):
    """Papers at all stages, under all marks, and the tables that hold them."""

    papers: tuple[Held, ...]
    lists: DeskLists


def standings() -> Iterator[Standing]:
    known = roster()
    for n, (course, marked) in enumerate(product(STAGES.values(), MARKED)):
        held = stood(course, known)
        if held is not None:
            paper = record_id(source_sha256(f"list {n}".encode()), PageNumber(1), 0)
            yield replace(held, paper=paper, **marked)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def desked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desked]:
    folder: Path = tmp_path_factory.mktemp("lists")
    open_collection(Settings(collection=folder), create=True).close()
    log = open_desk_log(folder)
    papers = tuple(Held(n, each) for n, each in enumerate(standings(), 1))
    with log.database.writing() as transaction:
        for each in papers:
            write_card(driver_of(transaction), each.standing.paper, 1, card(each.standing))
    yield Desked(papers, log.lists)
    log.close()


def several(*choices: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(choices), unique=True).map(tuple)


persons = st.sampled_from(WHO).map(person_of) | st.builds(
    Person,
    name=st.sampled_from([str(each["name"]) for each in WHO]),
    post=st.sampled_from(("", DEPARTMENT, USUN)),
    offices=several("U", "G", "S/S", "IO", "mccloy"),
    roles=several(*DeskRole),
    clearance=st.sampled_from(LEVELS),
    reviews=st.sampled_from(LEVELS),
    captions=several(*CAPTIONS, "NOFORN"),
)


def asker(person: Person, day: str) -> Asker:
    return Asker(principals=principals(person), rank=rank(person.clearance), captions=person.captions, day=day)


def seen(papers: tuple[Held, ...], person: Person, day: str) -> dict[str, int]:
    """What the rule shows of each paper, those left out of which it shows nothing."""
    told = {each.standing.paper: sight(each.standing, person, day).sight for each in papers}
    return {paper: found.value for paper, found in told.items() if found is not Sight.NOTHING}


def lying(each: Held, tray: Tray, own: frozenset[str], day: str) -> list[str]:
    """By which days something is due of a paper that lies in a tray."""
    found = [lie.due for lie in lies(each.standing) if lie.tray is tray and lie.principal in own]
    return [due for due in found if tray is not Tray.REREVIEW or due <= day]


@given(person=persons, day=st.sampled_from(DAYS))
def test_lists_and_searches_are_what_the_rule_shows(desked: Desked, person: Person, day: str) -> None:
    asks, shown = asker(person, day), seen(desked.papers, person, day)
    total, rows = desked.lists.papers(asks, limit=1000)
    assert total == len(rows)
    assert {row.id: row.seen for row in rows} == shown
    assert all(bool(row.parties) == (row.seen > Sight.EXISTENCE) for row in rows)
    read = {
        each.standing.paper
        for each in desked.papers
        if shown.get(each.standing.paper) == Sight.TEXT
        and each.standing.version
        and "Kuznetsov" in each.standing.version.text
    }
    total, rows = desked.lists.find(asks, "Kuznetsov", limit=1000)
    assert (total, {row.id for row in rows}) == (len(read), read)
    assert set(desked.lists.ids_with_prefix(asks, "os-", limit=1000)) == set(shown)


@given(person=persons, day=st.sampled_from(DAYS))
def test_trays_hold_and_count_what_the_rule_shows(desked: Desked, person: Person, day: str) -> None:
    asks, shown, own = asker(person, day), seen(desked.papers, person, day), frozenset(principals(person))
    counted: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for tray in Tray:
        held = {each.standing.paper: lying(each, tray, own, day) for each in desked.papers}
        wanted = {paper for paper, due in held.items() if due and paper in shown}
        counted[tray.value] = len(wanted)
        late[tray.value] = sum(any(due and due < day for due in held[paper]) for paper in wanted)
        total, rows = desked.lists.tray(asks, tray.value, limit=1000)
        assert total == len(rows)
        assert {row.id: row.seen for row in rows} == {paper: shown[paper] for paper in wanted}
        assert [row.precedence for row in rows] == sorted(row.precedence for row in rows)
        assert all(row.due in held[row.id] for row in rows)
    assert desked.lists.counts(asks) == +counted
    assert desked.lists.overdue(asks) == +late


@given(person=persons, day=st.sampled_from(DAYS), size=st.integers(1, 7))
def test_pages_put_together_are_the_whole(desked: Desked, person: Person, day: str, size: int) -> None:
    asks = asker(person, day)
    total, whole = desked.lists.papers(asks, limit=1000)
    pages = [desked.lists.papers(asks, limit=size, offset=at) for at in range(0, total, size)]
    assert tuple(row for _, rows in pages for row in rows) == whole
    for tray in desked.lists.counts(asks):
        total, whole = desked.lists.tray(asks, tray, limit=1000)
        pages = [desked.lists.tray(asks, tray, limit=size, offset=at) for at in range(0, total, size)]
        assert tuple(row for _, rows in pages for row in rows) == whole
        assert {told for told, _ in pages} == {total}
