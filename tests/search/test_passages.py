from __future__ import annotations

from dataclasses import replace

import pytest
from tests.papers import TURN, telegram

from onionskin.record.codec import to_line
from onionskin.record.document import Copy, Document, OneOrMany, Texts, UnclaimedLine
from onionskin.record.evidence import Inference, Ink
from onionskin.record.fields import FieldValue
from onionskin.record.named import Named, NamedKind
from onionskin.record.page import PageNumber
from onionskin.record.reading import Reading, absent, found, inferred
from onionskin.record.references import Mention
from onionskin.record.span import Span
from onionskin.review.release import release
from onionskin.search.passages import Column, Passage, days_of, entry_of, passages_of, title_of
from onionskin.search.words import words
from onionskin.store.keeping import digest


def passages(document: Document) -> dict[str, Passage]:
    return {passage.label: passage for passage in passages_of(document)}


def test_every_passage_stands_in_its_ink() -> None:
    paper = telegram(
        note="W C-44 to Mrs. Hanning", body=("One paragraph of\nthis paper.", "\f", "And one over the page.")
    )
    raw = {page.n: page.text for page in paper.pages}
    for passage in passages_of(paper):
        for patch in passage.ink:
            read = words(raw[PageNumber(patch.page)][patch.start : patch.end])
            assert set(words(passage.text)) & set(read), passage


def test_words_lie_in_the_columns_that_queries_name() -> None:
    told = passages(telegram(1359, to="AMEMBASSY LIMA", signer="HALLORAN", subject="Ferries", note="W C-44"))
    assert {label: (told[label].column, told[label].text) for label in ("to", "signed by", "subject", "number")} == {
        "to": (Column.RECIPIENT, "AMEMBASSY LIMA"),
        "signed by": (Column.SENDER, "HALLORAN"),
        "subject": (Column.SUBJECT, "Ferries"),
        "number": (Column.NUMBER, "1359"),
    }
    assert told["paragraph 1"].column is Column.BODY
    assert told["stamp"].text == "DECLASSIFIED, NARS, F. Harwood, 1997-07-12"
    assert told["line 14"].text == "W C-44"


def test_a_mark_that_stands_on_every_page_is_one_passage() -> None:
    paper = telegram(caption=None)
    marks = [p for p in passages_of(replace(paper, markings=paper.markings * 3)) if p.text == "SECRET"]
    assert len(marks) == 1


def test_a_paragraph_said_twice_stays_twice() -> None:
    assert sum(passage.text == "Same." for passage in passages_of(telegram(body=("Same.", "Same.")))) == 2


def test_the_value_behind_the_print_is_found_too() -> None:
    ink = Ink(PageNumber(1), Span(0, 8), "typed")
    person = Named("Adlai E. Stevenson", NamedKind.PERSON, "OUTGOING", surname="Stevenson")
    year: Reading[FieldValue] = inferred(
        "1962-11-17", Inference("year"), as_printed="November 17", reason="the stamp has the year"
    )
    fields: dict[str, OneOrMany] = {"drafted_by": found(person, "OUTGOING", ink), "date": year, "subject": absent()}
    told = passages(replace(telegram(), fields=fields))
    assert told["drafted by"].text == "OUTGOING (Adlai E. Stevenson)"
    assert told["date"].text == "November 17 (1962-11-17)"
    assert "subject" not in told


def test_a_paper_without_paragraphs_is_searched_by_what_stands_on_it() -> None:
    """And not by what else stands on its pages."""
    paper = telegram(note="to Mrs. Oakley", body=("One.", TURN, "Two."))
    told = replace(paper, text=Texts(f"SECRET\n{TURN}HALLORAN\n", "", ()))
    texts = [passage for passage in passages_of(told) if passage.column is Column.BODY]
    raw = {page.n: page.text for page in paper.pages}
    assert [passage.text for passage in texts] == ["SECRET", "HALLORAN"]
    printed = [raw[PageNumber(patch.page)][patch.start : patch.end] for text in texts for patch in text.ink]
    assert printed == ["SECRET\n", "HALLORAN\n"]


def test_who_did_something_is_found_where_it_stands() -> None:
    told = passages(telegram())["declassified"]
    assert (told.column, told.text) == (Column.MARK, "F. Harwood")


def test_persons_named_and_owners_of_copies_are_found() -> None:
    mention = Mention("Brandov", NamedKind.PERSON, ())
    paper = replace(telegram(), mentions=(mention,), copy=Copy(holder="Vice President", item="37a"))
    told = {(p.column, p.text) for p in passages_of(paper)}
    assert {(Column.PERSON, "Brandov"), (Column.MARK, "Vice President"), (Column.MARK, "37a")} <= told


def test_an_unclaimed_line_is_found_where_it_stands() -> None:
    paper = telegram(note="W C-44")
    [line] = paper.unclaimed
    assert isinstance(line, UnclaimedLine)
    [patch] = passages(paper)[f"line {line.line}"].ink
    assert paper.pages[0].text[patch.start : patch.end] == "W C-44"


def test_no_control_character_comes_into_a_passage() -> None:
    assert passages(telegram(subject="Ferries \x1b[31m\x02now"))["subject"].text == "Ferries [31m now"


def test_whole_values_are_compared_without_case_and_hyphens() -> None:
    heaps = entry_of(release(replace(telegram(), subkind="for-the-record"), "public")).heaps
    told = {(heap.name, heap.value) for heap in heaps if heap.name in ("kind", "marking")}
    assert told == {("kind", "telegram"), ("kind", "for the record"), ("marking", "secret"), ("marking", "eyes only")}


def test_the_index_and_the_store_call_one_state_by_one_name() -> None:
    assert entry_of(release(telegram(), "public")).digest == digest(to_line(telegram()))


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("1962-11-23T21:43:00-05:00", ("1962-11-23", "1962-11-23")),
        ("1962-11~", ("1962-11-01", "1962-11-30")),
        ("1962", ("1962-01-01", "1962-12-31")),
        ("1962-11-17/1962-11", ("1962-11-17", "1962-11-30")),
        ("4-6-88", None),
        ("", None),
    ],
)
def test_a_date_can_mean_days(edtf: str, days: tuple[str, str] | None) -> None:
    assert days_of(edtf) == days


def test_a_paper_without_a_subject_is_called_by_what_it_is() -> None:
    paper = telegram(1359)
    assert title_of(paper) == "Next steps in the talks"
    fields = {name: held for name, held in paper.fields.items() if name != "subject"}
    assert title_of(replace(paper, fields=fields)) == "Telegram 1359 to USUN NEW YORK"
