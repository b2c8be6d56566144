"""Rooms that are lent: building one takes a second of work, to open it upon another collection nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web.app import OWN_NAMES, create_app
from onionskin.web.gate import GuardedGate

NAME = "room.test"

Enter = Callable[[Settings], Visitor]
"""Who enters the room of a collection asks it as somebody new."""


@dataclass(frozen=True, slots=True)
class Built:
    """A room and the gate that it was built with; none where everybody is the user of this machine."""

    app: FastAPI
    gate: GuardedGate | None


_FREE: list[Built] = []


@contextmanager
def lent(settings: Settings, gate: GuardedGate | None = None) -> Iterator[FastAPI]:
    """A room upon this collection, that has its gate, until the block ends.

    What a room knows of its collection is in its `Holdings` alone, and what of its visitors in its gate.
    """
    room = next((each for each in _FREE if (each.gate is None) is (gate is None)), None)
    if room is None:
        room = Built(create_app(settings, names=[NAME, *OWN_NAMES], gate=gate), gate)
    else:
        _FREE.remove(room)
    room.app.state.ready.holdings.settings = settings
    if room.gate is not None:
        vars(room.gate).update(vars(gate))
    try:
        yield room.app
    finally:
        room.app.state.ready.close()
        _FREE.append(room)


class Rooms:
    """The rooms that one test has."""

    def __init__(self) -> None:
        self._lent = ExitStack()

    def enter(self, settings: Settings, gate: GuardedGate | None = None) -> Visitor:
        """Somebody who asks a room upon this collection."""
        return Visitor(self.app(settings, gate), NAME)

    def app(self, settings: Settings, gate: GuardedGate | None = None) -> FastAPI:
        """That room itself, for several to ask it."""
        return self._lent.enter_context(lent(settings, gate))

    def leave(self) -> None:
        """All rooms let go of their collections, and are free again."""
        self._lent.close()
