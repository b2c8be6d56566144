"""Browsing, as a visitor meets it: the same counts on pages and in JSON, nothing before it is released."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.inventory.linked import chain, citing, naming
from tests.papers import telegram
from tests.web.conftest import put
from tests.web.rooms import NAME, Enter
from tests.web.visitor import Visitor

from onionskin.record.reading import found
from onionskin.settings import Settings
from onionskin.web.app import create_app
from onionskin.web.browse.views import service_words, weeks, years_of
from onionskin.workbench import Tally, open_collection

SVG = "{http://www.w3.org/2000/svg}"
PAPERS = [
    *chain(4, missing=(3,)),
    naming(telegram(9, date="1963-05-01", subject="<b>bold</b>"), "Brandov", None, ("person:107127", 0.6)),
    citing(telegram(10, date="1963-05-02", to="Amembassy LISBON"), "=1+1"),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """Someone who asks a room of linked papers."""
    settings = Settings(collection=tmp_path_factory.mktemp("browse") / "collection")
    with open_collection(settings, create=True) as collection:
        put(collection, PAPERS)
    return Visitor(create_app(settings, names=[NAME]), NAME)


@pytest.mark.parametrize(
    "path",
    [
        *("/calendar", "/calendar/1961", "/persons", "/posts", "/threads", "/missing", "/files", "/archives"),
        *("/coverage", "/", "/missing.csv", "/missing.jsonl", "/api/calendar", "/api/calendar/1961", "/api/persons"),
        *("/api/posts", "/api/threads", "/api/missing", "/api/files", "/api/folders", "/api/archives", "/api/coverage"),
    ],
)
def test_under_review_nothing_is_counted_or_named(under_review: Visitor, path: str) -> None:
    got = under_review.ask(path)
    assert got.status_code == 200
    for word in ("Harwood", "HARWOOD", "talks.txt", "Brandov", "USUN", "1338", "<svg"):
        assert word not in got.text


def test_under_review_no_single_thing_can_be_had(under_review: Visitor) -> None:
    paper = PAPERS[0]
    single = (f"/files/{paper.source.sha256}", f"/threads/{paper.id}", f"/threads/{paper.id}.svg")
    for path in ("/persons/name:harwood", *single):
        assert under_review.ask(path).status_code in {403, 404}, path


def test_page_and_json_say_the_same_of_a_month(browser: Visitor) -> None:
    told = browser.ask("/api/calendar/1963-05").json()
    assert (told["total"], [each["period"] for each in told["parts"]]) == (2, ["1963-05-01", "1963-05-02"])
    page = browser.page("/calendar/1963-05")
    days = [each.attributes["href"] for each in page.all("a") if "td" in each.inside]
    assert days == ["/calendar/1963-05-01", "/calendar/1963-05-02"]
    assert [row["id"] for row in told["records"]] == [
        each.attributes["href"].rpartition("/")[2] for each in page.all("a") if "h3" in each.inside
    ]


def test_what_is_no_day_is_refused_with_what_to_do(browser: Visitor) -> None:
    got = browser.ask("/api/calendar/1963-02-30")
    assert (got.status_code, "1962-11-17" in got.json()["advice"]) == (400, True)
    assert "Write 1962" in browser.page("/calendar/yesterday", 400).words


def test_a_name_nobody_settled_says_who_could_be_meant(browser: Visitor) -> None:
    page = browser.page("/persons/name:brandov")
    assert "not settled" in page.words
    assert "Khrushchev, Nikita Sergeyevich (1)" in page.words
    told = browser.ask("/api/persons/person:107127?part=maybe").json()
    assert (told["total"], told["party"]["maybe"]) == (1, 1)


def test_a_post_shows_who_held_it_and_a_person_what_was_held(browser: Visitor) -> None:
    assert "Stevenson, Adlai" in browser.page("/posts/post:representative-to-un").words
    person = browser.page("/persons/person:107127").words
    assert "Chairman of the Council of Ministers of the Soviet Union 1958–1964" in person


def test_one_whom_no_paper_names_is_told_as_far_as_the_authority_goes(browser: Visitor) -> None:
    assert "0 papers" in browser.page("/persons/person:101494").words
    assert browser.ask("/persons/person:nobody").status_code == 404


def test_a_thread_is_drawn_with_its_gaps_and_told_in_words(browser: Visitor) -> None:
    answer = browser.ask(f"/threads/{PAPERS[1].id}.svg")
    drawn = etree.fromstring(answer.content)
    papers = [each.attrib["href"] for each in drawn.iter(f"{SVG}a")]
    assert sorted(papers) == sorted(f"/papers/{each.id}" for each in PAPERS[:2])
    gaps = browser.ask(f"/threads/{PAPERS[2].id}.svg").text
    assert "Telegram 77" not in answer.text
    assert "77" in gaps
    assert 'stroke-dasharray="3 3"' in gaps
    words = browser.page(f"/threads/{PAPERS[2].id}").words
    assert "not held" in words
    assert len(browser.ask(f"/api/threads/{PAPERS[2].id}").json()["missing"]) == 1


def test_every_column_of_the_picture_leads_to_its_month_and_says_what_it_holds(browser: Visitor) -> None:
    page = browser.ask("/calendar").text
    picture = etree.fromstring(page[page.index("<svg") : page.index("</svg>") + len("</svg>")])
    told = {each.attrib["href"]: each.findtext(f"{SVG}title") or "" for each in picture.iter(f"{SVG}a")}
    assert told["/calendar/1963-05"].startswith("May 1963: 2 papers")
    assert told["/calendar/1962-01"] == "January 1962: 0 papers"


def test_the_register_is_given_as_a_table_and_as_lines(browser: Visitor) -> None:
    table = list(csv.DictReader(io.StringIO(browser.ask("/missing.csv").text)))
    lines = [json.loads(line) for line in browser.ask("/missing.jsonl").text.splitlines()]
    assert [row["number"].lstrip("'") for row in table] == [line["number"] for line in lines]
    assert {line["number"] for line in lines} == {"77", "=1+1"}
    assert "'=1+1" in {row["number"] for row in table}


def test_a_source_shows_its_papers_and_how_its_pages_were_read(visitor: Visitor) -> None:
    (scan,) = (each for each in visitor.ask("/api/files").json()["sources"] if each["name"] == "scan.png")
    told = visitor.ask(f"/api/files/{scan['sha256']}").json()
    assert (told["total"], told["papers"][0]["unclaimed"]) == (1, 1)
    assert [(each["page"], round(each["confidence"], 2)) for each in told["sheets"]] == [(1, 0.9)]
    assert "90 %" in visitor.page(f"/files/{scan['sha256']}").words


def test_archives_lead_to_their_files_and_these_to_papers(tmp_path: Path, enter: Enter) -> None:
    paper = telegram(note="Kennedy Library 611.61/1-162")
    subject = paper.one("subject")
    assert subject is not None
    told = {"repository": "Kennedy Library", "file_number": "611.61/1-162"}
    fields = {
        **paper.fields,
        **{name: found(value, subject.as_printed, subject.ink[0]) for name, value in told.items()},
    }
    settings = Settings(collection=tmp_path / "collection")
    with open_collection(settings, create=True) as collection:
        put(collection, [replace(paper, fields=fields)])
    asked = enter(settings)
    assert [each["archive"] for each in asked.ask("/api/archives").json()["holdings"]] == ["Kennedy Library"]
    files = asked.ask("/api/archives?archive=Kennedy%20Library").json()
    assert [each["file"] for each in files["holdings"]] == ["611.61"]
    assert asked.ask("/api/archives?archive=Kennedy%20Library&file=611.61").json()["records"][0]["id"] == paper.id
    assert "611.61" in asked.page("/archives?archive=Kennedy+Library").words


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("1961-01-21", "1969-01-20", "1961–1969"),
        ("1961-01-21", "1961-09-01", "1961"),
        ("1961", None, "since 1961"),
        (None, "1969", "until 1969"),
        (None, None, ""),
    ],
)
def test_years_of_service_in_words(since: str | None, until: str | None, words: str) -> None:
    assert service_words(since, until) == words


def test_a_month_is_a_sheet_of_weeks_from_sunday() -> None:
    sheet = weeks("1962-11", [Tally("1962-11-01", 3, 0, 0)])
    assert [day for day, _ in sheet[0]] == [0, 0, 0, 0, 1, 2, 3]
    assert [tally.papers for week in sheet for _, tally in week if tally] == [3]


def test_a_year_has_twelve_months() -> None:
    (row,) = years_of([Tally("1962", 2, 0, 0)], [Tally("1962-02", 2, 0, 0)])
    assert [month is not None for month in row.months] == [False, True, *[False] * 10]
