"""Fifty clerks in several processes, one of which is killed: no number twice, no hole, nothing lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.desk.chancery.desks import DEPARTMENT, USUN, desk

from onionskin.settings import Settings
from onionskin.workbench import check, open_collection
from onionskin.workbench.desk import open_desk

REPOSITORY = Path(__file__).resolve().parents[2]
SERIES = f"{DEPARTMENT} to {USUN}"
CLERKS = (13, 13, 12, 12)


def room(folder: Path, clerks: int, telegrams: int) -> subprocess.Popen[str]:
    """A process with so many clerks."""
    command = [sys.executable, "-m", "tests.desk.clerks", str(folder), str(clerks), str(telegrams)]
    return subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_fifty_clerks_and_a_kill_leave_no_number_twice_no_hole_and_nothing_lost(tmp_path: Path) -> None:
    desk(tmp_path / "c").close()
    killed, *others = (room(tmp_path / "c", clerks, 2) for clerks in CLERKS)
    assert killed.stdout is not None
    reported = [killed.stdout.readline()]
    killed.send_signal(signal.SIGKILL)
    for each in (killed, *others):
        out, err = each.communicate()
        reported += out.splitlines()
        assert each is killed or (each.returncode, err) == (0, "")
    told = {int(number): paper for number, paper in map(str.split, filter(str.strip, reported))}
    assert len(told) == len(reported)
    with open_desk(Settings(collection=tmp_path / "c")) as held:
        given = {number: paper for (series, number), paper in held.log.rows.numbers().items() if series == SERIES}
        numbers = {paper: held.standing(paper) for paper in held.log.all_ids()}
    assert sorted(given) == list(range(1, len(given) + 1))
    assert told.items() <= given.items()
    # The last of the killed ones may have been on the disk before it could be told.
    assert len(given) - len(told) <= CLERKS[0]
    assert {int(each.number): paper for paper, each in numbers.items() if each and each.number} == given
    assert sum(each.sent is not None for each in numbers.values() if each) >= 2 * sum(CLERKS[1:])
    with open_collection(Settings(collection=tmp_path / "c")) as opened:
        assert list(check(opened)) == []
