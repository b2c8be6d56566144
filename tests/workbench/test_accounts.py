"""Accounts: a password opens, a changed one ends what it opened, and somebody always keeps the collection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from onionskin.errors import NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.store.accounts import PassKind, Role
from onionskin.store.journal import now
from onionskin.workbench import Porter, open_collection

PASSWORD = "four words of a book"  # noqa: S105 - that is what it is
OTHER = "other words of a book"


@pytest.fixture
def porter(tmp_path: Path) -> Iterator[Porter]:
    settings = Settings(collection=tmp_path / "c")
    open_collection(settings, create=True).close()
    with Porter(settings) as held:
        held.add("Ruth", Role.OWNER, PASSWORD)
        yield held


def test_a_password_opens_and_another_does_not(porter: Porter) -> None:
    issued = porter.log_in(" RUTH ", PASSWORD, "here")
    assert issued is not None
    assert issued.account == porter.known(issued.secret, PassKind.SESSION)
    assert porter.known(issued.secret, PassKind.KEY) is None
    assert porter.log_in("ruth", OTHER, "here") is None
    assert porter.log_in("nobody", PASSWORD, "here") is None


def test_letters_with_marks_are_the_same_however_they_are_typed(porter: Porter) -> None:
    porter.set_password("ruth", "Ve\u0301lez y Vela\u0301squez")
    assert porter.log_in("ruth", "V\u00e9lez y Vel\u00e1squez", "here")


def test_no_secret_is_kept(porter: Porter, tmp_path: Path) -> None:
    issued = porter.log_in("ruth", PASSWORD, "here")
    assert issued is not None
    with closing(sqlite3.connect(tmp_path / "c" / "collection.db")) as connection:
        held = "".join(connection.iterdump())
    assert "$argon2id$" in held
    assert PASSWORD not in held
    assert issued.secret not in held


@pytest.mark.parametrize("change", ["password", "role", "remove", "log out"])
def test_a_session_ends_when_its_account_changes(porter: Porter, change: str) -> None:
    porter.add("ann", Role.EDITOR, PASSWORD)
    session, key = porter.log_in("ann", PASSWORD, "here"), porter.key("ann", "catalogue", 30)
    assert session
    match change:
        case "password":
            porter.set_password("ann", OTHER)
        case "role":
            porter.set_role("ann", Role.READER)
        case "remove":
            porter.remove("ann")
        case _:
            porter.log_out(session.secret)
    assert porter.known(session.secret, PassKind.SESSION) is None
    assert (porter.known(key.secret, PassKind.KEY) is None) is (change != "log out")


def test_a_pass_is_good_until_its_day_and_no_longer(porter: Porter) -> None:
    issued = porter.key("ruth", "catalogue", 30)
    porter._accounts.clock = lambda: now() + timedelta(days=29)
    assert porter.known(issued.secret, PassKind.KEY)
    porter._accounts.clock = lambda: now() + timedelta(days=30)
    assert porter.known(issued.secret, PassKind.KEY) is None
    porter.key("ruth", "another", 30)
    assert [each.label for each in porter.passes("ruth")] == ["another"]


def test_a_key_is_ended_by_its_label(porter: Porter) -> None:
    issued = porter.key("ruth", "catalogue", 30)
    with pytest.raises(NotFoundError):
        porter.end_key("ruth", "other")
    porter.end_key("ruth", "catalogue")
    assert porter.known(issued.secret, PassKind.KEY) is None


def test_the_last_owner_stays(porter: Porter) -> None:
    for change in (lambda: porter.remove("ruth"), lambda: porter.set_role("ruth", Role.READER)):
        with pytest.raises(UsageError, match="last owner"):
            change()
    porter.set_password("ruth", OTHER)
    porter.add("ann", Role.OWNER, PASSWORD)
    porter.remove("ruth")
    assert [each.name for each in porter.accounts()] == ["ann"]


@pytest.mark.parametrize(
    ("name", "password"), [("ruth", PASSWORD), ("ann", "short"), ("ann", "x" * 1025), ("", PASSWORD), ("a b", PASSWORD)]
)
def test_what_will_not_do_is_told(porter: Porter, name: str, password: str) -> None:
    with pytest.raises(UsageError):
        porter.add(name, Role.READER, password)
    assert [each.name for each in porter.accounts()] == ["ruth"]


@pytest.mark.parametrize("act", ["set_password", "set_role", "remove", "key", "passes"])
def test_an_account_that_is_not_there_is_told(porter: Porter, act: str) -> None:
    more = {"set_password": (PASSWORD,), "set_role": (Role.READER,), "key": ("x", 1)}.get(act, ())
    with pytest.raises(NotFoundError):
        getattr(porter, act)("nobody", *more)


def test_an_unknown_account_takes_the_same_comparison_as_a_wrong_password(
    porter: Porter, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    verify = type(porter._hasher).verify

    def counted(hasher: object, held: str, password: str) -> bool:
        compared.append(held.rsplit("$", 2)[0])
        return verify(hasher, held, password)  # type: ignore[arg-type]

    monkeypatch.setattr(type(porter._hasher), "verify", counted)
    porter.log_in("ruth", OTHER, "here")
    porter.log_in("nobody", OTHER, "here")
    assert compared[0] == compared[1]


def test_the_next_of_that_name_finds_no_searches_of_the_one_before(porter: Porter, tmp_path: Path) -> None:
    porter.add("ann", Role.READER, PASSWORD)
    with open_collection(Settings(collection=tmp_path / "c")) as collection:
        for name in ("ann", "ruth"):
            collection.store.searches.save(name, "Cuba", "Cuba", "best", 0)
        porter.set_role("ann", Role.EDITOR)
        assert len(collection.store.searches.of("ann")) == 1
        porter.remove("ann")
        assert collection.store.searches.of("ann") == ()
        assert len(collection.store.searches.of("ruth")) == 1
