"""Every route of the room, whoever made it: what changes anything takes a role and the token of our own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.requests import Request
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web import gate
from onionskin.web.app import create_app
from onionskin.web.gate import Asking, GuardedGate, Role
from onionskin.workbench import Porter

NAME = "room.test"
TOKEN = "a token of ours"  # noqa: S105 - that is what it is
FOR_READERS = re.compile(r"(/api)?/(logout|account/.*|searches(/.*)?|desk/.*)")
"""What whoever has logged in may do: keep searches and a password of their own, act at the desk as the person of their
name, by whose rules it goes (`tests/web/desk`), and go.
"""
THE_WAY_IN = {"/login", "/api/login"}
"""What whoever comes may try: the page has a token of its own (`test_login`), JSON comes from no form."""
FOR_OWNERS = ("/collection", "/accounts", "/api/accounts", "/api/jobs", "/api/uploads", "/api/removals", "/api/backup")


class As(GuardedGate):
    """A gate with all its routes, whose visitor has this role."""

    def __init__(self, porter: Porter, role: Role | None) -> None:
        super().__init__(porter, secure=False)
        self.role = role

    async def recognise(self, request: Request) -> Asking:
        return Asking(gate.Visitor("ruth", self.role) if self.role else None, TOKEN, guarded=True)


@pytest.fixture(scope="module")
def porter(settings: Settings) -> Iterator[Porter]:
    with Porter(settings) as held:
        yield held


@cache
def built(settings: Settings, porter: Porter, role: Role | None) -> FastAPI:
    return create_app(settings, names=[NAME], gate=As(porter, role))


def room(settings: Settings, porter: Porter, role: Role | None) -> Visitor:
    return Visitor(built(settings, porter, role), NAME)


@cache
def routes(settings: Settings, porter: Porter) -> list[tuple[str, str]]:
    """Method and address of all that is no GET."""
    return [
        (method, re.sub(r"\{[^}]*\}", "1", route.path))
        for route in iter_route_contexts(built(settings, porter, None).routes)
        if route.path
        for method in sorted(route.methods or ())
        if method not in {"GET", "HEAD"}
    ]


def test_the_walk_finds_them(settings: Settings, porter: Porter) -> None:
    found = routes(settings, porter)
    assert len(found) >= 15
    assert {path for _, path in found} >= {"/logout", "/api/searches"} | THE_WAY_IN | {
        "/api/uploads",
        "/collection/upload",
    }


def test_a_reader_changes_nothing(settings: Settings, porter: Porter) -> None:
    reader = room(settings, porter, Role.READER)
    for method, path in routes(settings, porter):
        if path not in THE_WAY_IN and not FOR_READERS.fullmatch(path):
            got = reader.ask(path, method, {"X-CSRF-Token": TOKEN})
            assert got.status_code == 403, (method, path, got.status_code)


def test_an_editor_does_not_keep_the_collection(settings: Settings, porter: Porter) -> None:
    editor = room(settings, porter, Role.EDITOR)
    for method, path in routes(settings, porter):
        if path.startswith(FOR_OWNERS):
            assert editor.ask(path, method, {"X-CSRF-Token": TOKEN}).status_code == 403, (method, path)
    for path in ("/collection", "/accounts", "/api/accounts", "/api/jobs", "/api/removals"):
        assert editor.ask(path).status_code == 403


@pytest.mark.parametrize("role", Role)
def test_without_the_token_nobody_changes_anything(settings: Settings, porter: Porter, role: Role) -> None:
    visitor = room(settings, porter, role)
    for method, path in routes(settings, porter):
        if path not in THE_WAY_IN:
            for headers in ({}, {"X-CSRF-Token": "another"}):
                assert visitor.ask(path, method, headers).status_code in {400, 403}, (method, path)


def test_without_an_account_nobody_gets_anywhere(settings: Settings, porter: Porter) -> None:
    nobody = room(settings, porter, None)
    for method, path in routes(settings, porter):
        if path not in THE_WAY_IN:
            assert nobody.ask(path, method, {"X-CSRF-Token": TOKEN}).status_code == 401, (method, path)


def test_another_site_makes_nobody_change_anything(settings: Settings, porter: Porter) -> None:
    owner = room(settings, porter, Role.OWNER)
    for method, path in routes(settings, porter):
        for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
            got = owner.ask(path, method, {"X-CSRF-Token": TOKEN, **headers})
            assert got.status_code == 403, (method, path)
