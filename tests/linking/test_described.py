"""Papers cited without a number: by day and writer, by relation, by what they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.shelves import cited, shelf, telegram
from tests.papers import telegram as paper

from onionskin.linking.described import Context, described, titled
from onionskin.linking.holdings import Card
from onionskin.linking.judging import decided
from onionskin.linking.references import resolve
from onionskin.linking.topics import topics
from onionskin.record.references import Reference, Resolution, ResolutionState

OWN = Card("own", "s", "letter", "1961-11-17", writers=("halloran",), addressees=("brandov",))


def means(reference: Reference, *held: Card, own: Card = OWN, text: str = "") -> Resolution:
    return decided(list(described(reference, Context(own, titled(text)), shelf(own, *held))))


def letter(record: str, day: str, writer: str, addressee: str, subject: str = "") -> Card:
    return Card(record, "s", "letter", day, writers=(writer,), addressees=(addressee,), subject=subject)


def test_your_letter_of_a_day_is_the_addressees_own() -> None:
    reference = cited("your letter of November 14", kind="letter", date="1961-11-14")
    theirs, ours = (
        letter("theirs", "1961-11-14", "brandov", "halloran"),
        letter("x", "1961-11-14", "halloran", "brandov"),
    )
    found = means(reference, theirs, ours)
    assert (found.state, found.record) == (ResolutionState.LINKED, "theirs")
    assert found.candidates[0].reasons == ("of 1961-11-14, as the reference says", "written by Brandov")


def test_a_day_without_a_writer_leaves_the_list_open() -> None:
    found = means(cited("letter of November 14", kind="letter", date="1961-11-14"), letter("a", "1961-11-14", "p", "q"))
    assert found.state is ResolutionState.CANDIDATES


def test_the_chairmans_last_message_is_the_latest_of_him_whom_the_paper_calls_so_and_stays_open() -> None:
    older, latest = letter("older", "1961-11-02", "koslov", "x"), letter("latest", "1961-11-12", "koslov", "x")
    reference = cited("Chairman's last message", kind="message", from_="Chairman")
    found = means(reference, older, latest, text="Chairman Koslov desires this.")
    assert (found.state, found.candidates[0].record) == (ResolutionState.CANDIDATES, "latest")
    assert means(reference, older, latest, text="Nobody is named.").state is ResolutionState.CITED_NOT_HELD


@pytest.mark.parametrize(
    ("words", "record"), [("next message", "after"), ("my immediately preceding telegram", "before")]
)
def test_next_and_preceding_are_of_the_senders_own_run(words: str, record: str) -> None:
    own = telegram("own", "1359", "1961-11-23", "washington", "united nations")
    after = telegram("after", "1360", "1961-11-23", "washington", "united nations")
    before = telegram("before", "1358", "1961-11-22", "washington", "united nations")
    strange = telegram("strange", "1360", "1961-11-23", "washington", "peru")
    assert means(cited(words, kind="message"), after, before, strange, own=own).record == record


def test_what_a_paper_is_about_makes_it_a_candidate_and_no_more() -> None:
    about = letter("about", "1961-11-15", "a", "b", subject="Transmits text of Soviet and Cuban proposed protocol")
    other = letter("other", "1961-11-15", "a", "b", subject="Harvest of cork and the protocol of a wedding")
    reference = cited('so-called "protocol" presented jointly by the Soviets and the Cubans', kind="document")
    found = means(reference, about, other)
    assert found.state is ResolutionState.CANDIDATES
    assert found.candidates[0].record == "about"
    assert "its subject speaks of cuban, protocol, soviet" in found.candidates[0].reasons


def test_the_reference_telegram_is_the_one_that_the_paper_cites_by_number() -> None:
    held = telegram("held", "77", "1961-11-01", "washington", "united nations")
    first = cited("Deptel 77", number="77", series="DEPTEL", direction="outgoing")
    document = replace(paper(1, to="USUN NEW YORK"), references=(first, cited("reftel")))
    document = replace(document, fields={**document.fields, "from": document.fields["to"][0]})  # type: ignore[index]
    resolved = resolve(document, shelf(held)).references
    assert [each.resolved.record for each in resolved] == ["held", "held"]


def test_two_reference_telegrams_leave_it_open() -> None:
    held = [telegram(n, n, "1961-11-01", "washington", "united nations") for n in ("77", "78")]
    both = [cited(f"Deptel {n}", number=n, series="DEPTEL", direction="outgoing") for n in ("77", "78")]
    document = replace(paper(1, to="USUN NEW YORK"), references=(*both, cited("reftel")))
    assert resolve(document, shelf(*held)).references[-1].resolved.record is None


def test_topics_agree_over_endings() -> None:
    assert topics("Soviets and the Cubans suggested") >= topics("Soviet and Cuban proposal")
