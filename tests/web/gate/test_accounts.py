"""Owners keep the accounts from the room, and everybody their own password."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.gate.test_login import PASSWORD, SESSION, Room, log_in
from tests.web.rooms import Rooms
from tests.web.visitor import Page, Visitor

from onionskin.settings import Settings
from onionskin.web.gate import Role
from onionskin.web.gate.pace import LIMITS
from onionskin.workbench import Porter, open_collection

OTHER = "other words of a book"


@pytest.fixture
def room(tmp_path: Path, rooms: Rooms) -> Iterator[Room]:
    settings = Settings(collection=tmp_path / "c")
    open_collection(settings, create=True).close()
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, PASSWORD)
        yield Room(porter, settings, rooms)


@pytest.fixture
def owner(room: Room) -> Visitor:
    visitor = room.visitor()
    log_in(visitor, "ruth")
    return visitor


def secret(page: Page) -> str:
    return page.one("p", class_="secret").text.strip()


def test_an_invited_person_comes_in_once_and_chooses_a_password(owner: Visitor, room: Room) -> None:
    got = owner.send("/accounts", data={"name": "Ann", "role": "editor"})
    assert (got.status_code, got.headers["cache-control"]) == (200, "no-store")
    password = secret(Page(got.text))
    assert "invited: has no password yet" in owner.page("/accounts").words
    assert password not in owner.page("/accounts").words
    ann = room.visitor()
    assert log_in(ann, "ann", password, then="/queue").headers["location"] == "/account"
    assert log_in(room.visitor(), "ann", password).status_code == 403
    assert ann.page("/account").one("h1").text == "Choose a password"
    assert ann.send("/account/password", data={"password": "short"}).status_code == 400
    assert ann.send("/account/password", data={"password": OTHER}).status_code == 303
    assert ann.ask("/api/visitor").json()["role"] == "editor", "who has chosen stays in"
    assert log_in(room.visitor(), "ann", OTHER, then="/queue").headers["location"] == "/queue"
    assert "Last session" in owner.page("/accounts").words


def test_an_owner_changes_roles_ends_sessions_disables_and_removes(owner: Visitor, room: Room) -> None:
    room.porter.add("ann", Role.READER, PASSWORD)

    def came_in() -> Visitor:
        ann = room.visitor()
        assert log_in(ann, "ann").status_code == 303
        return ann

    for verb, data in (("role", {"role": "editor"}), ("sessions", {}), ("disable", {})):
        ann = came_in()
        assert owner.send(f"/accounts/ann/{verb}", data=data).headers["location"] == "/accounts"
        assert ann.ask("/api/visitor").status_code == 401, verb
    assert room.porter.account("ann").role is Role.EDITOR
    assert log_in(room.visitor(), "ann").status_code == 403
    assert owner.send("/accounts/ann/enable").status_code == 303
    came_in()
    again = secret(Page(owner.send("/accounts/ann/password").text))
    assert log_in(room.visitor(), "ann").status_code == 403
    assert log_in(room.visitor(), "ann", again).status_code == 303
    assert owner.send("/accounts/ann/remove").status_code == 303
    assert owner.send("/accounts/ann/remove").status_code == 404
    assert [each.name for each in room.porter.accounts()] == ["ruth"]


def test_nobody_locks_out_the_last_owner(owner: Visitor) -> None:
    for verb, data in (("role", {"role": "reader"}), ("disable", {}), ("remove", {}), ("password", {})):
        got = owner.send(f"/accounts/ruth/{verb}", data=data)
        assert (got.status_code, "last owner" in got.text) == (400, True), verb
    for got in (
        owner.send("/api/accounts/ruth", "PATCH", json={"role": "editor"}),
        owner.send("/api/accounts/ruth", "PATCH", json={"disabled": True}),
        owner.send("/api/accounts/ruth", "DELETE"),
        owner.send("/api/accounts/ruth/password"),
    ):
        assert got.status_code == 400
    assert owner.ask("/api/visitor").json()["role"] == "owner"


def test_the_json_routes_do_the_same(owner: Visitor, room: Room) -> None:
    invited = owner.send("/api/accounts", json={"name": "ann", "role": "reader"})
    assert (invited.status_code, invited.headers["cache-control"]) == (201, "no-store")
    assert owner.send("/api/accounts", json={"name": "ann", "role": "reader"}).status_code == 400
    ann = room.visitor()
    told = {"name": "ann", "password": invited.json()["password"]}
    assert ann.ask("/api/login", "POST", json=told).status_code == 200
    got = ann.send("/api/account/password", json={"password": OTHER})
    assert (got.status_code, got.json()["csrf"]) == (200, ann.ask("/api/visitor").json()["csrf"])
    changed = owner.send("/api/accounts/ann", "PATCH", json={"role": "editor", "disabled": True}).json()
    assert (changed["role"], bool(changed["disabled"]), changed["sessions"]) == ("editor", True, 0)
    assert owner.send("/api/accounts/ann", "PATCH", json={"disabled": False}).json()["disabled"] == ""
    assert owner.send("/api/accounts/ann/sessions", "DELETE").status_code == 204
    listed = owner.ask("/api/accounts").json()["accounts"]
    assert [(each["name"], each["role"], each["invited_until"]) for each in listed] == [
        ("ann", "editor", ""),
        ("ruth", "owner", ""),
    ]
    assert owner.send("/api/accounts/ann", "DELETE").status_code == 204
    assert owner.send("/api/accounts/ann", "PATCH", json={}).status_code == 404


def test_a_password_is_changed_by_who_knows_it_and_ends_the_other_sessions(room: Room) -> None:
    here, there = room.visitor(), room.visitor()
    for visitor in (here, there):
        log_in(visitor, "ruth")
    assert here.send("/account/password", data={"now": OTHER, "password": OTHER}).status_code == 403
    assert here.send("/account/password", data={"now": PASSWORD, "password": OTHER}).status_code == 303
    assert here.ask("/api/visitor").status_code == 200
    assert there.ask("/api/visitor").status_code == 401
    assert log_in(room.visitor(), "ruth", OTHER).status_code == 303


def test_who_guesses_at_a_password_from_within_has_to_wait(owner: Visitor) -> None:
    guess = {"now": "wrong words of a book", "password": OTHER}
    most, _ = LIMITS[0]
    got = [owner.send("/api/account/password", json=guess).status_code for _ in range(most + 1)]
    assert got == [403] * most + [429]


@pytest.mark.parametrize(("path", "method"), [("/account/sessions", "POST"), ("/api/account/sessions", "DELETE")])
def test_ones_other_sessions_are_ended_and_this_one_stays(room: Room, path: str, method: str) -> None:
    here, there = room.visitor(), room.visitor()
    for visitor in (here, there):
        log_in(visitor, "ruth")
    assert len([each for each in here.page("/account").all("li") if "main" in each.inside]) == 2
    assert here.send(path, method).status_code in {204, 303}
    assert SESSION in here.cookies
    assert (here.ask("/account").status_code, there.ask("/account").status_code) == (200, 303)


def test_who_reads_without_an_account_has_none_to_change(room: Room) -> None:
    visitor = room.visitor(public_reading=True)
    assert visitor.ask("/account").headers["location"] == "/login?next=%2Faccount"
