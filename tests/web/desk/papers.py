"""Papers of a desk at every stage, level and caption, each with words that stand on no other, and who sees them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.desk.chancery.desks import CLEARED, EVENING, PERSONS, TELEGRAM, USUN, Course

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.sight import Sight, sight
from onionskin.workbench.desk import Desk

DAY = EVENING[:10]
ABSENT = "os-00000000000000000000"
WORDS: Course = CLEARED[:3]
CASE: Course = (("requests", DeskAct.REQUEST, {"case": "88-0034"}), ("reviewer", DeskAct.REVIEW, {}))
AUTHORITY: dict[str, object] = {"authority": "State"}
EYES = ["EYES ONLY", "SENSITIVE"]


@dataclass(frozen=True, slots=True)
class Secret:
    """A paper, and the words by which any of it is known again."""

    id: str
    text: str
    subject: str
    remark: str
    number: str


def classified(level: str, *captions: str, until: str = "") -> Course:
    """A level given by who may."""
    given: dict[str, object] = {"level": level, "captions": list(captions), **({"until": until} if until else {})}
    return (*WORDS, ("ball", DeskAct.CLASSIFY, given))


def sent(number: int, level: str, *captions: str, until: str = "") -> Course:
    """Cleared, approved, numbered and sent."""
    return (
        *classified(level, *captions, until=until),
        ("clerk", DeskAct.NUMBER, {"number": number}),
        ("clerk", DeskAct.TRANSMIT, {}),
    )


def come(number: int, level: str, *captions: str, until: str = "") -> Course:
    """Taken in by the registry of the post."""
    return (*sent(number, level, *captions, until=until), ("codeclerk", DeskAct.RECEIVE, {"post": USUN}))


def courses() -> tuple[tuple[dict[str, object], Course], ...]:
    """What each paper is drafted with beside the telegram of the evening, and what was done with it."""
    sealed, n = come(70_001, "TOP SECRET", *EYES), 70_010
    return (
        ({}, ()),
        ({"form": "memorandum", "to": ["johnson"], "asked": [], "approver": ""}, ()),
        ({"level": "CONFIDENTIAL"}, CLEARED[:1]),
        ({}, (("johnson", DeskAct.REFUSE_CLEARANCE, {"office": "G", "remarks": "not as it stands"}),)),
        ({}, classified("TOP SECRET", *EYES)),
        ({}, sealed),
        ({}, (*come(n, "TOP SECRET", *EYES), ("clerk", DeskAct.COPY, {"holder": "stevenson"}))),
        ({}, (*come(n + 1, "TOP SECRET", *EYES), *CASE)),
        ({}, sent(n + 2, "SECRET", "LIMDIS")),
        ({}, come(n + 3, "CONFIDENTIAL")),
        ({}, come(n + 4, "TOP SECRET", "SENSITIVE")),
        ({}, come(n + 5, "SECRET", until="1970-01-01")),
        ({}, (*come(n + 6, "SECRET"), ("clerk", DeskAct.CIRCULATE, {"to": ["reviewer"]}))),
        ({}, (*come(n + 7, "TOP SECRET", *EYES), *CASE, ("reviewer", DeskAct.DECLASSIFY, AUTHORITY))),
        ({}, (*come(n + 8, "SECRET"), *CASE, ("reviewer", DeskAct.WITHDRAW, {**AUTHORITY, "exemptions": ["(b)(1)"]}))),
    )


def written(held: Desk) -> tuple[Secret, ...]:
    """All of them, at a desk of the persons of `tests.desk.chancery.desks`."""
    return tuple(_written(held, n, *each) for n, each in enumerate(courses()))


def _written(held: Desk, n: int, changed: dict[str, object], course: Course) -> Secret:
    text, subject, remark = (f"zq{what}{chr(97 + n)}" for what in ("text", "subject", "remark"))
    given = {**TELEGRAM, **changed, "text": f"He said {text}, and left.", "told": {"subject": f"Of {subject}"}}
    paper = held.perform("ball", DeskAct.DRAFT, given=given, at=EVENING).paper
    for by, act, takes in course:
        remarks: dict[str, object] = {"remarks": f"as to {remark}"} if act in {DeskAct.CLEAR, DeskAct.APPROVE} else {}
        held.perform(by, act, paper, takes | remarks, at=EVENING)
    left = held.standing(paper)
    return Secret(paper, text, subject, remark, left.number if left else "")


def seen_by(held: Desk, name: str, paper: str) -> Sight:
    """By the rule itself, which asks no table."""
    standing, person = held.standing(paper), held.roster.person(name)
    if standing is None or person is None:
        return Sight.NOTHING
    return sight(standing, person, held.now()[:10]).sight


NAMES = tuple(str(each["name"]) for each in PERSONS)
