"""Twelve persons who do what lies before them, and write when nothing does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Protocol


class Door(Protocol):
    """A way into a desk: in this process, by the API, in a browser."""

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        ...

    def first(self, person: str, tray: str) -> str:
        """The paper that lies uppermost in a tray."""
        ...

    def do(self, person: str, act: str, paper: str, given: Mapping[str, object]) -> str:
        """An act; the paper's id. Raises where it is refused."""
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
            self.turn(self.lot.choice(PLAYERS))
        for player in PLAYERS:
            while self.door.counts(player.name).get("receive"):
                self._do(player, "receive", self.door.first(player.name, "receive"), {"post": player.post})

    def turn(self, player: Player) -> None:
        """One person does what lies uppermost in their trays; with nothing there, who may write writes."""
        waiting = self.door.counts(player.name)
        if waiting.get("receive"):
            self._do(player, "receive", self.door.first(player.name, "receive"), {"post": player.post})
        elif waiting.get("clear"):
            self._do(player, "clear", self.door.first(player.name, "clear"), {"office": player.office})
        elif waiting.get("approve"):
            self._do(player, "approve", self.door.first(player.name, "approve"), {})
        elif waiting.get("send"):
            paper = self.door.first(player.name, "send")
            self._do(player, "number", paper, {})
            self._do(player, "transmit", paper, {})
            self.sent += 1
        elif player.drafts:
            self._write(player)

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
        paper = self._do(player, "draft", "", given)
        self._do(player, "classify", paper, {"level": player.level})

    def _do(self, player: Player, act: str, paper: str, given: Mapping[str, object]) -> str:
        self.acts += 1
        return self.door.do(player.name, act, paper, given)
