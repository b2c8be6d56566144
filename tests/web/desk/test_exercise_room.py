"""An exercise is begun, led and told in the room, by pages and by routes for programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.workbench import open_collection

PLAN = (Path(__file__).parents[2] / "desk" / "chancery" / "weekend.toml").read_text("utf-8")
NOTE = {
    "form": "telegram",
    "post": "Department of State",
    "to": ["USUN New York"],
    "approver": "U",
    "precedence": "FLASH",
}


@pytest.fixture
def leader(tmp_path: Path, enter: Enter) -> Visitor:
    """Who sits at this machine, and acts as the director."""
    settings = Settings(collection=tmp_path / "c")
    open_collection(settings, create=True).close()
    visitor = enter(settings)
    assert visitor.send("/api/desk/exercise?as=director", json={"plan": PLAN}).status_code == 200
    return visitor


def sent(visitor: Visitor) -> str:
    text = {"text": "If Kuznetsov asks, you should say that no attack is intended.", "told": {"subject": "Intentions"}}
    asked = ("/api/desk/acts?as=ball", {"act": "draft", "takes": {**NOTE, **text}})
    paper = str(visitor.send(asked[0], json=asked[1]).json()["paper"])
    for by, act, given in (
        ("ball", "approve", {}),
        ("ball", "classify", {"level": "SECRET"}),
        ("clerk", "number", {}),
        ("clerk", "transmit", {}),
    ):
        got = visitor.send(f"/api/desk/acts?as={by}", json={"act": act, "paper": paper, "takes": given})
        assert got.status_code == 200, got.text
    return paper


def test_what_is_due_is_put_in_before_anybody_looks(leader: Visitor) -> None:
    assert leader.ask("/api/desk?as=clerk").json()["trays"] == {}
    told = leader.send("/api/desk/exercise/pace?as=director", json={"to": "1962-10-27T18:00-04:00"}).json()
    assert (told["now"], told["rate"], told["to_come"]) == ("1962-10-27T22:00:00Z", 0, 1)
    assert leader.ask("/api/desk?as=clerk").json()["trays"] == {"receive": 1}


def test_only_the_director_sees_what_is_to_come(leader: Visitor) -> None:
    leader.send("/desk/as", data={"name": "director", **csrf(leader)})
    assert "Ships turn back" in leader.ask("/desk/exercise").text
    leader.send("/desk/as", data={"name": "ball", **csrf(leader)})
    page = leader.ask("/desk/exercise")
    assert page.status_code == 200
    assert "Ships turn back" not in page.text
    assert "You are of United States" in page.text
    assert leader.send("/desk/exercise/pace", data={"rate": "60", **csrf(leader)}).status_code == 403


def test_the_account_is_told_once_it_has_ended(leader: Visitor) -> None:
    paper = sent(leader)
    assert leader.ask("/api/desk/exercise/account?as=ball").status_code == 403
    assert leader.send("/api/desk/exercise/end?as=director").json()["ended"]
    whole = leader.ask("/api/desk/exercise/account?as=ball").json()
    assert [each["paper"] for each in whole["account"]["papers"]] == [paper]
    leader.send("/desk/as", data={"name": "ball", **csrf(leader)})
    page = leader.page("/desk/exercise/account")
    assert "no attack is intended" in page.words
    assert page.all("svg")


def csrf(visitor: Visitor) -> dict[str, str]:
    return {"csrf": str(visitor.ask("/api/visitor").json()["csrf"])}
