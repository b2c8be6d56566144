"""While a collection is brought up to date beside the room, every page says so and shows what there is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.inventory.linked import chain
from tests.web.conftest import furnished
from tests.web.rooms import NAME, Rooms
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.web.keeping.worker import Worker
from onionskin.workbench import abreast
from onionskin.workbench.stocktaking import FILE as INVENTORY

PAPERS = chain(5)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Five papers whose inventory was lost, where two are too many to wait for."""
    monkeypatch.setattr(abreast, "MANY", 2)
    made = furnished(tmp_path / "c", PAPERS)
    for each in made.collection.glob(f"{INVENTORY}*"):
        each.unlink()
    return made


def test_the_room_opens_at_once_and_says_what_is_still_to_come(settings: Settings, rooms: Rooms) -> None:
    said: list[str] = []
    app = rooms.app(settings)
    app.state.ready.make(said.append)
    visitor = Visitor(app, NAME)
    assert said == ["5 papers are gone through anew while the room is open; until then it shows what it has."]
    for path in ("/", "/calendar", "/ledger", "/persons", f"/papers/{PAPERS[0].id}"):
        assert "brought up to date: 5 papers to go" in visitor.page(path).words
    assert "Search is being" not in visitor.page("/search").words
    told = visitor.ask("/api/coverage").json()
    assert (told["papers"], told["untold"], told["unindexed"]) == (0, 5, 0)


@pytest.mark.slow
def test_the_worker_beside_the_room_brings_it_up_to_date(settings: Settings, rooms: Rooms) -> None:
    app = rooms.app(settings)
    app.state.ready.make(lambda _: None)
    visitor = Visitor(app, NAME)
    with Worker(settings, behind=app.state.ready.is_behind):
        for _ in range(600):
            if not visitor.ask("/api/coverage").json()["untold"]:
                break
            time.sleep(0.1)
    told = visitor.ask("/api/coverage").json()
    assert (told["papers"], told["untold"]) == (5, 0)
    assert "brought up to date" not in visitor.page("/calendar").words
