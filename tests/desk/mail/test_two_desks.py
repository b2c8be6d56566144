"""Two desks write to one another through real mail servers: telegrams one way, receipts and questions the other."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.desk.mail.two_desks import ADDRESSES, DEPARTMENT, GENEVA, USUN, Side, telegram, two_desks

from onionskin.desk.chancery.acts import DeskAct
from onionskin.errors import ActRefusedError, NotFoundError, UsageError
from onionskin.workbench.desk_collecting import PostOffice, secured, take
from onionskin.workbench.desk_sending import send, written_mail

TEXT = "You should see Kuznetsov promptly, to discuss next steps."


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    with two_desks(tmp_path) as both:
        yield both


def rows(side: Side, who: str, tray: str) -> list[str]:
    return [each.id for each in side.desk.tray(who, tray)[1]]


def test_a_telegram_comes_to_the_registry_and_its_receipt_comes_back(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = telegram(dept)
    assert [each.reason for each in dept.sends()] == [""]
    came = usun.stands(paper)
    assert (came.post, came.number, came.precedence, came.subject) == (
        DEPARTMENT,
        "1",
        "PRIORITY",
        "Next Steps in New York Negotiations",
    )
    assert (came.version.text if came.version else "", came.drafter) == (TEXT, "")
    assert rows(usun, "codeclerk", "receive") == [paper]
    usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN, "control": 15309})
    assert [each.reason for each in usun.sends()] == [""]
    there, here = usun.stands(paper).posts[USUN], dept.stands(paper).posts[USUN]
    assert (here.control, here.received) == (15309, there.received)
    assert rows(dept, "clerk", "awaited") == []


def test_an_acknowledgement_and_a_garble_go_back_and_the_groups_come_again(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = telegram(dept, acknowledge_by="1962-11-25")
    dept.sends()
    usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
    usun.desk.perform("codeclerk", DeskAct.SERVICE, paper, {"post": USUN, "groups": "2-4"})
    usun.desk.perform("stevenson", DeskAct.ACKNOWLEDGE, paper, {"post": USUN})
    usun.sends()
    assert dept.stands(paper).posts[USUN].acknowledged == usun.stands(paper).posts[USUN].acknowledged != ""
    assert rows(dept, "clerk", "service") == [paper]
    dept.desk.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": USUN, "service": 1})
    dept.sends()
    (service,) = usun.stands(paper).services
    assert (service.words, service.answered_by) == ("should see Kuznetsov", DEPARTMENT)


def test_a_whole_telegram_that_is_sent_again_is_another_version_where_it_differs(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = telegram(dept)
    dept.sends()
    dept.desk.perform("clerk", DeskAct.RETRANSMIT, paper, {"post": USUN})
    dept.sends()
    assert usun.stands(paper).n == 1
    assert usun.stands(paper).posts[USUN].again


def test_one_mail_carries_a_telegram_to_all_posts_of_an_installation_and_a_relay_adds_one(
    sides: tuple[Side, Side],
) -> None:
    dept, usun = sides
    paper = telegram(dept, info=[GENEVA])
    assert len(dept.sends()) == 1
    assert {name: each.action for name, each in usun.stands(paper).posts.items()} == {USUN: True, GENEVA: False}
    other = telegram(dept)
    dept.sends()
    dept.desk.perform("clerk", DeskAct.PASS, other, {"to": [GENEVA]})
    dept.sends()
    assert rows(usun, "genevaclerk", "receive") == [paper, other]
    usun.desk.perform("genevaclerk", DeskAct.RECEIVE, other, {"post": GENEVA})
    usun.sends()
    assert dept.stands(other).posts[GENEVA].received


def test_the_mission_answers(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    person = {"name": "yost", "post": USUN, "offices": ["POL"], "roles": ["drafter"], "classifies": "SECRET"}
    usun.desk.appoint("keeper", person, day="1961-01-20")
    told = {"form": "telegram", "post": USUN, "text": "I saw Kuznetsov.", "to": [DEPARTMENT], "approver": "POL"}
    paper = usun.desk.perform("yost", DeskAct.DRAFT, given=told).paper
    usun.desk.perform("yost", DeskAct.APPROVE, paper)
    usun.desk.perform("yost", DeskAct.CLASSIFY, paper, {"level": "UNCLASSIFIED"})
    usun.desk.perform("codeclerk", DeskAct.NUMBER, paper)
    usun.desk.perform("codeclerk", DeskAct.TRANSMIT, paper)
    usun.sends()
    assert rows(dept, "clerk", "receive") == [paper]


def test_a_flash_overtakes_what_waits(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    papers = [telegram(dept, precedence=each) for each in ("ROUTINE", "PRIORITY", "FLASH", "PRIORITY")]
    assert [each.mail.paper for each in dept.sends()] == [papers[n] for n in (2, 1, 3, 0)]
    assert rows(usun, "codeclerk", "receive") == [papers[n] for n in (2, 1, 3, 0)]


def mail_of(dept: Side) -> EmailMessage:
    """The next mail, as it would go out."""
    (first, *_) = dept.desk.log.outbox.waiting()
    data = written_mail(dept.desk, dept.settings, first).as_bytes()
    message = message_from_bytes(data, policy=policy.SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_the_mail_has_the_form_and_the_record_and_the_text_where_anybody_may_read_it(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    telegram(dept)
    message = mail_of(dept)
    body = message.get_body(("plain",))
    assert body is not None
    assert TEXT in " ".join(body.get_content().split())
    parts = {each.get_content_type(): each.get_content() for each in message.iter_attachments()}
    assert parts["application/pdf"].startswith(b"%PDF")
    assert b'"schema":"onionskin/record/1"' in parts["application/json"]
    assert take(usun.desk, usun.settings, message.as_bytes()).done is not None


def test_above_its_level_nothing_is_sent_and_nothing_classified_stands_in_a_body(sides: tuple[Side, Side]) -> None:
    dept, _ = sides
    with pytest.raises(ActRefusedError, match=f"mail to {USUN} carries nothing above UNCLASSIFIED"):
        telegram(dept, level="CONFIDENTIAL")
    there = {"name": USUN, "mail": ADDRESSES[USUN], "zone": "America/New_York"}
    dept.desk.open_post("keeper", {**there, "carries": "SECRET"})
    telegram(dept, level="CONFIDENTIAL")
    message = mail_of(dept)
    body = message.get_body(("plain",))
    assert body is not None
    assert "Kuznetsov" not in body.get_content() + str(message["Subject"])
    dept.desk.open_post("keeper", there)
    assert [each.reason for each in dept.sends()] == [f"mail to {USUN} carries nothing above UNCLASSIFIED"]


def test_a_server_that_is_down_leaves_it_waiting_with_the_reason(tmp_path: Path) -> None:
    with two_desks(tmp_path, listening=False) as (dept, usun):
        papers = [telegram(dept), telegram(dept, precedence="FLASH")]
        for n in (1, 2):
            assert [each.mail.paper for each in dept.sends()] == papers[::-1]
            (first, _) = dept.desk.log.outbox.waiting()
            assert (first.paper, first.tries) == (papers[1], n)
            assert "Connection refused" in first.reason
        usun.office.start()
        assert [each.reason for each in dept.sends()] == ["", ""]
        usun.office.stop()
        assert dept.desk.log.outbox.waiting() == ()
        assert rows(usun, "codeclerk", "receive") == papers[::-1]


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_nothing_goes_in_the_clear_where_it_was_to_be_secured(sides: tuple[Side, Side], tls: str) -> None:
    dept, usun = sides
    telegram(dept)
    (sent,) = send(dept.desk, replace(dept.settings, tls=tls))
    assert "cannot be used" in sent.reason
    assert usun.outcomes == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="nothing here makes a certificate")
def test_a_desk_takes_mail_by_tls_alone_from_who_knows_its_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, key = tmp_path / "room.pem", tmp_path / "room.key"
    make = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=usun.example")
    files = ("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate))
    subprocess.run([*make, *files], check=True, capture_output=True)
    with two_desks(tmp_path, listening=False) as (dept, usun):
        telegram(dept)
        port = dept.settings.port
        office = PostOffice(
            usun.desk, usun.settings, "127.0.0.1", port, usun.outcomes.append, secure=secured(certificate, key)
        )
        office.start()
        try:
            (plain,) = dept.sends()
            assert "530" in plain.reason
            by_tls = replace(dept.settings, tls="starttls")
            (stranger,) = send(dept.desk, by_tls)
            assert "certificate verify failed" in stranger.reason
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
            assert [each.reason for each in send(dept.desk, by_tls)] == [""]
        finally:
            office.stop()
        assert [each.told for each in usun.outcomes] == [f"a telegram of {DEPARTMENT}"]
    with pytest.raises(UsageError, match="cannot be used"):
        secured(key, certificate)


def test_what_the_other_desk_refuses_is_told_by_its_server_and_waits(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    usun.desk.open_post("keeper", {"name": DEPARTMENT, "mail": "other@dept.example"})
    paper = telegram(dept)
    (sent,) = dept.sends()
    assert sent.reason == (
        f"the mail server refused it: 554 5.7.1 telegrams@dept.example does not write for {DEPARTMENT}"
    )
    assert usun.desk.standing(paper) is None
    usun.desk.open_post("keeper", {"name": DEPARTMENT, "mail": ADDRESSES[DEPARTMENT]})
    assert [each.reason for each in dept.sends()] == [""]


def test_a_mail_that_went_out_before_we_were_killed_goes_out_again_and_is_taken_once(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = telegram(dept)
    (first,) = dept.desk.log.outbox.waiting()
    dept.sends()
    assert dept.desk.log.outbox.failed(first.mail, "", "as if the word of the server had never come")
    dept.sends()
    assert [each.told for each in usun.outcomes] == [f"a telegram of {DEPARTMENT}", "it was taken before"]
    assert len(usun.desk.acts(paper)) == 1


def test_what_came_is_for_those_who_may_see_it_alone(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    away = {"name": USUN, "mail": ADDRESSES[USUN], "carries": "SECRET"}
    dept.desk.open_post("keeper", away)
    paper = telegram(dept, level="SECRET", eyes_only=["stevenson"])
    dept.sends()
    with pytest.raises(NotFoundError):
        usun.desk.show("genevaclerk", paper)
    usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
    assert usun.desk.show("stevenson", paper).held.subject
