"""A collection opened: its policy, its index in step, its check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.workbench.box import faults, fill, fill_with_sheets, opened

from onionskin.errors import CollectionError, NotFoundError, NotReleasedError, UsageError
from onionskin.inventory import facts
from onionskin.ledger.lines import Line
from onionskin.ledger.telling import lines_of
from onionskin.record.document import Document
from onionskin.settings import Settings
from onionskin.workbench import Progress, check, explain, find, listing, open_collection, page_image, read, show
from onionskin.workbench.collection import Collection
from onionskin.workbench.indexed import FILE as INDEX
from onionskin.workbench.stocktaking import FILE as INVENTORY

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """The folder of a collection that holds every layout."""
    fill_with_sheets(tmp_path / "box")
    with opened(tmp_path / "c") as collection:
        list(read(collection, [tmp_path / "box"]))
    return tmp_path / "c"


def test_after_reading_everything_agrees(collection: Path) -> None:
    with opened(collection) as c:
        assert list(check(c)) == []
        assert len(dict(c.index.held())) == len(list(c.store.records())) == listing(c).total


def test_there_is_no_collection_unless_one_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        open_collection(Settings(collection=tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()
    (tmp_path / "a file").write_text("x")
    with pytest.raises(CollectionError):
        open_collection(Settings(collection=tmp_path / "a file"), create=True)


def test_an_index_that_was_lost_is_made_again_by_looking_for_something(collection: Path) -> None:
    for each in collection.glob(f"{INDEX}*"):
        each.unlink()
    with opened(collection) as c:
        assert {fault.advice for fault in check(c)} != set()
        assert find(c, "aircraft").total == 1
        assert list(check(c)) == []


def test_a_collection_is_made_ready_once_and_says_that_it_takes_a_while(collection: Path) -> None:
    for each in (*collection.glob(f"{INDEX}*"), *collection.glob(f"{INVENTORY}*")):
        each.unlink()
    said: list[str] = []
    with opened(collection) as c:
        c.make_ready(said.append)
        assert list(check(c)) == []
        assert dict(c.inventory.held()) == dict(c.store.digests())
        papers = listing(c).total
    with opened(collection) as c:
        c.make_ready(said.append)
    assert said == [f"{what} {papers} papers first; this is done once." for what in ("Indexing", "Taking stock of")]


def told(collection: Collection) -> list[tuple[str, str]]:
    """The statements that the inventory holds, and the issue of each."""
    with collection.inventory.reading() as connection:
        return sorted(connection.execute("SELECT id, issue FROM line"))


def test_what_papers_state_is_told_once_a_run_when_they_are_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(document: Document, **named: Any) -> tuple[Line, ...]:
        asked.append(document.id)
        return lines_of(document, **named)

    monkeypatch.setattr(facts, "lines_of", counted)
    fill(tmp_path / "box", 3)
    with opened(tmp_path / "c") as c:
        list(read(c, [tmp_path / "box", EXAMPLES]))
        assert sorted(asked) == sorted(each for each, _ in c.store.digests())
        assert told(c)
        assert dict(c.inventory.held()) == dict(c.store.digests())


def test_what_papers_state_is_told_by_the_next_opening_where_a_run_stopped_before_they_were_linked(
    tmp_path: Path,
) -> None:
    def stop(progress: Progress) -> None:
        if progress.done == progress.total:
            raise KeyboardInterrupt

    with opened(tmp_path / "whole") as c:
        list(read(c, [EXAMPLES], link=False))
        assert told(c) == []
        c.make_ready()
        whole = told(c)
        assert whole
    with opened(tmp_path / "c") as c:
        with pytest.raises(KeyboardInterrupt):
            list(read(c, [EXAMPLES], progress=stop))
        assert len(dict(c.inventory.held())) == listing(c).total
        assert told(c) == []
    with opened(tmp_path / "c") as c:
        c.make_ready()
        assert told(c) == whole
        assert dict(c.inventory.held()) == dict(c.store.digests())


def test_a_run_that_died_between_store_and_index_is_made_good(collection: Path, tmp_path: Path) -> None:
    fill(tmp_path / "more", 1)
    with opened(collection) as c:
        for _ in read(c, [tmp_path / "more"], link=False):
            c._pending.clear()
    with opened(collection) as c:
        assert len(list(check(c))) == 1
        assert find(c, "number:1").total == 1
        assert list(check(c)) == []


def test_what_the_store_no_longer_holds_leaves_the_index(collection: Path, tmp_path: Path) -> None:
    fill(tmp_path / "more", 1)
    with opened(tmp_path / "other") as other:
        (outcome,) = read(other, [tmp_path / "more"])
        strangers = [show(other, document.id) for document in outcome.documents]
    with opened(collection) as c:
        c.index.add(strangers)
        assert len(list(check(c))) == 1
        assert find(c, '"request number 1"').total == 0
        assert list(check(c)) == []


def test_an_index_that_is_no_index_is_made_again(collection: Path) -> None:
    """All that it holds stands in the store as well."""
    for each in collection.glob(f"{INDEX}*"):
        each.unlink()
    (collection / INDEX).write_bytes(b"no database at all" * 100)
    with opened(collection) as c:
        assert find(c, "aircraft").total == 1
        assert list(check(c)) == []


@pytest.mark.parametrize("query", ["aircraft", "kind:telegram", "from:moscow", "penhallow"])
def test_what_was_read_can_be_found(collection: Path, query: str) -> None:
    with opened(collection) as c:
        results = find(c, query)
        assert results.total >= 1
        assert all(show(c, hit.record).document.id == hit.record for hit in results.hits)


def test_a_collection_under_review_shows_nothing_at_all(tmp_path: Path) -> None:
    fill(tmp_path / "box", 3)
    with opened(tmp_path / "c", policy="review") as c:
        outcomes = list(read(c, [tmp_path / "box"]))
        ids = [document.id for outcome in outcomes for document in outcome.documents]
        assert len(ids) == 3
        listed = listing(c)
        assert (listed.total, listed.rows) == (0, ())
        assert not any(listed.facets.values())
        found = find(c, "aircraft OR request")
        assert (found.total, found.hits, found.tolerant) == (0, (), ())
        assert dict(c.index.held()) == {}
        for ask in (lambda: show(c, ids[0]), lambda: explain(c, ids[0], "date"), lambda: page_image(c, ids[0], 1)):
            with pytest.raises(NotReleasedError):
                ask()
        assert list(check(c)) == []


def test_under_review_not_even_which_ids_exist_can_be_learned(tmp_path: Path) -> None:
    fill(tmp_path / "box", 1)
    with opened(tmp_path / "c", policy="review") as c:
        (outcome,) = read(c, [tmp_path / "box"])
        told = []
        for name in (outcome.documents[0].id, "os-00000000000000000000"):
            with pytest.raises(NotReleasedError) as refused:
                show(c, name)
            told.append(str(refused.value).replace(name, "ID"))
        assert told[0] == told[1]


def test_the_policy_is_the_collections_and_not_the_runs(tmp_path: Path) -> None:
    """Who opens a collection under review as a public one still sees nothing."""
    fill(tmp_path / "box", 1)
    with opened(tmp_path / "c", policy="review") as c:
        (outcome,) = read(c, [tmp_path / "box"])
    with opened(tmp_path / "c", policy="public") as c:
        assert c.policy == "review"
        with pytest.raises(NotReleasedError):
            show(c, outcome.documents[0].id)
    assert faults(tmp_path / "c") == []


def test_the_list_can_be_narrowed_and_turned(collection: Path) -> None:
    with opened(collection) as c:
        telegrams = listing(c, facets={"kind": "telegram"})
        assert telegrams.total == 6
        assert {row.kind for row in telegrams.rows} == {"telegram"}
        assert [row.id for row in listing(c, limit=2, offset=2).rows] == [row.id for row in listing(c).rows][2:4]
        with pytest.raises(UsageError, match="colour"):
            listing(c, facets={"colour": "red"})
