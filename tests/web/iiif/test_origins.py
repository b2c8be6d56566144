"""Viewers on this machine may read what IIIF gives; nobody else, and nothing else."""

from __future__ import annotations

import pytest
from tests.web import specimens
from tests.web.visitor import Visitor

_, _, SCAN = specimens.everything()
INFO = f"/iiif/3/{SCAN.id}/1/info.json"


@pytest.mark.parametrize(
    "origin", ["http://localhost:9000", "http://127.0.0.1", "https://localhost:1", "http://[::1]:8080"]
)
def test_this_machine_may_read(visitor: Visitor, origin: str) -> None:
    got = visitor.ask(INFO, headers={"Origin": origin})
    assert got.headers["access-control-allow-origin"] == origin
    assert "Origin" in got.headers["vary"]
    assert "access-control-allow-credentials" not in got.headers


@pytest.mark.parametrize(
    "origin",
    [
        *("null", "https://viewer.example", "http://localhost.example:9000", "http://127.0.0.1.example"),
        *(
            "http://127.0.0.1:9000.example",
            "http://10.0.0.7",
            "file://",
            "http://user@localhost",
            "http://localhost:9000/",
        ),
    ],
)
def test_nobody_else_may(visitor: Visitor, origin: str) -> None:
    for method in ("GET", "OPTIONS"):
        got = visitor.ask(INFO, method, headers={"Origin": origin})
        assert not [name for name in got.headers if name.startswith("access-control-")]


def test_a_question_before_the_question_is_answered(visitor: Visitor) -> None:
    asked = {"Origin": "http://localhost:9000", "Access-Control-Request-Method": "GET"}
    got = visitor.ask(INFO, "OPTIONS", headers=asked)
    assert got.status_code == 204
    assert got.headers["access-control-allow-headers"] == "Accept"
    assert "POST" not in got.headers["access-control-allow-methods"]


@pytest.mark.parametrize("path", ["/", f"/papers/{SCAN.id}", f"/papers/{SCAN.id}/pages/1/image", "/api/records"])
def test_the_rest_of_the_room_stays_its_own(visitor: Visitor, path: str) -> None:
    got = visitor.ask(path, headers={"Origin": "http://localhost:9000"})
    assert "access-control-allow-origin" not in got.headers
    assert got.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("referer", "policy"),
    [
        ("http://127.0.0.1:9000/viewer?paper=1", "cross-origin"),
        ("http://localhost:9000/", "cross-origin"),
        ("https://viewer.example/", "same-origin"),
        ("https://viewer.example/http://localhost:9000/", "same-origin"),
        ("http://localhost:9000.example/", "same-origin"),
        ("", "same-origin"),
    ],
)
def test_a_plain_image_may_stand_in_pages_of_this_machine_alone(visitor: Visitor, referer: str, policy: str) -> None:
    got = visitor.ask(INFO, headers={"Referer": referer} if referer else None)
    assert got.headers["cross-origin-resource-policy"] == policy
    assert "access-control-allow-origin" not in got.headers
    assert "Referer" in got.headers["vary"]
