"""The search page: its form, what stands beside the papers, their order, and results to take away."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import unquote_plus

from tests.papers import telegram
from tests.web import specimens
from tests.web.conftest import furnished
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

TELEGRAM, LETTER, SCAN = specimens.everything()


def test_the_form_writes_a_query_that_fills_the_form(visitor: Visitor) -> None:
    got = visitor.ask("/search/form?words=talks&from=Dean+Rusk&after=1962-11&before=&nonsense=x")
    assert got.status_code == 303
    assert unquote_plus(got.headers["location"]) == '/search?q=talks from:"Dean Rusk" date:1962-11..'
    page = visitor.page(got.headers["location"])
    assert page.one("input", id="box-from").attributes["value"] == "Dean Rusk"
    assert page.one("input", id="box-after").attributes["value"] == "1962-11"
    assert page.one("input", id="box-words").attributes["value"] == "talks"


def test_each_value_beside_the_papers_leads_to_as_many(visitor: Visitor) -> None:
    page = visitor.page("/search?q=date:1900..1999")
    links = [each for each in page.all("a") if "nav" in each.inside and "section" in each.inside]
    assert len(links) > 10
    counts = [each.text.strip(" :") for each in page.all("span", class_="count") if "section" in each.inside]
    for link, count in list(zip(links, counts, strict=True))[::3]:
        narrower = visitor.page(link.attributes["href"])
        assert narrower.one("h1").text.split()[0] == count.split()[-1]
        assert narrower.all("a", class_="chip")


def test_papers_stand_in_the_order_that_was_chosen(visitor: Visitor) -> None:
    def first(sort: str) -> str:
        return visitor.page(f"/search?q=date:1900..1999&sort={sort}").all("a", class_="hit")[0].text

    assert first("oldest") != first("newest")


def test_a_hit_on_a_scan_shows_the_strip_of_its_page(visitor: Visitor) -> None:
    hits = visitor.ask("/api/search?q=resumed").json()["hits"]
    (address,) = [hit["strip"] for hit in hits if hit["strip"]]
    assert SCAN.id in address
    got = visitor.ask(address)
    assert (got.status_code, got.headers["content-type"]) == (200, "image/jpeg")
    assert visitor.ask(f"/api/records/{TELEGRAM.id}/pages/1/strip/0-5").status_code == 404


def test_where_nothing_is_found_each_part_is_told_by_itself(visitor: Visitor) -> None:
    page = visitor.page("/search?q=date:1962+xylophone+NOT+berlin")
    assert page.one("h1").text.startswith("No papers")
    told = " ".join(page.one("ul", class_="alone").text.split())
    assert visitor.ask("/api/search?q=date:1962").json()["total"] == 1
    assert told == "date:1962 1 paper xylophone no papers"


def test_a_whole_result_is_taken_away_as_rows_and_as_lines(visitor: Visitor) -> None:
    rows = list(csv.DictReader(io.StringIO(visitor.ask("/api/search.csv?q=haggle").text)))
    lines = [json.loads(each) for each in visitor.ask("/api/search.jsonl?q=haggle").text.splitlines()]
    assert [row["record"] for row in rows] == [line["record"] for line in lines] != []
    assert visitor.ask("/api/search.csv?q=(").status_code == 400


def test_no_cell_of_a_result_is_taken_for_a_formula(tmp_path: Path, enter: Enter) -> None:
    settings = furnished(tmp_path / "c", [telegram(subject='=HYPERLINK("http://elsewhere.test")')])
    text = enter(settings).ask("/api/search.csv?q=hyperlink").text
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["title"].startswith("'=HYPERLINK")


def test_a_collection_under_review_gives_nothing_away(under_review: Visitor) -> None:
    assert under_review.ask("/api/search.jsonl?q=haggle").text == ""
    assert under_review.ask("/api/search?q=haggle&heaps=5").json()["heaps"] == {}
    assert under_review.ask(f"/api/records/{SCAN.id}/pages/1/strip/0-5").status_code in {403, 404, 451}
