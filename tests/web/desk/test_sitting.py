"""Trays are worked through at one sitting: fewer pages between the drafting of a paper and its sending."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.chancery.desks import CLEARED as SHORT_OF_SENDING
from tests.desk.chancery.desks import DEPARTMENT, TELEGRAM, USUN, begun, carried, desk
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench.desk import Desk

FORM = {name: ", ".join(each) if isinstance(each, list) else str(each) for name, each in TELEGRAM.items()}
del FORM["told"]


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        yield opened


@pytest.fixture
def room(tmp_path: Path, held: Desk, enter: Enter) -> Visitor:
    assert held.papers("ball")[0] == 0
    return enter(Settings(collection=tmp_path / "c"))


def as_person(room: Visitor, name: str) -> None:
    room.cookies.set("onionskin-desk-as", name.encode().hex())


def sent(room: Visitor, path: str, **fields: str) -> str:
    """Where the form leads to."""
    answer = room.send(path, data=fields)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_an_act_opens_what_lay_behind_in_the_tray_and_says_what_was_done(held: Desk, room: Visitor) -> None:
    first, second = begun(held, precedence="FLASH"), begun(held)
    as_person(room, "johnson")
    act = {"act": "clear", "office": "G", "version": "1", "tray": "clear"}
    onward = sent(room, f"/desk/papers/{first}/acts", **act)
    assert onward == f"/desk/papers/{second}?tray=clear&done={first}"
    assert "Done: <b>clear</b>." in room.ask(onward).text
    assert sent(room, f"/desk/papers/{second}/acts", **act) == f"/desk?done={second}"


def test_a_paper_that_lies_in_the_tray_still_stays_open(held: Desk, room: Visitor) -> None:
    paper = begun(held, asked=[])
    as_person(room, "ball")
    fields = {"act": "classify", "level": "SECRET", "tray": "approve"}
    assert sent(room, f"/desk/papers/{paper}/acts", **fields) == f"/desk/papers/{paper}?tray=approve"


def test_a_registry_numbers_and_sends_in_the_list_itself(held: Desk, room: Visitor) -> None:
    papers = [begun(held), begun(held)]
    for paper in papers:
        carried(held, paper, SHORT_OF_SENDING)
    as_person(room, "clerk")
    assert room.ask("/desk").text.count("Number and send") == 2
    fields = {"act": "number", "then": "yes", "tray": "send", "listed": "yes"}
    assert sent(room, f"/desk/papers/{papers[0]}/acts", **fields) == f"/desk/trays/send?done={papers[0]}"
    standing = held.standing(papers[0])
    assert standing is not None
    assert (standing.number, standing.sent is not None) == ("1", True)
    as_person(room, "codeclerk")
    fields = {"act": "receive", "post": USUN, "tray": "receive", "listed": "yes"}
    assert sent(room, f"/desk/papers/{papers[0]}/acts", **fields) == f"/desk?done={papers[0]}"


def test_where_sending_is_refused_no_number_is_taken(held: Desk, room: Visitor) -> None:
    paper = begun(held, eyes_only=[])
    carried(held, paper, SHORT_OF_SENDING)
    as_person(room, "clerk")
    answer = room.send(f"/desk/papers/{paper}/acts", data={"act": "number", "then": "yes", "tray": "send"})
    assert "EYES ONLY: nobody is named" in answer.text
    standing = held.standing(paper)
    assert standing is not None
    assert (standing.number, held.why("clerk", DeskAct.NUMBER, paper)) == ("", "")


def test_a_draft_is_classified_as_it_is_saved_or_not_saved(room: Visitor, held: Desk) -> None:
    as_person(room, "ball")
    refused = room.send("/desk/draft", data={**FORM, "do": "classify"})
    assert (refused.status_code, str(TELEGRAM["text"]) in refused.text) == (400, True)
    assert held.papers("ball")[0] == 0
    paper = sent(room, "/desk/draft", **FORM, do="classify", level="SECRET").rpartition("=")[2]
    standing = held.standing(paper)
    assert standing is not None
    assert (standing.post, standing.classified is not None, standing.level) == (DEPARTMENT, True, "SECRET")


def test_who_may_not_classify_is_not_offered_to(room: Visitor) -> None:
    for name, offered in (("ball", True), ("johnson", False)):
        as_person(room, name)
        assert ("Save it and classify it" in room.ask("/desk/draft").text) is offered


def test_the_desk_opens_on_what_waits_for_an_act(held: Desk, room: Visitor) -> None:
    memorandum = begun(held, form="memorandum", to=["johnson"], asked=[], approver="", signer="ball", eyes_only=[])
    carried(held, memorandum, (("ball", DeskAct.SIGN, {}), ("ball", DeskAct.CLASSIFY, {"level": "SECRET"})))
    carried(held, memorandum, (("clerk", DeskAct.TRANSMIT, {}),))
    as_person(room, "johnson")
    assert "<h1>In</h1>" in room.ask("/desk").text
    begun(held)
    assert "<h1>To clear</h1>" in room.ask("/desk").text
