"""Mail that is broken, forged, cut short or enormous is refused with its reason, and taken once if it is good."""

from __future__ import annotations

import json
import mailbox
import smtplib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.mail.two_desks import ADDRESSES, DEPARTMENT, EVENING, KEY, USUN, Side, telegram, two_desks

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.mails import LARGEST, SIGNATURE, Cover, Wire, opened, signature, written
from onionskin.errors import MailRefusedError, NotFoundError
from onionskin.workbench.desk_collecting import collect_maildir, take
from onionskin.workbench.desk_sending import written_mail

PAPER = "os-" + "0" * 20
TAKES: dict[str, object] = {
    "form": "telegram",
    "post": DEPARTMENT,
    "posts": [USUN],
    "time": EVENING,
    "text": "You should see Kuznetsov.",
    "to": [USUN],
    "level": "UNCLASSIFIED",
}


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Side, Side]]:
    with two_desks(tmp_path_factory.mktemp("desks")) as both:
        yield both


@pytest.fixture(scope="module")
def good(sides: tuple[Side, Side]) -> bytes:
    telegram(sides[0])
    (first, *_) = sides[0].desk.log.outbox.waiting()
    return written_mail(sides[0].desk, sides[0].settings, first).as_bytes()


def mail(key: str = KEY, address: str = ADDRESSES[DEPARTMENT], **changed: object) -> bytes:
    """A mail whose sender shares `key`, and says what he likes."""
    told: dict[str, object] = {"mail": "a" * 40, "to": ADDRESSES[USUN], "sender": DEPARTMENT, "act": DeskAct.COME}
    wire = Wire(**{**told, "paper": PAPER, "takes": TAKES, **changed})  # type: ignore[arg-type]
    cover = Cover(subject="telegram", body="a telegram")
    return written(wire, bytes.fromhex(key), address, datetime(2026, 3, 1, tzinfo=UTC), cover).as_bytes()


def takes(**changed: object) -> bytes:
    return mail(takes={**TAKES, **changed})


def test_a_good_mail_is_taken_and_its_double_is_not(sides: tuple[Side, Side]) -> None:
    data = mail(paper=PAPER[:-1] + "1", mail="b" * 40)
    assert take(sides[1].desk, sides[1].settings, data).done is not None
    assert take(sides[1].desk, sides[1].settings, data).told == "it was taken before"


REFUSED: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "no signed JSON"),
    (lambda: b"Subject: hello\n\nhello", "no signed JSON"),
    (lambda: mail(key="ab" * 32), "signature is not of the key"),
    (lambda: mail(address="stranger@example.org"), "no key is shared with stranger@example.org"),
    (lambda: mail(to="telegrams@moscow.example"), "it was written to telegrams@moscow.example"),
    (lambda: mail(sender=USUN), f"does not write for {USUN}"),
    (lambda: mail(sender="Moscow"), "does not write for Moscow"),
    (lambda: mail(act=DeskAct.RELEASE), "its JSON is not in form"),
    (lambda: mail(act="burn"), "its JSON is not in form"),
    (lambda: mail(mail="../../etc"), "its JSON is not in form"),
    (lambda: mail(paper="os-1"), "its JSON is not in form"),
    (lambda: mail(takes=["form"]), "its JSON is not in form"),
    (lambda: mail(form="0" * 64), "the form beside it is not the one"),
    (lambda: takes(posts=["Paris"]), "Paris is no post of this desk"),
    (lambda: takes(posts=[DEPARTMENT]), f"{DEPARTMENT} is no post of this desk"),
    (lambda: takes(level="MOST SECRET INDEED"), "no level of classification"),
    (lambda: takes(text="x" * 400_001), "text is not in form"),
    (lambda: takes(time="yesterday"), "time is not in form"),
    (lambda: takes(remarks="x"), "come takes no 'remarks'"),
    (lambda: mail(act=DeskAct.RECEIVE, takes={"post": DEPARTMENT}), "the desk has no such paper"),
]


@pytest.mark.parametrize(("make", "rule"), REFUSED, ids=[each[1] for each in REFUSED])
def test_bad_mail_is_refused_with_the_rule(sides: tuple[Side, Side], make: Callable[[], bytes], rule: str) -> None:
    with pytest.raises(MailRefusedError) as refused:
        take(sides[1].desk, sides[1].settings, make())
    assert rule in refused.value.what
    assert sides[1].desk.standing(PAPER) is None


def test_another_desk_acts_for_its_own_post_alone(sides: tuple[Side, Side]) -> None:
    """A receipt for New York that the Department itself signs."""
    dept, usun = sides
    paper = telegram(dept)
    back: dict[str, object] = {"address": ADDRESSES[USUN], "to": ADDRESSES[DEPARTMENT], "act": DeskAct.RECEIVE}
    back |= {"sender": "Geneva", "paper": paper}
    forged = mail(**back)  # type: ignore[arg-type]
    with pytest.raises(MailRefusedError, match="receive takes no"):
        take(dept.desk, dept.settings, forged)
    told = {"post": USUN, "control": 1, "time": EVENING}
    forged = mail(**back, takes=told)  # type: ignore[arg-type]
    with pytest.raises(MailRefusedError, match=f"only the registry of {USUN}"):
        take(dept.desk, dept.settings, forged)
    assert dept.stands(paper).posts[USUN].received == ""
    assert usun.desk.standing(paper) is None


def test_what_came_is_not_written_over_by_a_further_mail_of_its_name(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = PAPER[:-1] + "2"
    take(usun.desk, usun.settings, mail(paper=paper, mail="c" * 40))
    with pytest.raises(MailRefusedError, match="it says otherwise than what came before"):
        take(usun.desk, usun.settings, mail(paper=paper, mail="d" * 40, takes={**TAKES, "text": "Otherwise."}))
    own = telegram(dept)
    back = {**TAKES, "post": USUN, "posts": [DEPARTMENT], "to": [DEPARTMENT]}
    forged = mail(address=ADDRESSES[USUN], to=ADDRESSES[DEPARTMENT], sender=USUN, paper=own, takes=back)
    with pytest.raises(MailRefusedError, match="it is begun already"):
        take(dept.desk, dept.settings, forged)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1), kind=st.sampled_from(["cut", "flip", "drop", "twice"]))
def test_a_mail_that_was_hurt_under_way_is_refused_or_says_what_it_said(
    sides: tuple[Side, Side], good: bytes, where: float, kind: str
) -> None:
    at = int(where * (len(good) - 1))
    hurt = {
        "cut": good[:at],
        "flip": good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :],
        "drop": good[:at] + good[at + 40 :],
        "twice": good[:at] + good[at : at + 40] + good[at:],
    }[kind]
    whole = json.loads(opened(good).told)
    try:
        taken = take(sides[1].desk, sides[1].settings, hurt)
    except MailRefusedError:
        return
    held = sides[1].stands(whole["paper"])
    assert taken.done is None or taken.done.paper == whole["paper"]
    assert held.version is not None
    assert held.version.text == whole["takes"]["text"]


@pytest.mark.parametrize("hurt", [b"\x00" * 5000, b"From: \xff\xfe\nContent-Type: multipart/mixed\n\n" * 500])
def test_bytes_that_are_no_mail_are_refused(sides: tuple[Side, Side], hurt: bytes) -> None:
    with pytest.raises(MailRefusedError):
        take(sides[1].desk, sides[1].settings, hurt)


def test_parts_within_parts_without_end_are_refused(sides: tuple[Side, Side]) -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    with pytest.raises(MailRefusedError):
        take(sides[1].desk, sides[1].settings, nested)


def test_the_server_takes_no_mail_that_is_enormous_and_none_for_others(sides: tuple[Side, Side]) -> None:
    dept, _ = sides
    with smtplib.SMTP(dept.settings.host, dept.settings.port, timeout=10) as server:
        server.ehlo()
        assert server.mail(ADDRESSES[DEPARTMENT], [f"size={LARGEST + 1}"])[0] == 552
        server.rset()
        server.mail(ADDRESSES[DEPARTMENT])
        assert server.rcpt("somebody@elsewhere.example")[0] == 550
        server.rset()
        with pytest.raises(smtplib.SMTPResponseException) as refused:
            server.sendmail(ADDRESSES[DEPARTMENT], ADDRESSES[USUN], b"X: y\r\n\r\n" + b"z" * 70 + b"\r\n" * 8)
        assert refused.value.smtp_code == 554
    with pytest.raises(MailRefusedError, match="more than"):
        opened(b"x" * (LARGEST + 1))


BOUNCE = """\
From: MAILER-DAEMON@dept.example
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; telegrams@usun.example
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user here

--b
Content-Type: message/rfc822

Message-ID: <{mail}@dept.example>
Subject: telegram

--b--
"""


def test_a_mail_that_comes_back_waits_once_more_with_the_reason(tmp_path: Path) -> None:
    with two_desks(tmp_path) as (dept, _):
        telegram(dept)
        (first,) = dept.desk.log.outbox.waiting()
        dept.sends()
        late = BOUNCE.format(action="delayed", mail=first.mail).encode()
        with pytest.raises(MailRefusedError, match="no signed JSON"):
            take(dept.desk, dept.settings, late)
        with pytest.raises(MailRefusedError, match="we did not send"):
            take(dept.desk, dept.settings, BOUNCE.format(action="failed", mail="0" * 40).encode())
        take(dept.desk, dept.settings, BOUNCE.format(action="failed", mail=first.mail).encode())
        (again,) = dept.desk.log.outbox.waiting()
        assert again.reason == "it came back: smtp; 550 5.1.1 no such user here"


def test_a_maildir_is_collected_once_and_what_is_refused_is_flagged(tmp_path: Path) -> None:
    box = mailbox.Maildir(tmp_path / "mail", create=True)
    with two_desks(tmp_path, listening=False) as (dept, usun):
        telegram(dept)
        (first,) = dept.desk.log.outbox.waiting()
        data = written_mail(dept.desk, dept.settings, first).as_bytes()
        for each in (data, data, b"Subject: hello\n\nhello"):
            box.add(each)
        told = sorted(
            taken.refused or taken.told for _, taken in collect_maildir(usun.desk, usun.settings, tmp_path / "mail")
        )
        assert told == [
            f"a telegram of {DEPARTMENT}",
            "it was taken before",
            "this is no mail of a desk: it has no signed JSON",
        ]
        assert list(collect_maildir(usun.desk, usun.settings, tmp_path / "mail")) == []
        assert sorted(each.get_flags() for each in box) == ["FS", "S", "S"]
        with pytest.raises(NotFoundError, match="no Maildir"):
            list(collect_maildir(usun.desk, usun.settings, tmp_path))
    box.close()


def test_a_signature_is_of_every_byte() -> None:
    assert signature(b"a", b"k") != signature(b"b", b"k") != signature(b"b", b"l")
    assert opened(mail()).signature == signature(opened(mail()).told, bytes.fromhex(KEY))
    assert SIGNATURE.encode() in mail()
