"""No telegram is lost between two desks, and none comes twice: not by kill -9, nor where tables are made anew."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.desk.mail.two_desks import DEPARTMENT, USUN, Side, telegram, two_desks

from onionskin.desk.chancery.acts import DeskAct
from onionskin.errors import CollectionBusyError
from onionskin.store.opening import DATABASE
from onionskin.workbench import desk_collecting
from onionskin.workbench.checking import desk_faults, rebuild
from onionskin.workbench.desk_collecting import Taken
from onionskin.workbench.desk_sending import send


@pytest.fixture
def sides(tmp_path: Path) -> Iterator[tuple[Side, Side]]:
    with two_desks(tmp_path) as both:
        yield both


@pytest.mark.parametrize("moment", ["before it is taken", "after it is taken"])
def test_a_sender_that_is_killed_sends_again_and_it_is_taken_once(
    sides: tuple[Side, Side], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """Killed while the other side has the mail in hand, and has not said so."""
    dept, usun = sides
    papers = [telegram(dept), telegram(dept)]
    taking = desk_collecting.take
    killed: list[int] = []

    def take(*asked: object) -> Taken:
        if moment.startswith("before") and not killed:
            _kill()
        taken = taking(*asked)  # type: ignore[arg-type]
        if not killed:
            _kill()
        return taken

    def _kill() -> None:
        os.kill(sender.pid, signal.SIGKILL)
        sender.wait()
        killed.append(sender.pid)

    monkeypatch.setattr(desk_collecting, "take", take)
    command = [sys.executable, "-m", "onionskin", "desk", "send", "-c", str(dept.settings.folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as sender:
        assert sender.wait(600) == -signal.SIGKILL
    assert len(dept.desk.log.outbox.waiting()) == 2
    assert [each.reason for each in dept.sends()] == ["", ""]
    assert [len(usun.desk.acts(each)) for each in papers] == [1, 1]
    assert [list(desk_faults(each.desk.log)) for each in sides] == [[], []]


def test_a_receiver_that_is_killed_and_begun_again_has_all_of_it_once(tmp_path: Path) -> None:
    """A mail server of its own process, killed while mails come in."""
    with two_desks(tmp_path, listening=False) as (dept, usun):
        papers = [telegram(dept) for _ in range(6)]
        with _collector(usun, dept.settings.port) as collector:
            sending = send(dept.desk, dept.settings)
            assert [next(sending).reason for _ in range(2)] == ["", ""]
            collector.kill()
            collector.wait()
            assert all(each.reason for each in sending)
        with _collector(usun, dept.settings.port) as collector:
            assert [each.reason for each in dept.sends()] == [""] * 4
            collector.kill()
        assert [len(usun.desk.acts(each)) for each in papers] == [1] * 6
        assert list(desk_faults(usun.desk.log)) == []


def _collector(side: Side, port: int) -> subprocess.Popen[bytes]:
    """`onionskin desk collect`, once it listens."""
    where = ["--listen", str(port), "-c", str(side.settings.folder)]
    command = [sys.executable, "-m", "onionskin", "desk", "collect", *where]
    collector = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(6_000):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return collector
        time.sleep(0.05)
    raise TimeoutError(port)


def test_two_runs_do_not_send_at_once(sides: tuple[Side, Side]) -> None:
    dept, _ = sides
    telegram(dept)
    first = send(dept.desk, dept.settings)
    assert next(first).reason == ""
    telegram(dept)
    with pytest.raises(CollectionBusyError, match="sent by another run"):
        dept.sends()
    assert [each.reason for each in first] == [""]


def test_mail_that_the_tables_lost_is_found_and_goes_out_again_and_is_taken_once(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    paper = telegram(dept)
    dept.sends()
    usun.desk.perform("codeclerk", DeskAct.RECEIVE, paper, {"post": USUN})
    usun.sends()
    for side in sides:
        assert list(desk_faults(side.desk.log)) == []
        with closing(sqlite3.connect(side.settings.folder / DATABASE)) as connection, connection:
            connection.execute("DELETE FROM desk_outbox")
            connection.execute("DELETE FROM desk_mails")
    told = [fault.what for side in sides for fault in desk_faults(side.desk.log)]
    assert told == [
        "its mail to telegrams@usun.example is not in the outbox",
        "the mail that brought it is not held as taken",
        "its mail to telegrams@dept.example is not in the outbox",
        "the mail that brought it is not held as taken",
    ]
    for side in sides:
        rebuild(side.desk)
        assert list(desk_faults(side.desk.log)) == []
    assert [len(dept.sends()), len(usun.sends())] == [1, 1]
    assert usun.outcomes[-1].told == dept.outcomes[-1].told == "it was taken before"
    assert (len(usun.desk.acts(paper)), dept.stands(paper).posts[USUN].control) == (2, 1)


def test_what_was_sent_stays_sent_where_tables_are_made_anew(sides: tuple[Side, Side]) -> None:
    dept, usun = sides
    telegram(dept)
    dept.sends()
    rebuild(dept.desk)
    assert dept.sends() == []
    assert [each.told for each in usun.outcomes] == [f"a telegram of {DEPARTMENT}"]
