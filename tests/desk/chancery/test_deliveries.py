"""A telegram on its way between posts: queues by precedence, receipts, relays, garbles and what is due."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.chancery.desks import DEPARTMENT, EVENING, SENT, TELEGRAM, USUN, Course, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.deliveries import groups_of
from onionskin.desk.chancery.particulars import PARTICULARS
from onionskin.desk.chancery.persons import post_of
from onionskin.desk.chancery.standing import Standing
from onionskin.desk.chancery.times import local_time
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.workbench.desk import Desk
from onionskin.workbench.desk_telling import reasons

MOSCOW = "Moscow"
OPEN: dict[str, object] = {"eyes_only": [], "asked": []}
UNSEALED: Course = (
    ("ball", DeskAct.APPROVE, {}),
    ("ball", DeskAct.CLASSIFY, {"level": "CONFIDENTIAL"}),
    ("clerk", DeskAct.NUMBER, {}),
    ("clerk", DeskAct.TRANSMIT, {}),
)
COME: Course = (*UNSEALED, ("codeclerk", DeskAct.RECEIVE, {"post": USUN}))
GARBLED: Course = (*COME, ("codeclerk", DeskAct.SERVICE, {"post": USUN, "groups": "2-4, 9", "remarks": "garbled"}))


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        opened.open_post("keeper", {"name": MOSCOW, "zone": "Europe/Moscow"})
        kept = {"name": "moscowclerk", "post": MOSCOW, "roles": ["registry"], "clearance": "SECRET"}
        opened.appoint("keeper", kept, day="1961-01-20")
        action = {"name": "yost", "post": USUN, "offices": ["POL"], "clearance": "SECRET"}
        opened.appoint("keeper", action, day="1961-01-20")
        yield opened


def stands(held: Desk, paper: str) -> Standing:
    left = held.standing(paper)
    assert left is not None
    return left


def ids(held: Desk, who: str, tray: str) -> list[str]:
    return [each.id for each in held.tray(who, tray)[1]]


@pytest.mark.parametrize(("who", "tray", "done"), [("clerk", "send", 2), ("codeclerk", "receive", 4)])
def test_a_flash_overtakes_what_waits_and_equals_keep_their_turn(held: Desk, who: str, tray: str, done: int) -> None:
    papers = {}
    for n, precedence in enumerate(["ROUTINE", "PRIORITY", "PRIORITY", "FLASH", "IMMEDIATE"]):
        papers[n] = begun(held, **OPEN, precedence=precedence)
        for by, act, told in UNSEALED[:done]:
            held.perform(by, act, papers[n], told, at=f"1962-11-24T02:43:0{n}Z")
    # What is done later with the first of two equals leaves it before the second.
    held.perform("ball", DeskAct.CIRCULATE, papers[1], {"to": ["G"]}, at="1962-11-24T05:00:00Z")
    assert ids(held, who, tray) == [papers[n] for n in (3, 4, 1, 2, 0)]


def test_a_receipt_is_awaited_and_an_acknowledgement_is_told_when_it_is_overdue(held: Desk) -> None:
    paper = begun(held, **OPEN, acknowledge_by="1962-11-25")
    carried(held, paper, UNSEALED)
    assert ids(held, "clerk", "awaited") == [paper]
    held.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN}, at=EVENING)
    assert ids(held, "clerk", "awaited") == ids(held, "stevenson", "acknowledge") == [paper]
    assert held.overdue("stevenson") == {"acknowledge": 1}
    held.perform("stevenson", DeskAct.ACKNOWLEDGE, paper, {"post": USUN}, at=EVENING)
    assert ids(held, "clerk", "awaited") == ids(held, "stevenson", "acknowledge") == []
    assert (held.overdue("stevenson"), held.overdue("clerk")) == ({}, {})


def test_what_came_goes_to_its_action_office_and_to_those_for_information(held: Desk) -> None:
    paper = begun(held, **OPEN, acknowledge_by="1962-11-25")
    carried(held, paper, COME)
    assert ids(held, "visitor", "in") == [paper]
    given_to = {"post": USUN, "office": "POL", "info": ["G"]}
    held.perform("codeclerk", DeskAct.ASSIGN, paper, given_to, at=EVENING)
    assert ids(held, "visitor", "in") == []
    assert ids(held, "yost", "in") == ids(held, "yost", "acknowledge") == ids(held, "johnson", "in") == [paper]
    assert held.show("johnson", paper).seen.rule == "an office that it was given to"


def test_who_is_not_named_is_given_nothing_of_what_is_for_eyes_only(held: Desk) -> None:
    paper = begun(held)
    carried(held, paper, (*SENT, ("codeclerk", DeskAct.RECEIVE, {"post": USUN})))
    with pytest.raises(ActRefusedError, match="EYES ONLY: not named, not passed to"):
        held.perform("codeclerk", DeskAct.ASSIGN, paper, {"post": USUN, "office": "POL"}, at=EVENING)
    with pytest.raises(NotFoundError):
        held.show("yost", paper)


def test_a_relay_has_a_receipt_of_its_own(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, COME)
    held.perform("codeclerk", DeskAct.PASS, paper, {"to": [MOSCOW, "yost", USUN]}, at=EVENING)
    relayed = stands(held, paper).posts[MOSCOW]
    assert (relayed.relayed_by, relayed.action, relayed.received) == (USUN, False, "")
    assert stands(held, paper).posts[USUN].relayed_by == ""
    assert ids(held, "moscowclerk", "receive") == ids(held, "yost", "in") == [paper]
    assert (ids(held, "codeclerk", "awaited"), ids(held, "clerk", "awaited")) == ([paper], [])
    held.perform("moscowclerk", DeskAct.RECEIVE, paper, {"post": MOSCOW, "control": 15309}, at=EVENING)
    assert stands(held, paper).posts[MOSCOW].control == 15309
    assert ids(held, "codeclerk", "awaited") == []


def test_a_relay_is_sent_again_by_who_relayed_it(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, (*COME, ("codeclerk", DeskAct.PASS, {"to": [MOSCOW]})))
    held.perform("moscowclerk", DeskAct.SERVICE, paper, {"post": MOSCOW, "groups": "4"}, at=EVENING)
    with pytest.raises(ActRefusedError, match=f"only the registry of {USUN}"):
        held.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": MOSCOW, "service": 1}, at=EVENING)
    held.perform("codeclerk", DeskAct.RETRANSMIT, paper, {"post": MOSCOW, "service": 1}, at=EVENING)
    assert stands(held, paper).services[0].words == "Kuznetsov"


def test_garbled_groups_come_again_word_for_word_as_they_were_sent(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, GARBLED)
    assert ids(held, "clerk", "service") == [paper]
    held.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": USUN, "service": 1}, at=EVENING)
    (service,) = stands(held, paper).services
    assert (service.words, service.answered_by, service.remarks) == (
        "should see Kuznetsov ... steps.",
        "clerk",
        "garbled",
    )
    assert ids(held, "clerk", "service") == []


def test_what_became_of_it_at_each_post_is_told_by_its_own_clock(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, (*GARBLED, ("codeclerk", DeskAct.PASS, {"to": [MOSCOW]})))
    held.perform("moscowclerk", DeskAct.RECEIVE, paper, {"post": MOSCOW}, at=EVENING)
    told = dict(reasons(stands(held, paper), "1962-11-24", held.roster.posts))
    assert told[f"to {USUN}"] == "received November 23, 1962, 9:43 p.m., control 1"
    assert told[f"to {MOSCOW}"] == f"received November 24, 1962, 5:43 a.m., control 1, passed on by {USUN}"
    assert told[f"service 1 of {USUN}"] == "asks for 2-4, 9: garbled; not answered"


def test_two_service_messages_are_one_paper_in_the_tray(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, (*GARBLED, ("codeclerk", DeskAct.SERVICE, {"post": USUN, "groups": "1"})))
    held.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": USUN, "service": 2}, at=EVENING)
    assert [each.words for each in stands(held, paper).services] == ["", "You"]
    assert ids(held, "clerk", "service") == [paper]


def test_a_whole_telegram_is_sent_again_to_one_post(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, (*COME, ("codeclerk", DeskAct.SERVICE, {"post": USUN})))
    held.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": USUN, "service": 1}, at=EVENING)
    left = stands(held, paper)
    assert (left.services[0].words, left.n, left.posts[USUN].again) == (TELEGRAM["text"], 1, EVENING)


REFUSED: list[tuple[Course, str, DeskAct, dict[str, object], str]] = [
    (COME, "codeclerk", DeskAct.SERVICE, {"post": USUN, "groups": "9-10"}, "it has 9 groups, and 10 is asked for"),
    (COME, "codeclerk", DeskAct.SERVICE, {"post": MOSCOW}, f"only the registry of {MOSCOW}; only {MOSCOW}, to"),
    (COME, "moscowclerk", DeskAct.SERVICE, {"post": MOSCOW}, "the desk has no such paper"),
    (COME, "clerk", DeskAct.RETRANSMIT, {"post": USUN, "service": 1}, f"{USUN} sent no service message 1 upon it"),
    (COME, "clerk", DeskAct.RETRANSMIT, {"post": MOSCOW}, f"it was not sent to {MOSCOW}"),
    (COME, "codeclerk", DeskAct.RETRANSMIT, {"post": USUN}, f"only the registry of {DEPARTMENT}"),
    (
        (*GARBLED, ("clerk", DeskAct.RETRANSMIT, {"post": USUN, "service": 1})),
        "clerk",
        DeskAct.RETRANSMIT,
        {"post": USUN, "service": 1},
        f"service message 1 of {USUN} is answered",
    ),
    (UNSEALED, "codeclerk", DeskAct.ASSIGN, {"post": USUN, "office": "POL"}, "it has not been received"),
    (UNSEALED, "codeclerk", DeskAct.COME, {}, "it is begun already"),
]


@pytest.mark.parametrize("tried", REFUSED)
def test_a_refusal_names_the_rule(held: Desk, tried: tuple[Course, str, DeskAct, dict[str, object], str]) -> None:
    course, by, act, told, rule = tried
    paper = begun(held, **OPEN)
    carried(held, paper, course)
    with pytest.raises((ActRefusedError, NotFoundError)) as refused:
        held.perform(by, act, paper, told, at=EVENING)
    assert rule in str(refused.value)


def test_nobody_here_says_that_a_telegram_came(held: Desk) -> None:
    told = {"form": "telegram", "post": MOSCOW, "posts": [USUN], "time": EVENING, "text": "x", "to": [USUN]}
    with pytest.raises(ActRefusedError, match="only what comes from another installation"):
        held.perform("codeclerk", DeskAct.COME, given={**told, "level": "UNCLASSIFIED"}, at=EVENING)


def test_mail_carries_no_more_than_is_said_of_the_post(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, UNSEALED[:3])
    away: dict[str, object] = {"name": USUN, "mail": "telegrams@usun.example"}
    held.open_post("keeper", away)
    with pytest.raises(ActRefusedError, match=f"mail to {USUN} carries nothing above UNCLASSIFIED"):
        held.perform("clerk", DeskAct.TRANSMIT, paper, at=EVENING)
    held.open_post("keeper", {**away, "carries": "confidential"})
    held.perform("clerk", DeskAct.TRANSMIT, paper, at=EVENING)
    assert stands(held, paper).sent is not None


def test_what_is_relayed_by_mail_is_asked_too(held: Desk) -> None:
    paper = begun(held, **OPEN)
    carried(held, paper, COME)
    held.open_post("keeper", {"name": MOSCOW, "mail": "telegrams@moscow.example"})
    with pytest.raises(ActRefusedError, match=f"mail to {MOSCOW} carries nothing above UNCLASSIFIED"):
        held.perform("codeclerk", DeskAct.PASS, paper, {"to": [MOSCOW]}, at=EVENING)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"mail": "usun"}, "no mail address"),
        ({"mail": "a@b.example\nBcc: c@d.example"}, "one line of words"),
        ({"zone": "Washington"}, "no time zone"),
        ({"carries": "MOST SECRET INDEED"}, "no level"),
    ],
)
def test_a_post_out_of_form_is_named(told: dict[str, str], wrong: str) -> None:
    with pytest.raises(UsageError, match=wrong):
        post_of({"name": USUN, **told})


@pytest.mark.parametrize("told", ["0", "3-2", "a", "1-", "", [[1]], [["1", 2]], 7])
def test_groups_out_of_form_are_not_taken(told: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        PARTICULARS["groups"](told)


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=30), st.data())
def test_groups_are_counted_as_the_text_has_them(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(1, len(words)))
    last = data.draw(st.integers(first, len(words)))
    assert groups_of("\n ".join(words), [(first, last)]).split() == words[first - 1 : last]


@pytest.mark.parametrize(
    ("at", "zone", "told"),
    [
        ("1962-11-24T02:43:00Z", "America/New_York", "November 23, 1962, 9:43 p.m."),
        ("1962-07-01T04:05:00Z", "America/New_York", "July 1, 1962, 12:05 a.m."),
        ("1962-11-24T11:59:00Z", "Europe/Moscow", "November 24, 1962, 2:59 p.m."),
        ("1988-04-06", "Europe/Moscow", "1988-04-06"),
    ],
)
def test_times_are_told_by_the_clock_of_the_post(at: str, zone: str, told: str) -> None:
    assert local_time(at, zone) == told
