"""What every store keeps of the contract in `store/contract.py`; each test holds for all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from tests.contracts.told import everything, kinds
from tests.papers import batch, keep, raw, reread, source_of, telegram, two_papers

from onionskin.errors import DamagedSourceError, NotFoundError, RecordError, SourceError
from onionskin.record.codec import encode
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.fields import FieldValue, Kind
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, ReadingState
from onionskin.record.span import Span
from onionskin.store.contract import FOR_A_PAGE, KeepState, KeptSource, Store
from onionskin.store.journal import START, Draft, EntryKind, broken
from onionskin.store.summary import TOP_VALUES, Facet, Order


def test_a_paper_comes_back_as_it_was_kept(store: Store) -> None:
    paper = telegram(note="W C-44", body=("Zürich – „première“ \u2610.", "\f", "Page two."))
    assert store.keep(source_of(paper), [paper], "reader 1") is KeepState.READ
    kept = store.record(paper.id)
    assert kept.document == paper
    assert kept.superseded is None
    assert list(store.records()) == [paper]
    assert dict(store.digests()) == {paper.id: kept.digest}
    assert store.bytes_of(paper.source.sha256) == raw(paper)


def test_the_same_bytes_by_the_same_reader_change_nothing(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    before = everything(store)
    assert store.keep(source_of(paper), [paper], "reader 1") is KeepState.UNCHANGED
    assert everything(store) == before


def test_a_copied_file_is_one_source_with_two_names(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    journal = list(store.journal())
    assert store.keep(source_of(paper, "box 3/copy.txt"), [paper], "reader 1") is KeepState.UNCHANGED
    [source] = store.sources()
    assert source.names == (paper.source.name, "box 3/copy.txt")
    assert list(store.records()) == [paper]
    assert list(store.journal()) == journal


def test_a_source_tells_what_is_known_of_its_file(store: Store) -> None:
    paper = telegram(body=("One.", "\f", "Two."))
    assert store.source(paper.source.sha256) is None
    keep(store, paper)
    source = store.source(paper.source.sha256)
    assert source is not None
    assert (source.media_type, source.size, source.pages) == ("text/plain", len(raw(paper)), 2)
    assert (source.reader_version, source.first_read) == ("reader 1", "2026-03-01T09:30:00Z")
    assert list(store.sources()) == [source]


def test_a_changed_reader_replaces_the_record_and_keeps_its_id(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    changed = reread(paper, subject="Other steps")
    assert store.keep(source_of(paper), [changed], "reader 2") is KeepState.REREAD
    assert list(store.records()) == [changed]
    assert store.record(paper.id).document == changed
    assert [row.subject for row in store.summary().rows] == ["Other steps"]
    source = store.source(paper.source.sha256)
    assert source is not None
    assert source.reader_version == "reader 2"


def test_a_record_no_longer_found_stays_superseded_and_is_said_so(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    last = len(list(store.journal()))
    store.keep(source, papers[:1], "reader 2")
    assert store.record(papers[1].id).superseded == "2026-03-01T09:30:00Z"
    assert store.record(papers[1].id).document == papers[1]
    assert list(store.records()) == papers[:1]
    assert [id_ for id_, _ in store.digests()] == [papers[0].id]
    assert store.summary().total == 1
    assert [(entry.kind, entry.record) for entry in store.journal(after=last)] == [
        (EntryKind.RECORD_SUPERSEDED, papers[1].id),
        (EntryKind.SOURCE_READ, None),
    ]


def test_a_superseded_record_comes_back_when_it_is_found_again(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    store.keep(source, papers[:1], "reader 2")
    last = len(list(store.journal()))
    store.keep(source, papers, "reader 3")
    assert list(store.records()) == papers
    assert store.record(papers[1].id).superseded is None
    assert store.summary().total == 2
    assert kinds(store, last) == [EntryKind.RECORD_RESTORED, EntryKind.SOURCE_READ]


def test_a_record_lost_twice_is_mourned_once(store: Store) -> None:
    source, papers = two_papers()
    for n, found in enumerate([papers, papers[:1], papers[:1]]):
        store.keep(source, found, f"reader {n}")
    assert kinds(store).count(EntryKind.RECORD_SUPERSEDED) == 1


def test_acts_in_ink_go_into_the_journal_once(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    keep(store, paper, version="reader 2")
    acts = [entry for entry in store.journal(record=paper.id) if entry.kind is EntryKind.ACT]
    assert [entry.told for entry in acts] == [encode(act) for act in paper.acts]
    assert [entry.author for entry in acts] == ["reader 1"]


def test_an_act_no_longer_read_is_retracted_not_erased(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    keep(store, reread(paper, subject="Other steps"), version="reader 2")
    keep(store, paper, version="reader 3")
    acts = list(store.journal(record=paper.id))
    assert [entry.kind for entry in acts] == [EntryKind.ACT, EntryKind.ACT_RETRACTED, EntryKind.ACT]
    assert acts[0].body == acts[1].body == acts[2].body


def test_the_journal_holds_together_and_says_what_was_read(store: Store) -> None:
    papers = batch(3)
    keep(store, *papers)
    entries = list(store.journal())
    assert list(broken(entries, (entries[-1].seq, entries[-1].chain))) == []
    assert entries[0].kind is EntryKind.COLLECTION_BEGUN
    read = [entry.told for entry in entries if entry.kind is EntryKind.SOURCE_READ]
    assert [told["records"] for told in read] == [{p.id: store.record(p.id).digest} for p in papers]


def test_the_journal_goes_on_from_a_given_entry(store: Store) -> None:
    keep(store, *batch(3))
    whole = list(store.journal())
    assert list(store.journal(after=4)) == whole[4:]
    assert list(store.journal(after=len(whole))) == []


def test_what_a_person_decides_is_appended(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    before = list(store.journal())
    draft = Draft(EntryKind.DECISION, "A. Reviewer", {"release": "in full"}, paper.id)
    entry = store.append(draft)
    assert list(store.journal()) == [*before, entry]
    assert (entry.told, entry.record, entry.at) == ({"release": "in full"}, paper.id, "2026-03-01T09:30:00Z")
    assert entry.chain not in (START, before[-1].chain)


def test_a_decision_outlives_every_reading_again(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    entry = store.append(Draft(EntryKind.ACT, "A. Reviewer", {"act": "released"}, paper.id))
    keep(store, reread(paper, subject="Other steps"), version="reader 2")
    assert entry in list(store.journal(record=paper.id))


def test_a_decision_about_nothing_is_refused(store: Store) -> None:
    before = list(store.journal())
    with pytest.raises(NotFoundError):
        store.append(Draft(EntryKind.DECISION, "A. Reviewer", {}, "os-" + "0" * 20))
    with pytest.raises(ValueError, match="source-read"):
        store.append(Draft(EntryKind.SOURCE_READ, "A. Reviewer", {}))
    assert list(store.journal()) == before


def test_records_stand_in_the_order_of_their_sources(store: Store) -> None:
    papers = batch(70)
    keep(store, *papers)
    keep(store, reread(papers[3], subject="Other steps"), version="reader 2")
    assert [record.id for record in store.records()] == [paper.id for paper in papers]
    assert [source.sha256 for source in store.sources()] == [paper.source.sha256 for paper in papers]


def test_papers_of_one_file_stand_in_its_order(store: Store) -> None:
    source, papers = two_papers()
    keep(store, telegram(9))
    store.keep(source, papers[::-1], "reader 1")
    keep(store, telegram(10))
    assert list(store.records(source=source.sha256)) == papers[::-1]
    assert list(store.records(source="0" * 64)) == []
    assert store.ids_of(source.sha256) == tuple(paper.id for paper in papers[::-1])
    assert store.ids_of("0" * 64) == ()


def test_iterators_may_be_left_and_do_not_stand_in_the_way(store: Store) -> None:
    keep(store, *batch(40))
    walk = store.records()
    assert len(list(islice(walk, 35))) == 35
    keep(store, telegram(99))
    assert len(list(walk)) in (5, 6)


def test_ids_are_found_by_how_they_begin(store: Store) -> None:
    papers = batch(20)
    keep(store, *papers)
    ids = sorted(paper.id for paper in papers)
    assert store.ids_with_prefix("os-", limit=7) == tuple(ids[:7])
    assert store.ids_with_prefix(ids[3]) == (ids[3],)
    assert store.ids_with_prefix("os-%") == ()


def test_what_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.record("os-" + "0" * 20)
    with pytest.raises(NotFoundError):
        store.bytes_of("0" * 64)
    with pytest.raises(NotFoundError):
        store.opened("0" * 64)


def strange_source(paper: Document) -> Sequence[Document]:
    return [replace(paper, source=replace(paper.source, sha256="0" * 64))]


def twice(paper: Document) -> Sequence[Document]:
    return [paper, paper]


def ink_elsewhere(paper: Document) -> Sequence[Document]:
    ink = Ink(PageNumber(1), Span(0, 3), "typed")
    wrong: Reading[FieldValue] = Reading("Next", ReadingState.FOUND, "Next", evidence=(ink,))
    return [paper, replace(paper, id="os-" + "1" * 20, fields={"subject": wrong})]


def half_a_character(paper: Document) -> Sequence[Document]:
    return [replace(paper, reasons=("\ud800",))]


@pytest.mark.parametrize("spoilt", [strange_source, twice, ink_elsewhere, half_a_character])
def test_what_does_not_agree_is_refused_whole(store: Store, spoilt: Callable[[Document], Sequence[Document]]) -> None:
    keep(store, telegram(7))
    before = everything(store)
    paper = telegram()
    with pytest.raises(RecordError):
        store.keep(source_of(paper), spoilt(paper), "reader 1")
    assert everything(store) == before
    assert store.source(paper.source.sha256) is None


def test_large_bytes_are_copied_from_their_file(store: Store, tmp_path: Path) -> None:
    paper = telegram()
    path = tmp_path / "paper.txt"
    path.write_bytes(raw(paper))
    store.keep(replace(source_of(paper), content=path), [paper], "reader 1")
    with store.opened(paper.source.sha256) as file:
        assert file.seek(3) == 3
        assert file.read() == raw(paper)[3:]


def test_a_file_that_changes_goes_or_is_barred_while_it_is_read_is_not_kept(store: Store, tmp_path: Path) -> None:
    paper = telegram()
    path = tmp_path / "paper.txt"
    path.write_bytes(b"something else")
    before = everything(store)
    with pytest.raises(DamagedSourceError):
        store.keep(replace(source_of(paper), content=path), [paper], "reader 1")
    path.unlink()
    with pytest.raises(NotFoundError):
        store.keep(replace(source_of(paper), content=path), [paper], "reader 1")
    path.mkdir()
    with pytest.raises(SourceError, match="cannot be read"):
        store.keep(replace(source_of(paper), content=path), [paper], "reader 1")
    assert everything(store) == before


def test_a_listing_tells_each_paper_on_one_line(store: Store) -> None:
    paper = telegram(1359, to="AMEMBASSY LIMA", subject="Offer\x1b[31m of ferries", caption="LIMDIS", note="W")
    keep(store, paper)
    [row] = store.summary().rows
    assert (row.id, row.kind, row.date) == (paper.id, "telegram", "1961-11-03")
    assert (row.sender, row.recipients) == ("HALLORAN", "AMEMBASSY LIMA")
    assert (row.subject, row.source, row.pages) == ("Offer [31m of ferries", paper.source.name, "1")
    assert (row.markings, row.doubtful, row.unclaimed) == ("SECRET, LIMDIS", 0, 1)


def test_a_listing_counts_the_heaps_of_all_that_meet_it(store: Store) -> None:
    keep(store, *(telegram(n, level="TOP SECRET", caption=None) for n in range(3)))
    keep(store, *(telegram(n, kind=Kind.AIRGRAM, date="1962", caption=None) for n in range(3, 5)))
    every = store.summary(limit=1)
    assert (every.total, len(every.rows)) == (5, 1)
    assert every.facets[Facet.KIND] == (("telegram", 3), ("airgram", 2))
    assert every.facets[Facet.YEAR] == (("1961", 3), ("1962", 2))
    assert every.facets[Facet.MARKING] == (("TOP SECRET", 3), ("SECRET", 2))
    some = store.summary(facets={Facet.MARKING: "SECRET", Facet.KIND: "airgram"})
    assert (some.total, len(some.rows)) == (2, 2)
    assert some.facets[Facet.YEAR] == (("1962", 2),)
    assert store.summary(facets={Facet.MARKING: "SECRET", Facet.KIND: "telegram"}).total == 0
    keep(store, telegram(5, level="TOP SECRET", caption=None))
    assert store.summary().facets[Facet.KIND] == (("telegram", 4), ("airgram", 2))


def test_a_facet_lists_the_fullest_heaps_and_equals_by_name(store: Store) -> None:
    keep(store, *(telegram(n, to=f"POST {n:02}") for n in range(TOP_VALUES + 5)))
    keep(store, telegram(90, to="POST 20"))
    values = store.summary().facets[Facet.TO]
    assert len(values) == TOP_VALUES
    assert values[:3] == (("POST 20", 2), ("POST 00", 1), ("POST 01", 1))


def test_a_listing_can_go_by_date_with_the_undated_last(store: Store) -> None:
    dates = ["1962-03~", "", "1961-11-03", "1962-02-28/1962-03-02", "1961"]
    papers = [telegram(n, date=date or "no date") for n, date in enumerate(dates)]
    papers[1] = replace(papers[1], fields={k: v for k, v in papers[1].fields.items() if k != "date"})
    keep(store, *papers)
    by_date = [row.date for row in store.summary(order=Order.DATE).rows]
    assert by_date == ["1961", "1961-11-03", "1962-02-28/1962-03-02", "1962-03~", ""]
    assert [row.date for row in store.summary().rows] == dates
    assert [row.date for row in store.summary(order=Order.DATE, limit=2, offset=3).rows] == ["1962-03~", ""]


def test_an_untouched_collection_has_no_faults(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    store.keep(source, papers[:1], "reader 2")
    keep(store, *batch(3))
    store.append(Draft(EntryKind.DECISION, "A. Reviewer", {"release": "in full"}, papers[0].id))
    assert list(store.check()) == []


def test_the_journal_gives_the_entries_of_one_kind_alone(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    store.append(Draft(EntryKind.DECISION, "A. Clerk", {"about": "boundary"}, paper.id))
    (entry,) = store.journal(kind=EntryKind.DECISION)
    assert entry.record == paper.id
    assert list(store.journal(kind=EntryKind.DECISION, after=entry.seq)) == []
    assert {each.kind for each in store.journal(kind=EntryKind.ACT)} <= {EntryKind.ACT}


def test_rows_are_given_for_ids_in_the_order_asked(store: Store) -> None:
    one, two, three = batch(3)
    keep(store, one, two, three)
    assert [row.id for row in store.rows([three.id, "os-nothing", one.id])] == [three.id, one.id]
    assert store.rows([two.id]) == tuple(row for row in store.summary().rows if row.id == two.id)
    assert store.rows([]) == ()


def test_a_file_that_is_kept_for_a_page_can_be_discarded_and_no_other(store: Store) -> None:
    scan, paper = sourced(b"a better scan"), sourced(b"a paper")
    store.keep(scan, (), FOR_A_PAGE)
    store.keep(paper, (), "test/1")
    assert store.page_files(scan.name[:3]) == ((scan.name, scan.sha256),)
    assert store.page_files("elsewhere/") == ()
    store.discard(scan.sha256)
    assert store.source(scan.sha256) is None
    for sha256 in (scan.sha256, paper.sha256):
        with pytest.raises(NotFoundError):
            store.discard(sha256)
    with pytest.raises(NotFoundError):
        store.bytes_of(scan.sha256)
    assert (store.bytes_of(paper.sha256), list(store.check())) == (b"a paper", [])


def sourced(content: bytes) -> KeptSource:
    return KeptSource("a.png", hashlib.sha256(content).hexdigest(), "image/png", content, 1)
