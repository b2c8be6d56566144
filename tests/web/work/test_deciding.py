"""What can be decided in the room: each act by a form and by the API, told in the history, and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.web import specimens
from tests.web.conftest import furnished
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.workbench import link_again, open_collection

PAPER, LETTER = specimens.telegram(), specimens.letter()
HERE = f"/papers/{PAPER.id}"


@pytest.fixture
def room(tmp_path: Path, enter: Enter) -> Visitor:
    """A room upon a linked collection of its own."""
    settings = furnished(tmp_path / "collection", [PAPER, LETTER])
    with open_collection(settings) as collection:
        link_again(collection)
    return enter(settings)


def record(room: Visitor) -> dict[str, Any]:
    held: dict[str, Any] = room.ask(f"/api/records/{PAPER.id}").json()
    return held


def question(room: Visitor, sort: str) -> dict[str, Any]:
    asked = room.ask(f"/api/records/{PAPER.id}/questions").json()["questions"]
    found: dict[str, Any] = next(each for each in asked if each["sort"] == sort)
    return found


def answer(room: Visitor, sort: str, with_: str, **more: str) -> Any:
    """A button of a question pressed, as its form sends it."""
    asked = question(room, sort)
    fields = {"answer": with_, "about": asked["pointer"], "seen": asked["seen"], **more}
    if asked["span"]:
        fields |= {"page": str(asked["page"]), "start": str(asked["span"][0]), "words": asked["as_printed"]}
    return room.send(f"{HERE}/decisions", data=fields)


def decide(room: Visitor, **told: Any) -> Any:
    return room.send(f"/api/records/{PAPER.id}/decisions", json=told)


@pytest.mark.parametrize(
    ("sort", "with_", "key", "now"),
    [
        ("emendation", "accept DEPTEL", "emendations", {"state": "accepted"}),
        ("emendation", "reject", "emendations", {"state": "rejected"}),
        ("stamp", "accept 1977-07-12", "doubts", {"state": "settled", "value": "1977-07-12"}),
        ("stamp", "reject", "doubts", {"state": "dismissed"}),
        ("same-paper", f"accept {LETTER.id}", "same_as", {"state": "accepted"}),
    ],
)
def test_a_button_decides_and_the_page_says_so(
    room: Visitor, sort: str, with_: str, key: str, now: dict[str, str]
) -> None:
    got = answer(room, sort, with_)
    assert got.status_code == 303
    assert got.headers["location"].startswith(f"{HERE}?done=")
    part = record(room)[key][0]
    assert now.items() <= part.items()
    page = room.page(got.headers["location"])
    assert "by" in page.one("div", class_="done").text
    assert page.all("form", class_="undo")


def test_a_reference_is_linked_to_the_paper_that_is_chosen_or_named(room: Visitor) -> None:
    answer(room, "reference", f"link {LETTER.id}")
    resolved = record(room)["references"][0]["resolved"]
    assert (resolved["state"], resolved["record"]) == ("linked", LETTER.id)


def test_other_words_than_those_proposed_can_be_put(room: Visitor) -> None:
    answer(room, "emendation", "other emend", to="DEPCIRTEL")
    made = {each["to"]: each["state"] for each in record(room)["emendations"]}
    assert made == {"DEPTEL": "rejected", "DEPCIRTEL": "accepted"}


def test_a_word_is_corrected_where_it_stands_and_the_correction_taken_back(room: Visitor) -> None:
    page = room.page(f"{HERE}/correct?words=haggle")
    form = page.one("form", class_="correction")
    fields = {
        each.attributes["name"]: each.attributes.get("value", "")
        for each in page.all("input")
        if each.attributes.get("name") in {"page", "start", "words", "to", "back"}
    }
    got = room.send(form.attributes["action"], data={**fields, "to": "quarrel", "answer": "other correct"})
    assert got.status_code == 303
    (correction,) = record(room)["corrections"]
    assert (correction["from"], correction["to"]) == ("haggle", "quarrel")
    told = room.ask(f"/api/records/{PAPER.id}/history").json()["decisions"][0]
    assert (told["verb"], told["quote"]["exact"]) == ("correct", "haggle")
    assert room.send(f"/history/{told['entry']}/undo").status_code == 303
    assert "corrections" not in record(room) or not record(room)["corrections"]


def test_what_changed_meanwhile_is_refused_with_what_to_do(room: Visitor) -> None:
    asked = question(room, "emendation")
    stale = {"answer": "reject", "about": asked["pointer"], "seen": asked["seen"]}
    answer(room, "emendation", "accept DEPTEL")
    got = room.send(f"{HERE}/decisions", data=stale)
    assert got.status_code == 409
    assert "Load the page again" in got.text
    told = decide(room, verb="reject", about=asked["pointer"], seen=asked["seen"])
    assert (told.status_code, told.headers["content-type"]) == (409, "application/problem+json")
    assert record(room)["emendations"][0]["state"] == "accepted"


def test_the_api_decides_signs_by_who_asks_and_takes_back_once(room: Visitor) -> None:
    who = room.ask("/api/visitor").json()["name"]
    asked = question(room, "emendation")
    told = decide(room, verb="accept", about=asked["pointer"], seen=asked["seen"], reason="so in the index").json()
    (decided,) = told["decided"]
    assert (decided["new"], decided["decision"]["author"]) == (True, who)
    entry = decided["decision"]["entry"]
    assert room.send(f"/api/decisions/{entry}", "DELETE").status_code == 200
    assert record(room)["emendations"][0]["state"] == "proposed"
    assert room.send(f"/api/decisions/{entry}", "DELETE").status_code == 409
    history = room.ask("/api/history").json()
    assert [each["verb"] for each in history["decisions"]] == ["undo", "accept"]
    assert history["decisions"][1]["undone"]["author"] == who


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"verb": "accept", "about": "/emendations/9"}, 400),
        ({"verb": "wave", "about": "/emendations/0"}, 400),
        ({"verb": "correct", "words": "nowhere to be found", "to": "x"}, 400),
        ({"verb": "accept", "about": "/emendations/0", "by": "somebody else"}, 400),
        ({"verb": "begin", "about": "boundary", "at": "here"}, 400),
    ],
)
def test_what_cannot_be_decided_is_refused_and_written_nowhere(
    room: Visitor, told: dict[str, str], status: int
) -> None:
    got = decide(room, **told)
    assert got.status_code == status
    assert got.json()["advice"]
    assert room.ask("/api/history").json()["total"] == 0


def test_a_form_leads_back_only_to_pages_of_this_room(room: Visitor) -> None:
    got = answer(room, "emendation", "accept DEPTEL", back="//elsewhere.example/queue")
    assert got.headers["location"].startswith(f"{HERE}?done=")
    got = answer(room, "stamp", "reject", back="/queue?kind=stamp#q-3")
    assert got.headers["location"].startswith("/queue?kind=stamp&done=")
    assert got.headers["location"].endswith("#q-3")


def test_without_the_token_of_our_pages_nothing_is_decided(room: Visitor) -> None:
    asked = question(room, "emendation")
    fields = {"answer": "accept DEPTEL", "about": asked["pointer"], "seen": asked["seen"]}
    for path, method in ((f"{HERE}/decisions", "POST"), ("/history/1/undo", "POST"), ("/api/decisions/1", "DELETE")):
        assert room.ask(path, method, data=fields if method == "POST" else None).status_code == 403
    assert record(room)["emendations"][0]["state"] == "proposed"


def test_the_queue_shows_what_mends_most_first_and_goes_on_when_it_is_decided(room: Visitor) -> None:
    queue = room.ask("/api/queue").json()
    assert queue["total"] == len(queue["questions"]) == sum(queue["counts"].values())
    gains = [each["gain"] for each in queue["questions"]]
    assert gains == sorted(gains, reverse=True)
    page = room.page("/queue?kind=emendation")
    (article,) = page.all("article", class_="question")
    assert "DEPTTEL" in article.text
    back = next(each.attributes["value"] for each in page.all("input", name="back"))
    assert back == "/queue?kind=emendation#q-1"
    answer(room, "emendation", "accept DEPTEL", back=back)
    assert "Nothing is open" in room.page("/queue?kind=emendation").words


def test_a_collection_under_review_asks_and_tells_nothing(under_review: Visitor) -> None:
    assert under_review.ask("/api/queue").json()["total"] == 0
    assert under_review.ask("/api/history").json()["total"] == 0
    assert "under review" in under_review.page("/queue").words
    for path in (f"{HERE}/history", f"{HERE}/correct?words=haggle", f"/api/records/{PAPER.id}/questions"):
        assert under_review.ask(path).status_code == 404
    assert (
        under_review.send(f"{HERE}/decisions", data={"answer": "accept", "about": "/emendations/0"}).status_code == 404
    )
