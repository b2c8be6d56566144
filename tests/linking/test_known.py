"""Records of the same paper: what speaks for it, what against, and what is said with confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.linking.cards import card_of, keys_of
from onionskin.linking.fingerprints import FIRST, fingerprint
from onionskin.linking.holdings import Card, Shelf
from onionskin.linking.known import SURE, compared, match, match_keys
from onionskin.record.document import Document
from onionskin.record.references import JudgementState, SameAs, SameAsRelation

TEXT = (
    "You should inform Foreign Minister Halvorsen that Department is prepared to consider his request for airlift of "
    "foodstuffs through Lisbon provided that shipments remain under neutral inspection throughout their passage. "
    "Ambassador should emphasize that earlier proposals concerning harbour installations cannot be discussed before "
    "Parliament has received assurances about expenditure, tonnage, insurance and compensation of displaced workers."
)
BODY = (TEXT,)
MISREAD = TEXT.replace("Foreign", "Foreiqn").replace("shipments", "shiprnents").replace("throughout", "througbout")
OWN = telegram(1359, date="1961-11-03", body=BODY)


def entry(record: str = "entry", **other: object) -> Card:
    """What a calendar says of it: no text."""
    told = Card(record, "calendar", "telegram", "1961-11-03", number="1359", receivers=("united nations",), edited=True)
    return replace(told, **other)  # type: ignore[arg-type]


def held(*cards: Card, texts: tuple[Document, ...] = ()) -> Shelf:
    shelf = Shelf()
    for card in cards:
        shelf.put(card, [*keys_of(card), *match_keys(card)])
    for document in texts:
        card = replace(card_of(document), source="edition")
        shelf.put(card, [*keys_of(card), *match_keys(card), *fingerprint(document.text.reading)])
    return shelf


def same(document: Document, shelf: Shelf) -> Iterator[SameAs]:
    return iter(match(document, shelf).same_as)


def test_an_entry_with_its_number_day_and_addressee_is_found_and_says_why() -> None:
    found = next(same(OWN, held(entry(), entry("other", number="1360", date="1961-11-04"))))
    assert (found.record, found.relation, found.state) == ("entry", SameAsRelation.SAME_PAPER, JudgementState.CANDIDATE)
    assert found.score >= SURE
    assert {"both are of 1961-11-03", "both have the number 1359", "both are to United Nations"} <= set(found.reasons)


def test_a_misread_text_without_heading_finds_the_edited_one() -> None:
    edited = telegram(1359, body=BODY)
    page = replace(OWN, id="os-page", fields={}, text=replace(OWN.text, reading=MISREAD))
    found = next(same(page, held(texts=(edited, telegram(9, body=("Harvest of cork has begun.",))))))
    assert found.record == edited.id
    assert found.score >= SURE


def test_who_quotes_a_passage_is_not_who_has_the_text() -> None:
    edited, quoting = telegram(1359, body=BODY), telegram(77, body=(TEXT[:150], "The rest is otherwise " * 20))
    page = replace(OWN, id="os-page", fields={}, text=replace(OWN.text, reading=MISREAD))
    sure = [each.record for each in same(page, held(texts=(edited, quoting))) if each.score >= SURE]
    assert sure == [edited.id]


def test_a_sentence_that_stands_in_many_is_never_enough_alone() -> None:
    sentence = " ".join(TEXT.split()[:14])
    page = replace(OWN, id="os-page", fields={}, text=replace(OWN.text, reading=sentence))
    found = list(same(page, held(texts=(telegram(1359, body=BODY),))))
    assert [each.score < SURE for each in found] == [True]


@pytest.mark.parametrize(
    "other",
    [
        {"number": "4077"},
        {"date": "1961-12-20", "number": ""},
        {"receivers": ("peru",), "number": ""},
        {"number": "", "subject": ""},
    ],
)
def test_what_anothers_paper_could_have_as_well_is_never_said_with_confidence(other: dict[str, Any]) -> None:
    assert all(each.score < SURE for each in same(OWN, held(replace(entry(), **other))))


def test_an_exchanged_digit_is_forgiven_another_number_is_not() -> None:
    scores = {each.record: each.score for each in same(OWN, held(entry(number="1395"), entry("far", number="2468")))}
    assert scores["entry"] > scores.get("far", 0.0)


def test_papers_of_one_file_are_different_papers() -> None:
    mine = replace(entry(), source=card_of(OWN).source)
    assert list(same(OWN, held(mine))) == []


def test_two_entries_of_one_calendar_that_fit_alike_share_the_odds() -> None:
    scores = [each.score for each in same(OWN, held(entry(), entry("twin")))]
    assert len(scores) == 2
    assert sum(scores) <= 1.0


def test_an_entry_that_names_who_took_part_is_preferred_where_the_text_is_hidden_and_never_sure_by_that() -> None:
    """Two conversations of one day; the entry of one says `Secretary and Halvorsen: tonnage, insurance`."""
    mine = entry("mine", kind="memorandum-of-conversation", writers=("halvorsen",), subject="Trade", number="")
    others = (
        replace(mine, subject=f"Comments on Secretary and {name}: tonnage, insurance")
        for name in ("Halvorsen", "Ministers")
    )
    named, unnamed = (list(compared(mine, other, frozenset())) for other in others)
    assert sum(fact.worth for fact in named) > sum(fact.worth for fact in unnamed)
    assert "its subject's words stand here: halvorsen" in {fact.reason for fact in named}
    assert not any(fact.telling for fact in named)


def test_what_was_known_before_stays() -> None:
    before = SameAs("entry", SameAsRelation.ATTACHMENT_OF, 0.9, ("it says so",))
    assert match(replace(OWN, same_as=(before,)), held(entry())).same_as == (before,)


@given(st.text(max_size=400))
def test_a_fingerprint_depends_on_words_alone(text: str) -> None:
    assert fingerprint(text) == fingerprint(text.replace(" ", " \n "))


def test_a_fingerprint_of_a_page_is_found_again_in_that_of_the_whole() -> None:
    words = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(250))
    part, whole = set(fingerprint(words[:1600])), set(fingerprint(words))
    assert len(part) >= FIRST
    assert part <= whole
