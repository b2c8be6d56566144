"""What became of proposals: read in a paper's own words, and never in what may be, is hoped or asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.ledger.disposing import RULE, with_dispositions
from onionskin.ledger.dispositions import dispositions_of
from onionskin.ledger.extracting import statements_of
from onionskin.record.document import Document, Paragraph
from onionskin.record.statements import Disposition, StatementType

TAKEN_UP, DECLINED, DEFERRED = Disposition.TAKEN_UP, Disposition.DECLINED, Disposition.DEFERRED
EDITED, WELL_RECEIVED, WITHDRAWN = Disposition.EDITED, Disposition.WELL_RECEIVED, Disposition.WITHDRAWN


def saying(*paragraphs: str) -> Document:
    """A telegram of these paragraphs, of which no ink is known."""
    plain = telegram()
    text = replace(plain.text, paragraphs=tuple(Paragraph(n, None, each, ()) for n, each in enumerate(paragraphs, 1)))
    return replace(plain, text=text, mentions=(), references=())


def told(text: str) -> list[tuple[Disposition, str]]:
    """What is told, and the words that say it."""
    return [(each.disposition, each.word) for each in dispositions_of(saying(text))]


@pytest.mark.parametrize(
    ("text", "disposition", "word"),
    [
        ("As you will see, your proposed letter to Brandov was well received.", WELL_RECEIVED, "well received"),
        ("Concur with your plan tell Brandov shipments not justified.", TAKEN_UP, "concur with"),
        ("CONCUR WITH YOUR PLAN TELL BRANDOV SHIPMENTS NOT JUSTIFIED.", TAKEN_UP, "concur with"),
        ("The Secretary has approved your recommendation.", TAKEN_UP, "approved"),
        ("This proposal was not accepted by the Committee.", DECLINED, "accepted"),
        ("My suggestion paragraph 6 reference telegram not accepted.", DECLINED, "accepted"),
        ("He turned down a suggestion that the two meet in Geneva.", DECLINED, "turned down"),
        ("We cannot accept your proposal on tolls.", DECLINED, "accept"),
        ("Brandov did not oppose the suggestion.", WELL_RECEIVED, "oppose"),
        ("The proposal had not received a very sympathetic reception here.", DECLINED, "sympathetic reception"),
        ("We are studying your recommendations carefully.", DEFERRED, "studying"),
        ("Your recommendations receiving full review here.", DEFERRED, "receiving full review"),
        ("The draft resolution was then amended by the group.", EDITED, "amended"),
        ("The proposal is acceptable except for the last sentence.", EDITED, "acceptable except for"),
        ("Kiesinger had accepted in principle this idea of talks.", TAKEN_UP, "accepted"),
        ("He agreed somewhat reluctantly to study the Country Team's proposals.", DEFERRED, "study"),
        ("The initial reaction to the Defense proposal was favorable.", WELL_RECEIVED, "favorable"),
        ("The Soviets have withdrawn their proposal for a summit.", WITHDRAWN, "withdrawn"),
        ("Washington had dropped the idea of a meeting.", WITHDRAWN, "dropped"),
    ],
)  # fmt: skip
def test_a_disposition_is_read_with_its_not(text: str, disposition: Disposition, word: str) -> None:
    assert told(text)[-1:] == [(disposition, word)]


@pytest.mark.parametrize(
    "text",
    [
        "Recommend that you approve the proposal.",
        "I hope you will accept this suggestion.",
        "If they accept our proposal we shall lift it.",
        "You should reject any such proposal.",
        "He asked whether the proposal was acceptable.",
        "Has the proposal been accepted?",
        "It is suggested that in the draft declaration these words be amended.",
        "An agreed set of recommendations is attached.",
        "They speak in favor of our proposal.",
        "We agreed to examine proposals for a settlement.",
        "The bombers were withdrawn within a month.",
    ],
)
def test_what_may_be_is_asked_or_advised_is_no_disposition(text: str) -> None:
    assert told(text) == []


def test_an_answer_without_a_word_for_the_proposal_is_to_what_was_put_forward_just_before() -> None:
    text = "I suggested that they call at noon. Brandov refused on grounds that it was too early."
    [found] = dispositions_of(saying(text))
    assert found.disposition is DECLINED
    assert found.of is not None
    assert found.of.span.of(text).startswith("suggested that they call")
    assert told("The weather was fine. Brandov refused on grounds that it was too early.") == []


def test_the_proposal_and_what_tells_of_it_both_have_the_disposition() -> None:
    text = "I suggested that the talks be resumed in Geneva. To this suggestion all agreed."
    dispositions = [(each.type, each.disposition) for each in statements_of(saying(text))]
    assert (StatementType.PROPOSAL, TAKEN_UP) in dispositions
    assert [each for _, each in dispositions] == [TAKEN_UP, TAKEN_UP]


def test_words_that_no_other_rule_takes_become_a_statement_of_their_own() -> None:
    [found] = with_dispositions((), saying("The group met. Your suggestion was dropped by all."))
    assert (found.type, found.rule, found.disposition) == (StatementType.PROPOSAL, RULE, WITHDRAWN)
    assert found.quote == "Your suggestion was dropped by all"


@given(st.text(alphabet=st.sampled_from("abi yourproposal wasnot accepted. ,;"), max_size=120))
def test_every_place_is_in_its_paragraph(text: str) -> None:
    document = saying(f"{text} your proposal was not accepted {text}")
    for each in dispositions_of(document):
        for place in filter(None, (each.at, each.of)):
            assert place.span.of(document.text.paragraphs[0].text).strip()
