"""What every store keeps of the contract about linking: cards and keys, what was made of records, ties, who waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.papers import batch, keep, reread, telegram, two_papers

from onionskin.errors import NotFoundError
from onionskin.record.apparatus import Doubt
from onionskin.record.codec import overlay_of, to_line
from onionskin.record.document import Document
from onionskin.store.contract import Linked, Matter, Naming, Shelved, Store, Tie, Waiting
from onionskin.store.keeping import digest


def linked(paper: Document, *, asked: Sequence[int] = (), leads_to: Sequence[str] = (), linker: str = "l1") -> Linked:
    """What a linker made of a paper: a doubt about its subject."""
    doubt = Doubt("/fields/subject", "Next", (), "test", "because", ())
    made = replace(paper, doubts=(doubt,))
    ties = tuple((other, "cites") for other in leads_to)
    return Linked(paper.id, linker, overlay_of(paper, made), digest(to_line(made)), tuple(asked), ties)


def test_what_linking_made_stands_beside_what_was_read(store: Store) -> None:
    one, two = batch(2)
    keep(store, one, two)
    assert store.link([linked(one)]) == (one.id,)
    kept = store.record(one.id)
    assert (kept.document, kept.linked.doubts[0].reason) == (one, "because")
    assert list(store.records()) == [one, two]
    assert [bool(paper.doubts) for paper in store.records(linked=True)] == [True, False]
    assert dict(store.digests()) == {one.id: digest(to_line(kept.linked)), two.id: kept_digest(store, two)}
    assert store.link([linked(one)]) == ()
    assert list(store.check()) == []
    assert list(store.lines([two.id, one.id, two.id])) == [to_line(two), to_line(kept.linked), to_line(two)]
    with pytest.raises(NotFoundError, match="os-0"):
        list(store.lines([one.id, "os-0"]))
    assert [store.linked(one.id), store.linked(two.id)] == [kept.linked, two]
    with pytest.raises(NotFoundError, match="os-0"):
        store.linked("os-0")


def kept_digest(store: Store, paper: Document) -> str:
    return store.record(paper.id).digest


def test_who_was_never_linked_or_by_another_linker_waits(store: Store) -> None:
    one, two, three = batch(3)
    keep(store, one, two, three)
    store.link([linked(one), linked(two, linker="l0")])
    assert list(store.waiting("l1")) == [two.id, three.id]
    store.let_wait([one.id])
    assert list(store.waiting("l1")) == [one.id, two.id, three.id]
    store.link(map(linked, (one, two, three)))
    assert list(store.waiting("l1")) == []
    store.let_wait()
    assert list(store.waiting("l1")) == [one.id, two.id, three.id]


def test_a_record_that_comes_wakes_those_that_asked_for_it(store: Store) -> None:
    asking, other, answer = batch(3)
    keep(store, asking, other)
    store.link([linked(asking, asked=(7, 8)), linked(other, asked=(9,))])
    keep(store, answer)
    store.shelve([Shelved(answer.id, "a card", (8, 5))])
    assert list(store.waiting("l1")) == [asking.id, answer.id]
    store.link([linked(asking, asked=(7,)), linked(answer)])
    store.shelve([Shelved(answer.id, "a card", (8, 5))])
    assert list(store.waiting("l1")) == []
    store.shelve([Shelved(answer.id, "a card", (7,))])
    assert asking.id in list(store.waiting("l1"))


def test_cards_are_found_by_their_keys_and_keys_of_many_tell_nothing(store: Store) -> None:
    papers = batch(4)
    keep(store, *papers)
    store.shelve([Shelved(paper.id, f"card {n}", (1, n, n + 100)) for n, paper in enumerate(papers, 10)])
    assert store.cards([1], most=4) == (("card 10", 1), ("card 11", 1), ("card 12", 1), ("card 13", 1))
    assert store.cards([1, 12, 112, 11], most=3) == (("card 12", 2), ("card 11", 1))
    assert store.cards([1, 12, 112, 11], most=3, least=2) == (("card 12", 2),)
    assert store.cards([99], most=4) == ()
    assert store.card(papers[0].id) == "card 10"
    store.shelve([Shelved(papers[0].id, "card 20", (20,))])
    assert store.cards([10, 20], most=4) == (("card 20", 1),)


def test_whom_records_name_is_told_with_their_dates(store: Store) -> None:
    one, two = batch(2)
    keep(store, one, two)
    store.shelve([Shelved(one.id, "card", (1,), (("person:7", "brandov"), ("person:9", "halloran")))])
    store.shelve([Shelved(two.id, "card", (2,), (("person:7", "brandov"),))])
    assert list(store.namings()) == [
        Naming("person:7", "brandov", "1961-11-02"),
        Naming("person:9", "halloran", "1961-11-02"),
        Naming("person:7", "brandov", "1961-11-03"),
    ]
    keep(store, reread(one, subject="Other steps"), version="reader 2")
    assert [each.date for each in store.namings()] == ["1961-11-03"]


def test_what_was_made_of_a_record_goes_with_another_reading_and_its_askers_wait(store: Store) -> None:
    source, papers = two_papers()
    asking = telegram(9)
    store.keep(source, papers, "reader 1")
    keep(store, asking)
    store.shelve([Shelved(paper.id, "card", (n,)) for n, paper in enumerate(papers)])
    store.link([linked(papers[0]), linked(papers[1]), linked(asking, asked=(1,))])
    store.keep(source, papers[:1], "reader 2")
    assert list(store.waiting("l1")) == [papers[0].id, asking.id]
    assert store.cards([0, 1], most=4) == ()
    assert store.card(papers[0].id) is None
    assert store.record(papers[0].id).linked == papers[0]
    assert list(store.check()) == []


def test_ties_lead_both_ways_between_standing_records(store: Store) -> None:
    source, papers = two_papers()
    other = telegram(9)
    store.keep(source, papers, "reader 1")
    keep(store, other)
    store.link([linked(other, leads_to=[paper.id for paper in papers]), linked(papers[0], leads_to=[other.id])])
    ties = {Tie(other.id, papers[0].id, "cites"), Tie(papers[0].id, other.id, "cites")}
    assert set(store.ties(papers[0].id)) == ties
    assert set(store.ties(other.id)) == {*ties, Tie(other.id, papers[1].id, "cites")}
    assert store.leading_to([paper.id for paper in papers]) == (other.id,)
    assert store.leading_to([other.id, papers[1].id]) == tuple(sorted((papers[0].id, other.id)))
    store.keep(source, papers[:1], "reader 2")
    assert store.ties(papers[1].id) == ()
    assert set(store.ties(other.id)) == {Tie(other.id, papers[0].id, "cites")}


def test_linking_a_record_that_is_gone_does_nothing(store: Store) -> None:
    source, papers = two_papers()
    store.keep(source, papers, "reader 1")
    store.keep(source, papers[:1], "reader 2")
    store.shelve([Shelved(papers[1].id, "card", (1,))])
    assert store.link([linked(papers[1])]) == ()
    assert store.cards([1], most=4) == ()
    assert list(store.waiting("l1")) == [papers[0].id]


def test_other_names_alone_are_told_in_place_of_those_before(store: Store) -> None:
    paper = telegram()
    keep(store, paper)
    store.shelve([Shelved(paper.id, "card", (1,), (("person:7", "brandov"),))])
    store.link([linked(paper)])
    store.shelve([Shelved(paper.id, "card", (1,), (("person:9", "brandov"),))])
    assert [each.entity for each in store.namings()] == ["person:9"]
    assert list(store.waiting("l1")) == [paper.id]


def asking(paper: Document, *waiting: Waiting) -> Linked:
    return replace(linked(paper), waiting=waiting)


def test_what_is_worth_most_waits_first_and_papers_that_ask_the_same_are_summed_up(store: Store) -> None:
    one, two, three = batch(3)
    keep(store, one, two, three)
    store.link([asking(one, Waiting("name B", "name", 300, "in one"), Waiting("word 1", "word", 500, "a word"))])
    store.link([asking(two, Waiting("name B", "name", 400, "in two")), asking(three)])
    held = store.queue()
    assert (held.total, dict(held.counts)) == (2, {"name": 1, "word": 1})
    assert held.matters == (Matter("name B", two.id, 2, 700, "in two"), Matter("word 1", one.id, 1, 500, "a word"))
    assert store.asking("name B") == tuple(sorted((one.id, two.id)))
    assert [each.matter for each in store.queue(sort="word").matters] == ["word 1"]
    assert store.queue(sort="word").total == 1
    assert [each.matter for each in store.queue(limit=1, offset=1).matters] == ["word 1"]


def test_what_was_decided_or_is_read_anew_waits_no_longer(store: Store) -> None:
    one, two = batch(2)
    keep(store, one, two)
    question = Waiting("name B", "name", 300, "who")
    store.link([asking(one, question), asking(two, question, question)])
    store.link([asking(two)])
    assert store.queue().matters == (Matter("name B", one.id, 1, 300, "who"),)
    keep(store, reread(one, subject="Another"), version="reader 2")
    assert store.queue().matters == ()
    assert store.queue().total == 0


def test_papers_are_found_by_a_string_in_what_linking_made(store: Store) -> None:
    one, two = batch(2)
    keep(store, one, two)
    store.link([linked(one), asking(two)])
    assert set(store.naming(["because"])) == {one.id, two.id}
    assert store.naming(["becau", "ecause"]) == ()
    assert store.naming([]) == ()
