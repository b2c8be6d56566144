"""The account of an exercise: what was written by whom, how long it took, who knew what when, what led to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.exercise import Event, Exercise, event_paper
from onionskin.desk.chancery.standing import Standing

SOON = timedelta(hours=6)
"""By the desk's clock; what a post writes within it of an event is shown beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTold:
    """One paper: when it was begun, sent and received by each post, as UTC by the desk's clock; empty where never.

    `answers` are papers that came to its post and that it names by their number.
    """

    paper: str
    side: str
    origin: str
    to: tuple[str, ...]
    number: str
    subject: str
    precedence: str
    level: str
    begun: str
    sent: str
    received: Mapping[str, str]
    overdue: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def in_hand(self) -> timedelta | None:
        """From the first word to the sending."""
        return _moment(self.sent) - _moment(self.begun) if self.sent else None

    @property
    def on_the_way(self) -> timedelta | None:
        """From the sending to the last receipt; None as long as it has not come everywhere."""
        if not self.sent or not self.received or not all(self.received.values()):
            return None
        return _moment(max(self.received.values())) - _moment(self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """What one person did: acts of each sort, and how long papers lay before them to be cleared (the median)."""

    name: str
    side: str
    post: str
    acts: Mapping[str, int]
    refused: int
    clearing: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTold:
    """An event: when it was put in, when each post had it, and what those posts wrote soon after; empty where never."""

    n: int
    subject: str
    origin: str
    put_in: str
    reached: Mapping[str, str]
    followed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The whole of it; papers in the order in which they were begun."""

    title: str
    about: str
    sides: tuple[str, ...]
    began: str
    ended: str
    papers: tuple[PaperTold, ...]
    persons: tuple[PersonTold, ...]
    events: tuple[EventTold, ...]


def account(
    exercise: Exercise, begun: int, papers: Sequence[tuple[Standing, Sequence[Performed]]], *, now: str, ended: str = ""
) -> Account:
    """The account of an exercise that began with entry `begun`, from its papers and the acts upon each."""
    sides = {each.name: each.side for each in exercise.posts}
    events = {event_paper(begun, each): each for each in exercise.events}
    standings = {held.paper: held for held, _ in papers}
    told = tuple(_paper(held, sides, standings, now) for held, _ in papers if held.paper not in events)
    acts = [act for _, done in papers for act in done]
    return Account(
        title=exercise.title,
        about=exercise.about,
        sides=exercise.sides,
        began=exercise.begins.isoformat(),
        ended=ended,
        papers=tuple(sorted(told, key=lambda each: (each.begun, each.paper))),
        persons=tuple(_person(exercise, each.name, each.post, acts) for each in exercise.persons),
        events=tuple(_event(event, standings.get(paper), told) for paper, event in events.items()),
    )


def _paper(held: Standing, sides: Mapping[str, str], standings: Mapping[str, Standing], now: str) -> PaperTold:
    late = tuple(
        post
        for post, each in held.posts.items()
        if held.acknowledge_by and each.action and (each.acknowledged or now)[:10] > held.acknowledge_by
    )
    return PaperTold(
        paper=held.paper,
        side=sides.get(held.post, ""),
        origin=held.post,
        to=(*held.to, *held.info),
        number=held.number,
        subject=held.subject,
        precedence=held.precedence,
        level=held.level,
        begun=held.begun,
        sent=held.sent.at if held.sent else "",
        received={post: each.received for post, each in held.posts.items()},
        overdue=late,
        answers=tuple(_answered(held, standings.values())),
    )


def _answered(held: Standing, others: Iterable[Standing]) -> list[str]:
    """Papers that its post had received before, whose number it says: `your 12`, `Deptel 1338`."""
    said = set(held.version.text.replace(",", " ").replace(".", " ").split()) if held.version else set()
    named = (each for each in others if each.number and each.number in said and held.post in each.posts)
    return [each.paper for each in named if "" < each.posts[held.post].received <= held.last]


def _person(exercise: Exercise, name: str, post: str, acts: Sequence[Performed]) -> PersonTold:
    own = [act for act in acts if act.by == name]
    waited = [
        (_moment(act.at) - _moment(_version_of(act, acts))).total_seconds() for act in own if act.act is DeskAct.CLEAR
    ]
    return PersonTold(
        name=name,
        side=next((each.side for each in exercise.posts if each.name == post), ""),
        post=post,
        acts=dict(Counter(act.act.value for act in own)),
        refused=sum(act.act is DeskAct.REFUSE_CLEARANCE for act in own),
        clearing=timedelta(seconds=median(waited)) if waited else None,
    )


def _version_of(clearance: Performed, acts: Sequence[Performed]) -> str:
    """When the version that was cleared was written."""
    writing = {DeskAct.DRAFT, DeskAct.AMEND}
    written = [
        each.at
        for each in acts
        if each.paper == clearance.paper and each.act in writing and each.entry < clearance.entry
    ]
    return max(written, default=clearance.at)


def _event(event: Event, held: Standing | None, papers: Sequence[PaperTold]) -> EventTold:
    reached = {post: each.received for post, each in held.posts.items()} if held else {}
    followed = [
        each.paper
        for each in papers
        if (had := reached.get(each.origin)) and timedelta() <= _moment(each.begun) - _moment(had) <= SOON
    ]
    told = event.takes.get("told")
    return EventTold(
        n=event.n,
        subject=str(told["subject"]) if isinstance(told, dict) else "",
        origin=str(event.takes["post"]),
        put_in=held.begun if held else "",
        reached=reached,
        followed=tuple(followed),
    )


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words)
