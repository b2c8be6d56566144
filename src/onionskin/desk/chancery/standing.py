"""How a paper stands: everything that its acts have made of it, derived and never stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar

from onionskin.desk.chancery.levels import UNCLASSIFIED
from onionskin.record.dates import latest
from onionskin.record.state import Access

T = TypeVar("T")

ON_ACCESS = frozenset({"release", "excise", "deny", "withdraw"})
"""The verbs of review that decide who may see a paper; the others decide on its level."""


def none_yet() -> Mapping[str, T]:
    """A mapping that holds nothing."""
    return MappingProxyType({})


class PaperForm(StrEnum):
    """On what form a paper is written."""

    TELEGRAM = "telegram"
    LETTER = "letter"
    MEMORANDUM = "memorandum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The text as one hand left it; `n` from 1. `told` are the values of its form: subject, salutation, close ..."""

    n: int
    by: str
    at: str
    text: str
    told: Mapping[str, Any] = field(default_factory=none_yet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Somebody's word on a version: a clearance, a refusal, an approval, a signature."""

    by: str
    at: str
    version: int
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A telegram on its way to one post. Times are empty as long as it has not come, and not been acknowledged.

    `relayed_by` is the post that passed it on, at the time `relayed`; both are empty for an addressee. `office` is the
    action office that the receiving registry gave it to, `offices` are those that have it for information. `again` is
    when it was sent to this post once more.
    """

    post: str
    action: bool
    received: str = ""
    control: int = 0
    acknowledged: str = ""
    relayed_by: str = ""
    relayed: str = ""
    office: str = ""
    offices: tuple[str, ...] = ()
    again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service message upon a telegram: the post to which it was sent says which groups it cannot read.

    `n` is its number in the series of that post's service messages. `groups` are first and last group of each run,
    from 1, none where all of it is wanted; `words` are these groups as sent, once it is `answered`.
    """

    n: int
    post: str
    by: str
    at: str
    groups: tuple[tuple[int, int], ...] = ()
    remarks: str = ""
    answered: str = ""
    answered_by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyHeld:
    """A numbered copy: who holds it by right, and to whom it is charged out, empty where it is not."""

    n: int
    holder: str
    made: str
    out_to: str = ""
    out_since: str = ""
    due: str = ""
    returned_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """What another agency was asked, and what it said, empty as long as it has not."""

    agency: str
    at: str
    due: str = ""
    answer: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision of review: `verb` is excise, deny, release, declassify, downgrade or withdraw."""

    verb: str
    by: str
    at: str
    authority: str = ""
    exemptions: tuple[str, ...] = ()
    passages: tuple[Mapping[str, Any], ...] = ()
    case: str = ""
    version: int = 0
    """Of the text whose code points the passages count."""
    again: str = ""
    """The day on which it is to be looked at once more, empty where none was said."""
    tells: tuple[str, ...] = ()
    """What may be told of it though it is withheld: its subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a case asks of a paper, a first decision or one anew on appeal.

    `after` is how many rulings there were before, `due` the day by which it is to be answered, empty where none was
    said.
    """

    at: str
    by: str
    after: int
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One paper after its last act, whose entry is `entry`.

    `to`, `info` are posts of a telegram, persons of a letter; `eyes_only` are the persons that its attention line
    names. `asked` are the offices whose clearance the drafter asked for. `posts` are those it was sent to.
    """

    paper: str
    entry: int
    form: PaperForm
    drafter: str
    office: str
    post: str
    begun: str
    last: str
    read: bool = False
    """Whether it was read from ink, and not begun here."""
    versions: tuple[Version, ...] = ()
    to: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    eyes_only: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    approver: str = ""
    signer: str = ""
    cleared: Mapping[str, Word] = field(default_factory=none_yet)
    refused: Mapping[str, Word] = field(default_factory=none_yet)
    approved: Word | None = None
    signed: Word | None = None
    level: str = ""
    until: str = ""
    captions: tuple[str, ...] = ()
    classified: Word | None = None
    precedence: str = ""
    info_precedence: str = ""
    """That of the addressees for information; empty where they have it with the others'."""
    series: str = ""
    number: str = ""
    sent: Word | None = None
    posts: Mapping[str, Delivery] = field(default_factory=none_yet)
    services: tuple[Service, ...] = ()
    acknowledge_by: str = ""
    to_pass: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    circulated: tuple[str, ...] = ()
    copies: Mapping[int, CopyHeld] = field(default_factory=lambda: MappingProxyType({}))
    enclosures: Mapping[str, bool] = field(default_factory=none_yet)
    """What is enclosed, by its name: whether it is still attached."""
    filed: str = ""
    cases: tuple[str, ...] = ()
    requested: Mapping[str, Asked] = field(default_factory=none_yet)
    """What each case asked."""
    reviewers: Mapping[str, tuple[str, ...]] = field(default_factory=none_yet)
    """By its case, who is to review it; where nobody is named, any reviewer may."""
    appeals: Mapping[str, Asked] = field(default_factory=none_yet)
    """The last appeal in each case."""
    reviewed: Word | None = None
    referrals: Mapping[str, Referral] = field(default_factory=none_yet)
    rulings: tuple[Ruling, ...] = ()
    access: Access = Access.NOT_REVIEWED
    withdrawn: bool = False

    def but(self, **values: Any) -> Standing:  # noqa: ANN401 - each as its field has it
        """The same paper with other values. As `dataclasses.replace`, in a third of the time: whoever checks a desk has
        every act that was ever done take its effect again, and that is most of the work.
        """
        other = object.__new__(Standing)
        for put, value in zip(_PUT.values(), _VALUES(self), strict=True):
            put(other, value)
        for name, value in values.items():
            _PUT[name](other, value)
        return other

    @property
    def version(self) -> Version | None:
        """The text as it stands."""
        return self.versions[-1] if self.versions else None

    @property
    def n(self) -> int:
        """The number of the version that stands, 0 before there is one."""
        return len(self.versions)

    @property
    def subject(self) -> str:
        """What it is about."""
        return str(self.version.told.get("subject", "")) if self.version else ""

    @property
    def missing_clearances(self) -> tuple[str, ...]:
        """The offices that were asked and have not cleared the version that stands, in the order asked."""
        return tuple(each for each in self.asked if not self.has_cleared(each))

    def has_cleared(self, office: str) -> bool:
        """Whether an office has cleared the text as it stands."""
        return office in self.cleared and self.cleared[office].version == self.n

    @property
    def is_approved(self) -> bool:
        """Whether the text as it stands was approved for sending."""
        return self.approved is not None and self.approved.version == self.n

    @property
    def is_signed(self) -> bool:
        """Whether the text as it stands was signed."""
        return self.signed is not None and self.signed.version == self.n

    def outcome(self, case: str) -> Ruling | None:
        """What was decided in a case on who may see it; after an appeal only what was decided since.

        A ruling that names no case is in all of them. What everybody may see already is decided in every case.
        """
        asked = self.appeals.get(case) or self.requested.get(case)
        since = self.rulings[asked.after if asked else 0 :]
        of_case = [each for each in since if each.verb in ON_ACCESS and each.case in ("", case)]
        if not of_case and self.access is Access.IN_FULL:
            of_case = [each for each in self.rulings if each.verb in ON_ACCESS]
        return of_case[-1] if of_case else None

    @property
    def open_cases(self) -> tuple[str, ...]:
        """The cases in which nothing has been decided yet."""
        return tuple(each for each in self.cases if self.outcome(each) is None)

    def decided_before(self, case: str) -> frozenset[str]:
        """Who decided what is under appeal in a case; without a case, in any."""
        asked = [case] if case else list(self.appeals)
        return frozenset(
            ruling.by
            for name in asked
            if name in self.appeals
            for ruling in self.rulings[self.requested[name].after : self.appeals[name].after]
            if ruling.case in ("", name)
        )

    @property
    def last_on_access(self) -> Ruling | None:
        """What was decided last on who may see it."""
        return next((each for each in reversed(self.rulings) if each.verb in ON_ACCESS), None)

    @property
    def has_come(self) -> bool:
        """Whether it was sent, and has come where it was sent to: a telegram when a registry took it in."""
        return self.sent is not None and (not self.posts or any(each.received for each in self.posts.values()))

    @property
    def addressed_persons(self) -> tuple[str, ...]:
        """The persons to whom a letter or memorandum goes; a telegram goes to posts."""
        return () if self.form is PaperForm.TELEGRAM else (*self.to, *self.info)

    def precedence_for(self, post: str) -> str:
        """With what precedence it goes to a post."""
        informed = post in self.info and post not in self.to
        return self.info_precedence if informed and self.info_precedence else self.precedence

    def supplier(self, post: str) -> str:
        """The post from whose registry a post has it: the one that relayed it, else the one that sent it."""
        delivery = self.posts.get(post)
        return (delivery.relayed_by if delivery else "") or self.post

    def level_on(self, day: str) -> str:
        """The level in force on a day (`1990-01-01`): a classification that ends on a day has ended then."""
        if not self.level or self.level == UNCLASSIFIED:
            return self.level
        ends = self.ends
        return UNCLASSIFIED if ends and ends <= day else self.level

    @property
    def ends(self) -> str:
        """The day on which the classification ends by itself (`1974-11-23`), empty where a person must end it."""
        try:
            year, month, day = latest(self.until)
        except ValueError:
            return ""
        return f"{year:04}-{month:02}-{day:02}"


_PUT: Mapping[str, Callable[[Standing, Any], None]] = {
    each.name: Standing.__dict__[each.name].__set__ for each in fields(Standing)
}
_VALUES = attrgetter(*_PUT)
