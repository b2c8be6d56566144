"""What a collection holds, as far as linking one paper to the others needs to know it: cards, found by keys."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Protocol

COMMON = 200
"""A key by which more records than this are found tells nothing of any of them."""


@dataclass(frozen=True, slots=True)
class Card:
    """What others need to know of a record to find it and to judge whether they mean it.

    `date` and `received` are EDTF, empty where the paper has none; `number` is without separators; `sender` and
    `receivers` are places as `linking.places` gives them ("egypt", "washington"), `writers` and `addressees`
    surnames in small letters; `subject` is the subject or title as printed; `words` counts the words of the reading
    text, 0 for the entry of a calendar. `edited` is true of what was taken in as an edition.
    """

    record: str
    source: str
    kind: str
    date: str = ""
    received: str = ""
    number: str = ""
    series: str = ""
    direction: str = ""
    sender: str = ""
    receivers: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    subject: str = ""
    file_number: str = ""
    pages: int = 0
    words: int = 0
    edited: bool = False
    source_ids: tuple[str, ...] = ()
    subkind: str = ""
    prints: int = 0
    """Keys in the fingerprint of its text."""
    level: str = ""
    carried_by: tuple[str, ...] = ()
    """Telegrams that carried the paper, or its numbers in other series: number, series, sender and receiver between
    strokes, `760///israel`.
    """

    @property
    def day(self) -> str:
        """`1962-11-17`, or what of it the date gives: `1962-11`, `1962`, nothing."""
        return self.date[:10].rstrip("~?%")

    @property
    def year(self) -> str:
        """`1962`, empty where the date does not give it."""
        return self.date[:4]

    def to_json(self) -> str:
        """The card on one line, its values in the order of the fields."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(line: str) -> Card:
        """The card that `to_json` wrote."""
        told: list[Any] = [tuple(value) if isinstance(value, list) else value for value in json.loads(line)]
        return Card(*told)


def key(*parts: str) -> int:
    """A key: 63 bits that any process makes of the same words. `key("number", "1338", "1962")`."""
    digest = hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


class Holdings(Protocol):
    """The records of a collection, found by their keys. Reading alone; the paper that is being linked is among them."""

    def find(self, keys: Iterable[int], least: int = 1) -> Sequence[Card]:
        """Records found by at least so many of these keys, those with most of them first.

        Whoever asks is looked at again when a record comes, changes or goes that has one of them.
        """
        ...

    def near(self, keys: Iterable[int], least: int = 1) -> Sequence[tuple[Card, int]]:
        """The same with how many of the keys each has, at least so many, and asking leaves no trace."""
        ...


class Shelf:
    """Holdings in memory: the papers of a few files that are kept nowhere."""

    def __init__(self) -> None:
        self._cards: dict[str, Card] = {}
        self._by_key: defaultdict[int, list[str]] = defaultdict(list)

    def put(self, card: Card, keys: Iterable[int]) -> None:
        """Let a record be found by its keys."""
        self._cards[card.record] = card
        for each in dict.fromkeys(keys):
            self._by_key[each].append(card.record)

    def find(self, keys: Iterable[int], least: int = 1) -> Sequence[Card]:
        """Records found by these keys."""
        return [card for card, _ in self.near(keys, least)]

    def near(self, keys: Iterable[int], least: int = 1) -> Sequence[tuple[Card, int]]:
        """Records with how many of the keys each has."""
        found = (self._by_key[each] for each in dict.fromkeys(keys) if each in self._by_key)
        shared = Counter(record for records in found if len(records) <= COMMON for record in records)
        return [(self._cards[record], n) for record, n in shared.most_common() if n >= least]
