"""What people decided of where papers begin, from the journal: the last word for each place, undone ones apart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onionskin.record.boundaries import Settled
from onionskin.record.page import PageNumber
from onionskin.store.journal import Draft, Entry, EntryKind

ABOUT = "boundary"


class Verb(StrEnum):
    """What a person does with a boundary."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    MOVE = "move"
    BEGIN = "begin"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Word:
    """Who decides, about which source (by its hash), looking at which record, and why."""

    source: str
    author: str
    record: str
    reason: str = ""


def decision(word: Word, verb: Verb, places: Sequence[Settled]) -> Draft:
    """A decision about places of a source, for the journal."""
    told = [{"page": each.page, "offset": each.offset, "begins": each.begins} for each in places]
    return _draft(word, verb, {"places": told})


def undoing(word: Word, entry: Entry) -> Draft:
    """A decision that takes an earlier one back."""
    return _draft(word, Verb.UNDO, {"undoes": entry.seq})


def _draft(word: Word, verb: Verb, told: Mapping[str, Any]) -> Draft:
    body = {"about": ABOUT, "verb": verb.value, "source": word.source, "reason": word.reason, **told}
    return Draft(EntryKind.DECISION, word.author, body, word.record)


def standing_decisions(entries: Iterable[Entry]) -> list[Entry]:
    """The decisions about boundaries that nobody took back, oldest first. Taking back a taking back is not possible."""
    held: dict[int, Entry] = {}
    for entry in entries:
        if entry.kind is not EntryKind.DECISION or entry.told.get("about") != ABOUT:
            continue
        if entry.told["verb"] == Verb.UNDO:
            held.pop(entry.told["undoes"], None)
        else:
            held[entry.seq] = entry
    return list(held.values())


def settled(entries: Iterable[Entry]) -> dict[str, tuple[Settled, ...]]:
    """By the hash of each source what stands decided there, in the order of the places; the later word goes."""
    by_source: dict[str, dict[tuple[int, int], bool]] = {}
    for entry in standing_decisions(entries):
        places = by_source.setdefault(entry.told["source"], {})
        for place in entry.told["places"]:
            places[place["page"], place["offset"]] = place["begins"]
    return {
        source: tuple(Settled(PageNumber(page), offset, begins) for (page, offset), begins in sorted(places.items()))
        for source, places in by_source.items()
    }


def edition_of(places: Sequence[Settled]) -> str:
    """What a source's reader version ends with, so that a decision has it read again; empty where nobody decided."""
    if not places:
        return ""
    told = ";".join(f"{each.page}:{each.offset}:{each.begins:d}" for each in places)
    return f"+boundaries-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
