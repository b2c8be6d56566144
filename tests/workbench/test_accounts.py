"""Accounts: a password opens, a changed one ends what it opened, and somebody always keeps the collection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from onionskin.errors import NotAllowedError, NotFoundError, UsageError
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
    porter.log_in("ruth", PASSWORD, "here")
    porter.invite("may", Role.OWNER)
    for change in (
        lambda: porter.remove("ruth"),
        lambda: porter.set_role("ruth", Role.READER),
        lambda: porter.disable("ruth"),
        lambda: porter.invite_again("ruth"),
    ):
        with pytest.raises(UsageError, match="last owner"):
            change()
    assert len(porter.passes("ruth")) == 1, "what is refused changes nothing"
    porter.remove("may")
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


def test_an_invitation_opens_one_time_and_leads_to_a_password_of_ones_own(porter: Porter) -> None:
    invited = porter.invite("Ann", Role.EDITOR)
    assert invited.account.once == invited.until > invited.account.since
    issued = porter.log_in("ann", invited.password, "here")
    assert issued is not None
    assert issued.account.once
    assert porter.log_in("ann", invited.password, "here") is None
    assert porter.log_in("ann", "", "here") is None
    porter.choose_password("ann", "", PASSWORD)
    assert porter.account("ann").once == ""
    assert porter.log_in("ann", PASSWORD, "here") is not None
    assert porter.log_in("ann", invited.password, "here") is None


def test_an_invitation_is_good_for_a_week(porter: Porter) -> None:
    invited = porter.invite("ann", Role.READER)
    porter._accounts.clock = lambda: now() + timedelta(days=7)
    assert porter.log_in("ann", invited.password, "here") is None
    again = porter.invite_again("ann")
    assert again.password != invited.password
    assert porter.log_in("ann", again.password, "here") is not None


def test_a_password_of_ones_own_takes_the_present_one(porter: Porter) -> None:
    with pytest.raises(NotAllowedError):
        porter.choose_password("ruth", OTHER, OTHER)
    with pytest.raises(UsageError):
        porter.choose_password("ruth", PASSWORD, "short")
    porter.choose_password("ruth", PASSWORD, OTHER)
    assert porter.log_in("ruth", OTHER, "here") is not None


def test_a_disabled_account_opens_nothing_until_it_is_enabled(porter: Porter) -> None:
    porter.add("ann", Role.EDITOR, PASSWORD)
    session, key = porter.log_in("ann", PASSWORD, "here"), porter.key("ann", "catalogue", 30)
    assert session
    assert porter.disable("ann").disabled
    late = porter.key("ann", "another", 30)
    for issued, kind in ((session, PassKind.SESSION), (key, PassKind.KEY), (late, PassKind.KEY)):
        assert porter.known(issued.secret, kind) is None
    assert porter.log_in("ann", PASSWORD, "here") is None
    assert porter.enable("ann").disabled == ""
    assert porter.log_in("ann", PASSWORD, "here") is not None


def test_sessions_are_ended_but_the_one_that_ends_them_and_keys_stay(porter: Porter) -> None:
    here, there = (porter.log_in("ruth", PASSWORD, label) for label in ("here", "there"))
    assert here
    assert there
    porter.key("ruth", "catalogue", 30)
    held = porter.standing("ruth")
    assert ([each.label for each in held.sessions], [each.label for each in held.keys]) == (
        ["here", "there"],
        ["catalogue"],
    )
    assert held.account.seen == held.sessions[-1].since
    porter.end_sessions("ruth", but=here.secret)
    assert porter.known(here.secret, PassKind.SESSION)
    assert porter.known(there.secret, PassKind.SESSION) is None
    porter.end_sessions("ruth")
    (held,) = porter.standings()
    assert (held.sessions, len(held.keys)) == ((), 1)


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
