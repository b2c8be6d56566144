"""Whatever comes and goes, an inventory says what it would say if it were made anew."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.inventory.linked import chain, citing, naming, opened, take_in
from tests.papers import telegram

from onionskin.inventory.keeping import Inventory
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
