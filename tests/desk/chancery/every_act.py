"""Every act by every person at every stage: allowed, or refused by which rule.

    python -m tests.desk.chancery.every_act > tests/desk/chancery/every_act.txt

The file is read line by line against the sources in `lexicon/procedures/department.toml` before it is kept.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from tests.desk.chancery.desks import CLEARED, DEPARTMENT, EVENING, PERSONS, TELEGRAM, USUN

from onionskin.desk.chancery.acting import perform
from onionskin.desk.chancery.acts import DeskAct, Performed
from onionskin.desk.chancery.course import after
from onionskin.desk.chancery.persons import Person, Roster
from onionskin.desk.chancery.procedures import standard
from onionskin.desk.chancery.sight import Sight, sight
from onionskin.desk.chancery.standing import Standing
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.store.journal import START, Draft, EntryKind, written

PAPER = record_id(source_sha256(b"every act"), PageNumber(1), 0)
CASE = "88-0034"
UNSEEN, ALLOWED = "(no such paper for you)", "ALLOWED"
DEAR = "Dear Mr. Ambassador:"
Course = tuple[tuple[str, DeskAct, dict[str, Any]], ...]
MORE: tuple[dict[str, Any], ...] = (
    {"name": "director", "post": DEPARTMENT, "roles": ["director"], "clearance": "TOP SECRET"},
    {"name": "keeper", "post": DEPARTMENT, "roles": ["custodian"], "clearance": "TOP SECRET"},
)
DRAFTED: Course = (("ball", DeskAct.DRAFT, dict(TELEGRAM)),)
ALL: Course = (
    *DRAFTED,
    *CLEARED,
    ("clerk", DeskAct.NUMBER, {"number": 1359}),
    ("clerk", DeskAct.TRANSMIT, {}),
    ("codeclerk", DeskAct.RECEIVE, {"post": USUN}),
    ("stevenson", DeskAct.ACKNOWLEDGE, {"post": USUN}),
    ("clerk", DeskAct.COPY, {"holder": "mccloy"}),
    ("clerk", DeskAct.CHARGE_OUT, {"copy": 1, "to": ["mccloy"]}),
    ("requests", DeskAct.REQUEST, {"case": CASE}),
    ("reviewer", DeskAct.REVIEW, {}),
)
REFERRED: Course = (*ALL, ("reviewer", DeskAct.REFER, {"agency": "CIA"}))
DENIED: Course = (*ALL, ("reviewer", DeskAct.DENY, {"exemptions": ["(b)(1)"], "authority": "State", "case": CASE}))
DECLASSIFIED: Course = (*ALL, ("reviewer", DeskAct.DECLASSIFY, {"authority": "State"}))
RELEASED: Course = (*DECLASSIFIED, ("reviewer", DeskAct.RELEASE, {"authority": "State"}))
PLAIN: Course = (
    ("ball", DeskAct.DRAFT, {**TELEGRAM, "asked": [], "eyes_only": []}),
    ("ball", DeskAct.APPROVE, {}),
    ("ball", DeskAct.CLASSIFY, {"level": "CONFIDENTIAL"}),
    ("clerk", DeskAct.NUMBER, {}),
    ("clerk", DeskAct.TRANSMIT, {}),
    ("codeclerk", DeskAct.RECEIVE, {"post": USUN}),
)
LETTER: Course = (
    (
        "ball",
        DeskAct.DRAFT,
        {"form": "letter", "post": DEPARTMENT, "text": "Dear Mr. Ambassador:", "to": ["stevenson"], "signer": "U"},
    ),
    ("ball", DeskAct.SIGN, {}),
    ("ball", DeskAct.CLASSIFY, {"level": "SECRET"}),
    ("clerk", DeskAct.TRANSMIT, {}),
)
ENTERED: Course = (
    (
        "requests",
        DeskAct.ENTER,
        {"form": "letter", "post": DEPARTMENT, "text": "Dear Mr. Kuznetsov:", "level": "SECRET"},
    ),
)
STAGES: Mapping[str, Course] = {
    "no such paper": (),
    "telegram drafted": ALL[:1],
    "cleared by one of two": ALL[:2],
    "cleared": ALL[:3],
    "approved": ALL[:4],
    "classified TOP SECRET, EYES ONLY": ALL[:5],
    "numbered": ALL[:6],
    "sent": ALL[:7],
    "received": ALL[:8],
    "acknowledged": ALL[:9],
    "copied": ALL[:10],
    "copy charged out": ALL[:11],
    "asked for in a case": ALL[:12],
    "reviewed": ALL,
    "referred": REFERRED,
    "denied": DENIED,
    "declassified": DECLASSIFIED,
    "released": RELEASED,
    "withdrawn": (*RELEASED, ("reviewer", DeskAct.WITHDRAW, {"authority": "State"})),
    "plain telegram classified CONFIDENTIAL": PLAIN[:3],
    "plain telegram sent": PLAIN[:5],
    "plain telegram received": PLAIN,
    "plain telegram classified, in a case": (*PLAIN[:3], ("requests", DeskAct.REQUEST, {"case": CASE})),
    "letter drafted": LETTER[:1],
    "letter signed": LETTER[:2],
    "letter sent": LETTER,
    "read from ink, SECRET": ENTERED,
    "read from ink, in a case": (*ENTERED, ("requests", DeskAct.REQUEST, {"case": CASE})),
}
FORM: dict[str, Any] = {"form": "telegram", "post": DEPARTMENT, "text": "News.", "to": [USUN]}
GIVEN: Mapping[DeskAct, dict[str, Any]] = {
    DeskAct.DRAFT: FORM,
    DeskAct.INJECT: FORM,
    DeskAct.ENTER: FORM,
    DeskAct.COME: {**FORM, "posts": [USUN], "time": EVENING, "level": "UNCLASSIFIED"},
    DeskAct.AMEND: {"text": "Otherwise."},
    DeskAct.REFUSE_CLEARANCE: {"remarks": "Not before the meeting."},
    DeskAct.CLASSIFY: {"level": "SECRET"},
    DeskAct.ASSIGN: {"office": "IO"},
    DeskAct.SERVICE: {"groups": "3-4"},
    DeskAct.RETRANSMIT: {"post": USUN},
    DeskAct.PASS: {"to": ["EXCOM"]},
    DeskAct.CIRCULATE: {"to": ["EXCOM"]},
    DeskAct.COPY: {"holder": "EXCOM"},
    DeskAct.CHARGE_OUT: {"copy": 1, "to": ["mccloy"]},
    DeskAct.RETURN: {"copy": 1},
    DeskAct.ATTACH: {"enclosure": "draft declaration"},
    DeskAct.SEPARATE: {"enclosure": "draft declaration"},
    DeskAct.FILE: {"file": "320.5"},
    DeskAct.REQUEST: {"case": "92-0001"},
    DeskAct.ENTRUST: {"to": ["junior"], "case": CASE},
    DeskAct.REFER: {"agency": "DOD"},
    DeskAct.ANSWER: {"agency": "CIA", "remarks": "No objection."},
    DeskAct.EXCISE: {"passages": [{"start": 0, "end": 4, "exemption": "(b)(1)"}], "authority": "State"},
    DeskAct.DENY: {"exemptions": ["(b)(1)"], "authority": "State"},
    DeskAct.DOWNGRADE: {"level": "CONFIDENTIAL", "authority": "State"},
    DeskAct.DECLASSIFY: {"authority": "State"},
    DeskAct.RELEASE: {"authority": "State"},
    DeskAct.WITHDRAW: {"authority": "State"},
    DeskAct.APPEAL: {"case": CASE},
}
AT_POST = frozenset({DeskAct.RECEIVE, DeskAct.ASSIGN, DeskAct.SERVICE, DeskAct.ACKNOWLEDGE})
FOR_OFFICE = frozenset({DeskAct.CLEAR, DeskAct.REFUSE_CLEARANCE})


class Counting:
    """Numbers of one walk."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def take(self, series: str, wanted: int = 0) -> int:
        self._last[series] = wanted or self._last[series] + 1
        return self._last[series]


def roster() -> Roster:
    """Those of `desks`, and who leads exercises and who keeps the desk."""
    posts: list[dict[str, Any]] = [{"post": {"name": name, "zone": "America/New_York"}} for name in (DEPARTMENT, USUN)]
    persons: list[dict[str, Any]] = [{"person": each, "day": "1961-01-20"} for each in (*PERSONS, *MORE)]
    held = Roster()
    held.hear(written((Draft(EntryKind.APPOINTED, "keeper", each) for each in (*posts, *persons)), 0, START, EVENING))
    return held


def stood(course: Course, known: Roster) -> Standing | None:
    """How a paper stands after a course."""
    held: Standing | None = None
    for by, act, takes in course:
        held = after(held, done(act, held, known.known(by), takes, known))
    return held


def done(act: DeskAct, held: Standing | None, by: Person, takes: Mapping[str, Any], known: Roster) -> Performed:
    return perform(act, PAPER, held, by, takes, at=EVENING, roster=known, procedures=standard(), numbers=Counting())


def given(act: DeskAct, by: Person) -> dict[str, Any]:
    """What a person of that place would say."""
    out = dict(GIVEN.get(act, {}))
    if act in FOR_OFFICE:
        out["office"] = by.offices[0] if by.offices else "G"
    if act in AT_POST:
        out["post"] = by.post
    return out


def outcome(act: DeskAct, known: Roster, held: Standing | None, by: Person) -> str:
    """`allowed`, or the rule."""
    try:
        done(act, held, by, given(act, by), known)
    except ActRefusedError as refused:
        return refused.rule
    except NotFoundError:
        return UNSEEN
    except UsageError as wrong:
        return f"(out of form: {wrong.what})"
    return ALLOWED


def lines() -> Iterator[str]:
    """The whole file: the stages with their numbers, who sees nothing of which, and each act with its outcomes."""
    known = roster()
    stages = {name: stood(course, known) for name, course in STAGES.items()}
    unseen = told(lambda held, by: UNSEEN if _blind(held, by) else "", stages.values(), known).pop(UNSEEN)
    yield "Stages:"
    yield from (f"  {n:>2} {name}" for n, name in enumerate(stages))
    yield ""
    yield "Told of none, whatever they do but begin one, unless it is said below:"
    yield from whose(unseen)
    for act in DeskAct:
        yield ""
        yield f"{act}"
        found = told(partial(outcome, act, known), stages.values(), known)
        if found.get(UNSEEN) == unseen:
            del found[UNSEEN]
        for rule, persons in sorted(found.items(), key=lambda each: (each[0] != ALLOWED, each[0])):
            yield f"  {rule}"
            yield from whose(persons)


def _blind(held: Standing | None, by: Person) -> bool:
    return held is None or sight(held, by, EVENING[:10]).sight is Sight.NOTHING


def told(
    ask: Callable[[Standing | None, Person], str], stages: Iterable[Standing | None], known: Roster
) -> dict[str, dict[str, str]]:
    """By outcome and person at which stages: `1-5, 7`."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for n, held in enumerate(stages):
        for by in known.persons():
            found[ask(held, by)][by.name].append(n)
    return {rule: {name: ranges(at) for name, at in persons.items()} for rule, persons in found.items()}


def whose(persons: Mapping[str, str]) -> Iterator[str]:
    """Persons with the same stages on one line."""
    for at in sorted(set(persons.values())):
        yield f"      at {at}: {', '.join(sorted(name for name, held in persons.items() if held == at))}"


def ranges(numbers: list[int]) -> str:
    """`1-5, 7`."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and runs[-1][1] == n - 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
