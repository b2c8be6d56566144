"""Files read into a collection: once, in order, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Self

import pytest
from tests.workbench.box import faults, fill, fill_with_sheets, held, opened, typed

from onionskin.errors import NotFoundError, OnionskinError, RecordError, SourceError
from onionskin.readers.registry import Readers
from onionskin.record.codec import to_line
from onionskin.scans.walk import Found
from onionskin.settings import Settings
from onionskin.workbench import Outcome, Progress, read, read_records
from onionskin.workbench.collection import Collection
from onionskin.workbench.worker import Decided, Pool, ReadFile, read_file


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with a file in every layout."""
    fill_with_sheets(tmp_path / "box")
    return tmp_path / "box"


def states(outcomes: list[Outcome]) -> list[str]:
    return [outcome.state for outcome in outcomes]


def everything(collection: Collection) -> object:
    """All that a collection holds, its journal included."""
    store = collection.store
    return list(store.sources()), list(store.records()), list(store.journal())


def readers_of(version: str) -> property:
    return property(lambda self: version)


def test_files_are_read_in_the_order_of_their_names(box: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "c") as collection:
        outcomes = list(read(collection, [box]))
        assert [outcome.source for outcome in outcomes] == sorted(path.name for path in box.iterdir())
        assert set(states(outcomes)) == {"read"}
        ids = [document.id for document in collection.store.records()]
        assert ids == [document.id for outcome in outcomes for document in outcome.documents]
        linked = [to_line(document) for document in collection.store.records(linked=True)]
        assert linked == [to_line(document) for document in read_records([box], collection.settings)]


def test_the_same_file_twice_changes_nothing(box: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "c") as collection:
        list(read(collection, [box]))
        before = everything(collection)
        again = list(read(collection, [box]))
        assert set(states(again)) == {"unchanged"}
        told = [document for outcome in again for document in outcome.documents]
        assert told == list(collection.store.records(linked=True))
        assert everything(collection) == before


def test_a_file_under_a_second_name_is_the_same_source(box: Path, tmp_path: Path) -> None:
    (box / "zz copy.txt").write_bytes((box / "memorandum.txt").read_bytes())
    with opened(tmp_path / "c") as collection:
        outcomes = list(read(collection, [box]))
        assert outcomes[-1].source == "zz copy.txt"
        assert outcomes[-1].state == "unchanged"
        (source,) = [each for each in collection.store.sources() if "zz copy.txt" in each.names]
        assert set(source.names) == {"memorandum.txt", "zz copy.txt"}
        ids = [document.id for document in collection.store.records()]
        assert len(ids) == len(set(ids))


def test_other_readers_read_again_and_ids_stay(box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "c") as collection:
        first = list(read(collection, [box]))
        with monkeypatch.context() as changed:
            changed.setattr(Readers, "version", readers_of("another"))
            again = list(read(collection, [box]))
            assert set(states(again)) == {"reread"}
            assert set(states(list(read(collection, [box])))) == {"unchanged"}
        assert [d.id for o in again for d in o.documents] == [d.id for o in first for d in o.documents]
        assert len(list(collection.store.records())) == sum(len(outcome.documents) for outcome in first)
    assert faults(tmp_path / "c") == []


def test_two_processes_give_the_same_records_in_the_same_order(box: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "one") as one:
        alone = list(read(one, [box], jobs=1))
    with opened(tmp_path / "two") as two:
        together = list(read(two, [box], jobs=2))
    assert together == alone
    assert held(tmp_path / "two") == held(tmp_path / "one")


def test_progress_counts_the_files_to_the_end_and_then_the_papers_linked(box: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    with opened(tmp_path / "c") as collection:
        outcomes = list(read(collection, [box], progress=seen.append))
    total = len(list(box.iterdir()))
    assert [(step.done, step.total) for step in seen[:total]] == [(n, total) for n in range(1, total + 1)]
    papers = sum(len(outcome.documents) for outcome in outcomes)
    (linked,) = seen[total:]
    assert (linked.done, linked.total) == (papers, papers)


def test_stopping_in_the_middle_keeps_what_was_read_and_the_same_call_goes_on(tmp_path: Path) -> None:
    fill(tmp_path / "box", 12)
    with opened(tmp_path / "c") as collection:
        reading = read(collection, [tmp_path / "box"])
        for _ in range(5):
            next(reading)
        reading.close()  # type: ignore[attr-defined]
        assert len(list(collection.store.records())) == 5
        assert len(dict(collection.index.held())) == 5
    with opened(tmp_path / "c") as collection:
        assert states(list(read(collection, [tmp_path / "box"]))) == ["unchanged"] * 5 + ["read"] * 7
    assert len(set(held(tmp_path / "c"))) == 12
    assert faults(tmp_path / "c") == []


def test_stopping_two_processes_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "box", 12)
    with opened(tmp_path / "c") as collection:
        reading = read(collection, [tmp_path / "box"], jobs=2)
        next(reading)
        reading.close()  # type: ignore[attr-defined]
        assert states(list(read(collection, [tmp_path / "box"], jobs=2))) == ["unchanged"] + ["read"] * 11
    assert faults(tmp_path / "c") == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_fails_costs_the_others_nothing(tmp_path: Path, jobs: int) -> None:
    fill(tmp_path / "box", 4)
    (tmp_path / "box" / "0002.txt").write_bytes(b"")
    (tmp_path / "box" / "0003.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    with opened(tmp_path / "c") as collection:
        outcomes = list(read(collection, [tmp_path / "box", tmp_path / "nowhere"], jobs=jobs))
        assert states(outcomes) == ["read", "failed", "failed", "read", "read", "failed"]
        for failed in (outcomes[1], outcomes[2], outcomes[5]):
            assert failed.error is not None
            assert failed.error.advice
            assert Path(failed.source).name in str(failed.error)
            assert failed.documents == ()
        assert len(list(collection.store.records())) == 3


def test_a_file_that_failed_is_read_once_it_is_mended(tmp_path: Path) -> None:
    fill(tmp_path / "box", 2)
    (tmp_path / "box" / "0002.txt").write_bytes(b"")
    with opened(tmp_path / "c") as collection:
        assert states(list(read(collection, [tmp_path / "box"]))) == ["read", "failed"]
        (tmp_path / "box" / "0002.txt").write_text(typed(2))
        assert states(list(read(collection, [tmp_path / "box"]))) == ["unchanged", "read"]


def test_a_path_that_vanishes_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    fill(tmp_path / "box", 3)
    with opened(tmp_path / "c") as collection:
        reading = read(collection, [tmp_path / "box"])
        next(reading)
        (tmp_path / "box" / "0002.txt").unlink()
        gone, last = reading
        assert gone.state == "failed"
        assert "0002.txt" in str(gone.error)
        assert last.state == "read"


def reading_then(act: Callable[[Path], object]) -> Callable[..., ReadFile | OnionskinError]:
    """As `read_file`, holding no bytes; and then something happens to the file 0002.txt."""

    def reads(
        item: Found, settings: Settings, decided: Decided | None = None, *, hold: bool
    ) -> ReadFile | OnionskinError:
        got = read_file(item, settings, decided, hold=False)
        if item.path.name == "0002.txt":
            act(item.path)
        return got

    return reads


def locked(path: Path) -> None:
    path.chmod(0)


@pytest.mark.parametrize(
    "act",
    [Path.unlink, lambda path: path.write_text("something else\n"), locked],
    ids=["vanishes", "changes", "is locked away"],
)
def test_what_happens_to_a_file_between_reading_and_keeping_costs_the_others_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], object]
) -> None:
    fill(tmp_path / "box", 3)
    monkeypatch.setattr("onionskin.workbench.reading.read_file", reading_then(act))
    with opened(tmp_path / "c") as collection:
        first, second, third = read(collection, [tmp_path / "box"])
        assert (first.state, third.state) == ("read", "read")
        if act is locked and not os.geteuid():
            # Root reads what is locked to others.
            assert second.state == "read"
        else:
            assert second.state == "failed"
            assert "0002.txt" in str(second.error)
    assert faults(tmp_path / "c") == []


def test_a_file_that_cannot_be_read_is_not_kept_and_the_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "box", 3)

    def lies(
        item: Found, settings: Settings, decided: Decided | None = None, *, hold: bool
    ) -> ReadFile | OnionskinError:
        if item.path.name == "0002.txt":
            return SourceError("reading it failed (KeyError: 'x')", where=item.name)
        return read_file(item, settings, decided, hold=hold)

    monkeypatch.setattr("onionskin.workbench.reading.read_file", lies)
    with opened(tmp_path / "c") as collection:
        assert states(list(read(collection, [tmp_path / "box"]))) == ["read", "failed", "read"]


def test_a_fault_of_ours_in_one_file_is_a_message_and_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "box", 1)

    def breaks(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr("onionskin.workbench.worker.papers_of", breaks)
    with opened(tmp_path / "c") as collection:
        (failed,) = read(collection, [tmp_path / "box"])
    assert failed.state == "failed"
    assert "report it" in str(failed.error)
    assert "0001.txt" in str(failed.error)


def _children() -> list[int]:
    """The processes that this one started, by its own list of them."""
    return [int(pid) for pid in Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="asks Linux which processes it started")
def test_processes_that_are_killed_cost_no_file(tmp_path: Path) -> None:
    fill(tmp_path / "box", 24)
    with opened(tmp_path / "c") as collection:
        before = set(_children())
        reading = read(collection, [tmp_path / "box"], jobs=2)
        outcomes = [next(reading)]
        for pid in set(_children()) - before:
            if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, 9)
        outcomes += reading
        assert len(outcomes) == 24
        assert states(outcomes) == ["read"] * 24
        assert [outcome.source for outcome in outcomes] == sorted(outcome.source for outcome in outcomes)
    assert faults(tmp_path / "c") == []


def test_a_file_that_kills_every_process_fails_with_a_message(tmp_path: Path) -> None:
    (name,) = fill(tmp_path / "box", 1)
    item = Found(tmp_path / "box" / name, name)

    class Deadly:
        """An executor whose processes die."""

        def submit(self, *_: Any, **__: Any) -> Future[ReadFile | OnionskinError]:
            dead: Future[ReadFile | OnionskinError] = Future()
            dead.set_exception(BrokenProcessPool("killed"))
            return dead

        def shutdown(self, **_: Any) -> None:
            """Nothing to end."""

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing to end."""

    class DeadlyPool(Pool):
        @staticmethod
        def _new(jobs: int) -> Any:
            return Deadly()

    with DeadlyPool(2, Settings(engine="null")) as pool:
        failed = pool.result(item, pool.submit(item))
    assert isinstance(failed, SourceError)
    assert name in str(failed)
    assert "--jobs 1" in str(failed)


def test_the_collection_itself_is_not_read(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    with opened(tmp_path / "c") as collection:
        list(read(collection, [tmp_path]))
        assert states(list(read(collection, [tmp_path]))) == ["unchanged", "unchanged"]


def test_a_name_in_another_encoding_is_no_hindrance(tmp_path: Path) -> None:
    """File names of old systems are bytes that are no UTF-8."""
    (tmp_path / "box").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(tmp_path / "box") + b"/caf\xe9.txt")).write_text(typed(1))
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    with opened(tmp_path / "c") as collection:
        (outcome,) = read(collection, [tmp_path / "box"])
        assert outcome.state == "read"
        outcome.source.encode()
        assert outcome.source.startswith("caf")
        assert states(list(read(collection, [tmp_path / "box"]))) == ["unchanged"]


def test_records_can_be_had_without_keeping_them(tmp_path: Path) -> None:
    fill(tmp_path / "box", 2)
    settings = Settings(collection=tmp_path / "c", engine="null")
    assert len(list(read_records([tmp_path / "box"], settings))) == 2
    assert not (tmp_path / "c").exists()
    with pytest.raises(NotFoundError, match="nowhere"):
        list(read_records([tmp_path / "nowhere"], settings))


def test_what_cannot_be_kept_as_it_was_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path / "box", 2)
    with opened(tmp_path / "c") as collection:
        keep = collection.store.keep

        def refuses(source: Any, *rest: Any) -> Any:
            if source.name == "0001.txt":
                raise RecordError("the ink does not agree", where=source.name)
            return keep(source, *rest)

        monkeypatch.setattr(collection.store, "keep", refuses)
        assert states(list(read(collection, [tmp_path / "box"]))) == ["failed", "read"]
