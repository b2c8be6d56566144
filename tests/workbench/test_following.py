"""What came of a paper, and what moved a party, in a collection that was read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger import kept as said_by
from tests.ledger.said import quoting
from tests.papers import keep, telegram

from onionskin.inventory import facts
from onionskin.inventory.ledgers import Wanted
from onionskin.ledger.matching import Relation
from onionskin.record.document import Document
from onionskin.record.statements import StatementType
from onionskin.settings import Settings
from onionskin.workbench import open_collection
from onionskin.workbench.following import changed_between, following

SCHEME = "If Kuznetsov presses Caribbean inspection scheme you should express readiness to discuss this point."
PRESSED = "Kuznetsov said the Caribbean inspection scheme was what Moscow pressed for."


def kept(folder: Path, *papers: Document) -> Settings:
    settings = Settings(collection=folder)
    with open_collection(settings, create=True) as collection:
        keep(collection.store, *papers)
    return settings


def test_a_later_paper_that_tells_that_a_condition_came_about_is_offered_with_its_words(tmp_path: Path) -> None:
    order, report = telegram(1, date="1962-11-17", body=(SCHEME,)), telegram(2, date="1962-11-19", body=(PRESSED,))
    with open_collection(kept(tmp_path / "c", order, report)) as collection:
        held = following(collection, order.id)
    [found] = [each for each in sum(held.lines.values(), ()) if each.match.relation is Relation.TRIGGERED]
    assert (found.match.record, found.stands) == (report.id, False)
    assert found.line is not None
    assert "Caribbean inspection scheme" in found.line.statement.quote


def test_what_was_said_between_two_positions_stands_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        ("1962-11-17", "We would accept the quarantine", StatementType.POSITION, said_by.OURS),
        ("1962-11-20", "Kuznetsov said the quarantine must end", StatementType.REPORT, said_by.THEIRS),
        ("1962-11-23", "We would lift the quarantine", StatementType.OFFER, said_by.OURS),
    )
    papers = [telegram(n, date=day, body=(f"{words}.",)) for n, (day, words, _, _) in enumerate(said, 1)]
    monkeypatch.setattr(facts, "lines_of", said_by.lines_of)
    for paper, (_, words, sort, sides) in zip(papers, said, strict=True):
        monkeypatch.setitem(said_by.SAID, paper.id, ((quoting(paper, words, sort), sides, "quarantine"),))
    with open_collection(kept(tmp_path / "c", *papers)) as collection:
        [moved] = changed_between(collection, Wanted(), "1962-11-17", "1962-11-23")
    assert [each.statement.quote for each in moved.moved_by] == ["Kuznetsov said the quarantine must end"]
