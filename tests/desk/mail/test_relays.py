"""A telegram is passed on from desk to desk, and each desk answers the one that it has it from."""

from __future__ import annotations

from pathlib import Path

from tests.desk.mail.two_desks import DEPARTMENT, MOSCOW, USUN, Side, side, telegram, two_desks

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.desk import open_desk
from onionskin.workbench.desk_collecting import take
from onionskin.workbench.desk_replaying import digest, replayed
from onionskin.workbench.desk_sending import waiting, written_mail


def carried(sender: Side, receiver: Side) -> None:
    """What waits at one desk, brought to the other by hand."""
    for mail in waiting(sender.desk):
        assert mail.address == receiver.settings.address
        data = written_mail(sender.desk, sender.settings, mail).as_bytes()
        assert take(receiver.desk, receiver.settings, data).done is not None
        sender.desk.log.outbox.sent(mail.mail, "2026-03-01T09:30:00Z")


def test_a_relay_is_received_garbled_and_sent_again_between_the_desks_that_passed_it_on(tmp_path: Path) -> None:
    with two_desks(tmp_path, listening=False) as (dept, usun), side(tmp_path / "m", (MOSCOW,), 25, 25) as moscow:
        paper = telegram(dept)
        carried(dept, usun)
        usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
        carried(usun, dept)
        usun.desk.perform("codeclerk", DeskAct.PASS, paper, {"to": [MOSCOW]})
        carried(usun, moscow)
        came = moscow.stands(paper)
        assert (came.post, came.posts[MOSCOW].relayed_by, came.posts[MOSCOW].action) == (DEPARTMENT, USUN, False)
        moscow.desk.perform("moscowclerk", DeskAct.RECEIVE, paper, {"post": MOSCOW, "control": 7})
        moscow.desk.perform("moscowclerk", DeskAct.SERVICE, paper, {"post": MOSCOW, "groups": "1-2"})
        carried(moscow, usun)
        assert usun.stands(paper).posts[MOSCOW].control == 7
        usun.desk.perform("codeclerk", DeskAct.RETRANSMIT, paper, {"post": MOSCOW, "service": 1})
        carried(usun, moscow)
        assert moscow.stands(paper).services[0].words == "You should"
        assert MOSCOW not in dept.stands(paper).posts


def test_a_desk_that_others_wrote_to_is_played_again_from_its_journal(tmp_path: Path) -> None:
    with two_desks(tmp_path / "a", listening=False) as (dept, usun):
        paper = telegram(dept)
        carried(dept, usun)
        usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
        carried(usun, dept)
        for n, each in enumerate((dept, usun)):
            open_collection(Settings(collection=tmp_path / f"again-{n}"), create=True).close()
            with open_desk(Settings(collection=tmp_path / f"again-{n}")) as again:
                assert replayed(each.desk, again).differences == ()
                assert digest(again) == digest(each.desk)
