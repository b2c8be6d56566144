"""What a person decides of a boundary is done at once, outlives every reading, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.readers.sheets import INCOMING_1951, MEMORANDUM_1958

from onionskin.errors import UsageError
from onionskin.readers import boundaries
from onionskin.readers.standard import standard_readers
from onionskin.record.boundaries import BoundaryState
from onionskin.settings import Settings
from onionskin.store.contract import Store
from onionskin.store.memory import MemoryStore
from onionskin.store.opening import open_store
from onionskin.workbench import Collection, Place, check, decide_boundary, read
from onionskin.workbench.linking import still_to_link

PACKET = f"{MEMORANDUM_1958}\f{INCOMING_1951}"
CLERK = "A. Clerk"


@pytest.fixture(params=["sqlite", "memory"])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "collection"
    made: dict[str, Callable[[], Store]] = {
        "sqlite": lambda: open_store(folder, create=True),
        "memory": MemoryStore,
    }
    folder.mkdir(exist_ok=True)
    (tmp_path / "packet.txt").write_text(PACKET, encoding="utf-8")
    store = made[request.param]()
    with Collection(Settings(collection=folder), store) as opened:
        read_in(opened)
        yield opened


def read_in(collection: Collection) -> list[str]:
    """Read the packet; what became of it."""
    file = collection.settings.collection.parent / "packet.txt"
    return [outcome.state for outcome in read(collection, [file])]


def begins(collection: Collection) -> dict[str, int]:
    """Each standing paper and the page on which it begins."""
    return {document.id: document.source.pages[0] for document in collection.store.records()}


def test_a_refused_paper_goes_with_the_one_before_and_the_next_reading_leaves_it_so(collection: Collection) -> None:
    first, second = begins(collection)
    (joined,) = decide_boundary(collection, second, "refuse", author=CLERK)
    assert (joined.id, joined.source.pages) == (first, (1, 2))
    assert joined.boundaries[1].state is BoundaryState.ACCEPTED
    assert read_in(collection) == ["unchanged"]
    assert list(check(collection)) == []


def test_a_changed_reader_keeps_what_was_decided_and_the_ids(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = begins(collection)
    _, second = before
    decide_boundary(collection, second, "accept", author=CLERK)
    monkeypatch.setattr(boundaries, "VERSION", "another")
    monkeypatch.setattr(boundaries, "find_turns", lambda *_: [])
    standard_readers.cache_clear()
    try:
        assert read_in(collection) == ["reread"]
    finally:
        standard_readers.cache_clear()
    assert begins(collection) == before
    assert collection.store.record(second).document.boundaries[0].state is BoundaryState.ACCEPTED


def test_who_decides_does_not_wait_for_papers_that_waited_before(collection: Collection) -> None:
    other = collection.settings.collection.parent / "other.txt"
    other.write_text(MEMORANDUM_1958.replace("1958", "1959"), encoding="utf-8")
    _, second = begins(collection)
    list(read(collection, [other]))
    packet = collection.store.record(second).document.source.sha256
    (idle,) = set(begins(collection)) - set(collection.store.ids_of(packet))
    assert list(still_to_link(collection)) == []
    collection.store.let_wait()
    decide_boundary(collection, second, "refuse", author=CLERK)
    assert list(still_to_link(collection)) == [idle]


def test_undo_takes_the_last_decision_back(collection: Collection) -> None:
    before = begins(collection)
    _, second = before
    decide_boundary(collection, second, "refuse", author=CLERK)
    decide_boundary(collection, second, "undo", author=CLERK)
    assert begins(collection) == before
    assert read_in(collection) == ["unchanged"]
    with pytest.raises(UsageError, match="nobody decided"):
        decide_boundary(collection, second, "undo", author=CLERK)


def test_a_boundary_can_be_moved_to_a_line_and_a_new_one_set(collection: Collection) -> None:
    _, second = begins(collection)
    lines = INCOMING_1951.split("\n")
    at = next(n for n, line in enumerate(lines, 1) if n > 8 and line.strip())
    _, moved = decide_boundary(collection, second, "move", Place(2, at), author=CLERK, reason="the stamp is another's")
    assert moved.boundaries[0].line == at
    assert moved.text.transcription.lstrip("\n").startswith(lines[at - 1])
    three = decide_boundary(collection, moved.id, "begin", Place(2), author=CLERK)
    assert [paper.source.pages for paper in three] == [(1,), (2,), (2,)]
    decision = next(entry for entry in collection.store.journal() if entry.kind == "decision")
    assert (decision.author, decision.told["reason"]) == (CLERK, "the stamp is another's")


@pytest.mark.parametrize(
    ("verb", "place"),
    [("refuse", None), ("move", Place(1, 5)), ("move", None), ("accept", Place(9)), ("begin", Place(7))],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(
    collection: Collection, verb: str, place: Place | None
) -> None:
    before = begins(collection)
    first, _ = before
    with pytest.raises(UsageError):
        decide_boundary(collection, first, verb, place, author=CLERK)
    assert begins(collection) == before
    assert not [entry for entry in collection.store.journal() if entry.kind == "decision"]
