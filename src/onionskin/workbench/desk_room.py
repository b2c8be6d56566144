"""The desk as a room shows it to one person: a paper with what may be done, its history, its form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onionskin.desk.chancery.acting import unknown
from onionskin.desk.chancery.composing import composed
from onionskin.desk.chancery.course import stands
from onionskin.desk.chancery.levels import level_named, precedences, rank
from onionskin.desk.chancery.persons import DeskRole, Person
from onionskin.desk.chancery.possible import Possible, levels, possible
from onionskin.desk.chancery.sight import Seen, Sight, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.telling import Told, told
from onionskin.desk.chancery.times import done_at
from onionskin.errors import ActRefusedError, NotAllowedError, NotFoundError
from onionskin.facsimile.marks import CopyMark
from onionskin.store.desk_cards import Bearing
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_telling import reasons
from onionskin.workbench.facsimiles import form_of

__all__ = [
    "Bearing",
    "PaperView",
    "Possible",
    "Stood",
    "Told",
    "custodian",
    "left_by",
    "levels",
    "marking_of",
    "pdf_of",
    "precedences",
    "view",
]


@dataclass(frozen=True, slots=True)
class Stood:
    """How a paper stood at the end of a day: never its text. `seen` is how much the person would have seen of it then,
    `reasons` are what it stood on.
    """

    day: str
    told: Told
    seen: Seen
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper for one person: what they are told and on what it rests, what they may do, and how it stood on a day they
    asked for. The `reasons` are not told to whom it is shown because it was released: they quote remarks.
    """

    told: Told
    reasons: tuple[tuple[str, str], ...]
    may: tuple[Possible, ...]
    stood: Stood | None


def view(desk: Desk, by: str, paper: str, *, on: str = "") -> PaperView:
    """A paper as a person sees it now; of a day, what it stood on then. NotFoundError where they may not know of it.

    What they see today decides what they are told of any day; only so can somebody who came later look back.
    """
    day = desk.now()[:10]
    shown = desk.show(by, paper)
    person = desk.roster.known(by, day)
    now = told(shown.held, shown.acts, shown.seen, person, day)
    may = possible(shown.held, person, day, roster=desk.roster, procedures=desk.procedures)
    stood = _stood(desk, person, now, done_at(on)[:10]) if on else None
    return PaperView(now, _reasons(desk, shown.held, now, day), may, stood)


def left_by(desk: Desk, by: str, paper: str) -> Told | None:
    """How an act of a person left a paper, for the page that they see next; None where they see no more of it."""
    day = desk.now()[:10]
    try:
        shown = desk.show(by, paper)
    except NotFoundError:
        return None
    return told(shown.held, shown.acts, shown.seen, desk.roster.known(by, day), day)


def _reasons(desk: Desk, held: Standing, now: Told, day: str) -> tuple[tuple[str, str], ...]:
    return tuple(reasons(held, day, desk.roster.posts)) if now.inside else ()


def _stood(desk: Desk, person: Person, now: Told, day: str) -> Stood | None:
    acts = [each for each in desk.acts(now.paper) if each.day <= day]
    held = stands(acts)
    if held is None:
        return None
    # No text of a day: a draft is no part of what was released. The title is that of today.
    outside = Seen(min(now.sight, Sight.TITLE), now.rule)
    then = replace(told(held, acts, outside, person, day), subject=now.subject)
    return Stood(day, then, sight(held, person, day), _reasons(desk, held, now, day))


def pdf_of(desk: Desk, by: str, paper: str, *, copy: int = 0) -> bytes:
    """The form of a paper as a PDF, for who sees its text; `copy` marks every page as that of its holder.

    NotFoundError, ActRefusedError with the rule for who sees less, UsageError of a paper without words.
    """
    shown = desk.show(by, paper)
    if shown.seen.sight is not Sight.TEXT:
        raise ActRefusedError(shown.seen.rule, act="print", where=paper)
    held = next((each for each in shown.held.copies.values() if each.n == copy), None)
    if copy and held is None:
        raise unknown(f"{paper}, copy {copy}")
    record = composed(shown.held, shown.acts, desk.roster, on=desk.now()[:10], copy=copy)
    mark = CopyMark(str(copy), str(len(shown.held.copies)), held.holder) if held else None
    return form_of(record, mark)


def custodian(desk: Desk, name: str, *, owner: bool) -> str:
    """Who signs an appointment: a custodian of the desk, or as long as it has none an owner of the collection.

    NotAllowedError for anybody else.
    """
    keepers = [each.name for each in desk.roster.persons(desk.now()[:10]) if each.has(DeskRole.CUSTODIAN)]
    if name in keepers or (owner and not keepers):
        return name
    raise NotAllowedError(
        "only a custodian of the desk appoints persons and keeps its posts and procedures",
        advice=f"Ask {', '.join(keepers)}" if keepers else "Ask an owner of the collection",
    )


def marking_of(bears: tuple[Bearing, ...]) -> str:
    """The highest level of several papers, empty where none bears one: what a page that lists them bears."""
    return max((level_named(each.level) for each in bears), key=rank, default="")
