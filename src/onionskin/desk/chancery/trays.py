"""What waits for whom: the trays of persons, offices and registries, worked out from how a paper stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onionskin.desk.chancery.standing import PaperForm, Standing


class Tray(StrEnum):
    """Why a paper lies before somebody."""

    DRAFT = "draft"
    """One's own, not sent yet."""
    CLEAR = "clear"
    APPROVE = "approve"
    SIGN = "sign"
    SEND = "send"
    """For the registry: to be numbered and sent."""
    RECEIVE = "receive"
    """For the registry of a post: sent and not taken in."""
    IN = "in"
    """It has come."""
    ACKNOWLEDGE = "acknowledge"
    OUT = "out"
    """One's own, sent."""
    RETURN = "return"
    """A copy that one has on loan."""
    REVIEW = "review"
    REFERRAL = "referral"
    """With another agency."""


@dataclass(frozen=True, slots=True)
class Lies:
    """A paper lies in a tray of a principal (as of `sight`); `due` is by which day, empty where none was said."""

    principal: str
    tray: Tray
    due: str = ""


def lies(held: Standing) -> Iterator[Lies]:
    """Where a paper lies, as it stands."""
    if held.sent is None and not held.read:
        yield from _before(held)
    elif not held.read:
        yield from _after(held)
    for copy in held.copies.values():
        if copy.out_to:
            for kind in ("person", "office"):
                yield Lies(f"{kind}:{copy.out_to}", Tray.RETURN, copy.due)
    yield from _review(held)


def _before(held: Standing) -> Iterator[Lies]:
    yield Lies(f"person:{held.drafter}", Tray.DRAFT)
    for office in held.missing_clearances:
        if office not in held.refused or held.refused[office].version != held.n:
            yield Lies(f"office:{office}", Tray.CLEAR)
    if held.missing_clearances or not held.version or not held.version.text:
        return
    if held.approver and not held.is_approved:
        yield from (Lies(f"{kind}:{held.approver}", Tray.APPROVE) for kind in ("office", "person"))
    elif held.signer and held.form is not PaperForm.TELEGRAM and not held.is_signed:
        yield from (Lies(f"{kind}:{held.signer}", Tray.SIGN) for kind in ("office", "person"))
    elif held.level:
        yield Lies(f"registry:{held.post}", Tray.SEND)


def _after(held: Standing) -> Iterator[Lies]:
    yield Lies(f"person:{held.drafter}", Tray.OUT)
    for post, delivery in held.posts.items():
        if not delivery.received:
            yield Lies(f"registry:{post}", Tray.RECEIVE)
            continue
        yield Lies(f"post:{post}", Tray.IN)
        if held.acknowledge_by and delivery.action and not delivery.acknowledged:
            yield Lies(f"post:{post}", Tray.ACKNOWLEDGE, held.acknowledge_by)
    if held.has_come:
        for name in dict.fromkeys((*held.eyes_only, *held.passed, *held.circulated, *held.addressed_persons)):
            yield from (Lies(f"{kind}:{name}", Tray.IN) for kind in ("person", "office"))


def _review(held: Standing) -> Iterator[Lies]:
    ruled = any(each.verb in {"release", "deny", "excise"} and each.at >= held.begun for each in held.rulings)
    if held.cases and not ruled:
        yield Lies("reviewers", Tray.REVIEW)
    for referral in held.referrals.values():
        if not referral.answer:
            yield Lies("cases", Tray.REFERRAL, referral.due)
