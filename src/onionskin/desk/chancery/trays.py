"""What waits for whom: the trays of persons, offices and registries, worked out from how a paper stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onionskin.desk.chancery.standing import Delivery, PaperForm, Standing


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
    SERVICE = "service"
    """For the registry of the sender: groups were garbled, and are to be sent once more."""
    AWAITED = "awaited"
    """For the registry of the sender: a receipt has not come back, or an acknowledgement that is due."""
    IN = "in"
    """It has come."""
    ACKNOWLEDGE = "acknowledge"
    OUT = "out"
    """One's own, sent."""
    RETURN = "return"
    """A copy that one has on loan."""
    REVIEW = "review"
    REREVIEW = "re-review"
    """Withheld, and to be looked at once more; it lies there from its day on."""
    REFERRAL = "referral"
    """With another agency."""


@dataclass(frozen=True, slots=True)
class Lies:
    """A paper lies in a tray of a principal (as of `sight`), in its turn after others as urgent by `since`.

    `since` is the time of the act that laid it there; `due` is by which day, empty where none was said. `informed` is
    the post that has it for information, empty elsewhere.
    """

    principal: str
    tray: Tray
    since: str
    due: str = ""
    informed: str = ""


def lies(held: Standing) -> Iterator[Lies]:
    """Where a paper lies, as it stands."""
    if held.sent is None and not held.read:
        yield from _before(held)
    elif not held.read:
        yield from _after(held)
    for copy in held.copies.values():
        if copy.out_to:
            for kind in ("person", "office"):
                yield Lies(f"{kind}:{copy.out_to}", Tray.RETURN, copy.out_since, copy.due)
    yield from _review(held)


def _before(held: Standing) -> Iterator[Lies]:
    yield Lies(f"person:{held.drafter}", Tray.DRAFT, held.begun)
    written = held.version.at if held.version else held.begun
    for office in held.missing_clearances:
        if office not in held.refused or held.refused[office].version != held.n:
            yield Lies(f"office:{office}", Tray.CLEAR, written)
    if held.missing_clearances or not held.version or not held.version.text:
        return
    cleared = max((written, *(held.cleared[each].at for each in held.asked)))
    if held.approver and not held.is_approved:
        yield from (Lies(f"{kind}:{held.approver}", Tray.APPROVE, cleared) for kind in ("office", "person"))
    elif held.signer and held.form is not PaperForm.TELEGRAM and not held.is_signed:
        yield from (Lies(f"{kind}:{held.signer}", Tray.SIGN, cleared) for kind in ("office", "person"))
    elif held.level:
        word = held.approved or held.signed
        yield Lies(f"registry:{held.post}", Tray.SEND, word.at if word else cleared)


def _after(held: Standing) -> Iterator[Lies]:
    sent = held.sent.at if held.sent else held.begun
    if held.drafter:
        yield Lies(f"person:{held.drafter}", Tray.OUT, sent)
    for post, delivery in held.posts.items():
        if _is_awaited(held, delivery):
            yield Lies(f"registry:{held.supplier(post)}", Tray.AWAITED, delivery.relayed or sent, held.acknowledge_by)
    for service in held.services:
        if not service.answered:
            yield Lies(f"registry:{held.supplier(service.post)}", Tray.SERVICE, service.at)
    for delivery in held.posts.values():
        yield from _delivered(held, delivery, sent)
    if held.has_come:
        persons = (*held.eyes_only, *held.passed, *held.circulated, *held.addressed_persons)
        for name in dict.fromkeys(persons):
            if name not in held.posts:
                yield from (Lies(f"{kind}:{name}", Tray.IN, sent) for kind in ("person", "office"))


def _is_awaited(held: Standing, delivery: Delivery) -> bool:
    return not delivery.received or bool(held.acknowledge_by and delivery.action and not delivery.acknowledged)


def _delivered(held: Standing, delivery: Delivery, sent: str) -> Iterator[Lies]:
    """Before the registry of a post, then before the offices that it is given to, else before the whole post."""
    informed = "" if delivery.action else delivery.post
    if not delivery.received:
        yield Lies(f"registry:{delivery.post}", Tray.RECEIVE, delivery.relayed or sent, informed=informed)
        return
    action = f"office:{delivery.office}" if delivery.office else f"post:{delivery.post}"
    yield Lies(action, Tray.IN, delivery.received, informed=informed)
    for office in delivery.offices:
        yield Lies(f"office:{office}", Tray.IN, delivery.received, informed=informed)
    if held.acknowledge_by and delivery.action and not delivery.acknowledged:
        yield Lies(action, Tray.ACKNOWLEDGE, delivery.received, held.acknowledge_by)


def _review(held: Standing) -> Iterator[Lies]:
    waiting = [(held.appeals.get(case) or held.requested[case], case) for case in held.open_cases]
    for asked, case in sorted(waiting, key=lambda each: each[0].due or "9"):
        for name in held.reviewers.get(case, ()) or ("",):
            yield Lies(f"person:{name}" if name else "reviewers", Tray.REVIEW, asked.at, asked.due)
    last = held.last_on_access
    if last is not None and last.again:
        yield Lies("reviewers", Tray.REREVIEW, last.at, last.again)
    for referral in held.referrals.values():
        if not referral.answer:
            yield Lies("cases", Tray.REFERRAL, referral.at, referral.due)
