"""A desk of invented and seed persons for tests: the Department, the mission in New York, and who works there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk

DEPARTMENT = "Department of State"
USUN = "USUN New York"
EVENING = "1962-11-24T02:43:00Z"
"""Nov 23 9 43 PM '62, Washington time."""

TOP: dict[str, Any] = {"clearance": "TOP SECRET", "captions": ["SENSITIVE"]}
PERSONS: tuple[dict[str, Any], ...] = (
    {
        "name": "ball",
        "printed": "George W. Ball",
        "post": DEPARTMENT,
        "offices": ["U"],
        "roles": ["drafter"],
        "classifies": "TOP SECRET",
        **TOP,
    },
    {"name": "johnson", "post": DEPARTMENT, "offices": ["G"], **TOP},
    {"name": "breisky", "post": DEPARTMENT, "offices": ["S/S"], **TOP},
    {"name": "clerk", "post": DEPARTMENT, "roles": ["registry"], "clearance": "SECRET"},
    {"name": "stevenson", "post": USUN, **TOP},
    {"name": "codeclerk", "post": USUN, "roles": ["registry"], "clearance": "SECRET"},
    {"name": "visitor", "post": USUN, "clearance": "TOP SECRET"},
    {
        "name": "reviewer",
        "post": DEPARTMENT,
        "roles": ["reviewer"],
        "clearance": "TOP SECRET",
        "reviews": "TOP SECRET",
        "captions": ["SENSITIVE"],
    },
    {"name": "junior", "post": DEPARTMENT, "roles": ["reviewer"], "clearance": "TOP SECRET", "reviews": "SECRET"},
    {"name": "requests", "post": DEPARTMENT, "roles": ["cases"], "clearance": "CONFIDENTIAL"},
)

TELEGRAM: dict[str, object] = {
    "form": "telegram",
    "post": DEPARTMENT,
    "text": "You should see Kuznetsov promptly, to discuss next steps.",
    "told": {"subject": "Next Steps in New York Negotiations"},
    "to": [USUN],
    "eyes_only": ["stevenson", "mccloy"],
    "asked": ["G", "S/S"],
    "approver": "U",
    "precedence": "PRIORITY",
}
Course = tuple[tuple[str, DeskAct, dict[str, object]], ...]
CLEARED: Course = (
    ("johnson", DeskAct.CLEAR, {"office": "G"}),
    ("breisky", DeskAct.CLEAR, {"office": "S/S"}),
    ("ball", DeskAct.APPROVE, {}),
    ("ball", DeskAct.CLASSIFY, {"level": "TOP SECRET", "captions": ["EYES ONLY", "SENSITIVE"]}),
)
SENT: Course = (*CLEARED, ("clerk", DeskAct.NUMBER, {"number": 1359}), ("clerk", DeskAct.TRANSMIT, {}))
COME: Course = (*SENT, ("codeclerk", DeskAct.RECEIVE, {"post": USUN}))


def desk(folder: Path) -> Desk:
    """A desk in an empty collection, with its posts and persons."""
    settings = Settings(collection=folder)
    open_collection(settings, create=True).close()
    held = open_desk(settings)
    for name in (DEPARTMENT, USUN):
        held.open_post("keeper", {"name": name, "zone": "America/New_York"})
    for person in PERSONS:
        held.appoint("keeper", person, day="1961-01-20")
    return held


def begun(held: Desk, **changed: object) -> str:
    """The telegram of the evening of 23 November, as it was drafted."""
    return held.perform("ball", DeskAct.DRAFT, given={**TELEGRAM, **changed}, at=EVENING).paper


def carried(held: Desk, paper: str, course: Course) -> None:
    """Acts upon it, one after the other."""
    for by, act, given in course:
        held.perform(by, act, paper, given, at=EVENING)
