"""Searches that people keep, and what of each is new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.papers import keep, telegram
from tests.workbench.box import fill, opened

from onionskin.errors import NotFoundError, UsageError
from onionskin.settings import Settings
from onionskin.workbench import (
    Collection,
    Order,
    along_with_paper,
    back_up,
    bring_back,
    change_search,
    find,
    forget_search,
    link_again,
    look,
    open_collection,
    read,
    remove,
    restore,
    save_search,
    saved_search,
    saved_searches,
    search_called,
    searches_of,
)

LISBON = "to:Lisbon"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Two telegrams to Lisbon."""
    fill(tmp_path / "box", 2)
    with opened(tmp_path / "c") as held:
        list(read(held, [tmp_path / "box"]))
        yield held


def more(collection: Collection, box: Path, count: int) -> None:
    """So many telegrams in all."""
    fill(box, count)
    list(read(collection, [box]))


def new(collection: Collection, author: str = "ruth") -> dict[str, int | None]:
    return {each.saved.name: each.new for each in saved_searches(collection, author)}


def test_what_was_there_when_a_search_was_kept_is_not_new_and_what_comes_is(
    collection: Collection, tmp_path: Path
) -> None:
    kept = save_search(collection, "ruth", "  Lisbon,  all ", LISBON, Order.OLDEST)
    save_search(collection, "ruth", "Rome", "to:Rome")
    assert new(collection) == {"Lisbon, all": 0, "Rome": 0}
    more(collection, tmp_path / "box", 5)
    assert new(collection) == {"Lisbon, all": 3, "Rome": 0}
    assert find(collection, LISBON).total == 5
    found = find(collection, LISBON, since=kept.seen)
    assert (found.total, len(found.hits)) == (3, 3)
    before = look(collection, "ruth", kept.n)
    assert before == kept
    assert new(collection) == {"Lisbon, all": 0, "Rome": 0}
    assert find(collection, LISBON, since=before.seen).total == 3, "the address of what was new goes on showing it"


def test_a_paper_that_is_read_again_linked_again_or_brought_back_is_not_new(
    collection: Collection, tmp_path: Path
) -> None:
    save_search(collection, "ruth", "Lisbon", LISBON)
    for entry in list(collection.store.sources()):
        list(read(collection, [tmp_path / "box" / Path(entry.names[0]).name]))
    link_again(collection)
    one = find(collection, LISBON).hits[0].record
    gone = remove(collection, along_with_paper(collection, one), "ruth")
    assert new(collection) == {"Lisbon": 0}
    bring_back(collection, gone.entry, "ruth")
    assert new(collection) == {"Lisbon": 0}
    assert find(collection, LISBON).total == 2


def test_a_new_paper_that_is_removed_is_counted_no_more(collection: Collection, tmp_path: Path) -> None:
    kept = save_search(collection, "ruth", "Lisbon", LISBON)
    more(collection, tmp_path / "box", 4)
    newest = find(collection, LISBON, since=kept.seen).hits[0].record
    remove(collection, along_with_paper(collection, newest), "ruth")
    assert new(collection) == {"Lisbon": 1}


def test_a_paper_that_the_index_does_not_hold_yet_stays_to_be_seen(collection: Collection) -> None:
    """Another process keeps it and takes it in later: who looks in between has not seen it."""
    kept = save_search(collection, "ruth", "Cables", "kind:telegram")
    late = telegram(7, body=("Of another run.",))
    keep(collection.store, late)
    look(collection, "ruth", kept.n)
    assert new(collection) == {"Cables": 0}
    collection.index_standing([late])
    collection.finish_indexing()
    assert new(collection) == {"Cables": 1}


def test_a_search_that_parses_no_longer_says_so_and_is_mended(collection: Collection) -> None:
    n = collection.store.searches.save("ruth", "Old", 'to:"Lisbon', "a way of old", 0).n
    (held,) = saved_searches(collection, "ruth")
    assert (held.new, held.order) == (None, Order.BEST)
    assert "quotation" in held.fault
    with pytest.raises(UsageError):
        change_search(collection, "ruth", n, query="(")
    mended = change_search(collection, "ruth", n, query=LISBON)
    assert (mended.fault, mended.new, mended.saved.name) == ("", 2, "Old")


def test_it_is_renamed_found_by_name_and_forgotten(collection: Collection) -> None:
    n = save_search(collection, "ruth", "Lisbon", LISBON).n
    assert change_search(collection, "ruth", n, name="Lisboa", order=Order.NEWEST).order is Order.NEWEST
    assert search_called(collection, "ruth", " Lisboa").saved.n == n
    assert [each.n for each in searches_of(collection, "ruth", f" {LISBON}", Order.NEWEST)] == [n]
    assert searches_of(collection, "ruth", LISBON, Order.BEST) == ()
    for wrong in ("Lisbon", ""):
        with pytest.raises((NotFoundError, UsageError)):
            search_called(collection, "ruth", wrong)
    with pytest.raises(NotFoundError):
        saved_search(collection, "ann", n)
    forget_search(collection, "ruth", n)
    assert saved_searches(collection, "ruth") == ()


@pytest.mark.parametrize(("name", "query"), [("", "x"), ("x" * 101, "x"), ("a\x07b", "x"), ("x", ""), ("x", '"')])
def test_what_cannot_be_kept_is_told(collection: Collection, name: str, query: str) -> None:
    with pytest.raises(UsageError):
        save_search(collection, "ruth", name, query)
    assert saved_searches(collection, "ruth") == ()


def test_who_has_no_time_is_told_what_was_counted(collection: Collection, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        save_search(collection, "ruth", name, f"{LISBON} {name}*")
    more(collection, tmp_path / "box", 3)
    assert [each.new is None for each in saved_searches(collection, "ruth", patience=0)] == [False, True, True]
    assert [each.new is None for each in saved_searches(collection, "ruth", patience=60)] == [False, False, False]


def test_under_review_nothing_is_counted(tmp_path: Path) -> None:
    fill(tmp_path / "box", 2)
    with opened(tmp_path / "c", policy="review") as collection:
        kept = save_search(collection, "ruth", "Lisbon", LISBON)
        more(collection, tmp_path / "box", 4)
        assert new(collection) == {"Lisbon": 0}
        assert find(collection, LISBON, since=0).total == 0
        assert look(collection, "ruth", kept.n).seen == 0
        assert saved_search(collection, "ruth", kept.n).saved.seen == 0, "what was never shown is not seen"


def test_a_backup_carries_them_with_what_was_seen(collection: Collection, tmp_path: Path) -> None:
    save_search(collection, "ruth", "Lisbon", LISBON)
    more(collection, tmp_path / "box", 3)
    kept = saved_searches(collection, "ruth")
    back_up(collection.settings, tmp_path / "c.tar")
    again = Settings(collection=tmp_path / "again", engine="null")
    restore(again, tmp_path / "c.tar")
    with open_collection(again) as moved:
        assert saved_searches(moved, "ruth") == kept
        assert kept[0].new == 1
