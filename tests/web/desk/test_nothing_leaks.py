"""Whoever walks the whole room as a person of the desk is told nothing that the paper's state excludes them from."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.types import ASGIApp
from tests.desk.chancery.desks import desk
from tests.web.desk.papers import ABSENT, NAMES, Secret, seen_by, written
from tests.web.page_kinds import PART, paths, shown
from tests.web.visitor import Visitor

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.sight import Sight
from onionskin.settings import Settings
from onionskin.web import gate
from onionskin.web.app import create_app
from onionskin.web.gate import Asking, GuardedGate, Role
from onionskin.workbench import Porter
from onionskin.workbench.desk import Desk

NAME = "room.test"
TOKEN = "a token of ours"  # noqa: S105 - that is what it is
WHO = "X-Who-Asks"
QUERIES = {
    "/desk/papers/{paper}": ("on=1962-11-24", "on=2199-01-01", "tray=in&done={paper}"),
    "/api/desk/papers/{paper}": ("on=1962-11-24", "on=nonsense"),
    "/desk/papers/{paper}/versions": ("a=1&b=1",),
    "/desk/papers/{paper}/form.pdf": ("copy=1",),
}
"""What can be asked beside the address."""
CASE = "88-0034"
"""What stands for every part of an address but a paper: the case of some of them."""


class As(GuardedGate):
    """A gate that takes everybody for the name and role that the question bears."""

    async def recognise(self, request: Request) -> Asking:
        name, role = request.headers[WHO].split()
        return Asking(gate.Visitor(name, Role(role)), TOKEN, guarded=True)


class Known(Visitor):
    """Somebody whom that gate lets in, with cookies of their own."""

    def __init__(self, app: ASGIApp, name: str, role: Role) -> None:
        super().__init__(app, NAME)
        self._who = {WHO: f"{name} {role}"}

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None, **sent: Any
    ) -> httpx.Response:
        return super().ask(path, method, {**(headers or {}), **self._who}, **sent)


class Walk:
    """A desk with its papers, and its room as anybody sees it."""

    def __init__(self, folder: Path) -> None:
        self.desk: Desk = desk(folder)
        self.papers = written(self.desk)
        self.settings = Settings(collection=folder)
        self.porter = Porter(self.settings)
        self._app = create_app(self.settings, names=[NAME], gate=As(self.porter, secure=False))
        self._visitors: dict[tuple[str, Role], Visitor] = {}

    def room(self, name: str, role: Role = Role.READER) -> Visitor:
        return self._visitors.setdefault((name, role), Known(self._app, name, role))

    def ask(self, name: str, path: str, method: str = "GET", **sent: object) -> httpx.Response:
        return self.room(name).ask(path, method, {"X-CSRF-Token": TOKEN}, **sent)

    def sees(self, name: str) -> dict[str, Sight]:
        return {each.id: seen_by(self.desk, name, each.id) for each in self.papers}

    def leave(self) -> None:
        """The room, its gate and the desk let go of the collection."""
        self._app.state.ready.close()
        self.porter.close()
        self.desk.close()


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    held = Walk(tmp_path_factory.mktemp("walk") / "collection")
    yield held
    held.leave()


def at_desk() -> tuple[list[str], list[str]]:
    """The addresses of the desk's pages and routes: those of one paper, and the others."""
    own = [each for each in paths("GET") if each.startswith(("/desk", "/api/desk"))]
    return [each for each in own if "{paper}" in each], [each for each in own if "{paper}" not in each]


def asked_of(paper: str) -> list[str]:
    """All that can be asked of one paper."""
    own = [(path, query) for path in at_desk()[0] for query in ("", *QUERIES.get(path, ()))]
    asked = [PART.sub(CASE, path.replace("{paper}", paper)) + (f"?{query}" if query else "") for path, query in own]
    return [each.replace("{paper}", paper) for each in asked] + [f"/desk/trays/in?done={paper}", f"/desk?done={paper}"]


def said(answer: httpx.Response) -> str:
    """All that an answer tells: its status, its headers, its body."""
    return "\n".join((str(answer.status_code), *(f"{k}: {v}" for k, v in answer.headers.items()), answer.text))


def told_too_much(text: str, paper: Secret, seen: Sight) -> list[str]:
    """Which words of a paper stand in an answer that ought not to."""
    words = []
    if seen < Sight.TEXT:
        words += [paper.text, paper.remark]
    if seen < Sight.TITLE:
        words.append(paper.subject)
    if seen is Sight.NOTHING:
        words += [paper.id, *([paper.number] if len(paper.number) > 4 else [])]
    return [each for each in words if each in text]


def test_there_is_somebody_to_keep_something_from_at_every_step(walk: Walk) -> None:
    steps = {seen for name in NAMES for seen in walk.sees(name).values()}
    assert steps == set(Sight)
    paper, others = at_desk()
    assert len(paper) >= 5
    assert len(others) >= 9


@pytest.mark.parametrize("name", NAMES)
def test_no_list_count_or_search_tells_of_what_one_may_not_know(walk: Walk, name: str) -> None:
    sees = walk.sees(name)
    asked = [address for path in at_desk()[1] for address in shown(path)]
    asked += [f"/desk/papers?q={word}" for each in walk.papers for word in (each.subject, each.number or "zq")]
    asked += [f"/desk/trays/{tray}" for tray in ("in", "out", "clear", "send", "receive", "review")]
    for address in asked:
        text = said(walk.ask(name, address))
        query = address.partition("?q=")[2]
        for each in walk.papers:
            found = told_too_much(text, each, sees[each.id])
            # What one asks for is said back in the form.
            assert [word for word in found if word != query] == [], (address, each)
    known = [each for each, seen in sees.items() if seen is not Sight.NOTHING]
    listed = walk.ask(name, "/api/desk/papers?limit=500").json()
    assert (listed["total"], {each["paper"] for each in listed["papers"]}) == (len(known), set(known))
    for each in walk.papers:
        found = walk.ask(name, f"/api/desk/papers?q={each.text}").json()["total"]
        assert found == (sees[each.id] is Sight.TEXT)
    for tray, count in walk.ask(name, "/api/desk").json()["trays"].items():
        rows = walk.ask(name, f"/api/desk/trays/{tray}").json()
        assert rows["total"] == count == len({each["paper"] for each in rows["papers"]} & set(known))


@pytest.mark.parametrize("name", NAMES)
def test_no_page_of_a_paper_tells_more_than_one_sees(walk: Walk, name: str) -> None:
    sees = walk.sees(name)
    partly = [each for each in walk.papers if sees[each.id] in {Sight.EXISTENCE, Sight.TITLE}]
    wholly = [each for each in walk.papers if sees[each.id] is Sight.TEXT]
    for each in (*partly, *wholly[:3]):
        for address in asked_of(each.id):
            answer = walk.ask(name, address)
            assert answer.status_code < 500, (address, answer.text)
            if answer.headers["content-type"] == "application/pdf":
                assert sees[each.id] is Sight.TEXT, address
                continue
            for other in walk.papers:
                assert told_too_much(said(answer), other, sees[other.id]) == [], (address, other)


@pytest.mark.parametrize("name", NAMES)
def test_what_one_may_not_know_of_answers_as_what_is_not_there(walk: Walk, name: str) -> None:
    hidden = [each.id for each, seen in zip(walk.papers, walk.sees(name).values(), strict=True) if not seen]
    none = {address: said(walk.ask(name, address)) for address in asked_of(ABSENT)}
    for paper in hidden:
        for address in asked_of(paper):
            told = said(walk.ask(name, address)).replace(paper, ABSENT)
            assert told == none[address.replace(paper, ABSENT)], address


@pytest.mark.parametrize("name", ["visitor", "stevenson", "codeclerk", "requests"])
def test_no_act_tells_of_what_one_may_not_know(walk: Walk, name: str) -> None:
    """But of who asks for papers in cases: they name any paper, and learn whether it is there."""
    hidden = [each.id for each, seen in zip(walk.papers, walk.sees(name).values(), strict=True) if not seen][:1]
    for paper in hidden:
        for act in DeskAct:
            if act in {DeskAct.REQUEST, DeskAct.ENTER} and name in {"requests", "clerk", "codeclerk"}:
                continue
            answers = [
                walk.ask(name, "/api/desk/acts", "POST", json={"act": act, "paper": each, "takes": {"remarks": "so"}})
                for each in (paper, ABSENT)
            ]
            assert said(answers[0]).replace(paper, ABSENT) == said(answers[1]), act
        for where in ("draft", "acts"):
            sent = {"do": "save", "act": "clear", "office": "G", "text": "x", "version": "9"}
            drafts = [walk.ask(name, f"/desk/papers/{each}/{where}", "POST", data=sent) for each in (paper, ABSENT)]
            assert said(drafts[0]).replace(paper, ABSENT) == said(drafts[1])


@pytest.mark.parametrize(("name", "role"), [("ruth", Role.OWNER), ("ball", Role.EDITOR)])
def test_the_public_room_knows_nothing_of_papers_of_the_desk(walk: Walk, name: str, role: Role) -> None:
    """Not as an owner of the collection, nor as who wrote them."""
    visitor = walk.room(name, role)
    public = [each for each in paths("GET") if not each.startswith(("/desk", "/api/desk"))]
    first = walk.papers[5]
    asked = [address for path in public for address in shown(path)]
    asked += [path.replace("{record_id}", first.id) for path in public if "{record_id}" in path]
    asked += [f"/{where}?q={word}" for where in ("search", "api/search") for word in (first.text, first.subject, "zq")]
    for address in asked:
        text = said(visitor.ask(PART.sub("1", address)))
        for each in walk.papers:
            words = (each.text, each.subject, each.remark, *([each.id] if each.id not in address else ()))
            assert [word for word in words if word in text and f"q={word}" not in address] == [], address


@pytest.mark.parametrize("role", Role)
def test_who_is_no_person_of_the_desk_sees_nothing_of_it(walk: Walk, role: Role) -> None:
    stranger = walk.room("ruth", role)
    for address in [each for path in at_desk()[1] for each in shown(path)] + asked_of(walk.papers[9].id):
        answer = stranger.ask(address)
        assert answer.status_code == (200 if address.partition("?")[0] == "/desk" else 403), address
        text = said(answer).replace(walk.papers[9].id, "")
        assert all(not told_too_much(text, each, Sight.NOTHING) for each in walk.papers)
        assert all(each not in answer.text for each in ("johnson", "breisky", "stevenson"))


def test_nobody_acts_as_another_where_one_is_oneself(walk: Walk) -> None:
    answer = walk.ask("visitor", "/api/desk/papers?as=ball")
    assert answer.status_code == 403
    walk.ask("visitor", "/desk/as", "POST", data={"name": "ball"})
    assert walk.ask("visitor", "/api/desk").json()["person"]["name"] == "visitor"
    walk.room("visitor").cookies.set("onionskin-desk-as", b"ball".hex())
    assert walk.ask("visitor", "/api/desk").json()["person"]["name"] == "visitor"


def test_nobody_dates_an_act_where_one_is_oneself(walk: Walk) -> None:
    """By another day's clearance or level one could do what one may not do now."""
    asked = {"act": "draft", "takes": {"form": "telegram", "post": "USUN New York"}, "at": "2199-01-01"}
    assert walk.ask("ball", "/api/desk/acts", "POST", json=asked).status_code == 403


def test_the_log_says_nothing_of_any_paper(walk: Walk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for name in ("ball", "clerk", "visitor"):
            for each in walk.papers[4:7]:
                for address in asked_of(each.id):
                    walk.ask(name, address)
                walk.ask(name, f"/desk/papers?q={each.text}")
                walk.ask(name, f"/desk/papers/{each.id}/acts", "POST", data={"act": "pass", "to": each.text})
    for each in walk.papers:
        assert each.text not in caplog.text.replace(f"q={each.text}", "")
        assert each.subject not in caplog.text
