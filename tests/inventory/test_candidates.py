"""Papers that can have to do with another: those it is tied to first, then its correspondents', then the nearest."""

from __future__ import annotations

from pathlib import Path

from tests.inventory.linked import chain, citing, opened
from tests.papers import telegram

from onionskin.inventory.candidates import paper_of, papers_near

ORDER = telegram(1, date="1962-11-17")
NEAR = telegram(2, date="1962-11-18", to="Amembassy LIMA")
NEXT_WEEK = telegram(3, date="1962-11-24", to="Amembassy LIMA")
LATE = telegram(4, date="1963-03-01", to="Amembassy LIMA")
REPORT = citing(telegram(5, date="1963-02-01", to="Amembassy LIMA"), "1", ORDER.id)
BEFORE = telegram(6, date="1962-10-01", to="Amembassy LIMA")
UNDATED = telegram(7, date="no day")
DAYS = (-1, 14)


def test_the_window_is_looked_through_and_what_is_tied_from_anywhere(tmp_path: Path) -> None:
    papers = [ORDER, NEXT_WEEK, NEAR, LATE, REPORT, BEFORE, UNDATED]
    with opened(tmp_path, papers) as inventory, inventory.reading() as connection:
        paper = paper_of(connection, ORDER.id)
        assert paper is not None
        found = [each.record for each in papers_near(connection, paper, DAYS, 10)]
        assert found == [REPORT.id, NEAR.id, NEXT_WEEK.id]
        assert [each.record for each in papers_near(connection, paper, DAYS, 2)] == found[:2]


def test_a_paper_without_a_day_has_those_alone_that_lead_to_it(tmp_path: Path) -> None:
    report = citing(telegram(8, date="1962-11-20"), "7", UNDATED.id)
    with opened(tmp_path, [UNDATED, report, NEAR]) as inventory, inventory.reading() as connection:
        paper = paper_of(connection, UNDATED.id)
        assert paper is not None
        assert [each.record for each in papers_near(connection, paper, DAYS, 10)] == [report.id]


def test_a_paper_knows_who_wrote_it_and_what_it_cites(tmp_path: Path) -> None:
    papers = chain(2)
    with opened(tmp_path, papers) as inventory, inventory.reading() as connection:
        paper = paper_of(connection, papers[1].id)
        assert paper is not None
        assert paper.senders == ("person:1",)
        assert paper.cites == (papers[0].id,)
        assert paper_of(connection, "os-nothing") is None


def test_lines_may_be_asked_for_by_what_they_are_about(tmp_path: Path) -> None:
    says = ("We cannot accept inspection of the IL-28 bombers.", "The Minister agreed to withdraw the missiles.")
    spoken = telegram(9, date="1962-11-18", body=says)
    with opened(tmp_path, [ORDER, spoken]) as inventory, inventory.reading() as connection:
        paper = paper_of(connection, ORDER.id)
        assert paper is not None
        (near,) = papers_near(connection, paper, DAYS, 10)
        phrases = {phrase.key for line in near.lines for phrase in line.phrases}
        assert len(near.lines) > 1
        assert phrases
        for key in phrases:
            (told,) = papers_near(connection, paper, DAYS, 10, about={key})
            wanted = [line.id for line in near.lines if any(phrase.key == key for phrase in line.phrases)]
            assert [line.id for line in told.lines] == wanted
        (told,) = papers_near(connection, paper, DAYS, 10, about={"what nobody speaks of"})
        assert not told.lines
