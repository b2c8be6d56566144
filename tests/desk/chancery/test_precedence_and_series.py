"""Addressees for information have a precedence of their own, and a series of numbers may begin anew each year."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.chancery.desks import CLEARED, DEPARTMENT, USUN, begun, carried, desk

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.composing import composed
from onionskin.desk.chancery.procedures import Series, of_file, read, standard
from onionskin.desk.chancery.trays import Tray
from onionskin.errors import LexiconError
from onionskin.facsimile.retyping import sheet_of
from onionskin.facsimile.typeset import typeset
from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.workbench.checking import desk_faults
from onionskin.workbench.desk import Desk
from onionskin.workbench.facsimiles import form_of
from onionskin.workbench.reading import read_records

MOSCOW = "Embassy Moscow"
LONDON = "Embassy London"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path / "c") as opened:
        opened.open_post("keeper", {"name": MOSCOW, "zone": "Europe/Moscow"})
        opened.open_post("keeper", {"name": LONDON, "zone": "Europe/London"})
        person = {"name": "moscow", "post": MOSCOW, "roles": ["registry", "drafter"], "clearance": "TOP SECRET"}
        opened.appoint("keeper", person, day="1961-01-20")
        yield opened


def informed(held: Desk, **changed: object) -> str:
    """A telegram to New York, of which Moscow is told."""
    paper = begun(held, **{"info": [MOSCOW], "info_precedence": "ROUTINE", "eyes_only": [], **changed})
    carried(held, paper, CLEARED[:3])
    for by, act, given in (("ball", DeskAct.CLASSIFY, {"level": "SECRET"}), ("clerk", DeskAct.NUMBER, {})):
        held.perform(by, act, paper, given)
    held.perform("clerk", DeskAct.TRANSMIT, paper)
    return paper


def shown(held: Desk, name: str, tray: Tray) -> list[tuple[str, str]]:
    return [(each.id, each.bears.precedence) for each in held.tray(name, tray)[1]]


def test_who_is_informed_has_it_by_its_own_precedence_and_the_others_by_theirs(held: Desk) -> None:
    first, second = informed(held, precedence="FLASH"), informed(held, to=[MOSCOW], info=[], precedence="PRIORITY")
    assert shown(held, "moscow", Tray.RECEIVE) == [(second, "PRIORITY"), (first, "ROUTINE")]
    assert shown(held, "codeclerk", Tray.RECEIVE) == [(first, "FLASH")]
    held.perform("moscow", DeskAct.RECEIVE, first, {"post": MOSCOW})
    assert shown(held, "moscow", Tray.IN) == [(first, "ROUTINE")]
    assert list(desk_faults(held.log)) == []


def recorded(held: Desk, paper: str) -> Document:
    standing = held.standing(paper)
    assert standing is not None
    return composed(standing, held.acts(paper), held.roster)


def test_the_record_says_both_in_the_order_of_the_form(held: Desk) -> None:
    record = recorded(held, informed(held))
    assert [each.value for each in record.many("precedence")] == ["PRIORITY", "ROUTINE"]
    assert [each.value for each in record.many("info_precedence")] == ["ROUTINE"]


@pytest.mark.parametrize(
    ("begins", "days"),
    [
        ("", {"1962-06-30": "A to B", "1963-01-01": "A to B"}),
        ("01-01", {"1962-12-31": "A to B, 1962", "1963-01-01": "A to B, 1963"}),
        ("07-01", {"1962-06-30": "A to B, 1961-62", "1962-07-01": "A to B, 1962-63", "2000-01-01": "A to B, 1999-00"}),
    ],
)
def test_a_series_is_called_by_its_year(begins: str, days: dict[str, str]) -> None:
    series = Series("{post} to {to}", begins)
    assert {day: series.name(day, post="A", to="B") for day in days} == days


def yearly(held: Desk, folder: Path) -> None:
    """The standard procedures, but that telegrams and control numbers are counted by the year."""
    told = folder / "yearly.toml"
    standing = Path(__file__).parents[3] / "src" / "onionskin" / "lexicon" / "procedures" / "department.toml"
    text = standing.read_text("utf-8")
    for named in ('named = "{post} to {to}"', 'named = "received at {post}"'):
        assert named in text
        text = text.replace(named, f'{named}\nruns = "yearly"')
    told.write_text(text, "utf-8")
    held.adopt("keeper", told, text)
    assert {each.begins for each in of_file(told).series.values()} == {"", "01-01"}


def test_numbers_begin_anew_with_the_year_of_their_post(held: Desk, tmp_path: Path) -> None:
    held.appoint("keeper", {"name": "keeper", "roles": ["custodian"]}, day="1961-01-20")
    yearly(held, tmp_path)
    told = []
    # Two in the morning of New Year's Day in Greenwich is nine in the evening in Washington.
    for at in ("1962-12-31T20:00:00Z", "1963-01-01T02:00:00Z", "1963-01-01T14:00:00Z"):
        paper = held.perform("ball", DeskAct.DRAFT, given=LETTER_TO_USUN, at=at).paper
        for by, act, given in SENDING:
            held.perform(by, act, paper, given, at=at)
        standing = held.standing(paper)
        assert standing is not None
        told.append((standing.number, standing.series))
    series = f"{DEPARTMENT} to {USUN}"
    assert told == [("1", f"{series}, 1962"), ("2", f"{series}, 1962"), ("1", f"{series}, 1963")]
    assert list(desk_faults(held.log)) == []


LETTER_TO_USUN: dict[str, object] = {
    "form": "telegram",
    "post": DEPARTMENT,
    "to": [USUN],
    "approver": "U",
    "text": "Nothing today.",
}
SENDING: tuple[tuple[str, DeskAct, dict[str, object]], ...] = (
    ("ball", DeskAct.APPROVE, {}),
    ("ball", DeskAct.CLASSIFY, {"level": "SECRET"}),
    ("clerk", DeskAct.NUMBER, {}),
    ("clerk", DeskAct.TRANSMIT, {}),
)


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ('runs = "monthly"', "runs` on, or yearly"),
        ('begins = "07-01"', "begins` on a day"),
        ('runs = "yearly"\nbegins = "02-30"', "begins` on a day"),
        ('starts = "07-01"', "a series has `named`"),
    ],
)
def test_a_bad_series_is_refused_with_its_line(told: str, fault: str) -> None:
    text = f'title = "An archive"\n\n[series.number]\nnamed = "{{post}}"\n{told}\n'
    with pytest.raises(LexiconError, match=fault) as refused:
        read(text, "own.toml")
    assert "own.toml, line" in str(refused.value)


def test_those_that_come_with_us_run_on() -> None:
    assert {each.begins for each in standard().series.values()} == {""}


def printed(document: Document) -> list[str]:
    """The lines of its form on which a precedence stands."""
    lines = "\n".join(page.text for page in typeset(sheet_of(document))).splitlines()
    return [" ".join(line.split()) for line in lines if "PRIORITY" in line or "ROUTINE" in line]


def again(document: Document, folder: Path) -> Document:
    """As it is read from its form."""
    form = folder / "form.pdf"
    form.write_bytes(form_of(document))
    return next(read_records([form], Settings(collection=folder / "none")))


def words(document: Document, name: str) -> list[object]:
    return [each.value for each in document.many(name)]


def test_the_form_prints_each_beside_its_addressees_and_is_read_so(held: Desk, tmp_path: Path) -> None:
    record = recorded(held, informed(held, info=[MOSCOW, LONDON]))
    assert printed(record) == [
        "ACTION: USUN New York - PRIORITY 1",
        "INFO: Embassy Moscow - ROUTINE",
        "Embassy London - ROUTINE",
    ]
    read = again(record, tmp_path)
    assert (words(read, "precedence"), words(read, "info_precedence")) == (["PRIORITY", "ROUTINE"], ["ROUTINE"])
    assert len(read.many("info")) == 2


def test_an_incoming_telegram_says_it_before_the_posts_that_are_informed(held: Desk, tmp_path: Path) -> None:
    paper = held.perform(
        "moscow",
        DeskAct.DRAFT,
        given={
            "form": "telegram",
            "post": MOSCOW,
            "to": [DEPARTMENT],
            "info": [LONDON],
            "precedence": "PRIORITY",
            "info_precedence": "ROUTINE",
            "text": "Kuznetsov leaves for New York tonight.",
        },
    ).paper
    record = recorded(held, paper)
    assert printed(record)[-2:] == ["PRIORITY", "ACTION DEPARTMENT , INFORMATION ROUTINE Embassy London"]
    read = again(record, tmp_path)
    assert (words(read, "precedence"), words(read, "info_precedence")) == (["PRIORITY", "ROUTINE"], ["ROUTINE"])
