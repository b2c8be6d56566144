"""What follows the papers is brought in step: at once, some papers at a time, or beside those who ask meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.workbench.box import fill, opened

from onionskin.workbench import abreast, calendar, find, read
from onionskin.workbench.collection import Behind, Collection
from onionskin.workbench.indexed import FILE as INDEX
from onionskin.workbench.removing import along_with_paper, remove
from onionskin.workbench.stocktaking import FILE as INVENTORY
from onionskin.workbench.warming import catch_up

PAPERS = 5


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection of five papers that has lost its index and its inventory; more than two are too many to wait for."""
    monkeypatch.setattr(abreast, "MANY", 2)
    monkeypatch.setattr(abreast, "BATCH", 2)
    fill(tmp_path / "box", PAPERS)
    with opened(tmp_path / "c") as collection:
        list(read(collection, [tmp_path / "box"]))
    for each in (*(tmp_path / "c").glob(f"{INDEX}*"), *(tmp_path / "c").glob(f"{INVENTORY}*")):
        each.unlink()
    return tmp_path / "c"


@pytest.fixture
def aside(folder: Path) -> Iterator[Collection]:
    """The same opened, where nobody is to wait."""
    with opened(folder) as collection:
        collection.leave_aside()
        yield collection


def test_who_asks_is_told_what_there_is_while_another_process_takes_the_papers_in(aside: Collection) -> None:
    assert find(aside, "aircraft OR request").total == 0
    assert calendar(aside).years == ()
    assert aside.behind == Behind(PAPERS, PAPERS)
    with opened(aside.settings.collection) as other:
        other.make_ready()
    assert aside.look_how_far() == Behind()
    assert find(aside, "request").total == PAPERS
    assert sum(year.papers for year in calendar(aside).years) == PAPERS


def test_between_two_looks_nothing_is_looked_at(aside: Collection) -> None:
    aside.make_ready()
    with opened(aside.settings.collection) as other:
        other.make_ready()
    aside.make_ready()
    assert aside.behind.most == PAPERS


def test_few_papers_are_waited_for(aside: Collection) -> None:
    with opened(aside.settings.collection) as other:
        other.make_ready()
        gone = sorted(dict(other.index.held()))[:2]
        other.index.remove(gone)
    assert find(aside, "request").total == PAPERS
    assert aside.behind == Behind()


def after(papers: int, stop: Callable[[], None]) -> Callable[[str], None]:
    """Told of the work, and stops it when so many papers were taken in."""

    def tell(words: str) -> None:
        if words.startswith(f"{papers} of"):
            stop()

    return tell


def stop() -> None:
    raise KeyboardInterrupt


def test_what_was_stopped_goes_on_from_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "SAY", -1.0)
    with opened(folder) as collection, pytest.raises(KeyboardInterrupt):
        collection.bring_inventory_in_step(after(2, stop))
    said: list[str] = []
    with opened(folder) as collection:
        assert len(dict(collection.inventory.held())) == 2
        collection.bring_inventory_in_step(said.append)
        assert dict(collection.inventory.held()) == dict(collection.store.digests())
    assert said[0] == "Taking stock of 3 papers first; this is done once."
    assert said[1].startswith("2 of 3, about 0 min to go.")


def test_a_paper_that_is_removed_meanwhile_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abreast, "SAY", -1.0)
    with opened(folder) as collection, opened(folder) as other:
        last = list(dict(collection.store.digests()))[-1]

        def take_out() -> None:
            remove(other, along_with_paper(other, last), "ruth")

        collection.bring_in_step(after(2, take_out))
        assert len(dict(collection.index.held())) == PAPERS - 1


def test_a_process_of_its_own_brings_all_in_step(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slower: list[int] = []
    monkeypatch.setattr("os.nice", slower.append)
    with opened(folder) as collection:
        catch_up(collection.settings)
        assert dict(collection.inventory.held()) == dict(collection.index.held()) == dict(collection.store.digests())
    assert slower == [10]
