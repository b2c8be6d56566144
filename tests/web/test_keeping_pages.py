"""Owners mend pages from the room: turned, replaced by a page of a better scan, and back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.web.kept import begun, files, left, work
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.scans.limits import Limits
from onionskin.scans.registry import open_engine
from onionskin.settings import Settings
from onionskin.workbench import JobState, open_collection, read


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return begun(tmp_path / "box")


@pytest.fixture
def owner(settings: Settings, enter: Enter) -> Visitor:
    return enter(settings)


def scans(settings: Settings) -> str:
    """A collection of one scan, read by no engine; what its file is called by."""
    folder = settings.collection.parent / "scans"
    folder.mkdir()
    (folder / "a.png").write_bytes(png(900, 600))
    with open_collection(Settings(collection=settings.collection, engine="null")) as collection:
        list(read(collection, [folder]))
    return "a.png"


def png(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 240).save(out, "PNG", dpi=(100, 100))
    return out.getvalue()


@pytest.fixture
def by_null(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are read by the engine that reads nothing, whichever is asked for."""
    monkeypatch.setattr("onionskin.workbench.mending.engine_of", lambda *_: open_engine("null", Limits()))
    monkeypatch.setattr("onionskin.workbench.worker.engine_of", lambda *_: open_engine("null", Limits()))


@pytest.mark.usefixtures("by_null")
def test_a_page_is_turned_replaced_and_turned_back_as_work_beside_the_room(owner: Visitor, settings: Settings) -> None:
    name = scans(settings)
    turned = owner.send("/api/pages", json={"source": name, "page": 1, "verb": "turn", "degrees": 90})
    assert (turned.status_code, turned.json()["kind"]) == (202, "page")
    assert work(settings) == [JobState.DONE]
    (file,) = owner.ask(f"/api/jobs/{turned.json()['n']}").json()["files"]
    assert (file["state"], file["words"]) == ("reread", "page 1: as a person decided, it was turned by 90 degrees")
    where = f"/api/pages/replace?source={name}&page=1"
    assert owner.send(where, files=files(("better.png", png(600, 900)))).status_code == 202
    assert work(settings) == [JobState.DONE]
    assert left(settings) == []
    told = owner.ask(f"/api/pages?source={name}&page=1").json()
    assert [each["words"] for each in told["done"]] == ["turned by 90 degrees", "replaced by page 1 of better.png"]
    owner.send("/api/pages", json={"source": name, "page": 1, "verb": "undo"})
    assert work(settings) == [JobState.DONE]
    assert [each["verb"] for each in owner.ask(f"/api/pages?source={name}&page=1").json()["done"]] == ["turn"]


@pytest.mark.usefixtures("by_null")
def test_a_broken_scan_is_told_with_its_work_and_changes_nothing(owner: Visitor, settings: Settings) -> None:
    name = scans(settings)
    where = f"/api/pages/replace?source={name}&page=1"
    got = owner.send(where, files=files(("broken.png", b"\x89PNG\r\n\x1a\n no more")))
    assert work(settings) == [JobState.DONE]
    (file,) = owner.ask(f"/api/jobs/{got.json()['n']}").json()["files"]
    assert (file["name"], file["state"]) == ("broken.png", "failed")
    assert owner.ask(f"/api/pages?source={name}&page=1").json()["done"] == []
    two = owner.send(where, files=files(("a.png", png(60, 90)), ("b.png", png(60, 90))))
    assert two.status_code == 400
    assert left(settings) == []


@pytest.mark.usefixtures("by_null")
def test_the_forms_of_a_page_lead_to_its_work_and_refuse_who_saw_it_otherwise(
    owner: Visitor, settings: Settings
) -> None:
    name = scans(settings)
    page = owner.page(f"/collection/page?paper={name}&page=1")
    told = {each.attributes["name"]: each.attributes["value"] for each in page.all("input", type="hidden")}
    form = {**told, "verb": "turn", "degrees": "270"}
    got = owner.ask("/collection/page", "POST", data=form)
    assert (got.status_code, got.headers["location"]) == (303, "/collection/work/1")
    assert work(settings) == [JobState.DONE]
    assert owner.ask("/collection/page", "POST", data=form).status_code == 303
    assert work(settings) == [JobState.FAILED]
    assert "was changed meanwhile" in owner.ask("/collection/work/2").text
    assert "Turned by 270 degrees" in owner.ask(f"/collection/page?paper={name}&page=1").text
    assert owner.ask(f"/collection/page?paper={name}&page=2").status_code == 400
    assert owner.ask("/collection/page?paper=nobody&page=1").status_code == 404
