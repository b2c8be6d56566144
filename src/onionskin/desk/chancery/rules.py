"""The rules that a procedure may name: who may act, and what must be true before.

A procedure is a file (`procedures`) that names these; the words of a refusal are the rule's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from onionskin.desk.chancery.attempts import Attempt, Rule, short
from onionskin.desk.chancery.delivery_rules import DELIVERERS, DELIVERY
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import DeskRole
from onionskin.desk.chancery.reviewing import REVIEWING
from onionskin.desk.chancery.sight import sealed
from onionskin.desk.chancery.standing import PaperForm, Standing
from onionskin.record.state import Access


def _drafter(asked: Attempt) -> str:
    return "" if asked.by.name == asked.paper.drafter else "only who drafted it"


def _one_of_the_office(asked: Attempt) -> str:
    office = asked.takes.get("office", "")
    if office not in asked.by.offices:
        return f"not of {office}"
    return "" if office in asked.paper.asked else f"{office} was not asked to clear"


def _approver(asked: Attempt) -> str:
    office = asked.paper.approver
    if not office:
        return "no office was named to approve"
    return "" if office in (*asked.by.offices, asked.by.name) else f"not of {office}, which approves"


def _signer(asked: Attempt) -> str:
    signer = asked.paper.signer
    return "" if signer and signer in (asked.by.name, *asked.by.offices) else f"{signer or 'nobody'} is to sign it"


def _sending_registry(asked: Attempt) -> str:
    held = asked.by.has(DeskRole.REGISTRY) and asked.by.post == asked.paper.post
    return "" if held else f"only the registry of {asked.paper.post}"


def _holding_registry(asked: Attempt) -> str:
    posts = (asked.paper.post, *asked.paper.posts)
    held = asked.by.has(DeskRole.REGISTRY) and asked.by.post in posts
    return "" if held else "only the registry of a post that holds it"


def _has_role(role: DeskRole) -> Rule:
    return lambda asked: "" if asked.by.has(role) else f"only a person with the role of {role}"


def _classifier(asked: Attempt) -> str:
    """Who takes a level away needs the authority for it as well as who gives it."""
    wanted = max(asked.takes.get("level", ""), asked.level, key=rank)
    return "" if rank(wanted) <= rank(asked.by.classifies) else f"{short(wanted)} authority needed"


def _own_post(asked: Attempt) -> str:
    post = asked.takes.get("post", "")
    return "" if asked.by.post == post else f"not of {post}"


def _named(asked: Attempt) -> str:
    return "EYES ONLY: nobody is named" if sealed(asked.paper) and not asked.paper.eyes_only else ""


def _admitted(asked: Attempt) -> str:
    """Of a sealed paper only who wrote it says who else is to have it; a registry gives it to those who are named."""
    held = asked.paper
    if not sealed(held) or asked.by.name == held.drafter:
        return ""
    known = {held.drafter, held.approver, held.signer, *held.eyes_only, *held.to_pass, *held.passed, *held.circulated}
    given = (*asked.takes.get("to", ()), *filter(None, (asked.takes.get("holder"),)))
    stray = [each for each in given if each not in known | set(held.asked)]
    return f"EYES ONLY: {stray[0]} is not named, not passed to" if stray else ""


def _reviewer(asked: Attempt) -> str:
    if not asked.by.has(DeskRole.REVIEWER):
        return f"only a person with the role of {DeskRole.REVIEWER}"
    level = asked.level
    return "" if rank(level) <= rank(asked.by.reviews) else f"{short(level)} authority needed"


WHO: Mapping[str, Rule] = MappingProxyType(
    {
        **DELIVERERS,
        "drafter": _drafter,
        "office-asked": _one_of_the_office,
        "approver": _approver,
        "signer": _signer,
        "sending-registry": _sending_registry,
        "holding-registry": _holding_registry,
        "classifier": _classifier,
        "reviewer": _reviewer,
        **{f"role-{role.value}": _has_role(role) for role in DeskRole},
    }
)
"""Who may act. A procedure that names several means any of them."""


def _cleared(asked: Attempt) -> str:
    missing = asked.paper.missing_clearances
    return f"not cleared by {', '.join(missing)}" if missing else ""


def _has_text(asked: Attempt) -> str:
    return "" if asked.paper.version and asked.paper.version.text else "nothing is written on it yet"


def _when(sentence: str, good: Callable[[Standing], bool]) -> Rule:
    return lambda asked: "" if good(asked.paper) else sentence


def _approved(asked: Attempt) -> str:
    """A telegram is approved, a letter signed; where somebody was named to approve a letter, that too."""
    held = asked.paper
    if not held.is_approved and (held.form is PaperForm.TELEGRAM or held.approver):
        return "not approved"
    return "" if held.form is PaperForm.TELEGRAM or held.is_signed else "not signed"


def _numbered(asked: Attempt) -> str:
    return "" if asked.paper.number or asked.paper.form is not PaperForm.TELEGRAM else "it has no number"


def _addressed(asked: Attempt) -> str:
    if not asked.paper.to:
        return "it is addressed to nobody"
    if asked.paper.form is PaperForm.TELEGRAM:
        stray = [each for each in (*asked.paper.to, *asked.paper.info) if each not in asked.roster.posts]
        return f"{stray[0]} is no post of this desk" if stray else ""
    return ""


def _not_numbered(asked: Attempt) -> str:
    return f"it has the number {asked.paper.number}" if asked.paper.number else ""


def _copy_in(asked: Attempt) -> str:
    copy = asked.paper.copies.get(asked.takes.get("copy", 0))
    if copy is None:
        return f"there is no copy {asked.takes.get('copy')}"
    return f"copy {copy.n} is charged out to {copy.out_to}" if copy.out_to else ""


def _copy_out(asked: Attempt) -> str:
    copy = asked.paper.copies.get(asked.takes.get("copy", 0))
    if copy is None:
        return f"there is no copy {asked.takes.get('copy')}"
    return "" if copy.out_to else f"copy {copy.n} is not charged out"


def _is_attached(asked: Attempt) -> str:
    name = asked.takes.get("enclosure", "")
    return "" if asked.paper.enclosures.get(name) else f"{name} is not attached"


def _not_attached(asked: Attempt) -> str:
    name = asked.takes.get("enclosure", "")
    return f"{name} is attached already" if asked.paper.enclosures.get(name) else ""


NEEDS: Mapping[str, Rule] = MappingProxyType(
    {
        **DELIVERY,
        "text": _has_text,
        "addressed": _addressed,
        "cleared": _cleared,
        "approved": _approved,
        "not-approved": _when("it is approved already", lambda held: not held.is_approved),
        "signed": _when("not signed", lambda held: held.is_signed),
        "not-signed": _when("it is signed already", lambda held: not held.is_signed),
        "classified": _when("nobody with the authority classified it", lambda held: held.classified is not None),
        "own-post": _own_post,
        "named": _named,
        "admitted": _admitted,
        "numbered": _numbered,
        "not-numbered": _not_numbered,
        "telegram": _when("only telegrams", lambda held: held.form is PaperForm.TELEGRAM),
        "sent": _when("it was not sent", lambda held: held.sent is not None or held.read),
        "not-sent": _when("it was sent already", lambda held: held.sent is None and not held.read),
        "copy-in": _copy_in,
        "copy-out": _copy_out,
        "attached": _is_attached,
        "not-attached": _not_attached,
        "not-under-review": _when("it is asked for in a case, and stays as it is", lambda held: not held.cases),
        "under-review": _when("nobody asked for a review", lambda held: bool(held.cases)),
        "reviewed": _when("it was not reviewed", lambda held: held.reviewed is not None),
        "not-withdrawn": _when("it was withdrawn", lambda held: not held.withdrawn),
        "not-released": _when("it was released already", lambda held: held.access is not Access.IN_FULL),
        **REVIEWING,
        "filed": _when("it was not filed", lambda held: bool(held.filed)),
    }
)
"""What must be true before. A procedure that names several means all of them."""
