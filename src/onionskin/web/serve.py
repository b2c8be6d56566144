"""Opens the reading room: for this machine alone, or to a network for those who have accounts."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from typing import Any

import uvicorn

from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.web.app import OWN_NAMES, create_app
from onionskin.web.gate import Gate, GuardedGate, LocalGate, Role
from onionskin.web.keeping.worker import Worker
from onionskin.workbench import Porter, open_collection, seldom_collecting, warm_up

HOST = "127.0.0.1"
HIGHEST_PORT = 65_535
YEAR = 31_536_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where the room answers and to whom. Any of these that is said opens it to others, and it asks for accounts.

    `names` are the host names under which browsers reach it; `certificate` and `key` are PEM files for TLS;
    `behind` is the address of a server that ends TLS in front of it; `in_the_clear` says that passwords may cross the
    network as they are; with `public_reading` whoever comes may read.
    """

    host: str = HOST
    names: tuple[str, ...] = ()
    certificate: Path | None = None
    key: Path | None = None
    behind: str = ""
    in_the_clear: bool = False
    public_reading: bool = False

    @property
    def guarded(self) -> bool:
        """Whether others than the user of this machine are expected."""
        return self != Door(host=self.host) or not _is_own(self.host)

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by TLS."""
        return self.certificate is not None or bool(self.behind)

    @property
    def answers_to(self) -> tuple[str, ...]:
        """The host names it answers to."""
        bare = self.host.strip("[]")
        own = (*OWN_NAMES, f"[{bare}]" if ":" in bare else bare, socket.gethostname())
        return tuple(each.lower() for each in (*own, *self.names))


def serve(
    settings: Settings,
    port: int,
    door: Door | None = None,
    *,
    ready: Callable[[str], None] | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> None:
    """Serve until Ctrl-C; `ready` is told the room's address once the first visitor need not wait. Port 0 takes any
    that is free.

    Where the collection must first be brought in step, `tell` is told before it begins; what takes minutes is done
    while the room is open.

    NotFoundError where there is no collection; UsageError where the port cannot be had, and where a room that others
    reach has no owner, or would have passwords sent in the clear.
    """
    door = door or Door()
    with open_collection(settings):
        pass  # One of an older version has its tables made new here, and the accounts are among them.
    with ExitStack() as stack:
        gate: Gate = LocalGate()
        if door.guarded:
            gate = GuardedGate(
                stack.enter_context(_staffed(settings, door)), secure=door.secure, public_reading=door.public_reading
            )
        taken = stack.enter_context(take(port, door.host))
        app = create_app(settings, names=door.answers_to, gate=gate)
        stack.callback(app.state.ready.close)
        app.state.ready.make(tell)
        stack.enter_context(seldom_collecting())
        if ready:
            ready(_address(door, taken.getsockname()[1]))
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, **_of(door))
        stack.enter_context(Worker(settings, behind=app.state.ready.is_behind))
        Thread(target=warm_up, args=(settings,), daemon=True).start()
        try:
            uvicorn.Server(config).run(sockets=[taken])
        except KeyboardInterrupt:
            return


def _of(door: Door) -> dict[str, Any]:
    """What uvicorn is told of the network. It believes a server in front of it only where there is one."""
    told: dict[str, Any] = {"proxy_headers": bool(door.behind)}
    if door.behind:
        told["forwarded_allow_ips"] = door.behind
    if door.certificate:
        told |= {"ssl_certfile": door.certificate, "ssl_keyfile": door.key}
    if door.secure:
        told["headers"] = [("Strict-Transport-Security", f"max-age={YEAR}")]
    return told


def _staffed(settings: Settings, door: Door) -> Porter:
    """The accounts of a room that others reach. UsageError where it must not be opened so."""
    if not (door.secure or door.in_the_clear or _is_own(door.host)):
        raise UsageError(
            "passwords and papers would cross the network in the clear",
            where=door.host,
            advice="Give --certificate and --key, or --behind-proxy where a server in front of this one ends TLS; "
            "in a network that you trust say --insecure-network",
        )
    porter = Porter(settings)
    if any(each.role is Role.OWNER and not each.disabled for each in porter.accounts()):
        return porter
    porter.close()
    raise UsageError(
        "a room that others reach needs an owner, and this collection has none",
        where=str(settings.collection),
        advice=f"Run `onionskin account add NAME --role owner -c {settings.collection}` first",
    )


def _is_own(host: str) -> bool:
    """Whether an address is this machine's own, that nobody else reaches."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _address(door: Door, port: int) -> str:
    if door.behind and door.names:
        return f"https://{door.names[0]}/"
    host = door.names[0] if door.names else door.host
    if host in {"0.0.0.0", "::"}:  # noqa: S104 - named, not bound
        host = socket.gethostname()
    return f"{'https' if door.certificate else 'http'}://{f'[{host}]' if ':' in host else host}:{port}/"


def take(port: int, host: str = HOST) -> socket.socket:
    """A socket bound to the port on an address of this machine. UsageError where it cannot be had."""
    if not 0 <= port <= HIGHEST_PORT:
        raise UsageError(f"{port} is no port", advice=f"Name one from 1024 to {HIGHEST_PORT} with --port")
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as fault:
        raise UsageError("this is no address of this machine", where=host, advice="Name one with --host") from fault
    family, kind, _, _, address = found[0]
    # Named by its protocol: of one without it asyncio does not turn off Nagle's waiting, 40 ms upon every answer.
    door = socket.socket(family, kind, socket.IPPROTO_TCP)
    # A room that was just closed leaves its port waiting for a minute; that is no reason to refuse.
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(address)
        # From here on no other program can take it, and a browser that comes too early waits instead of being refused.
        door.listen()
    except OSError as fault:
        door.close()
        raise UsageError(_why(fault, port), advice="Name another with --port, or 0 for any that is free") from fault
    return door


def _why(fault: OSError, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"port {port} is taken, perhaps by another reading room"
    if fault.errno == errno.EACCES:
        return f"port {port} is kept for the system"
    return f"port {port} cannot be had: {fault.strerror}"
