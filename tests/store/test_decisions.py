"""What stands decided of where papers begin, whatever was decided and taken back before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onionskin.record.boundaries import Settled
from onionskin.record.decisions import Verb
from onionskin.record.page import PageNumber
from onionskin.store.decisions import Word, boundary_decision, edition_of, settled, standing_decisions, undoing
from onionskin.store.journal import START, Draft, Entry, written

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
        entries = [e for e in standing_decisions(told(drafts)) if e.source == source]
        if entries:
            drafts.append(undoing(word, entries[-1]))
            held.reverse()
            held.remove(next(each for each in held if each[0] == source))
            held.reverse()
    wanted = {(source, each.page, each.offset): each.begins for source, each in held}
    got = settled(standing_decisions(told(drafts)))
    assert {(source, p.page, p.offset): p.begins for source, all_of in got.items() for p in all_of} == wanted


def test_the_reader_version_tells_decisions_apart_and_says_nothing_without_one() -> None:
    place = Settled(PageNumber(2), 0, begins=True)
    other = Settled(PageNumber(2), 0, begins=False)
    assert edition_of(()) == ""
    assert edition_of((place,)) == edition_of((place,))
    assert len({edition_of((place,)), edition_of((other,)), edition_of((place, other))}) == 3
