"""Who comes to the desk for the first time is told what to do, and is led to nothing that is not for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.chancery.desks import desk
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.settings import Settings


@pytest.fixture
def room(tmp_path: Path, enter: Enter) -> Iterator[Visitor]:
    with desk(tmp_path / "c") as held:
        held.appoint("keeper", {"name": "keeper", "roles": ["custodian"]}, day="1961-01-20")
        yield enter(Settings(collection=tmp_path / "c"))


def page(room: Visitor, name: str, path: str, status: int = 200) -> str:
    room.cookies.set("onionskin-desk-as", name.encode().hex())
    answer = room.ask(path)
    assert answer.status_code == status
    return str(answer.text)


@pytest.mark.parametrize("path", ["/desk/cases", "/desk/draft", "/desk/persons", "/desk/trays/in"])
def test_a_refusal_leads_nobody_back_to_the_desk(room: Visitor, path: str) -> None:
    told = page(room, "nobody", path, 403)
    assert '<a href="/desk">The desk</a>' in told
    assert f'href="{path}"' not in told


def test_the_desk_tells_nobody_under_what_name_they_are_appointed(room: Visitor) -> None:
    assert "under the name <b>nobody</b>" in page(room, "nobody", "/desk")


def test_cases_are_shown_the_way_to_only_for_who_has_to_do_with_them(room: Visitor) -> None:
    ways = {name: 'href="/desk/cases"' in page(room, name, "/desk") for name in ("visitor", "requests", "reviewer")}
    assert ways == {"visitor": False, "requests": True, "reviewer": True}


def test_a_sort_of_request_is_called_as_letters_call_it(room: Visitor) -> None:
    assert ">Request under the Freedom of Information Act</option>" in page(room, "requests", "/desk/cases")


def test_what_few_papers_say_is_behind_a_fold_until_something_is_said_there(room: Visitor) -> None:
    assert "<details>\n    <summary>What few papers say" in page(room, "ball", "/desk/draft")
    told = room.send("/desk/draft", data={"form": "telegram", "do": "preview", "eyes_only": "stevenson"}).text
    assert "<details open>\n    <summary>What few papers say" in told
