"""What was done at the desk, as the acts of a record tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.course import after
from onionskin.desk.chancery.naming import Names, done_at
from onionskin.desk.chancery.standing import PaperForm, Standing
from onionskin.record.acts import Act, ActKind

KINDS: Mapping[DeskAct, ActKind] = MappingProxyType(
    {
        DeskAct.DRAFT: ActKind.DRAFTED,
        DeskAct.INJECT: ActKind.TRANSMITTED,
        DeskAct.ENTER: ActKind.ENTERED,
        DeskAct.COME: ActKind.TRANSMITTED,
        DeskAct.AMEND: ActKind.AMENDED,
        DeskAct.CLEAR: ActKind.CLEARED,
        DeskAct.REFUSE_CLEARANCE: ActKind.CLEARANCE_REFUSED,
        DeskAct.APPROVE: ActKind.APPROVED,
        DeskAct.SIGN: ActKind.SIGNED,
        DeskAct.CLASSIFY: ActKind.CLASSIFIED,
        DeskAct.NUMBER: ActKind.NUMBERED,
        DeskAct.TRANSMIT: ActKind.TRANSMITTED,
        DeskAct.RECEIVE: ActKind.RECEIVED,
        DeskAct.ASSIGN: ActKind.ASSIGNED,
        DeskAct.SERVICE: ActKind.SERVICE_ASKED,
        DeskAct.RETRANSMIT: ActKind.RETRANSMITTED,
        DeskAct.ACKNOWLEDGE: ActKind.ACKNOWLEDGED,
        DeskAct.PASS: ActKind.PASSED,
        DeskAct.CIRCULATE: ActKind.CIRCULATED,
        DeskAct.COPY: ActKind.COPY_FURNISHED,
        DeskAct.CHARGE_OUT: ActKind.CHARGED_OUT,
        DeskAct.RETURN: ActKind.RETURNED,
        DeskAct.ATTACH: ActKind.ATTACHED,
        DeskAct.SEPARATE: ActKind.SEPARATED,
        DeskAct.FILE: ActKind.FILED,
        DeskAct.WITHDRAW: ActKind.WITHDRAWN,
        DeskAct.REQUEST: ActKind.REQUESTED,
        DeskAct.ENTRUST: ActKind.ASSIGNED,
        DeskAct.REVIEW: ActKind.REVIEWED,
        DeskAct.REFER: ActKind.REFERRED,
        DeskAct.ANSWER: ActKind.ANSWERED,
        DeskAct.EXCISE: ActKind.EXCISED,
        DeskAct.DENY: ActKind.DENIED,
        DeskAct.DOWNGRADE: ActKind.DOWNGRADED,
        DeskAct.DECLASSIFY: ActKind.DECLASSIFIED,
        DeskAct.RELEASE: ActKind.RELEASED,
        DeskAct.APPEAL: ActKind.APPEALED,
    }
)
"""An act of the desk in the words of the record. One of an archive's own that stands not here is not told."""

_ITEMS = ("enclosure", "file", "case")
_LEVELS = frozenset({DeskAct.CLASSIFY, DeskAct.DOWNGRADE})


def deeds(acts: Iterable[Performed], names: Names) -> Iterator[Act]:
    """The acts upon a paper, in their order. What was remarked beside an act stays at the desk."""
    held: Standing | None = None
    for act in acts:
        before, held = held, after(held, act)
        if act.act in KINDS:
            yield _deed(act, before, held, names)
        if act.act in BEGINNING:
            yield from _with_it(act, held, names)


def _deed(act: Performed, before: Standing | None, held: Standing, names: Names) -> Act:
    told: dict[str, Any] = {}
    if act.act in _LEVELS:
        told = {"to_level": held.level, "until": held.until or None}
        if before and before.level and before.level != held.level:
            told["from_level"] = before.level
    if act.act is DeskAct.CLASSIFY:
        told["captions"] = held.captions
    if act.act is DeskAct.DECLASSIFY and before and before.level:
        told["from_level"] = before.level
    if held.form is PaperForm.TELEGRAM and act.act is DeskAct.TRANSMIT:
        told["means"] = "telegram"
    copy = act.yields.get("copy") or act.takes.get("copy")
    return Act(
        KINDS[act.act],
        names.local(done_at(act)),
        (names.deed(act),),
        agent=names.agent(act.by, act.at, _office(act, held)),
        recipient=_recipient(act, held, names),
        items=_items(act),
        authority=act.takes.get("authority"),
        copy=str(copy) if copy else None,
        **told,
    )


def _with_it(act: Performed, held: Standing, names: Names) -> Iterator[Act]:
    """What is told in the act that begins a paper, and is an act of its own."""
    date, evidence = names.local(done_at(act)), (names.deed(act),)
    version = held.version
    if version and version.told.get("typed_by"):
        yield Act(ActKind.TYPED, date, evidence, agent=version.told["typed_by"])
    for each in held.to_pass:
        yield Act(ActKind.TO_BE_PASSED, date, evidence, recipient=names.party(each, act.at).name)
    if held.level:
        agent, until = names.agent(act.by, act.at), held.until or None
        yield Act(ActKind.CLASSIFIED, date, evidence, agent, to_level=held.level, until=until, captions=held.captions)


def _office(act: Performed, held: Standing) -> str:
    """For which office somebody acted."""
    if act.act is DeskAct.APPROVE:
        return held.approver if held.approver != act.by else ""
    return str(act.takes.get("office", "")) if act.act in {DeskAct.CLEAR, DeskAct.REFUSE_CLEARANCE} else ""


def _recipient(act: Performed, held: Standing, names: Names) -> str | None:
    takes = act.takes
    match act.act:
        case DeskAct.TRANSMIT:
            to = (*held.to, *held.info)
        case DeskAct.RETURN:
            to = tuple(filter(None, (takes.get("office"),)))
        case DeskAct.COPY:
            to = (takes["holder"],)
        case DeskAct.REFER | DeskAct.ANSWER:
            to = (takes["agency"],)
        case DeskAct.RECEIVE | DeskAct.ACKNOWLEDGE | DeskAct.RETRANSMIT:
            to = (takes["post"],)
        case DeskAct.ASSIGN:
            to = (takes["office"], *takes.get("info", ()))
        case DeskAct.PASS | DeskAct.CIRCULATE | DeskAct.CHARGE_OUT | DeskAct.SEPARATE | DeskAct.ENTRUST:
            to = tuple(takes.get("to", ()))
        case _:
            to = ()
    return ", ".join(names.party(each, act.at).name for each in to) or None


def _items(act: Performed) -> str | None:
    if "number" in act.yields:
        return str(act.yields["number"])
    return next((str(act.takes[each]) for each in _ITEMS if act.takes.get(each)), None)
