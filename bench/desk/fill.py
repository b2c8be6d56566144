"""A desk of many papers and forty persons, written as its acts would have written it, all at once.

Every act is decided by the rules, as at a desk; only the waiting for the disk is left out, and the tables are made from
the journal when all is done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from onionskin.desk.chancery.acting import perform
from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.course import after
from onionskin.desk.chancery.persons import Roster
from onionskin.desk.chancery.procedures import standard
from onionskin.desk.chancery.standing import Standing
from onionskin.settings import Settings
from onionskin.store import accession
from onionskin.store.database import Database, driver_of
from onionskin.store.journal import Draft, EntryKind
from onionskin.store.opening import DATABASE
from onionskin.workbench import open_collection
from onionskin.workbench.checking import rebuild
from onionskin.workbench.desk import Desk, new_id, open_desk

HOME = "Department of State"
POSTS = (HOME, "USUN New York", "London", "Paris", "Moscow", "Havana", "Geneva", "Bonn")
OFFICES = ("G", "S/S", "U", "EUR", "ARA", "IO", "INR", "S/P")
WORDS = "You should see him promptly to discuss next steps in effecting the understanding of October draft declaration"
AT_ONCE = 5_000
Step = tuple[str, DeskAct, dict[str, Any]]


def persons() -> Iterator[dict[str, Any]]:
    """Forty: drafters and offices at home, registries and readers at each post, reviewers and those who keep cases."""
    top = {"clearance": "TOP SECRET", "classifies": "TOP SECRET", "captions": ["SENSITIVE", "LIMDIS"]}
    for n, office in enumerate(OFFICES):
        for m in range(2):
            yield {"name": f"{office}-{m}", "post": HOME, "offices": [office], "roles": ["drafter"], **top}
        yield {"name": f"clerk-{n}", "post": POSTS[n], "roles": ["registry"], "clearance": "SECRET"}
        yield {"name": f"officer-{n}", "post": POSTS[n], "roles": ["drafter"], **top}
    for n in range(5):
        yield {"name": f"reviewer-{n}", "post": HOME, "roles": ["reviewer"], "reviews": "TOP SECRET", **top}
    for n in range(3):
        yield {"name": f"cases-{n}", "post": HOME, "roles": ["cases"], "clearance": "CONFIDENTIAL"}


def begin(folder: Path) -> Desk:
    """An empty desk with its posts and persons."""
    settings = Settings(collection=folder)
    open_collection(settings, create=True).close()
    desk = open_desk(settings)
    for post in POSTS:
        desk.open_post("keeper", {"name": post})
    for person in persons():
        desk.appoint("keeper", person, day="1961-01-20")
    return desk


def course(dice: Random) -> Iterator[Step]:
    """What is done with a paper, from its first word to where chance leaves it."""
    drafting, asked = dice.choice(OFFICES), dice.sample(OFFICES, dice.randint(0, 3))
    to = dice.sample(POSTS[1:], dice.randint(1, 3))
    sealed = dice.random() < 0.1
    text = " ".join(dice.choices(WORDS.split(), k=dice.randint(60, 300)))
    drafted: dict[str, Any] = {"form": "telegram", "post": HOME, "text": text, "to": to, "approver": "U"}
    drafted |= {"asked": asked, "precedence": dice.choice(["FLASH", "IMMEDIATE", "PRIORITY", "ROUTINE", "ROUTINE"])}
    drafted |= {"told": {"subject": " ".join(dice.choices(WORDS.split(), k=6))}}
    yield f"{drafting}-{dice.randint(0, 1)}", DeskAct.DRAFT, drafted | ({"eyes_only": ["officer-1"]} if sealed else {})
    for office in asked:
        yield f"{office}-0", DeskAct.CLEAR, {"office": office}
    yield "U-0", DeskAct.APPROVE, {}
    level = dice.choice(["TOP SECRET", "SECRET", "SECRET", "CONFIDENTIAL", "CONFIDENTIAL", "UNCLASSIFIED"])
    captions = {"captions": ["EYES ONLY"]} if sealed else {"captions": ["LIMDIS"]} if dice.random() < 0.2 else {}
    yield "U-0", DeskAct.CLASSIFY, {"level": level, **captions}
    yield "clerk-0", DeskAct.NUMBER, {}
    yield "clerk-0", DeskAct.TRANSMIT, {}
    for post in to:
        yield f"clerk-{POSTS.index(post)}", DeskAct.RECEIVE, {"post": post}
    yield "cases-0", DeskAct.REQUEST, {"case": f"88-{dice.randint(1, 400):04}"}


def fill(folder: Path, papers: int, seed: int = 1962) -> None:
    """A desk with so many papers: half have gone all the way, the others stand anywhere on it."""
    dice, counted = Random(seed), Counted()
    with begin(folder) as desk:
        roster = desk.roster
        drafts = [draft for _ in range(papers) for draft in _paper(roster, dice, counted)]
        database = Database(folder / DATABASE)
        for at in range(0, len(drafts), AT_ONCE):
            with database.writing() as transaction:
                accession.append(driver_of(transaction), drafts[at : at + AT_ONCE], "2026-03-01T09:30:00Z")
        database.close()
        rebuild(desk)


class Counted:
    """Numbers as the desk gives them."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def take(self, series: str, wanted: int = 0) -> int:  # noqa: ARG002 - as `acting.Numbers` has it
        """The next of a series."""
        self._last[series] += 1
        return self._last[series]


def _paper(roster: Roster, dice: Random, numbers: Counted) -> Iterator[Draft]:
    steps = list(course(dice))
    held: Standing | None = None
    paper = new_id()
    at = f"196{dice.randint(2, 8)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}T14:30:00Z"
    for by, act, takes in steps if dice.random() < 0.5 else steps[: dice.randint(1, len(steps))]:
        person = roster.known(by)
        done = perform(act, paper, held, person, takes, at=at, roster=roster, procedures=standard(), numbers=numbers)
        held = after(held, done)
        yield Draft(EntryKind.PERFORMED, by, done.body(), paper)
