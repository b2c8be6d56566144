"""Opens the reading room on this machine and for this machine alone."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn

from onionskin.errors import UsageError
from onionskin.settings import Settings
from onionskin.web.app import create_app
from onionskin.workbench import open_collection

HOST = "127.0.0.1"
HIGHEST_PORT = 65_535


def serve(settings: Settings, port: int, *, ready: Callable[[str], None] | None = None) -> None:
    """Serve until Ctrl-C; `ready` is told the room's address once it is taken. Port 0 takes any that is free.

    NotFoundError where there is no collection, UsageError where the port cannot be had.
    """
    with open_collection(settings):
        pass
    with take(port) as door:
        if ready:
            ready(f"http://{HOST}:{door.getsockname()[1]}/")
        config = uvicorn.Config(create_app(settings), log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[door])
        except KeyboardInterrupt:
            return


def take(port: int) -> socket.socket:
    """A socket bound to the port on this machine's own address."""
    if not 0 <= port <= HIGHEST_PORT:
        raise UsageError(f"{port} is no port", advice=f"Name one from 1024 to {HIGHEST_PORT} with --port")
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # A room that was just closed leaves its port waiting for a minute; that is no reason to refuse.
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
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
