"""A room that is open to a network: the way in, what a session is, and what happens to those who try too often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp
from tests.web import specimens
from tests.web.rooms import NAME, Enter, Rooms
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web.gate import GuardedGate, Role
from onionskin.web.gate.login import within
from onionskin.web.gate.pace import AT_ONCE, LIMITS, QUARTER, Pace, Tries
from onionskin.workbench import Porter, open_collection

PASSWORD = "four words of a book"  # noqa: S105 - that is what it is
SESSION = "onionskin"


class Room:
    """Accounts and their collection, and rooms upon it: one of each way, whose gate remembers who tried too often."""

    def __init__(self, porter: Porter, settings: Settings, rooms: Rooms) -> None:
        self.porter, self.settings, self._rooms = porter, settings, rooms
        self._built: dict[tuple[bool, bool], ASGIApp] = {}

    def visitor(self, *, public_reading: bool = False, secure: bool = False) -> Visitor:
        way = (secure, public_reading)
        if way not in self._built:
            gate = GuardedGate(self.porter, secure=secure, public_reading=public_reading)
            self._built[way] = self._rooms.app(self.settings, gate)
        return Visitor(self._built[way], NAME)


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Porter, Settings]]:
    settings = Settings(collection=tmp_path_factory.mktemp("guarded") / "collection")
    with open_collection(settings, create=True):
        pass
    with Porter(settings) as porter:
        for name, role in (("ruth", Role.OWNER), ("ed", Role.EDITOR), ("rita", Role.READER)):
            porter.add(name, role, PASSWORD)
        yield porter, settings


@pytest.fixture
def room(guarded: tuple[Porter, Settings], rooms: Rooms) -> Room:
    return Room(*guarded, rooms)


def log_in(visitor: Visitor, name: str, password: str = PASSWORD, then: str = "/") -> httpx.Response:
    """As a person does it, with the page's own form."""
    form = visitor.page("/login").all("input", name="csrf")[-1].attributes["value"]
    return visitor.ask("/login", "POST", data={"csrf": form, "name": name, "password": password, "next": then})


def test_who_has_not_logged_in_is_led_to_the_login_and_back_to_where_they_were(room: Room) -> None:
    visitor = room.visitor()
    got = visitor.ask("/search?q=talks")
    assert (got.status_code, got.headers["location"]) == (303, "/login?next=%2Fsearch%3Fq%3Dtalks")
    page = visitor.page(got.headers["location"])
    assert page.one("input", name="next").attributes["value"] == "/search?q=talks"
    got = log_in(visitor, "ed", then="/search?q=talks")
    assert (got.status_code, got.headers["location"]) == (303, "/search?q=talks")
    assert "ed, editor" in visitor.page("/search?q=talks").words


def test_programs_are_told_to_show_a_key(room: Room) -> None:
    got = room.visitor().ask("/api/records")
    assert (got.status_code, got.headers["www-authenticate"]) == (401, "Bearer")
    assert "account token" in got.json()["advice"]


def test_a_key_opens_and_needs_no_token(room: Room) -> None:
    secret = room.porter.key("ed", "catalogue", 1).secret
    visitor = room.visitor()
    assert visitor.ask("/api/visitor", headers={"Authorization": f"Bearer {secret}"}).json()["role"] == "editor"
    assert visitor.ask("/api/logout", "POST", {"Authorization": f"Bearer {secret}"}).status_code == 204
    assert visitor.ask("/api/visitor", headers={"Authorization": "Bearer no"}).status_code == 401


def test_a_cookie_is_no_key_and_a_key_no_cookie(room: Room) -> None:
    session, key = room.porter.log_in("ed", PASSWORD, "test"), room.porter.key("ed", "x", 1)
    assert session
    visitor = room.visitor()
    assert visitor.ask("/api/visitor", headers={"Authorization": f"Bearer {session.secret}"}).status_code == 401
    visitor.cookies.set(SESSION, key.secret)
    assert visitor.ask("/api/visitor").status_code == 401


@pytest.mark.parametrize(("secure", "name"), [(False, "onionskin"), (True, "__Host-onionskin")])
def test_the_session_is_seen_by_no_script_and_sent_from_no_other_site(room: Room, secure: bool, name: str) -> None:
    got = room.visitor(secure=secure).ask("/api/login", "POST", json={"name": "ed", "password": PASSWORD})
    told = got.headers["set-cookie"]
    assert told.startswith(f"{name}=")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(told.split("; "))
    assert ("Secure" in told.split("; ")) is secure
    assert "domain" not in told.lower()


def test_a_session_begins_anew_with_the_login(room: Room) -> None:
    """Who plants a cookie in another's browser has nothing from it; who logs in again ends the session before."""
    visitor = room.visitor()
    visitor.cookies.set(SESSION, "planted", domain=NAME, path="/")
    log_in(visitor, "ed")
    first = visitor.cookies[SESSION]
    assert first != "planted"
    log_in(visitor, "ed")
    assert visitor.cookies[SESSION] != first
    visitor.cookies.set(SESSION, first, domain=NAME, path="/")
    assert visitor.ask("/api/visitor").status_code == 401


def test_logging_out_ends_the_session_and_empties_the_cache(room: Room) -> None:
    visitor = room.visitor()
    log_in(visitor, "rita")
    secret = visitor.cookies[SESSION]
    got = visitor.send("/logout")
    assert (got.status_code, got.headers["clear-site-data"]) == (303, '"cache"')
    assert SESSION not in visitor.cookies
    visitor.cookies.set(SESSION, secret)
    assert visitor.ask("/api/visitor").status_code == 401


def test_a_login_takes_the_token_of_its_own_page(room: Room) -> None:
    told = {"name": "ed", "password": PASSWORD}
    assert room.visitor().ask("/login", "POST", data=told).status_code == 403
    visitor, other = room.visitor(), room.visitor()
    foreign = other.page("/login").one("input", name="csrf").attributes["value"]
    visitor.page("/login")
    assert visitor.ask("/login", "POST", data={**told, "csrf": foreign}).status_code == 403
    assert SESSION not in visitor.cookies


def test_a_token_of_one_session_is_none_of_another(room: Room) -> None:
    one, other = room.visitor(), room.visitor()
    log_in(one, "ed")
    log_in(other, "ed")
    token = one.ask("/api/visitor").json()["csrf"]
    assert other.ask("/logout", "POST", data={"csrf": token}).status_code == 403
    assert one.ask("/logout", "POST", data={"csrf": token}).status_code == 303


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(room: Room) -> None:
    visitor = room.visitor()
    answers = [log_in(visitor, name, "wrong words of a book") for name in ("ed", "nobody")]
    assert [got.status_code for got in answers] == [403, 403]
    told = [got.text.replace('value="ed"', "").replace('value="nobody"', "") for got in answers]
    assert told[0] == told[1]
    assert "No account has this name and this password" in told[0]
    assert "wrong words" not in told[0]


def test_who_tries_too_often_has_to_wait_and_others_have_not(room: Room) -> None:
    visitor = room.visitor()
    wrong = {"name": "ed", "password": "wrong words of a book"}
    most, _ = LIMITS[0]
    answers = [visitor.ask("/api/login", "POST", json=wrong) for _ in range(most + 1)]
    assert [got.status_code for got in answers] == [403] * most + [429]
    assert 0 < int(answers[-1].headers["retry-after"]) <= QUARTER
    assert visitor.ask("/api/login", "POST", json={"name": "ed", "password": PASSWORD}).status_code == 429
    assert visitor.ask("/api/login", "POST", json={"name": "rita", "password": PASSWORD}).status_code == 200


def test_tries_are_forgotten_in_time() -> None:
    clock = [0.0]
    tries = Tries(lambda: clock[0])
    for _ in range(LIMITS[0][0]):
        tries.failed("Ed", "here")
    assert tries.wait("ed ", "here") == QUARTER
    assert tries.wait("ed", "there") == 0
    clock[0] = QUARTER
    assert tries.wait("ed", "here") == 0


def test_one_address_cannot_try_all_accounts_nor_all_addresses_one(room: Room) -> None:
    for most, keys in ((LIMITS[1][0], ("{}", "here")), (LIMITS[2][0], ("ed", "{}"))):
        tries = Tries(lambda: 0.0)
        for n in range(most):
            assert tries.wait(*(key.format(n) for key in keys)) == 0
            tries.failed(*(key.format(n) for key in keys))
        assert tries.wait(*(key.format("last") for key in keys)) > 0


def test_who_asks_too_much_at_once_waits(room: Room) -> None:
    clock = [0.0]
    pace = Pace(lambda: clock[0])
    assert [pace.wait("ed") for _ in range(int(AT_ONCE) + 1)] == [0] * int(AT_ONCE) + [1]
    assert pace.wait("rita") == 0
    clock[0] = 1.0
    assert pace.wait("ed") == 0


def test_a_room_open_to_all_may_be_read_and_nothing_else(room: Room) -> None:
    visitor = room.visitor(public_reading=True)
    assert "Log in" in visitor.page("/").words
    assert visitor.ask("/api/records").status_code == 200
    assert visitor.ask("/api/visitor").json() == {"name": "", "role": "reader", "csrf": ""}
    visitor.page("/login")
    for token in ({}, {"X-CSRF-Token": ""}):
        assert visitor.ask("/logout", "POST", token).status_code == 403


def test_who_reads_without_an_account_keeps_no_searches(room: Room) -> None:
    visitor = room.visitor(public_reading=True)
    assert visitor.ask("/searches").headers["location"] == "/login?next=%2Fsearches"
    assert visitor.ask("/api/searches").status_code == 401
    assert "Saved" not in visitor.page("/search?q=talks").words
    log_in(visitor, "rita")
    assert visitor.send("/api/searches", json={"name": "Talks", "query": "talks"}).status_code == 201
    assert "Saved as Talks" in visitor.page("/search?q=talks").words


def test_a_session_ends_with_another_role(room: Room) -> None:
    room.porter.add("sam", Role.EDITOR, PASSWORD)
    visitor = room.visitor()
    log_in(visitor, "sam")
    assert visitor.ask("/api/visitor").status_code == 200
    room.porter.set_role("sam", Role.READER)
    assert visitor.ask("/api/visitor").status_code == 401


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\nb", "evil"])
def test_nobody_is_led_out_of_the_room(path: str) -> None:
    assert within(path) == "/"


def test_the_machine_itself_has_no_login_and_hears_no_forwarded_question(settings: Settings, enter: Enter) -> None:
    visitor = enter(settings)
    assert visitor.ask("/login").status_code == 404
    assert "Log in" not in visitor.page("/").words
    got = visitor.ask("/", headers={"X-Forwarded-For": "192.0.2.7"})
    assert (got.status_code, "--behind-proxy" in got.text) == (403, True)


def test_a_paper_is_kept_from_who_has_no_account(room: Room) -> None:
    paper = specimens.everything()[0].id
    for path in (f"/papers/{paper}", f"/papers/{paper}.json", f"/papers/{paper}/pages/1/image"):
        assert room.visitor().ask(path).status_code in {303, 401}


def test_the_collection_itself_holds_the_accounts(room: Room) -> None:
    with open_collection(room.settings) as opened:
        opened.make_ready()
    assert {path.name for path in Path(room.settings.collection).glob("*.db")} == {
        *("collection.db", "inventory.db", "search.db"),
    }
