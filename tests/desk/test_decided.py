"""What a person decided holds over what was read and linked, survives another reading, and is never dropped."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.test_quotes import noisy
from tests.web.specimens import ink, letter, telegram
from tests.web.wordings import TELEGRAM

from onionskin.desk.decided import decided
from onionskin.desk.parts import Part, inkless, is_open, parts
from onionskin.record.apparatus import DoubtState, EmendationState
from onionskin.record.decisions import About, Fate, Quote, Verb
from onionskin.record.document import Document
from onionskin.record.evidence import Deed
from onionskin.record.page import PageNumber, PageText
from onionskin.record.reading import ReadingState
from onionskin.record.references import (
    EntityCandidate,
    JudgementState,
    ResolutionState,
    SameAs,
    SameAsRelation,
)
from onionskin.record.span import Span
from onionskin.store.decisions import Kept
from onionskin.text.quotes import quoted

CLERK, DAY = "A. Clerk", "2026-03-01T09:30:00Z"
DEED = Deed(CLERK, DAY)
PAPER, OTHER = telegram(), letter().id


def kept(
    verb: Verb, pointer: str, to: str | None = None, *, entry: int = 1, paper: Document = PAPER, reason: str = ""
) -> Kept:
    """A decision on a part of a paper, as the journal would have it."""
    part = next(each for each in parts(paper) if each.pointer == pointer)
    return Kept(
        entry,
        DAY,
        CLERK,
        verb,
        part.about,
        paper.id,
        paper.source.sha256,
        reason,
        quote(part, paper),
        inkless(part.subject),
        to,
    )


def quote(part: Part, paper: Document = PAPER) -> Quote | None:
    here = part.ink
    return None if here is None else quoted(next(page for page in paper.pages if page.n == here.page), here.span)


def corrected(words: str, to: str, *, entry: int = 1, page: int = 1) -> Kept:
    sheet = PAPER.pages[page - 1]
    at = sheet.text.index(words)
    here = quoted(sheet, Span(at, at + len(words)))
    return Kept(entry, DAY, CLERK, Verb.CORRECT, About.TRANSCRIPTION, PAPER.id, "", "", here, None, to)


def read_again(paper: Document, was: str, now: str) -> Document:
    """Another reading: other words on the first page, and nothing found in them."""
    first = paper.pages[0]
    pages = (replace(first, text=first.text.replace(was, now)), *paper.pages[1:])
    return replace(paper, pages=pages, fields={}, stamps=(), references=(), mentions=(), emendations=(), doubts=())


def test_a_link_that_a_person_makes_is_a_link_and_says_who_made_it() -> None:
    made = decided(PAPER, [kept(Verb.LINK, "/references/0", OTHER, reason="the day fits")])
    resolved = made.references[0].resolved
    assert (resolved.state, resolved.record, len(resolved.candidates)) == (ResolutionState.LINKED, OTHER, 2)
    assert DEED in made.references[0].evidence
    (told,) = made.decisions
    assert (told.author, told.at, told.reason, told.pointer) == (CLERK, DAY, "the day fits", "/references/0")


@pytest.mark.parametrize(
    ("to", "state", "left"),
    [(OTHER, ResolutionState.CANDIDATES, 1), (None, ResolutionState.CITED_NOT_HELD, 0)],
)
def test_a_refused_candidate_goes_and_where_none_is_left_the_paper_is_not_held(
    to: str | None, state: ResolutionState, left: int
) -> None:
    resolved = decided(PAPER, [kept(Verb.REJECT, "/references/0", to)]).references[0].resolved
    assert (resolved.state, len(resolved.candidates)) == (state, left)


def test_a_person_links_a_name_to_an_entity_and_takes_one_away() -> None:
    named = replace(
        PAPER.mentions[0], candidates=(EntityCandidate("brandov-i", 0.4, ()), EntityCandidate("b2", 0.3, ()))
    )
    paper = replace(PAPER, mentions=(named,))
    assert is_open(named)
    assert decided(paper, [kept(Verb.LINK, "/mentions/0", "b2", paper=paper)]).mentions[0].entity == "b2"
    refused = decided(paper, [kept(Verb.REJECT, "/mentions/0", "b2", paper=paper)]).mentions[0]
    assert [each.entity for each in refused.candidates or ()] == ["brandov-i"]


def test_a_name_that_stands_several_times_means_the_same_unless_something_else_is_said_of_one() -> None:
    first, other = PAPER.mentions[0], replace(PAPER.mentions[0], evidence=(ink(TELEGRAM, "BRANDOV"),))
    apart = replace(other, text="BRANDOV", evidence=(ink(TELEGRAM, "HALLORAN"),))
    paper = replace(PAPER, mentions=(first, other, apart))
    both = [kept(Verb.LINK, "/mentions/0", "brandov-i", paper=paper)]
    assert [each.entity for each in decided(paper, both).mentions] == ["brandov-i", "brandov-i", None]
    both.append(kept(Verb.LINK, "/mentions/1", "brandov-p", entry=2, paper=paper))
    assert [each.entity for each in decided(paper, both).mentions] == ["brandov-i", "brandov-p", None]
    both.append(kept(Verb.LINK, "/mentions/0", "brandov-j", entry=3, paper=paper))
    assert [each.entity for each in decided(paper, both).mentions] == ["brandov-j", "brandov-p", None]


def test_an_accepted_emendation_is_read_and_a_rejected_one_is_not() -> None:
    yes = decided(PAPER, [kept(Verb.ACCEPT, "/emendations/0")])
    assert yes.emendations[0].state is EmendationState.ACCEPTED
    assert "see DEPTEL 1338" in yes.text.reading
    assert yes.text.corrected is None
    sure = replace(PAPER, emendations=(replace(PAPER.emendations[0], confidence=0.95),))
    amended = replace(sure, text=replace(sure.text, reading=sure.text.reading.replace("DEPTTEL", "DEPTEL")))
    no = decided(amended, [kept(Verb.REJECT, "/emendations/0", paper=sure)], base=PAPER.text)
    assert no.emendations[0].state is EmendationState.REJECTED
    assert no.text == PAPER.text


def test_a_correction_stands_beside_the_raw_text_and_the_reading_text_follows_it() -> None:
    made = decided(PAPER, [corrected("DEPTTEL 1338", "DEPTTEL 1388")])
    assert made.pages == PAPER.pages
    assert made.ink_faults() == []
    assert made.text.transcription == PAPER.text.transcription
    assert made.text.corrected == PAPER.text.transcription.replace("1338", "1388")
    assert "see DEPTTEL 1388" in made.text.reading
    (correction,) = made.corrections
    assert (correction.from_, correction.to, DEED in correction.evidence) == ("DEPTTEL 1338", "DEPTTEL 1388", True)
    assert made.emendations[0].state is EmendationState.REJECTED, "ink that was misread needs no emendation"


def test_a_doubt_is_settled_and_the_value_is_stated_with_its_ink_still_cited() -> None:
    made = decided(PAPER, [kept(Verb.ACCEPT, "/doubts/0", "1977-07-12")])
    assert (made.doubts[0].state, made.doubts[0].value) == (DoubtState.SETTLED, "1977-07-12")
    date = made.stamps[0].date
    assert (date.value, date.state, date.as_printed) == ("1977-07-12", ReadingState.ASSERTED, "7/12/97")
    assert (DEED in date.evidence, bool(date.ink)) == (True, True)
    dismissed = decided(PAPER, [kept(Verb.REJECT, "/doubts/0")])
    assert dismissed.doubts[0].state is DoubtState.DISMISSED
    assert dismissed.stamps == PAPER.stamps


def test_the_value_of_a_doubt_is_the_one_that_was_decided_last() -> None:
    first = kept(Verb.ACCEPT, "/doubts/0", "1977-07-12")
    assert decided(PAPER, [first, kept(Verb.REJECT, "/doubts/0", entry=2)]).stamps == PAPER.stamps
    again = decided(PAPER, [first, kept(Verb.ACCEPT, "/doubts/0", "1997-07-12", entry=2)]).stamps[0].date
    assert (again.value, again.reason.count("stated by")) == ("1997-07-12", 1)


def test_records_of_one_paper_are_accepted_rejected_and_named() -> None:
    assert decided(PAPER, [kept(Verb.ACCEPT, "/same_as/0", OTHER)]).same_as[0].state is JudgementState.ACCEPTED
    assert decided(PAPER, [kept(Verb.REJECT, "/same_as/0", OTHER)]).same_as[0].state is JudgementState.REJECTED
    new = SameAs("os-11111111111111111111", SameAsRelation.SAME_COPY, 1.0, ("a person says so",))
    link = Kept(1, DAY, CLERK, Verb.LINK, About.SAME_AS, PAPER.id, "", "", None, new, new.record)
    assert decided(PAPER, [link]).same_as[1] == replace(new, state=JudgementState.ACCEPTED)


def test_the_later_decision_on_a_thing_goes() -> None:
    both = [kept(Verb.ACCEPT, "/emendations/0"), kept(Verb.REJECT, "/emendations/0", entry=2)]
    made = decided(PAPER, both)
    assert made.emendations[0].state is EmendationState.REJECTED
    assert [each.entry for each in made.decisions] == [2]


def test_a_decision_outlives_a_reading_that_no_longer_has_its_part() -> None:
    read = read_again(PAPER, "\nACTION", "\n\nA NEW LINE\nACTION")
    made = decided(
        read,
        [
            kept(Verb.ACCEPT, "/emendations/0"),
            kept(Verb.LINK, "/references/0", OTHER, entry=2),
            kept(Verb.LINK, "/mentions/0", "brandov-i", entry=3),
            kept(Verb.REJECT, "/doubts/0", entry=4),
        ],
    )
    assert [each.state for each in made.decisions] == [Fate.STANDING] * 3 + [Fate.FULFILLED]
    assert (made.emendations[0].from_, made.emendations[0].to) == ("DEPTTEL", "DEPTEL")
    assert made.references[0].resolved.record == OTHER
    assert made.mentions[0].entity == "brandov-i"


@pytest.mark.parametrize(
    ("decision", "was", "now", "fate"),
    [
        (corrected("DEPTTEL 1338", "DEPTTEL 1388"), "1338", "1388", Fate.FULFILLED),
        (corrected("DEPTTEL 1338", "DEPTTEL 1388"), "DEPTTEL 1338", "DEPTTEL 13B8", Fate.STANDING),
        (kept(Verb.ACCEPT, "/emendations/0"), "DEPTTEL", "DEPTEL", Fate.FULFILLED),
        (kept(Verb.ACCEPT, "/emendations/0"), "We do not REPEAT not want a long haggle; see DEPTTEL", "x", Fate.ADRIFT),
        (kept(Verb.ACCEPT, "/doubts/0", "1977-07-12"), "", "", Fate.ADRIFT),
    ],
)
def test_a_better_reading_fulfils_a_decision_keeps_it_or_has_it_adrift(
    decision: Kept, was: str, now: str, fate: Fate
) -> None:
    made = decided(read_again(PAPER, was, now), [decision])
    assert [each.state for each in made.decisions] == [fate]
    assert (made.decisions[0].note is not None) is (fate is Fate.ADRIFT)


def test_a_link_to_a_record_that_is_gone_is_adrift_and_not_made() -> None:
    made = decided(PAPER, [kept(Verb.LINK, "/references/0", OTHER)], holds=lambda _: False)
    assert made.references == PAPER.references
    assert made.decisions[0].note == f"the collection no longer holds {OTHER}"


DECISIONS = [
    kept(Verb.ACCEPT, "/emendations/0"),
    kept(Verb.LINK, "/references/0", OTHER, entry=2),
    kept(Verb.REJECT, "/mentions/0", entry=3),
    kept(Verb.ACCEPT, "/doubts/0", "1977-07-12", entry=4),
    kept(Verb.ACCEPT, "/same_as/0", OTHER, entry=5),
    corrected("Brandov promptly", "Brandow promptly", entry=6),
]


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.sampled_from([0.0, 0.03, 0.1, 0.4]), st.booleans())
def test_any_other_reading_keeps_or_reports_each_decision(seed: int, rate: float, parts_stay: bool) -> None:
    dice = random.Random(seed)
    pages = tuple(PageText(PageNumber(page.n), noisy(page.text, rate, dice)[0]) for page in PAPER.pages)
    bare = replace(read_again(PAPER, "", ""), pages=pages)
    read = replace(bare, same_as=()) if not parts_stay else replace(PAPER, pages=pages)
    made = decided(read, DECISIONS)
    assert sorted(each.entry for each in made.decisions) == [1, 2, 3, 4, 5, 6]
    assert made.pages == pages
    adrift = {each.entry for each in made.decisions if each.state is Fate.ADRIFT}
    linked = [each for each in made.references if each.resolved.record == OTHER]
    assert len(linked) == (2 not in adrift)
    if rate == 0.0:
        assert adrift <= {4}
    assert len(made.corrections) == (made.decisions[5].state is Fate.STANDING)


def test_nothing_decided_changes_nothing() -> None:
    assert decided(PAPER, []) is PAPER
