"""What a person may do with a paper now, and of the rest which rule stands against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from onionskin import lexicon
from onionskin.desk.chancery.acting import broken, not_theirs
from onionskin.desk.chancery.acts import BEGINNING, DeskAct
from onionskin.desk.chancery.attempts import Attempt
from onionskin.desk.chancery.levels import rank
from onionskin.desk.chancery.persons import Person, Roster
from onionskin.desk.chancery.procedures import Procedure, Procedures
from onionskin.desk.chancery.sight import sight
from onionskin.desk.chancery.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """An act upon a paper as it stands, for one person, and how it is done here.

    `rule` is what stands against it, empty where nothing does but what they have yet to say (`how.takes`). `theirs`
    says whether it is for them to do at all, be it now or later. `offers` are the values that a particular can have
    here, where only some can: the office for which they clear, the copies that are in.
    """

    how: Procedure
    rule: str
    theirs: bool
    offers: Mapping[str, tuple[str, ...]]

    @property
    def act(self) -> DeskAct:
        """What is done."""
        return self.how.act


@dataclass(frozen=True, slots=True)
class _Choice:
    """A particular on which the rules of an act hang: its values here, and what is said where there are none."""

    particular: str
    values: Callable[[Standing, Person, str], Iterator[object]]
    none: str


def levels() -> tuple[str, ...]:
    """The levels that a paper of this desk may be given, the highest first."""
    known = [each.name for each in lexicon.entries("levels") if each.text("system") == "us"]
    return tuple(sorted(known, key=lambda each: -rank(each)))


def _offices(held: Standing, by: Person, _: str) -> Iterator[str]:
    yield from (each for each in held.asked if each in by.offices)


def _own_post(held: Standing, by: Person, _: str) -> Iterator[str]:
    if by.post in held.posts:
        yield by.post


def _copies(*, out: bool) -> Callable[[Standing, Person, str], Iterator[int]]:
    return lambda held, _by, _day: (n for n, copy in held.copies.items() if bool(copy.out_to) is out)


def _attached(held: Standing, _by: Person, _day: str) -> Iterator[str]:
    yield from (name for name, attached in held.enclosures.items() if attached)


def _waiting(held: Standing, _by: Person, _day: str) -> Iterator[str]:
    yield from (each.agency for each in held.referrals.values() if not each.answer)


_CLEARING = _Choice("office", _offices, "no office of theirs was asked")
_AT_POST = _Choice("post", _own_post, "it was not sent to their post")
_CHOICES: Mapping[DeskAct, _Choice] = MappingProxyType(
    {
        DeskAct.CLEAR: _CLEARING,
        DeskAct.REFUSE_CLEARANCE: _CLEARING,
        DeskAct.RECEIVE: _AT_POST,
        DeskAct.ACKNOWLEDGE: _AT_POST,
        DeskAct.CHARGE_OUT: _Choice("copy", _copies(out=False), "no copy is in"),
        DeskAct.RETURN: _Choice("copy", _copies(out=True), "no copy is charged out"),
        DeskAct.SEPARATE: _Choice("enclosure", _attached, "nothing is attached"),
        DeskAct.ANSWER: _Choice("agency", _waiting, "no agency was asked, or all have answered"),
        DeskAct.CLASSIFY: _Choice("level", lambda *_: iter(levels()), ""),
        DeskAct.DOWNGRADE: _Choice("level", lambda *_: iter(levels()), ""),
    }
)


def possible(held: Standing, by: Person, day: str, *, roster: Roster, procedures: Procedures) -> tuple[Possible, ...]:
    """Every act of the procedures upon a paper that there is, in their order."""
    seen = sight(held, by, day)
    out = []
    for act, procedure in procedures.acts.items():
        if act in BEGINNING:
            continue
        if seen.sight < procedure.sees:
            out.append(Possible(how=procedure, rule=seen.rule, theirs=False, offers={}))
            continue
        rule, theirs, offers = _tried(procedure, Attempt(act, by, held, {}, day, roster))
        out.append(Possible(how=procedure, rule=rule, theirs=theirs, offers=offers))
    return tuple(out)


def _tried(procedure: Procedure, bare: Attempt) -> tuple[str, bool, Mapping[str, tuple[str, ...]]]:
    """The rule against an act, whether it is for this person, and what can be said of the particular it hangs on."""
    choice = _CHOICES.get(bare.act)
    if choice is None or choice.particular not in procedure.takes:
        if bare.act is DeskAct.AMEND:
            return _amending(procedure, bare)
        return broken(bare, procedure), not not_theirs(bare, procedure), {}
    tried = [
        (value, Attempt(bare.act, bare.by, bare.held, {choice.particular: value}, bare.day, bare.roster))
        for value in choice.values(bare.paper, bare.by, bare.day)
    ]
    theirs = [(value, asked) for value, asked in tried if not not_theirs(asked, procedure)]
    good = tuple(str(value) for value, asked in theirs if not broken(asked, procedure))
    if good:
        return "", True, {choice.particular: good}
    if not tried:
        return choice.none, False, {}
    return broken((theirs or tried)[0][1], procedure), bool(theirs), {}


def _amending(procedure: Procedure, bare: Attempt) -> tuple[str, bool, Mapping[str, tuple[str, ...]]]:
    """Who is no drafter may amend for an office that was asked; then that office must be named."""
    for office in ("", *(each for each in bare.paper.asked if each in bare.by.offices)):
        takes = {"office": office} if office else {}
        asked = Attempt(bare.act, bare.by, bare.held, takes, bare.day, bare.roster)
        if not not_theirs(asked, procedure):
            return broken(asked, procedure), True, {"office": (office,)} if office else {}
    return "only its drafter, its approver, or an office that was asked", False, {}
