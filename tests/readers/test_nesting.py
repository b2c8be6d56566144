"""Enclosures under the papers that carry them, and the other way round."""

from __future__ import annotations

import pytest
from tests.readers.reading import papers
from tests.readers.sheets import INCOMING_1951, MEMORANDUM_1958
from tests.readers.test_agency_papers import DISPATCH

from onionskin.record.boundaries import PageRole
from onionskin.record.document import Document
from onionskin.record.fields import Enclosure, Kind
from onionskin.record.reading import ReadingState

CARRIER = """
                                                   June 3, 1969

                          MEMORANDUM

TO:      S/S - Mr. Tolland
FROM:    EUR - Mr. Kessler
SUBJECT: Papers for the Meeting

     The papers that the committee will have before it at its meeting on
     Friday are attached. You may wish to look at the second of them.

{list}
"""
LISTED = "Attachments:\n\n     Tab A - Memorandum\n     Tab B - Copy of telegram\n"
CAPTIONED = "\n                    TAB {letter}\n\n{sheet}"


def under(documents: list[Document]) -> list[str | None]:
    """For each paper the one that carries it."""
    return [next((same.record for same in document.same_as), None) for document in documents]


def resolved(document: Document) -> list[str | None]:
    values = [reading.value for reading in document.many("enclosures")]
    return [v.resolved.record if isinstance(v, Enclosure) and v.resolved else None for v in values]


def test_papers_that_a_list_names_lie_under_it_and_it_says_which_they_are() -> None:
    carrier, first, second = papers("\f".join((CARRIER.format(list=LISTED), MEMORANDUM_1958, INCOMING_1951)))
    assert under([carrier, first, second]) == [None, carrier.id, carrier.id]
    assert resolved(carrier) == [first.id, second.id]
    assert first.page_roles[0].role is PageRole.ENCLOSURE


def test_a_caption_says_which_of_the_list_it_is() -> None:
    carrier, second = papers(
        "\f".join((CARRIER.format(list=LISTED), CAPTIONED.format(letter="B", sheet=INCOMING_1951)))
    )
    assert under([carrier, second]) == [None, carrier.id]
    assert resolved(carrier) == [None, second.id]


def test_a_captioned_paper_that_is_listed_nowhere_is_held_as_inferred() -> None:
    carrier, inside = papers("\f".join((CARRIER.format(list=""), CAPTIONED.format(letter="A", sheet=INCOMING_1951))))
    assert under([carrier, inside]) == [None, carrier.id]
    (reading,) = carrier.many("enclosures")
    assert reading.state is ReadingState.INFERRED
    assert resolved(carrier) == [inside.id]


def test_a_paper_of_another_kind_than_the_list_names_is_not_taken_for_its_enclosure() -> None:
    named = "Attachment:\n\n     Copy of letter\n"
    carrier, other = papers("\f".join((CARRIER.format(list=named), INCOMING_1951)))
    assert under([carrier, other]) == [None, None]
    assert resolved(carrier) == [None]


def test_a_paper_between_the_list_and_a_caption_lies_there_too() -> None:
    listed = "Attachments:\n\n     Tab A - Background paper\n     Tab B - Copy of telegram\n"
    parts = (CARRIER.format(list=listed), MEMORANDUM_1958, CAPTIONED.format(letter="B", sheet=INCOMING_1951))
    carrier, first, second = papers("\f".join(parts))
    assert under([carrier, first, second]) == [None, carrier.id, carrier.id]
    assert resolved(carrier) == [first.id, second.id]


LETTER = """
        DEPARTMENT OF STATE
        WASHINGTON

        November 17, 1962

        Dear Mr. Marlow:

             I am sending you what was written of the talks and what the Ambassador said to us of them.

                                          Sincerely yours,

                                          George W. Ball
"""
NUMBERED_LIST = """
        Enclosures:
             1. Memorandum
             2. Note
"""
ENCLOSED = """
        {} 1

        MEMORANDUM

        TO:      The Secretary
        FROM:    EUR - Mr. Penrose
        SUBJECT: Talks

             The talks went on until it was dark and nothing was agreed that had not been agreed before.

        {} 2

             The Ambassador said that he would have to ask his government for instructions before he could answer.
"""


@pytest.mark.parametrize("listed", ["", NUMBERED_LIST])
def test_captions_part_papers_in_a_file_without_page_turns(listed: str) -> None:
    """Each begins with its caption, and lies under the letter, whether that lists it or not."""
    letter, memorandum, note = papers(LETTER + listed + ENCLOSED.format("Enclosure No.", "Enclosure No."))
    assert (letter.kind, memorandum.kind, note.kind) == (Kind.LETTER, Kind.MEMORANDUM, Kind.OTHER)
    assert note.text.transcription.startswith("Enclosure No. 2")
    assert [[same.record for same in paper.same_as] for paper in (memorandum, note)] == [[letter.id], [letter.id]]
    assert len(letter.many("enclosures")) == 2


def test_tabs_in_a_list_part_nothing() -> None:
    (only,) = papers(LETTER + "\n        Attachments:\n             Tab A\n             Tab B\n")
    assert only.kind is Kind.LETTER


INDEX = """
ATTACHMENT TO: {}

     1. Report of the fourth of October on the talks
     2. Report of the fifth of October on the ships
"""


@pytest.mark.parametrize(("number", "carriers"), [("HNQW-2393", 2), ("HNQW-Z3S", 2), ("HNQW-7715", 0)])
def test_a_caption_that_names_a_dispatch_goes_to_it_over_what_lies_between(number: str, carriers: int) -> None:
    documents = papers("\f".join((DISPATCH, MEMORANDUM_1958, INDEX.format(number))))
    assert under(documents).count(documents[0].id) == carriers


COVERING = """
                                                   June 3, 1969

MEMORANDUM FOR: Mr. Tolland

     {sentence}

                                        Hugh Kessler
"""
PLAIN = """
                 GUIDANCE FOR THE HARBOUR MISSION

     1. The mission will see the harbours of the north before winter, and say
what each of them needs.
"""
SENT = "Attached is the revised guidance for the harbour mission, for your approval."
MISREAD_SENT = "Attasted 18 the revlsed guidanoe for the harbour masion, for your approval."


@pytest.mark.parametrize("sentence", [SENT, MISREAD_SENT])
def test_a_paper_whose_title_the_one_before_says_that_it_sends_lies_under_it(sentence: str) -> None:
    carrier, sent = papers(f"{COVERING.format(sentence=sentence)}\f{PLAIN}")
    assert under([carrier, sent]) == [None, carrier.id]
    assert resolved(carrier) == [sent.id]


@pytest.mark.parametrize(
    "sentence",
    [
        "The guidance for the harbour mission is to be revised, and I hope that you approve.",
        "The guidance for the harbour mission was attacked in the press, and should be revised.",
        "Attached is the cable on the price of grain that you asked for.",
    ],
)
def test_that_two_papers_are_about_one_matter_nests_nothing(sentence: str) -> None:
    carrier, other = papers(f"{COVERING.format(sentence=sentence)}\f{PLAIN}")
    assert under([carrier, other]) == [None, None]


NOTICE = "\n104-10999-10031    2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992\n"


def test_with_an_archives_number_another_record_begins_whose_papers_lie_under_none_before() -> None:
    """Neither the paper under the number nor the one that is captioned behind it."""
    behind = CAPTIONED.format(letter="A", sheet=MEMORANDUM_1958)
    typed = (CARRIER.format(list=LISTED), NOTICE + MEMORANDUM_1958, behind)
    carrier, other, captioned = papers("\f".join(typed))
    assert under([carrier, other, captioned]) == [None, None, other.id]


@pytest.mark.parametrize(("sheet", "lies_there"), [(PLAIN, True), (INCOMING_1951, False)])
def test_a_list_that_names_nothing_means_no_paper_that_is_sent_by_itself(sheet: str, lies_there: bool) -> None:
    """`Attachment.`, and a telegram behind it: telegrams are named where they are enclosed."""
    carrier, other = papers("\f".join((CARRIER.format(list="Attachment."), sheet)))
    assert (under([carrier, other])[1] == carrier.id) is lies_there


def test_a_number_over_a_captioned_enclosure_begins_no_other_record() -> None:
    """It may stand on a blank page that lies before the enclosure."""
    captioned = "\n104-10999-10031\n" + CAPTIONED.format(letter="A", sheet=MEMORANDUM_1958)
    carrier, inside = papers("\f".join((CARRIER.format(list=LISTED), captioned)))
    assert under([carrier, inside]) == [None, carrier.id]


def test_a_second_attachment_without_a_first_is_a_caption_and_no_list_of_what_follows() -> None:
    carrier, other = papers("\f".join((CARRIER.format(list="Attachment 2"), PLAIN)))
    assert under([carrier, other]) == [None, None]


@pytest.mark.parametrize(("name", "lies_there"), [("Notes on the harbours", True), ("Tables of grain prices", False)])
def test_a_paper_without_a_form_is_what_a_list_names_only_where_a_word_of_the_name_is_at_its_head(
    name: str, lies_there: bool
) -> None:
    carrier, other = papers("\f".join((CARRIER.format(list=f"Attachment:\n\n     {name}"), PLAIN)))
    assert (under([carrier, other])[1] == carrier.id) is lies_there
