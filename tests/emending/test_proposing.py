"""What is proposed stands beside the record: pages and transcription stay, and each change in the reading is listed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.published import schema_faults
from tests.readers.reading import paper, read_text

from onionskin.emending.confidence import APPLIED
from onionskin.emending.parallels import Passage
from onionskin.emending.proposing import propose, stretches
from onionskin.record.document import Document
from onionskin.record.evidence import Ink

LETTER = """November 17, 1962

Dear Arthur:

{body}

With warm regards.

Sincerely,

Henry Whitfield
"""
BODY = "Our partncrs have undesstood that we do nct want a long and fruitless discussjon in the Council over it all."


def letter(body: str) -> Document:
    return paper(LETTER.format(body=body))


def test_what_is_sure_enough_stands_in_the_reading_and_nothing_else_changes() -> None:
    before = letter(BODY)
    after = propose(before)
    assert schema_faults(after) == []
    assert "Our partners have understood that we do nct want a long and fruitless discussion" in after.text.reading
    assert (after.pages, after.text.transcription) == (before.pages, before.text.transcription)
    assert {(each.from_, each.to) for each in after.emendations if each.confidence >= APPLIED} == {
        ("partncrs", "partners"),
        ("undesstood", "understood"),
        ("discussjon", "discussion"),
    }


def test_every_emendation_points_at_its_ink_and_says_its_reason() -> None:
    after = propose(letter(BODY))
    text = {page.n: page.text for page in after.pages}
    assert after.emendations
    for each in after.emendations:
        (ink,) = (e for e in each.evidence if isinstance(e, Ink))
        assert " ".join(ink.span.of(text[ink.page]).split()) == each.from_
        assert each.reason


def test_what_an_edition_reads_in_the_same_passage_changes_even_a_number() -> None:
    edited = Passage(f"{BODY} They want 42 bombers withdrawn by December.", "frus/d155", edited=True)
    after = propose(letter(f"{BODY} They want 12 bombers withdrawn by December."), passages=[edited])
    assert "They want 42 bombers" in after.text.reading
    (told,) = (each for each in after.emendations if each.from_ == "12")
    assert told.reason == "frus/d155 reads '42' in the same passage"


def test_words_cut_by_a_line_or_struck_are_not_judged() -> None:
    after = propose(
        letter("We should see to it that the negoti-\nations in the ~~Govermnent~~ Council go well for us.")
    )
    assert after.emendations == ()


@given(st.lists(st.sampled_from([*BODY.split(), "tbe", "requi", "re", "B-47s", "11-21's", "-", "\n"]), max_size=40))
def test_proposing_twice_is_proposing_once(words: list[str]) -> None:
    for document in read_text(LETTER.format(body=" ".join(words))):
        once = propose(document)
        again = propose(once)
        assert (again.emendations, again.doubts) == (once.emendations, once.doubts)
        assert again.text.reading == once.text.reading
        assert [each.start for each in stretches(once)] == sorted(each.start for each in stretches(once))
