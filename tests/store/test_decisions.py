"""What stands decided of where papers begin, whatever was decided and taken back before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.boundaries import Settled
from onionskin.record.decisions import Verb
from onionskin.record.mending import Begun, Mending, Orders, without_edition
from onionskin.record.page import PageNumber, PageSurrogate, PageText
from onionskin.store.decisions import (
    Decided,
    Moved,
    Word,
    boundary_decision,
    page_before,
    page_decision,
    undoing,
)
from onionskin.store.journal import START, Draft, Entry, written
from onionskin.store.orders import orders

SOURCES = ("a" * 64, "b" * 64)
places = st.builds(Settled, st.integers(1, 3).map(PageNumber), st.sampled_from([0, 40]), st.booleans())
steps = st.lists(st.tuples(st.sampled_from(SOURCES), st.none() | places), max_size=12)


def told(drafts: list[Draft]) -> list[Entry]:
    return list(written(drafts, 0, START, "2026-03-01T09:30:00Z"))


@given(steps)
def test_the_last_word_on_a_place_stands_and_what_is_taken_back_does_not(
    done: list[tuple[str, Settled | None]],
) -> None:
    drafts: list[Draft] = []
    held: list[tuple[str, Settled]] = []
    for source, place in done:
        word = Word(source, "A. Clerk", "os-1")
        if place is not None:
            drafts.append(boundary_decision(word, Verb.ACCEPT, [place]))
            held.append((source, place))
            continue
        entries = [e for e in heard(drafts).standing() if e.source == source]
        if entries:
            drafts.append(undoing(word, entries[-1]))
            held.reverse()
            held.remove(next(each for each in held if each[0] == source))
            held.reverse()
    wanted = {(source, each.page, each.offset): each.begins for source, each in held}
    got = orders(heard(drafts).all)
    assert {(source, p.page, p.offset): p.begins for source, held in got.items() for p in held.places} == wanted


def test_the_reader_version_tells_decisions_apart_and_says_nothing_without_one() -> None:
    place = Settled(PageNumber(2), 0, begins=True)
    other = Settled(PageNumber(2), 0, begins=False)
    turned = {PageNumber(2): Mending(PageNumber(2), turned=90)}
    assert Orders().edition == ""
    assert Orders((place,)).edition == Orders((place,)).edition
    each = [Orders((place,)), Orders((other,)), Orders((place, other)), Orders((place,), turned), Orders((), turned)]
    assert len({held.edition for held in each}) == 5
    assert {without_edition(f"readers-7{held.edition}") for held in each} == {"readers-7"}


def heard(drafts: list[Draft]) -> Decided:
    decided = Decided()
    decided.hear(told(drafts))
    return decided


WORD = Word(SOURCES[0], "A. Clerk", "os-1")
PAGE = PageNumber(2)
SCAN = PageSurrogate("better.tif", "c" * 64, "image/tiff", PageNumber(1))


def of_page(mending: Mending, after: Moved | None = None, before: PageText | None = None) -> Draft:
    return page_decision(WORD, Verb.TURN, mending, before or PageText(PAGE, "as it was\n"), after or Moved(PAGE))


def test_turns_add_up_a_better_scan_begins_anew_and_an_engine_stays() -> None:
    steps = [Mending(PAGE, turned=270), Mending(PAGE, turned=180), Mending(PAGE, engine="best")]
    held = orders(heard([of_page(each) for each in steps]).all)[SOURCES[0]].pages
    assert held == {PAGE: Mending(PAGE, turned=90, engine="best")}
    steps += [Mending(PAGE, surrogate=SCAN), Mending(PAGE, turned=180)]
    held = orders(heard([of_page(each) for each in steps]).all)[SOURCES[0]].pages
    assert held == {PAGE: Mending(PAGE, turned=180, engine="best", surrogate=SCAN)}


def test_the_journal_has_the_page_as_it_was_letter_for_letter() -> None:
    before = PageText(PAGE, "Not  for\n\npublication\n", width=850, height=1100, dpi=100, turned=90)
    (entry,) = told([of_page(Mending(PAGE, turned=90), before=before)])
    assert page_before(entry) == before


def test_what_was_settled_moves_with_its_page_and_back_when_that_is_taken_back() -> None:
    settled = boundary_decision(WORD, Verb.BEGIN, [Settled(PAGE, 40, begins=True)])
    begun = (Begun(PAGE, 55, "os-2"),)
    drafts = [settled, of_page(Mending(PAGE, turned=90), Moved(PAGE, ((40, 55),), begun))]
    turned = orders(heard(drafts).all)[SOURCES[0]]
    assert (turned.places, turned.begun) == ((Settled(PAGE, 55, begins=True),), begun)
    kept = heard(drafts).all[-1]
    drafts.append(undoing(WORD, kept, Moved(PAGE, ((55, 40),))))
    back = orders(heard(drafts).all)[SOURCES[0]]
    assert (back.places, back.begun, back.pages) == ((Settled(PAGE, 40, begins=True),), (), {})
