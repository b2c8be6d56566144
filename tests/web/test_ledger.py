"""The ledger in the room: the same on the pages as in the JSON, and decided there by whoever may."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from tests.ledger import kept
from tests.ledger.kept import FIRST, SECOND
from tests.ledger.test_statement_schema import faults
from tests.web.rooms import Enter
from tests.web.soundness import faults as unsound
from tests.web.visitor import Visitor

from onionskin.inventory import facts
from onionskin.ledger import matching
from onionskin.workbench.following import FAINT

PAIR = "a=United+States&b=Soviet+Union"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, enter: Enter) -> Visitor:
    """A room whose papers say what `tests.ledger.kept` has them say."""
    monkeypatch.setattr(facts, "lines_of", kept.lines_of)
    with kept.opened(tmp_path / "collection") as made:
        settings = made.settings
    return enter(settings)


def quotes(page: str) -> list[str]:
    return re.findall(r'class="quote"[^>]*><q>([^<]*)</q>', page)


def test_a_paper_is_a_checklist_under_its_conditions(room: Visitor) -> None:
    page = room.ask(f"/records/{FIRST.id}/ledger").text
    assert unsound(page) == []
    assert quotes(page) == [
        "You should tell Kuznetsov", "Do not mention the cables", "say no", "we would lift the quarantine",
    ]  # fmt: skip
    assert "If he presses the protocol" in page.split("say no")[0]
    told = room.ask(f"/api/records/{FIRST.id}/ledger").json()
    assert [each["quote"] for each in told["statements"]] == [said.quote for said, _, _ in kept.SAID[FIRST.id]]
    assert told["checklist"]["branches"][0]["when"] == "If he presses the protocol"
    assert all(faults(each) == [] for each in told["statements"])


def test_a_quote_leads_to_its_words_lit_on_the_paper(room: Visitor) -> None:
    page = room.ask(f"/records/{FIRST.id}/ledger").text
    href = re.findall(r'class="quote" href="([^"]*)"', page)[2].replace("&amp;", "&")
    path, _, fragment = href.partition("#")
    assert fragment.startswith("p1:~:text=say%20no")
    paper = room.ask(path).text
    assert 'id="p1"' in paper
    assert "<mark" in paper


def test_two_parties_are_a_table_of_issues_and_days(room: Visitor) -> None:
    page = room.ask(f"/ledger/between?{PAIR}").text
    assert unsound(page) == []
    told = room.ask(f"/api/ledger/between?{PAIR}").json()
    assert told["periods"] == {"1962-11-17": 4, "1962-11-23": 2}
    assert {each["issue"] for each in told["cells"]} == {each["id"] for each in told["issues"]}
    assert set(quotes(page)) == {line["quote"] for cell in told["cells"] for line in cell["statements"]}


def test_statements_are_narrowed_on_the_page_as_in_the_json(room: Visitor) -> None:
    for asked in ("party=Kuznetsov", "type=offer", "since=1962-11-18", "issue=quarantine"):
        told = room.ask(f"/api/ledger?{asked}").json()
        assert quotes(room.ask(f"/ledger?{asked}").text) == [each["quote"] for each in told["statements"]]
        assert told["total"] == len(told["statements"]) > 0


def test_it_is_given_as_a_table_as_lines_and_as_a_brief(room: Visitor) -> None:
    table = room.ask(f"/ledger/export.csv?{PAIR}")
    assert table.headers["content-disposition"] == 'attachment; filename="ledger.csv"'
    lines = [json.loads(each) for each in room.ask("/ledger/export.jsonl").text.splitlines()]
    assert [row["quote"] for row in csv.DictReader(io.StringIO(table.text))] == [each["quote"] for each in lines]
    brief = room.ask(f"/ledger/export.md?record={FIRST.id}").text
    assert brief.startswith("# Ledger: Telegram 1")
    assert "“say no”[^1]" in brief


def test_a_brief_that_nobody_would_read_is_refused_and_not_offered(
    room: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"/ledger/export.md?{PAIR}" in room.ask(f"/ledger/between?{PAIR}").text.replace("&amp;", "&")
    monkeypatch.setattr("onionskin.web.ledger.api.LONGEST_BRIEF", 1)
    refused = room.ask(f"/ledger/export.md?{PAIR}")
    assert refused.status_code == 400
    assert "Narrow it by issue" in refused.json()["advice"]
    assert room.ask("/ledger/export.csv?type=nonsense").status_code == 400


def test_an_issue_is_renamed_and_split_by_plain_forms_and_that_is_taken_back(room: Visitor) -> None:
    csrf = room.ask("/api/visitor").json()["csrf"]
    form = {"csrf": csrf, "about": "issue", "issue": "quarantine", "back": "/ledger/issues/quarantine"}
    got = room.ask("/ledger/decisions", "POST", data={**form, "verb": "rename", "name": "The blockade"})
    assert got.status_code == 303
    assert got.headers["location"].startswith("/ledger/issues/quarantine?done=")
    page = room.ask(got.headers["location"]).text
    assert "<h1>The blockade</h1>" in page
    entry = re.search(r'action="/history/(\d+)/undo"', page)
    assert entry is not None
    room.send(f"/api/decisions/{entry[1]}", "DELETE")
    assert "<h1>quarantine</h1>" in room.ask("/ledger/issues/quarantine").text
    line = room.ask("/api/ledger?type=offer").json()["statements"][0]["id"]
    room.ask("/ledger/decisions", "POST", data={**form, "verb": "split", "name": "Lifting it", "line": line})
    assert quotes(room.ask("/ledger/issues/lifting-it").text) == ["we would lift the quarantine"]


def test_a_statement_is_refused_through_the_json_and_the_history_tells(room: Visitor) -> None:
    said = {"record": SECOND.id, "type": "position", "quote": "We cannot give a blanket guarantee"}
    asked = {"about": "statement", "verb": "reject", "statements": [said]}
    assert room.send("/api/ledger/decisions", json=asked).json() == {"new": True, "entry": 1 + _last(room)}
    assert room.ask("/api/ledger?type=position").json()["total"] == 0
    assert "refused" in room.ask(f"/records/{SECOND.id}/ledger").text
    assert "We cannot give a blanket guarantee" in room.ask(f"/papers/{SECOND.id}/history").text


def test_what_came_of_a_paper_is_offered_and_decided(archive: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "LEAST", 0.0)  # the two papers hold no report; whatever is later is offered here
    letter = next(each["id"] for each in archive.ask("/api/records?kind=letter").json()["records"])
    matches = archive.ask(f"/api/records/{letter}/ledger/matches").json()["matches"]
    assert matches
    first = next(each for each in matches if each["line"] == "")
    page = archive.ask(f"/records/{letter}/ledger?followed=yes").text
    assert unsound(page) == []
    assert f"/records/{first['record']}/ledger" in page
    scores = [each["score"] for each in matches]
    assert min(scores) < FAINT <= max(scores)
    assert '<details class="faint">' in page
    ruling = {"about": "match", "verb": "accept", "record": letter, "relation": first["relation"]}
    assert archive.send("/api/ledger/decisions", json={**ruling, "other": first["record"]}).json()["new"]
    again = archive.ask(f"/api/records/{letter}/ledger/matches").json()["matches"]
    [decided] = [each for each in again if each["decided"]]
    assert (decided["record"], decided["line"], decided["stands"]) == (first["record"], "", True)
    assert not archive.send("/api/ledger/decisions", json={**ruling, "other": first["record"]}).json()["new"]


def test_what_changed_between_two_days_is_a_page_and_json(archive: Visitor) -> None:
    days = "since=1962-11-17&until=1962-11-23"
    page = archive.ask(f"/ledger/changes?{days}").text
    assert unsound(page) == []
    told = archive.ask(f"/api/ledger/changes?{days}").json()["changes"]
    assert page.count('class="moved"') == len(told) > 3
    assert archive.ask("/api/ledger/changes?since=1962-11-23&until=1962-11-17").status_code == 400


def test_more_than_is_compared_is_refused_and_not_told_in_part(
    archive: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onionskin.workbench.following.MOST_LINES", 0)
    refused = archive.ask("/api/ledger/changes?since=1962-11-17&until=1962-11-23")
    assert refused.status_code == 400
    assert "two parties" in refused.json()["advice"]
    page = archive.ask("/ledger/changes?since=1962-11-17&until=1962-11-23")
    assert page.status_code == 400
    assert unsound(page.text) == []
    assert 'value="1962-11-17"' in page.text
    asked = re.findall(r'href="(/ledger/changes\?a=[^"]*)"', page.text)
    assert asked
    assert "Between two of them" not in archive.ask(asked[0].replace("&amp;", "&")).text


def _last(room: Visitor) -> int:
    """The entry of the journal before the first decision."""
    return int(room.ask("/api/history").json()["decisions"][0]["entry"]) - 1


def test_what_is_no_ledger_says_what_to_do(room: Visitor) -> None:
    for address in ("/ledger/between?a=Egypt&b=Israel", "/ledger/issues/nothing"):
        assert room.ask(address).status_code == 404
    for address in (
        "/ledger/between",
        "/api/ledger/between?a=Egypt",
        "/ledger?type=hint",
        "/ledger?since=yesterday",
        "/api/ledger?until=1962-13",
    ):
        assert room.ask(address).status_code in {400, 422}


def test_under_review_the_ledger_is_empty(under_review: Visitor) -> None:
    assert under_review.ask("/api/ledger").json()["total"] == 0
    assert under_review.ask("/api/ledger/negotiations").json() == {"negotiations": []}
    assert unsound(under_review.ask("/ledger").text) == []
