"""Rooms that are lent: building one takes half a second, to open it upon another collection nothing."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web.app import create_app

NAME = "room.test"

Enter = Callable[[Settings], Visitor]
"""Who enters the room of a collection asks it as somebody new."""


class Rooms:
    """Rooms of the user of this machine. What a room knows of its collection is in its `Holdings` alone."""

    def __init__(self) -> None:
        self._free: list[FastAPI] = []
        self._lent: list[FastAPI] = []

    def enter(self, settings: Settings) -> Visitor:
        """Somebody who asks a room upon this collection."""
        app = self._free.pop() if self._free else create_app(settings, names=[NAME])
        self._lent.append(app)
        app.state.ready.holdings.settings = settings
        return Visitor(app, NAME)

    def leave(self) -> None:
        """All rooms let go of their collections, and are free again."""
        for app in self._lent:
            app.state.ready.close()
        self._free += self._lent
        self._lent.clear()
