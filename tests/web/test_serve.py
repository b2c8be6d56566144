"""The room opens on this machine alone, and says what is wrong with a port."""

from __future__ import annotations

import http.client
import socket
import threading
from pathlib import Path

import pytest
import uvicorn
from tests.web.browsing import eventually

from onionskin.errors import NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.web.gate import Role
from onionskin.web.serve import HOST, Door, serve, take
from onionskin.workbench import Porter


def test_a_port_that_is_taken_is_refused_with_advice() -> None:
    with take(0) as door:
        port = door.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is taken") as refused:
            take(port)
    assert "--port" in refused.value.advice


@pytest.mark.parametrize("port", [-1, 65_536])
def test_what_is_no_port_is_refused(port: int) -> None:
    with pytest.raises(UsageError, match="is no port"):
        take(port)


def test_the_room_listens_on_this_machine_alone() -> None:
    with take(0) as door:
        assert door.getsockname()[0] == HOST == "127.0.0.1"


def test_answers_do_not_wait_for_the_visitors_acknowledgement() -> None:
    """Asyncio turns Nagle's waiting off where it knows the protocol, and only there."""
    with take(0) as door:
        assert door.proto == socket.IPPROTO_TCP


def test_a_collection_that_is_not_there_is_said_before_the_room_opens(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        serve(Settings(collection=tmp_path / "none"), 0, ready=pytest.fail)


def test_the_room_answers_at_the_address_it_names(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[int] = []

    def visit(address: str) -> None:
        port = int(address.rsplit(":", 1)[1].strip("/"))

        def ask() -> None:
            there = http.client.HTTPConnection(HOST, port, timeout=120)
            there.request("GET", "/")
            answers.append(there.getresponse().status)
            there.close()
            servers[0].should_exit = True

        threading.Thread(target=ask).start()

    servers = caught(monkeypatch)
    serve(settings, 0, ready=visit)
    assert answers == [200]


EVERYWHERE = "0.0.0.0"  # noqa: S104 - named, and never bound


@pytest.mark.parametrize(
    ("door", "guarded", "secure"),
    [
        (Door(), False, False),
        (Door(host="::1"), False, False),
        (Door(host=EVERYWHERE), True, False),
        (Door(host="192.0.2.7", certificate=Path("room.pem")), True, True),
        (Door(behind=HOST), True, True),
        (Door(names=("papers.example.org",)), True, False),
        (Door(public_reading=True), True, False),
    ],
)
def test_a_room_that_others_may_reach_asks_for_accounts(door: Door, guarded: bool, secure: bool) -> None:
    assert (door.guarded, door.secure) == (guarded, secure)


@pytest.mark.parametrize(
    ("door", "why"),
    [
        (Door(host=EVERYWHERE), "in the clear"),
        (Door(host=EVERYWHERE, in_the_clear=True), "has none"),
        (Door(behind=HOST), "has none"),
        (Door(host="no.such.address.invalid", in_the_clear=True), "has none"),
    ],
)
def test_it_refuses_to_be_opened_to_a_network_unguarded(settings: Settings, door: Door, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        serve(settings, 0, door, ready=pytest.fail)
    assert refused.value.advice


def test_a_room_behind_another_server_asks_for_a_login(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, "four words of a book")
    answers: list[tuple[int, str | None]] = []

    def visit(address: str) -> None:
        assert address == "https://papers.example.org/"

        def ask() -> None:
            eventually(lambda: servers and servers[0].started)
            port = servers[0].servers[0].sockets[0].getsockname()[1]
            there = http.client.HTTPConnection(HOST, port, timeout=120)
            there.request("GET", "/login", headers={"Host": "papers.example.org", "X-Forwarded-Proto": "https"})
            got = there.getresponse()
            answers.append((got.status, got.headers["strict-transport-security"]))
            there.close()
            servers[0].should_exit = True

        threading.Thread(target=ask).start()

    servers = caught(monkeypatch)
    serve(settings, 0, Door(names=("papers.example.org",), behind=HOST), ready=visit)
    assert answers == [(200, "max-age=31536000")]


def caught(monkeypatch: pytest.MonkeyPatch) -> list[uvicorn.Server]:
    """The servers that are made from now on, so that a test can stop them as Ctrl-C would."""
    made: list[uvicorn.Server] = []

    class Caught(uvicorn.Server):
        def __init__(self, config: uvicorn.Config) -> None:
            super().__init__(config)
            made.append(self)

    monkeypatch.setattr(uvicorn, "Server", Caught)
    return made
