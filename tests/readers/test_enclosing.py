"""Letters of one file that cite one another."""

from __future__ import annotations

import pytest
from tests.readers.reading import papers
from tests.readers.sheets import ENCLOSED, ENCLOSING, INCOMING_1962

from onionskin.record.fields import Enclosure
from onionskin.record.references import ReferenceKind, ResolutionState, SameAsRelation


def test_a_letter_is_linked_to_the_one_it_encloses_a_copy_of() -> None:
    cover, letter = papers(ENCLOSING + "\f" + ENCLOSED)
    (reference,) = cover.references
    assert reference.resolved.state is ResolutionState.LINKED
    assert reference.resolved.record == letter.id
    assert all(candidate.reasons for candidate in reference.resolved.candidates)
    (enclosure,) = cover.many("enclosures")
    assert isinstance(enclosure.value, Enclosure)
    assert enclosure.value.resolved == reference.resolved
    (same,) = letter.same_as
    assert (same.record, same.relation) == (cover.id, SameAsRelation.ATTACHMENT_OF)


NOTE = """THE WHITE HOUSE
WASHINGTON

                                              November 18, 1962

MEMORANDUM FOR MR. BUNDY

SUBJECT: Message from Moscow

At Tab A is {cited} in which the Ambassador gives his views on
the draft. It bears on what you were told by the Secretary.

                                              Walter J. Penhallow
"""


@pytest.mark.parametrize("cited", ["a telegram received this morning from Moscow", "Moscow 1587"])
def test_a_telegram_of_the_file_is_known_by_its_post_and_day_or_by_its_number(cited: str) -> None:
    note, telegram = papers(NOTE.format(cited=cited) + "\f" + INCOMING_1962)
    (reference,) = (r for r in note.references if r.kind is ReferenceKind.TELEGRAM)
    assert (reference.resolved.state, reference.resolved.record) == (ResolutionState.LINKED, telegram.id)
    assert telegram.same_as == ()


@pytest.mark.parametrize("cited", ["a telegram received this morning from Oslo", "Moscow 1586", "Oslo 1587"])
def test_a_telegram_of_another_post_or_number_is_not_the_one(cited: str) -> None:
    note, _ = papers(NOTE.format(cited=cited) + "\f" + INCOMING_1962)
    (reference,) = (r for r in note.references if r.kind is ReferenceKind.TELEGRAM)
    assert reference.resolved.state is ResolutionState.CITED_NOT_HELD


def test_the_order_of_the_two_does_not_matter() -> None:
    letter, cover = papers(ENCLOSED + "\f" + ENCLOSING)
    assert cover.references[0].resolved.record == letter.id


def test_a_letter_to_somebody_else_is_not_the_one() -> None:
    other = ENCLOSED.replace("Walter J. Penhallow", "Lucius P. Hathaway").replace("Walter:", "Lucius:")
    cover, letter = papers(ENCLOSING + "\f" + other)
    assert cover.references[0].resolved.state is ResolutionState.CITED_NOT_HELD
    assert letter.same_as == ()


def test_a_later_letter_cannot_be_the_one_that_is_enclosed() -> None:
    cover, _ = papers(ENCLOSING + "\f" + ENCLOSED.replace("April 1, 1961", "April 9, 1961"))
    assert cover.references[0].resolved.state is not ResolutionState.LINKED


def test_of_two_that_fit_none_is_chosen() -> None:
    again = ENCLOSED.replace("these points", "those other points")
    cover, first, second = papers(f"{ENCLOSING}\f{ENCLOSED}\f{again}")
    resolved = cover.references[0].resolved
    assert resolved.state is ResolutionState.CANDIDATES
    assert resolved.record is None
    assert {candidate.record for candidate in resolved.candidates} == {first.id, second.id}


def test_a_telegram_is_not_taken_for_a_letter() -> None:
    cover, _ = papers(ENCLOSING + "\f" + INCOMING_1962)
    assert cover.references[0].resolved.state is ResolutionState.CITED_NOT_HELD


def test_a_letter_by_who_is_named_beside_his_office_is_linked() -> None:
    sender = "    enclose a letter which the President of Norland, His Excellency John C. Able, has addressed to\n"
    cover = f"""
    July 12, 1961

    My dear Mr. Secretary:

    I have the honor to
{sender}    President Kennedy, and I should be grateful if you would lay it before him.

    Faithfully yours,

    Rudolph Marlow
    """
    letter = """
    July 5, 1961

    Dear Mr. President:

    It has given me great satisfaction to learn that you have approved the
    survey of the harbor, and I should be happy if we could speak of it.

    Sincerely your friend,

    /s/ John C. Able

    His Excellency
    John F. Kennedy
    The White House
    Washington, D. C.
    """
    first, second = papers(cover + "\f" + letter)
    linked = [r.resolved.record for r in first.references if r.resolved.state is ResolutionState.LINKED]
    assert linked == [second.id]


TWO = """AMERICAN LEGATION
Norburg

May 3, 1950

CONFIDENTIAL

Dear Harrison:

The enclosed {noun} records what he said on Saturday. I shall
write again when I have seen the Minister.

                              Yours ever,

                              Lowell C. Penhallow

Enclosure:
   Memorandum of conversation of April 29, 1950

\fEnclosure to Mr. Penhallow's letter of May 3, 1950

DEPARTMENT OF STATE

Memorandum of Conversation

DATE: April 29, 1950

SUBJECT: Wheat for the northern provinces

PARTICIPANTS: Dr. Able, Minister of Supply
              Mr. Baker, ECA

COPIES TO: S/P

Dr. Able said that the harvest had failed. Mr. Baker asked for figures.
"""


@pytest.mark.parametrize(("noun", "linked"), [("memorandum", True), ("letter", False)])
def test_the_enclosed_memorandum_is_the_one_that_lies_under_the_letter(noun: str, linked: bool) -> None:
    letter, memorandum = papers(TWO.format(noun=noun))
    (reference,) = (r for r in letter.references if r.kind is ReferenceKind.ENCLOSURE)
    assert (reference.resolved.record == memorandum.id) is linked


def test_a_list_of_enclosures_and_the_caption_over_one_cite_papers() -> None:
    letter, memorandum = papers(TWO.format(noun="memorandum"))
    assert "Memorandum of conversation of April 29, 1950" in [r.text for r in letter.references]
    (back,) = (r for r in memorandum.references if r.kind is ReferenceKind.LETTER)
    assert (back.date, back.resolved.record) == ("1950-05-03", letter.id)
