"""From body lines to the reading text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.readers.marked import paper

from onionskin.record.span import Span
from onionskin.text.clean import Style
from onionskin.text.joining import Joined, ends_sentence, read_through


def joined(*pages: str, without: str = "") -> Joined:
    """The reading text when every inked line is body but those that hold `without`, which are furniture."""
    text = paper(*pages)
    furniture = [x.span for x in text.lines if without and without in x.text]
    return read_through(text, [x.span for x in text.lines if not x.blank and x.span not in furniture], furniture)


@pytest.mark.parametrize(
    ("raw", "reading"),
    [
        ("You should see him\npromptly.", "You should see him promptly."),
        ("We nego-\ntiate.", "We negotiate."),
        ("A wind-up now. The wind-\nup is near.", "A wind-up now. The wind-up is near."),
        ("HE WILL BE ASKED AND RE-\n\nCRUITMENT ATTEMPTED.", "HE WILL BE ASKED AND RECRUITMENT ATTEMPTED."),
        ("NOT POSSESSING LEGAL IDEN-\nTIFICATION CARD.", "NOT POSSESSING LEGAL IDENTIFICATION CARD."),
        ("AND THE WESTERN-\nSOVIET TALKS.", "AND THE WESTERN-SOVIET TALKS."),
        ("THE ZORBLATT GROUP. THE ZOR-\nBLATT GROUP WENT.", "THE ZORBLATT GROUP. THE ZORBLATT GROUP WENT."),
        ("HE WENT WITH THE OTHERS TO THE\n\nHARBOUR.", "HE WENT WITH THE OTHERS TO THE HARBOUR."),
        ("SUMMARY\n\nTHE SHIPS ARE TO LEAVE PORT BY NOON.", "SUMMARY\n\nTHE SHIPS ARE TO LEAVE PORT BY NOON."),
        ("One sentence.\n\nAnother one.", "One sentence.\n\nAnother one."),
        ("1. First point.\n2. Second point.", "1. First point.\n\n2. Second point."),
        ("1. Ernest Pallares\n2. Anton Marlow", "1. Ernest Pallares\n\n2. Anton Marlow"),
        ("He saw 2. Marlow\n3. Ashton, who left.", "He saw 2. Marlow 3. Ashton, who left."),
        ("We of course have ~~XXXXXXXX~~ confidence in you.", "We of course have confidence in you."),
        (
            "present scenario contained DEPTTEL 1338,\nYou should/give him our draft declaration and explain.",
            "You should present scenario contained DEPTTEL 1338, give him our draft declaration and explain.",
        ),
        ("Either and/or both of them may go with us.", "Either and/or both of them may go with us."),
    ],
)
def test_reading_text(raw: str, reading: str) -> None:
    """Lines join, cut words heal, insertions go in at their slash, struck words are left out."""
    assert joined(raw).text.text == reading


def left_out(*pages: str, line: str) -> str:
    """The reading text when every inked line is body but `line`, of which nothing is known."""
    text = paper(*pages)
    return read_through(text, [x.span for x in text.lines if not x.blank and x.text != line]).text.text


LOST = "Harold Marlow, tried and put\n{line}\n29 Sept 63 in a fight."


def test_nothing_is_joined_over_words_of_which_nothing_is_known() -> None:
    """What is said of one man must not be read of another whose name stands on a line that was left out."""
    line = "Ernest Ashton of Lagos,"
    assert left_out(LOST.format(line=line), line=line) == "Harold Marlow, tried and put\n\n29 Sept 63 in a fight."


def test_dirt_between_two_lines_parts_nothing() -> None:
    assert left_out(LOST.format(line="7 - i"), line="7 - i") == "Harold Marlow, tried and put 29 Sept 63 in a fight."


def test_a_sentence_that_goes_on_in_small_letters_goes_on_past_a_note_in_the_margin() -> None:
    raw = "The ships were to be unloaded\nseen by registry\nbefore the end of the week."
    assert left_out(raw, line="seen by registry") == "The ships were to be unloaded before the end of the week."


def test_rows_under_signs_of_the_same_letters_stand_each_by_itself() -> None:
    """A report's number begins its row; what is told of it may take two lines."""
    rows = [
        "UFX-3941 Removal of the lights at the",
        "harbour wall",
        "UFX-3947 More boats",
        "UFX-4180 Field comment only",
    ]
    assert joined("\n".join(rows)).text.text.split("\n\n") == [" ".join(rows[:2]), *rows[2:]]


def test_a_catchword_is_read_once() -> None:
    """`/Soviets` at the foot of a page only repeats the first word of the next, whatever furniture lies between."""
    out = joined(
        "a statement, as in last press conference, which\n\n/Soviets\n\nFORM DS-322\n\nSoviets can readily interpret.",
        without="FORM",
    )
    assert out.text.text == "a statement, as in last press conference, which Soviets can readily interpret."
    assert len(out.catchwords) == 1


def test_a_sentence_goes_on_over_a_page_turn() -> None:
    """A page turn in the middle of a sentence parts nothing; after a sentence a new label begins a paragraph."""
    assert joined("We should not hold\n", "- 2 -\nup all exchanges.", without="- 2 -").text.text == (
        "We should not hold up all exchanges."
    )


def test_double_spaced_lines_are_one_paragraph() -> None:
    """Where blank lines stand inside sentences, a blank line alone parts nothing."""
    lines = [f"the words of line {n} run on without any stop to the" for n in range(9)]
    assert "\n" not in joined("\n\n".join(lines)).text.text


@given(st.lists(st.text(alphabet="abc ./-~*\n^1", max_size=30), min_size=1, max_size=4))
def test_every_character_of_the_reading_text_leads_to_ink(pages: list[str]) -> None:
    """Joins, catchwords, insertions and removed furniture included: no reading character without its raw span."""
    out = joined(*pages).text
    assert len(out.map) == len(out.text)
    raw = out.scroll.text
    for at, char in enumerate(out.text):
        place = out.map.hull(Span(at, at + 1))
        assert len(place) > 0
        if not char.isspace():
            assert char in place.of(raw)


@example(["<<b", ">"])
@example(["<b\n>"])
@given(st.lists(st.text(alphabet="ab ~*_#|\\<>su/\n\t\xa0", max_size=40), min_size=1, max_size=3))
def test_unmarking_keeps_lines_and_ink(pages: list[str]) -> None:
    """Taking markup away keeps every line, its page and its number, and each character's way back."""
    text = paper(*pages)
    assert [(x.page, x.n) for x in text.lines] == [
        (n, k) for n, page in enumerate(pages, 1) for k in range(1, page.count("\n") + 2)
    ] or not text.text
    for at, char in enumerate(text.text):
        place = text.map.hull(Span(at, at + 1))
        assert char in place.of(text.scroll.text) or char in " ☐☒"


def test_struck_and_handwritten_words_are_known_by_style() -> None:
    """`~~TOP SECRET~~ SENSITIVE` is struck in part; `*4/3/68*` is by hand."""
    text = paper("~~TOP SECRET~~ SENSITIVE\ndate: *4/3/68*")
    assert text.text == "TOP SECRET SENSITIVE\ndate: 4/3/68"
    assert text.has(Style.STRUCK, Span(0, 10))
    assert not text.has(Style.STRUCK, Span(11, 20))
    assert text.has(Style.HAND, Span(27, 33))
    assert text.printed(text.ink(Span(0, 10), "test")) == "TOP SECRET"


def test_what_is_left_out_of_the_reading_text_is_no_evidence_for_it() -> None:
    """A line between two lines of a sentence that no rule takes is cited by nothing, and so can be listed."""
    out = joined("We should not hold up\nFORM DS-322\nall exchanges of assurances.", without="FORM").text
    assert out.text == "We should not hold up all exchanges of assurances."
    cited = [ink.span.of(out.scroll.text) for ink in out.inks(Span(0, len(out.text)), "test")]
    assert not any("FORM" in words for words in cited)


@pytest.mark.parametrize(
    ("printed", "by_hand"),
    [
        ("*I agree. But who pays?\n        JCW*\n\nThe text.", "I agree. But who pays?\n        JCW"),
        ("*Seen by the Minister*\nThe text.", "Seen by the Minister"),
        ("*A note that has no end\n\nThe text* goes on.", ""),
        ("Three*\nfour* and five", ""),
    ],
)
def test_a_remark_by_hand_may_take_some_lines(printed: str, by_hand: str) -> None:
    text = paper(printed)
    assert "".join(s.span.of(text.text) for s in text.styles if s.style is Style.HAND) == by_hand


@pytest.mark.parametrize("last", ["of the harbour. (S)", "of the harbour. (S) (4)", "of the harbour.” (TS)"])
def test_a_portions_level_stands_behind_the_end_of_its_sentence(last: str) -> None:
    assert ends_sentence(last)


def test_a_heading_is_a_paragraph_of_its_own() -> None:
    long = "The Government had studied the question with care, and it would reply before the end of the month."
    assert f"{long}\n\nGrain Prices\n\n{long}" in joined(f"{long}\n\nGrain Prices\n{long}\n{long}").text.text
