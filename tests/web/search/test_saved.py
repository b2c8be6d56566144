"""Saved searches in the room: kept beside the results, told of on a page of their own, and by JSON routes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.papers import telegram
from tests.web import specimens
from tests.web.conftest import furnished, put
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.store.opening import open_store
from onionskin.workbench import open_collection

TELEGRAM, LETTER, SCAN = specimens.everything()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return furnished(tmp_path / "c", [TELEGRAM, LETTER])


@pytest.fixture
def reader(settings: Settings, enter: Enter) -> Visitor:
    return enter(settings)


def comes(settings: Settings, *numbers: int) -> None:
    """Telegrams of these numbers are read."""
    with open_collection(settings) as collection:
        put(collection, [telegram(n, body=(f"Brandov spoke, time {n}.",)) for n in numbers])


def test_a_search_is_saved_beside_its_results_and_tells_what_is_new(reader: Visitor, settings: Settings) -> None:
    page = reader.page("/search?q=Brandov&sort=newest")
    form = {name: page.all("input", name=name)[-1].attributes["value"] for name in ("csrf", "q", "sort")}
    got = reader.ask("/searches", "POST", data={**form, "name": "Brandov's"})
    assert (got.status_code, got.headers["location"]) == (303, "/search?q=Brandov&sort=newest")
    assert "Saved as Brandov's" in reader.page(got.headers["location"]).words
    assert "Save this search" in reader.page("/search?q=Brandov").words, "in another order it is another search"
    assert "Nothing new since" in reader.page("/searches").words
    comes(settings, 7, 8)
    assert "2 new papers" in reader.page("/searches").words
    got = reader.send("/searches/1/look")
    assert (got.status_code, got.headers["location"]) == (303, "/search?q=Brandov&sort=newest&since=2")
    for _ in range(2):
        new = reader.page("/search?q=Brandov&sort=newest&since=2")
        assert new.one("h1").text.startswith("2 new papers")
        assert len(new.all("a", class_="hit")) == 2
        assert "Nothing new since" in reader.page("/searches").words


def test_what_is_new_is_narrowed_sorted_and_taken_away_as_what_is_new(reader: Visitor, settings: Settings) -> None:
    comes(settings, 7, 8)
    page = reader.page("/search?q=Brandov&since=2")
    links = [
        each.attributes["href"] for each in page.all("a") if each.attributes["href"].startswith(("/search?", "/api"))
    ]
    assert len([each for each in links if "since=2" in each]) > 8
    assert [each for each in links if "since=2" not in each and "q=Brandov" in each] == ["/search?q=Brandov"]
    assert len(reader.ask("/api/search.jsonl?q=Brandov&since=2").text.splitlines()) == 2
    assert reader.ask("/api/search?q=Brandov&since=2&heaps=3").json()["total"] == 2
    assert reader.ask("/api/search?q=Brandov&since=99&heaps=3").json()["heaps"] == {}


def test_it_is_renamed_mended_and_removed_on_the_page(reader: Visitor, settings: Settings) -> None:
    reader.send("/searches", data={"name": "One", "q": "talks"})
    with open_store(settings.collection) as store:
        author = reader.ask("/api/visitor").json()["name"]
        store.searches.save(author, "Of old", "(", "best", 0)
    page = reader.page("/searches")
    assert "It can be asked no longer" in page.words
    assert [each.text for each in page.all("h2")] == ["Of old", "One"]
    told = {"name": "Of now", "q": "talks kind:letter", "sort": "title"}
    assert reader.send("/searches/2", data=told).headers["location"] == "/searches#s2"
    assert "It can be asked no longer" not in reader.page("/searches").words
    assert reader.send("/searches/2", data={**told, "q": "("}).status_code == 400
    assert reader.send("/searches/2", data={**told, "name": "One"}).status_code == 400
    assert reader.send("/searches/2/remove").status_code == 303
    assert [each.text for each in reader.page("/searches").all("h2")] == ["One"]


def test_the_json_routes_do_the_same(reader: Visitor, settings: Settings) -> None:
    kept = reader.send("/api/searches", json={"name": "Brandov", "query": "Brandov", "sort": "oldest"})
    assert (kept.status_code, kept.json()["new"], kept.json()["fault"]) == (201, 0, "")
    n = kept.json()["n"]
    comes(settings, 7)
    (listed,) = reader.ask("/api/searches").json()["searches"]
    assert listed == reader.ask(f"/api/searches/{n}").json()
    assert listed["new"] == 1
    assert reader.ask(listed["new_href"]).json()["total"] == 1
    assert reader.ask(listed["href"]).json()["total"] == 2
    looked = reader.send(f"/api/searches/{n}/look").json()
    assert looked["new_href"] == listed["new_href"]
    assert reader.ask(looked["new_href"]).json()["total"] == 1
    assert reader.ask(f"/api/searches/{n}").json()["new"] == 0
    changed = reader.send(f"/api/searches/{n}", "PATCH", json={"name": "B."}).json()
    assert (changed["name"], changed["query"], changed["sort"]) == ("B.", "Brandov", "oldest")
    assert reader.send(f"/api/searches/{n}", "PATCH", json={"query": "("}).status_code == 400
    assert reader.send(f"/api/searches/{n}", "DELETE").status_code == 204
    assert reader.ask(f"/api/searches/{n}").status_code == 404


def test_under_review_nothing_is_counted_nor_found(under_review: Visitor) -> None:
    n = under_review.send("/api/searches", json={"name": "All", "query": "date:1900..1999"}).json()["n"]
    assert under_review.ask(f"/api/searches/{n}").json()["new"] == 0
    assert under_review.ask("/api/search?q=haggle&since=0").json()["total"] == 0


def test_the_page_counts_on_by_itself_where_there_was_no_time(
    reader: Visitor, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        reader.send("/searches", data={"name": name, "q": "Brandov"})
    comes(settings, 7)
    monkeypatch.setattr("onionskin.workbench.saving.saved_searches.__defaults__", (0.0,))
    got = reader.ask("/searches")
    assert (got.headers["refresh"], "Not counted yet" in got.text) == ("1", True)
