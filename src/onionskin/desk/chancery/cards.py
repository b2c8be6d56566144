"""A paper of the desk for lists: what is told of it, whom it is shown to, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from onionskin.desk.chancery.levels import rank, urgency
from onionskin.desk.chancery.sight import reading_captions, shown_to
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.trays import lies
from onionskin.record.state import Access
from onionskin.store.desk_cards import Bearing, Card


class Stage(StrEnum):
    """How far a paper has come."""

    DRAFT = "draft"
    CLEARED = "cleared"
    APPROVED = "approved"
    NUMBERED = "numbered"
    SENT = "sent"
    RECEIVED = "received"
    ENTERED = "entered"
    UNDER_REVIEW = "under review"
    WITHHELD = "withheld"
    IN_PART = "released in part"
    RELEASED = "released"


_REVIEWED = {Access.WITHHELD: Stage.WITHHELD, Access.IN_PART: Stage.IN_PART, Access.IN_FULL: Stage.RELEASED}


def stage(held: Standing) -> Stage:
    """How far a paper has come, as it stands."""
    if held.access in _REVIEWED:
        return _REVIEWED[held.access]
    come = (
        (bool(held.cases), Stage.UNDER_REVIEW),
        (held.read, Stage.ENTERED),
        (held.has_come, Stage.RECEIVED),
        (held.sent is not None, Stage.SENT),
        (bool(held.number), Stage.NUMBERED),
        (held.is_approved or held.is_signed, Stage.APPROVED),
        (bool(held.asked) and not held.missing_clearances, Stage.CLEARED),
    )
    return next((far for is_so, far in come if is_so), Stage.DRAFT)


def card(held: Standing) -> Card:
    """A paper for lists, as it stands."""
    return Card(
        form=held.form.value,
        number=held.number,
        subject=held.subject,
        parties=f"{held.post} to {', '.join(held.to) or 'nobody yet'}",
        precedence=urgency(held.precedence),
        level=rank(held.level),
        ends=held.ends,
        captions=reading_captions(held),
        bears=Bearing(
            level=held.level,
            precedence=held.precedence,
            captions=held.captions,
            to=held.to,
            info_precedence=held.info_precedence,
        ),
        begun=held.begun,
        last=held.last,
        stage=stage(held).value,
        text=held.version.text if held.version else "",
        sights=tuple((each.principal, each.sight.value) for each in shown_to(held)),
        lies=tuple(
            (each.principal, each.tray.value, each.since, each.due, urgency(held.precedence_for(each.informed)))
            for each in lies(held)
        ),
        asked=tuple(_asked(held)),
    )


def _asked(held: Standing) -> Iterator[tuple[str, str, str]]:
    """The cases in which it is asked for, each with who is to review it and what came of it."""
    for case in held.cases:
        outcome = held.outcome(case)
        for name in held.reviewers.get(case, ()) or ("",):
            yield case, name, outcome.verb if outcome else ""
