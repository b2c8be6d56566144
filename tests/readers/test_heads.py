"""What says that a paper begins, and of which kind it is."""

from __future__ import annotations

import pytest
from tests.readers.marked import paper

from onionskin.readers.heads import Head, find_heads
from onionskin.record.fields import Kind


def heads(typed: str) -> list[Head]:
    return find_heads(paper(typed).lines)


@pytest.mark.parametrize(
    ("title", "kind", "direction"),
    [
        ("OUTGOING TELEGRAM Department of State", Kind.TELEGRAM, "outgoing"),
        ("INCOMING TELEGRAM   DEPARTMENT OF STATE", Kind.TELEGRAM, "incoming"),
        ("TELEGRAM RECEIVED", Kind.TELEGRAM, "incoming"),
        ("TELEGRAM SENT", Kind.TELEGRAM, "outgoing"),
        ("AIRGRAM", Kind.AIRGRAM, None),
        ("MEMORANDUM OF CONVERSATION", Kind.MEMORANDUM_OF_CONVERSATION, None),
        ("MEMORANDUM FOR THE PRESIDENT", Kind.MEMORANDUM, None),
        ("OFFICE MEMORANDUM", Kind.MEMORANDUM, None),
        ("FOREIGN SERVICE DESPATCH", Kind.DESPATCH, None),
        ("INCOMlNG TELEGRAM", Kind.TELEGRAM, "incoming"),
        ("OUTG0ING TELEGRAM", Kind.TELEGRAM, "outgoing"),
    ],
)
def test_a_title(title: str, kind: Kind, direction: str | None) -> None:
    first = heads(f"{title}\n")[0]
    assert (first.kind, first.direction, first.line) == (kind, direction, 0)
    assert title.strip() in first.reason


def test_a_title_may_stand_on_two_lines() -> None:
    first = heads("OUTGOING\nTELEGRAM\n")[0]
    assert (first.kind, first.direction) == (Kind.TELEGRAM, "outgoing")


def test_a_salutation_begins_a_letter() -> None:
    (head,) = heads("Dear Mr. Penhallow:\n")
    assert head.kind is Kind.LETTER


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        ("FROM: Bonn\nTO: Secretary of State\nNO: 12, March 3, 1 p.m.\nRec'd: March 3, 1960\n", Kind.TELEGRAM),
        ("TO: The Secretary\nFROM: EUR - Mr. Kessler\nSUBJECT: The Note\n", Kind.MEMORANDUM),
        ("DATE: May 4, 1959\nPARTICIPANTS: Mr. Alder\nSUBJECT: Tariffs\n", Kind.MEMORANDUM_OF_CONVERSATION),
    ],
)
def test_labels_alone_say_the_kind_where_the_title_is_lost(labels: str, kind: Kind) -> None:
    assert [head.kind for head in heads(labels)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "The incoming telegram from Bonn was read to the Secretary this morning.",
        "We sent a memorandum of conversation to the Embassy last week.",
        "My dear colleagues have told me that they will not attend.",
        "NO: we do not think so.",
        "",
    ],
)
def test_a_sentence_is_no_head(line: str) -> None:
    assert heads(f"{line}\n") == []


def test_a_word_in_a_box_of_a_review_sheet_is_no_title() -> None:
    sheet = "DOCUMENT DESCRIPTION\nCABLE FORM\nDISPATCH LETTER\nRELEASE IN FULL TEXT\nDENY IN TOTO\nDEFER DECISION TO\n"
    assert {head.kind for head in heads(sheet)} == {Kind.FORM}
