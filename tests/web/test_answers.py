"""Answers are cached by what they hold, let nothing in from elsewhere, and never show the inside of the house."""

from __future__ import annotations

import logging

import pytest
from fastapi import FastAPI
from tests.web import specimens
from tests.web.visitor import Visitor

from onionskin import workbench
from onionskin.errors import (
    CollectionBusyError,
    LimitError,
    NotFoundError,
    NotReleasedError,
    OnionskinError,
    UsageError,
)
from onionskin.settings import Settings
from onionskin.web.answers import in_pieces
from onionskin.web.app import create_app
from onionskin.web.faults import fault

PAPER = specimens.telegram().id
CACHED = [
    "/",
    "/search",
    f"/papers/{PAPER}",
    f"/papers/{PAPER}.json",
    "/api/records",
    "/api/search?q=haggle",
    "/openapi.json",
]


@pytest.mark.parametrize("path", CACHED)
def test_what_a_visitor_has_already_is_not_sent_again(visitor: Visitor, path: str) -> None:
    first = visitor.ask(path)
    again = visitor.ask(path, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert first.headers["cache-control"] == "no-cache"


def test_an_answer_that_says_something_else_has_another_tag(visitor: Visitor) -> None:
    tags = {visitor.ask(path).headers["etag"] for path in CACHED}
    assert len(tags) == len(CACHED)
    assert visitor.ask("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_static_files_are_kept_for_good_under_the_address_that_the_pages_name(visitor: Visitor) -> None:
    styles = [each.attributes["href"] for each in visitor.page("/").all("link", rel="stylesheet")]
    assert styles
    for style in styles:
        assert visitor.ask(style).headers["cache-control"] == "private, max-age=31536000"
        assert visitor.ask(style.partition("?")[0]).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", [*CACHED, "/nowhere", "/api/nowhere", "/static/room.js"])
def test_every_answer_forbids_what_comes_from_elsewhere(visitor: Visitor, path: str) -> None:
    headers = visitor.ask(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {policy[kind] for kind in ("script-src", "style-src", "img-src", "connect-src")} == {"'self'"}
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "room.test.evil.example", ""])
def test_the_room_answers_to_its_own_name_only(visitor: Visitor, host: str) -> None:
    got = visitor.ask("/", headers={"Host": host})
    assert got.status_code == 400
    assert "Telegram" not in got.text


def test_the_room_goes_by_the_names_of_this_machine(settings: Settings) -> None:
    for host in ("127.0.0.1:8000", "localhost:1234", "127.0.0.1"):
        assert Visitor(create_app(settings), host).ask("/search").status_code == 200


def test_head_says_what_get_would(visitor: Visitor) -> None:
    assert visitor.ask("/", "HEAD").headers["etag"] == visitor.ask("/").headers["etag"]


@pytest.mark.parametrize("path", ["/", "/api/records"])
def test_a_fault_of_ours_tells_the_visitor_nothing_of_the_house_and_the_keeper_one_line(
    visitor: Visitor, path: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the pipe in /home/keeper burst")

    monkeypatch.setattr(workbench, "listing", broken)
    with caplog.at_level(logging.ERROR):
        got = visitor.ask(path)
    assert got.status_code == 500
    assert "keeper" not in got.text
    assert "content-security-policy" in got.headers
    (line,) = caplog.messages
    assert "RuntimeError: the pipe" in line
    assert "\n" not in line


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("no"), 400),
        (NotFoundError("no"), 404),
        (NotReleasedError("no"), 404),
        (LimitError("no"), 413),
        (CollectionBusyError("no"), 503),
        (OnionskinError("no"), 500),
        (ValueError("secret"), 500),
    ],
)
def test_every_error_has_its_status_and_something_to_do(error: Exception, status: int) -> None:
    told = fault(error)
    assert told.status == status
    assert "secret" not in told.what + told.advice
    assert told.what.endswith(".")


@pytest.mark.parametrize("error", [NotFoundError("no"), NotReleasedError("no")])
def test_a_visitor_is_not_sent_to_a_command_line(error: OnionskinError) -> None:
    assert "onionskin list" not in fault(error).advice
    assert fault(type(error)("no", advice="Give more of the id")).advice == "Give more of the id."


def test_nothing_is_reported_to_anyone(app: FastAPI) -> None:
    assert not any(app._telemetry[key] for key in ("tracing", "metrics", "logs", "auto_configure"))


def test_a_text_in_pieces_is_the_same_text() -> None:
    lines = [f"{n}\n" for n in range(7)]
    assert list(in_pieces(lines, at_once=3)) == ["0\n", "1\n2\n3\n", "4\n5\n6\n"]
    assert not list(in_pieces([]))
