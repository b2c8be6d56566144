"""A case goes its way by plain forms, and nobody else learns of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.types import ASGIApp
from tests.desk.chancery.desks import COME, begun, carried, desk
from tests.web.rooms import NAME, Rooms
from tests.web.soundness import faults as unsound
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.store.desk_cards import case_id

NUMBER = "C.A. NO 88-0034"
CASE = case_id(NUMBER)
OPENED = {"kind": "civil-action", "case": NUMBER, "requester": "Institute for Old Papers", "wanted": "telegrams"}


@pytest.fixture
def told(tmp_path: Path, rooms: Rooms) -> tuple[ASGIApp, str]:
    """A room on one's own machine, and the telegram at its desk."""
    with desk(tmp_path / "c") as held:
        paper = begun(held)
        carried(held, paper, COME)
    return rooms.app(Settings(collection=tmp_path / "c")), paper


def someone(app: ASGIApp, person: str) -> Visitor:
    """A visitor who acts as a person of the desk."""
    visitor = Visitor(app, NAME)
    assert visitor.send("/desk/as", data={"name": person}).status_code == 303
    return visitor


def test_a_case_goes_its_way_by_plain_forms(told: tuple[ASGIApp, str]) -> None:
    app, paper = told
    clerk, reviewer = someone(app, "requests"), someone(app, "reviewer")
    assert clerk.send("/desk/cases", data=OPENED).headers["location"] == f"/desk/cases/{CASE}"
    assert clerk.send(f"/desk/cases/{CASE}/papers", data={"paper": paper}).status_code == 303
    assert clerk.send(f"/desk/cases/{CASE}/reviewers", data={"to": "reviewer"}).status_code == 303
    shown = clerk.ask(f"/desk/cases/{CASE}").text
    assert "Telegram, sealed" in shown
    assert "Next Steps" not in shown
    page = f"/desk/cases/{CASE}/papers/{paper}"
    assert unsound(reviewer.ask(page).text) == []
    filled = {"line": "1", "access": "excise", "exemptions": "B1A5", "authority": "E.O. 12356"}
    preview = reviewer.send(page, data={**filled, "do": "preview"}).text
    assert "[9 words in 1 line withheld: B1A5]" in preview
    wrong = reviewer.send(page, data={**filled, "exemptions": "secret", "do": "decide"})
    assert wrong.status_code == 400
    assert "is no exemption" in wrong.text
    assert 'value="1" checked' in wrong.text
    done = reviewer.send(page, data={**filled, "classification": "downgrade", "level": "SECRET", "do": "decide"})
    assert done.status_code == 303
    letter = clerk.ask(f"/desk/cases/{CASE}/letter.txt")
    assert "1 paper is released in part" in letter.text
    assert letter.headers["cache-control"] == "no-store"
    assert clerk.ask(f"/desk/cases/{CASE}/letter.pdf").content.startswith(b"%PDF")
    for form in ("md", "csv", "json"):
        index = clerk.ask(f"/desk/cases/{CASE}/index.{form}").text
        assert "1.3(a)(5)" in index
        assert "Kuznetsov" not in index
    for act, stage in (("answer", "answered"), ("appeal", "appealed")):
        assert clerk.send(f"/desk/cases/{CASE}/steps", data={"act": act}).status_code == 303
        page_now = clerk.ask(f"/desk/cases/{CASE}").text
        assert unsound(page_now) == []
        assert f"{OPENED['requester']}; {stage}" in page_now
    refused = reviewer.send(page, data={**filled, "do": "decide"})
    assert "another must" in refused.text


def test_a_program_does_the_same_as_the_forms(told: tuple[ASGIApp, str]) -> None:
    app, paper = told
    clerk, reviewer = someone(app, "requests"), someone(app, "reviewer")
    opened = clerk.send("/api/desk/cases", json=OPENED).json()
    assert (opened["id"], opened["case"]["stage"]) == (CASE, "open")
    assert clerk.send(f"/api/desk/cases/{CASE}/papers", json={"paper": paper}).status_code == 200
    passage = {"start": 15, "end": 24, "exemption": "B1A5"}
    decision = {"paper": paper, "access": "excise", "authority": "E.O. 12356", "passages": [passage]}
    decided = reviewer.send(f"/api/desk/cases/{CASE}/decisions", json=decision).json()
    assert decided["case"]["counts"]["in_part"] == 1
    (withheld,) = clerk.ask(f"/api/desk/cases/{CASE}/index").json()["index"]["papers"]
    assert (withheld["extent"], withheld["passages"][0]["line"]) == ({"words": 1, "lines": 1}, 1)
    letter = clerk.ask(f"/api/desk/cases/{CASE}/letter").json()["letter"]
    assert letter == clerk.ask(f"/desk/cases/{CASE}/letter.txt").text
    answered = clerk.send(f"/api/desk/cases/{CASE}/steps", json={"act": "answer"}).json()
    assert answered["case"]["stage"] == "answered"
    ((row),) = clerk.ask("/api/desk/cases").json()["cases"]
    assert (row["number"], row["undecided"]) == (NUMBER, 0)
    asked = {"act": "appeal", "papers": ["os-nothing"]}
    assert clerk.send(f"/api/desk/cases/{CASE}/steps", json=asked).status_code == 404
    appealed = clerk.send(f"/api/desk/cases/{CASE}/steps", json={**asked, "papers": [paper]}).json()
    assert appealed["case"]["stage"] == "appealed"
    for path in ("", "/index", "/letter"):
        assert someone(app, "visitor").ask(f"/api/desk/cases/{CASE}{path}").status_code == 404


def test_who_has_nothing_to_do_with_a_case_finds_what_one_finds_of_none(told: tuple[ASGIApp, str]) -> None:
    app, paper = told
    clerk, other = someone(app, "requests"), someone(app, "visitor")
    clerk.send("/desk/cases", data=OPENED)
    clerk.send(f"/desk/cases/{CASE}/papers", data={"paper": paper})
    nowhere = case_id("no such case")
    for path in ("", f"/papers/{paper}", "/letter.txt", "/index.json"):
        hidden, missing = (other.ask(f"/desk/cases/{each}{path}") for each in (CASE, nowhere))
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert hidden.text.replace(CASE, "").replace(NUMBER, "") == missing.text.replace(nowhere, "")
    for act in ("papers", "reviewers", "steps", "referrals", f"papers/{paper}"):
        data = {"paper": paper, "act": "close", "to": "reviewer", "agency": "x", "access": "deny"}
        assert other.send(f"/desk/cases/{CASE}/{act}", data=data).status_code == 404
    assert other.send("/desk/cases", data=OPENED).status_code == 409
    assert "88-0034" not in other.ask("/desk/cases").text
