"""A desk played again from its journal: every act and every step of a case is done once more at an empty one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from onionskin.desk.chancery.acts import DeskAct
from onionskin.errors import OnionskinError, UsageError
from onionskin.store.journal import Entry, EntryKind
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_cases import Cases
from onionskin.workbench.desk_telling import plain


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of playing a desk again: acts, and wherever it went otherwise, in words. `digest` is of the state."""

    acts: int
    differences: tuple[str, ...]
    digest: str


def replayed(desk: Desk, into: Desk) -> Replayed:
    """Do everything that was told and done at a desk once more at an empty one, under the rules, and compare.

    Numbers are taken anew, and must come out the same; an act that the rules refuse now is a difference.
    """
    if next(into.log.all_told(), None) is not None:
        raise UsageError("something was done at that desk already", advice="Replay into an empty collection")
    acts, cases = 0, Cases(into)
    differences: list[str] = []
    for entry in desk.log.all_told():
        if entry.kind is EntryKind.PERFORMED:
            acts += 1
            differences += _act_again(entry, into)
        elif entry.kind is EntryKind.CASE:
            differences += _step_again(entry, cases)
        else:
            into.log.tell(entry.kind, entry.author, entry.told)
    before, left = dict(_states(desk)), dict(_states(into))
    differences += [f"{each}: stands otherwise than it did" for each in before if left.get(each) != before[each]]
    return Replayed(acts, tuple(differences), digest(into))


def _act_again(entry: Entry, into: Desk) -> Iterator[str]:
    told = entry.told
    paper = entry.record or ""
    try:
        if mail := told["yields"].get("mail", ""):
            done = into.arrive(entry.author, DeskAct(told["act"]), paper, told["takes"], mail, at=told["at"])
        else:
            done = into.perform(entry.author, DeskAct(told["act"]), paper, told["takes"], at=told["at"])
    except OnionskinError as fault:
        yield f"entry {entry.seq}: {fault.what}"
        return
    gave = dict(done.yields) if done else "nothing: its mail was taken before"
    if gave != told["yields"]:
        yield f"entry {entry.seq}: gave {gave}, and {told['yields']} before"


def _step_again(entry: Entry, cases: Cases) -> Iterator[str]:
    try:
        cases.step_again(entry)
    except OnionskinError as fault:
        yield f"entry {entry.seq}: {fault.what}"


def digest(desk: Desk) -> str:
    """The SHA-256 of how all papers and cases of a desk stand, in the order in which they were begun."""
    whole = sha256()
    for name, state in _states(desk):
        whole.update(f"{name} {state}\n".encode())
    return whole.hexdigest()


def _states(desk: Desk) -> Iterator[tuple[str, str]]:
    """Each paper and each case with how it stands as JSON; the numbers of entries are left out, which differ between
    two journals.
    """
    for paper in desk.log.all_ids():
        held = desk.standing(paper)
        if held is not None:
            yield paper, json.dumps(plain(replace(held, entry=0)), sort_keys=True)
    for number, card in Cases(desk).log.cards().items():
        yield f"case {number}", json.dumps(plain(replace(card, seq=0)), sort_keys=True)
