"""Two desks in two collections, the Department's and the mission's, with a mail server before each."""

from __future__ import annotations

import random
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.standing import Standing
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import Desk, open_desk
from onionskin.workbench.desk_collecting import PostOffice, Taken
from onionskin.workbench.desk_mail_settings import MailSettings, mail_settings, share_key
from onionskin.workbench.desk_sending import Sent, send

DEPARTMENT, USUN, GENEVA, MOSCOW = "Department of State", "USUN New York", "Geneva", "Moscow"
ADDRESSES = {
    DEPARTMENT: "telegrams@dept.example",
    USUN: "telegrams@usun.example",
    GENEVA: "telegrams@usun.example",
    MOSCOW: "telegrams@moscow.example",
}
EVENING, LATER = "1962-11-24T02:43:00Z", "1962-11-24T03:10:00Z"
KEY = "5e" * 32
PERSONS: dict[str, tuple[dict[str, Any], ...]] = {
    DEPARTMENT: (
        {"name": "ball", "printed": "George W. Ball", "offices": ["U"], "roles": ["drafter"], "classifies": "SECRET"},
        {"name": "clerk", "roles": ["registry"]},
    ),
    USUN: (
        {"name": "codeclerk", "roles": ["registry"]},
        {"name": "stevenson", "printed": "Adlai E. Stevenson"},
    ),
    GENEVA: ({"name": "genevaclerk", "roles": ["registry"]},),
    MOSCOW: ({"name": "moscowclerk", "roles": ["registry"]},),
}


@dataclass
class Side:
    """One installation: its desk, its mail settings, and what its mail server told."""

    desk: Desk
    settings: MailSettings
    office: PostOffice
    outcomes: list[Taken] = field(default_factory=list)

    def stands(self, paper: str) -> Standing:
        """How a paper stands there."""
        held = self.desk.standing(paper)
        if held is None:
            raise LookupError(paper)
        return held

    def sends(self) -> list[Sent]:
        """What became of all that waited."""
        return list(send(self.desk, self.settings))


def free_port() -> int:
    """A port that nobody listens on, below those that the system gives to whoever asks for any."""
    for port in random.SystemRandom().sample(range(20_000, 32_000), 100):
        with socket.socket() as found, suppress(OSError):
            found.bind(("127.0.0.1", port))
            return port
    raise OSError("no port is free")


@contextmanager
def side(folder: Path, posts: tuple[str, ...], port: int, other_port: int) -> Iterator[Side]:
    """The desk of `posts`, to which mail comes at `port`, and which sends to `other_port`."""
    open_collection(Settings(collection=folder), create=True).close()
    own = ADDRESSES[posts[0]]
    file = f'address = "{own}"\nhost = "127.0.0.1"\nport = {other_port}\n'
    (folder / "desk-mail.toml").write_text(file, "utf-8")
    for other in {*ADDRESSES.values()} - {own}:
        share_key(folder, other, KEY)
    settings = mail_settings(folder)
    with open_desk(Settings(collection=folder)) as desk:
        for name, address in ADDRESSES.items():
            mail = "" if name in posts else address
            desk.open_post("keeper", {"name": name, "zone": "America/New_York", "mail": mail})
        for post in posts:
            for person in PERSONS[post]:
                desk.appoint("keeper", {"post": post, "clearance": "SECRET", **person}, day="1961-01-20")
        outcomes: list[Taken] = []
        office = PostOffice(desk, settings, "127.0.0.1", port, outcomes.append)
        yield Side(desk, settings, office, outcomes)


@contextmanager
def two_desks(folder: Path, *, listening: bool = True) -> Iterator[tuple[Side, Side]]:
    """The Department's desk, and that of the missions in New York and Geneva."""
    ports = free_port(), free_port()
    with (
        side(folder / "dept", (DEPARTMENT,), *ports) as dept,
        side(folder / "usun", (USUN, GENEVA), *ports[::-1]) as usun,
    ):
        for each in (dept, usun) if listening else ():
            each.office.start()
        try:
            yield dept, usun
        finally:
            for each in (dept, usun) if listening else ():
                each.office.stop()


def telegram(dept: Side, **changed: object) -> str:
    """A telegram of the Department, sent; it lies in the outbox."""
    told = {
        "form": "telegram",
        "post": DEPARTMENT,
        "text": "You should see Kuznetsov promptly, to discuss next steps.",
        "told": {"subject": "Next Steps in New York Negotiations"},
        "to": [USUN],
        "approver": "U",
        "precedence": "PRIORITY",
        **changed,
    }
    level = told.pop("level", "UNCLASSIFIED")
    paper = dept.desk.perform("ball", DeskAct.DRAFT, given=told, at=EVENING).paper
    dept.desk.perform("ball", DeskAct.APPROVE, paper, at=EVENING)
    dept.desk.perform("ball", DeskAct.CLASSIFY, paper, {"level": level}, at=EVENING)
    dept.desk.perform("clerk", DeskAct.NUMBER, paper, at=EVENING)
    dept.desk.perform("clerk", DeskAct.TRANSMIT, paper, at=EVENING)
    return paper
