"""A desk agrees with itself, or `check` says what does not and where; its tables can be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from tests.command_line import runner
from tests.desk.chancery.desks import CLEARED, COME, DEPARTMENT, EVENING, USUN, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct
from onionskin.settings import Settings
from onionskin.store import accession
from onionskin.store.journal import Draft, EntryKind
from onionskin.store.opening import DATABASE
from onionskin.workbench import Fault, Progress, check, open_collection
from onionskin.workbench.checking import desk_faults, rebuild
from onionskin.workbench.desk import open_desk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk with a telegram that has come, with a copy, and one that is cleared."""
    with desk(tmp_path / "c") as held:
        first = begun(held)
        carried(held, first, COME)
        held.perform("clerk", DeskAct.COPY, first, {"holder": "mccloy"}, at=EVENING)
        carried(held, begun(held), CLEARED)
    return tmp_path / "c"


def faults(folder: Path) -> list[Fault]:
    with open_collection(Settings(collection=folder)) as opened:
        return list(check(opened))


def unguarded(folder: Path, do: Callable[[sqlite3.Connection], object]) -> None:
    """What somebody with a tool of their own can do."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection, connection:
        connection.execute("DROP TRIGGER IF EXISTS journal_keeps_UPDATE")
        do(connection)


def test_a_desk_that_was_worked_at_is_in_order(folder: Path) -> None:
    assert faults(folder) == []


def test_a_check_tells_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onionskin.workbench.checking.A_STEP", 10)
    told: list[Progress] = []
    with open_collection(Settings(collection=folder)) as opened:
        assert list(check(opened, told.append)) == []
    with open_desk(Settings(collection=folder)) as held:
        total = held.log.size() + 2
        assert total == sum(1 for _ in held.log.all_told()) + 2
    assert [(each.done, each.total) for each in told] == [(n, total) for n in range(0, total, 10)]


@pytest.mark.parametrize("column", ["at", "author", "kind", "record", "body", "chain"])
def test_one_changed_byte_of_an_act_is_found_and_its_entry_named(folder: Path, column: str) -> None:
    """Every byte in turn, to another that could stand there as well."""
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.execute("DROP TRIGGER journal_keeps_UPDATE")
        ask = f"SELECT seq, {column} FROM journal WHERE kind = 'performed' AND body LIKE '%transmit%'"  # noqa: S608
        seq, told = connection.execute(ask).fetchone()
        connection.execute("PRAGMA synchronous = OFF")
        change = f"UPDATE journal SET {column} = ? WHERE seq = ?"  # noqa: S608 - one of the names above
        with open_collection(Settings(collection=folder)) as opened:
            for n, byte in enumerate(told):
                with connection:
                    connection.execute(change, (told[:n] + chr(ord(byte) ^ 1) + told[n + 1 :], seq))
                found = "\n".join(each.what for each in opened.store.check())
                assert f"entry {seq} " in found, (n, found)
            with connection:
                connection.execute(change, (told, seq))
    assert faults(folder) == []


def test_an_act_whose_number_was_changed_is_missed(folder: Path) -> None:
    unguarded(folder, lambda held: held.execute("UPDATE journal SET seq = 999 WHERE body LIKE '%transmit%'"))
    assert any("is missing" in each.what for each in faults(folder))


SPOILED = [
    "UPDATE desk_papers SET subject = 'Other Steps' WHERE n = 1",
    "UPDATE desk_papers SET level = 0 WHERE n = 1",
    "UPDATE desk_papers SET seq = seq - 1 WHERE n = 1",
    "INSERT INTO desk_sights VALUES ('everyone', 1, 3, 0, '')",
    "DELETE FROM desk_sights WHERE principal = 'person:stevenson'",
    "UPDATE desk_sights SET asks = 0 WHERE sight = 3",
    "UPDATE desk_lies SET asks = 0, ends = '1970-01-01'",
    "UPDATE desk_lies SET tray = 'out' WHERE tray = 'in'",
    "DELETE FROM desk_lies",
    "DELETE FROM desk_numbers WHERE number = 1359",
    "UPDATE desk_numbers SET paper = (SELECT id FROM desk_papers WHERE n = 2) WHERE number = 1359",
    "INSERT INTO desk_numbers VALUES ('Department of State to USUN New York', 1360, 'os-00000000000000000000')",
    "UPDATE desk_papers SET id = 'os-00000000000000000000' WHERE n = 2",
]


@pytest.mark.parametrize("spoil", SPOILED)
def test_tables_that_disagree_with_the_journal_are_told_and_made_anew(folder: Path, spoil: str) -> None:
    unguarded(folder, lambda held: held.execute(spoil))
    found = faults(folder)
    assert found
    assert all("desk rebuild" in each.advice for each in found)
    with open_desk(Settings(collection=folder)) as held:
        assert rebuild(held) == 2
    assert faults(folder) == []


def test_the_rows_of_an_older_desk_are_told_what_they_ask_for(folder: Path) -> None:
    def older(held: sqlite3.Connection) -> None:
        for table, column in product(("desk_sights", "desk_lies"), ("asks", "ends")):
            held.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        held.execute("ALTER TABLE desk_lies DROP COLUMN precedence")
        held.execute("DROP TABLE desk_unshown")
        held.execute("UPDATE alembic_version SET version_num = '11'")

    unguarded(folder, older)
    assert faults(folder) == []


def forged(folder: Path, author: str, body: dict[str, object], paper: str = "") -> None:
    """An entry that no desk decided, in a chain that holds."""

    def write(connection: sqlite3.Connection) -> None:
        (first,) = connection.execute("SELECT id FROM desk_papers WHERE n = 2").fetchone()
        draft = Draft(EntryKind.PERFORMED, author, {"at": EVENING, "takes": {}, "yields": {}, **body}, paper or first)
        accession.append(connection, (draft,), "2026-03-01T09:30:00Z")

    unguarded(folder, write)


SERIES = f"{DEPARTMENT} to {USUN}"
FORGED: list[tuple[str, dict[str, object], str]] = [
    ("clerk", {"act": "transmit"}, "its own procedures refuse it: transmit is refused: it has no number"),
    ("visitor", {"act": "approve"}, "no such paper for you"),
    ("nobody", {"act": "approve"}, "no such paper for you"),
    ("clerk", {"act": "number", "yields": {"number": 1359, "series": SERIES}}, "was given to os-"),
    ("clerk", {"act": "number", "yields": {"number": 2000, "series": SERIES}}, "yielded number 2000, not 1360"),
    ("ball", {"act": "approved"}, "is nothing that a desk writes"),
    ("ball", {"act": "amend", "takes": {"texts": "Other."}}, "cannot be done so"),
]


@pytest.mark.parametrize(("author", "body", "told"), FORGED)
def test_an_act_that_its_own_procedures_refuse_is_told_with_its_entry(
    folder: Path, author: str, body: dict[str, object], told: str
) -> None:
    forged(folder, author, body)
    with open_desk(Settings(collection=folder)) as held:
        last = max(each.seq for each in held.log.all_told())
        found = list(desk_faults(held.log))
    assert found[0].where == f"desk, entry {last}"
    assert told in "\n".join(each.what for each in found)


def test_the_tables_are_made_anew_at_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(capsys)
    where = ("-c", str(folder))
    unguarded(folder, lambda held: held.execute(SPOILED[0]))
    assert run("check", *where).status == 5
    assert run("desk", "rebuild", *where).out.endswith("2 papers stand as their acts have left them\n")
    assert run("check", *where).status == 0


def test_what_was_given_out_of_the_tables_is_not_given_again(folder: Path) -> None:
    """Numbers are found again in the journal, those of posts and copies too."""
    unguarded(folder, lambda held: held.execute("DELETE FROM desk_numbers"))
    with open_desk(Settings(collection=folder)) as held:
        rebuild(held)
        taken = set(held.log.rows.numbers())
    assert {(SERIES, 1359), (f"received at {USUN}", 1)} < taken
    assert len(taken) == 3
