"""What tests of a collection that its owner keeps from the room have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onionskin.settings import Settings
from onionskin.workbench import JobState, Workshop, open_collection


def begun(place: Path) -> Settings:
    """A collection that holds nothing yet."""
    held = Settings(collection=place)
    open_collection(held, create=True).close()
    return held


def files(*told: tuple[str, bytes]) -> list[tuple[str, Any]]:
    """Files as a form sends them: names with bytes."""
    return [("files", each) for each in told]


def work(settings: Settings) -> list[JobState]:
    """Do what waits, as the worker beside the room would."""
    with Workshop(settings) as workshop:
        states = []
        while job := workshop.run_next():
            states.append(job.state)
    return states


def left(settings: Settings) -> list[Path]:
    """What uploads left behind them."""
    return [path for path in (settings.collection / "incoming").rglob("*") if path.is_file()]
