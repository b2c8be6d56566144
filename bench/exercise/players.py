"""Twelve persons who do what lies before them, and write when nothing does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

Act = tuple[str, Mapping[str, object]]
"""An act with what it takes."""


class Door(Protocol):
    """A way into a desk: in this process, by the API, in a browser."""

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        ...

    def lying(self, person: str, tray: str) -> Sequence[str]:
        """The papers of a tray, the uppermost first, as far as one page shows them."""
        ...

    def do(self, person: str, paper: str, *acts: Act, tray: str = "") -> str:
        """Acts upon a paper, one after the other, where it lies in that tray; its id. Raises where one is refused."""
        ...


@dataclass(frozen=True)
class Player:
    """One person: where they sit, what they may be asked for, and to whom they write."""

    name: str
    post: str = ""
    office: str = ""
    approver: str = ""
    clears: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    level: str = "SECRET"

    @property
    def drafts(self) -> bool:
        """Whether they write at all."""
        return bool(self.to)


STATE, MOSCOW, MINISTRY, WASHINGTON = "Department of State", "Embassy Moscow", "Foreign Ministry", "Embassy Washington"
PLAYERS = (
    Player("north-drafter", STATE, "Desk", "Secretary", ("Legal",), (MOSCOW,)),
    Player("north-clears", STATE, "Legal"),
    Player("north-approves", STATE, "Secretary", "Secretary", (), (MOSCOW,), "TOP SECRET"),
    Player("north-registry", STATE),
    Player("north-ambassador", MOSCOW, "Ambassador", "Ambassador", (), (STATE, MINISTRY)),
    Player("north-code", MOSCOW),
    Player("south-drafter", MINISTRY, "Collegium", "Minister", (), (WASHINGTON,)),
    Player("south-approves", MINISTRY, "Minister", "Minister", (), (WASHINGTON, MOSCOW)),
    Player("south-registry", MINISTRY),
    Player("south-ambassador", WASHINGTON, "Envoy", "Envoy", (), (MINISTRY, STATE)),
    Player("south-code", WASHINGTON),
)
"""The director is the twelfth."""

SAYINGS = (
    "You should see the Minister and say that we will not agree to inspection of our ports.",
    "Saw the Minister at noon. He said that the ships would not cross the line if the notes were answered.",
    "If he raises the question of the base you should decline to discuss it.",
    "We will lift the measures provided that the bombers are withdrawn within thirty days.",
    "The Minister proposed that both notes be published on the same day.",
    "You are authorized to tell him that no attack is intended.",
)
SUBJECTS = ("Ships at the line", "Inspection", "The bombers", "Publication of notes", "The base")
URGENT = ("FLASH", "IMMEDIATE", "PRIORITY", "PRIORITY", "ROUTINE", "ROUTINE")


@dataclass
class Play:
    """A play in course; `sent` counts messages."""

    door: Door
    lot: Random
    sent: int = 0
    acts: int = 0
    written: dict[str, int] = field(default_factory=dict)

    def until(self, messages: int) -> None:
        """Have persons act in turns of lot until so many messages were sent, and taken in as far as they came."""
        while self.sent < messages:
            self.turn(self.lot.choice(PLAYERS), messages)
        for player in PLAYERS:
            while self.door.counts(player.name).get("receive"):
                self._through(player, "receive", messages)

    def turn(self, player: Player, messages: int) -> None:
        """One person works through the first of their trays that holds something; else who may write writes."""
        waiting = self.door.counts(player.name)
        tray = next((each for each in ("clear", "approve", "send", "receive") if waiting.get(each)), "")
        if tray:
            self._through(player, tray, messages)
        elif player.drafts:
            self._write(player)

    def _through(self, player: Player, tray: str, messages: int) -> None:
        acts: dict[str, tuple[Act, ...]] = {
            "receive": (("receive", {"post": player.post}),),
            "clear": (("clear", {"office": player.office}),),
            "approve": (("approve", {}),),
            "send": (("number", {}), ("transmit", {})),
        }
        for paper in self.door.lying(player.name, tray):
            if tray == "send" and self.sent == messages:
                return
            self._do(player, paper, *acts[tray], tray=tray)
            self.sent += tray == "send"

    def _write(self, player: Player) -> None:
        n = self.written[player.name] = self.written.get(player.name, 0) + 1
        text = " ".join(self.lot.sample(SAYINGS, self.lot.randint(1, 3)))
        given = {
            "form": "telegram",
            "post": player.post,
            "to": [self.lot.choice(player.to)],
            "approver": player.approver,
            "asked": list(player.clears),
            "precedence": self.lot.choice(URGENT),
            "text": text,
            "told": {"subject": f"{self.lot.choice(SUBJECTS)}, {n}"},
        }
        self._do(player, "", ("draft", given), ("classify", {"level": player.level}))

    def _do(self, player: Player, paper: str, *acts: Act, tray: str = "") -> None:
        self.acts += len(acts)
        self.door.do(player.name, paper, *acts, tray=tray)
