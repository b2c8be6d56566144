"""The account of an exercise, and what was said in it, issue by issue and side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onionskin.desk.chancery.account import Account, account
from onionskin.desk.chancery.acts import Performed
from onionskin.desk.chancery.clock import moment
from onionskin.desk.chancery.composing import composed
from onionskin.desk.chancery.course import stands
from onionskin.desk.chancery.persons import DeskRole
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import NotAllowedError, NotFoundError
from onionskin.ledger.issues import grouped
from onionskin.ledger.lines import Line
from onionskin.ledger.telling import lines_of
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_exercise import Playing, playing

FEWEST = 2
"""Statements that make an issue; what was said once about a thing stands with what names no matter."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a paper: `quote` stands in it word for word; `side` wrote it."""

    paper: str
    day: str
    side: str
    type: str
    polarity: str
    quote: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said on one issue, in order of time; `label` is empty for what names no matter."""

    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class WholeAccount:
    """The account, and what was said."""

    account: Account
    issues: tuple[Spoken, ...]


def account_of(desk: Desk, by: str) -> WholeAccount:
    """The account of the exercise that was begun last: for the director, and once it has ended for all who played.

    NotFoundError where there was none or the person did not play, NotAllowedError while it goes on.
    """
    now = playing(desk)
    if now is None or by not in {each.name for each in now.exercise.persons}:
        raise NotFoundError("no exercise of yours was played at this desk", advice="A director begins one from a plan")
    if not now.ended and not desk.roster.known(by).has(DeskRole.DIRECTOR):
        raise NotAllowedError("the account is for all once the exercise has ended", advice="Ask the director")
    papers = list(_papers(desk, now))
    ended = moment(desk.now()).isoformat() if now.ended else ""
    told = account(now.exercise, now.begun, papers, now=desk.now(), ended=ended)
    return WholeAccount(told, _spoken(desk, now, papers))


def _papers(desk: Desk, now: Playing) -> Iterator[tuple[Standing, Sequence[Performed]]]:
    for paper in desk.log.all_ids():
        acts = desk.acts(paper)
        held = stands(acts)
        if held is not None and acts[0].entry > now.begun and (not now.ended or acts[0].entry < now.ended):
            yield held, acts


def _spoken(desk: Desk, now: Playing, papers: Sequence[tuple[Standing, Sequence[Performed]]]) -> tuple[Spoken, ...]:
    """What the papers that were sent say, by the grammar of the ledger; whose it is, the post says that wrote it."""
    sides = {each.name: each.side for each in now.exercise.posts}
    sent = {held.paper: held for held, _ in papers if held.sent is not None and held.post in sides}
    lines: list[Line] = []
    holding: dict[str, int] = {}
    for held, acts in papers:
        if held.paper in sent:
            told = lines_of(composed(held, acts, desk.roster), date=held.begun[:10], day=held.begun[:10])
            lines += told
            for key in {phrase.key for line in told for phrase in line.phrases}:
                holding[key] = holding.get(key, 0) + 1
    issues = grouped(lines, holding, len(sent))
    named = [each for each in issues if each.id and len(each.lines) >= FEWEST]
    rest = [line for each in issues if each not in named for line in each.lines]
    heaps = [*((each.label, each.lines) for each in named), ("", rest)]
    return tuple(Spoken(label, tuple(_said(held, sent, sides))) for label, held in heaps if held)


def _said(lines: Sequence[Line], sent: dict[str, Standing], sides: dict[str, str]) -> list[Said]:
    told = [
        Said(
            line.statement.record,
            sent[line.statement.record].begun,
            sides[sent[line.statement.record].post],
            line.statement.type.value,
            line.statement.polarity.value if line.statement.polarity else "",
            line.statement.quote,
        )
        for line in lines
    ]
    return sorted(told, key=lambda each: (each.day, each.paper))
