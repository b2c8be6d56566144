"""Owners keep their collection from the room: uploads, reading again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.web.browsing import eventually
from tests.web.kept import begun, files, left, work
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.settings import Settings
from onionskin.store.contract import KeptSource
from onionskin.web.keeping.worker import Worker
from onionskin.workbench import JobState, Workshop, open_collection, restore

LETTER = b"""EMBASSY OF THE UNITED STATES

Reykjavik, November 3, 1962

Dear Mr. Halloran:

I enclose the note of October 30.

Sincerely yours,

Ann Morris
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return begun(tmp_path / "box")


@pytest.fixture
def owner(settings: Settings, enter: Enter) -> Visitor:
    return enter(settings)


def test_files_are_sent_read_beside_the_room_and_told_of_one_by_one(owner: Visitor, settings: Settings) -> None:
    got = owner.send("/api/uploads", files=files(("letter.txt", LETTER), ("broken.pdf", b"%PDF-1.4 no more")))
    assert got.status_code == 202
    assert (got.json()["kind"], got.json()["state"], got.json()["total"]) == ("upload", "waiting", 2)
    assert len(left(settings)) == 2
    assert work(settings) == [JobState.DONE]
    told = owner.ask(f"/api/jobs/{got.json()['n']}").json()
    assert [(each["name"], each["state"], each["papers"]) for each in told["files"]] == [
        ("broken.pdf", "failed", 0),
        ("letter.txt", "read", 1),
    ]
    assert told["files"][0]["words"]
    assert owner.ask("/api/records").json()["total"] == 1
    assert left(settings) == []


def test_without_a_script_the_form_sends_itself_and_leads_to_its_work(owner: Visitor, settings: Settings) -> None:
    token = owner.page("/collection").all("input", name="csrf")[0].attributes["value"]
    sent = [("csrf", (None, token)), *files(("letter.txt", LETTER))]
    got = owner.ask("/collection/upload", "POST", files=sent)
    assert (got.status_code, got.headers["location"]) == (303, "/collection/work/1")
    waiting = owner.ask("/collection/work/1")
    assert waiting.headers["refresh"] == "3"
    assert "Waiting." in waiting.text
    work(settings)
    done = owner.ask("/collection/work/1")
    assert "refresh" not in done.headers
    assert "letter.txt" in done.text


@pytest.mark.parametrize("token", [None, "another"])
def test_an_upload_without_the_token_of_our_page_leaves_nothing(
    owner: Visitor, settings: Settings, token: str | None
) -> None:
    sent = [*([("csrf", (None, token))] if token else []), *files(("letter.txt", LETTER))]
    assert owner.ask("/collection/upload", "POST", files=sent).status_code == 403
    assert left(settings) == []
    right = owner.ask("/api/visitor").json()["csrf"]
    late = [*files(("letter.txt", LETTER)), ("csrf", (None, right))]
    assert owner.ask("/collection/upload", "POST", files=late).status_code == 403
    assert left(settings) == []
    assert owner.ask("/api/jobs").json() == {"jobs": []}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd", "etc/passwd"),
        ("..\\..\\a.txt", "a.txt"),
        ("box 3/a.txt", "box 3/a.txt"),
        (".hidden.txt", "hidden.txt"),
        ("x" * 300 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_a_name_leads_nowhere_but_into_its_folder(owner: Visitor, settings: Settings, name: str, kept: str) -> None:
    owner.send("/api/uploads", files=files((name, LETTER)))
    (path,) = left(settings)
    assert path.relative_to(settings.collection / "incoming").as_posix().split("/", 1)[1] == kept


def test_two_files_of_one_name_are_two(owner: Visitor, settings: Settings) -> None:
    owner.send("/api/uploads", files=files(("a.txt", LETTER), ("a.txt", LETTER + b"P.S.")))
    assert sorted(path.name for path in left(settings)) == ["a (2).txt", "a.txt"]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {}}, 400),
        ({"files": [("files", ("", b""))]}, 400),
        ({"files": [("word", (None, "x" * 20_000))]}, 400),
        ({"content": b"--b\r\nnonsense", "headers": {"Content-Type": "multipart/form-data; boundary=b"}}, 400),
        ({"content": b'--b\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nhalf a file', "headers": {
            "Content-Type": "multipart/form-data; boundary=b"}}, 400),
    ],
)  # fmt: skip
def test_what_is_no_upload_is_refused_and_leaves_nothing(
    owner: Visitor, settings: Settings, sent: dict[str, Any], status: int
) -> None:
    headers = {"X-CSRF-Token": owner.ask("/api/visitor").json()["csrf"], **sent.pop("headers", {})}
    got = owner.ask("/api/uploads", "POST", headers, **sent)
    assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json")
    assert left(settings) == []


def test_a_file_that_is_too_large_is_refused_while_it_comes(tmp_path: Path, enter: Enter) -> None:
    settings = begun(tmp_path / "box")
    small = Settings(collection=settings.collection, limits=type(settings.limits)(max_bytes=1_000))
    owner = enter(small)
    assert owner.send("/api/uploads", files=files(("a.txt", b"x" * 5_000))).status_code == 413
    assert left(settings) == []


def test_work_stops_and_goes_on(owner: Visitor, settings: Settings) -> None:
    n = owner.send("/api/uploads", files=files(("letter.txt", LETTER))).json()["n"]
    assert owner.send(f"/api/jobs/{n}/stop").json()["state"] == "stopped"
    assert work(settings) == []
    assert "Go on" in owner.page(f"/collection/work/{n}").words
    assert owner.send(f"/collection/work/{n}/go-on").status_code == 303
    assert work(settings) == [JobState.DONE]


def test_work_that_is_asked_to_stop_while_it_runs_ends_after_its_file(owner: Visitor, settings: Settings) -> None:
    sent = files(*((f"{n}.txt", LETTER + str(n).encode()) for n in range(3)))
    n = owner.send("/api/uploads", files=sent).json()["n"]
    with Workshop(settings) as workshop:
        assert workshop.claim()
        assert workshop.stop(n).state is JobState.STOPPING
        workshop.run(n)
        assert workshop.job(n).state is JobState.STOPPED
        assert len(workshop.files(n)) == 1
        workshop.go_on(n)
        workshop.run_next()
        assert workshop.job(n).state is JobState.DONE
    assert owner.ask("/api/records").json()["total"] == 3


def test_work_that_ran_when_the_room_was_closed_goes_on(owner: Visitor, settings: Settings) -> None:
    n = owner.send("/api/uploads", files=files(("letter.txt", LETTER))).json()["n"]
    with Workshop(settings) as workshop:
        workshop.claim()
    with Workshop(settings) as workshop:
        assert workshop.claim() is None
        workshop.recover()
        assert workshop.run_next() is not None
        assert workshop.job(n).state is JobState.DONE


@pytest.mark.slow
def test_the_worker_beside_the_room_does_what_waits_and_ends_with_it(owner: Visitor, settings: Settings) -> None:
    n = owner.send("/api/uploads", files=files(("letter.txt", LETTER))).json()["n"]
    with Worker(settings), Worker(settings), Workshop(settings) as workshop:
        eventually(lambda: not workshop.job(n).under_way)
        assert workshop.job(n).state is JobState.DONE
        assert [file.state for file in workshop.files(n)] == ["read"]


def test_sources_that_older_readers_read_are_read_again(owner: Visitor, settings: Settings) -> None:
    owner.send("/api/uploads", files=files(("letter.txt", LETTER)))
    work(settings)
    (before,) = owner.ask("/api/records").json()["records"]
    with open_collection(settings) as collection:
        (entry,) = collection.store.sources()
        from_before = list(collection.store.records())
        collection.store.keep(kept(entry.sha256), from_before, "readers of last year")
    owner.send("/api/jobs", json={"source": ""})
    assert work(settings) == [JobState.DONE]
    assert [each["state"] for each in owner.ask("/api/jobs/2").json()["files"]] == ["reread"]
    assert owner.ask("/api/records").json()["records"] == [before]
    owner.send("/api/jobs", json={"source": entry.sha256})
    assert work(settings) == [JobState.DONE]
    assert owner.ask("/api/jobs/3").json()["files"] == []
    assert "nothing to read" in owner.page("/collection/work/3").words


def kept(sha256: str) -> KeptSource:
    return KeptSource("letter.txt", sha256, "text/plain", LETTER, 1)


def test_a_source_that_is_not_there_is_told_with_the_work(owner: Visitor, settings: Settings) -> None:
    owner.send("/api/jobs", json={"source": "0" * 64})
    assert work(settings) == [JobState.FAILED]
    assert re.search("holds no such source", owner.ask("/api/jobs/1").json()["job"]["failed"])


def test_a_volume_of_an_edition_is_taken_in_as_one(owner: Visitor, settings: Settings, examples: Path) -> None:
    volume = b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body/></text></TEI>'
    owner.send("/api/uploads", files=files(("frus.xml", volume)))
    work(settings)
    (told,) = owner.ask("/api/jobs/1").json()["files"]
    assert (told["name"], told["state"]) == ("frus.xml", "failed")
    assert "volume" in told["words"]


def test_a_paper_is_removed_from_the_room_and_brought_back(owner: Visitor, settings: Settings) -> None:
    owner.send("/api/uploads", files=files(("letter.txt", LETTER)))
    work(settings)
    (paper,) = (row["id"] for row in owner.ask("/api/records").json()["records"])
    page = owner.page(f"/collection/remove?paper={paper}")
    assert "1 paper" in page.words
    form = {
        each.attributes["name"]: each.attributes.get("value", "")
        for each in page.all("input")
        if "name" in each.attributes
    }
    told = {**{name: form[name] for name in ("csrf", "paper", "source")}, "reason": "not ours"}
    assert owner.ask("/collection/remove", "POST", data=told).status_code == 303
    assert owner.ask(f"/papers/{paper}").status_code == 404
    assert owner.ask(f"/api/records/{paper}").json()["advice"].startswith("It was removed")
    assert owner.ask("/api/records").json()["total"] == 0
    assert "not ours" in owner.page("/collection").words
    (held,) = owner.ask("/api/removals").json()["removals"]
    assert owner.send(f"/collection/removals/{held['entry']}/undo").status_code == 303
    assert owner.ask(f"/papers/{paper}").status_code == 200


def test_a_source_is_removed_by_its_name_and_brought_back_by_the_api(owner: Visitor, settings: Settings) -> None:
    owner.send("/api/uploads", files=files(("letter.txt", LETTER)))
    work(settings)
    told = owner.send("/api/removals", json={"source": "letter.txt", "reason": "not ours"}).json()
    assert (told["title"], len(told["records"])) == ("letter.txt", 1)
    assert owner.send(f"/api/removals/{told['entry']}/undo").json() == {"records": told["records"]}
    assert owner.send(f"/api/removals/{told['entry']}/undo").status_code == 404
    assert owner.send("/api/removals", json={}).status_code == 400


@pytest.mark.parametrize("path", ["/api/backup", "/collection/backup"])
def test_a_backup_is_fetched_and_leaves_nothing_behind(
    owner: Visitor, settings: Settings, path: str, tmp_path: Path
) -> None:
    got = owner.send(path)
    assert (got.status_code, got.headers["content-type"]) == (200, "application/x-tar")
    assert 'filename="box-2' in got.headers["content-disposition"]
    (tmp_path / "box.tar").write_bytes(got.content)
    assert restore(Settings(collection=tmp_path / "again"), tmp_path / "box.tar") == 0
    assert left(settings) == []


@pytest.fixture
def large(owner: Visitor, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    """A source of one paper, in a room where that is too much for a request; its hash."""
    owner.send("/api/uploads", files=files(("letter.txt", LETTER), ("other.txt", LETTER + b"P.S.")))
    work(settings)
    monkeypatch.setattr("onionskin.workbench.removing.AT_ONCE", 0)
    with open_collection(settings) as collection:
        (entry,) = (each for each in collection.store.sources() if each.names[0].endswith("letter.txt"))
    return entry.sha256


def test_a_large_source_is_removed_as_work_beside_the_room_and_brought_back(
    owner: Visitor, settings: Settings, large: str
) -> None:
    assert "done beside the room" in owner.page(f"/collection/remove?source={large}").words
    got = owner.send("/collection/remove", data={"source": large, "reason": "not ours"})
    assert (got.status_code, got.headers["location"]) == (303, "/collection/work/2")
    assert owner.ask("/api/records").json()["total"] == 2, "the request itself removes nothing"
    assert owner.ask("/api/search?q=enclose").json()["total"] == 2
    assert work(settings) == [JobState.DONE]
    assert owner.ask("/api/records").json()["total"] == 1
    assert owner.ask("/api/search?q=enclose").json()["total"] == 1
    page = owner.page("/collection/work/2")
    assert page.one("h1").text == "Removal 2"
    assert "letter.txt" in page.words
    (held,) = owner.ask("/api/removals").json()["removals"]
    assert held["reason"] == "not ours"
    got = owner.send(f"/collection/removals/{held['entry']}/undo")
    assert got.headers["location"] == "/collection/work/3"
    assert work(settings) == [JobState.DONE]
    assert owner.ask("/api/records").json()["total"] == 2
    assert owner.ask("/api/search?q=enclose").json()["total"] == 2
    assert owner.ask("/api/removals").json() == {"removals": []}


def test_the_json_routes_answer_with_the_work(owner: Visitor, settings: Settings, large: str) -> None:
    got = owner.send("/api/removals", json={"source": large})
    assert (got.status_code, got.json()["kind"], got.json()["state"]) == (202, "removal", "waiting")
    twice = owner.send("/api/removals", json={"source": large})
    assert work(settings) == [JobState.DONE, JobState.DONE], "who asks twice has it removed once"
    assert owner.ask(f"/api/jobs/{twice.json()['n']}").json()["files"][0]["state"] == "removed"
    (held,) = owner.ask("/api/removals").json()["removals"]
    got = owner.send(f"/api/removals/{held['entry']}/undo")
    assert (got.status_code, got.json()["kind"]) == (202, "return")
    assert work(settings) == [JobState.DONE]
    assert owner.send(f"/api/removals/{held['entry']}/undo").status_code == 404
    assert owner.ask("/api/records").json()["total"] == 2
