"""What every index keeps of the contract in `search/contract.py`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.contracts.finding import find, raw, records, released
from tests.papers import batch, telegram

from onionskin.record.codec import to_line
from onionskin.record.document import Document, Texts
from onionskin.record.fields import Kind
from onionskin.record.released import Released
from onionskin.record.span import Span
from onionskin.search.contract import Found, Hit, Order, SearchIndex
from onionskin.search.query import parse

BOMBERS = telegram(
    1,
    body=("The talks go on.", "\f", "Kuznetsov spoke of the IL-28's. Kuznetsov will lift nothing."),
    date="1962-11-17",
    to="USUN NEW YORK",
    subject="The quarantine",
)
MISREAD = telegram(2, body=("Kuznetsoy again pressed on 1L-28 bombers.",), date="1962-11", level="TOP SECRET")
LIMA = telegram(3, to="AMEMBASSY LIMA", signer="BRANDOV", subject="Ferries", caption="LIMDIS", date="1961-02-03")
LETTER = telegram(4, kind=Kind.LETTER, body=("Quarantine, not blockade.",), date="1962", note="Mrs. Oakley", stamp=None)
PAPERS = (BOMBERS, MISREAD, LIMA, LETTER)


@pytest.fixture
def shelf(index: SearchIndex) -> SearchIndex:
    index.add(released(*PAPERS))
    return index


FINDS: dict[str, tuple[Document, ...]] = {
    "ferries": (LIMA,),
    "FERRIES": (LIMA,),
    "quarantine": (BOMBERS, LETTER),
    "quarantine blockade": (LETTER,),
    "quarantine AND blockade": (LETTER,),
    "quarantine lift": (BOMBERS,),
    "blockade OR ferries": (LETTER, LIMA),
    "quarantine NOT blockade": (BOMBERS,),
    "quarantine -blockade": (BOMBERS,),
    "NOT (ferries OR quarantine)": (MISREAD,),
    "ferries OR NOT date:1962": (LIMA,),
    '"lift nothing"': (BOMBERS,),
    '"nothing lift"': (),
    '"go on kuznetsov"': (),
    "blocka*": (LETTER,),
    "from:brandov": (LIMA,),
    'from:"brandov"': (LIMA,),
    "to:lima": (LIMA,),
    'to:"usun new york" quarantine': (BOMBERS, LETTER),
    "subject:quarantine": (BOMBERS,),
    "subject:quar*": (BOMBERS,),
    "person:brandov": (LIMA,),
    "number:3": (LIMA,),
    "number:33": (),
    "kind:letter": (LETTER,),
    "kind:Letter quarantine": (LETTER,),
    "kind:let*": (LETTER,),
    "marking:LIMDIS": (LIMA,),
    'marking:"TOP SECRET"': (MISREAD,),
    "marking:secret": (BOMBERS, LIMA, LETTER),
    "marking:eyes": (BOMBERS, MISREAD, LETTER),
    "marking:nodis": (),
    "date:1961": (LIMA,),
    "date:1962-11-17": (BOMBERS, MISREAD, LETTER),
    "date:1962-11-18..1962-11-23": (MISREAD, LETTER),
    "date:..1961-12": (LIMA,),
    "date:1962-12..": (LETTER,),
    "date:1962-12.. OR ferries": (LETTER, LIMA),
    "quarantine date:1962-12..": (LETTER,),
    "oakley": (LETTER,),
    "declassified ferries": (LIMA,),
}


@pytest.mark.parametrize("query", FINDS)
def test_a_query_finds_what_meets_it(shelf: SearchIndex, query: str) -> None:
    found = find(shelf, query)
    assert {hit.record for hit in found.hits} == {paper.id for paper in FINDS[query]}
    assert found.total == len(FINDS[query])
    assert found.tolerant == ()


@pytest.mark.parametrize("query", ["quarantine", "Kuznetsov", "kind:letter", "nowhere"])
@pytest.mark.parametrize("order", [Order.BEST, Order.NEWEST])
def test_a_whole_result_is_what_is_found_page_by_page(shelf: SearchIndex, query: str, order: Order) -> None:
    found = shelf.find(parse(query), order=order).hits
    assert tuple(shelf.hits(parse(query), order=order)) == found
    without = tuple(replace(hit, span=Span(0, 0), has_image=False) for hit in found)
    assert tuple(shelf.hits(parse(query), order=order, exact=False)) == without
    some = [paper.id for paper in PAPERS[:2]]
    assert tuple(shelf.hits(parse(query), among=some)) == shelf.find(parse(query), among=some).hits


def test_a_misread_word_is_found_after_those_spelt_so_and_is_told(shelf: SearchIndex) -> None:
    found = find(shelf, "Kuznetsov")
    assert [hit.record for hit in found.hits] == [BOMBERS.id, MISREAD.id]
    assert (found.total, found.tolerant) == (2, ("kuznetsoy for Kuznetsov",))
    assert "\x02Kuznetsoy\x03" in found.hits[1].snippet


def test_a_misread_designation_is_found(shelf: SearchIndex) -> None:
    found = find(shelf, "IL-28")
    assert [hit.record for hit in found.hits] == [BOMBERS.id, MISREAD.id]
    assert found.tolerant == ("1l 28 for IL-28",)
    assert raw(found.hits[1], MISREAD) == "1L-28"


def test_words_in_quotation_marks_are_taken_as_they_are_spelt(shelf: SearchIndex) -> None:
    found = find(shelf, '"Kuznetsov"')
    assert ([hit.record for hit in found.hits], found.tolerant) == ([BOMBERS.id], ())


def test_what_is_shut_out_is_shut_out_as_it_is_spelt(shelf: SearchIndex) -> None:
    assert MISREAD.id in records(shelf, "kind:telegram NOT Kuznetsov")


def test_two_words_that_look_alike_are_kept_apart(index: SearchIndex) -> None:
    index.add(released(*(telegram(n, body=("We come." if n % 2 else "We came.",)) for n in range(12))))
    found = find(index, "come")
    assert (found.total, found.tolerant) == (6, ())


def test_a_misspelt_query_finds_what_was_meant(shelf: SearchIndex) -> None:
    found = find(shelf, "blokkade")
    assert ([hit.record for hit in found.hits], found.tolerant) == ([LETTER.id], ("blockade for blokkade",))


def test_tolerance_and_other_conditions_go_together(shelf: SearchIndex) -> None:
    assert records(shelf, "Kuznetsov date:1962-11-18") == [MISREAD.id]
    assert records(shelf, 'Kuznetsov marking:"TOP SECRET"') == [MISREAD.id]
    assert records(shelf, "(Kuznetsov OR date:1961) number:2") == [MISREAD.id]
    assert records(shelf, "from:BRANDOY") == [LIMA.id]


def test_pages_of_hits_join_without_gap_or_repetition(index: SearchIndex) -> None:
    """Over the seam between words spelt so and words misread."""
    papers = [telegram(n, body=("Kuznetsov",) if n % 3 else ("Kuznetsoy",)) for n in range(20)]
    index.add(released(*papers))
    whole = records(index, "kuznetsov")
    parts = [hit.record for at in range(0, 25, 3) for hit in find(index, "kuznetsov", 3, at).hits]
    assert parts == whole
    assert set(whole) == {paper.id for paper in papers}
    assert {find(index, "kuznetsov", 3, at).total for at in range(0, 25, 3)} == {20}


def test_a_hit_says_what_it_found_and_where(shelf: SearchIndex) -> None:
    [hit] = find(shelf, "nothing").hits
    assert hit == Hit(
        record=BOMBERS.id,
        title="The quarantine",
        date="1962-11-17",
        kind="telegram",
        page=BOMBERS.pages[1].n,
        span=hit.span,
        snippet="Kuznetsov spoke of the IL-28's. Kuznetsov will lift \x02nothing\x03.",
        place="page 2, paragraph 2",
        heading="Telegram 1 to USUN NEW YORK, November 17, 1962",
    )
    assert raw(hit, BOMBERS) == "nothing"


@pytest.mark.parametrize(
    ("query", "printed", "place"),
    [
        ("lima", "LIMA", "page 1, to"),
        ("from:brandov", "BRANDOV", "page 1, signed by"),
        ("marking:limdis", "LIMDIS", "page 1, marking"),
        ("date:1961", "You should see Brandov promptly, to discuss next steps.", "page 1, paragraph 1"),
    ],
)
def test_a_hit_points_at_the_ink_of_a_field(shelf: SearchIndex, query: str, printed: str, place: str) -> None:
    [hit] = find(shelf, query).hits
    assert (raw(hit, LIMA), hit.place) == (printed, place)


def test_a_hit_points_at_a_line_that_nobody_claimed(shelf: SearchIndex) -> None:
    [hit] = find(shelf, "oakley").hits
    assert raw(hit, LETTER) == "Oakley"
    assert re.fullmatch(r"page 1, line \d+", hit.place)


def test_a_subject_counts_for_more_than_a_mention(index: SearchIndex) -> None:
    mention = telegram(1, body=("On ferries.", "And so on."))
    subject = telegram(2, subject="Ferries", body=("And so on.", "And on."))
    index.add(released(mention, subject))
    assert records(index, "ferries") == [subject.id, mention.id]


def test_equal_papers_come_by_age(index: SearchIndex) -> None:
    papers = [telegram(n, date=date) for n, date in enumerate(["1962-03-01", "1961-05-01", "1962-01-01"])]
    index.add(released(*papers))
    assert [hit.date for hit in find(index, "date:1961..1962").hits] == ["1961-05-01", "1962-01-01", "1962-03-01"]


def test_papers_are_sorted_as_is_asked(index: SearchIndex) -> None:
    dates = {"Cod": "1962-03-01", "Ale": "1961-05-01", "Bee": "1962-01-01"}
    papers = [telegram(n, date=date, subject=subject) for n, (subject, date) in enumerate(dates.items())]
    index.add(released(*papers, replace(telegram(9, subject="Zoo"), fields={}, acts=(), stamps=())))
    by = {order: [hit.date[:4] for hit in index.find(parse("kind:telegram"), order=order).hits] for order in Order}
    assert by[Order.OLDEST] == ["1961", "1962", "1962", ""]
    assert by[Order.NEWEST] == ["1962", "1962", "1961", ""]
    titles = [hit.title for hit in index.find(parse("kind:telegram"), order=Order.TITLE).hits]
    assert titles == ["Ale", "Bee", "Cod", "Telegram"]


def test_every_value_beside_the_papers_found_leads_to_as_many(shelf: SearchIndex) -> None:
    found = shelf.find(parse("kind:telegram OR kind:letter"), heaps=20)
    counted = [(name, each) for name, heap in found.heaps.items() for each in heap if name not in ("year", "month")]
    assert {name for name, _ in counted} >= {"kind", "to", "from", "person", "post", "marking", "review", "quality"}
    for name, each in counted:
        assert find(shelf, f'{name}:="{each.label}"').total == each.papers, (name, each)
    assert [tuple(each) for each in found.heaps["year"]] == [("1961", "1961", 1), ("1962", "1962", 3)]
    assert [tuple(each) for each in found.heaps["month"]] == [("1961 02", "1961-02", 1), ("1962 11", "1962-11", 2)]


def test_a_whole_value_is_no_part_of_one(shelf: SearchIndex) -> None:
    assert records(shelf, "marking:=SECRET") == records(shelf, "marking:SECRET")
    assert set(records(shelf, 'to:="USUN NEW YORK"')) == {BOMBERS.id, MISREAD.id, LETTER.id}
    assert records(shelf, "to:=USUN") == []
    assert records(shelf, "review:declassified kind:telegram quality:clean") != []


def test_papers_whose_words_stand_together_come_first(index: SearchIndex) -> None:
    apart = telegram(1, subject="Bombers", body=("The bombers left. Jet aircraft stay.", "Bombers, bombers, jet."))
    together = telegram(2, body=("Of all that was said much was said of jet bombers, and little else.",))
    index.add(released(apart, together))
    assert records(index, "jet bombers") == [together.id, apart.id]


def test_all_that_is_found_is_told_by_ids(shelf: SearchIndex) -> None:
    query = parse("quarantine OR Kuznetsov")
    assert shelf.all_found(query) == tuple(hit.record for hit in shelf.find(query).hits)


def test_an_index_knows_what_it_holds(shelf: SearchIndex) -> None:
    digests = {paper.id: hashlib.sha256(to_line(paper).encode()).hexdigest() for paper in PAPERS}
    assert list(shelf.held()) == sorted(digests.items())
    assert list(shelf.ids()) == sorted(digests)
    assert shelf.holds(LIMA.id) == digests[LIMA.id]
    assert shelf.holds("os-" + "0" * 20) is None


def test_a_paper_added_again_takes_the_place_of_what_was_held(shelf: SearchIndex) -> None:
    changed = replace(telegram(9, subject="Bridges"), id=LIMA.id)
    shelf.add(released(changed))
    assert records(shelf, "ferries") == []
    assert records(shelf, "bridges") == [LIMA.id]
    assert len(list(shelf.ids())) == len(PAPERS)


def test_a_paper_removed_is_found_no_more(shelf: SearchIndex) -> None:
    shelf.remove([LIMA.id, "os-" + "0" * 20])
    assert records(shelf, "ferries OR marking:limdis OR date:1961") == []
    assert find(shelf, "kind:telegram OR kind:letter").total == len(PAPERS) - 1
    assert find(shelf, "feries").tolerant == ()


def test_clearing_forgets_everything(shelf: SearchIndex) -> None:
    shelf.clear()
    assert list(shelf.ids()) == []
    assert find(shelf, "quarantine").total == 0
    shelf.add(released(LIMA))
    assert records(shelf, "ferries") == [LIMA.id]


def test_papers_are_added_all_or_none(shelf: SearchIndex) -> None:
    def interrupted() -> Iterator[Released]:
        yield from released(*batch(3))
        raise KeyboardInterrupt

    before = list(shelf.held())
    with pytest.raises(KeyboardInterrupt):
        shelf.add(interrupted())
    assert list(shelf.held()) == before
    assert find(shelf, "step").total == 0


@pytest.mark.parametrize("query", ["bombers", "bombers NOT date:1950", "Kuznetsov OR date:1950"])
def test_a_paper_without_a_date_lies_outside_every_date(index: SearchIndex, query: str) -> None:
    dated = telegram(1, body=("Kuznetsov came with bombers.",), date="1962-11-17")
    undated = replace(telegram(2, body=("Kuznetsoy came with bombers.",)), fields={}, acts=(), stamps=())
    index.add(released(dated, undated))
    assert {hit.record for hit in find(index, query).hits} == {dated.id, undated.id}
    assert records(index, "bombers date:..2100") == [dated.id]


def test_an_empty_index_finds_nothing(index: SearchIndex) -> None:
    assert find(index, "quarantine OR date:1962 OR kind:letter") == Found(0, (), ())


def test_a_paper_without_a_word_is_held_and_found_by_its_kind(index: SearchIndex) -> None:
    paper = telegram()
    empty = tuple(replace(page, text="") for page in paper.pages)
    blank = replace(paper, pages=empty, text=Texts("", "", ()), fields={}, markings=(), stamps=(), acts=())
    index.add(released(blank))
    [hit] = find(index, "kind:telegram").hits
    assert (hit.title, hit.snippet, hit.place) == ("Telegram", "", "page 1")


def test_a_search_among_some_papers_finds_what_it_finds_among_all(shelf: SearchIndex) -> None:
    """In their order, with their values; papers that it does not hold are passed over."""
    for query, among, found in (
        ("quarantine", [LETTER.id, LIMA.id, "os-nothing"], [LETTER.id]),
        ("quarantine", [LETTER.id, BOMBERS.id], [BOMBERS.id, LETTER.id]),
        ("Kuznetsov", [MISREAD.id], [MISREAD.id]),
        ("quarantine", [], []),
    ):
        got = shelf.find(parse(query), among=among, heaps=5)
        assert ([hit.record for hit in got.hits], got.total) == (found, len(found))
        assert sum(each.papers for each in got.heaps.get("kind", ())) == len(found)
    assert shelf.find(parse("quarantine"), among=[LETTER.id, BOMBERS.id], limit=1, offset=1).hits[0].record == LETTER.id
    newest = shelf.find(parse("quarantine OR ferries"), among=[LIMA.id, BOMBERS.id], order=Order.NEWEST)
    assert [hit.record for hit in newest.hits] == [BOMBERS.id, LIMA.id]


def test_it_says_which_papers_it_lacks(shelf: SearchIndex) -> None:
    assert shelf.lacking([LIMA.id, "os-nothing", BOMBERS.id]) == {"os-nothing"}
    shelf.remove([LIMA.id])
    assert shelf.lacking([LIMA.id, BOMBERS.id]) == {LIMA.id}
    assert shelf.lacking([]) == frozenset()
