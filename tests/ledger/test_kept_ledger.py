"""The ledger of a collection: whatever comes and goes, it says what its papers say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger import kept
from tests.ledger.kept import FIRST, SECOND, UNDATED
from tests.ledger.said import quoting
from tests.papers import keep, telegram

from onionskin.errors import NotFoundError, NotReleasedError, UsageError
from onionskin.inventory import facts
from onionskin.workbench import Collection
from onionskin.workbench.ledger import (
    Wanted,
    between,
    every_line,
    issue,
    issues,
    negotiations,
    paper_ledger,
    statements,
)

PAIR = ("United States", "Soviet Union")


def quotes(collection: Collection, wanted: Wanted) -> list[str]:
    return [each.statement.quote for each in statements(collection, wanted).lines]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(type="offer"), ["we would lift the quarantine"]),
        (Wanted(party="kuznetsov"), ["You should tell Kuznetsov", "Kuznetsov said the quarantine must end"]),
        (Wanted(since="1962-11-18", until="1962-11"), ["Kuznetsov said the quarantine must end", "We cannot give"]),
        (
            Wanted(issue="quarantine"),
            ["we would lift the quarantine", "Kuznetsov said the quarantine must end", "The quarantine is all"],
        ),
        (Wanted(issue="quarantine", type="report", between=PAIR), ["Kuznetsov said the quarantine must end"]),
        (Wanted(between=("United States", "Egypt")), []),
        (Wanted(record=SECOND.id), ["Kuznetsov said the quarantine must end", "We cannot give"]),
    ],
)
def test_statements_are_found_by_what_is_asked_and_stand_by_day(
    collection: Collection, wanted: Wanted, said: list[str]
) -> None:
    found = quotes(collection, wanted)
    assert len(found) == len(said)
    assert all(quote.startswith(begin) for quote, begin in zip(found, said, strict=True))


def test_all_of_it_is_given_a_part_at_a_time(collection: Collection) -> None:
    part = statements(collection, Wanted(), limit=2, offset=2)
    assert part.total == 7
    assert len(part.lines) == 2
    assert part.types == {
        "instruction": 2, "offer": 1, "disclosure": 1, "report": 1, "position": 1, "assessment": 1,
    }  # fmt: skip
    assert {row.id for row in part.rows.values()} == {each.statement.record for each in part.lines}
    assert len(list(every_line(collection, Wanted()))) == 7


def test_a_paper_has_its_instructions_under_their_conditions(collection: Collection) -> None:
    held = paper_ledger(collection, FIRST.id)
    assert [each.statement.quote for each in held.checklist.lines] == [
        "You should tell Kuznetsov", "Do not mention the cables",
    ]  # fmt: skip
    [condition] = held.checklist.branches
    assert (condition.words, condition.lines[0].statement.quote) == ("If he presses the protocol", "say no")
    assert [type_.value for type_ in held.others] == ["offer"]


def test_a_negotiation_is_its_issues_and_its_time(collection: Collection) -> None:
    [pair] = negotiations(collection)
    assert (pair.one, pair.two, pair.lines, pair.papers) == ("Soviet Union", "United States", 7, 3)
    assert (pair.first, pair.last) == ("1962-11-17", "1962-11-23")
    table = between(collection, Wanted(between=PAIR))
    assert table.issues[0].id == "quarantine"
    assert dict(table.periods) == {"1962-11-17": 4, "1962-11-23": 2}
    assert {key: cell.total for key, cell in table.cells.items() if key[0] == "quarantine"} == {
        ("quarantine", "1962-11-17"): 1, ("quarantine", "1962-11-23"): 1,
    }  # fmt: skip
    assert dict(table.months) == {"1962-11": 6}


def test_an_issue_is_called_what_papers_call_it(collection: Collection) -> None:
    total, held = issues(collection, Wanted())
    assert total == 4
    assert (held[0].id, held[0].label, held[0].lines, held[0].papers) == ("quarantine", "quarantine", 3, 3)
    assert issue(collection, Wanted(issue="quarantine")).pairs[0].lines == 3


def test_a_paper_that_goes_takes_its_statements_along_and_brings_them_back(collection: Collection) -> None:
    assert statements(collection, Wanted()).total == 7
    collection.inventory.remove([FIRST.id])
    assert quotes(collection, Wanted(issue="quarantine"))[-1].startswith("The quarantine")
    assert statements(collection, Wanted()).total == 3
    with collection.inventory.reading() as inventory:
        left = {key for (key,) in inventory.execute("SELECT key FROM phrase")}
        assert left == {"quarantine", "guarantee"}
        assert inventory.execute("SELECT count(*) FROM voice WHERE line NOT IN (SELECT n FROM line)").fetchone() == (0,)


def test_a_paper_that_comes_is_in_the_ledger_at_once(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    assert statements(collection, Wanted()).total == 7
    new = telegram(9, date="1962-11-20", body=("The quarantine is all that matters.",))
    said = quoting(new, "The quarantine is all that matters")
    monkeypatch.setitem(kept.SAID, new.id, ((said, kept.OURS, "quarantine"),))
    keep(collection.store, new)
    collection.index_standing([new])
    collection.finish_indexing()
    assert statements(collection, Wanted(issue="quarantine")).total == 4


def test_what_nobody_may_ask_is_refused(collection: Collection) -> None:
    with pytest.raises(UsageError):
        statements(collection, Wanted(type="hint"))
    with pytest.raises(UsageError):
        statements(collection, Wanted(since="yesterday"))
    with pytest.raises(NotFoundError):
        issue(collection, Wanted(issue="nothing"))
    with pytest.raises(NotFoundError):
        between(collection, Wanted(between=("Egypt", "Israel")))


def test_under_review_the_ledger_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "lines_of", kept.lines_of)
    with kept.opened(tmp_path / "held", policy="review") as held:
        assert statements(held, Wanted()).total == 0
        assert negotiations(held) == ()
        with pytest.raises(NotReleasedError):
            paper_ledger(held, UNDATED.id)
