"""Page turns: what each page is, where papers begin, how sure that is, and when it is a question."""

from __future__ import annotations

import pytest
from tests.readers.reading import papers, papers_settled
from tests.readers.sheets import INCOMING_1951, LETTER_ADDRESS_AT_HEAD, MEMORANDUM_1958

from onionskin.readers.page_looks import is_legible
from onionskin.record.boundaries import BoundaryState, PageRole, Settled
from onionskin.record.document import Document
from onionskin.record.page import PageNumber

FIRST = """
                            SECRET

             Notes on the Supply of Grain to the Islands

     The committee met twice in the course of the week and heard the
delegates of the producers, who held that the price of the last year
could not be kept, and that the ships were not there before the
"""
SECOND = """
                            SECRET
                            - 2 -

beginning of the season. The chairman asked them to put this on paper,
so that the ministers could be told of it in good time.
"""
APART = """
The delegates then asked for another meeting to be held on Friday, at
which the question of ships would be taken up before that of prices.
"""
SLIP = """
ROUTING SLIP

To:    1. EUR
       2. S/S

[ ] Approval      [x] Information
"""
BACK = "RECEIVED\n1962 NOV 24\n"


def starts(documents: list[Document]) -> list[int]:
    return [document.source.pages[0] for document in documents]


def roles(documents: list[Document]) -> list[PageRole]:
    return [each.role for document in documents for each in document.page_roles]


def test_a_page_that_bears_the_next_number_goes_on_and_says_why() -> None:
    (paper,) = papers(FIRST + "\f" + SECOND)
    assert roles([paper]) == [PageRole.FIRST, PageRole.CONTINUATION]
    own, turn = paper.boundaries
    assert (own.begins, own.page, own.confidence) == (True, 1, 1.0)
    assert (turn.begins, turn.page, turn.state) == (False, 2, BoundaryState.FOUND)
    assert "it bears the number 2, the next one" in turn.reasons
    assert "the sentence goes on over the turn" in turn.reasons


@pytest.mark.parametrize("sheet", [MEMORANDUM_1958, INCOMING_1951, LETTER_ADDRESS_AT_HEAD])
def test_a_head_begins_a_paper_behind_one_that_has_none(sheet: str) -> None:
    first, second = papers(FIRST + "\f" + SECOND + "\f" + sheet)
    assert starts([first, second]) == [1, 3]
    assert second.boundaries[0].state is BoundaryState.FOUND
    assert second.boundaries[0].reasons


def test_a_slip_is_a_page_of_its_own_and_what_lies_behind_it_another_paper() -> None:
    got = papers(SLIP + "\f" + FIRST + "\f" + SECOND)
    assert starts(got) == [1, 2]
    assert roles(got) == [PageRole.ROUTING_SLIP, PageRole.FIRST, PageRole.CONTINUATION]


def test_the_back_of_a_page_and_a_blank_one_belong_to_the_paper_before() -> None:
    got = papers(f"{FIRST}\f{SECOND}\f{BACK}\f \f{MEMORANDUM_1958}")
    assert starts(got) == [1, 5]
    assert got[0].page_roles[2].role is PageRole.BACK


def test_where_little_is_to_be_seen_the_boundary_is_a_question() -> None:
    (question,) = (each for paper in papers(f"{FIRST}\f{SECOND}\f{APART}") for each in paper.questions)
    assert question.page == 3
    assert question.confidence < 0.75


def test_what_a_person_decided_stands_and_keeps_its_id() -> None:
    typed = f"{SECOND}\f{APART}"
    place = PageNumber(2), 0
    parted = papers_settled(typed, Settled(*place, begins=True))
    assert starts(parted) == [1, 2]
    assert parted[1].boundaries[0].state is BoundaryState.ACCEPTED
    assert parted[0].id == papers(typed)[0].id
    (joined,) = papers_settled(f"{FIRST}\f{MEMORANDUM_1958}", Settled(*place, begins=False))
    assert [each.state for each in joined.boundaries] == [BoundaryState.FOUND, BoundaryState.ACCEPTED]
    assert not joined.questions


def test_a_person_may_part_a_page_at_any_line() -> None:
    typed = "\n".join(line.strip() for line in APART.strip().split("\n")) + "\n"
    at = typed.index("which the question")
    first, second = papers_settled(typed, Settled(PageNumber(1), at, begins=True))
    assert second.text.transcription.startswith("which the question")
    assert second.boundaries[0].offset == at
    assert first.source.pages == second.source.pages == (1,)


NOTICE = "2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992"
NOTE = """
Reference is made to your request of last week. The files of this office
hold nothing on the person whom you name, and none were found elsewhere.
"""
MORE = """
The same holds of the second list, which was looked at in the afternoon,
and of the cards that were kept apart from it. Nothing was found there.
"""


def test_a_notice_of_release_over_first_pages_parts_two_papers_of_one_page() -> None:
    """The paper before bears it as well; on a page that goes on it does not stand."""
    typed = f"{NOTICE}\n{NOTE}\f{NOTICE}\n{MORE}\f                 - 2 -\n{APART}"
    assert starts(papers(typed)) == [1, 2]


def test_a_notice_that_every_page_bears_parts_nothing() -> None:
    assert starts(papers("\f".join(f"{NOTICE}\n{text}" for text in (NOTE, MORE, APART)))) == [1]


def test_a_running_head_goes_on_though_it_bears_the_day() -> None:
    """The day and the chapter stand at the head of every page of a handbook."""
    head = "HANDBOOK OF PROCEDURE, CHAPTER III\n15 November 1974\n"
    assert starts(papers("\f".join(head + text for text in (NOTE, MORE, APART)))) == [1]


def test_a_running_head_is_known_though_a_stamp_of_release_stands_over_it_on_the_first_page() -> None:
    stamp = "Declassified and Approved for Release\nby the Central Intelligence Agency\nDate: 2003\n"
    head = "HANDBOOK OF PROCEDURE, CHAPTER III\n15 November 1974\n"
    pages = "\f".join(head + text for text in (NOTE, MORE, APART))
    assert starts(papers(f"{stamp}SECRET\n\nSENSITIVE\n\nSTAFF ONLY\n{pages}")) == [1]


def test_the_count_of_paragraphs_goes_on_from_an_i_that_was_a_1() -> None:
    told = [f"{n}. THE DELEGATES WERE ASKED FOR A LIST OF THE SHIPS.\n" for n in ("I", "2")]
    (paper,) = papers("\f".join(told))
    assert any("its first paragraph is number 2" in reason for reason in paper.boundaries[1].reasons)


ENCLOSING = "Enclosure:\n\nPaper on points to be\nraised at the meeting.\n"


def test_what_enclosure_stands_over_under_a_name_ends_the_paper() -> None:
    letter = f"{NOTE}\n                    Dean Rusk\n\n{ENCLOSING}"
    _, enclosed = papers(f"{letter}\fMAJOR POINTS OF THE TALKS\n{APART}")
    assert "the page before has what stands under a paper's last words" in enclosed.boundaries[0].reasons


def test_an_enclosure_named_at_the_foot_of_a_page_without_a_signature_ends_nothing() -> None:
    """The Bureau's letters name what is enclosed at the foot of their first page."""
    told = [r for paper in papers(f"{NOTE}\n{ENCLOSING}\f{APART}") for b in paper.boundaries for r in b.reasons]
    assert not any("last words" in reason for reason in told)


def test_a_page_number_that_falls_back_is_of_another_paper() -> None:
    """A page that bears 3 behind one that bears 6, where the first pages were not filmed."""
    first, second = (f"                        - {n} -\n{text}" for n, text in ((6, NOTE), (3, MORE)))
    (before, after) = papers(first + "\f" + second)
    assert "it bears the number 3, and the page before 6" in after.boundaries[0].reasons
    assert before.source.pages == (1,)


def test_the_heading_of_a_paragraph_is_no_title() -> None:
    """`2. Mexican Labor` at the head of a page."""
    assert starts(papers(f"{NOTE}\f2. Mexican Labor Program\n{MORE}")) == [1]


def test_pages_of_short_lines_are_not_parted_by_every_name_at_their_head() -> None:
    """A list of names and numbers goes on over the turn, though names stand in capitals."""
    cards = ("ADAMSON, ROBERT\n40 Mill Road\n356-2545\n", "BRADFORD, HENRY\nno phone\n", "CARTER, JOHN\n334-1312\n")
    assert starts(papers("\f".join(cards))) == [1]


def test_a_page_number_tells_where_the_paper_began_though_its_first_page_bears_no_title() -> None:
    """Alone the first two pages would be one paper; the number 2 overleaf says that one began between them."""
    two = f"{NOTE}\fTOP SECRET\n{MORE}"
    assert starts(papers(two)) == [1]
    behind = papers(f"{two}\f                 - 2 -\n{APART}")
    assert starts(behind) == [1, 2]
    assert "the pages behind it fit better so" in behind[1].boundaries[0].reasons


def test_numbers_at_the_foot_of_a_few_pages_tell_how_far_back_their_paper_began() -> None:
    """A list of names, whose pages look like first pages; only two bear numbers that can be read."""
    names = ("ADAMSON", "BRADFORD", "CARTER", "DOBSON", "EMERY", "FULLER", "GRAVES", "HARMON")
    cards = [f"{name}, ROBERT\nWent to Oslo on 3 May 1962\n40 Mill Road\n" for name in names]
    for n in (6, 8):
        cards[n - 1] += f"\n                    {n}\n"
    assert starts(papers("\f".join([MEMORANDUM_1958, *cards]))) == [1, 2]


def test_a_bare_number_that_no_beginning_explains_moves_none() -> None:
    assert starts(papers(f"{FIRST}\f{SECOND}\f17\n{MEMORANDUM_1958}")) == [1, 3]


WORN_HEAD = """
HEMORANDUN ?OR: De9uty Directnr (Plens)
SUBTRCT       : Ships for tbe Islands
Fi1es   a ee re* 14 March 1962 .o 12 eenst tbe sea

     The delegates asked for another meeting to be held on Friday, at
which the question of ships would be taken up before that of prices.
"""


def test_a_head_too_worn_to_be_known_still_speaks_for_a_paper_by_its_words_and_its_day() -> None:
    before, after = papers(f"{FIRST.rstrip()} summer.\f{WORN_HEAD}")
    assert starts([before, after]) == [1, 2]
    told = " ".join(after.boundaries[0].reasons)
    assert "words that papers begin with, 'MEMORANDUM'" in told
    assert "a day over its text, '14 March 1962'" in told


def test_a_title_that_was_broken_on_the_first_page_is_a_running_head_on_the_second() -> None:
    page = "{title}\n\n     The committee of Ruritania met twice, and heard what the delegates had to say.\n"
    typed = page.format(title="OUTGONG\nMESSAGE") + "\f" + page.format(title="OUTGOING MESSAGE")
    told = " ".join(reason for paper in papers(typed) for turn in paper.boundaries for reason in turn.reasons)
    assert "the title of the pages before again" in told


def test_a_misread_word_at_the_head_of_a_page_does_not_go_on_with_a_sentence() -> None:
    typed = f"{FIRST}\fbis the delegates were asked for a second list by the committee.\n{NOTE}"
    told = " ".join(reason for paper in papers(typed) for turn in paper.boundaries for reason in turn.reasons)
    assert "sentence goes on" not in told
    assert "in the middle of a sentence" in told


def test_the_number_that_a_facsimile_machine_prints_is_no_page_of_a_paper() -> None:
    """`MAY 30 '95 11:45AM P. 2`: the letter behind a cover is the second page that the machine sent."""
    sent = "MAY 30 '95\n11:45AM\nP. 2\n" + LETTER_ADDRESS_AT_HEAD
    _, letter = papers(f"{FIRST}\f{sent}")
    assert not any("number 2" in reason for reason in letter.boundaries[0].reasons)


def test_a_turn_tells_which_names_both_pages_have_and_that_only_one_bears_a_level() -> None:
    typed = (f"SECRET\n{NOTE}Ambassador Kuznetsov was told.\n", f"{MORE}Kuznetsov and Zorin have not asked again.\n")
    reasons = [reason for paper in papers("\f".join(typed)) for turn in paper.boundaries for reason in turn.reasons]
    assert "it has 'kuznetsov' in common with the pages before" in " ".join(reasons)
    assert "of it and the page before only one is SECRET" in " ".join(reasons)


COVER = """
CONTROL AND COVER SHEET FOR TOP SECRET DOCUMENT
DOCUMENT DESCRIPTION
REGISTRY
CIA CONTROL NO.
COPY NO.      LOGGED BY
DOWNGRADED      DESTROYED      DISPATCHED (OUTSIDE CIA)
BY (Signature)     WITNESSED BY (Signature)
"""


def test_a_control_sheet_lies_over_a_paper_that_has_no_title() -> None:
    got = papers(f"{NOTE}\f{COVER}\f{MORE}\f{APART}")
    assert starts(got) == [1, 2, 3]
    assert roles(got)[1] is PageRole.COVER_SHEET


def test_a_printed_head_is_seen_under_marks_that_were_run_together() -> None:
    marks = ". . CONFIDENTIAL Attachment g. er! a. Ae One of the ae . ONFIDERTIAL Attachue L"
    (*_, after) = papers(f"{NOTE}\f{marks}\nDEPARTMENT OF STATE\nEXECUTIVE SECRETARIAT\n{MORE}")
    assert "an office's printed head" in " ".join(reason for turn in after.boundaries for reason in turn.reasons)


STAMPED_FOOT = """
etek Uk 4 sy be staa og IF
"""
STAMPED_HEAD = """
noe hx Yerhy oh oy bs eo. my rr le es
                         MEMORANDUM FOR THE RECORD

     The delegates asked for another meeting to be held on Friday, at
which the question of ships would be taken up before that of prices.
"""


@pytest.mark.parametrize(
    ("line", "legible"),
    [
        ("The committee met twice in the course of the week", True),
        ("MEETING WITH AMBASSADOR DOBRYNIN ON CUBA", True),
        ("rete LETTING TT Ds Fe ARE nL we ete NE", False),
        ("ia - ean fo", False),
        ("14 00000", False),
    ],
)
def test_a_stamp_that_was_read_as_words_is_no_text(line: str, legible: bool) -> None:
    assert is_legible(line) is legible


def test_what_was_misread_at_the_edges_of_pages_does_not_go_on_as_a_sentence_nor_hide_a_title() -> None:
    papers_ = papers(FIRST.rstrip().replace("before the", "before it.") + STAMPED_FOOT + "\f" + STAMPED_HEAD)
    assert starts(papers_) == [1, 2]
    reasons = papers_[1].boundaries[0].reasons
    assert not any("sentence" in reason for reason in reasons)
    assert any("MEMORANDUM FOR THE RECORD" in reason for reason in reasons)


NAMES_ON_ONE = """
     The delegates of Ruritania spoke furthcr on the price of grain, and held
that the ships were late. When this was said the meeting came to its end, and
the chairman thanked those who were there.
"""
NAMES_ON_ANOTHER = """
     Notes on Harbours

     A furthcr paper had Ruritania's answer to what was said of the ships and of
the price that was to be paid before winter, when nothing could be brought over
the water any more.
"""


def test_a_misread_word_that_two_pages_share_is_no_name_and_a_name_is_one_with_its_s() -> None:
    turns = [turn for paper in papers(f"{NAMES_ON_ONE}\f{NAMES_ON_ANOTHER}") for turn in paper.boundaries]
    told = " ".join(reason for turn in turns for reason in turn.reasons)
    assert "it has 'ruritania' in common" in told
    assert "furthcr" not in told
