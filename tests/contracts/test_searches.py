"""What every store keeps of saved searches, and how it knows which papers are new; each test holds for all stores."""

from __future__ import annotations

import pytest
from tests.papers import keep, reread, telegram, two_papers

from onionskin.errors import NotFoundError, UsageError
from onionskin.store.contract import Removal, Store
from onionskin.store.searches import MOST_SAVED


def test_a_search_is_kept_under_its_name_renamed_mended_and_removed(store: Store) -> None:
    kept = store.searches.save("ruth", "Kuznetsov's letters", "from:Kuznetsov kind:letter", "oldest", 7)
    assert (kept.author, kept.seen, kept.since, kept.looked) == ("ruth", 7, *["2026-03-01T09:30:00Z"] * 2)
    assert store.searches.one("ruth", kept.n) == kept
    changed = store.searches.change("ruth", kept.n, "Letters", "kind:letter", "best")
    assert (changed.name, changed.query, changed.sort, changed.seen) == ("Letters", "kind:letter", "best", 7)
    assert store.searches.of("ruth") == (changed,)
    store.searches.remove("ruth", kept.n)
    assert store.searches.of("ruth") == ()


def test_they_stand_in_the_order_of_their_names_and_nobody_else_sees_or_changes_them(store: Store) -> None:
    mine = [store.searches.save("ruth", name, "Cuba", "best", 0) for name in ("berlin", "Airlift", "Cuba")]
    theirs = store.searches.save("ann", "berlin", "Berlin", "best", 0)
    assert [each.name for each in store.searches.of("ruth")] == ["Airlift", "berlin", "Cuba"]
    assert store.searches.of("ann") == (theirs,)
    for act in (
        lambda: store.searches.one("ann", mine[0].n),
        lambda: store.searches.change("ann", mine[0].n, "mine", "x", "best"),
        lambda: store.searches.look("ann", mine[0].n, 9),
        lambda: store.searches.remove("ann", mine[0].n),
        lambda: store.searches.remove("ruth", 999),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert len(store.searches.of("ruth")) == 3


def test_two_of_one_author_do_not_share_a_name(store: Store) -> None:
    one = store.searches.save("ruth", "Cuba", "Cuba", "best", 0)
    other = store.searches.save("ruth", "Berlin", "Berlin", "best", 0)
    with pytest.raises(UsageError, match="kept already"):
        store.searches.save("ruth", "Cuba", "x", "best", 0)
    with pytest.raises(UsageError, match="kept already"):
        store.searches.change("ruth", other.n, "Cuba", "x", "best")
    assert store.searches.change("ruth", one.n, "Cuba", "Havana", "best").query == "Havana"


def test_nobody_keeps_more_than_they_can_look_through(store: Store) -> None:
    for n in range(MOST_SAVED):
        store.searches.save("ruth", str(n), "x", "best", 0)
    with pytest.raises(UsageError, match="Remove one"):
        store.searches.save("ruth", "one more", "x", "best", 0)


def test_what_was_seen_once_stays_seen(store: Store) -> None:
    n = store.searches.save("ruth", "Cuba", "Cuba", "best", 3).n
    assert store.searches.look("ruth", n, 8).seen == 8
    assert store.searches.look("ruth", n, 5).seen == 8


def test_a_paper_arrives_once_for_good(store: Store) -> None:
    """Read again, removed and brought back, it is the paper that it was; only what was never kept is new."""
    assert (store.newest(), store.arrivals(0)) == (0, ())
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    first = store.arrivals(0)
    assert [record for _, record in first] == [each.id for each in papers]
    seen = store.newest()
    assert [mark for mark, _ in first][-1] == seen
    store.keep(source, [reread(papers[1], subject="Other steps"), papers[0]], "reader 2")
    done = store.remove(Removal(author="ruth", records=(papers[0].id,)))
    assert store.arrivals(0) == first[1:]
    store.bring_back(done.entry, "ruth")
    store.keep(source, papers[:1], "reader 3")
    store.keep(source, papers, "reader 4")
    assert (store.newest(), store.arrivals(seen), store.arrivals(0)) == (seen, (), first)
    later = telegram(body=("Of another file.",))
    keep(store, later)
    assert store.arrivals(seen) == ((store.newest(), later.id),)
    store.remove(Removal(author="ruth", records=(later.id,)))
    assert store.arrivals(seen) == ()
    assert store.newest() > seen
