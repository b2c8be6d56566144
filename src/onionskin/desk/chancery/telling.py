"""What a person is told of a paper: all that their sight of it lets them know, and nothing else.

Every door shows a paper by this, so that no door decides it. `Sight` says what each step holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.cards import stage
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import Person
from onionskin.desk.chancery.sight import Seen, Sight, sight
from onionskin.desk.chancery.standing import (
    CopyHeld,
    Delivery,
    PaperForm,
    Referral,
    Ruling,
    Standing,
    Version,
    Word,
    none_yet,
)
from onionskin.record.state import Access

ENVELOPE = (
    *("form", "post", "number", "series", "precedence", "info_precedence", "captions"),
    *("to", "info", "eyes_only", "to_pass"),
)
"""What stands on the outside of a paper, beside its level."""
OF_THE_REGISTRY = frozenset(
    {
        *(DeskAct.NUMBER, DeskAct.TRANSMIT, DeskAct.RECEIVE, DeskAct.ACKNOWLEDGE, DeskAct.PASS),
        *(DeskAct.COPY, DeskAct.CHARGE_OUT, DeskAct.RETURN, DeskAct.FILE),
    }
)
"""The acts that are done with a paper's envelope alone."""
OUTSIDE = frozenset({"post", "to", "copy", "holder", "due", "number", "file", "office", "level", "captions", "until"})
WRITTEN = frozenset({"text", "told"})
"""What of an act stands in the versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A paper as it may be told to one person. What they may not know is empty, as on a paper that has none of it."""

    paper: str
    sight: Sight
    rule: str
    stage: str
    begun: str
    last: str
    level: str
    """In force on the day of the telling."""
    until: str
    ends: str
    access: Access
    withdrawn: bool
    form: PaperForm
    post: str
    number: str
    series: str
    precedence: str
    info_precedence: str
    captions: tuple[str, ...]
    to: tuple[str, ...]
    info: tuple[str, ...]
    eyes_only: tuple[str, ...]
    to_pass: tuple[str, ...]
    acknowledge_by: str
    posts: tuple[Delivery, ...]
    copies: tuple[CopyHeld, ...]
    filed: str
    acts: tuple[Performed, ...]
    # From here on: who sees its title.
    read: bool = False
    subject: str = ""
    drafter: str = ""
    office: str = ""
    asked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    approver: str = ""
    signer: str = ""
    cleared: Mapping[str, Word] = field(default_factory=none_yet)
    refused: Mapping[str, Word] = field(default_factory=none_yet)
    approved: Word | None = None
    signed: Word | None = None
    sent: Word | None = None
    passed: tuple[str, ...] = ()
    circulated: tuple[str, ...] = ()
    enclosures: Mapping[str, bool] = field(default_factory=none_yet)
    cases: tuple[str, ...] = ()
    # From here on: who sees its text.
    versions: tuple[Version, ...] = ()
    n: int = 0
    """The number of the version that stands."""
    inside: bool = False
    """Whether drafts and remarks are told too: not to whom a paper is shown because it was released."""
    referrals: tuple[Referral, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def version(self) -> Version | None:
        """The version that stands."""
        return self.versions[-1] if self.versions else None

    @property
    def marking(self) -> str:
        """The line at head and foot of every page that shows any of it: `TOP SECRET // EYES ONLY`; empty for none."""
        if not rank(self.level):
            return self.level
        return " // ".join((self.level, *self.captions))


def told(held: Standing, acts: Iterable[Performed], seen: Seen, by: Person, day: str) -> Told:
    """A paper as it stands, as this person may be told it who sees so much of it."""
    outside: dict[str, Any] = {name: getattr(held, name) for name in ENVELOPE}
    out = Told(
        paper=held.paper,
        sight=seen.sight,
        rule=seen.rule,
        stage=stage(held).value,
        begun=held.begun,
        last=held.last,
        level=held.level_on(day),
        until=held.until,
        ends=held.ends,
        access=held.access,
        withdrawn=held.withdrawn,
        acknowledge_by=held.acknowledge_by,
        posts=tuple(held.posts.values()),
        copies=tuple(held.copies.values()),
        filed=held.filed,
        acts=tuple(_bare(each) for each in acts if each.act in OF_THE_REGISTRY),
        **outside,
    )
    if seen.sight < Sight.TITLE:
        return out
    out = _with_title(out, held, acts)
    if seen.sight < Sight.TEXT:
        return out
    if not _inside(held, by, day):
        return replace(out, versions=held.versions[-1:], n=held.n)
    return _with_text(out, held, acts)


def _with_title(out: Told, held: Standing, acts: Iterable[Performed]) -> Told:
    return replace(
        out,
        acts=tuple(_bare(each) for each in acts),
        read=held.read,
        subject=held.subject,
        drafter=held.drafter,
        office=held.office,
        asked=held.asked,
        missing=held.missing_clearances,
        approver=held.approver,
        signer=held.signer,
        cleared={name: _silent(word) for name, word in held.cleared.items()},
        refused={name: _silent(word) for name, word in held.refused.items()},
        approved=_silent(held.approved) if held.approved else None,
        signed=_silent(held.signed) if held.signed else None,
        sent=_silent(held.sent) if held.sent else None,
        passed=held.passed,
        circulated=held.circulated,
        enclosures=held.enclosures,
        cases=held.cases,
    )


def _with_text(out: Told, held: Standing, acts: Iterable[Performed]) -> Told:
    return replace(
        out,
        acts=tuple(
            replace(each, takes={name: value for name, value in each.takes.items() if name not in WRITTEN})
            for each in acts
        ),
        cleared=held.cleared,
        refused=held.refused,
        approved=held.approved,
        signed=held.signed,
        sent=held.sent,
        versions=held.versions,
        n=held.n,
        inside=True,
        referrals=tuple(held.referrals.values()),
        rulings=held.rulings,
    )


def _inside(held: Standing, by: Person, day: str) -> bool:
    """Whether they would read it had it not been released: drafts and remarks are not released with a paper."""
    if held.access is not Access.IN_FULL:
        return True
    return sight(replace(held, access=Access.NOT_REVIEWED), by, day).sight is Sight.TEXT


def _bare(act: Performed) -> Performed:
    """Without what may quote the text."""
    return replace(act, takes={name: value for name, value in act.takes.items() if name in OUTSIDE})


def _silent(word: Word) -> Word:
    return replace(word, remarks="")
