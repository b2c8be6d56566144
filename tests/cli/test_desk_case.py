"""A case is answered by commands alone, over a paper of the desk and one that was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.command_line import Run, runner
from tests.desk.chancery.desks import COME, begun, carried, desk

TELEGRAM = Path(__file__).resolve().parents[2] / "examples" / "telegram-1359.txt"
NUMBER = "C.A. NO 88-0034"
NOT_ALLOWED, REFUSED = 8, 9
DAY = ("--at", "1988-04-06")


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


def test_a_request_is_answered_and_appealed_by_commands(ran: Run, tmp_path: Path) -> None:
    where = ("-c", str(tmp_path / "c"))
    with desk(tmp_path / "c") as held:
        telegram = begun(held)
        carried(held, telegram, COME)
    case = ("desk", "case")
    opened = ran(
        *(*case, "new", "--kind", "civil-action", "--number", NUMBER, "--requester", "Institute for Old Papers"),
        *("--wanted", "telegrams to New York", "--address", "12 Archive Street", "--as", "requests", *DAY, *where),
    )
    assert opened.status == 0
    assert opened.out.startswith(f"{NUMBER}  open, civil-action of Institute for Old Papers")
    for by, *told in (
        ("requests", "add", NUMBER, telegram),
        ("requests", "assign", NUMBER, "--to", "reviewer"),
        ("reviewer", "refer", NUMBER, telegram[:9], "--agency", "Department of Defense", "--due", "1988-05-01"),
        ("reviewer", "answer", NUMBER, telegram[:9], "--agency", "Department of Defense", "--remarks", "No objection"),
        (
            *("reviewer", "decide", NUMBER, telegram[:9], "excise", "--lines", "1", "--exemption", "B1A5"),
            *("--downgrade", "SECRET", "--until", "OADR", "--authority", "E.O. 12356"),
        ),
    ):
        assert ran(*case, *told, "--as", by, *DAY, *where).status == 0, told
    letter = ran(*case, "letter", NUMBER, "--send", "--as", "requests", *DAY, *where)
    assert "1 paper is released in part: 9 words in 1 passage are withheld." in letter.out
    index = ran(*case, "index", NUMBER, "--form", "csv", "--as", "requests", *where)
    assert "1.3(a)(5)" in index.out
    assert "Kuznetsov" not in index.out
    ((row),) = ran(*case, "list", "--json", "--as", "requests", *where).json
    assert (row["stage"], row["papers"], row["undecided"]) == ("answered", 1, 0)
    assert ran(*case, "appeal", NUMBER, "--as", "requests", *DAY, *where).out.startswith(f"{NUMBER}  appealed")
    refused = ran(*case, "decide", NUMBER, telegram, "release", "--authority", "x", "--as", "reviewer", *DAY, *where)
    assert refused.status == REFUSED
    assert "another must" in refused.err
    assert ran(*case, "close", NUMBER, "--as", "requests", *where).status == REFUSED
    ((shown),) = ran(*case, "show", NUMBER, "--json", "--as", "requests", *where).json
    assert [each["act"] for each in shown["steps"]] == ["open", "answer", "appeal"]


def test_a_paper_that_was_read_is_entered_with_what_it_bears(ran: Run, tmp_path: Path) -> None:
    where = ("-c", str(tmp_path / "c"))
    desk(tmp_path / "c").close()
    (read,) = ran("read", str(TELEGRAM), "--json", "--no-link", *where).json
    unentered = ("desk", "case", "unentered", "--as")
    assert ran(*unentered, "requests", *where).out.split("\t")[:2] == [read["id"], "telegram"]
    assert ran(*unentered, "reviewer", *where).status == NOT_ALLOWED
    told = {"kind": "foia", "requester": "A. Reader", "wanted": "the telegram"}
    options = [each for name, value in told.items() for each in (f"--{name}", value)]
    assert ran("desk", "case", "new", *options, "--received", "1976-01-05", "--as", "requests", *where).status == 0
    added = ran("desk", "case", "add", "F-1976-00001", read["id"], "--as", "requests", "--at", "1976-01-06", *where)
    assert added.status == 0, added.err
    assert ran(*unentered, "requests", "--json", *where).json == []
    (shown,) = ran("desk", "show", read["id"], "--json", "--as", "reviewer", *where).json
    assert (shown["number"], shown["level"], shown["form"]) == ("1359", "TOP SECRET", "telegram")
    assert "Kuznetsov" in shown["versions"][0]["text"]
