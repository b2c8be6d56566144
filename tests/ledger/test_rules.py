"""What a clause does is told by its words: who is to do what, how binding it is, and whether it is denied."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papers import telegram

from onionskin.ledger.extracting import statements_of
from onionskin.record.statements import Statement

SAID: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("You should see Brandov promptly.", "instruction", "do", "should"),
    ("Please deliver the following message to the Foreign Office.", "instruction", "do", "must"),
    ("Request you approach the Foreign Office soonest.", "instruction", "do", "should"),
    ("You are authorized to inform the Minister.", "instruction", "do", "may"),
    ("At your discretion, present our views to the King.", "instruction", "do", "may"),
    ("You may at your discretion speak along these lines.", "instruction", "do", "may"),
    ("We leave it to your discretion to tell him.", "instruction", "do", "may"),
    ("You should not REPEAT not raise the matter.", "instruction", "do-not", "should"),
    ("You should avoid any discussion of the scheme.", "instruction", "do-not", "should"),
    ("You should not only see him.", "instruction", "do", "should"),
    ("We should not hold up all exchanges.", "instruction", "do-not", "should"),
    ("Do not discuss the matter with the press.", "instruction", "do-not", "must"),
    ("Embassy should report reactions soonest.", "instruction", "do", "should"),
    ("You should carefully avoid any implication that this is a guide.", "disclosure", "do-not", "should"),
    ("We believe you should see him.", "instruction", "do", "should"),
    ("Would appreciate your views on the draft.", "instruction", "do", "should"),
    ("US forces should cooperate with the Observer Group.", "instruction", "do", "should"),
    ("The United States has no intention of yielding.", "position", "do-not", None),
    ("We have no objection to the draft.", "position", "do", None),
    ("You may show him the text.", "disclosure", "do", "may"),
    ("There is no objection to your using this information.", "disclosure", "do", "may"),
    ("Eyes only for the Secretary.", "disclosure", "do", None),
    ("Paragraph 7 of our 79109 is rescinded.", "rescission", None, None),
    ("We cannot accept the Soviet proposal.", "position", "do-not", None),
    ("GOE unable be bound by outside decisions.", "position", "do-not", None),
    ("The Soviet Government insists on a veto.", "position", "do", None),
    ("We believe that both sides should withdraw.", "position", "do", None),
    ("We feel we cannot refrain from making a report.", "position", "do", None),
    ("We would be prepared to lift the quarantine if the bombers leave.", "offer", "do", None),
    ("We will withdraw the bombers.", "commitment", "do", None),
    ("Brandov agreed to withdraw the bombers.", "commitment", "do", None),
    ("Brandov suggested that the talks be held in Geneva.", "proposal", "do", None),
    ("I recommend against the passage of the resolution.", "proposal", "do-not", None),
    ("Brandov said that he had read the note.", "report", None, None),
    ("I handed the note to Brandov.", "report", None, None),
    ("Believe Diem softened.", "assessment", None, None),
    ("Soviets will probably press for an early meeting.", "assessment", None, None),
    ("The President will be having a press conference on Tuesday.", "deadline", None, None),
)


CONDITIONAL = (
    (
        "You should tell Brandov that if his side withdraws, we will lift the quarantine.",
        ("instruction", None, "You should tell Brandov that if his side withdraws, we will lift the quarantine"),
    ),
    ("You should tell Brandov we will lift it if they withdraw.", ("instruction", None, "You should tell Brandov")),
    ("You should tell Brandov this if he asks.", ("instruction", "if he asks", "You should tell Brandov this")),
    ("We hope that if he comes he will agree to the draft.", ("position", "if he comes", "he will agree to the draft")),
    (
        "In the absence of instructions, you should take no action.",
        ("instruction", "In the absence of instructions", "you should take no action"),
    ),
    (
        "Failing agreement, you should refer the matter to the Council.",
        ("instruction", "Failing agreement", "you should refer the matter"),
    ),
    (
        "We will sign, subject to the approval of Congress.",
        ("commitment", "subject to the approval of Congress", "We will sign"),
    ),
    ("The loan is subject to approval by Congress.", ("assessment", None, "The loan is subject to approval")),
    (
        "You may tell him this with the understanding that he will not publish it.",
        ("instruction", "with the understanding that he will not publish it", "You may tell him this"),
    ),
    ("No action will be taken until he returns on June 15.", ("commitment", None, "No action will be taken")),
)


@pytest.mark.parametrize(("sentence", "expected"), CONDITIONAL)
def test_a_condition_holds_for_what_it_governs(sentence: str, expected: tuple[str, str | None, str]) -> None:
    said = only(sentence)
    assert (said.type, said.when) == expected[:2]
    assert said.quote.startswith(expected[2])


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("Brandov left the hall and shook hands.", ["Brandov left the hall"]),
        (
            "Brandov left the hall but came back later in the day.",
            ["Brandov left the hall", "came back later in the day"],
        ),
        ("The mood was relaxed.", ["The mood was relaxed"]),
    ],
)
def test_a_tail_is_no_statement_and_a_whole_sentence_is(sentence: str, quotes: list[str]) -> None:
    assert [each.quote for each in statements_of(telegram(body=(sentence,)))] == quotes


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        (
            "We suggest that you see Brandov, stress our concern, and ask for an early reply.",
            ["We suggest that you see Brandov", "stress our concern", "ask for an early reply"],
        ),
        (
            "You should see Brandov, tell him that we agree and report his reaction.",
            ["You should see Brandov", "tell him that we agree", "report his reaction"],
        ),
        (
            "You should seek his agreement and, if he agrees, inform the press.",
            ["You should seek his agreement", "inform the press"],
        ),
        ("You are hereby instructed to see Brandov.", ["You are hereby instructed to see Brandov"]),
        (
            "Believe you should take the line that we are neutral.",
            ["Believe you should take the line that we are neutral"],
        ),
        ("We agree you should see him.", ["We agree you should see him"]),
        ("We hope therefore you can persuade him.", ["We hope therefore you can persuade him"]),
    ],
)
def test_all_that_is_asked_of_the_reader_is_an_instruction(sentence: str, quotes: list[str]) -> None:
    found = statements_of(telegram(body=(sentence,)))
    assert [each.quote for each in found] == quotes
    assert {each.type for each in found} == {"instruction"}


def only(sentence: str) -> Statement:
    """The one statement of a sentence."""
    (said,) = statements_of(telegram(body=(sentence,)))
    return said


@pytest.mark.parametrize(("sentence", "type_", "polarity", "strength"), SAID)
def test_a_clause_is_told_by_its_words(sentence: str, type_: str, polarity: str | None, strength: str | None) -> None:
    said = only(sentence)
    assert (said.type, said.polarity, said.strength) == (type_, polarity, strength)


@pytest.mark.parametrize(
    "sentence",
    ["With warm regards.", "I wish to thank you for your letter.", "Begin text.", "What would he say?", "3510."],
)
def test_courtesies_questions_and_numbers_are_no_statements(sentence: str) -> None:
    assert statements_of(telegram(body=(sentence,))) == ()


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Type, polarity and strength of all statements of a text."""
    return [(each.type, each.polarity, each.strength) for each in statements_of(telegram(body=(text,)))]


@given(st.sampled_from(SAID))
def test_capitals_change_nothing(said: tuple[str, str, str | None, str | None]) -> None:
    assert told(said[0].upper()) == told(said[0])


@given(st.sampled_from(SAID), st.data())
def test_where_lines_break_changes_nothing(said: tuple[str, str, str | None, str | None], data: st.DataObject) -> None:
    words = said[0].split()
    blanks = data.draw(st.lists(st.sampled_from([" ", "\n"]), min_size=len(words) - 1, max_size=len(words) - 1))
    broken = words[0] + "".join(blank + word for blank, word in zip(blanks, words[1:], strict=True))
    assert told(broken) == told(said[0])


@given(st.lists(st.sampled_from([sentence for sentence, *_ in SAID]), min_size=1, max_size=4))
def test_each_quote_stands_in_the_text_word_for_word(sentences: list[str]) -> None:
    paper = telegram(body=(" ".join(sentences),))
    texts = {each.n: each.text for each in paper.text.paragraphs}
    for each in statements_of(paper):
        assert each.at.span.of(texts[each.at.paragraph]) == each.quote
        assert all(one.at.span.of(texts[one.at.paragraph]) == one.words for one in each.conditions)
