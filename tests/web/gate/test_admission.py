"""Who may do what, and what another site cannot make a browser do."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, FastAPI, Form
from pydantic import BaseModel
from starlette.requests import Request
from tests.web.visitor import Page, Visitor

from onionskin.settings import Settings
from onionskin.web import gate
from onionskin.web.app import create_app
from onionskin.web.gate import Asking, Editor, Owner, Reader, Role

NAME = "room.test"
TOKEN = "a token of ours"  # noqa: S105 - that is what it is


PAGES = ("/", "/search?q=talks", "/nowhere")


class Word(BaseModel):
    word: str


class Known:
    """A gate whose visitor has this role; None is nobody."""

    def __init__(self, role: Role | None) -> None:
        self.role = role

    async def recognise(self, request: Request) -> Asking:
        return Asking(gate.Visitor("ruth", self.role) if self.role else None, TOKEN)


def desk() -> APIRouter:
    """A route for each role, and one for a form and for JSON."""
    router = APIRouter()

    @router.post("/api/reads")
    def reads(who: Reader) -> str:
        return who.name

    @router.post("/api/edits")
    def edits(who: Editor) -> str:
        return who.name

    @router.post("/api/owns")
    def owns(who: Owner) -> str:
        return who.name

    @router.post("/form", include_in_schema=False)
    def form(who: Editor, word: Annotated[str, Form()]) -> str:
        return word

    @router.post("/api/json")
    def json(who: Editor, word: Word) -> str:
        return word.word

    return router


@cache
def built(settings: Settings, role: Role | None) -> FastAPI:
    app = create_app(settings, names=[NAME], gate=Known(role))
    app.include_router(desk())
    return app


def room(settings: Settings, role: Role | None) -> Visitor:
    return Visitor(built(settings, role), NAME)


@pytest.fixture
def editor(settings: Settings) -> Visitor:
    return room(settings, Role.EDITOR)


@pytest.mark.parametrize(
    ("role", "done"),
    [
        (Role.READER, ["/api/reads"]),
        (Role.EDITOR, ["/api/reads", "/api/edits"]),
        (Role.OWNER, ["/api/reads", "/api/edits", "/api/owns"]),
    ],
)
def test_a_role_may_what_it_may_and_no_more(settings: Settings, role: Role, done: list[str]) -> None:
    visitor = room(settings, role)
    answers = {
        path: visitor.ask(path, "POST", {"X-CSRF-Token": TOKEN}) for path in ("/api/reads", "/api/edits", "/api/owns")
    }
    assert {path for path, got in answers.items() if got.status_code == 200} == set(done)
    for got in answers.values():
        if got.status_code != 200:
            assert (got.status_code, got.headers["content-type"]) == (403, "application/problem+json")
            assert got.json()["advice"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"headers": {"X-CSRF-Token": "another"}},
        {"headers": {"X-CSRF-Token": "é"}},
        {"data": {"csrf": "another", "word": "x"}},
        {"files": {"csrf": ("token.txt", TOKEN)}, "data": {"word": "x"}},
        {"json": {"csrf": TOKEN}},
        {"headers": {"X-CSRF-Token": TOKEN, "Origin": "http://evil.example"}},
        {"headers": {"X-CSRF-Token": TOKEN, "Origin": "null"}},
        {"headers": {"X-CSRF-Token": TOKEN, "Sec-Fetch-Site": "cross-site"}},
        {"headers": {"X-CSRF-Token": TOKEN, "Sec-Fetch-Site": "same-site"}},
    ],
)
def test_what_no_page_of_ours_sent_is_refused(editor: Visitor, sent: dict[str, Any]) -> None:
    headers = {name: value.encode() for name, value in sent.pop("headers", {}).items()}
    got = editor.ask("/form", "POST", headers, **sent)
    assert (got.status_code, got.headers["content-type"]) == (403, "text/html; charset=utf-8")
    assert Page(got.text).one("h1").text == "That is not for you"


@pytest.mark.parametrize("kind", ["data", "files"])
def test_a_form_shows_the_token_in_its_field_and_its_own_fields_arrive(editor: Visitor, kind: str) -> None:
    fields: dict[str, Any] = {"csrf": TOKEN, "word": "Kuznetsov"}
    if kind == "files":
        fields = {name: (None, value) for name, value in fields.items()}
    got = editor.ask("/form", "POST", {"Origin": f"http://{NAME}", "Sec-Fetch-Site": "same-origin"}, **{kind: fields})
    assert (got.status_code, got.json()) == (200, "Kuznetsov")


def test_a_script_shows_it_in_the_header(editor: Visitor) -> None:
    assert editor.send("/api/json", json={"word": "Kuznetsov"}).json() == "Kuznetsov"


def test_every_page_carries_the_token_for_scripts(editor: Visitor) -> None:
    assert editor.page("/").one("meta", name="csrf-token").attributes["content"] == TOKEN


def test_on_ones_own_machine_everybody_is_its_user_and_an_owner(visitor: Visitor, app: FastAPI) -> None:
    told = visitor.ask("/api/visitor")
    assert (told.json()["role"], told.headers["cache-control"]) == ("owner", "no-store")
    assert len(told.json()["csrf"]) >= 32
    assert told.json()["csrf"] not in visitor.ask("/openapi.json").text


def test_without_an_account_nothing_is_shown(settings: Settings) -> None:
    nobody = room(settings, None)
    for path in (*PAGES, "/api/records", "/openapi.json", "/api/visitor"):
        assert nobody.ask(path).status_code == (303 if path in PAGES else 401)
    assert nobody.ask("/api/edits", "POST", {"X-CSRF-Token": TOKEN}).status_code == 401
    assert nobody.ask("/static/room.css").status_code == 200


@pytest.mark.parametrize("told", [True, False])
def test_a_question_that_is_too_long_is_refused(editor: Visitor, told: bool) -> None:
    async def pieces() -> Any:
        for _ in range(40):
            yield b"x" * 50_000

    body = b"x" * 2_000_000 if told else pieces()
    assert editor.send("/api/json", content=body).status_code == 413
