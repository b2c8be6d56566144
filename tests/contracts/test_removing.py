"""What every store keeps of removing and bringing back; each test holds for all of them."""

from __future__ import annotations

import pytest
from tests.contracts.told import everything, kinds
from tests.papers import keep, reread, telegram, two_papers

from onionskin.errors import NotFoundError, RemovedError
from onionskin.store.contract import Removal, Store
from onionskin.store.journal import EntryKind


def removed(store: Store, *records: str, source: str = "") -> Removal:
    return store.remove(Removal(author="ruth", records=records, source=source, title="Two letters", reason="not ours"))


def test_a_removed_record_stands_no_more_until_it_is_brought_back(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    listed = store.summary()
    done = removed(store, papers[1].id)
    assert (done.records, done.author, done.at) == ((papers[1].id,), "ruth", "2026-03-01T09:30:00Z")
    assert store.removals() == (done,)
    assert list(store.records()) == papers[:1]
    assert [id_ for id_, _ in store.digests()] == [papers[0].id]
    assert store.summary().total == 1
    held = store.record(papers[1].id)
    assert (held.removed, held.superseded) == (done.entry, done.at)
    assert list(store.check()) == []
    assert store.bring_back(done.entry, "ann") == (papers[1].id,)
    assert store.removals() == ()
    assert list(store.records()) == papers
    assert store.summary() == listed
    assert store.record(papers[1].id).removed == 0
    assert kinds(store)[-2:] == [EntryKind.REMOVED, EntryKind.BROUGHT_BACK]
    assert list(store.check()) == []
    with pytest.raises(NotFoundError):
        store.bring_back(done.entry, "ann")


def test_a_removed_record_stays_removed_when_its_source_is_read_again(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    done = removed(store, papers[1].id)
    last = len(list(store.journal()))
    store.keep(source, [papers[0], reread(papers[1], subject="Other steps")], "reader 2")
    assert EntryKind.RECORD_RESTORED not in kinds(store, after=last)
    assert list(store.records()) == papers[:1]
    assert store.summary().total == 1
    assert list(store.check()) == []
    store.bring_back(done.entry, "ruth")
    assert [row.subject for row in store.summary().rows][1:] == ["Other steps"]


def test_a_removed_record_that_no_reading_finds_is_not_brought_back(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    removed(store, papers[1].id)
    store.keep(source, papers[:1], "reader 2")
    assert store.removals() == ()
    assert list(store.records()) == papers[:1]
    assert store.record(papers[1].id).superseded


def test_a_removed_source_goes_with_its_records_and_is_not_kept_again_by_reading(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    other = telegram(body=("Of another file.",))
    keep(store, other)
    done = removed(store, source=source.sha256)
    assert set(done.records) == {each.id for each in papers}
    assert list(store.records()) == [other]
    assert source.sha256 not in {each.sha256 for each in store.sources()}
    entry = store.source(source.sha256)
    assert entry is not None
    assert entry.removed == done.entry
    with pytest.raises(RemovedError, match="was removed"):
        store.keep(source, papers, "reader 2")
    assert list(store.check()) == []
    assert set(store.bring_back(done.entry, "ruth")) == {each.id for each in papers}
    assert source.sha256 in {each.sha256 for each in store.sources()}
    assert len(list(store.records())) == 3


def test_what_does_not_stand_cannot_be_removed(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    removed(store, papers[1].id)
    before = everything(store)
    for records, of in (
        ((papers[1].id,), ""),
        (("os-nothing",), ""),
        ((papers[0].id, "os-nothing"), ""),
        ((), "0" * 64),
    ):
        with pytest.raises(NotFoundError):
            removed(store, *records, source=of)
    assert everything(store) == before
