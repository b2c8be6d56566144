"""What follows without ink of its own."""

from __future__ import annotations

import pytest
from tests.readers.reading import one, paper, place, state, value, values
from tests.readers.sheets import INCOMING_1962

from onionskin.readers.inference import level_rank
from onionskin.record.acts import ActKind
from onionskin.record.reading import ReadingState


def telegram(head: str) -> str:
    return f"""
        OUTGOING TELEGRAM   Department of State

        {head}

        You should inform the Minister that we are prepared to meet his
        request and that we should like to hear from him.

        RUSK
        """


def test_the_classification_is_the_highest_level_on_the_paper() -> None:
    """Levels are only ever lowered after a paper was written; the others are named in the reason."""
    read = paper(telegram("CONFIDENTIAL\n\n        ~~TOP SECRET~~\n\n        ACTION: Amembassy LISBON 214"))
    assert value(read, "classification") == "TOP SECRET"
    assert "CONFIDENTIAL" in one(read, "classification").reason
    assert place(read, "classification")[1] == 5


def test_a_paper_without_marks_has_no_classification() -> None:
    assert state(paper(telegram("ACTION: Amembassy LISBON 214")), "classification") is ReadingState.ABSENT


def test_each_caption_once() -> None:
    read = paper(telegram("EYES ONLY\n\n        ACTION: Amembassy LISBON 214\n\n        EYES ONLY"))
    assert values(read, "captions") == ["EYES ONLY"]
    assert len([m for m in read.markings if m.caption == "EYES ONLY"]) == 2


def test_levels_have_an_order() -> None:
    ranks = [level_rank(level) for level in ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET")]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 4


@pytest.mark.parametrize(("post", "series"), [("Moscow", "EMBTEL"), ("USUN New York", "USUN")])
def test_the_series_follows_from_who_sent_it(post: str, series: str) -> None:
    read = paper(INCOMING_1962.replace("FROM:  Moscow", f"FROM:  {post}"))
    assert value(read, "series") == series
    assert state(read, "series") is ReadingState.INFERRED
    assert one(read, "series").reason


def test_without_a_date_of_its_own_a_paper_is_of_the_day_it_was_drafted() -> None:
    sheet = telegram("ACTION: Amembassy LISBON 214").rstrip() + "\n\n        Drafted by: EUR:HPMarlow:jd 2/9/61\n"
    read = paper(sheet)
    assert value(read, "date") == value(read, "drafted_on") == "1961-02-09"
    assert state(read, "date") is ReadingState.INFERRED
    assert "drafted" in one(read, "date").reason


RECEIVED_LETTER = """
    June 2, 1960

    RECEIVED
    {day}
    BUREAU OF AFRICAN AFFAIRS

    My dear Mr. Secretary:

    I have the honor to inform you that the papers which you asked for in
    the spring have now been found and are on their way to you by sea.

    Sincerely yours,

    Paul Hartley
    """


def test_a_letter_came_on_the_day_of_its_receipt_stamp() -> None:
    """The stamp proves the act of receipt itself, once."""
    read = paper(RECEIVED_LETTER.format(day="JUN 9 1960"))
    assert value(read, "received") == "1960-06-09"
    assert state(read, "received") is ReadingState.INFERRED
    assert [act.date for act in read.acts if act.act is ActKind.RECEIVED] == ["1960-06-09"]


def test_a_receipt_stamp_older_than_the_letter_is_not_of_its_coming() -> None:
    assert state(paper(RECEIVED_LETTER.format(day="JAN 9 1960")), "received") is ReadingState.ABSENT
