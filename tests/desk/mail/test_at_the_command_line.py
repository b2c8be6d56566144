"""Mail of the desk at the command line: keys shared, mail sent and collected, the queue told."""

from __future__ import annotations

import mailbox
import stat
from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.desk.mail.two_desks import ADDRESSES, DEPARTMENT, KEY, USUN, telegram, two_desks

from onionskin.errors import NotFoundError, UsageError
from onionskin.workbench.desk_mail_settings import KEYS, mail_settings, share_key
from onionskin.workbench.desk_sending import written_mail


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


def test_what_waits_is_told_sent_and_collected(ran: Run, tmp_path: Path) -> None:
    with two_desks(tmp_path, listening=False) as (dept, usun):
        where = ("-c", str(dept.settings.folder))
        paper = telegram(dept, precedence="FLASH")
        failed = ran("desk", "send", *where)
        assert failed.status == 4
        assert "Connection refused" in failed.out
        ((told),) = ran("desk", "queue", "--json", *where).json
        assert (told["tray"], told["paper"], told["address"], told["tries"]) == ("mail", paper, ADDRESSES[USUN], 1)
        assert "tried 1 times" in ran("desk", "queue", "--as", "clerk", *where).out
        usun.office.start()
        assert ran("desk", "send", "--json", *where).json[0]["sent"]
        assert ran("desk", "queue", *where).out == ""
        assert [each.done.paper for each in usun.outcomes if each.done] == [paper]
        assert ran("desk", "queue", "--as", "codeclerk", "-c", str(usun.settings.folder)).out.startswith(
            "receive   os-"
        )


def test_a_maildir_is_collected(ran: Run, tmp_path: Path) -> None:
    with two_desks(tmp_path, listening=False) as (dept, usun):
        paper = telegram(dept)
        (mail,) = dept.desk.log.outbox.waiting()
        box = mailbox.Maildir(tmp_path / "mail", create=True)
        box.add(written_mail(dept.desk, dept.settings, mail).as_bytes())
        box.add(b"Subject: hello\n\nhello")
        box.close()
        done = ran("desk", "collect", "--maildir", str(tmp_path / "mail"), "-c", str(usun.settings.folder), "--json")
        assert done.status == 4
        assert sorted(each["paper"] for each in done.json) == ["", paper]
        assert {each["taken"] for each in done.json} == {f"a telegram of {DEPARTMENT}", "refused"}


def test_a_desk_is_its_own_mail_server_until_it_is_stopped(
    ran: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes mail while it waits, and sends what waits each time that it wakes."""
    with two_desks(tmp_path, listening=False) as (dept, usun):
        paper = telegram(dept)
        port = str(dept.settings.port)
        woken = 0

        class Waits:
            """In place of an event that nobody ever sets."""

            def wait(self, every: float | None) -> None:
                nonlocal woken
                assert every == 5
                woken += 1
                dept.sends()
                if woken == 2:
                    raise KeyboardInterrupt

        listening = ("desk", "collect", "--listen", port, "--every", "5", "-c", str(usun.settings.folder))
        with monkeypatch.context() as patched:
            patched.setattr("onionskin.cli.desk.mail.Event", Waits)
            done = ran(*listening)
        assert (done.status, usun.stands(paper).post) == (130, DEPARTMENT)
        assert dept.desk.log.outbox.waiting() == ()
        assert f"a telegram of {DEPARTMENT}" in done.out


@pytest.mark.parametrize("options", [(), ("--maildir", "x", "--listen", "2525")])
def test_where_mail_comes_from_is_said_once(ran: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    assert ran("desk", "collect", *options, "-c", str(tmp_path)).status == 2


def test_a_key_is_made_at_one_desk_and_kept_at_the_other(ran: Run, tmp_path: Path) -> None:
    for each in ("dept", "usun"):
        (tmp_path / each).mkdir()
        (tmp_path / each / "desk-mail.toml").write_text('address = "telegrams@dept.example"\n', "utf-8")
    made = ran("desk", "key", ADDRESSES[USUN], "-c", str(tmp_path / "dept"))
    (tmp_path / "key.txt").write_text(made.out, "utf-8")
    ran("desk", "key", ADDRESSES[DEPARTMENT], "--file", str(tmp_path / "key.txt"), "-c", str(tmp_path / "usun"))
    kept = mail_settings(tmp_path / "usun").key(ADDRESSES[DEPARTMENT].upper())
    assert kept == mail_settings(tmp_path / "dept").key(ADDRESSES[USUN]) == bytes.fromhex(made.out)
    assert stat.S_IMODE((tmp_path / "dept" / KEYS).stat().st_mode) == 0o600
    share_key(tmp_path / "dept", "other@desk.example", KEY)
    assert mail_settings(tmp_path / "dept").key(ADDRESSES[USUN]) == kept


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("address", "not TOML"),
        ('host = "x"', "`address` is where"),
        ('address = "a@b.example"\nhosts = "x"', "'hosts' is nothing that the file has"),
        ('address = "a@b.example"\nport = "25"', "'port' is not in form"),
        ('address = "a@b.example"\ntls = "ssl"', "tls is one of"),
        ('address = "a@b.example"\nhost = "b.example"\nuser = "a"', "password would cross the network in the clear"),
    ],
)
def test_a_bad_file_of_settings_is_refused(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "desk-mail.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=told):
        mail_settings(tmp_path)


def test_a_desk_without_settings_sends_no_mail(ran: Run, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="sends no mail"):
        mail_settings(tmp_path)
    with pytest.raises(UsageError, match="a key is 32 hexadecimal digits"):
        share_key(tmp_path, "a@b.example", "secret")
