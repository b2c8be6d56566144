"""What lies in no tray is shown all the same: papers that no case asked for, and mail that no server took over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp
from tests.desk.chancery.desks import DEPARTMENT
from tests.web import specimens
from tests.web.conftest import furnished
from tests.web.desk.staffed import MAILED, ME, kept_at_desk
from tests.web.rooms import NAME, Rooms
from tests.web.soundness import faults as unsound
from tests.web.visitor import Visitor

from onionskin.store.desk_cards import case_id
from onionskin.workbench.desk import Desk, open_desk

READ = specimens.everything()


@pytest.fixture
def room(tmp_path: Path, rooms: Rooms) -> Iterator[tuple[ASGIApp, Desk]]:
    settings = furnished(tmp_path / "c", READ)
    kept_at_desk(settings)
    with open_desk(settings) as held:
        yield rooms.app(settings), held


def someone(app: ASGIApp, person: str) -> Visitor:
    visitor = Visitor(app, NAME)
    assert visitor.send("/desk/as", data={"name": person}).status_code == 303
    return visitor


def test_papers_that_no_case_asked_for_are_asked_for_where_they_are_listed(room: tuple[ASGIApp, Desk]) -> None:
    app, _ = room
    clerk = someone(app, "requests")
    listed = clerk.ask("/api/desk/unentered").json()
    assert (listed["total"], {each["id"] for each in listed["papers"]}) == (3, {each.id for each in READ})
    assert set(listed["papers"][0]) == {"id", "kind", "source", "pages"}
    assert clerk.ask("/api/desk/unentered?limit=1&offset=1").json()["papers"] == listed["papers"][1:2]
    assert 'href="/desk/unentered"' in clerk.ask("/desk/cases").text
    page = clerk.ask("/desk/unentered").text
    assert unsound(page) == []
    assert all(each.id in page for each in READ)
    case, two = case_id("88-0034"), [each.id for each in READ[:2]]
    asked = clerk.send("/desk/unentered", data={"case": case, "paper": two})
    assert asked.headers["location"] == f"/desk/cases/{case}#papers"
    assert [each["id"] for each in clerk.ask("/api/desk/unentered").json()["papers"]] == [READ[2].id]
    shown = clerk.ask(f"/desk/cases/{case}").text
    assert all(f"/papers/{each}" in shown for each in two)


def test_nothing_is_entered_where_no_case_or_paper_is_named(room: tuple[ASGIApp, Desk]) -> None:
    app, _ = room
    clerk = someone(app, "requests")
    assert clerk.send("/desk/unentered", data={"case": case_id("88-0034")}).status_code == 400
    assert clerk.send("/desk/unentered", data={"case": "none", "paper": READ[0].id}).status_code == 404
    assert clerk.ask("/api/desk/unentered").json()["total"] == len(READ)


def test_only_who_takes_cases_is_told_of_papers_that_no_case_asked_for(room: tuple[ASGIApp, Desk]) -> None:
    app, _ = room
    other = someone(app, "visitor")
    for path in ("/desk/unentered", "/api/desk/unentered"):
        answer = other.ask(path)
        assert answer.status_code == 403
        assert READ[0].id not in answer.text
    assert other.send("/desk/unentered", data={"case": case_id("88-0034"), "paper": READ[0].id}).status_code == 404


def test_mail_that_waits_says_what_it_is_and_why(room: tuple[ASGIApp, Desk]) -> None:
    app, held = room
    clerk = someone(app, "clerk")
    (mail,) = clerk.ask("/api/desk/mail").json()["mails"]
    assert (mail["paper"], mail["act"], mail["from"], mail["tries"]) == (MAILED, "come", DEPARTMENT, 0)
    assert (mail["address"], mail["precedence"], mail["reason"]) == ("telegrams@geneva.example", "PRIORITY", "")
    assert "not tried yet" in clerk.ask("/desk/mail").text
    held.log.outbox.failed(held.log.outbox.waiting()[0].mail, "1962-11-24T03:00:00Z", "the mail server refused it")
    page = clerk.ask("/desk/mail").text
    assert unsound(page) == []
    assert f'href="/desk/papers/{MAILED}"' in page
    assert "the mail server refused it" in page
    assert f"Telegram of {DEPARTMENT}" in page
    assert clerk.ask("/api/desk/mail?offset=1").json() == {"total": 1, "limit": 50, "offset": 1, "mails": []}


def test_mail_is_told_to_those_alone_who_may_know_of_its_paper(room: tuple[ASGIApp, Desk]) -> None:
    app, _ = room
    for name, told in ((ME, 1), ("stevenson", 0), ("codeclerk", 0)):
        asker = someone(app, name)
        assert asker.ask("/api/desk/mail").json()["total"] == told, name
        assert (MAILED in asker.ask("/desk/mail").text) == bool(told), name
