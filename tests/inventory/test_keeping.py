"""Whatever comes and goes, an inventory says what it would say if it were made anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.inventory.linked import chain, citing, naming, opened, take_in
from tests.ledger import kept
from tests.papers import telegram

from onionskin.inventory import facts, keeping, lines
from onionskin.inventory.keeping import Inventory
from onionskin.ledger import telling
from onionskin.ledger.issues import issue_of
from onionskin.ledger.lines import Phrase
from onionskin.record.document import Document

TOTALS = (
    "SELECT sha256, name, folder, papers, doubtful, questions FROM source ORDER BY sha256",
    "SELECT entity, kind, name, papers, wrote, got, maybe, first, last FROM party ORDER BY entity",
    "SELECT * FROM missing ORDER BY known",
    "SELECT papers, first, last FROM thread ORDER BY papers, first, last",
    "SELECT count(DISTINCT thread) FROM paper",
    "SELECT record, digest, day, precision FROM paper ORDER BY record",
)
PAPERS = chain(9, missing=(4, 7))
OTHERWISE = [
    naming(telegram(n, date=f"1961-{n % 12 + 1:02}-03"), "Brandov", None, ("person:2", 0.5)) for n in range(1, 10)
]


def told(inventory: Inventory) -> list[list[Any]]:
    with inventory.reading() as connection:
        return [connection.execute(query).fetchall() for query in TOTALS]


Step = tuple[str, set[int]]
STEPS = st.lists(
    st.tuples(st.sampled_from(("add", "change", "remove")), st.sets(st.integers(0, 8), min_size=1)), max_size=8
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(STEPS)
def test_totals_are_those_of_an_inventory_made_anew(steps: list[Step]) -> None:
    held: dict[str, Document] = {}
    with TemporaryDirectory() as first, TemporaryDirectory() as second, opened(Path(first)) as changed:
        for verb, chosen in steps:
            some = [(OTHERWISE if verb == "change" else PAPERS)[n] for n in sorted(chosen)]
            if verb == "remove":
                changed.remove([each.id for each in some])
                held = {id_: each for id_, each in held.items() if id_ not in {gone.id for gone in some}}
            else:
                take_in(changed, some)
                held |= {each.id: each for each in some}
        with opened(Path(second), list(held.values())) as anew:
            assert told(changed) == told(anew)


def test_papers_that_cite_one_another_are_one_thread_until_the_middle_one_goes(tmp_path: Path) -> None:
    papers = chain(5)
    with opened(tmp_path, papers) as inventory:
        assert told(inventory)[3] == [(5, "1961-02-03", "1961-06-03")]
        inventory.remove([papers[2].id])
        assert [papers for papers, *_ in told(inventory)[3]] == [2, 2]
        take_in(inventory, [papers[2]])
        assert [papers for papers, *_ in told(inventory)[3]] == [5]


def test_two_papers_that_cite_the_same_one_are_two_citations_of_one_missing_paper(tmp_path: Path) -> None:
    papers = [citing(telegram(n, to="Amembassy LISBON"), "77") for n in (1, 2)]
    with opened(tmp_path, papers) as inventory:
        ((_, kind, number, *_, cited, _),) = told(inventory)[2]
        assert (kind, number, cited) == ("telegram", "77", 2)


def test_an_inventory_of_another_version_or_a_broken_one_is_begun_anew(tmp_path: Path) -> None:
    with opened(tmp_path, chain(2)) as inventory, inventory.reading() as connection:
        connection.execute("PRAGMA user_version = 99")
    with opened(tmp_path) as inventory:
        assert list(inventory.held()) == []
        take_in(inventory, chain(2))
    (tmp_path / "inventory.db").write_bytes(b"no database" * 100)
    with opened(tmp_path) as inventory:
        assert list(inventory.held()) == []


def test_it_tells_what_it_holds(tmp_path: Path) -> None:
    papers = chain(3)
    with opened(tmp_path, papers) as inventory:
        assert list(inventory.held()) == sorted((each.id, "digest") for each in papers)


def test_a_total_is_counted_once_for_each_state(tmp_path: Path) -> None:
    asked: list[int] = []

    def papers(connection: Connection, least: int) -> int:
        asked.append(least)
        return int(connection.execute("SELECT count(*) FROM paper WHERE doubtful >= ?", (least,)).fetchone()[0])

    with opened(tmp_path, chain(2)) as inventory:
        assert [inventory.told(papers, 0), inventory.told(papers, 0), inventory.told(papers, 1)] == [2, 2, 0]
        assert asked == [0, 1]
        take_in(inventory, chain(3))
        assert inventory.told(papers, 0) == 3


def test_what_was_told_stands_where_statements_alone_are_found_otherwise_and_is_to_be_told_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = chain(3)
    with opened(tmp_path, papers) as inventory:
        before = told(inventory)[:-1]
    monkeypatch.setattr(keeping, "EDITION", keeping.EDITION + 1)
    with opened(tmp_path) as inventory:
        assert told(inventory)[:-1] == before
        assert list(inventory.held()) == sorted((each.id, "") for each in papers)
        assert not inventory.is_placed()


def test_a_paper_whose_statements_cannot_be_told_is_held_without_them_and_the_others_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = chain(3)

    def torn(document: Document, **asked: Any) -> Any:
        if document.id == second.id:
            raise IndexError("no such clause")
        return telling.lines_of(document, **asked)

    monkeypatch.setattr(facts, "lines_of", torn)
    with opened(tmp_path) as inventory:
        faults = take_in(inventory, [first, second, third])
        assert faults == (f"{second.id}: kept without its statements (IndexError: no such clause); please report it",)
        assert [record for record, digest in inventory.held() if digest] == sorted((first.id, second.id, third.id))


def test_lines_are_placed_some_at_a_time_and_go_on_where_they_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "BATCH", 1)
    placed: list[str] = []
    usual = issue_of

    def stop_at_the_second(phrases: tuple[Phrase, ...], papers: Mapping[str, int], total: int) -> Phrase | None:
        if len(placed) == 1:
            placed.append("stopped")
            raise KeyboardInterrupt
        placed.append("placed")
        return usual(phrases, papers, total)

    with opened(tmp_path, kept.PAPERS) as inventory:
        count = inventory.told(lambda connection: connection.execute("SELECT count(*) FROM line").fetchone()[0])
        assert count > 2
        inventory.expect_many()
        monkeypatch.setattr(lines, "issue_of", stop_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            inventory.place_all()
        assert not inventory.is_placed()
        inventory.place_all()
        assert inventory.is_placed()
        assert placed == ["placed", "stopped", *["placed"] * (count - 1)]


def test_while_papers_come_by_the_thousand_a_total_that_took_long_is_told_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 2.0, 199.0, 201.0, 201.0])
    monkeypatch.setattr(keeping, "monotonic", lambda: next(clock))

    def papers(connection: Connection) -> int:
        return int(connection.execute("SELECT count(*) FROM paper").fetchone()[0])

    with opened(tmp_path, chain(2)) as inventory:
        inventory.filling = True
        assert inventory.told(papers) == 2
        take_in(inventory, chain(3))
        assert inventory.told(papers) == 2
        assert inventory.told(papers) == 3
