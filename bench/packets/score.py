"""Records against packets: where papers begin, what lies under what, and how many page turns are put to a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.packets.leaves import Packet, Role

Records = Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Score:
    """Counts over several packets. `wrong` are lines for a person: file, page and what happened."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    turns: int = 0
    questions: int = 0
    asked_in_vain: int = 0
    nested: int = 0
    astray: int = 0
    enclosures: int = 0
    pages: int = 0
    roles: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of boundaries, the first page of a file apart."""
        found = 2 * self.right + self.extra + self.missed
        return 2 * self.right / found if found else 1.0

    @property
    def precision(self) -> float:
        """Of boundaries that were set."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Of boundaries that are there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    def add(self, packet: Packet, records: Records) -> None:
        """One packet more."""
        firsts = {record["id"]: begin_of(record) for record in records}
        there = {(page, False) for page in packet.begins[1:]}
        begins = self._without_blanks(packet, set(firsts.values())) - {(packet.begins[0], False)}
        self.right += len(begins & there)
        self.extra += len(begins - there)
        self.missed += len(there - begins)
        self.turns += len(packet.leaves) - 1
        asked = {(each["page"], each["offset"] > 0) for r in records for each in questions(r)}
        self.questions += len(asked)
        self.asked_in_vain += len({each for each in asked if (each in begins) == (each in there)})
        self.wrong += [f"{packet.name} p{page}{' within' * inside} extra" for page, inside in sorted(begins - there)]
        self.wrong += [f"{packet.name} p{page} missed" for page, _ in sorted(there - begins)]
        self._enclosures(packet, records, firsts)
        self._roles(packet, records)

    @staticmethod
    def _without_blanks(packet: Packet, begins: set[tuple[int, bool]]) -> set[tuple[int, bool]]:
        """A paper set to begin on the blank pages before its first is set right."""
        out = set()
        for page, inside in begins:
            at = page
            while not inside and at <= len(packet.leaves) and packet.leaves[at - 1].role is Role.BLANK:
                at += 1
            if at <= len(packet.leaves):
                out.add((at, inside))
        return out

    def _enclosures(self, packet: Packet, records: Records, firsts: Mapping[str, tuple[int, bool]]) -> None:
        read = {
            (firsts[record["id"]][0], firsts[each["record"]][0])
            for record in records
            for each in record.get("same_as", ())
            if each["relation"] == "attachment-of" and each["state"] != "rejected" and each["record"] in firsts
        }
        there = set(packet.under)
        self.enclosures += len(there)
        self.nested += len(there & read)
        self.astray += len(read - there)
        self.wrong += [f"{packet.name} p{child} not nested under p{parent}" for child, parent in sorted(there - read)]
        self.wrong += [
            f"{packet.name} p{child} nested astray under p{parent}" for child, parent in sorted(read - there)
        ]

    def _roles(self, packet: Packet, records: Records) -> None:
        given = {each["page"]: each["role"] for record in records for each in record.get("page_roles", ())}
        for n, leaf in enumerate(packet.leaves, 1):
            role = given.get(n, "blank")
            self.pages += 1
            alike = {Role.FIRST: {"first", "enclosure"}, Role.BLANK: {"blank", "back"}}
            self.roles += role in alike.get(leaf.role, {leaf.role.value})


def begin_of(record: Mapping[str, Any]) -> tuple[int, bool]:
    """The page on which a record begins, and whether something is printed before it there."""
    page = int(record["source"]["pages"][0])
    text = next(each["text"] for each in record["pages"] if each["n"] == page)
    first = next((line for line in record["text"]["transcription"].split("\n") if line.strip()), "")
    before = text[: text.find(first)] if first in text else ""
    told = next((each for each in record.get("boundaries", ()) if each["begins"]), None)
    return page, bool(before.strip()) if told is None else told["offset"] > 0


def questions(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The boundaries of a record that a person is asked about."""
    return [each for each in record.get("boundaries", ()) if each["state"] == "question"]


def as_json(name: str, score: Score) -> dict[str, object]:
    """One set as an object."""
    return {
        "set": name,
        "boundaries": {
            "right": score.right,
            "extra": score.extra,
            "missed": score.missed,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
        },
        "page_turns": score.turns,
        "questions": score.questions,
        "questions_where_the_record_was_right": score.asked_in_vain,
        "share_of_questions": round(score.questions / score.turns, 4) if score.turns else 0.0,
        "enclosures": {
            "there": score.enclosures,
            "nested": score.nested,
            "astray": score.astray,
            "share": round(score.nested / score.enclosures, 4) if score.enclosures else 1.0,
        },
        "roles": round(score.roles / score.pages, 4) if score.pages else 1.0,
    }
