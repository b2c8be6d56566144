"""The course of a paper: from its acts, in their order, to how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from onionskin.desk.chancery.acts import BEGINNING, DeskAct, Performed
from onionskin.desk.chancery.deliveries import (
    acknowledged,
    assigned,
    came,
    passed,
    received,
    retransmitted,
    sent,
    serviced,
    with_item,
    word_of,
)
from onionskin.desk.chancery.levels import UNCLASSIFIED
from onionskin.desk.chancery.passages import joined
from onionskin.desk.chancery.standing import (
    Asked,
    CopyHeld,
    PaperForm,
    Referral,
    Ruling,
    Standing,
    Version,
)
from onionskin.record.state import Access

ATTACHED = True
DISTRIBUTION = (
    *("to", "info", "eyes_only", "asked", "approver", "signer", "precedence", "info_precedence", "to_pass"),
    "acknowledge_by",
)
"""What the drafter says of a paper beside its text; an amendment may say it anew."""


def stands(acts: Iterable[Performed], on: str = "9999", before: Standing | None = None) -> Standing | None:
    """How a paper stands after those of its acts that were done by the end of a day; None before it was begun.

    `before` is how it stood before the first of them. Acts come in the order of the journal, and take effect in it.
    """
    held = before
    for act in acts:
        if act.day <= on:
            held = after(held, act)
    return held


def after(held: Standing | None, act: Performed) -> Standing:
    """How a paper stands after one more act; ValueError for an act upon a paper that was never begun."""
    if held is None:
        if act.act not in BEGINNING:
            raise ValueError(f"{act.act} upon a paper that was not begun")
        return _begun(act)
    effect = _EFFECTS.get(act.act)
    changed = effect(held, act) if effect is not None else held
    return changed.but(entry=act.entry, last=act.at)


def _begun(act: Performed) -> Standing:
    told = act.takes
    begun = Standing(
        paper=act.paper,
        entry=act.entry,
        form=PaperForm(told["form"]),
        drafter=act.by if act.act is DeskAct.DRAFT else "",
        office=told.get("office", ""),
        post=told["post"],
        begun=act.at,
        last=act.at,
        read=act.act is DeskAct.ENTER,
    )
    if act.act is DeskAct.ENTER:
        begun = begun.but(
            level=told.get("level", ""),
            captions=tuple(told.get("captions", ())),
            until=told.get("until", ""),
            number=told.get("called", ""),
            filed=told.get("file", ""),
        )
    begun = _amended(begun, act)
    if act.act is DeskAct.INJECT:
        given = begun.but(level=told.get("level", ""), captions=tuple(told.get("captions", ())))
        return sent(given, act).but(number=told.get("called", ""))
    return came(begun, act) if act.act is DeskAct.COME else begun


def _amended(held: Standing, act: Performed) -> Standing:
    told = act.takes
    before = held.version
    text = told.get("text", before.text if before else "")
    said = dict(before.told) if before else {}
    said |= told.get("told", {})
    version = Version(n=held.n + 1, by=act.by, at=act.at, text=text, told=MappingProxyType(said))
    given: dict[str, Any] = {name: _given(told[name]) for name in DISTRIBUTION if name in told}
    if act.act in {DeskAct.DRAFT, DeskAct.COME}:
        given |= {name: _given(told[name]) for name in ("captions", "level") if name in told}
    return held.but(versions=(*held.versions, version), **given)


def _given(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _cleared(held: Standing, act: Performed) -> Standing:
    office = act.takes["office"]
    refused = MappingProxyType({name: word for name, word in held.refused.items() if name != office})
    return held.but(cleared=with_item(held.cleared, office, word_of(held, act)), refused=refused)


def _refused(held: Standing, act: Performed) -> Standing:
    office = act.takes["office"]
    cleared = MappingProxyType({name: word for name, word in held.cleared.items() if name != office})
    return held.but(refused=with_item(held.refused, office, word_of(held, act)), cleared=cleared)


def _classified(held: Standing, act: Performed) -> Standing:
    return held.but(
        level=act.takes["level"],
        until=act.takes.get("until", ""),
        captions=tuple(act.takes.get("captions", held.captions)),
        classified=word_of(held, act),
    )


def _numbered(held: Standing, act: Performed) -> Standing:
    return held.but(series=act.yields["series"], number=str(act.yields["number"]))


def _circulated(held: Standing, act: Performed) -> Standing:
    return held.but(circulated=tuple(dict.fromkeys((*held.circulated, *act.takes["to"]))))


def _copied(held: Standing, act: Performed) -> Standing:
    n = act.yields["copy"]
    return held.but(copies=with_item(held.copies, n, CopyHeld(n=n, holder=act.takes["holder"], made=act.at)))


def _charged(held: Standing, act: Performed) -> Standing:
    n = act.takes["copy"]
    out = replace(held.copies[n], out_to=act.takes["to"][0], out_since=act.at, due=act.takes.get("due", ""))
    return held.but(copies=with_item(held.copies, n, out))


def _returned(held: Standing, act: Performed) -> Standing:
    n = act.takes["copy"]
    back = replace(held.copies[n], out_to="", out_since="", due="", returned_to=act.takes.get("office", ""))
    return held.but(copies=with_item(held.copies, n, back))


def _attached(held: Standing, act: Performed) -> Standing:
    return held.but(enclosures=with_item(held.enclosures, act.takes["enclosure"], ATTACHED))


def _separated(held: Standing, act: Performed) -> Standing:
    return held.but(enclosures=with_item(held.enclosures, act.takes["enclosure"], not ATTACHED))


def _referred(held: Standing, act: Performed) -> Standing:
    agency = act.takes["agency"]
    asked = Referral(agency=agency, at=act.at, due=act.takes.get("due", ""))
    return held.but(referrals=with_item(held.referrals, agency, asked))


def _answered(held: Standing, act: Performed) -> Standing:
    agency = act.takes["agency"]
    told = replace(held.referrals[agency], answer=act.takes["remarks"], answered=act.at)
    return held.but(referrals=with_item(held.referrals, agency, told))


def _requested(held: Standing, act: Performed) -> Standing:
    case = act.takes["case"]
    anew = case not in held.cases
    return held.but(
        cases=(*held.cases, case) if anew else held.cases,
        requested=with_item(held.requested, case, _asked(held, act)) if anew else held.requested,
        reviewed=None if anew else held.reviewed,
    )


def _asked(held: Standing, act: Performed) -> Asked:
    return Asked(at=act.at, by=act.by, after=len(held.rulings), due=act.takes.get("due", ""))


def _entrusted(held: Standing, act: Performed) -> Standing:
    return held.but(reviewers=with_item(held.reviewers, act.takes["case"], tuple(act.takes["to"])))


def _appealed(held: Standing, act: Performed) -> Standing:
    case = act.takes["case"]
    others = MappingProxyType({name: who for name, who in held.reviewers.items() if name != case})
    return held.but(appeals=with_item(held.appeals, case, _asked(held, act)), reviewers=others, reviewed=None)


_ACCESS = {
    DeskAct.EXCISE: Access.IN_PART,
    DeskAct.DENY: Access.WITHHELD,
    DeskAct.RELEASE: Access.IN_FULL,
    DeskAct.WITHDRAW: Access.WITHHELD,
}


def _ruled(held: Standing, act: Performed) -> Standing:
    ruling = Ruling(
        verb=act.act.value,
        by=act.by,
        at=act.at,
        authority=act.takes.get("authority", ""),
        exemptions=tuple(act.takes.get("exemptions", ())),
        passages=joined(act.takes.get("passages", ())),
        case=act.takes.get("case", ""),
        version=held.n,
        again=act.takes.get("again", ""),
        tells=tuple(act.takes.get("tells", ())),
    )
    level, until = held.level, held.until
    if act.act is DeskAct.DOWNGRADE:
        level, until = act.takes["level"], act.takes.get("until", held.until)
    elif act.act is DeskAct.DECLASSIFY:
        level, until = UNCLASSIFIED, ""
    access = _ACCESS.get(act.act, held.access)
    withdrawn = act.act is DeskAct.WITHDRAW or (held.withdrawn and act.act is not DeskAct.RELEASE)
    return held.but(rulings=(*held.rulings, ruling), level=level, until=until, access=access, withdrawn=withdrawn)


_EFFECTS: Mapping[DeskAct, Callable[[Standing, Performed], Standing]] = MappingProxyType(
    {
        DeskAct.AMEND: _amended,
        DeskAct.CLEAR: _cleared,
        DeskAct.REFUSE_CLEARANCE: _refused,
        DeskAct.APPROVE: lambda held, act: held.but(approved=word_of(held, act)),
        DeskAct.SIGN: lambda held, act: held.but(signed=word_of(held, act)),
        DeskAct.CLASSIFY: _classified,
        DeskAct.NUMBER: _numbered,
        DeskAct.TRANSMIT: sent,
        DeskAct.COME: came,
        DeskAct.RECEIVE: received,
        DeskAct.ASSIGN: assigned,
        DeskAct.SERVICE: serviced,
        DeskAct.RETRANSMIT: retransmitted,
        DeskAct.ACKNOWLEDGE: acknowledged,
        DeskAct.PASS: passed,
        DeskAct.CIRCULATE: _circulated,
        DeskAct.COPY: _copied,
        DeskAct.CHARGE_OUT: _charged,
        DeskAct.RETURN: _returned,
        DeskAct.ATTACH: _attached,
        DeskAct.SEPARATE: _separated,
        DeskAct.FILE: lambda held, act: held.but(filed=act.takes["file"]),
        DeskAct.REQUEST: _requested,
        DeskAct.ENTRUST: _entrusted,
        DeskAct.APPEAL: _appealed,
        DeskAct.REVIEW: lambda held, act: held.but(reviewed=word_of(held, act)),
        DeskAct.REFER: _referred,
        DeskAct.ANSWER: _answered,
        DeskAct.WITHDRAW: _ruled,
        DeskAct.EXCISE: _ruled,
        DeskAct.DENY: _ruled,
        DeskAct.DOWNGRADE: _ruled,
        DeskAct.DECLASSIFY: _ruled,
        DeskAct.RELEASE: _ruled,
    }
)
